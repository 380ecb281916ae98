"""Whether a heading in a story is a crosshead of it or begins another: a sum of signs, each with its weight.

The weights are fitted on the labelled corpus and its noisy variants by `python -m tests.crossheads`, which prints them
with their measured accuracy on pages that they were not fitted on.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from math import log

import msgspec

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.draft import Draft
from newsarchive.articles.labels import Labelled
from newsarchive.articles.names import split_names
from newsarchive.articles.offers import offers
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.rubrics import rubric_kind
from newsarchive.articles.sentences import breaks_in_sentence, ends_sentence
from newsarchive.articles.story import SAMPLE, overlap
from newsarchive.articles.units import Unit

_IN_CAPITALS = 3  # headings in capitals between texts that tell a habit, where fewer are in small letters
_BOTH_WAYS = 2  # headings in the block of their text, and apart from it, that tell a habit
# Where each story of a paper of Taiwan or Hong Kong has its lead, a heading over a text without one stands inside a
# story: so do 36 of the 38 that nothing else decides on the labelled pages.
_LED, _LED_SIGN = 0.5, 3.2
# In Latin script a single word in small letters stands inside a story, as all of the labelled pages do that no rubric
# and no notice is told by.
_ONE_WORD_SIGN = 2.4
_CAPITALS_SIGN = 2.4  # of a heading in capitals, where they tell
_REST, _NAMED = 260, 0.35  # characters of the end of a sentence; the share of a heading that its text repeats
_OFFER = 260  # characters of the longest advertisement that is known by its words
_NAMES = ("bare-name", "letter-signature", "signature-before-heading", "initials-line")
LOOK_AHEAD = 12  # units; so that the work for a heading does not grow with the page

_numbered = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)](?!\d)|[①-⑳])\s*\S"
).match
_number_before = re.compile(r"(\d{1,2})[.):]? (?=[A-ZÀ-Þ\"'“„«])").match
_label_behind = re.compile(r".{4,}[(（][一-鿿·“”]{2,10}[)）]\Z").match
_age = re.compile(r"\(\d\d\)|, \d\d,|\b\d\d(?:-year-old|-jährig|-åri| ans\b| anni\b| años\b| år\b)").search
_han_only = re.compile(r"[一-鿿]{3,4}\Z").match
_says = re.compile(r"[^：:，,]{2,16}[：:][^：:]{4,}\Z").match
_quotation = re.compile(r"[“「『„«\"][^“”「」『』„«»\"]{4,}[”」』“»\"]\Z").match
_opens_quote = re.compile(r"[“„«»「『\"‘]").match


class Habits(msgspec.Struct, frozen=True):
    """What a page does with its headings: the levels in use, and the shares that are signed below and above.

    `marks_lost`: a signature or dateline follows a heading without mark on a page that has marked ones.
    """

    levels: frozenset[int]
    leads: float
    ends: float
    marks_lost: bool
    stacks: float = 0.0  # the share of heading runs of two lines and more
    tells_by_gaps: bool = False  # some headings stand in the block of their text, others apart, and none are marked
    tells_by_capitals: float = 0.0  # some headings between texts are in capitals, others not, and none are marked


def habits_of(units: Sequence[Labelled], patterns: Patterns) -> Habits:
    """The habits of a page. `leads`: of the heading runs, those that a signature or dateline follows; `ends`: of the
    texts above headings, those that are signed at their end, 0 where there are too few to tell."""
    levels = frozenset(each.unit.level for each in units if each.label == "heading" and each.unit.level)
    runs = leads = above = signed = stacks = 0
    marks_lost = False
    glued: list[int] = []
    apart: list[int] = []
    capitals = small = 0
    for at, each in enumerate(units):
        if each.label != "heading":
            continue
        before, after = units[at - 1] if at else None, units[at + 1] if at + 1 < len(units) else None
        if before is not None and before.label in ("text", "byline"):
            above += 1
            signed += before.label == "byline" or find_end(before.unit.text, patterns) is not None
            capitals, small = capitals + each.unit.capitals, small + (not each.unit.capitals)
        if after is not None and after.label != "heading":
            led = after.label == "byline" or (
                after.label == "text" and read_lead(after.unit.text, patterns) is not None
            )
            runs, leads = runs + 1, leads + led
            stacks += before is not None and before.label == "heading"
            if stands_in_block(each, after):
                glued.append(len(each.unit.text))
            elif after.label == "text" and after.unit.gap > 0:
                apart.append(len(each.unit.text))
            marks_lost = marks_lost or (led and bool(levels) and each.unit.kind == "paragraph" and not each.unit.bold)
    return Habits(
        levels,
        leads / runs if runs else 0.0,
        signed / above if above >= 3 else 0.0,
        marks_lost,
        stacks / runs if runs else 0.0,
        patterns.main.script == "latn" and not levels and _are_two_kinds(glued, apart),
        _tell_by_capitals(capitals, small) if patterns.main.script == "latn" and not levels else 0.0,
    )


def _tell_by_capitals(capitals: int, small: int) -> float:
    """How much headings in capitals tell, of which so many stand between texts, beside others in small letters."""
    if not capitals >= _IN_CAPITALS > small:
        return 0.0
    return 1.0 if small else 0.3


def _are_two_kinds(glued: Sequence[int], apart: Sequence[int]) -> bool:
    """Whether all headings in the block of their text are shorter than those apart from it: crossheads, headlines."""
    if min(len(glued), len(apart)) < _BOTH_WAYS:
        return False
    return max(glued) < min(apart)


def stands_in_block(heading: Labelled, after: Labelled) -> bool:
    """Whether a heading without mark opens the block of the text below it."""
    unit, below = heading.unit, after.unit
    return after.label == "text" and below.gap == -1 and below.block == unit.block and unit.gap > 0


def is_crosshead(
    heading: Labelled, below: Sequence[Labelled], draft: Draft, habits: Habits, section: str | None
) -> bool:
    """Whether a heading stands inside the story above it. `below`: what follows it on the page; `section`: the kind of
    the rubric that stands over the story, if one does."""
    if (certain := is_certainly(heading, below, draft, section)) is not None:
        return certain
    if habits.tells_by_gaps and below and below[0].label == "text" and heading.unit.kind == "paragraph":
        return stands_in_block(heading, below[0])
    letters = 1.1 * (section == "letters") - _ONE_WORD_SIGN * _is_one_word(heading.unit, draft)
    letters += _CAPITALS_SIGN * habits.tells_by_capitals * heading.unit.capitals
    led = draft.patterns.main.script == "hant" and habits.leads >= _LED and draft.signed_at_head
    return score(signs(heading, below, draft, habits)) + letters - _LED_SIGN * led < 0


def _is_one_word(unit: Unit, draft: Draft) -> bool:
    """Whether a heading in Latin script is a single word, not set in capitals."""
    return draft.patterns.main.script == "latn" and not unit.capitals and " " not in unit.text and unit.text.isalpha()


def score(found: Mapping[str, float]) -> float:
    """Above zero: a new story begins. Below: the heading is a crosshead of the story above it."""
    return sum([WEIGHTS.get(name, 0.0) * value for name, value in found.items() if value])


def is_certainly(heading: Labelled, below: Sequence[Labelled], draft: Draft, section: str | None) -> bool | None:
    """Whether a heading is a crosshead where one sign decides: a lead below, a sentence that runs on, a rubric."""
    patterns = draft.patterns
    if below and below[0].label == "jump" and comes_from(below[0].unit, patterns):
        return False
    if patterns.main.script == "latn" and section is None and _is_next_number(heading.unit, draft):
        return True
    if patterns.main.script == "latn" and _goes_on_elsewhere(draft):
        return False
    following = first_of(below, "text byline heading caption table image dateline")
    if following is None or following.label in ("byline", "dateline"):
        return False
    text = following.unit.text
    if following.label in ("image", "caption") and not draft.is_open:
        after = first_of(below, "text heading byline")
        if after is None or after.label == "heading":
            return False
    if following.label == "text" and read_lead(text, patterns) is not None:
        return False
    if _numbered(heading.unit.text) and section is None and draft.has_text:
        return True
    if patterns.main.script == "latn" and len(heading.unit.pieces) > 1 and not draft.is_open:
        return False  # set over two lines: a headline
    if patterns.main.script == "latn" and draft.is_named_at_head and _is_signed_at_end(below):
        return False
    if _is_next_quotation(heading.unit, draft):
        return True
    if _offers_something(draft):
        return False
    letters = section == "letters" and not draft.is_signed
    if (section is not None and not letters) or _kind_words(heading.unit, patterns):
        return False
    if not patterns.main.spaces and _label_behind(heading.unit.text):  # measured: the line that ends so is the headline
        return False
    if patterns.salutation(text) or (following.label == "table" and not draft.is_open):
        return False
    if following.label == "text" and len(text) < 260 and (patterns.advert(text) or patterns.notice(text)):
        return False
    if draft.is_open and following.label == "text" and _names_what_comes(heading.unit.text, below, draft):
        return False
    if patterns.main.script == "hans" and not draft.is_open and _stands_over_offer(heading, below, patterns):
        return False
    inside = draft.is_open and (patterns.main.script != "latn" or breaks_in_sentence(draft.texts[-1].unit.text))
    if (
        draft.is_open
        and following.label == "text"
        and (text[:1].islower() or (inside and _is_part(heading.unit, patterns)))
    ):
        return True
    if patterns.main.script == "hant" and following.label == "text" and _takes_up(heading.unit.text, text, draft):
        return True
    return None if draft.headings or draft.texts else False


def _is_signed_at_end(below: Sequence[Labelled]) -> bool:
    """Whether a name or initials alone on a line end the text under a heading: who wrote it, and not what is above."""
    under = list(itertools.takewhile(lambda each: each.label != "heading", below))
    signed = any(each.label == "byline" and each.rule in _NAMES for each in under)
    return signed and under[0].label == "text" and len(under) < len(below)


def _names_what_comes(heading: str, below: Sequence[Labelled], draft: Draft) -> bool:
    """Whether a heading in a sentence that a column cut belongs to the text below its rest: its words stand there,
    and not in the story above."""
    texts = [each.unit.text for each in itertools.takewhile(lambda each: each.label != "heading", below[:LOOK_AHEAD])]
    if len(texts) < 2 or not ends_sentence(texts[0]) or len(texts[0]) > _REST:
        return False
    wide = not draft.patterns.main.spaces or draft.patterns.main.script == "kore"
    story = " ".join([each.unit.text for each in (*draft.headings, *draft.texts)])[:SAMPLE]
    named = overlap(heading, " ".join(texts[1:3])[:SAMPLE], wide)
    return named >= _NAMED and named > 2 * overlap(heading, story, wide)


def _stands_over_offer(heading: Labelled, below: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether what stands under a heading is a few short lines that offer something: an advertisement."""
    texts = [each.unit.text for each in itertools.takewhile(lambda each: each.label == "text", below[:LOOK_AHEAD])]
    return len(texts) <= 4 and sum(map(len, texts)) < _OFFER and offers([heading.unit.text], texts, patterns)


def _goes_on_elsewhere(draft: Draft) -> bool:
    """Whether the last line of the story says on what page it goes on: what a heading stands over is another."""
    last = draft.units[-1] if draft.units and draft.has_text else None
    return last is not None and last.label == "jump" and not comes_from(last.unit, draft.patterns)


def _is_next_number(unit: Unit, draft: Draft) -> bool:
    """Whether a heading begins with the number after that of the heading above it: the tips of one story."""
    number, above = _number_before(unit.text), (draft.crossheads or draft.headings)[-1:]
    before = _number_before(above[0].unit.text) if number is not None and above else None
    return number is not None and before is not None and int(number[1]) == int(before[1]) + 1


def _is_next_quotation(unit: Unit, draft: Draft) -> bool:
    """Whether a heading is a quotation as the crosshead above it is, and no headline is."""
    above = draft.crossheads[-1:]
    if not above or above[0].unit.level != unit.level or any(_quotation(each.unit.text) for each in draft.headings):
        return False
    return _quotation(unit.text) is not None and _quotation(above[0].unit.text) is not None


def _takes_up(heading: str, below: str, draft: Draft) -> bool:
    """Whether a heading of Taiwan or Hong Kong has four characters in a row of the story above it, or the text below
    it begins with the name of someone of whom that story tells more than once."""
    story = " ".join([each.unit.text for each in (*draft.texts[:6], *draft.texts[-2:])])[:SAMPLE]
    if any(heading[at : at + 4] in story for at in range(len(heading) - 3) if _han_only(heading[at : at + 4])):
        return True
    name = below[:3]
    named = _han_only(name) is not None and bool(split_names(name)) and not draft.patterns.place_end(name)
    return named and story.count(name) > 1


def _offers_something(draft: Draft) -> bool:
    """Whether the short text under the heading above is an advertisement by its words: it has no crossheads."""
    text = " ".join([each.unit.text for each in draft.texts[:4]])
    latin = draft.patterns.main.script == "latn"
    return latin and len(text) < _OFFER and not draft.is_signed and draft.patterns.advert(text) is not None


def comes_from(unit: Unit, patterns: Patterns) -> bool:
    """Whether a jump line says where its story comes from."""
    return any((match := search(unit.text)) and match.start() < 12 for search in patterns.jumps_from)


def first_of(units: Sequence[Labelled], labels: str) -> Labelled | None:
    """The first unit that is labelled so, of those near by."""
    return next((each for each in units[:LOOK_AHEAD] if each.label in labels.split()), None)


def _is_part(unit: Unit, patterns: Patterns) -> bool:
    """Whether a heading inside a sentence is too short for a headline, or has a comma, as a line of the text has."""
    wide = not patterns.main.spaces
    return len(unit.text) <= _full_length(patterns) / 2 or (wide and any(mark in unit.text for mark in "，,、"))


def _kind_words(unit: Unit, patterns: Patterns) -> bool:
    text = "".join(unit.text.split()) if not patterns.main.spaces else unit.text.strip()
    return (
        bool(patterns.box(text) or patterns.notice(text) or patterns.advert(text))
        or rubric_kind(unit, patterns) is not None
    )


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
    full = _full_length(patterns)
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
    full = _full_length(patterns)
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


def _full_length(patterns: Patterns) -> int:
    """The characters of a usual headline."""
    return 20 if patterns.main.script == "kore" else 45 if patterns.main.spaces else 15


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
