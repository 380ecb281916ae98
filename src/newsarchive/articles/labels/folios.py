"""Folio lines, which tell date, page and section, and jump lines, which tell where a story goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

import msgspec

from newsarchive.articles.folio import is_folio, is_number_only, read_folio
from newsarchive.articles.labels.forms import is_byline
from newsarchive.articles.labels.notices import closes_notice
from newsarchive.articles.labels.page import SHORT, Found, Labelled, Page
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.units import Unit

_folio_signs = re.compile(r"[\d〇零一二三四五六七八九十０-９]").search
_jump_signs = re.compile(r"[\d〇零一二三四五六七八九十０-９]|本版").search
_folio_words = re.compile(
    r"(?:年|[./\-])\s*[\d一二三四五六七八九十]{1,2}\s*(?:月|[./\-])|[版面頁页号號호曜면]|\d\s?월\s?\d|요일|星期|年[正一二三四五六七八九十]"
).search
_ends_in_word = re.compile(r"[^\W\d_]{2}\.\Z").search
_reader_pointer = re.compile(r"[^。！？]{4,30}[　 ]+(?:[A-Z]?[0-9]{1,2}\s*版(?:·[一-鿿]{2,5})?|[A-Z][0-9]{2})\Z").match
_FOLIO, _OF_FOLIO = 60, frozenset(["folio", "masthead", "label", "label-of-page", "running-head"])
_HEAD_OF_PAGE = 5  # units
_ITEMS = 10  # units in which the next item of a list begins
_item_number = re.compile(r"(\d{1,2}) [A-ZÀ-Þ][^\d|·•—–]{2,30}\Z").match
_two_days = re.compile(
    r"[A-ZÀ-Þ][^\W\d]{2,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:[a-zß-ÿ]{1,3}|&) \d{1,2}(?:st|nd|rd|th)?\.?\Z"
).match
_page_of_file = re.compile(r"Page \d{1,4}\Z").match  # above a page of a PDF file, whatever its language
_POINTER = 16  # characters of a line that holds nothing but the number of a page


def jump_line(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > SHORT or (page.wide and not _jump_signs(unit.text)):
        return None
    if len(unit.text) <= _POINTER and not page.wide and len(unit.text.split()) <= 2:
        begun = any(each.label == "text" for each in page.labelled)
        if not begun or page.at >= len(page.units) - 2:
            return None  # the page's own number
    bare = unit.text.strip(" .。·●■▶►→•☛")
    if page.patterns.jump_alone(unit.text) or (bare != unit.text and page.patterns.jump_alone(bare)):
        return "jump", 0.95
    pointer = page.wide and len(unit.text) <= 40 and not unit.text[0].isdigit() and _reader_pointer(unit.text)
    return ("label-of-page", 0.8) if pointer else None  # of an index of other pages


def _is_next_line_of_folio(unit: Unit, page: Page) -> bool:
    """Whether a line under one of a folio, in its block, holds nothing but a date, a weekday or a number."""
    last = page.labelled[-1] if page.labelled else None
    if last is None or last.label != "folio" or unit.gap != -1 or last.unit.block != unit.block:
        return False
    found, rest = read_folio(unit.text, page.patterns)
    return not rest and bool(found.date or found.page or found.marks)


def folio(unit: Unit, page: Page) -> Found | None:
    """The line with date, page and section."""
    if page.labelled and page.labelled[-1].rule == "official-signature" and not _has_date_and_page(unit, page):
        return None  # the date under a notice
    if len(unit.text) > (70 if unit.kind == "heading" else SHORT):
        return None
    if _is_next_line_of_folio(unit, page):
        return "folio", 0.85
    if unit.gap == -1 and unit.at[0] > 12 and not (len(unit.text) < 40 and _has_date_and_page(unit, page)):
        return None
    if unit.text[-1] in "。，；：！？,;:!?" or not _folio_signs(unit.text):
        return None
    if page.patterns.main.script == "kore" and (_ends_in_word(unit.text) or is_byline(unit.text, page.patterns)):
        return None  # a caption; a signature with the hour of the web page
    if (
        not page.wide
        and page.at <= _HEAD_OF_PAGE
        and len(unit.text) <= 30
        and _is_number_of_issue(unit.text, page.patterns)
    ):
        return "folio", 0.8
    after = page.after()
    under_name = bool(page.labelled) and page.labelled[-1].label == "byline"
    if (
        not page.wide
        and page.labelled
        and page.labelled[-1].label == "text"
        and closes_notice(unit, page.labelled[-1], page)
    ):
        return None
    if not page.wide and under_name and after is not None and len(after.text) > SHORT:
        return None  # place and day between a name and the text
    if page.patterns.notice(unit.text):
        return None  # the years of a life
    if not page.wide and page.patterns.masthead(unit.text) and not read_folio(unit.text, page.patterns)[0].date:
        return None  # Founded 1869
    if (
        not page.wide
        and unit.kind == "heading"
        and page.at > _HEAD_OF_PAGE
        and after is not None
        and len(after.text) > SHORT
    ):
        return None  # a heading with a number, over its text
    if page.patterns.contact(unit.text) and not read_folio(unit.text, page.patterns)[0].date:
        return None
    if not page.wide and _is_deck_with_number(unit, page):
        return None
    if is_number_only(unit.text) and unit.kind != "heading":
        return "folio", 0.8
    at_edge = page.at < 5 or page.at >= len(page.units) - 3 or _beside_page_mark(page)
    if page.wide and len(unit.text) > (16 if at_edge else 0) and unit.kind == "heading" and not _folio_words(unit.text):
        return None
    if is_folio(unit.text, page.patterns, at_edge=at_edge) and not (not page.wide and _counts_items(unit, page)):
        return "folio", 0.9
    return ("page-marker", 0.8) if page.at == 0 and not page.wide and _page_of_file(unit.text) else None


def _is_deck_with_number(unit: Unit, page: Page) -> bool:
    """Whether a line that tells neither year nor paper stands between a headline and its text: June 1 is in a deck."""
    after, last = page.after(), page.labelled[-1] if page.labelled else None
    between = last is not None and last.label == "heading" and after is not None and len(after.text) > SHORT
    if not between or page.at <= _HEAD_OF_PAGE or is_number_only(unit.text):
        return False
    told = read_folio(unit.text, page.patterns)[0]
    return told.date is None and told.publication is None


def _is_number_of_issue(text: str, patterns: Patterns) -> bool:
    """Whether a line says nothing but the number or the year of the issue: Nr. 66. / 49. Jahrgang."""
    rest, found = patterns.folio_asides.subn("", text)
    worded = any(c.isalpha() for c in text) and not patterns.price(text)
    return found > 0 and worded and not any(c.isalnum() for c in rest)


def _counts_items(unit: Unit, page: Page) -> bool:
    """Whether a number before words is that of an item, since the one before or behind it stands before other words
    near by, or whether two days of a month are named: 1 MILL / 2 WEIR; June 2 and 3."""
    if _two_days(unit.text):
        return True
    match = _item_number(unit.text)
    if match is None:
        return False
    beside = (f"{int(match[1]) - 1} ", f"{int(match[1]) + 1} ")
    near = islice(page.units, max(page.at - _ITEMS, 0), page.at + _ITEMS)
    return any(each.text.startswith(beside) and _item_number(each.text) for each in near)


def _has_date_and_page(unit: Unit, page: Page) -> bool:
    found, _ = read_folio(unit.text, page.patterns)
    return bool(found.date and found.page)


def _beside_page_mark(page: Page) -> bool:
    beside = (page.before(), page.after())
    return any(each is not None and each.kind == "furniture" and each.name == "page-marker" for each in beside)


def whole_folios(labelled: Sequence[Labelled]) -> list[Labelled]:
    """The units of a page; the lines of one block at its head or foot that together tell date, page, section and paper
    are one folio."""
    whole: list[Labelled] = []
    others = {each.unit.block for each in labelled if each.label not in _OF_FOLIO}
    for each in labelled:
        last = whole[-1] if whole else None
        apart = each.unit.block not in others and each.unit.gap == -1
        if last is not None and apart and _goes_on_folio(last, each):
            pieces = (*last.unit.pieces, *each.unit.pieces)
            unit = msgspec.structs.replace(
                last.unit,
                pieces=pieces,
                text=" ".join((last.unit.text, each.unit.text)),
                at=(last.unit.at[0], each.unit.at[1]),
            )
            whole[-1] = Labelled(unit, "folio", last.rule, last.confidence)
        else:
            whole.append(each)
    return whole


def _goes_on_folio(last: Labelled, each: Labelled) -> bool:
    labels = {last.label, each.label}
    short = len(last.unit.text) + len(each.unit.text) <= _FOLIO
    named = each.unit.text[-1] not in ":："  # 专栏:, a field that is empty
    return "folio" in labels and last.unit.block == each.unit.block and short and named
