"""12. The two functions that do nearly all the work, as workers run them: read a source, write the pages of a job."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb

import msgspec

from newsarchive import addresses
from newsarchive.articles import read
from newsarchive.articles.record import Reading, to_json
from newsarchive.catalogue import SourceCard, Subject
from newsarchive.catalogue.slots import to_slots
from newsarchive.output import Writer, is_ours
from newsarchive.places import Place, is_there, to_store
from newsarchive.problems import NewsarchiveError, OutputError, Problem, Where
from newsarchive.site import Page, Press, SourceJob, to_bytes
from newsarchive.site.draw import draw, draw_articles
from newsarchive.site.jobs import PictureJob
from newsarchive.sources import Picture, Source, Stamp, find_pictures, read_source
from newsarchive.sources.pictures import digest
from newsarchive.tasks import ReadTask, Unchanged, Unread, WriteTask, Written


def read_one(task: ReadTask) -> SourceCard | Unchanged | Unread:
    """One source read whole: its record, its articles with their addresses and names. No file makes it raise."""
    stamp = task.stamp
    where = Where(stamp.path)
    try:
        source = read_source(task.folder.path, stamp.path, task.folder.defaults, task.folder.prefix)
    except OSError as error:
        if not is_there(task.folder.path):
            raise NewsarchiveError(
                f"{task.folder.path} is not there, seen from {os.uname().nodename}",
                "workers on other machines need the sources under the same path, or in an object store",
            ) from None
        words = f"this file cannot be read: {error.strerror}; the archive keeps what it had of it"
        return Unread(stamp, Problem(where, "unreadable", words, "error"))
    if source.sha256 == task.known:
        return Unchanged(stamp)
    reading = read(source)
    names = {photo.image for article in reading.articles for photo in article.photos if photo.image}
    pictures = (picture for name in sorted(names) for picture in find_pictures(task.folder, stamp.path, name))
    return to_card(stamp, source, reading, tuple(pictures))


def to_card(stamp: Stamp, source: Source, reading: Reading, pictures: tuple[Picture, ...]) -> SourceCard:
    """What the catalogue stores of one source."""
    problems = [
        Problem(Where(stamp.path, found.line), found.code, found.message, found.severity) for found in reading.problems
    ]
    furniture = [(piece.kind, piece.text, piece.lines[0]) for piece in reading.furniture]
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
        section=reading.issue.section,
        note=source.hints.note,
        furniture=msgspec.json.encode(furniture) if furniture else None,
        reading=to_json(reading),
        problems=msgspec.json.encode(problems) if problems else None,
        pictures=pictures,
        slots=to_slots(source, reading, {picture.name: picture.address for picture in pictures}),
    )


def write_one(press: Press, task: WriteTask) -> Written:
    """The pages of one job drawn, rendered and put in place; a page that is as it was is not written again.

    Raises OutputError where the output cannot be written: then the build stops, and the next goes on from there.
    """
    job = task.job
    if isinstance(job, PictureJob):
        return _put_picture(press, job, task.before)
    if not isinstance(job, SourceJob):
        return _put(press, [job.subject], draw(job, press.archive), task.before)
    folder = press.sources[job.source.folder]
    subjects = [("article", article.row.address) for article in job.articles]
    try:
        source = read_source(folder.path, job.source.path, folder.defaults, folder.prefix)
    except OSError as error:
        words = f"the pages of this file wait until it can be read: {error.strerror}"
        return Written(problem=Problem(Where(job.source.path), "unreadable", words, "error"))
    if source.sha256 != job.source.sha256:
        words = "this file changed while the archive was being built; build again"
        return Written(problem=Problem(Where(job.source.path), "changed-meanwhile", words))
    return _put(press, subjects, draw_articles(job, source.text, press.archive), task.before)


def _put_picture(press: Press, job: PictureJob, before: dict[str, bytes]) -> Written:
    """The picture's bytes at the address that they gave it; a file that has changed since is left to the next build."""
    address = job.subject[1]
    try:
        data = to_store(press.sources[job.folder].path).read(job.path)
    except OSError:
        data = b""
    if not address.startswith(f"pictures/{digest(data)}."):
        words = "this picture changed while the archive was being built; build again"
        return Written(problem=Problem(Where(job.path), "changed-meanwhile", words))
    mark = address.encode()
    if before.get(address) != mark:
        _writer(press.output).write_all({address: data})
    return Written((job.subject,), ((address, *job.subject, mark),), (), int(before.get(address) != mark))


def _put(press: Press, subjects: list[Subject], pages: list[Page], before: dict[str, bytes]) -> Written:
    new = {}
    placed = []
    for page in pages:
        data = _to_bytes(page, press)
        digest = hashlib.blake2b(data, digest_size=16).digest()
        if before.get(page.url) != digest:
            new[page.url] = data
        placed.append((page.url, *page.subject, digest))
    if new:
        _writer(press.output).write_all(new)
    gone = before.keys() - {page.url for page in pages}
    return Written(tuple(subjects), tuple(placed), tuple(sorted(gone)), len(new))


def _to_bytes(page: Page, press: Press) -> bytes:
    """A page's HTML. Raises NewsarchiveError where a template is wrong."""
    try:
        return to_bytes(page, press)
    except Exception as error:
        words = _template_mistake(error, [folder / "templates" for folder in press.theme.folders])
        if words is None:
            raise
        hint = "correct the template, or take it away: then the one that newsarchive brings is used"
        raise NewsarchiveError(words, hint) from None


def _template_mistake(error: Exception, folders: Sequence[Path]) -> str | None:
    """`templates/article.html:5: unexpected '}'`; None for an error that comes from no template."""
    from jinja2 import TemplateError, TemplateNotFound

    files = tuple(f"{folder}/" for folder in folders)
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith(files)]
    if isinstance(error, UnicodeDecodeError):
        wrong = [path for folder in folders for path in folder.rglob("*.html") if path.read_bytes() == error.object]
        if not wrong:
            return None
        line = error.object.count(b"\n", 0, error.start) + 1
        place = f"{wrong[0]}:{line}"
        words = f"byte 0x{error.object[error.start]:02X} is not UTF-8; save the template as UTF-8"
    elif isinstance(error, TemplateError) or frames:
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else f"{folders[0]}"
        words = f"there is no template '{error.name}'" if isinstance(error, TemplateNotFound) else str(error)
        words = words.replace("newsarchive.site.views.", "").replace(" object'", "'")
    else:
        return None
    return f"{place.removeprefix(f'{folders[0].parent}/')}: {words}"


@lru_cache(maxsize=2)
def _writer(output: Place) -> Writer:
    if not is_ours(output):
        raise OutputError(
            f"{output} is not there, seen from {os.uname().nodename}",
            "workers on other machines need the output under the same path, or in an object store",
        )
    return Writer(output)
