"""Whether a Chinese line that stands apart without a mark is a heading, or the first of a paragraph that a column cut.

A sum of signs, each with its weight. The weights are fitted on the labelled corpus, whose headings lose their marks and
whose paragraphs are cut one at a time, by `python -m tests.unmarked`; it prints them with their accuracy on pages that
they were not fitted on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsarchive.articles.bylines import read_lead
from newsarchive.articles.clauses import VERBS, ends_open
from newsarchive.articles.dictionary import tagged
from newsarchive.articles.labels.forms import is_byline
from newsarchive.articles.labels.neighbours import after_pictures
from newsarchive.articles.labels.page import Page
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import begins_inside, begins_item, closes_quotation
from newsarchive.articles.signs import weigh
from newsarchive.articles.units import Unit

_clauses = re.compile("[，,]").split
_quotation = re.compile("[“「『《].*[”」』》]").search
_colon_inside = re.compile("[:：].").search
_digit = re.compile(r"\d").search
_mark = re.compile("[，。,；;：:、]").search
_OPENING, _CLOSING = "“「『《（(", "”」』》）)"
_BESIDE = 6  # characters on each side of a break that may be one word
_FIRST = 10  # characters that hold the first words of a text
_TIME = 14  # characters of a text in which it tells its time
_CLAUSE = 20  # characters of a long first clause
_RUNNING, _HARDLY = 45, -1.5  # characters of a text under a picture; the sum that hardly a heading has
_BODY = 200  # characters of a text that repeat the words of its heading
# By the dictionary's marks: what headings open with and sentences do not; what sentences do, as times, places and
# prepositions; what a heading ends in; what no line ends in that is whole; what goes on, and what begins.
_PREDICATES, _SCENES, _WHOLE, _OPEN, _GOING_ON, _BEGINNING = "vadilczmf", "tpjs", "ilzxqvn", "pcu", "vuck", "rptx"


def is_heading(page: Page) -> bool:
    """Whether the short Chinese line in question is a heading."""
    return score(signs(page, page.after())) > 0


def goes_on_under_picture(page: Page) -> bool:
    """Whether a short Chinese line over a picture is the first of the paragraph under it."""
    after, below = page.after(), after_pictures(page)
    if page.patterns.main.script not in ("hans", "hant") or after is None or after.kind != "image" or below is None:
        return False
    return below.kind == "paragraph" and len(below.text) >= _RUNNING and score(signs(page, below)) < _HARDLY


def score(found: Mapping[str, float]) -> float:
    """Above zero: the line is a heading. Below: its sentence goes on in the text below it."""
    return weigh(found, WEIGHTS)


def signs(page: Page, after: Unit | None) -> dict[str, float]:
    """What speaks for a heading (weights above zero) or for the first of a paragraph (below), from 0 to 1 or so."""
    text, patterns = page.unit.text, page.patterns
    found = {"": 1.0, **_signs_of_form(text), **_signs_of_words(text, patterns)}
    label = page.labelled[-1].label if page.labelled else ""
    found["picture above"] = float(label in ("caption", "credit", "image"))
    found["heading above"] = float(label == "heading")
    found["Taiwan or Hong Kong"] = float(patterns.main.script == "hant")
    signed = after is not None and is_byline(after.text, patterns)
    found["byline below"] = float(signed)
    found["heading below"] = float(after is not None and after.kind == "heading")
    running = after is not None and after.kind == "paragraph" and not signed and bool(after.text)
    below = after.text if after is not None and running else ""
    return {**found, **_signs_of_text_below(text, below, patterns)}


def _signs_of_form(text: str) -> dict[str, float]:
    """Length, clauses and marks."""
    clauses = _clauses(text)
    lengths = [len(clause) for clause in clauses]
    alike = len(clauses) == 2 and abs(lengths[0] - lengths[1]) <= 2
    opened = sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
    return {
        "length": len(text) / 10,
        "a comma": float(len(clauses) == 2),
        "commas": float(len(clauses) > 2),
        "clauses alike": float(alike),
        "short clause": float(len(clauses) > 1 and min(lengths) < 4),
        "item": float(begins_item(text) is not None),
        "a space": float(" " in text or "　" in text),
        "quotation": float(_quotation(text) is not None),
        "open quotation": float(opened > 0),
        "colon inside": float(_colon_inside(text) is not None),
        "digit": float(_digit(text) is not None),
        "closing mark": float(text[-1] in "？?！!…”」』》—"),
    }


def _signs_of_words(text: str, patterns: Patterns) -> dict[str, float]:
    """What the words of the line are."""
    words = tagged(text)
    first, last = words[0][1][:1], words[-1][1][:1]
    tells = any(mark in VERBS or mark[:1] in "az" for _, mark in words)
    return {
        "tells nothing": float(not tells),
        "office": float(patterns.organisation(text) is not None),
        "的": float("的" in text),
        "time": float(bool(patterns.lead_time(text) or patterns.time_opener(text))),
        "opens with predicate": float(first in _PREDICATES),
        "opens with scene": float(first in _SCENES),
        "ends whole": float(last in _WHOLE),
        "ends open": float(last in _OPEN or ends_open(text, patterns)),
        "short words": len(words) / len(text),
    }


def _signs_of_text_below(text: str, below: str, patterns: Patterns) -> dict[str, float]:
    """Whether the text below begins a sentence, or goes on with one. `below` is empty where no text follows."""
    words = tagged(below[:_FIRST]) if below else [("", "")]
    first, second = words[0], words[1] if len(words) > 1 else ("", "")
    mark = _mark(below)
    clause = mark.start() if mark is not None else _CLAUSE * 2
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    shared = sum(pair in below[:_BODY] for pair in pairs) / max(1, len(pairs))
    goes_on = bool(first[1]) and first[1][:1] in _GOING_ON
    begins = bool(first[1]) and first[1][:1] in _BEGINNING
    return {
        "text below": float(bool(below)),
        "verb below": float(goes_on),
        "opener below": float(begins),
        "bare verb below": float(not begins and bool(second[1]) and second[1][:1] in "ud"),
        "one character below": float(len(first[0]) == 1),
        "lead below": float(bool(below) and read_lead(below, patterns) is not None),
        "inside below": float(bool(below) and (begins_inside(below) or closes_quotation(text, below))),
        "time below": float(bool(patterns.lead_time(below[:_TIME]) or patterns.time_opener(below))),
        "link below": float(patterns.linking_word(below) is not None),
        "clause below": min(clause, _CLAUSE) / 10 if below else 0.0,
        "comma below": float(mark is not None and mark[0] in "，,"),
        "shared words": shared,
        "word cut": float(bool(below) and _is_cut_word(text, below)),
    }


def _is_cut_word(text: str, below: str) -> bool:
    """Whether a word of the dictionary begins at the end of a line and ends in the text below."""
    left = text[-_BESIDE:]
    at = 0
    for word, _ in tagged(left + below[:_BESIDE]):
        if at < len(left) < at + len(word):
            return True
        at += len(word)
    return False


WEIGHTS: Mapping[str, float] = {
    "": 5.48,
    "length": -2.52,
    "a comma": -3.80,
    "commas": -3.67,
    "clauses alike": 1.59,
    "short clause": 0.58,
    "item": -4.01,
    "a space": 1.89,
    "quotation": 2.18,
    "open quotation": 0.97,
    "colon inside": 0.19,
    "digit": -1.64,
    "closing mark": 1.11,
    "tells nothing": -0.94,
    "office": -0.43,
    "的": 0.45,
    "time": -0.70,
    "opens with predicate": -0.10,
    "opens with scene": -0.55,
    "ends whole": 0.60,
    "ends open": -0.14,
    "short words": -1.13,
    "picture above": 2.35,
    "heading above": -0.89,
    "Taiwan or Hong Kong": -1.10,
    "byline below": 1.29,
    "heading below": 1.34,
    "text below": -1.32,
    "verb below": -1.19,
    "opener below": 0.82,
    "bare verb below": -1.52,
    "one character below": -0.71,
    "lead below": 0.07,
    "inside below": 0.00,
    "time below": -0.31,
    "link below": 0.87,
    "clause below": 0.73,
    "comma below": -0.32,
    "shared words": 2.19,
    "word cut": -0.99,
}
