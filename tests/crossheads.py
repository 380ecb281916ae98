"""Fits the weights by which a heading inside a story is told from the headline of the next one.

    python -m tests.crossheads [--variants 4] [--corpus FOLDER…] [--show]

Each heading that stands under a story is one sample, with the label that the page's reader gave it, on the page as it
is and on noisy variants. Needs numpy. Prints the table of `articles/crosshead_signs.py`.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from newsarchive.articles import crosshead_signs, crossheads, read, stories
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source
from tests.fitting import Sample, say, say_weights, squeeze, unseen
from tests.noise import variant
from tests.score import CORPUS, expected_of, pages


def truth(expected: dict[str, Any]) -> dict[str, bool]:
    """Whether a heading begins a story, by its text; those that do both are left out."""
    labels: dict[str, set[bool]] = defaultdict(set)
    for story in expected["articles"]:
        for line in story.get("heading_lines", ()):
            labels[squeeze(line)].add(True)
        for item in story.get("body", ()):
            if item["type"] == "crosshead":
                labels[squeeze(item["text"])].add(False)
    return {text: next(iter(found)) for text, found in labels.items() if len(found) == 1}


@contextmanager
def recording(page: str, known: Mapping[str, bool], found: list[Sample]) -> Iterator[None]:
    """The walk over a page goes on by the truth, so that one mistake is counted once, and each heading is a sample."""
    original = crossheads.is_crosshead

    def recorder(heading: Any, below: Any, draft: Any, habits: Any, section: Any) -> bool:
        begins = known.get(squeeze(heading.unit.text))
        if begins is None:
            return original(heading, below, draft, habits, section)
        certain = crossheads.is_certainly(heading, below, draft, section)
        signs = crosshead_signs.signs(heading, below, draft, habits) if draft.units else {}
        found.append(Sample(page, heading.unit.text, signs, begins, certain))
        return not begins

    stories.is_crosshead = recorder  # type: ignore[attr-defined]
    try:
        yield
    finally:
        stories.is_crosshead = original  # type: ignore[attr-defined]


def samples(folder: Path, count: int) -> list[Sample]:
    """The samples of a page and of so many variants."""
    found: list[Sample] = []
    sources = [((folder / "page.txt").read_bytes(), expected_of(folder))]
    noisy = (variant(folder, number).page for number in range(count))
    sources += [(page.source.encode(), page.expected) for page in noisy]
    for data, expected in sources:
        with recording(folder.name, truth(expected), found):
            read(to_source("page.txt", data, SourceFolder(folder=".")))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--variants", type=int, default=4, metavar="N")
    parser.add_argument("--corpus", type=Path, action="append", help="other folders of labelled pages")
    parser.add_argument("--show", action="store_true", help="print the headings that are taken wrongly")
    options = parser.parse_args()
    folders = [folder for corpus in options.corpus or [CORPUS] for folder in pages((), corpus)]
    every = [sample for folder in folders for sample in samples(folder, options.variants)]
    certain = [sample for sample in every if sample.certain is not None]
    wrong = [sample for sample in certain if sample.certain == sample.begins]
    print(f"{len(every)} headings; of {len(certain)} one sign is certain, of which {len(wrong)} wrong")
    found = [sample for sample in every if sample.certain is None]
    rows = np.array([list(sample.signs.values()) for sample in found])
    labels = np.array([float(sample.begins) for sample in found])
    begins, weight = labels > 0.5, 1 / (1 + options.variants)
    print(f"{len(found)} by weights: {begins.sum()} begin a story, {(~begins).sum()} are crossheads")
    right = unseen(found, rows, labels, weight)
    say("right on pages that the fit has not seen", right, begins)
    say(
        "right with the weights in use",
        np.array([crosshead_signs.score(each.signs) > 0 for each in found]) == begins,
        begins,
    )
    if options.show:
        missed = Counter(sample.name for sample, good in zip(found, right, strict=True) if not good)
        for name, count in sorted((missed + Counter(sample.name for sample in wrong)).items()):
            print(f"  {count} {name}")
    say_weights(found, rows, labels, weight)


if __name__ == "__main__":
    main()
