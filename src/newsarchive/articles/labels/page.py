"""What the rules may look at: a page of units, what was found so far, and the habits of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import islice, pairwise

import msgspec

from newsarchive.articles.bylines import read_lead
from newsarchive.articles.labels.forms import (
    TITLE_LINE,
    capitals_and_stop,
    has_titled_words,
    holds_sentence,
    is_byline,
    is_place_and_day,
    words_in,
)
from newsarchive.articles.links import PageWords
from newsarchive.articles.names import roles_of
from newsarchive.articles.patterns import Patterns, has_trigger
from newsarchive.articles.sentences import ends_sentence, stops_inside
from newsarchive.articles.units import Unit

Found = tuple[str, float]
_WHOLE = 60  # characters of a block that is a paragraph, or a piece of one
_LONE, _SEVERAL = (15, 45), 3  # characters of a line that may be a crosshead, and how many such lines tell
SHORT = 90
_PRINTED = 12  # printed lines that tell the width of a column
_IMPRINT_LINES, _IMPRINT, _IMPRINTS = 40, 240, 3  # of the head of a paper: lines, characters of one, those that tell
_BLOCKS = 8  # blocks that show how many empty lines a tool sets between two
LOST_PICTURE = 3  # empty lines, or more, where a tool took a picture out
_CUT_BLOCKS = 4  # blocks that begin in mid-sentence, headlines alike, from which on they are the habit of a page
LOOK_BACK = 16  # units; so that the work for a unit does not grow with the page
_BESIDE = frozenset(["image", "caption", "credit", "folio", "page-marker", "running-head", "detection", "jump"])


class Labelled(msgspec.Struct, frozen=True, gc=False):
    """A unit and what it was taken for."""

    unit: Unit
    label: str
    rule: str
    confidence: float


class Page:
    """What the rules may look at: the unit in question, the units round it, and the habits of the page."""

    def __init__(self, units: Sequence[Unit], patterns: Patterns) -> None:
        self.units = units
        self.patterns = patterns
        self.at = 0
        self.labelled: list[Labelled] = []
        self.last_at = -LOOK_BACK - 1  # the place of the last unit that is no furniture and no picture

    def add(self, each: Labelled) -> None:
        """The unit in question has its label."""
        if each.label not in _BESIDE:
            self.last_at = len(self.labelled)
        self.labelled.append(each)

    @property
    def unit(self) -> Unit:
        return self.units[self.at]

    def before(self, steps: int = 1) -> Unit | None:
        return self.units[self.at - steps] if self.at >= steps else None

    def after(self, steps: int = 1) -> Unit | None:
        return self.units[self.at + steps] if self.at + steps < len(self.units) else None

    @cached_property
    def marked(self) -> bool:
        """Whether the tool marked headings at all."""
        return any(unit.kind == "heading" for unit in self.units)

    @cached_property
    def wide(self) -> bool:
        """Whether the script needs few characters for much text."""
        return not self.patterns.main.spaces or self.patterns.main.script == "kore"

    @cached_property
    def may_hold_refusals(self) -> bool:
        return has_trigger("\n".join(self.folded))

    @property
    def in_weather_story(self) -> bool:
        """Whether the text above is a story about the weather: it opens with a signature or dateline."""
        for each in islice(reversed(self.labelled), LOOK_BACK):
            if each.label == "heading":
                return False
            if each.label == "byline" or (each.label == "text" and read_lead(each.unit.text, self.patterns)):
                return True
        return False

    @cached_property
    def squares_captions(self) -> bool:
        """Whether squares stand before the captions, as in papers of Hong Kong."""
        if self.patterns.main.script != "hant":
            return False
        marked = (unit.text for unit in self.units if unit.text[:1] == "■" and len(unit.text) <= SHORT)
        return any(search(text) for text in marked for search in self.patterns.credit_end)

    @cached_property
    def loses_pictures(self) -> bool:
        """Whether one empty line stands between nearly all blocks, and three or more before a few."""
        gaps = [unit.gap for unit in self.units if unit.gap > 0]
        return len(gaps) >= _BLOCKS and sum(gap == 1 for gap in gaps) * 10 >= 9 * len(gaps)

    @cached_property
    def letters(self) -> bool:
        """Whether readers' letters stand on the page."""
        salutations = ("编辑同志", "編輯先生", "Sir", "To the Editor")
        return self.letters_at < len(self.units) or any(unit.text.startswith(salutations) for unit in self.units)

    @cached_property
    def letters_at(self) -> int:
        """Where the first rubric of readers' letters stands; the page's end when there is none."""
        short = ((at, unit.text.strip("[]【】〔〕 ")) for at, unit in enumerate(self.units) if len(unit.text) < 40)
        return next((at for at, text in short if self.patterns.rubric(text) == "letters"), len(self.units))

    @cached_property
    def letters_end(self) -> int:
        """Where the next rubric after that of the readers' letters stands, of which the tool marked both."""
        if self.letters_at >= len(self.units) or self.units[self.letters_at].kind != "heading":
            return len(self.units)
        below = ((at, unit) for at, unit in enumerate(self.units) if at > self.letters_at and unit.kind == "heading")
        kinds = ((at, self.patterns.rubric(unit.text)) for at, unit in below if len(unit.text) < 40)
        return next((at for at, kind in kinds if kind not in (None, "letters")), len(self.units))

    @cached_property
    def stops_after_headings(self) -> bool:
        """Whether the paper is of the time that set a full stop after its headings."""
        capitals = [unit for unit in self.units if unit.capitals and unit.kind == "paragraph" and unit.text[-1:] == "."]
        if len(capitals) >= 3 or any("ſ" in unit.text for unit in self.units):
            return True
        return not self.wide and not self.marked and self._short_lines_have_stops()

    @cached_property
    def lone_lines(self) -> frozenset[int]:
        """The places of long lines without a stop, each apart between two whole paragraphs of an East Asian page that
        cuts none: its crossheads, where they are several."""
        if not self.wide or any(len(u.text) >= _WHOLE and not ends_sentence(u.text) for u in self.units if not u.level):
            return frozenset()
        found = [
            at + 1
            for at, (above, unit, below) in enumerate(zip(self.units, self.units[1:], self.units[2:], strict=False))
            if _LONE[0] <= len(unit.text) <= _LONE[1]
            and min(unit.gap, below.gap) > 0
            and all(each.kind == "paragraph" and len(each.text) >= _LONE[1] for each in (above, below))
            and (unit.text[-1].isalnum() or (unit.text[-1] == "”" and "。" not in unit.text))
            and (ends_sentence(above.text) and not stops_inside(unit.text))
        ]
        return frozenset(found if len(found) >= _SEVERAL else ())

    @cached_property
    def heads_in_capitals(self) -> bool:
        """Whether the paper sets its headlines in capitals: three lines or more are, of two words or more."""
        lines = (unit for unit in self.units if unit.capitals and len(unit.text) <= 60 and " " in unit.text)
        return len(list(islice(lines, 3))) == 3

    def _short_lines_have_stops(self) -> bool:
        """Whether, on a page without empty lines, the short lines over texts in several lines end with a stop."""
        if sum(unit.gap > 0 for unit in self.units) * 4 > len(self.units):
            return False
        over = [
            unit.text[-1:] == "."
            for unit, below in pairwise(self.units)
            if len(unit.pieces) == 1 and len(unit.text) <= 45 and unit.text[:1].isupper() and len(below.pieces) >= 3
        ]
        if len(over) >= 4 and sum(over) * 4 >= len(over) * 3:
            return True
        return self._telegrams_have_heads()

    def _telegrams_have_heads(self) -> bool:
        """Whether, on a page whose lines hold paragraphs, short lines with a stop stand over place and day."""
        over = [
            unit.text[-1:] == "."
            for unit, below in pairwise(self.units)
            if len(unit.text) <= 60 and len(unit.pieces) == len(below.pieces) == 1 and is_place_and_day(below.text)
        ]
        return len(over) >= 3 and sum(over) * 4 >= len(over) * 3

    @cached_property
    def line_width(self) -> int:
        """The width of the page's columns where units keep their printed lines, 0 where a line holds a paragraph."""
        lengths = sorted([len(piece.text) for unit in self.units if len(unit.pieces) > 2 for piece in unit.pieces])
        return lengths[len(lengths) * 3 // 4] if len(lengths) >= _PRINTED else 0

    @cached_property
    def share_of_short_lines(self) -> float:
        """How many of the units are short lines without a stop and without a mark."""
        paragraphs = [unit.text for unit in self.units if unit.kind == "paragraph"]
        short = sum(len(text) <= SHORT / 2 and not ends_sentence(text) for text in paragraphs)
        return short / max(1, len(paragraphs))

    @cached_property
    def words(self) -> PageWords:
        """What the texts of the page have in common."""
        return PageWords(unit.text for unit in self.units)

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often two characters stand side by side inside the texts of the page."""
        text = "\n".join([unit.text for unit in self.units])
        return Counter(pairwise(text))

    @cached_property
    def imprint_ends(self) -> int:
        """Behind which unit the head of the paper ends: the last line, among the short ones at the page's head, that
        says who makes the paper or what it costs; 0 where fewer than three do."""
        last = found = 0
        for at, unit in enumerate(islice(self.units, _IMPRINT_LINES)):
            says = self.patterns.imprint(unit.text[:_IMPRINT]) is not None
            long = len(unit.text) > (_IMPRINT if says else SHORT)
            if unit.kind not in ("paragraph", "heading", "furniture") or (long and (at or ends_sentence(unit.text))):
                break
            if says:
                last, found = at + 1, found + 1
        return last if found >= _IMPRINTS else 0

    @cached_property
    def copies(self) -> Counter[str]:
        return Counter(filter(None, self.keys))

    @cached_property
    def folded(self) -> list[str]:
        """The text of each unit without case."""
        return [unit.text.casefold() for unit in self.units]

    @cached_property
    def keys(self) -> list[str]:
        """The text of each unit without white space and case, to know copies by."""
        return [
            "" if unit.name == "loop" else "".join(text.split())
            for unit, text in zip(self.units, self.folded, strict=True)
        ]

    @property
    def key(self) -> str:
        return self.keys[self.at]

    @cached_property
    def breaks_at_capitals(self) -> bool:
        """Whether the tool joined the printed lines but for those that begin with a capital, and cut columns in
        mid-sentence by empty lines, as the texts of archive.org are: no line of a block begins with a small letter, and
        many blocks do."""
        if self.wide or self.marked:
            return False
        if sum(unit.gap > 0 and unit.text[:1].islower() for unit in self.units) < _CUT_BLOCKS:
            return False
        inner = [piece.text for unit in self.units for piece in unit.pieces[0 if unit.gap == -1 else 1 :]]
        return len(inner) >= 2 * _CUT_BLOCKS and sum(text[:1].islower() for text in inner) * 25 <= len(inner)

    @cached_property
    def heads_are_titled(self) -> bool:
        """Whether blocks of short lines without a stop, whose longer words have capitals, stand over text again and
        again: then no line in small letters is a headline."""
        titled = plain = 0
        stack = ""
        for unit, below in pairwise(self.units):
            stack = unit.text if unit.gap != -1 else f"{stack} {unit.text}" if stack else ""
            if len(unit.text) > TITLE_LINE or ends_sentence(unit.text):
                stack = ""
            if not stack or below.gap == -1 or below.text[:1].islower() or not holds_sentence(below.text):
                continue
            long = sum(len(word) > 3 for word in words_in(stack)) > 1 and not is_byline(stack, self.patterns)
            titled, plain = titled + (long and has_titled_words(stack)), plain + (not has_titled_words(stack))
        return titled >= _CUT_BLOCKS and titled * 2 >= plain

    def may_be_name(self, text: str) -> bool:
        """Whether no word of a line says that it is no name: a small word of the language, a word for someone's work,
        or nothing but words that stand on this page in small letters (Traffic Was Heavy, Meeting Set)."""
        if text.endswith(("'s", "’s")) or capitals_and_stop(text):
            return False
        words = [word for word in words_in(text) if len(word) > 1]
        folded = [word.casefold() for word in words]
        roles = roles_of(self.patterns)
        if any(word in self._function_words for word in folded):
            return False
        if folded and (folded[0] in roles.before_folded or words[0] in roles.others):
            return False
        return not folded or not all(word in self._small_words for word in folded)

    @cached_property
    def _function_words(self) -> frozenset[str]:
        particles = roles_of(self.patterns).particles
        return frozenset(self.patterns.main.function_words) - {word.casefold() for word in particles}

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(word for unit in self.units for word in words_in(unit.text) if word.islower())

    @cached_property
    def seen(self) -> set[str]:
        """Texts that stood earlier on the page; the labeller adds to it as it goes."""
        return set()
