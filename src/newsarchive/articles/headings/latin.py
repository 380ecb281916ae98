"""Stacks where words have spaces: lines that print broke put together, then kicker, headline and decks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.articles.cuts import is_set_smaller
from newsarchive.articles.headings.roles import LOW, MEDIUM, Roles, add_line, ends_clause
from newsarchive.articles.labels.forms import has_titled_words
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import ends_sentence, is_titled
from newsarchive.articles.units import Unit

_HALF = 60  # characters of the longest half of a headline
_NARROW, _AS_LONG = 30, 1.4  # characters of a line of one narrow column; how much longer one is than another
_LINE_OVER_CAPITALS = 6  # words of the longest kicker in small letters over an unmarked headline in capitals
_DECK = 1.5  # how much longer a deck of sentences is than the kicker and the headline over it
_KICKER = 32  # characters of the longest kicker that only its length tells, where words have spaces
# Football. Second Division; Tribunale / La sentenza
_matter = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{3,14}(?:\.| /) [A-ZÀ-Þ][^.!?]{3,32}\Z").match
# Tarn 2, Weir 1
_result = re.compile(r"[A-ZÀ-Þ][^\d]{2,30} \d{1,3}(?:[,;]| ?[-–—]) ?[A-ZÀ-Þ][^\d]{2,30} \d{1,3}\Z").match


def latin_roles(lines: Sequence[str], units: Sequence[Unit], patterns: Patterns) -> Roles:
    """The roles where words have spaces: lines that print broke count as one; a line that ends in a colon, a full line
    over a headline in two, or a short line over a longer is a kicker; else the first is the headline."""
    groups = broken_lines(lines, units, patterns)
    broken = tuple(group for group in groups if len(group) > 1)
    texts = [" ".join([lines[at] for at in group]) for group in groups]
    colon = next((at for at, text in enumerate(texts[:-1]) if text.endswith(":")), None)
    if len(groups) == 1:
        head, rule, confidence = 0, "broken-lines", MEDIUM
    elif colon is not None:
        head, rule, confidence = colon + 1, "colon-leads-to-headline", MEDIUM
    elif patterns.main.language != "en" and _grows(texts):
        head, rule, confidence = 1, "longer-and-longer", MEDIUM
    elif _stands_wide_over(groups, units):
        head, rule, confidence = 1, "full-line-over-broken-lines", MEDIUM
    elif (len(groups) == 2 or texts[0].endswith(".")) and _leads_in(texts, patterns):
        head, rule, confidence = 1, "lead-in-over-headline", LOW
    elif _is_kicker(texts[0], texts[1], [units[group[0]] for group in groups[:2]], broken=len(groups[0]) > 1):
        head, rule, confidence = 1, "short-line-over-headline", LOW
    else:
        head, rule, confidence = 0, "first-line", MEDIUM
    kicker = tuple(at for group in groups[:head] for at in group)
    subheads = tuple(at for group in groups[head + 1 :] for at in group)
    return Roles(kicker, groups[head], subheads, rule, confidence, broken)


def _is_kicker(first: str, second: str, units: Sequence[Unit], *, broken: bool) -> bool:
    """Whether the first of two lines stands over the headline. `broken`: it takes two printed lines itself."""
    marked, words = units[0].kind == "heading", len(first.split())
    if _matter(first) and not broken and not _matter(second):
        return True
    small = not marked and units[0].capitals and not units[1].capitals
    sentence = second.endswith(":") or (second.endswith(".") and (small or len(second) > 60))  # a deck
    if not broken and not marked and not units[0].bold and units[1].kind == "heading":
        return True
    if broken or first.endswith(".") or sentence or (marked and units[1].kind != "heading" and words > 2):
        return False
    if (
        (marked or words <= _LINE_OVER_CAPITALS or len(first) < len(second))
        and units[1].capitals
        and not units[0].capitals
        and len(second.split()) > 3
    ):
        return True
    if _result(second):
        return False
    if units[0].capitals and not units[1].capitals and words <= 5:
        return marked or (len(first) * 1.5 < len(second) and words <= 3)
    if units[0].capitals == units[1].capitals and words > 4:
        return False
    if not marked and units[0].capitals and units[1].capitals and words > 2 and units[1].gap > 0:
        return False  # decks in capitals, as under the headline
    return len(first) <= _KICKER and len(first) * 1.3 < len(second) and not ends_clause(first)


def broken_lines(lines: Sequence[str], units: Sequence[Unit], patterns: Patterns) -> list[tuple[int, ...]]:
    """The places of lines that print broke, together: unmarked ones of one form in one block, or in mid-phrase."""
    groups: list[tuple[int, ...]] = [(0,)]
    for at in range(1, len(lines)):
        before, unit = units[at - 1], units[at]
        same = unit.block == before.block and unit.gap == -1 and unit.capitals == before.capitals
        close = unit.at[0] - before.at[1] == 1 and unit.level == before.level
        same = same or (close and unit.kind == before.kind == "heading" and unit.capitals == before.capitals)
        phrase = lines[at - 1][-1:] == "," or lines[at][:1].islower()
        runs_on = lines[at - 1].endswith(" :") and lines[at][:1].islower()  # La tannerie : / un repreneur se présente
        alike = unit.kind == before.kind == "heading" and unit.level == before.level
        same = same or (alike and _goes_on(lines[at - 1], lines[at], patterns))
        same = same or (alike and len(lines) == 2 and _fill_column(*lines))
        plain = unit.kind == before.kind == "paragraph"
        phrase = phrase and (close or (plain and lines[at][:1].islower()))
        under_small = not units[0].capitals and groups[0] != groups[-1]  # capitals under a kicker in small letters
        begins = under_small or _begins_small(lines[at], patterns)
        same = same or (plain and unit.capitals and before.capitals and begins)
        same = same and not (plain and is_set_smaller(lines[at - 1], lines[at], patterns))
        same = same or lost_its_mark(before, unit)
        add_line(at, groups, runs_on or (lines[at - 1][-1:] not in ".:!?])" and (same or phrase)))
    return groups


def _leads_in(texts: Sequence[str], patterns: Patterns) -> bool:
    """Whether the first of two lines says what went before the second: Après le refus / La tannerie ferme"""
    first, second = texts[:2]
    known = patterns.kicker_start(first) is not None and patterns.kicker_start(second) is None
    whole = ends_sentence(second) and not first.endswith(".")  # in papers that set stops after headings both have one
    return known and len(first) <= _HALF and len(second) <= 1.6 * len(first) and not whole


def _goes_on(first: str, second: str, patterns: Patterns) -> bool:
    """Whether the second of two marked lines goes on with the phrase of the first: it begins with a small letter, or
    with a preposition where headlines have capitals, or the first ends in a word that needs another."""
    if max(len(first), len(second)) > _HALF:
        return False
    needs = first.rpartition(" ")[2] in patterns.main.function_words
    return needs or second[:1].islower() or (is_titled(first) and patterns.clause_goes_on(second) is not None)


def _fill_column(first: str, second: str) -> bool:
    """Whether two lines whose words have capitals are as long as a narrow column is wide: Jury Picked In / Mill Case"""
    shorter, longer = sorted((len(first), len(second)))
    narrow = longer <= _NARROW and shorter * _AS_LONG >= longer and len(first.split()) > 1
    return narrow and not first.isupper() and has_titled_words(first) and has_titled_words(second)


def lost_its_mark(before: Unit, unit: Unit) -> bool:
    """Whether a line right under a marked one, both with capitals before their longer words, is the second of it."""
    marked = before.kind == "heading" and unit.kind == "paragraph" and unit.gap == 0 and not unit.bold
    short = max(len(before.text), len(unit.text)) <= _HALF and unit.capitals == before.capitals
    words = [word for word in unit.text.split() if len(word) > 3]
    titled = len(words) > 1 and all(word[0].isupper() for word in words) and not ends_sentence(unit.text)
    return marked and short and titled and is_titled(before.text)


def _begins_small(line: str, patterns: Patterns) -> bool:
    """Whether a line in capitals begins with a word that goes on with a phrase: MEN HURT / IN THE QUARRY"""
    return patterns.clause_goes_on(line.capitalize()) is not None


def _grows(texts: Sequence[str]) -> bool:
    """Whether the second of three lines is longer than the first and the third than the second, or the third much
    longer than both: kicker, headline, deck.

    So all such stacks of the labelled pages are, except in English, whose papers use fewer kickers.
    """
    if len(texts) != 3 or texts[0].endswith(".") != texts[1].endswith("."):
        return False
    first, second, third = map(len, texts)
    return first < second < third or third > _DECK * max(first, second)


def _stands_wide_over(groups: Sequence[tuple[int, ...]], units: Sequence[Unit]) -> bool:
    """Whether a line as wide as the column stands over one that is set so large that it takes two or more."""
    first, second = ([len(piece.text) for at in group for piece in units[at].pieces] for group in groups[:2])
    return len(first) == 1 and len(second) > 1 and first[0] > max(second) * 1.15
