"""Rule 9a. Folio lines and mastheads: what they tell of the issue's date, page, section and publication."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import lru_cache

import msgspec

from newsarchive.articles.patterns import Patterns
from newsarchive.sources.dates import MONTHS, WEEKDAYS, find_date

Search = Callable[[str], "re.Match[str] | None"]


class Folio(msgspec.Struct, frozen=True):
    """The parts of a folio line; `rest` counts the letters that are none of them."""

    date: str | None = None
    page: str | None = None
    section: str | None = None
    publication: str | None = None
    marks: int = 0  # weekday, volume and issue number, price: what only a folio line has


_asides = re.compile(
    r"(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[(（]?[日月火水木金土]曜日?[)）]?|[月火水木金土日]曜|[월화수목금토일]요일"
    r"|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?[正一二三四五六七八九十冬腊臘闰閏]{1,3}月[初十廿卅一二三四五六七八九]{1,3}"
    r"|(?:农历|農曆)[^\s　]{2,10}|(?:总|總)?第\s*[0-9０-９]{2,6}\s*[期号號호]|제\s*[0-9]{2,6}\s*호"
    r"|(?:今日|本期|今天)[0-9一二三四五六七八九十]{1,3}版"
    r"|\b[IVXLC]{2,}\b"
    r"|\b(?:No|Nr|N°|Nº|N|Vol|VOL|NO|NR|Issue|Anno)\b[.°º:]{0,2}\s*(?:[0-9][0-9.,  ]*[0-9]|[0-9]|[IVXLC]+\b)"
    r"|[0-9]{1,9}(?:\.|e|er|º|ª|th|st|nd|rd)?\s*(?:Jahrgang|Jahrg\.|ANNÉE|année|Année|Anno|año|Year)"
    r"|[0-9]{1,9} (?:cents?|kuruş|lira|pence|p)\b|(?:ONE|TWO|THREE) (?:PENNY|PENCE|CENTS)"
    r"|[€$£]\s?[0-9.,]+|[0-9]{1,9},[0-9]{2} ?(?:€|euros?)"
    r"|\(?(?:令和|平成|昭和|大正|明治)[^\s　)）]{1,8}年\)?|[(（](?:令和|平成|昭和)[^()（）]{1,8}[)）]|中華民國"
    r"|\b(?:www\.)?[\w-]{1,63}\.(?:com|cn|org|net|example)\b",
    re.IGNORECASE,
)
_year = re.compile(r"(?<![\d])(?:1[6-9]|20)\d\d(?!\d)")
_separators = re.compile(r"[\s　|｜·・•:：,，.。、\-–—―/／＝=_*()（）\[\]【】<>■▶◆年月日]+")
_letters = re.compile(r"[^\W\d_]").search
_names = re.compile(r"[^\W\d_]+").findall


@lru_cache
def _calendar_words() -> frozenset[str]:
    return frozenset(f"{MONTHS} {WEEKDAYS}".replace("\\", " ").casefold().split())


@lru_cache(maxsize=4096)
def _is_calendar(word: str) -> bool:
    """Whether a word is a month or a weekday, in any of the languages, with or without its accents."""
    plain = unicodedata.normalize("NFKD", word.casefold().strip(".,").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)) in _calendar_words()


def read_folio(text: str, patterns: Patterns) -> tuple[Folio, str]:
    """What a line tells of its issue, and the words that are left over."""
    rest = text
    date = None
    roc = patterns.main.script == "hant"
    if found := find_date(text, roc=roc):
        date = found[0]
        rest = f"{text[: found[1]]} | {text[found[2] :]}"
    marks = 0
    rest, number = _asides.subn(" | ", rest)
    marks += number
    rest, number = patterns.makers.subn(" | ", rest)
    marks += number
    publication = None
    page, rest = _page(rest, patterns.page_numbers[:1])
    if match := patterns.paper(rest):
        publication = match[0].strip(" .:·—–-|　")
        rest = f"{rest[: match.start()]} | {rest[match.end() :]}"
    if page is None:
        page, rest = _page(rest, patterns.page_numbers[1:])
    words = [word for word in _separators.split(rest) if word]
    calendar = [word for word in words if _is_calendar(word)]
    if calendar:
        marks += len(calendar)
        words = [word for word in words if word not in calendar and not word.isdigit()]
    if publication is not None and not (date or page or marks):
        return Folio(publication=publication if not words else None), "".join(words)
    section = _section(rest, words, patterns) if page or publication else ""
    return Folio(date, page, section or None, publication, marks), "".join(words)


def _page(rest: str, searches: Sequence[Search]) -> tuple[str | None, str]:
    padded = re.sub(r"(?:\s*\|\s*)+", " | ", rest).strip(" |　")
    for search in searches:
        match = search(padded)
        if match and match["page"]:
            return page_number(match["page"]), f"{padded[: match.start()]} | {padded[match.end() :]}"
    return None, rest


def _section(rest: str, words: list[str], patterns: Patterns) -> str:
    """The words left over, as they stood: `副刊·听澜`, `社区`."""
    kept = set(words)
    parts = [part.strip(" 　:：,，.—–-/／＝=_*()（）[]【】<>■▶◆") for part in re.split(r"[|｜]|\s{2,}|　|[—–]", rest)]
    dated = any(_is_calendar(word) for word in _names(rest))
    parts = [
        " ".join(word for word in part.split(" ") if not _is_calendar(word) and not (dated and word.isdigit()))
        for part in parts
    ]
    return " ".join(
        part
        for part in parts
        if part
        and not patterns.price(part)
        and _letters(part)
        and any(word in kept for word in _separators.split(part))
    )


def is_folio(text: str, patterns: Patterns, *, at_edge: bool) -> bool:
    """Whether a short line is a folio line. `at_edge`: it stands at the head or the foot of the page."""
    if text[-1:] == "-" and text[-2:-1].islower():
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


def find_issue(texts: Sequence[tuple[str, str]], patterns: Patterns) -> tuple[dict[str, str], dict[str, str]]:
    """The issue's fields that folio lines and mastheads tell, and where each was found. `texts`: (label, text)."""
    fields: dict[str, str] = {}
    evidence: dict[str, str] = {}
    for label, text in texts:
        if label == "masthead":
            if (match := patterns.paper_line(text.strip(" .。"))) and "publication" not in fields:
                fields["publication"], evidence["publication"] = match[0].strip(), "masthead"
            continue
        if label == "running-head":
            if patterns.main.script == "latn" and patterns.sections(text) and "section" not in fields:
                fields["section"], evidence["section"] = text, "running-head"
            continue
        folio, _ = read_folio(text, patterns)
        for name in ("date", "page", "section", "publication"):
            value = getattr(folio, name)
            if value and name not in fields:
                fields[name], evidence[name] = value, "folio"
    return fields, evidence


_CHINESE = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_ORDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve",
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "- erſten zweiten dritten vierten fünften ſechſten ſiebenten achten neunten zehnten",
    "- ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten",
    "- première deuxième troisième quatrième cinquième sixième septième huitième",
)


def page_number(text: str) -> str:
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
    for words in _ORDINALS:
        if text.casefold() in words.split():
            return str(words.split().index(text.casefold()))
    for words in _ORDINALS if sum(c.isalpha() for c in text) > 4 and " " not in text else ():
        if close := get_close_matches(text.casefold(), words.split(), 1, 0.75):
            return str(words.split().index(close[0]))
    compact = "".join(text.upper().split())
    letters = compact.rstrip("0123456789")
    digits = compact[len(letters) :].lstrip("0")
    return f"{letters}{digits}" if digits else compact
