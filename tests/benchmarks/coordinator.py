"""What a build costs the one process that hands out the work, an article: the part that more workers cannot shorten.

    PYTHONPATH=src python -m tests.benchmarks.coordinator 1000

Builds a seeded newspaper in this process and takes the processor time of everything but the work itself: listing, plan,
packing of batches, unpacking of results, catalogue. That is what a cluster of any size leaves to one process.
"""

from __future__ import annotations

import pickle
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from newsarchive import build as module
from newsarchive.engine import to_batches
from tests.benchmarks.corpus import write_pages

T = TypeVar("T")
R = TypeVar("R")


class Scales:
    """An engine in this process that packs and unpacks as a cluster does, and weighs each part in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.bytes: dict[str, int] = defaultdict(int)
        self.stage = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing."""

    def each(self, work: Callable[[T], R], items: Iterable[T], *, batch: int, worth: int = 0) -> Iterator[R]:
        """As `Cluster.each` with one worker."""
        self.stage = "write" if self.stage else "read"
        waiting = to_batches(iter(items), batch)
        clock = time.process_time()
        while found := next(waiting, None):
            clock = self._add("plan", clock)
            packed = pickle.dumps((work, found), protocol=pickle.HIGHEST_PROTOCOL)
            clock = self._add("pack", clock)
            there, mine = pickle.loads(packed)
            results = pickle.dumps([there(item) for item in mine], protocol=pickle.HIGHEST_PROTOCOL)
            clock = self._add("work", clock)
            self.bytes[f"{self.stage}: out"] += len(packed)
            self.bytes[f"{self.stage}: back"] += len(results)
            unpacked: list[R] = pickle.loads(results)
            clock = self._add("unpack", clock)
            yield from unpacked
            clock = self._add("catalogue", clock)

    def _add(self, part: str, since: float) -> float:
        now = time.process_time()
        self.seconds[f"{self.stage}: {part}"] += now - since
        return now


def measure(articles: int) -> None:
    """Prints a line for each part: milliseconds an article, and the share of all that is not work."""
    scales = Scales()
    module._engine = lambda *_: scales  # type: ignore[assignment]  # the scales stand in for an engine
    for name in ("scan", "fill_queue", "sweep", "_write_static"):
        setattr(module, name, _timed(getattr(module, name), name.strip("_"), scales))
    with tempfile.TemporaryDirectory() as folder:
        write_pages(Path(folder), articles)
        start = time.process_time()
        summary = module.build(Path(folder))
        whole = time.process_time() - start
        catalogue = sum(file.stat().st_size for file in Path(folder, ".newsarchive").iterdir())
    work = sum(seconds for part, seconds in scales.seconds.items() if part.endswith(": work"))
    known = sum(scales.seconds.values())
    rows = {**scales.seconds, "rest": whole - known}
    print(f"{summary.articles} articles, {summary.pages} pages, {whole:.2f} s of one processor")
    for part, seconds in sorted(rows.items(), key=lambda row: -row[1]):
        share = "" if part.endswith(": work") else f"{seconds / (whole - work):7.1%}"
        print(f"{part:22} {1000 * seconds / summary.articles:8.3f} ms an article {share}")
    print(f"{'coordinator, all':22} {1000 * (whole - work) / summary.articles:8.3f} ms an article")
    print(f"{'workers, all':22} {1000 * work / summary.articles:8.3f} ms an article: {work / (whole - work):.1f} times")
    for part, size in scales.bytes.items():
        print(f"{part:22} {size / summary.articles:8.0f} bytes an article")
    print(f"{'catalogue':22} {catalogue / summary.articles:8.0f} bytes an article")
    print(f"{'memory at its highest':22} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


def _timed(function: Callable[..., R], part: str, scales: Scales) -> Callable[..., R]:
    def timed(*arguments: object) -> R:
        start = time.process_time()
        try:
            return function(*arguments)
        finally:
            scales.seconds[part] += time.process_time() - start

    return timed


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
