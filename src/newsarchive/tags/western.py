"""Texts in languages with capitals -> tags: runs of capitalised words, read by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsarchive.tags.tables import table, world_places
from newsarchive.tags.tag import Mention, Tag, to_tags

_MOST = 8
_MOST_NAMES = 60
_HEADING_BONUS = 3
_LONGEST_HEADING = 120
_MOST_HEADINGS = 5
_letters = r"[^\W\d_]"
# A capitalised word (also O’Neill, Saint-Malo, J., l’Université), or one of capitals.
_word = re.compile(rf"(?:{_letters}|['’.&-](?={_letters}))+\.?")
_sentence_end = frozenset('.!?:;\n”"«»“„—–')


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    capital: bool
    first: bool  # of a sentence
    joined: bool  # to the word before by nothing but a space


class _Words(NamedTuple):
    titles: frozenset[str]
    organisations: frozenset[str]
    first: frozenset[str]
    inner: frozenset[str]
    before_place: frozenset[str]
    says: frozenset[str]
    sentence_words: frozenset[str]
    places: frozenset[str]
    longest_name: int


@cache
def _words_of(language: str) -> _Words | None:
    lists = table("western").get(language)
    if not isinstance(lists, dict):
        return None
    fields = [frozenset(word.strip() for word in str(lists[key]).split(",")) for key in _Words._fields[:-2]]
    places = frozenset(name for name in world_places(language) if len(name) > 3)
    return _Words._make([*fields, places, int(lists.get("longest_name", "4"))])


def find_western_tags(texts: Sequence[str], language: str) -> tuple[Tag, ...]:
    known = _words_of(language)
    if known is None:
        return ()
    text = "\n".join(texts)
    headings = _length_of_headings(texts)
    counts: dict[Tag, list[int]] = {}
    for tag, at in _found(text, headings, known):
        seen = counts.setdefault(tag, [0, at])
        seen[0] += 1 + (_HEADING_BONUS if at < headings else 0)
        if len(counts) >= _MOST_NAMES:
            break
    mentions = [Mention(tag, weight, first) for tag, (weight, first) in _whole(counts).items()]
    best = sorted(mentions, key=lambda mention: (-mention.weight, mention.first, mention.tag))[:_MOST]
    return to_tags(best)


def _whole(counts: dict[Tag, list[int]]) -> dict[Tag, list[int]]:
    """Without the names that are only a part of a longer one found in the same article."""
    names = [tag.name for tag in counts]
    return {tag: seen for tag, seen in counts.items() if not any(f" {tag.name}" in f" {name}"[1:] for name in names)}


def _length_of_headings(texts: Sequence[str]) -> int:
    size = 0
    for text in texts[:_MOST_HEADINGS]:
        if len(text) > _LONGEST_HEADING or text.rstrip().endswith((".", ",", ";")):
            break
        size += len(text) + 1
    return size


def _found(text: str, headings: int, known: _Words) -> Iterator[tuple[Tag, int]]:
    words = _split(text)
    here = 0
    while here < len(words):
        if not words[here].capital:
            here += 1
            continue
        end = _end_of_run(words, here, known)
        if words[here].start >= headings:  # headings are capitalised at will: they add weight, they name nothing alone
            yield from _read_run(text, words, here, end, known)
        elif (name := text[words[here].start : words[end - 1].end]) in known.places:
            yield Tag("place", name), words[here].start
        here = end


def _split(text: str) -> list[_Word]:
    words: list[_Word] = []
    last = 0
    for match in _word.finditer(text):
        gap = text[last : match.start()] if words else "\n"
        word = match[0]
        if word.endswith(".") and len(word) > 4 and word.count(".") == 1:
            word = word[:-1]
        first = any(sign in _sentence_end for sign in gap[-40:])
        words.append(_Word(word, match.start(), match.start() + len(word), word[0].isupper(), first, gap == " "))
        last = match.start() + len(word)
    return words


def _end_of_run(words: list[_Word], here: int, known: _Words) -> int:
    """The word after a run of capitalised words, small inner words included where a capital follows them."""
    end = here + 1
    while end < len(words) and words[end].joined and end - here < 9:
        if words[end].capital:
            end += 1
            continue
        inner = end
        while inner < len(words) and words[inner].joined and words[inner].text in known.inner and inner - end < 3:
            inner += 1
        if inner == end or inner >= len(words) or not (words[inner].capital and words[inner].joined):
            break
        end = inner + 1
    return end


def _read_run(text: str, words: list[_Word], here: int, end: int, known: _Words) -> Iterator[tuple[Tag, int]]:
    while here < end and (words[here].text in known.sentence_words or words[here].text in known.inner):
        here += 1
    title = here
    while here < end and (size := _title_size(words, here, known)):
        here += size
    titled = here > title or _is_titled(words, here, known)
    if here >= end:
        return
    name = text[words[here].start : words[end - 1].end]
    if "\n" in name:
        return
    kind = _kind_of(words, here, end, known, titled)
    if kind == "person":
        end = here + _length_of_name(words, here, end, known)
        name = text[words[here].start : words[end - 1].end]
        if end - here < 2 or name in known.places:
            return
        yield Tag("person", name), words[here].start
    elif kind == "organisation":
        yield Tag("organisation", name), words[here].start
    elif kind == "place":
        yield Tag("place", name), words[here].start


def _title_size(words: list[_Word], here: int, known: _Words) -> int:
    """Mayor is one word, Prime Minister two, any other none."""
    if " ".join(word.text for word in words[here : here + 2]) in known.titles:
        return min(2, len(words) - here)
    return 1 if words[here].text in known.titles else 0


def _is_titled(words: list[_Word], here: int, known: _Words) -> bool:
    """A title in small letters just before: le maire Paul Roux, spokeswoman Ann Hill."""
    return here > 0 and here < len(words) and words[here].joined and words[here - 1].text in known.titles


def _kind_of(words: list[_Word], here: int, end: int, known: _Words, titled: bool) -> str | None:
    size = end - here
    name = " ".join(word.text for word in words[here:end])
    if size > 1 and (words[end - 1].text in known.organisations or words[here].text in known.first):
        return "organisation"
    if titled:
        return "person"
    if name in known.places:
        return "place"
    if _is_dateline(words, here, end):
        return None
    capitals = [word for word in words[here:end] if word.capital]
    if 2 <= len(capitals) <= 4 and _says(words, here, end, known) and not words[here].text.isupper():
        return "person"
    before = words[here - 1].text if here else ""
    if size <= 2 and len(capitals) == size and before in known.before_place and words[here].joined and len(name) > 3:
        after = words[end].text if end < len(words) and words[end].joined else ""
        return (
            "place"
            if name not in known.sentence_words and not words[here].text.isupper() and after not in {"of"}
            else None
        )
    return None


def _is_dateline(words: list[_Word], here: int, end: int) -> bool:
    return all(word.text.isupper() for word in words[here:end])


def _says(words: list[_Word], here: int, end: int, known: _Words) -> bool:
    """said Ann Hill; Ann Hill said; ha detto Anna Colli."""
    after = " ".join(word.text for word in words[end : end + 2])
    before = " ".join(word.text for word in words[max(here - 2, 0) : here])
    return any(
        after == verb
        or after.startswith(f"{verb} ")
        or before == verb
        or (before.endswith(f" {verb}") and words[here].joined)
        for verb in known.says
    )


def _length_of_name(words: list[_Word], here: int, end: int, known: _Words) -> int:
    """As many words as a name has in the language, and none that an organisation would end in."""
    size = 0
    for word in words[here:end][:6]:
        if word.text in known.organisations or word.text in {"and", "und", "et", "y", "e", "en", "of", "for", "für"}:
            break
        if sum(before.capital for before in words[here : here + size]) == known.longest_name:
            break
        size += 1
    while size and not words[here + size - 1].capital:
        size -= 1
    return size
