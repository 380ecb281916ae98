"""Poems: blocks of short lines that end where the verse ends, not where the column does. Their lines are kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.articles.patterns import Patterns
from newsarchive.blocks import Block, Line

_LINES = 4  # of the shortest poem that is known by itself; shorter stanzas stand beside one
_LONGEST_WIDE, _LONGEST_LATIN = 18, 60  # characters of a line
_CLASSICAL = 7  # characters of a line of an old poem that is printed without marks
_SHORT = 10  # characters of a line of a free poem whose lines are nearly equal
_no_verse = re.compile(r"\d|[:：|/／]|[（(].*[)）]\Z|[@＠]").search
_mark = re.compile(r"[，。、；：！？,.;:!?「」『』“”（）]").search
_mark_at_end = re.compile(r"[，。；：！？,.;:!?」』”]\Z").search
_stop_inside = re.compile(r"[。.!?！？].").search


def verse_blocks(blocks: Sequence[Block], patterns: Patterns) -> frozenset[int]:
    """The places of the blocks that are stanzas."""
    wide = not patterns.main.spaces or patterns.main.script == "kore"
    found = {at for at, block in enumerate(blocks) if _is_stanza(block, wide, _LINES)}
    for at in sorted(found):
        for other in (at - 1, at + 1):
            if 0 <= other < len(blocks) and _is_stanza(blocks[other], wide, 2):
                found.add(other)
    return frozenset(found)


def _is_stanza(block: Block, wide: bool, least: int) -> bool:
    lines = block.lines
    if block.kind != "paragraph" or block.bold or len(lines) < least:
        return False
    lengths = [len(line.text) for line in lines]
    longest = max(lengths)
    if longest > (_LONGEST_WIDE if wide else _LONGEST_LATIN) or sum(lengths) < 3 * len(lengths):
        return False
    if any(_no_verse(line.text) for line in lines):
        return False
    if not wide and not all(line.text[:1].isupper() or not line.text[:1].isalpha() for line in lines):
        return False
    return not _is_column(lines, longest)


def _is_column(lines: Sequence[Line], longest: int) -> bool:
    """Whether the lines are those of a printed column: nearly all are full and break anywhere in a sentence."""
    full = sum(len(line.text) >= longest * 0.85 for line in lines[:-1])
    if full * 2 > len(lines) - 1:
        bare = not any(_mark(line.text) for line in lines)
        lengths = {len(line.text) for line in lines[:-1]}
        free = bare and longest <= _SHORT and len(lengths) > 1
        classical = bare and longest <= _CLASSICAL and lengths == {len(lines[-1].text)}
        return not (free or classical or all(_mark_at_end(line.text) for line in lines))
    return any(_stop_inside(line.text) for line in lines)
