"""A line in Latin script -> whether it begins with a person, as the given names of the page's languages tell."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.articles.names.roles import roles_of
from newsarchive.articles.patterns import Patterns, folded

_beside = re.compile(r"[^.!?:;“„«»]{3,44}\.?\Z").match  # Oberrading 41; Town Clerk.
_WORDS = 8  # of a line among which a name ends
_word = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*['’]?[.,;:]?\Z").match
_initial = re.compile(r"(?:[A-ZÀ-Þ]\.-?){1,3}\Z").match


def person_ends(text: str, patterns: Patterns) -> int:
    """Behind which word of a line the person ends whom it begins with, a given name or initials before a surname:
    2 in `Ada Thorne, Marlbeck`; 0 where it begins with none."""
    return _person_ends(" ".join(text.split(" ", _WORDS)[:_WORDS]), patterns)


def person_and_beside(text: str, patterns: Patterns) -> tuple[str, str]:
    """The person whom a line names, and the place or office behind a comma: (`Ada Thorne,`, `Marlbeck 4`); two empty
    texts where a line says anything else."""
    end, words = person_ends(text, patterns), text.split(" ")
    name, beside = " ".join(words[:end]), " ".join(words[end:])
    if not end or (name[-1] == "," and not beside) or (beside and (name[-1] not in ",." or not _beside(beside))):
        return "", ""
    return (name, beside) if beside or has_given_name(text, patterns) else ("", "")


@lru_cache(maxsize=1024)
def has_given_name(text: str, patterns: Patterns) -> bool:
    """Whether the first word of a line that is no title is a given name, or the first half of one: Jean-Luc."""
    words = _untitled(text.split(" ", _WORDS)[:_WORDS], patterns)
    return bool(words) and _is_given(words[0], patterns)


@lru_cache(maxsize=1024)
def _person_ends(text: str, patterns: Patterns) -> int:
    words = text.split(" ")
    named = _untitled(words, patterns)
    if not named or not (_initial(named[0]) or _is_given(named[0], patterns)):
        return 0
    particles = roles_of(patterns).particles
    at, surnames = 1, 0
    for word in named[1:]:
        small = word.casefold() in particles
        if not (small or _initial(word) or (word[:1].isupper() and _word(word))):
            break
        at, surnames = at + 1, surnames + (not small and not _initial(word))
        if not word[-1].isalpha() and not _initial(word):
            break
    return len(words) - len(named) + at if surnames else 0


def _untitled(words: list[str], patterns: Patterns) -> list[str]:
    at = 0
    while at < len(words) and words[at].strip("().").casefold() in roles_of(patterns).titles:
        at += 1
    return words[at:]


def _is_given(word: str, patterns: Patterns) -> bool:
    return word[:1].isupper() and folded(word.partition("-")[0].rstrip(".")) in patterns.given_names
