"""The words of a signature or a credit -> people, by the script they are in."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.articles.names.chinese import han_people
from newsarchive.articles.names.japanese import japanese_people
from newsarchive.articles.names.korean import korean_people
from newsarchive.articles.names.latin import latin_people
from newsarchive.articles.names.roles import roles_of
from newsarchive.articles.names.scripts import has_han, has_hangul, has_kana
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Person, Role

_one_word_behind = re.compile(
    r"[(\[]?(?P<word>[A-Za-zğ]+)(?:: ?| )(?P<name>[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?)[)\]]?\Z"
).match
_name_and_taken = re.compile(r"(?P<name>(?!本)[一-鿿]{3})[攝摄]\Z").match


@lru_cache(maxsize=1024)
def people_of(text: str, patterns: Patterns, alone: Role, *, letter: bool = False) -> tuple[Person, ...]:
    """The people who sign in a text; `alone` is the role of names without a role word."""
    if has_hangul(text) or (patterns.main.script == "kore" and has_han(text)):
        return korean_people(text, patterns, alone)
    if has_kana(text) or (patterns.main.script == "jpan" and has_han(text)):
        return japanese_people(text, patterns, alone)
    if has_han(text):
        return han_people(text, patterns, alone)
    return latin_people(text, patterns, alone, letter=letter)


def credit_people(text: str, patterns: Patterns) -> tuple[Person, ...]:
    """The people of a picture credit: reporters who took one are photographers, a paper behind a slash not."""
    name, _, paper = text.rpartition("/")
    if name and patterns.main.script == "latn" and patterns.paper_line(paper.strip(" ().")):
        text = name
    people = people_of(text, patterns, "photographer") or _surname(text, patterns) or _taker(text, patterns)
    taken = ("reporter", "correspondent") if "文" in text else ("reporter", "correspondent", "author")
    return tuple(
        dict.fromkeys(Person(each.name, "photographer" if each.role in taken else each.role) for each in people)
    )


def _taker(text: str, patterns: Patterns) -> tuple[Person, ...]:
    """The one name of a Chinese credit, whatever its family name is: 倫志雄攝."""
    match = _name_and_taken(text)
    return (Person(match["name"], "photographer"),) if match and match["name"] not in roles_of(patterns).others else ()


def _surname(text: str, patterns: Patterns) -> tuple[Person, ...]:
    """The one name behind the word of a credit, unless it is a source: Foto: Lindner; not Foto: Archiv."""
    match = _one_word_behind(text) if patterns.main.script == "latn" else None
    if match is None or roles_of(patterns).before_folded.get(match["word"].casefold()) != "photographer":
        return ()
    name, roles = match["name"], roles_of(patterns)
    known = name in roles.others or name.casefold() in roles.agencies_folded or patterns.credit_line(name)
    return () if known or name.casefold() in roles.before_folded else (Person(name, "photographer"),)
