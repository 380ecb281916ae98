"""The story that is being read: its heading stack and what stands under it so far."""

from __future__ import annotations

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import ends_sentence, has_few_stops

BRIEF = 420  # characters of the longest story with a heading of its own that counts as a brief under a rubric
DECK = 260  # characters of the longest deck, notice or advertisement in one paragraph
_ADVERT = 260  # characters of the longest advertisement that stands in one paragraph


class Draft:
    """A story while the page is read from its head to its foot; empty between two stories."""

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns
        self.rubric: tuple[Labelled, ...] = ()
        self.headings: list[Labelled] = []
        self.units: list[Labelled] = []
        self.texts: list[Labelled] = []
        self.crossheads: list[Labelled] = []
        self.length = 0  # characters of the texts
        self.rule = "heading-stack"
        self.shown = self.noted = self.closed_by_line = False

    def add(self, each: Labelled) -> None:
        """A unit that stands under the headings."""
        self.units.append(each)
        if each.label == "text":
            self.texts.append(each)
            self.length += len(each.unit.text)
            self.closed_by_line = False
        elif each.label == "crosshead":
            self.crossheads.append(each)
        elif each.label in ("caption", "image", "table"):
            self.shown = True
        elif each.label == "note":
            self.noted = True
        elif each.label in ("byline", "author-note", "jump"):
            self.closed_by_line = True

    def make_deck(self) -> None:
        """The one text so far was a deck."""
        deck = self.texts.pop()
        self.length -= len(deck.unit.text)
        self.units = [
            Labelled(each.unit, "deck", "text-above-byline", 0.8) if each is deck else each for each in self.units
        ]

    @property
    def has_story(self) -> bool:
        """Whether more than headings and labels was found."""
        return bool(self.texts) or self.shown or (self.noted and bool(self.headings))

    def last_words(self, count: int) -> list[str]:
        """The texts of its last so many headings and texts."""
        return [each.unit.text for each in (*self.headings[-count:], *self.texts[-count:])][-count:]

    @property
    def has_text(self) -> bool:
        return bool(self.texts)

    @property
    def is_open(self) -> bool:
        """Whether the last text runs on: it has no stop, no signature follows, and it is no advertisement."""
        if not self.texts or self.texts[-1].unit.verse or ends_sentence(self.texts[-1].unit.text) or self.is_signed:
            return False
        text = self.texts[-1].unit.text
        if self.texts[-1].unit.short_end and has_few_stops(text):
            return False
        return not (len(text) < _ADVERT and self.patterns.advert(text))

    @property
    def is_signed(self) -> bool:
        """Whether the story has its end signature, its author's note or its jump line already."""
        if not self.texts:
            return False
        return self.closed_by_line or find_end(self.texts[-1].unit.text, self.patterns) is not None

    @property
    def above_text(self) -> list[Labelled]:
        """What stands between the headings and the first text."""
        return self.units[: self.units.index(self.texts[0])] if self.texts else self.units

    @property
    def signed_at_head(self) -> bool:
        """Whether a signature or a dateline stands at the story's head."""
        if not self.texts:
            return False
        if any(each.label == "byline" for each in self.above_text):
            return True
        return read_lead(self.texts[0].unit.text, self.patterns) is not None

    @property
    def is_named_at_head(self) -> bool:
        """Whether its head names who wrote it; `本报讯` alone leaves that to the end of the text."""
        if not self.signed_at_head:
            return False
        lead = read_lead(self.texts[0].unit.text, self.patterns)
        named = lead is not None and lead.byline is not None and bool(lead.byline.people or lead.byline.agency)
        return named or any(each.label == "byline" for each in self.above_text)

    @property
    def is_below_kicker(self) -> bool:
        """Whether the last line so far is a heading that leads on, so that its headline comes below a picture."""
        return bool(self.headings) and not self.units and self.headings[-1].unit.text[-1:] == ":"

    @property
    def has_short_deck(self) -> bool:
        """Whether the one short line without a stop between the heading and a lead is a subhead without its mark."""
        if len(self.texts) != 1 or not self.headings or ends_sentence(self.texts[0].unit.text):
            return False
        length = 45 if not self.patterns.main.spaces else 130
        return len(self.texts[0].unit.text) <= length and not self.signed_at_head

    @property
    def may_be_deck(self) -> bool:
        """Whether the one short text under the heading may be a deck, if a signature stands under it."""
        if len(self.texts) != 1 or not self.headings or len(self.texts[0].unit.text) > DECK:
            return False
        if self.texts[0].unit.text[-1:] in "-‐¬" or any(each.label == "byline" for each in self.units):
            return False
        text = self.texts[0].unit.text
        return not (read_lead(text, self.patterns) or self.patterns.salutation(text))

    @property
    def is_short(self) -> bool:
        """Whether the story has one paragraph, or two short ones outside of mainland China, and no crosshead."""
        texts = self.texts
        if self.patterns.main.script == "hans" and any(ends_sentence(each.unit.text) for each in texts[:-1]):
            return False
        return not self.crossheads and len(texts) <= 2 and sum(len(each.unit.text) for each in texts) < BRIEF

    @property
    def is_dispatch(self) -> bool:
        """Whether a story with a headline of its own begins with place and day: a telegram of a page of many."""
        lead = read_lead(self.texts[0].unit.text, self.patterns) if self.texts else None
        dated = lead.dateline if lead is not None else None
        return dated is not None and any(map(str.isdigit, dated.text))
