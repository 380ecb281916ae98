"""What a subject's pages are drawn from: complete values, cheap to send to a worker, in which cards stay packed."""

from __future__ import annotations

from typing import Literal

import msgspec

from newsarchive.catalogue.queries import ArticleRow, Counted, Issue, Printed, Row, SourceRow
from newsarchive.catalogue.store import Subject
from newsarchive.places import Place
from newsarchive.site.theme import Theme
from newsarchive.sources import Folder


class Archive(msgspec.Struct, frozen=True, kw_only=True):
    """What all pages share. A change of it draws every page again."""

    title: str
    description: str | None
    language: str  # of the interface
    base_url: str | None
    several: bool  # whether addresses carry the publication's prefix


class Press(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker needs besides the job: where to read, how to draw, where to write."""

    archive: Archive
    sources: tuple[Folder, ...]
    theme: Theme
    output: Place


class Neighbour(msgspec.Struct, frozen=True):
    headline: str
    address: str


class ArticleJob(msgspec.Struct, frozen=True):
    row: ArticleRow
    previous: Neighbour | None
    next: Neighbour | None


class SourceJob(msgspec.Struct, frozen=True):
    """The articles of one source that must be written; its text is read once for all of them."""

    source: SourceRow
    issue: Issue
    articles: tuple[ArticleJob, ...]
    pictures: dict[str, str]  # name in the page -> address


class PictureJob(msgspec.Struct, frozen=True):
    """A picture's file, copied as it is."""

    subject: Subject
    folder: int
    path: str


class IssueJob(msgspec.Struct, frozen=True):
    subject: Subject
    issue: Issue
    sources: tuple[tuple[Printed, tuple[Row, ...]], ...]
    previous: Issue | None
    next: Issue | None


class YearJob(msgspec.Struct, frozen=True):
    subject: Subject
    folder: str
    issues: tuple[Issue, ...]
    previous: str | None
    next: str | None


class Shelved(msgspec.Struct, frozen=True):
    """An undated source on its shelf."""

    folder: str  # of its page
    source: str
    articles: int
    headline: str | None  # of its first article


class ShelfJob(msgspec.Struct, frozen=True):
    subject: Subject
    part: str | None
    sources: tuple[Shelved, ...]
    parts: tuple[str, ...]


class IndexJob(msgspec.Struct, frozen=True):
    """The index of tags or of people, or one part of it."""

    subject: Subject
    shelf: Literal["tags", "people"]
    part: str | None
    names: tuple[Counted, ...]
    parts: tuple[str, ...]


class NameJob(msgspec.Struct, frozen=True):
    """A tag's or a person's list, whole, or its newest articles with links to the parts."""

    subject: Subject
    name: Counted
    rows: tuple[Row, ...]
    years: tuple[tuple[str, int], ...]  # of a long list; else empty
    part: tuple[str, int] | None  # year and number of the part that is drawn


class HomeJob(msgspec.Struct, frozen=True):
    """The front page of the archive, or of one of its papers."""

    subject: Subject
    prefix: str
    publication: str | None
    articles: int
    issues: int
    dates: tuple[str | None, str | None]
    latest: Issue | None
    latest_sources: tuple[tuple[Printed, tuple[Row, ...]], ...]
    years: tuple[tuple[str, int, int], ...]
    publications: tuple[tuple[str, str, int], ...]  # name, prefix, articles
    undated: int
    names: tuple[Counted, ...]


class MissingJob(msgspec.Struct, frozen=True):
    subject: Subject


class NoJob(msgspec.Struct, frozen=True):
    """A subject that is gone: its pages are removed."""

    subject: Subject


Job = SourceJob | PictureJob | IssueJob | YearJob | ShelfJob | IndexJob | NameJob | HomeJob | MissingJob | NoJob


class Page(msgspec.Struct, frozen=True):
    """One HTML file to be."""

    subject: Subject
    url: str
    template: str
    view: msgspec.Struct
