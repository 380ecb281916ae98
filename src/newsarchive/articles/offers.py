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
_DIGIT = "[0-9０-９〇一二三四五六七八九零]"
_telephone = re.compile(  # 電話二四番, ☎0120・555・014, ０２９９（５５）０１４１, 예약 031-555-0170
    rf"(?:電話?|전화|☎|℡|TEL|專線|熱線)[：:　 ]?[^。　 ]{{0,4}}?{_DIGIT}{{2}}"
    rf"|{_DIGIT}{{2,5}}[)）]?[-―–—‐ー－・ （(]{_DIGIT}{{3,4}}(?!{_DIGIT})"
).search
_priced = re.compile(r"\d[원圓]").search
_bits = re.compile("[　 ]+").split
_BITS, _BIT = 3, 20  # parts of a line of an advertisement, characters of the longest
_WHOLE = 140  # characters of a whole one
_END = 48  # characters of a text's end in which a telephone stands
_stops = re.compile(r"[.!?](?=\s+[^a-zß-ÿ\s]|\Z)").findall


def offers(heads: Sequence[str], texts: Sequence[str], patterns: Patterns) -> bool:
    """Whether a short text under a heading offers something: it uses the words of tradesmen, in short sentences, or, in
    East Asian papers, ends in an address."""
    if not heads or not texts:
        return False
    if patterns.main.script != "latn":
        brief = patterns.main.script != "hans" and sum(map(len, texts)) <= _WHOLE
        if brief and _ends_in_address(texts[-1], patterns):
            return True
        return len(texts) > 1 and patterns.address_line(texts[-1]) is not None
    if any(in_capitals(head) and _price(head) for head in heads):
        return True
    text = " ".join(texts)
    said = {match[0].casefold() for match in patterns.trade.finditer(" ".join((*heads, text)))}
    stops = sum(len(_stops(each)) + (each[-1:] not in ".!?") for each in texts)  # an address ends without one
    words = len(text.split()) / max(stops, 1)
    return bool(said) and words <= (_TERSE if len(said) == 1 else 1.5 * _TERSE)


def _ends_in_address(text: str, patterns: Patterns) -> bool:
    """Whether a text of Japan, Korea, Taiwan or Hong Kong ends in a telephone, or is set in bits and no sentence."""
    if text[-1] in ".!?" or (text[-1] == "。" and not text.endswith("番。")):
        return False
    if _telephone(text[-_END:]):
        return True
    if patterns.main.script == "kore":
        return _priced(text) is not None
    bits = _bits(text)
    return "。" not in text and len(bits) >= _BITS and max(map(len, bits)) <= _BIT
