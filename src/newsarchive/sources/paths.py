"""What a path says of an issue: the date, page, section and publication in folder and file names."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from newsarchive.config import pattern_parts
from newsarchive.sources.dates import find_date, iso_date, number, parse_date


class PathHints(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was found in a path, None for what was not."""

    publication: str | None = None
    date: str | None = None  # ISO 8601
    page: str | None = None  # as printed, without leading zeros
    section: str | None = None


def hints_from_path(path: str) -> PathHints:
    """Date and page from the common ways to name folders and files; a number that only looks like a date is none.

    Takes a POSIX path below the source folder. A page number is believed only beside a date, or where the name says
    that it is one (`p4`, `page-3`, `第1版`).
    """
    stem = _without_suffix(path)
    usual = _USUAL.fullmatch(stem)
    if usual:  # the rules below would say the same, at five times the cost
        iso = iso_date(int(usual["year"]), int(usual["month"]), int(usual["day"]))
        if iso:
            return PathHints(date=iso, page=printed_page(usual["page"]))
    stem = stem if stem.isascii() else stem.translate(_WIDE)
    name_start = stem.rfind("/") + 1
    if not _DIGIT_RUN.search(stem) and "年" not in stem:
        return PathHints(page=_marked_page(stem[name_start:]))
    found = _date_in(stem)
    if found is None:
        return PathHints(page=_marked_page(stem[name_start:]))
    iso, start, end = found
    rest = stem[end:]
    before = stem[name_start:start] if start > name_start else ""
    page = _marked_page(rest) or _bare_page(rest) or _marked_page(before) or _lettered_page(before)
    return PathHints(date=iso, page=page)


def hints_from_pattern(path: str, pattern: str) -> PathHints | None:
    """What a `pattern` of newsarchive.yaml reads in `path`; None where the path is not of that form.

    None, too, where there was no such day. The file's suffix may be left out of the pattern.
    """
    compiled = _compile(pattern)
    match = compiled.fullmatch(_without_suffix(path)) or compiled.fullmatch(path)
    if match is None:
        return None
    fields = {name: value.strip() for name, value in match.groupdict().items() if value}
    iso = None
    if "date" in fields:
        iso = parse_date(fields["date"])
    elif {"year", "month", "day"} <= fields.keys():
        iso = iso_date(int(fields["year"]), int(fields["month"]), int(fields["day"]))
    if iso is None and ("date" in fields or {"year", "month", "day"} <= fields.keys()):
        return None
    return PathHints(
        publication=fields.get("publication"),
        date=iso,
        page=printed_page(fields.get("page", "")),
        section=fields.get("section"),
    )


def printed_page(text: str) -> str | None:
    """A page number as it is printed: `04` is 4, `a01` A1, `第十二版` 12, `Seite 3` 3; other words stay; None for none.

    >>> printed_page("B-02")
    'B2'
    """
    plain = text.translate(_WIDE).strip()
    match = _PRINTED.fullmatch(plain)
    if match:
        value = number(match["number"])
        return f"{(match['letter'] or '').upper()}{value}{(match['tail'] or '').upper()}" if value else None
    return plain or None


def _date_in(stem: str) -> tuple[str, int, int] | None:
    """The last date of the path, which is the most particular one: (ISO, start, end)."""
    plain = _NOT_DATES.sub(lambda match: "x" * len(match[0]), stem)
    last = None
    for match in _PATH_DATE.finditer(plain):
        year, month, day = (int(group) for group in match.group("year", "month", "day"))
        iso = iso_date(year, month, day)
        prefix = match["prefix"]
        if iso and (not prefix or not _HEX.fullmatch(prefix)):
            last = iso, match.start("year"), match.end("day")
    if last is None and ("年" in plain or "년" in plain or _MONTH_NAME.search(plain)):
        return find_date(plain.replace("_", " "))
    return last


def _marked_page(text: str) -> str | None:
    """`p4`, `page-3`, `第1版`, `1-05` in the fashion of `_20231124_1-05` (article 1 of page 5)."""
    for rule in _MARKED:
        match = rule.search(text)
        if match:
            return printed_page(match["page"])
    return None


def _bare_page(rest: str) -> str | None:
    """A number after the date: in the file's name first, then in its nearest folder."""
    for part in reversed(rest.split("/")):
        for word in _WORDS.split(part):
            if _BARE.fullmatch(word):
                return printed_page(word)
    return None


def _lettered_page(before: str) -> str | None:
    """`A01` before the date."""
    pages = [word for word in _WORDS.split(before) if _LETTERED.fullmatch(word)]
    return printed_page(pages[0]) if pages else None


def _without_suffix(path: str) -> str:
    dot = path.rfind(".")
    return path[:dot] if dot > path.rfind("/") + 1 else path


@lru_cache(maxsize=64)
def _compile(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression; a month or day beside another number has two digits."""
    parts = list(pattern_parts(pattern))
    seen: set[str] = set()
    expression = []
    for index, (kind, text) in enumerate(parts):
        if kind == "text":
            expression.append(re.escape(text))
        elif kind == "any":
            expression.append(".*" if text != "*" else "[^/]*")
        elif text in seen:
            expression.append(f"(?P={text})")
        else:
            seen.add(text)
            beside = {parts[near][1] for near in (index - 1, index + 1) if 0 <= near < len(parts)}
            expression.append(f"(?P<{text}>{_field(text, bool(beside & {'year', 'month', 'day', 'page'}))})")
    return re.compile("".join(expression), re.IGNORECASE)


def _field(name: str, beside_number: bool) -> str:
    if name == "year":
        return "[0-9]{4}"
    if name in ("month", "day"):
        return "[0-9]{2}" if beside_number else "[0-9]{1,2}"
    return "[^/]+?"


_WIDE = str.maketrans("０１２３４５６７８９－", "0123456789-")
_DIGIT_RUN = re.compile(r"(?:1[6-9]|20|21)[0-9]{2}")
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01])"
_SEP = r"[-_./ ]"
# Year, month and day; glued together, each by two digits, or apart. A name of letters may stand glued before the year.
_PATH_DATE = re.compile(
    r"(?<![0-9A-Za-z])(?P<prefix>[A-Za-z]*)(?P<year>(?:1[6-9]|20|21)[0-9]{2})"
    rf"{_SEP}?"
    rf"(?P<month>{_MONTH}|(?<={_SEP})[1-9](?={_SEP}))"
    rf"{_SEP}?"
    rf"(?P<day>{_DAY}|(?<={_SEP})[1-9])"
    r"(?![0-9]|[a-z]|[A-Z](?![0-9]{1,2}(?![0-9A-Za-z])))"
)
_USUAL = re.compile(
    r"(?:[^0-9]*/)?(?P<year>[0-9]{4})[-/]?(?P<month>[0-9]{2})[-/]?(?P<day>[0-9]{2})[/_-](?P<page>[A-Za-z]?[0-9]{1,3})"
)
_HEX = re.compile(r"[0-9a-fA-F]+")
# Hexadecimal runs that mix digits and letters (but not 20231124A01), identifiers in five groups, very long numbers.
_NOT_DATES = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
    r"|(?!(?:1[6-9]|20|21)[0-9]{6}[A-Z][0-9]{1,2}(?![0-9A-Za-z]))(?=[0-9]*[a-fA-F])(?=[a-fA-F]*[0-9])[0-9a-fA-F]{8,}"
    r"|[0-9]{9,}"
    r")(?![0-9A-Za-z])"
)
_MONTH_NAME = re.compile(r"[0-9]{4}[-_ .]+[^\W\d_]{3,}|[^\W\d_]{3,}[-_ ., ]+[0-9]{4}")
_NUMBER = "[0-9]{1,4}|[〇零一二三四五六七八九十廿百]{1,4}"
_PRINTED = re.compile(
    r"(?:第|page|pg|pag|pp?|seite|s|版面|版|면)?[-_.\s]{0,2}"
    rf"(?P<letter>[A-Za-z]?)[-_.\s]?(?P<number>{_NUMBER})(?P<tail>[A-Za-z]?)\s?(?:版面|版|页|頁|面|면)?",
    re.IGNORECASE,
)
_MARKED = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        rf"第\s?(?P<page>[A-Za-z]?(?:{_NUMBER}))\s?[版页頁面]",
        rf"(?<![0-9A-Za-z])(?P<page>[A-Za-z]?(?:{_NUMBER}))[版頁页면]",
        r"版(?:面)?[-_ ]?(?P<page>[A-Za-z]?[0-9]{1,3})(?![0-9A-Za-z])",
        r"(?<![A-Za-z])(?:page|pagina|seite|sayfa|side|sida)[-_. ]?"
        r"(?P<page>[A-Za-z]?[0-9]{1,4}[A-Za-z]?)(?![0-9A-Za-z])",
        r"(?<![0-9A-Za-z])(?:pag|pg|p)[-_.]?(?P<page>[A-Za-z]?[0-9]{1,3})(?![0-9A-Za-z])",
        r"_[0-9]{1,2}-(?P<page>[0-9]{2})$",
    )
)
_WORDS = re.compile(r"[^0-9A-Za-z０-９]+")
_BARE = re.compile(r"[A-Za-z]?0*[1-9][0-9]{0,2}")
_LETTERED = re.compile(r"[A-Za-z]0?[1-9][0-9]?")
