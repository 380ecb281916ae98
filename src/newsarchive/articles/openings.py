"""Whether a text without a heading begins a story: by its lead, its signature, its mark or its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.articles.bylines import Lead, find_end, read_lead
from newsarchive.articles.crossheads import comes_from, first_of
from newsarchive.articles.draft import DECK, Draft
from newsarchive.articles.labels import Labelled, ends_in_credit
from newsarchive.articles.names import roles_of
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import begins_item, leads_on
from newsarchive.articles.story import SAMPLE, overlap

_OF_PHOTO = 0.1  # the share of a text's words that the photo over it has, where it tells of the photo
_QUESTION = 120  # characters of the longest question of an interview
_SENTENCE = 25  # characters of the sentences of East Asian news; advertisements have fewer
_stop = re.compile(r"[。！？]|[.!?](?=\s|\Z)").split
opening_label = re.compile(r"[一-鿿]{2,8}[:：]").match


def begins_story(
    each: Labelled, lead: Lead | None, below: Sequence[Labelled], draft: Draft, section: str | None
) -> bool:
    """Whether a text without a heading is a story of its own."""
    text, patterns = each.unit.text, draft.patterns
    if not draft.has_text:
        return _is_brief_under_photo(text, draft)
    if lead is not None and patterns.goes_on(text):
        lead = None
    if section == "advert" and opening_label(text) is not None:
        return patterns.detail(text) is None  # 转让： is the next offer, 地址： is of the last one
    if draft.is_open:
        return lead is not None and bool(lead.dateline or (lead.byline and lead.byline.people))
    latin = patterns.main.script == "latn"
    if latin and len(draft.texts) == 1 and _is_lead_only(draft.texts[0].unit.text, patterns):
        return False
    if each.rule == "official-signature":
        return False
    if latin and _is_signed_notice(draft):
        return True
    if latin and section == "brief" and _goes_on_under_dateline(text, below, draft):
        return False
    if latin and section == "letters" and draft.closed_by_line and _opens_letter(text, patterns):
        return True
    if section == "brief" and draft.headings and not latin:
        return draft.is_signed or lead is not None  # an item with a heading of its own may have several paragraphs
    if section in ("brief", "notice", "advert"):
        return not draft.headings or section != "notice"
    if lead is not None and (
        lead.byline is None or lead.byline.people or lead.dateline or lead.rule != "signature-in-brackets"
    ):
        return True
    if _is_signed_brief(text, patterns) and (draft.is_signed or draft.is_named_at_head):
        return True
    if any(each.label == "author-note" for each in draft.units[-2:]) or _jumped(draft):
        return True
    if text[0] in "△▲☆★◇" and not _is_notice(draft) and not leads_on(draft.texts[-1].unit.text):
        return not _is_question(text, below)
    if not 25 < len(text) < DECK or not (patterns.advert(text) or patterns.notice(text)):
        return False
    if begins_item(text) or any(_is_item(other.unit.text, patterns) for other in draft.texts[-3:]):
        return False
    if _is_news(text, draft):
        return False
    return not (patterns.speaker(text) or patterns.detail(text) or _is_contact(text, draft))


def _is_news(text: str, draft: Draft) -> bool:
    """Whether a text stands in a piece of East Asian news, or goes on with a notice: 诚聘： would open an offer."""
    script = draft.patterns.main.script
    if script == "latn" or opening_label(text) is not None:
        return False
    if script != "hans":
        return draft.signed_at_head and _tells(text)
    return draft.signed_at_head or (_is_notice(draft) and not draft.patterns.notice(text))


def _tells(text: str) -> bool:
    """Whether a text of several sentences tells something: those of an advertisement are terse."""
    sentences = [part for part in _stop(text) if part]
    return len(sentences) > 1 and len(text) >= _SENTENCE * len(sentences)


def _is_notice(draft: Draft) -> bool:
    """Whether the story is a notice, whose items are its own: 遗失声明."""
    return any(draft.patterns.notice("".join(each.unit.text.split())) for each in draft.headings)


def _is_signed_notice(draft: Draft) -> bool:
    """Whether the story is a notice with a heading that an office has signed and dated: nothing of it follows."""
    last = draft.texts[-2:]
    signed = len(last) == 2 and all(each.rule == "official-signature" for each in last)
    return signed and any(draft.patterns.notice(each.unit.text) for each in draft.headings)


def _is_lead_only(text: str, patterns: Patterns) -> bool:
    """Whether a text is nothing but place and day, so that what it tells of comes next."""
    lead = read_lead(text, patterns) if len(text) < 60 else None
    return lead is not None and lead.dateline is not None and lead.end >= len(text)


def _is_contact(text: str, draft: Draft) -> bool:
    """Whether a short line with a telephone ends the short text under a heading: an offer's last line."""
    if draft.patterns.main.script != "latn" or not draft.headings or draft.is_signed or len(text) > 90:
        return False
    above = sum(len(each.unit.text) for each in draft.texts)
    return above < DECK and draft.patterns.contact(text)


def _opens_letter(text: str, patterns: Patterns) -> bool:
    return len(text) > 60 or patterns.salutation(text) is not None


def _is_item(text: str, patterns: Patterns) -> bool:
    """Whether a text is one of a list: it begins with a mark, and not with the bracket of a lead."""
    return begins_item(text) is not None and read_lead(text, patterns) is None


def _is_question(text: str, below: Sequence[Labelled]) -> bool:
    """Whether a short text behind a mark is a question of an interview: it ends in one, or an answer follows."""
    after = below[0] if below else None
    answered = after is not None and after.label == "text" and after.unit.text[0] in '“"「『'
    return len(text) < _QUESTION and (text[-1] in "?？" or answered)


def is_want_ad(text: str, patterns: Patterns) -> bool:
    """Whether a short text opens with the words of an advertisement: FOR SALE, SE VENDE."""
    return patterns.main.script == "latn" and bool(patterns.advert(text[:24])) and text[:2].isupper()


def _goes_on_under_dateline(text: str, below: Sequence[Labelled], draft: Draft) -> bool:
    """Whether a paragraph without dateline and bullet belongs to the brief above it: the ones round it are led."""
    led = not draft.headings and draft.signed_at_head and not draft.is_signed
    after = below[0] if below else None
    if not led or after is None or after.label != "text":
        return False
    next_brief = read_lead(after.unit.text, draft.patterns) is not None or bool(begins_item(after.unit.text))
    return next_brief and read_lead(text, draft.patterns) is None and not begins_item(text)


def _jumped(draft: Draft) -> bool:
    """Whether the story above ended in a line that says where it goes on."""
    last = draft.units[-1]
    below = last.label == "jump" and last.unit.at[0] >= draft.texts[-1].unit.at[1]
    return below and not comes_from(last.unit, draft.patterns)


def _is_signed_brief(text: str, patterns: Patterns) -> bool:
    """One paragraph with a signature of its own at its end."""
    found = find_end(text, patterns, brief=True)
    if found is None or not (found[1].people or found[1].agency):
        return False
    helpers = all(person.role in ("contributor", "translator", "editor") for person in found[1].people)
    return not (helpers and found[1].people and any(mark in found[1].text for mark in ":：参參"))


def _is_brief_under_photo(text: str, draft: Draft) -> bool:
    """Whether a mainland paragraph with its own signature stands under a photo with a heading and a credit, which
    is a story by itself, and tells of something else."""
    patterns = draft.patterns
    if patterns.main.script != "hans" or not (draft.headings and draft.shown and _is_signed_brief(text, patterns)):
        return False
    captions = [each.unit.text for each in draft.units if each.label == "caption"]
    credited = any(ends_in_credit(caption, patterns) is not None for caption in captions)
    credited = credited or any(each.label == "credit" for each in draft.units)
    photo = " ".join([each.unit.text for each in draft.headings] + captions)
    return credited and overlap(text[:SAMPLE], photo, wide=True) < _OF_PHOTO


def byline_opens(each: Labelled, below: Sequence[Labelled], draft: Draft, section: str | None) -> bool:
    """Whether a signature after a text belongs to a story that begins with it."""
    after = first_of(below, "text heading label table note author-note")
    if after is None or after.label != "text" or draft.is_open:
        return False
    if section == "letters" and not draft.signed_at_head:
        return False
    if draft.patterns.main.script == "hant" and _names_who_wrote(each, after, draft):
        return False
    deck = draft.headings and len(draft.texts) == 1 and len(draft.texts[0].unit.text) < DECK
    if deck and not draft.signed_at_head:
        return False
    return draft.signed_at_head or draft.patterns.main.script == "latn"


def _names_who_wrote(each: Labelled, after: Labelled, draft: Draft) -> bool:
    """Whether a signature between two texts names who wrote the one above, whose lead does not: 記者：王煌志."""
    role = each.unit.text.partition("：")[0].partition(":")[0]
    lead = read_lead(after.unit.text, draft.patterns)
    unnamed = lead is None or (lead.byline is not None and not lead.byline.people)  # 【本報訊】
    named = role in roles_of(draft.patterns).before and unnamed
    return named and not draft.is_named_at_head and not draft.is_signed
