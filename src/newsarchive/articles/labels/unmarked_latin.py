"""Latin headings that the tool did not mark: short lines without a stop, known by capitals and by their neighbours."""

from __future__ import annotations

import re

from newsarchive.articles.bylines import is_bare_name
from newsarchive.articles.labels.forms import TITLE_LINE, has_titled_words, is_byline, is_place_and_day, official
from newsarchive.articles.labels.neighbours import (
    breaks_off,
    is_open,
    is_running_text,
    last_before,
    opens_with_dateline,
)
from newsarchive.articles.labels.page import Found, Labelled, Page
from newsarchive.articles.labels.unmarked_latin_signs import is_surely_heading
from newsarchive.articles.sentences import (
    begins_inside,
    closes_quotation,
    ends_in_title,
    ends_sentence,
    is_titled,
    speaks,
    stops_inside,
)
from newsarchive.articles.units import Unit

_SHORT = 130  # characters of the longest line of a heading
_LONGEST_LINE = 60  # characters of the longest line of a headline where words have no spaces
_CLOSING = "”」』》）)！？!?…"
_LINE = 32  # characters of a line that are more than East Asian columns hold
_CROSSHEAD = 3  # words of the longest crosshead on a page without marks
_SENTENCE = 5  # words of the longest heading in small letters with a stop, where headings have capitals
_SHORT_LINE = 10  # characters of a line of a headline that need no longer word: For Gas
_DECK = 260  # characters of the longest deck
_inner_stop = re.compile(r"[a-zß-ÿ]{3}[.!?] [A-ZÀ-Þ].{3}").search
# Shoes Ltd, Mill Street 12
_address = re.compile(r"[^,]{3,40}, [A-ZÀ-Þ][^\W\d]{2,}[^,\d]{0,20} \d{1,4}[a-z]?(?:,|\Z)").match
_has_word = re.compile(r"[^\W\d_]{2}").search
_ends_in_figure = re.compile(r".{0,36}(?:[ .\-–—+$£€]|\A)(?:\d[\d.,]{0,9})?\d ?[%°c]?\Z").match
_run_in = re.compile(r"[.:] ?[—–] ?[A-ZÀ-Þ]").search  # Monday.—Before Mr. Fielding
_stray_bullet = re.compile(r"(?:[+*>»]|«(?!.*»)) ?[A-ZÀ-Þ]").match  # what tools make of a bullet before a run-in lead


def short_latin_line(unit: Unit, page: Page) -> Found | None:
    """A short Latin line without a stop, before a lead, a signature or a text; or one with many signs of a heading."""
    if found := _heading_by_conditions(unit, page):
        return found
    if len(unit.text) > _SHORT or page.patterns.speaker(unit.text) or page.patterns.salutation(unit.text):
        return None
    return ("heading", 0.6) if is_surely_heading(unit, page) else None


def _heading_by_conditions(unit: Unit, page: Page) -> Found | None:
    text, last, after = unit.text, last_before(page), page.after()
    if len(text) > _SHORT or page.patterns.speaker(text) or ends_in_title(text, page.patterns):
        return None
    if _is_kicker_of_sentences(unit, last, page):
        return "heading", 0.6
    if page.patterns.salutation(text) or breaks_off(page):
        return None
    if after is not None and _is_first_half(text, after, page):
        return None
    runs_on = is_open(last, page) and not _is_titled_stack(unit)
    if (runs_on and not unit.capitals) or opens_with_dateline(unit, page):
        return None
    if _goes_on_below(unit, after, page) or not (_looks_like_latin_heading(unit, page) or _old_heading(unit, page)):
        return None
    if after is not None and not unit.capitals and page.patterns.jump_alone(after.text):
        return None  # a sentence that breaks off, and where it goes on
    signed = after is not None and is_byline(after.text, page.patterns)
    if after is None or after.kind == "image" or (after.text[:1].islower() and not signed) or text[-1] == "-":
        return None
    if is_running_text(after, page) or after.kind == "heading" or signed:
        return "heading", 0.7
    set_so = page.breaks_at_capitals and page.heads_are_titled and has_titled_words(text)
    return ("heading", 0.6) if set_so or _stands_over(unit, after, last, page) else None


def _stands_over(unit: Unit, after: Unit, last: Labelled | None, page: Page) -> bool:
    """Whether what follows a line that looks like a heading is another line of it, or the first of its text."""
    if len(after.text) <= _SHORT and after.kind == "paragraph" and not ends_sentence(after.text):
        return True
    if _line_over_text(after, page) or (page.stops_after_headings and is_place_and_day(after.text)):
        return True
    return after.capitals or _looks_like_latin_heading(after, page) or _opens_old_stack(unit, after, last, page)


def _is_first_half(text: str, after: Unit, page: Page) -> bool:
    """Whether a line and the text under it are halves of a sentence that a column cut."""
    inside = closes_quotation(text, after.text) or begins_inside(after.text)
    return inside and after.kind == "paragraph" and is_running_text(after, page)


def want_ad(unit: Unit, page: Page) -> Found | None:
    """What is offered or wanted, on a line apart over the small letters with which the advertisement goes on."""
    if page.patterns.main.script != "latn" or unit.gap <= 0 or not _may_be_half(unit) or len(unit.text) > _LINE:
        return None
    after = page.after()
    goes_on = after is not None and after.gap > 0 and after.text[:1].islower() and ends_sentence(after.text)
    return ("heading", 0.6) if goes_on and page.patterns.advert(unit.text) else None


def broken_headline(unit: Unit, page: Page) -> Found | None:
    """A line of a headline whose phrase goes on in small letters on the next, where no heading is marked and an empty
    line stands between all lines: short ones, set apart, after a whole text and over a signature or a text."""
    if page.wide or page.marked or unit.gap <= 0 or not _may_be_half(unit):
        return None
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    if last is not None and last.rule == "broken-headline" and unit.text[0].islower():
        return "heading", 0.6
    if (
        not (unit.text[0].isupper() or unit.text[0].isdigit())
        or is_open(last_before(page), page)
        or after is None
        or after.gap <= 0
    ):
        return None
    if not _may_be_half(after) or not after.text[0].islower():
        return None
    below = (page.after(2), page.after(3))
    return ("heading", 0.6) if _leads_to_text(below[0], below[1], page) else None


def _may_be_half(unit: Unit) -> bool:
    """Whether a unit is one line as short as one of a headline, and ends in a word."""
    ended = unit.text.rstrip("’'”\"»")[-1:]
    return unit.kind == "paragraph" and len(unit.pieces) == 1 and len(unit.text) <= TITLE_LINE and ended.isalnum()


def _leads_to_text(first: Unit | None, second: Unit | None, page: Page) -> bool:
    """Whether a signature or a text that begins with a capital comes next, or under one line without a stop."""
    if first is None or first.kind != "paragraph" or first.text[:1].islower():
        return False
    if is_byline(first.text, page.patterns) or is_running_text(first, page) or is_bare_name(first.text, page.patterns):
        return True
    deck = not ends_sentence(first.text) or first.text[-1] in _CLOSING
    return deck and second is not None and second.gap > 0 and _leads_to_text(second, None, page)


def _is_titled_stack(unit: Unit) -> bool:
    """Whether a unit inside a block is two short lines or more whose longer words, three at least, have capitals."""
    several = len(unit.pieces) > 1 and unit.gap == -1 and len(unit.text) <= _DECK / 3
    return several and is_titled(unit.text) and has_titled_words(unit.text)


def _goes_on_below(unit: Unit, after: Unit | None, page: Page) -> bool:
    """Whether a line is the first half of a sentence: in small letters it ends in a word after which more has to come,
    over a text and no second line, or the page breaks lines before capitals and it is not set apart."""
    if page.breaks_at_capitals and not _is_set_apart(unit, page):
        return True
    if unit.capitals or after is None or not page.patterns.clause_open(unit.text):
        return False
    sentence = ends_sentence(after.text) and not after.capitals and not has_titled_words(unit.text)
    return page.breaks_at_capitals or is_running_text(after, page) or sentence


def _is_set_apart(unit: Unit, page: Page) -> bool:
    """Whether a line of a page that breaks lines before capitals stands as headlines do there: in a block of short
    lines without a stop; or as a crosshead, in a few words over a full line of the same block."""
    after = page.after()
    if after is None or after.text.lstrip("'\"“‘(«")[:1].islower():
        return False
    if after.gap == -1 and (ends_sentence(after.text) or len(after.text) > TITLE_LINE):
        return len(unit.text.split()) <= _CROSSHEAD and len(after.text) > TITLE_LINE
    if len(unit.text) > _DECK / 3 or after.text[:1].islower():
        return False
    short = len(unit.text) <= _SHORT_LINE and unit.text[0].isupper() and (unit.gap == -1 or after.gap == -1)
    return unit.capitals or not page.heads_are_titled or has_titled_words(unit.text) or short


def _is_kicker_of_sentences(unit: Unit, last: Labelled | None, page: Page) -> bool:
    """Whether a line without its last stop stands over a marked headline and under no text: L'ordinanza. Le proteste"""
    after = page.after()
    if page.wide or after is None or after.kind != "heading" or unit.gap == -1 or not unit.text[-1].isalnum():
        return False
    return (last is None or last.label not in ("text", "heading")) and not page.patterns.contact(unit.text)


def _line_over_text(after: Unit, page: Page) -> bool:
    """Whether the next line is the short first one of a block of running text: an agency, a place and a day."""
    then = page.after(2)
    if after.gap <= 0 or len(after.text) > 50 or then is None or then.gap != -1:
        return False
    return is_running_text(then, page)


def _old_heading(unit: Unit, page: Page) -> bool:
    """A short line with a stop, in a paper that set stops after its headings, over a text that is much longer."""
    text = unit.text
    if page.marked or not page.stops_after_headings or len(text) > 60 or len(unit.pieces) > 2 or len(text.split()) > 8:
        return False
    if _inner_stop(text) or _run_in(text):
        return False
    if page.patterns.main.language == "en" and len(text.split()) > _SENTENCE and not has_titled_words(text):
        return False  # in English papers, which set capitals in headings
    quoted = any(mark in text for mark in '“”„"«»')
    if not text[:1].isupper() or quoted or _is_dialogue(unit, page) or re.match(r"[A-ZÀ-Þ. ]+,", text):
        return False
    for steps in range(1, 5):  # other lines of the stack may stand between
        after = page.after(steps)
        if after is None:
            return False
        if len(after.text) > 2.5 * len(text) or is_byline(after.text, page.patterns):
            return True
        if len(after.text) > 70:
            return False
    return False


def _opens_old_stack(unit: Unit, after: Unit, last: Labelled | None, page: Page) -> bool:
    """Whether a line with a stop stands under no text and over another such line, in a paper that set stops after its
    headings: the first of the stack at the head of a page."""
    if page.marked or not page.stops_after_headings or (last is not None and last.label == "text"):
        return False
    below = page.after(2)
    if below is None or after.kind != "paragraph" or len(after.text.split()) > 8 or _inner_stop(after.text):
        return False
    second = after.text[:1].isupper() and after.text[-1] in ".!?" and len(after.text) <= _LONGEST_LINE
    return second and not is_byline(after.text, page.patterns) and not page.patterns.contact(after.text)


def _looks_like_latin_heading(unit: Unit, page: Page) -> bool:
    text = unit.text
    if (
        text[:1].islower()
        or not (_has_word(text) or page.patterns.notice(text))
        or stops_inside(text)
        or _is_row(unit, page)
    ):
        return False
    if text[:2] in ("- ", "– ", "— ") or _stray_bullet(text):
        return False  # an item of a list, or a speech
    want_ad = not unit.capitals and text[:2].isupper() and any(mark in text for mark in ";,")
    if want_ad and page.patterns.advert(text[:24]):
        return False  # LOST, between station and mill, …
    if page.patterns.contact(text) or (page.marked and _address(text)):
        return False
    if unit.capitals:
        return True
    if text[-1] in ",;" or official(text) or (text[-1] == ":" and not _leads_to_headline(unit, page)):
        return False
    if not ends_sentence(text):
        return not (_inner_stop(text) or "@" in text)
    if text[-1] in "!?":
        inner = _inner_stop(text) is not None
        long = (len(text) > 60 and page.marked) or (inner and (page.marked or len(text) > 60))
        return not (long or _is_dialogue(unit, page))
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    titled = sum(word[0].isupper() for word in words) >= len(words) * 0.75 and len(words) > 1
    return page.stops_after_headings and titled and len(text) < 90


def _is_row(unit: Unit, page: Page) -> bool:
    """Whether a line ends in a figure, as does a line beside it in the same block, or holds a row of dots: a row of a
    table."""
    if "...." in unit.text:
        return True
    if not _ends_in_figure(unit.text):
        return False
    before, after = page.before(), page.after()
    above = before is not None and unit.gap == -1 and _ends_in_figure(before.text) is not None
    return above or (after is not None and after.gap == -1 and _ends_in_figure(after.text) is not None)


def _leads_to_headline(unit: Unit, page: Page) -> bool:
    """Whether a line that ends in a colon stands apart over a short line: a kicker."""
    after = page.after()
    if after is None or unit.gap == -1 or after.gap <= 0 or len(unit.text) > 70:
        return False
    last = page.labelled[-1] if page.labelled else None
    if page.at > page.letters_at and last is not None and last.label == "heading":
        return True  # what a letter answers to
    return after.kind == "paragraph" and len(after.text) <= 70 and not ends_sentence(after.text)


def _is_dialogue(unit: Unit, page: Page) -> bool:
    """Whether a line is a speech in a report that names each speaker: Mr. Tarn: Who is paying for this?"""
    beside = (page.before(), page.after())
    return bool(speaks(unit.text)) and any(each is not None and speaks(each.text) for each in beside)
