"""`newsarchive inspect`: how a file is read, for people and for programs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.articles.record import from_json
from newsarchive.cli import main

PAGE = """2021年3月5日 星期五 第2版

# 图书馆夜间开放

本报讯（记者 苗青）市图书馆昨天起夜间开放，每晚开到十点。

深化合作 常来常新

# 首届读书节在北岸公园举行

本报讯（记者 田野）首届读书节昨天举行。
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    (folder / "pages").mkdir(parents=True)
    (folder / "newsarchive.yaml").write_text(
        "sources:\n  - folder: pages\n    publication: 青江晚报\n", encoding="utf-8"
    )
    (folder / "pages" / "one.txt").write_text(PAGE, encoding="utf-8")
    return folder


def inspect(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["inspect", *map(str, arguments)])


def test_the_table_names_what_each_part_of_the_page_was_taken_for(project: Path) -> None:
    result = inspect(project / "pages" / "one.txt")

    assert result.exit_code == 0
    assert "folio" in result.output
    assert "heading" in result.output


def test_the_record_is_the_one_that_a_build_reads(project: Path) -> None:
    reading = from_json(inspect("--format", "json", project / "pages" / "one.txt").output.encode())

    assert reading.articles[0].headline == "图书馆夜间开放"
    assert reading.issue.date == "2021-03-05"


def test_a_file_is_read_with_the_configuration_of_the_project_that_it_lies_in(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    reading = from_json(inspect("--format", "json", os.path.relpath(project / "pages" / "one.txt")).output.encode())

    assert reading.issue.publication == "青江晚报"
    assert reading.source == "one.txt"  # as the build calls it: its path below the source folder


def test_a_mistake_in_that_configuration_is_said(project: Path) -> None:
    (project / "newsarchive.yaml").write_text("tittle: A\n", encoding="utf-8")
    result = inspect(project / "pages" / "one.txt")

    assert result.exit_code == 2
    assert "did you mean 'title'" in result.output


def test_what_is_least_sure_stands_first(project: Path) -> None:
    lines = inspect("--below", "0.95", project / "pages" / "one.txt").output.splitlines()
    sure = [float(line.split()[0]) for line in lines]

    assert sure
    assert sure == sorted(sure)


def test_without_a_file_all_pages_of_the_project_are_looked_at(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "pages" / "two.txt").write_text(PAGE.replace("图书馆", "博物馆"), encoding="utf-8")
    monkeypatch.chdir(project)
    lines = inspect("--below", "0.95").output.splitlines()

    assert [float(line.split()[0]) for line in lines] == sorted(float(line.split()[0]) for line in lines)
    assert {name for name in ("one.txt", "two.txt") if any(name in line for line in lines)} == {"one.txt", "two.txt"}


def test_without_a_file_and_without_pages_it_is_said_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = inspect()

    assert result.exit_code == 2
    assert "seeds" in result.output


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = inspect(tmp_path / "missing.txt")

    assert result.exit_code == 2
    assert "missing.txt" in result.output


def test_a_doubtful_field_is_named_by_a_path_that_can_be_opened(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    lines = inspect("--below", "0.95", "archive").output.splitlines()

    assert lines
    assert all(Path(line.split()[1].split(":")[0]).is_file() for line in lines)


def test_of_pages_without_text_it_is_said_and_where_all_is_sure_that_too(project: Path) -> None:
    (project / "pages" / "two.txt").write_text("", encoding="utf-8")
    result = inspect("--below", "0.01", project)

    assert "two.txt: warning: there is no text" in result.output
    assert "nothing is less sure than 0.01 in 2 pages" in result.output
