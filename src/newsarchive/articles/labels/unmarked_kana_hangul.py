"""The same for Japanese and Korean lines, where no dictionary cuts words: a sum of signs that stand on characters.

The weights are fitted by `python -m tests.unmarked --language ja` (or `ko`), which prints the table of that language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsarchive.articles.bylines import read_lead
from newsarchive.articles.labels.forms import is_byline
from newsarchive.articles.labels.neighbours import is_running_text
from newsarchive.articles.labels.page import Page
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import begins_inside, closes_quotation, ends_sentence
from newsarchive.articles.signs import weigh
from newsarchive.articles.units import Unit

_quotation = re.compile("[「『“‘].*[」』”’]").search
_mark = re.compile("[，。、,;；：:.]").search
_digit = re.compile(r"\d").search
_kana = re.compile("[ぁ-ん]").findall
_starts_no_word = re.compile("[らりるれろをんゃゅょっーぁぃぅぇぉァィゥェォッャュョンー]").match
_polite = re.compile("ました|です|ます|という|てい[るた]|された|した").search
_said = re.compile("에 따르면|씨[는가]|[시군도][는가]").search
_hanja = re.compile("[一-鿿]").findall
_OPENING, _CLOSING = "「『“（(‘", "」』”）)’"
_TIME, _CLAUSE, _BODY = 14, 20, 200  # characters of a text in which it tells its time, of a clause, of its beginning
_ONE_LINE = 40  # characters of the longest line of a heading
_TINY = 4  # characters of what is left of a clause that was cut


def is_heading_of_kana_or_hangul(page: Page) -> bool:
    """Whether the short Japanese or Korean line in question is a heading, and not the first of a paragraph."""
    return score(signs(page), page.patterns.main.script) > 0


def score(found: Mapping[str, float], script: str) -> float:
    """Above zero: the line is a heading. Below: its sentence goes on in the text below it."""
    return weigh(found, WEIGHTS[script])


def signs(page: Page) -> dict[str, float]:
    """What speaks for a heading (weights above zero) or for the first of a paragraph (below), from 0 to 1 or so."""
    text, after, patterns = page.unit.text, page.after(), page.patterns
    signed = after is not None and is_byline(after.text, patterns)
    running = after if after is not None and after.kind == "paragraph" and not signed else None
    label = page.labelled[-1].label if page.labelled else ""
    found = {
        "": 1.0,
        **_signs_of_form(text, patterns),
        "heading above": float(label == "heading"),
        "picture above": float(label in ("caption", "credit", "image")),
        "byline above": float(label == "byline"),
        "byline below": float(signed),
        "heading below": float(after is not None and after.kind == "heading"),
        **_signs_of_text_below(text, running, page),
    }
    words = _signs_of_japanese if patterns.main.script == "jpan" else _signs_of_korean
    return {**found, **words(text, running.text if running else "", patterns)}


def _signs_of_form(text: str, patterns: Patterns) -> dict[str, float]:
    """Length, clauses and marks."""
    return {
        "length": len(text) / 10,
        "opens with a mark": float(not text[0].isalnum() and text[0] not in _OPENING),
        "a comma": float(any(mark in text for mark in "、，,")),
        "a wide space": float("　" in text),
        "quotation": float(_quotation(text) is not None),
        "open quotation": float(sum(map(text.count, _OPENING)) > sum(map(text.count, _CLOSING))),
        "dots": float("…" in text),
        "digit at the end": float(text[-1].isdigit()),
        "closing mark": float(text[-1] in "？?！!…”」』"),
        "bracket at the end": float(text[-1] in "）)〉>"),
        "link": float(patterns.linking_word(text) is not None),
        "time": float(bool(patterns.lead_time(text))),
    }


def _signs_of_text_below(text: str, below: Unit | None, page: Page) -> dict[str, float]:
    """Whether the text below begins a sentence, or goes on with one."""
    first, patterns = below.text if below is not None else "", page.patterns
    mark = _mark(first)
    clause = mark.start() if mark is not None else _CLAUSE * 2
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    return {
        "text below": float(bool(first)),
        "running text below": float(below is not None and is_running_text(below, page)),
        "line below": float(bool(first) and len(first) <= _ONE_LINE and not ends_sentence(first)),
        "lead below": float(bool(first) and read_lead(first, patterns) is not None),
        "inside below": float(bool(first) and (begins_inside(first) or closes_quotation(text, first))),
        "link below": float(bool(first) and patterns.linking_word(first) is not None),
        "time below": float(bool(patterns.lead_time(first[:_TIME]))),
        "clause below": min(clause, _CLAUSE) / 10 if first else 0.0,
        "rest of a clause below": float(bool(first) and clause < _TINY),
        "comma below": float(mark is not None and mark[0] in "、，,"),
        "shared words": sum(pair in first[:_BODY] for pair in pairs) / max(1, len(pairs)),
        "pair": float(bool(first) and page.pairs[text[-1], first[0]] > 0),
    }


def _signs_of_japanese(text: str, below: str, patterns: Patterns) -> dict[str, float]:
    """What the kana at a break are: particles, halves of words."""
    first, last = below[:1], text[-1]
    return {
        "hiragana at the end": float("ぁ" <= last <= "ん"),
        "katakana at the end": float("ァ" <= last <= "ー"),
        "particle at the end": float(last in "はがをのな"),
        "adverbial particle at the end": float(last in "にへもでとか"),
        "hiragana below": float("ぁ" <= first <= "ん"),
        "mark below": float(bool(first) and not first.isalnum()),
        "katakana goes on": float("ァ" <= last <= "ー" and "ァ" <= first <= "ー"),
        "hiragana goes on": float("ぁ" <= last <= "ん" and "ぁ" <= first <= "ん"),
        "number goes on": float(last.isdigit() and (first.isdigit() or "一" <= first <= "鿿")),
        "starts no word below": float(_starts_no_word(below) is not None),
        "told politely": float(_polite(text) is not None),
        "share of kana": len(_kana(text)) / len(text),
    }


def _signs_of_korean(text: str, below: str, patterns: Patterns) -> dict[str, float]:
    """What the words at a break end in and begin with."""
    words = text.split(" ")
    last, first = words[-1], below.split(" ", 1)[0]
    return {
        "words": len(words) / 5,
        "particles": sum(len(word) > 1 and word[-1] in "은는을를이가의에로와과" for word in words) / len(words),
        "particle at the end": float(len(last) > 1 and last[-1] in "은는을를이가의와과"),
        "ending at the end": float(any(last[-size:] in patterns.endings[size] for size in (1, 2, 3))),
        "counted below": float(last[-1:].isdigit() and bool(below) and patterns.counter(below) is not None),
        "particle below": float(first in patterns.glued or patterns.clause_goes_on(below) is not None),
        "one syllable below": float(len(first) == 1),
        "somebody says": float(_said(text) is not None),
        "share of hanja": len(_hanja(text)) / len(text),
    }


WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "jpan": {
        "": 4.71,
        "length": -1.27,
        "opens with a mark": -1.65,
        "a comma": -0.36,
        "a wide space": 1.20,
        "quotation": 1.16,
        "open quotation": -0.39,
        "dots": 0.00,
        "digit at the end": -1.21,
        "closing mark": 0.43,
        "bracket at the end": 0.05,
        "link": -1.82,
        "time": -2.01,
        "heading above": 0.06,
        "picture above": -0.55,
        "byline above": -0.93,
        "byline below": 0.10,
        "heading below": 1.64,
        "text below": -1.48,
        "running text below": -2.07,
        "line below": -1.09,
        "lead below": 0.00,
        "inside below": -1.89,
        "link below": 2.29,
        "time below": 0.44,
        "clause below": 0.33,
        "rest of a clause below": -0.08,
        "comma below": 0.90,
        "shared words": 7.33,
        "pair": -1.75,
        "hiragana at the end": 0.62,
        "katakana at the end": -0.84,
        "particle at the end": -1.67,
        "adverbial particle at the end": -0.53,
        "hiragana below": -1.80,
        "mark below": 2.10,
        "katakana goes on": -2.30,
        "hiragana goes on": -1.76,
        "number goes on": -1.31,
        "starts no word below": -0.37,
        "told politely": -2.38,
        "share of kana": -1.27,
    },
    "kore": {
        "": 5.03,
        "length": -0.42,
        "opens with a mark": -2.92,
        "a comma": 0.87,
        "a wide space": 0.00,
        "quotation": 2.69,
        "open quotation": -2.07,
        "dots": 2.25,
        "digit at the end": -2.18,
        "closing mark": 1.03,
        "bracket at the end": -3.54,
        "link": -0.83,
        "time": -1.98,
        "heading above": -0.48,
        "picture above": 0.79,
        "byline above": -0.88,
        "byline below": 0.21,
        "heading below": 2.34,
        "text below": -2.39,
        "running text below": -3.24,
        "line below": 0.67,
        "lead below": 1.08,
        "inside below": 1.57,
        "link below": 1.06,
        "time below": 0.73,
        "clause below": 0.95,
        "rest of a clause below": -1.34,
        "comma below": 0.82,
        "shared words": 3.75,
        "pair": -2.08,
        "words": 0.51,
        "particles": -4.68,
        "particle at the end": -1.29,
        "ending at the end": -0.54,
        "counted below": -1.74,
        "particle below": -2.89,
        "one syllable below": -1.72,
        "somebody says": -1.78,
        "share of hanja": 2.02,
    },
}
