"""The people of a signature in a script with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.articles.names.roles import roles_of
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Person, Role

_latin_break = re.compile(r"\s*(?:[,;|/·&]|\s[–—-]\s)\s*")
_word_of_name = re.compile(r"[‘“\"]?[^\W\d_][\w'’.\-]*[”\"]?\Z").match  # Ada ‘Dusty’ Thorne
_in_quotes = re.compile(
    r"(?:[^\W\d_]{2,4} )?[\"“„«»] ?(?P<name>[A-ZÀ-ÞŞĞİ][\w'’. -]{2,28}?) ?[\"”“»«]\.?\Z"
).match  # By "TOUCHLINE"
_between_roles = re.compile(r"(?<=[^\W\d_])[-–/&](?=[A-ZÀ-Þ][^\W\d_]+ ?:)")  # Haber-Foto: Ada Thorne
_ends_in_initials = re.compile(r"[A-ZÀ-Þ]\. ?[A-ZÀ-Þ]\.\Z").search
_only_initials = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ]\.\Z").match  # G. P.


def latin_people(text: str, patterns: Patterns, alone: Role, *, letter: bool = False) -> tuple[Person, ...]:
    """The people of a signature: By Jane Smith and Tom Field, Reuters; Text: A B Foto: C D; (M. J.).

    `letter`: only the first name signs, what follows it is an address.
    """
    people: list[Person] = []
    if match := _in_quotes(text):
        return (Person(match["name"], alone),)
    if _only_initials(text):
        return (Person(text, alone),)
    if letter:
        text = re.split(r"(?<=[a-zß-ÿ]{2})\. ", text)[0]
    for role, part in _latin_parts(text, patterns, alone):
        people += [Person(name, role) for name in _latin_names(part, patterns, letter=letter)]
    return tuple(dict.fromkeys(people))


def _bare(text: str) -> str:
    """A signature without brackets round it and its last stop, which initials keep: Photo P. C."""
    text = text.strip(" ()[]")
    return text.lstrip(".") if _ends_in_initials(text) else text.strip(" .()[]")


def _latin_parts(text: str, patterns: Patterns, alone: Role) -> Iterator[tuple[Role, str]]:
    """The text between role words, with the role of the word before it, or of one in brackets after it."""
    roles = roles_of(patterns)
    text = _between_roles.sub(r" \g<0> ", _bare(text))
    at, role = 0, alone
    joined: Role | None = None  # that of Text in Text and photos: Ada Thorne
    for match in roles.latin_sign.finditer(text):
        before = text[at : match.start()]
        if before.strip() and match["word"].islower() and match["word"] in roles.particles:
            continue  # Jasper von der Heide
        sign = roles.before_folded.get(match["word"].casefold(), alone)
        if match["bracket"] or (before.strip(" .,;") and not text[match.end() :].strip(" .")):
            yield sign, before
        else:
            both = at > 0 and before.strip().casefold() in (*roles.breaks, "&", "-", "–", "/")
            if before.strip(" .,;") and not both:
                if joined:
                    yield joined, before
                yield role, before
            joined = role if both else None
            role = alone if alone == "photographer" and sign == "reporter" else sign
        at = match.end()
    if joined:
        yield joined, text[at:]
    yield role, text[at:]


def _latin_names(text: str, patterns: Patterns, *, letter: bool) -> Iterator[str]:
    roles = roles_of(patterns)
    chunks = _latin_break.split(patterns.beside_names(" ", f" {roles.latin_and.sub(', ', text)} "))
    for chunk in chunks[:1] if letter else chunks:
        words = chunk.strip(' .:()[]"').split()
        while words and words[0].strip("().").casefold() in roles.titles:
            words = words[1:]
        kept: list[str] = []
        for word in words:
            bare = word.strip(".,()")
            stop = (
                bare in roles.others
                or (len(bare) > 3 and bare.isupper() and bare.capitalize() in roles.others)
                or word.casefold() in roles.titles
                or (bare.casefold() in roles.before_folded and word not in roles.particles)
            )
            stop = stop or (not kept and bare in patterns.agencies)
            if stop and not kept:  # unserem Korrespondenten Jasper Riemann
                continue
            if (
                stop
                or not _word_of_name(word)
                or (
                    kept
                    and kept[0].isupper()
                    and len(kept[0]) > 2
                    and "." not in kept[0]
                    and not word.isupper()
                    and word.casefold() not in roles.particles
                )
            ):
                break
            if word[0].islower() and (not kept or word.casefold() not in roles.particles):
                break
            kept.append(word)
        while kept and kept[-1].casefold() in roles.particles:
            kept.pop()
        name = " ".join(kept).rstrip(",;:")
        if kept and len(kept[-1]) == 1 and all(word[1:] == "." for word in kept[:-1]) and f"{name}." in chunk:
            name = f"{name}."  # É. G.
        if not kept or name in patterns.agencies or name.casefold() in roles.agencies_folded:
            continue
        if len(kept) > 1 or letter or "." in name:
            yield name
