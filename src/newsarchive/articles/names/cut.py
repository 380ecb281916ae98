"""Names in Chinese characters: run-together names cut by what family names cost, spaced names joined."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from math import log

from newsarchive.articles.names.scripts import has_han
from newsarchive.articles.patterns import alternatives
from newsarchive.words import surnames

_only_han = re.compile(r"[㐀-鿿]+\Z").match
_foreign = re.compile(r"[㐀-鿿A-Za-z.]+(?:[·•・][㐀-鿿A-Za-z.]+)+\Z").match
_between = re.compile(r"[\\\s　、，,;；/／╱|｜丨&:：()（）【】\[\]〔〕■□●▲◆★☆▣○◎△◇▪—―\-。.<>《》＝=]+")
_three_wide = re.compile(  # 苏 长 庚, and no fourth character that would make two names of it
    r"(?<![㐀-鿿])(?<![㐀-鿿][\s　])([㐀-鿿])[\s　]+([㐀-鿿])[\s　]+([㐀-鿿])(?![㐀-鿿]|[\s　]+[㐀-鿿](?![㐀-鿿]))"
).sub


def split_names(text: str, *, strict: bool = True) -> list[str]:
    """The names of a text without role words: `于 洋 侯缜` -> 于洋, 侯缜; `张鹏董冠男高梓健` -> three names."""
    if "·" in text or "・" in text or "•" in text:
        tokens = re.split(r"[\s、，,;；/／]+", text.strip(" 　()（）【】■□▲"))
    else:
        tokens = _between.split(_three_wide(lambda match: "".join(match.groups()), text))
    names: list[str] = []
    pending = ""
    for token in tokens:
        if not token:
            continue
        if pending:
            if run_on := _behind_given_name(token):
                names.append(pending + token[0])
                token = run_on
            elif len(token) <= 2:
                token = pending + token
            pending = ""
        elif (len(token) == 1 and has_han(token)) or token in double_names():
            pending = token
            continue
        names += _cut_name(token, strict=strict)
    return names


def _behind_given_name(token: str) -> str:
    """The name that a tool ran on to the second half of one set wide, 王 勤高振声; nothing where none is there."""
    if len(token) not in (3, 4) or not _only_han(token) or token[0] in costs_of_names() or token[:2] in double_names():
        return ""
    return token[1:] if _cut_name(token[1:], strict=True) else ""


def _cut_name(token: str, *, strict: bool) -> list[str]:
    if _foreign(token):
        return [token]
    if not _only_han(token):
        return []
    if _without_family_name()(token):
        return [token]
    if len(token) <= 3 or (len(token) == 4 and token[:2] in double_names()):
        known = not strict or token[0] in costs_of_names() or token[:2] in double_names()
        return [token] if len(token) > 1 and known and not (_titled(token) or _office(token)) else []
    return list(_best_cut(token))


_titled = re.compile(r".+(?:先生|女士|同学|老师|小姐|太太|大爷|阿姨|同志)\Z").match
_office = re.compile(r".{2}[部局厅廳厂廠站处處室馆館队隊街巷院]\Z").match  # 宣传部供图, 文/坊前街 郜 平


@lru_cache
def double_names() -> frozenset[str]:
    return frozenset(surnames().double)


@lru_cache
def _without_family_name() -> Callable[[str], re.Match[str] | None]:
    """Whether a word is the name of a Tibetan, Mongol, Uyghur and so on, made of parts that such names are made of."""
    return re.compile(f"(?:{alternatives(surnames().without) or '(?!)'}){{1,3}}").fullmatch


@lru_cache
def costs_of_names() -> dict[str, float]:
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
    weights = costs_of_names()
    double = double_names()
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
