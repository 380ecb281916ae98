"""Rule 2. What each unit of a page is: the first rule of a list that knows it, with how sure that rule is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from newsarchive.articles.labels.bylines import (
    byline_line,
    dateline_line,
    desk_line,
    initials_line,
    name_and_place,
    name_over_desk,
    place_line,
    second_byline_line,
    source_line,
)
from newsarchive.articles.labels.captions import caption, caption_over_credit, label_of_picture, marked_caption
from newsarchive.articles.labels.credits import credit_line, credit_pair, ends_in_credit
from newsarchive.articles.labels.folios import folio, jump_line, whole_folios
from newsarchive.articles.labels.furniture import (
    machine_speech,
    mark,
    noise,
    page_label,
    picture,
    repeated,
    running_head,
    table,
    viewer,
)
from newsarchive.articles.labels.headlines import bold_line, heading, named_heading, rubric_words, verse
from newsarchive.articles.labels.letters import letter_signature, signature_before_heading
from newsarchive.articles.labels.mastheads import imprint, makers, masthead, price, weather
from newsarchive.articles.labels.notes import author_note, box_label, note
from newsarchive.articles.labels.notices import official_signature
from newsarchive.articles.labels.page import SHORT, Found, Labelled, Page
from newsarchive.articles.labels.persons import marked_person, pen_name, signing_person
from newsarchive.articles.labels.signatures import bare_name, name_set_wide
from newsarchive.articles.labels.unmarked import short_line, stray_label
from newsarchive.articles.labels.unmarked_latin import broken_headline, want_ad
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.units import Unit

__all__ = ["Labelled", "ends_in_credit", "label_units"]


_LONG = 160


def label_units(units: Sequence[Unit], patterns: Patterns) -> list[Labelled]:
    """Each unit of a page with its label, in page order. No rule sees the boxes of detection."""
    page = Page(_without_boxes(units), patterns)
    for at, unit in enumerate(page.units):
        page.at = at
        page.add(_label(unit, page))
        if unit.text:
            page.seen.add(page.key)
    known = iter(page.labelled)
    whole = [Labelled(unit, unit.name, "mark", 0.97) if _is_box(unit) else next(known) for unit in units]
    return whole_folios(whole) if patterns.main.script == "hans" else whole


def _is_box(unit: Unit) -> bool:
    return unit.kind == "furniture" and unit.name == "detection"


def _without_boxes(units: Sequence[Unit]) -> list[Unit]:
    """The units of a page without boxes of detection; what stands under one has the empty lines above it, too."""
    kept: list[Unit] = []
    gap = 0
    for unit in units:
        if _is_box(unit):
            gap += max(unit.gap, 0)
        else:
            kept.append(replace(unit, gap=max(unit.gap, 0) + gap) if gap else unit)
            gap = 0
    return kept


def _label(unit: Unit, page: Page) -> Labelled:
    length = len(unit.text) if unit.kind == "paragraph" and not unit.bold else 0
    for rule, name in _long_rules if length > _LONG else _middle_rules if length > SHORT else _rules_of[unit.kind]:
        if found := rule(unit, page):
            return Labelled(unit, found[0], name, found[1])
    return Labelled(unit, "text", "running-text", 0.9)


RULES: tuple[Callable[[Unit, Page], Found | None], ...] = (
    picture,
    table,
    mark,
    machine_speech,
    viewer,
    repeated,
    noise,
    jump_line,
    makers,
    folio,
    page_label,
    author_note,
    name_and_place,
    label_of_picture,
    credit_pair,
    caption_over_credit,
    byline_line,
    second_byline_line,
    source_line,
    initials_line,
    name_over_desk,
    desk_line,
    name_set_wide,
    named_heading,
    masthead,
    imprint,
    price,
    running_head,
    weather,
    caption,
    marked_caption,
    credit_line,
    box_label,
    note,
    marked_person,
    heading,
    verse,
    bold_line,
    bare_name,
    letter_signature,
    signature_before_heading,
    official_signature,
    signing_person,
    pen_name,
    place_line,
    dateline_line,
    rubric_words,
    want_ad,
    broken_headline,
    short_line,
    stray_label,
)


_named_rules = tuple((rule, rule.__name__.replace("_", "-")) for rule in RULES)


# All that a long paragraph can be; the other rules look at short units only.
_long_rules = tuple(
    entry
    for entry in _named_rules
    if entry[0] in (machine_speech, repeated, author_note, caption_over_credit, caption, note)
)


# What a paragraph that is longer than any line by itself can be.
_of_middle = (
    machine_speech,
    viewer,
    repeated,
    noise,
    page_label,
    author_note,
    credit_pair,
    caption_over_credit,
    byline_line,
    imprint,
    weather,
    caption,
    note,
)
_middle_rules = tuple(entry for entry in _named_rules if entry[0] in (*_of_middle, letter_signature, short_line))


# What only a paragraph, only a heading, a picture or a table can be: the other kinds need not ask.
_of_paragraphs = (
    *(
        price,
        weather,
        caption,
        credit_line,
        named_heading,
        bold_line,
        bare_name,
        letter_signature,
        signature_before_heading,
        official_signature,
        signing_person,
        pen_name,
    ),
    *(place_line, dateline_line, rubric_words, want_ad, broken_headline, short_line, stray_label),
)
_of_headings = (marked_caption, marked_person, heading)
_apart = {"heading": (picture, table, *_of_paragraphs), "paragraph": (picture, table, *_of_headings)}
_rules_of = {
    kind: tuple(entry for entry in _named_rules if entry[0] not in _apart.get(kind, ()))
    for kind in ("heading", "paragraph", "table", "image", "furniture")
}
