"""Rule 5b. A signature of a story, on a line of its own or at the end -> a byline, whose roles the story tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newsarchive.articles.bylines import is_pen_name, signature
from newsarchive.articles.labels import Labelled
from newsarchive.articles.names import has_given_name, roles_of, split_names
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Byline, Person, Role
from newsarchive.articles.story import Story

_OFFICE = 6  # words
_AUTHOR_NOTE = 200  # characters of the longest note on an author
_reporter = re.compile("记者|通讯员").search
_gap = re.compile("  +")
_name_in_brackets = re.compile(
    r"[（(](?:[一-鿿]{1,4}[　 ]+[一-鿿ぁ-ヿ]{1,4}|[一-鿿々]{3,4}(?:、[一-鿿々]{3,4})+)[)）]\Z"
).match  # a reporter's in Japan


def signed_line(each: Labelled, story: Story, patterns: Patterns, above: Sequence[Byline], *, has_text: bool) -> Byline:
    """A signature on a line of its own. `above`: the signatures before it; `has_text`: it stands under text."""
    unit, script = each.unit, patterns.main.script
    latin = script == "latn"
    address = each.rule == "letter-signature" and bool(above) and unit.gap == -1  # under the name
    word = each.rule == "bare-name" and unit.text.isalpha() and latin  # of the column's name
    if word or address or each.rule == "official-signature":
        return Byline(unit.text, ())
    if each.rule == "signing-person" and " " not in unit.text:
        return Byline(unit.text, (Person(unit.text.rstrip("."), "author"),))  # the given name of a column's writer
    if each.rule == "pen-name":
        people = signature(unit.text, patterns, "author").people if has_given_name(unit.text, patterns) else ()
        return Byline(unit.text, people or (Person(unit.text, "author"),))
    bracketed = has_text and unit.text[0] in "(（" and script in ("hans", "hant")
    if bracketed and not roles_of(patterns).sign.search(unit.text):
        names = split_names(unit.text.strip("(（)） 　"), strict=False)
        staff = script == "hant" and len(names) == 1 and story.kind == "article"
        column = script == "hans" and story.kind == "article" and story.rubric
        role: Role = "reporter" if staff else "author" if column else "correspondent"
        byline = Byline(unit.text, tuple(Person(name, role) for name in names))
    else:
        alone = _role_without_word(each, story, patterns, above, has_text=has_text)
        byline = signature(_gap.sub(" ", unit.text) if latin else unit.text, patterns, alone)
    office = latin and any(other.people for other in above) and _is_office(unit.text, patterns)
    return msgspec.structs.replace(byline, people=()) if office or each.rule == "desk-line" else byline


def _is_office(text: str, patterns: Patterns) -> bool:
    """Whether a line under a writer's name only says what the writer is: Local Government Reporter"""
    words = text.split()
    titled = len(words) < _OFFICE and words[-1] in roles_of(patterns).others and text.replace(" ", "").isalpha()
    return titled and not has_given_name(text, patterns)


def _role_without_word(
    each: Labelled, story: Story, patterns: Patterns, above: Sequence[Byline], *, has_text: bool
) -> Role:
    """As what a name signs that has no word for it beside it."""
    text, script = each.unit.text, patterns.main.script
    column = bool(story.rubric) and text[:5].casefold() == "with "  # Over the Gate / with Ada Thorne
    if column or each.rule == "signature-before-heading" or (each.rule == "signing-person" and "," in text):
        return "author"
    if each.rule in ("bare-name", "name-set-wide", "letter-signature", "signing-person"):
        if above and not any(byline.people for byline in above):
            return "reporter"  # the name that belongs to "from our correspondent" above
        pen_name = story.kind == "article" and is_pen_name(text) and len(text.split()[-1]) > 4  # PILGRIM.
        noted = any(other.label == "author-note" for other in story.units) or tells_of(story, text)
        dated = any(other.label == "dateline" and other.unit.at > each.unit.at for other in story.units)  # a letter
        essay = script in ("hans", "hant") or story.letters or story.rubric or (dated and has_text)
        return "author" if essay or noted or pen_name else "reporter"
    if (
        script == "jpan"
        and ("　" in text or text[:1] in "(（")
        and not _name_in_brackets(text)
        and not re.search("記者|取材|文|構成", text)
    ):
        return "author"  # a name after an office or a trade signs an essay or a letter
    if story.kind == "brief" and has_text:
        return "correspondent"
    sign = roles_of(patterns).sign.search(text)
    if script == "hans" and (sign is None or (patterns.beside_names("", text) != text and not _reporter(text))):
        return "author"  # a name without any word, or behind the office or school of the one who wrote an essay
    return "reporter"


def end_signature(byline: Byline, patterns: Patterns, story: Story) -> Byline:
    """A signature at the end of a text: an agency that signs alone has no dash before it (— UNI), and a correspondent
    signs a Japanese or Korean brief where no role is told, or with initials without brackets a Latin one; the author
    signs what stands by itself in a Chinese column."""
    brief = story.kind == "brief"
    if byline.agency and not byline.people:
        byline = msgspec.structs.replace(byline, text=byline.text.lstrip("-–— "))
    roles = roles_of(patterns)
    signs = {"jpan": roles.sign, "kore": roles.korean_sign}.get(patterns.main.script)
    unsigned = signs is not None and not signs.search(byline.text)
    if patterns.main.script in ("hans", "hant") and not brief and story.rubric and not roles.sign.search(byline.text):
        return msgspec.structs.replace(byline, people=tuple(Person(each.name, "author") for each in byline.people))
    if not brief or not (unsigned or (patterns.main.script == "latn" and is_pen_name(byline.text))):
        return byline
    people = tuple(Person(each.name, "correspondent") for each in byline.people)
    return msgspec.structs.replace(byline, people=people)


def tells_of(story: Story, name: str) -> bool:
    """Whether the last paragraph is a note on whoever signs above the text: Ada Thorne teaches history at…"""
    texts = [each.unit for each in story.units if each.label == "text"]
    note = len(texts) > 2 and len(texts[-1].text) <= _AUTHOR_NOTE and not story.letters
    return note and texts[-1].text.casefold().startswith(name.casefold() + " ")
