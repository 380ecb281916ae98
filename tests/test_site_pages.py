"""The pages as HTML, without a browser: what they weigh, where they lead, and that they show the text as it is."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from newsarchive.articles import read
from newsarchive.articles.record import Article, Reading
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source
from tests.conftest import SEED, Project

KILOBYTE = 1024

HOSTILE = """# <script>alert(1)</script> & "Söhne" 'x'

本报讯(记者 顾远山)用<b>粗体</b>、&lt;、{{ site.title }} 和 <img src=x onerror=alert(1)> 写的一段话,说的是双河"停水"。

    四个空格	和一个制表符,行尾两个空格\x20\x20
最后一行 </pre><script>alert(2)</script>
"""
BRIDGE = """# 双河大桥通车

本报讯(记者 顾远山 通讯员 沈小荷)双河大桥昨天正式通车。上午十时,首批五十辆汽车驶过大桥。

# 茶厂扭亏

本报讯(通讯员 沈小荷)云岭茶厂去年实现利润三十万元,这是该厂五年来第一次盈利。
"""
PAPER = {
    "1998-03-02/01.txt": "---\ntags: [防汛, 水利]\nnote: 右下角缺损。\n---\n" + BRIDGE,
    "1998-03-02/02.txt": "# 城南小学迁入新校舍\n\n本报讯(记者 顾远山)城南小学八百名学生昨天搬进新校舍。\n",
    "1998-12-31/01.txt": "# 年终盘点\n\n本报讯(记者 顾远山)今年全市粮食总产比去年增长百分之三。\n",
    "1999-01-04/01.txt": "# 新年第一天\n\n本报讯(记者 顾远山)昨天是新年第一个工作日。\n",
    "minato.txt": "# 旧灯台、資料館に生まれ変わる\n\n北浜町は、旧灯台を資料館として整備すると発表した。\n",
}


class Html(HTMLParser):
    """A page as a list of elements and the text in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br", "img"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self._open), data))

    def text(self, tag: str) -> str:
        return "".join(data for path, data in self.texts if tag in path)

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        named = [attributes for name, attributes in self.elements if name == tag]
        return [found for found in named if all(found.get(key) == value for key, value in wanted.items())]

    def links(self) -> list[str]:
        found = [attributes.get("href") or attributes.get("src") for _, attributes in self.elements]
        return [link for link in found if link]


@pytest.fixture(scope="module")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return built(tmp_path_factory.mktemp("real"), {SEED.name: SEED.read_text(encoding="utf-8")})


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return built(tmp_path_factory.mktemp("paper"), PAPER)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return built(tmp_path_factory.mktemp("hostile"), {"1.txt": HOSTILE})


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(to_source(SEED.name, SEED.read_bytes(), SourceFolder("seeds")))


def built(folder: Path, sources: dict[str, str]) -> Project:
    project = Project(folder)
    for path, text in sources.items():
        project.source(path, text)
    project.build(jobs=1)
    return project


def html(project: Project, pattern: str) -> Html:
    return Html(project.page(pattern))


def words_of(article: Article) -> str:
    """What a reader reads of an article."""
    heading = article.heading_lines or (article.headline,)
    byline = article.byline.text if article.byline else ""
    photos = [f"{photo.caption or ''}{photo.credit or ''}" for photo in article.photos]
    return "".join([*heading, byline, *(item.text for item in article.body), *photos])


# Weight


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_an_article_page_weighs_little_more_than_its_text(real_site: Project, reading: Reading, number: int) -> None:
    page = real_site.page(f"undated/*/{number}-*.html").encode()
    text = words_of(reading.articles[number - 1]).encode()

    assert len(page) <= 2.2 * len(text) + 4 * KILOBYTE


def test_style_and_scripts_of_an_article_weigh_at_most_40_kb(real_site: Project) -> None:
    page = html(real_site, "undated/*/1-*.html")
    loaded = [*page.all("link", rel="stylesheet"), *page.all("script")]
    files = [str(element.get("href") or element.get("src")).replace("../", "") for element in loaded]

    assert files != []
    assert sum((real_site.site / file).stat().st_size for file in files) <= 40 * KILOBYTE


# Links


@pytest.mark.parametrize("name", ["real_site", "paper", "hostile"])
def test_every_link_is_relative_and_leads_to_a_file_that_is_there(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name).site
    wrong = []
    for path in site.rglob("*.html"):
        for link in Html(path.read_text(encoding="utf-8")).links():
            parts = urlsplit(link)
            target = path if not parts.path else path.parent / unquote(parts.path)
            if parts.scheme or parts.netloc or parts.path.startswith("/") or not target.is_file():
                wrong.append(f"{path.relative_to(site)} -> {link}")

    assert [each for each in wrong if not each.startswith("404.html")] == []


def test_addresses_are_lower_case_ascii(paper: Project) -> None:
    assert [url for url in paper.pages() if not re.fullmatch(r"[a-z0-9/._~-]+", url)] == []


def test_articles_lead_to_the_one_before_and_the_one_after(paper: Project) -> None:
    page = html(paper, "1998/03/02/01-2-*.html")

    (before,), (after,) = page.all("a", rel="prev"), page.all("a", rel="next")
    assert str(before["href"]).startswith("01-1-")
    assert str(after["href"]).startswith("02-1-")


def test_the_next_article_after_the_last_of_an_issue_stands_in_the_next_issue(paper: Project) -> None:
    (after,) = html(paper, "1998/03/02/02-1-*.html").all("a", rel="next")

    assert str(after["href"]).startswith("../../12/31/01-1-")


def test_issues_and_years_lead_to_their_neighbours(paper: Project) -> None:
    issue, year = html(paper, "1998/12/31/index.html"), html(paper, "1999/index.html")

    assert [link["href"] for link in issue.all("a", rel="prev")] == ["../../03/02/index.html"]
    assert [link["href"] for link in issue.all("a", rel="next")] == ["../../../1999/01/04/index.html"]
    assert [link["href"] for link in year.all("a", rel="prev")] == ["../1998/index.html"]
    assert year.all("a", rel="next") == []


def test_names_in_a_byline_lead_to_the_pages_of_their_people(paper: Project) -> None:
    page = paper.page("1998/03/02/01-1-*.html")
    byline = re.search(r'<p class="byline">(.*?)</p>', page, re.DOTALL)

    assert byline
    links = dict(re.findall(r'<a href="([^"]*)">([^<]*)</a>', byline[1]))
    assert [*links.values()] == ["顾远山", "沈小荷"]
    for link, name in links.items():
        person = (paper.site / "1998/03/02" / link).read_text(encoding="utf-8")
        assert f"<h1>{name}</h1>" in person
        assert "双河大桥通车" in person


# Text


def test_text_from_a_page_is_never_markup(hostile: Project) -> None:
    for path in hostile.site.rglob("*.html"):
        page = Html(path.read_text(encoding="utf-8"))
        assert page.all("script") == []
        assert [attributes for _, attributes in page.elements if "onerror" in attributes] == []


def test_a_headline_with_marks_is_shown_as_printed(hostile: Project) -> None:
    page = html(hostile, "undated/1/1-*.html")

    assert page.text("h1").strip() == """<script>alert(1)</script> & "Söhne" 'x'"""


def test_a_template_in_a_text_is_text(hostile: Project) -> None:
    assert "{{ site.title }}" in html(hostile, "undated/1/1-*.html").text("article")


def test_the_source_is_shown_to_the_last_space(hostile: Project) -> None:
    shown = html(hostile, "undated/1/1-*.html").text("pre")

    assert shown.removeprefix("\n") == HOSTILE.rstrip("\n")


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_an_article_shows_its_lines_of_the_source(real_site: Project, reading: Reading, number: int) -> None:
    first, last = reading.articles[number - 1].lines
    lines = SEED.read_text(encoding="utf-8").split("\n")[first - 1 : last]

    assert html(real_site, f"undated/*/{number}-*.html").text("pre") == "\n" + "\n".join(lines)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_an_article_shows_all_that_was_read_in_order(real_site: Project, reading: Reading, number: int) -> None:
    shown = "".join(html(real_site, f"undated/*/{number}-*.html").text("article").split())
    positions = [
        shown.find("".join(item.text.split())) for item in reading.articles[number - 1].body if item.type != "table"
    ]

    assert -1 not in positions
    assert positions == sorted(positions)


# Languages


def test_pages_speak_the_language_of_most_of_the_material(paper: Project) -> None:
    pages = [Html(page.decode()) for url, page in paper.pages().items() if url.endswith(".html")]

    assert {page.all("html")[0]["lang"] for page in pages} == {"zh-Hans"}


def test_an_article_in_another_language_says_so(paper: Project) -> None:
    page = html(paper, "undated/minato/1-*.html")

    assert [element.get("lang") for element in page.all("article")] == ["ja"]
    assert [element.get("lang") for element in page.all("pre")] == ["ja"]


def test_a_headline_in_another_language_says_so_in_lists(paper: Project) -> None:
    assert [element.get("lang") for element in html(paper, "undated/minato/index.html").all("li")] == ["ja"]


# Pages round the articles


def test_a_calendar_shows_twelve_months_and_links_the_days_that_have_a_paper(paper: Project) -> None:
    page = html(paper, "1998/index.html")
    days = [str(link["href"]) for link in page.all("a") if re.fullmatch(r"\d\d/\d\d/index\.html", str(link["href"]))]

    assert len(page.all("table")) == 12
    assert days == ["03/02/index.html", "12/31/index.html"]
    assert len([data for path, data in page.texts if "td" in path and data.strip().isdigit()]) == 365


def test_an_issue_lists_its_pages_and_their_articles_in_printed_order(paper: Project) -> None:
    page = html(paper, "1998/03/02/index.html")

    headlines = [data for path, data in page.texts if path[-2:] == ("h3", "a")]
    assert headlines == ["双河大桥通车", "茶厂扭亏", "城南小学迁入新校舍"]


def test_tags_of_front_matter_have_a_page_that_lists_every_article_of_the_source(paper: Project) -> None:
    links = html(paper, "tags/index.html").links()
    (tag,) = [link for link in links if link.startswith("fang-xun-")]
    page = (paper.site / "tags" / tag).read_text(encoding="utf-8")

    assert "<h1>防汛</h1>" in page
    assert [headline in page for headline in ("双河大桥通车", "茶厂扭亏", "城南小学迁入新校舍")] == [True, True, False]


def test_the_note_of_the_front_matter_is_shown(paper: Project) -> None:
    assert "右下角缺损。" in paper.page("1998/03/02/01-1-*.html")
    assert "右下角缺损。" in paper.page("1998/03/02/index.html")


def test_an_article_says_how_it_is_cited(paper: Project) -> None:
    page = paper.page("1998/03/02/01-1-*.html")

    assert '<p class="cite">双河大桥通车, <time>1998-03-02</time>, 第1版.</p>' in page


def test_the_page_for_wrong_addresses_needs_no_other_file(paper: Project) -> None:
    page = html(paper, "404.html")

    assert page.all("link") == []
    assert page.all("img") == []
    assert len(page.all("a")) == 1
