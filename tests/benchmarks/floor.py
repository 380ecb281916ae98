"""3. A finished site -> Cost: what its bytes alone cost to write, without any work on them.

The files are written again into a fresh folder by a plain loop: one mkdir a folder, one open, write and close a file.
Reading them is not timed. Prints the cost as JSON, without memory: `python -m tests.benchmarks.floor SITE FRESH`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from tests.benchmarks.measure import Cost

BATCH = 2000  # files held at once


def write_again(site: Path, fresh: Path) -> Cost:
    """Writes every file of the site below `fresh`, and says what the writing cost."""
    wall = cpu = 0.0
    made: set[Path] = set()
    files = _files(site)
    while batch := [(path, fresh / path.relative_to(site), path.read_bytes()) for path in islice(files, BATCH)]:
        wall_start, cpu_start = time.perf_counter(), time.process_time()
        for _, target, content in batch:
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            with open(target, "wb", buffering=0) as file:  # noqa: PTH123  # pathlib's open costs a tenth more
                file.write(content)
        wall += time.perf_counter() - wall_start
        cpu += time.process_time() - cpu_start
    return Cost(wall, cpu, 0.0)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    print(msgspec.json.encode(write_again(Path(sys.argv[1]), Path(sys.argv[2]))).decode())
