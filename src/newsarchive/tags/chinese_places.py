"""Cut -> places: names of the tables, names with an administrative ending, and names behind a word that says where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsarchive.tags.chinese_words import (
    DELIMITER,
    ENDS_LIKE_PLACE,
    GENERIC,
    LOCATIVE,
    NAME_POS,
    NEEDS_ENDING,
    NOT_PLACE,
    PLACE,
    PLACE_ENDING,
    TITLE,
    Cut,
    bare_place,
    is_known,
)
from newsarchive.tags.tables import words

# 南京路, 北京时间, 四川菜: the place only names something else.
_NOT_BEFORE = frozenset("路 街 大道 大街 大厦 饭店 酒店 时间 菜 话 菜系 烤鸭 籍 方言 号 舰 路口 大桥 股市 队".split())


def find_places(cut: Cut, taken: bytearray) -> Counter[str]:
    """Names as printed -> mentions; `taken` marks the words that belong to an organisation or a person."""
    found: Counter[str] = Counter()
    for here, kind in enumerate(cut.kinds):
        if kind & (PLACE | PLACE_ENDING | ENDS_LIKE_PLACE | NEEDS_ENDING) or cut.pos[here] == "ns":
            if taken[here]:
                continue
            for first, end in _place_at(cut, here):
                found[_printed(cut, first, end)] += 1
    return found


def _printed(cut: Cut, first: int, end: int) -> str:
    start = cut.starts[first]
    return cut.printed[start : start + len(bare_place(cut.folded[start : cut.starts[end]]))]


def _place_at(cut: Cut, here: int) -> Iterator[tuple[int, int]]:
    kind, word = cut.kinds[here], cut.words[here]
    following = cut.words[here + 1] if here + 1 < len(cut.words) else ""
    if kind & PLACE:
        if following not in _NOT_BEFORE:
            yield here, here + 1
    elif kind & PLACE_ENDING:
        first = _first_of_place(cut, here)
        if first is not None and cut.folded[cut.starts[first] : cut.starts[here + 1]] not in words("chinese", "not_places"):
            yield first, here + 1
    elif kind & NOT_PLACE or len(word) < 2 or following in _NOT_BEFORE:
        return
    elif (kind & ENDS_LIKE_PLACE and cut.pos[here] == "ns") or (
        cut.pos[here] == "ns" and not kind & (NEEDS_ENDING | GENERIC) and here and cut.kinds[here - 1] & LOCATIVE
    ):
        yield here, here + 1


def _first_of_place(cut: Cut, ending: int) -> int | None:
    """青山|县, 柳|河|镇: where a name begins whose ending the segmenter has cut off."""
    before = ending - 1
    if before < 0 or cut.kinds[before] & (DELIMITER | PLACE | NOT_PLACE | TITLE | PLACE_ENDING):
        return None
    word = cut.words[before]
    if cut.kinds[before] & NEEDS_ENDING:
        return before
    if not word.isalpha() or word.isascii() or cut.kinds[before] & (GENERIC | LOCATIVE):
        return None
    if 2 <= len(word) <= 3:
        proper = cut.pos[before] == "ns" or cut.pos[before] in NAME_POS or not is_known(word)
        return before if proper or (cut.words[ending] in {"镇", "乡", "县", "村"} and _in_chain(cut, before)) else None
    if len(word) == 1 and before and len(cut.words[before - 1]) == 1 and cut.words[before - 1].isalpha():
        return before - 1 if _in_chain(cut, before - 1) and not cut.kinds[before - 1] & LOCATIVE else None
    return None


def _in_chain(cut: Cut, first: int) -> bool:
    """临江市石桥镇: the larger place stands just before."""
    return first > 0 and bool(cut.kinds[first - 1] & (PLACE | PLACE_ENDING | ENDS_LIKE_PLACE))
