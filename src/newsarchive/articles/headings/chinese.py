"""Stacks of mainland China, and of other Chinese papers where a mark tells: kicker, headline, subheads.

For stacks of two: a score of eight features with whole-number weights, fitted on 3,743 stacks of a national daily whose
digital edition tells the roles (93.5 % right on a later month; 88.2 % where no dash or colon tells). For other papers
only its words are used: a finding that rests on no mark is said one class lower. Where the score is even, a meeting
over a slogan is a kicker, and a fact over two details of it a headline; both are said with low confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.articles.clauses import begins_open, ends_open, is_one_clause, names_only, part_of_series, tells_more
from newsarchive.articles.headings.roles import (
    HIGH,
    LOW,
    MEDIUM,
    UNDECIDED,
    UNEVEN,
    Roles,
    add_line,
    has_space,
    has_two_middle_lines,
    is_loose,
)
from newsarchive.articles.patterns import Patterns

_SURE = 5  # the score of a kicker from which on nothing else is asked
_BROKEN = 3  # printed lines of one line of a stack at most
_narrow = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_dashes = re.compile(r"^一一+|[—―–─]+|--+")
_label_at_end = re.compile(r"\([^()]{2,12}\)$")
_opening_mark = re.compile(r"——|[●■◆▲★◎]|\(.*\)$").match
_closing_mark = re.compile(r"(?:——|:|…)$").search
_light = re.compile(r"[,、《]").search
_years = re.compile(r"(?:19|20)\d\d年?|第\d+[届次号批期]")
_quantity = re.compile(
    r"\d|[一二三四五六七八九十百千两几数][万亿成倍]|百分之|[逾超近约][一二三四五六七八九十百千万亿\d]"
).search
# 警方提醒：验货之后再签收: who says something, under what happened
_speaker_opens = re.compile(r"[^:：,，\s“”《》]{2,8}[:：](?=[^:：]{4})").match
# 七旬老人误把药片包装一起吞下: someone without a name did something; what came of it stands below
_tells_of_someone = re.compile(
    r"“?(?:[一二三四五六七八九]旬|\d{1,3}岁|(?:的哥|小伙|女子|男子|老汉|大[妈爷叔])(?!的))"
).match
_record_of = re.compile(r"[记访](?![者录忆住得问述])[^\s:：,，]{6,}\Z").match


def chinese_roles(lines: Sequence[str], patterns: Patterns) -> Roles:
    """The roles of the lines of a Chinese stack, in printed order."""
    groups = _whole_lines(lines, patterns)
    prepared = [_prepare("".join([lines[at] for at in group])) for group in groups]
    if len(groups) == 1:
        broken = len(lines) > 1
        return Roles((), groups[0], (), "broken-lines" if broken else "only-line", LOW if broken else HIGH)
    if len(groups) == 2 and len(groups[0]) > 1 == len(groups[1]) and not _closing_mark(prepared[0]):
        return Roles((), groups[0], groups[1], "broken-headline-then-subhead", LOW, (groups[0],))
    if len(groups) == 2 and len(groups[1]) > 1 == len(groups[0]) and not _opening_mark(prepared[1]):
        return Roles(groups[0], groups[1], (), "kicker-over-broken-headline", LOW, (groups[1],))
    roles = _of_two(prepared, patterns) if len(groups) == 2 else _of_three(prepared, patterns)
    kicker, headline, subheads = (
        tuple(at for place in places for at in groups[place])
        for places in (roles.kicker, roles.headline, roles.subheads)
    )
    return Roles(kicker, headline, subheads, roles.rule, roles.confidence, tuple(g for g in groups if len(g) > 1))


def is_marked(lines: Sequence[str], patterns: Patterns) -> bool:
    """Whether a dash, a colon or a reporting verb tells the roles: papers of Taiwan and Hong Kong use few kickers."""
    first, *rest = [_prepare(line) for line in lines]
    return bool(_closing_mark(first) or patterns.reporting_end(first) or any(_opening_mark(line) for line in rest))


def opens_with_mark(line: str) -> bool:
    """Whether a line opens with the dash or the mark of a subhead, or stands in brackets."""
    return _opening_mark(_prepare(line)) is not None


def _whole_lines(lines: Sequence[str], patterns: Patterns) -> list[tuple[int, ...]]:
    """The places of lines that print broke in mid-clause, together: 买菜老人的 / 是两名护士."""
    groups: list[tuple[int, ...]] = [(0,)]
    for at in range(1, len(lines)):
        above, line = lines[at - 1], lines[at]
        open_end = ends_open(above, patterns)
        goes_on = open_end or (begins_open(line, patterns) and not has_space(above))
        whole = (goes_on and (above[-1].isalnum() or above[-1] == "”")) or (
            len(groups[-1]) == 1 and is_one_clause(above, line, patterns)
        )
        whole = whole and len(groups[-1]) < _BROKEN and not part_of_series(above)
        add_line(at, groups, whole)
    return groups


def _prepare(line: str) -> str:
    text = _dashes.sub("——", line.translate(_narrow)).strip()
    without = _label_at_end.sub("", text)
    return without if len(without) >= 4 and text[:1] != "(" else text


def _of_two(lines: Sequence[str], patterns: Patterns) -> Roles:
    first, second = lines
    marked = bool(_opening_mark(second) or _closing_mark(first))
    spoken = bool(patterns.reporting_end(first))
    score = 3
    if _opening_mark(second):
        score -= 8
    if _closing_mark(first) or spoken or part_of_series(first):
        score += 5
    if _light(first):
        score += 2
    if patterns.occasion_end(first) and not is_loose(first) and names_only(first, patterns):
        score += 5  # it only names an event, of which the second tells something
    if _length(first) <= 6:
        score += 2
    if _two_equal_clauses(second):
        score += 2
    if patterns.event_end(first):
        score -= 3
    if _speaker_opens(second):
        score -= 3
    if _tells_of_someone(first):
        score -= 3
    if patterns.attendance_end(second):
        score -= 4
    if patterns.feature_end(second) or _record_of(second):
        score -= 5  # 见闻, 纪实, 记某某: the kind of the text, which print sets under the headline
    heavy = _heaviness(second)
    score -= 2 * heavy
    broken = not marked and not spoken and _may_be_broken(first, second)
    confidence = UNDECIDED if broken else _confidence(score, first, second, sure=marked or spoken, heavy=heavy)
    if not marked and score == 1 and _clauses_in(second) > 1 and not _light(first):
        score = 0  # a fact over two details of it
    elif not marked and score == 0 and not heavy and patterns.event_end(first):
        score = 1  # a meeting over what it asked for
    if not marked and not spoken and 0 < score < _SURE and tells_more(first, second, patterns):
        return Roles((), (0,), (1,), "headline-then-detail", LOW)
    if score > 0:
        return Roles((0,), (1,), (), "kicker-then-headline", confidence)
    return Roles((), (0,), (1,), "headline-then-subhead", confidence)


def _may_be_broken(first: str, second: str) -> bool:
    """Two short lines of about one length without space or mark may be one headline over two printed lines."""
    lengths = (len(first), len(second))
    return (
        min(lengths) >= 5 and max(lengths) <= 12 and abs(lengths[0] - lengths[1]) <= 2 and not is_loose(first + second)
    )


def _confidence(score: int, first: str, second: str, *, sure: bool, heavy: int) -> float:
    """High, medium or low by the measured scale; one class lower where no mark and no reporting verb tells."""
    classes = [LOW, MEDIUM, HIGH]
    place = 2 if score >= 5 or score <= -3 else 0 if score in (0, 1) else 1
    if not sure:
        place = max(place - 1, 0)
        slogan_then_fact = _two_equal_clauses(first) and not _two_equal_clauses(second)
        if slogan_then_fact and not (heavy >= 2 and score <= -3):
            place = 0
    return classes[place]


def _of_three(lines: Sequence[str], patterns: Patterns) -> Roles:
    """Three lines or more: the second is the headline, unless marks say otherwise; of four, the two in the middle."""
    last = tuple(range(2, len(lines)))
    if _opening_mark(lines[1]):
        return Roles((), (0,), (1, *last), "dash-opens-second-line", HIGH)
    if _closing_mark(lines[1]) or patterns.reporting_end(lines[1]):
        return Roles((0, 1), (2,), last[1:], "second-line-leads-on", MEDIUM)
    if len(lines) == 3 and patterns.reporting_end(lines[0]) and _are_two_demands(lines[1], lines[2], patterns):
        return Roles((0,), (1, 2), (), "two-lines-under-reporting-verb", LOW)
    if has_two_middle_lines(lines) and not _opening_mark(lines[2]):
        return Roles((0,), (1, 2), (3,), "two-middle-lines", LOW)
    return Roles((0,), (1,), last, "middle-line", MEDIUM)


def _are_two_demands(first: str, second: str, patterns: Patterns) -> bool:
    """Whether two lines under who demanded them are of one size and one form, neither telling who was present."""
    if is_loose(first + second) or _opening_mark(second) or patterns.attendance_end(second):
        return False
    return abs(len(first) - len(second)) <= UNEVEN and not _heaviness(second)


def _two_equal_clauses(line: str) -> bool:
    """`携手锚定新产业 合作开拓新赛道`: two or more clauses divided by a space, equally long within one character."""
    clauses = line.split()
    lengths = [len(clause) for clause in clauses]
    return len(clauses) >= 2 and min(lengths) >= 2 and max(lengths) - min(lengths) <= 1


def _heaviness(line: str) -> int:
    """0 to 3 points for a line that carries facts: a quantity, 18 characters or more, a comma in a long line."""
    length = _length(line)
    return bool(_quantity(_years.sub("", line))) + (length >= 18) + ("," in line and length >= 16)


def _clauses_in(line: str) -> int:
    return len([clause for clause in re.split(r"[\s,，]+", line) if len(clause) > 1])


def _length(line: str) -> int:
    return len("".join(line.split()))
