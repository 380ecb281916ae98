"""Cut -> organisations: from an ending (公司, 研究院, …) back over the whole name, as far as a name can reach."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from newsarchive.tags.chinese_words import (
    BEGINS_KNOWN,
    DELIMITER,
    ENDS_LIKE_PLACE,
    ENDS_ORGANISATION,
    ENDS_WEAKLY,
    FOREIGN,
    GENERIC,
    KNOWN,
    KNOWN_ORGANISATIONS,
    LIST_NOUN,
    LOCATIVE,
    NAME_POS,
    NEEDS_ENDING,
    NOT_IN_ORGANISATION,
    NOT_PLACE,
    PLACE,
    PLACE_ENDING,
    SAYS,
    STRONG_ENDINGS,
    TITLE,
    VERB_IN_ORGANISATION,
    Cut,
    cut_words,
)
from newsarchive.tags.tables import longest_at

Span = tuple[int, int]  # words first to before end

_MOST_WORDS = 14
_LONGEST = 32
_NEVER_INSIDE = frozenset(
    {"p", "c", "u", "uj", "ul", "uz", "ud", "ug", "uv", "d", "r", "t", "f", "k", "y", "e", "o", "m", "q"}
)

_LEADS = frozenset("由在到与和对向从为于将被把该本我全各经赴")  # 由县: the segmenter takes it for a place

# A place and one of these is no name: 美国公司, 深圳医院, 县学校.
_TOO_PLAIN = frozenset(
    [
        "公司",
        "集团",
        "学校",
        "工厂",
        "厂",
        "医院",
        "银行",
        "中学",
        "小学",
        "幼儿园",
        "俱乐部",
        "协会",
        "学会",
        "研究所",
        "研究中心",
        "实验室",
        "工会",
        "大学",
        "学院",
        "煤矿",
        "党",
        "局",
        "厅",
        "署",
        "酒厂",
        "电厂",
        "合作社",
        "农场",
        "林场",
        "事务所",
        "交易所",
        "法院",
        "派出所",
        "办事处",
        "工程院",
        "设计院",
        "中心",
        "队",
        "农业社",
        "生产队",
        "教会",
        "寺",
        "电视台",
        "电台",
        "报社",
        "出版社",
        "商会",
        "基金会",
    ]
)
# Before these a word of every day may be the name: 红星农业社, 阳光小学.
_TAKES_WORDS = frozenset(
    [
        "小学",
        "中学",
        "农业社",
        "合作社",
        "专业合作社",
        "生产合作社",
        "生产队",
        "人民公社",
        "有限公司",
        "有限责任公司",
        "农场",
        "林场",
    ]
)


def find_organisations(cut: Cut) -> list[Span]:
    """The spans of organisations in the order of the text, none inside another."""
    spans = sorted({*_by_ending(cut), *_by_list(cut), *_known(cut)}, key=lambda span: (span[0], -span[1]))
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return _without_seat(cut, kept)


def _without_seat(cut: Cut, spans: list[Span]) -> list[Span]:
    """河北省正定县|红星农业社, where the article elsewhere says 红星农业社: one name, and the places stay places."""
    names = {cut.name(first, end) for first, end in spans}
    shorter: list[Span] = []
    for first, end in spans:
        start = first
        while start < end - 1 and cut.kinds[start] & (PLACE | PLACE_ENDING | ENDS_LIKE_PLACE):
            start += 1
        shorter.append((start, end) if cut.name(start, end) in names else (first, end))
    return shorter


def _by_ending(cut: Cut) -> Iterator[Span]:
    count = len(cut.words)
    for here in cut.marked[ENDS_ORGANISATION]:
        if here + 1 < count and cut.kinds[here + 1] & ENDS_ORGANISATION:
            continue  # 集团|公司: the later ending reads the whole
        first = _first_word(cut, here)
        if _is_name(cut, first, here):
            yield first, here + 1


def _first_word(cut: Cut, ending: int) -> int:
    """The word with which the organisation begins; `ending` itself if nothing before it belongs to it."""
    words, starts, first = cut.words, cut.starts, ending
    least, leftmost = max(ending - _MOST_WORDS, 0), starts[ending] - _LONGEST
    while first > least and starts[first] > leftmost:
        before = first - 1
        if words[before] in {"）", ")"}:
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
    word, kind = cut.words[index], cut.kinds[index]
    if kind & DELIMITER or (len(word) == 2 and word[1] in "省市县区镇乡" and word[0] in _LEADS):
        return False
    if kind & PLACE_ENDING or word in {"省", "市"}:
        return index > 0 and (bool(cut.kinds[index - 1] & (PLACE | NEEDS_ENDING)) or _is_proper(cut, index - 1))
    if kind & NOT_IN_ORGANISATION or (kind & (TITLE | LOCATIVE | SAYS) and not kind & ENDS_ORGANISATION):
        return False
    if kind & (GENERIC | VERB_IN_ORGANISATION | PLACE | ENDS_ORGANISATION) or word.startswith("第"):
        return True
    if (
        len(word) == 1
        and kind & FOREIGN
        and index
        and cut.kinds[index - 1] & FOREIGN
        and cut.pos(index - 1) in NAME_POS
    ):
        return True
    pos = cut.pos(index)
    if pos in _NEVER_INSIDE or (pos[0] == "v" and pos != "vn") or pos in {"ad", "vd", "z", "i"}:
        return not kind & KNOWN
    return True


def _is_proper(cut: Cut, index: int) -> bool:
    """A word that is a name of something: a place, a name of the dictionary, or a word that no dictionary has."""
    word, kind = cut.words[index], cut.kinds[index]
    if kind & (PLACE | NEEDS_ENDING) or (kind & ENDS_LIKE_PLACE and cut.pos(index) == "ns"):
        return True
    if len(word) < 2 or kind & (GENERIC | NOT_PLACE | DELIMITER | TITLE | VERB_IN_ORGANISATION):
        return False
    if kind & ENDS_ORGANISATION:
        return _begins_with_name(word)
    return not kind & KNOWN or cut.pos(index) in {"nz", "nr", "nrfg", "nrt", "nt", "ns", "eng"}


def _without_lead(cut: Cut, first: int, ending: int) -> int:
    """Drops what only leads up to the name: everyday words before a place, a verb or a bracket at the head."""
    place = next(
        (index for index in range(first, ending) if cut.kinds[index] & PLACE and not _in_brackets(cut, index)), None
    )
    if place is not None and all(_is_everyday(cut, index) for index in range(first, place)):
        first = place
    while first < ending and (
        cut.kinds[first] & (DELIMITER | PLACE_ENDING)
        or (cut.kinds[first] & KNOWN and cut.pos(first) in {"v", "vd", "ad"})
        or (
            len(cut.words[first]) == 1
            and cut.pos(first) in {"n", "a"}
            and not _is_proper(cut, first + 1)
            and first + 1 < ending
        )
    ):
        first += 1
    return first


def _in_brackets(cut: Cut, index: int) -> bool:
    return index > 0 and cut.words[index - 1] in {"（", "("}


def _is_everyday(cut: Cut, index: int) -> bool:
    return len(cut.words[index]) > 1 and not _is_proper(cut, index) and bool(cut.kinds[index] & KNOWN)


def _is_name(cut: Cut, first: int, ending: int) -> bool:
    """Whether something before the ending tells this organisation from others of its sort."""
    size = cut.starts[ending + 1] - cut.starts[first]
    if not 4 <= size <= _LONGEST + 8:
        return False
    word = cut.words[ending]
    if first == ending:
        return cut.pos(ending) == "nt" and _begins_with_name(word)
    left = range(first, ending)
    if all(cut.kinds[index] & (PLACE | PLACE_ENDING) for index in left):
        return word not in _TOO_PLAIN
    if any(_is_proper(cut, index) for index in left):
        return True
    if cut.words[first] in {"国立", "省立", "市立", "县立"} and ending - first > 1:
        return True
    return (
        word in _TAKES_WORDS
        and size <= 12
        and any(
            not cut.kinds[index] & (GENERIC | NOT_PLACE | VERB_IN_ORGANISATION) and len(cut.words[index]) > 1
            for index in left
        )
    )


@lru_cache(maxsize=50_000)
def _begins_with_name(word: str) -> bool:
    """东吴大学, 武汉大学 of the dictionary: what stands before the ending is a name, not 理工 or 人民."""
    for size in range(2, len(word) - 1):
        ending = word[-size:]
        if ending in STRONG_ENDINGS:
            cut = cut_words(word[:-size], 0, traditional=False)
            return any(_is_proper(cut, index) for index in range(len(cut.words)))
    return False


def _by_list(cut: Cut) -> Iterator[Span]:
    """甲资本、乙科技、丙集团等企业: the list itself says what its items are."""
    for here in cut.marked[LIST_NOUN]:
        if here > 1 and cut.words[here - 1] == "等":
            yield from _items_before(cut, here - 1)


def _items_before(cut: Cut, end: int) -> Iterator[Span]:
    for _ in range(12):
        first = end
        while first > 0 and end - first < 10 and not cut.kinds[first - 1] & (DELIMITER | NOT_IN_ORGANISATION | TITLE):
            first -= 1
        if first == 0 or cut.words[first - 1] != "、":
            first = max(first, _first_word(cut, end - 1) if end > first else first)
        size = cut.starts[end] - cut.starts[first]
        if 3 <= size <= 24 and end - first > 1 and _names_something(cut, first, end):
            yield first, end
        if first == 0 or cut.words[first - 1] != "、":
            return
        end = first - 1


def _names_something(cut: Cut, first: int, end: int) -> bool:
    ends = cut.kinds[end - 1] & (ENDS_ORGANISATION | ENDS_WEAKLY)
    if not ends and all(cut.kinds[index] & (PLACE | PLACE_ENDING | GENERIC) for index in range(first, end)):
        return False
    if any(_is_proper(cut, index) for index in range(first, end)):
        return True
    everyday = all(cut.kinds[index] & (GENERIC | NOT_PLACE) for index in range(first, end - 1))
    return bool(ends) and not everyday and end - first == 2


def _known(cut: Cut) -> Iterator[Span]:
    done = 0
    for first in cut.marked[BEGINS_KNOWN]:
        start = cut.starts[first]
        if start < done or not (name := longest_at(KNOWN_ORGANISATIONS, cut.folded, start)):
            continue
        done = start + len(name)
        end = bisect_left(cut.starts, done)
        after = cut.words[end] if end < len(cut.words) else ""
        if cut.starts[end] == done and after not in {"委员", "代表"}:
            yield first, end
