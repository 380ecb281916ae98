"""Who wrote an essay or a letter: a name with place or office, on its own line between a text and a heading."""

from __future__ import annotations

import re
from itertools import islice

from newsarchive.articles.bylines import is_bare_name, is_letter_signature, is_name_in_capitals
from newsarchive.articles.labels.page import LOOK_BACK, Found, Labelled, Page, last_before
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit

_LINE = 60  # characters of the longest such line
_name_and_rest = re.compile(r"(?P<name>[^,]{5,40}), (?P<rest>[^.!?:;]{3,44})\Z").match


def signature_before_heading(unit: Unit, page: Page) -> Found | None:
    """A name with a place or an office between the end of a text and a marked heading: Ada Thorne, teacher, Marlbeck"""
    if page.wide or not page.marked or unit.kind != "paragraph" or unit.gap <= 0 or len(unit.text) > _LINE:
        return None
    last, after = last_before(page), page.after()
    if last is None or last.label != "text" or not ends_sentence(last.unit.text):
        return None
    if (after is not None and after.kind != "heading") or any(map(str.isdigit, unit.text)):
        return None
    return ("byline", 0.75) if _names_writer(unit.text, page) and not _is_of_trade(last, page) else None


def _is_of_trade(last: Labelled, page: Page) -> bool:
    """Whether the text above is a notice or an advertisement, which an office or a shop signs."""
    above = (each for each in islice(reversed(page.labelled), LOOK_BACK) if each.label == "heading")
    texts = [each.unit.text for each in (last, next(above, last))]
    return any(page.patterns.notice(text) or page.patterns.advert(text) for text in texts)


def _names_writer(text: str, page: Page) -> bool:
    if is_letter_signature(text, page.patterns):
        return True
    match = _name_and_rest(text)
    if match is None or not (is_bare_name(match["name"], page.patterns) or is_name_in_capitals(match["name"])):
        return False
    return page.may_be_name(match["name"])
