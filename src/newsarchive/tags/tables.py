"""Data files -> tables: words by language, each file read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeAlias, cast

import yaml

Table: TypeAlias = "dict[str, str | dict[str, str]]"

_data = Path(__file__).parent / "data"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str) -> Table:
    """The data file of this name, as it stands; an empty table if there is none."""
    path = _data / f"{name}.yaml"
    if not path.is_file():
        return {}
    return cast(Table, yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader) or {})


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words that stand under a key of a data file, separated by white space (by commas where words hold spaces)."""
    text = str(table(name).get(key) or "")
    parts = text.split(",") if "," in text else text.split()
    return frozenset(part.strip() for part in parts if part.strip())


@cache
def fold_table() -> dict[int, str]:
    """Traditional characters -> the simplified ones, one for one, so that no position moves."""
    pairs = str(table("characters")["pairs"]).split()
    return {ord(pair[0]): pair[1] for pair in pairs if pair[0] != pair[1]}


@cache
def unfold_table() -> dict[int, str]:
    """Simplified characters -> the first traditional one of the table: to print a topic in a traditional paper."""
    pairs = str(table("characters")["pairs"]).split()
    return {ord(pair[1]): pair[0] for pair in reversed(pairs) if pair[0] != pair[1]}


@cache
def world_places(locale: str) -> frozenset[str]:
    """Countries and cities of the world in a language, from CLDR: territories and the cities that name its time zones."""
    from babel import Locale, UnknownLocaleError

    try:
        here = Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    countries = (name for code, name in here.territories.items() if len(code) == 2)
    cities = (zone["city"] for zone in here.time_zones.values() if "city" in zone)
    return frozenset(name for name in (*countries, *cities) if not re.search(r"[（(,&]", name))


def trie_pattern(names: Iterable[str]) -> str:
    """A regular expression for any of the names, the longest first, that never tries a character twice."""
    root: dict[str, dict[str, object]] = {}
    for name in names:
        node = root
        for letter in name:
            node = cast("dict[str, dict[str, object]]", node.setdefault(letter, {}))
        node[""] = {}
    return _branches(root)


def _branches(node: dict[str, dict[str, object]]) -> str:
    branches = [
        re.escape(letter) + _branches(cast("dict[str, dict[str, object]]", below))
        for letter, below in sorted(node.items())
        if letter
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in node else body
