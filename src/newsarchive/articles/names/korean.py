"""The people of a Korean signature."""

from __future__ import annotations

import re

from newsarchive.articles.names.cut import double_names
from newsarchive.articles.names.roles import roles_of
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Person, Role

_ko_aside = re.compile(r"[\w.\-]+@[\w.\-]+|[(（\[<【][^)）\]>】]*[)）\]>】](?=.)")
_ko_names = re.compile(r"(?<![가-힣])[가-힣]{2,4}(?![가-힣])|(?<![一-鿿])[一-鿿]{2,4}(?![一-鿿])").findall


_both = re.compile(r"글 ?[·ㆍ・] ?사진").search


def korean_people(text: str, patterns: Patterns, alone: Role) -> tuple[Person, ...]:
    """The people of a Korean signature: 우나경·도현석 기자, 글=우나경 사진=도현석 기자, 【솔섬에서 玉在根記者】."""
    roles = roles_of(patterns)
    text = patterns.beside_names(" ", _ko_aside.sub(" ", text))
    people: list[Person] = []
    role, at = alone, 0
    signs = list(roles.korean_sign.finditer(text))
    signed = False
    for match in (*signs, None):
        between = text[at : match.start() if match else len(text)]
        if signed and alone == "author":
            break
        if not signs and alone == "author":  # 최아란·해송시 남구: the name, then where they live
            between = re.split(r"[·,，／/ <〈(（]", between.strip().lstrip("<〈(（["))[0]
        found = [name for name in _ko_names(between) if name not in roles.others and name not in patterns.agencies]
        found = [name for name in found if (len(name) < 4 or name[:2] in double_names()) and name[-1] != "의"]
        if match and match["after"]:
            behind = roles.after[match["after"]]
            behind = alone if alone == "photographer" else behind
            role = role if role not in ("reporter", alone) or behind == "reporter" else behind
        people += [Person(name, role) for name in found]
        signed = signed or bool(found)
        if match is None:
            break
        at = match.end()
        if match["before"]:
            role = roles.before[match["before"]]
            role = "reporter" if role == "author" else role
            role = alone if alone == "photographer" and role == "reporter" else role
    if len(people) == 1 and _both(text) and people[0].role != "photographer":
        people.append(Person(people[0].name, "photographer"))
    return tuple(dict.fromkeys(people))
