"""Who signs a letter to the editor, or a guest's text: a name with place or office, or the words that close it."""

from __future__ import annotations

import re
from itertools import islice

from newsarchive.articles.bylines import is_bare_name, is_letter_signature, is_name_in_capitals
from newsarchive.articles.labels.forms import bracket_pair, is_byline
from newsarchive.articles.labels.neighbours import heading_above, last_before
from newsarchive.articles.labels.page import LOOK_BACK, Found, Labelled, Page
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit

_ends_name = re.compile(r"(?:[^\W\d_]|, \d{1,3})\Z").search
_name_and_rest = re.compile(r"(?P<name>[^,]{5,40}), (?P<rest>[^.!?:;]{3,44})\Z").match
_LINE = 60  # characters of the longest line that names a guest
_FAREWELL = 80  # characters that hold the end of a letter


def letter_signature(unit: Unit, page: Page) -> Found | None:
    """A name with an address under a letter."""
    if unit.kind == "heading" or not page.letters:
        return None
    last = last_before(page)
    if last is None:
        return None
    named = last.rule == "letter-signature" or (last.rule == "bare-name" and page.at > page.letters_at)
    if last.label == "byline" and named and unit.gap == -1 and len(unit.text) < 50:
        return "byline", 0.75
    if last.label != "text" or not (ends_sentence(last.unit.text) or takes_leave(last.unit.text)):
        return None
    if _is_office_that_writes(unit, page):
        return "byline", 0.75
    if is_name_in_capitals(unit.text) and page.at > _letters_begin(page) and page.may_be_name(unit.text):
        return "byline", 0.75
    if is_letter_signature(bracket_pair.sub(r"\1", unit.text), page.patterns) or _ends_letter(unit, page):
        return "byline", 0.75
    return None


def _is_office_that_writes(unit: Unit, page: Page) -> bool:
    """Whether an office or a firm stands alone under a text of the letters: it writes, too."""
    if not page.wide or page.at < page.letters_at or len(unit.text) > 16 or not page.patterns.organisation(unit.text):
        return False
    above = (page.patterns.rubric(each.unit.text) for each in islice(reversed(page.labelled), LOOK_BACK))
    return next(filter(None, above), None) == "letters"


def _letters_begin(page: Page) -> int:
    """The place from which on letters may stand: that of their rubric, or the page's head where it has none."""
    return page.letters_at if page.letters_at < len(page.units) else -1


def takes_leave(text: str) -> bool:
    """Whether a text closes a letter: its last words are few, stand behind a dash or alone, and end in a comma, as in
    `I am, etc.,`."""
    return text[-1:] == "," and len(re.split("[—–]", text[-_FAREWELL:])[-1]) <= 40


def _ends_letter(unit: Unit, page: Page) -> bool:
    """Whether a short line without a stop closes a letter, where headings are marked: what it says is who wrote it."""
    after = page.after()
    if not page.letters_at < page.at < page.letters_end:
        return False
    if page.wide or not page.marked or len(unit.text) > 50 or len(unit.text.split()) > 7:
        return False
    known = page.patterns.rubric(unit.text) is not None or page.patterns.notice(unit.text) is not None
    if known or (after is not None and is_byline(after.text, page.patterns)):
        return False
    then = page.after(2)
    apart = after is None or after.kind == "heading" or after.gap != -1
    apart = apart or (after is not None and len(after.text) <= 50 and (then is None or then.gap != -1))
    return apart and unit.text.lstrip("(")[:1].isupper() and _ends_name(unit.text) is not None


def signature_before_heading(unit: Unit, page: Page) -> Found | None:
    """A name with a place or an office between the end of a text and a marked heading: Ada Thorne, teacher, Marlbeck"""
    if page.wide or not page.marked or unit.kind != "paragraph" or unit.gap <= 0 or len(unit.text) > _LINE:
        return None
    last, after = last_before(page), page.after()
    if last is None or last.label != "text" or not ends_sentence(last.unit.text):
        return None
    if (after is not None and after.kind != "heading") or any(map(str.isdigit, unit.text)):
        return None
    return ("byline", 0.75) if _names_writer(unit.text, page) and not is_of_trade(last, page) else None


def is_of_trade(last: Labelled, page: Page) -> bool:
    """Whether the text above is a notice or an advertisement, which an office or a shop signs."""
    texts = [each.unit.text for each in (last, heading_above(page) or last)]
    return any(page.patterns.notice(text) or page.patterns.advert(text) for text in texts)


def _names_writer(text: str, page: Page) -> bool:
    if is_letter_signature(text, page.patterns):
        return True
    match = _name_and_rest(text)
    if match is None or not (is_bare_name(match["name"], page.patterns) or is_name_in_capitals(match["name"])):
        return False
    return page.may_be_name(match["name"])
