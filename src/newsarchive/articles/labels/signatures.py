"""Signatures, datelines and notes that stand on lines of their own."""

from __future__ import annotations

import re

from newsarchive.articles.bylines import is_bare_name, is_letter_signature, is_pen_name, read_lead
from newsarchive.articles.labels.page import Found, Page, is_byline, is_running_text, last_before, official, opens_story
from newsarchive.articles.names import roles_of
from newsarchive.articles.units import Unit, ends_sentence

_bracket_pair = re.compile(r"^[(（]([^()（）]{2,12})[)）]$")


_place_behind = re.compile(r"(?<=[一-鿿])[(（][一-鿿]{2,4}[)）]$")


_caps_name = re.compile(
    r"(?:\((?:Mrs|Miss|Mr|Dr|Ms)\.?\) )?[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*){1,3}\Z"
).match


_day_signs = re.compile(r"\d|[(（]|day\b").search


_office = re.compile(
    r"[一-鿿]{4,24}(?:局|委员会|公司|小组|办公室|法院|管理处|中心|人民政府|委员會|管理所|协会|公所|事务所|医院|学校|銀行|银行)\Z"
).match


_spaced_name = re.compile(r"[一-鿿](?:[\s　]+[一-鿿]){1,3}\Z").match
_document_number = re.compile(r".{0,24}[〔［\[(（](?:19|20)\d\d[〕］\])）]\s*(?:第\s*)?\d+\s*[号號]\Z").match
_date_alone = re.compile(
    r"[\d〇○零一二三四五六七八九十]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\Z"
).match


def author_note(unit: Unit, page: Page) -> Found | None:
    return ("author-note", 0.9) if len(unit.text) <= 200 and page.patterns.author_note(unit.text) else None


def note(unit: Unit, page: Page) -> Found | None:
    return ("note", 0.85) if unit.kind != "heading" and page.patterns.note(unit.text) else None


def byline_line(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > 160 or not unit.text:
        return None
    if is_byline(unit.text, page.patterns):
        return "byline", 0.9
    if len(unit.text) <= 100 and (unit.text[0] in "(（【〔［[" or page.patterns.main.script == "hant"):
        lead = read_lead(unit.text, page.patterns)
        if lead and lead.byline and lead.end >= len(unit.text) and not lead.dateline:
            return "byline", 0.85
    return None


def second_byline_line(unit: Unit, page: Page) -> Found | None:
    """`Advertiser Staff` under the name, `Special to the Herald`."""
    last = page.labelled[-1] if page.labelled else None
    if last is None or last.label != "byline" or len(unit.text) > 50 or unit.gap > 1:
        return None
    words = unit.text.replace(",", " ").split()
    known = roles_of(page.patterns).others
    return (
        ("byline", 0.8) if words and words[-1] in known and all(w[:1].isupper() or len(w) < 4 for w in words) else None
    )


def spaced_name(unit: Unit, page: Page) -> Found | None:
    """A name set wide, 苏 长 庚, between a heading and its text; tools take it for a heading, too."""
    if (
        not page.wide
        or len(unit.text) > 12
        or not _spaced_name(unit.text)
        or not is_bare_name(unit.text, page.patterns)
    ):
        return None
    last, after = last_before(page), page.after()
    if last is None or last.label != "heading" or after is None:
        return None
    return ("byline", 0.8) if after.verse or is_running_text(after, page) else None


def bare_name(unit: Unit, page: Page) -> Found | None:
    """A name alone on its line, between a heading and its text, or at the end of a text."""
    if unit.kind == "heading" or (page.wide and (unit.bold or len(unit.text) > 20)):
        return None
    squeezed = "".join(unit.text.split())
    if page.wide and any(is_rubric(squeezed) for is_rubric in page.patterns.rubrics.values()):
        return None  # 简 讯
    last = last_before(page)
    after = page.after()
    if is_pen_name(unit.text) and last is not None and last.label == "text" and ends_sentence(last.unit.text):
        begins = after is not None and is_running_text(after, page)
        return None if begins and after is not None and not opens_story(after, page) else ("byline", 0.7)
    under_heading = last is not None and last.label == "heading" and not last.unit.capitals
    caps = under_heading and not page.wide and 2 <= len(unit.text.split()) <= 3 and _caps_name(unit.text) is not None
    text = _bracket_pair.sub(r"\1", _place_behind.sub("", unit.text)) if page.wide else unit.text
    if not caps and not is_bare_name(text, page.patterns):
        return None
    if last is None or (after is None and last.label != "text"):
        return None
    if last.label == "heading" and after is not None and is_running_text(after, page):
        return "byline", 0.8
    if last.label in ("text", "author-note") and ends_sentence(last.unit.text):
        upper = unit.capitals or page.patterns.main.script != "latn"
        ends = after is None or not is_running_text(after, page)
        return ("byline", 0.75) if ends and (upper or page.patterns.main.script == "latn") else None
    return None


def letter_signature(unit: Unit, page: Page) -> Found | None:
    """A name with an address under a letter."""
    if unit.kind == "heading" or not page.letters:
        return None
    last = last_before(page)
    if last is None:
        return None
    if last.label == "byline" and last.rule == "letter-signature" and unit.gap == -1 and len(unit.text) < 50:
        return "byline", 0.75
    if last.label != "text" or not ends_sentence(last.unit.text):
        return None
    if _caps_name(unit.text):
        return "byline", 0.75
    return ("byline", 0.75) if is_letter_signature(unit.text, page.patterns) else None


def official_signature(unit: Unit, page: Page) -> Found | None:
    """HANNAH STAMM, Executrix. under a notice, an office or a date: part of its text, as is a document's number."""
    if unit.kind == "heading":
        return None
    last = last_before(page)
    if last is None:
        return None
    if page.wide and len(unit.text) < 40 and _document_number(unit.text):
        return "text", 0.8
    if last.label != "text":
        return None
    closed = ends_sentence(last.unit.text) or last.unit.text[-1].isdigit() or last.rule == "official-signature"
    if official(unit.text) or (page.wide and closed and (_office(unit.text) or _date_alone(unit.text))):
        return "text", 0.7
    return None


def place_line(unit: Unit, page: Page) -> Found | None:
    """A place alone on its line between the heading and the text."""
    if page.wide:
        return None
    last, after = last_before(page), page.after()
    if unit.kind != "paragraph" or last is None or after is None or len(unit.text) > 24:
        return None
    if last.label not in ("heading", "byline") or not re.fullmatch(r"[^\W\d]+(?:-[^\W\d]+)?", unit.text):
        return None
    shown = unit.capitals and last.label == "heading" and not last.unit.capitals
    shown = shown or (last.label == "byline" and unit.text[:1].isupper())
    return ("dateline", 0.7) if shown and len(after.text) >= 100 and after.kind == "paragraph" else None


def dateline_line(unit: Unit, page: Page) -> Found | None:
    """Place and day alone on a line above the text."""
    if len(unit.text) > 70 or unit.kind == "heading" or not _day_signs(unit.text):
        return None
    lead = read_lead(unit.text + " A", page.patterns) or read_lead(unit.text, page.patterns)
    return ("text", 0.8) if lead and lead.dateline and lead.end >= len(unit.text) else None
