"""Rule 7. What stands at a picture -> its caption, its credit and the people whom that names."""

from __future__ import annotations

from newsarchive.articles.labels import Labelled, ends_in_credit
from newsarchive.articles.names import credit_people
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Person
from newsarchive.articles.story import Story

_BRACKETS = {"(": ")", "（": "）", "【": "】", "[": "]", "〔": "〕", "<": ">", "〈": "〉"}


def caption_and_credit(each: Labelled, patterns: Patterns) -> tuple[str, str | None, tuple[Person, ...]]:
    """The caption of a unit, which may be empty; its credit without brackets; and the people whom that names."""
    text = each.unit.text
    at = 0 if each.label == "credit" else ends_in_credit(text, patterns, below_picture=True)
    caption = text if at is None else text[:at].strip().removesuffix(" /")
    credit = _bare(text[at:].strip()) if at is not None else None
    people = credit_people(credit, patterns) if credit else ()
    caption = caption.rstrip("、") if credit else caption
    return caption[1:-1] if caption[:1] + caption[-1:] in ("〔〕", "［］") else caption, credit, people


def captions_follow_pictures(story: Story) -> bool:
    """Whether pictures come first and as many captions after them, so that they belong together in their order."""
    labels = [each.label for each in story.units if each.label in ("image", "caption")]
    half = len(labels) // 2
    return half > 1 and labels == ["image"] * half + ["caption"] * half


def _bare(credit: str) -> str:
    """A credit without the brackets round it, or the sign of equality before it."""
    credit = credit.lstrip("＝= 　")
    if credit and _BRACKETS.get(credit[0]) == credit[-1] and not any(c in credit[1:-1] for c in "()（）【】[]"):
        return credit[1:-1].strip()
    return credit
