"""Chinese texts -> tags: cut the words once, then organisations, people, places and topics in this order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newsarchive.tags.chinese_organisations import Span, find_organisations
from newsarchive.tags.chinese_people import find_people
from newsarchive.tags.chinese_places import find_places
from newsarchive.tags.chinese_topics import find_topics
from newsarchive.tags.chinese_words import OWN_PLACES, Cut, bound_memory, cut_words
from newsarchive.tags.tables import fold_table, unfold_table
from newsarchive.tags.tag import Kind, Mention, Tag, to_tags

_MOST_HEADINGS = 5
_LONGEST_HEADING = 60
_HEADING_BONUS = 3
_OWN_NEEDS = 3
_widths = (("(", "（"), (")", "）"), (",", "，"), (";", "；"), ("•", "·"), ("‧", "·"), ("・", "·"))
_surrogate = re.compile("[\ud800-\udfff]")


def find_chinese_tags(texts: Sequence[str], traditional: bool) -> tuple[Tag, ...]:
    bound_memory()
    printed = _surrogate.sub("\ufffd", "\n".join(texts))
    for half, full in _widths:
        printed = printed.replace(half, full)
    cut = cut_words(printed, _length_of_headings(texts), traditional)
    organisations = find_organisations(cut)
    people = find_people(cut)
    taken = _taken(cut, organisations)
    mentions = [
        *_organisation_mentions(cut, organisations),
        *_mentions(cut, "person", people),
        *_place_mentions(cut, taken, people),
        *_topic_mentions(cut, taken, traditional),
    ]
    return to_tags(mentions)


def _length_of_headings(texts: Sequence[str]) -> int:
    """How many characters of the joined text are headings: the short first texts that end like no sentence."""
    size = 0
    for text in texts[:_MOST_HEADINGS]:
        if len(text) > _LONGEST_HEADING or text.rstrip().endswith(("。", ".", "；", "，", ",")) or "。" in text:
            break
        size += len(text) + 1
    return size


def _taken(cut: Cut, organisations: list[Span]) -> bytearray:
    taken = bytearray(len(cut.words) + 1)
    for first, end in organisations:
        taken[first:end] = b"\1" * (end - first)
    return taken


def _weight(cut: Cut, name: str, count: int) -> tuple[int, int]:
    """The mentions, those in headings counted more, and where the name stands first."""
    first = cut.printed.find(name)
    return count + (_HEADING_BONUS if first < cut.headings else 0), first


def _organisation_mentions(cut: Cut, spans: list[Span]) -> Iterator[Mention]:
    counts: dict[str, int] = {}
    for first, end in spans:
        name = cut.name(first, end)
        counts[name] = counts.get(name, 0) + 1
    for name, count in counts.items():
        weight, position = _weight(cut, name, count)
        yield Mention(Tag("organisation", name), weight, position)


def _mentions(cut: Cut, kind: Kind, counts: Mapping[str, int]) -> Iterator[Mention]:
    """Names found in the folded text, given as they are printed where they stand first."""
    for folded, count in counts.items():
        at = cut.folded.find(folded)
        weight, position = _weight(cut, name := cut.printed[at : at + len(folded)], count)
        yield Mention(Tag(kind, name), weight, position)


def _place_mentions(cut: Cut, taken: bytearray, people: Mapping[str, int]) -> Iterator[Mention]:
    for name, found in find_places(cut, taken).items():
        folded = name.translate(fold_table())
        count = found - sum(times for person, times in people.items() if folded in person)
        if count <= 0:
            continue
        weight, position = _weight(cut, name, count)
        if folded in people or (folded in OWN_PLACES and weight < _OWN_NEEDS):
            continue
        yield Mention(Tag("place", name), weight, position)


def _topic_mentions(cut: Cut, taken: bytearray, traditional: bool) -> Iterator[Mention]:
    for topic, weight in find_topics(cut, taken).items():
        at = cut.folded.find(topic)
        printed = (
            cut.printed[at : at + len(topic)] if at >= 0 else topic.translate(unfold_table()) if traditional else topic
        )
        yield Mention(Tag("topic", printed), weight, max(at, 0))
