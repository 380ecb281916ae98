"""Rule 5. Byline and dateline: found at the head of the lead, on a line of their own, or at the end."""

from __future__ import annotations

import re

import msgspec

from newsarchive.articles.names import han_people, roles_of, split_names
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Byline, Dateline, Person, Role

_bracket = re.compile(r"\s*[(（【〔［\[]([^()（）【】〔〕［］\[\]。]{1,100})[)）】〕］\]]")
_han = re.compile(r"[㐀-鿿]").search


class Lead(msgspec.Struct, frozen=True):
    """What stands before the first sentence of a story: offsets in its text, `end` where the sentence begins."""

    dateline: Dateline | None
    byline: Byline | None
    dateline_end: int
    end: int
    rule: str
    confidence: float


def read_lead(text: str, patterns: Patterns) -> Lead | None:
    """The dateline and signature at the beginning of a text; nothing when it begins with its first sentence."""
    head = text[:160]
    for match_lead in patterns.byline_leads:
        if match := match_lead(head):
            return _from_pattern(match, patterns)
    dateline, at, agency = _dateline(head, patterns)
    opener = None if dateline else patterns.byline_openers(head)
    start = at
    if opener:
        at = opener.end()
    bracket = _bracket.match(head, at)
    signature = bracket if bracket and _is_signature(bracket[1], patterns, after_mark=bool(dateline or opener)) else None
    if signature:
        at = signature.end()
    if not (dateline or opener or signature):
        return None
    people = han_people(signature[1], patterns, _alone(signature[1])) if signature else ()
    signed = text[start:at].strip()
    byline = Byline(signed, people, _agency(signed, patterns) or agency) if signed else None
    if byline is None and agency:
        byline = Byline(agency, (), agency)
    while at < len(text) and (text[at].isspace() or text[at] in ":："):
        at += 1
    rule = "dateline" if dateline else "byline-opener" if opener else "signature-in-brackets"
    return Lead(dateline, byline, start, at, rule, 0.95 if dateline or opener else 0.85)


def _dateline(head: str, patterns: Patterns) -> tuple[Dateline | None, int, str | None]:
    for match_dateline in patterns.datelines:
        if match := match_dateline(head):
            groups = match.groupdict()
            place = (groups.get("place") or "").strip() or None
            agency = groups.get("agency")
            return (
                Dateline(match[0].strip(), place),
                match.end(),
                agency if agency in patterns.agencies else None,
            )
    return None, 0, None


def _from_pattern(match: re.Match[str], patterns: Patterns) -> Lead:
    groups = match.groupdict()
    names = groups.get("names") or ""
    text = match[0].strip()
    people = people_of(names, patterns, "reporter")
    byline = Byline(text, people, _agency(text, patterns))
    return Lead(None, byline, 0, match.end(), "byline-lead", 0.9)


def _alone(text: str) -> Role:
    return "reporter"


def _is_signature(text: str, patterns: Patterns, *, after_mark: bool) -> bool:
    """Whether the words in brackets sign: they hold a role word, or after a dateline nothing but names."""
    if roles_of(patterns).sign.search(text):
        return after_mark or bool(people_of(text, patterns, "reporter"))
    return after_mark and bool(split_names(text))


def people_of(text: str, patterns: Patterns, alone: Role) -> tuple[Person, ...]:
    """The people who sign in a text; `alone` is the role of names without a role word."""
    if _han(text):
        return han_people(text, patterns, alone)
    return ()


def signature(text: str, patterns: Patterns, alone: Role = "reporter") -> Byline:
    """A signature that stands by itself, as a byline."""
    return Byline(text, people_of(text, patterns, alone), _agency(text, patterns))


def find_end(text: str, patterns: Patterns, *, brief: bool = False) -> tuple[int, Byline] | None:
    """Where the signature at the end of a text begins, and what it says."""
    tail_at = max(len(text) - 120, 0)
    tail = text[tail_at:]
    for search in patterns.byline_ends:
        if (match := search(tail)) and tail_at + match.start() > 0:
            return tail_at + match.start(), signature(match[0].strip(), patterns, "correspondent" if brief else "reporter")
    return None


def _agency(text: str, patterns: Patterns) -> str | None:
    match = patterns.agency(text)
    return match[0] if match else None
