"""Fits the weights by which a heading inside a story is told from the headline of the next one.

    python -m tests.crossheads [--variants 4] [--folder FOLDER…]

Each heading of the corpus that stands under a story is one sample, with the label that the page's reader gave it, on the
page as it is and on its noisy variants. A logistic regression with a quadratic penalty; the accuracy is measured on pages
that a fit has not seen (ten parts, whole pages). Needs numpy. Prints the table of `articles/crossheads.py`.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from newsarchive.articles import crossheads, read, stories
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source
from tests.noise import variant
from tests.score import CORPUS, expected_of

PENALTY = 0.1


class Sample:
    """A heading: its signs, whether it begins a story, its page, and what one certain sign said, if one did."""

    def __init__(self, page: str, text: str, found: Mapping[str, float], begins: bool, certain: bool | None) -> None:
        self.page, self.text, self.found, self.begins, self.certain = page, text, found, begins, certain


def squeeze(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def truth(expected: dict[str, Any]) -> dict[str, bool]:
    """Whether a heading's text begins a story, by its text; those that do both are left out."""
    labels: dict[str, set[bool]] = defaultdict(set)
    for story in expected["articles"]:
        for line in story.get("heading_lines", ()):
            labels[squeeze(line)].add(True)
        for item in story["body"]:
            if item["type"] == "crosshead":
                labels[squeeze(item["text"])].add(False)
    return {text: next(iter(found)) for text, found in labels.items() if len(found) == 1}


def samples(folder: Path, count: int) -> Iterator[Sample]:
    """The samples of a page and its variants. The walk goes on by the truth, so that one mistake is counted once."""
    sources = [(folder.name, (folder / "page.txt").read_bytes(), expected_of(folder))]
    for number in range(count):
        page = variant(folder, number).page
        sources.append((folder.name, page.source.encode(), page.expected))
    original = crossheads.is_crosshead
    for name, data, expected in sources:
        known = truth(expected)
        found: list[Sample] = []

        def recorder(heading: Any, below: Any, draft: Any, habits: Any, section: Any) -> bool:
            begins = known.get(squeeze(heading.unit.text))
            if begins is None:
                return original(heading, below, draft, habits, section)
            certain = crossheads.is_certainly(heading, below, draft, section)
            signs = crossheads.signs(heading, below, draft, habits) if draft.units else {}
            found.append(Sample(name, heading.unit.text, signs, begins, certain))
            return not begins

        stories.is_crosshead = recorder  # type: ignore[attr-defined]
        try:
            read(to_source("page.txt", data, SourceFolder(folder=".")))
        finally:
            stories.is_crosshead = original  # type: ignore[attr-defined]
        yield from found


def fit(rows: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Newton's method for a weighted logistic regression with a penalty on all but the constant."""
    beta = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-rows @ beta))
        gradient = rows.T @ (weights * (labels - p)) - penalty * beta
        curve = (rows * (weights * p * (1 - p))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--variants", type=int, default=4)
    parser.add_argument("--folder", type=Path, action="append", help="other folders of labelled pages")
    parser.add_argument("--show", action="store_true", help="print the headings that a fit without their page gets wrong")
    options = parser.parse_args()
    folders = [path.parent for root in (options.folder or [CORPUS]) for path in sorted(root.glob("*/expected.json"))]
    every = [sample for folder in folders for sample in samples(folder, options.variants)]
    sure = [sample for sample in every if sample.certain is not None]
    wrong = [sample for sample in sure if sample.certain == sample.begins]
    print(f"{len(every)} headings; {len(sure)} certain, of which {len(wrong)} wrong")
    if options.show:
        for page, text, begins in sorted({(each.page, each.text, each.begins) for each in wrong}):
            print(f"  certain and wrong: {page}: {'begins' if begins else 'crosshead'}: {text}")
    open_ones = [sample for sample in every if sample.certain is None and sample.found]
    names = list(open_ones[0].found)
    rows = np.array([[sample.found[name] for name in names] for sample in open_ones])
    labels = np.array([float(sample.begins) for sample in open_ones])
    weights = np.full(len(rows), 1 / (1 + options.variants))
    names_of_pages = sorted({sample.page for sample in open_ones})
    right = np.zeros(len(rows))
    for part in range(10):
        held = {name for at, name in enumerate(names_of_pages) if at % 10 == part}
        out = np.array([sample.page in held for sample in open_ones])
        beta = fit(rows[~out], labels[~out], weights[~out])
        right[out] = (rows[out] @ beta > 0) == (labels[out] > 0.5)
    begin = labels > 0.5
    print(f"{len(rows)} open: {begin.sum():.0f} begin a story, {(~begin).sum()} are crossheads")
    print(f"right on pages not fitted on: {right.mean():.3f}; headlines {right[begin].mean():.3f}, crossheads {right[~begin].mean():.3f}")
    now = np.array([crossheads.score(sample.found) > 0 if crossheads.WEIGHTS else False for sample in open_ones])
    print(f"right with the weights in use: {(now == begin).mean():.3f}; headlines {now[begin].mean():.3f}, crossheads {(~now[~begin]).mean():.3f}")
    if options.show:
        counted = defaultdict(int)
        for sample, good in zip(open_ones, right, strict=True):
            if not good:
                counted[(sample.page, sample.begins, sample.text)] += 1
        for (page, begins, text), count in sorted(counted.items()):
            print(f"  {count} {page}: {'begins' if begins else 'crosshead'}: {text}")
    beta = fit(rows, labels, weights)
    print("WEIGHTS: Mapping[str, float] = {")
    for name, value in zip(names, beta, strict=True):
        print(f'    "{name}": {value:.2f},')
    print("}")


if __name__ == "__main__":
    main()
