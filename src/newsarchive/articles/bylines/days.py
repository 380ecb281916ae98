"""A day as a dateline prints it -> ISO 8601."""

from __future__ import annotations

import re

from newsarchive.sources.dates import number, parse_date

_month_day = re.compile(
    r"([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日|([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日"
)


_time_of_day = re.compile(r"[—–-]\s?\d{1,2}.*$|\s*\d{1,2}[.:]\d\d.*$")


def iso_date(text: str, issue_date: str | None) -> str | None:
    """A day as printed -> ISO 8601, in the year of the issue; nothing where neither tells a year."""
    if not text:
        return None
    if plain := parse_date(text):
        return plain
    if not issue_date:
        return None
    year = int(issue_date[:4])
    digits = text.translate({0xFF10 + n: str(n) for n in range(10)})
    if match := _month_day.search(digits):
        if match[3]:
            return _day_of_month(number(match[3]) or 0, issue_date)
        return _near(match[1], match[2], issue_date)
    cleaned = _time_of_day.sub("", text).strip(" .,")
    if not any(c.isdigit() for c in cleaned):
        return None
    if cleaned.isdigit() and len(cleaned) <= 2:
        return _day_of_month(int(cleaned), issue_date)
    for each in (year, year - 1):
        found = parse_date(f"{cleaned} {each}") or parse_date(f"{cleaned}, {each}")
        if found and found <= issue_date:
            return found
    return None


def _day_of_month(day: int, issue_date: str) -> str | None:
    """The last such day of a month that is not after the issue: Roma, 26."""
    issue_year, issue_month = int(issue_date[:4]), int(issue_date[5:7])
    before = (issue_year - (issue_month == 1), (issue_month - 2) % 12 + 1)
    for year, month in ((issue_year, issue_month), before):
        found = parse_date(f"{year:04d}-{month:02d}-{day:02d}")
        if found and found <= issue_date:
            return found
    return None


def _near(month_text: str, day_text: str, issue_date: str) -> str | None:
    """The last such day that is not after the issue."""
    month, day = number(month_text), number(day_text)
    if month is None or day is None:
        return None
    for year in (int(issue_date[:4]), int(issue_date[:4]) - 1):
        found = parse_date(f"{year:04d}-{month:02d}-{day:02d}")
        if found and found <= issue_date:
            return found
    return None
