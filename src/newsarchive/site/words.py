"""The words of the interface, from `words/interface/<language>.yaml`, and dates as their readers write them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

import newsarchive.words

FALLBACK = "en"
_FOLDER = Path(newsarchive.words.__file__).parent / "interface"
_RELATED = {"zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant"}


class Words(dict[str, str]):
    """A flat mapping from key to words; `language` is the tag that pages carry."""

    language: str = FALLBACK

    def date(self, iso: str | None, pattern: str = "date") -> str | None:
        """`2023-11-24` → `2023年11月24日 星期五`; None stays None."""
        return None if iso is None else _date(self.language, iso, pattern)

    def page(self, page: str | None, section: str | None) -> str | None:
        """`("1", "要闻")` → `第1版 · 要闻`."""
        if page is None:
            return section
        if section is None:
            return self["page_label"].format(page=page)
        return self["page_label_section"].format(page=page, section=section)


def languages() -> list[str]:
    """The languages that the interface speaks."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def interface_language(wanted: str | None) -> str:
    """The nearest language that the interface speaks: zh-TW → zh-Hant, de-AT → de, none or unknown → en."""
    known = languages()
    if wanted is None:
        return FALLBACK
    for candidate in (wanted, _RELATED.get(wanted, ""), wanted.split("-")[0], _RELATED.get(wanted.split("-")[0], "")):
        if candidate in known:
            return candidate
    return FALLBACK


@lru_cache(maxsize=4096)  # an issue has many articles, and a list many of one issue
def _date(language: str, iso: str, pattern: str) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    t = words(language)
    return t[pattern].format(
        year=day.year,
        month=day.month,
        day=day.day,
        month_name=t[f"month_{day.month}"],
        weekday=t[f"weekday_{day.isoweekday()}"],
        weekday_short=t[f"weekday_short_{day.isoweekday()}"],
    )


@lru_cache(maxsize=16)
def words(language: str) -> Words:
    """The words of one language that `interface_language` gave."""
    text = (_FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    found = Words(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    found.language = language
    return found
