"""The forms that a name has which signs by itself: bare, in capitals, as a pen name, as initials, with an address."""

from __future__ import annotations

import re
from functools import partial

from newsarchive.articles.names import roles_of, split_names
from newsarchive.articles.names.scripts import has_han, has_kana
from newsarchive.articles.patterns import Patterns

_bare_latin = re.compile(
    r"[A-ZÀ-ÞŞĞİÇÖÜ](?:[\w'’\-]*|\w{0,4}\.)(?: (?:von|van|de|di|da|del|du|der|af|la|le))?"
    r"(?: [A-ZÀ-ÞŞĞİÇÖÜ][\w'’\-]+| [A-ZÀ-Þ]\.){1,2}\Z"
).match


_bare_japanese = re.compile(
    r"[一-鿿々]{1,3}[ 　]?[一-鿿々]{1,2}(?<=...)\Z|[一-鿿々]{1,3}[ 　][一-鿿々ぁ-んァ-ヶー]{1,4}\Z"
).match


_TITLE = r"(?:\((?:Mrs|Mr|Miss|Dr|Ms)\.?\) ?|(?:Mme|Mlle|Mrs|Mr|M|Dr|Prof)\.? )?"
_PLACE = r"(?:[A-ZÀ-ÞŞ][\w'’\-]+|[A-ZÀ-Þ]\.)(?:[ \-](?:[A-ZÀ-ÞŞ][\w'’\-]+|\d+[a-z]?|de|la|le|am|an|der|du|of)){0,3}"


_letter_latin = re.compile(
    rf"{_TITLE}(?:(?:[A-ZÀ-ÞŞ][\w'’\-]*\.? (?:(?:von|van|de|di|da|del|du|der|la) )?){{1,3}}"
    rf"[A-ZÀ-ÞŞ][\w'’\-]+[,.] {_PLACE}(?:, {_PLACE})?"
    rf"|[A-ZÀ-ÞŞ]+(?:(?:[.'’\-] ?| )[A-ZÀ-ÞŞ]+){{0,2}}(?<=[A-ZÀ-Þ]{{3}}),? [A-ZÀ-Þ][a-zß-ÿ][\w'’ ,\-]{{2,40}})\Z"
).match


_pen_name = re.compile(
    r"(?:(?:A|AN|THE|LA|LE|UN|UNE|EL|IL|DER|DIE|EIN|EINE|DE|EEN) )?"
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’\-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’\-]+)?\.|(?:[A-ZÀ-Þ]\. ?){2,3}"
).fullmatch


are_initials = re.compile(
    r"[a-zäöüåøæ]{2,4}(?:/[a-zäöüåøæ]{2,4})?|(?:[A-Za-zÀ-Þ]\. ?){2,3}|[a-z]\. ?[a-z]{2,4}\.|[A-ZÅÄÖÆØ]{2,3}"
).fullmatch


_initials_apart = re.compile(
    r"\(([^()]{2,10})\)|[-–—]([a-zäöüåøæ]{2,4})[-–—]|([a-zà-ÿ]\. ?(?:[a-zà-ÿ]\. ?){1,2})"
).fullmatch


_ONE = r"(?:[一-鿿]{2,3}|[一-鿿][\s　]{1,2}[一-鿿])"
place_and_name = re.compile(rf"(?P<place>[一-鿿·]{{2,16}})[\s　]+(?P<name>{_ONE}(?:[\s　、]+{_ONE}){{0,3}})\Z").match
two_set_wide = re.compile(r"[一-鿿][\s　]+[一-鿿]\Z").match  # 禾 声
without_others = partial(re.compile(r"等[\d一二三四五六七八九十百]{1,4}[人名位]\Z").sub, "")  # 马有仓等十七人
reader_and_place = re.compile(  # 工程師 林知遠（溪尾鎮）, 林知遠（溪尾鎮，工程師）
    r"(?:[一-鿿]{2,6}[ 　])?(?P<name>[一-鿿]{2,4})[（(][一-鿿]{1,4}[區市鄉鎮縣里村](?:[，,、][一-鿿]{2,8})?[）)]\Z"
).match
_no_name = re.compile(r"[，。；：！？“”「」《》\d,;!?%]").search


def is_bare_name(text: str, patterns: Patterns) -> bool:
    """Whether a line is nothing but a name or two, as a signature without any word."""
    if len(text) > 40 or not text or _no_name(text):
        return False
    if patterns.main.script in ("hans", "hant") and has_han(text) and not has_kana(text):
        tokens = text.replace("　", " ").split()
        if len("".join(tokens)) > 8 or any(len(token) > 4 for token in tokens):
            return False
        if len(tokens) == 1 and len(text) not in (2, 3, 4):
            return False
        known, all_names = split_names(text), split_names(text, strict=False)
        spaced = "　" in text or len(tokens) > 1
        return bool(known) and (known == all_names or spaced) and sum(map(len, all_names)) == len("".join(tokens)) <= 9
    if patterns.main.script == "jpan":
        is_known = patterns.rubric(text) is not None
        return _bare_japanese(text) is not None and not is_known and text not in roles_of(patterns).others
    if patterns.main.script == "latn":
        name = patterns.beside_names("", text).strip()  # Jane Smith in Ostmouth
        return (
            not name.isupper() and bool(_bare_latin(name)) and name.casefold() not in roles_of(patterns).agencies_folded
        )
    return False


_in_capitals = re.compile(
    r"(?:\((?:Mrs|Miss|Mr|Dr|Ms)\.?\) )?[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*){1,3}\Z"
).match


def is_name_in_capitals(text: str) -> bool:
    """Whether a line has the form of a name in capitals: ADA THORNE, (Mrs.) J. PITT. So has many a headline."""
    return _in_capitals(text) is not None


def is_pen_name(text: str) -> bool:
    """Whether a line is a name as correspondents of old papers signed: VIATOR., A SUBSCRIBER., W. T."""
    return len(text) < 30 and _pen_name(text) is not None


def is_initials(text: str, patterns: Patterns) -> bool:
    """Whether a text is nothing but initials that sign: kar, M. J., but no agency and no word that is no name."""
    return are_initials(text) is not None and text not in patterns.agencies and text not in roles_of(patterns).others


def initials_alone(text: str, patterns: Patterns) -> str | None:
    """The initials that a line in Latin script holds and nothing else, in brackets, between hyphens or with stops in
    small letters: (kar), -kar-, m. j."""
    match = _initials_apart(text)
    found = match[match.lastindex or 0] if match else ""
    return found if found and is_initials(found, patterns) else None


def is_letter_signature(text: str, patterns: Patterns) -> bool:
    """Whether a line is a name with an address: Irmgard Toller, Altenbrück; 机床厂金工车间 马四海."""
    if len(text) > 60:
        return False
    if patterns.main.script in ("hans", "hant"):
        if patterns.reader(text):
            return True
        match = place_and_name(without_others(text))
        if match:
            return bool(split_names(match["name"]))
        return False
    return patterns.main.script == "latn" and bool(_letter_latin(text))
