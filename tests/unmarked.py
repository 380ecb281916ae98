"""Fits the weights by which a heading without its mark is told from the first of a paragraph that a column cut.

    python -m tests.unmarked [--language zh] [--cuts 12] [--show]

Each marked heading of the pages of a language loses its mark, by itself, and so many paragraphs of each page are cut
behind their first words, by themselves: each is one sample, where no other rule knows the line; so are the lines that
the pages have without a mark as they are. The accuracy is measured on pages that a fit has not seen. Needs numpy.
Prints the table of `articles/labels/unmarked_chinese.py`, or of a language in `unmarked_kana_hangul.py`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from newsarchive.articles import read
from newsarchive.articles.labels import unmarked_chinese, unmarked_kana_hangul, unmarked_wide
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source
from tests.fitting import Sample, say, say_weights, squeeze, unseen
from tests.noise import Page, load, paragraphs
from tests.score import expected_of, pages

FIRST = range(4, 35)  # characters that stand before a column's end
AS_PRINTED = 6  # how often a line counts that the page has without a mark
LEAST = 50  # characters of a paragraph that is cut
_heading = re.compile(r"^#{1,6} +\**(.+?)\**[ \t]*$", re.MULTILINE)
_stops = re.compile("[，。、；：！？“”（）,;:!?()「」『』.]")
SCRIPTS = {"ja": "jpan", "ko": "kore"}


def unmarked(page: Page) -> Iterator[tuple[str, str]]:
    """Each heading of a page, and the page where it has no mark and stands apart."""
    for match in _heading.finditer(page.text):
        above, below = page.text[: match.start()].rstrip("\n"), page.text[match.end() :].lstrip("\n")
        yield match[1], f"{above}\n\n{match[1]}\n\n{below}".lstrip("\n")


def cut(page: Page, random: Random, count: int) -> Iterator[tuple[str, str]]:
    """The first words of some paragraphs, and the page where a column ends behind them."""
    spans = [span for span in paragraphs(page) if span.end - span.start >= LEAST]
    for span in random.sample(spans, min(count, len(spans))):
        at = span.start + random.choice(FIRST)
        first = page.text[span.start : at]
        if "。" not in first and not _stops.fullmatch(first[-1]) and not _stops.match(page.text, at):
            yield first, f"{page.text[:at]}\n\n{page.text[at:]}"


def is_heading(line: str, page: Page) -> bool:
    """Whether a reader sees a heading or a rubric in a line."""
    wanted = squeeze(line)
    for story in page.expected["articles"]:
        lines = [*story.get("heading_lines", ()), story.get("rubric") or ""]
        lines += [item["text"] for item in story.get("body", ()) if item["type"] == "crosshead"]
        if wanted in map(squeeze, lines):
            return True
    return False


def is_text(line: str, page: Page) -> bool:
    """Whether a line stands in a paragraph, and is no signature or furniture."""
    texts = (item["text"] for story in page.expected["articles"] for item in story.get("body", ()))
    return any(squeeze(line) in squeeze(text) for text in texts)


def says_heading(signs: Mapping[str, float], language: str) -> bool:
    """What the weights in use say."""
    if language == "zh":
        return unmarked_chinese.score(signs) > 0
    return unmarked_kana_hangul.score(signs, SCRIPTS[language]) > 0


def samples(folder: Path, cuts: int, language: str) -> list[Sample]:
    """The samples of a page: each line that is asked for, with its signs."""
    page, found = load(folder), list[Sample]()
    asked: dict[str, dict[str, float]] = {}

    def recorder(looked_at: Any) -> bool:
        chinese = unmarked_chinese.signs(looked_at, looked_at.after()) if language == "zh" else {}
        asked[looked_at.unit.text] = chinese or unmarked_kana_hangul.signs(looked_at)
        return says_heading(asked[looked_at.unit.text], language)

    name = "is_heading" if language == "zh" else "is_heading_of_kana_or_hangul"
    original = getattr(unmarked_wide, name)
    setattr(unmarked_wide, name, recorder)
    try:
        read(to_source("page.txt", page.source.encode(), SourceFolder(folder=".")))
        for line, signs in asked.items():
            if (heading := is_heading(line, page)) or is_text(line, page):
                found += [Sample(folder.name, line, signs, heading, None)] * AS_PRINTED
        for begins, cases in ((True, unmarked(page)), (False, cut(page, Random(folder.name), cuts))):
            for line, text in cases:
                asked.clear()
                read(to_source("page.txt", (page.front + text).encode(), SourceFolder(folder=".")))
                if line.strip() in asked:
                    found.append(Sample(folder.name, line, asked[line.strip()], begins, None))
    finally:
        setattr(unmarked_wide, name, original)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--cuts", type=int, default=12, metavar="N", help="paragraphs cut on a page (12)")
    parser.add_argument("--show", action="store_true", help="print the lines that are taken wrongly")
    parser.add_argument("--language", default="zh", choices=["zh", *SCRIPTS])
    options = parser.parse_args()
    language: str = options.language
    folders = [folder for folder in pages() if expected_of(folder)["language"].startswith(language)]
    found = [sample for folder in folders for sample in samples(folder, options.cuts, language)]
    rows = np.array([list(sample.signs.values()) for sample in found])
    labels = np.array([float(sample.begins) for sample in found])
    headings = labels > 0.5
    print(f"{len(found)} lines: {headings.sum()} headings, {(~headings).sum()} first pieces of a paragraph")
    right = unseen(found, rows, labels, 1.0)
    say("right on pages that the fit has not seen", right, headings)
    now = np.array([says_heading(each.signs, language) for each in found]) == headings
    say("right with the weights in use", now, headings)
    if options.show:
        for sample, good in zip(found, right, strict=True):
            if not good:
                print(f"  {sample.name}")
    say_weights(found, rows, labels, 1.0)


if __name__ == "__main__":
    main()
