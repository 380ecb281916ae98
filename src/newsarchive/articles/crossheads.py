"""Whether a heading in a story is a crosshead of it or begins another: a sum of signs, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.draft import Draft
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.rubrics import rubric_kind
from newsarchive.articles.story import SAMPLE, overlap
from newsarchive.articles.units import Unit

LOOK_AHEAD = 12  # units; so that the work for a heading does not grow with the page

_numbered = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)]|[①-⑳◇◆▷▶])\s*\S"
).match
_label_behind = re.compile(r".{4,}[(（][一-鿿·“”]{2,10}[)）]\Z").match


class Habits(msgspec.Struct, frozen=True):
    """What a page does with its headings: the levels in use, and the shares that are signed below and above."""

    levels: frozenset[int]
    leads: float
    ends: float


def habits_of(units: Sequence[Labelled], patterns: Patterns) -> Habits:
    """The habits of a page. `leads`: of the heading runs, those that a signature or dateline follows; `ends`: of the
    texts above headings, those that are signed at their end, 0 where there are too few to tell."""
    levels = frozenset(each.unit.level for each in units if each.label == "heading" and each.unit.level)
    runs = leads = above = signed = 0
    for at, each in enumerate(units):
        if each.label != "heading":
            continue
        before, after = units[at - 1] if at else None, units[at + 1] if at + 1 < len(units) else None
        if before is not None and before.label in ("text", "byline"):
            above += 1
            signed += before.label == "byline" or find_end(before.unit.text, patterns) is not None
        if after is not None and after.label != "heading":
            runs += 1
            leads += after.label == "byline" or (
                after.label == "text" and read_lead(after.unit.text, patterns) is not None
            )
    return Habits(levels, leads / runs if runs else 0.0, signed / above if above >= 3 else 0.0)


def is_crosshead(
    heading: Labelled, below: Sequence[Labelled], draft: Draft, habits: Habits, section: str | None
) -> bool:
    """Whether a heading stands inside the story above it. `below`: what follows it on the page; `section`: the kind of
    the rubric that stands over the story, if one does."""
    patterns = draft.patterns
    if below and below[0].label == "jump" and comes_from(below[0].unit, patterns):
        return False
    following = first_of(below, "text byline heading caption table image")
    if following is None or following.label == "byline":
        return False
    text = following.unit.text
    if following.label in ("image", "caption") and not draft.is_open:
        after = first_of(below, "text heading byline")
        if after is None or after.label == "heading":
            return False
    if following.label == "text" and read_lead(text, patterns) is not None:
        return False
    letters = section == "letters" and not draft.is_signed
    if (section is not None and not letters) or _kind_words(heading.unit, patterns):
        return False
    if patterns.salutation(text) or (following.label == "table" and not draft.is_open):
        return False
    if following.label == "text" and len(text) < 260 and (patterns.advert(text) or patterns.notice(text)):
        return False
    if draft.is_open and following.label == "text":
        return True
    if not draft.headings and not draft.texts:
        return False
    return _story_signs(heading, text, draft, habits) + _section_sign(below, draft) + 0.8 * letters < 0


def comes_from(unit: Unit, patterns: Patterns) -> bool:
    """Whether a jump line says where its story comes from."""
    return any((match := search(unit.text)) and match.start() < 12 for search in patterns.jumps_from)


def first_of(units: Sequence[Labelled], labels: str) -> Labelled | None:
    """The first unit that is labelled so, of those near by."""
    return next((each for each in units[:LOOK_AHEAD] if each.label in labels.split()), None)


def _section_sign(below: Sequence[Labelled], draft: Draft) -> float:
    """What the end of the text under a heading tells: signed when the story above is signed too, it is another."""
    last: Labelled | None = None
    for each in below[:LOOK_AHEAD]:
        if each.label in ("heading", "table"):
            break
        if each.label in ("text", "byline"):
            last = each
    if last is None:
        return 0.0
    signed = last.label == "byline" or (find_end(last.unit.text, draft.patterns) is not None)
    above = draft.is_signed or draft.signed_at_head
    return (1.5 if above else -0.5) if signed else 0.0


def _kind_words(unit: Unit, patterns: Patterns) -> bool:
    text = "".join(unit.text.split()) if not patterns.main.spaces else unit.text.strip()
    return (
        bool(patterns.box(text) or patterns.notice(text) or patterns.advert(text))
        or rubric_kind(unit, patterns) is not None
    )


def _story_signs(heading: Labelled, following: str, draft: Draft, habits: Habits) -> float:
    """Above zero: a new story begins. Below: the heading is a crosshead of the story before it."""
    unit, patterns = heading.unit, draft.patterns
    wide = not patterns.main.spaces or patterns.main.script == "kore"
    length = len(unit.text)
    score = 2.0 if draft.is_signed else 0.0
    tops = [each.unit for each in draft.headings]
    if tops:
        top = min(each.level for each in tops)
        if len(habits.levels) > 1 and top and unit.level:
            score += 1.8 if unit.level <= top else -2.5
        if (unit.bold and not any(each.bold for each in tops)) or (
            unit.kind == "paragraph" and tops[0].kind == "heading"
        ):
            score -= 2
        elif unit.kind == "paragraph" and not unit.bold and wide and not draft.signed_at_head:
            score += 0.8  # old papers, whose tools mark no heading, hardly set crossheads
        elif unit.capitals != tops[0].capitals and unit.capitals:
            score -= 1
        score -= 0.6 * (len(tops) > 1)
    if habits.ends >= 0.5 and not draft.is_signed and not draft.signed_at_head:
        score -= 1.5
    if habits.leads < 0.15:
        score += 0.7
    elif draft.signed_at_head and habits.leads >= 0.3:
        score -= 0.4
    if patterns.main.script == "kore":
        words = len(unit.text.split())
        score += -0.8 if words <= 3 else -0.2 if words <= 5 else 0.6
    elif wide:
        score += -1.2 if length <= 8 else -0.7 if length <= 12 else 0.2 if length <= 15 else 0.7
        score += " " in unit.text or "　" in unit.text
    else:
        words = len(unit.text.split())
        score += -0.5 if words <= 3 else 0.2 if words <= 5 else 1
    if _numbered(unit.text):
        score -= 3
    score += 2.5 * bool(wide and _label_behind(unit.text))
    if unit.text.endswith(("：", ":", "——", "—")):
        score -= 2
    story = " ".join(each.unit.text for each in (*draft.headings, *draft.texts[:6], *draft.texts[-2:]))[:SAMPLE]
    score -= 0.5 * (overlap(unit.text + following[:200], story, wide) > 0.3)
    score -= 0.5 * (overlap(unit.text, story, wide) > 0.4)
    score += 0.7 * (draft.units[-1].label == "table")
    return score - 0.5 * (len(draft.texts) <= 1)
