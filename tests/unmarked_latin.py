"""Fits the weights by which a heading in Latin script without its mark is told from all other short lines.

    python -m tests.unmarked_latin [--corpus FOLDER…] [--cuts 8] [--without-newest] [--show]

Each short line of a page is a sample: on the page as it is, and without any mark; so is each heading that loses its
mark by itself, and the first words of some paragraphs that are cut. The lines above have the labels that the page's
reader gave them. The accuracy is measured on pages that a fit has not seen. Needs numpy. Prints the table of
`articles/labels/unmarked_latin_signs.py`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from newsarchive.articles import read
from newsarchive.articles.labels import unmarked
from newsarchive.articles.labels.unmarked_latin_signs import score, signs
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source
from newsarchive.words import words
from tests.fitting import Sample, say, say_weights, squeeze, unseen
from tests.noise import Page, load, paragraphs
from tests.score import CORPUS, expected_of, newest_pages, pages
from tests.unmarked import unmarked as without_mark

LINE = 130  # characters of the longest line that is asked for
LEAST, FIRST = 60, range(14, 100)  # characters of a paragraph that is cut; before its cut
AS_PRINTED, ELSEWHERE, UNMARKED, CHANGED = 6, 3, 2, 1  # how often a line counts
WEIGHT = 0.075  # of a line, against the penalty
_heading = re.compile(r"^#{1,6} +\**(.+?)\**[ \t]*$", re.MULTILINE)
_marks = re.compile(r"[*_#\\]")


def plain(text: str) -> str:
    return squeeze(_marks.sub("", text))


def truth(expected: dict[str, Any]) -> dict[str, bool | None]:
    """Whether a text is a heading; none where it is something else, too."""
    headings, others = set[str](), {plain(piece["text"]) for piece in expected.get("furniture", ())}
    for story in expected["articles"]:
        lines = story.get("heading_lines", ())
        headings |= {plain("".join(lines[at:end])) for at in range(len(lines)) for end in range(at + 1, len(lines) + 1)}
        headings |= {plain(story["rubric"])} if story.get("rubric") else set()
        others |= {plain(story[key]["text"]) for key in ("byline", "dateline") if (story.get(key) or {}).get("text")}
        for item in story.get("body", ()):
            (headings if item["type"] == "crosshead" else others).add(plain(item["text"]))
        others |= {plain(photo.get(key) or "") for photo in story.get("photos", ()) for key in ("caption", "credit")}
    return {text: None if text in others else True for text in headings}


@contextmanager
def recording(page: str, known: dict[str, bool | None], found: list[Sample], only: str = "") -> Iterator[None]:
    """The walk over a page goes on by the truth, and each short line is a sample."""
    original = unmarked.short_latin_line

    def recorder(unit: Any, looked_at: Any) -> Any:
        said, text = original(unit, looked_at), plain(unit.text)
        if len(unit.text) > LINE or (heading := known.get(text, False)) is None:
            return said
        if not only or text == plain(only):
            found.append(Sample(page, unit.text, signs(unit, looked_at), heading, said is not None))
        return ("heading", 0.7) if heading else None

    unmarked.short_latin_line = recorder
    try:
        yield
    finally:
        unmarked.short_latin_line = original


def cut(page: Page, random: Random, count: int) -> Iterator[tuple[str, str]]:
    """The first words of some paragraphs, and the page where a column ends behind them."""
    spans = [span for span in paragraphs(page) if span.end - span.start >= LEAST]
    for span in random.sample(spans, min(count, len(spans))):
        ends = [at for at in FIRST if span.start + at < span.end and page.text[span.start + at] == " "]
        at = span.start + random.choice(ends) if ends else span.start
        first = page.text[span.start : at]
        if first and "\n" not in first and first[-1] not in ".!?:":
            yield first, f"{page.text[:at]}\n\n{page.text[at + 1 :]}"


def samples(folder: Path, cuts: int) -> list[Sample]:
    """The samples of a page, each as often as it counts."""
    page = load(folder)
    known, found = truth(page.expected), list[Sample]()
    seen = set[tuple[Any, ...]]()

    def ask(text: str, times: int, only: str = "") -> None:
        asked: list[Sample] = []
        with recording(folder.name, known, asked, only):
            read(to_source("page.txt", (page.front + text).encode(), SourceFolder(folder=".")))
        for sample in asked:
            key = (sample.text, *sample.signs.values())
            found.extend([sample] * (0 if key in seen else times))
            seen.add(key)

    ask(page.text, AS_PRINTED if folder.parent == CORPUS else ELSEWHERE)
    for line, text in (*without_mark(page), *cut(page, Random(folder.name), cuts)):
        ask(text, CHANGED, line)
    if _heading.search(page.text):
        ask(_heading.sub(lambda match: match[1], page.text), UNMARKED)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="further folders of labelled pages")
    parser.add_argument("--cuts", type=int, default=8, metavar="N", help="paragraphs cut on a page (8)")
    parser.add_argument("--without-newest", action="store_true", help="fit on the pages that are not the newest")
    parser.add_argument("--show", action="store_true", help="print the lines that are taken wrongly")
    options = parser.parse_args()
    left_out = newest_pages() if options.without_newest else frozenset()
    folders = [folder for corpus in (CORPUS, *options.corpus) for folder in pages((), corpus)]
    folders = [each for each in folders if words(expected_of(each)["language"]).script == "latn"]
    found = [sample for folder in folders if folder.name not in left_out for sample in samples(folder, options.cuts)]
    rows = np.array([list(sample.signs.values()) for sample in found])
    labels = np.array([float(sample.begins) for sample in found])
    headings = labels > 0.5
    print(f"{len(found)} lines: {headings.sum()} headings, {(~headings).sum()} others")
    right = unseen(found, rows, labels, WEIGHT)
    say("right on pages that the fit has not seen", right, headings)
    by_rule = np.array([sample.certain == sample.begins for sample in found])
    say("right by the rule in use, conditions and weights", by_rule, headings)
    in_use = np.array([score(each.signs) > 0 for each in found])
    say("right by the weights in use alone", in_use == headings, headings)
    if options.show:
        for name in sorted({sample.name for sample, good in zip(found, right, strict=True) if not good}):
            print(f"  {name}")
    say_weights(found, rows, labels, WEIGHT)


if __name__ == "__main__":
    main()
