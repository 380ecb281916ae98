"""Data files -> tables: words by language, each file read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias, cast

import yaml

Table: TypeAlias = "dict[str, str | dict[str, str]]"
ByBeginning: TypeAlias = "Mapping[str, tuple[str, ...]]"

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
    return _listed(str(table(name).get(key) or ""))


def _listed(text: str) -> frozenset[str]:
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
def world_places(language: str) -> frozenset[str]:
    """Countries and cities of the world as a language (`zh` for simplified Chinese) calls them."""
    lists = table("world").get(language)
    return frozenset().union(*map(_listed, lists.values())) if isinstance(lists, dict) else frozenset()


def by_beginning(names: Iterable[str]) -> ByBeginning:
    """Names of two characters or more, under their first two, the longest first: for `longest_at`."""
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        found[name[:2]] = (*found.get(name[:2], ()), name)
    return found


def longest_at(names: ByBeginning, text: str, start: int) -> str | None:
    """The longest of the names that stands in the text at this place."""
    for name in names.get(text[start : start + 2], ()):
        if text.startswith(name, start):
            return name
    return None
