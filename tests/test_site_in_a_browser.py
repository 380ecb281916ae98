"""Whole sites in Chromium, from the folder as by double click: every page reached, read, measured."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urldefrag

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ViewportSize

from tests.chromium import find_chromium, launch
from tests.conftest import SEED, Project
from tests.score import expected_of, pages

NARROW: ViewportSize = {"width": 360, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
LISTS = 40  # pages of tags and of people that are opened: they look alike, and a large site has thousands

CONFIGURATION = """
title: 双河报纸档案
sources:
  - folder: daily
    publication: 双河日报
    pattern: "{year}-{month}-{day}/{page}.txt"
  - folder: courier
    publication: Wexcombe Courier
    language: en
  - folder: loose
"""
INVENTED = {
    "daily/1998-03-02/01.txt": """双河日报  1998年3月2日 星期一  第1版 要闻

## 春水绿了两岸

# 双河大桥昨日合龙

## 全长一千二百米 年底可望通车

本报讯(记者 顾远山 通讯员 沈小荷)昨日上午,随着最后一段箱梁落位,双河大桥主桥顺利合龙。市交通局局长郭立新说,大桥双向四车

道,预计今年年底通车。

家住河东的居民孟阿婆说,从前过河要等渡船,遇上大雾半天也走不成。

# 城南小学迁入新校舍

本报讯(记者 顾远山)城南小学八百名学生昨天搬进新校舍。新校舍有教室二十四间,图书室藏书一万册。

图为学生在新图书室看书。沈小荷 摄
""",
    "daily/1998-03-02/02.txt": """第2版 经济

# 茶厂改制第一年扭亏

本报讯(通讯员 沈小荷)云岭茶厂实行股份制改造以后,去年实现利润三十万元,这是该厂五年来第一次盈利。

| 年份 | 产量(吨) | 利润(万元) |
|---|---|---|
| 1996 | 410 | -52 |
| 1997 | 466 | 30 |

# <b>请注意</b> & "停水通知"

因管道检修,河西片区3月5日8时至18时停水,请居民提前储水。特此通知。
""",
    "daily/1998-03-03/01.txt": """---
tags: [防汛, 水利]
note: 右下角缺损，据合订本补。
---
# 全市防汛准备会召开

新华社双河3月2日电(记者 顾远山)双河市昨天召开防汛准备会,部署今年的防汛工作。会议要求各县区三月底以前完成险工险段排查。
""",
    "daily/1999-01-04/01.txt": """# 双河大桥通车

本报讯(记者 顾远山)双河大桥昨天正式通车。上午十时,首批五十辆汽车驶过大桥。
""",
    "courier/1931-06-12_3.txt": """Wexcombe Courier    Friday, June 12, 1931    Page 3

# SALT BARGE RUNS AGROUND BELOW THE OLD LOCK

## Crew of Four Brought Ashore by Rope

By Edith Marlowe

The salt barge Providence ran upon the shoal below the old lock at Wexcombe early on Thursday. Her master, Captain Amos
Threlkeld, told the Courier that the fog was so thick he could not see the towpath.

All four hands were brought ashore by rope before noon, and no one was hurt.

# THE LIBRARY TO OPEN ON SATURDAYS

The Council resolved on Tuesday that the reading room in Mill Lane shall open on Saturdays from nine until six.
""",
    "courier/1931-06-19_1.txt": """# HARVEST FAIR FIXED FOR SEPTEMBER

By Edith Marlowe

The Harvest Fair will be held on the Common on the second Saturday in September, the committee announced on Monday.
""",
    "loose/minato.txt": """---
language: ja
publication: 港町新報
---
# 旧灯台、資料館に生まれ変わる

【北浜＝水沢遥】北浜町は、百年前に建てられた旧灯台を郷土資料館として整備し、来月一日に開館すると発表した。町民から集めた漁具や写真およそ三百点を展示する。

館長の水沢さんは「子どもたちに海の暮らしを伝えたい」と話している。
""",
    "loose/sans.txt": """# 一张没有日期的报纸

本报讯(记者 顾远山)这张报纸的报头已经缺失,看不出是哪一天印的。

https://example.org/a-very-long-address-without-any-place-to-break/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
""",
    "loose/empty.txt": "",
}


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What Chromium says of a page."""

    url: str
    kind: str  # the class of the body, which tells the templates apart
    title: str
    lang: str
    headings: list[int]  # levels in order
    ids: list[str]
    links: list[str]  # absolute, fragments included
    unnamed: int  # links without words
    text: str
    overflow: int  # pixels that the page is wider than the window


SHOW = """() => {
    document.querySelectorAll("details").forEach(each => { each.open = true });
    const root = document.documentElement;
    return {
        url: location.href, kind: document.body.className, title: document.title, lang: root.lang,
        headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map(each => Number(each.tagName[1])),
        ids: [...document.querySelectorAll("[id]")].map(each => each.id),
        links: [...document.querySelectorAll("a[href]")].map(each => each.href),
        unnamed: [...document.querySelectorAll("a")].filter(each => !each.textContent.trim()).length,
        text: document.body.innerText,
        overflow: root.scrollWidth - root.clientWidth,
    };
}"""


class Crawl:
    """The pages of a site that links reach from index.html, and what went wrong on the way."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.folder = folder
        self.start = (folder / "index.html").as_uri()
        self.shown: dict[str, Shown] = {}
        self.reached = {self.start}
        self.lists: Counter[str] = Counter()
        self.complaints: list[str] = []
        self.outside: set[str] = set()
        context = browser.new_context(viewport=NARROW)
        page = context.new_page()
        page.on("console", lambda said: self.complaints.append(f"{page.url}: {said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("requestfailed", lambda request: self.complaints.append(f"{page.url}: cannot load {request.url}"))
        page.on("request", lambda request: self._note(request.url))
        waiting = [self.start]
        while waiting:
            url = waiting.pop()
            page.goto(url)
            self.shown[url] = msgspec.convert(page.evaluate(SHOW), Shown)
            new = {urldefrag(link).url for link in self.shown[url].links} - self.reached
            self.reached |= new
            waiting += [found for found in sorted(new) if self.is_worth_a_look(found)]
        context.close()

    def is_worth_a_look(self, url: str) -> bool:
        """Whether it is a page of the site that is there, and not one list too many."""
        if not self.is_inside(url) or not self.file(url).is_file():
            return False
        shelf, *rest = self.short(url).split("/")
        is_list = shelf in ("tags", "people") and len(rest) > 1
        self.lists[shelf] += is_list
        return not is_list or self.lists[shelf] <= LISTS

    def is_inside(self, url: str) -> bool:
        return url.startswith(self.folder.as_uri() + "/")

    def file(self, url: str) -> Path:
        return Path(unquote(url.removeprefix("file://")))

    def short(self, url: str) -> str:
        return unquote(url.removeprefix(self.folder.as_uri() + "/"))

    def one_of_each_kind(self) -> list[str]:
        """An address for each template; of articles the longest."""
        by_length = sorted(self.shown.values(), key=lambda shown: len(shown.text))
        return sorted({shown.kind: shown.url for shown in by_length}.values())

    def _note(self, url: str) -> None:
        if not self.is_inside(url):
            self.outside.add(url)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.fail("no Chromium here; python -m tests.chromium installs one")  # the crawl is no option
    with launch(path) as found:
        yield found


def real_page(project: Project) -> None:
    project.source(SEED.name, SEED.read_bytes())


def invented_papers(project: Project) -> None:
    project.configure(CONFIGURATION)
    for path, text in INVENTED.items():
        file = project.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def corpus_of_dialects(project: Project) -> None:
    """A page of each tool in each language: the crawl of all would grow with the corpus."""
    chosen: dict[tuple[str, str], Path] = {}
    for folder in pages():
        expected = expected_of(folder)
        chosen.setdefault((expected["dialect"], expected["language"]), folder)
    for folder in chosen.values():
        for case in folder.glob("page.*"):
            project.source(f"{folder.name}{case.suffix}", case.read_bytes())


SITES = {site.__name__: site for site in (real_page, invented_papers, corpus_of_dialects)}


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built site, moved away from its project."""
    project = Project(tmp_path_factory.mktemp(request.param))
    SITES[request.param](project)
    project.build()
    moved = tmp_path_factory.mktemp("on a stick") / "报纸 #1"
    shutil.move(project.site, moved)
    return moved


@pytest.fixture(scope="module")
def crawl(site: Path, browser: Browser) -> Crawl:
    return Crawl(browser, site)


def test_links_reach_every_page_but_the_one_for_wrong_addresses(crawl: Crawl) -> None:
    there = {path.relative_to(crawl.folder).as_posix() for path in crawl.folder.rglob("*.html")}

    assert there - set(map(crawl.short, crawl.reached)) == {"404.html"}


def test_no_link_is_broken(crawl: Crawl) -> None:
    there = {url for url in crawl.reached if crawl.is_inside(url) and crawl.file(url).is_file()}

    assert {crawl.short(url) for url in crawl.reached - there} == set()


def test_every_place_that_a_link_names_within_a_page_is_there(crawl: Crawl) -> None:
    named = {urldefrag(link) for shown in crawl.shown.values() for link in shown.links}

    assert [
        f"{crawl.short(target)}#{anchor}"
        for target, anchor in named
        if anchor and target in crawl.shown and unquote(anchor) not in crawl.shown[target].ids
    ] == []


def test_the_browser_has_nothing_to_complain_of(crawl: Crawl) -> None:
    assert crawl.complaints == []


def test_no_request_leaves_the_folder(crawl: Crawl) -> None:
    assert crawl.outside == set()


def test_every_page_names_its_language_and_itself(crawl: Crawl) -> None:
    assert {shown.lang for shown in crawl.shown.values()} == {crawl.shown[crawl.start].lang} != {""}
    assert [crawl.short(url) for url, shown in crawl.shown.items() if not shown.title.strip()] == []


def test_every_page_has_one_first_heading_and_skips_no_level(crawl: Crawl) -> None:
    wrong = {
        crawl.short(url): shown.headings
        for url, shown in crawl.shown.items()
        if shown.headings.count(1) != 1
        or any(later > earlier + 1 for earlier, later in zip(shown.headings, shown.headings[1:], strict=False))
    }

    assert wrong == {}


def test_no_id_stands_twice(crawl: Crawl) -> None:
    assert [crawl.short(url) for url, shown in crawl.shown.items() if len(set(shown.ids)) < len(shown.ids)] == []


def test_no_link_is_without_words(crawl: Crawl) -> None:
    assert [crawl.short(url) for url, shown in crawl.shown.items() if shown.unnamed] == []


def test_nothing_is_wider_than_a_small_telephone(crawl: Crawl) -> None:
    assert {crawl.short(url): shown.overflow for url, shown in crawl.shown.items() if shown.overflow} == {}


def test_pages_say_the_same_without_javascript(crawl: Crawl, browser: Browser) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)
    page = context.new_page()
    for url in crawl.one_of_each_kind():
        page.goto(url)
        assert page.locator("main").inner_text() != ""
        assert set(page.locator("main").all_inner_texts()[0].split()) <= set(crawl.shown[url].text.split()), url
    context.close()


def test_without_its_style_an_article_is_read_from_headline_to_proof(crawl: Crawl, browser: Browser) -> None:
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    articles = [url for url in crawl.one_of_each_kind() if crawl.shown[url].kind == "reading"]
    for url in articles:
        page.goto(url)
        parts = [page.locator(part).first.bounding_box() for part in ("h1", ".text", ".about", ".proof")]
        tops = [part["y"] for part in parts if part]
        assert tops == sorted(tops), url
    assert articles != []
    context.close()


@pytest.mark.parametrize(("window", "scheme"), [(NARROW, "light"), (WIDE, "dark")], ids=["narrow-light", "wide-dark"])
def test_axe_finds_no_barrier(
    crawl: Crawl, browser: Browser, window: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport=window, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found = []
    for url in crawl.one_of_each_kind():
        page.goto(url)
        page.evaluate(SHOW)
        barriers = Axe().run(page).response["violations"]
        found += [f"{crawl.short(url)}: {each['id']}: {each['nodes'][0]['failureSummary']}" for each in barriers]
    context.close()

    assert found == []


def test_the_skip_link_leads_a_keyboard_to_the_text(crawl: Crawl, browser: Browser) -> None:
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.goto(crawl.start)
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.getAttribute('href') === '#main'")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{crawl.start}#main")  # a busy machine takes its time

    assert page.url == f"{crawl.start}#main"
    context.close()
