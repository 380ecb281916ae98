"""Cut -> people: names found by what stands before and after them, never by the segmenter's word alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsarchive.tags.chinese_words import (
    ACT,
    DELIMITER,
    ENDS_ORGANISATION,
    FOREIGN,
    HONORIFIC,
    IDENTITY,
    LOCATIVE,
    NAME_POS,
    PLACE,
    SAYS,
    SURNAME,
    TITLE,
    Cut,
    is_known,
    long_surnames,
    not_in_names,
    places,
    transliteration,
)

_FOLLOW_POS = frozenset("vpdcrmu")  # verbs, prepositions, adverbs, conjunctions, pronouns, numerals, particles
_DOTS = "·•‧・"
_MOST_NAMES = 60  # candidates whose bare mentions are counted: bounds the work on any text
_LONGEST_LIST = 30


def find_people(cut: Cut) -> dict[str, int]:
    """Names (folded) -> how often the article has them, for names that stood once in a sure place."""
    found: dict[str, None] = {}
    for name in _names(cut):
        if name not in places() and name not in found:
            found[name] = None
            if len(found) == _MOST_NAMES:
                break
    counts = {name: cut.folded.count(name) for name in found}
    return {name: count for name, count in counts.items() if not _is_misread(name, counts)}


def _is_misread(name: str, counts: dict[str, int]) -> bool:
    """盛蕾说 beside 盛蕾, 吴创 beside 吴创之: the one that explains more mentions stays."""
    for other, count in counts.items():
        if other != name and other.startswith(name) and count == counts[name] and "·" not in other:
            return True
        if other != name and name.startswith(other) and len(other) > 1 and count > counts[name] and "·" not in name:
            return True
    return False


def _names(cut: Cut) -> Iterator[str]:
    words, kinds = cut.words, cut.kinds
    for here, kind in enumerate(kinds):
        if kind & (TITLE | IDENTITY):
            yield from _names_after(cut, here + 1, sure=bool(kind & TITLE))
        if kind & (HONORIFIC | TITLE):
            yield from _name_before(cut, here, sure=bool(kind & HONORIFIC))
        if kind & (SURNAME | FOREIGN) and not kind & PLACE and (here == 0 or kinds[here - 1] & DELIMITER):
            yield from _name_at_clause_start(cut, here)
        if kind & DELIMITER and words[here] in _DOTS:
            yield from _foreign_name_around(cut, here)


def _names_after(cut: Cut, here: int, sure: bool) -> Iterator[str]:
    """市长盛蕾, 市领导季培东、乔俊杰、蒋鹏举: all names of the list that begins behind the title."""
    if here < len(cut.words) and cut.words[here] in {"：", ":"}:
        here += 1
    for number in range(_LONGEST_LIST):
        end = _name_end(cut, here, listed=number > 0 or (sure and _ends_list(cut, here + 1)))
        if end is None:
            end = _foreign_end(cut, here)
        if end is None:
            return
        if sure or _looks_like_name(cut, here, end):
            yield cut.folded[cut.starts[here] : end]
        after = _index(cut, here, end)
        if after is None or after >= len(cut.words) or cut.words[after] not in {"、", "和", "与", "及"}:
            return
        here = after + 1


def _index(cut: Cut, here: int, end: int) -> int | None:
    """The word that begins where the name ends; None where the segmenter had glued more to it."""
    for index in range(here + 1, min(here + 5, len(cut.starts))):
        if cut.starts[index] == end:
            return index
    return None


def _ends_list(cut: Cut, here: int) -> bool:
    return here < len(cut.words) and cut.words[here] in {"、"}


def _looks_like_name(cut: Cut, here: int, end: int) -> bool:
    word = cut.words[here]
    return cut.pos[here] in NAME_POS or not is_known(word) or len(word) < end - cut.starts[here]


def _name_end(cut: Cut, here: int, listed: bool) -> int | None:
    """Where a Chinese (or Japanese) full name that begins at this word ends, as a position in the text."""
    if here >= len(cut.words) or not cut.kinds[here] & SURNAME:
        return None
    start = cut.starts[here]
    surname = 2 if cut.folded[start : start + 2] in long_surnames() else 1
    word = cut.words[here]
    end = _end_by_word(cut, here, surname, listed) if len(word) > surname else _end_by_parts(cut, here, surname, listed)
    if end is None or "某" in cut.folded[start:end] or not cut.folded[start:end].isalpha():
        return None
    return end


def _end_by_word(cut: Cut, here: int, surname: int, listed: bool) -> int | None:
    """The segmenter's word is the name, or has one character too many or too few."""
    word, start = cut.words[here], cut.starts[here]
    longest = surname + 2
    common = (cut.pos[here] not in NAME_POS and is_known(word)) or cut.kinds[here] & (TITLE | ENDS_ORGANISATION | PLACE)
    if common:
        return start + len(word) if listed and len(word) <= longest and _follows(cut, here + 1) else None
    if len(word) > longest:
        return start + longest if len(word) == longest + 1 and not is_known(word) else None
    if len(word) == longest and word[-1] in not_in_names() and not is_known(word):
        return start + longest - 1
    if len(word) < longest and _is_given_end(cut, here + 1) and _follows(cut, here + 2):
        return start + longest
    return start + len(word)


def _is_given_end(cut: Cut, here: int) -> bool:
    """A single character behind the name that no other word claims: 吴创|之."""
    if here >= len(cut.words) or len(cut.words[here]) != 1 or cut.kinds[here] & (DELIMITER | ACT | LOCATIVE | TITLE):
        return False
    return cut.words[here] not in not_in_names() and cut.words[here].isalpha()


def _end_by_parts(cut: Cut, here: int, surname: int, listed: bool) -> int | None:
    """乔|俊杰, 蒋|鹏举, 张|小|明: the segmenter has cut the name."""
    if cut.pos[here] in {"p", "c", "d", "u", "uj", "r", "v", "f"} and not listed:
        return None
    start, count = cut.starts[here], len(cut.words)
    if here + 1 >= count or cut.kinds[here + 1] & (DELIMITER | TITLE | SAYS | PLACE):
        return None
    given = cut.words[here + 1]
    if len(given) == 2 and given.isalpha() and cut.pos[here + 1][0] not in "mpcdur" and _follows(cut, here + 2):
        return start + surname + 2
    if len(given) != 1 or given in not_in_names():
        return None
    if _is_given_end(cut, here + 2) and _follows(cut, here + 3):
        return start + surname + 2
    return start + surname + 1 if _follows(cut, here + 2) else None


def _follows(cut: Cut, here: int) -> bool:
    """Whether the word can stand behind a name."""
    if here >= len(cut.words):
        return True
    return bool(cut.kinds[here] & (DELIMITER | ACT | TITLE | HONORIFIC | LOCATIVE)) or cut.pos[here][0] in _FOLLOW_POS


def _name_before(cut: Cut, here: int, sure: bool) -> Iterator[str]:
    """冯冠平教授, 盛蕾市长; without an honorific only where the segmenter too sees a name."""
    target = cut.starts[here]
    for first in (here - 1, here - 2, here - 3):
        if first < 0 or cut.kinds[first] & DELIMITER:
            return
        if cut.kinds[first] & SURNAME and _name_end(cut, first, listed=False) == target:
            if sure and (cut.pos[first] in NAME_POS or first == 0 or cut.kinds[first - 1] & DELIMITER):
                yield cut.folded[cut.starts[first] : target]
            return


def _name_at_clause_start(cut: Cut, here: int) -> Iterator[str]:
    end = _name_end(cut, here, listed=False)
    if end is None:
        end = _foreign_end(cut, here)
        if end is None or end - cut.starts[here] < 3:
            return
    after = _index(cut, here, end)
    if after is None:
        return
    name = cut.folded[cut.starts[here] : end]
    named = cut.pos[here] in NAME_POS or (len(name) > 2 and not is_known(cut.words[here])) or len(cut.words[here]) == 1
    if named and (_acts(cut, after, here) or _has_sex(cut, after)):
        yield name
    elif named and _begins_list_of_names(cut, here):
        yield from _names_after(cut, here, sure=False)


def _acts(cut: Cut, after: int, here: int) -> bool:
    """盛蕾表示, 乔俊杰首先感谢, and in a heading 乔俊杰率团."""
    if after >= len(cut.words):
        return False
    if cut.kinds[after] & SAYS:
        return True
    if cut.starts[here] < cut.headings:
        return bool(cut.kinds[after] & ACT)
    return cut.pos[after] == "d" and after + 1 < len(cut.words) and bool(cut.kinds[after + 1] & SAYS)


def _has_sex(cut: Cut, after: int) -> bool:
    """王建国，男，1950年生"""
    return cut.folded[cut.starts[min(after, len(cut.words))] :][:2] in _SEXES if after < len(cut.words) else False


_SEXES = frozenset({"，男", "，女", "（男", "（女", ",男", ",女", "(男", "(女"})


def _begins_list_of_names(cut: Cut, here: int) -> bool:
    """Three names in a row, parted by 、, need no title."""
    return all(
        here + step < len(cut.words)
        and cut.kinds[here + step] & SURNAME
        and cut.pos[here + step] in {"nr", "nrfg"}
        and len(cut.words[here + step]) > 1
        and not cut.kinds[here + step] & PLACE
        and (step == 4 or (here + step + 1 < len(cut.words) and cut.words[here + step + 1] == "、"))
        for step in (0, 2, 4)
    )


def _foreign_end(cut: Cut, here: int) -> int | None:
    """总统特朗普: a run of words spelt with the characters of foreign names."""
    index, size = here, 0
    while index < len(cut.words) and size < 8 and cut.kinds[index] & FOREIGN:
        if cut.kinds[index] & (PLACE | ACT | TITLE | LOCATIVE) or (index > here and cut.pos[index][0] in "vdpcur"):
            break
        if len(cut.words[index]) > 1 and cut.pos[index] not in NAME_POS and is_known(cut.words[index]):
            return None
        size += len(cut.words[index])
        index += 1
    if not 2 <= size <= 7 or not _follows(cut, index) or (index < len(cut.words) and cut.words[index] in _DOTS):
        return None
    first = cut.words[here]
    return cut.starts[index] if len(first) > 1 and (cut.pos[here] in NAME_POS or not is_known(first)) else None


@cache
def _foreign_pattern() -> re.Pattern[str]:
    letters = "".join(sorted(transliteration()))
    return re.compile(rf"[{letters}]{{1,8}}(?:[{_DOTS}][{letters}]{{1,8}}){{1,3}}")


def _foreign_name_around(cut: Cut, dot: int) -> Iterator[str]:
    """卡洛斯·门德斯: back from the dot over the characters of foreign names, not over a place before them."""
    at = cut.starts[dot]
    start = at
    while start > 0 and at - start < 8 and cut.folded[start - 1] in transliteration():
        start -= 1
    if start == at or cut.folded[start - 1 : start] in set(_DOTS):
        return
    start = _after_places(cut, dot, start)
    match = _foreign_pattern().match(cut.folded, start, at + 40)
    if match and not any(part in places() for part in re.split(f"[{_DOTS}]", match[0])):
        yield match[0]


def _after_places(cut: Cut, dot: int, start: int) -> int:
    """法国总理 ends itself; 俄罗斯弗拉基米尔·… does not: a word that is a place or a verb is not part of the name."""
    for index in range(dot - 1, max(dot - 8, -1), -1):
        if cut.starts[index] < start:
            return start if cut.starts[index + 1] <= start else max(start, _inside(cut, index, start))
        if cut.kinds[index] & (PLACE | ACT | LOCATIVE | TITLE):
            return cut.starts[index + 1]
    return start


def _inside(cut: Cut, index: int, start: int) -> int:
    """A word that only ends in such characters (会见|…) belongs before the name if the dictionary has it."""
    return cut.starts[index + 1] if is_known(cut.words[index]) and index + 1 < len(cut.starts) else start


