"""What the rules may look at: a page of units, what was found so far, and the habits of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import islice, pairwise

import msgspec

from newsarchive.articles.bylines import people_of, read_lead
from newsarchive.articles.patterns import Patterns, has_trigger
from newsarchive.articles.sentences import ends_sentence
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
        return has_trigger("\n".join([unit.text for unit in self.units if len(unit.text) < 400]))

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
    def letters(self) -> bool:
        """Whether readers' letters stand on the page."""
        is_rubric = self.patterns.rubrics["letters"]
        return any(len(unit.text) < 40 and is_rubric(unit.text.strip("[]【】〔〕 ")) for unit in self.units) or any(
            unit.text.startswith(("编辑同志", "編輯先生", "Sir", "To the Editor")) for unit in self.units
        )

    @cached_property
    def letters_at(self) -> int:
        """Where the first rubric of readers' letters stands; the page's end when there is none."""
        is_rubric = self.patterns.rubrics["letters"]
        bare = (unit.text.strip("[]【】〔〕 ") if len(unit.text) < 40 else "" for unit in self.units)
        return next((at for at, text in enumerate(bare) if is_rubric(text)), len(self.units))

    @cached_property
    def stops_after_headings(self) -> bool:
        """Whether the paper is of the time that set a full stop after its headings."""
        capitals = [unit for unit in self.units if unit.capitals and unit.kind == "paragraph" and unit.text[-1:] == "."]
        if len(capitals) >= 3 or any("ſ" in unit.text for unit in self.units):
            return True
        return not self.wide and not self.marked and self._short_lines_have_stops()

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
        return len(over) >= 4 and sum(over) * 4 >= len(over) * 3

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often two characters stand side by side inside the texts of the page."""
        text = "\n".join([unit.text for unit in self.units])
        return Counter(pairwise(text))

    @cached_property
    def copies(self) -> Counter[str]:
        return Counter(filter(None, self.keys))

    @cached_property
    def keys(self) -> list[str]:
        """The text of each unit without white space and case, to know copies by."""
        return ["" if unit.name == "loop" else squeezed(unit.text) for unit in self.units]

    @property
    def key(self) -> str:
        return self.keys[self.at]

    @cached_property
    def seen(self) -> set[str]:
        """Texts that stood earlier on the page; the labeller adds to it as it goes."""
        return set()


letters_in = re.compile(r"[^\W_]").search


_han_only = re.compile(r"[㐀-鿿\s　、·/／文图摄]+\Z").match


_correspondent = re.compile(
    r"(?i:correspond|report|[sſ]tatter|mitarbeiter|staff|redak|envoyé|inviat|corrispond|corresponsal|enviad)"
).search


official = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\- ]{4,30}, [A-ZÀ-Þ][a-zß-ÿ]+(?: [A-Z][a-zß-ÿ]+)?\.?\Z").match


SHORT = 90


LOOK_BACK = 16  # units; so that the work for a unit does not grow with the page


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


_long_clause = re.compile(r"[㐀-鿿]{9,}[，,]|[，,][㐀-鿿]{9,}").search


@lru_cache(maxsize=1024)
def is_byline(text: str, patterns: Patterns) -> bool:
    """Whether a line has the form of a signature, and where it should name people, does."""
    for match_line in patterns.byline_lines:
        if match := match_line(text):
            names = match.groupdict().get("names")
            if names and text[:1].isascii() and patterns.main.script == "latn" and not _correspondent(text):
                if people_of(names, patterns, "reporter"):
                    return True
                continue
            if patterns.main.script == "kore" and names:
                return bool(people_of(text, patterns, "reporter"))
            if names and patterns.main.script in ("hans", "hant") and _long_clause(names):
                continue  # 记者从市交通局了解到，…
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


def last_before(page: Page) -> Labelled | None:
    """The last unit that is no furniture and no picture."""
    apart = ("image", "caption", "credit", "folio", "page-marker", "running-head", "detection", "jump")
    return next((each for each in islice(reversed(page.labelled), LOOK_BACK) if each.label not in apart), None)


def after_pictures(page: Page) -> Unit | None:
    """The next unit that is no picture, of those near by."""
    following = (page.after(steps) for steps in range(1, 4))
    return next((each for each in following if each is None or each.kind not in ("image", "furniture")), None)
