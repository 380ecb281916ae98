"""10. Pure functions run over many items: here, on every core, or on a cluster; results in order, memory flat.

    with Engine(jobs=2) as engine:
        for done in engine.each(read_one, sources, batch=20): ...

Items travel in batches, and only a few batches are under way at a time. A worker that the system kills costs its
batch a second try, item by item in a process of its own; an item that kills its worker again comes back as `Lost`.
What starts processes is imported only where they are started: small builds go without.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar

import msgspec

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3  # batches a worker has waiting


class Lost(msgspec.Struct, Generic[T], frozen=True):
    """An item whose worker was killed while it worked on it."""

    item: T


class Runner(Protocol):
    """What runs work over items: an `Engine`, or a `Cluster` (in `engine.cluster`)."""

    def each(self, work: Callable[[T], R], items: Iterable[T], *, batch: int, worth: int = 0) -> Iterator[R | Lost[T]]:
        """See `Engine.each`."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Engine:
    """This process (one job), or a pool of processes that is started when there is work enough and kept to the end.

    `threaded` says that this process has threads of its own by then (those of an object store), which a forked child
    would miss; children are then started from nothing.
    """

    def __init__(self, jobs: int, *, threaded: bool = False) -> None:
        self.jobs = jobs
        self._threaded = threaded
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        self._collector = gc.get_threshold()
        _prepare()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stop()
        gc.set_threshold(*self._collector)

    def each(self, work: Callable[[T], R], items: Iterable[T], *, batch: int, worth: int = 0) -> Iterator[R | Lost[T]]:
        """`work(item)` for every item, in the order of the items, `batch` of them at a time.

        `work` must be importable by name; what it raises ends the run. One job works in this process, and so do fewer
        than `worth` items, which are not worth starting others.
        """
        waiting = iter(items)
        first = list(islice(waiting, worth))
        if self.jobs <= 1 or len(first) < worth:
            yield from map(work, first)
            yield from map(work, waiting)
            return
        yield from self._on_all_cores(work, to_batches(chain(first, waiting), batch))

    def _on_all_cores(self, work: Callable[[T], R], batches: Iterator[list[T]]) -> Iterator[R | Lost[T]]:
        from concurrent.futures.process import BrokenProcessPool

        under_way: deque[tuple[list[T], Future[list[R]]]] = deque()
        while True:
            for items in islice(batches, self.jobs * AHEAD - len(under_way)):
                under_way.append((items, self._submit(work, items)))
            if not under_way:
                return
            items, future = under_way.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                self._stop()
                yield from _one_by_one(work, items, self._context())
                under_way = deque((late, self._submit(work, late)) for late, _ in under_way)

    def _submit(self, work: Callable[[T], R], items: list[T]) -> Future[list[R]]:
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.jobs, self._context(), _prepare)
        try:
            return self._pool.submit(_work_batch, work, items)
        except BrokenProcessPool as error:  # a worker died since; its batch comes up first, and then a new pool
            broken: Future[list[R]] = Future()
            broken.set_exception(error)
            return broken

    def _context(self) -> BaseContext | None:
        from multiprocessing import get_context

        return get_context("spawn") if self._threaded else None

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def to_batches(items: Iterator[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, taken only as they are asked for."""
    while batch := list(islice(items, size)):
        yield batch


def _prepare() -> None:
    """The values of a build live for one batch and hold no cycles, so the collector of cycles need not look often."""
    gc.set_threshold(100_000, 50, 100)


def _work_batch(work: Callable[[T], R], items: list[T]) -> list[R]:
    return [work(item) for item in items]


def _one_by_one(work: Callable[[T], R], items: list[T], context: BaseContext | None) -> Iterator[R | Lost[T]]:
    """Each item in a process that it may kill without harm to the others."""
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    pool = ProcessPoolExecutor(1, context)
    try:
        for item in items:
            try:
                yield pool.submit(work, item).result()
            except BrokenProcessPool:
                yield Lost(item)
                pool.shutdown(wait=False)
                pool = ProcessPoolExecutor(1, context)
    finally:
        pool.shutdown(wait=True)
