"""Japanese and Korean texts -> tags: people before titles, places and organisations by their endings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from newsarchive.tags.tables import words, world_places
from newsarchive.tags.tag import Kind, Mention, Tag, to_tags

_MOST = 8
_MOST_NAMES = 200
_Found = tuple[Kind, str, int]


def find_eastern_tags(texts: Sequence[str], language: str) -> tuple[Tag, ...]:
    text = "\n".join(texts)
    find = _find_japanese if language == "ja" else _find_korean
    counts: Counter[Tag] = Counter()
    first: dict[Tag, int] = {}
    for kind, name, at in find(text):
        tag = Tag(kind, name)
        counts[tag] += 1
        first.setdefault(tag, at)
        if len(counts) >= _MOST_NAMES:
            break
    mentions = (Mention(tag, count, first[tag]) for tag, count in counts.items())
    best = sorted(mentions, key=lambda mention: (-mention.weight, mention.first, mention.tag))[:_MOST]
    return to_tags(best)


def _any(names: frozenset[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@cache
def _japanese() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kanji = "[一-龯々ヶ]"
    surnames, titles, places = (_any(words("ja", key)) for key in ("surnames", "titles", "place_endings"))
    people = re.compile(rf"(?<!{kanji})(?:\S{{2,6}}の)?((?:{surnames})[一-龯々ぁ-んァ-ヶ]{{1,3}}?)(?:・)?(?:{titles})")
    ends = _any(words("ja", "organisation_endings"))
    named = re.compile(
        rf"(?<![一-龯々ァ-ヶー])(?:(?P<organisation>[一-龯々ァ-ヶーA-Za-z]{{2,14}}?(?:{ends}))(?![一-龯々ァ-ヶー])"
        rf"|(?P<place>{kanji}{{1,4}}?(?:{places}))(?=[一-龯々]{{1,4}}?(?:{places})|[^一-龯々]|$))"
    )
    return people, named


def _find_japanese(text: str) -> Iterator[_Found]:
    people, named = _japanese()
    for match in people.finditer(text):
        yield "person", match[1], match.start(1)
    for match in named.finditer(text):
        kind: Kind = "organisation" if match["organisation"] else "place"
        if match[0] not in words("ja", "not_names"):
            yield kind, match[0], match.start()
    yield from _of_the_world(text, "ja", r"[一-龯ァ-ヶー]+")


@cache
def _korean() -> tuple[re.Pattern[str], re.Pattern[str]]:
    surnames, titles = _any(words("ko", "surnames")), _any(words("ko", "titles"))
    people = re.compile(
        rf"(?<![가-힣])((?:{surnames})[가-힣]{{1,2}}) ?(?:[가-힣]{{1,6}} )?(?:{titles})(?![가-힣]{{3}})"
    )
    josa = _any(words("ko", "josa"))
    places, ends = _any(words("ko", "place_endings")), _any(words("ko", "organisation_endings"))
    named = re.compile(
        rf"(?<![가-힣])(?:(?P<organisation>[가-힣]{{2,10}}?(?:{ends}))|(?P<place>[가-힣]{{2,3}}(?:{places})))(?:{josa})?(?![가-힣])"
    )
    return people, named


def _find_korean(text: str) -> Iterator[_Found]:
    people, named = _korean()
    for match in people.finditer(text):
        yield "person", match[1], match.start(1)
    provinces, never = words("ko", "provinces"), words("ko", "not_names")
    for match in named.finditer(text):
        kind: Kind = "organisation" if match["organisation"] else "place"
        name = match[kind]
        if name in never or name[-2:] in never:
            continue
        if name[:-1] in world_places("ko"):
            continue
        if kind == "organisation" or name in provinces or len(name) == 3:
            yield kind, name, match.start()
    yield from _of_the_world(text, "ko", r"[가-힣]+")


def _of_the_world(text: str, language: str, run: str) -> Iterator[_Found]:
    """Countries and great cities, as whole words but for a Korean particle."""
    known = world_places(language) | (words("ko", "provinces") if language == "ko" else frozenset())
    for match in re.finditer(run, text):
        for end in (len(match[0]), len(match[0]) - 1, len(match[0]) - 2) if language == "ko" else (len(match[0]),):
            name = match[0][: max(end, 0)]
            rest = match[0][len(name) :]
            if len(name) > 1 and name in known and (not rest or rest in words("ko", "josa")):
                yield "place", name, match.start()
                break
