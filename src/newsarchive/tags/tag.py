"""The noun of this room, and the order in which an article's tags stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

Kind = Literal["person", "place", "organisation", "topic", "tag"]

MOST_TAGS = 30
MOST_OF_A_KIND: Mapping[str, int] = {"person": 20, "place": 8, "organisation": 12, "topic": 6, "tag": 6}


class Tag(msgspec.Struct, frozen=True, order=True):
    """A name that an article is found by."""

    kind: Kind
    name: str


class Mention(msgspec.Struct, frozen=True):
    """A name with its weight in the article and the place where it stands first."""

    tag: Tag
    weight: int
    first: int


def to_tags(mentions: Iterable[Mention]) -> tuple[Tag, ...]:
    """The weightiest mentions as tags: by kind as in MOST_OF_A_KIND, then by weight, then by place in the text."""
    chosen: list[Mention] = []
    left = dict(MOST_OF_A_KIND)
    for mention in sorted(mentions, key=lambda mention: (-mention.weight, mention.first, mention.tag)):
        if left[mention.tag.kind] and len(chosen) < MOST_TAGS:
            left[mention.tag.kind] -= 1
            chosen.append(mention)
    return tuple(mention.tag for kind in MOST_OF_A_KIND for mention in chosen if mention.tag.kind == kind)
