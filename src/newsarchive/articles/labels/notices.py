"""Who signs a notice: the office, the clerk or the family under it, with place and day."""

from __future__ import annotations

import re

from newsarchive.articles.bylines import is_letter_signature
from newsarchive.articles.dictionary import tagged
from newsarchive.articles.labels.forms import official
from newsarchive.articles.labels.neighbours import heading_above, is_running_text, last_before
from newsarchive.articles.labels.page import SHORT, Found, Labelled, Page
from newsarchive.articles.names import person_and_beside
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit

_office = re.compile(
    r"[一-鿿]{4,24}(?:局|委员会|公司|小组|办公室|法院|管理处|中心|人民政府|委员會|管理所|协会|公所|事务所|医院|学校|銀行|银行)\Z"
).match
_document_number = re.compile(r".{0,24}[〔［\[(（](?:19|20)\d\d[〕］\])）]\s*(?:第\s*)?\d+\s*[号號]\Z").match
_date_alone = re.compile(
    r"(?:昭和|平成|令和|大正|明治|中華民國|民國)?[\d〇○零一二三四五六七八九十]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\Z"
).match
_place_and_date = re.compile(
    r"[A-ZÀ-Þ][^\d,]{2,24}, (?:[a-z]{2,3} )?\d{1,2}(?:\.|er|th)? (?:de )?[^\W\d]{3,10}\.?,? (?:de )?\d{4}\.?\Z"
).match
_office_alone = re.compile(
    r"(?:Der|Die|Das|Le|La|Les|L['’]|El|Il|The|De|Het) ?[A-ZÀ-Þ][^\W\d]+(?: [^\W\d]+)?\.\Z"
    r"|(?:MRS?|MISS|THE|[A-Z])\b[A-Z.,'’& ]{3,40} (?:FAMILY|CHILDREN|FAMILIES)\.\Z|Dated .{8,40}\d{4}\b.{0,50}\Z"
).match
_officer = re.compile(
    r"(?:[一-鿿々]{2,8}[ 　])?[一-鿿]{0,4}[長主任][ 　](?:[一-鿿々][ 　]?){2,5}\Z"
).match  # 會長 林水源
_PLACE_AND_DATE = 50  # characters of the longest place with day and year


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
    if not page.wide and closes_notice(unit, last, page):
        return "text", 0.7
    closed = ends_sentence(last.unit.text) or last.unit.text[-1].isdigit() or last.rule == "official-signature"
    if not page.wide and not page.letters and ends_sentence(last.unit.text) and _is_clerk(unit, last, page):
        return "text", 0.7
    if closed and not page.wide and _closes_latin_notice(unit, page):
        return ("text" if any(map(str.isdigit, unit.text)) else "byline"), 0.7
    if closed and _ends_notice(unit, page):
        return "text", 0.7
    if official(unit.text) or (
        page.wide and closed and (_signs_as_office(unit, page) or _date_alone(unit.text) or _office_and_date(unit.text))
    ):
        return "text", 0.7
    return None


def _signs_as_office(unit: Unit, page: Page) -> bool:
    """Whether a line is an office, and no mainland headline that ends in one: 盲文图书走进特教学校"""
    after = page.after()
    heads = page.patterns.main.script == "hans" and after is not None and is_running_text(after, page)
    return _office(unit.text) is not None and not (heads and any(mark == "v" for _, mark in tagged(unit.text)))


def _office_and_date(text: str) -> bool:
    office, _, date = text.strip().rpartition(" ")
    return bool(office and _office(office.strip()) and _date_alone(date))


def _is_clerk(unit: Unit, last: Labelled, page: Page) -> bool:
    """Whether a name with an office stands under an official notice: Ada Thorne, Town Clerk."""
    if len(unit.text) > 60 or not (
        person_and_beside(unit.text, page.patterns)[1] or is_letter_signature(unit.text, page.patterns)
    ):
        return False
    return any(page.patterns.notice(each.unit.text) for each in (heading_above(page) or last, last))


def closes_notice(unit: Unit, last: Labelled, page: Page) -> bool:
    """Whether a line is the place with day and year under an official notice, or the office in the line below it."""
    if len(unit.text) > _PLACE_AND_DATE or not ends_sentence(last.unit.text):
        return False
    if last.rule == "official-signature" and _place_and_date(last.unit.text):
        return unit.gap <= 0 and unit.text[-1] == "."
    if not _place_and_date(unit.text):
        return False
    head = heading_above(page)
    return head is not None and page.patterns.notice(head.unit.text) is not None


def _closes_latin_notice(unit: Unit, page: Page) -> bool:
    """Whether a short line under the text of a notice names the office or the family that gives it, or its day."""
    if len(unit.text) > SHORT or not _office_alone(unit.text):
        return False
    head = heading_above(page)
    return head is not None and page.patterns.notice(head.unit.text) is not None


def _ends_notice(unit: Unit, page: Page) -> bool:
    """Whether a short line names only offices, or ends in how somebody signs, under a Chinese notice that is whole."""
    if page.patterns.main.script not in ("hans", "hant", "jpan") or len(unit.text) > 40:
        return False
    head = heading_above(page)
    if head is None or not page.patterns.notice("".join(head.unit.text.split())):
        return False
    if page.patterns.main.script != "hans" and _officer(unit.text):
        return True
    signed = page.patterns.notice_end(unit.text) is not None
    return signed or all(page.patterns.organisation(part) for part in unit.text.split())
