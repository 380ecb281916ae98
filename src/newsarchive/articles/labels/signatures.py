"""Signatures, datelines and notes that stand on lines of their own."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from newsarchive.articles.bylines import (
    initials_alone,
    is_bare_name,
    is_letter_signature,
    is_name_in_capitals,
    is_pen_name,
    read_lead,
)
from newsarchive.articles.labels.captions import ends_in_credit
from newsarchive.articles.labels.page import (
    LOOK_BACK,
    SHORT,
    Found,
    Labelled,
    Page,
    after_pictures,
    has_titled_words,
    is_byline,
    is_place_and_day,
    is_running_text,
    last_before,
    official,
    opens_story,
)
from newsarchive.articles.names import roles_of
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit

_ends_name = re.compile(r"(?:[^\W\d_]|, \d{1,3})\Z").search
_place_and_date = re.compile(
    r"[A-ZÀ-Þ][^\d,]{2,24}, (?:[a-z]{2,3} )?\d{1,2}(?:\.|er|th)? (?:de )?[^\W\d]{3,10}\.?,? (?:de )?\d{4}\.?\Z"
).match
_NAME = 80  # characters of the longest line with a name and an electronic address
_INITIALS = 12  # characters of the longest initials in brackets
_CREDIT = 40  # characters of the longest credit on a line of its own
_marked_name = re.compile(r"[□■●○◎◆▲☆◇][ 　]?[一-鿿]{2,4}\Z").match
_NAME_OF_BOX = 8  # characters of the longest label of a mainland box
_LABEL_OF_BOX = 30  # characters of the longest label over the text of a box
_FAREWELL = 80  # characters that hold the end of a letter
_DECK = 260  # characters of the longest deck
_bracket_pair = re.compile(r"\A[(（]([^()（）]{2,12})[)）]\Z")


_place_behind = re.compile(r"(?<=[一-鿿])[(（](?!外|组诗|国画|摄影|散文|小说|诗)[一-鿿]{2,4}[)）]$")


_address = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+\Z", re.ASCII).match
_with_address = re.compile(r" [\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+\Z", re.ASCII)
_initial_name = re.compile(r"(?:[A-ZÀ-Þ]\. ?){1,3}(?:(?:L[AE]|D[EUI]|VON|VAN) )?[A-ZÀ-Þ'’\-]{3,}\.?\Z").match
_surname_last = re.compile(  # Jean-Luc MERLIER.
    r"(?:[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)? ){1,2}(?:(?:d[eu]|d['’]|l[ae]|v[oa]n) ?){0,2}[A-ZÀ-Þ'’\-]{3,}\.?\Z"
).match
_name_and_place = re.compile(r"[A-ZÀ-Þ][^\d/]{2,28} (?:/|- ?) ?[A-ZÀ-ÞĞİŞ][A-ZÀ-ÞĞİŞ' .-]{2,22}\Z").match
_one_place = re.compile(r"[^\W\d]+(?:-[^\W\d]+)?\Z").match
_places = re.compile(r"[A-ZÀ-Þ][^\W\d]+(?:[ -][A-ZÀ-Þ][^\W\d]+){0,2}\Z").match
_desk = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}, [A-Z]{2,6}(?:/[A-Z]{2,6})?\Z").match
_BESIDE_DESK = ("text", "heading", "jump", "caption", "credit", "image")


_day_signs = re.compile(r"\d|[一二三四五六七八九十]日|[(（]|day\b").search


_office = re.compile(
    r"[一-鿿]{4,24}(?:局|委员会|公司|小组|办公室|法院|管理处|中心|人民政府|委员會|管理所|协会|公所|事务所|医院|学校|銀行|银行)\Z"
).match


_opens_with_dash = re.compile(r"[—─–]{2,}[^—。]{4,40}\Z").match
_SAME_PAGE = 60  # units; so that the work for one does not grow with the page
_HEADLINE = 6  # characters of a line that is too long for a rubric
_set_wide = re.compile(r"[一-鿿](?:(?:[\s　]+[一-鿿]){1,3}|[\s　]+[一-鿿]{2})\Z").match  # 苏 长 庚, 邹 平川
_document_number = re.compile(r".{0,24}[〔［\[(（](?:19|20)\d\d[〕］\])）]\s*(?:第\s*)?\d+\s*[号號]\Z").match
_date_alone = re.compile(
    r"[\d〇○零一二三四五六七八九十]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\Z"
).match


def _office_and_date(text: str) -> bool:
    office, _, date = text.strip().rpartition(" ")
    return bool(office and _office(office.strip()) and _date_alone(date))


def author_note(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > 200 or not page.patterns.author_note(unit.text):
        return None
    after = page.after()
    breaks_off = page.wide and unit.text[0].isalpha() and not ends_sentence(unit.text) and unit.text[-1].isalnum()
    if breaks_off and after is not None and is_running_text(after, page) and not opens_story(after, page):
        return None  # 作者是一位退休教师，二十年间 / 走遍…
    return "author-note", 0.9


def note(unit: Unit, page: Page) -> Found | None:
    last = page.labelled[-1] if page.labelled else None
    is_heading = unit.kind == "heading"
    if page.patterns.main.script == "jpan" and unit.text[0] == "【" and _opens_with_place(unit, page):
        return None
    if last is not None and last.label == "note" and unit.gap == -1 and len(last.unit.text) < _LABEL_OF_BOX:
        return "note", 0.8  # the text under the label of its box
    if page.patterns.main.script == "hans" and (found := _box_of_mainland(unit, last, page)):
        return found
    if page.patterns.main.script in ("hans", "latn"):
        after = page.after() if page.wide and len(unit.text) <= 8 else None
        rubric = page.patterns.rubric(unit.text) is not None and after is not None and len(after.text) <= _CREDIT
        over_heading = after is not None and (after.kind == "heading" or rubric)
        return ("note", 0.85) if not is_heading and not over_heading and page.patterns.note(unit.text) else None
    if last is not None and last.rule == "note" and last.unit.kind == "heading" and unit.gap <= 0:
        return "note", 0.8
    if is_heading:
        after = page.after()
        beside = after is not None and after.kind == "paragraph" and after.gap == 0
        short = len(unit.text) < _LABEL_OF_BOX and (after is None or len(after.text) < 400)
        return ("note", 0.75) if beside and short and page.patterns.note(unit.text) else None
    return ("note", 0.85) if page.patterns.note(unit.text) else None


def _box_of_mainland(unit: Unit, last: Labelled | None, page: Page) -> Found | None:
    """The label of a box on a line of its own, under a text and over another, and the text under it: all of the box
    where the label is marked as a heading, else one paragraph."""
    if last is not None and last.label == "note" and unit.kind == "paragraph" and unit.gap >= 0:
        above = page.labelled[-2] if len(page.labelled) > 1 else None
        in_box = above is not None and above.label == "note" and above.unit.kind == "heading"
        return ("note", 0.8) if _is_box_label(last.unit.text, page) or in_box else None
    after = page.after()
    inside = last is not None and last.label in ("text", "byline")
    if not inside or after is None or not _is_box_label(unit.text, page) or not is_running_text(after, page):
        return None
    return None if opens_story(after, page) else ("note", 0.8)


def _is_box_label(text: str, page: Page) -> bool:
    """Whether a line names a box that belongs to a story: 链接, but not 小贴士, which stands by itself."""
    if len(text) > _NAME_OF_BOX or not text[-1].isalnum() or page.patterns.note(text) is None:
        return False
    return page.patterns.box(text) is None and page.patterns.notice(text) is None


def _opens_with_place(unit: Unit, page: Page) -> bool:
    """Whether a Japanese text opens with its place or who wrote it, 【函館】, and not with the label of a box."""
    lead = read_lead(unit.text, page.patterns)
    return lead is not None and (lead.dateline is not None or bool(lead.byline and lead.byline.people))


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
    if _is_office_in_brackets(unit, page) or _is_marked_name(unit, page):
        return "byline", 0.75
    if not page.wide and unit.text[0] in "—–-" and is_byline(unit.text.lstrip("—–- "), page.patterns):
        return "byline", 0.8  # — Associated Press
    if len(unit.text) <= 100 and (unit.text[0] in "(（【〔［[" or page.patterns.main.script == "hant"):
        lead = read_lead(unit.text, page.patterns)
        if lead and lead.byline and lead.end >= len(unit.text) and not lead.dateline:
            return "byline", 0.85
    return None


def _is_office_in_brackets(unit: Unit, page: Page) -> bool:
    """Whether an office alone in brackets ends a Chinese text: （县委通讯组）"""
    match = _bracket_pair.match(unit.text) if page.patterns.main.script in ("hans", "hant") else None
    last = last_before(page) if match is not None else None
    if match is None or last is None or last.label != "text" or not ends_sentence(last.unit.text):
        return False
    return page.patterns.organisation(match[1]) is not None


def _is_marked_name(unit: Unit, page: Page) -> bool:
    """Whether a short word behind a mark stands between a mainland heading and its text: the pen name ●老面."""
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    if page.patterns.main.script != "hans" or last is None or last.label != "heading" or after is None:
        return False
    return _marked_name(unit.text) is not None and is_running_text(after, page)


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


def name_set_wide(unit: Unit, page: Page) -> Found | None:
    """A name set wide, 苏 长 庚, between a heading and its text; tools take it for a heading, too."""
    if page.patterns.main.script == "jpan" and _closes_text(unit, page):
        return "byline", 0.7
    if not page.wide or len(unit.text) > 12 or not (_set_wide(unit.text) or _is_name_again(unit, page)):
        return None
    if not is_bare_name(unit.text, page.patterns):
        return None
    last, after = last_before(page), page.after()
    if last is None or last.label != "heading" or after is None or _is_rubric(unit, page):
        return None
    runs = after.verse or is_running_text(after, page) or (after.kind == "paragraph" and len(after.text) > 25)
    return ("byline", 0.8) if runs else None


def source_line(unit: Unit, page: Page) -> Found | None:
    """Where a Chinese text is from or who said it, behind a dash under its end: ———《青江文摘》"""
    if page.patterns.main.script != "hans" or unit.kind != "paragraph" or not _opens_with_dash(unit.text):
        return None
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    return ("byline", 0.75) if ended and (after is None or after.gap >= 0 or len(after.text) < _CREDIT) else None


def _is_name_again(unit: Unit, page: Page) -> bool:
    """Whether three characters that a tool marked stand under a long headline of a page that has set a name there."""
    last = page.labelled[-1] if page.labelled else None
    if unit.kind != "heading" or len(unit.text) != 3 or not unit.text.isalpha() or last is None:
        return False
    near = islice(reversed(page.labelled), _SAME_PAGE)
    under = last.label == "heading" and len(last.unit.text) > _HEADLINE
    return under and any(each.rule in ("name-set-wide", "bare-name") for each in near)


def _closes_text(unit: Unit, page: Page) -> bool:
    """Whether a Japanese name, its parts set apart, stands between the end of a text and a heading: 久我　直樹"""
    if len(unit.text) > 8 or unit.text.count("　") != 1 or not is_bare_name(unit.text, page.patterns):
        return False
    last, after = last_before(page), page.after()
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    known = page.patterns.sections(unit.text) or _is_rubric(unit, page)
    return ended and not known and (after is None or after.kind == "heading")


def bare_name(unit: Unit, page: Page) -> Found | None:
    """A name alone on its line, between a heading and its text, or at the end of a text."""
    if unit.kind == "heading" or page.at == 0:
        return None
    return _wide_name(unit, page) if page.wide else _spaced_name(unit, page)


def _wide_name(unit: Unit, page: Page) -> Found | None:
    if unit.bold or len(unit.text) > 20 or page.patterns.place_name(unit.text):
        return None
    if _is_rubric(unit, page):
        return None
    last, after = last_before(page), page.after()
    begins = after is not None and (after.verse or is_running_text(after, page))
    if not is_bare_name(_bracket_pair.sub(r"\1", _place_behind.sub("", unit.text)), page.patterns):
        return _member(unit, page, begins)
    if last is None or (after is None and last.label != "text"):
        return None
    if last.label == "heading" and begins:
        return "byline", 0.8
    if page.patterns.main.script == "jpan":
        closes = after is None or after.kind == "heading"
        if unit.text[0] not in "(（" or (unit.gap > 0 and not closes) or page.patterns.not_signature(unit.text[1:-1]):
            return None
    ended = last.label in ("text", "author-note") and ends_sentence(last.unit.text)
    return ("byline", 0.75) if ended and not begins else None


def _member(unit: Unit, page: Page, begins: bool) -> Found | None:
    """A name behind the office or firm of the one who wrote a text, over it or at its end: 市体育研究所 邢 波."""
    last = last_before(page)
    place, _, name = _bracket_pair.sub(r"\1", unit.text).replace("　", " ").partition(" ")
    named = _set_wide(name) or (2 <= len(name) <= 3 and name.isalpha())
    if page.patterns.main.script != "hans" or not named or not is_bare_name(name, page.patterns):
        return None
    if last is None or not page.patterns.organisation(place):
        return None
    ended = last.label == "text" and ends_sentence(last.unit.text)
    return ("byline", 0.7) if (last.label == "heading" and begins) or (ended and not begins) else None


def _spaced_name(unit: Unit, page: Page) -> Found | None:
    """A name where words have spaces: it may stand in capitals, under a deck, with an electronic address."""
    if len(unit.text) > _NAME:
        return None
    text = _with_address.sub("", unit.text)
    if not page.may_be_name(text):
        return None
    pen, capitals = is_pen_name(text), is_name_in_capitals(text)
    named = pen or capitals or _initial_name(text) or _surname_last(text)
    if not (named or is_bare_name(text.removesuffix("."), page.patterns)):
        return ("byline", 0.7) if _is_word_of_column(unit, page) else None
    last = last_before(page)
    if last is None or page.patterns.notice(unit.text) or _is_rubric(unit, page):
        return None
    if last.label == "heading" and page.patterns.rubric(last.unit.text) == "notice":
        return None  # a name under a rubric of deaths is whom the notice is about
    after = after_pictures(page)
    if (capitals or is_bare_name(text, page.patterns)) and _stands_in_column_head(last, after, page):
        return "byline", 0.75
    begins = after is not None and (is_running_text(after, page) or _is_place_over_text(after, page))
    begins = begins and after is not None and ends_in_credit(after.text, page.patterns) is None
    if begins and after is not None and text.split()[:2][-1:] and after.text.startswith(text.split()[0] + " "):
        return None  # Ada Thorne / Ada Thorne, 77, died…: whom the text is about
    ended = last.label == "text" and ends_sentence(last.unit.text)
    ended = ended or (last.label == "text" and page.letters and _takes_leave(last.unit.text))
    if ended and not begins and text[-1] == "." and _is_name_with_stop(text, after, page):
        return "byline", 0.75
    deck_below = after is not None and not after.capitals and after.kind != "heading"
    if ended and pen and deck_below and page.heads_in_capitals and page.stops_after_headings:
        return None  # a headline over its deck
    if ended and pen:
        return None if begins and after is not None and not opens_story(after, page) else ("byline", 0.7)
    apart = unit.gap > 0 and after is not None and after.gap > 0
    if ended and _surname_last(text) and (not begins or apart):
        return "byline", 0.75
    if ended and _initial_name(text) and (not begins or (after is not None and opens_story(after, page))):
        return "byline", 0.8
    under_deck = begins and _is_deck(last, page)
    stack = takewhile(lambda each: each.label == "heading", islice(reversed(page.labelled), LOOK_BACK))
    small = not any(each.unit.capitals and each.unit.kind == "paragraph" for each in stack)
    set_so = under_deck and _heading_above(last, page).unit.capitals and capitals and unit.text.isupper()
    if set_so:
        return None  # the next heading, in the capitals of the one above
    under_heading = (last.label == "heading" and small) or (under_deck and text[-1] != ".")
    if not is_bare_name(text, page.patterns) and not (under_heading and capitals and 2 <= len(text.split()) <= 3):
        return _caps_at_end(unit, text, page)
    under_place = last.label == "dateline" and unit.gap == -1
    if begins and (last.label == "heading" or under_deck or under_place):
        return None if _is_second_line(unit, last, page) else ("byline", 0.8)
    if (ended or (last.label == "author-note" and ends_sentence(last.unit.text))) and not begins:
        in_block = not page.letters and _opens_block(page)
        return None if in_block or page.patterns.main.script != "latn" else ("byline", 0.75)
    return None


def _is_name_with_stop(text: str, after: Unit | None, page: Page) -> bool:
    """Whether a line is a name and a stop, at the end of a page or over a headline that has none: Fritz Wendelin."""
    headed = after is None or after.kind != "paragraph" or not ends_sentence(after.text)
    if text.split()[0].casefold() in page.patterns.main.function_words:
        return False  # Der Magistrat.
    return headed and is_bare_name(text[:-1], page.patterns)


def _is_word_of_column(unit: Unit, page: Page) -> bool:
    """Whether one word under the end of a text is the first of the name of its column: its writer signs so."""
    last, after = last_before(page), page.after()
    if not unit.text.isalpha() or not unit.text.istitle() or len(unit.text) < 4 or last is None:
        return False
    if last.label != "text" or not ends_sentence(last.unit.text) or (after is not None and after.kind == "paragraph"):
        return False
    above = [each.unit.text for each in islice(reversed(page.labelled), LOOK_BACK) if each.label == "heading"]
    return any(text.startswith(f"{unit.text} ") for text in above[:2])


def _stands_in_column_head(last: Labelled, after: Unit | None, page: Page) -> bool:
    """Whether a name stands between the marked name of its column and the marked headline."""
    text = page.after(2)
    if after is None or after.kind != "heading" or last.rule != "heading" or text is None or last.unit.capitals:
        return False
    title = last.unit.text
    return 2 <= len(title.split()) <= 5 and has_titled_words(title) and is_running_text(text, page)


def _is_place_over_text(after: Unit, page: Page) -> bool:
    """Whether what stands under a name is a place in capitals over the text: ROSARIO ALMENDROS / VILLAMERA"""
    below = page.after(2)
    alone = after.capitals and after.kind == "paragraph" and _one_place(after.text) is not None
    return alone and below is not None and below.kind == "paragraph" and is_running_text(below, page)


def _is_second_line(unit: Unit, last: Labelled, page: Page) -> bool:
    """Whether a line in the block of the heading above it is set like that one: it goes on with it."""
    two_above = len(page.labelled) > 1 and page.labelled[-2].label == "heading"
    alike = unit.gap == -1 and last.unit.capitals == unit.capitals
    return alike and (page.units[-1].block > 2 or two_above)


def _is_rubric(unit: Unit, page: Page) -> bool:
    text = unit.text if page.patterns.main.spaces else "".join(unit.text.split())  # 简 讯
    return page.patterns.rubric(text) is not None


def _is_deck(last: Labelled, page: Page) -> bool:
    """Whether the last text stands right under a heading and is short: a deck, with or without its stop."""
    if page.wide or page.unit.gap <= 0 or last.label != "text" or len(last.unit.text) > _DECK:
        return False
    if read_lead(last.unit.text, page.patterns):
        return False
    above = [each for each in islice(reversed(page.labelled), LOOK_BACK) if each.label not in ("image", "caption")]
    at = next((at for at, each in enumerate(above) if each is last), len(above))
    return at + 1 < len(above) and above[at + 1].label == "heading"


def _heading_above(last: Labelled, page: Page) -> Labelled:
    """The heading that stands right over a deck."""
    above = (each for each in islice(reversed(page.labelled), LOOK_BACK) if each.label == "heading")
    return next(above, last)


def _opens_block(page: Page) -> bool:
    """Whether a line is the first of a block whose next lines are as short: a heading in several lines."""
    unit, after = page.unit, page.after()
    if unit.gap == -1 and after is not None and after.gap == -1 and page.units[-1].block <= 2:
        return True  # where no empty lines part anything, a line over others is a heading
    return unit.gap != -1 and after is not None and after.gap == -1 and after.block == unit.block


def _caps_at_end(unit: Unit, text: str, page: Page) -> Found | None:
    """A name in capitals on a block of its own that ends a text: what follows is a heading, a jump line or nothing.

    `text`: the unit without its electronic address, which makes it a signature by itself."""
    if page.letters or not page.marked or unit.gap <= 0 or not 2 <= len(text.split()) <= 3:
        return None
    last, after = last_before(page), page.after()
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    if ended and text != unit.text and is_name_in_capitals(text):
        return "byline", 0.85
    if not ended or not is_name_in_capitals(text) or (after is not None and (after.gap == -1 or after.kind == "image")):
        return None
    closed = after is None or after.kind in ("heading", "furniture") or page.patterns.jump_alone(after.text)
    return ("byline", 0.7) if closed or (after and ends_in_credit(after.text, page.patterns)) else None


def letter_signature(unit: Unit, page: Page) -> Found | None:
    """A name with an address under a letter."""
    if unit.kind == "heading" or not page.letters:
        return None
    last = last_before(page)
    if last is None:
        return None
    named = last.rule == "letter-signature" or (last.rule == "bare-name" and page.at > page.letters_at)
    if last.label == "byline" and named and unit.gap == -1 and len(unit.text) < 50:
        return "byline", 0.75
    if last.label != "text" or not (ends_sentence(last.unit.text) or _takes_leave(last.unit.text)):
        return None
    if _is_office_that_writes(unit, page):
        return "byline", 0.75
    if is_name_in_capitals(unit.text) and page.at > _letters_begin(page) and page.may_be_name(unit.text):
        return "byline", 0.75
    if is_letter_signature(unit.text, page.patterns) or _ends_letter(unit, page):
        return "byline", 0.75
    return None


def _is_office_that_writes(unit: Unit, page: Page) -> bool:
    """Whether an office or a firm stands alone under a text of the letters: it writes, too."""
    if not page.wide or page.at < page.letters_at or len(unit.text) > 16 or not page.patterns.organisation(unit.text):
        return False
    above = (page.patterns.rubric(each.unit.text) for each in islice(reversed(page.labelled), LOOK_BACK))
    return next(filter(None, above), None) == "letters"


def _letters_begin(page: Page) -> int:
    """The place from which on letters may stand: that of their rubric, or the page's head where it has none."""
    return page.letters_at if page.letters_at < len(page.units) else -1


def _takes_leave(text: str) -> bool:
    """Whether a text closes a letter: its last words are few, stand behind a dash or alone, and end in a comma, as in
    `I am, etc.,`."""
    return text[-1:] == "," and len(re.split("[—–]", text[-_FAREWELL:])[-1]) <= 40


def _ends_letter(unit: Unit, page: Page) -> bool:
    """Whether a short line without a stop closes a letter, where headings are marked: what it says is who wrote it."""
    after = page.after()
    if page.wide or not page.marked or page.at < page.letters_at or len(unit.text) > 50 or len(unit.text.split()) > 7:
        return False
    then = page.after(2)
    apart = after is None or after.kind == "heading" or after.gap != -1
    apart = apart or (after is not None and len(after.text) <= 50 and (then is None or then.gap != -1))
    return apart and unit.text.lstrip("(")[:1].isupper() and _ends_name(unit.text) is not None


def _is_clerk(unit: Unit, page: Page) -> bool:
    """Whether a name with an office stands under an official notice: Ada Thorne, Town Clerk."""
    if len(unit.text) > 60 or not is_letter_signature(unit.text, page.patterns):
        return False
    above = islice(reversed(page.labelled), LOOK_BACK)
    return any(each.label in ("heading", "text") and page.patterns.notice(each.unit.text) for each in above)


def closes_notice(unit: Unit, last: Labelled, page: Page) -> bool:
    """Whether a line is the place with day and year under an official notice, or the office in the line below it."""
    if len(unit.text) > _CREDIT + 10 or not ends_sentence(last.unit.text):
        return False
    if last.rule == "official-signature" and _place_and_date(last.unit.text):
        return unit.gap <= 0 and unit.text[-1] == "."
    if not _place_and_date(unit.text):
        return False
    above = islice(reversed(page.labelled), LOOK_BACK)
    heading = next((each.unit.text for each in above if each.label == "heading"), "")
    return page.patterns.notice(heading) is not None


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
    if not page.wide and not page.letters and ends_sentence(last.unit.text) and _is_clerk(unit, page):
        return "text", 0.7
    if closed and not page.wide and _closes_latin_notice(unit, page):
        return ("text" if any(map(str.isdigit, unit.text)) else "byline"), 0.7
    if closed and _ends_notice(unit, page):
        return "text", 0.7
    if official(unit.text) or (
        page.wide and closed and (_office(unit.text) or _date_alone(unit.text) or _office_and_date(unit.text))
    ):
        return "text", 0.7
    return None


_office_alone = re.compile(
    r"(?:Der|Die|Das|Le|La|Les|L['’]|El|Il|The|De|Het) ?[A-ZÀ-Þ][^\W\d]+(?: [^\W\d]+)?\.\Z"
    r"|(?:MRS?|MISS|THE|[A-Z])\b[A-Z.,'’& ]{3,40} (?:FAMILY|CHILDREN|FAMILIES)\.\Z|Dated .{8,40}\d{4}\b.{0,50}\Z"
).match


def _closes_latin_notice(unit: Unit, page: Page) -> bool:
    """Whether a short line under the text of a notice names the office or the family that gives it, or its day."""
    if len(unit.text) > SHORT or not _office_alone(unit.text):
        return False
    above = (each for each in islice(reversed(page.labelled), LOOK_BACK) if each.label == "heading")
    head = next(above, None)
    return head is not None and page.patterns.notice(head.unit.text) is not None


def _ends_notice(unit: Unit, page: Page) -> bool:
    """Whether a short line names only offices, or ends in how somebody signs, under a Chinese notice that is whole."""
    if page.patterns.main.script not in ("hans", "hant") or len(unit.text) > 40:
        return False
    above = (each for each in islice(reversed(page.labelled), LOOK_BACK) if each.label == "heading")
    head = next(above, None)
    if head is None or not page.patterns.notice("".join(head.unit.text.split())):
        return False
    signed = page.patterns.notice_end(unit.text) is not None
    return signed or all(page.patterns.organisation(part) for part in unit.text.split())


def place_line(unit: Unit, page: Page) -> Found | None:
    """A place alone on its line between the heading and the text."""
    if page.wide or unit.kind != "paragraph" or len(unit.text) > 24:
        return None
    last, after = last_before(page), page.after()
    if last is None or after is None:
        return None
    under_agency = last.label == "byline" and unit.gap == -1  # Press Trust of India / New Delhi
    place = unit.text.rstrip(" —–-")  # CAPE LORNE —
    form = _places if under_agency or place != unit.text else _one_place
    if last.label not in ("heading", "byline") or not form(place):
        return None
    shown = unit.capitals and last.label == "heading" and not last.unit.capitals
    shown = shown or (last.label == "byline" and unit.text[:1].isupper())
    text = after
    if after.gap == -1 and after.block == unit.block and is_bare_name(after.text, page.patterns):
        text = page.after(2) or after  # its writer's name stands right under the place
    return ("dateline", 0.7) if shown and len(text.text) >= 100 and text.kind == "paragraph" else None


def dateline_line(unit: Unit, page: Page) -> Found | None:
    """Place and day alone on a line above the text."""
    if len(unit.text) > 70 or unit.kind == "heading" or not _day_signs(unit.text):
        return None
    lead = read_lead(unit.text + " A", page.patterns) or read_lead(unit.text, page.patterns)
    if lead and lead.dateline and lead.end >= len(unit.text):
        return "text", 0.8
    last, after = last_before(page), page.after()
    under_head = last is not None and last.label in ("heading", "byline")
    if page.wide or not under_head or after is None or not is_running_text(after, page):
        return None
    if page.stops_after_headings and is_place_and_day(unit.text):
        return "dateline", 0.7
    lead = read_lead(unit.text + " — A", page.patterns)
    return ("dateline", 0.7) if lead and lead.dateline and lead.end > len(unit.text) else None
