"""Rule 1. Which language a text is in: by script, by characters that only one script has, by function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from newsarchive.words import languages_with, words

_kana = re.compile(r"[぀-ヿ]+").findall
_hangul = re.compile(r"[가-힯]+").findall
_han = re.compile(r"[㐀-鿿]+").findall
_latin = re.compile(r"[A-Za-zÀ-ɏ]+").findall
_cyrillic = re.compile(r"[Ѐ-ӿ]+").findall
_other = re.compile(r"[぀-ヿ가-힯Ѐ-ӿ]").search
_word = re.compile(r"[^\W\d_]+").findall
_SAMPLE = 500


def detect(text: str, otherwise: str = "und") -> str:
    """The language tag of a text, from its beginning and its middle; `otherwise` when there is nothing to go by."""
    if len(text) > 2 * _SAMPLE:
        middle = len(text) // 2
        text = text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]
    han, latin = _total(_han(text)), _total(_latin(text))
    kana = hangul = cyrillic = 0
    if _other(text):
        kana, hangul, cyrillic = _total(_kana(text)), _total(_hangul(text)), _total(_cyrillic(text))
    if max(han, latin, kana, hangul, cyrillic) == 0:
        return otherwise
    if kana * 12 > han + kana and kana * 3 > latin * 0.5:
        return "ja"
    if hangul > han and hangul * 3 > latin:
        return "ko"
    if cyrillic > latin and cyrillic > han:
        return "ru"
    if han * 3 > latin:
        return _chinese(text)
    return _by_function_words(text, otherwise)


def _total(runs: list[str]) -> int:
    return len("".join(runs))


def _chinese(text: str) -> str:
    simplified, traditional = (len(_telling()[tag](text)) for tag in ("zh-Hans", "zh-Hant"))
    return "zh-Hant" if traditional > simplified else "zh-Hans"


@lru_cache
def _telling() -> dict[str, Callable[[str], list[str]]]:
    return {
        tag: re.compile(f"[{re.escape(words(tag).telling_characters)}]").findall
        for tag in languages_with("telling_characters")
    }


@lru_cache
def _function_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words(tag).function_words) for tag in languages_with("function_words")}


def _by_function_words(text: str, otherwise: str) -> str:
    counted = Counter(_word(text.lower()))
    scores = {tag: sum(counted[word] for word in known) for tag, known in _function_words().items()}
    for tag, find in _telling().items():
        if tag in scores:
            scores[tag] += len(find(text)) // 2
    best = max(scores, key=lambda tag: (scores[tag], tag == "en"), default="")
    if best and scores[best]:
        return best
    return otherwise if otherwise != "und" and words(otherwise).script == "latn" else "en"
