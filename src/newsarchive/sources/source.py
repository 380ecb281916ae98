"""A file's bytes -> Source: its text with the line where the page begins, and what is said of its issue."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from newsarchive.config import SourceFolder
from newsarchive.places import Place, Remote, to_store
from newsarchive.problems import Problem, Where
from newsarchive.sources.decode import decode
from newsarchive.sources.front_matter import FrontMatter, read_front_matter
from newsarchive.sources.paths import PathHints, hints_from_path, hints_from_pattern

READ_ATTEMPTS = 4  # a file that another program is still writing is read again, up to three times


class Hints(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What front matter, pattern, path and folder say of the page; `evidence`: field -> which of them said it."""

    publication: str | None = None
    date: str | None = None  # ISO 8601, 2023-11-24
    page: str | None = None  # as printed, without leading zeros: 1, A1
    section: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    evidence: dict[str, str] = {}  # "front-matter", "pattern" or "path"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the newspaper. `text` is whole, front matter included, so that lines lead back to the file."""

    path: str  # POSIX, below the source folder
    text: str  # line ends are \n, no byte order mark, else untouched
    first_line: int = 1  # on which the page's text starts, counted from 1
    sha256: str  # of the raw bytes, hexadecimal
    encoding: str
    hints: Hints
    problems: tuple[Problem, ...] = ()

    @property
    def body(self) -> str:
        """The text of the page, from `first_line` on."""
        position = 0
        for _ in range(self.first_line - 1):
            position = self.text.find("\n", position) + 1
            if not position:
                return ""
        return self.text[position:] if position else self.text


def read_source(folder: Place, path: str, defaults: SourceFolder, prefix: str = "") -> Source:
    """The source `path` (as its stamp has it, `prefix` included) in `folder`. Raises `OSError` as reading a file does.

    A file that changes while it is read is read again.
    """
    below = path.removeprefix(prefix)
    data = to_store(folder).read(below) if isinstance(folder, Remote) else _read_bytes(folder / below)
    return to_source(path, data, defaults, prefix)


def to_source(path: str, data: bytes, defaults: SourceFolder, prefix: str = "") -> Source:
    """The source that the bytes `data` of the file `path` hold. Pure; never raises, whatever the bytes are."""
    decoded = decode(path, data)
    text = decoded.text
    front = read_front_matter(path, text) if text.startswith("---\n") else _NO_FRONT_MATTER
    problems = decoded.problems + front.problems if front.problems else decoded.problems
    source = Source(
        path=path,
        text=text,
        first_line=front.first_line,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        hints=_hints(path.removeprefix(prefix), defaults, front),
        problems=problems,
    )
    if decoded.encoding != "binary" and _is_blank(source.body):
        empty = Problem(Where(path), "empty", "there is no text in this file")
        source = msgspec.structs.replace(source, problems=(*problems, empty))
    return source


def _hints(path: str, defaults: SourceFolder, front: FrontMatter) -> Hints:
    """The first that speaks wins: front matter, the pattern, the path; the folder's defaults fill what is left."""
    pattern = hints_from_pattern(path, defaults.pattern) if defaults.pattern else None
    said: dict[str, str] = {}
    evidence: dict[str, str] = {}
    for name, value in front.fields.items():
        said[name], evidence[name] = value, "front-matter"
    if front.tags:
        evidence["tags"] = "front-matter"
    if pattern is not None:
        _fill(said, evidence, pattern, "pattern")
    if "date" not in said or "page" not in said:
        _fill(said, evidence, hints_from_path(_with_folder(path, defaults.folder)), "path")
    for name, default in (
        ("publication", defaults.publication),
        ("section", defaults.section),
        ("language", defaults.language),
    ):
        if default and name not in said:
            said[name], evidence[name] = default, "pattern"
    return Hints(tags=front.tags, evidence=evidence, **said)


def _fill(said: dict[str, str], evidence: dict[str, str], found: PathHints, origin: str) -> None:
    for name in ("publication", "date", "page", "section"):
        value = getattr(found, name)
        if value and name not in said:
            said[name], evidence[name] = value, origin


def _with_folder(path: str, folder: str) -> str:
    """The path from the project folder on, since `scans/1951` may hold `03/05/4.txt`; absolute folders say nothing."""
    return path if folder.startswith(("/", "..")) or ":" in folder else f"{folder}/{path}"


def _is_blank(text: str) -> bool:
    return not text or text.isspace()


def _read_bytes(path: Path) -> bytes:
    data = b""
    for _ in range(READ_ATTEMPTS):
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            data = file.read()
        after = path.stat()
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and len(data) == after.st_size:
            break
    return data


_NO_FRONT_MATTER = FrontMatter()
