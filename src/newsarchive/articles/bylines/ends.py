"""The end of a text -> the signature that stands there."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.articles.bylines.forms import are_initials, is_letter_signature, is_pen_name, place_and_name
from newsarchive.articles.bylines.signed import agency_in, signature
from newsarchive.articles.names import people_in_parts, people_of, roles_of, split_names
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Byline, Person, Role

_initial = re.compile(r"(?![完續上中下一二三四五圖略轉全附])[一-鿿]\Z").match  # （良）
_TAIL = 160  # characters in which an end signature stands
_in_brackets = re.compile(r"(?<=[。」）！？])[(（][^()（）]{4,46}(?:[(（][^()（）]{1,20}[)）])?[)）]\Z").search
_BRACKETS = "()（）[]【】〔〕<> 　"


def find_end(text: str, patterns: Patterns, *, brief: bool = False) -> tuple[int, Byline] | None:
    """Where the signature at the end of a text begins, and what it says."""
    if text[-1:] in "。！？":
        return None
    start = max(len(text) - _TAIL, 0)
    found = _find_in_tail(text[start:], patterns, brief, start > 0)
    return (start + found[0], found[1]) if found else None


@lru_cache(maxsize=1024)
def _find_in_tail(text: str, patterns: Patterns, brief: bool, cut: bool) -> tuple[int, Byline] | None:
    if text[-1:].isalpha() and patterns.main.script in ("hans", "hant") and not _may_sign(text[-40:], patterns):
        return None
    if patterns.main.script == "jpan" and (match := _in_brackets(text)) and (signers := people_in_parts(match[0])):
        return match.start(), Byline(match[0], signers)
    tail_at = 0
    brief = brief and patterns.main.script not in ("jpan", "kore")
    for search in patterns.byline_ends:
        match = search(text, tail_at)
        if match and (match.start() > 0 or cut):
            groups = match.groupdict()
            printed = match[0].strip()
            if patterns.author_note(printed) or patterns.not_signature(printed.strip(_BRACKETS)):
                continue
            at = match.start() + (len(match[0]) - len(match[0].lstrip()))
            if names := groups.get("names") or groups.get("author"):
                role: Role = "author" if groups.get("author") else "correspondent" if brief else "reporter"
                people = people_of(names, patterns, role)
                if groups.get("author") and len(names) == 1:
                    people = (Person(names, role),)
                if patterns.main.script == "latn" and not people and is_pen_name(names):
                    people = (Person(names.rstrip(".") if len(names) > 6 else names, "correspondent"),)
                if patterns.main.script == "latn" and are_initials(names) and names not in roles_of(patterns).others:
                    known = names in patterns.agencies or names.casefold() in roles_of(patterns).agencies_folded
                    people = () if known else (Person(names, "reporter"),)
                return at, Byline(printed, people, groups.get("agency") or agency_in(printed, patterns))
            return at, signature(printed, patterns, "correspondent" if brief else "reporter")
    if patterns.main.script in ("hans", "hant") and text[-1:] in ")）":
        at = max(text.rfind("("), text.rfind("（"))
        inner = text[at + 1 : -1].strip()
        closed = at > 0 and text[at - 1] in "。！？”」!?…"
        if closed and patterns.main.script == "hant" and _initial(inner):
            return at, Byline(text[at:], (Person(inner, "reporter"),))
        if closed and len(inner) <= 14 and (names := _pen_names(inner, patterns)):
            return at, Byline(text[at:], tuple(Person(name, "correspondent") for name in names))
        if closed and len(inner) <= 20 and (named := _name_before_office(inner, patterns)):
            return at, Byline(text[at:], (Person(named, "correspondent"),))
        if closed and len(inner) <= 20 and (is_letter_signature(inner, patterns) or _office(inner, patterns)):
            return at, Byline(
                text[at:],
                people_of(letter["name"], patterns, "correspondent")
                if (letter := place_and_name(inner)) and not _office(inner, patterns)
                else (),
            )
    return None


_han_tokens = re.compile(
    r"[一-鿿·]{2,4}(?:[\s　、]+[一-鿿·]{2,4}){0,2}\Z|(?:(?:[一-鿿][\s　]+[一-鿿]|[一-鿿]{2,4})(?:[\s　、]+|\Z)){1,3}\Z"
).match


_han_run = re.compile(r"[一-鿿 　]{5,10}\Z").match  # 张明赵天华, 王 勤高振声


_place_or_trade = re.compile(  # 清洼县 孟老根, 烹饪师 鲍海生
    r"[一-鿿]{2,6}[县市区乡镇村旗州]\Z"
    r"|[一-鿿]{0,8}(?:(?:农艺|工程|烹饪|营养|药剂|园艺|会计|畜牧|设计|律|厨|教|医|药|技)师|[一-鿿]{2}员|医生|[站校]长)\Z"
).match


def _pen_names(text: str, patterns: Patterns) -> list[str]:
    """A name or two in brackets after the last stop, whatever they are, unless they say something known."""
    known_name = len(text) == 3 and split_names(text) == [text]  # 林树声, though 笑声 signs nothing
    if patterns.not_signature(text) and not known_name:
        return []
    if not _han_tokens(text):
        together = split_names(text) if _han_run(text) else []
        return together if len(together) > 1 and "".join(together) == "".join(text.split()) else []
    roles = roles_of(patterns)
    first, _, rest = text.partition(" ")
    names = split_names(rest if rest and _place_or_trade(first) else text, strict=False)
    return (
        []
        if any(name in roles.others or name in roles.before or name in patterns.agencies for name in names)
        else names
    )


def _name_before_office(text: str, patterns: Patterns) -> str | None:
    """The name in front of an office: 祝有成 县委报道组."""
    name, _, office = text.partition(" ")
    known = split_names(name) == [name] and patterns.organisation(name) is None
    return name if known and _office(office, patterns) else None


def _office(text: str, patterns: Patterns) -> bool:
    """市百货公司 宣传科: every word is an office."""
    words = () if patterns.not_signature(text) else text.split()
    return bool(words) and len(text) >= 4 and all(patterns.organisation(word) and len(word) > 2 for word in words)


def _may_sign(text: str, patterns: Patterns) -> bool:
    if patterns.end_sign and not patterns.end_sign.search(text):
        return False
    return roles_of(patterns).sign.search(text) is not None
