"""Whether short texts under a heading offer something, which is an advertisement and no news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.articles.patterns import Patterns
from newsarchive.articles.widths import in_capitals

_TERSE = 8  # words of the sentences of advertisements; news has twice as many
_price = re.compile(
    r"[€£$] ?\d+[.,]\d\d(?!\d)|(?<![\d.,])\d+[.,]\d\d ?[€£$]"
).search  # in a heading: WINTER TYRES £19.90
_stops = re.compile(r"[.!?](?=\s+[^a-zß-ÿ\s]|\Z)").findall


def offers(heads: Sequence[str], texts: Sequence[str], patterns: Patterns) -> bool:
    """Whether a short text under a heading offers something: it uses the words of tradesmen, in short sentences, or, in
    East Asian papers, ends in a line with an address."""
    if not heads or not texts:
        return False
    if patterns.main.script != "latn":
        return len(texts) > 1 and patterns.address_line(texts[-1]) is not None
    if any(in_capitals(head) and _price(head) for head in heads):
        return True
    text = " ".join(texts)
    said = {match[0].casefold() for match in patterns.trade.finditer(" ".join((*heads, text)))}
    stops = sum(len(_stops(each)) + (each[-1:] not in ".!?") for each in texts)  # an address ends without one
    words = len(text.split()) / max(stops, 1)
    return bool(said) and words <= (_TERSE if len(said) == 1 else 1.5 * _TERSE)
