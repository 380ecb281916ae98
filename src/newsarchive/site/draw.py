"""8b. Job -> Pages: the views that templates are given. Pure: an article's source text is an argument."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from newsarchive.addresses import href, name_folder, year_folder
from newsarchive.articles.record import Article, Person, Reading, from_json
from newsarchive.catalogue import decode_card, decode_listing, limits
from newsarchive.catalogue.queries import Counted, Issue, Printed, Row
from newsarchive.site.jobs import (
    Archive,
    ArticleJob,
    HomeJob,
    IndexJob,
    IssueJob,
    Job,
    MissingJob,
    NameJob,
    Neighbour,
    NoJob,
    Page,
    PictureJob,
    ShelfJob,
    SourceJob,
    YearJob,
)
from newsarchive.site.plan import HOME_PEOPLE, HOME_TAGS, KINDS
from newsarchive.site.views import (
    ArticleView,
    Count,
    Day,
    Entry,
    Figure,
    Group,
    Guess,
    HeadingLine,
    HomeView,
    IndexView,
    IssueView,
    Link,
    ListView,
    MissingView,
    Month,
    PageOfIssue,
    Run,
    ShelfEntry,
    ShelfView,
    SourceView,
    TagLink,
    YearView,
)
from newsarchive.site.words import Words, words


def draw(job: Job, archive: Archive) -> list[Page]:
    """The pages of a job; none for a picture, and for a source's articles there is `draw_articles`."""
    if isinstance(job, NoJob | SourceJob | PictureJob):
        return []
    drawer = _DRAWERS[type(job)]
    return drawer(job, archive, words(archive.language))


def draw_articles(job: SourceJob, text: str, archive: Archive) -> list[Page]:
    """The pages of the articles of one source, whose untouched text is `text`."""
    t = words(archive.language)
    reading = from_json(job.source.reading)
    lines = text.split("\n")
    return [_article(job, article, reading, lines, t) for article in job.articles]


# articles


def _article(job: SourceJob, it: ArticleJob, reading: Reading, lines: Sequence[str], t: Words) -> Page:
    url = it.row.address
    article = reading.articles[it.row.number - 1]
    card = decode_card(it.row.card)
    first, last = article.lines
    view = ArticleView(
        title=article.headline,
        language=card.language,
        article=article,
        heading=_heading(article),
        byline=_byline(article, url),
        figures=tuple(
            Figure(
                photo.caption,
                _linked(photo.credit, photo.people, url) if photo.credit else (),
                href(url, job.pictures[photo.image]) if photo.image in job.pictures else None,
            )
            for photo in article.photos
        ),
        issue=Link(_issue_title(job.issue, t, job.source.path), href(url, f"{job.issue.folder}/index.html")),
        publication=card.publication,
        date=card.date,
        date_text=t.date(card.date),
        page_label=t.page(card.page, card.section),
        tags=tuple(
            TagLink(name.name, name.kind, href(url, f"{name.folder}/index.html"))  # type: ignore[arg-type]
            for name in card.names
            if name.role is None
        ),
        previous=_neighbour(it.previous, url),
        next=_neighbour(it.next, url),
        source=SourceView(job.source.path, first, last, "\n".join(lines[first - 1 : last])),
        guesses=tuple(Guess(found.field, found.rule, found.confidence, found.lines) for found in article.evidence),
        note=job.source.note,
        problems=tuple(
            problem.message for problem in reading.problems if problem.line and first <= problem.line <= last
        ),
    )
    return Page(("article", url), url, "article.html", view)


def _byline(article: Article, url: str) -> tuple[Run, ...]:
    """The signature with its names linked; an agency that signs in the dateline alone is not said twice."""
    if article.byline is None or (article.dateline and article.byline.text in article.dateline.text):
        return ()
    return _linked(article.byline.text, article.byline.people, url)


def _heading(article: Article) -> tuple[HeadingLine, ...]:
    """The stack as printed; a line's role is where the record puts it, and the rest belongs to the headline."""
    if not article.heading_lines:
        return (HeadingLine(article.headline, "headline"),)
    kicker = _bare(article.kicker or "")
    subheads = {_bare(subhead) for subhead in article.subheads}
    found: list[HeadingLine] = []
    for line in article.heading_lines:
        bare = _bare(line)
        if kicker and bare in kicker and not any(known.role == "headline" for known in found):
            found.append(HeadingLine(line, "kicker"))
        elif bare not in _bare(article.headline) and any(bare in subhead for subhead in subheads):
            found.append(HeadingLine(line, "subhead"))
        elif found and found[-1].role == "headline":
            found[-1] = HeadingLine(article.headline, "headline")
        else:
            found.append(HeadingLine(line, "headline"))
    return tuple(found)


def _bare(text: str) -> str:
    return "".join(text.split())


def _linked(text: str, people: Sequence[Person], url: str) -> tuple[Run, ...]:
    """A signature in pieces, each name linked to its person's page also where it is spaced out (`于 洋`)."""
    names = sorted({person.name for person in people if person.name}, key=lambda name: (-len(name), name))
    if not names:
        return (Run(text),)
    pieces = _name_pattern(tuple(names)).split(text)
    runs = []
    for index, piece in enumerate(pieces):
        if not piece:
            continue
        if index % 2:
            name = next(name for name in names if _bare(name) == _bare(piece))
            runs.append(Run(piece, href(url, f"{name_folder('person', name)}/index.html")))
        else:
            runs.append(Run(piece))
    return tuple(runs)


@lru_cache(maxsize=4096)
def _name_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("(" + "|".join(r"\s*".join(map(re.escape, _bare(name))) for name in names) + ")")


def _neighbour(found: Neighbour | None, url: str) -> Link | None:
    return None if found is None else Link(found.headline, href(url, found.address))


# lists


def _entry(row: Row, url: str, t: Words, *, excerpt: bool = False) -> Entry:
    card = decode_listing(row.card)
    return Entry(
        headline=card.headline,
        href=href(url, row.address),
        language=card.language,
        kind=card.kind,
        kicker=card.kicker,
        byline=card.byline,
        date=card.date,
        date_text=t.date(card.date, "date_short"),
        page_label=t.page(card.page, card.section),
        excerpt=card.excerpt if excerpt else None,
        role=row.role or None,
    )


def _pages_of_issue(sources: Iterable[tuple[Printed, tuple[Row, ...]]], url: str, t: Words) -> tuple[PageOfIssue, ...]:
    found = []
    for number, (source, rows) in enumerate(sources, 1):
        found.append(
            PageOfIssue(
                label=t.page(source.page, source.section),
                anchor=f"p{number}",
                source=source.path,
                sha256=source.sha256,
                entries=tuple(_entry(row, url, t, excerpt=True) for row in rows),
                furniture=_furniture.decode(source.furniture) if source.furniture else (),
                note=source.note,
            )
        )
    return tuple(found)


def _issue_title(issue: Issue, t: Words, source: str) -> str:
    return t.date(issue.date) or source


def _issue_link(issue: Issue | None, url: str, t: Words) -> Link | None:
    if issue is None:
        return None
    text = t.date(issue.date) or issue.folder.partition("/")[2]
    return Link(text, href(url, f"{issue.folder}/index.html"))


def _issue(job: IssueJob, archive: Archive, t: Words) -> list[Page]:
    issue = job.issue
    url = f"{issue.folder}/index.html"
    if issue.date is None:
        up = Link(t["undated"], href(url, "undated/index.html"))
    else:
        up = Link(t["year"].format(year=issue.date[:4]), href(url, f"{year_folder(issue.folder)}/index.html"))
    view = IssueView(
        title=_issue_title(issue, t, job.sources[0][0].path),
        publication=issue.publication,
        date=issue.date,
        date_text=t.date(issue.date),
        pages=_pages_of_issue(job.sources, url, t),
        previous=_issue_link(job.previous, url, t),
        next=_issue_link(job.next, url, t),
        up=up,
    )
    return [Page(job.subject, url, "issue.html", view)]


def _year(job: YearJob, archive: Archive, t: Words) -> list[Page]:
    url = f"{job.folder}/index.html"
    year = int(job.folder[-4:])
    by_day = {issue.date: issue for issue in job.issues}

    def day(number: int, month: int) -> Day:
        if not number:
            return Day(0, None)
        issue = by_day.get(date(year, month, number).isoformat())
        return Day(number, None) if issue is None else Day(
            number, href(url, f"{issue.folder}/index.html"), issue.articles
        )  # fmt: skip

    def link(folder: str | None) -> Link | None:
        return None if folder is None else Link(t["year"].format(year=folder[-4:]), href(url, f"{folder}/index.html"))

    months = tuple(
        Month(
            number=month,
            name=t[f"month_{month}"],
            weeks=tuple(
                tuple(day(number, month) for number in week)
                for week in calendar.Calendar().monthdayscalendar(year, month)
            ),
            issues=sum(1 for issue in job.issues if issue.date and int(issue.date[5:7]) == month),
        )
        for month in range(1, 13)
    )
    view = YearView(
        title=t["year"].format(year=year),
        year=str(year),
        publication=job.issues[0].publication if archive.several else None,
        weekdays=tuple(t[f"weekday_short_{number}"] for number in range(1, 8)),
        months=months,
        issues=len(job.issues),
        articles=sum(issue.articles for issue in job.issues),
        previous=link(job.previous),
        next=link(job.next),
    )
    return [Page(job.subject, url, "year.html", view)]


def _parts(parts: Iterable[str], shelf: str, url: str) -> tuple[Count, ...]:
    return tuple(Count(part, href(url, _part_url(shelf, part)), 0) for part in parts)


def _part_url(shelf: str, part: str) -> str:
    """`~` cannot begin a slug, so a part never takes the place of a name or a source."""
    return f"{shelf}/~{part}.html"


def _shelf(job: ShelfJob, archive: Archive, t: Words) -> list[Page]:
    url = "undated/index.html" if job.part is None else _part_url("undated", job.part)
    sources = tuple(
        ShelfEntry(it.headline or it.source, href(url, f"{it.folder}/index.html"), it.articles, it.source)
        for it in job.sources
    )
    view = ShelfView(title=t["undated"], sources=sources, parts=_parts(job.parts, "undated", url), here=job.part)
    return [Page(job.subject, url, "undated.html", view)]


def _count(name: Counted, url: str, *, counted: bool = True) -> Count:
    return Count(name.name, href(url, f"{name.folder}/index.html"), name.total if counted else 0, name.kind)


def _index(job: IndexJob, archive: Archive, t: Words) -> list[Page]:
    """A part of a long index names no numbers, so that it changes only when a name comes or goes."""
    url = f"{job.shelf}/index.html" if job.part is None else _part_url(job.shelf, job.part)
    groups = []
    for kind in KINDS[job.shelf]:
        names = [name for name in job.names if name.kind == kind]
        if names:
            items = tuple(_count(name, url, counted=job.part is None) for name in names)
            groups.append(Group(kind, t[f"tags_{kind}"], items))
    title = t["all_tags"] if job.shelf == "tags" else t["all_people"]
    title = title if job.part is None else f"{title} · {job.part}"
    view = IndexView(
        title=title, shelf=job.shelf, groups=tuple(groups), parts=_parts(job.parts, job.shelf, url), here=job.part
    )
    return [Page(job.subject, url, "names.html", view)]


def _name(job: NameJob, archive: Archive, t: Words) -> list[Page]:
    name = job.name
    url = f"{name.folder}/index.html" if job.part is None else _list_url(name.folder, *job.part)
    entries = sorted((_entry(row, url, t) for row in job.rows), key=lambda entry: entry.date or "", reverse=True)
    shelf = name.folder.partition("/")[0]
    up = Link(t["all_tags"] if shelf == "tags" else t["all_people"], href(url, f"{shelf}/index.html"))
    previous = None
    here = None
    if job.part is not None:
        up = Link(name.name, href(url, f"{name.folder}/index.html"))
        here = _part_name(*job.part, t)
        year, number = job.part
        if number > 1:
            previous = Link(_part_name(year, number - 1, t), href(url, _list_url(name.folder, year, number - 1)))
    view = ListView(
        title=name.name if here is None else f"{name.name} · {here}",
        name=name.name,
        kind=name.kind,
        total=name.total if job.part is None else len(job.rows),
        written=tuple(entry for entry in entries if entry.role) if shelf == "people" else (),
        entries=tuple(entry for entry in entries if not entry.role or shelf != "people"),
        parts=tuple(
            Count(_part_name(year, number, t), href(url, _list_url(name.folder, year, number)),
                  min(limits.LIST, count - (number - 1) * limits.LIST))
            for year, count in job.years
            for number in range(1, (count - 1) // limits.LIST + 2)
        ),
        here=here,
        previous=previous,
        up=up,
    )  # fmt: skip
    return [Page(job.subject, url, "person.html" if shelf == "people" else "tag.html", view)]


def _list_url(folder: str, year: str, number: int) -> str:
    return f"{folder}/{year}.html" if number == 1 else f"{folder}/{year}-{number}.html"


def _part_name(year: str, number: int, t: Words) -> str:
    text = t["undated"] if year == "undated" else t["year"].format(year=year)
    return text if number == 1 else f"{text} ({number})"


def _home(job: HomeJob, archive: Archive, t: Words) -> list[Page]:
    url = f"{job.prefix}index.html"
    tags = sorted((name for name in job.names if name.kind != "person"), key=lambda name: (-name.total, name.folder))
    people = [name for name in job.names if name.kind == "person"]
    view = HomeView(
        title=job.publication or archive.title,
        articles=job.articles,
        issues=job.issues,
        first_date_text=t.date(job.dates[0], "date_short"),
        last_date_text=t.date(job.dates[1], "date_short"),
        latest=_pages_of_issue(job.latest_sources, url, t),
        latest_issue=_issue_link(job.latest, url, t),
        years=tuple(
            Count(folder[-4:], href(url, f"{folder}/index.html"), articles) for folder, _, articles in job.years
        ),
        publications=tuple(
            Count(name, href(url, f"{prefix}index.html"), articles) for name, prefix, articles in job.publications
        ),
        undated=Count(t["undated"], href(url, "undated/index.html"), job.undated) if job.undated else None,
        tags=tuple(_count(name, url) for name in tags[:HOME_TAGS]),
        people=tuple(_count(name, url) for name in people[:HOME_PEOPLE]),
    )
    return [Page(job.subject, url, "home.html", view)]


def _missing(job: MissingJob, archive: Archive, t: Words) -> list[Page]:
    view = MissingView(title=t["missing_title"], home=archive.base_url or "index.html")
    return [Page(job.subject, "404.html", "404.html", view)]


_furniture = msgspec.json.Decoder(tuple[tuple[str, str, int], ...])

_DRAWERS: dict[type, Callable[..., list[Page]]] = {
    IssueJob: _issue,
    YearJob: _year,
    ShelfJob: _shelf,
    IndexJob: _index,
    NameJob: _name,
    HomeJob: _home,
    MissingJob: _missing,
}
