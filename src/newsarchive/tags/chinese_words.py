"""Chinese text -> Cut: its words, each with where it stands, what part of speech it is and what our tables know of it."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newsarchive.tags.tables import fold_table, table, words, world_places

if TYPE_CHECKING:
    from collections.abc import Callable

# What a word may be, as bits, because the loop over words is the costly one.
TITLE = 1
IDENTITY = 2
HONORIFIC = 4
ACT = 8
SAYS = 16
ENDS_ORGANISATION = 32
ENDS_WEAKLY = 64
PLACE = 128
PLACE_ENDING = 256
ENDS_LIKE_PLACE = 512
LOCATIVE = 1024
DELIMITER = 2048
NOT_IN_ORGANISATION = 4096
GENERIC = 8192
VERB_IN_ORGANISATION = 16384
SURNAME = 32768
NOT_PLACE = 65536
LIST_NOUN = 131072
NEEDS_ENDING = 262144
FOREIGN = 524288

NAME_POS = frozenset({"nr", "nrfg", "nrt", "nz"})
_MOST_REMEMBERED = 200_000


class Cut(NamedTuple):
    """`printed` and `folded` have the same length; word number i is `folded[starts[i]:starts[i + 1]]`."""

    printed: str
    folded: str
    headings: int  # the characters of the heading lines
    words: list[str]
    pos: list[str]
    starts: list[int]  # one more than words: the last is the length
    kinds: list[int]

    def name(self, first: int, end: int) -> str:
        """The words from first to before end, as printed."""
        return self.printed[self.starts[first] : self.starts[end]]


class _Kinds(dict[str, int]):
    """What the tables say of a word, found once for each word: a pure function remembered, nothing of any article."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        kind = self[word] = _kind(word)
        return kind


_kinds = _Kinds()


def cut_words(printed: str, headings: int, traditional: bool) -> Cut:
    """One call of the segmenter for the whole article."""
    folded = printed.translate(fold_table()) if traditional else printed
    cut, pos = _segment(folded)
    starts = [0, *accumulate(map(len, cut))]
    return Cut(printed, folded, headings, cut, pos, starts, [_kinds[word] for word in cut])


def _segment(text: str) -> tuple[list[str], list[str]]:
    pairs = _tagger()(text)
    return [word for word, _ in pairs], [pos for _, pos in pairs]


@cache
def _tagger() -> Callable[[str], list[tuple[str, str]]]:
    import rjieba

    tagger: Callable[[str], list[tuple[str, str]]] = rjieba.tag
    return tagger


@cache
def _dictionary() -> Callable[[str], bool]:
    import rjieba

    has_word: Callable[[str], bool] = rjieba.has_word
    return has_word


def is_known(word: str) -> bool:
    """Whether the segmenter's dictionary has the word: what it does not have is likely to be a name."""
    return _dictionary()(word)


def _zh(key: str) -> frozenset[str]:
    return words("chinese", key)


@cache
def surnames() -> frozenset[str]:
    return frozenset("".join(_zh("surnames")))


@cache
def long_surnames() -> frozenset[str]:
    return _zh("compound_surnames") | _zh("japanese_surnames")


@cache
def not_in_names() -> frozenset[str]:
    return frozenset(str(table("chinese")["not_in_names"]))


@cache
def transliteration() -> frozenset[str]:
    return frozenset("".join(_zh("transliteration")))


@cache
def delimiters() -> frozenset[str]:
    return frozenset(str(table("chinese")["delimiters"]))


@cache
def places() -> frozenset[str]:
    """Bare names of places, in simplified characters."""
    china = (words("places_zh", key) for key in ("provinces", "regions", "cities", "counties", "world"))
    world = frozenset(name.translate(fold_table()) for name in world_places("zh_Hans") | words("places_zh", "world"))
    named = frozenset().union(*china) | world
    return frozenset(name for name in named - words("places_zh", "not_world") if len(name) > 1)


@cache
def own_places() -> frozenset[str]:
    return words("places_zh", "own")


@cache
def _place_endings() -> tuple[str, ...]:
    return tuple(str(table("chinese")["place_endings"]).split())


def bare_place(word: str) -> str:
    """常州市 -> 常州, where the bare name is known and says as much; else the word itself."""
    for ending in _place_endings():
        bare = word[: -len(ending)]
        if word.endswith(ending) and bare in places() and bare not in words("places_zh", "need_ending"):
            return bare
    return word


def _kind(word: str) -> int:
    if len(word) == 1 and (word in delimiters() or not (word.isalnum())):
        return DELIMITER
    kind = 0
    for bit, key in _simple:
        if word in _zh(key):
            kind |= bit
    return kind | _title(word) | _organisation_ending(word) | _place(word) | _person(word)


_simple = (
    (IDENTITY, "identities"),
    (HONORIFIC, "honorifics"),
    (ACT, "acts"),
    (SAYS | ACT, "says"),
    (ENDS_WEAKLY, "weak_endings"),
    (LOCATIVE, "locatives"),
    (NOT_IN_ORGANISATION, "not_in_organisations"),
    (GENERIC, "generic_in_organisations"),
    (VERB_IN_ORGANISATION, "verbs_in_organisations"),
    (LIST_NOUN, "list_nouns"),
)


def _title(word: str) -> int:
    titles = _zh("titles")
    return TITLE if word in titles or (len(word) > 2 and word[-2:] in titles) else 0


def _organisation_ending(word: str) -> int:
    endings = _zh("strong_endings")
    longer = any(word[-size:] in endings for size in range(2, min(len(word), 7)))
    return ENDS_ORGANISATION if word in endings or longer else 0


def _place(word: str) -> int:
    if word in _place_endings():
        return PLACE_ENDING
    if word in _zh("not_places"):
        return NOT_PLACE
    if word in places():
        return NEEDS_ENDING if word in words("places_zh", "need_ending") else PLACE
    if bare_place(word) != word:
        return PLACE
    return ENDS_LIKE_PLACE if len(word) > 2 and word.endswith(_place_endings()) else 0


def _person(word: str) -> int:
    kind = SURNAME if word[0] in surnames() or word[:2] in long_surnames() else 0
    return kind | (FOREIGN if all(letter in transliteration() for letter in word) else 0)
