"""What is printed on a page but belongs to no story, and what a reading machine put there."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from newsarchive.articles.folio import is_folio, is_number_only, paper_with_section, read_folio
from newsarchive.articles.labels.bylines import place_line
from newsarchive.articles.labels.letters import letter_signature
from newsarchive.articles.labels.notices import closes_notice
from newsarchive.articles.labels.page import SHORT, Found, Page, is_byline, is_place_and_day, letters_in
from newsarchive.articles.labels.signatures import bare_name
from newsarchive.articles.patterns import Matcher, Patterns, has_trigger, is_button, is_of_viewer, is_refusal
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit
from newsarchive.words import machine

_folio_signs = re.compile(r"[\d〇零一二三四五六七八九十０-９]").search


_jump_signs = re.compile(r"[\d〇零一二三四五六七八九十０-９]|本版").search


_folio_words = re.compile(
    r"(?:年|[./\-])\s*[\d一二三四五六七八九十]{1,2}\s*(?:月|[./\-])|[版面頁页号號호曜면]|\d\s?월\s?\d|요일|星期|年[正一二三四五六七八九十]"
).search


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
_ends_in_word = re.compile(r"[^\W\d_]{2}\.\Z").search
_phrase = re.compile(r"\b(?:by|to|for|on|at|with|from)\b", re.IGNORECASE).search


_reader_pointer = re.compile(r"[^。！？]{4,30}[　 ]+(?:[A-Z]?[0-9]{1,2}\s*版(?:·[一-鿿]{2,5})?|[A-Z][0-9]{2})\Z").match


_HEAD_OF_PAGE = 5  # units
_FORECAST = 220  # characters of the longest forecast
_LABEL = 24  # characters of its label, and of a scrape
_SCRAPED = 3  # spaces of the shortest scrape
_ITEMS = 10  # units in which the next item of a list begins
_item_number = re.compile(r"(\d{1,2}) [A-ZÀ-Þ][^\d|·•—–]{2,30}\Z").match
_two_days = re.compile(
    r"[A-ZÀ-Þ][^\W\d]{2,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:[a-zß-ÿ]{1,3}|&) \d{1,2}(?:st|nd|rd|th)?\.?\Z"
).match
_page_of_file = re.compile(r"Page \d{1,4}\Z").match  # above a page of a PDF file, whatever its language
_VIEWER = 140  # characters of the longest line of a digital library
_BUTTONS = 60  # characters of the longest line of buttons
_DATED = 40  # characters of the longest line with place and day
_POINTER = 16  # characters of a line that holds nothing but the number of a page
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
    if page.labelled and page.labelled[-1].rule == "official-signature":
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
    if len(text) > SHORT or not _folio_signs(text):
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


_labelled_line = re.compile(r"[一-鿿]{2,4}[ 　]\S+[ 　]").match


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
