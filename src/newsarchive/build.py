"""The verb `build`: a project's sources -> its site. `build` names every stage in order; the rest says how."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from newsarchive import output
from newsarchive.catalogue import SCHEMA, Catalogue, Changes, SourceCard, Subject, open_catalogue
from newsarchive.catalogue.store import FOLDER
from newsarchive.config import Config, read_config
from newsarchive.engine import Engine, Lost, Runner, cores
from newsarchive.engine.code import code_digest
from newsarchive.places import Place, Remote, is_private, to_place
from newsarchive.problems import CatalogueError, NewsarchiveError, Problem, Where
from newsarchive.site import Press, carry, find_theme, plan, site_archive, static_files
from newsarchive.site.jobs import SourceJob
from newsarchive.sources import Folder, Scan, folders, scan, stamp_of
from newsarchive.tasks import ReadTask, Unchanged, Unread, WriteTask, Written

READ_BATCH = 20  # sources, each a newspaper page of a few articles
READ_WORTH = 12  # fewer are not worth starting other processes
WRITE_BATCH = 40  # jobs, each a source's articles or one list
WRITE_WORTH = 600
SEALED = 20_000  # pages; a larger site is looked at page by page only where one of its folders changed
TOP_PAGES = ("404.html", "index.html")
COMMIT = 200  # jobs after which the queue on the disk is brought up to date


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a build did. `unchanged` counts all pages that were left as they are; `seconds` is wall time."""

    sources: int
    read: int
    articles: int
    pages: int
    written: int
    unchanged: int
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]  # what a person should know of the run itself
    output: str
    seconds: float


class Progress(Protocol):
    """Where a build tells how far it is: stages `read` and `write`, each with its number of steps."""

    def stage(self, name: str, total: int) -> None: ...
    def step(self, count: int) -> None: ...


class Silent:
    """Tells nobody."""

    def stage(self, name: str, total: int) -> None:
        """Nothing."""

    def step(self, count: int) -> None:
        """Nothing."""


def build(
    project: Path,
    *,
    to: str | None = None,
    jobs: int | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> Summary:
    """The site of `project`, complete. Raises NewsarchiveError where that is impossible; a killed build goes on.

    `to` names the output folder (default: the configuration's), `jobs` the number of processes (default: the cores),
    `scheduler` a Dask cluster (`tcp://host:8786`) whose workers read and write instead of processes here.
    """
    start = time.perf_counter()
    progress = progress or Silent()
    config = read_config(project)
    found = scan(config)
    folder = to_place(project, to or config.output)
    output.claim(folder)
    with (
        _said_clearly(project),
        open_catalogue(project, _catalogue_key(project, folder)) as catalogue,
        _engine(jobs, scheduler, [folder, *(source.path for source in folders(config))]) as engine,
    ):
        output.begin(folder)
        changes, unread = read_sources(catalogue, config, found, engine, progress)
        press = fill_queue(catalogue, config, folder, changes)
        if scheduler:
            press = msgspec.structs.replace(press, theme=carry(press.theme))
        written, removed, unwritten = write_pages(catalogue, press, engine, progress)
        removed += sweep(catalogue, folder, removed, bool(written or removed))
        sources, articles, _ = catalogue.totals()
        pages = catalogue.count_pages()
        return Summary(
            sources=sources,
            read=changes.stored if changes else 0,
            articles=articles,
            pages=pages,
            written=written,
            unchanged=pages - written,
            removed=tuple(removed),
            problems=(
                *_located((*found.problems, *unread, *unwritten, *catalogue.problems()), folders(config)),
                *_between(catalogue, folders(config)),
            ),
            notes=_NOTES.get(catalogue.fresh, ()),
            output=str(folder),
            seconds=time.perf_counter() - start,
        )


def read_sources(
    catalogue: Catalogue, config: Config, found: Scan, engine: Runner, progress: Progress
) -> tuple[Changes | None, list[Problem]]:
    """What is new or moved is read, on all cores; what is gone is forgotten. None where nothing changed.

    What is known of files that cannot be read just now stays as it is, and the next build tries again.
    """
    known = catalogue.known_sources()
    key = _reading_key(config)
    again = catalogue.fact("reading") != key
    places = folders(config)
    redrawn = _with_new_pictures(catalogue, places)
    there = dict(zip(map(msgspec.structs.astuple, found.stamps), found.stamps, strict=True))
    moved = [stamp for values, stamp in there.items() if again or stamp.path in redrawn or values not in known]
    missing = {path for path, *_ in known.difference(there)} - {stamp.path for stamp in moved}
    gone = {path for path in missing if not _is_hidden(path, found)}
    if not moved and not gone:
        return None, []
    changes = Changes(catalogue)
    changes.forget(sorted(gone))
    catalogue.set_fact("reading", key)
    progress.stage("read", len(moved))
    tasks = (
        ReadTask(stamp, places[stamp.folder], None if anew else catalogue.digest_of_source(stamp.path))
        for stamp in moved
        for anew in [again or stamp.path in redrawn]
    )
    from newsarchive.stages import read_one  # brings the parser, which a build with nothing to do goes without

    problems = []
    for done in engine.each(read_one, tasks, batch=READ_BATCH, worth=READ_WORTH):
        match done:
            case SourceCard():
                changes.store(done)
            case Unchanged(stamp):
                changes.same(stamp.path, stamp.folder, stamp.size, stamp.mtime_ns)
            case Unread(stamp, problem):
                problems.append(problem)
                changes.distrust(stamp.path)
            case Lost(task):
                words = "the process that read this file was killed by the system; it is left out for now"
                problems.append(Problem(Where(task.stamp.path), "killed", words, "error"))
                changes.distrust(task.stamp.path)
        progress.step(1)
    return changes, problems


def fill_queue(catalogue: Catalogue, config: Config, folder: Place, changes: Changes | None) -> Press:
    """The queue holds what shows the changes, or everything where the theme, the words or the code changed."""
    is_sealed = _is_sealed(catalogue, folder)  # as the last build left it, so before the changes
    if not is_sealed:
        catalogue.set_fact("seal", "")
    if changes is not None:
        changes.settle()
    archive = site_archive(config, catalogue)
    whole = folder if isinstance(folder, Remote) else folder.resolve()
    press = Press(archive=archive, sources=folders(config), theme=find_theme(config.root), output=whole)
    key = _site_key(press)
    if catalogue.fact("site") != key:
        catalogue.queue_everything()
        catalogue.set_fact("site", key)
    catalogue.queue_pages(output.missing(folder, TOP_PAGES if is_sealed else catalogue.page_urls()))
    catalogue.commit()
    return press


def write_pages(
    catalogue: Catalogue, press: Press, engine: Runner, progress: Progress
) -> tuple[int, list[str], list[Problem]]:
    """The queue is emptied: pages drawn and written on all cores; each leaves the queue when it is in place."""
    written, removed = _write_static(catalogue, press)
    problems: list[Problem] = []
    if not (length := catalogue.queue_length()):
        return written, removed, problems
    from newsarchive.stages import write_one

    progress.stage("write", length)
    done: Written | Lost[WriteTask]
    results = engine.each(partial(write_one, press), _tasks(catalogue), batch=WRITE_BATCH, worth=WRITE_WORTH)
    for count, done in enumerate(results, 1):
        if isinstance(done, Lost):
            raise NewsarchiveError(
                "the system killed a process that was writing pages", "build again: it goes on where it stopped"
            )
        if done.problem is not None:
            problems.append(done.problem)
        output.remove(press.output, done.gone)
        catalogue.written(done.subjects, done.pages, done.gone)
        removed += done.gone
        written += done.changed
        progress.step(len(done.subjects))
        if count % COMMIT == 0:
            catalogue.commit()
    catalogue.commit()
    return written, removed, problems


def sweep(catalogue: Catalogue, folder: Place, removed: Sequence[str], has_changed: bool) -> list[str]:
    """What an earlier build wrote that no catalogue remembers is removed, and so are empty folders.

    Then the site is sealed, unless it still bears the seal that it had before this build.
    """
    output.clear_temporary(folder)
    orphans = output.orphans(folder, set(catalogue.page_urls())) if catalogue.fresh else []
    output.remove(folder, orphans)
    output.prune(folder, [*removed, *orphans])
    is_sealed = catalogue.fact("seal") and not has_changed and not orphans
    if catalogue.has_more_pages_than(SEALED) and not is_sealed:
        catalogue.set_fact("seal", output.seal(folder, catalogue.folders_of_several()))
        catalogue.commit()
    return orphans


def _is_sealed(catalogue: Catalogue, folder: Place) -> bool:
    """Whether a large site's folders are as the last build left them; a small site is looked at page by page."""
    seal = catalogue.fact("seal")
    is_large = catalogue.has_more_pages_than(SEALED)
    return is_large and bool(seal) and output.seal(folder, catalogue.folders_of_several()) == seal


def _engine(jobs: int | None, scheduler: str | None, places: Sequence[Place]) -> AbstractContextManager[Runner]:
    """A cluster where one is named, else the cores of this machine; what lies in our memory is for no other process."""
    private = [place for place in places if is_private(place)]
    if scheduler and private:
        raise NewsarchiveError(
            f"{private[0]} lies in the memory of this process, where no worker sees it",
            "name a folder that all machines share, or an object store",
        )
    if scheduler:
        from newsarchive.engine.cluster import Cluster

        return Cluster(scheduler)
    threaded = any(isinstance(place, Remote) for place in places)
    return Engine(1 if private else jobs or cores(), threaded=threaded)


def _tasks(catalogue: Catalogue) -> Iterator[WriteTask]:
    for job in plan(catalogue):
        subjects: Sequence[Subject]
        if isinstance(job, SourceJob):
            subjects = [("article", article.row.address) for article in job.articles]
        else:
            subjects = [job.subject]
        yield WriteTask(job, catalogue.page_digests(subjects))


def _write_static(catalogue: Catalogue, press: Press) -> tuple[int, list[str]]:
    """The theme's files as they are: how many were written, and which are no longer part of it."""
    files = static_files(press.theme)
    writer = output.Writer(press.output)
    written = 0
    for url, path in files.items():
        data = path.read_bytes()
        subject = ("static", url)
        digest = hashlib.blake2b(data, digest_size=16).digest()
        if catalogue.page_digests([subject]).get(url) != digest:
            writer.write(url, data)
            catalogue.written([], [(url, *subject, digest)], [])
            written += 1
    removed = [url for url in catalogue.static_pages() if url not in files]
    output.remove(press.output, removed)
    catalogue.written([], [], removed)
    catalogue.commit()
    return written, removed


def _is_hidden(path: str, found: Scan) -> bool:
    """Whether the file may still be there, in a folder or behind a link that cannot be read just now."""
    places = (problem.where.path for problem in found.problems if problem.code == "unreadable")
    return any(path == place or path.startswith(f"{place}/") for place in places)


def _with_new_pictures(catalogue: Catalogue, places: Sequence[Folder]) -> set[str]:
    """The pages of which a picture has come, changed or gone since they were read; in a store nobody looks again."""
    return {
        source
        for source, folder, path, size, mtime_ns in catalogue.known_pictures()
        if folder < len(places)
        and not isinstance(places[folder].path, Remote)
        and stamp_of(places[folder], path) != (size, mtime_ns)
    }


def _between(catalogue: Catalogue, places: Sequence[Folder]) -> Iterator[Problem]:
    """What is wrong between sources, where each by itself is right."""
    for issue, page, paths in catalogue.twice_printed():
        first, *others = (_from_project(path, places) for path in paths)
        for path in others:
            words = f"this says that it is page {page} of {issue}, as {first} does; both are kept"
            yield Problem(Where(path), "page-twice", words)
    for address, wanting in catalogue.same_address():
        (path, number), *rest = wanting
        for rank, (other_path, other) in enumerate(rest, 2):
            words = (
                f"article {other} wants the address {address}, which article {number} of {_from_project(path, places)}"
                f" has; it stands at …--{rank}.html"
            )
            yield Problem(Where(_from_project(other_path, places)), "same-address", words)


def _located(problems: Iterable[Problem], places: Sequence[Folder]) -> Iterator[Problem]:
    for problem in problems:
        where = Where(_from_project(problem.where.path, places), problem.where.line)
        yield msgspec.structs.replace(problem, where=where)


def _from_project(path: str, places: Sequence[Folder]) -> str:
    """A source's path from the project folder on, `seeds/2023-11-24/01.txt`, so that it can be opened there."""
    if any(path == place.defaults.folder for place in places):
        return path
    for place in places:
        if path in (".", place.prefix.rstrip("/")):
            return place.defaults.folder
        if path.startswith(place.prefix):
            return f"{place.defaults.folder}/{path.removeprefix(place.prefix)}"
    return path


@contextmanager
def _said_clearly(project: Path) -> Iterator[None]:
    """What SQLite raises, in the words of our own errors."""
    try:
        yield
    except sqlite3.Error as error:
        place = project / FOLDER
        if error.sqlite_errorname.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            again = "see that the disk has room, and build again: it goes on where it stopped"
            raise CatalogueError(f"the catalogue in {place} cannot be written: {error}", again) from None
        again = "delete that folder and build again: everything in it is read anew from the sources"
        raise CatalogueError(f"the catalogue in {place} cannot be used: {error}", again) from None


_NOTES = {
    "damaged": ("the catalogue in .newsarchive was damaged and has been made anew",),
    "another version": (
        "the catalogue in .newsarchive was of another version or output folder and has been made anew",
    ),
}


def _catalogue_key(project: Path, folder: Place) -> str:
    """Of a catalogue that this version can go on with, for this output folder, also after the project was moved."""
    place = os.path.relpath(folder, project) if isinstance(folder, Path) else str(folder).rstrip("/")
    return f"{hashlib.blake2b(SCHEMA.encode(), digest_size=8).hexdigest()} {place}"


def _reading_key(config: Config) -> str:
    return f"{code_digest()} {msgspec.json.encode(config.sources).decode()}"


def _site_key(press: Press) -> str:
    archive = msgspec.json.encode(press.archive).decode()
    return f"{code_digest()} {press.theme.digest} {archive}"
