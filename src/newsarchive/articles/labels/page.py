"""What the rules may look at: a page of units, what was found so far, and the habits of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import islice, pairwise, takewhile

import msgspec

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.links import PageWords
from newsarchive.articles.names import people_in_parts, people_of, person_ends, roles_of, split_names
from newsarchive.articles.patterns import Patterns, has_trigger
from newsarchive.articles.sentences import ends_sentence, has_few_stops, stops_inside
from newsarchive.articles.units import Unit

Found = tuple[str, float]


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
            if len(unit.text) > _TITLE_LINE or ends_sentence(unit.text):
                stack = ""
            if not stack or below.gap == -1 or below.text[:1].islower() or not _holds_sentence(below.text):
                continue
            long = sum(len(word) > 3 for word in _words_of(stack)) > 1 and not is_byline(stack, self.patterns)
            titled, plain = titled + (long and has_titled_words(stack)), plain + (not has_titled_words(stack))
        return titled >= _CUT_BLOCKS and titled * 2 >= plain

    def may_be_name(self, text: str) -> bool:
        """Whether no word of a line says that it is no name: a small word of the language, a word for someone's work,
        or nothing but words that stand on this page in small letters (Traffic Was Heavy, Meeting Set)."""
        if text.endswith(("'s", "’s")) or _capitals_and_stop(text):
            return False
        words = [word for word in _words_of(text) if len(word) > 1]
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
        return frozenset(word for unit in self.units for word in _words_of(unit.text) if word.islower())

    @cached_property
    def seen(self) -> set[str]:
        """Texts that stood earlier on the page; the labeller adds to it as it goes."""
        return set()


_words_of = re.compile(r"[^\W\d_]+").findall


is_place_and_day = re.compile(  # Wien, 29. Juni.
    r"[A-ZÀ-ÞŞ][^\W\d]+(?:[ -][A-ZÀ-ÞŞ][^\W\d]+){0,2}, (?:[^\W\d]{2,12}\.? )?"
    r"\d{1,2}(?:st|nd|rd|th|er|º)?\.?(?: (?:de )?[^\W\d]{1,12}\.?)?\Z"
).match


_capitals_and_stop = re.compile(r"[A-ZÀ-Þ]{3,}\. [A-ZÀ-Þ][a-zß-ÿ]").match  # TARN. Marlbeck


def _holds_sentence(text: str) -> bool:
    """Whether a line holds some words in small letters, and no row of dots."""
    return "...." not in text and sum(word.islower() for word in _words_of(text[:_TITLE_LINE])) >= 2


def has_titled_words(text: str) -> bool:
    """Whether each of the longer words of a line, of which there is one at least, begins with a capital."""
    longer = [word for word in _words_of(text) if len(word) > 3]
    return len(longer) > 0 and all(word[0].isupper() for word in longer)


letters_in = re.compile(r"[^\W_]").search


_han_only = re.compile(r"[㐀-鿿\s　、·/／文图摄]+\Z").match


_correspondent = re.compile(
    r"(?i:correspond|report|[sſ]tatter|mitarbeiter|staff|redak|envoyé|inviat|corrispond|corresponsal|enviad)"
).search


official = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\- ]{4,30}, [A-ZÀ-Þ][a-zß-ÿ]+(?: [A-Z][a-zß-ÿ]+)?\.?\Z").match


_WHOLE = 60  # characters of a block that is a paragraph, or a piece of one
_LONE, _SEVERAL = (15, 45), 3  # characters of a line that may be a crosshead, and how many such lines tell
_LONGEST_NAME = 3  # characters, but for double family names
SHORT = 90
_PRINTED = 12  # printed lines that tell the width of a column


_IMPRINT_LINES, _IMPRINT, _IMPRINTS = 40, 240, 3  # of the head of a paper: lines, characters of one, those that tell
_BLOCKS = 8  # blocks that show how many empty lines a tool sets between two
LOST_PICTURE = 3  # empty lines, or more, where a tool took a picture out
_CUT_BLOCKS = 4  # blocks that begin in mid-sentence, headlines alike, from which on they are the habit of a page
_TITLE_LINE = 50  # characters of a line of a headline in several


LOOK_BACK = 16  # units; so that the work for a unit does not grow with the page


_parts = re.compile(r"[\s　、，,;；/／:：()（）]+").split


def _tells(names: str, patterns: Patterns) -> bool:
    """Whether a part of what should be names is too long for one, and no names in a row: 在采访中了解到，随着农业"""
    if not any(mark in names for mark in "，,"):
        return False
    parts = (roles_of(patterns).sign.sub("", part) for part in _parts(names))
    return any(len(part) > _LONGEST_NAME and not split_names(part) for part in parts)


_told = re.compile(r"[㐀-鿿]{4,}[:：][㐀-鿿]{6}").match
_long_clause = re.compile(r"[㐀-鿿]{9,}[，,]|[，,][㐀-鿿]{9,}").search


@lru_cache(maxsize=1024)
def is_byline(text: str, patterns: Patterns) -> bool:
    """Whether a line has the form of a signature, and where it should name people, does; none holds a full stop."""
    if "。" in text:
        return False
    if patterns.main.script == "jpan" and people_in_parts(text):
        return True
    for match_line in patterns.byline_lines:
        if match := match_line(text):
            names = match.groupdict().get("names")
            if names and text[:1].isascii() and patterns.main.script == "latn" and not _correspondent(text):
                told = not text[0].islower() or names.isupper() or person_ends(names, patterns)  # di Cà Bassa, con gli
                if told and people_of(names, patterns, "reporter"):
                    return True
                continue
            if patterns.main.script == "kore" and names:
                return bool(people_of(text, patterns, "reporter"))
            if (
                names
                and patterns.main.script in ("hans", "hant")
                and (_long_clause(names) or _told(names) or _tells(names, patterns))
            ):
                continue  # 记者从市交通局了解到，…; 记者调查发现：…
            if not names or not _han_only(names) or re.search(r"[:：/／□◎○▣☉⊙]", text):
                return True
            if patterns.main.script == "jpan" or people_of(names, patterns, "reporter"):
                return True
            if " " in names.strip() or "　" in names.strip():
                return True
    return False


def opens_story(unit: Unit, page: Page) -> bool:
    return read_lead(unit.text, page.patterns) is not None


def is_running_text(unit: Unit, page: Page) -> bool:
    """Whether a unit looks like the beginning of a text: long, or with a lead."""
    if unit.kind != "paragraph" or unit.bold:
        return False
    comma = page.wide and len(unit.text) >= 24 and ("，" in unit.text or "," in unit.text)
    if comma or len(unit.text) >= (45 if page.wide else 100) or read_lead(unit.text, page.patterns) is not None:
        return True
    return bool(ends_sentence(unit.text)) and not unit.capitals and len(unit.text) >= (14 if page.wide else 40)


ends_in_hyphen = re.compile(r"[a-zß-öø-ÿſ][-‐¬⸗\u00ad]\Z").search


def breaks_off(page: Page) -> bool:
    """Whether a Latin line is the first half of a paragraph: it ends in a hyphen, or goes on below in lower case."""
    text = page.unit.text
    if page.wide or page.unit.capitals or not text:
        return False
    if ends_in_hyphen(text[-2:]):
        return True
    if not text[-1].isalnum() and text[-1] not in ",;":
        return False
    following = (page.after(steps) for steps in range(1, 4))
    after = next((each for each in following if each is None or each.kind not in ("image", "furniture")), None)
    runs_on = after is not None and after.kind == "paragraph" and after.text[:1].islower()
    return runs_on and after is not None and not is_byline(after.text, page.patterns)


_BESIDE = frozenset(["image", "caption", "credit", "folio", "page-marker", "running-head", "detection", "jump"])


def last_before(page: Page) -> Labelled | None:
    """The last unit that is no furniture and no picture, of those near by."""
    near = len(page.labelled) - page.last_at <= LOOK_BACK
    return page.labelled[page.last_at] if near else None


def heading_above(page: Page) -> Labelled | None:
    """The last heading, of the units near by."""
    near = islice(reversed(page.labelled), LOOK_BACK)
    return next((each for each in near if each.label == "heading"), None)


def after_pictures(page: Page) -> Unit | None:
    """The next unit that is no picture, of those near by."""
    following = (page.after(steps) for steps in range(1, 4))
    return next((each for each in following if each is None or each.kind not in ("image", "furniture")), None)


def is_open(last: Labelled | None, page: Page) -> bool:
    """Whether the text above may run on: it has no stop, and is no advertisement that ends in a number."""
    if last is None or last.label != "text" or last.unit.verse or ends_sentence(last.unit.text):
        return False
    if last.unit.short_end and has_few_stops(last.unit.text):
        return False
    if not page.wide and (_jumps_off(last, page) or find_end(last.unit.text, page.patterns) is not None):
        return False
    return not (len(last.unit.text) < 260 and page.patterns.advert(last.unit.text))


def _jumps_off(last: Labelled, page: Page) -> bool:
    """Whether a line under the last text says on what page it goes on."""
    since = takewhile(lambda each: each is not last, islice(reversed(page.labelled), LOOK_BACK))
    return any(each.label == "jump" for each in since)


def opens_with_dateline(unit: Unit, page: Page) -> bool:
    lead = read_lead(unit.text, page.patterns)
    return lead is not None and lead.dateline is not None
