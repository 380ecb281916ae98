"""Stories that jump lines tie, and the kind that a story's words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.labels import Labelled
from newsarchive.articles.offers import offers
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import ArticleKind
from newsarchive.articles.story import Story

_OFFER = 400  # characters of the longest advertisement that its words tell


def joined_by_jumps(stories: list[Story], patterns: Patterns, *, several_pages: bool) -> list[Story]:
    """Two parts of a story that jump lines tie, where both stand in this file, are one story."""
    joined: list[Story] = []
    for story in stories:
        direction = _jump_of(story, patterns)
        if direction == "from":
            heads = [at for at, other in enumerate(joined) if _jump_of(other, patterns) == "to"]
            slug = _slug(story)
            at = next((at for at in heads if slug and slug == _slug(joined[at])), heads[-1] if heads else -1)
            here = at >= 0 and (several_pages or _on_this_page(joined[at]))
            if here and len(story.headings) <= 1:
                crossheads = tuple(Labelled(each.unit, "crosshead", "slug-over-jump", 0.6) for each in story.headings)
                units = (*joined[at].units, *crossheads, *story.units)
                joined[at] = msgspec.structs.replace(joined[at], units=units)
                continue
        joined.append(story)
    return joined


def _on_this_page(story: Story) -> bool:
    """Whether a story goes on at another place of the same page: 下文轉本版左下."""
    return any(each.label == "jump" and "本版" in each.unit.text for each in story.units)


def _jump_of(story: Story, patterns: Patterns) -> str | None:
    """`from` when a jump line stands at the head of a story, `to` when one stands at its end, nothing when both do."""
    found: list[str] = []
    for each in story.units:
        if each.label == "jump":
            from_other = any((match := search(each.unit.text)) and match.start() < 40 for search in patterns.jumps_from)
            found.append("from" if from_other else "to")
    return found[0] if len(found) == 1 else None


def _slug(story: Story) -> str | None:
    """The word by which an English jump line names its story: See BRIDGE, Page 2; BRIDGE (from Page 1)."""
    for each in story.units:
        if each.label == "jump" and (match := re.search(r"\b[A-Z][A-Z’' -]{2,}[A-Z]\b", each.unit.text)):
            return match[0]
    return story.headings[0].unit.text if len(story.headings) == 1 and story.headings[0].unit.capitals else None


def _is_offer(heads: Sequence[str], texts: Sequence[str], patterns: Patterns) -> bool:
    """Whether what stands last under a rubric of a page in Latin script is an advertisement, which is not of it."""
    if patterns.main.script != "latn" or sum(map(len, texts)) >= _OFFER:
        return False
    if texts and (read_lead(texts[0], patterns) or find_end(texts[-1], patterns)):
        return False
    return any(patterns.advert(text) for text in (*heads, *(texts[:1] if heads else texts))) or offers(
        heads, texts, patterns
    )


def _is_notice(text: str, patterns: Patterns) -> bool:
    """Whether the first text of a story opens as a notice does, or asks something of the reader."""
    return patterns.notice(text) is not None or patterns.notice_text(text[:_OFFER]) is not None


def with_kind(story: Story, patterns: Patterns) -> Story:
    """The kind that a story's words tell."""
    kind: ArticleKind = story.kind
    texts = [each.unit.text for each in story.units if each.label == "text"]
    photos = [each for each in story.units if each.label in ("caption", "image", "credit")]
    spaces = patterns.main.spaces
    heads = [each.unit.text if spaces else "".join(each.unit.text.split()) for each in story.headings]
    signed = any(each.label == "byline" and each.rule != "official-signature" for each in story.units)
    if kind == "article":
        if not texts and photos and not any(each.label in ("table", "note") for each in story.units):
            kind = "photo"
        elif (
            not signed
            and not (heads and texts and not spaces and read_lead(texts[0], patterns))
            and (any(patterns.notice(head) for head in heads) or (bool(texts) and _is_notice(texts[0], patterns)))
        ):
            kind = "notice"
        elif (
            sum(map(len, texts)) < _OFFER
            and not signed
            and not (texts and read_lead(texts[0], patterns))
            and (any(patterns.advert(text) for text in (*heads, *texts)) or offers(heads, texts, patterns))
        ):
            kind = "advert"
        elif not heads and len(texts) == 1 and not story.rubric and story.rule == "lead-without-heading":
            kind = "brief"
    elif kind == "brief" and heads and photos and len(photos) == len(story.units):
        return msgspec.structs.replace(story, kind="photo", rubric=(), shared_rubric=False)
    elif kind == "brief" and not signed and not heads and texts and _is_notice(texts[0], patterns):
        kind = "notice"
    if kind in ("brief", "notice") and story.shared_rubric and not signed and _is_offer(heads, texts, patterns):
        return msgspec.structs.replace(story, kind="advert", rubric=(), shared_rubric=False)
    return msgspec.structs.replace(story, kind=kind) if kind != story.kind else story
