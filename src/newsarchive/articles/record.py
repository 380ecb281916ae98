"""The record: what was read on one source, in the key order of `newsarchive inspect --format json`.

Absent values are left out of the JSON. Lines count from 1 and lead back to the untouched source; a range is
`(first, last)`. Characters are counted without white space and Markdown marks.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Lines = tuple[int, int]

ArticleKind = Literal["article", "photo", "brief", "notice", "advert"]
BodyType = Literal["paragraph", "crosshead", "table", "note", "author-note"]
Role = Literal[
    "reporter", "correspondent", "photographer", "author", "editor", "translator", "contributor", "illustrator"
]


class Issue(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What is known of the paper that the page stood in; `evidence` says for each field where it was found."""

    publication: str | None = None
    date: str | None = None  # ISO 8601, 2023-11-24
    page: str | None = None  # as printed, without leading zeros: 1, A1
    section: str | None = None
    evidence: dict[str, str] = {}


class Person(msgspec.Struct, frozen=True):
    name: str
    role: Role


class Byline(msgspec.Struct, frozen=True, omit_defaults=True):
    text: str
    people: tuple[Person, ...]  # always written, also when only an agency signs
    agency: str | None = None


class Dateline(msgspec.Struct, frozen=True, omit_defaults=True):
    text: str
    place: str | None = None
    date: str | None = None


class BodyItem(msgspec.Struct, frozen=True):
    """One paragraph, crosshead, table or note; `lines` has one range for each piece that a column break left."""

    type: BodyType
    text: str
    lines: tuple[Lines, ...]


class Photo(msgspec.Struct, frozen=True, omit_defaults=True):
    caption: str | None = None
    credit: str | None = None
    people: tuple[Person, ...] = ()
    image: str | None = None  # as the source names it
    lines: tuple[Lines, ...] = ()


class Jump(msgspec.Struct, frozen=True, omit_defaults=True):
    direction: Literal["to", "from"]
    page: str | None = None


class Evidence(msgspec.Struct, frozen=True):
    """Which rule found a field, how sure it is (the share of such findings that are right), and where."""

    field: str
    rule: str
    confidence: float
    lines: Lines


class Article(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    kind: ArticleKind
    kicker: str | None = None
    headline: str
    subheads: tuple[str, ...] = ()
    heading_lines: tuple[str, ...] = ()
    rubric: str | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    body: tuple[BodyItem, ...]
    photos: tuple[Photo, ...] = ()
    jump: Jump | None = None
    lines: Lines
    evidence: tuple[Evidence, ...]


class Furniture(msgspec.Struct, frozen=True):
    """What is printed on the page but belongs to no article: folio, masthead, editors, rule, page marker, …"""

    kind: str
    text: str
    lines: Lines


class Characters(msgspec.Struct, frozen=True):
    """The account: read = placed + furniture + dropped."""

    read: int
    placed: int
    furniture: int
    dropped: int


class ReadingProblem(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    code: str
    severity: Literal["error", "warning", "info"]
    line: int | None = None
    message: str


class Reading(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """All that was read on one source; one JSON object, one line."""

    source: str
    sha256: str
    language: str
    issue: Issue
    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    characters: Characters
    problems: tuple[ReadingProblem, ...]


def to_json(reading: Reading) -> bytes:
    """The reading as one line of UTF-8 JSON, keys in the order of the record."""
    return msgspec.json.encode(reading)


def from_json(line: bytes) -> Reading:
    """The reading that `to_json` wrote. Raises `msgspec.ValidationError` for anything else."""
    return _decoder.decode(line)


_decoder = msgspec.json.Decoder(Reading)
