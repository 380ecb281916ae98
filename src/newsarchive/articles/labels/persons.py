"""A line that names a person, as a given name or initials tell: who signs the text above or below it."""

from __future__ import annotations

from itertools import islice, takewhile

from newsarchive.articles.bylines import is_bare_name
from newsarchive.articles.labels.credits import ends_in_credit
from newsarchive.articles.labels.letters import is_of_trade, takes_leave
from newsarchive.articles.labels.neighbours import after_pictures, is_running_text, last_before
from newsarchive.articles.labels.page import LOOK_BACK, Found, Labelled, Page
from newsarchive.articles.labels.signatures import is_deck
from newsarchive.articles.names import has_given_name, person_and_beside, roles_of
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit

_PEN_NAME, _LABEL_WORDS = 48, 4  # characters of the longest pen name, words of the longest label over an essay
_LINE = 70  # characters of the longest line that names a person and tells where or what they are


def signing_person(unit: Unit, page: Page) -> Found | None:
    """A person alone on a line, perhaps with place or office behind a comma, at the end of a text; or between a
    heading and its text: Ada Thorne, Dr. Ada Thorne, Marlbeck 4"""
    if page.patterns.main.script != "latn" or len(unit.text) > _LINE or not page.labelled:
        return None
    if _is_given_name_alone(unit, page):
        return "byline", 0.75
    text = unit.text.lstrip("—–- ")
    if text != unit.text and _signs_behind_dash(text, page):
        return "byline", 0.8
    name, beside = person_and_beside(text, page.patterns)
    last = last_before(page)
    if last is not None and last.label == "heading" and are_two_names(text, last, page):
        return "byline", 0.8
    if not name or last is None or page.patterns.rubric(text) is not None or is_of_trade(last, page):
        return None
    after = after_pictures(page)
    begins = after is not None and is_running_text(after, page)
    if begins and after is not None and after.text.startswith(name.split()[0].rstrip(",")):
        return None  # Ada Thorne / Ada Thorne, 77, died…: whom the text is about
    ended = last.label == "text" and (ends_sentence(last.unit.text) or takes_leave(last.unit.text))
    if ended and not begins and not _goes_on(after, page):
        return "byline", 0.85
    begins = begins or (after is not None and after.kind == "heading" and _is_over_text(page))
    under = last.label == "heading" or is_deck(last, page)
    return ("byline", 0.85) if under and begins and not beside and _signs_below(unit, last, page) else None


def are_two_names(text: str, last: Labelled, page: Page) -> bool:
    """Whether a line over a text is two whole names: Ada Thorne and Tom Pitt."""
    halves = roles_of(page.patterns).latin_and.split(text)
    after = after_pictures(page)
    if len(halves) != 2 or after is None or not is_running_text(after, page) or page.unit.gap == -1:
        return False
    names = [half.strip() for half in halves]
    named = all(" " in half and is_bare_name(half, page.patterns) and page.may_be_name(half) for half in names)
    return named and not page.patterns.notice(last.unit.text)


def _signs_behind_dash(text: str, page: Page) -> bool:
    """Whether a line behind a dash is nothing but a name, under the end of a text: - Ada Thorne"""
    last = last_before(page)
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    return ended and " " in text and is_bare_name(text, page.patterns) and page.may_be_name(text)


def _is_given_name_alone(unit: Unit, page: Page) -> bool:
    """Whether the writer of a column signs with a given name, between the end of a text and a marked heading."""
    last, after = page.labelled[-1], page.after()
    if " " in unit.text or unit.kind != "paragraph" or last.label != "text" or not page.marked:
        return False
    closed = ends_sentence(last.unit.text) and (after is None or after.kind == "heading")
    return closed and has_given_name(unit.text, page.patterns)


def marked_person(unit: Unit, page: Page) -> Found | None:
    """A person alone on a line that a tool marked, between a marked heading and its text or at the end of a text."""
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    if unit.kind != "heading" or last is None:
        return None
    under = last.label == "heading" and last.unit.kind == "heading"
    closes = last.label == "text" and (after is None or after.kind == "heading")
    return signing_person(unit, page) if under or closes else None


def pen_name(unit: Unit, page: Page) -> Found | None:
    """What stands alone between the end of an essay, whose headline has a short label over it, and a marked heading or
    a caption: its writer signs so. A rooster, Ada 'Dusty' Thorne farms at Tarn"""
    last, after = last_before(page), after_pictures(page)
    if page.wide or not page.marked or unit.kind != "paragraph" or unit.gap <= 0 or len(unit.text) > _PEN_NAME:
        return None
    if last is None or last.label != "text" or not ends_sentence(last.unit.text) or not unit.text[-1].isalpha():
        return None
    known = page.patterns.rubric(unit.text) or page.patterns.notice(unit.text) or page.patterns.sections(unit.text)
    closed = after is None or after.kind == "heading" or ends_in_credit(after.text, page.patterns) is not None
    if known or not closed or not unit.text[0].isupper() or is_of_trade(last, page):
        return None
    return ("byline", 0.7) if _is_below_label(page) else None


def _is_below_label(page: Page) -> bool:
    """Whether the story above has two marked heading lines, the first of a word or a few, and nobody signs there."""
    above = list(takewhile(lambda each: each.label != "byline", islice(reversed(page.labelled), LOOK_BACK)))
    heads = [at for at, each in enumerate(above) if each.label == "heading"][:2]
    if (
        len(heads) < 2
        or heads[1] != heads[0] + 1
        or (len(above) > heads[1] + 1 and above[heads[1] + 1].label == "heading")
    ):
        return False
    headline, label = above[heads[0]].unit, above[heads[1]].unit
    marked = headline.kind == label.kind == "heading"
    short = (
        len(label.text.split()) <= _LABEL_WORDS and len(label.text) < len(headline.text) and label.text[-1].isalpha()
    )
    return marked and short and sum(each.label == "text" for each in above[: heads[0]]) > 0


def _goes_on(after: Unit | None, page: Page) -> bool:
    """Whether the next line is the second one of a headline that begins with a name."""
    if after is None or after.kind != "paragraph":
        return False
    return after.text[:1].islower() or (after.gap == -1 and page.units[-1].block > 2)


def _is_over_text(page: Page) -> bool:
    """Whether the text comes behind the heading under a line, which then stands under the name of a column."""
    text = page.after(2)
    return text is not None and is_running_text(text, page)


def _signs_below(unit: Unit, last: Labelled, page: Page) -> bool:
    """Whether a name under a heading is no part of it and not whom a notice is about."""
    notice = page.patterns.rubric(last.unit.text) == "notice" or page.patterns.notice(last.unit.text)
    return not notice and not (unit.gap == -1 and unit.capitals == last.unit.capitals)
