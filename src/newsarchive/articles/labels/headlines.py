"""Headings that the tool marked, named or set in bold; rubrics by their words; lines of poems."""

from __future__ import annotations

import re

from newsarchive.articles.bylines import initials_before, is_bare_name, is_name_in_capitals, read_lead
from newsarchive.articles.clauses import ends_open
from newsarchive.articles.labels.forms import is_byline
from newsarchive.articles.labels.neighbours import after_pictures, is_open, is_running_text, last_before, opens_story
from newsarchive.articles.labels.page import Found, Labelled, Page
from newsarchive.articles.labels.persons import are_two_names
from newsarchive.articles.sentences import (
    ends_sentence,
)
from newsarchive.articles.units import Unit

_DECK = 260  # characters of the longest deck
_FULL = 0.8  # of the width of a column, which a printed line of it is long at least
_stop_inside = re.compile(r"。(?![”’』」)）])\S").search
_ends_inside = re.compile(r".{4,}[가-힣]다\. [가-힣]").match
_named = frozenset(["title", "sub_title", "doc_title", "paragraph_title", "section_header"])


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
    inside = is_open(last, page) and unit.gap == 0 and after is not None and after.gap <= 0
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
    if wide and "。" in unit.text[:-1] and is_open(last, page):
        return "text", 0.75  # a line of a paragraph that holds the end of one sentence and the beginning of the next
    if page.patterns.main.script == "hans" and _is_printed_line(unit, page):
        return "text", 0.75
    if page.patterns.speaker(unit.text) or (wide and unit.text[-1] == "。"):
        return "text", 0.8
    if ends_sentence(unit.text) and unit.text[-1] in ".;；" and not unit.capitals and length > (26 if wide else 90):
        return ("heading", 0.7) if not wide and _is_deck_between(unit, page) else ("text", 0.8)
    if length > (60 if wide else 220) or unit.text[-1] in "，,、；;":
        return "text", 0.8
    if not wide and unit.text[:1].islower() and last is not None and last.label == "text":
        return "text", 0.7
    return "heading", 0.9


def _is_printed_line(unit: Unit, page: Page) -> bool:
    """Whether a line that a tool marked is one of a mainland paragraph: a sentence ends inside it, it ends in what
    somebody says, or on a page that keeps its printed lines it fills one and breaks off before the text below."""
    text, after = unit.text, page.after()
    if _stop_inside(text) or text.endswith("。”"):
        return True
    full = page.line_width and page.line_width * _FULL <= len(text) <= page.line_width + 2
    return bool(full) and after is not None and after.kind == "paragraph" and ends_open(text, page.patterns)


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
        and not is_open(last_before(page), page)
    ):
        return False  # a headline or a deck in two lines
    signed = is_byline(after.text, page.patterns) or initials_before(after.text)
    return after.text[:1].islower() and not signed


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
    if last.label == "heading" and are_two_names(unit.text, last, page):
        return True
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
    """Whether a heading that ends in a comma goes on in the heading on the next line, or under an empty one."""
    after = page.after()
    if after is None or after.kind != "heading" or after.level != unit.level:
        return False
    return unit.text[-1] == "," and after.at[0] <= unit.at[1] + 2 and not ends_sentence(after.text)


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
