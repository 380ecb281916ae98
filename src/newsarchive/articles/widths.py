"""How broad printed lines and the columns of a page are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsarchive.articles.sentences import (
    ends_sentence,
    has_few_stops,
)
from newsarchive.blocks import Block, Line

in_capitals = re.compile(r"[^a-zß-öø-ÿ぀-ヿ一-鿿가-힯]*[A-ZÀ-ÖØ-ÞŞĞİ]{2}[^a-zß-öø-ÿ぀-ヿ一-鿿가-힯]*\Z").match
LONG_LINE = 100  # printed lines are shorter; a longer one holds a whole paragraph
_RUNNING_LINES, _LEAST_WIDTH = 8, 20  # lines that run on, and the characters of the narrowest column they tell
_LINE = 32  # characters of a line that are more than East Asian columns hold
_PARTED = 6  # blocks of several lines, of which one may hold two paragraphs


def _are_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether each line of an East Asian block is a paragraph: lines of text, longer than a column's, end sentences."""
    if len(lines) < 2 or lines[0].text[:1] < "\u1100" or sum([len(line.text) for line in lines]) < _LINE * len(lines):
        return False
    return sum([ends_sentence(line.text) is not None for line in lines]) >= 0.6 * len(lines)


def page_width(blocks: Sequence[Block]) -> int:
    """The width of the page's columns where the printed lines are kept, 0 where a line holds a paragraph."""
    lengths = sorted(
        len(line.text)
        for block in blocks
        if block.kind == "paragraph" and len(block.lines) >= 3 and not _are_paragraphs(block.lines)
        for line in block.lines
    )
    if len(lengths) < 6 or lengths[-1] >= LONG_LINE or lengths[len(lengths) // 2] < 10:
        return 0
    width = lengths[len(lengths) * 3 // 4]
    full = sum(length >= width * 0.8 for length in lengths)
    return width if full * 2 >= len(lengths) else 0


def running_width(blocks: Sequence[Block]) -> int:
    """The width of the columns of a page in Latin script, told by the lines that go on in small letters on the next
    one, where headlines, tables and notices leave too few full lines for `page_width`; 0 where they differ."""
    lengths = sorted(
        [
            len(line.text)
            for block in blocks
            if block.kind == "paragraph"
            for line, after in pairwise(block.lines)
            if after.text[0].islower() and not ends_sentence(line.text)
        ]
    )
    width = lengths[len(lengths) * 3 // 4] if len(lengths) >= _RUNNING_LINES else 0
    if not _LEAST_WIDTH <= width < LONG_LINE or lengths[-1] > width * 1.4:
        return 0
    return width if sum([length >= width * 0.8 for length in lengths]) * 4 >= len(lengths) * 3 else 0


def few_stops_on(blocks: Sequence[Block]) -> bool:
    return has_few_stops("".join([line.text for block in blocks if block.kind == "paragraph" for line in block.lines]))


def blocks_are_paragraphs(blocks: Sequence[Block]) -> bool:
    """Whether empty lines part the paragraphs of a page that keeps its printed lines: hardly a block holds two."""
    several = [block.lines for block in blocks if block.kind == "paragraph" and len(block.lines) > 1]
    if len(several) < _PARTED:
        return False
    return sum(map(_holds_two, several)) * _PARTED <= len(several)


def _holds_two(lines: Sequence[Line]) -> bool:
    """Whether a line inside a block ends a sentence and is short, as the last of a paragraph is."""
    width = max(len(line.text) for line in lines) * 0.9
    return any(len(line.text) < width and ends_sentence(line.text) for line in lines[:-1])


def breadth_of(text: str) -> float:
    """How much of a line a text fills: letters, digits and spaces are half as wide as Chinese characters."""
    return sum([0.5 if character < "\u1100" else 1.0 for character in text])
