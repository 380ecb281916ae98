"""Blocks -> Units: the smallest parts that can have a meaning of their own on a newspaper page.

A block is one unit unless its lines tell otherwise: a signature, a credit, a list item or a jump line on its own line
is a unit, and so is each line that ends a sentence before a new one begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from newsarchive.articles.patterns import Patterns
from newsarchive.articles.pieces import Piece, Pieces, cut, joined
from newsarchive.articles.record import Lines
from newsarchive.blocks import Block, BlockKind, Line

ends_sentence = re.compile(r"[。！？!?.…；;]['\"”’」』）)】〕》〉\]]*\s*\Z").search
_item = re.compile(r"[☆★◆◇■□●○◎▲△▪•·※▼►▶⊙＊*]\s*\S|[①-⑳]|\(?\d{1,2}[.、)）]\s*\S|[-–—]\s").match
_LONG_LINE = 100  # printed lines are shorter; a longer one holds a whole paragraph
_LABEL_LINE = 8  # of a label that is set in several lines


class Unit(msgspec.Struct, frozen=True):
    """A part of a block. `gap` counts the empty lines before it, -1 when it begins inside its block."""

    kind: BlockKind
    pieces: Pieces
    text: str
    at: Lines
    block: int
    gap: int = 0
    level: int = 0
    name: str = ""
    bold: bool = False


def to_units(blocks: Sequence[Block], patterns: Patterns) -> list[Unit]:
    """The units of a page in its order; every character of the blocks stands in one of them."""
    units: list[Unit] = []
    end = 0
    for index, block in enumerate(blocks):
        gap = max(block.at[0] - end - 1, 0) if end else 0
        end = max(end, block.at[1])
        if block.kind == "paragraph":
            for run in _runs(block.lines, patterns):
                pieces = tuple(Piece(line.number, line.text) for line in run)
                for part in _parts(pieces, patterns):
                    text = joined(part)
                    at = (part[0].line, part[-1].line)
                    units.append(Unit("paragraph", part, text, at, index, gap, 0, block.name, block.bold))
                    gap = -1
        else:
            pieces = tuple(Piece(line.number, line.text) for line in block.lines)
            text = joined(pieces) if pieces else ""
            units.append(Unit(block.kind, pieces, text, block.at, index, gap, block.level, block.name, block.bold))
    return units


def _runs(lines: Sequence[Line], patterns: Patterns) -> Iterator[Sequence[Line]]:
    """The lines of a paragraph block in runs that belong to one another."""
    if len(lines) == 1:
        yield lines
        return
    width = _printed_width(lines)
    all_short = all(len(line.text) <= _LABEL_LINE for line in lines)
    start = 0
    for at in range(1, len(lines)):
        before, after = lines[at - 1].text, lines[at].text
        if not all_short and not _runs_on(before, after, width, patterns):
            yield lines[start:at]
            start = at
    yield lines[start:]


def _printed_width(lines: Sequence[Line]) -> int:
    """The width of a column whose printed lines are kept, 0 when the lines are no printed lines."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 3 // 4]
    full = sum(length >= width * 0.8 for length in lengths)
    return width if len(lines) >= 3 and lengths[-1] < _LONG_LINE and full * 2 >= len(lines) else 0


def _runs_on(before: str, after: str, width: int, patterns: Patterns) -> bool:
    if _stands_alone(before, patterns) or _stands_alone(after, patterns) or _item(after):
        return False
    if ends_sentence(before):
        return bool(width) and len(before) >= width * 0.93
    return not (not width and len(before) <= 40 and len(after) > 2 * len(before)) and len(before) > _LABEL_LINE


def _stands_alone(text: str, patterns: Patterns) -> bool:
    """Whether a line is by its form no part of a running text."""
    return len(text) < 80 and bool(
        any(match(text) for match in patterns.byline_lines) or patterns.credit_line(text) or patterns.editors(text)
    )


def _parts(pieces: Pieces, patterns: Patterns) -> Iterator[Pieces]:
    """A run without the jump lines that are glued to its ends, and these."""
    text = joined(pieces)
    head = text[:60]
    for search in patterns.jumps_from:
        if (match := search(head)) and match.start() == 0 and match.end() < len(text):
            before, pieces = cut(pieces, match.end())
            yield before
            text = joined(pieces) if pieces else ""
            break
    tail_at = max(len(text) - 80, 0)
    for search in patterns.jumps_to:
        if (match := search(text[tail_at:])) and tail_at + match.end() >= len(text) - 1 and tail_at + match.start() > 0:
            pieces, after = cut(pieces, tail_at + match.start())
            if pieces:
                yield pieces
            pieces = after
            break
    if pieces:
        yield pieces
