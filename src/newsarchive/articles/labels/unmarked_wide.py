"""East Asian headings that the tool did not mark: short lines without a stop, known by what stands round them."""

from __future__ import annotations

import re

from newsarchive.articles.bylines import find_end
from newsarchive.articles.clauses import ends_open
from newsarchive.articles.labels.forms import is_byline
from newsarchive.articles.labels.neighbours import (
    is_open,
    is_running_text,
    last_before,
    opens_story,
    opens_with_dateline,
)
from newsarchive.articles.labels.page import Found, Labelled, Page
from newsarchive.articles.labels.unmarked_chinese import is_heading
from newsarchive.articles.labels.unmarked_kana_hangul import is_heading_of_kana_or_hangul
from newsarchive.articles.links import fits
from newsarchive.articles.seams import is_one_word
from newsarchive.articles.sentences import (
    begins_inside,
    closes_quotation,
    ends_in_title,
    ends_sentence,
    stops_inside,
)
from newsarchive.articles.units import Unit

_SHORT = 40  # characters of the longest line that needs no lead below it to be a heading
_ONE_LINE = 30  # characters of the second line of a headline
_STRANGE = -4.5  # how well a line that is no part of the text above goes on with it at most
_LEAST = 6  # characters of a headline
_LONGEST_LINE = 60  # characters of the longest line of a headline where words have no spaces
_CLOSING = "”」』》）)！？!?…"
_LEADING_ON = "。，、；,;.:："
_LINE = 32  # characters of a line that are more than East Asian columns hold
_numbered = re.compile(r"[一二三四五六七八九十]{1,2}、\S[^。；;]{3,}\Z").match
_QUOTES = "「『“‘\"'"
list_of_items = re.compile(r"[◇◆■●▲△▷▶].+[◇◆▲△▷▶·]").match
_number_runs_on = re.compile(r"\d[\d万億千百年月日時分円人件度号]").match
_short_clause = re.compile(r"[一-鿿]{1,3}[，,](?![更还也又才])").match  # but 种得好，更要卖得好 is whole
_number_alone = re.compile(r"\d[\d.]*[一-鿿]{1,2}[，,。；;]").match  # 2360人，: what is counted stands before the break
_ends_in_quoted_word = re.compile(r".{4,}[「『“][^「」『』“”。，、！？]{1,8}[」』”]\Z").match  # 産廃処分場に「待った」
_ends_in_half_phrase = re.compile(r"[的在从对把和与][老新旧大小高]\Z").search  # 尝到甜头的老 / 宋索性办起了柳编厂
_contact = re.compile(
    r"[:：][^:：]*\d{5}|\d{2,4}-\d{3,4}-\d{4}|\d{3,4}-\d{6}|\d{1,2}[:：]\d\d.*\d{1,2}[:：]\d\d"
).search  # 电话：5217736; show times


def short_wide_line(unit: Unit, page: Page) -> Found | None:
    """A short East Asian line without a stop, before a lead, a signature or a text."""
    text = unit.text
    if unit.gap == -1 and page.marked and not _goes_on_headline(page):
        return None
    if len(text) > _SHORT:
        return ("heading", 0.6) if _stands_over_lead(unit, page) else None
    last, after = last_before(page), page.after()
    if after is not None and after.gap == -1 and _says_picture(after):
        return "heading", 0.8
    patterns = page.patterns
    if list_of_items(text) or patterns.speaker(text) or patterns.detail(text) or ends_in_title(text, patterns):
        return None
    if (after is not None and _is_first_half(text, after, page)) or _is_first_of_block_end(unit, last, page):
        return None
    apart = _stands_apart_over_lead(unit, page) or (after is not None and _stands_over_name(unit, after, page))
    if _stands_in_broken_text(unit, last, page):
        return "heading", 0.65
    apart = apart or (_heads_notice(unit, page) and after is not None and after.gap == -1)
    runs_on = is_open(last, page) and not (apart or _is_signed(last, page))
    if (runs_on and not unit.capitals) or opens_with_dateline(unit, page):
        return None
    if _stands_over_lead(unit, page) or _leads_to_marked(unit, page) or _heads_notice(unit, page):
        return "heading", 0.7
    half = _ends_in_half_phrase(text) is not None and page.patterns.main.script == "hans"
    if page.marked and page.at in page.lone_lines and not half:
        return "crosshead", 0.6
    return _by_form(unit, last, after, page)


def _stands_in_broken_text(unit: Unit, last: Labelled | None, page: Page) -> bool:
    """Whether a mainland line stands apart where a column broke off, is a heading by its signs, and nothing of it goes
    on with the text above."""
    if page.patterns.main.script != "hans" or not page.marked or unit.gap <= 0 or unit.text[-1] in _LEADING_ON:
        return False
    if "。" in unit.text:
        return False
    of_page = unit.text[-1].isdigit() and page.after() is None  # 青江日报 民生 06
    if last is None or of_page or not is_open(last, page) or not is_heading(page):
        return False
    return fits(last.unit.text, unit.text, page.words) < _STRANGE


def _is_signed(last: Labelled | None, page: Page) -> bool:
    """Whether a Korean text above ends in its signature, so that nothing of it comes after."""
    if last is None or page.patterns.main.script != "kore":
        return False
    return last.label == "text" and find_end(last.unit.text, page.patterns) is not None


def _says_picture(unit: Unit) -> bool:
    """Whether a unit is words in place of a picture, at the end of a headline's line."""
    return bool(unit.pieces) and (unit.kind == "image" or unit.name == "label-of-page")


def _by_form(unit: Unit, last: Labelled | None, after: Unit | None, page: Page) -> Found | None:
    """What the marks and the length of a line tell, else what follows it."""
    text = unit.text
    apart = page.marked and unit.gap != -1 and after is not None and after.kind in ("paragraph", "heading")
    if apart and page.patterns.main.script in ("jpan", "kore"):
        told = _ends_as_text(text) or stops_inside(text) or page.patterns.detail(text) or _contact(text)
        return ("heading", 0.7) if not told and is_heading_of_kana_or_hangul(page) else None
    if text[-1] in "，,、。" or stops_inside(text) or (after is not None and begins_paragraph(unit, after, page)):
        return None
    if _numbered(text) and text[-1] not in "；;：:" and not _contact(text):
        return "heading", 0.7
    if ("，" in text or "," in text) and _breaks_off_behind_comma(last, after, page):
        return None
    if apart:
        contact = page.patterns.detail(text) or _contact(text)
        return ("heading", 0.7) if text[-1] not in _LEADING_ON and not contact and is_heading(page) else None
    if unit.short_end and len(unit.pieces[0].text) >= 14:
        return None  # the end of a column's paragraph, whose first lines are full
    if text.count("，") + text.count(",") > 1 or (text.count("　") > 1 and page.patterns.advert(text)):
        return None
    under = page.patterns.main.script == "kore" and _right_under_heading(unit, page)
    if ("，" in text or "," in text) and not under:
        return None if (page.marked and unit.gap != -1) or len(text) > 26 else ("heading", 0.55)
    in_story = last is not None and last.label in ("text", "byline")
    if page.patterns.detail(text) or _contact(text):
        return None
    signed = unit.gap > 0 and _is_signed(last, page)
    longest = 14 if in_story and " " not in text and "　" not in text else 24
    if page.marked and not (under or signed) and len(text) > longest:
        return None
    quoted = under and "." not in text
    if text[-1] in _LEADING_ON or (not quoted and _ends_as_text(text)):
        return None
    return _by_what_follows(unit, after, page)


def _ends_as_text(text: str) -> bool:
    """Whether a line ends in a stop, or in a quotation or bracket behind one that is more than a word."""
    if text[-1] in _LEADING_ON:
        return True
    return bool(ends_sentence(text)) and text[-1] in "”」』）)" and _ends_in_quoted_word(text) is None


def _by_what_follows(unit: Unit, after: Unit | None, page: Page) -> Found | None:
    if after is not None and after.kind == "image" and _stands_over_picture(unit, page):
        return "heading", 0.6
    if after is None or after.kind == "image":
        return None
    if is_running_text(after, page) or after.kind == "heading" or is_byline(after.text, page.patterns):
        return "heading", 0.7
    if after.kind != "paragraph":
        return None
    listed = "　" in after.text and page.patterns.advert(after.text) is not None
    return ("heading", 0.6) if listed or (len(after.text) <= _SHORT and not ends_sentence(after.text)) else None


def _is_first_half(text: str, after: Unit, page: Page) -> bool:
    """Whether a line and the text under it are halves of a sentence that a column cut."""
    if after.kind != "paragraph" or opens_story(after, page) or is_byline(after.text, page.patterns):
        return False
    inside = is_running_text(after, page) and (closes_quotation(text, after.text) or begins_inside(after.text))
    known = page.marked or page.patterns.main.script != "jpan"  # the dictionary is Chinese
    below = page.after(2)
    if page.patterns.main.script == "kore" and after.gap == -1 and below is not None and below.indented:
        return inside or is_one_word(text, after.text)  # it goes on in the next line of its heading, above the text
    return inside or (known and is_one_word(text, after.text)) or ends_open(text, page.patterns)


def _goes_on_headline(page: Page) -> bool:
    """Whether the line stands right under an unmarked headline and over a lead: its second line."""
    last = page.labelled[-1] if page.labelled else None
    above = last is not None and last.label == "heading" and last.unit.block == page.unit.block
    return above and _stands_over_lead(page.unit, page)


def _stands_over_lead(unit: Unit, page: Page) -> bool:
    """Whether a line without a stop stands between a whole text, or nothing, and a lead or a signature that another
    text follows: nothing but a headline does, however long it is."""
    text, after, last = unit.text, page.after(), last_before(page)
    if len(text) > _LONGEST_LINE or not (text[-1].isalnum() or text[-1] in _CLOSING):
        return False
    if "。" in text or stops_inside(text):
        return False
    if text[-1] in ")）" and find_end(text, page.patterns, brief=True) is not None:
        return False
    if after is None or after.kind != "paragraph":
        return False
    if last is not None and last.label == "text" and is_open(last, page) and not _stands_over_name(unit, after, page):
        return False
    if opens_story(unit, page):
        return False
    if opens_story(after, page):
        return not _goes_on_later(unit, page)
    below = page.after(2)
    if below is not None and len(after.text) <= _ONE_LINE and after.text[-1].isalnum() and opens_story(below, page):
        return below.kind == "paragraph" and not stops_inside(after.text) and not _goes_on_later(unit, page)
    return is_byline(after.text, page.patterns) and below is not None and is_running_text(below, page)


def _stands_over_name(unit: Unit, after: Unit, page: Page) -> bool:
    """Whether a mainland line stands apart over who signs, and a text under that: no column goes on so."""
    below = page.after(2)
    if page.patterns.main.script != "hans" or unit.gap <= 0 or after.gap <= 0 or len(unit.text) < _LEAST:
        return False
    return is_byline(after.text, page.patterns) and below is not None and is_running_text(below, page)


def _goes_on_later(unit: Unit, page: Page) -> bool:
    """Whether a Chinese line ends in half a word whose rest opens a text further down: columns read in turns."""
    if page.patterns.main.script != "hans" or not any(mark in unit.text for mark in "，,"):
        return False
    later = (page.after(steps) for steps in range(2, 6))
    return any(each is not None and is_one_word(unit.text, each.text) for each in later)


def _leads_to_marked(unit: Unit, page: Page) -> bool:
    """Whether a Chinese line apart from a whole text, or from none, stands over a marked headline and asks, calls or
    leads to it: 水漏了，谁来赔？ or 某某在调研时强调"""
    after, last = page.after(), last_before(page)
    if after is None or after.kind != "heading" or unit.gap == -1 or page.patterns.main.script not in ("hans", "hant"):
        return False
    leads = unit.text[-1] in "？?！!—：:" or bool(page.patterns.reporting_end(unit.text))
    if "。" in unit.text or not (leads or _is_kicker_of_lead(unit, page)):
        return False
    return last is None or last.label != "text" or ends_sentence(last.unit.text)


def _is_kicker_of_lead(unit: Unit, page: Page) -> bool:
    """Whether a line without any mark stands over a marked headline of a story with a lead, and names no office. The
    headline may have a deck of one line."""
    below = page.after(2)
    if below is not None and len(below.text) <= _SHORT and not (ends_sentence(below.text) or opens_story(below, page)):
        below = page.after(3)
    whole = unit.text[-1].isalnum() or unit.text[-1] == "”"
    commas = sum(unit.text.count(mark) for mark in "，,")
    plain = (
        whole and _LEAST < len(unit.text) <= _ONE_LINE and commas < 2 and not any(mark in unit.text for mark in "、；;")
    )
    over = below is not None and below.kind == "paragraph" and opens_story(below, page)
    return plain and over and not page.patterns.organisation(unit.text) and not ends_open(unit.text, page.patterns)


def _heads_notice(unit: Unit, page: Page) -> bool:
    """Whether a line apart from a whole text is the heading of a notice by its words, over its text; on a mainland page
    also of a table that stands by itself, or of a letter; on one of Taiwan also right over its text."""
    after, last = page.after(), last_before(page)
    if unit.gap < 1 or after is None:
        return False
    closed = last is None or last.label != "text" or bool(ends_sentence(last.unit.text))
    over_box = (after.kind == "table" and page.patterns.box(unit.text)) or page.patterns.salutation(after.text)
    if page.patterns.main.script == "hans" and over_box:
        return closed
    closed = closed or (after.gap == -1 and page.patterns.main.script == "hant")  # in its block
    known = page.patterns.notice(unit.text) is not None and unit.text[-1].isalnum()
    return closed and known and is_running_text(after, page)


def _stands_apart_over_lead(unit: Unit, page: Page) -> bool:
    """Whether a line of Taiwan, Japan or Korea, or the second line under it, stands over a text with a lead: then it is
    a heading, even where the text above it breaks off, for tools read columns in turns."""
    if page.patterns.main.script not in ("hant", "jpan", "kore") or unit.gap <= 0:
        return False
    after, second = page.after(), page.after(2)
    if after is None or after.kind != "paragraph":
        return False
    if opens_story(after, page):
        return True
    row = after.gap == -1 and len(after.text) <= 24 and not ends_sentence(after.text)
    return row and second is not None and second.gap > 0 and second.kind == "paragraph" and opens_story(second, page)


def _is_first_of_block_end(unit: Unit, last: Labelled | None, page: Page) -> bool:
    """Whether a line stands on the line under a paragraph and apart from the text below: the first of a paragraph that
    a column cut. A heading would stand apart from what is above it, too, and at the margin."""
    after = page.after()
    if page.patterns.main.script == "hans" or unit.gap != -1 or after is None or after.gap <= 0 or last is None:
        return False
    if last.label != "text":
        return False
    indented = unit.indented and not after.indented
    return indented or (len(last.unit.pieces) == 1 and len(last.unit.text) > _LINE)


def _breaks_off_behind_comma(last: Labelled | None, after: Unit | None, page: Page) -> bool:
    """Whether a line of Taiwan or Hong Kong with a comma in it, between two texts of a story, is the first of the
    second: headlines there part their clauses by a space."""
    if page.patterns.main.script != "hant" or last is None or last.label != "text" or after is None:
        return False
    return after.kind == "paragraph" and is_running_text(after, page) and not opens_story(after, page)


def _right_under_heading(unit: Unit, page: Page) -> bool:
    """Whether a line stands right under a Korean heading, or under it and parts two facts by dots: its deck."""
    last = page.labelled[-1] if page.labelled else None
    if last is None or last.label != "heading" or last.unit.kind != "heading":
        return False
    if (unit.gap <= 0 and unit.at[0] == last.unit.at[1] + 1) or "… " in unit.text[:-1]:
        return True
    after = page.after()
    return unit.gap == 1 and after is not None and after.gap > 0 and is_running_text(after, page)


def _stands_over_picture(unit: Unit, page: Page) -> bool:
    """Whether a mainland line with a quotation stands apart over a picture and its caption: a photo's headline."""
    then = page.after(2)
    if page.patterns.main.script != "hans" or unit.gap < 1 or then is None or then.kind != "paragraph":
        return False
    return len(unit.text) >= _LEAST and "“" in unit.text and len(then.text) > len(unit.text)


def begins_paragraph(unit: Unit, after: Unit, page: Page) -> bool:
    """Whether a short line of a page whose headings are marked is the first of a paragraph, which a column cut."""
    text, patterns = unit.text, page.patterns
    if not page.marked or after.kind != "paragraph" or not is_running_text(after, page):
        return False
    if patterns.main.script in ("jpan", "kore"):
        return not is_heading_of_kana_or_hangul(page)
    if unit.indented and not after.indented:
        return True
    if patterns.linking_word(text) and text[0] not in _QUOTES:
        return True
    if patterns.main.script == "hans" and _ends_in_half_phrase(text):
        return True
    if _number_runs_on(text[-1:] + after.text[:1]):
        return True
    if _number_alone(after.text) or _parts_word(unit, after, page):
        return True
    clause = _short_clause(after.text)
    opens = clause is not None and (patterns.linking_word(clause[0]) or patterns.lead_time(clause[0]))
    return clause is not None and not opens and patterns.time_opener(clause[0]) is None


def _parts_word(unit: Unit, after: Unit, page: Page) -> bool:
    """Whether a column cut a word between two pieces of a paragraph of Taiwan or Hong Kong: the first ends open, or the
    two characters at the break stand together elsewhere on the page, too."""
    text, below, patterns = unit.text, after.text, page.patterns
    if patterns.main.script == "hant" and patterns.clause_open(text):
        return True
    if patterns.main.script == "hans" or not (text[-1].isalpha() and below[0].isalpha()):
        return False
    return page.pairs[text[-1], below[0]] > 0
