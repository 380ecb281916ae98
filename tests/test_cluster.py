"""`--scheduler`: reading and writing on the workers of a Dask cluster; a dead worker costs nothing but its time."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import dask
import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from newsarchive.build import Summary, build
from newsarchive.cli import main
from newsarchive.config import SourceFolder
from newsarchive.engine import Lost, cluster
from newsarchive.engine.cluster import Cluster
from newsarchive.problems import NewsarchiveError, OutputError
from newsarchive.site import Archive, Press, find_theme
from newsarchive.site.jobs import MissingJob
from newsarchive.sources import Folder, Stamp
from newsarchive.stages import read_one, write_one
from newsarchive.tasks import ReadTask, WriteTask
from tests.conftest import ROOT, Project
from tests.test_build import story

PAGES = 100


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster of two processes; the second death of a batch is its last chance."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1, "distributed.admin.log-format": "%(message)s"}),
        LocalCluster(
            n_workers=2,
            processes=True,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as local,
    ):
        yield local.scheduler_address


@pytest.fixture
def paper(project: Project) -> Project:
    """A hundred pages of two stories, and a template of its own."""
    for number in range(PAGES):
        texts = [story(f"青石镇第{number}次开会{extra}", lead=f"第{number}件事") for extra in ("", "之后")]
        project.source(f"2024-{number // 28 + 1:02}-{number % 28 + 1:02}/01.txt", "\n".join(texts))
    (project.folder / "templates").mkdir()
    template = (ROOT / "templates/404.html").read_text(encoding="utf-8")
    (project.folder / "templates/404.html").write_text(template + "<!-- ours -->\n", encoding="utf-8")
    return project


@pytest.fixture
def expected(paper: Project, tmp_path: Path) -> dict[str, bytes]:
    """What this machine alone makes of it."""
    alone = Project(tmp_path / "alone")
    shutil.copytree(paper.folder / "seeds", alone.folder / "seeds")
    shutil.copytree(paper.folder / "templates", alone.folder / "templates")
    alone.build(jobs=1)
    return alone.pages()


class KillOneWorker:
    """Ends one worker, as the system would, when a stage has come to its fifth step."""

    def __init__(self, scheduler: str, stage: str) -> None:
        self.scheduler = scheduler
        self.stage_to_hit = stage
        self.now = ""
        self.steps = 0
        self.killed: list[int] = []

    def stage(self, name: str, total: int) -> None:
        self.now, self.steps = name, 0

    def step(self, count: int) -> None:
        self.steps += count
        if self.now == self.stage_to_hit and self.steps >= 5 and not self.killed:
            self.killed.append(kill_a_worker(self.scheduler))


def kill_a_worker(scheduler: str) -> int:
    with Cluster(scheduler) as engine:
        number = int(min(engine._client.run(os.getpid).values()))
    os.kill(number, signal.SIGKILL)
    return number


def square(number: int) -> int:
    return number * number


def square_or_die(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def refuse(number: int) -> int:
    if number == 13:
        raise OutputError("no room", "make room")
    return number


def slow(number: int) -> int:
    time.sleep(0.01)
    return number


def test_a_cluster_gives_the_bytes_that_one_machine_gives(
    paper: Project, scheduler: str, expected: dict[str, bytes]
) -> None:
    summary = build(paper.folder, scheduler=scheduler)

    assert summary.articles == 2 * PAGES
    assert paper.pages() == expected


def test_a_second_build_on_a_cluster_reads_and_writes_nothing(paper: Project, scheduler: str) -> None:
    build(paper.folder, scheduler=scheduler)
    summary = build(paper.folder, scheduler=scheduler)

    assert (summary.read, summary.written, summary.removed) == (0, 0, ())


@pytest.mark.parametrize("stage", ["read", "write"])
def test_a_worker_killed_in_the_middle_changes_no_byte(
    stage: str, paper: Project, scheduler: str, expected: dict[str, bytes]
) -> None:
    kill = KillOneWorker(scheduler, stage)
    summary: Summary = build(paper.folder, scheduler=scheduler, progress=kill)

    assert len(kill.killed) == 1
    assert [problem for problem in summary.problems if problem.severity == "error"] == []
    assert paper.pages() == expected


def test_results_of_a_cluster_come_in_the_order_of_the_items(scheduler: str) -> None:
    with Cluster(scheduler) as engine:
        assert list(engine.each(square, range(100), batch=7)) == [square(number) for number in range(100)]


def test_an_item_that_kills_its_workers_again_and_again_is_named_and_stops_nothing_else(scheduler: str) -> None:
    with Cluster(scheduler) as engine:
        found = list(engine.each(square_or_die, range(11, 16), batch=5))

    assert found == [121, 144, Lost(13), 196, 225]


def test_a_cluster_takes_items_only_as_its_workers_need_them(scheduler: str) -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken = number
            yield number

    with Cluster(scheduler) as engine:
        results = engine.each(slow, items(), batch=10)
        next(results)

        assert taken < 200
        results.close()  # type: ignore[attr-defined]  # each is a generator


def test_an_error_of_ours_crosses_the_cluster_whole(scheduler: str) -> None:
    with Cluster(scheduler) as engine, pytest.raises(OutputError) as caught:
        list(engine.each(refuse, range(20), batch=5))

    assert (str(caught.value), caught.value.hint) == ("no room", "make room")


def test_a_worker_with_other_code_is_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "code_digest", lambda: "of another version")

    with Cluster(scheduler) as engine, pytest.raises(NewsarchiveError, match="has another newsarchive") as caught:
        list(engine.each(square, range(20), batch=5))

    assert "same version" in caught.value.hint


def test_without_a_scheduler_the_error_names_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 0.5)

    with pytest.raises(NewsarchiveError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1") as caught:
        Cluster("tcp://127.0.0.1:1").__enter__()

    assert "dask scheduler" in caught.value.hint


def test_a_cluster_that_stays_without_workers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.0)
    monkeypatch.setattr(cluster, "LOOK", 0.1)
    empty = LocalCluster(
        n_workers=0, processes=True, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=logging.CRITICAL
    )  # fmt: skip
    with empty, Cluster(empty.scheduler_address) as engine:
        time.sleep(0.2)
        with pytest.raises(NewsarchiveError, match="has had no worker"):
            list(engine.each(square, range(20), batch=5))


@pytest.mark.parametrize(
    ("missing", "call", "line"),
    [
        ("distributed", lambda folder: build(folder, scheduler="tcp://127.0.0.1:1"), "newsarchive[dask]"),
        ("fsspec", lambda folder: build(folder, to="memory://site"), "newsarchive[s3]"),
    ],
)
def test_a_missing_extra_is_named_with_the_line_that_installs_it(
    missing: str, call: Callable[[Path], object], line: str, paper: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(NewsarchiveError) as caught:
        call(paper.folder)

    assert line in caught.value.hint


def test_a_worker_that_does_not_see_the_sources_names_itself_and_takes_nothing_for_deleted(tmp_path: Path) -> None:
    task = ReadTask(Stamp("1.txt", 1, 1, 0), Folder(tmp_path / "not-mounted", "", SourceFolder("seeds")), None)

    with pytest.raises(NewsarchiveError, match="not-mounted is not there, seen from") as caught:
        read_one(task)

    assert "same path" in caught.value.hint


def test_a_worker_that_does_not_see_the_output_writes_nothing_elsewhere(tmp_path: Path) -> None:
    press = Press(
        archive=Archive(title="x", description=None, language="en", base_url=None, several=False),
        sources=(),
        theme=find_theme(tmp_path),
        output=tmp_path / "not-mounted",
    )

    with pytest.raises(OutputError, match="not-mounted is not there, seen from"):
        write_one(press, WriteTask(MissingJob(("missing", "")), {}))

    assert not press.output.exists()  # type: ignore[union-attr]  # a path, as given


def test_a_number_of_processes_makes_no_sense_on_a_cluster(paper: Project) -> None:
    said = CliRunner().invoke(main, ["build", str(paper.folder), "--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"])

    assert (said.exit_code, "--jobs is for this machine" in said.output) == (2, True)


def test_what_lies_in_the_memory_of_this_process_is_refused_on_a_cluster(paper: Project, scheduler: str) -> None:
    with pytest.raises(NewsarchiveError, match="in the memory of this process"):
        build(paper.folder, to="memory://refused", scheduler=scheduler)


def test_a_build_on_this_machine_imports_nothing_of_the_extras(paper: Project) -> None:
    import subprocess

    program = (
        "import sys; from pathlib import Path; from newsarchive.build import build; build(Path(sys.argv[1]));"
        " sys.exit(', '.join({'distributed', 'dask', 'fsspec', 's3fs', 'asyncio'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(paper.folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr.strip() in ("", "asyncio")
