"""The paper's own lines: its name, its makers, its price, and the weather that stands beside them."""

from __future__ import annotations

import re

from newsarchive.articles.folio import is_folio, read_folio
from newsarchive.articles.labels.page import SHORT, Found, Page
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit

_phrase = re.compile(r"\b(?:by|to|for|on|at|with|from)\b", re.IGNORECASE).search
_numerals = re.compile(r"[\d〇零一二三四五六七八九十０-９]").search
_LABEL = 24  # characters of the label over it
_FORECAST = 220  # characters of the longest forecast


def masthead(unit: Unit, page: Page) -> Found | None:
    """The name of the paper, alone at the head or the foot of the page, or what is printed under it."""
    if len(unit.text) > SHORT:
        return None
    at_head = page.at < 4 and all(each.label != "text" for each in page.labelled)
    at_foot = page.at >= len(page.units) - (2 if page.wide or not _stands_over_text(page) else 1)
    if (
        (at_head or at_foot)
        and page.patterns.rubric(unit.text) is None
        and not unit.text[0].islower()
        and len(unit.text) <= 40
        and page.patterns.paper_line(unit.text.strip(" .。"))
        and not _phrase(unit.text)
    ):
        return "masthead", 0.85
    if page.wide and (at_head or page.at >= len(page.units) - 2) and _spelt_name(unit.text):
        return "masthead", 0.7
    if not page.wide and _is_motto(unit, page):
        return "masthead", 0.7
    if not page.wide and _names_paper(unit, page):
        return "masthead", 0.7
    if page.at < 2 and unit.capitals and page.patterns.paper_line(_closed_up(unit.text)):
        return "masthead", 0.7
    edge = page.at < 8 or page.at >= len(page.units) - 3
    return ("masthead", 0.9) if edge and page.patterns.masthead(unit.text) else None


def _stands_over_text(page: Page) -> bool:
    """Whether a text follows, which the paper's name at the foot of a page does not stand over."""
    after = page.after()
    return after is not None and after.kind == "paragraph" and ends_sentence(after.text)


_spelt_name = re.compile(r"[A-Z][A-Z·.'’ ]{6,38}\Z").match  # CHANGLAN RIBAO, beside the name in characters


def imprint(unit: Unit, page: Page) -> Found | None:
    """A short line among those at the head of a page that say who makes the paper, where, and at what price."""
    return ("masthead", 0.7) if not page.wide and page.at < page.imprint_ends else None


def _is_motto(unit: Unit, page: Page) -> bool:
    """Whether a short line stands between the paper's name and the line with date or price."""
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    if last is None or last.label != "masthead" or after is None or unit.kind == "heading" or len(unit.text) > 70:
        return False
    if ends_sentence(unit.text) or after.kind == "heading":
        return False
    short = len(after.text) <= SHORT
    return short and (is_folio(after.text, page.patterns, at_edge=True) or bool(page.patterns.price(after.text)))


def _names_paper(unit: Unit, page: Page) -> bool:
    """Whether the first line of a page is short and stands over the line with date and number, or one in capitals
    between that line and the motto or the price of the paper; another line may stand between the two."""
    after, name = page.after(), unit.text.removesuffix(".") if unit.capitals else unit.text
    if after is None or len(unit.text) > 40 or ends_sentence(name):
        return False
    if page.at > 0:
        first = page.at == 1 and page.labelled[0].label == "folio"
        told = bool(page.patterns.masthead(after.text) or page.patterns.price(after.text))
        return first and unit.capitals and len(after.text) <= SHORT and told
    below = page.after(2)
    if below is not None and len(after.text) <= SHORT and not after.capitals and _tells_number(below.text, page):
        after = below
    if unit.kind == "heading" and not (unit.capitals and read_folio(after.text, page.patterns)[0].date):
        return False
    words = unit.text.split()
    named = unit.capitals or (unit.text[:1].isupper() and words[-1][:1].isupper())
    dated = len(after.text) <= SHORT and is_folio(after.text, page.patterns, at_edge=True)
    return len(words) > 1 and named and dated and not any(c.isdigit() for c in unit.text)


def _tells_number(text: str, page: Page) -> bool:
    """Whether a short line tells the date and the number of an issue."""
    if len(text) > SHORT or not _numerals(text):
        return False
    told = read_folio(text, page.patterns)[0]
    return told.date is not None and told.marks > 0


def _closed_up(text: str) -> str:
    """`TH E KESTREL BAY EVENI NG STAR.` with the gaps of a damaged line closed as far as they show."""
    return re.sub(r"(?<=[A-Z]{2}) (?=[A-Z]{1,2}\b)", "", text).strip(" .")


_name_and_office = re.compile(r"[A-ZÀ-Þ][\w.'’ -]{3,40}, [A-ZÀ-Þ][\w -]{4,40}\Z").match


def makers(unit: Unit, page: Page) -> Found | None:
    last = page.labelled[-1] if page.labelled else None
    if not page.wide and last is not None and last.label == "editors" and unit.gap <= 0 and _name_and_office(unit.text):
        return "editors", 0.8
    return ("editors", 0.95) if len(unit.text) <= SHORT and page.patterns.editors(unit.text) else None


_labelled_line = re.compile(r"(?:[一-鿿]{2,4}|(?:きょう|あす|今日|明日)のお?天気)[ 　]\S+[ 　]").match


def weather(unit: Unit, page: Page) -> Found | None:
    if not page.wide and _is_weather_with_label(unit, page):
        return "weather", 0.75
    short = len(unit.text) <= (120 if page.wide else 220) and unit.kind == "paragraph"
    if not short or not page.patterns.weather(unit.text):
        return None
    last = page.labelled[-1] if page.labelled else None
    in_story = page.wide and last is not None and last.label == "text" and page.in_weather_story
    in_story = in_story and not _labelled_line(unit.text)  # 天氣　北部多雲　中南部晴
    return None if in_story else ("weather", 0.8)


def _is_weather_with_label(unit: Unit, page: Page) -> bool:
    """Whether a label of one to three words stands over the forecast that it names, or a text is that forecast."""
    before = page.labelled[-1] if page.labelled else None
    if unit.kind != "paragraph" or len(unit.text) > _FORECAST:
        return False
    if before is not None and before.rule == "weather" and _is_label(before.unit, page):
        return page.patterns.weather(f"{before.unit.text}: {unit.text}") is not None
    after = page.after() if _is_label(unit, page) else None
    short = after is not None and after.kind == "paragraph" and len(after.text) <= _FORECAST
    return short and after is not None and page.patterns.weather(f"{unit.text}: {after.text}") is not None


def _is_label(unit: Unit, page: Page) -> bool:
    """Whether a line is one to three words without a mark, and does not only say when, as TODAY does."""
    few = len(unit.text) <= _LABEL and len(unit.text.split()) <= 3 and unit.text.replace(" ", "").isalpha()
    return few and page.patterns.lead_time(unit.text) is None


def price(unit: Unit, page: Page) -> Found | None:
    short = len(unit.text) <= 80 and unit.kind == "paragraph"
    return ("price", 0.8) if short and page.patterns.price(unit.text) else None
