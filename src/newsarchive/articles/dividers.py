"""Dividers: printed rules between two stories, and the places of a page that they part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.story import FURNITURE

_RULES = 2  # between stories, from which on a page counts as parted by them
_is_rule = re.compile(r"(?:[-*_–—=] ?){3,}\Z").match


def parted_by_dividers(labelled: Sequence[Labelled], patterns: Patterns) -> frozenset[int]:
    """The places, among the units that are no furniture, of those that stand under a rule between two stories.

    Rules part stories where a page in Latin script has several of them and a heading stands under nearly each.
    """
    if patterns.main.script != "latn":
        return frozenset()
    places: list[int] = []
    at, headed, ruled = 0, 0, False
    for each in labelled:
        if each.label == "page-marker" and _is_rule(each.unit.text):
            ruled = True
        elif each.label not in FURNITURE:
            if ruled and at > 0:
                places.append(at)
                headed += each.label == "heading"
            ruled, at = False, at + 1
    return frozenset(places) if headed >= _RULES and headed * 5 >= len(places) * 4 else frozenset()
