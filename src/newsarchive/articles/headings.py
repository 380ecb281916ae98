"""Rule 4. Which line of a heading stack is the headline, which the kicker, which the subheads, and how sure that is.

For Chinese stacks of two: a score of eight features with whole-number weights, fitted on 3,743 stacks of a national
daily whose digital edition tells the roles (93.5 % right on a later month; 88.2 % where no dash or colon tells). For
other papers only its words are used: a finding that rests on no mark is said one class lower. Where the score is even,
a meeting over a slogan is a kicker, and a fact over two details of it a headline; both are said with low confidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from newsarchive.articles.clauses import ends_open, is_one_clause, names_only, tells_more
from newsarchive.articles.lines import is_set_smaller
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import ends_sentence, is_titled
from newsarchive.articles.units import Unit

HIGH, MEDIUM, LOW, UNDECIDED = 0.95, 0.8, 0.55, 0.5
_HALF = 60  # characters of the longest half of a headline
_LINE_OVER_CAPITALS = 6  # words of the longest kicker in small letters over an unmarked headline in capitals
_DECK = 1.5  # how much longer a deck of sentences is than the kicker and the headline over it
_KICKER = 32  # characters of the longest kicker that only its length tells, where words have spaces


class Roles(msgspec.Struct, frozen=True):
    """The places of the lines in the stack, by role; a headline may take several lines."""

    kicker: tuple[int, ...]
    headline: tuple[int, ...]
    subheads: tuple[int, ...]
    rule: str
    confidence: float
    broken: tuple[tuple[int, ...], ...] = ()  # places of lines that are one line which print broke


_LEAST_ROW, _ROW = 6, 10  # characters of the rows of a Japanese headline that is set in two
_UNMARKED = 7  # the level of a line without one, below all others
_ALIKE, _RATHER_ALIKE = 0.8, 0.6  # the share of a page's heading stacks with the same highest level
_FEW = 4  # stacks; fewer show no habit
_SURE = 5  # the score of a kicker from which on nothing else is asked
_UNEVEN = 4  # characters by which the two lines of a headline between kicker and subhead differ at most
_BROKEN = 3  # printed lines of one line of a stack at most
_narrow = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_dashes = re.compile(r"^一一+|[—―–─]+|--+")
_label_at_end = re.compile(r"\([^()]{2,12}\)$")
# Tarn 2, Weir 1
_result = re.compile(r"[A-ZÀ-Þ][^\d]{2,30} \d{1,3}(?:[,;]| ?[-–—]) ?[A-ZÀ-Þ][^\d]{2,30} \d{1,3}\Z").match
_opening_mark = re.compile(r"——|[●■◆▲★◎]|\(.*\)$").match
_closing_mark = re.compile(r"(?:——|:|…)$").search
_loose = re.compile(r"[\s,，、:：—…!?！？]").search
_light = re.compile(r"[,、《]").search
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
_part_of_series = re.compile(r".{3,}之[一二三四五六七八九十]{1,2}\Z").match
_quoted = re.compile(r"[“‘「『][^”’」』]+[”’」』]\Z").match
_clauses = re.compile(r"[\s　]")
_years = re.compile(r"(?:19|20)\d\d年?|第\d+[届次号批期]")
_quantity = re.compile(
    r"\d|[一二三四五六七八九十百千两几数][万亿成倍]|百分之|[逾超近约][一二三四五六七八九十百千万亿\d]"
).search


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
    if patterns.main.script in ("hans", "hant") and trust < HIGH:
        trust = 0.0  # measured: their lines tell more than the levels of few stacks
    if patterns.main.script == "latn":
        for at in range(1, len(levels)):
            levels[at] = levels[at - 1] if _lost_its_mark(units[at - 1], units[at]) else levels[at]
    if patterns.main.script == "latn" and not trust and 0 < levels[0] < min(levels[1:]):
        trust = LOW  # no kicker is set larger than its headline
    if trust and (by_level := _by_level(lines, levels, trust)):
        label = len(lines[0].split()) <= 2 and len(lines[1].split()) >= 4 and by_level.headline == (0,)
        label = label and not lines[1].endswith(".")
        if patterns.main.script == "latn" and label and units[1].kind == "heading":
            return Roles((0,), (1,), by_level.subheads[1:], "label-over-headline", LOW)
        if patterns.main.script == "latn" and len(by_level.subheads) > 1:
            broken = [group for group in _broken_lines(lines, units, patterns) if len(group) > 1]
            decks = tuple(group for group in broken if set(group) <= set(by_level.subheads))
            by_level = msgspec.structs.replace(by_level, broken=decks)
        return by_level
    if patterns.main.script == "hans" or (patterns.main.script == "hant" and _is_marked(lines, patterns)):
        return chinese_roles(lines, patterns)
    if patterns.main.script == "hant":
        return traditional_roles(lines, patterns)
    if patterns.main.spaces and patterns.main.script != "kore":
        return _spaced_roles(lines, units, patterns)
    return _first_is_headline(lines, units, patterns)


def traditional_roles(lines: Sequence[str], patterns: Patterns) -> Roles:
    """The roles of a stack's lines in papers of Taiwan and Hong Kong, where no mark tells them.

    A kicker is one clause, the headline under it two: 公車優惠明上路 / 一卡搭到底 月省近千元. Else the first line is
    the headline. A line that ends in mid-clause, or goes on with the verb of the line above, is half a headline, and
    so is one of two short rows. Of three lines the first is a kicker, unless it is a whole clause.
    """
    if _has_two_middle_lines(lines) and not _clauses.search(lines[1] + lines[2]):
        return Roles((0,), (1, 2), (3,), "two-middle-lines", LOW)
    groups: list[tuple[int, ...]] = [(0,)]
    for at in range(1, len(lines)):
        above, line = lines[at - 1], lines[at]
        whole = len(groups[-1]) == 1 and len(groups) <= 2 and _breaks_in_clause(above, line, patterns)
        if at == 1:
            whole = whole or _fills_two_lines(above, line, patterns, narrow=len(lines) > 2)
        _add(at, groups, whole)
    if len(groups) == 1:
        return Roles((), groups[0], (), "broken-lines", LOW)
    first, second = lines[0], lines[groups[1][0]]
    is_kicker = len(groups[0]) == 1 and (
        first.endswith((":", "：")) or (len(groups) > 2 and len(groups[1]) > 1) or _is_clause_over_two(first, second)
    )
    if len(groups) > 2 and len(first) <= 5 and len(second) >= 7:
        is_kicker = True  # 缺水危機 / 二期稻作確定停灌 / …
    if len(lines) == len(groups) == 3 and _clauses.search(first) and not _clauses.search(second):
        is_kicker = bool(_clauses.search(lines[2]))  # two clauses over one, and two under it
    elif len(lines) == len(groups) == 3 and not _clauses.search(first):
        is_kicker = is_kicker or not patterns.clause_whole(first)
    if len(groups) == 2 and not is_kicker and patterns.occasion_end(first) and not _loose(second):
        is_kicker = True
    if not is_kicker:
        return Roles((), groups[0], tuple(at for group in groups[1:] for at in group), "first-line", MEDIUM)
    rest = tuple(at for group in groups[2:] for at in group)
    return Roles(groups[0], groups[1], rest, "clause-over-headline", LOW)


def _breaks_in_clause(first: str, second: str, patterns: Patterns) -> bool:
    """Whether two short lines are one headline over two printed lines: 渡海小輪 / 下月起增闢夜航."""
    if _loose(first + second) or max(len(first), len(second)) > 13:
        return False
    return bool(patterns.clause_open(first) or (patterns.verb_start(second) and len(second) <= len(first) + 1))


def _fills_two_lines(first: str, second: str, patterns: Patterns, *, narrow: bool) -> bool:
    """Whether two short lines are one headline which is set in two rows: 休旅車為閃流浪狗 / 失控衝進早餐店.

    Rows of one size are of about one length, and the first is the longer; a line under a headline is set smaller and
    holds more. A first line that ends with the verb of its clause is whole, and a second that only comments on it is a
    subhead. `narrow`: other lines stand under them, and one may be set smaller.
    """
    if _loose(first + second) or not 5 <= len(first) <= 13:
        return False
    if not -1 <= len(first) - len(second) <= (2 if narrow else 4):
        return False
    ended = patterns.clause_whole(first) or patterns.event_end(first) or patterns.occasion_end(first)
    return not (ended or patterns.comment_start(second) or patterns.notice(first))


def _is_clause_over_two(first: str, second: str) -> bool:
    """Whether a line of one clause stands over one of two clauses in which nobody speaks."""
    if _clauses.search(first) or not 7 <= len(first) <= 12 or " " not in second or re.search(r"[：:].{3}", second):
        return False
    return len(second) <= 2.9 * len(first)


def _is_marked(lines: Sequence[str], patterns: Patterns) -> bool:
    """Whether a dash, a colon or a reporting verb tells the roles: papers of Taiwan and Hong Kong use few kickers."""
    first, *rest = [_prepare(line) for line in lines]
    return bool(_closing_mark(first) or patterns.reporting_end(first) or any(_opening_mark(line) for line in rest))


def _by_level(lines: Sequence[str], levels: Sequence[int], trust: float) -> Roles | None:
    """One line on the highest level is the headline: what stands over it the kicker, under it the subheads."""
    if not all(levels) or len(set(levels)) < 2 or any(_opening_mark(_prepare(line)) for line in lines[1:]):
        return None
    top = min(levels)
    places = [at for at, level in enumerate(levels) if level == top]
    if places[-1] - places[0] + 1 != len(places) or len(places) > 1:
        return None
    at = places[0]
    return Roles(tuple(range(at)), (at,), tuple(range(at + 1, len(lines))), "highest-level", trust)


def _first_is_headline(lines: Sequence[str], units: Sequence[Unit], patterns: Patterns) -> Roles:
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
    if patterns.main.script == "jpan" and patterns.occasion_end(first) and not _loose(first[:-3]):
        return Roles((0,), (1,), tuple(range(2, len(lines))), "occasion-over-headline", LOW)
    if len(lines) > 3 and not _ends_clause(first):
        return Roles((0,), (1,), tuple(range(2, len(lines))), "second-of-many-lines", LOW)
    if patterns.main.script == "jpan" and len(lines) == 3 and _is_topic(first) and not _is_topic(second):
        return Roles((0,), (1,), (2,), "topic-over-headline", LOW)
    limit = {"jpan": 7, "kore": 13}.get(patterns.main.script, 14)
    large = patterns.main.script != "jpan" or len(second) <= len(lines[-1])  # set larger than the line under it
    limit = max(limit, 12) if len(lines) > 2 and large else limit
    much = 2 if patterns.main.script == "kore" and len(lines) == 2 else 1.3
    is_kicker = len(first) <= limit and len(first) * much < len(second) and not _ends_clause(first)
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
    several = len(lines) > 3 and not _loose(second) and "「" not in first + second
    free = several or not (_marks.search(first) or _loose(second))
    return free and abs(len(first) - len(second)) <= 1 and not _is_detail(second)


def _is_topic(line: str) -> bool:
    """Whether a Japanese line only names what the headline is about: 県立中央病院の小児救急."""
    return len(line) <= 14 and not _predicate(line)


def _spaced_roles(lines: Sequence[str], units: Sequence[Unit], patterns: Patterns) -> Roles:
    """The roles where words have spaces: lines that print broke count as one; a line that ends in a colon, a full line
    over a headline in two, or a short line over a longer is a kicker; else the first is the headline."""
    groups = _broken_lines(lines, units, patterns)
    broken = tuple(group for group in groups if len(group) > 1)
    texts = [" ".join([lines[at] for at in group]) for group in groups]
    colon = next((at for at, text in enumerate(texts[:-1]) if text.endswith(":")), None)
    if len(groups) == 1:
        head, rule, confidence = 0, "broken-lines", MEDIUM
    elif colon is not None:
        head, rule, confidence = colon + 1, "colon-leads-to-headline", MEDIUM
    elif patterns.main.language != "en" and _grows(texts):
        head, rule, confidence = 1, "longer-and-longer", MEDIUM
    elif _stands_wide_over(groups, units):
        head, rule, confidence = 1, "full-line-over-broken-lines", MEDIUM
    elif (len(groups) == 2 or texts[0].endswith(".")) and _leads_in(texts, patterns):
        head, rule, confidence = 1, "lead-in-over-headline", LOW
    elif _is_kicker(texts[0], texts[1], [units[group[0]] for group in groups[:2]], broken=len(groups[0]) > 1):
        head, rule, confidence = 1, "short-line-over-headline", LOW
    else:
        head, rule, confidence = 0, "first-line", MEDIUM
    kicker = tuple(at for group in groups[:head] for at in group)
    subheads = tuple(at for group in groups[head + 1 :] for at in group)
    return Roles(kicker, groups[head], subheads, rule, confidence, broken)


def _is_kicker(first: str, second: str, units: Sequence[Unit], *, broken: bool) -> bool:
    """Whether the first of two lines stands over the headline. `broken`: it takes two printed lines itself."""
    marked, words = units[0].kind == "heading", len(first.split())
    small = not marked and units[0].capitals and not units[1].capitals
    sentence = second.endswith(":") or (second.endswith(".") and (small or len(second) > 60))  # a deck
    if not broken and not marked and not units[0].bold and units[1].kind == "heading":
        return True
    if broken or first.endswith(".") or sentence or (marked and units[1].kind != "heading" and words > 2):
        return False
    if (
        (marked or words <= _LINE_OVER_CAPITALS or len(first) < len(second))
        and units[1].capitals
        and not units[0].capitals
        and len(second.split()) > 3
    ):
        return True
    if _result(second):
        return False
    if units[0].capitals and not units[1].capitals and words <= 5:
        return marked or (len(first) * 1.5 < len(second) and words <= 3)
    if units[0].capitals == units[1].capitals and words > 4:
        return False
    if not marked and units[0].capitals and units[1].capitals and words > 2 and units[1].gap > 0:
        return False  # decks in capitals, as under the headline
    return len(first) <= _KICKER and len(first) * 1.3 < len(second) and not _ends_clause(first)


def _is_korean_pair(lines: Sequence[str], patterns: Patterns) -> bool:
    """Whether two short lines are one headline: the first ends in mid-clause, or a longer line stands under both."""
    first, second = len(lines[0]), len(lines[1])
    if max(first, second) > 18 or _ends_clause(lines[0]) or "…" in lines[0]:
        return False
    if patterns.clause_open(lines[0]) and second <= first + 3:
        return True
    return len(lines) > 2 and _are_rows(lines[0], lines[1], lines[2])


def _are_rows(first: str, second: str, below: str) -> bool:
    """Whether two Korean lines of about one length stand over a longer one that is set smaller: rows of a headline."""
    if max(len(first), len(second)) > 18 or _ends_clause(first) or "…" in first:
        return False
    return 0 <= len(first) - len(second) <= 3 and len(below) >= 1.4 * len(first)


def _broken_lines(lines: Sequence[str], units: Sequence[Unit], patterns: Patterns) -> list[tuple[int, ...]]:
    """The places of lines that print broke, together: unmarked ones of one form in one block, or in mid-phrase."""
    groups: list[tuple[int, ...]] = [(0,)]
    for at in range(1, len(lines)):
        before, unit = units[at - 1], units[at]
        same = unit.block == before.block and unit.gap == -1 and unit.capitals == before.capitals
        close = unit.at[0] - before.at[1] == 1 and unit.level == before.level
        same = same or (close and unit.kind == before.kind == "heading" and unit.capitals == before.capitals)
        phrase = lines[at - 1][-1:] == "," or lines[at][:1].islower()
        runs_on = lines[at - 1].endswith(" :") and lines[at][:1].islower()  # La tannerie : / un repreneur se présente
        alike = unit.kind == before.kind == "heading" and unit.level == before.level
        same = same or (alike and _goes_on(lines[at - 1], lines[at], patterns))
        plain = unit.kind == before.kind == "paragraph"
        phrase = phrase and (close or (plain and lines[at][:1].islower()))
        under_small = not units[0].capitals and groups[0] != groups[-1]  # capitals under a kicker in small letters
        begins = under_small or _begins_small(lines[at], patterns)
        same = same or (plain and unit.capitals and before.capitals and begins)
        same = same and not (plain and is_set_smaller(lines[at - 1], lines[at], patterns))
        same = same or _lost_its_mark(before, unit)
        _add(at, groups, runs_on or (lines[at - 1][-1:] not in ".:!?])" and (same or phrase)))
    return groups


def _add(at: int, groups: list[tuple[int, ...]], whole: bool) -> None:
    """The line goes to the last group where it is one whole with it, else begins its own."""
    if whole:
        groups[-1] = (*groups[-1], at)
    else:
        groups.append((at,))


def _leads_in(texts: Sequence[str], patterns: Patterns) -> bool:
    """Whether the first of two lines says what went before the second: Après le refus / La tannerie ferme"""
    first, second = texts[:2]
    known = patterns.kicker_start(first) is not None and patterns.kicker_start(second) is None
    whole = ends_sentence(second) and not first.endswith(".")  # in papers that set stops after headings both have one
    return known and len(first) <= _HALF and len(second) <= 1.6 * len(first) and not whole


def _goes_on(first: str, second: str, patterns: Patterns) -> bool:
    """Whether the second of two marked lines goes on with the phrase of the first: it begins with a small letter, or
    with a preposition where headlines have capitals, or the first ends in a word that needs another."""
    if max(len(first), len(second)) > _HALF:
        return False
    needs = first.rpartition(" ")[2] in patterns.main.function_words
    return needs or second[:1].islower() or (is_titled(first) and patterns.clause_goes_on(second) is not None)


def _lost_its_mark(before: Unit, unit: Unit) -> bool:
    """Whether a line right under a marked one, both with capitals before their longer words, is the second of it."""
    marked = before.kind == "heading" and unit.kind == "paragraph" and unit.gap == 0 and not unit.bold
    short = max(len(before.text), len(unit.text)) <= _HALF and unit.capitals == before.capitals
    words = [word for word in unit.text.split() if len(word) > 3]
    titled = len(words) > 1 and all(word[0].isupper() for word in words) and not ends_sentence(unit.text)
    return marked and short and titled and is_titled(before.text)


def _begins_small(line: str, patterns: Patterns) -> bool:
    """Whether a line in capitals begins with a word that goes on with a phrase: MEN HURT / IN THE QUARRY"""
    return patterns.clause_goes_on(line.capitalize()) is not None


def _grows(texts: Sequence[str]) -> bool:
    """Whether the second of three lines is longer than the first and the third than the second, or the third much
    longer than both: kicker, headline, deck.

    So all such stacks of the labelled pages are, except in English, whose papers use fewer kickers.
    """
    if len(texts) != 3 or texts[0].endswith("."):
        return False
    first, second, third = map(len, texts)
    return first < second < third or third > _DECK * max(first, second)


def _stands_wide_over(groups: Sequence[tuple[int, ...]], units: Sequence[Unit]) -> bool:
    """Whether a line as wide as the column stands over one that is set so large that it takes two or more."""
    first, second = ([len(piece.text) for at in group for piece in units[at].pieces] for group in groups[:2])
    return len(first) == 1 and len(second) > 1 and first[0] > max(second) * 1.15


def _ends_clause(line: str) -> bool:
    return line[-1:] in "!?！？…"


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


def _whole_lines(lines: Sequence[str], patterns: Patterns) -> list[tuple[int, ...]]:
    """The places of lines that print broke in mid-clause, together: 买菜老人的 / 是两名护士."""
    groups: list[tuple[int, ...]] = [(0,)]
    for at in range(1, len(lines)):
        above, line = lines[at - 1], lines[at]
        open_end = ends_open(above, patterns)
        goes_on = open_end or (patterns.clause_goes_on(line) and not _clauses.search(above))
        whole = (goes_on and (above[-1].isalnum() or above[-1] == "”")) or (
            len(groups[-1]) == 1 and is_one_clause(above, line, patterns)
        )
        whole = whole and len(groups[-1]) < _BROKEN and not _part_of_series(above)
        _add(at, groups, whole)
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
    if _closing_mark(first) or spoken or _part_of_series(first):
        score += 5
    if _light(first):
        score += 2
    if patterns.occasion_end(first) and not _loose(first) and names_only(first, patterns):
        score += 5  # it only names an event, of which the second tells something
    if _length(first) <= 6:
        score += 2
    if two_equal_clauses(second):
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
    heavy = heaviness(second)
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


# 警方提醒：验货之后再签收: who says something, under what happened
_speaker_opens = re.compile(r"[^:：,，\s“”《》]{2,8}[:：](?=[^:：]{4})").match
# 七旬老人误把药片包装一起吞下: someone without a name did something; what came of it stands below
_tells_of_someone = re.compile(
    r"“?(?:[一二三四五六七八九]旬|\d{1,3}岁|(?:的哥|小伙|女子|男子|老汉|大[妈爷叔])(?!的))"
).match
_record_of = re.compile(r"[记访](?![者录忆住得问述])[^\s:：,，]{6,}\Z").match


def _may_be_broken(first: str, second: str) -> bool:
    """Two short lines of about one length without space or mark may be one headline over two printed lines."""
    lengths = (len(first), len(second))
    return min(lengths) >= 5 and max(lengths) <= 12 and abs(lengths[0] - lengths[1]) <= 2 and not _loose(first + second)


def _confidence(score: int, first: str, second: str, *, sure: bool, heavy: int) -> float:
    """High, medium or low by the measured scale; one class lower where no mark and no reporting verb tells."""
    classes = [LOW, MEDIUM, HIGH]
    place = 2 if score >= 5 or score <= -3 else 0 if score in (0, 1) else 1
    if not sure:
        place = max(place - 1, 0)
        slogan_then_fact = two_equal_clauses(first) and not two_equal_clauses(second)
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
    if _has_two_middle_lines(lines) and not _opening_mark(lines[2]):
        return Roles((0,), (1, 2), (3,), "two-middle-lines", LOW)
    return Roles((0,), (1,), last, "middle-line", MEDIUM)


def _are_two_demands(first: str, second: str, patterns: Patterns) -> bool:
    """Whether two lines under who demanded them are of one size and one form, neither telling who was present."""
    if _loose(first + second) or _opening_mark(second) or patterns.attendance_end(second):
        return False
    return abs(len(first) - len(second)) <= _UNEVEN and not heaviness(second)


def _has_two_middle_lines(lines: Sequence[str]) -> bool:
    """Whether the second and third of four lines are of one size: a headline between kicker and subhead."""
    return len(lines) == 4 and abs(len(lines[1]) - len(lines[2])) <= _UNEVEN


def two_equal_clauses(line: str) -> bool:
    """`携手锚定新产业 合作开拓新赛道`: two or more clauses divided by a space, equally long within one character."""
    clauses = line.split()
    lengths = [len(clause) for clause in clauses]
    return len(clauses) >= 2 and min(lengths) >= 2 and max(lengths) - min(lengths) <= 1


def heaviness(line: str) -> int:
    """0 to 3 points for a line that carries facts: a quantity, 18 characters or more, a comma in a long line."""
    length = _length(line)
    return bool(_quantity(_years.sub("", line))) + (length >= 18) + ("," in line and length >= 16)


def _clauses_in(line: str) -> int:
    return len([clause for clause in re.split(r"[\s,，]+", line) if len(clause) > 1])


def _length(line: str) -> int:
    return len("".join(line.split()))
