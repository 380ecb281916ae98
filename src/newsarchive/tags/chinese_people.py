"""Cut -> people: names found by what stands before and after them, never by the segmenter's word alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.tags.chinese_words import (
    ACT,
    DELIMITER,
    DOT,
    DOTS,
    ENDS_ORGANISATION,
    FOREIGN,
    HONORIFIC,
    IDENTITY,
    KNOWN,
    LEADS_TO_PERSON,
    LOCATIVE,
    LONG_SURNAMES,
    NAME_POS,
    NOT_IN_NAMES,
    PLACE,
    PLACES,
    SAYS,
    SEX,
    SURNAME,
    TITLE,
    TRANSLITERATION,
    Cut,
)
from newsarchive.tags.tables import words

_FOLLOW_POS = frozenset(
    "vpdcrmul"
)  # verbs, prepositions, adverbs, conjunctions, pronouns, numerals, particles, phrases
_DOTS = "".join(sorted(DOTS))
_MOST_NAMES = 60  # candidates whose bare mentions are counted: bounds the work on any text
_LONGEST_LIST = 30


def find_people(cut: Cut) -> dict[str, int]:
    """Names (folded) -> how often the article has them, for names that stood once in a sure place."""
    found: dict[str, None] = {}
    for name in _names(cut):
        if name not in found and name not in PLACES and name[-2:] not in _FORMS_OF_ADDRESS:
            found[name] = None
            if len(found) == _MOST_NAMES:
                break
    counts = {name: cut.folded.count(name) for name in found}
    return {name: count for name, count in counts.items() if not _is_misread(name, counts)}


# 张先生, 王大妈: a surname and a form of address tell nobody from others.
_FORMS_OF_ADDRESS = words("chinese", "honorifics") | words("chinese", "forms_of_address")
_MANNERS = words("chinese", "manners")


def _is_misread(name: str, counts: dict[str, int]) -> bool:
    """盛蕾说 beside 盛蕾, 吴创 beside 吴创之: the one that explains more mentions stays."""
    for other, count in counts.items():
        if other != name and other.startswith(name) and count == counts[name] and "·" not in other:
            return True
        if other != name and name.startswith(other) and len(other) > 1 and count > counts[name] and "·" not in name:
            return True
    return False


def _names(cut: Cut) -> Iterator[str]:
    kinds, last = cut.kinds, len(cut.kinds) - 1
    for here in cut.marked[LEADS_TO_PERSON]:
        kind = kinds[here]
        if kind & (TITLE | IDENTITY) and here < last and kinds[here + 1] & _MAY_BEGIN != KNOWN:
            yield from _names_after(cut, here + 1, sure=bool(kind & TITLE))
        if kind & HONORIFIC:
            yield from _name_before(cut, here)
    for here in _clause_starts(cut):
        yield from _name_at_clause_start(cut, here)
    for here in cut.marked[DOT]:
        yield from _foreign_name_around(cut, here)


# An everyday word that is KNOWN and none of the others begins no name; a colon may stand before one.
_MAY_BEGIN = SURNAME | FOREIGN | DELIMITER | KNOWN


def _clause_starts(cut: Cut) -> list[int]:
    """Words that may begin a name and have a stop before them (but not the dot of a foreign name)."""
    kinds = cut.kinds
    last, letters = len(kinds) - 1, SURNAME | FOREIGN
    after = [stop + 1 for stop in cut.marked[DELIMITER] if stop < last and kinds[stop + 1] & letters]
    if kinds and kinds[0] & letters:
        after.append(0)
    return [index for index in after if _may_begin_name(cut, index) and _may_act(cut, index)]


def _may_act(cut: Cut, index: int) -> bool:
    """A cheap look before the dear one: soon somebody acts, or a sex is given, or a list begins."""
    for kind in cut.kinds[index + 1 : index + 6]:
        if kind & (ACT | SEX):
            return True
    return cut.words[index + 1 : index + 2] == _COMMA and cut.words[index - 1 : index] != _COMMA


_COMMA = ["、"]


def _may_begin_name(cut: Cut, index: int) -> bool:
    """A cheap look before the dear one: not a place, and no everyday word."""
    if cut.kinds[index] & PLACE:
        return False
    if len(cut.words[index]) == 1:
        return index + 1 < len(cut.words) and not cut.kinds[index + 1] & DELIMITER
    return not cut.kinds[index] & KNOWN or cut.pos(index) in NAME_POS


def _names_after(cut: Cut, here: int, sure: bool) -> Iterator[str]:
    """市长盛蕾, 市领导季培东、乔俊杰、蒋鹏举: all names of the list that begins behind the title."""
    if here < len(cut.words) and cut.words[here] in {"：", ":"}:
        here += 1
    for number in range(_LONGEST_LIST):
        end = _name_end(cut, here, listed=number > 0 or (sure and _ends_list(cut, here + 1)))
        if end is None:
            end = _foreign_end(cut, here)
        if end is None and sure:
            end = _rare_end(cut, here)
        if end is None:
            return
        if sure or number or _looks_like_name(cut, here, end):
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
    return not cut.kinds[here] & KNOWN or cut.pos(here) in NAME_POS or len(word) < end - cut.starts[here]


def _name_end(cut: Cut, here: int, listed: bool) -> int | None:
    """Where a Chinese (or Japanese) full name that begins at this word ends, as a position in the text."""
    if here >= len(cut.words) or not cut.kinds[here] & SURNAME:
        return None
    start = cut.starts[here]
    surname = 2 if cut.folded[start : start + 2] in LONG_SURNAMES else 1
    word = cut.words[here]
    end = _end_by_word(cut, here, surname, listed) if len(word) > surname else _end_by_parts(cut, here, surname, listed)
    if end is None or "某" in (name := cut.folded[start:end]) or not name.isalpha():
        return None
    if cut.folded[end : end + 2] in _SONS:
        end += 2
    return None if "·" in cut.folded[end : end + 3] else end  # 安娜|·霍夫曼


_SONS = frozenset({"一郎", "太郎", "次郎", "二郎", "三郎", "之助"})  # 石田健|一郎


def _rare_end(cut: Cut, here: int) -> int | None:
    """Behind a title: a name by the segmenter's guess whose surname no table has."""
    if here >= len(cut.words) or cut.kinds[here] & KNOWN or cut.pos(here) != "nr":
        return None
    word = cut.words[here]
    whole = 2 <= len(word) <= 3 and word.isalpha() and "某" not in word and word[-1] not in NOT_IN_NAMES
    return cut.starts[here + 1] if whole and _follows(cut, here + 1) and not _is_dot(cut, here + 1) else None


def _is_dot(cut: Cut, here: int) -> bool:
    return here < len(cut.words) and cut.words[here] in DOTS


def _end_by_word(cut: Cut, here: int, surname: int, listed: bool) -> int | None:
    """The segmenter's word is the name, or has one character too many or too few."""
    word, start = cut.words[here], cut.starts[here]
    longest = surname + 2
    kind = cut.kinds[here]
    if kind & (TITLE | ENDS_ORGANISATION | PLACE) or (kind & KNOWN and cut.pos(here) not in NAME_POS):
        clear = (listed and _follows(cut, here + 1)) or _speaks(cut, here)
        return start + len(word) if clear and len(word) <= longest else None
    if len(word) > longest:
        return start + longest if len(word) == longest + 1 and not cut.kinds[here] & KNOWN else None
    if len(word) == longest and word[-1] in NOT_IN_NAMES and not cut.kinds[here] & KNOWN:
        return start + longest - 1
    if len(word) < longest and _is_given_end(cut, here + 1) and _follows(cut, here + 2):
        return start + longest
    return start + len(word)


def _speaks(cut: Cut, here: int) -> bool:
    """校长|高远|表示: an everyday word between a title and speech is a name, if it does not say how one speaks."""
    if not here or here + 1 >= len(cut.words) or not cut.kinds[here - 1] & TITLE or cut.pos(here)[0] not in "ani":
        return False
    manner = cut.pos(here) == "ad" or cut.words[here] in _MANNERS
    return bool(cut.kinds[here + 1] & SAYS) and not manner and not cut.kinds[here] & (TITLE | ENDS_ORGANISATION | PLACE)


def _is_given_end(cut: Cut, here: int) -> bool:
    """A single character behind the name that no other word claims: 吴创|之."""
    if here >= len(cut.words) or len(cut.words[here]) != 1 or cut.kinds[here] & (DELIMITER | ACT | LOCATIVE | TITLE):
        return False
    return cut.words[here] not in NOT_IN_NAMES and cut.words[here].isalpha()


def _end_by_parts(cut: Cut, here: int, surname: int, listed: bool) -> int | None:
    """乔|俊杰, 蒋|鹏举, 张|小|明: the segmenter has cut the name."""
    start, count = cut.starts[here], len(cut.words)
    if here + 1 >= count or cut.kinds[here + 1] & (DELIMITER | TITLE | SAYS):
        return None
    given = cut.words[here + 1]
    if cut.pos(here) in _RARELY_SURNAMES and not (listed or _is_clear(cut, here)):
        return None
    if cut.kinds[here + 1] & PLACE and cut.pos(here) not in NAME_POS | {"v"}:
        return None
    if len(given) == 2 and given.isalpha() and cut.pos(here + 1)[0] not in "mpcdur" and _follows(cut, here + 2):
        return start + surname + 2
    if len(given) != 1 or given in NOT_IN_NAMES:
        return None
    if _is_given_end(cut, here + 2) and _follows(cut, here + 3):
        return start + surname + 2
    return start + surname + 1 if _follows(cut, here + 2) else None


_RARELY_SURNAMES = frozenset({"p", "c", "d", "u", "uj", "r", "v", "f"})


def _is_clear(cut: Cut, here: int) -> bool:
    """谢|长河|说, 任|国庆|认为: two characters and then speech or a stop."""
    if len(cut.words[here + 1]) != 2 or (cut.pos(here) != "v" and cut.pos(here + 1) in {"n", "v", "vn", "r"}):
        return False
    return here + 2 >= len(cut.words) or bool(cut.kinds[here + 2] & (SAYS | DELIMITER))


def _follows(cut: Cut, here: int) -> bool:
    """Whether the word can stand behind a name."""
    if here >= len(cut.words):
        return True
    return bool(cut.kinds[here] & (DELIMITER | ACT | TITLE | HONORIFIC | LOCATIVE)) or cut.pos(here)[0] in _FOLLOW_POS


def _name_before(cut: Cut, here: int) -> Iterator[str]:
    """冯冠平教授, 盛蕾市长: where the segmenter sees a name too, or a stop stands before it."""
    target = cut.starts[here]
    for first in (here - 1, here - 2, here - 3):
        if first < 0 or cut.kinds[first] & DELIMITER:
            return
        if cut.kinds[first] & SURNAME and _name_end(cut, first, listed=False) == target:
            if cut.pos(first) in NAME_POS or first == 0 or cut.kinds[first - 1] & DELIMITER:
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
    unknown = len(name) > 2 and not cut.kinds[here] & KNOWN
    named = unknown or len(cut.words[here]) == 1 or cut.pos(here) in NAME_POS
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
    return cut.pos(after) == "d" and after + 1 < len(cut.words) and bool(cut.kinds[after + 1] & SAYS)


def _has_sex(cut: Cut, after: int) -> bool:
    """王建国，男，1950年生"""
    start = cut.starts[min(after, len(cut.words))]
    return cut.folded[start : start + 2] in _SEXES


_SEXES = frozenset({"，男", "，女", "（男", "（女", ",男", ",女", "(男", "(女"})


def _begins_list_of_names(cut: Cut, here: int) -> bool:
    """Three names in a row, parted by 、, need no title; only the first begins the row (linear work)."""
    return (here == 0 or cut.words[here - 1] != "、") and all(
        here + step < len(cut.words)
        and cut.kinds[here + step] & SURNAME
        and cut.pos(here + step) in {"nr", "nrfg"}
        and len(cut.words[here + step]) > 1
        and not cut.kinds[here + step] & PLACE
        and (step == 4 or (here + step + 1 < len(cut.words) and cut.words[here + step + 1] == "、"))
        for step in (0, 2, 4)
    )


def _foreign_end(cut: Cut, here: int) -> int | None:
    """总统特朗普: a run of words spelt with the characters of foreign names."""
    index, size = here, 0
    while index < len(cut.words) and size < 8 and cut.kinds[index] & FOREIGN:
        if cut.kinds[index] & (PLACE | ACT | TITLE | LOCATIVE) or (index > here and cut.pos(index)[0] in "vdpcur"):
            break
        if len(cut.words[index]) > 1 and cut.kinds[index] & KNOWN and cut.pos(index) not in NAME_POS:
            return None
        size += len(cut.words[index])
        index += 1
    if not 2 <= size <= 7 or not _follows(cut, index) or (index < len(cut.words) and cut.words[index] in DOTS):
        return None
    first = cut.words[here]
    if index < len(cut.words) and size < 5 and _is_glued(cut, index):
        return cut.starts[index] + 1 if len(first) > 1 else None
    return cut.starts[index] if len(first) > 1 and (not cut.kinds[here] & KNOWN or cut.pos(here) in NAME_POS) else None


def _is_glued(cut: Cut, index: int) -> bool:
    """德拉|甘对: the last character of the name has stuck to what comes after it."""
    word = cut.words[index]
    return len(word) == 2 and word[0] in TRANSLITERATION and word[1] in NOT_IN_NAMES and not cut.kinds[index] & KNOWN


_dot = re.compile(f"[{_DOTS}]")
_foreign_name = re.compile("[{0}]{{1,8}}(?:[{1}][{0}]{{1,8}}){{1,3}}".format("".join(sorted(TRANSLITERATION)), _DOTS))


def _foreign_name_around(cut: Cut, dot: int) -> Iterator[str]:
    """卡洛斯·门德斯: back from the dot over the characters of foreign names, not over a place before them."""
    at = cut.starts[dot]
    start = at
    while start > 0 and at - start < 8 and cut.folded[start - 1] in TRANSLITERATION:
        start -= 1
    if start == at or cut.folded[start - 1 : start] in DOTS:
        return
    start = _after_places(cut, dot, start)
    match = _foreign_name.match(cut.folded, start, at + 40)
    if match is None:
        return
    name = _before_word(cut, dot, match[0], start)
    if not any(part in PLACES for part in _dot.split(name)):
        yield name


def _before_word(cut: Cut, dot: int, name: str, start: int) -> str:
    """The name without the word behind it that happens to begin with such a character: 索萨|梅开二度."""
    index = dot + 1
    while index < len(cut.words) and cut.starts[index] < start + len(name):
        inside = cut.kinds[index] & FOREIGN and not cut.kinds[index] & (ACT | LOCATIVE)
        if cut.starts[index] > cut.starts[dot + 1] and cut.words[index] not in DOTS and not inside:
            return cut.folded[start : cut.starts[index]]
        index += 1
    rest = cut.starts[min(index, len(cut.words))] - start - len(name)
    if 0 < rest < 3 and cut.pos(index - 1) in NAME_POS:
        return cut.folded[start : start + len(name) + rest]  # 普京: the word goes on with a character of no table
    return name


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
    return cut.starts[index + 1] if cut.kinds[index] & KNOWN and index + 1 < len(cut.starts) else start
