"""The head of a text -> its dateline and signature."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from newsarchive.articles.bylines.days import iso_date
from newsarchive.articles.bylines.forms import are_initials
from newsarchive.articles.bylines.signed import agency_in
from newsarchive.articles.names import people_of, roles_of, split_names
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Byline, Dateline, Person
from newsarchive.sources.dates import is_weekday

_bracket = re.compile(r"\s*[(（【〔［\[]([^()（）【】〔〕［］\[\]。]{1,120})[)）】〕］\]]")
_result = re.compile(r"[A-ZÀ-Þ][^.,\d]{2,30} \d{1,2} ?[–-] ?\d{1,2}\b").match
_HEAD = 260  # characters in which a lead stands
_BRACKETS = "()（）[]【】〔〕<> 　"
_OPENING = 60  # characters among which one of a lead's stands
_line_up = re.compile(r"(?:[A-ZÀ-Þ][\w'’.\-]+(?: \([^)]{1,30}\))?[,;] ){3}").match  # ROVERS: Hobbs, Lane, Pitt, …
_listing = re.compile(r"\s*[A-ZÀ-Þ][\w'’-]+ [–—•·|] ").match  # Fenster – Türen – Tore
_couple = re.compile(r"[A-ZÀ-Þ]{3,}[.,]").match  # COLE—PRATT. In this city…
initials_before = re.compile(r"(?P<names>[a-zäöü]{2,4})\.(?= [«„“\"A-ZÄÖÜ])").match  # rbo. Tarn, 3. Mai. Der Rat…
_item_place = re.compile(  # Lower Weir: A fox…
    r"(?P<place>[A-ZÀ-ÞĞİŞ][^\W\d_]{2,}(?:[- ][A-ZÀ-ÞĞİŞ][^\W\d_]+)?):(?= [«„“\"A-ZÀ-ÞĞİŞ0-9])"
).match
_after_opener = re.compile(r"[\s　]|$|[(（【]").match


class Lead(msgspec.Struct, frozen=True):
    """What stands before the first sentence of a story: `end` is where that begins in the text."""

    dateline: Dateline | None
    byline: Byline | None
    end: int
    rule: str
    confidence: float


def read_lead(text: str, patterns: Patterns, issue_date: str | None = None) -> Lead | None:
    """The dateline and signature at the beginning of a text; nothing when it begins with its first sentence.

    A dateline's date is told only where the page tells the year, by `issue_date` or by itself.
    """
    if patterns.lead_sign and not patterns.lead_sign.search(text, 0, _OPENING):
        return None
    return _read_head(text[:_HEAD], patterns, issue_date)


def read_lead_under_heading(text: str, patterns: Patterns, issue_date: str | None = None) -> Lead | None:
    """The same of a text that stands under its heading, where German papers sign with initials and a stop, too."""
    lead = read_lead(text, patterns, issue_date)
    if lead is not None or patterns.main.language != "de":
        return lead
    match = initials_before(text)
    return _from_pattern(text, match, patterns, issue_date) if match else None


def read_lead_of_item(text: str, patterns: Patterns, issue_date: str | None = None) -> Lead | None:
    """The same of an item under the name of a column in Latin script, which its place leads with a colon, too."""
    lead = read_lead(text, patterns, issue_date)
    match = _item_place(text) if lead is None and patterns.main.script == "latn" else None
    if match is None or patterns.is_no_place(match["place"]) or is_weekday(match["place"]):
        return lead
    if patterns.rubric(match["place"]) or patterns.sections(match["place"]) or patterns.notice(match["place"]):
        return None
    return Lead(Dateline(match[0], match["place"]), None, _skip(text, match.end()), "place-of-item", 0.7)


@lru_cache(maxsize=1024)
def _read_head(text: str, patterns: Patterns, issue_date: str | None) -> Lead | None:
    head = text
    for match_lead in patterns.byline_leads:
        if match := match_lead(head):
            return _from_pattern(text, match, patterns, issue_date)
    dateline, at, agency = _dateline(head, patterns, issue_date)
    follows: tuple[Person, ...] = ()
    opener = None if dateline else patterns.byline_openers(head)
    if opener and len(opener[0]) > 6 and opener[0][0] not in "【" and not _after_opener(head, opener.end()):
        opener = None
    start, runs_on = at, ""
    if opener:
        at = opener.end()
    bracket = _bracket.match(head, at)
    if bracket and not at and bracket[0].lstrip()[0] == "【" and not roles_of(patterns).sign.search(bracket[1]):
        bracket = bracket if patterns.main.script not in ("hans", "hant") else None  # 【关注】 is a rubric
    signature = (
        bracket if bracket and _is_signature(bracket[1], patterns, after_mark=bool(dateline or opener)) else None
    )
    if signature:
        at = signature.end()
    elif (dateline or opener) and (match := patterns.byline_follows(head[at:])):
        follows = people_of(match["names"], patterns, "reporter")
        if not match[0].endswith(match["names"]):
            at += match.end() if follows else 0
        elif [person.name for person in follows] == split_names(match["names"].removeprefix("记者")):
            runs_on = match["names"]  # the sentence begins with who writes: 记者江世杰从会议获悉
        else:
            follows = ()  # 记者昨日从会议获悉
    if not (dateline or opener or signature):
        return None
    people = people_of(signature[1], patterns, "reporter") if signature else follows
    known = signature is not None and (signature[1] in patterns.agencies or signature[1] in roles_of(patterns).others)
    if signature and not people and are_initials(signature[1]) and not known:
        people = (Person(signature[1], "reporter"),)
    signed = f"{text[start:at].strip()} {runs_on}".strip()
    byline = Byline(signed, people, agency_in(signed, patterns) or agency) if signed else None
    if byline is None and agency:
        byline = Byline(agency, (), agency)
    rule = "dateline" if dateline else "byline-opener" if opener else "signature-in-brackets"
    return Lead(dateline, byline, _skip(text, at), rule, _sure(dateline, opener is not None))


def _sure(dateline: Dateline | None, opened: bool) -> float:
    """How often such a lead is right on the labelled pages and their noisy variants (tests/score.py --rules)."""
    if opened:
        return 0.98
    if dateline is None:
        return 0.85
    return 0.88 if dateline.date or any(c.isdigit() or c in _BRACKETS for c in dateline.text) else 0.8


def _skip(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in ":："):
        at += 1
    return at


def _dateline(head: str, patterns: Patterns, issue_date: str | None) -> tuple[Dateline | None, int, str | None]:
    for match_dateline in patterns.datelines:
        if match := match_dateline(head):
            groups = match.groupdict()
            place = (groups.get("place") or "").strip() or None
            agency = (groups.get("agency") or "").strip() or None
            after = head[match.end() :].lstrip()
            names = _couple(after) or _line_up(after)
            plain = not (groups.get("date") or agency)
            if plain and _result(head[match.end() :]):  # TARN–WEIR 1–1
                continue
            if plain and (names or patterns.is_no_place(place or "") or is_weekday(place or "")):
                continue
            if plain and (_abbreviates(place or "", patterns) or _listing(head[match.end() :])):
                continue
            folded = roles_of(patterns).agencies_folded
            known = agency if {(agency or "").casefold(), (agency or "").replace(".", "").casefold()} & folded else None
            date = iso_date(groups.get("date") or "", issue_date)
            if agency and not known and (at := _initials_behind(match[0], agency)):  # HOLZBACH (wr)
                return Dateline(match[0][:at].strip(), place, date), at, None
            return Dateline(match[0].strip(), place, date), match.end(), known
    return None, 0, None


def _initials_behind(printed: str, agency: str) -> int:
    """Where a bracket with small initials begins that ends a dateline; 0 when there is none."""
    behind = printed.rstrip().endswith(f"({agency})") and agency.islower() and are_initials(agency)
    return printed.rindex("(") if behind else 0


def _abbreviates(place: str, patterns: Patterns) -> bool:
    """Whether the stop behind some words belongs to a title: Landrat Dr. Wegner sprach."""
    return patterns.main.script == "latn" and place.split(" ")[-1] in patterns.abbreviations


def _from_pattern(text: str, match: re.Match[str], patterns: Patterns, issue_date: str | None) -> Lead:
    """A lead that one pattern knows whole; where it holds a dateline apart from the names, it is told."""
    groups = match.groupdict()
    whole = match[0].strip()
    dateline = None
    if groups.get("dateline") or groups.get("place"):
        printed = (groups.get("dateline") or "").strip()
        if printed:
            dateline = Dateline(printed, groups.get("place"), iso_date(groups.get("date") or "", issue_date))
            if whole.startswith(printed):
                whole = whole[len(printed) :].strip()
    end = match.end()
    if dateline is None and not groups.get("place"):
        dateline, length, _ = _dateline(text[end : end + 200].lstrip(), patterns, issue_date)
        end += length + (len(text[end:]) - len(text[end:].lstrip()) if length else 0)
    names = groups.get("names") or ""
    people = people_of(names, patterns, "reporter") if names else ()
    if not people and patterns.main.script == "latn" and are_initials(names) and names not in patterns.agencies:
        people = (Person(names, "reporter"),)
    agency = groups.get("agency") or agency_in(whole, patterns)
    return Lead(dateline, Byline(whole, people, agency), _skip(text, end), "byline-lead", 0.88)


def _is_signature(text: str, patterns: Patterns, *, after_mark: bool) -> bool:
    """Whether the words in brackets sign: they hold a role word, or after a dateline nothing but names."""
    if roles_of(patterns).sign.search(text):
        return (after_mark and len(text) < 60) or (bool(people_of(text, patterns, "reporter")) and len(text) < 60)
    if after_mark and patterns.main.script == "latn":
        return are_initials(text) is not None
    if patterns.main.script == "jpan" and not after_mark:
        return False
    names = split_names(text)
    if not after_mark:  # （张若望）: a known family name, and nothing else
        return 0 < len(names) <= 2 and len(text) <= 8 and sum(map(len, names)) == len(re.sub(r"[\s　、]", "", text))
    return bool(names) and len(text) <= 20
