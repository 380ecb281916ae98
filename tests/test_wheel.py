"""What ships: the wheel, installed in an empty environment, at work outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

SLOW_TO_IMPORT = ("jinja2", "markdown_it", "rich", "pypinyin", "rjieba", "numpy", "yaml", "charset_normalizer")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, at=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The `python` of an environment that holds the wheel, what it needs, and nothing else."""
    environment = wheel.parent / "venv"
    run(sys.executable, "-m", "venv", environment, at=wheel.parent)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, at=wheel.parent)
    return python


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a copy of seeds/, outside the checkout."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def run(*command: object, at: Path, **environment: str) -> str:
    """What the command prints; its complaints where it fails. No PYTHONPATH leads back to the checkout."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command], cwd=at, env={**inherited, **environment}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_carries_the_theme_and_no_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    theme = {
        f"newsarchive/theme/{path.relative_to(ROOT).as_posix()}"
        for part in ("templates", "static")
        for path in (ROOT / part).rglob("*")
        if path.is_file()
    }

    assert theme <= names
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"newsarchive"}


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "newsarchive"
    wanted = {
        f"newsarchive/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert wanted - names == set()


def test_the_installed_program_builds_the_same_bytes_as_the_checkout(installed: Path, folder: Path) -> None:
    here = folder / "here"
    shutil.copytree(folder / "seeds", here / "seeds")

    run(installed.parent / "newsarchive", "build", at=folder)
    run(sys.executable, "-m", "newsarchive", "build", at=here, PYTHONPATH=str(ROOT / "src"))

    assert len(files(folder / "build")) > 5
    assert files(folder / "build") == files(here / "build")


def test_a_projects_own_template_and_style_replace_ours_file_by_file(installed: Path, folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "article.html").write_text("<!doctype html><p>OWN {{ page.title }}</p>", encoding="utf-8")
    (folder / "static").mkdir()
    (folder / "static" / "site.css").write_text("p { color: teal }", encoding="utf-8")
    (folder / "static" / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")

    run(installed, "-m", "newsarchive", "build", at=folder)

    built = files(folder / "build")
    articles = [data for url, data in built.items() if url.startswith("undated/") and "/1-" in url]
    assert [data[:23] for data in articles] == [b"<!doctype html><p>OWN 2"]
    assert built["static/site.css"] == b"p { color: teal }"
    assert built["static/logo.svg"].startswith(b"<svg")
    assert b"<h1" in built["index.html"]


def test_asking_for_the_version_imports_nothing_that_is_slow(installed: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from newsarchive.cli import main; main(['--version'], standalone_mode=False);"
        f"print(sorted(set({SLOW_TO_IMPORT!r}) & set(sys.modules)))"
    )

    said = run(installed, "-c", program, at=tmp_path).splitlines()

    assert said[0].startswith("newsarchive, version ")
    assert said[1] == "[]"
