"""Which lines of a run of headings are rubrics, over what they stand, and whether a heading stays under one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.column_items import items_under, letters_under, stands_over_items, stands_over_small_items
from newsarchive.articles.crossheads import LOOK_AHEAD
from newsarchive.articles.draft import BRIEF, Draft
from newsarchive.articles.labels import Labelled
from newsarchive.articles.names import roles_of
from newsarchive.articles.offers import offers
from newsarchive.articles.openings import opening_label
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.rubrics import is_column_title, kind_by_form, rubric_kind
from newsarchive.articles.sentences import ends_sentence

_COLUMN = 9  # characters of the longest name of a column that questions of readers tell
_HEAD = 8  # units among which the signature at the head of a story stands


class Section(msgspec.Struct, frozen=True):
    """A rubric that stands over what follows."""

    kind: str
    units: tuple[Labelled, ...]


class Rubrics(msgspec.Struct, frozen=True):
    """The rubrics at the head of a run of headings, and what they stand over.

    `items`: the places of lines below that are headings of items of a column.
    """

    lines: tuple[Labelled, ...]
    kind: str
    items: tuple[int, ...] = ()


def is_rubric_place(units: Sequence[Labelled], at: int, draft: Draft) -> bool:
    """Whether a stray label stands right above a heading, or is a rubric by its words."""
    if units[at].rule == "label-of-picture":
        return False
    below = units[at + 1 : at + 1 + LOOK_AHEAD]
    if below and below[0].label in ("heading", "label") and not draft.is_open:
        return next((each.label == "heading" for each in below if each.label != "label"), False)
    return rubric_kind(units[at].unit, draft.patterns) in ("brief", "notice", "letters") and bool(below)


def _names_writer(below: Sequence[Labelled], draft: Draft) -> bool:
    """Whether a text below begins with the name that signs the story so far: it is a note on its writer."""
    names = [each.unit.text.casefold() for each in draft.units[:_HEAD] if each.label == "byline"]
    return any(each.unit.text.casefold().startswith(name) for each in below for name in names)


def rubrics_over(run: Sequence[Labelled], units: Sequence[Labelled], end: int, draft: Draft) -> Rubrics:
    """The rubrics at the head of a run of headings that ends before a place, and what they stand over."""
    patterns, below = draft.patterns, units[end : end + LOOK_AHEAD]
    after = below[0] if below else None
    above = 0 if _names_writer(below, draft) else draft.length / max(len(draft.texts), 1)
    rubrics: list[Labelled] = []
    kind = "article"
    for at, each in enumerate(run):
        last = at == len(run) - 1
        if at == 0 and len(run) == 2 and (column := _column_over(each, units, end, patterns)):
            return column
        if at == 0 and len(run) == 2 and len(each.unit.text) <= _COLUMN and asks(below, patterns):
            return Rubrics((each,), "article")
        found = kind_by_form(each, None if last else run[at + 1], patterns)
        if last and found in (None, "article") and len(run) <= 2:
            items = stands_over_items(each.unit, below, patterns)
            found = "brief" if items or stands_over_small_items(each.unit, below, patterns, above) else found
        if found is None and last and not rubrics and len(run) == 1 and _is_column(each, below, patterns):
            found = "article"
        if found is None or (found == "article" and last and not _column_alone(each, after, draft)):
            break
        if found == "brief" and last and _only_a_picture_follows(below, patterns):
            found = "article"
        if found in ("notice", "advert") and last:
            several = found == "notice" or _several_follow(below)
            if not several or patterns.notice(each.unit.text) or after is None or after.label != "text":
                break
        rubrics.append(each)
        kind = found
    return Rubrics(tuple(rubrics), kind)


def _only_a_picture_follows(below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether nothing but a caption stands below a mainland line: it is the heading of a photo. 街头一瞥"""
    story = list(takewhile(lambda each: each.label != "heading", below))
    shown = bool(story) and all(each.label in ("image", "caption", "credit") for each in story)
    return patterns.main.script == "hans" and shown and len(story) < len(below)


def _column_over(each: Labelled, units: Sequence[Labelled], end: int, patterns: Patterns) -> Rubrics | None:
    """The first of two headings as a rubric by what follows them: items, or letters of readers."""
    following = units[end - 1 : end - 1 + 2 * LOOK_AHEAD]
    if items := items_under(each.unit, following, patterns):
        return Rubrics((each,), "brief", tuple(end - 1 + item for item in items))
    return Rubrics((each,), "letters") if letters_under(each.unit, following, patterns) else None


def _is_column(each: Labelled, below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether a very short heading without another stands over a text in paragraphs: a column's title."""
    below = below[:2]
    long = len(below) == 2 and all(other.label == "text" for other in below) and len(below[0].unit.text) >= 40
    long = long or (bool(below) and below[0].unit.text.count("▼") > 1)  # whose paragraphs run on
    titled = is_column_title(each.unit, patterns) and not patterns.notice(each.unit.text)
    if patterns.main.script != "jpan" or not long or not titled:
        return False
    opening = below[0].unit.text
    return read_lead(opening, patterns) is None and not patterns.lead_time(opening[:30])


def _column_alone(each: Labelled, after: Labelled | None, draft: Draft) -> bool:
    """A rubric that is the only heading of its text: a column, or a photo."""
    if after is None:
        return False
    if each.label == "label" or after.label in ("image", "caption"):
        return True
    texts = draft.texts
    if not draft.has_story or not texts:
        return after.label == "text"
    return after.label == "text" and ends_sentence(texts[-1].unit.text)


def _several_follow(below: Sequence[Labelled]) -> bool:
    """Whether two separate texts follow a rubric of notices: each ends, or begins with its label, 求购：."""
    texts = [each.unit.text for each in below[:2] if each.label == "text"]
    return len(texts) == 2 and all(ends_sentence(text) or opening_label(text) is not None for text in texts)


def stays_under(section: Section, stack: Sequence[Labelled], below: Sequence[Labelled], draft: Draft) -> bool:
    """Whether a heading stands under the rubric before it: letters do, others when they are set smaller, and
    among briefs one that has a single short paragraph."""
    rubric, unit, patterns = section.units[-1].unit, stack[0].unit, draft.patterns
    signed = bool(below) and below[0].label == "byline"
    if patterns.notice(unit.text) or patterns.advert(unit.text):
        return section.kind in ("notice", "advert") and unit.level > rubric.level > 0
    if section.kind == "letters":
        news = news_follow(below, patterns) or _reporter_signs(below, patterns)
        return not (news or (draft.closed_by_line and _nobody_signs(below, patterns)))
    if section.kind == "questions":
        return asks(below, patterns)
    if signed or (section.kind in ("brief", "notice") and _is_offer(stack, below, patterns)):
        return False
    mainland = patterns.main.script == "hans"
    if mainland and section.kind == "brief" and news_follow(below, patterns) and not _brief_follows(below, patterns):
        return False  # a story of several paragraphs
    latin, above = patterns.main.script == "latn", len(draft.headings)
    if latin and any(0 < each.unit.level < rubric.level for each in stack):
        return False  # set larger than the rubric
    alike = len(stack) == 1 or (len(stack) == above and stack[0].unit.level == rubric.level)  # each with its place
    if section.kind in ("brief", "notice") and above and alike and unit.level >= rubric.level:
        return _brief_follows(below, patterns) and not (mainland and _lead_follows(below, patterns))
    marked = any(0 < each.unit.level <= rubric.level for each in stack[1:])  # a headline under its unmarked kicker
    return unit.level > rubric.level > 0 or (rubric.kind == "heading" and unit.kind != "heading" and not marked)


def _is_offer(stack: Sequence[Labelled], below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether a heading and the few lines under it offer something, as no item of news under a rubric does."""
    texts = [each.unit.text for each in takewhile(lambda each: each.label == "text", below)]
    return sum(map(len, texts)) < BRIEF and offers([each.unit.text for each in stack], texts, patterns)


def asks(below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether a mainland text below a heading begins with the question of a reader: 问：…"""
    text = below[0].unit.text if below and below[0].label == "text" else ""
    return patterns.main.script == "hans" and text[:1] == "问" and patterns.speaker(text) is not None


def _reporter_signs(below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether a reporter of the paper signs the text below a heading on a line of its own."""
    story = takewhile(lambda each: each.label != "heading", below)
    reporters = [word for word, role in roles_of(patterns).before.items() if role == "reporter"]
    signed = [each.unit.text for each in story if each.label == "byline"]
    return patterns.main.script == "hans" and any(word in text for text in signed for word in reporters)


def _nobody_signs(below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether no name stands under the Latin text below a heading, up to the next, nor at its end: it is no letter."""
    story = list(takewhile(lambda each: each.label != "heading", below))
    texts = [each.unit.text for each in story if each.label == "text"]
    if patterns.main.script != "latn" or not texts or len(story) == LOOK_AHEAD:
        return False
    return not any(each.label == "byline" for each in story) and find_end(texts[-1], patterns) is None


def _lead_follows(below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether the text below opens with its own dateline or signature, as a story does."""
    return bool(below) and read_lead(below[0].unit.text, patterns) is not None


def _brief_follows(below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether one short paragraph follows, and then a heading, a notice, an advertisement, or nothing."""
    if not below or below[0].label != "text" or len(below[0].unit.text) >= BRIEF:
        return False
    if len(below) < 2 or below[1].label in ("heading", "byline", "label"):
        return True
    text = below[1].unit.text
    return bool(patterns.notice(text) or patterns.advert(text))


def news_follow(below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether what stands below a heading has the lead of a piece of news: no letter begins so."""
    after = below[0] if below else None
    lead = read_lead(after.unit.text, patterns) if after is not None and after.label == "text" else None
    return lead is not None and lead.rule != "signature-in-brackets"
