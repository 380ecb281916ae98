"""How long it takes to read a page into articles, in processor time: the page in `seeds/`, and the labelled corpus.

    python -m tests.benchmarks.reading [--repeat 15]

Each round reads all pages of the corpus, then the page in `seeds/`, so that nothing of it is remembered from the last.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from statistics import median

from newsarchive.articles import read
from newsarchive.blocks import to_blocks
from newsarchive.config import SourceFolder
from newsarchive.sources import Source, to_source
from tests.conftest import SEED
from tests.score import pages


def source_of(text: bytes) -> Source:
    return to_source("page.txt", text, SourceFolder(folder="."))


def milliseconds(work: Callable[[], object]) -> float:
    """The processor time that some work takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def read_all(sources: Sequence[Source]) -> None:
    for source in sources:
        read(source)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--repeat", type=int, default=15, metavar="N", help="rounds")
    rounds = range(parser.parse_args().repeat)
    seed = source_of(SEED.read_bytes())
    corpus = [source_of((folder / "page.txt").read_bytes()) for folder in pages()]
    length = sum(len(source.body) for source in corpus)
    read_all([*corpus, seed])  # the words of all languages are compiled
    times = [
        (
            milliseconds(lambda: read_all(corpus)) * 1000 / length,
            milliseconds(lambda: read(seed)),
            milliseconds(lambda: to_blocks(seed.body, seed.first_line)),
        )
        for _ in rounds
    ]
    thousand, page, blocks = (median(each) for each in zip(*times, strict=True))
    print(f"the page in seeds/, {len(seed.body):,} characters: {page:.2f} ms, of which its blocks {blocks:.2f}")
    print(f"the corpus, {len(corpus)} pages of {length:,} characters: {thousand:.2f} ms for 1,000 characters")


if __name__ == "__main__":
    main()
