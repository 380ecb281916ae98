"""The heading stack of a story -> its kicker, headline, subheads and rubric, with the evidence for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from newsarchive.articles.evidence import Notes
from newsarchive.articles.headings import heading_roles
from newsarchive.articles.headings.roles import HIGH, LOW, MEDIUM, Roles
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.pieces import joined, seam
from newsarchive.articles.story import Story

_rubric_marks = "◆▼●■★▲◇□·•[]【】〔〕〈〉()（）《》 　:："
_letters_apart = re.compile(r"[ぁ-んァ-ヶー一-鿿](?:[ 　]+[ぁ-んァ-ヶー一-鿿])+\Z").match
_gap = re.compile("  +")
_label_at_end = re.compile(r"^(?P<head>.{4,}?)\s*[(（](?P<label>[一-鿿·“”]{2,10})[)）]$").match
_kicker_inside = re.compile(
    r"(?P<kicker>[A-ZÀ-Þ][A-ZÀ-Þ0-9'’&\- ]{2,30}|[^|]{3,30}(?= \|))(?: ?\||:) "
    r"(?P<headline>(?=[\"“‘„«A-ZÀ-Þ0-9]).*[a-zß-ÿ].*)\Z"
).match


class Heads(msgspec.Struct, frozen=True):
    """What stands over a story. `headline` is None where nothing does; `lines`: those of the stack as printed."""

    kicker: str | None
    headline: str | None
    subheads: tuple[str, ...]
    rubric: str | None
    lines: tuple[str, ...]


class Stack(msgspec.Struct, frozen=True):
    """The headings, the rubric and the decks of a story, the patterns of its page, and how a text of it is restored.

    `trust_in_levels`: how much the levels of the page's headings tell, from 0 to 1.
    """

    story: Story
    decks: Sequence[Labelled]
    patterns: Patterns
    restored: Callable[[str], str]
    wide: bool
    trust_in_levels: float

    def heads(self, notes: Notes) -> Heads:
        """The heads of the story; `notes` takes what tells them."""
        lines = [self._line(joined(each.unit.pieces)) for each in self.story.headings]
        rubric = self._rubric(notes) or self._label_behind(lines, notes)
        kicker, headline, subheads = self._roles(lines, notes)
        decks = [self.restored(joined(each.unit.pieces)) for each in self.decks]
        if self.decks:
            notes.add("subheads", "deck-above-byline", MEDIUM, [p for each in self.decks for p in each.unit.pieces])
        printed = (self._line(piece.text) for each in (*self.story.headings, *self.decks) for piece in each.unit.pieces)
        return Heads(kicker, headline, (*subheads, *decks), rubric, tuple(printed))

    def _rubric(self, notes: Notes) -> str | None:
        story = self.story
        if not story.rubric:
            return None
        rule = story.rule if story.rule.startswith("caption") else "rubric"
        notes.add("rubric", rule, 0.8, [piece for each in story.rubric for piece in each.unit.pieces])
        texts = (self.restored(joined(each.unit.pieces)) for each in story.rubric)
        return " ".join(self._closed_up(_unmarked(text)) for text in texts) or None

    def _label_behind(self, lines: list[str], notes: Notes) -> str | None:
        """The label in brackets behind a line of the stack, which leaves the line."""
        found = None
        for at, text in enumerate(lines):
            match = _label_at_end(text) if found is None and self.wide else None
            if match and not re.search(r"\d", match["label"]) and len(lines) <= 3:
                lines[at], found = match["head"].strip(), match["label"]
                notes.add("rubric", "label-after-headline", 0.85, self.story.headings[at].unit.pieces)
        return found

    def _line(self, text: str) -> str:
        """A line of a heading: its clauses are parted by one space, however wide the gap is that a tool left."""
        return _gap.sub(" ", self._closed_up(self.restored(text)))

    def _closed_up(self, text: str) -> str:
        """A line set wide without the spaces between its letters: 訃　報, 浜 だ よ り, 祖 父 的 秤."""
        wide = not self.patterns.main.spaces or self.patterns.main.script == "kore"
        wide = wide and _letters_apart(text) is not None
        return "".join(text.split()) if wide else text

    def _roles(self, lines: Sequence[str], notes: Notes) -> tuple[str | None, str | None, tuple[str, ...]]:
        """Kicker, headline and subheads."""
        if not lines:
            return None, None, ()
        units = [each.unit for each in self.story.headings]
        roles = heading_roles(lines, units, self.patterns, self.trust_in_levels)
        confidence = min(roles.confidence, HIGH if units[0].kind == "heading" else MEDIUM)
        if self.story.confidence < 0.8:
            confidence = min(confidence, LOW)
        headlines = [lines[at] for at in roles.headline]
        inside = None
        if len(headlines) == 1 and (match := _kicker_inside(headlines[0])):
            notes.add("kicker", "kicker-inside-headline", MEDIUM, units[roles.headline[0]].pieces)
            headlines, inside = [match["headline"]], match["kicker"].strip()
        for field, places in (("headline", roles.headline), ("kicker", roles.kicker), ("subheads", roles.subheads)):
            notes.add(field, roles.rule, confidence, [piece for at in places for piece in units[at].pieces])
        kicker = " ".join(lines[at] for at in roles.kicker) or inside
        headline = ""
        for text in headlines:
            space = " " if headline and self.patterns.main.script == "kore" else seam(headline, text)
            headline += space + text
        return kicker, headline, tuple(_joined_lines(lines, roles))


def _joined_lines(lines: Sequence[str], roles: Roles) -> list[str]:
    """The subheads of a stack; those that are one line which print broke are one."""
    subheads: list[str] = []
    for at in roles.subheads:
        goes_on = subheads and any(at in group and at - 1 in group for group in roles.broken)
        if goes_on:
            subheads[-1] += seam(subheads[-1], lines[at]) + lines[at]
        else:
            subheads.append(lines[at])
    return subheads


def _unmarked(rubric: str) -> str:
    """A rubric without the brackets or marks on both of its sides, or before it."""
    inner = rubric.strip(_rubric_marks)
    return inner if not any(mark in inner for mark in "[]【】〔〕()（）") else rubric.strip("◆▼●■★▲◇□ 　")
