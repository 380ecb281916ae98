"""Lines that a tool read in another order than print has them: their words tell which heading and text are together."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.articles.bylines import read_lead
from newsarchive.articles.draft import Draft
from newsarchive.articles.labels import Labelled
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.story import SAMPLE, overlap

_OF_ITS_HEADLINE = 0.25  # the share of a headline that its own text repeats at least
_OF_THE_NEXT = 0.3  # how much more of it the text below repeats
_STACK = 8  # lines of the headings of two stories
_ABOVE = 0.3  # how much more of a heading's words the text above it must share than the text below


def lead_stood_above(stack: Sequence[Labelled], below: Sequence[Labelled], draft: Draft) -> bool:
    """Whether a tool read a story's lead before its heading: the heading's words stand in it, and what follows the
    heading has no lead."""
    after = below[0] if below else None
    if draft.headings or len(draft.texts) != 1 or draft.rule != "lead-without-heading" or after is None:
        return False
    if after.label != "text" or read_lead(after.unit.text, draft.patterns) is not None:
        return False
    heading, wide = " ".join([each.unit.text for each in stack]), not draft.patterns.main.spaces
    shared = overlap(heading, draft.texts[0].unit.text, wide)
    return shared >= 0.4 and shared > overlap(heading, after.unit.text, wide)


def headings_of_text_above(stack: Sequence[Labelled], below: str, draft: Draft) -> int:
    """How many lines at the head of a stack belong to the story without a heading above it: a tool read its text
    before its heading, and then the headings of the next story. Their words tell."""
    if not 2 <= len(stack) <= _STACK or draft.headings or not draft.signed_at_head or draft.is_open or not below:
        return 0
    above, wide = " ".join([each.unit.text for each in draft.texts])[:SAMPLE], not draft.patterns.main.spaces
    lines = [each.unit.text for each in stack]
    more = [overlap(line, above, wide) - overlap(line, below[:SAMPLE], wide) for line in lines]
    best = max(range(1, len(stack)), key=lambda at: sum(more[:at]) - sum(more[at:]))
    return best if more[0] >= _ABOVE and sum(more[best:]) < 0 else 0


def is_rest_before_text(text: str, below: Sequence[Labelled], draft: Draft) -> bool:
    """Whether the end of a sentence stands between a headline and the lead of its story, and has nothing of it."""
    patterns = draft.patterns
    if draft.has_text or not draft.headings or not ends_sentence(text) or not below:
        return False
    after = below[0]
    if after.label != "text":
        return False
    wide = not patterns.main.spaces or patterns.main.script == "kore"
    heading = " ".join([each.unit.text for each in draft.headings])
    here = overlap(heading, text, wide)
    led = read_lead(after.unit.text, patterns) is not None
    there = overlap(heading, after.unit.text[:SAMPLE], wide)
    return here < _OF_ITS_HEADLINE if led else there > here + _OF_THE_NEXT
