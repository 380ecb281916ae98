"""Fits the weights by which a heading inside a story is told from the headline of the next one.

    python -m tests.crossheads [--variants 4] [--corpus FOLDER…] [--show]

Each heading that stands under a story is one sample, with the label that the page's reader gave it, on the page as it
is and on noisy variants. A logistic regression with a quadratic penalty; its accuracy is measured on pages that a fit
has not seen (ten parts, whole pages). Needs numpy. Prints the table of `articles/crosshead_signs.py`.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from newsarchive.articles import crosshead_signs, crossheads, read, stories
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source
from tests.noise import variant
from tests.score import CORPUS, expected_of, pages

PENALTY = 0.3
PARTS = 10


class Sample(msgspec.Struct, frozen=True):
    """A heading: its signs, whether it begins a story, and what one certain sign said, if one did."""

    page: str
    text: str
    signs: Mapping[str, float]
    begins: bool
    certain: bool | None

    @property
    def name(self) -> str:
        return f"{self.page}: {'begins' if self.begins else 'crosshead'}: {self.text}"


def squeeze(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


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


def fit(rows: np.ndarray, labels: np.ndarray, weight: float) -> np.ndarray:
    """Newton's method for a logistic regression with a penalty on all but the constant."""
    beta = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0.01
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ beta))
        gradient = weight * rows.T @ (labels - chance) - penalty * beta
        curve = weight * (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def unseen(found: Sequence[Sample], rows: np.ndarray, labels: np.ndarray, weight: float) -> np.ndarray:
    """Which samples a fit gets right that has not seen their pages."""
    names = sorted({sample.page for sample in found})
    right = np.zeros(len(rows), bool)
    for part in range(PARTS):
        held = set(names[part::PARTS])
        out = np.array([sample.page in held for sample in found])
        right[out] = (rows[out] @ fit(rows[~out], labels[~out], weight) > 0) == (labels[out] > 0.5)
    return right


def say(what: str, right: np.ndarray, begins: np.ndarray) -> None:
    print(f"{what}: {right.mean():.3f}; headlines {right[begins].mean():.3f}, crossheads {right[~begins].mean():.3f}")


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
    print("WEIGHTS: Mapping[str, float] = {")
    for name, value in zip(found[0].signs, fit(rows, labels, weight), strict=True):
        print(f'    "{name}": {value:.2f},')
    print("}")


if __name__ == "__main__":
    main()
