"""Cut -> topics: a vocabulary of newspaper topics, each under its usual name, where the article has it often enough."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache

from newsarchive.tags.chinese_words import Cut
from newsarchive.tags.tables import table, trie_pattern

IN_A_HEADING = 4
_ENOUGH = {"plain": 2, "broad": 4}
_LONG = 2500  # characters: a longer article must say it once more for each


def find_topics(cut: Cut, taken: bytearray) -> dict[str, int]:
    """Topics (simplified) -> weight. What stands inside the name of an organisation does not count."""
    weights: Counter[str] = Counter()
    for match in _pattern().finditer(cut.folded):
        word = bisect_left(cut.starts, match.start())
        if cut.starts[word] == match.start() and not taken[word]:
            weights[_topics()[match[0]]] += IN_A_HEADING if match.start() < cut.headings else 1
    extra = len(cut.folded) // _LONG
    return {topic: weight for topic, weight in weights.items() if weight >= _least(topic) + extra}


def _least(topic: str) -> int:
    return _ENOUGH["broad" if topic in table("topics_zh")["broad"] else "plain"]


@cache
def _topics() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in ("plain", "broad"):
        topics = table("topics_zh")[group]
        if isinstance(topics, dict):
            for topic, others in topics.items():
                found[topic] = topic
                for other in others.split():
                    found.setdefault(other, topic)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(trie_pattern(_topics()))
