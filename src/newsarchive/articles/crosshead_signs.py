"""What speaks for a new story under a heading, and what for a crosshead: signs whose weights are summed.

The weights are fitted on the labelled corpus and its noisy variants by `python -m tests.crossheads`, which prints them
with their measured accuracy on pages that they were not fitted on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import log

from newsarchive.articles.bylines import find_end
from newsarchive.articles.draft import Draft
from newsarchive.articles.habits import Habits
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.signs import weigh
from newsarchive.articles.story import SAMPLE, overlap
from newsarchive.articles.units import Unit

_age = re.compile(r"\(\d\d\)|, \d\d,|\b\d\d(?:-year-old|-jährig|-åri| ans\b| anni\b| años\b| år\b)").search
_says = re.compile(r"[^：:，,]{2,16}[：:][^：:]{4,}\Z").match
_opens_quote = re.compile(r"[“„«»「『\"‘]").match


def full_length(patterns: Patterns) -> int:
    """The characters of a usual headline."""
    return 20 if patterns.main.script == "kore" else 45 if patterns.main.spaces else 15


def score(found: Mapping[str, float]) -> float:
    """Above zero: a new story begins. Below: the heading is a crosshead of the story above it."""
    return weigh(found, WEIGHTS)


def signs(heading: Labelled, below: Sequence[Labelled], draft: Draft, habits: Habits) -> Mapping[str, float]:
    """What speaks for a new story (weights above zero) or for a crosshead (below), each sign from 0 to 1 or so."""
    return {
        "": 1.0,
        **_signs_of_page(heading.unit, draft, habits),
        **_signs_of_form(heading.unit, draft),
        **_signs_of_texts(heading.unit, below, draft),
    }


def _signs_of_page(unit: Unit, draft: Draft, habits: Habits) -> dict[str, float]:
    """Levels, marks, signatures: how the page sets its headings and this one."""
    tops = [each.unit for each in draft.headings]
    top = min((each.level for each in tops), default=0)
    levels = len(habits.levels) > 1 and top > 0 and unit.level > 0
    weaker = bool(tops) and (
        (unit.bold and not any(each.bold for each in tops)) or (unit.kind == "paragraph" and tops[0].kind == "heading")
    )
    signed, head = draft.is_signed, draft.signed_at_head
    return {
        "signed above": float(signed),
        "higher level": float(levels and unit.level < top),
        "same level": float(levels and unit.level == top),
        "deeper level": float(levels and unit.level > top),
        "weaker mark": float(weaker and not habits.marks_lost),
        "weaker mark where marks are lost": float(weaker and habits.marks_lost),
        "no marks": float(not weaker and unit.kind == "paragraph" and not unit.bold),
        "capitals": float(bool(tops) and unit.capitals and not tops[0].capitals),
        "no capitals": float(bool(tops) and not unit.capitals and tops[0].capitals),
        "no heading above": float(not tops),
        "unsigned among signed ends": float(habits.ends >= 0.5 and not signed and not head),
        "page signs at heads": habits.leads,
        "one line under a stack": habits.stacks * (len(tops) > 1),
        "story signed at head": float(head),
        "signed at head where others are": float(head and habits.leads >= 0.3),
    }


def _signs_of_form(unit: Unit, draft: Draft) -> dict[str, float]:
    """Length, spaces, numbers and marks of the heading, and the crossheads above it."""
    patterns = draft.patterns
    text = unit.text
    full = full_length(patterns)
    length = min(len(text) / full, 2.0)
    longest = max((len(each.unit.text) for each in draft.headings), default=0)
    earlier = draft.crossheads
    alike = bool(earlier) and abs(len(text) - len(earlier[-1].unit.text)) <= full / 3
    wide = not patterns.main.spaces
    latin = patterns.main.script == "latn"
    return {
        "Latin": float(latin),
        "kana": float(patterns.main.script == "jpan"),
        "hangul": float(patterns.main.script == "kore"),
        "Latin words": min(len(text.split()) / 8, 1.5) * latin,
        "length": length,
        "short": float(length <= 0.5),
        "long": float(length >= 1.2),
        "as long as the headline": min(len(text) / longest, 1.5) if longest else 1.0,
        "two clauses": float(wide and (" " in text or "　" in text)),
        "question": float(text[-1:] in "?？"),
        "quotation": float(_opens_quote(text) is not None),
        "crosshead alike above": float(alike),
    }


def _signs_of_texts(unit: Unit, below: Sequence[Labelled], draft: Draft) -> dict[str, float]:
    """What stands above and below: lengths, shared words, first words, the next heading, signatures."""
    patterns = draft.patterns
    wide = not patterns.main.spaces or patterns.main.script == "kore"
    full = full_length(patterns)
    part: list[Labelled] = []
    following: Labelled | None = None
    for each in below:
        if each.label in ("heading", "table"):
            following = each if each.label == "heading" else None
            break
        part.append(each)
    texts = [each.unit.text for each in part if each.label == "text"]
    first = texts[0] if texts else ""
    last = next((each for each in reversed(part) if each.label in ("text", "byline")), None)
    signed = last is not None and (last.label == "byline" or find_end(last.unit.text, patterns) is not None)
    above = draft.is_signed or draft.signed_at_head
    if last is not None and last.rule == "bare-name" and not draft.is_signed and patterns.main.script == "latn":
        above = draft.is_named_at_head  # a dateline at its head leaves the name to its end
    story = " ".join(each.unit.text for each in (*draft.headings[-6:], *draft.texts[:6], *draft.texts[-2:]))[:SAMPLE]
    below_length = sum(map(len, texts))
    shared = overlap(" ".join(texts)[:300], story, wide)
    return {
        "runs on": float(draft.is_open),
        "table above": float(draft.units[-1].label == "table"),
        "pictures above": float(draft.units[-1].label in ("caption", "credit") and not draft.is_open),
        "speaker like the next": _speakers(unit, following, draft),
        "one text above": float(len(draft.texts) <= 1),
        "length above": min(log(1 + draft.length / full / 4), 3.0),
        "length below": min(log(1 + below_length / full / 4), 3.0),
        "one text below": float(len(texts) <= 1),
        "picture below": float(bool(part) and part[0].label in ("image", "caption")),
        "shared words": shared,
        "heading shared": overlap(unit.text, story, wide),
        "heading in its text": overlap(unit.text, " ".join(texts)[:600], wide),
        "new matter": float(patterns.new_matter(first) is not None),
        "age in lead": float(not wide and _age(f"{unit.text} {first[: full * 4]}") is not None),
        "linking word": float(patterns.linking_word(first) is not None),
        "time in lead": float(patterns.lead_time(first[: full * 2]) is not None),
        "signed below only": float(signed and not above),
        "signed below and above": float(signed and above),
        "next heading alike": float(
            following is not None and abs(len(following.unit.text) - len(unit.text)) <= full / 3
        ),
        "last heading": float(following is None and not draft.crossheads),
        "last heading of several": float(following is None and bool(draft.crossheads)),
    }


def _speakers(unit: Unit, following: Labelled | None, draft: Draft) -> float:
    """Whether a heading says who says what, as the one before it or the next does: 蒙古总统：团结起来克服困难"""
    if not _says(unit.text):
        return 0.0
    above = draft.crossheads[-1].unit.text if draft.crossheads else ""
    return float(_says(above) is not None or (following is not None and _says(following.unit.text) is not None))


WEIGHTS: Mapping[str, float] = {
    "": -2.14,
    "signed above": 1.91,
    "higher level": 0.27,
    "same level": 1.21,
    "deeper level": -0.37,
    "weaker mark": -1.00,
    "weaker mark where marks are lost": 0.50,
    "no marks": 0.89,
    "capitals": 0.09,
    "no capitals": -1.14,
    "no heading above": -0.20,
    "unsigned among signed ends": -0.76,
    "page signs at heads": -1.18,
    "one line under a stack": -2.07,
    "story signed at head": -0.62,
    "signed at head where others are": -0.13,
    "Latin": -0.18,
    "kana": 0.88,
    "hangul": -0.54,
    "Latin words": 1.72,
    "length": 2.01,
    "short": -0.21,
    "long": 1.81,
    "as long as the headline": 2.52,
    "two clauses": 0.31,
    "question": -0.68,
    "quotation": -2.03,
    "crosshead alike above": -1.45,
    "runs on": 2.27,
    "table above": 1.21,
    "pictures above": 0.94,
    "speaker like the next": -1.34,
    "one text above": -0.52,
    "length above": 0.05,
    "length below": -1.45,
    "one text below": 0.25,
    "picture below": 0.81,
    "shared words": -3.31,
    "heading shared": -1.03,
    "heading in its text": 1.69,
    "new matter": 1.96,
    "age in lead": 1.99,
    "linking word": -1.39,
    "time in lead": 2.18,
    "signed below only": -0.81,
    "signed below and above": 2.92,
    "next heading alike": -0.32,
    "last heading": 3.00,
    "last heading of several": 1.39,
}
