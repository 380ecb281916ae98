"""`build`: only what changed is read and written, and the bytes are those of a clean build."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from newsarchive.problems import CatalogueError, OutputError
from tests.conftest import SEED, Project

STORY = """## {headline}

本报讯(记者 {reporter}){lead}。昨天,青石镇召开座谈会,镇长{mayor}出席会议并讲话。

与会人员围绕新能源和招商引资交流了意见,会议要求各村抓好落实。
"""


def story(headline: str, reporter: str = "程远帆", mayor: str = "岳建川", lead: str = "春耕生产有序推进") -> str:
    return STORY.format(headline=headline, reporter=reporter, mayor=mayor, lead=lead)


@pytest.fixture
def town(project: Project) -> Project:
    """Three issues of a town paper, two pages each, two stories a page."""
    for day in (17, 18, 19):
        for page in (1, 2):
            text = "\n".join(
                story(f"{day}日青石镇{'东西'[page - 1]}村第{number}次开会", lead=f"{day}日的第{number}件事")
                for number in (1, 2)
            )
            project.source(f"2024-05-{day}/{page:02}.txt", text)
    project.build()
    return project


def written(project: Project) -> set[str]:
    """The pages that the next build writes."""
    before = {path: path.stat().st_ino for path in project.site.rglob("*.html")}
    summary = project.build()
    after = {path: path.stat().st_ino for path in project.site.rglob("*.html")}
    changed = {path.relative_to(project.site).as_posix() for path in after if before.get(path) != after[path]}
    assert len(changed) == summary.written
    return changed


def test_a_second_build_reads_and_writes_nothing(town: Project) -> None:
    summary = town.build()

    assert (summary.read, summary.written, summary.removed) == (0, 0, ())


def test_a_file_with_a_new_time_but_the_same_bytes_writes_nothing(town: Project) -> None:
    file = town.source("2024-05-18/01.txt")
    file.write_bytes(file.read_bytes())

    assert town.build().written == 0


def test_a_word_changed_in_a_body_rewrites_only_that_article(town: Project) -> None:
    file = town.source("2024-05-18/01.txt")
    text = file.read_text(encoding="utf-8")
    last = text.rindex("抓好落实")
    file.write_text(text[:last] + "抓紧落实" + text[last + 4 :], encoding="utf-8")

    changed = written(town)

    assert {url for url in changed if url.count("/") == 3 and not url.endswith("index.html")} == {
        next(url for url in changed if url.startswith("2024/05/18/01-2-"))
    }
    assert changed <= {*changed, "2024/05/18/index.html", "index.html"}
    assert len(changed) <= 3


def test_a_new_headline_rewrites_the_article_its_neighbours_and_the_lists_that_name_it(town: Project) -> None:
    file = town.source("2024-05-18/01.txt")
    file.write_text(file.read_text(encoding="utf-8").replace("18日青石镇东村第2次开会", "改过的标题"), encoding="utf-8")

    changed = written(town)

    articles = {url.rpartition("/")[2][:4] for url in changed if url.startswith("2024/05/18/0")}
    assert articles == {"01-1", "01-2", "02-1"}  # itself, before, after
    assert not any(url.startswith(("2024/05/17", "2024/05/19")) for url in changed)
    assert "2024/05/18/index.html" in changed


def test_a_deleted_page_leaves_no_orphan(town: Project) -> None:
    town.source("2024-05-19/02.txt").unlink()

    removed = town.build().removed

    assert sum(url.startswith("2024/05/19/02-") for url in removed) == 2
    assert not list(town.site.glob("2024/05/19/02-*"))


def test_an_issue_that_is_gone_leaves_no_folder(town: Project) -> None:
    shutil.rmtree(town.folder / "seeds/2024-05-19")

    town.build()

    assert not (town.site / "2024/05/19").exists()


def test_a_page_that_somebody_deleted_is_written_again(town: Project) -> None:
    (town.site / "2024/05/18/index.html").unlink()

    assert written(town) == {"2024/05/18/index.html"}


@pytest.mark.parametrize("page", ["index.html", "2024/index.html", "2024/05/18/index.html"])
def test_a_page_that_somebody_deleted_from_a_large_site_is_written_again(
    town: Project, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr("newsarchive.build.SEALED", 0)
    town.build()
    assert town.build().written == 0
    (town.site / page).unlink()

    assert written(town) == {page}


def test_a_large_site_is_looked_at_page_by_page_once_after_somebody_put_something_in_it(
    town: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []

    def missing(folder: Path, urls: Iterable[str]) -> list[str]:
        looked_at.append(len(list(urls)))
        return []

    monkeypatch.setattr("newsarchive.build.SEALED", 0)
    monkeypatch.setattr("newsarchive.build.output.missing", missing)
    town.build()
    town.build()
    (town.site / "tags/note.txt").write_text("of someone else", encoding="utf-8")
    town.build()
    town.build()

    every = sum(1 for _ in town.site.rglob("*.html")) + sum(1 for _ in (town.site / "static").iterdir())
    assert looked_at == [every, 2, every, 2]


def test_a_style_sheet_that_somebody_deleted_is_written_again_and_stays(town: Project) -> None:
    (town.site / "static/site.css").unlink()

    town.build()

    assert (town.site / "static/site.css").exists()


def test_the_project_folder_itself_is_no_output_folder(town: Project) -> None:
    with pytest.raises(OutputError):
        town.build(to=".")


def test_an_issue_of_which_one_page_names_the_paper_can_be_turned_page_by_page(project: Project) -> None:
    project.source("2024-05-18/01.txt", "---\npublication: 临江日报\n---\n" + story("青石镇东村开会"))
    project.source("2024-05-18/02.txt", story("青石镇西村开会"))
    project.build()

    assert 'rel="next"' in project.page("2024/05/18/01-1-*.html")


def test_the_calendar_of_a_year_links_to_the_years_beside_it_whatever_paper_they_name(project: Project) -> None:
    for year in (2020, 2022):
        project.source(f"{year}-01-01/01.txt", "---\npublication: X Post\n---\n" + story(f"{year}年开会"))
    project.build()
    project.source("2021-01-01/01.txt", story("那一年开会"))
    project.build()

    assert "../2021/index.html" in project.page("2020/index.html")


def test_dated_pages_without_a_paper_are_reached_beside_two_papers(project: Project) -> None:
    for number, paper in enumerate(("X Post", "People"), 1):
        project.source(f"2024-05-0{number}/01.txt", f"---\npublication: {paper}\n---\n" + story(f"第{number}次开会"))
    project.source("2019-01-01/01.txt", story("无名报纸开会"))
    project.build()

    home = (project.site / "index.html").read_text(encoding="utf-8")
    assert "2019/index.html" in home
    assert (project.site / "people/index.html").read_text(encoding="utf-8").count("X Post") == 0


def test_a_page_number_of_any_length_builds(project: Project) -> None:
    project.source("a.txt", f"---\ndate: 2024-05-18\npage: {'A' * 300}{'1' * 4500}\n---\n" + story("长版次"))

    assert project.build().articles == 1


def test_without_its_catalogue_a_build_gives_the_same_bytes_and_removes_orphans(town: Project) -> None:
    before = town.pages()
    shutil.rmtree(town.folder / ".newsarchive")
    town.source("2024-05-19/02.txt").unlink()
    town.build()
    town.source("2024-05-19/02.txt", before and "\n".join(
        story(f"19日青石镇西村第{number}次开会", lead=f"19日的第{number}件事") for number in (1, 2)
    ))  # fmt: skip
    shutil.rmtree(town.folder / ".newsarchive")

    town.build()

    assert town.pages() == before


def test_a_damaged_catalogue_is_made_anew_and_said_so(town: Project) -> None:
    before = town.pages()
    (town.folder / ".newsarchive/catalogue.db").write_bytes(b"not a database" * 100)

    summary = town.build()

    assert town.pages() == before
    assert "damaged" in summary.notes[0]


def test_a_second_build_at_once_is_refused_with_who_holds_the_lock(
    town: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[CatalogueError] = []

    def while_building(*_: object) -> list[str]:
        with pytest.raises(CatalogueError) as error:
            town.build()
        refused.append(error.value)
        return []

    monkeypatch.setattr("newsarchive.build.sweep", while_building)
    town.build()

    assert "process" in str(refused[0])


def test_a_new_theme_writes_pages_but_reads_nothing(town: Project) -> None:
    template = (Path(__file__).parent.parent / "templates/404.html").read_text(encoding="utf-8")
    (town.folder / "templates").mkdir()
    (town.folder / "templates/404.html").write_text(template + "<!-- ours -->\n", encoding="utf-8")

    summary = town.build()

    assert (summary.read, summary.written) == (0, 1)


def test_one_job_and_several_write_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsarchive.build.WRITE_WORTH", 0)
    sites = []
    for jobs in (1, 3):
        project = Project(tmp_path / str(jobs))
        for number in range(60):
            project.source(f"2024-03-{number // 3 + 1:02}/{number % 3 + 1:02}.txt", story(f"第{number}条消息"))
        project.build(jobs=jobs)
        sites.append(project.pages())

    assert sites[0] == sites[1]


def test_two_pages_that_want_one_address_are_both_kept_and_named(project: Project) -> None:
    project.source("2024-05-18/01.txt", story("同一个标题"))
    project.source("2024-05-18/01-again.txt", story("同一个标题"))
    project.source("2024-05-18/01b.txt", "---\ndate: 2024-05-18\npage: 1\n---\n" + story("同一个标题"))

    summary = project.build()

    assert {"page-twice", "same-address"} <= {problem.code for problem in summary.problems}
    assert len(list(project.site.glob("2024/05/18/01-1-*.html"))) >= 2


def test_two_papers_have_their_own_prefix_and_one_has_none(town: Project) -> None:
    town.source("other.txt", "---\npublication: Harbour News\ndate: 2024-05-18\npage: 1\n---\n# Rain\n\nIt rained.\n")
    town.source("mine.txt", "---\npublication: 临江日报\ndate: 2024-05-20\npage: 1\n---\n" + story("有报名的一条"))
    town.build()

    assert (town.site / "harbour-news/2024/05/18/index.html").exists()
    assert list(town.site.glob("lin-jiang-ri-bao-*/index.html"))

    town.source("other.txt").unlink()
    town.build()

    assert not (town.site / "harbour-news").exists()
    assert (town.site / "2024/05/20/index.html").exists()


def test_a_part_of_a_long_list_tells_its_own_number_of_articles(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsarchive.catalogue.limits.LIST", 2)
    for page in (1, 2, 3):
        project.source(f"2024-05-17/0{page}.txt", story(f"青石镇第{page}村开会"))
    project.build()
    project.source("2025-05-17/01.txt", story("青石镇次年开会"))
    project.build()

    assert '<p class="facts">4 篇</p>' in project.page("people/cheng-yuan-fan-*/index.html")
    assert '<p class="facts">2 篇</p>' in project.page("people/cheng-yuan-fan-*/2024.html")
    assert '<p class="facts">1 篇</p>' in project.page("people/cheng-yuan-fan-*/2024-2.html")


def test_the_catalogue_holds_no_queue_after_a_build(town: Project) -> None:
    with sqlite3.connect(town.folder / ".newsarchive/catalogue.db") as connection:
        assert connection.execute("SELECT count(*) FROM queue").fetchone() == (0,)
    connection.close()


def test_a_source_that_changes_while_the_site_is_written_is_left_for_the_next_build(
    real: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsarchive import build as module

    plan: Callable[..., object] = module.plan

    def touched(*arguments: object) -> object:
        real.source(SEED.name, SEED.read_bytes() + "\n新添的一行。\n".encode())
        return plan(*arguments)

    monkeypatch.setattr("newsarchive.build.plan", touched)
    first = real.build(jobs=1)
    monkeypatch.undo()
    real.build(jobs=1)

    assert [problem.code for problem in first.problems if problem.severity != "info"] == ["changed-meanwhile"]
    assert any("新添的一行" in data.decode() for url, data in real.pages().items() if url.startswith("undated/"))


def test_a_source_written_while_the_clock_stood_back_is_read(town: Project) -> None:
    file = town.source("2024-05-18/01.txt")
    file.write_text(file.read_text(encoding="utf-8").replace("座谈会", "座谈会议"), encoding="utf-8")
    os.utime(file, (0, 0))

    assert town.build().read == 1
    assert town.build().read == 0


def test_what_a_build_says_is_the_same_with_and_without_its_catalogue(town: Project) -> None:
    town.source("2024-05-18/03.txt", "")
    first = [str(problem) for problem in town.build().problems]
    shutil.rmtree(town.folder / ".newsarchive")

    assert [str(problem) for problem in town.build().problems] == first
