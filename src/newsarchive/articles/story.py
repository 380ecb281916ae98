"""A story while it is being read: its units in page order, and what two texts have in common."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from newsarchive.articles.labels import Labelled
from newsarchive.articles.record import ArticleKind

FURNITURE = frozenset(
    [
        "folio",
        "masthead",
        "label-of-page",
        "running-head",
        "editors",
        "page-marker",
        "weather",
        "price",
        "refusal",
        "loop",
        "detection",
        "noise",
        "alt",
        "other",
    ]
)
COLUMN_LOST = "column-lost"  # the rule of a text whose rest is not on the page
SAMPLE = 4000  # characters of a story that are compared with what follows it
_words = re.compile(r"[^\W\d_]{4,}").findall


class Story(msgspec.Struct, frozen=True, gc=False):
    """The units of one story: rubric and heading stack first, then what follows in page order, jump lines included.

    `shared_rubric`: the rubric stands over several stories, and its characters are placed with the first.
    """

    kind: ArticleKind
    headings: tuple[Labelled, ...]
    units: tuple[Labelled, ...]
    rubric: tuple[Labelled, ...] = ()
    shared_rubric: bool = False
    rule: str = "heading-stack"
    confidence: float = 0.9
    letters: bool = False


def overlap(part: str, whole: str, wide: bool) -> float:
    """The share of a text's pairs of characters (of its longer words) that another text has too."""
    if wide:
        mine = {pair for at in range(len(part) - 1) if (pair := part[at : at + 2]).isalpha()}
        return sum([pair in whole for pair in mine]) / len(mine) if mine else 0.0
    words, others = _words_of(part), _words_of(whole)
    return len(words & others) / len(words) if words else 0.0


@lru_cache(maxsize=16)  # the same story is compared with a heading and with what stands below it
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_words(text.casefold()))
