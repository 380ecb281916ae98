"""Stacks of Japan and Korea: a headline alone or in two rows, a short kicker over it, subheads under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.articles.headings.roles import HIGH, LOW, MEDIUM, Roles, ends_clause, is_loose
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.units import Unit

_LEAST_ROW, _ROW = 6, 10  # characters of the rows of a Japanese headline that is set in two
_predicate = re.compile(
    r"[をがは、「]|[へにかもるたいくすぬむうだず？！?!][\s　]|[へにかもるたいくすぬむうだず？！?!]\Z"
).search
_opens_clause = re.compile(r".*(?:[、がの]|[はいるた]と)\Z").match
_part_of_series = re.compile(r".{3,}[\s　][上中下]\Z").match  # 港町の百年 上
_ends_in_place = re.compile(r"\S{4,}[\s　][一-鿿々ヶケ]{1,4}[市町村区郡沖][^はがを、]{0,4}\Z").match
_tells_something = re.compile(  # 父、台所に立つ, 吹雪の峠に四十人
    r".*[をが、].*[るたいくすぬむうつ]\Z|.*[0-9０-９一二三四五六七八九十百千]人\Z"
).match
_is_detail = re.compile(
    r"(?:[0-9０-９]|[一二三四五六七八九十]{1,3}[斗升石俵人万名月日時]|[来來今先昨][年月週夏秋春冬])[^がは]*\Z"
).match
# A mark, or the verb of a whole clause at the end.
_marks = re.compile(r"[、。「」『』（）()\s　：:―—…!?！？]|[うくぐすたつぬふぶむる]\Z")
_is_setting = re.compile(  # 개막 앞둔 시민축제
    r"(?:[^\s…“‘]+ ){1,2}(?:앞둔|맞은|끌던|멈춘|떠난|사라진) [^\s…“‘]+(?: [^\s…“‘]+)?\Z"
    r"|(?:[^\s…“‘]+ ){1,3}(?:첫날|이틀째|[사나열]흘째|닷새째|엿새째|[0-9]{1,3}(?:일|주|달|개월|년)(?:째|만에)|한 달)\Z"
).match
_leads_on = re.compile(
    r".{4,}(?:かげ[にで]|陰[にで]|なか[にで]?|中[でに]|を前に|めぐり|めぐって|受け|控え|向け)\Z"
).match
_counts = re.compile(r"[^“‘「『…]{4,16}[0-9][0-9,.천백만억]*(?:[가-힣]{1,2}|%|km|kg)\Z").match
_tells_clause = re.compile(r"[^“‘「『…]{4,20}[가-힣]다\Z").match
_quoted = re.compile(r"[“‘「『][^”’」』]+[”’」』]\Z").match


def eastern_roles(lines: Sequence[str], units: Sequence[Unit], patterns: Patterns) -> Roles:
    """Papers without kickers as a rule: the first line is the headline, unless it is a short one over a longer."""
    first, second = lines[0], lines[1]
    if patterns.main.script == "kore" and _is_korean_pair(lines, patterns):
        return Roles((), (0, 1), tuple(range(2, len(lines))), "broken-lines", LOW)
    if patterns.main.script == "kore" and len(lines) == 3 and len(first) < len(second) <= len(lines[2]):
        return Roles((0,), (1,), (2,), "middle-line", LOW)
    if patterns.main.script == "kore" and len(lines) > 3 and _are_middle_rows(lines, patterns):
        return Roles((0,), (1, 2), tuple(range(3, len(lines))), "broken-lines", LOW)
    if patterns.main.script == "jpan" and _are_rows_of_headline(lines):
        return Roles((), (0, 1), tuple(range(2, len(lines))), "broken-lines", LOW)
    if patterns.main.script == "jpan" and patterns.occasion_end(first) and not is_loose(first[:-3]):
        return Roles((0,), (1,), tuple(range(2, len(lines))), "occasion-over-headline", LOW)
    if patterns.main.script == "jpan" and _part_of_series(first):
        return Roles((0,), (1,), tuple(range(2, len(lines))), "part-over-headline", HIGH)
    if patterns.main.script == "jpan" and _leads_on(first) and not _leads_on(second) and not is_loose(first):
        return Roles((0,), (1,), tuple(range(2, len(lines))), "clause-over-headline", LOW)
    if patterns.main.script == "kore" and len(lines) == 3 and _counts(first) and _tells_clause(second):
        return Roles((0,), (1,), (2,), "topic-over-headline", LOW)
    if patterns.main.script == "jpan" and _are_second_rows(lines):
        return Roles((0,), (1, 2), tuple(range(3, len(lines))), "broken-lines", LOW)
    if len(lines) > 3 and not ends_clause(first):
        return Roles((0,), (1,), tuple(range(2, len(lines))), "second-of-many-lines", LOW)
    topics = [patterns.main.script == "jpan" and _is_topic(line, patterns) for line in (first, second)]
    if len(lines) == 3 and topics == [True, False]:
        return Roles((0,), (1,), (2,), "topic-over-headline", LOW)
    limit = {"jpan": 7, "kore": 13}.get(patterns.main.script, 14)
    large = patterns.main.script != "jpan" or len(second) <= len(lines[-1])  # set larger than the line under it
    limit = max(limit, 12) if len(lines) > 2 and large else limit
    much = 2 if patterns.main.script == "kore" and len(lines) == 2 else 1.3
    is_kicker = len(first) <= limit and len(first) * much < len(second) and not ends_clause(first)
    if patterns.main.script == "jpan" and (_tells_something(first) or patterns.clause_whole(first)):
        is_kicker = False
    if patterns.main.script == "jpan" and len(lines) == 2 and _ends_in_place(second):
        is_kicker = False  # 公民館に図書室 / 読み聞かせの部屋も 潮見町
    if units[0].capitals and not units[1].capitals and len(first.split()) <= 5:
        is_kicker = True
    if patterns.main.script == "kore" and len(lines) == 2 and len(first) < len(second) and _is_setting(first):
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


def _are_second_rows(lines: Sequence[str]) -> bool:
    """Whether the second and third of four Japanese lines or more are one headline under a kicker."""
    if len(lines) < 4 or ends_clause(lines[0]) or _opens_clause(lines[0]):
        return False
    return _opens_clause(lines[1]) is not None and len(lines[2]) <= len(lines[1]) + 2


def _is_topic(line: str, patterns: Patterns) -> bool:
    """Whether a Japanese line only names what the headline is about: 県立中央病院の小児救急."""
    tells = _predicate(line) or _tells_something(line) or patterns.clause_whole(line)
    return len(line) <= 14 and not tells


def _is_korean_pair(lines: Sequence[str], patterns: Patterns) -> bool:
    """Whether two short lines are one headline: the first ends in mid-clause, or a longer line stands under both."""
    first, second = len(lines[0]), len(lines[1])
    if max(first, second) > 18 or ends_clause(lines[0]) or "…" in lines[0]:
        return False
    if patterns.clause_open(lines[0]) and second <= first + 3:
        return True
    return len(lines) > 2 and _are_rows(lines[0], lines[1], lines[2])


def _are_middle_rows(lines: Sequence[str], patterns: Patterns) -> bool:
    """Whether the second and third of four Korean lines or more are one headline under a kicker."""
    goes_on = patterns.clause_open(lines[1]) and len(lines[2]) <= len(lines[1]) + 3 and len(lines[1]) <= len(lines[0])
    return _are_rows(lines[1], lines[2], lines[3]) or bool(goes_on)


def _are_rows(first: str, second: str, below: str) -> bool:
    """Whether two Korean lines of about one length stand over a longer one that is set smaller: rows of a headline."""
    if max(len(first), len(second)) > 18 or ends_clause(first) or "…" in first:
        return False
    return 0 <= len(first) - len(second) <= 3 and len(below) >= 1.4 * len(first)
