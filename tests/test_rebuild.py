"""What holds the build together: any edits, built as they come, end in the bytes of one clean build; so does a kill."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from newsarchive import build
from newsarchive.catalogue import limits
from tests.conftest import ROOT, Project
from tests.test_build import story

HEADLINES = ["新桥通车", "粮仓改建图书馆", "Rain again", "渡口停航", "新桥通车", "春耕课堂 开到田头"]
REPORTERS = ["程远帆", "柳小满", "俞晚晴"]
MAYORS = ["岳建川", "翁启明", "沈知秋"]
FOLDERS = ["2024-05-17/01", "2024-05-17/02", "2024-05-18/01", "2023-12-31/A01", "loose", "loose-2", "2024-05-17/01-b"]
PUBLICATIONS = ["", "publication: 临江日报\n", "publication: Harbour News\n"]
DATES = ["", "date: 2024-05-18\npage: 1\n", "date: 2022-01-02\ntags: [水利, 桥]\nnote: 馆藏缺页\n"]

stories = st.builds(
    story,
    st.sampled_from(HEADLINES),
    st.sampled_from(REPORTERS),
    st.sampled_from(MAYORS),
    st.sampled_from(["春耕", "抢收"]),
)
sources = st.builds(
    lambda paper, date, texts: (f"---\n{paper}{date}---\n" if paper or date else "") + "\n".join(texts),
    st.sampled_from(PUBLICATIONS),
    st.sampled_from(DATES),
    st.lists(stories, min_size=0, max_size=4),
)


class Edits(RuleBasedStateMachine):
    """A project under edit, with lists so short that every kind of page is cut into parts."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="newsarchive-"))
        self.project = Project(self.folder)
        self.project.source("first.txt", story("第一条消息"))

    @initialize()
    def short_lists(self) -> None:
        self.kept = (limits.LIST, limits.INDEX, limits.TOP, limits.LATEST)
        self.worth = (build.READ_WORTH, build.WRITE_WORTH)
        limits.LIST, limits.INDEX, limits.TOP, limits.LATEST = 2, 4, 2, 1
        build.READ_WORTH = build.WRITE_WORTH = 0

    @rule(name=st.sampled_from(FOLDERS), text=sources)
    def write(self, name: str, text: str) -> None:
        self.project.source(f"{name}.txt", text)

    @rule(name=st.sampled_from(FOLDERS))
    def remove(self, name: str) -> None:
        self.project.source(f"{name}.txt").unlink(missing_ok=True)

    @rule(name=st.sampled_from(FOLDERS), to=st.sampled_from(FOLDERS))
    def move(self, name: str, to: str) -> None:
        source, target = self.project.source(f"{name}.txt"), self.project.source(f"{to}.txt")
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)

    @rule(title=st.sampled_from(["", "title: 临江报纸档案\n", "language: en\n"]))
    def configure(self, title: str) -> None:
        self.project.configure(title)

    @rule(jobs=st.sampled_from([1, 1, 2]))
    def build(self, jobs: int) -> None:
        self.project.build(jobs=jobs)

    @precondition(lambda self: (self.folder / "build").exists())
    @invariant()
    def incremental_is_clean(self) -> None:
        self.project.build(jobs=1)
        clean = Project(self.folder / "clean")
        shutil.copytree(self.folder / "seeds", clean.folder / "seeds")
        if (self.folder / "newsarchive.yaml").exists():
            shutil.copy(self.folder / "newsarchive.yaml", clean.folder)
        clean.build(jobs=1)
        expected = clean.pages()
        shutil.rmtree(clean.folder)
        assert self.project.pages() == expected

    def teardown(self) -> None:
        limits.LIST, limits.INDEX, limits.TOP, limits.LATEST = self.kept
        build.READ_WORTH, build.WRITE_WORTH = self.worth
        shutil.rmtree(self.folder)


Edits.TestCase.settings = settings(
    max_examples=int(os.environ.get("NEWSARCHIVE_EDITS", "25")),
    stateful_step_count=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestAnyEditsWithIncrementalBuildsEndInTheBytesOfACleanBuild = Edits.TestCase


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("pages"))
    for number in range(int(os.environ.get("NEWSARCHIVE_KILL_PAGES", "60"))):
        texts = [story(f"青石镇第{number}次开会{extra}", lead=f"第{number}件事") for extra in ("", "之后")]
        project.source(f"2024-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}/01.txt", "\n".join(texts))
    return project


def test_a_build_killed_at_any_moment_is_completed_by_the_next(pages: Project, tmp_path: Path) -> None:
    clean = Project(tmp_path / "clean")
    shutil.copytree(pages.folder / "seeds", clean.folder / "seeds")
    start = time.perf_counter()
    subprocess.run(_command(clean), check=True, capture_output=True, env=_environment())
    whole = time.perf_counter() - start
    expected = clean.pages()
    chance = random.Random(20240518)
    for round_number in range(int(os.environ.get("NEWSARCHIVE_KILLS", "6"))):
        project = Project(tmp_path / f"round-{round_number}")
        shutil.copytree(pages.folder / "seeds", project.folder / "seeds")
        for _ in range(2):
            _kill_during_build(project, chance.uniform(0.2, 1) * whole)
        subprocess.run(_command(project), check=True, capture_output=True, env=_environment())
        assert project.pages() == expected
        shutil.rmtree(project.folder)


def _kill_during_build(project: Project, seconds: float) -> None:
    build = subprocess.Popen(
        _command(project),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=_environment(),
    )
    time.sleep(seconds)
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()


def _command(project: Project) -> list[str]:
    return [sys.executable, "-m", "newsarchive", "build", str(project.folder), "--jobs", "2"]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src")}
