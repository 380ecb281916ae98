"""A signature that stands by itself -> a byline."""

from __future__ import annotations

import re

from newsarchive.articles.bylines.forms import (
    initials_alone,
    is_pen_name,
    place_and_name,
    reader_and_place,
    two_set_wide,
    without_others,
)
from newsarchive.articles.names import people_in_parts, people_of, roles_of, split_names
from newsarchive.articles.names.scripts import has_han, has_hangul
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Byline, Person, Role

_bullet = re.compile(r"[□■◎●○◆☉⊙]").match
_SLASHES = ("/", "／", "╱", "\\")


def signature(text: str, patterns: Patterns, alone: Role = "reporter") -> Byline:
    """A signature that stands by itself, as a byline."""
    if patterns.main.script == "latn" and (initials := initials_alone(text, patterns)):
        return Byline(text, (Person(initials, "reporter"),))
    if patterns.main.script == "jpan" and (named := people_in_parts(text)):
        return Byline(text, named)
    if patterns.main.script == "hant" and (reader := reader_and_place(text)):
        return Byline(text, (Person(reader["name"], "author"),))
    names: str | None = text
    signed = text
    for match_line in patterns.byline_lines:
        if match := match_line(text):
            groups = match.groupdict()
            if patterns.main.script == "jpan" or not (has_han(text) or has_hangul(text)):
                names = groups.get("names") or (text if patterns.main.script == "jpan" else None)
            elif groups.get("names") and text[match.end("names") :].lstrip()[:1] in _SLASHES:
                signed = text[: match.end("names")]  # behind the slash stand the place and the paper
            break
    if alone == "reporter" and _bullet(text) and not roles_of(patterns).sign.search(text):
        alone = "author"  # a name behind a bullet without a role word signs an essay
    if patterns.main.script == "kore" and alone == "reporter" and not roles_of(patterns).korean_sign.search(text):
        alone = "author"  # 최아란·해송시 남구
    letter = alone == "author" and not has_han(text)
    if _bullet(text) and has_han(text) and not roles_of(patterns).sign.search(text):
        inner = patterns.beside_names("", text).lstrip("□■◎●○◆☉⊙ 　")
        return Byline(text, tuple(Person(name, alone) for name in split_names(inner, strict=False)))
    if letter_han := place_and_name(without_others(text)) if alone == "author" else None:
        names = letter_han["name"]
    names = signed if names is text else names
    people = people_of(names, patterns, alone, letter=letter) if names else ()
    if names not in (None, text, signed) and alone != "author":  # a role word may stand before or after the names
        people = people_of(text, patterns, alone) or people
    if not people and alone == "author" and two_set_wide(text):
        people = tuple(Person(name, alone) for name in split_names(text, strict=False))
    if not people and is_pen_name(text):
        people = (
            (Person(text.rstrip("."), alone),) if text[-2:-1].isalpha() and len(text) > 6 else (Person(text, alone),)
        )
    return Byline(text, people, agency_in(text, patterns))


def agency_in(text: str, patterns: Patterns) -> str | None:
    match = patterns.agency(text)
    return match[0] if match else None
