"""The roles of the lines of a heading stack and how sure they are, with what the stacks of several scripts share."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

HIGH, MEDIUM, LOW, UNDECIDED = 0.95, 0.8, 0.55, 0.5
UNEVEN = 4  # characters by which the two lines of a headline between kicker and subhead differ at most
is_loose = re.compile(r"[\s,，、:：—…!?！？]").search
has_space = re.compile(r"[\s　]").search  # between two clauses


class Roles(msgspec.Struct, frozen=True):
    """The places of the lines in the stack, by role; a headline may take several lines."""

    kicker: tuple[int, ...]
    headline: tuple[int, ...]
    subheads: tuple[int, ...]
    rule: str
    confidence: float
    broken: tuple[tuple[int, ...], ...] = ()  # places of lines that are one line which print broke


def add_line(at: int, groups: list[tuple[int, ...]], whole: bool) -> None:
    """The line goes to the last group where it is one whole with it, else begins its own."""
    if whole:
        groups[-1] = (*groups[-1], at)
    else:
        groups.append((at,))


def ends_clause(line: str) -> bool:
    return line[-1:] in "!?！？…"


def has_two_middle_lines(lines: Sequence[str]) -> bool:
    """Whether the second and third of four lines are of one size: a headline between kicker and subhead."""
    return len(lines) == 4 and abs(len(lines[1]) - len(lines[2])) <= UNEVEN
