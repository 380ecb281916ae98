"""Rule 4. Which line of a heading stack is the headline, which the kicker, which the subheads, and how sure that is.

By the levels that the tool gave, where they tell; else by the habits of the language: `chinese`, `traditional`,
`eastern` and `latin` stacks, which share the `roles`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from newsarchive.articles.headings.chinese import chinese_roles, is_marked, opens_with_mark
from newsarchive.articles.headings.eastern import eastern_roles
from newsarchive.articles.headings.latin import broken_lines, latin_roles, lost_its_mark
from newsarchive.articles.headings.roles import HIGH, LOW, MEDIUM, Roles
from newsarchive.articles.headings.traditional import traditional_roles
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.units import Unit

_UNMARKED = 7  # the level of a line without one, below all others
_ALIKE, _RATHER_ALIKE = 0.8, 0.6  # the share of a page's heading stacks with the same highest level
_eastern = ("hant", "jpan", "kore")
_FEW = 4  # stacks; fewer show no habit


def trust_in_levels(stacks: Sequence[Sequence[int]]) -> float:
    """How much the levels of a page's heading stacks tell: much where most stacks have the same highest level, nothing
    where a tool gave each heading another one, which only several stacks show."""
    tops = [min(marked) for levels in stacks if (marked := [level for level in levels if level])]
    if len(tops) < _FEW:
        return MEDIUM
    alike = Counter(tops).most_common(1)[0][1] / len(tops)
    return HIGH if alike >= _ALIKE else MEDIUM if alike >= _RATHER_ALIKE else 0.0


def heading_roles(lines: Sequence[str], units: Sequence[Unit], patterns: Patterns, trust: float = HIGH) -> Roles:
    """The roles of a stack's lines: by the tool's levels where they differ, else by the habits of the language.

    `trust`: how much the levels of the page tell, see `trust_in_levels`.
    """
    if len(lines) == 1:
        return Roles((), (0,), (), "only-line", HIGH)
    levels = [unit.level for unit in units]
    if patterns.main.script == "kore" and levels[0] and levels[1]:
        levels = [level or _UNMARKED for level in levels]  # under a subhead
    if patterns.main.script in _eastern and (middle := _peak(levels)):
        above, below = range(middle[0]), range(middle[-1] + 1, len(lines))
        return Roles(tuple(above), middle, tuple(below), "highest-level", max(trust, MEDIUM))
    if patterns.main.script in ("hans", "hant") and trust < HIGH:
        trust = 0.0  # measured: their lines tell more than the levels of few stacks
    if patterns.main.script == "latn":
        for at in range(1, len(levels)):
            levels[at] = levels[at - 1] if lost_its_mark(units[at - 1], units[at]) else levels[at]
    if patterns.main.script == "latn" and not trust and 0 < levels[0] < min(levels[1:]):
        trust = LOW  # no kicker is set larger than its headline
    if trust and (by_level := _by_level(lines, levels, trust)):
        label = len(lines[0].split()) <= 2 and len(lines[1].split()) >= 4 and by_level.headline == (0,)
        label = label and not lines[1].endswith(".")
        if patterns.main.script == "latn" and label and units[1].kind == "heading":
            return Roles((0,), (1,), by_level.subheads[1:], "label-over-headline", LOW)
        if patterns.main.script == "latn" and len(by_level.subheads) > 1:
            broken = [group for group in broken_lines(lines, units, patterns) if len(group) > 1]
            decks = tuple(group for group in broken if set(group) <= set(by_level.subheads))
            by_level = msgspec.structs.replace(by_level, broken=decks)
        return by_level
    if patterns.main.script == "hans" or (patterns.main.script == "hant" and is_marked(lines, patterns)):
        return chinese_roles(lines, patterns)
    if patterns.main.script == "hant":
        return traditional_roles(lines, patterns)
    if patterns.main.spaces and patterns.main.script != "kore":
        return latin_roles(lines, units, patterns)
    return eastern_roles(lines, units, patterns)


def _by_level(lines: Sequence[str], levels: Sequence[int], trust: float) -> Roles | None:
    """One line on the highest level is the headline: what stands over it the kicker, under it the subheads."""
    if not all(levels) or len(set(levels)) < 2 or any(opens_with_mark(line) for line in lines[1:]):
        return None
    top = min(levels)
    places = [at for at, level in enumerate(levels) if level == top]
    if places[-1] - places[0] + 1 != len(places) or len(places) > 1:
        return None
    at = places[0]
    return Roles(tuple(range(at)), (at,), tuple(range(at + 1, len(lines))), "highest-level", trust)


def _peak(levels: Sequence[int]) -> tuple[int, ...]:
    """The places of one line, or of two that others follow, on the highest level below a line set smaller: no tool
    takes a kicker for more than the headline under it. Lines without a mark are smaller where others stand below.
    """
    top = min((level for level in levels if level), default=0)
    places = tuple(at for at, level in enumerate(levels) if level == top)
    if not top or not places[0] or places[-1] - places[0] + 1 != len(places):
        return ()
    followed = places[-1] < len(levels) - 1
    whole = len(places) == 1 and all(levels)
    return places if whole or (followed and len(places) < 3) else ()
