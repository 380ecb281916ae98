"""Rule 9a. Folio lines and mastheads: what they tell of the issue's date, page, section and publication."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import lru_cache, partial

import msgspec

from newsarchive.articles.patterns import Patterns
from newsarchive.sources.dates import BESIDE_DATES, MONTHS, WEEKDAYS, find_date

Search = Callable[[str], "re.Match[str] | None"]


class Folio(msgspec.Struct, frozen=True):
    """The parts of a folio line; `rest` counts the letters that are none of them."""

    date: str | None = None
    page: str | None = None
    section: str | None = None
    publication: str | None = None
    marks: int = 0  # weekday, volume and issue number, price: what only a folio line has


_separators = re.compile(r"[\s　|｜·・•:：,，.。、\-–—―/／＝=_*()（）\[\]【】<>■▶◆年月日]+")
_letters = re.compile(r"[^\W\d_]").search
_before_a_date = re.compile(rf"\b(?:{'|'.join(BESIDE_DATES.split())})\s*(?=\|)", re.IGNORECASE)
_day_before = re.compile(r"(?<!\d)\d{1,2}(?:\.|er|º|°)? ?$").search
_section_and_number = re.compile(r"(?P<section>[A-ZÀ-Þ][^\d|]{2,24}?) (?P<page>\d{1,3})\Z").match  # NEWS 7
_words = re.compile(r"[^\W\d_]+\.?").finditer
is_number_only = re.compile(  # 第3版(), – 7 –, 12 页
    r"[\s\-–—·•.第页頁版/|\[\]()（）]*(?:[A-Za-z]?\d{1,4}[A-Za-z]?|[ivxlc]{1,6})[\s\-–—·•.页頁版/|\[\]()（）]*\Z"
).match
_bars = re.compile(r"(?:[(（]?\s*\|\s*[)）]?)+").sub
_is_title = re.compile(r"[A-ZÀ-ÞŞĞİ][^\d.,;:]{5,38}\Z").match
_set_wide = re.compile(r"[一-鿿](?: [一-鿿])+\Z").match  # 城 事
_spelt = partial(re.compile(r"(?:\s*\b[A-Z]{3,}\b)+").sub, "")  # the paper's name in letters beside the section
_title_set_wide = re.compile(r"(?<![一-鿿])[一-鿿](?:[ 　]{1,2}[一-鿿]){2,7}(?![一-鿿])").sub  # 青　葉　新　報
_no_section = re.compile(r"\d{4}|[\[\]()]").search  # the years in which a paper came out, a broken bracket


@lru_cache
def _calendar_words(months: bool) -> frozenset[str]:
    return frozenset((MONTHS if months else f"{MONTHS} {WEEKDAYS}").replace("\\", " ").casefold().split())


@lru_cache(maxsize=4096)
def _is_calendar(word: str, *, months: bool = False) -> bool:
    """Whether a word is a month, or else a weekday, in any of the languages, with or without its accents."""
    plain = word.casefold().strip(".,").replace("ı", "i")
    if not plain.isascii():
        plain = "".join([c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)])
    return plain in _calendar_words(months)


def _without_calendar(text: str, *, dated: bool) -> tuple[str, int]:
    """A line without the names of months and weekdays, short ones only beside a date, and how many there were."""
    text = _before_a_date.sub("", text) if dated else text
    found = [
        match
        for match in _words(text)
        if _is_calendar(match[0])
        and (
            len(match[0]) > 3
            or (dated and match[0][0].isupper() and "|" in text[max(match.start() - 4, 0) : match.end() + 4])
        )
    ]
    for match in reversed(found):
        before, after = text[: match.start()], text[match.end() :]
        if not dated and _is_calendar(match[0], months=True) and (day := _day_before(before)):  # 29 avril, no year
            before = before[: day.start()]
        text = f"{before} | {after}"
    return text, len(found)


_two_letters = re.compile(r"(?<![^\s　])(?<![一-鿿]　)([一-鿿])　([一-鿿])(?![^\s　])(?!　[一-鿿](?![一-鿿]))")


def read_folio(text: str, patterns: Patterns) -> tuple[Folio, str]:
    """What a line tells of its issue, and the words that are left over."""
    rest = text
    date = None
    roc = patterns.main.script == "hant"
    if found := find_date(text, roc=roc):
        date = found[0]
        rest = f"{text[: found[1]]} | {text[found[2] :]}"
    if patterns.main.script == "jpan":
        rest = _two_letters.sub(r"\1\2", rest)  # 地　方
    marks = 0
    rest, number = patterns.folio_asides.subn(" | ", rest)
    marks += number
    rest, number = patterns.makers.subn(" | ", rest)
    marks += number
    rest, number = _without_calendar(rest, dated=date is not None)
    marks += number
    publication, head = None, ""
    rest = _title_set_wide(lambda match: _closed_up(match[0], patterns), rest)
    page, rest = _page(rest, patterns.page_numbers[:1], patterns)
    match = _paper(rest, patterns)
    lettered = page is not None and page[0].isalpha() and patterns.main.script == "hant"  # B2 港城新聞
    if match and not patterns.sections(match[0].strip()) and not (lettered and patterns.section_end(match[0])):
        publication = match[0].strip(" .:·—–-|　")
        if len(parts := re.split(r" (?=(?:The|THE) )", publication)) > 1:
            publication = parts[-1]  # METRO & STATE THE ASHTON LEDGER
        if patterns.main.script == "latn":
            head, publication = section_and_paper(publication, patterns)
        rest = f"{rest[: match.start()]} | {head} | {rest[match.end() :]}".replace(" |  | ", " | ")
    if page is None:
        page, rest = _page(rest, patterns.page_numbers[1:], patterns)
    if page is None and (match := _section_and_number(rest.strip(" |,.·"))) and patterns.sections(match["section"]):
        page, rest = match["page"], match["section"]
    words = [word for word in _separators.split(rest) if word]
    if publication is not None and not (date or page or marks):
        return Folio(publication=publication if not words else None), "".join(words)
    section = _section(rest, words, patterns) if page or publication else ""
    if patterns.main.script == "latn" and _no_section(section):
        section = ""
    elif patterns.main.script == "hans":
        section = _spelt(section).strip() or section
    return Folio(date, page, section or None, publication, marks), "".join(words)


def _closed_up(letters: str, patterns: Patterns) -> str:
    """Letters with spaces between them as a word, where this is the name of a paper."""
    name = "".join(letters.split())
    return name if patterns.paper_line(name) else letters


_capitals_first = re.compile(
    r"(?P<section>[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{2,}){1,3}) (?P<rest>[A-ZÀ-Þ][a-zß-ÿ]+ [A-ZÀ-Þ][a-zß-ÿ].*)\Z"
).match


def section_and_paper(name: str, patterns: Patterns) -> tuple[str, str]:
    """The section that stands before a paper's name in the same line, or nothing, and the name: NYHETER / Dalens
    Tidning. It is known by its words, or is the first part of the word after it: Tarntal / Tarntaler Bote."""
    title, _, last = name.rpartition(" ")
    if last.isupper() and not title.isupper() and patterns.sections(last) and _paper(title, patterns):
        return last, title  # Evening Courier NEWS
    if (match := _capitals_first(name)) and _paper(match["rest"], patterns):
        return match["section"], match["rest"]  # UND UMGEBUNG Tarntaler Bote
    first, _, rest = name.partition(" ")
    second = rest.split(" ")[0]
    if not rest or not _paper(rest, patterns):
        return "", name
    known = patterns.sections(first) and (" " in rest or not rest.isupper()) and first.isupper()
    repeated = len(first) > 3 and second != first and second.startswith(first) and " " in rest
    return (first, rest) if known or repeated else ("", name)


def paper_with_section(text: str, patterns: Patterns) -> tuple[str, str] | None:
    """Paper and section of a line of Japan or Korea that names just these: 青葉新報　地域."""
    if patterns.main.script not in ("jpan", "kore"):
        return None
    first, _, second = text.replace("　", " ").partition(" ")
    for paper, section in ((first, second.strip()), (second.strip(), first)):
        if patterns.paper_line(paper) and patterns.sections(section):
            return paper, section
    return None


def _paper(rest: str, patterns: Patterns) -> re.Match[str] | None:
    """The paper's name in a line; 中部新聞 beside another name is a section of a paper of Taiwan or Hong Kong, and so
    is CRONACA of one of Italy."""
    match = patterns.paper(rest)
    if match is None or not _may_be_section(match, patterns):
        return match
    return next((other for other in patterns.papers(rest) if not _may_be_section(other, patterns)), match)


def _may_be_section(name: re.Match[str], patterns: Patterns) -> bool:
    return bool(patterns.section_end(name[0]) or patterns.sections(name[0].strip()))


def _page(rest: str, searches: Sequence[Search], patterns: Patterns) -> tuple[str | None, str]:
    padded = (_bars(" | ", rest) if "|" in rest else rest).strip(" |　")
    for search in searches:
        match = search(padded)
        if match and (page := match["page"] or match.groupdict().get("page2")):
            return page_number(page, patterns), f"{padded[: match.start()]} | {padded[match.end() :]}"
    return None, rest


def _section(rest: str, words: list[str], patterns: Patterns) -> str:
    """The words left over, as they stood: `副刊·听澜`, `社区`."""
    kept = set(words)
    parts = [part.strip(" 　:：,，.—–-/／＝=_*()（）[]【】<>■▶◆·•") for part in re.split(r"[|｜]|\s{2,}|　|[—–]", rest)]
    return " ".join(
        part.replace(" ", "") if _set_wide(part) else part
        for part in parts
        if part
        and not patterns.price(part)
        and _letters(part)
        and any(word in kept for word in _separators.split(part))
    )


def is_folio(text: str, patterns: Patterns, *, at_edge: bool) -> bool:
    """Whether a short line is a folio line. `at_edge`: it stands at the head or the foot of the page."""
    if "。" in text or (text[-1:] == "-" and text[-2:-1].islower()):
        return False  # a printed line of a text
    folio, rest = read_folio(text, patterns)
    left = sum([0.45 if c.isascii() else 1 for c in rest])
    if folio.date:
        known = folio.page or folio.publication or folio.marks
        return left <= (16 if known else 8) and (at_edge or bool(known))
    if folio.page and (folio.publication or folio.marks):
        return left <= 12
    if (folio.marks >= 2 and (folio.publication or at_edge)) or (folio.marks and folio.publication and at_edge):
        return left <= 10
    if folio.page and at_edge:
        return left <= 8 and len(text) <= 30 and not re.search(r"[。，、,:：!?！？“”\"「」]", text)
    return False


def _is_damaged(name: str) -> bool:
    """Whether parts of words stand apart in a line in capitals: TH E KESTREL BAY EVENI NG STAR."""
    return sum(len(word) < 3 for word in name.split()) > 1


def find_issue(texts: Sequence[tuple[str, str]], patterns: Patterns) -> tuple[dict[str, str], dict[str, str]]:
    """The issue's fields that folio lines and mastheads tell, and where each was found. `texts`: (label, text)."""
    fields: dict[str, str] = {}
    evidence: dict[str, str] = {}
    for label, text in texts:
        if label == "masthead":
            if patterns.main.script == "latn" and patterns.masthead(text):
                continue  # its motto
            if (match := patterns.paper_line(text.strip(" .。"))) and "publication" not in fields:
                fields["publication"], evidence["publication"] = match[0].strip(), "masthead"
                if patterns.main.script == "latn":
                    section, fields["publication"] = section_and_paper(fields["publication"], patterns)
                    if section and "section" not in fields:
                        fields["section"], evidence["section"] = section, "masthead"
            elif patterns.main.script == "latn" and text in (texts[0][1], texts[1:] and texts[1][1]) and len(texts) > 1:
                if not _is_title(text.strip(" .")) or (text[-1] == "." and _is_damaged(text)):
                    continue
                fields.setdefault(
                    "publication", text.strip(" .")
                )  # its name has no word of the list, but it stands at the head
                evidence.setdefault("publication", "masthead")
            continue
        if label == "running-head":
            if named := paper_with_section(text, patterns):
                for name, value in zip(("publication", "section"), named, strict=True):
                    if name not in fields:
                        fields[name], evidence[name] = value, "running-head"
                continue
            known = patterns.main.script == "latn" and patterns.sections(text)
            alone = text == texts[0][1] and patterns.main.script not in ("latn", "hans")
            if (known or alone) and "section" not in fields:
                fields["section"], evidence["section"] = text, "running-head"
            continue
        folio, _ = read_folio(text, patterns)
        for name in ("date", "page", "section", "publication"):
            value = getattr(folio, name)
            if value and name not in fields:
                fields[name], evidence[name] = value, "folio"
    return fields, evidence


_CHINESE = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


def page_number(text: str, patterns: Patterns) -> str:
    """`第二版`, `０２`, `a3`, `second` -> 2, 2, A3, 2; a number that a tool damaged stays as it is printed."""
    text = (
        re.split(r"[、,，/]", text)[0].strip().translate({0xFF10 + n: str(n) for n in range(10)}).strip("第版面頁页 ")
    )
    if text and all(c in _CHINESE or c == "十" for c in text):
        if "十" in text:
            tens, _, ones = text.partition("十")
            return str(_CHINESE.get(tens, 1) * 10 + _CHINESE.get(ones, 0))
        return str(int("".join(str(_CHINESE[c]) for c in text)))
    if "①" <= text <= "⑳" and len(text) == 1:
        return str(ord(text) - ord("①") + 1)
    folded = text.casefold()
    if folded in patterns.ordinals:
        return str(patterns.ordinals[folded])
    is_word = sum(c.isalpha() for c in text) > 4 and " " not in text
    if is_word and (close := get_close_matches(folded, patterns.ordinals, 1, 0.75)):  # secoud
        return str(patterns.ordinals[close[0]])
    compact = "".join(text.upper().split())
    compact = compact.replace("-", "") if re.fullmatch(r"[A-Z]-\d+|\d+-[A-Z]", compact) else compact
    letters = compact.rstrip("0123456789")
    digits = compact[len(letters) :].lstrip("0")
    return f"{letters}{digits}" if digits else compact
