"""Cut -> topics: a vocabulary of newspaper topics, each under its usual name, where the article has it often enough."""

from __future__ import annotations

from collections import Counter

from newsarchive.tags.chinese_words import BEGINS_TOPIC, TOPICS, TOPICS_BY_BEGINNING, Cut
from newsarchive.tags.tables import longest_at, table

IN_A_HEADING = 4
_ENOUGH = {"plain": 2, "broad": 4}
_LONG = 2500  # characters: a longer article must say it once more for each
_BROAD = frozenset(table("topics_zh")["broad"])


def find_topics(cut: Cut, taken: bytearray) -> dict[str, int]:
    """Topics (simplified) -> weight. What stands inside the name of an organisation does not count."""
    weights: Counter[str] = Counter()
    folded, starts, done = cut.folded, cut.starts, 0
    for word in cut.marked[BEGINS_TOPIC]:
        start = starts[word]
        if folded[start : start + 2] not in TOPICS_BY_BEGINNING or start < done or taken[word]:
            continue
        if found := longest_at(TOPICS_BY_BEGINNING, folded, start):
            weights[TOPICS[found]] += IN_A_HEADING if start < cut.headings else 1
            done = start + len(found)
    extra = len(cut.folded) // _LONG
    least = {topic: _ENOUGH["broad" if topic in _BROAD else "plain"] + extra for topic in weights}
    return {topic: weight for topic, weight in weights.items() if weight >= least[topic]}
