"""8a. Catalogue -> Jobs: for each queued subject, all that its pages are drawn from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal

from newsarchive.catalogue import Catalogue, Subject, decode_listing, limits
from newsarchive.catalogue.cards import Listing
from newsarchive.catalogue.queries import ArticleRow, Issue, Link, Printed, Row
from newsarchive.site.jobs import (
    ArticleJob,
    HomeJob,
    IndexJob,
    IssueJob,
    Job,
    MissingJob,
    NameJob,
    Neighbour,
    NoJob,
    PictureJob,
    ShelfJob,
    Shelved,
    SourceJob,
    YearJob,
)

LinksOfName = Callable[[str, str], list[Link]]  # of one year, oldest first

KINDS = {"tags": ("place", "organisation", "topic", "tag"), "people": ("person",)}
HOME_TAGS, HOME_PEOPLE, HOME_SOURCES = 40, 20, 3


def plan(catalogue: Catalogue) -> Iterator[Job]:
    """The jobs of the whole queue: articles in the order of the archive, then all other subjects."""
    for source, articles in catalogue.queued_articles():
        issue = catalogue.issue(source.issue)
        assert issue is not None  # every source has an issue
        jobs = tuple(_article(catalogue, row) for row in articles)
        yield SourceJob(source, issue, jobs, catalogue.pictures_of(source.id))
    links = lru_cache(maxsize=1)(catalogue.links_of_name)  # a name is asked for, then its parts one after the other
    for subject in (*catalogue.vanished_articles(), *catalogue.queued()):
        match subject[0]:
            case "name":
                yield _name(catalogue, subject, links)
            case "name-part":
                yield _name_part(catalogue, subject, links)
            case kind:
                planner = _PLANNERS.get(kind)
                yield planner(catalogue, subject) if planner else NoJob(subject)


def _article(catalogue: Catalogue, row: ArticleRow) -> ArticleJob:
    before, after = catalogue.neighbours(row.place)
    return ArticleJob(row, _neighbour(before), _neighbour(after))


def _neighbour(found: tuple[str, Listing] | None) -> Neighbour | None:
    return None if found is None else Neighbour(found[1].headline, found[0])


def _issue(catalogue: Catalogue, subject: Subject) -> Job:
    issue = catalogue.issue(subject[1])
    if issue is None:
        return NoJob(subject)
    return IssueJob(subject, issue, _sources(catalogue, issue), *catalogue.neighbour_issues(issue))


def _sources(catalogue: Catalogue, issue: Issue) -> tuple[tuple[Printed, tuple[Row, ...]], ...]:
    return tuple((source, tuple(rows)) for source, rows in catalogue.sources_of_issue(issue.folder))


def _year(catalogue: Catalogue, subject: Subject) -> Job:
    folder = subject[1]
    issues = catalogue.issues_of_year(folder)
    if not issues:
        return NoJob(subject)
    years = [year for year, _, _ in catalogue.dated_years(folder[:-4])]
    here = years.index(folder)
    return YearJob(
        subject,
        folder,
        tuple(issues),
        years[here - 1] if here else None,
        years[here + 1] if here + 1 < len(years) else None,
    )


def _undated(catalogue: Catalogue, subject: Subject) -> Job:
    is_long = catalogue.has_long_shelf()
    part = subject[1] or None
    if part is not None:
        shown = catalogue.undated(part) if is_long else []
    else:
        shown = catalogue.undated(limit=limits.LATEST if is_long else -1)
    if not shown:
        return NoJob(subject)
    shelved = tuple(shelved for issue in shown for shelved in _shelved(catalogue, issue))
    return ShelfJob(subject, part, shelved, tuple(catalogue.undated_parts()) if is_long and part is None else ())


def _shelved(catalogue: Catalogue, issue: Issue) -> Iterator[Shelved]:
    """The sources of an undated folder: one, or several whose names differ only in what an address leaves out."""
    for source, rows in catalogue.sources_of_issue(issue.folder):
        headline = decode_listing(rows[0].card).headline if rows else None
        yield Shelved(issue.folder, source.path, len(rows), headline)


def _picture(catalogue: Catalogue, subject: Subject) -> Job:
    found = catalogue.picture(subject[1])
    return NoJob(subject) if found is None else PictureJob(subject, *found)


def _index(catalogue: Catalogue, subject: Subject) -> Job:
    shelf: Literal["tags", "people"] = "tags" if subject[0].startswith("tags") else "people"
    is_long = catalogue.has_long_index(shelf)
    if subject[1]:
        names = catalogue.names(shelf, subject[1]) if is_long else []
        return IndexJob(subject, shelf, subject[1], tuple(names), ()) if names else NoJob(subject)
    if not is_long:
        return IndexJob(subject, shelf, None, tuple(catalogue.names(shelf, "")), ())
    top = tuple(name for kind in KINDS[shelf] for name in catalogue.top_names(kind, limits.TOP))
    return IndexJob(subject, shelf, None, top, tuple(catalogue.name_parts(shelf)))


def _name(catalogue: Catalogue, subject: Subject, links: LinksOfName) -> Job:
    name = catalogue.name(subject[1])
    if name is None:
        return NoJob(subject)
    if name.total <= limits.LIST:
        return NameJob(subject, name, tuple(catalogue.articles(catalogue.links_of_name(name.folder))), (), None)
    years = catalogue.years_of_name(name.folder)
    newest: list[Link] = []
    for year, _ in sorted(years, key=lambda counted: (counted[0] != "undated", counted[0]), reverse=True):
        newest = [*links(name.folder, year), *newest]
        if len(newest) >= limits.LATEST:
            break
    return NameJob(subject, name, tuple(catalogue.articles(newest[-limits.LATEST :])), tuple(years), None)


def _name_part(catalogue: Catalogue, subject: Subject, links: LinksOfName) -> Job:
    folder, year, number = subject[1].rsplit(" ", 2)
    name = catalogue.name(folder)
    if name is None or name.total <= limits.LIST:
        return NoJob(subject)
    start = (int(number) - 1) * limits.LIST
    rows = catalogue.articles(links(folder, year)[start : start + limits.LIST])
    return NameJob(subject, name, tuple(rows), (), (year, int(number))) if rows else NoJob(subject)


def _home(catalogue: Catalogue, subject: Subject) -> Job:
    _, articles, issues = catalogue.totals()
    latest = catalogue.latest_issue()
    undated = catalogue.undated(limit=HOME_SOURCES) if latest is None else []
    return HomeJob(
        subject,
        prefix="",
        publication=None,
        articles=articles,
        issues=issues,
        dates=catalogue.first_and_last_date(),
        latest=latest,
        latest_sources=tuple(
            source for issue in ([latest] if latest else undated) for source in _sources(catalogue, issue)
        ),
        years=tuple(catalogue.dated_years("")),
        publications=tuple(catalogue.papers()) if catalogue.several else (),
        undated=catalogue.count_undated(),
        names=(
            *(name for kind in KINDS["tags"] for name in catalogue.top_names(kind, HOME_TAGS)),
            *catalogue.top_names("person", HOME_PEOPLE),
        ),
    )


def _publication(catalogue: Catalogue, subject: Subject) -> Job:
    prefix = subject[1]
    latest = catalogue.latest_issue(prefix) if prefix else None
    if latest is None:
        return NoJob(subject)
    years = catalogue.dated_years(prefix)
    return HomeJob(
        subject,
        prefix=prefix,
        publication=latest.publication,
        articles=sum(articles for _, _, articles in years),
        issues=sum(issues for _, issues, _ in years),
        dates=catalogue.first_and_last_date(prefix),
        latest=latest,
        latest_sources=_sources(catalogue, latest),
        years=tuple(years),
        publications=(),
        undated=0,
        names=(),
    )


_PLANNERS: dict[str, Callable[[Catalogue, Subject], Job]] = {
    "home": _home,
    "publication": _publication,
    "issue": _issue,
    "year": _year,
    "undated": _undated,
    "undated-part": _undated,
    "tags": _index,
    "tags-part": _index,
    "people": _index,
    "people-part": _index,
    "picture": _picture,
    "missing": lambda _, subject: MissingJob(subject),
}
