"""11. What the coordinator asks of a worker, and what comes back: values that cross a process border, and no code."""

from __future__ import annotations

import msgspec

from newsarchive.catalogue import Subject
from newsarchive.problems import Problem
from newsarchive.site.jobs import Job
from newsarchive.sources import Folder, Stamp


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
    """The subjects of a job that are done, their pages with digests, and the addresses that they no longer fill."""

    subjects: tuple[Subject, ...] = ()
    pages: tuple[tuple[str, str, str, bytes], ...] = ()  # address, kind and key of the subject, digest
    gone: tuple[str, ...] = ()
    changed: int = 0  # pages whose bytes are new
    problem: Problem | None = None  # why nothing was written
