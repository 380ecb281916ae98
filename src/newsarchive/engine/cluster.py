"""Batches of items -> results, on the workers of a dask.distributed cluster.

    with Cluster("tcp://host:8786") as engine:
        for done in engine.each(read_one, sources, batch=20): ...

Batches go out and come back as bytes, so that the scheduler carries them without looking inside. A batch whose worker
died runs again elsewhere: the scheduler sees to that, up to its `allowed-failures`; then its items go one by one, and
one that still kills its workers comes back as `Lost`.
"""

from __future__ import annotations

import logging
import os
import pickle
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from types import TracebackType
from typing import Any, Self

from newsarchive.engine import AHEAD, Lost, R, T, to_batches
from newsarchive.engine.code import code_digest
from newsarchive.problems import NewsarchiveError

CONNECT = 20.0  # seconds until a scheduler must have answered
PATIENCE = 600.0  # seconds that a cluster may be without any worker; a queue of jobs may take as long to start one
LOOK = 2.0  # seconds after which the workers are counted again
_AGAIN = "build again: it goes on where it stopped"


class Cluster:
    """The workers that a scheduler has, as many as come and go. They must run this very code."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._client: Any = None
        self._threads = 0
        self._looked = 0.0
        self._seen = 0.0  # when there last was a worker

    def __enter__(self) -> Self:
        """Raises NewsarchiveError where dask is not installed or no scheduler answers."""
        distributed = _import_distributed()
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # a lost connection is said by us
        try:
            self._client = distributed.Client(
                self.address, timeout=CONNECT, name="newsarchive", set_as_default=False, heartbeat_interval=2000
            )
        except (OSError, ValueError, ImportError) as error:
            raise NewsarchiveError(
                f"no Dask scheduler answers at {self.address}: {error}",
                "start one with: dask scheduler --port 8786",
            ) from None
        self._seen = time.monotonic()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def each(self, work: Callable[[T], R], items: Iterable[T], *, batch: int, worth: int = 0) -> Iterator[R | Lost[T]]:
        """As `Engine.each`: results in the order of the items; fewer than `worth` are worked on in this process.

        Raises NewsarchiveError where the cluster is gone, or has other code than this process.
        """
        waiting = iter(items)
        first = list(islice(waiting, worth))
        if len(first) < worth:
            yield from map(work, first)
            return
        yield from self._on_all_workers(work, to_batches(chain(first, waiting), batch))

    def _on_all_workers(self, work: Callable[[T], R], batches: Iterator[list[T]]) -> Iterator[R | Lost[T]]:
        under_way: deque[tuple[list[T], Any]] = deque()
        try:
            while True:
                for items in islice(batches, max(0, self._room() - len(under_way))):
                    under_way.append((items, self._submit(work, items)))
                if not under_way:
                    return
                items, future = under_way.popleft()
                results: list[R] | None = self._results(future)
                if results is None:
                    yield from self._one_by_one(work, items)
                else:
                    yield from results
        finally:
            for _, future in under_way:
                future.release()

    def _one_by_one(self, work: Callable[[T], R], items: list[T]) -> Iterator[R | Lost[T]]:
        for item in items:
            results: list[R] | None = self._results(self._submit(work, [item]))
            yield Lost(item) if results is None else results[0]

    def _submit(self, work: Callable[[T], R], items: list[T]) -> Any:
        packed = pickle.dumps((work, items), protocol=pickle.HIGHEST_PROTOCOL)
        return self._client.submit(work_packed, code_digest(), packed, pure=False)

    def _results(self, future: Any) -> Any:
        """The results of a batch; None where it killed its workers. Raises what `work` raised."""
        distributed = _import_distributed()
        try:
            while True:
                try:
                    return pickle.loads(future.result(timeout=LOOK))
                except TimeoutError:
                    if future.status == "error":  # then it was `work` that raised it
                        raise future.exception() from None
                    self._room()
        except distributed.KilledWorker:
            return None
        except distributed.CancelledError:
            raise NewsarchiveError(f"the Dask scheduler at {self.address} is gone", _AGAIN) from None
        except ImportError as error:
            raise NewsarchiveError(
                f"a worker of {self.address} cannot run newsarchive: {error}",
                "install the same newsarchive, with all that it needs, on every machine",
            ) from None

    def _room(self) -> int:
        """How many batches may be under way: a few for each thread of each worker that there is now."""
        now = time.monotonic()
        if now - self._looked > LOOK:
            self._threads, self._looked = self._count_threads(), now
        if self._threads:
            self._seen = now
        elif now - self._seen > PATIENCE:
            raise NewsarchiveError(
                f"the Dask scheduler at {self.address} has had no worker for {PATIENCE / 60:.0f} minutes",
                f"start workers with: dask worker {self.address} --nthreads 1; then {_AGAIN}",
            )
        return max(1, self._threads) * AHEAD

    def _count_threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except (OSError, RuntimeError):  # RuntimeError is what a closed client raises
            raise NewsarchiveError(f"the Dask scheduler at {self.address} is gone", _AGAIN) from None


def work_packed(code: str, packed: bytes) -> bytes:
    """On a worker: a batch and what to do with each of its items -> the results. Raises NewsarchiveError."""
    if code != code_digest():
        raise NewsarchiveError(
            f"the worker on {os.uname().nodename} has another newsarchive than the machine that builds",
            "install the same version on every machine",
        )
    work, items = pickle.loads(packed)
    return pickle.dumps([work(item) for item in items], protocol=pickle.HIGHEST_PROTOCOL)


def _import_distributed() -> Any:
    try:
        import distributed
    except ImportError:
        words = "--scheduler needs the library dask.distributed, which is not installed"
        raise NewsarchiveError(words, "pip install 'newsarchive[dask]'") from None
    return distributed
