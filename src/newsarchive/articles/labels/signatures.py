"""Names alone on their line, under a heading or at the end of a text: who wrote it."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from newsarchive.articles.bylines import is_bare_name, is_name_in_capitals, is_pen_name, read_lead, two_set_wide
from newsarchive.articles.dictionary import tagged
from newsarchive.articles.labels.credits import ends_in_credit
from newsarchive.articles.labels.forms import bracket_pair, has_titled_words, is_byline, is_place_and_day
from newsarchive.articles.labels.letters import takes_leave
from newsarchive.articles.labels.neighbours import (
    after_pictures,
    heading_above,
    is_running_text,
    last_before,
    opens_story,
)
from newsarchive.articles.labels.page import LOOK_BACK, Found, Labelled, Page
from newsarchive.articles.names import person_ends
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit

_NAME = 80  # characters of the longest line with a name and an electronic address
_DECK = 260  # characters of the longest deck
_SAME_PAGE = 60  # units; so that the work for one does not grow with the page
_HEADLINE = 6  # characters of a line that is too long for a rubric
_place_behind = re.compile(r"(?<=[一-鿿])[(（](?!外|组诗|国画|摄影|散文|小说|诗)[一-鿿]{2,4}[)）]$")
_with_address = re.compile(r" [\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+\Z", re.ASCII)
_initial_name = re.compile(r"(?:[A-ZÀ-ÞĞİŞ]\. ?){1,3}(?:(?:L[AE]|D[EUI]|VON|VAN) )?[A-ZÀ-ÞĞİŞ'’\-]{3,}\.?\Z").match
_surname_last = re.compile(  # Jean-Luc MERLIER.
    r"(?:[A-ZÀ-ÞĞİŞ][a-zß-ÿğış]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)? ){1,2}(?:(?:d[eu]|d['’]|l[ae]|v[oa]n) ?){0,2}"
    r"[A-ZÀ-ÞĞİŞ'’\-]{3,}\.?\Z"
).match
one_place = re.compile(r"[^\W\d]+(?:-[^\W\d]+)?\Z").match
small_place = re.compile(  # Quintanar de la Vega
    r"[A-ZÀ-Þ][^\W\d]+(?:[ -](?:(?:d(?:e|el|i|u|es|e la|e los|ella)|la|el|les|am|an der|sur|of|upon) )?"
    r"[A-ZÀ-Þ][^\W\d]+){0,2}\Z"
).match
_ONE = r"(?:[一-鿿]{2,3}|[一-鿿](?:[\s　]+[一-鿿]){1,2})"
_behind_office = re.compile(  # 市体育研究所 邢 波, 市中心医院 主治医师 岳青禾, 文学院2015级 安以沫, 宣传部 邬小兵 柏秀
    rf"(?P<place>[一-鿿]+)(?:\d{{2,4}}级)?(?:[\s　]+[一-鿿]{{3,8}})?[\s　]+(?P<name>{_ONE}(?:[\s　、]+{_ONE}){{0,2}})\Z"
).match
_korean_name = re.compile(r"[가-힣]{3}\Z|[一-鿿]{3}\Z").match
_set_wide = re.compile(r"[一-鿿](?:(?:[\s　]+[一-鿿]){1,3}|[\s　]+[一-鿿]{2})\Z").match  # 苏 长 庚, 邹 平川


def name_set_wide(unit: Unit, page: Page) -> Found | None:
    """A name set wide, 苏 长 庚, between a heading and its text; tools take it for a heading, too."""
    if page.patterns.main.script == "jpan" and _closes_text(unit, page):
        return "byline", 0.7
    named = _set_wide(unit.text) or _is_name_again(unit, page) or _is_marked_name(unit, page)
    if not page.wide or len(unit.text) > 12 or not named:
        return None
    pen = page.patterns.main.script == "hans" and unit.kind == "paragraph" and two_set_wide(unit.text) is not None
    if not pen and not is_bare_name(unit.text, page.patterns):
        return None
    last, after = last_before(page), page.after()
    if last is None or last.label != "heading" or after is None or _is_rubric(unit, page):
        return None
    if pen and (len(last.unit.text) <= _HEADLINE or opens_story(after, page)):
        return None
    runs = after.verse or is_running_text(after, page) or (after.kind == "paragraph" and len(after.text) > 25)
    return ("byline", 0.8) if runs else None


def _is_marked_name(unit: Unit, page: Page) -> bool:
    """Whether two or three characters that a tool marked under a marked mainland headline are a person's name by their
    family name, and no word of the dictionary."""
    last = page.labelled[-1] if page.labelled else None
    if page.patterns.main.script != "hans" or unit.kind != "heading" or not 2 <= len(unit.text) <= 3 or last is None:
        return False
    under = last.label == "heading" and last.unit.kind == "heading" and len(last.unit.text) > _HEADLINE
    words = tagged(unit.text) if under and unit.text.isalpha() else []
    return bool(words) and (words[0][1] == "nr" or len(words) == len(unit.text))


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
    if not 4 <= len(unit.text) <= 8 or unit.text.count("　") != 1 or not is_bare_name(unit.text, page.patterns):
        return False
    last, after = last_before(page), page.after()
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    known = page.patterns.sections(unit.text) or _is_rubric(unit, page)
    return ended and not known and (after is None or after.kind == "heading")


def bare_name(unit: Unit, page: Page) -> Found | None:
    """A name alone on its line, between a heading and its text, or at the end of a text."""
    if unit.kind == "heading" or page.at == 0:
        return None
    if page.patterns.main.script == "kore" and _korean_name(unit.text):
        return ("byline", 0.7) if _signs_essay(unit, page) else None
    return _wide_name(unit, page) if page.wide else _spaced_name(unit, page)


def _signs_essay(unit: Unit, page: Page) -> bool:
    """Whether three syllables stand under a column's name and its headline and over a text, or between the end of a
    text and the note on its author."""
    last, after = last_before(page), page.after()
    if last is None or after is None or _is_rubric(unit, page) or page.patterns.notice(unit.text):
        return False
    if last.label == "text" and ends_sentence(last.unit.text):
        return page.patterns.author_note(after.text) is not None
    above = [each.label for each in islice(reversed(page.labelled), 2)]
    return above == ["heading", "heading"] and is_running_text(after, page)


def _wide_name(unit: Unit, page: Page) -> Found | None:
    if unit.bold or len(unit.text) > 20 or page.patterns.place_name(unit.text):
        return None
    if _is_rubric(unit, page):
        return None
    last, after = last_before(page), page.after()
    begins = after is not None and (after.verse or is_running_text(after, page))
    name = bracket_pair.sub(r"\1", _place_behind.sub("", unit.text))
    pen = page.patterns.main.script == "hans" and name != unit.text and two_set_wide(name) is not None  # （种 讯）
    if not pen and not is_bare_name(name, page.patterns):
        return _member(unit, page, begins)
    if page.patterns.main.script == "hans" and _names_column(name):
        return None
    if last is None or (after is None and last.label != "text"):
        return None
    if last.label == "heading" and begins:
        return "byline", 0.8
    if page.patterns.main.script == "jpan":
        closes = after is None or after.kind == "heading"
        if unit.text[0] not in "(（" or (unit.gap > 0 and not closes) or page.patterns.not_signature(unit.text[1:-1]):
            return None
    ended = last.label in ("text", "author-note") and ends_sentence(last.unit.text)
    return ("byline", 0.75) if ended and not begins and not _is_under_notice(page) else None


def _is_under_notice(page: Page) -> bool:
    """Whether the last heading of Taiwan or Hong Kong is that of a notice, which an office signs."""
    head = heading_above(page) if page.patterns.main.script == "hant" else None
    return head is not None and page.patterns.notice("".join(head.unit.text.split())) is not None


def _names_column(text: str) -> bool:
    """Whether four characters that might be two names hold a word of the dictionary: 农时门诊"""
    return len(text) == 4 and any(len(word) > 1 and not mark.startswith("nr") for word, mark in tagged(text))


def _member(unit: Unit, page: Page, begins: bool) -> Found | None:
    """A name behind the office or firm of the one who wrote a text, over it or at its end: 市体育研究所 邢 波."""
    last = last_before(page)
    match = _behind_office(bracket_pair.sub(r"\1", unit.text))
    if page.patterns.main.script != "hans" or match is None or not is_bare_name(match["name"], page.patterns):
        return None
    place = match["place"]
    if last is None or not (page.patterns.organisation(place) or unit.text[len(place)].isdigit()):
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
    begins = begins or (after is not None and last.label == "heading" and is_place_and_day(after.text) is not None)
    begins = begins and after is not None and ends_in_credit(after.text, page.patterns) is None
    if begins and after is not None and text.split()[:2][-1:] and after.text.startswith(text.split()[0] + " "):
        return None  # Ada Thorne / Ada Thorne, 77, died…: whom the text is about
    ended = last.label == "text" and ends_sentence(last.unit.text)
    ended = ended or (last.label == "text" and page.letters and takes_leave(last.unit.text))
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
    under_deck = begins and is_deck(last, page)
    stack = takewhile(lambda each: each.label == "heading", islice(reversed(page.labelled), LOOK_BACK))
    marked = last.unit.kind == "heading" and not last.unit.capitals
    small = marked or not any(each.unit.capitals and each.unit.kind == "paragraph" for each in stack)
    set_so = under_deck and (heading_above(page) or last).unit.capitals and capitals and unit.text.isupper()
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
        in_block = in_block or (not page.marked and not person_ends(text, page.patterns))  # a headline of two words
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
    """Whether what stands under a name is a place over the text, in capitals or under a name in
    capitals: ADA THORNE / Weir of Tarn"""
    below = page.after(2)
    alone = after.capitals and one_place(after.text) is not None
    alone = after.kind == "paragraph" and (alone or (page.unit.capitals and small_place(after.text) is not None))
    return alone and below is not None and below.kind == "paragraph" and is_running_text(below, page)


def _is_second_line(unit: Unit, last: Labelled, page: Page) -> bool:
    """Whether a line in the block of the heading above it is set like that one: it goes on with it."""
    two_above = len(page.labelled) > 1 and page.labelled[-2].label == "heading"
    alike = unit.gap == -1 and last.unit.capitals == unit.capitals
    return alike and (page.units[-1].block > 2 or two_above)


def _is_rubric(unit: Unit, page: Page) -> bool:
    text = unit.text if page.patterns.main.spaces else "".join(unit.text.split())  # 简 讯
    return page.patterns.rubric(text) is not None


def is_deck(last: Labelled, page: Page) -> bool:
    """Whether the last text stands right under a heading and is short: a deck, with or without its stop."""
    if page.wide or page.unit.gap <= 0 or last.label != "text" or len(last.unit.text) > _DECK:
        return False
    if read_lead(last.unit.text, page.patterns):
        return False
    above = [each for each in islice(reversed(page.labelled), LOOK_BACK) if each.label not in ("image", "caption")]
    at = next((at for at, each in enumerate(above) if each is last), len(above))
    return at + 1 < len(above) and above[at + 1].label == "heading"


def _opens_block(page: Page) -> bool:
    """Whether a line is the first of a block whose next lines are as short: a heading in several lines."""
    unit, after = page.unit, page.after()
    if unit.gap == -1 and after is not None and after.gap == -1 and page.units[-1].block <= 2:
        return True  # where no empty lines part anything, a line over others is a heading
    return unit.gap != -1 and after is not None and after.gap == -1 and after.block == unit.block


def _signs(text: str, page: Page) -> bool:
    return is_bare_name(text, page.patterns) or is_name_in_capitals(text) or is_byline(text, page.patterns)


def _caps_at_end(unit: Unit, text: str, page: Page) -> Found | None:
    """A name in capitals on a block of its own that ends a text: what follows is a heading, a jump line or nothing.

    `text`: the unit without its electronic address, which makes it a signature by itself."""
    if page.letters or not page.marked or unit.gap <= 0 or not 2 <= len(text.split()) <= 3:
        return None
    last, after = last_before(page), page.after()
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    if ended and text != unit.text and is_name_in_capitals(text):
        return "byline", 0.85
    above = heading_above(page)
    if above is not None and page.patterns.rubric(above.unit.text) == "brief":
        return None
    if not ended or not is_name_in_capitals(text) or (after is not None and after.gap == -1):
        return None
    below = page.after(2) if after is not None and after.kind == "heading" else None
    if below is not None and _signs(below.text, page):
        return None  # the name of a column, over its headline and the name of its writer
    closed = after is None or after.kind in ("heading", "furniture", "image") or page.patterns.jump_alone(after.text)
    return ("byline", 0.7) if closed or (after and ends_in_credit(after.text, page.patterns)) else None
