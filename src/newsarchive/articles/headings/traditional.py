"""Stacks of papers of Taiwan and Hong Kong: kicker, headline and subheads where no mark tells them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.articles.headings.roles import (
    LOW,
    MEDIUM,
    Roles,
    add_line,
    has_space,
    has_two_middle_lines,
    is_loose,
)
from newsarchive.articles.patterns import Patterns

_LABEL = 5  # characters of a line that names the matter only
_decides = re.compile(r"[^\s　，、：]{3,10}(?:通過|決議|決定|宣布|宣佈|核定|裁定|證實|透露|指出|預測)\Z").match
_ROW = 8  # characters of the longer of two rows that are all of a stack


def traditional_roles(lines: Sequence[str], patterns: Patterns) -> Roles:
    """The roles of a stack's lines in papers of Taiwan and Hong Kong, where no mark tells them.

    A kicker is one clause, the headline under it two: 公車優惠明上路 / 一卡搭到底 月省近千元. Else the first line is
    the headline. A line that ends in mid-clause, or goes on with the verb of the line above, is half a headline, and
    so is one of two short rows. Of three lines the first is a kicker, unless it is a whole clause.
    """
    if has_two_middle_lines(lines) and not has_space(lines[1] + lines[2]):
        return Roles((0,), (1, 2), (3,), "two-middle-lines", LOW)
    groups: list[tuple[int, ...]] = [(0,)]
    for at in range(1, len(lines)):
        above, line = lines[at - 1], lines[at]
        whole = len(groups[-1]) == 1 and len(groups) <= 2 and _breaks_in_clause(above, line, patterns)
        if at == 1:
            whole = whole or _fills_two_lines(above, line, patterns, narrow=len(lines) > 2)
        add_line(at, groups, whole)
    if len(groups) == 1:
        return Roles((), groups[0], (), "broken-lines", LOW)
    if not _names_occasion(lines, groups, patterns):
        return Roles((), groups[0], tuple(at for group in groups[1:] for at in group), "first-line", MEDIUM)
    rest = tuple(at for group in groups[2:] for at in group)
    return Roles(groups[0], groups[1], rest, "clause-over-headline", LOW)


def _names_occasion(lines: Sequence[str], groups: Sequence[tuple[int, ...]], patterns: Patterns) -> bool:
    """Whether the first line of a stack is a kicker. `groups`: the places of the lines that are one."""
    first, second = lines[0], lines[groups[1][0]]
    if len(groups) == 2 and patterns.occasion_end(first) and not is_loose(second):
        return True
    if len(groups) == 2 and _decides(first) and len(second) > len(first) and not patterns.verb_start(second):
        return True  # 縣務會議通過 / 舊鹽倉明年改為鎮民工坊
    if len(lines) == 2 and len(first) <= _LABEL and 2 * len(first) <= len(second):  # 市府開罰 / 三家餐廳後廚養雞被查
        return not (has_space(first + second) or patterns.clause_whole(first))
    if len(lines) == len(groups) == 3 and has_space(first):  # two clauses over one set larger, and two under it
        larger = not has_space(second) or len(second) < min(len(first), len(lines[2]))
        return larger and has_space(lines[2]) is not None
    if len(groups) > 2 and len(first) <= _LABEL and len(second) >= 7:
        return True  # 缺水危機 / 二期稻作確定停灌 / …
    if len(groups) > 2 and (len(groups[1]) > 1 or len(lines) == 3):
        return len(groups[1]) > 1 or not patterns.clause_whole(first) or len(first) > len(second)
    return len(groups[0]) == 1 and (first.endswith((":", "：")) or _is_clause_over_two(first, second, patterns))


def _breaks_in_clause(first: str, second: str, patterns: Patterns) -> bool:
    """Whether two short lines are one headline over two printed lines: 渡海小輪 / 下月起增闢夜航."""
    if is_loose(first + second) or max(len(first), len(second)) > 13:
        return False
    return bool(patterns.clause_open(first) or (patterns.verb_start(second) and len(second) <= len(first) + 1))


def _fills_two_lines(first: str, second: str, patterns: Patterns, *, narrow: bool) -> bool:
    """Whether two short lines are one headline which is set in two rows: 休旅車為閃流浪狗 / 失控衝進早餐店.

    Rows of one size are of about one length, and the first is no shorter; a line under a headline is set smaller and
    holds more. A first line that ends with the verb of its clause is whole, and a second that only comments on it is a
    subhead. `narrow`: other lines stand under them, and one may be set smaller.
    """
    if is_loose(first + second) or not 5 <= len(first) <= (13 if narrow else _ROW):
        return False
    if not (-1 if narrow else 0) <= len(first) - len(second) <= 2:
        return False
    ended = patterns.clause_whole(first) or patterns.event_end(first) or patterns.occasion_end(first)
    return not (ended or patterns.comment_start(second) or patterns.notice(first))


def _is_clause_over_two(first: str, second: str, patterns: Patterns) -> bool:
    """Whether a line of one clause stands over one of two clauses in which nobody speaks, and which has a subject."""
    if has_space(first) or not 6 <= len(first) <= 12 or " " not in second or re.search(r"[：:].{3}", second):
        return False
    return len(second) <= 2.9 * len(first) and not patterns.verb_start(second)
