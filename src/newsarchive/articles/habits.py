"""What a page does with its headings."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns

_IN_CAPITALS = 3  # headings in capitals between texts that tell a habit, where fewer are in small letters
_BOTH_WAYS = 2  # headings in the block of their text, and apart from it, that tell a habit


def stands_in_block(heading: Labelled, after: Labelled) -> bool:
    """Whether a heading without mark opens the block of the text below it."""
    unit, below = heading.unit, after.unit
    return after.label == "text" and below.gap == -1 and below.block == unit.block and unit.gap > 0


class Habits(msgspec.Struct, frozen=True):
    """What a page does with its headings: the levels in use, and the shares that are signed below and above.

    `marks_lost`: a signature or dateline follows a heading without mark on a page that has marked ones.
    """

    levels: frozenset[int]
    leads: float
    ends: float
    marks_lost: bool
    stacks: float = 0.0  # the share of heading runs of two lines and more
    tells_by_gaps: bool = False  # some headings stand in the block of their text, others apart, and none are marked
    tells_by_capitals: float = 0.0  # some headings between texts are in capitals, others not, and none are marked


def habits_of(units: Sequence[Labelled], patterns: Patterns) -> Habits:
    """The habits of a page. `leads`: of the heading runs, those that a signature or dateline follows; `ends`: of the
    texts above headings, those that are signed at their end, 0 where there are too few to tell."""
    levels = frozenset(each.unit.level for each in units if each.label == "heading" and each.unit.level)
    runs = leads = above = signed = stacks = 0
    marks_lost = False
    glued: list[int] = []
    apart: list[int] = []
    capitals = small = 0
    for at, each in enumerate(units):
        if each.label != "heading":
            continue
        before, after = units[at - 1] if at else None, units[at + 1] if at + 1 < len(units) else None
        if before is not None and before.label in ("text", "byline"):
            above += 1
            signed += before.label == "byline" or find_end(before.unit.text, patterns) is not None
            capitals, small = capitals + each.unit.capitals, small + (not each.unit.capitals)
        if after is not None and after.label != "heading":
            led = after.label == "byline" or (
                after.label == "text" and read_lead(after.unit.text, patterns) is not None
            )
            runs, leads = runs + 1, leads + led
            stacks += before is not None and before.label == "heading"
            if stands_in_block(each, after):
                glued.append(len(each.unit.text))
            elif after.label == "text" and after.unit.gap > 0:
                apart.append(len(each.unit.text))
            marks_lost = marks_lost or (led and bool(levels) and each.unit.kind == "paragraph" and not each.unit.bold)
    return Habits(
        levels,
        leads / runs if runs else 0.0,
        signed / above if above >= 3 else 0.0,
        marks_lost,
        stacks / runs if runs else 0.0,
        patterns.main.script == "latn" and not levels and _are_two_kinds(glued, apart),
        _tell_by_capitals(capitals, small) if patterns.main.script == "latn" and not levels else 0.0,
    )


def _tell_by_capitals(capitals: int, small: int) -> float:
    """How much headings in capitals tell, of which so many stand between texts, beside others in small letters."""
    if not capitals >= _IN_CAPITALS > small:
        return 0.0
    return 1.0 if small else 0.3


def _are_two_kinds(glued: Sequence[int], apart: Sequence[int]) -> bool:
    """Whether all headings in the block of their text are shorter than those apart from it: crossheads, headlines."""
    if min(len(glued), len(apart)) < _BOTH_WAYS:
        return False
    return max(glued) < min(apart)
