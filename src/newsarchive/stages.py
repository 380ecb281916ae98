"""The two functions that do nearly all the work, as workers run them: read a source, write the pages of a job."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import msgspec

from newsarchive import addresses
from newsarchive.articles import read
from newsarchive.articles.record import Reading, to_json
from newsarchive.catalogue import SourceCard, Subject, to_slots
from newsarchive.output import Writer
from newsarchive.problems import Problem, Where
from newsarchive.site import Job, Page, Press, SourceJob, to_bytes
from newsarchive.site.draw import draw, draw_articles
from newsarchive.sources import Folder, Source, Stamp, read_source


class ReadTask(msgspec.Struct, frozen=True):
    stamp: Stamp
    folder: Folder
    known: str | None  # sha256 of the bytes that the catalogue's reading was made from, where it still holds


class Unchanged(msgspec.Struct, frozen=True):
    """A file whose time moved but not its bytes."""

    stamp: Stamp


class Unread(msgspec.Struct, frozen=True):
    """A file that could not be read."""

    stamp: Stamp
    problem: Problem


class WriteTask(msgspec.Struct, frozen=True):
    job: Job
    before: dict[str, bytes]  # digests of the pages as they were last written


class Written(msgspec.Struct, frozen=True):
    """The pages of each subject of a job with their digests; `changed` counts those whose bytes are new."""

    subjects: tuple[tuple[Subject, tuple[tuple[str, bytes], ...]], ...]
    changed: int
    problem: Problem | None = None  # why nothing was written


def read_one(task: ReadTask) -> SourceCard | Unchanged | Unread:
    """One source read whole: its record, and its articles with their addresses and names. Never raises for a bad file."""
    stamp = task.stamp
    where = Where(stamp.path)
    try:
        source = read_source(task.folder.path, stamp.path, task.folder.defaults, task.folder.prefix)
    except OSError as error:
        return Unread(stamp, Problem(where, "unreadable", f"this file cannot be read: {error.strerror}", "error"))
    if source.sha256 == task.known:
        return Unchanged(stamp)
    return to_card(stamp, source, read(source))


def to_card(stamp: Stamp, source: Source, reading: Reading) -> SourceCard:
    """What the catalogue stores of one source."""
    problems = [
        Problem(Where(stamp.path, found.line), found.code, found.message, found.severity) for found in reading.problems
    ]
    return SourceCard(
        path=stamp.path,
        folder=stamp.folder,
        size=stamp.size,
        mtime_ns=stamp.mtime_ns,
        sha256=source.sha256,
        language=reading.language,
        publication=reading.issue.publication,
        date=reading.issue.date,
        page=reading.issue.page,
        issue=addresses.issue_folder(reading.issue.date, stamp.path),
        note=source.hints.note,
        reading=to_json(reading),
        problems=msgspec.json.encode(problems) if problems else None,
        slots=to_slots(source, reading),
    )


def write_one(press: Press, task: WriteTask) -> Written:
    """The pages of one job drawn, rendered and put in place; a page that is as it was is not written again.

    Raises OutputError where the output cannot be written: then the build stops, and the next goes on from there.
    """
    job = task.job
    if not isinstance(job, SourceJob):
        return _put(press, [job.subject], draw(job, press.archive), task.before)
    folder = press.sources[job.source.folder]
    subjects = [("article", article.row.address) for article in job.articles]
    try:
        source = read_source(folder.path, job.source.path, folder.defaults, folder.prefix)
    except OSError:
        source = None
    if source is None or source.sha256 != job.source.sha256:
        words = "this file changed while the archive was being built; build again"
        return Written((), 0, Problem(Where(job.source.path), "changed-meanwhile", words))
    return _put(press, subjects, draw_articles(job, source.text, press.archive), task.before)


def _put(press: Press, subjects: list[Subject], pages: list[Page], before: dict[str, bytes]) -> Written:
    writer = _writer(press.output)
    placed: dict[Subject, list[tuple[str, bytes]]] = {subject: [] for subject in subjects}
    changed = 0
    for page in pages:
        data = to_bytes(page, press)
        digest = hashlib.blake2b(data, digest_size=16).digest()
        if before.get(page.url) != digest:
            writer.write(page.url, data)
            changed += 1
        placed[page.subject].append((page.url, digest))
    return Written(tuple((subject, tuple(urls)) for subject, urls in placed.items()), changed)


@lru_cache(maxsize=2)
def _writer(output: Path) -> Writer:
    return Writer(output)

