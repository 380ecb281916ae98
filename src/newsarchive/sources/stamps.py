"""Folders -> Stamps: which pages there are, and when each was last written; no file is opened."""

from __future__ import annotations

import difflib
import os
import stat
from pathlib import Path

import msgspec

from newsarchive.config import Config, SourceFolder
from newsarchive.places import Place, Remote, list_files, to_place
from newsarchive.problems import Problem, Severity, SourcesError, Where
from newsarchive.sources.paths import hints_from_pattern

SUFFIXES = (".txt", ".md", ".markdown", ".text")
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".tif", ".tiff", ".bmp", ".jp2")
DEEPEST = 200  # folders inside one another; more are a mistake, and would take the machine's stack


class Stamp(msgspec.Struct, frozen=True, order=True):
    """One page file, without its content."""

    path: str  # POSIX, below the source folder; with several folders the folder's name stands before it
    size: int  # bytes
    mtime_ns: int  # of an object store, a number that stands for its ETag or time
    folder: int  # which of the source folders, from 0


class Scan(msgspec.Struct, frozen=True):
    """All page files, sorted by path, and what could not be looked at."""

    stamps: tuple[Stamp, ...]
    problems: tuple[Problem, ...] = ()


class Folder(msgspec.Struct, frozen=True):
    """A source folder, with its whole path; `prefix` (`scans/`, or nothing) stands before the paths of its files."""

    path: Place
    prefix: str
    defaults: SourceFolder


def folders(config: Config) -> tuple[Folder, ...]:
    """The source folders of a project, in the order of the configuration."""
    names = _names(tuple(source.folder for source in config.sources))
    return tuple(
        Folder(to_place(config.root.absolute(), source.folder), f"{name}/" if len(names) > 1 else "", source)
        for source, name in zip(config.sources, names, strict=True)
    )


def scan(config: Config) -> Scan:
    """All page files below the source folders. Hidden names and other kinds of files are passed over.

    Raises `SourcesError` where a folder is missing, or no page is found at all.
    """
    stamps: list[Stamp] = []
    problems: list[Problem] = []
    for index, folder in enumerate(folders(config)):
        before = len(stamps)
        if isinstance(folder.path, Remote):
            others = _list(folder, folder.path, index, stamps)
        else:
            others = _walk(folder, folder.path, index, stamps, problems)
        if len(stamps) == before and len(config.sources) > 1:
            words = f"this source folder holds no pages ({others} other files); pages end in {', '.join(SUFFIXES)}"
            problems.append(Problem(Where(folder.defaults.folder), "no-pages", words))
        problems += _pattern_problems(folder, [stamp.path.removeprefix(folder.prefix) for stamp in stamps[before:]])
    if not stamps:
        raise SourcesError(_no_sources(config, problems), _HINT)
    return Scan(tuple(sorted(stamps)), tuple(sorted(problems, key=lambda problem: (problem.where.path, problem.code))))


def _list(folder: Folder, place: Remote, index: int, stamps: list[Stamp]) -> int:
    """Adds the pages of an object store; gives the number of other files. What cannot be listed ends the run."""
    others = 0
    try:
        for file in list_files(place):
            if file.path.startswith(".") or "/." in file.path:
                continue
            if file.path.lower().endswith(SUFFIXES):
                stamps.append(Stamp(folder.prefix + file.path, file.size, file.version, index))
            else:
                others += 1
    except OSError as error:
        raise SourcesError(
            f"the source folder '{place}' cannot be listed: {error.strerror}",
            "check the address, and the keys and the endpoint that fsspec is given for it",
        ) from None
    return others


def _walk(folder: Folder, place: Path, index: int, stamps: list[Stamp], problems: list[Problem]) -> int:
    """Adds the pages of a folder, and what is wrong in it; gives the number of other files."""
    if not place.is_dir():
        raise _missing(folder, place)
    walk = _Walk(place, index, stamps, problems)
    walk.enter(str(place), folder.prefix, (walk.root,))
    return walk.other


class _Walk:
    """One walk through one source folder; adds to `stamps` and `problems`."""

    def __init__(self, place: Path, index: int, stamps: list[Stamp], problems: list[Problem]) -> None:
        self.root = os.path.realpath(place)
        self.index = index
        self.stamps = stamps
        self.problems = problems
        self.other = 0

    def enter(self, place: str, prefix: str, above: tuple[str, ...]) -> None:
        """Walks the folder `place`. Files are called `prefix` + name; `above` are the real folders down to it."""
        if len(above) > DEEPEST:
            words = f"folders are nested more than {DEEPEST} deep here; what lies in this one is not read"
            self._complain(prefix.rstrip("/"), "unreadable", words, "error")
            return
        try:
            with os.scandir(place) as found:
                entries = list(found)
        except OSError as error:
            words = f"this folder cannot be read: {error.strerror}"
            self._complain(prefix.rstrip("/") or ".", "unreadable", words, "error")
            return
        pages, others = 0, []
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            try:
                if entry.is_symlink():
                    pages += self._follow(entry, prefix, above)
                elif entry.is_dir():
                    self.enter(entry.path, f"{prefix}{name}/", (*above, above[-1] + os.sep + name))
                elif name.endswith(SUFFIXES) or name.lower().endswith(SUFFIXES):
                    pages += self._add(entry, prefix)
                else:
                    others.append(name)
            except OSError as error:
                self._complain(prefix + name, "unreadable", f"this cannot be read: {error.strerror}", "error")
        self.other += len(others)
        if others and not pages and not all(name.lower().endswith(PICTURE_SUFFIXES) for name in others):
            words = f"no file here is a page; pages end in {', '.join(SUFFIXES)}, found {_some(others)}"
            self._complain(prefix.rstrip("/") or ".", "no-pages", words, "info")

    def _add(self, entry: os.DirEntry[str], prefix: str) -> int:
        status = entry.stat()
        if not stat.S_ISREG(status.st_mode):
            return 0
        path = prefix + entry.name
        if not path.isascii() and not _is_utf8(path):
            self._complain(path, "file-name", "the name of this file is not UTF-8; rename it", "error")
            return 1
        self.stamps.append(Stamp(path, status.st_size, status.st_mtime_ns, self.index))
        return 1

    def _follow(self, entry: os.DirEntry[str], prefix: str, above: tuple[str, ...]) -> int:
        """A link to something inside the source folder is taken for it; one that leads out is named, and left."""
        target = os.path.realpath(entry.path)
        if not os.path.lexists(target):
            words = f"this link leads to {target}, which is not there"
            self._complain(prefix + entry.name, "unreadable", words, "error")
            return 0
        if target != self.root and not target.startswith(self.root.rstrip("/") + os.sep):
            words = f"this link leads out of the source folder, to {target}; it is not read"
            self._complain(prefix + entry.name, "symlink-outside", words)
            return 0
        if entry.is_dir():
            if target not in above:
                self.enter(entry.path, f"{prefix}{entry.name}/", (*above, target))
            return 0
        return self._add(entry, prefix) if entry.name.lower().endswith(SUFFIXES) else 0

    def _complain(self, path: str, code: str, words: str, severity: Severity = "warning") -> None:
        where = Where(path.encode("utf-8", "backslashreplace").decode())
        self.problems.append(Problem(where, code, words, severity))


def _pattern_problems(folder: Folder, paths: list[str]) -> list[Problem]:
    """A warning, if there are pages and the pattern fits none of them."""
    pattern = folder.defaults.pattern
    if not pattern or not paths or any(hints_from_pattern(path, pattern) for path in paths):
        return []
    words = f"no path in this source folder is of the form '{pattern}'; there is, for example, '{min(paths)}'"
    return [Problem(Where(folder.defaults.folder), "pattern", words)]


def _missing(folder: Folder, place: Path) -> SourcesError:
    name = folder.defaults.folder
    what = "is not a folder" if place.exists() else "does not exist"
    return SourcesError(f"the source folder '{name}' {what}{_did_you_mean(place)}", _HINT.replace("seeds", name))


def _did_you_mean(missing: Path) -> str:
    """A folder beside the missing one that is called nearly so."""
    try:
        beside = sorted(path.name for path in missing.parent.iterdir() if path.is_dir())
    except OSError:
        return ""
    near = difflib.get_close_matches(missing.name, beside, n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def _no_sources(config: Config, problems: list[Problem]) -> str:
    names = ", ".join(f"'{source.folder}'" for source in config.sources)
    others = "; ".join(problem.message for problem in problems[:3])
    return f"there are no pages in {names}" + (f": {others}" if others else "")


def _names(paths: tuple[str, ...]) -> tuple[str, ...]:
    """A name for each folder: its last part, or as many of its last parts as it takes to tell them apart."""
    parts = [tuple(part for part in path.split("/") if part not in ("", ".", "..")) or ("root",) for path in paths]
    for count in range(1, max(map(len, parts), default=1) + 1):
        names = tuple("/".join(part[-count:]) for part in parts)
        if len(set(names)) == len(names):
            return names
    return tuple(f"{'/'.join(part)}-{number}" for number, part in enumerate(parts, 1))


def _some(names: list[str]) -> str:
    shown = ", ".join(sorted(names)[:3])
    shown = shown.encode("utf-8", "backslashreplace").decode()
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"


def _is_utf8(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


_HINT = (
    f"put the text of one newspaper page in each file ({', '.join(SUFFIXES)}) of a folder 'seeds', "
    "or name another folder with 'sources:' in newsarchive.yaml"
)
