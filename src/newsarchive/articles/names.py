"""Rule 5a. The words of a signature -> people: names told from roles, run-together names cut, spaced names joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log

from newsarchive.articles.patterns import Patterns, alternatives
from newsarchive.articles.record import Person, Role
from newsarchive.words import surnames

_han = re.compile(r"[㐀-鿿]").search
_only_han = re.compile(r"[㐀-鿿]+\Z").match
_foreign = re.compile(r"[㐀-鿿A-Za-z.]+(?:[·•・][㐀-鿿A-Za-z.]+)+\Z").match
_between = re.compile(r"[\s　、，,;；/／╱|丨&:：()（）【】\[\]〔〕■□●▲◆★☆▣○◎△◇▪—―\-。.<>《》＝=]+")
_after_role = re.compile(r"\s*[:：/／|丨]")


class _Sign:
    """A role word of a signature."""

    __slots__ = ("after", "before", "word")

    def __init__(self, word: str, before: Role | None, after: Role | None) -> None:
        self.word, self.before, self.after = word, before, after


class Roles:
    """The role words of some languages, and one pattern that finds them."""

    def __init__(self, patterns: Patterns) -> None:
        self.before: dict[str, Role] = {}
        self.after: dict[str, Role] = {}
        for each in reversed(patterns.all):
            self.before |= {word: role for role, group in each.roles.items() for word in group}  # type: ignore[misc]
            self.after |= {word: role for role, group in each.roles_after.items() for word in group}  # type: ignore[misc]
        others = {word for each in patterns.all for word in each.not_names}
        self.breaks = {word for each in patterns.all for word in each.name_breaks}
        listed = {word for word in {*self.before, *self.after, *others, *patterns.agencies} if _han(word)}
        self.sign = re.compile(alternatives(listed) or r"(?!)")


@lru_cache(maxsize=64)
def roles_of(patterns: Patterns) -> Roles:
    return Roles(patterns)


def han_people(text: str, patterns: Patterns, alone: Role) -> tuple[Person, ...]:
    """The people of a signature in Chinese characters. `alone`: the role of names that stand without any role word."""
    roles = roles_of(patterns)
    parts = list(_parts(text, roles))
    named: list[tuple[str, Role | None]] = []
    role: Role | None = None
    waiting: list[str] = []
    saw_role = False
    for at, part in enumerate(parts):
        if isinstance(part, list):
            waiting += part
            continue
        follows_names = bool(waiting)
        names_next = at + 1 < len(parts) and isinstance(parts[at + 1], list)
        colon = part.word.endswith(":")
        if part.after and follows_names and not colon and not (names_next and part.before in ("reporter", "correspondent")):
            named += [(name, part.after) for name in waiting]
            waiting, saw_role = [], True
            if not names_next:
                continue
        if part.before:
            named += [(name, role) for name in waiting]
            waiting, role, saw_role = [], part.before, True
    named += [(name, role) for name in waiting]
    fallback: Role = "correspondent" if saw_role else alone
    people = [Person(name, found or fallback) for name, found in named]
    return tuple(dict.fromkeys(_with_both(text, people)))


def _with_both(text: str, people: list[Person]) -> Iterator[Person]:
    """文/图 signs for the words and for the pictures."""
    both = re.search(r"文\s*[/／、]?\s*图|图\s*[/／、]?\s*文|文\s*[/／、]?\s*摄|圖\s*[/／、]?\s*文|文\s*[/／、]?\s*圖", text)
    for person in people:
        if both and person.role in ("author", "photographer", "reporter"):
            first: Role = "reporter" if person.role == "reporter" or re.search("记者|記者", text) else "author"
            yield Person(person.name, first)
            yield Person(person.name, "photographer")
        else:
            yield person


def _parts(text: str, roles: Roles) -> Iterator[list[str] | _Sign]:
    """Names and role words in turn."""
    at = 0
    for match in roles.sign.finditer(text):
        if _inside_name(text, match, roles):
            continue
        if names := split_names(text[at : match.start()]):
            yield names
        at = match.end()
        word = match[0]
        colon = ":" if _after_role.match(text, at) else ""
        before, after = roles.before.get(word), roles.after.get(word)
        if before or after:
            yield _Sign(word + colon, before, after)
    if names := split_names(text[at:]):
        yield names


def _inside_name(text: str, match: re.Match[str], roles: Roles) -> bool:
    """Whether a one-character role word such as 文 or 图 is a part of a name."""
    if len(match[0]) > 1:
        return False
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match[0] in "摄攝绘繪译譯図":
        return False
    loose_before = not before or not _han(before)
    loose_after = not after or not _han(after)
    if match[0] in "文图圖":
        beside = after in ("/", "／", "╱", ":", "：", "丨", "|") or before in ("/", "／", "╱")
        return not (beside or (loose_before and loose_after) or (before + after) in ("文", "图", "圖"))
    return not (loose_before and loose_after)


def split_names(text: str) -> list[str]:
    """The names of a text without role words: `于 洋 侯缜` -> 于洋, 侯缜; `张鹏董冠男高梓健` -> three names."""
    if "·" in text or "・" in text or "•" in text:
        tokens = re.split(r"[\s、，,;；/／]+", text.strip(" 　()（）【】■□▲"))
    else:
        tokens = _between.split(text)
    names: list[str] = []
    pending = ""
    for token in tokens:
        if not token:
            continue
        if pending:
            token, pending = pending + token if len(token) <= 2 else token, ""
        elif len(token) == 1 and _han(token):
            pending = token
            continue
        elif token in surnames().double:
            pending = token
            continue
        names += _cut_name(token)
    return names


def _cut_name(token: str) -> list[str]:
    if _foreign(token):
        return [token]
    if not _only_han(token):
        return []
    if len(token) <= 3 or (len(token) == 4 and token[:2] in surnames().double):
        return [token] if len(token) > 1 and (token[0] in _weights() or token[:2] in surnames().double) else []
    return list(_best_cut(token))


@lru_cache
def _weights() -> dict[str, float]:
    """How much it costs to begin a name with a character: a frequent family name costs little."""
    table = surnames()
    ranked = list(dict.fromkeys(table.single))
    weights = {name: 1.0 + log(1 + rank) * 0.8 for rank, name in enumerate(ranked) if not name.isspace()}
    for name in table.common_given:
        if name in weights:
            weights[name] += 1.5
    return weights


def _best_cut(text: str) -> tuple[str, ...]:
    """The cheapest way to read a text as names of two or three characters; nothing when there is none."""
    weights = _weights()
    double = set(surnames().double)
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())] + [None] * len(text)
    for at in range(len(text)):
        here = best[at]
        if here is None:
            continue
        for length in (2, 3, 4):
            name = text[at : at + length]
            if len(name) < length:
                continue
            if name[:2] in double and length > 2:
                cost = 2.0
            elif name[0] in weights and length < 4:
                cost = weights[name[0]] + (0.8 if length == 2 else 0.0)
            else:
                continue
            total = here[0] + cost
            there = best[at + length]
            if there is None or total < there[0]:
                best[at + length] = (total, (*here[1], name))
    return best[-1][1] if best[-1] else ()
