"""Rule 9a. Folio lines: what they tell of the issue's date, page and section."""

from __future__ import annotations

import re

from newsarchive.articles.patterns import Patterns

_date = re.compile(
    r"(?P<y>(?:18|19|20)\d\d)\s*[年.\-/]\s*(?P<m>\d{1,2})\s*[月.\-/]\s*(?P<d>\d{1,2})\s*日?"
)


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first date of a line in ISO form, with the offsets it stands between."""
    if match := _date.search(text):
        return f"{int(match['y']):04d}-{int(match['m']):02d}-{int(match['d']):02d}", match.start(), match.end()
    return None


def is_folio(text: str, patterns: Patterns) -> bool:
    found = find_date(text)
    rest = text[: found[1]] + text[found[2] :] if found else text
    if found and len(rest.strip()) < 40:
        return True
    return any((match := search(text)) and len(match[0]) >= len(text) - 12 for search in patterns.page_numbers)
