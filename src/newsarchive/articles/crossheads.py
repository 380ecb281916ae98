"""Whether a heading in a story is a crosshead of it or begins another: one sign decides, or else the sum of many."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsarchive.articles.bylines import read_lead
from newsarchive.articles.crosshead_signs import full_length, score, signs
from newsarchive.articles.draft import Draft
from newsarchive.articles.habits import Habits, stands_in_block
from newsarchive.articles.labels import Labelled
from newsarchive.articles.names import split_names
from newsarchive.articles.offers import offers
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.rubrics import rubric_kind
from newsarchive.articles.sentences import breaks_in_sentence, ends_sentence
from newsarchive.articles.story import SAMPLE, overlap
from newsarchive.articles.units import Unit

# Where each story of a paper of Taiwan or Hong Kong has its lead, a heading over a text without one stands inside a
# story: so do 36 of the 38 that nothing else decides on the labelled pages.
_LED, _LED_SIGN = 0.5, 3.2


# In Latin script a single word in small letters stands inside a story, as all of the labelled pages do that no rubric
# and no notice is told by.
_ONE_WORD_SIGN = 2.4
_CAPITALS_SIGN = 2.4  # of a heading in capitals, where they tell
_REST, _NAMED = 260, 0.35  # characters of the end of a sentence; the share of a heading that its text repeats
_OFFER = 260  # characters of the longest advertisement that is known by its words
_NAMES = ("bare-name", "letter-signature", "signature-before-heading", "signing-person", "initials-line")
LOOK_AHEAD = 12  # units; so that the work for a heading does not grow with the page
_numbered = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)](?!\d)|[①-⑳])\s*\S"
).match
_number_before = re.compile(r"(\d{1,2})[.):]? (?=[A-ZÀ-Þ\"'“„«])").match
_label_behind = re.compile(r".{4,}[(（][一-鿿·“”]{2,10}[)）]\Z").match
_han_only = re.compile(r"[一-鿿]{3,4}\Z").match
_quotation = re.compile(r"[“「『„«\"][^“”「」『』„«»\"]{4,}[”」』“»\"]\Z").match


def is_crosshead(
    heading: Labelled, below: Sequence[Labelled], draft: Draft, habits: Habits, section: str | None
) -> bool:
    """Whether a heading stands inside the story above it. `below`: what follows it on the page; `section`: the kind of
    the rubric that stands over the story, if one does."""
    if (certain := is_certainly(heading, below, draft, section)) is not None:
        return certain
    if habits.tells_by_gaps and below and below[0].label == "text" and heading.unit.kind == "paragraph":
        return stands_in_block(heading, below[0])
    found = signs(heading, below, draft, habits)
    if draft.patterns.main.script == "kore" and draft.closed_by_line and found["signed below and above"]:
        return False  # each of the two has its reporter under it
    letters = 1.1 * (section == "letters") - _ONE_WORD_SIGN * _is_one_word(heading.unit, draft)
    letters += _CAPITALS_SIGN * habits.tells_by_capitals * heading.unit.capitals
    led = draft.patterns.main.script == "hant" and habits.leads >= _LED and draft.signed_at_head
    return score(found) + letters - _LED_SIGN * led < 0


def _is_one_word(unit: Unit, draft: Draft) -> bool:
    """Whether a heading in Latin script is a single word, not set in capitals."""
    return draft.patterns.main.script == "latn" and not unit.capitals and " " not in unit.text and unit.text.isalpha()


def is_certainly(heading: Labelled, below: Sequence[Labelled], draft: Draft, section: str | None) -> bool | None:
    """Whether a heading is a crosshead where one sign decides: a lead below, a sentence that runs on, a rubric."""
    patterns = draft.patterns
    if below and below[0].label == "jump" and comes_from(below[0].unit, patterns):
        return False
    if patterns.main.script == "latn" and section is None and _is_next_number(heading.unit, draft):
        return True
    if patterns.main.script == "latn" and _goes_on_elsewhere(draft):
        return False
    if patterns.main.script == "latn" and section is None and draft.has_text and draft.units[-1].label == "table":
        return False
    following = first_of(below, "text byline heading caption table image dateline")
    if following is None or following.label in ("byline", "dateline"):
        return False
    text = following.unit.text
    if following.label in ("image", "caption") and not draft.is_open:
        after = first_of(below, "text heading byline")
        if after is None or after.label == "heading":
            return False
    if patterns.main.script == "hans" and draft.is_open and any(each.label == "caption" for each in below[:2]):
        return False  # a photo with its heading, where a tool set it into a column
    if following.label == "text" and read_lead(text, patterns) is not None:
        return False
    if _numbered(heading.unit.text) and section is None and draft.has_text:
        return True
    if patterns.main.script == "latn" and len(heading.unit.pieces) > 1 and not draft.is_open:
        return False  # set over two lines: a headline
    if patterns.main.script in ("latn", "hans") and draft.is_named_at_head and _is_signed_at_end(below):
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


_in_brackets = re.compile(r"[(（](?!参与|据)[一-鿿 　、]{2,12}[)）]\Z").match  # （钟石）


def _is_signed_at_end(below: Sequence[Labelled]) -> bool:
    """Whether a name or initials alone on a line end the text under a heading: who wrote it, and not what is above."""
    under = list(itertools.takewhile(lambda each: each.label != "heading", below))
    names = [each for each in under if each.label == "byline"]
    signed = any(each.rule in _NAMES or _in_brackets(each.unit.text) for each in names)
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
    told = (text,) if draft.patterns.main.script == "latn" else [each.unit.text for each in draft.headings]
    return len(text) < _OFFER and not draft.is_signed and any(draft.patterns.advert(each) for each in told)


def comes_from(unit: Unit, patterns: Patterns) -> bool:
    """Whether a jump line says where its story comes from."""
    return any((match := search(unit.text)) and match.start() < 12 for search in patterns.jumps_from)


def first_of(units: Sequence[Labelled], labels: str) -> Labelled | None:
    """The first unit that is labelled so, of those near by."""
    return next((each for each in units[:LOOK_AHEAD] if each.label in labels.split()), None)


def _is_part(unit: Unit, patterns: Patterns) -> bool:
    """Whether a heading inside a sentence is too short for a headline, or has a comma, as a line of the text has."""
    wide = not patterns.main.spaces
    return len(unit.text) <= full_length(patterns) / 2 or (wide and any(mark in unit.text for mark in "，,、"))


def _kind_words(unit: Unit, patterns: Patterns) -> bool:
    text = "".join(unit.text.split()) if not patterns.main.spaces else unit.text.strip()
    return (
        bool(patterns.box(text) or patterns.notice(text) or patterns.advert(text))
        or rubric_kind(unit, patterns) is not None
    )
