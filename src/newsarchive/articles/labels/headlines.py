"""Headings: marked by the tool, bold, or only short; rubrics and stray labels."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from newsarchive.articles.bylines import find_end, is_bare_name, is_name_in_capitals, read_lead
from newsarchive.articles.clauses import ends_open
from newsarchive.articles.labels.page import (
    LOOK_BACK,
    Found,
    Labelled,
    Page,
    after_pictures,
    breaks_off,
    has_titled_words,
    is_byline,
    is_place_and_day,
    is_running_text,
    last_before,
    official,
    opens_story,
)
from newsarchive.articles.seams import is_one_word
from newsarchive.articles.sentences import (
    begins_inside,
    closes_quotation,
    ends_in_title,
    ends_sentence,
    has_few_stops,
    is_titled,
    speaks,
    stops_inside,
)
from newsarchive.articles.units import Unit

_ONE_LINE = 30  # characters of the second line of a headline
_LEAST = 6  # characters of a headline
_LONGEST_LINE = 60  # characters of the longest line of a headline where words have no spaces
_CLOSING = "”」』》）)！？!?…"
_LINE = 32  # characters of a line that are more than East Asian columns hold
_CROSSHEAD = 3  # words of the longest crosshead on a page without marks
_SHORT_LINE = 10  # characters of a line of a headline that need no longer word: For Gas
_TITLE_LINE = 50  # characters of a line of a headline in several
_DECK = 260  # characters of the longest deck
_inner_stop = re.compile(r"[a-zß-ÿ]{3}[.!?] [A-ZÀ-Þ].{3}").search
# Shoes Ltd, Mill Street 12
_address = re.compile(r"[^,]{3,40}, [A-ZÀ-Þ][^\W\d]{2,}[^,\d]{0,20} \d{1,4}[a-z]?(?:,|\Z)").match
_has_word = re.compile(r"[^\W\d_]{2}").search
_ends_in_figure = re.compile(r".{0,36}(?:[ .\-–—+$£€]|\A)(?:\d[\d.,]{0,9})?\d ?[%°c]?\Z").match
_run_in = re.compile(r"[.:] ?[—–] ?[A-ZÀ-Þ]").search  # Monday.—Before Mr. Fielding
_numbered = re.compile(r"[一二三四五六七八九十]{1,2}、\S[^。；;]{3,}\Z").match

_stray_bullet = re.compile(r"(?:[+*>»]|«(?!.*»)) ?[A-ZÀ-Þ]").match  # what tools make of a bullet before a run-in lead
_QUOTES = "「『“‘\"'"
_list_of_items = re.compile(r"[◇◆■●▲△▷▶].+[◇◆▲△▷▶·]").match
_ends_inside = re.compile(r".{4,}[가-힣]다\. [가-힣]").match
_kana_runs_on = re.compile(r"[ァ-ヺー]{2}|[ぁ-ん]{2}|.[ぁぃぅぇぉっゃゅょをんァィゥェォッャュョンー]").match
_number_runs_on = re.compile(r"\d[\d万億千百年月日時分円人件度号]").match
_short_clause = re.compile(r"[一-鿿]{1,3}[，,](?![更还也又才])").match  # but 种得好，更要卖得好 is whole
_no_japanese_start = re.compile(r"[らりるれろをんゃゅょっー][ぁ-ん、]").match
_number_alone = re.compile(r"\d[\d.]*[一-鿿]{1,2}[，,。；;]").match  # 2360人，: what is counted stands before the break


def verse(unit: Unit, page: Page) -> Found | None:
    """A line of a poem."""
    return ("text", 0.75) if unit.verse else None


def heading(unit: Unit, page: Page) -> Found | None:
    if unit.kind != "heading":
        return None
    length = len(unit.text)
    last = last_before(page)
    wide = page.wide
    after = page.after()
    inside = _is_open(last, page) and unit.gap == 0 and after is not None and after.gap <= 0
    inside = inside and not (wide and after is not None and opens_story(after, page))
    jumped = bool(page.labelled) and page.labelled[-1].label == "jump"  # the text above goes on elsewhere
    if wide and length >= 14 and last is not None and last.label == "text" and last.unit.text[-1] in "、，,":
        inside = inside or (not jumped and " " not in unit.text and after is not None and not opens_story(after, page))
    if (page.patterns.main.script == "kore" and _is_korean_text(unit, page)) or _goes_on_as_text(unit, page):
        return "text", 0.75
    if inside and after is not None and after.kind == "paragraph" and length > 12:
        return "text", 0.75
    if not wide and (_is_marked_deck(unit, page) or _breaks_in_phrase(unit, page)):
        return "heading", 0.8
    if page.patterns.main.script == "hans" and page.patterns.speaker(unit.text) and unit.text[-1] in "?？":
        return "crosshead", 0.8  # the question of an interview, which print set apart
    if page.patterns.speaker(unit.text) or (wide and unit.text[-1] == "。"):
        return "text", 0.8
    if ends_sentence(unit.text) and unit.text[-1] in ".;；" and not unit.capitals and length > (26 if wide else 90):
        return ("heading", 0.7) if not wide and _is_deck_between(unit, page) else ("text", 0.8)
    if length > (60 if wide else 220) or unit.text[-1] in "，,、；;":
        return "text", 0.8
    if not wide and unit.text[:1].islower() and last is not None and last.label == "text":
        return "text", 0.7
    return "heading", 0.9


def _is_korean_text(unit: Unit, page: Page) -> bool:
    """A false heading mark on a line of Korean text: a sentence ends inside it, or it ends in a particle."""
    after = page.after()
    if _ends_inside(unit.text):
        return True
    if after is None or after.kind != "paragraph" or unit.gap > 0 or after.gap > 0 or len(unit.text) < 12:
        return False
    last = unit.text.split(" ")[-1]
    return any(last[-size:] in page.patterns.endings[size] for size in (1, 2, 3))


def _goes_on_as_text(unit: Unit, page: Page) -> bool:
    """A false heading mark: a column line of running text, which the next line goes on without a break."""
    after = page.after()
    lead = read_lead(unit.text, page.patterns)
    if lead is not None and len(unit.text) - lead.end > (8 if page.wide else 50):
        return True
    shortest = 16 if page.wide else 20 if after is not None and after.kind == "paragraph" and after.gap <= 0 else 40
    if after is None or len(unit.text) < shortest:
        return False
    if page.wide:
        return "，" in unit.text and unit.text[-1] in "，、" and after.kind == "paragraph"
    if (
        after.kind == "heading"
        and after.level == unit.level
        and unit.text[:1].isupper()
        and not _is_open(last_before(page), page)
    ):
        return False  # a headline or a deck in two lines
    return after.text[:1].islower() and not is_byline(after.text, page.patterns)


def _is_marked_deck(unit: Unit, page: Page) -> bool:
    """Whether a mark says that sentences right under a heading belong to it: a deeper level, or all in bold."""
    last = page.labelled[-1] if page.labelled else None
    if last is None or last.label != "heading" or len(unit.text) > _DECK or last.unit.kind != "heading":
        return False
    deeper = unit.level > last.unit.level > 0
    return (deeper or unit.bold) and len(unit.text) > 40 and ends_sentence(unit.text)


def _is_deck_between(unit: Unit, page: Page) -> bool:
    """Whether a marked line of a sentence or two stands right under a marked headline and apart over a longer text."""
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    under = last is not None and last.label == "heading" and last.unit.kind == "heading"
    if not under or after is None or len(unit.text) > _DECK / 1.5:
        return False
    apart = after.kind == "paragraph" and after.gap > 0 and len(after.text) > len(unit.text)
    return apart and not is_byline(after.text, page.patterns)


def _is_bold_name(unit: Unit, page: Page) -> bool:
    """Whether a name in bold stands between a headline or its deck and the text: the signature."""
    last, after = last_before(page), after_pictures(page)
    if last is None or after is None:
        return False
    if unit.capitals and _is_name_under_heading(unit, last, page):
        return is_running_text(after, page)
    if not is_bare_name(unit.text, page.patterns):
        return False
    if last.label == "text" and (after.bold or after.kind == "heading") and ends_sentence(last.unit.text):
        return not is_bare_name(after.text, page.patterns)  # at the end of the text
    if not is_running_text(after, page):
        return False
    if page.patterns.rubric(last.unit.text) is not None:
        return False
    above = page.labelled[-2].label if len(page.labelled) > 1 else ""
    return last.label == "heading" or (last.label == "text" and len(last.unit.text) <= _DECK and above == "heading")


def _is_name_under_heading(unit: Unit, last: Labelled, page: Page) -> bool:
    """Whether a line in capitals may be a name under a marked heading in small letters, and is set in bold."""
    small = last.label == "heading" and last.unit.kind == "heading" and not last.unit.capitals
    known = page.patterns.rubric(unit.text) or page.patterns.rubric(last.unit.text) or page.patterns.notice(unit.text)
    named = small and is_name_in_capitals(unit.text) and 2 <= len(unit.text.split()) <= 3
    return named and not known and page.may_be_name(unit.text)


def _breaks_in_phrase(unit: Unit, page: Page) -> bool:
    """Whether a heading that ends in a comma goes on in the heading on the next line."""
    after = page.after()
    if after is None or after.kind != "heading" or after.level != unit.level:
        return False
    return unit.text[-1] == "," and after.at[0] == unit.at[1] + 1 and not ends_sentence(after.text)


_named = frozenset(["title", "sub_title", "doc_title", "paragraph_title", "section_header"])


def named_heading(unit: Unit, page: Page) -> Found | None:
    """A line that the tool calls a title in its box, though it wrote no mark before it."""
    if unit.name not in _named or unit.kind != "paragraph" or len(unit.text) > (60 if page.wide else 220):
        return None
    return (
        None
        if ends_sentence(unit.text) and not unit.text.endswith(("!", "?", "！", "？", "”", "」", "…"))
        else ("heading", 0.85)
    )


def bold_line(unit: Unit, page: Page) -> Found | None:
    """A short line that is wholly bold stands for a heading."""
    if not unit.bold or unit.kind != "paragraph" or page.patterns.speaker(unit.text):
        return None
    if not page.wide and _is_marked_deck(unit, page):
        return "heading", 0.8
    if not page.wide and (_is_bold_name(unit, page) or page.patterns.contact(unit.text)):
        return None
    if len(unit.text) > (40 if page.wide else 120) or (unit.text[-1:] in "。.，,；" and not unit.capitals):
        return None
    return "heading", 0.8


def rubric_words(unit: Unit, page: Page) -> Found | None:
    """A line that says in known words what stands under it: 一句话新闻, In Brief, Telegramme."""
    if unit.kind != "paragraph" or len(unit.text) > 40:
        return None
    text = unit.text.strip("【】〔〕[]◆■●▼ 　")
    kind = page.patterns.rubric(text)
    known = kind is not None and (kind != "article" or text != unit.text or unit.capitals)
    return ("heading", 0.8) if known else None


_two_like_clauses = re.compile(r"([一-鿿]{1,2})[一-鿿]{1,4}[，,]\1[一-鿿]{1,4}\Z").match  # 有人欢喜，有人补课


_contact = re.compile(
    r"[:：][^:：]*\d{5}|\d{2,4}-\d{3,4}-\d{4}|\d{3,4}-\d{6}|\d{1,2}[:：]\d\d.*\d{1,2}[:：]\d\d"
).search  # 电话：5217736; show times


def want_ad(unit: Unit, page: Page) -> Found | None:
    """What is offered or wanted, on a line apart over the small letters with which the advertisement goes on."""
    if page.patterns.main.script != "latn" or unit.gap <= 0 or not _may_be_half(unit) or len(unit.text) > _LINE:
        return None
    after = page.after()
    goes_on = after is not None and after.gap > 0 and after.text[:1].islower() and ends_sentence(after.text)
    return ("heading", 0.6) if goes_on and page.patterns.advert(unit.text) else None


def broken_headline(unit: Unit, page: Page) -> Found | None:
    """A line of a headline whose phrase goes on in small letters on the next, where no heading is marked and an empty
    line stands between all lines: short ones, set apart, after a whole text and over a signature or a text."""
    if page.wide or page.marked or unit.gap <= 0 or not _may_be_half(unit):
        return None
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    if last is not None and last.rule == "broken-headline" and unit.text[0].islower():
        return "heading", 0.6
    if not unit.text[0].isupper() or _is_open(last_before(page), page) or after is None or after.gap <= 0:
        return None
    if not _may_be_half(after) or not after.text[0].islower():
        return None
    below = (page.after(2), page.after(3))
    return ("heading", 0.6) if _leads_to_text(below[0], below[1], page) else None


def _may_be_half(unit: Unit) -> bool:
    """Whether a unit is one line as short as one of a headline, and ends in a word."""
    return (
        unit.kind == "paragraph" and len(unit.pieces) == 1 and len(unit.text) <= _TITLE_LINE and unit.text[-1].isalnum()
    )


def _leads_to_text(first: Unit | None, second: Unit | None, page: Page) -> bool:
    """Whether a signature or a text that begins with a capital comes next, or under one line without a stop."""
    if first is None or first.kind != "paragraph" or first.text[:1].islower():
        return False
    if is_byline(first.text, page.patterns) or is_running_text(first, page):
        return True
    deck = not ends_sentence(first.text) or first.text[-1] in _CLOSING
    return deck and second is not None and second.gap > 0 and _leads_to_text(second, None, page)


def short_line(unit: Unit, page: Page) -> Found | None:
    """A short line without a stop, before a lead, a signature or a text: a heading that the tool did not mark."""
    text = unit.text
    if unit.kind != "paragraph" or (unit.gap == -1 and page.marked and page.wide and not _goes_on_headline(page)):
        return None
    if len(text) > (40 if page.wide else 130):
        return ("heading", 0.6) if page.wide and _stands_over_lead(unit, page) else None
    last = last_before(page)
    if page.wide and _list_of_items(text):
        return None
    if page.patterns.speaker(text) or ends_in_title(text, page.patterns):
        return None
    if _is_kicker_of_sentences(unit, last, page):
        return "heading", 0.6
    if not page.wide and page.patterns.salutation(text):
        return None
    if breaks_off(page):
        return None
    after = page.after()
    if after is not None and _is_first_half(text, after, page):
        return None
    if page.wide and _is_first_of_block_end(unit, last, page):
        return None
    apart = _stands_apart_over_lead(unit, page) or (not page.wide and _is_titled_stack(unit))
    runs_on = _is_open(last, page) and not apart
    if (runs_on and not unit.capitals) or _dateline_opens(unit, page):
        return None
    if page.wide and (_stands_over_lead(unit, page) or _leads_to_marked(unit, page) or _heads_notice(unit, page)):
        return "heading", 0.7
    if page.marked and page.at in page.lone_lines:
        return "crosshead", 0.6
    if page.wide:
        if text[-1] in "，,、。" or stops_inside(text) or (after is not None and _begins_paragraph(unit, after, page)):
            return None
        if _numbered(text) and text[-1] not in "；;：:" and not _contact(text):
            return "heading", 0.7
        if unit.short_end and len(unit.pieces[0].text) >= 14:
            return None  # the end of a column's paragraph, whose first lines are full
        if text.count("，") + text.count(",") > 1 or (text.count("　") > 1 and page.patterns.advert(text)):
            return None
        under = page.patterns.main.script == "kore" and _right_under_heading(unit, page)
        if ("，" in text or "," in text) and not under:
            if _breaks_off_behind_comma(last, after, page):
                return None
            if _two_like_clauses(text) and after is not None and is_running_text(after, page):
                return "heading", 0.55
            return None if (page.marked and unit.gap != -1) or len(text) > 26 else ("heading", 0.55)
        in_story = last is not None and last.label in ("text", "byline")
        if page.patterns.detail(text) or _contact(text):
            return None
        if page.marked and not under and len(text) > (14 if in_story and " " not in text and "　" not in text else 24):
            return None
        quoted = under and "." not in text
        if text[-1] in "。，、；,;.:：" or (not quoted and ends_sentence(text) and text[-1] in "”」』）)"):
            return None
    elif _goes_on_below(unit, after, page) or not (_looks_like_latin_heading(unit, page) or _old_heading(unit, page)):
        return None
    if after is not None and not page.wide and not unit.capitals and page.patterns.jump_alone(after.text):
        return None  # a sentence that breaks off, and where it goes on
    if after is not None and after.kind == "image" and _stands_over_picture(unit, page):
        return "heading", 0.6
    if after is None or after.kind == "image" or (not page.wide and (after.text[:1].islower() or text[-1] == "-")):
        return None
    if is_running_text(after, page) or after.kind == "heading" or is_byline(after.text, page.patterns):
        return "heading", 0.7
    if len(after.text) <= (40 if page.wide else 130) and after.kind == "paragraph" and not ends_sentence(after.text):
        return "heading", 0.6
    if not page.wide and (_line_over_text(after, page) or (page.stops_after_headings and is_place_and_day(after.text))):
        return "heading", 0.6
    if page.wide and after.kind == "paragraph" and "　" in after.text and page.patterns.advert(after.text):
        return "heading", 0.6
    if not page.wide and (after.capitals or _looks_like_latin_heading(after, page)):
        return "heading", 0.6
    if not page.wide and _opens_old_stack(unit, after, last, page):
        return "heading", 0.6
    set_so = not page.wide and page.breaks_at_capitals and page.heads_are_titled and has_titled_words(text)
    return ("heading", 0.6) if set_so else None


def _is_titled_stack(unit: Unit) -> bool:
    """Whether a unit inside a block is two short lines or more whose longer words, three at least, have capitals."""
    several = len(unit.pieces) > 1 and unit.gap == -1 and len(unit.text) <= _DECK / 3
    return several and is_titled(unit.text) and has_titled_words(unit.text)


def _goes_on_below(unit: Unit, after: Unit | None, page: Page) -> bool:
    """Whether a line is the first half of a sentence: in small letters it ends in a word after which more has to come,
    over a text and no second line, or the page breaks lines before capitals and it is not set apart."""
    if page.breaks_at_capitals and not _is_set_apart(unit, page):
        return True
    if unit.capitals or after is None or not page.patterns.clause_open(unit.text):
        return False
    sentence = ends_sentence(after.text) and not after.capitals and not has_titled_words(unit.text)
    return page.breaks_at_capitals or is_running_text(after, page) or sentence


def _is_set_apart(unit: Unit, page: Page) -> bool:
    """Whether a line of a page that breaks lines before capitals stands as headlines do there: in a block of short
    lines without a stop; or as a crosshead, in a few words over a full line of the same block."""
    after = page.after()
    if after is None or after.text.lstrip("'\"“‘(«")[:1].islower():
        return False
    if after.gap == -1 and (ends_sentence(after.text) or len(after.text) > _TITLE_LINE):
        return len(unit.text.split()) <= _CROSSHEAD and len(after.text) > _TITLE_LINE
    if len(unit.text) > _DECK / 3 or after.text[:1].islower():
        return False
    short = len(unit.text) <= _SHORT_LINE and unit.text[0].isupper() and (unit.gap == -1 or after.gap == -1)
    return unit.capitals or not page.heads_are_titled or has_titled_words(unit.text) or short


def _goes_on_headline(page: Page) -> bool:
    """Whether the line stands right under an unmarked headline and over a lead: its second line."""
    last = page.labelled[-1] if page.labelled else None
    above = last is not None and last.label == "heading" and last.unit.block == page.unit.block
    return above and _stands_over_lead(page.unit, page)


def _stands_over_lead(unit: Unit, page: Page) -> bool:
    """Whether a line without a stop stands between a whole text, or nothing, and a lead or a signature that another
    text follows: nothing but a headline does, however long it is."""
    text, after, last = unit.text, page.after(), last_before(page)
    if len(text) > _LONGEST_LINE or not (text[-1].isalnum() or text[-1] in _CLOSING) or stops_inside(text):
        return False
    if text[-1] in ")）" and find_end(text, page.patterns, brief=True) is not None:
        return False
    if (
        after is None
        or after.kind != "paragraph"
        or (last is not None and last.label == "text" and _is_open(last, page))
    ):
        return False
    if opens_story(unit, page):
        return False
    if opens_story(after, page):
        return not _goes_on_later(unit, page)
    below = page.after(2)
    if below is not None and len(after.text) <= _ONE_LINE and after.text[-1].isalnum() and opens_story(below, page):
        return below.kind == "paragraph" and not stops_inside(after.text) and not _goes_on_later(unit, page)
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
    """Whether a line without any mark stands over a marked headline of a story with a lead, and names no office."""
    below = page.after(2)
    whole = unit.text[-1].isalnum() or unit.text[-1] == "”"
    plain = whole and _LEAST < len(unit.text) <= _ONE_LINE and not any(mark in unit.text for mark in "，,、；;")
    over = below is not None and below.kind == "paragraph" and opens_story(below, page)
    return plain and over and not page.patterns.organisation(unit.text) and not ends_open(unit.text, page.patterns)


def _heads_notice(unit: Unit, page: Page) -> bool:
    """Whether a mainland line apart from a whole text is the heading of a notice by its words, over its text."""
    if page.patterns.main.script != "hans" or unit.gap < 1 or not page.patterns.notice(unit.text):
        return False
    after, last = page.after(), last_before(page)
    closed = last is None or last.label != "text" or ends_sentence(last.unit.text)
    return closed and unit.text[-1].isalnum() and after is not None and is_running_text(after, page)


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
    """Whether a line stands on the line under a Korean heading, or under it and parts two facts by dots."""
    last = page.labelled[-1] if page.labelled else None
    if last is None or last.label != "heading" or last.unit.kind != "heading":
        return False
    return (unit.gap <= 0 and unit.at[0] == last.unit.at[1] + 1) or "… " in unit.text[:-1]


def _is_kicker_of_sentences(unit: Unit, last: Labelled | None, page: Page) -> bool:
    """Whether a line without its last stop stands over a marked headline and under no text: L'ordinanza. Le proteste"""
    after = page.after()
    if page.wide or after is None or after.kind != "heading" or unit.gap == -1 or not unit.text[-1].isalnum():
        return False
    return (last is None or last.label not in ("text", "heading")) and not page.patterns.contact(unit.text)


def _stands_over_picture(unit: Unit, page: Page) -> bool:
    """Whether a mainland line with a quotation stands apart over a picture and its caption: a photo's headline."""
    then = page.after(2)
    if page.patterns.main.script != "hans" or unit.gap < 1 or then is None or then.kind != "paragraph":
        return False
    return len(unit.text) >= _LEAST and "“" in unit.text and len(then.text) > len(unit.text)


def _line_over_text(after: Unit, page: Page) -> bool:
    """Whether the next line is the short first one of a block of running text: an agency, a place and a day."""
    then = page.after(2)
    if after.gap <= 0 or len(after.text) > 50 or then is None or then.gap != -1:
        return False
    return is_running_text(then, page)


def _is_first_half(text: str, after: Unit, page: Page) -> bool:
    """Whether a line and the text under it are halves of a sentence that a column cut."""
    if after.kind != "paragraph" or (page.wide and opens_story(after, page)):
        return False
    inside = is_running_text(after, page) and (closes_quotation(text, after.text) or begins_inside(after.text))
    known = page.marked or page.patterns.main.script != "jpan"  # the dictionary is Chinese
    return inside or (known and is_one_word(text, after.text)) or bool(page.wide and ends_open(text, page.patterns))


def _begins_paragraph(unit: Unit, after: Unit, page: Page) -> bool:
    """Whether a short line of a page whose headings are marked is the first of a paragraph, which a column cut."""
    text, patterns = unit.text, page.patterns
    if not page.marked or after.kind != "paragraph" or not is_running_text(after, page):
        return False
    if unit.indented and not after.indented:
        return True
    if patterns.linking_word(text) and text[0] not in _QUOTES:
        return True
    *words, last = text.split(" ")
    if patterns.main.script == "kore" and any(len(word) > 1 and word[-1] in patterns.text_particles for word in words):
        return True
    if patterns.main.script == "kore" and any(last[-size:] in patterns.endings[size] for size in (1, 2, 3)):
        return True
    if _kana_runs_on(text[-1:] + after.text[:1]) or _number_runs_on(text[-1:] + after.text[:1]):
        return True
    if _number_alone(after.text) or _parts_word(unit, after, page):
        return True
    clause = _short_clause(after.text)
    opens = clause is not None and (patterns.linking_word(clause[0]) or patterns.lead_time(clause[0]))
    return clause is not None and not opens and patterns.time_opener(clause[0]) is None


def _parts_word(unit: Unit, after: Unit, page: Page) -> bool:
    """Whether a column cut a word between two pieces of an East Asian paragraph: what follows begins with what begins
    no word, or the two characters at the break stand together elsewhere on the page, too."""
    text, below, patterns = unit.text, after.text, page.patterns
    script = patterns.main.script
    if script in ("kore", "hant") and patterns.clause_open(text):
        return True
    if script == "kore":
        counted = text[-1].isdigit() and patterns.counter(below) is not None
        return counted or patterns.clause_goes_on(below) is not None
    if script == "jpan" and _no_japanese_start(below):
        return True
    if script == "hans" or not (text[-1].isalpha() and below[0].isalpha()):
        return False
    return page.pairs[text[-1], below[0]] > 0


def _dateline_opens(unit: Unit, page: Page) -> bool:
    lead = read_lead(unit.text, page.patterns)
    return lead is not None and lead.dateline is not None


def _old_heading(unit: Unit, page: Page) -> bool:
    """A short line with a stop, in a paper that set stops after its headings, over a text that is much longer."""
    text = unit.text
    if page.marked or not page.stops_after_headings or len(text) > 60 or len(unit.pieces) > 2 or len(text.split()) > 8:
        return False
    if _inner_stop(text) or _run_in(text):
        return False
    quoted = any(mark in text for mark in '“”„"«»')
    if not text[:1].isupper() or quoted or _is_dialogue(unit, page) or re.match(r"[A-ZÀ-Þ. ]+,", text):
        return False
    for steps in range(1, 5):  # other lines of the stack may stand between
        after = page.after(steps)
        if after is None:
            return False
        if len(after.text) > 2.5 * len(text) or is_byline(after.text, page.patterns):
            return True
        if len(after.text) > 70:
            return False
    return False


def _opens_old_stack(unit: Unit, after: Unit, last: Labelled | None, page: Page) -> bool:
    """Whether a line with a stop stands under no text and over another such line, in a paper that set stops after its
    headings: the first of the stack at the head of a page."""
    if page.marked or not page.stops_after_headings or (last is not None and last.label == "text"):
        return False
    below = page.after(2)
    if below is None or after.kind != "paragraph" or len(after.text.split()) > 8 or _inner_stop(after.text):
        return False
    second = after.text[:1].isupper() and after.text[-1] in ".!?" and len(after.text) <= _LONGEST_LINE
    return second and not is_byline(after.text, page.patterns) and not page.patterns.contact(after.text)


def _looks_like_latin_heading(unit: Unit, page: Page) -> bool:
    text = unit.text
    if (
        text[:1].islower()
        or not (_has_word(text) or page.patterns.notice(text))
        or stops_inside(text)
        or _is_row(unit, page)
    ):
        return False
    if text[:2] in ("- ", "– ", "— ") or _stray_bullet(text):
        return False  # an item of a list, or a speech
    want_ad = not unit.capitals and text[:2].isupper() and any(mark in text for mark in ";,")
    if want_ad and page.patterns.advert(text[:24]):
        return False  # LOST, between station and mill, …
    if page.patterns.contact(text) or (page.marked and _address(text)):
        return False
    if unit.capitals:
        return True
    if text[-1] in ",;" or official(text) or (text[-1] == ":" and not _leads_to_headline(unit, page)):
        return False
    if not ends_sentence(text):
        return not (_inner_stop(text) or "@" in text)
    if text[-1] in "!?":
        inner = _inner_stop(text) is not None
        long = (len(text) > 60 and page.marked) or (inner and (page.marked or len(text) > 60))
        return not (long or _is_dialogue(unit, page))
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    titled = sum(word[0].isupper() for word in words) >= len(words) * 0.75 and len(words) > 1
    return page.stops_after_headings and titled and len(text) < 90


def _is_row(unit: Unit, page: Page) -> bool:
    """Whether a line ends in a figure, as does a line beside it in the same block, or holds a row of dots: a row of a
    table."""
    if "...." in unit.text:
        return True
    if not _ends_in_figure(unit.text):
        return False
    before, after = page.before(), page.after()
    above = before is not None and unit.gap == -1 and _ends_in_figure(before.text) is not None
    return above or (after is not None and after.gap == -1 and _ends_in_figure(after.text) is not None)


def _leads_to_headline(unit: Unit, page: Page) -> bool:
    """Whether a line that ends in a colon stands apart over a short line: a kicker."""
    after = page.after()
    if after is None or unit.gap == -1 or after.gap <= 0 or len(unit.text) > 70:
        return False
    last = page.labelled[-1] if page.labelled else None
    if page.at > page.letters_at and last is not None and last.label == "heading":
        return True  # what a letter answers to
    return after.kind == "paragraph" and len(after.text) <= 70 and not ends_sentence(after.text)


def _is_dialogue(unit: Unit, page: Page) -> bool:
    """Whether a line is a speech in a report that names each speaker: Mr. Tarn: Who is paying for this?"""
    beside = (page.before(), page.after())
    return bool(speaks(unit.text)) and any(each is not None and speaks(each.text) for each in beside)


def _is_open(last: Labelled | None, page: Page) -> bool:
    """Whether the text above may run on: it has no stop, and is no advertisement that ends in a number."""
    if last is None or last.label != "text" or last.unit.verse or ends_sentence(last.unit.text):
        return False
    if last.unit.short_end and has_few_stops(last.unit.text):
        return False
    if not page.wide and _jumps_off(last, page):
        return False
    return not (len(last.unit.text) < 260 and page.patterns.advert(last.unit.text))


def _jumps_off(last: Labelled, page: Page) -> bool:
    """Whether a line under the last text says on what page it goes on."""
    since = takewhile(lambda each: each is not last, islice(reversed(page.labelled), LOOK_BACK))
    return any(each.label == "jump" for each in since)


def stray_label(unit: Unit, page: Page) -> Found | None:
    """One or two words apart from everything: a rubric or column label."""
    if unit.kind != "paragraph" or len(unit.text) > (16 if page.wide else 40) or ends_sentence(unit.text):
        return None
    if re.search(r"[，,、。“”：:「」；;]", unit.text) or unit.text[:1].islower() or _list_of_items(unit.text):
        return None
    if not page.wide and (page.patterns.contact(unit.text) or page.breaks_at_capitals):
        return None
    after = page.after()
    if breaks_off(page) or (page.wide and after is not None and _begins_paragraph(unit, after, page)):
        return None
    last = last_before(page)
    beside = after is None or after.kind in ("heading", "image") or page.before() is None
    if page.wide and len(unit.text) > 10 and not beside:
        return None
    runs_on = _is_open(last, page)
    if runs_on and page.wide and len(unit.text) <= 8 and unit.gap >= 0 and after is not None and after.gap >= 0:
        return ("label", 0.6) if after.kind == "paragraph" and len(after.text) > 8 else None
    if not runs_on and (after is None or after.gap != -1 or page.wide):
        return "label", 0.7
    return None
