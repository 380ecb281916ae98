"""Whether a short line in Latin script without a mark is surely a heading, though no condition knows it as one.

A sum of signs, each with its weight: of form, of place, and of the page. The weights are fitted on labelled pages, as
they are, without the marks of their headings, and with paragraphs cut, by `python -m tests.unmarked_latin`; it prints
them with their accuracy on pages that they were not fitted on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from newsarchive.articles.bylines import is_bare_name, read_lead
from newsarchive.articles.labels.forms import has_titled_words, is_byline
from newsarchive.articles.labels.neighbours import breaks_off, is_open, is_running_text, last_before
from newsarchive.articles.labels.page import LOOK_BACK, Labelled, Page
from newsarchive.articles.names import has_given_name
from newsarchive.articles.sentences import ends_sentence, is_titled
from newsarchive.articles.signs import weigh
from newsarchive.articles.units import Unit

_SURE = 2.5  # the sum from which on nine hundred and eighty in a thousand lines are headings, on pages of no fit
_FULL = 0.8  # of the width of a column
_LINE, _NEAR, _BODY = 50, 200, 400  # characters of a short line, of a text beside it, of a text that repeats its words
_words_of = re.compile(r"[^\W\d_]+").findall
_stop_inside = re.compile(r"[^\W\d_]{3}[.!?] [A-ZÀ-Þ]").search
_initials = re.compile(r"(?<![^\W_])[A-ZÀ-Þ]\. ?(?=[A-ZÀ-Þ])").search
_QUOTES = "„“\"«‘'»”"


def is_surely_heading(unit: Unit, page: Page) -> bool:
    """Whether a short line over something, whose words tell neither a rubric nor a notice, has the signs of one."""
    if page.after() is None or page.patterns.rubric(unit.text) is not None or page.patterns.notice(unit.text):
        return False
    return score(signs(unit, page)) > _SURE


def score(found: Mapping[str, float]) -> float:
    """Above zero: the line is rather a heading than not."""
    return weigh(found, WEIGHTS)


def signs(unit: Unit, page: Page) -> dict[str, float]:
    """What speaks for a heading (weights above zero) or against it (below), from 0 to 1 or so."""
    last, after = last_before(page), page.after()
    return {
        "": 1.0,
        **_signs_of_form(unit, page),
        **_signs_of_words(unit, page),
        **_signs_above(unit, last, page),
        **_signs_below(unit, after, page),
        **_signs_round(unit, last, after, page),
    }


def _signs_of_form(unit: Unit, page: Page) -> dict[str, float]:
    """Length, capitals and marks, by the habits of the page."""
    text, width = unit.text, page.line_width
    stop = text.rstrip("’'”\"»“")[-1:] == "."
    words = len(_words_of(text))
    small = not unit.capitals and not has_titled_words(text)
    return {
        "words": min(words, 15) / 5,
        "one word": float(words == 1),
        "full line": float(0 < width * _FULL <= max(len(piece.text) for piece in unit.pieces)),
        "capitals where heads are": float(unit.capitals and page.heads_in_capitals),
        "no capitals where heads are": float(not unit.capitals and page.heads_in_capitals),
        "stop": float(stop),
        "stop where heads have it": float(stop and page.stops_after_headings),
        "small letters, stop": float(text[-1] == "." and small),
        "stop inside": float(_stop_inside(text) is not None),
        "commas": min(text.count(","), 4) / 2,
        "brackets": float("(" in text or ")" in text),
        "digit at the end": float(text[-1].isdigit()),
        "small letter": float(text[0].islower()),
        "opens with a mark": float(not text[0].isalnum() and text[0] not in _QUOTES and text[0] not in "¿¡"),
    }


def _signs_of_words(unit: Unit, page: Page) -> dict[str, float]:
    """Which words have capitals, and what they are."""
    text, patterns = unit.text, page.patterns
    words = _words_of(text)
    longer = [word for word in words[1:] if len(word) > 3]
    small = not unit.capitals and patterns.main.language != "de"  # German nouns have capitals everywhere
    last = words[-1].lower() if words and text[-1].isalpha() else ""
    return {
        "titled": sum(word[0].isupper() for word in longer) / len(longer) if longer and small else 0.0,
        "all titled": float(small and is_titled(text)),
        "titled where heads are": float(page.heads_are_titled and has_titled_words(text)),
        "ends in a function word": float(last in patterns.main.function_words),
        "given name": float(has_given_name(text, patterns)),
        "initials": float(_initials(text) is not None),
        "may be name": float(len(words) in (2, 3) and has_titled_words(text) and page.may_be_name(text)),
        "lead": float(read_lead(text, patterns) is not None),
    }


def _signs_above(unit: Unit, last: Labelled | None, page: Page) -> dict[str, float]:
    """What the line above was taken for, and whether it ends."""
    after = page.after()
    text = last.unit.text if last is not None and last.label == "text" else ""
    heading = last.unit.text if last is not None and last.label == "heading" else ""
    near = islice(reversed(page.labelled), LOOK_BACK // 4)
    return {
        "first": float(last is None),
        "apart": float(unit.gap > 0 and (after is None or after.gap > 0)),
        "stack above": len(list(takewhile(lambda each: each.label == "heading", near))) / 2,
        "stop of heading above": float(heading[-1:] == "."),
        "open text above": float(is_open(last, page)),
        "short text above": float(0 < len(text) <= _LINE),
        "ended above": float(len(text) > _LINE and bool(ends_sentence(text))),
    }


def _signs_below(unit: Unit, after: Unit | None, page: Page) -> dict[str, float]:
    """What stands below: a lead, a signature, a text that repeats the words of the line, the rest of a sentence."""
    patterns, then = page.patterns, page.after(2)
    first = after.text if after is not None and after.kind == "paragraph" else ""
    line = bool(first) and after is not None and not is_running_text(after, page)
    words = {word.lower() for word in _words_of(unit.text) if len(word) > 4}
    folded = first[:_BODY].lower()
    return {
        "running text below line": float(line and then is not None and is_running_text(then, page)),
        "lead below": float(bool(first) and read_lead(first, patterns) is not None),
        "byline below": float(bool(first) and is_byline(first, patterns)),
        "name below": float(bool(first) and is_bare_name(first, patterns)),
        "small letter below": float(first[:1].islower()),
        "longer below": min(len(first) / len(unit.text), 8.0) / 4,
        "breaks off": float(breaks_off(page)),
        "shared words": sum(word in folded for word in words) / max(1, len(words)),
    }


def _signs_round(unit: Unit, last: Labelled | None, after: Unit | None, page: Page) -> dict[str, float]:
    """What stands on both sides, and what the page has elsewhere."""
    near = [each for each in (page.before(2), page.before(), after, page.after(2), page.after(3)) if each is not None]
    short = sum(each.kind == "paragraph" and len(each.text) <= _LINE for each in near) / max(1, len(near))
    running = after is not None and is_running_text(after, page)
    marked = after is not None and after.kind == "heading"
    return {
        "heading above, text below": float(running and last is not None and last.label == "heading"),
        "apart, heading below": float(marked and unit.gap > 0 and after is not None and after.gap > 0),
        "advert round": float(_has_advert(near, page)),
        "short lines round, no marks": 0.0 if page.marked else short,
        "short lines": page.share_of_short_lines,
        "marks": float(page.marked),
        "marks, text below": float(page.marked and running),
        "breaks at capitals": float(page.breaks_at_capitals),
        "printed lines, inside block": float(page.line_width > 0 and unit.gap == -1),
    }


def _has_advert(near: Sequence[Unit], page: Page) -> bool:
    return any(len(each.text) < _NEAR and page.patterns.advert(each.text) for each in near)


WEIGHTS: Mapping[str, float] = {
    "": 2.50,
    "words": -0.86,
    "one word": -1.28,
    "full line": -0.65,
    "capitals where heads are": 0.58,
    "no capitals where heads are": 0.19,
    "stop": -2.51,
    "stop where heads have it": 1.35,
    "small letters, stop": -1.29,
    "stop inside": -0.65,
    "commas": -1.93,
    "brackets": -1.69,
    "digit at the end": -2.10,
    "small letter": -1.99,
    "opens with a mark": -0.98,
    "titled": -1.44,
    "all titled": 1.13,
    "titled where heads are": 0.54,
    "ends in a function word": -1.51,
    "given name": -2.66,
    "initials": -1.38,
    "may be name": -0.32,
    "lead": -0.91,
    "first": 1.47,
    "apart": 1.04,
    "stack above": 1.01,
    "stop of heading above": 1.19,
    "open text above": -1.78,
    "short text above": -0.35,
    "ended above": -0.52,
    "running text below line": 0.98,
    "lead below": 1.14,
    "byline below": 3.01,
    "name below": 2.24,
    "small letter below": -1.29,
    "longer below": 1.18,
    "breaks off": -1.96,
    "shared words": 2.36,
    "heading above, text below": -0.61,
    "apart, heading below": 1.24,
    "advert round": -0.64,
    "short lines round, no marks": -0.66,
    "short lines": -1.90,
    "marks": -1.58,
    "marks, text below": -0.62,
    "breaks at capitals": -1.36,
    "printed lines, inside block": 0.98,
}
