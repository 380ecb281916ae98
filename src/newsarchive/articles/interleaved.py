"""Stories whose columns a tool read in turns: one breaks off in mid-sentence, another begins, and the first goes on.

Columns come back in the order in which they broke off. Which story a piece of text goes on with is told by that order,
by its first character, and by the words that it shares with one story and not with the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from newsarchive.articles.draft import Draft
from newsarchive.articles.labels import Labelled
from newsarchive.articles.links import PageWords, fits
from newsarchive.articles.names import split_names
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.seams import is_one_word
from newsarchive.articles.sentences import breaks_in_sentence, ends_sentence, has_few_stops
from newsarchive.articles.story import overlap

_SHORTEST = 60  # characters of a story whose missing stop means something
_SHORT_TAIL = 10  # characters of the end of a sentence that has too few words to compare
_TEXTS = 8  # of a story's end
_SAMPLE = 600  # characters of a story's end that are compared
_CLOSED = 3  # whole stories of which one may still go on
_LAST = 12  # texts after which a story that broke off is given up
_OPEN_MARGIN, _CLOSED_MARGIN = 0.01, 0.025  # how much more of a text's words one story must share than another
_SPACED_MARGIN = 0.08  # the same where words have spaces, so that a text has few to compare
_GOES_ON = 0.0  # how well a broken sentence goes on in a text under the next headline
_BETTER = 1.0  # how much better one of two broken sentences goes on in a text
_OF_HEADLINE = 0.25  # the share of a headline that a text which is not of it has at most
_LAST_MARGIN = 0.05  # how much more of its words must stand in the story read last than in the headline
_HEADING_MARGIN = 0.15  # how much more of a heading's words must stand in another story than in its own
_cannot_open = re.compile(
    r"[，。、；：！？）」』”’》,.;:!?)]|[的了着過过們们吗嗎呢吧]|[后後前中时時内外上下里裡间間等者][，,、]"
).match
_words = re.compile(r"[^\W\d_]{4,}").findall


class Kinship:
    """How much more a text is of one story than of another, by the words they share; the rarer a word on the page,
    the more it says. Where words have no spaces, single characters and pairs of them stand for words."""

    def __init__(self, page: Sequence[str], wide: bool) -> None:
        self.page, self.wide = page, wide
        self._weights: dict[str, float] = {}

    def more(self, text: str, one: Sequence[str], other: Sequence[str]) -> float:
        """From 1, all of a text's words are in one story and none in the other, to -1, the reverse."""
        left, right = " ".join(one), " ".join(other)
        size = max(min(len(left), len(right), _SAMPLE), _SHORTEST)
        left, right = left[-size:].casefold(), right[-size:].casefold()
        mine, weights = self._words_of(text[: _SAMPLE // 2 if self.wide else _SAMPLE]), self._weights_of_page()
        if len(mine) < 4:
            return 0.0
        told = sum([weights.get(part, 1.0) * ((part in left) - (part in right)) for part in mine])
        return told / sum([weights.get(part, 1.0) for part in mine])

    def _weights_of_page(self) -> dict[str, float]:
        """The weight of each word of the page: the logarithm of how few of its texts have it; twice that of a pair."""
        if not self._weights:
            counts = Counter(part for text in self.page for part in self._words_of(text[:_SAMPLE]))
            many = len(self.page) + 1
            self._weights = {part: log(many / (count + 0.5)) * len(part) for part, count in counts.items()}
        return self._weights

    def _words_of(self, text: str) -> set[str]:
        if not self.wide:
            return {word.casefold() for word in _words(text)}
        pairs = {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha()}
        return pairs.union(filter(str.isalpha, text))


def headings_taken(below: str, draft: Draft, wide: bool) -> int:
    """How many of the last lines of a story's heading stack are those of a story that begins without one below it:
    headlines that stood side by side and were read one after the other. They share their words with what is `below`.
    """
    story = " ".join([each.unit.text for each in draft.texts])[:_SAMPLE]
    taken = 0
    margin = 0.05 if draft.is_open else _HEADING_MARGIN
    for each in reversed(draft.headings[1:]):
        text = each.unit.text
        if overlap(text, below[:_SAMPLE], wide) - overlap(text, story, wide) < margin:
            break
        taken += 1
    return taken


class Broken:
    """A story that broke off in mid-sentence, by its place among the stories, with what was found of it since.

    `at`: the number of its last text among the texts of the page.
    """

    def __init__(self, story: int, draft: Draft, at: int) -> None:
        self.story, self.at, self.draft = story, at, draft
        self.texts = draft.last_words(_TEXTS)
        self.units: list[Labelled] = []

    @property
    def is_open(self) -> bool:
        return not ends_sentence(self.texts[-1])

    def add(self, each: Labelled) -> None:
        self.units.append(each)
        self.draft.add(each)
        if each.label == "text":
            self.texts = [*self.texts[1 - _TEXTS :], each.unit.text]


class Interleaved:
    """The stories that wait for their other columns, in the order in which they broke off."""

    def __init__(self, page: Sequence[str], patterns: Patterns) -> None:
        self.patterns = patterns
        self.words = PageWords(page)
        self.kinship = Kinship(page, wide=not patterns.main.spaces or patterns.main.script == "kore")
        self.waiting: list[Broken] = []
        self.found: list[Broken] = []
        self.closed: list[Broken] = []  # the last stories that seemed whole
        self.last: Broken | None = None
        self.texts = 0  # of the page so far
        self.last_of_draft = 0  # the number of the last text that the story being read was given

    def close(self, story: int, draft: Draft, *, beside: bool = False) -> None:
        """A story ends on the page: it waits when it broke off, or when the next one stood `beside` it; when none is
        left open, none can go on."""
        self.last = None
        broken = Broken(story, draft, self.texts)
        if beside or self._breaks_off(draft):
            self._wait(broken)
            return
        self.closed = [*self.closed[1 - _CLOSED :], broken] if draft.has_text and draft.headings else self.closed
        if not any(each.is_open for each in self.waiting):
            self.waiting = []

    def _wait(self, broken: Broken) -> None:
        self.waiting.append(broken)
        self.found.append(broken)

    def give_up(self) -> None:
        """Nothing that broke off goes on."""
        self.waiting, self.last = [], None

    def _breaks_off(self, draft: Draft) -> bool:
        """Whether a story's missing stop means that it goes on elsewhere; notices and lists often have none."""
        text = "".join([each.unit.text for each in draft.texts])
        if not draft.is_open or not draft.headings or len(text) < _SHORTEST or has_few_stops(text):
            return False
        if self.patterns.main.script == "latn" and not breaks_in_sentence(draft.texts[-1].unit.text):
            return False
        spaces = self.patterns.main.spaces
        heads = [each.unit.text if spaces else "".join(each.unit.text.split()) for each in draft.headings]
        return not any(map(self.patterns.notice, heads))

    def owner(self, text: str, draft: Draft, *, opens: bool, rest: bool = False) -> Broken | None:
        """The earlier story that a text goes on with; none where it belongs to the story that is being read, or opens
        one itself. `rest`: it stands before the lead of the story being read."""
        self.texts += 1
        self.waiting = [each for each in self.waiting if self.texts - each.at < _LAST]
        if opens:
            self.last = None
        elif (known := self._knows_speaker(text, draft)) is not None:
            self.last = known
        else:
            self.last = self._owner(text, draft, rest) if self.waiting else None
        if self.last is None:
            self.last_of_draft = self.texts
        else:
            self.last.at = self.texts
        return self.last

    def _knows_speaker(self, text: str, draft: Draft) -> Broken | None:
        """The earlier story that knows whom a text begins with, 邰正川强调, where the one being read does not."""
        match = self.patterns.person_acts(text)
        if match is None or not draft.has_text or split_names(match["name"]) != [match["name"]]:
            return None
        name = match["name"]
        beside = (*draft.headings[-_TEXTS:], *draft.texts[:_LAST], *draft.texts[-_LAST:])
        if any(name in each.unit.text for each in beside):
            return None
        candidates = (*self.waiting, *self.closed)
        known = next((each for each in reversed(candidates) if any(name in told for told in each.texts)), None)
        if known in self.closed:
            self.closed.remove(known)
            self._wait(known)
        return known

    def _owner_under_heading(self, text: str, draft: Draft, open_ones: Sequence[Broken]) -> Broken | None:
        """The mainland story whose rest stands under the headline of the next: its broken sentence goes on there, or it
        was read last and has more of the words than that headline."""
        headline = "".join([each.unit.text for each in draft.headings])
        if self.patterns.main.script != "hans" or overlap(headline, text, wide=True) > _OF_HEADLINE:
            return None
        found = {at: fits(each.texts[-1], text, self.words) for at, each in enumerate(open_ones)}
        best = max(found, key=lambda at: found[at], default=None)
        if best is not None and found[best] > _GOES_ON:
            return open_ones[best]
        headings = [each.unit.text for each in draft.headings]
        more = self.kinship.more(text, self.last.texts, headings) if self.last is not None and headings else 0.0
        return self.last if more > _LAST_MARGIN else None

    def _is_cut_word(self, before: str, text: str) -> bool:
        """Whether a Chinese word was cut between two pieces: 各 / 自为战."""
        return self.patterns.main.script in ("hans", "hant") and is_one_word(before, text)

    def _owner(self, text: str, draft: Draft, rest: bool) -> Broken | None:
        goes_on = rest or bool(_cannot_open(text)) or (self.patterns.main.spaces and text[:1].islower())
        open_ones = [each for each in self.waiting if each.is_open]
        first = min(open_ones, key=lambda each: each.at, default=None)
        if not draft.has_text:
            return self._owner_under_heading(text, draft, open_ones) or (first if goes_on else None)
        if draft.is_open and self._is_cut_word(draft.texts[-1].unit.text, text):
            return None
        if (halved := next((each for each in open_ones if self._is_cut_word(each.texts[-1], text)), None)) is not None:
            return halved
        if first is None and draft.is_open and self.patterns.main.script == "latn" and text[:1].islower():
            return None  # only the story being read breaks off in mid-sentence
        current = draft.last_words(_TEXTS)
        if first is not None and draft.is_open:
            more = self.kinship.more(text, first.texts, current)
            if self.patterns.main.script == "hans":
                better = fits(first.texts[-1], text, self.words) - fits(current[-1], text, self.words)
                if abs(better) > _BETTER:
                    return first if better > 0 else None
            if len(text) < _SHORT_TAIL or abs(more) <= _OPEN_MARGIN:
                return first if first.at < self.last_of_draft else None
            return first if more > 0 else None
        margin = _OPEN_MARGIN if self.kinship.wide else _SPACED_MARGIN
        if first is not None and (goes_on or self.kinship.more(text, first.texts, current) > margin):
            return first
        usual = self.last.texts if self.last is not None else current
        others = [each for each in self.waiting if each is not self.last]
        best = max(others, key=lambda each: self.kinship.more(text, each.texts, usual), default=None)
        if best is not None and self.kinship.more(text, best.texts, usual) > _CLOSED_MARGIN:
            return best
        if draft.is_open and len(text) < _SHORT_TAIL:
            return None
        if self.last is not None and self.kinship.more(text, current, self.last.texts) > _CLOSED_MARGIN:
            return None
        return self.last
