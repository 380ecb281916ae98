"""Fits the weights by which a Chinese text is found that goes on where a column broke off.

    python -m tests.links [--times 4] [--show]

Half of the paragraphs of each mainland page, those that a column may end in, are cut at a random place. Each first half
asks which of the second halves of the page goes on with it, each second half and each whole paragraph whether it begins
with a sentence. Measured on pages that a fit has not seen. Needs numpy. Prints the tables of `articles/links.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np

from newsarchive.articles.links import PageWords, signs, signs_of_beginning
from tests.fitting import fit
from tests.score import expected_of, pages

LEAST, FIRST, LAST = 60, 15, 3  # characters of a paragraph that is cut, of its first half, of its second
PARTS = 5
_stops = "。！？!?；;：:…”’」』）)》“（《("  # after which no column cuts a sentence
_marks = _stops + "，,、"


class Break:
    """A first half, the second halves of its page that may go on with it, and which does."""

    def __init__(self, page: str, rows: np.ndarray, right: int, name: str) -> None:
        self.page, self.rows, self.right, self.name = page, rows, right, name


class Beginning:
    """A text that begins a paragraph, or is a second half."""

    def __init__(self, page: str, row: np.ndarray, begins: bool) -> None:
        self.page, self.row, self.begins = page, row, begins


def samples(folder: Path, time: int) -> tuple[list[Break], list[Beginning]]:
    """The breaks of one page, and its texts."""
    random = Random(f"{folder.name} {time}")
    halves: list[tuple[str, str]] = []  # the story as far as it broke off, and the rest of its paragraph
    whole: list[str] = []
    for story in expected_of(folder)["articles"]:
        above = ""
        for text in (item["text"] for item in story["body"] if item["type"] == "paragraph"):
            places = [
                at for at in range(FIRST, len(text) - LAST) if text[at - 1] not in _stops and text[at] not in _marks
            ]
            if len(text) >= LEAST and places and random.random() < 0.5:
                at = random.choice(places)
                halves.append((above + text[:at], text[at:]))
                above = ""
            elif len(text) > LAST:
                whole.append(text)
                above += text
    rests = [rest for _, rest in halves]
    words = PageWords([*(story for story, _ in halves), *rests, *whole])
    breaks = [
        Break(
            folder.name,
            np.array([list(signs(story, text, words).values()) for text in rests]),
            rests.index(rest),
            story[-20:] + " / " + rest[:20],
        )
        for story, rest in halves
        if len(rests) > 2
    ]
    texts = [(text, False) for text in rests] + [(text, True) for text in whole]
    return breaks, [
        Beginning(folder.name, np.array(list(signs_of_beginning(text).values())), begins) for text, begins in texts
    ]


def fit_breaks(found: Sequence[Break]) -> np.ndarray:
    rows = np.concatenate([each.rows for each in found])
    return fit(rows, np.concatenate([np.arange(len(each.rows)) == each.right for each in found]).astype(float), 1.0)


def fit_beginnings(found: Sequence[Beginning]) -> np.ndarray:
    return fit(np.array([each.row for each in found]), np.array([float(each.begins) for each in found]), 1.0)


def say(name: str, example: Mapping[str, float], weights: np.ndarray) -> None:
    print(f"{name}: Mapping[str, float] = {{")
    for sign, value in zip(example, weights, strict=True):
        print(f'    "{sign}": {value:.2f},')
    print("}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--times", type=int, default=4, metavar="N", help="how often each page is cut (4)")
    parser.add_argument("--show", action="store_true", help="print the breaks whose text is not found")
    options = parser.parse_args()
    folders = [folder for folder in pages(("zh-",)) if "hant" not in folder.name]
    both = [samples(folder, time) for folder in folders for time in range(options.times)]
    breaks = [each for found, _ in both for each in found]
    texts = [each for _, found in both for each in found]
    names = sorted({each.page for each in breaks})
    right = known = 0
    for part in range(PARTS):
        held = set(names[part::PARTS])
        weights = fit_breaks([each for each in breaks if each.page not in held])
        for each in breaks:
            hit = each.page in held and int(np.argmax(each.rows @ weights)) == each.right
            right += hit
            if options.show and each.page in held and not hit:
                print(f"  {each.name}")
        begins = fit_beginnings([each for each in texts if each.page not in held])
        known += sum((text.row @ begins > 0) == text.begins for text in texts if text.page in held)
    many = sum(len(each.rows) for each in breaks) / len(breaks)
    print(f"{len(breaks)} breaks, {many:.0f} halves each: found on pages not seen {right / len(breaks):.3f}")
    print(f"{len(texts)} texts: whether they begin with a sentence {known / len(texts):.3f}")
    say("WEIGHTS", signs("一二三", "一二三", PageWords(["一"])), fit_breaks(breaks))
    say("BEGINNINGS", signs_of_beginning("一二三"), fit_beginnings(texts))


if __name__ == "__main__":
    main()
