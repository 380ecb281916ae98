"""6. Headlines, names, dates -> addresses: ASCII, lower case, relative links to files, the same for ever.

An address is a pure function of the thing itself. Different names share a reading (李伟 and 李卫 are both li-wei), so
the folder of a name ends in a short digest of it, and no tag's address depends on which other tags there are.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import lru_cache

LONGEST_SLUG = 60
_WORD = re.compile(r"[a-z0-9]+")
_PLAIN = {ord(sign): " " for sign in "，。、；：？！“”‘’《》〈〉「」『』（）【】〔〕［］·…—–―～　／＋％＆"}
_PAGE = re.compile(r"^([A-Za-z]{0,3})(\d{1,6})(.*)$")
_OURS = re.compile(r"(?:people|tags|undated|static|pictures|\d+)\Z")  # folders that no paper may take
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=65536)
def slug(text: str, longest: int = LONGEST_SLUG) -> str:
    """`乔俊杰率团` → `qiao-jun-jie-shuai-tuan`: pinyin that knows 行长 from 行走, cut at a word near `longest`.

    Never empty: a text without a letter or digit gives `untitled`.
    """
    head = text[: longest * 2]
    if not head.isascii():
        from newsarchive.pinyin import HAN, syllables

        head = HAN.sub(lambda run: f" {' '.join(syllables(run.group()))} ", head).translate(_PLAIN)
    if head.isascii():
        return _cut("-".join(_WORD.findall(head.lower())), longest) or "untitled"
    from slugify import slugify

    return slugify(head, max_length=longest, word_boundary=True, save_order=True) or "untitled"


def _cut(words: str, longest: int) -> str:
    """At most `longest` characters, cut between words; one long word is cut where it must be."""
    if len(words) <= longest:
        return words
    return words[: longest + 1].rpartition("-")[0] or words[:longest]


@lru_cache(maxsize=262144)
def name_folder(kind: str, name: str) -> str:
    """`("place", "常州")` → `tags/chang-zhou-x1y2`, a person → `people/…`: reading, then digest of kind and name."""
    shelf = "people" if kind == "person" else "tags"
    return f"{shelf}/{slug(name, 40)}-" + _digest(f"{kind}\0{name}")


def _digest(text: str) -> str:
    """Four letters and digits."""
    number = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest())
    digits = ""
    for _ in range(4):
        number, digit = divmod(number, 36)
        digits += _BASE36[digit]
    return digits


def publication_folder(name: str) -> str:
    """`Harbour News` → `harbour-news`; with a digest where papers could be taken for each other, or for our folders."""
    plain = slug(name)
    return plain if name.isascii() and not _OURS.match(plain) else f"{plain}-{_digest(name)}"


def page_order(page: str | None) -> str:
    """A key that sorts newspaper pages as a reader turns them: 1 2 10 A1 A2 B1, pages without a number last."""
    if page is None:
        return "~"
    match = _PAGE.match(page)
    if match is None:
        return f"~{page}"
    letters, number, rest = match.groups()
    return f"{letters.upper()}{int(number[:9]):09d}{rest}"


def page_slug(page: str | None) -> str:
    """`1` → `01`, `A1` → `a01`, none → `00`."""
    if page is None:
        return "00"
    match = _PAGE.match(page)
    if match is None or match.group(3):
        return slug(page, 12)
    return f"{match.group(1).lower()}{int(match.group(2)):02d}"


def issue_folder(date: str | None, source: str) -> str:
    """`2023/11/24` for a dated paper, `undated/<source>` for a source without a date."""
    if date is not None:
        return date.replace("-", "/")
    stem = posixpath.splitext(source)[0]
    return f"undated/{slug(stem.replace('/', ' '), 80)}"


def article_name(date: str | None, page: str | None, number: int, headline: str) -> str:
    """`01-2-<slug>.html` on page 1 of a dated paper, `2-<slug>.html` for the second article of an undated source."""
    tail = f"{number}-{slug(headline)}.html"
    return tail if date is None else f"{page_slug(page)}-{tail}"


def with_rank(address: str, rank: int) -> str:
    """The address of the `rank`-th (from 0) article that wants `address`: `--2` cannot stand in a slug."""
    if rank == 0:
        return address
    stem, ending = posixpath.splitext(address)
    return f"{stem}--{rank + 1}{ending}"


def href(page: str, target: str) -> str:
    """The relative link from one page of the site to another; both are paths below its top folder."""
    folder = page[: page.rfind("/") + 1]
    if target.startswith(folder):  # from an index to one of its names, thousands of times
        return target[len(folder) :]
    here = page.split("/")[:-1]
    there = target.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


def root(page: str) -> str:
    """From a page to the top folder: `""`, `"../"`, …"""
    return "../" * page.count("/")


def year_folder(issue: str) -> str:
    """`2023/11/24` → `2023`, `morning-post/2023/11/24` → `morning-post/2023`."""
    return issue[:-6]


def publication_prefix(issue: str) -> str:
    """`morning-post/2023/11/24` → `morning-post/`, `2023/11/24` → `""`."""
    return issue[:-10]
