"""Rule 2. What each unit of a page is: the first rule of a list that knows it, with how sure that rule is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec

from newsarchive.articles.patterns import Patterns, refusal
from newsarchive.articles.pieces import count
from newsarchive.articles.units import Unit, ends_sentence

Found = tuple[str, float]


class Labelled(msgspec.Struct, frozen=True):
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
    def copies(self) -> Counter[str]:
        return Counter(squeezed(unit.text) for unit in self.units if unit.text)

    @cached_property
    def seen(self) -> set[str]:
        """Texts that stood earlier on the page; the labeller adds to it as it goes."""
        return set()


_squeeze = re.compile(r"\W+")
_folio_signs = re.compile(r"[\d〇零一二三四五六七八九十０-９]").search
_number_only = re.compile(r"[\s\-–—·•.第页頁/|\[\]()]*(?:[A-Za-z]?\d{1,4}[A-Za-z]?|[ivxlc]{1,6})[\s\-–—·•.页頁/|\[\]()]*\Z").match
_page_marker = re.compile(
    r"[\[(<【]?\s*(?:page|seite|pagina|página|side|sida|sayfa|sivu|第)\s*\d+\s*(?:页|頁|ページ|of \d+|/\s*\d+)?\s*[\])>】]?\Z|={3,}|-{3,}\Z|\*{3,}\Z|_{3,}\Z",
    re.IGNORECASE,
).match
_letters = re.compile(r"[^\W_]").search
SHORT = 90


def squeezed(text: str) -> str:
    return _squeeze.sub("", text).casefold()


def label_units(units: Sequence[Unit], patterns: Patterns) -> list[Labelled]:
    """Each unit of a page with its label, in page order."""
    page = Page(units, patterns)
    for at, unit in enumerate(units):
        page.at = at
        page.labelled.append(_label(unit, page))
        if unit.text:
            page.seen.add(squeezed(unit.text))
    return page.labelled


def _label(unit: Unit, page: Page) -> Labelled:
    for rule, name in _named_rules:
        if found := rule(unit, page):
            return Labelled(unit, found[0], name, found[1])
    return Labelled(unit, "text", "running-text", 0.9)


def picture(unit: Unit, page: Page) -> Found | None:
    return ("image", 0.99) if unit.kind == "image" else None


def table(unit: Unit, page: Page) -> Found | None:
    return ("table", 0.97) if unit.kind == "table" else None


def mark(unit: Unit, page: Page) -> Found | None:
    if unit.kind == "furniture":
        return unit.name, 0.97
    if len(unit.text) < 30 and _page_marker(unit.text):
        return "page-marker", 0.9
    return None


def machine_speech(unit: Unit, page: Page) -> Found | None:
    """A vision model's own words: a short unit that no newspaper prints."""
    return ("refusal", 0.9) if len(unit.text) < 400 and refusal()(unit.text) else None


def repeated(unit: Unit, page: Page) -> Found | None:
    """The second and later copies of a long piece; a short one that stands on the page again is a running head."""
    key = squeezed(unit.text)
    if len(key) < 12 or page.copies[key] < 2 or key not in page.seen:
        return None
    return ("loop", 0.9) if len(key) >= 16 or page.copies[key] > 2 else None


def noise(unit: Unit, page: Page) -> Found | None:
    return None if _letters(unit.text) else ("noise", 0.9)


def jump_line(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > SHORT:
        return None
    for search in (*page.patterns.jumps_to, *page.patterns.jumps_from):
        if (match := search(unit.text)) and count(match[0]) >= count(unit.text) - 2:
            return "jump", 0.95
    return None


def folio(unit: Unit, page: Page) -> Found | None:
    """The line with date, page and section."""
    from newsarchive.articles.folio import is_folio

    if len(unit.text) > SHORT or not _folio_signs(unit.text):
        return None
    if _number_only(unit.text):
        return "folio", 0.8
    return ("folio", 0.9) if is_folio(unit.text, page.patterns) else None


def makers(unit: Unit, page: Page) -> Found | None:
    return ("editors", 0.95) if len(unit.text) <= SHORT and page.patterns.editors(unit.text) else None


def masthead(unit: Unit, page: Page) -> Found | None:
    return ("masthead", 0.9) if len(unit.text) <= SHORT and page.patterns.masthead(unit.text) else None


def weather(unit: Unit, page: Page) -> Found | None:
    short = len(unit.text) <= SHORT and unit.kind == "paragraph"
    return ("weather", 0.8) if short and page.patterns.weather(unit.text) else None


def price(unit: Unit, page: Page) -> Found | None:
    short = len(unit.text) <= 40 and unit.kind == "paragraph"
    return ("price", 0.8) if short and page.patterns.price(unit.text) else None


def author_note(unit: Unit, page: Page) -> Found | None:
    return ("author-note", 0.9) if len(unit.text) <= 200 and page.patterns.author_note(unit.text) else None


def note(unit: Unit, page: Page) -> Found | None:
    return ("note", 0.85) if page.patterns.note(unit.text) else None


def byline_line(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > SHORT:
        return None
    return ("byline", 0.9) if any(match(unit.text) for match in page.patterns.byline_lines) else None


def credit_line(unit: Unit, page: Page) -> Found | None:
    return ("credit", 0.9) if len(unit.text) <= SHORT and page.patterns.credit_line(unit.text) else None


def caption(unit: Unit, page: Page) -> Found | None:
    """A text that begins like a caption, stands under its picture, or ends in a credit."""
    if unit.kind == "heading":
        return None
    if len(unit.text) <= 220 and page.patterns.caption(unit.text):
        return "caption", 0.9
    if unit.name in ("image_caption", "figure_title"):
        return "caption", 0.95
    previous = page.before()
    if previous is not None and previous.kind == "image" and unit.gap <= 0 and len(unit.text) <= 220:
        return "caption", 0.85
    if unit.name == "center" and len(unit.text) <= 160:
        return "caption", 0.8
    if len(unit.text) <= 400 and ends_in_credit(unit.text, page.patterns) is not None:
        return "caption", 0.9
    return None


def ends_in_credit(text: str, patterns: Patterns) -> int | None:
    """Where the credit at the end of a caption begins: after its last stop, or after a space in its last line."""
    tail_at = max(len(text) - 60, 0)
    tail = text[tail_at:]
    best: int | None = None
    for search in patterns.credit_end:
        match = search(tail)
        if not match or not match[0].strip():
            continue
        at = tail_at + match.start()
        while at < len(text) and text[at].isspace():
            at += 1
        before = text[:at].rstrip()
        if before and (before[-1] in "。！？!?.…”」』）)；;" or text[at] in "(（【[■") and (best is None or at < best):
            best = at
    return best


def heading(unit: Unit, page: Page) -> Found | None:
    if unit.kind != "heading":
        return None
    length = len(unit.text)
    wide = page.patterns.main.spaces is False
    if ends_sentence(unit.text) and unit.text[-1] in "。.;；" and length > (30 if wide else 90):
        return "text", 0.8
    if length > (70 if wide else 220):
        return "text", 0.8
    return "heading", 0.9


def stray_label(unit: Unit, page: Page) -> Found | None:
    """One or two words apart from everything: a rubric or column label."""
    if unit.kind == "paragraph" and len(unit.text) <= 16 and not ends_sentence(unit.text) and not _folio_signs(unit.text):
        last = next((each for each in reversed(page.labelled) if each.label not in ("image", "caption", "credit")), None)
        runs_on = last is not None and last.label == "text" and not ends_sentence(last.unit.text)
        after = page.after()
        if not runs_on and (after is None or after.gap != -1):
            return "label", 0.7
    return None


RULES: tuple[Callable[[Unit, Page], Found | None], ...] = (
    picture,
    table,
    mark,
    machine_speech,
    repeated,
    noise,
    jump_line,
    makers,
    folio,
    masthead,
    price,
    author_note,
    byline_line,
    credit_line,
    caption,
    note,
    heading,
    weather,
    stray_label,
)
_named_rules = tuple((rule, rule.__name__.replace("_", "-")) for rule in RULES)
