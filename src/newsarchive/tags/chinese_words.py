"""Chinese text -> Cut: its words, each with its place, its part of speech and what our tables know of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from sys import intern
from typing import NamedTuple

import rjieba

from newsarchive.tags.tables import by_beginning, fold_table, longest_at, table, words, world_places

# What a word may be, as bits: one look into a dictionary says all that the tables know of it.
ACT = 1 << 0
SAYS = 1 << 1
ENDS_WEAKLY = 1 << 2
NOT_IN_ORGANISATION = 1 << 3
GENERIC = 1 << 4
VERB_IN_ORGANISATION = 1 << 5
SURNAME = 1 << 6
NOT_PLACE = 1 << 7
FOREIGN = 1 << 8
SEX = 1 << 9
KNOWN = 1 << 10  # to the segmenter's dictionary: what that does not have is likely to be a name
# From here on: the words that may begin, end or lead to a name or topic. All others are passed over at once.
_FIRST_MARK = 11
_LEAST_MARKED = 1 << _FIRST_MARK
TITLE = 1 << 11
IDENTITY = 1 << 12
HONORIFIC = 1 << 13
ENDS_ORGANISATION = 1 << 14
LIST_NOUN = 1 << 15
PLACE = 1 << 16
PLACE_ENDING = 1 << 17
ENDS_LIKE_PLACE = 1 << 18
NEEDS_ENDING = 1 << 19
LOCATIVE = 1 << 20
BEGINS_TOPIC = 1 << 21
BEGINS_KNOWN = 1 << 22
GLUED = 1 << 23
DELIMITER = 1 << 24
DOT = 1 << 25  # of a foreign name; a delimiter too

# The marked words in the groups in which they are read.
LEADS_TO_PERSON = TITLE | IDENTITY | HONORIFIC
NAMES_PLACE = PLACE | PLACE_ENDING | ENDS_LIKE_PLACE | NEEDS_ENDING
_GROUPS = (LEADS_TO_PERSON, NAMES_PLACE, ENDS_ORGANISATION, LIST_NOUN, LOCATIVE, BEGINS_TOPIC, BEGINS_KNOWN, GLUED, DOT)

DOTS = frozenset("·•‧・")
NAME_POS = frozenset({"nr", "nrfg", "nrt", "nz"})
_MOST_REMEMBERED = 200_000


class Cut(NamedTuple):
    """`printed` and `folded` have the same length; word number i is `folded[starts[i]:starts[i + 1]]`."""

    printed: str
    folded: str
    headings: int  # the characters of the heading lines
    words: list[str]
    starts: list[int]  # one more than words: the last is the length
    kinds: list[int]
    marked: dict[int, list[int]]  # the numbers of the words of each group, and of the DELIMITERs but for dots
    parted: dict[int, str]  # the parts of speech of the words that we have parted

    def name(self, first: int, end: int) -> str:
        """The words from first to before end, as printed."""
        return self.printed[self.starts[first] : self.starts[end]]

    def pos(self, index: int) -> str:
        """The part of speech of a word. Few are asked for, so they are not looked up for all words."""
        return self.parted.get(index) or _part_of_speech(self.words[index], self.folded)


def bound_memory() -> None:
    """To be called between articles: what is remembered of words never grows beyond a bound."""
    for memory in (_kinds, _pos):
        if len(memory) > _MOST_REMEMBERED:
            memory.clear()


def cut_words(printed: str, headings: int, traditional: bool) -> Cut:
    """One call of the segmenter for the whole article."""
    folded = printed.translate(fold_table()) if traditional else printed
    cut: list[str] = rjieba.cut(folded)
    kinds = list(map(_kinds.__getitem__, cut))
    marked = _marked(kinds)
    parted: dict[int, str] = {}
    if marked[GLUED]:
        cut, parted = _parted(cut, folded, marked[GLUED])
        kinds = list(map(_kinds.__getitem__, cut))
        marked = _marked(kinds)
    return Cut(printed, folded, headings, cut, list(accumulate(map(len, cut), initial=0)), kinds, marked, parted)


def _marked(kinds: list[int]) -> dict[int, list[int]]:
    marked: dict[int, list[int]] = {group: [] for group in _GROUPS}
    stops = marked[DELIMITER] = []
    for index, kind in enumerate(kinds):
        if kind < _LEAST_MARKED:
            continue
        if DELIMITER <= kind < DOT:
            stops.append(index)
        else:
            for group in _groups[kind >> _FIRST_MARK]:
                marked[group].append(index)
    return marked


class _Groups(dict[int, tuple[int, ...]]):
    """The marks of a word -> the groups that it belongs to."""

    def __missing__(self, marks: int) -> tuple[int, ...]:
        self[marks] = groups = tuple(group for group in _GROUPS if group >> _FIRST_MARK & marks)
        return groups


_groups = _Groups()


def _parted(cut: list[str], folded: str, glued: list[int]) -> tuple[list[str], dict[int, str]]:
    """银行行长 -> 银行 行长, 德国总理 -> 德国 总理: the dictionary has whole what we need in two."""
    words: list[str] = []
    pos: dict[int, str] = {}
    done = 0
    for index in glued:
        word = cut[index]
        size = _title_size(word)
        words += [*cut[done:index], word[:-size], word[-size:]]
        pos[len(words) - 2] = "ns" if _kinds[word[:-size]] & PLACE else _part_of_speech(word, folded)
        pos[len(words) - 1] = "n"
        done = index + 1
    return words + cut[done:], pos


def _title_size(word: str) -> int:
    """How long the title is that a word ends in, when what stands before it is a place or ends an organisation."""
    for size in (3, 2):
        before = word[:-size]
        if word[-size:] in _TITLES and len(before) > 1 and (before in STRONG_ENDINGS or before in PLACES):
            return size
    return 0


def _part_of_speech(word: str, folded: str) -> str:
    """What `rjieba.tag` says of a word of this text; it depends on the word alone, so it is remembered."""
    try:
        return _pos[word]
    except KeyError:
        _pos.update(rjieba.tag(folded))
        return _pos[word]


class _PartsOfSpeech(dict[str, str]):
    """Each word -> its part of speech, found once; a KeyError where the word alone would be cut in two."""

    def __missing__(self, word: str) -> str:
        tagged: list[tuple[str, str]] = rjieba.tag(word)
        if len(tagged) != 1:
            raise KeyError(word)
        pos = self[word] = intern(tagged[0][1])
        return pos


_pos = _PartsOfSpeech()


class _Kinds(dict[str, int]):
    """What the tables say of a word, found once for each word: a pure function remembered, nothing of any article."""

    def __missing__(self, word: str) -> int:
        kind = self[word] = _kind(word) | (KNOWN if rjieba.has_word(word) else 0)
        return kind


_kinds = _Kinds()


def _zh(key: str) -> frozenset[str]:
    return words("chinese", key)


def _letters(key: str) -> frozenset[str]:
    return frozenset(str(table("chinese")[key]))


def _places() -> frozenset[str]:
    """Bare names of places, in simplified characters."""
    china = (words("places_zh", key) for key in ("provinces", "regions", "cities", "counties"))
    world = frozenset(name.translate(fold_table()) for name in world_places("zh") | words("places_zh", "world"))
    named = frozenset().union(*china) | words("places_zh", "world") | world
    return frozenset(name for name in named - words("places_zh", "not_world") if len(name) > 1)


def _topics() -> dict[str, str]:
    """Each word of the topic vocabulary -> the tag."""
    found: dict[str, str] = {}
    for group in ("plain", "broad"):
        listed = table("topics_zh")[group]
        if isinstance(listed, dict):
            for topic, others in listed.items():
                found[topic] = topic
                for other in others.split():
                    found.setdefault(other, topic)
    return found


def _bits() -> dict[str, int]:
    """Each word of the plain lists -> its bits."""
    found: dict[str, int] = {}
    for bit, key in (
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
    ):
        for word in _zh(key):
            found[word] = found.get(word, 0) | bit
    return found


def _first_words(names: Iterable[str]) -> frozenset[str]:
    """The first word of each name as the segmenter cuts it."""
    cut: list[str] = rjieba.cut("\n".join(names))
    return frozenset(word for before, word in zip(["\n", *cut], cut, strict=False) if before == "\n")


SURNAMES = frozenset("".join(_zh("surnames")))
LONG_SURNAMES = _zh("compound_surnames") | _zh("japanese_surnames")
NOT_IN_NAMES = _letters("not_in_names")
TRANSLITERATION = frozenset("".join(_zh("transliteration")))
STRONG_ENDINGS = _zh("strong_endings")
NOT_PLACES = _zh("not_places")
PLACES = _places()
OWN_PLACES = words("places_zh", "own")
TOPICS = _topics()
TOPICS_BY_BEGINNING = by_beginning(TOPICS)
KNOWN_ORGANISATIONS = by_beginning(_zh("known_organisations"))
_TITLES = _zh("titles")
_DELIMITERS = _letters("delimiters")
_NOT_OFFICES = _zh("not_offices")
_NEED_ENDING = words("places_zh", "need_ending")
_PLACE_ENDINGS = tuple(str(table("chinese")["place_endings"]).split())
_LAST_OF_PLACES = frozenset(ending[-1] for ending in _PLACE_ENDINGS)
_LISTED = _bits()
_BEGINNINGS_OF_KNOWN = frozenset(name[:size] for name in _zh("known_organisations") for size in range(1, len(name) + 1))
_BEGINNINGS_OF_TOPICS = _first_words(TOPICS)


@lru_cache(maxsize=50_000)
def bare_place(word: str) -> str:
    """常州市 -> 常州, where the bare name is known and says as much; else the word itself."""
    if word[-1:] in _LAST_OF_PLACES:
        for ending in _PLACE_ENDINGS:
            bare = word[: -len(ending)]
            if word.endswith(ending) and bare in PLACES and bare not in _NEED_ENDING:
                return bare
    return word


def _kind(word: str) -> int:
    if len(word) == 1 and (word in _DELIMITERS or not word.isalnum()):
        return DELIMITER | DOT if word in DOTS else DELIMITER
    if len(word) > 3 and _title_size(word):
        return GLUED
    kind = _LISTED.get(word, 0) | _title(word) | _organisation_ending(word) | _place(word) | _person(word)
    if word in _BEGINNINGS_OF_TOPICS or longest_at(TOPICS_BY_BEGINNING, word, 0):
        kind |= BEGINS_TOPIC
    return kind | (BEGINS_KNOWN if word in _BEGINNINGS_OF_KNOWN else 0)


def _title(word: str) -> int:
    return TITLE if word in _TITLES or (len(word) > 2 and word[-2:] in _TITLES) else 0


def _organisation_ending(word: str) -> int:
    if len(word) > 2 and word[-1] in "局厅" and word not in _NOT_OFFICES:
        return ENDS_ORGANISATION
    if word in STRONG_ENDINGS or any(word[-size:] in STRONG_ENDINGS for size in range(2, min(len(word), 7))):
        return ENDS_ORGANISATION
    return 0


def _place(word: str) -> int:
    if word in _PLACE_ENDINGS:
        return PLACE_ENDING
    if word in NOT_PLACES or (word[0] in "各全该本我某两多每数" and word not in PLACES):
        return NOT_PLACE
    if word in PLACES:
        return NEEDS_ENDING if word in _NEED_ENDING else PLACE
    if word[-1] not in _LAST_OF_PLACES:
        return 0
    if bare_place(word) != word:
        return PLACE
    return ENDS_LIKE_PLACE if len(word) > 2 and word.endswith(_PLACE_ENDINGS) else 0


def _person(word: str) -> int:
    kind = SURNAME if word[0] in SURNAMES or word[:2] in LONG_SURNAMES else 0
    kind |= SEX if word[0] in "男女" else 0
    return kind | (FOREIGN if TRANSLITERATION.issuperset(word) else 0)
