"""Stacks of Japan and Korea: a headline alone or in two rows, a short kicker over it, subheads under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.articles.headings.roles import LOW, MEDIUM, Roles, ends_clause, is_loose
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.units import Unit

_LEAST_ROW, _ROW = 6, 10  # characters of the rows of a Japanese headline that is set in two
_predicate = re.compile(
    r"[をがは、「]|[へにかもるたいくすぬむうだず？！?!][\s　]|[へにかもるたいくすぬむうだず？！?!]\Z"
).search
_opens_clause = re.compile(r".*[、がの]\Z").match
_tells_something = re.compile(r".*[をが、].*[るたいくすぬむうつ]\Z").match  # 父、台所に立つ
_is_detail = re.compile(
    r"(?:[0-9０-９]|[一二三四五六七八九十]{1,3}[斗升石俵人万名月日時]|[来來今先昨][年月週夏秋春冬])[^がは]*\Z"
).match
# A mark, or the verb of a whole clause at the end.
_marks = re.compile(r"[、。「」『』（）()\s　：:―—…!?！？]|[うくぐすたつぬふぶむる]\Z")
_quoted = re.compile(r"[“‘「『][^”’」』]+[”’」』]\Z").match


def eastern_roles(lines: Sequence[str], units: Sequence[Unit], patterns: Patterns) -> Roles:
    """Papers without kickers as a rule: the first line is the headline, unless it is a short one over a longer."""
    first, second = lines[0], lines[1]
    if patterns.main.script == "kore" and _is_korean_pair(lines, patterns):
        return Roles((), (0, 1), tuple(range(2, len(lines))), "broken-lines", LOW)
    if patterns.main.script == "kore" and len(lines) == 3 and len(first) < len(second) <= len(lines[2]):
        return Roles((0,), (1,), (2,), "middle-line", LOW)
    if patterns.main.script == "kore" and len(lines) > 3 and _are_rows(lines[1], lines[2], lines[3]):
        return Roles((0,), (1, 2), tuple(range(3, len(lines))), "broken-lines", LOW)
    if patterns.main.script == "jpan" and _are_rows_of_headline(lines):
        return Roles((), (0, 1), tuple(range(2, len(lines))), "broken-lines", LOW)
    if patterns.main.script == "jpan" and patterns.occasion_end(first) and not is_loose(first[:-3]):
        return Roles((0,), (1,), tuple(range(2, len(lines))), "occasion-over-headline", LOW)
    if len(lines) > 3 and not ends_clause(first):
        return Roles((0,), (1,), tuple(range(2, len(lines))), "second-of-many-lines", LOW)
    if patterns.main.script == "jpan" and len(lines) == 3 and _is_topic(first) and not _is_topic(second):
        return Roles((0,), (1,), (2,), "topic-over-headline", LOW)
    limit = {"jpan": 7, "kore": 13}.get(patterns.main.script, 14)
    large = patterns.main.script != "jpan" or len(second) <= len(lines[-1])  # set larger than the line under it
    limit = max(limit, 12) if len(lines) > 2 and large else limit
    much = 2 if patterns.main.script == "kore" and len(lines) == 2 else 1.3
    is_kicker = len(first) <= limit and len(first) * much < len(second) and not ends_clause(first)
    if patterns.main.script == "jpan" and _tells_something(first):
        is_kicker = False
    if units[0].capitals and not units[1].capitals and len(first.split()) <= 5:
        is_kicker = True
    if patterns.main.script == "kore" and len(first) <= limit < len(second) and _quoted(second):
        is_kicker = True  # on which occasion somebody says so
    if is_kicker or first.endswith((":", "：")):
        return Roles((0,), (1,), tuple(range(2, len(lines))), "short-line-over-headline", LOW)
    return Roles((), (0,), tuple(range(1, len(lines))), "first-line", MEDIUM)


def _are_rows_of_headline(lines: Sequence[str]) -> bool:
    """Whether the first two lines of a Japanese stack are one headline: the first ends in mid-clause, or they are short
    and of one length. A second that opens with a figure and has no subject tells a detail.

    休耕田にコスモス / 二十万本が見ごろ
    """
    first, second = lines[0], lines[1]
    if _opens_clause(first) and len(second) <= len(first) + 2:
        return True
    if not _LEAST_ROW <= min(len(first), len(second)) <= max(len(first), len(second)) <= _ROW:
        return False
    several = len(lines) > 3 and not is_loose(second) and "「" not in first + second
    free = several or not (_marks.search(first) or is_loose(second))
    return free and abs(len(first) - len(second)) <= 1 and not _is_detail(second)


def _is_topic(line: str) -> bool:
    """Whether a Japanese line only names what the headline is about: 県立中央病院の小児救急."""
    return len(line) <= 14 and not _predicate(line)


def _is_korean_pair(lines: Sequence[str], patterns: Patterns) -> bool:
    """Whether two short lines are one headline: the first ends in mid-clause, or a longer line stands under both."""
    first, second = len(lines[0]), len(lines[1])
    if max(first, second) > 18 or ends_clause(lines[0]) or "…" in lines[0]:
        return False
    if patterns.clause_open(lines[0]) and second <= first + 3:
        return True
    return len(lines) > 2 and _are_rows(lines[0], lines[1], lines[2])


def _are_rows(first: str, second: str, below: str) -> bool:
    """Whether two Korean lines of about one length stand over a longer one that is set smaller: rows of a headline."""
    if max(len(first), len(second)) > 18 or ends_clause(first) or "…" in first:
        return False
    return 0 <= len(first) - len(second) <= 3 and len(below) >= 1.4 * len(first)
