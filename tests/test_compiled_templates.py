"""The bytecode of templates is remembered between builds; nobody can see that but by the clock."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsarchive.site.theme import environment
from tests.conftest import Project
from tests.test_build import story


@pytest.fixture
def built(project: Project) -> Project:
    project.source("2024-05-17/01.txt", story("新桥通车"))
    project.build()
    return project


def remembered(project: Project) -> list[Path]:
    return sorted((project.folder / ".newsarchive/templates").iterdir())


def times(project: Project) -> list[int]:
    return [file.stat().st_mtime_ns for file in remembered(project)]


def pages_drawn_again(project: Project) -> dict[str, bytes]:
    """What a new process would write, if somebody had removed the site."""
    for page in project.site.rglob("*.html"):
        page.unlink()
    environment.cache_clear()
    project.build()
    return project.pages()


def test_a_build_that_finds_the_bytecode_writes_the_same_bytes(built: Project) -> None:
    before, compiled = built.pages(), times(built)

    assert pages_drawn_again(built) == before
    assert times(built) == compiled != []


@pytest.mark.parametrize("left", [0, 5, 20, 1000])
def test_bytecode_that_was_cut_short_is_harmless_and_made_anew(built: Project, left: int) -> None:
    before = built.pages()
    for file in remembered(built):
        file.write_bytes(file.read_bytes()[:left])

    assert pages_drawn_again(built) == before
    assert all(file.stat().st_size > left for file in remembered(built))


def test_one_turned_bit_in_the_bytecode_is_harmless(built: Project) -> None:
    before = built.pages()
    for file in remembered(built):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)

    assert pages_drawn_again(built) == before


def test_bytecode_that_cannot_be_kept_is_not_missed(built: Project) -> None:
    before = built.pages()
    for file in remembered(built):
        file.unlink()
    (built.folder / ".newsarchive/templates").rmdir()
    (built.folder / ".newsarchive/templates").write_bytes(b"")

    assert pages_drawn_again(built) == before


def test_a_template_that_changes_and_changes_back_is_seen_each_time(built: Project) -> None:
    ours = (Path(__file__).parent.parent / "templates/404.html").read_text(encoding="utf-8")
    (built.folder / "templates").mkdir()
    for words in ("<!-- one -->", "<!-- two -->", "<!-- one -->"):
        (built.folder / "templates/404.html").write_text(ours + words, encoding="utf-8")
        environment.cache_clear()
        built.build()

        assert built.page("404.html").endswith(words)


def test_a_new_title_is_seen_though_it_stands_in_the_bytecode(built: Project) -> None:
    built.configure("title: 临江旧报\n")
    environment.cache_clear()
    built.build()

    assert "临江旧报" in built.page("404.html")
