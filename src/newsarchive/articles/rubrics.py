"""Rubrics: lines that name no story but stand over one or several, known by words, by brackets or by their place."""

from __future__ import annotations

import re

import msgspec

from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.units import Unit

_bracketed = re.compile(r"[\[【〔〈《◆▼●■★]\s*(?P<name>[^\[\]【】〔〕◆▼●■★]{2,16})\s*[\]】〕〉》◆▼●■★]\Z").match
_leading_label = re.compile(r"^[◆■●★▼]\s*(?P<name>[^\s。，,]{2,10})\Z").match
_opens_with_bracket = re.compile(r"[\[【〔][^\[\]【】〔〕]{2,16}[\]】〕].{0,24}\Z").match
_LONGEST = 40  # characters of the longest rubric in brackets, spaces included


class Section(msgspec.Struct, frozen=True):
    """A rubric that stands over what follows."""

    kind: str
    units: tuple[Labelled, ...]


def rubric_kind(unit: Unit, patterns: Patterns) -> str | None:
    """What a line that is a rubric by its words or brackets stands over: brief, notice, advert, letters or article."""
    text = unit.text.strip()
    bracketed = _bracketed(text) if len(text) <= _LONGEST else None
    if match := bracketed or _leading_label(text):
        text = match["name"]
    for kind in ("brief", "notice", "advert", "letters", "article"):
        if patterns.rubrics[kind](text):
            return kind
    return "article" if bracketed else None


def kind_by_form(each: Labelled, after: Labelled | None, patterns: Patterns) -> str | None:
    """What a line over a heading is a rubric of, by its words, by an opening bracket, or because it is so short."""
    if (found := rubric_kind(each.unit, patterns)) is not None or after is None:
        return found
    if _opens_with_bracket(each.unit.text):
        return "article"
    if after.unit.kind != "heading":
        return None
    wide = not patterns.main.spaces
    stray = each.label == "label" or (each.unit.kind == "paragraph" and not each.unit.bold)
    limit = (6 if wide else 16) if stray else (3 if wide else 0)
    return "article" if len(each.unit.text) <= limit else None
