"""Lines that say who writes, from where and when: bylines known by their words, desks, places and datelines."""

from __future__ import annotations

import re

from newsarchive.articles.bylines import (
    initials_alone,
    is_bare_name,
    is_name_in_capitals,
    read_lead,
    reader_and_place,
)
from newsarchive.articles.labels.forms import bracket_pair, is_byline, is_place_and_day
from newsarchive.articles.labels.neighbours import is_running_text, last_before, opens_story
from newsarchive.articles.labels.page import Found, Labelled, Page
from newsarchive.articles.labels.signatures import one_place, small_place
from newsarchive.articles.names import roles_of
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit

_DECK = 260  # characters of the longest deck
_INITIALS = 12  # characters of the longest initials in brackets
_CREDIT = 40  # characters of the longest credit on a line of its own
_reporting_office = re.compile(
    r"[一-鿿]{2,14}(?:中心|办公室|委员会|管理局|协会|学会|编辑部|课题组|宣传部|研究院|研究所)\Z"
).match
_marked_name = re.compile(r"[□■●○◎◆▲☆◇][ 　]?[一-鿿]{2,4}\Z").match
_address = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+\Z", re.ASCII).match
_name_and_place = re.compile(r"[A-ZÀ-Þ][^\d/]{2,28} (?:/|- ?) ?[A-ZÀ-ÞĞİŞ][A-ZÀ-ÞĞİŞ' .-]{2,22}\Z").match
_places = re.compile(r"[A-ZÀ-Þ][^\W\d]+(?:[ -][A-ZÀ-Þ][^\W\d]+){0,2}\Z").match
_desk = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}, [A-Z]{2,6}(?:/[A-Z]{2,6})?\Z").match
_BESIDE_DESK = ("text", "heading", "jump", "caption", "credit", "image")
_day_signs = re.compile(r"\d|[一二三四五六七八九十]日|[(（]|day\b").search
_opens_with_dash = re.compile(r"[—─–]{2,}[^—。]{4,40}\Z").match


def byline_line(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > 160 or not unit.text:
        return None
    last = page.labelled[-1] if page.labelled else None
    if last is not None and last.rule == "caption-over-credit":
        return "credit", 0.8
    beside = page.wide and last is not None and last.label in ("image", "caption") and len(unit.text) < _CREDIT
    whole = unit.text[-1] in ")）】" or not opens_story(unit, page)
    if beside and whole and page.patterns.credit_line(unit.text):
        return "credit", 0.85
    if is_byline(unit.text, page.patterns):
        return "byline", 0.9
    if (
        page.patterns.main.script == "kore"
        and last is not None
        and last.label in ("text", "caption")
        and _address(unit.text)
    ):
        return "byline", 0.8
    if _is_office_in_brackets(unit, page) or _is_name_under_heading(unit, page) or _is_reader(unit, page):
        return "byline", 0.75
    if not page.wide and unit.text[0] in "—–-" and is_byline(unit.text.lstrip("—–- "), page.patterns):
        return "byline", 0.8  # — Associated Press
    if len(unit.text) <= 100 and (unit.text[0] in "(（【〔［[" or page.patterns.main.script == "hant"):
        lead = read_lead(unit.text, page.patterns)
        if lead and lead.byline and lead.end >= len(unit.text) and not lead.dateline:
            return "byline", 0.85
    return None


def _is_reader(unit: Unit, page: Page) -> bool:
    """Whether a name with a place in brackets stands under a whole text of Taiwan: 林知遠（溪尾鎮，工程師）"""
    if page.patterns.main.script != "hant" or unit.kind == "heading" or reader_and_place(unit.text) is None:
        return False
    last = last_before(page)
    return last is not None and last.label == "text" and bool(ends_sentence(last.unit.text))


def _is_office_in_brackets(unit: Unit, page: Page) -> bool:
    """Whether an office alone in brackets ends a Chinese text: （县委通讯组）"""
    match = bracket_pair.match(unit.text) if page.patterns.main.script in ("hans", "hant") else None
    last = last_before(page) if match is not None else None
    if match is None or last is None or last.label != "text" or not ends_sentence(last.unit.text):
        return False
    return page.patterns.organisation(match[1]) is not None


def _is_name_under_heading(unit: Unit, page: Page) -> bool:
    """Whether a short word behind a mark, the pen name ●老面, or an unmarked line that is nothing but an office stands
    between a marked mainland heading and its text."""
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    if page.patterns.main.script != "hans" or last is None or last.label != "heading" or after is None:
        return False
    if not is_running_text(after, page):
        return False
    office = unit.kind == "paragraph" and last.unit.kind == "heading" and _reporting_office(unit.text) is not None
    return office or _marked_name(unit.text) is not None


def second_byline_line(unit: Unit, page: Page) -> Found | None:
    """`Advertiser Staff` under the name, `Special to the Herald`."""
    last = page.labelled[-1] if page.labelled else None
    if last is None or last.label != "byline" or len(unit.text) > 50 or unit.gap > 1:
        return None
    if _address(unit.text):
        return "byline", 0.85
    words = unit.text.replace(",", " ").split()
    known = roles_of(page.patterns).others
    role = roles_of(page.patterns).before_folded.get(words[0].rstrip(":").casefold()) if words else None
    if unit.gap == -1 and role == "photographer" and len(words) > 2 and last.rule == "byline-line":
        return "byline", 0.85  # Text: … / Foto: …
    named = [word for word in words if word[:1].isupper() or len(word) < 4]
    if len(words) > 1 and len(named) == len(words) - 1 and words[-1].islower() and words[-1].capitalize() in known:
        return "byline", 0.8  # Herald staff
    titled = words and (words[-1] in known or (unit.capitals and words[-1].capitalize() in known))  # STAFF WRITER
    return ("byline", 0.8) if titled and len(named) == len(words) else None


def initials_line(unit: Unit, page: Page) -> Found | None:
    """Initials in brackets, between hyphens or with stops on a line of their own under the last sentence of a text:
    (kar), (M. J.), -kar-, m. j."""
    text = unit.text
    if page.patterns.main.script != "latn" or not 4 <= len(text) <= _INITIALS:
        return None
    last = last_before(page)
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    return ("byline", 0.85) if ended and initials_alone(text, page.patterns) else None


def name_and_place(unit: Unit, page: Page) -> Found | None:
    """Who writes and from where, in capitals between a heading and its text: L. G. / ALCOREJO, REDACCIÓN / VILLAMERA"""
    if page.wide or unit.kind != "paragraph" or not unit.capitals or len(unit.text) > _CREDIT:
        return None
    last, after = last_before(page), page.after()
    under = last is not None and last.label == "heading" and after is not None and is_running_text(after, page)
    return ("byline", 0.8) if under and _name_and_place(unit.text) else None


def name_over_desk(unit: Unit, page: Page) -> Found | None:
    """A name alone on its line over place and agency, above a text or at its end: ADA THORNE / MARLBECK, PTI."""
    after = page.after()
    if page.wide or unit.kind != "paragraph" or after is None or after.gap != -1 or len(unit.text) > _CREDIT:
        return None
    if not _desk(after.text) or not (is_name_in_capitals(unit.text) or is_bare_name(unit.text, page.patterns)):
        return None
    last = page.labelled[-1] if page.labelled else None
    return ("byline", 0.85) if last is not None and last.label in _BESIDE_DESK else None


def desk_line(unit: Unit, page: Page) -> Found | None:
    """Place and agency under such a name."""
    last = page.labelled[-1] if page.labelled else None
    return ("byline", 0.85) if last is not None and last.rule == "name-over-desk" and unit.gap == -1 else None


def source_line(unit: Unit, page: Page) -> Found | None:
    """Where a Chinese text is from or who said it, behind a dash under its end: ———《青江文摘》"""
    if page.patterns.main.script != "hans" or unit.kind != "paragraph" or not _opens_with_dash(unit.text):
        return None
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    return ("byline", 0.75) if ended and (after is None or after.gap >= 0 or len(after.text) < _CREDIT) else None


def place_line(unit: Unit, page: Page) -> Found | None:
    """A place alone on its line between the heading and the text."""
    if page.wide or unit.kind != "paragraph" or len(unit.text) > 24:
        return None
    last, after = last_before(page), page.after()
    if last is None or after is None:
        return None
    under_agency = last.label == "byline" and unit.gap == -1  # Press Trust of India / New Delhi
    place = unit.text.rstrip(" —–-")  # CAPE LORNE —
    form = _places if under_agency or place != unit.text else one_place
    under_name = page.labelled[-1].rule == "bare-name" and last.unit.capitals and not unit.capitals
    form = small_place if under_name else form
    if last.label not in ("heading", "byline") or not form(place) or _ends_text(last, page):
        return None
    shown = unit.capitals and last.label == "heading" and not last.unit.capitals
    shown = shown or (last.label == "byline" and unit.text[:1].isupper())
    text = after
    if after.gap == -1 and after.block == unit.block and is_bare_name(after.text, page.patterns):
        text = page.after(2) or after  # its writer's name stands right under the place
    return ("dateline", 0.7) if shown and len(text.text) >= 100 and text.kind == "paragraph" else None


def _ends_text(last: Labelled, page: Page) -> bool:
    """Whether a signature stands under a text that is no deck."""
    above = page.labelled[max(page.last_at - 2, 0) : page.last_at]
    under = last.label == "byline" and bool(above) and above[-1].label == "text"
    return under and (above[0].label != "heading" or len(above[-1].unit.text) > _DECK)


def dateline_line(unit: Unit, page: Page) -> Found | None:
    """Place and day alone on a line above the text."""
    if len(unit.text) > 70 or unit.kind == "heading" or not _day_signs(unit.text):
        return None
    lead = read_lead(unit.text + " A", page.patterns) or read_lead(unit.text, page.patterns)
    last, after = last_before(page), page.after()
    if lead and lead.dateline and lead.end >= len(unit.text):
        under_letter = last is not None and not page.wide and _ends_text(last, page)
        return ("dateline" if under_letter else "text"), 0.8
    under_head = last is not None and last.label in ("heading", "byline")
    if page.wide or not under_head or after is None or not is_running_text(after, page):
        return None
    if page.stops_after_headings and is_place_and_day(unit.text):
        return "dateline", 0.7
    lead = read_lead(unit.text + " — A", page.patterns)
    return ("dateline", 0.7) if lead and lead.dateline and lead.end > len(unit.text) else None
