"""Whether two lines of a Chinese heading stack are one clause that print broke: 一颗小螺丝 / 如何拧进大飞机.

The first names a thing and tells nothing of it, the second tells it and has no subject of its own. A line that only
names an office is none of these: it stands as a kicker over what the office does.
"""

from __future__ import annotations

import re

from newsarchive.articles.dictionary import tagged
from newsarchive.articles.patterns import Patterns

_LONGEST, _SHORTEST = 14, 3  # characters of such a line; longer ones fill the column by themselves
part_of_series = re.compile(r".{3,}之[一二三四五六七八九十]{1,2}\Z").match  # “老弄堂”系列报道之二
_loose = re.compile(r"[\s,，、:：;；—…!?！？《》()（）]").search
_quoted = re.compile(r"“[^“”]*”").sub
_SERIES = "谈录记"  # what the name of a series ends with: 县直机关“下沉”十日谈
_TWO_ACTS, _ALIKE = 11, 2  # characters of a line that tells one of two acts, and how much the other differs
_LAST = 8  # characters that hold the last word of a line
_is_of = re.compile(r"[是为].*的\Z").search
VERBS = ("v", "vn", "vd", "vg", "i", "l")  # what may be a predicate, by the marks of the dictionary
_NO_END = ("a", "d", "p", "c", "u", "uj")  # what no name of a thing ends with
_NEW_BEGINNINGS = ("从", "跟")  # a line of its own begins so, too: 从三封家书说起
_ASPECTS = ("了", "着", "过")  # what stands behind a verb, whatever the dictionary takes it for
_OPENERS = ("v", "vn", "vd", "d", "p")  # what a predicate begins with
_number = re.compile(r"\d|[一二三四五六七八九十百千万两几半](?![体般起切些线流律致定直])").search
_span = re.compile(
    r"[\d一二三四五六七八九十两几半]{1,3}(?:个?月|年|天|小时|分钟|次|度)"
).match  # 三年借出…, 一个月走进…
_complement = re.compile(r"[出上下进入到回成起过开]").match  # 飞出, 长出: a verb that the dictionary takes for a noun


def ends_open(line: str, patterns: Patterns) -> bool:
    """Whether an East Asian line ends in a word after which more has to come: …老人的, but not …这样回来的, …病根何在,
    …收费的理由."""
    match = patterns.clause_open(line)
    if match is None or _is_of(line):
        return False
    return patterns.main.script != "hans" or tagged(line[-_LAST:])[-1][0] == match[0]


def begins_open(line: str, patterns: Patterns) -> bool:
    """Whether an East Asian line begins with a word before which more has to come: 之后…, 被…, but not 地委书记…"""
    match = patterns.clause_goes_on(line)
    if match is None or patterns.main.script != "hans":
        return match is not None
    return tagged(line[:_LAST])[0][0] == match[0]


def is_one_clause(first: str, second: str, patterns: Patterns) -> bool:
    """Whether the first of two lines is a bare subject and the second its predicate."""
    second = second.rstrip("？?！!")
    if patterns.main.script != "hans" or _loose(first + second) or first[-1] in _SERIES:
        return False
    if not _SHORTEST < len(first) <= _LONGEST or not _SHORTEST < len(second) <= _LONGEST:
        return False
    if patterns.wants_noun(first) or _does_more(first, second, patterns):
        return True
    return names_only(first, patterns) and _opens_with_predicate(second, patterns)


def _does_more(first: str, second: str, patterns: Patterns) -> bool:
    """Whether two lines of about one length tell two acts of one subject: 的哥连敲三十扇门 / 喊醒整整一栋楼. The second
    opens with a verb; a meeting or a demand in the first would be a kicker."""
    if max(len(first), len(second)) > _TWO_ACTS or abs(len(first) - len(second)) > _ALIKE:
        return False
    if patterns.event_end(first) or patterns.reporting_end(first) or patterns.demands(second):
        return False
    (_, mark), *_ = tagged(second)
    return mark == "v" and any(kind in VERBS for _, kind in tagged(first))


def tells_more(first: str, second: str, patterns: Patterns) -> bool:
    """Whether the second of two lines has no subject of its own and a number in it, so that it goes on about the first,
    a clause by itself: 的哥捡到八万元货款 / 在派出所守了两个小时等失主."""
    if patterns.main.script != "hans" or _loose(first) or not _number(second) or patterns.demands(second):
        return False
    if patterns.organisation(first) or not any(mark in VERBS for _, mark in tagged(first)):
        return False
    span = _span(second)
    (_, mark), *_ = tagged(second[span.end() :] if span else second)
    return mark in _OPENERS and mark != "vn"


def names_only(line: str, patterns: Patterns) -> bool:
    """Whether a line has no predicate: no verb but inside quotation marks or before 的, and no office alone."""
    if patterns.organisation(line) and "的" not in line and not _number(line):
        return False  # but 老城区一万户居民 is no office
    if line[-1] == "们":
        return True
    told = line.rpartition("的")[2] if "的" in line[:-1] else line
    marks = [mark for _, mark in tagged(_quoted("物", told))]
    return bool(marks) and not any(mark in VERBS for mark in marks) and marks[-1] not in _NO_END


def _opens_with_predicate(line: str, patterns: Patterns) -> bool:
    """Whether a line begins with a verb or what stands before one: 提前, 如何, 终于, 飞出, 喝上了, 昨日胜利合龙."""
    if patterns.verb_start(line):
        return True
    (word, mark), *rest = tagged(line)
    if rest and rest[0][0] in _ASPECTS:
        return True
    if patterns.lead_time(word) and rest and rest[0][1] in ("v", "vn", "d"):
        return True
    if word in _NEW_BEGINNINGS:
        return False
    return mark in _OPENERS or (len(word) == 1 and bool(rest) and _complement(rest[0][0]) is not None)
