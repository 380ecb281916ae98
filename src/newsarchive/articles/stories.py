"""Rule 3. Labelled units -> stories: where each begins, and which headings are only crossheads inside one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newsarchive.articles.bylines import read_lead
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import ArticleKind
from newsarchive.articles.units import ends_sentence

FURNITURE = frozenset(
    "folio masthead running-head editors jump page-marker weather price refusal loop detection noise alt other".split()
)


class Story(msgspec.Struct, frozen=True):
    """The units of one story: its heading stack first, then what follows, in page order; jump lines are among them."""

    kind: ArticleKind
    headings: tuple[Labelled, ...]
    units: tuple[Labelled, ...]
    rubric: tuple[Labelled, ...] = ()
    rule: str = "heading-stack"
    confidence: float = 0.9


def to_stories(labelled: Sequence[Labelled], patterns: Patterns) -> tuple[list[Story], list[Labelled]]:
    """The stories of a page in order, and what belongs to none of them."""
    furniture: list[Labelled] = []
    stories: list[Story] = []
    headings: list[Labelled] = []
    units: list[Labelled] = []

    def close() -> None:
        nonlocal headings, units
        if headings or any(each.label not in FURNITURE for each in units):
            stories.append(Story("article", tuple(headings), tuple(units)))
        else:
            furniture.extend(units)
        headings, units = [], []

    at = 0
    while at < len(labelled):
        each = labelled[at]
        if each.label in FURNITURE and each.label != "jump":
            furniture.append(each)
            at += 1
        elif each.label == "heading":
            end = at + 1
            while end < len(labelled) and labelled[end].label == "heading":
                end += 1
            stack = labelled[at:end]
            if units and len(stack) == 1 and _is_crosshead(stack[0], headings, units, labelled[end:], patterns):
                units.append(Labelled(each.unit, "crosshead", "heading-inside-story", 0.7))
            else:
                close()
                headings = list(stack)
            at = end
        else:
            units.append(each)
            at += 1
    close()
    return _photo_stories(stories, furniture), furniture


def _is_crosshead(
    heading: Labelled, headings: Sequence[Labelled], units: Sequence[Labelled], rest: Sequence[Labelled], patterns: Patterns
) -> bool:
    following = next((each for each in rest if each.label in ("text", "byline", "heading", "caption")), None)
    if following is None or following.label in ("byline", "heading"):
        return False
    if read_lead(following.unit.text, patterns):
        return False
    if not headings:
        return False
    texts = [each for each in units if each.label == "text"]
    if not texts:
        return False
    if not ends_sentence(texts[-1].unit.text):
        return True
    top = min(each.unit.level for each in headings)
    if heading.unit.level > top:
        return True
    return len(heading.unit.text) <= 12 and " " not in heading.unit.text


def _photo_stories(stories: list[Story], furniture: list[Labelled]) -> list[Story]:
    """A caption with a stray label beside it, after the last text of the page, is a photo story of its own."""
    if not stories:
        return stories
    last = stories[-1]
    texts = [at for at, each in enumerate(last.units) if each.label == "text"]
    if not texts or not last.headings:
        return stories
    tail = last.units[texts[-1] + 1 :]
    labels = [each for each in tail if each.label == "label"]
    if labels and any(each.label == "caption" for each in tail):
        head = msgspec.structs.replace(last, units=last.units[: texts[-1] + 1])
        rest = tuple(each for each in tail if each.label != "label")
        return [*stories[:-1], head, Story("photo", (), rest, tuple(labels), "caption-beside-rubric", 0.8)]
    return stories
