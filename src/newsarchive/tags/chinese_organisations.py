"""Cut -> organisations: from an ending (公司, 研究院, …) back over the whole name, as far as a name can reach."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from newsarchive.tags.chinese_words import (
    DELIMITER,
    ENDS_LIKE_PLACE,
    ENDS_ORGANISATION,
    ENDS_WEAKLY,
    GENERIC,
    LIST_NOUN,
    LOCATIVE,
    NEEDS_ENDING,
    NOT_IN_ORGANISATION,
    NOT_PLACE,
    PLACE,
    PLACE_ENDING,
    SAYS,
    TITLE,
    VERB_IN_ORGANISATION,
    Cut,
    is_known,
)
from newsarchive.tags.tables import trie_pattern, words

Span = tuple[int, int]  # words first to before end

_MOST_WORDS = 14
_LONGEST = 32
_NEVER_INSIDE = frozenset({"p", "c", "u", "uj", "ul", "uz", "ud", "ug", "uv", "d", "r", "t", "f", "k", "y", "e", "o", "m", "q"})

# A place and one of these is no name: 美国公司, 深圳医院, 县学校.
_TOO_PLAIN = frozenset(
    "公司 集团 学校 工厂 厂 医院 银行 中学 小学 幼儿园 俱乐部 协会 学会 研究所 研究中心 实验室 工会 大学 学院 煤矿 党 局 厅 署 酒厂 电厂 合作社 农场 林场 "
    "事务所 交易所 法院 派出所 办事处 工程院 设计院 中心 队 农业社 生产队 教会 寺 电视台 电台 报社 出版社 商会 基金会".split()
)
# Before these a word of every day may be the name: 红星农业社, 阳光小学.
_TAKES_WORDS = frozenset("小学 中学 农业社 合作社 专业合作社 生产合作社 生产队 人民公社 有限公司 有限责任公司 农场 林场".split())


def find_organisations(cut: Cut) -> list[Span]:
    """The spans of organisations in the order of the text, none inside another."""
    spans = sorted({*_by_ending(cut), *_by_list(cut), *_known(cut)}, key=lambda span: (span[0], -span[1]))
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _by_ending(cut: Cut) -> Iterator[Span]:
    count = len(cut.words)
    for here, kind in enumerate(cut.kinds):
        if not kind & ENDS_ORGANISATION:
            continue
        if here + 1 < count and cut.kinds[here + 1] & ENDS_ORGANISATION:
            continue  # 集团|公司: the later ending reads the whole
        first = _first_word(cut, here)
        if _is_name(cut, first, here):
            yield first, here + 1


def _first_word(cut: Cut, ending: int) -> int:
    """The word with which the organisation begins; `ending` itself if nothing before it belongs to it."""
    first = ending
    while first > 0 and ending - first < _MOST_WORDS and cut.starts[ending] - cut.starts[first] < _LONGEST:
        before = first - 1
        if cut.words[before] in {"）", ")"}:
            opening = _opening(cut, before)
            if opening is None:
                break
            first = opening
        elif _may_be_inside(cut, before):
            first = before
        else:
            break
    return _without_lead(cut, first, ending)


def _opening(cut: Cut, closing: int) -> int | None:
    """（深圳）inside a name: the bracket that opens, if a place or a short word stands between."""
    for index in range(closing - 1, max(closing - 5, 0), -1):
        if cut.words[index] in {"（", "("}:
            return index if index < closing - 1 else None
        if cut.kinds[index] & DELIMITER:
            return None
    return None


def _may_be_inside(cut: Cut, index: int) -> bool:
    word, pos, kind = cut.words[index], cut.pos[index], cut.kinds[index]
    if kind & DELIMITER:
        return False
    if kind & PLACE_ENDING or word in {"省", "市"}:
        return index > 0 and (bool(cut.kinds[index - 1] & (PLACE | NEEDS_ENDING)) or _is_proper(cut, index - 1))
    if kind & NOT_IN_ORGANISATION or (kind & (TITLE | LOCATIVE | SAYS) and not kind & ENDS_ORGANISATION):
        return False
    if kind & (GENERIC | VERB_IN_ORGANISATION | PLACE | ENDS_ORGANISATION) or word.startswith("第"):
        return True
    if pos in _NEVER_INSIDE or (pos[0] == "v" and pos != "vn") or pos in {"ad", "vd", "z", "i", "l"}:
        return not is_known(word)
    return True


def _is_proper(cut: Cut, index: int) -> bool:
    """A word that is a name of something: a place, a name of the dictionary, or a word that no dictionary has."""
    word, pos, kind = cut.words[index], cut.pos[index], cut.kinds[index]
    if kind & (PLACE | NEEDS_ENDING) or (kind & ENDS_LIKE_PLACE and pos == "ns"):
        return True
    if len(word) < 2 or kind & (GENERIC | NOT_PLACE | DELIMITER | TITLE | VERB_IN_ORGANISATION):
        return False
    return pos in {"nz", "nr", "nrfg", "nrt", "nt", "ns", "eng"} or not is_known(word)


def _without_lead(cut: Cut, first: int, ending: int) -> int:
    """Drops what only leads up to the name: everyday words before a place, a verb or a bracket at the head."""
    place = next((index for index in range(first, ending) if cut.kinds[index] & PLACE and not _in_brackets(cut, index)), None)
    if place is not None and all(_is_everyday(cut, index) for index in range(first, place)):
        first = place
    while first < ending and (
        cut.kinds[first] & (DELIMITER | PLACE_ENDING)
        or (cut.pos[first] in {"v", "vd", "ad"} and is_known(cut.words[first]))
        or (cut.pos[first] == "n" and len(cut.words[first]) == 1 and not _is_proper(cut, first + 1) and first + 1 < ending)
    ):
        first += 1
    return first


def _in_brackets(cut: Cut, index: int) -> bool:
    return index > 0 and cut.words[index - 1] in {"（", "("}


def _is_everyday(cut: Cut, index: int) -> bool:
    return len(cut.words[index]) > 1 and not _is_proper(cut, index) and is_known(cut.words[index])


def _is_name(cut: Cut, first: int, ending: int) -> bool:
    """Whether something before the ending tells this organisation from others of its sort."""
    size = cut.starts[ending + 1] - cut.starts[first]
    if not 4 <= size <= _LONGEST + 8:
        return False
    word = cut.words[ending]
    if first == ending:
        return cut.pos[ending] == "nt" and _holds_place(word)
    left = range(first, ending)
    if all(cut.kinds[index] & (PLACE | PLACE_ENDING) for index in left):
        return word not in _TOO_PLAIN
    if any(_is_proper(cut, index) for index in left):
        return True
    return word in _TAKES_WORDS and size <= 12 and any(
        not cut.kinds[index] & (GENERIC | NOT_PLACE | VERB_IN_ORGANISATION) and len(cut.words[index]) > 1 for index in left
    )


def _holds_place(word: str) -> bool:
    from newsarchive.tags.chinese_words import places

    return any(word[:size] in places() for size in (2, 3, 4)) or word in words("chinese", "known_organisations")


def _by_list(cut: Cut) -> Iterator[Span]:
    """甲资本、乙科技、丙集团等企业: the list itself says what its items are."""
    for here, kind in enumerate(cut.kinds):
        if kind & LIST_NOUN and here > 1 and cut.words[here - 1] == "等":
            yield from _items_before(cut, here - 1)


def _items_before(cut: Cut, end: int) -> Iterator[Span]:
    for _ in range(12):
        first = end
        while first > 0 and end - first < 10 and not cut.kinds[first - 1] & (DELIMITER | NOT_IN_ORGANISATION | TITLE):
            first -= 1
        if cut.words[first - 1 : first] != ["、"]:
            first = max(first, _first_word(cut, end - 1) if end > first else first)
        size = cut.starts[end] - cut.starts[first]
        plain = all(cut.kinds[index] & (PLACE | PLACE_ENDING | GENERIC) for index in range(first, end))
        if 3 <= size <= 24 and end - first > 1 and any(_is_proper(cut, index) for index in range(first, end)):
            if not plain or cut.kinds[end - 1] & (ENDS_ORGANISATION | ENDS_WEAKLY):
                yield first, end
        if first == 0 or cut.words[first - 1] != "、":
            return
        end = first - 1


def _known(cut: Cut) -> Iterator[Span]:
    for match in _known_pattern().finditer(cut.folded):
        first = bisect_left(cut.starts, match.start())
        end = bisect_left(cut.starts, match.end())
        if cut.starts[first] == match.start() and cut.starts[end] == match.end():
            yield first, end


@cache
def _known_pattern() -> re.Pattern[str]:
    return re.compile(trie_pattern(words("chinese", "known_organisations")))
