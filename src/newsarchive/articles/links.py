"""Whether a Chinese text goes on with another across a break in mid-sentence: a sum of signs with fitted weights.

The weights are fitted on the labelled corpus, whose paragraphs are cut, by `python -m tests.links`; it prints them with
how often they find the second half of a paragraph among those of a page that the fit has not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from newsarchive.articles.dictionary import tagged, words_of
from newsarchive.articles.seams import is_one_word
from newsarchive.articles.sentences import begins_inside, begins_item, closes_quotation
from newsarchive.articles.signs import weigh

_marks = re.compile(r"[，。；：！？、“”（）《》,;:!?() ]")
_mark = re.compile(r"[，。；：！？、,;:!?]").search  # the first mark of a text
_BESIDE = 6  # characters on each side of a break that may be one word
_NEAR = 14  # characters of a text that hold its first or last word
_CLAUSE, _SHORT = 30, 4  # characters of a long first clause, and of a short one
_NEVER = -4.0  # the score at a break of two halves that nothing on the page can join
_DOUBT = 6.0  # what the words weigh that a short text has too few of
_PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"))
_PAGE = 20_000  # characters of a page that are looked through, so that the work does not grow with it
_STORY, _TEXT = 300, 120  # characters of what stands before a break, and behind it, whose words are compared


class PageWords:
    """What the texts of a page have in common, looked at when a break asks for it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)

    @cached_property
    def whole(self) -> str:
        return "\n".join(self.texts)[:_PAGE]

    def shared(self, story: str, text: str) -> float:
        """The share of a text's pairs of characters that a story has, too."""
        mine = _pairs_of(text[:_TEXT])
        return len(mine & _pairs_of(story[-_STORY:])) / (len(mine) + _DOUBT)


@lru_cache(maxsize=256)
def _pairs_of(text: str) -> frozenset[str]:
    return frozenset([pair for at in range(len(text) - 1) if (pair := text[at : at + 2]).isalpha()])


def fits(story: str, text: str, page: PageWords) -> float:
    """The logarithm of how much likelier a text goes on with a story that breaks off than not."""
    found = fits_at_break(story, text)
    return found + weigh(_signs_of_page(story, text, page), WEIGHTS) if found > _NEVER else found


def fits_at_break(story: str, text: str) -> float:
    """The same by what stands right at the break, whatever the page says."""
    return weigh(_signs_at_break(story, text), WEIGHTS) - begins_sentence(text)


@lru_cache(maxsize=256)
def begins_sentence(text: str) -> float:
    """The logarithm of how much likelier a text begins with a sentence than inside one."""
    return weigh(signs_of_beginning(text), BEGINNINGS)


def signs(story: str, text: str, page: PageWords) -> dict[str, float]:
    """What speaks for a text that begins inside a sentence and goes on where a story broke off (weights above zero), or
    against it."""
    return {**_signs_at_break(story, text), **_signs_of_page(story, text, page)}


def _signs_of_page(story: str, text: str, page: PageWords) -> dict[str, float]:
    """What the texts of the page say of a break."""
    return {
        "shared words": page.shared(story, text),
        "pair on the page": float(story[-1] + text[0] in page.whole),
        "three on the page": float(story[-2:] + text[0] in page.whole or story[-1] + text[:2] in page.whole),
        "four on the page": float(story[-2:] + text[:2] in page.whole),
    }


def _signs_at_break(story: str, text: str) -> dict[str, float]:
    """What the words on both sides say of a break."""
    last, kind = _last_word(story[-_NEAR:])
    first, then = _first_word(text[:_NEAR])
    crossing, comma, mark = _word_across(story, text), not last, _mark(text)
    found = {
        "": 1.0,
        "one word": float(crossing > 0 and is_one_word(story, text)),
        "word across": float(crossing > 0),
        "long word across": float(crossing > 2),
        "single character before": float(not crossing and len(last) == 1),
        "single character behind": float(not crossing and len(first) == 1),
        "single characters": float(not crossing and len(last) == len(first) == 1),
        "comma": float(comma),
        "list": float(story[-1] == "、"),
        "list goes on": float(story[-1] == "、" and mark is not None and mark[0] in "、等"),
        "comma and verb": float(comma and then[0] == "v"),
    }
    return {**found, **_signs_of_kinds(story[-1], kind, then), **_signs_of_brackets(story[-_STORY:], text)}


def signs_of_beginning(text: str) -> dict[str, float]:
    """What speaks for a text that begins with a sentence (weights above zero), or goes on with one."""
    first, kind = _first_word(text[:_NEAR])
    mark = _mark(text)
    return {
        "": 1.0,
        "item": float(begins_item(text) is not None),
        "quotation": float(text[0] in "“‘"),
        "first clause": (mark.start() if mark is not None and mark.start() < _CLAUSE else _CLAUSE) / 10,
        "short clause": float(mark is not None and mark.start() < _SHORT),
        "ends soon": float(mark is not None and mark[0] in "。；！？!?;"),
        "list": float(mark is not None and mark[0] == "、"),
        "colon": float(mark is not None and mark[0] in ":："),
        "bracket closed": float(any(closes_quotation(opener, text) for opener, _ in _PAIRS)),
        "begins inside": float(begins_inside(text)),
        "single character": float(len(first) == 1),
        "long word": float(len(first) > 2),
        "digit": float(text[0].isdigit()),
        "particle": float(kind[0] == "u"),
        "measure": float(kind[0] == "q"),
        "suffix": float(kind[0] in "kgf"),
        "conjunction": float(kind[0] == "c"),
        "adverb": float(kind[0] == "d"),
        "verb": float(kind[0] == "v"),
        "adjective": float(kind[0] in "ab"),
        "time": float(kind[0] == "t"),
        "preposition": float(kind[0] == "p"),
        "pronoun": float(kind[0] == "r"),
        "name": float(kind[:2] in ("nr", "ns", "nt")),
        "noun": float(kind in ("n", "nz", "ng")),
    }


@lru_cache(maxsize=256)
def _first_word(text: str) -> tuple[str, str]:
    """The first word of a text, and the dictionary's mark for it."""
    return tagged(_marks.split(text)[0] or text[0])[0]


@lru_cache(maxsize=256)
def _last_word(text: str) -> tuple[str, str]:
    """The last word of a text, and the dictionary's mark for it; nothing behind a comma."""
    return ("", "x") if text[-1] in "，,、" else tagged(_marks.split(text)[-1] or text[-1])[-1]


def _signs_of_kinds(last: str, kind: str, then: str) -> dict[str, float]:
    """What the dictionary says of the word before the break and of that behind it."""
    digit = last.isdigit()
    return {
        "digits": float(digit and then[0] == "m"),
        "digit and word": float(digit and then[0] != "m"),
        "digit and measure": float(digit and then[0] == "q"),
        "number and measure": float(kind[0] == "m" and then[0] in "qm"),
        "word and measure": float(kind[0] != "m" and not digit and then[0] == "q"),
        "adverb and verb": float(kind[0] == "d" and then[0] in "vadp"),
        "adverb and other": float(kind[0] == "d" and then[0] not in "vadp"),
        "preposition and noun": float(kind[0] == "p" and then[0] in "nrmtsf"),
        "preposition and verb": float(kind[0] == "p" and then[0] == "v"),
        "verb and particle": float(kind[0] == "v" and then[0] == "u"),
        "noun and particle": float(kind[0] == "n" and then[0] == "u"),
        "verbs": float(kind[0] == then[0] == "v"),
        "verb and noun": float(kind[0] == "v" and then[0] in "nm"),
    }


def _signs_of_brackets(story: str, text: str) -> dict[str, float]:
    """Quotation marks and brackets that one side opens and the other closes, or does not."""
    closed = wrong = 0
    for opener, closer in _PAIRS:
        open_before = story.rfind(opener) > story.rfind(closer)
        at = text.find(closer)
        closes = at >= 0 and opener not in text[:at]
        closed += open_before and closes
        wrong += open_before != closes
    return {"bracket closed": float(closed), "bracket not closed": float(wrong)}


def _word_across(before: str, text: str) -> int:
    """The characters of the word of the dictionary that stands across a break; 0 where none does."""
    left, at = before[-_BESIDE:], 0
    if not (left[-1].isalpha() and text[0].isalpha()):
        return 0
    for word in words_of(left + text[:_BESIDE]):
        if at < len(left) < at + len(word):
            return len(word)
        at += len(word)
    return 0


WEIGHTS: Mapping[str, float] = {
    "": -2.43,
    "one word": 1.24,
    "word across": 0.97,
    "long word across": 1.75,
    "single character before": -0.69,
    "single character behind": -0.61,
    "single characters": 0.11,
    "comma": -0.27,
    "list": 0.20,
    "list goes on": 1.61,
    "comma and verb": 0.04,
    "digits": 2.20,
    "digit and word": -1.01,
    "digit and measure": 2.97,
    "number and measure": -0.69,
    "word and measure": -0.77,
    "adverb and verb": 0.91,
    "adverb and other": -0.53,
    "preposition and noun": 0.80,
    "preposition and verb": -0.29,
    "verb and particle": 1.16,
    "noun and particle": 0.40,
    "verbs": 0.10,
    "verb and noun": -0.13,
    "bracket closed": 2.95,
    "bracket not closed": -6.11,
    "shared words": 14.39,
    "pair on the page": 1.31,
    "three on the page": 0.89,
    "four on the page": 1.69,
}

BEGINNINGS: Mapping[str, float] = {
    "": 0.16,
    "item": 6.57,
    "quotation": 6.43,
    "first clause": 0.75,
    "short clause": -0.49,
    "ends soon": -1.70,
    "list": -0.72,
    "colon": 1.70,
    "bracket closed": -5.45,
    "begins inside": -1.77,
    "single character": -0.82,
    "long word": 0.19,
    "digit": 0.50,
    "particle": -1.59,
    "measure": -1.94,
    "suffix": -0.59,
    "conjunction": 0.36,
    "adverb": -0.05,
    "verb": -0.14,
    "adjective": -0.12,
    "time": 2.08,
    "preposition": 1.45,
    "pronoun": 1.51,
    "name": 1.34,
    "noun": 0.21,
}
