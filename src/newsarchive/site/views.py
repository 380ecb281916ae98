"""What a template is given: a view for each kind of page. Every `href` is relative to the page that shows it.

A template gets the view as `page`, the way to the top folder as `root` (`""` or `"../../"`), the absolute address
as `canonical` (None without a base_url), and what is the same for all pages, also inside macros: the archive as `site`,
the words of the interface as `t`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from newsarchive.articles.record import Article


class Link(msgspec.Struct, frozen=True):
    text: str
    href: str


class Run(msgspec.Struct, frozen=True):
    """A piece of a byline or credit; linked when it is a name that has a page."""

    text: str
    href: str | None = None


class HeadingLine(msgspec.Struct, frozen=True):
    """A line of the heading stack as printed; the role decides its size, never its place."""

    text: str
    role: Literal["kicker", "headline", "subhead"]


class Figure(msgspec.Struct, frozen=True):
    caption: str | None
    credit: tuple[Run, ...]
    image: str | None  # href of the picture, where the source folder holds it


class Guess(msgspec.Struct, frozen=True):
    """A line of the table "how this was read"."""

    field: str  # the name in the record: headline, byline, …
    rule: str
    confidence: float
    lines: tuple[int, int]


class SourceView(msgspec.Struct, frozen=True):
    """Where an article came from: the lines of the untouched source, numbered."""

    path: str
    first: int
    last: int
    text: str  # the lines first to last, joined by newlines, exactly as in the source


class TagLink(msgspec.Struct, frozen=True):
    name: str
    kind: Literal["person", "place", "organisation", "topic", "tag"]
    href: str


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """template article.html"""

    title: str  # plain text for <title>
    language: str  # of the article
    article: Article  # the record: kind, body items (type, text), rubric, dateline, jump, …
    heading: tuple[HeadingLine, ...]  # as printed; for a photo story without a heading: its headline
    byline: tuple[Run, ...]
    figures: tuple[Figure, ...]
    issue: Link  # the issue page, or the page of an undated source
    publication: str | None
    date: str | None  # ISO
    date_text: str | None  # as a reader writes it: 2023年11月24日 星期五
    page_label: str | None  # 第1版 · 要闻
    tags: tuple[TagLink, ...]
    previous: Link | None
    next: Link | None
    source: SourceView
    guesses: tuple[Guess, ...]
    note: str | None  # the free note of the front matter
    problems: tuple[str, ...]  # what could not be read well, in words


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An article in a list."""

    headline: str
    href: str
    language: str
    kind: str
    kicker: str | None = None
    byline: str | None = None
    date: str | None = None
    date_text: str | None = None
    page_label: str | None = None
    excerpt: str | None = None  # the first words of the body; only on issue pages and home
    role: str | None = None  # on a person's page: reporter, photographer, …; None where only mentioned


class PageOfIssue(msgspec.Struct, frozen=True):
    """A newspaper page of an issue with its articles and what else is printed on it."""

    label: str | None  # 第1版 · 要闻
    anchor: str
    source: str  # path of the source file
    sha256: str  # of the file's bytes, hexadecimal
    entries: tuple[Entry, ...]
    furniture: tuple[tuple[str, str, int], ...]  # kind, text, line
    note: str | None


class IssueView(msgspec.Struct, frozen=True, kw_only=True):
    """template issue.html: one day's paper, or one undated source"""

    title: str
    publication: str | None
    date: str | None
    date_text: str | None
    pages: tuple[PageOfIssue, ...]
    previous: Link | None
    next: Link | None
    up: Link  # the year's calendar, or the undated shelf


class Day(msgspec.Struct, frozen=True):
    number: int  # 0: a blank cell before the first or after the last day
    href: str | None  # None: no issue that day
    articles: int = 0


class Month(msgspec.Struct, frozen=True):
    number: int
    name: str
    weeks: tuple[tuple[Day, ...], ...]  # seven cells each, Monday first
    issues: int


class YearView(msgspec.Struct, frozen=True, kw_only=True):
    """template year.html: the calendar of a year"""

    title: str
    year: str
    publication: str | None
    weekdays: tuple[str, ...]  # short names, Monday first
    months: tuple[Month, ...]  # twelve
    issues: int
    articles: int
    previous: Link | None
    next: Link | None


class Count(msgspec.Struct, frozen=True):
    """A link with the number of articles behind it, 0 where that is not told."""

    text: str
    href: str
    articles: int
    kind: str = ""


class ShelfEntry(msgspec.Struct, frozen=True):
    """An undated source: its first headline, its page, how many articles it holds, its file."""

    text: str
    href: str
    articles: int
    source: str


class ShelfView(msgspec.Struct, frozen=True, kw_only=True):
    """template undated.html: sources without a date"""

    title: str
    sources: tuple[ShelfEntry, ...]
    parts: tuple[Count, ...]  # where the shelf is long: its parts; else empty
    here: str | None  # the part shown on this page


class Group(msgspec.Struct, frozen=True):
    """Tags of one kind, or people of one initial."""

    kind: str
    title: str
    items: tuple[Count, ...]


class IndexView(msgspec.Struct, frozen=True, kw_only=True):
    """template names.html: all tags or all people, grouped

    Of a long index this is its front, with links to the `parts`, or one part, where `here` says which.
    """

    title: str
    shelf: Literal["tags", "people"]
    groups: tuple[Group, ...]
    parts: tuple[Count, ...]
    here: str | None


class ListView(msgspec.Struct, frozen=True, kw_only=True):
    """templates tag.html and person.html: the articles of a tag, newest first; a long list is cut by year"""

    title: str
    name: str
    kind: str  # person, place, organisation, topic, tag
    total: int
    written: tuple[Entry, ...]  # a person's own articles and photographs; empty for tags
    entries: tuple[Entry, ...]  # where it is mentioned
    parts: tuple[Count, ...]  # links to years of a long list; else empty
    here: str | None
    previous: Link | None  # of a part: the older part of the same year, which never changes again
    up: Link


class HomeView(msgspec.Struct, frozen=True, kw_only=True):
    """template home.html"""

    title: str
    articles: int
    issues: int
    first_date_text: str | None
    last_date_text: str | None
    latest: tuple[PageOfIssue, ...]  # the newest issue; without dates, the first undated sources
    latest_issue: Link | None
    years: tuple[Count, ...]
    publications: tuple[Count, ...]  # where there are several
    undated: Count | None
    tags: tuple[Count, ...]  # the most frequent, at most 40
    people: tuple[Count, ...]  # the most frequent, at most 20


class MissingView(msgspec.Struct, frozen=True, kw_only=True):
    """template 404.html; a host shows it at any depth, so it carries its own few style rules"""

    title: str
    home: str
