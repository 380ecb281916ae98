"""Cut -> places: names of the tables, names with an administrative ending, and names behind a word that says where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from newsarchive.tags.chinese_words import (
    DELIMITER,
    ENDS_LIKE_PLACE,
    GENERIC,
    KNOWN,
    LOCATIVE,
    NAME_POS,
    NAMES_PLACE,
    NEEDS_ENDING,
    NOT_PLACE,
    NOT_PLACES,
    PLACE,
    PLACE_ENDING,
    TITLE,
    Cut,
    bare_place,
)
from newsarchive.tags.tables import words

# 南京路, 北京时间, 四川菜: the place only names something else.
_NOT_BEFORE = frozenset(
    [
        "路",
        "街",
        "大道",
        "大街",
        "大厦",
        "饭店",
        "酒店",
        "时间",
        "菜",
        "话",
        "菜系",
        "烤鸭",
        "籍",
        "方言",
        "号",
        "舰",
        "路口",
        "大桥",
        "股市",
        "队",
    ]
)


# Names that the segmenter always cuts: 粤港澳|大湾|区. The longest first: the first that fits is taken.
_regions = re.compile("|".join(sorted(words("places_zh", "cut_regions"), key=lambda name: (-len(name), name))))


def find_places(cut: Cut, taken: bytearray) -> Counter[str]:
    """Names as printed -> mentions; `taken` marks the words that belong to an organisation or a person."""
    found: Counter[str] = Counter()
    last = len(cut.words) - 1
    behind = [index + 1 for index in cut.marked[LOCATIVE] if index < last and cut.pos(index + 1) == "ns"]
    for here in (*cut.marked[NAMES_PLACE], *(index for index in behind if not cut.kinds[index] & NAMES_PLACE)):
        if not taken[here] and (place := _place_at(cut, here)):
            found[_printed(cut, *place)] += 1
    for match in _regions.finditer(cut.folded):
        if not taken[bisect_left(cut.starts, match.start())]:
            found[cut.printed[match.start() : match.end()]] += 1
    return found


def _printed(cut: Cut, first: int, end: int) -> str:
    start = cut.starts[first]
    return cut.printed[start : start + len(bare_place(cut.folded[start : cut.starts[end]]))]


def _place_at(cut: Cut, here: int) -> tuple[int, int] | None:
    """The words, first to before end, of the place that this word is or ends."""
    kind = cut.kinds[here]
    following = cut.words[here + 1] if here + 1 < len(cut.words) else ""
    if kind & PLACE:
        return None if following in _NOT_BEFORE else (here, here + 1)
    if kind & PLACE_ENDING:
        first = _first_of_place(cut, here)
        if first is None or cut.folded[cut.starts[first] : cut.starts[here + 1]] in NOT_PLACES:
            return None
        return first, here + 1
    if kind & NOT_PLACE or len(cut.words[here]) < 2 or following in _NOT_BEFORE:
        return None
    administrative = kind & ENDS_LIKE_PLACE and _is_administrative(cut, here)
    return (here, here + 1) if administrative or _is_where(cut, here) else None


def _is_where(cut: Cut, here: int) -> bool:
    """A place by the dictionary, behind a word that says where."""
    unclear = cut.kinds[here] & (NEEDS_ENDING | GENERIC)
    return here > 0 and bool(cut.kinds[here - 1] & LOCATIVE) and not unclear and cut.pos(here) == "ns"


def _is_administrative(cut: Cut, here: int) -> bool:
    """A place by the dictionary, by its larger place just before it, or by an ending that no person has: 柳树镇."""
    if cut.pos(here) == "ns" or (_in_chain(cut, here) and cut.pos(here) in NAME_POS | {"n"}):
        return True
    return cut.words[here][-1] in "镇乡县" and cut.pos(here) in NAME_POS


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
        proper = not cut.kinds[before] & KNOWN or cut.pos(before) in NAME_POS | {"ns"}
        return before if proper or (cut.words[ending] in _MAY_BE_EVERYDAY and _is_led(cut, before)) else None
    if len(word) == 1 and before and len(cut.words[before - 1]) == 1 and cut.words[before - 1].isalpha():
        return before - 1 if _in_chain(cut, before - 1) and not cut.kinds[before - 1] & LOCATIVE else None
    return None


_MAY_BE_EVERYDAY = frozenset({"镇", "乡", "县", "村", "新区", "街道"})


def _is_led(cut: Cut, first: int) -> bool:
    """在启明|新区, 临江市石桥|镇"""
    return _in_chain(cut, first) or (first > 0 and bool(cut.kinds[first - 1] & LOCATIVE))


def _in_chain(cut: Cut, first: int) -> bool:
    """临江市石桥镇: the larger place stands just before."""
    return first > 0 and bool(cut.kinds[first - 1] & (PLACE | PLACE_ENDING | ENDS_LIKE_PLACE))
