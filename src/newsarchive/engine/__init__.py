"""10. Pure functions run over many items: here, or on every core; results in order, memory flat.

    for done in each(read_one, sources, jobs=2): ...

Items travel in batches, and only a few batches are under way at a time. A worker that the system kills costs its
batch a second try, item by item in a process of its own; an item that kills its worker again comes back as `Lost`.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3  # batches a worker has waiting


class Lost(msgspec.Struct, Generic[T], frozen=True):
    """An item whose worker was killed while it worked on it."""

    item: T


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(work: Callable[[T], R], items: Iterable[T], *, jobs: int = 1, batch: int = 50) -> Iterator[R | Lost[T]]:
    """`work(item)` for every item, in the order of the items.

    `work` must be importable by name and must not raise for one bad item (what it raises ends the run). One job works in
    this process; so does a number of items too small to be worth starting others.
    """
    waiting = iter(items)
    first = list(islice(waiting, batch))
    if jobs <= 1 or len(first) < batch:
        for item in first:
            yield work(item)
        for item in waiting:
            yield work(item)
        return
    yield from _pooled(work, _batches(first, waiting, batch), jobs)


def _batches(first: list[T], rest: Iterator[T], size: int) -> Iterator[list[T]]:
    while first:
        yield first
        first = list(islice(rest, size))


def _pooled(work: Callable[[T], R], batches: Iterator[list[T]], jobs: int) -> Iterator[R | Lost[T]]:
    pool = ProcessPoolExecutor(jobs)
    under_way: deque[tuple[list[T], Future[list[R]]]] = deque()
    try:
        while True:
            while len(under_way) < jobs * AHEAD:
                items = next(batches, None)
                if items is None:
                    break
                under_way.append((items, pool.submit(_work_batch, work, items)))
            if not under_way:
                return
            items, future = under_way.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _one_by_one(work, items)
                pool = ProcessPoolExecutor(jobs)
                again = [late for late, _ in under_way]
                under_way = deque((late, pool.submit(_work_batch, work, late)) for late in again)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _work_batch(work: Callable[[T], R], items: list[T]) -> list[R]:
    return [work(item) for item in items]


def _one_by_one(work: Callable[[T], R], items: list[T]) -> Iterator[R | Lost[T]]:
    """Each item in a process that it may kill without harm to the others."""
    pool = ProcessPoolExecutor(1)
    try:
        for item in items:
            try:
                yield pool.submit(work, item).result()
            except BrokenProcessPool:
                yield Lost(item)
                pool.shutdown(wait=False)
                pool = ProcessPoolExecutor(1)
    finally:
        pool.shutdown(wait=True)
