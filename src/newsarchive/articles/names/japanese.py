"""The people of a Japanese signature."""

from __future__ import annotations

import re

from newsarchive.articles.names.roles import roles_of
from newsarchive.articles.names.scripts import has_han
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Person, Role

_kana_place = re.compile(r"^[ァ-ヶー・]{2,}(?=[一-鿿])")
_japanese_name = re.compile(r"[一-鿿々ァ-ヶーぁ-ん゛]{2,9}\Z").match
_pictures_too = re.compile(r"(?:写真|撮影)(?:も|とも)?\Z").match  # （山名健太、写真も）
_ja_split = re.compile(r"[、，,／/]+")
_words_and_pictures = re.compile(r"(?:文|取材)[・と]写真[　 ・：:＝=]+(.+)").match
_BOTH: tuple[Role, Role] = ("author", "photographer")


def _japanese_names(text: str) -> list[str]:
    """The name in a text of one or two words, as its letters stand without spaces."""
    name = "".join(text.split())
    return [name] if _japanese_name(name) and has_han(name) else []


def japanese_people(text: str, patterns: Patterns, alone: Role) -> tuple[Person, ...]:
    """The people of a Japanese signature: 【ソウル＝小池和樹】, （聞き手・七海蓮）, 田之倉澪撮影."""
    roles = roles_of(patterns)
    inner = text.strip("【】()（）＝= 　。")
    inner = inner.rpartition("＝")[2] if "＝" in inner else inner.rpartition("=")[2]
    people: list[Person] = []
    role: Role = alone
    for part in _ja_split.split(inner):
        if both := _words_and_pictures(part):
            people += [Person(name, each) for name in _japanese_names(both[1]) for each in _BOTH]
            continue
        if people and _pictures_too(part):
            people += [Person(each.name, "photographer") for each in people]
            continue
        for sign in sorted(roles.before, key=len, reverse=True):
            if part.startswith(sign) and len(part) > len(sign):
                role = alone if alone == "photographer" else roles.before[sign]
                part = part[len(sign) :]
                break
        here = role
        for sign in sorted(roles.after, key=len, reverse=True):
            if part.endswith(sign) and len(part) > len(sign):
                here = roles.after[sign]
                part = part[: -len(sign)]
                people = [Person(person.name, here) for person in people] if here == "photographer" else people
                break
        part = patterns.beside_names("", _kana_place.sub("", part.rpartition("・")[2].strip(" 　:：・")))
        words = [word for word in re.split(r"[ 　]+", part) if word and word not in roles.others]
        name = "".join(words[-2:])
        if _japanese_name(name) and has_han(name) and name not in roles.others and name not in patterns.agencies:
            people.append(Person(name, here))
    return tuple(dict.fromkeys(people))
