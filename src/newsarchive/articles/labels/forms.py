"""What a line says of itself, whatever stands round it: signatures, places with a day, offices, capitals."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.articles.names import people_in_parts, people_of, person_ends, roles_of, split_names
from newsarchive.articles.patterns import Patterns

TITLE_LINE = 50  # characters of a line of a headline in several
words_in = re.compile(r"[^\W\d_]+").findall
is_place_and_day = re.compile(  # Wien, 29. Juni.
    r"[A-ZÀ-ÞŞ][^\W\d]+(?:[ -][A-ZÀ-ÞŞ][^\W\d]+){0,2}, (?:[^\W\d]{2,12}\.? )?"
    r"\d{1,2}(?:st|nd|rd|th|er|º)?\.?(?: (?:de )?[^\W\d]{1,12}\.?)?\Z"
).match
capitals_and_stop = re.compile(r"[A-ZÀ-Þ]{3,}\. [A-ZÀ-Þ][a-zß-ÿ]").match  # TARN. Marlbeck
letters_in = re.compile(r"[^\W_]").search
_han_only = re.compile(r"[㐀-鿿\s　、·/／文图摄]+\Z").match
_correspondent = re.compile(
    r"(?i:correspond|report|[sſ]tatter|mitarbeiter|staff|redak|envoyé|inviat|corrispond|corresponsal|enviad)"
).search
official = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\- ]{4,30}, [A-ZÀ-Þ][a-zß-ÿ]+(?: [A-Z][a-zß-ÿ]+)?\.?\Z").match
_LONGEST_NAME = 3  # characters, but for double family names
_parts = re.compile(r"[\s　、，,;；/／:：()（）]+").split
_told = re.compile(r"[㐀-鿿]{4,}[:：][㐀-鿿]{6}").match
_long_clause = re.compile(r"[㐀-鿿]{9,}[，,]|[，,][㐀-鿿]{9,}").search
bracket_pair = re.compile(r"\A[(（]([^()（）]{2,20})[)）]\Z")
ends_in_hyphen = re.compile(r"[a-zß-öø-ÿſ][-‐¬⸗\u00ad]\Z").search


def holds_sentence(text: str) -> bool:
    """Whether a line holds some words in small letters, and no row of dots."""
    return "...." not in text and sum(word.islower() for word in words_in(text[:TITLE_LINE])) >= 2


def has_titled_words(text: str) -> bool:
    """Whether each of the longer words of a line, of which there is one at least, begins with a capital."""
    longer = [word for word in words_in(text) if len(word) > 3]
    return len(longer) > 0 and all(word[0].isupper() for word in longer)


def _tells(names: str, patterns: Patterns) -> bool:
    """Whether a part of what should be names is too long for one, and no names in a row: 在采访中了解到，随着农业"""
    if any(map(str.isdigit, names)):
        return True  # 记者走访13家银行
    if not any(mark in names for mark in "，,"):
        return False
    parts = (roles_of(patterns).sign.sub("", part) for part in _parts(names))
    return any(len(part) > _LONGEST_NAME and not split_names(part) for part in parts)


@lru_cache(maxsize=1024)
def is_byline(text: str, patterns: Patterns) -> bool:
    """Whether a line has the form of a signature, and where it should name people, does; none holds a full stop."""
    if "。" in text:
        return False
    if patterns.main.script == "jpan" and people_in_parts(text):
        return True
    for match_line in patterns.byline_lines:
        if match := match_line(text):
            names = match.groupdict().get("names")
            if names and text[:1].isascii() and patterns.main.script == "latn" and not _correspondent(text):
                told = not text[0].islower() or names.isupper() or person_ends(names, patterns)  # di Cà Bassa, con gli
                if told and people_of(names, patterns, "reporter"):
                    return True
                continue
            if patterns.main.script == "kore" and names:
                return bool(people_of(text, patterns, "reporter"))
            if (
                names
                and patterns.main.script in ("hans", "hant")
                and (_long_clause(names) or _told(names) or _tells(names, patterns))
            ):
                continue  # 记者从市交通局了解到，…; 记者调查发现：…
            if not names or not _han_only(names) or re.search(r"[:：/／□◎○▣☉⊙]", text):
                return True
            if patterns.main.script == "jpan" or people_of(names, patterns, "reporter"):
                return True
            if " " in names.strip() or "　" in names.strip():
                return True
    return False
