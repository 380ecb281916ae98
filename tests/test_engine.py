"""The engine: results in order with any number of jobs, and a killed worker costs nobody else anything."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsarchive.engine import Engine, Lost
from tests.conftest import Project
from tests.test_build import story


def square(number: int) -> int:
    return number * number


def square_or_die(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def die_once(item: tuple[int, Path]) -> int:
    number, mark = item
    if number == 13 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    with Engine(jobs) as engine:
        assert list(engine.each(square, range(100), batch=7)) == [square(number) for number in range(100)]


def test_an_item_that_kills_its_worker_is_named_and_stops_nothing_else() -> None:
    with Engine(2) as engine:
        found = list(engine.each(square_or_die, range(40), batch=4))

    assert found == [Lost(13) if number == 13 else square(number) for number in range(40)]


def test_a_pool_that_broke_before_the_next_batch_was_handed_in_costs_nothing() -> None:
    with Engine(2) as engine:
        results = engine.each(square, range(40), batch=4)
        assert next(results) == 0
        assert engine._pool is not None
        worker = next(iter(engine._pool._processes))
        os.kill(worker, signal.SIGKILL)
        time.sleep(0.2)

        assert list(results) == [square(number) for number in range(1, 40)]


def test_a_worker_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    items = [(number, tmp_path / "killed") for number in range(40)]
    with Engine(2) as engine:
        assert list(engine.each(die_once, items, batch=4)) == list(range(40))


def test_items_are_taken_only_as_workers_need_them() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken = number
            yield number

    with Engine(2) as engine:
        results = engine.each(square, items(), batch=10, worth=20)
        next(results)

        assert taken < 100
        results.close()  # type: ignore[attr-defined]  # each is a generator


def test_one_engine_serves_several_stages() -> None:
    with Engine(2) as engine:
        first = list(engine.each(square, range(20), batch=4))
        second = list(engine.each(square, first, batch=4))

    assert second == [number**4 for number in range(20)]


def test_a_source_whose_reader_is_killed_is_left_out_and_named(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(50):
        project.source(f"2024-05-{number % 28 + 1:02}/{number // 28 + 1:02}.txt", story(f"青石镇第{number}次开会"))
    from newsarchive import stages

    read = stages.read

    def killed_by(source: stages.Source) -> object:
        if source.path == "2024-05-07/01.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return read(source)

    monkeypatch.setattr(stages, "read", killed_by)
    summary = project.build(jobs=2)

    assert [str(problem.where) for problem in summary.problems if problem.code == "killed"] == [
        "seeds/2024-05-07/01.txt"
    ]
    assert summary.articles == 49
