"""What is printed on a page but belongs to no story, and what a reading machine put there."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.articles.folio import is_folio, paper_with_section
from newsarchive.articles.labels.bylines import place_line
from newsarchive.articles.labels.forms import is_byline, is_place_and_day, letters_in
from newsarchive.articles.labels.letters import letter_signature
from newsarchive.articles.labels.page import SHORT, Found, Page
from newsarchive.articles.labels.signatures import bare_name
from newsarchive.articles.patterns import Matcher, has_trigger, is_button, is_of_viewer, is_refusal
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit
from newsarchive.words import machine


@lru_cache
def _page_marker() -> Matcher:
    """Whether a line is a mark that a tool put between two pages: <!-- 第 5 页 -->, [Page 2 of 8], {3}-----."""
    word = "|".join(map(re.escape, machine().page_words))
    return re.compile(
        rf"<!--.*-->|[\[(<【]\s?(?:(?:{word})\s?\d+|第?\s?\d+\s?(?:{word}))(?:\s?(?:of|von|de|di|/)\s?\d+)?\s?[\])>】]?\Z"
        r"|P:\s?\d{1,3}\Z|\{\d+\}-{3,}\Z|={3,}|-{3,}\Z|\*{3,}\Z|_{3,}\Z",
        re.IGNORECASE,
    ).match


_clock = re.compile(r"\d:[0-5]\d").search
_LABEL = 24  # characters of a section's name, and of a scrape
_SCRAPED = 3  # spaces of the shortest scrape
_VIEWER = 140  # characters of the longest line of a digital library
_BUTTONS = 60  # characters of the longest line of buttons
_DATED = 40  # characters of the longest line with place and day
_CONTENTS = 160  # characters of the longest list of pages


_contents = re.compile(
    r"(?:[A-ZÀ-Þ](?:[^\W\d]|['’.&/ -]){1,24},? ?[A-Z]?\d{1,3}(?:-\d{1,3})?[ ,;.]{0,3}){4,}\Z"
).match  # a name holds no digit, so that a line can be cut in one way only


def picture(unit: Unit, page: Page) -> Found | None:
    return ("image", 0.99) if unit.kind == "image" else None


def table(unit: Unit, page: Page) -> Found | None:
    return ("table", 0.97) if unit.kind == "table" else None


def mark(unit: Unit, page: Page) -> Found | None:
    if unit.kind == "furniture":
        return unit.name, 0.97
    if len(unit.text) < 90 and _page_marker()(unit.text):
        return "page-marker", 0.9
    return None


def machine_speech(unit: Unit, page: Page) -> Found | None:
    """A vision model's own words: a short unit that no newspaper prints."""
    possible = len(unit.text) < 400 and page.may_hold_refusals and has_trigger(page.folded[page.at])
    return ("refusal", 0.9) if possible and is_refusal(unit.text) else None


def viewer(unit: Unit, page: Page) -> Found | None:
    """What the web page of a library or an electronic edition prints round a page: Image and text provided by …"""
    if page.wide and page.patterns.main.script != "kore" and len(unit.text) <= _BUTTONS:
        return ("noise", 0.9) if is_button(unit.text) else None
    if page.wide or unit.kind == "image" or len(unit.text) > _VIEWER or not unit.text[:1].isascii():
        return None
    return ("noise", 0.9) if is_of_viewer(unit.text, first=page.at == 0) else None


def repeated(unit: Unit, page: Page) -> Found | None:
    """The second and later copies of a long piece; a short one that stands on the page again is a running head."""
    if page.key not in page.seen:
        return ("alt", 0.8) if page.wide and _stands_over_caption(unit, page) else None
    if is_byline(unit.text, page.patterns) and not (page.labelled and page.labelled[-1].label == "loop"):
        return None  # who signs two stories
    if not page.wide and _is_dated_again(unit, page):
        return None
    if len(unit.text) < 16:
        return ("loop", 0.8) if _is_headline_twice(unit, page) else None
    return ("loop", 0.9) if len(page.key) >= 16 else None


def _is_dated_again(unit: Unit, page: Page) -> bool:
    """Whether a line that stood above is the place and day of another telegram: Wien, 29. Juni."""
    after = page.after()
    if unit.kind != "paragraph" or len(unit.text) > _DATED or after is None or len(after.text) < 2 * len(unit.text):
        return False
    return is_place_and_day(unit.text) is not None


def _stands_over_caption(unit: Unit, page: Page) -> bool:
    """Whether the next line says the same behind a triangle: a picture's other text over its caption."""
    after = page.after()
    triangle = after is not None and after.text[:1] in "▲▼◀▶" and len(unit.text) >= 8
    return triangle and after is not None and after.text[1:].lstrip() == unit.text


def _is_headline_twice(unit: Unit, page: Page) -> bool:
    """Whether a heading that stands on the page twice is too long for a section's name: a tool read it twice."""
    if unit.kind != "heading" or page.patterns.main.script in ("hans", "latn") or page.copies[page.key] != 2:
        return False
    known = page.patterns.rubric(unit.text) is not None
    return len(page.key) >= 8 and not known and not page.patterns.sections(unit.text)


def running_head(unit: Unit, page: Page) -> Found | None:
    """A short line that stands on the page again and again, or a section's name at its very top."""
    if len(unit.text) > 40 or page.copies.get(page.key, 0) < 2:
        return None
    if ends_sentence(unit.text) or unit.text[-1] in ":：" or unit.kind == "image" or _is_headline_twice(unit, page):
        return None
    if not page.wide and (bare_name(unit, page) or letter_signature(unit, page) or place_line(unit, page)):
        return None  # who signs two stories, and from where
    if page.patterns.main.script == "jpan" and page.patterns.caption(unit.text):
        return None
    bare = unit.text.strip("【】〔〕[]◆■●▼ 　")
    known = page.patterns.rubric(bare) is not None
    if (known and not page.patterns.sections(bare)) or page.patterns.notice(bare):
        return None
    return ("running-head", 0.75) if len(page.key) >= 2 else None


def page_label(unit: Unit, page: Page) -> Found | None:
    """A label of the page that stands over no story, or the name of a section at its head."""
    if not page.wide and len(unit.text) <= _CONTENTS and _lists_pages(unit, page):
        return "label-of-page", 0.85
    if len(unit.text) > SHORT:
        return None
    if page.patterns.label(unit.text):
        return "label-of-page", 0.85
    if len(unit.text) <= _LABEL and paper_with_section(unit.text, page.patterns):
        return "running-head", 0.8
    if _names_section_inside(unit, page):
        return "label-of-page", 0.7
    if page.at >= 4 or any(each.label not in ("folio", "page-marker", "masthead", "price") for each in page.labelled):
        return None
    if page.patterns.sections(unit.text):
        return "running-head", 0.75
    if page.labelled and not page.wide and _stands_over_stack(unit, page):
        return "running-head", 0.65
    return ("running-head", 0.7) if page.at == 0 and _names_section(unit, page) else None


def _names_section_inside(unit: Unit, page: Page) -> bool:
    """Whether an unmarked line between a story of Japan or Korea and the marked headline of another names a section."""
    if (
        page.patterns.main.script not in ("jpan", "kore")
        or unit.kind != "paragraph"
        or not page.patterns.sections(unit.text)
    ):
        return False
    after = page.after()
    return after is not None and after.kind == "heading" and any(each.label == "text" for each in page.labelled)


def _stands_over_stack(unit: Unit, page: Page) -> bool:
    """Whether words in capitals under the folio stand over a stack of three lines in small letters: a section."""
    if not unit.capitals or not 2 <= len(unit.text.split()) <= 5 or not unit.text[-1].isalpha() or unit.gap == -1:
        return False
    if "|" in unit.text or page.patterns.paper_line(unit.text):
        return False
    below = [page.after(steps) for steps in (1, 2, 3)]
    if any(each is not None and is_byline(each.text, page.patterns) for each in below):
        return False  # a kicker
    return all(each is not None and not each.capitals and _may_be_heading(each) for each in below)


def _may_be_heading(unit: Unit) -> bool:
    """Whether a unit is marked, or apart, short and without a stop."""
    if unit.kind == "heading" or unit.bold:
        return True
    return unit.kind == "paragraph" and unit.gap > 0 and len(unit.text) <= 130 and not ends_sentence(unit.text)


def _names_section(unit: Unit, page: Page) -> bool:
    """Whether the first words of an East Asian page stand alone over its line with date and page: 周日人物."""
    after = page.after()
    if not page.wide or after is None or len(unit.text) > 8 or page.patterns.paper_line(unit.text):
        return False
    if page.patterns.jump_alone(after.text) or _clock(after.text):
        return False  # a headline over the hour at which a web page was made
    return (
        unit.text.replace("·", "").isalpha()
        and len(after.text) <= SHORT
        and is_folio(after.text, page.patterns, at_edge=True)
    )


def _lists_pages(unit: Unit, page: Page) -> bool:
    """Whether a line says what stands on which page: Crossword 21 Churches 8-9 Obituaries 5 Radio 20."""
    return unit.kind == "paragraph" and _contents(unit.text) is not None and not page.patterns.detail(unit.text)


def noise(unit: Unit, page: Page) -> Found | None:
    if not page.wide and _is_scrape(unit.text):
        return "noise", 0.8
    if not letters_in(unit.text.strip("ー")) or (len(unit.text) <= 20 and _is_web_word(unit.text)):
        return "noise", 0.9
    return None


def _is_scrape(text: str) -> bool:
    """Whether a short line is what a worn rule leaves, marks with a letter or two among them: . ' i - * ~ ."""
    if len(text) > _LABEL or text.count(" ") < _SCRAPED or any(c.isdigit() for c in text):
        return False
    return all(len(word) == 1 for word in text.split()) and sum(map(str.isalpha, text)) * 4 <= len(
        text.replace(" ", "")
    )


def _is_web_word(text: str) -> bool:
    """Whether a line is one of those with which web pages part their texts: Read More."""
    return text.strip(" .…>»→[]").casefold() in machine().web_words
