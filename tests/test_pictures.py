"""Pictures that lie beside a page are shown; they come, change and go like everything else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Project

PAGE = """# 老码头图书馆下月开馆

本报讯(记者 俞晚晴)由旧粮仓改建的老码头图书馆将于6月8日开馆,馆内藏书六万册。

![](images/{name})
图为改建中的老码头图书馆。程远帆 摄
"""
PIXEL = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")
OTHER = PIXEL.replace(b"\xff\xff\xff", b"\xee\xee\xee")


@pytest.fixture
def pictured(project: Project) -> Project:
    project.source("2024-05-18/01.md", PAGE.format(name="dock.gif"))
    project.source("2024-05-18/images/dock.gif", PIXEL)
    project.build()
    return project


def shown(project: Project) -> list[Path]:
    return sorted((project.site / "pictures").glob("*")) if (project.site / "pictures").exists() else []


def test_a_picture_beside_the_page_is_shown_in_its_article(pictured: Project) -> None:
    (picture,) = shown(pictured)

    assert picture.read_bytes() == PIXEL
    assert f'src="../../../pictures/{picture.name}"' in pictured.page("2024/05/18/01-1-*.html")


def test_a_second_build_copies_no_picture_again(pictured: Project) -> None:
    assert pictured.build().written == 0


def test_a_changed_picture_is_shown_and_the_old_one_removed(pictured: Project) -> None:
    before = shown(pictured)
    pictured.source("2024-05-18/images/dock.gif", OTHER)

    pictured.build()

    (after,) = shown(pictured)
    assert [after] != before
    assert after.name in pictured.page("2024/05/18/01-1-*.html")


def test_a_picture_that_comes_later_is_shown_then(project: Project) -> None:
    project.source("2024-05-18/01.md", PAGE.format(name="dock.gif"))
    project.build()
    assert "<img" not in project.page("2024/05/18/01-1-*.html")

    project.source("2024-05-18/images/dock.gif", PIXEL)
    project.build()

    assert "<img" in project.page("2024/05/18/01-1-*.html")


def test_a_picture_that_comes_to_the_top_of_the_sources_is_shown_too(project: Project) -> None:
    project.source("2024-05-18/01.md", PAGE.format(name="dock.gif"))
    project.build()

    project.source("images/dock.gif", PIXEL)
    project.build()
    assert len(shown(project)) == 1

    project.source("2024-05-18/images/dock.gif", OTHER)
    project.build()
    assert [picture.read_bytes() for picture in shown(project)] == [OTHER]


def test_a_picture_that_is_gone_leaves_neither_file_nor_link(pictured: Project) -> None:
    pictured.source("2024-05-18/images/dock.gif").unlink()

    pictured.build()

    assert shown(pictured) == []
    assert "<img" not in pictured.page("2024/05/18/01-1-*.html")


def test_a_picture_of_two_pages_stays_while_one_names_it(pictured: Project) -> None:
    pictured.source("2024-05-18/02.md", PAGE.format(name="dock.gif"))
    pictured.build()
    pictured.source("2024-05-18/02.md").unlink()

    pictured.build()

    assert len(shown(pictured)) == 1


@pytest.mark.parametrize("name", ["../../../outside.gif", "dock.svg", "http://example.org/dock.gif"])
def test_what_is_no_picture_of_the_folder_is_not_copied(project: Project, name: str) -> None:
    (project.folder / "outside.gif").write_bytes(PIXEL)
    project.source("2024-05-18/01.md", PAGE.replace("images/{name}", name))
    project.source("2024-05-18/dock.svg", b"<svg/>")

    project.build()

    assert shown(project) == []
    assert "<img" not in project.page("2024/05/18/01-1-*.html")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(project: Project) -> None:
    (project.folder / "outside.gif").write_bytes(PIXEL)
    project.source("2024-05-18/01.md", PAGE.format(name="dock.gif"))
    (project.folder / "seeds/2024-05-18/images").mkdir()
    project.source("2024-05-18/images/dock.gif").symlink_to(project.folder / "outside.gif")

    project.build()

    assert shown(project) == []


def test_a_picture_that_no_catalogue_remembers_is_removed(pictured: Project) -> None:
    shutil.rmtree(pictured.folder / ".newsarchive")
    pictured.source("2024-05-18/images/dock.gif", OTHER)

    pictured.build()

    assert [picture.read_bytes() for picture in shown(pictured)] == [OTHER]


def test_without_its_catalogue_a_build_gives_the_same_pictures(pictured: Project) -> None:
    before = pictured.pages()
    shutil.rmtree(pictured.folder / ".newsarchive")

    pictured.build()

    assert pictured.pages() == before
