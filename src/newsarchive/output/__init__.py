"""9. Bytes -> the output folder: every file by temporary name and rename, so that nobody ever sees half a page.

The folder is ours when it carries `.newsarchive`; a folder with other people's files is refused and left untouched.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from newsarchive.problems import OutputError

MARK = ".newsarchive"
TEMPORARY = ".newsarchive-tmp"
_MARK_TEXT = "This folder is written by newsarchive build; files that it did not write are left alone.\n"
_GENERATED = b'<meta name="generator" content="newsarchive'


def claim(folder: Path) -> None:
    """Make the folder ours. Raises OutputError where it holds someone else's files or cannot be written."""
    try:
        if folder.is_dir():
            names = [name for name in os.listdir(folder) if name not in (TEMPORARY, ".DS_Store", "Thumbs.db")]
            if names and MARK not in names:
                raise OutputError(
                    f"{folder} holds files that newsarchive did not write, such as {min(names)}",
                    "name another folder with --output, or empty this one yourself",
                )
        elif folder.exists():
            raise OutputError(f"{folder} is a file, not a folder", "name another folder with --output")
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / MARK).exists():
            (folder / MARK).write_text(_MARK_TEXT, encoding="utf-8")
    except OSError as error:
        raise _output_error(folder, error) from None


def begin(folder: Path) -> None:
    """Make room for what is half written. Only for the build that holds the project: another's must not be cleared."""
    try:
        clear_temporary(folder)
        (folder / TEMPORARY).mkdir(exist_ok=True)
    except OSError as error:
        raise _output_error(folder, error) from None


def clear_temporary(folder: Path) -> None:
    """Remove what a killed build left half written."""
    waste = folder / TEMPORARY
    if waste.is_dir():
        for name in os.listdir(waste):
            with suppress(OSError):
                (waste / name).unlink()
        with suppress(OSError):
            waste.rmdir()


class Writer:
    """Writes pages below one folder; makes each folder once."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._temporary = f"{self.folder}/{TEMPORARY}/{os.getpid()}"
        self._made: set[str] = set()

    def write(self, url: str, data: bytes) -> None:
        """The file at `url` (a path below the folder) now holds `data`. Raises OutputError."""
        parent = url.rpartition("/")[0]
        try:
            if parent not in self._made:
                os.makedirs(f"{self.folder}/{parent}", exist_ok=True)
                self._made.add(parent)
            try:
                self._place(url, data)
            except FileNotFoundError:  # somebody removed the folder since
                os.makedirs(f"{self.folder}/{TEMPORARY}", exist_ok=True)
                os.makedirs(f"{self.folder}/{parent}", exist_ok=True)
                self._place(url, data)
        except OSError as error:
            raise _output_error(Path(self.folder, url), error) from None

    def _place(self, url: str, data: bytes) -> None:
        handle = os.open(self._temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
        finally:
            os.close(handle)
        os.replace(self._temporary, f"{self.folder}/{url}")


def remove(folder: Path, urls: Iterable[str]) -> None:
    """Remove pages. The folders that become empty stay until `prune`: a worker may be about to write there."""
    for url in urls:
        try:
            os.unlink(f"{folder}/{url}")
        except FileNotFoundError:
            pass
        except OSError as error:
            raise _output_error(folder / url, error) from None


def prune(folder: Path, urls: Iterable[str]) -> None:
    """Remove the folders of removed pages that are empty now."""
    for parent in sorted({url.rpartition("/")[0] for url in urls}, reverse=True):
        below = parent
        while below:
            try:
                os.rmdir(f"{folder}/{below}")
            except OSError:
                break
            below = below.rpartition("/")[0]


def missing(folder: Path, urls: Iterable[str]) -> list[str]:
    """Those of the pages that are not there any more, because somebody removed them."""
    there = set(files(folder))
    return [url for url in urls if url not in there]


def files(folder: Path) -> Iterator[str]:
    """The paths of all files below the folder, without our own two."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{folder}/{below}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != TEMPORARY:
                        waiting.append(f"{below}{entry.name}/")
                elif entry.name != MARK or below:
                    yield below + entry.name


def orphans(folder: Path, known: Container[str]) -> list[str]:
    """Pages of an earlier build that nobody remembers: ours by their generator mark, and not known any more."""
    found = []
    for url in files(folder):
        if url not in known and url.endswith(".html"):
            with open(f"{folder}/{url}", "rb") as page:
                if _GENERATED in page.read(2048):
                    found.append(url)
    return sorted(found)


def _output_error(path: Path, error: OSError) -> OutputError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return OutputError(
            f"no room left on the disk for {path}", "make room and build again: it goes on where it stopped"
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return OutputError(f"no right to write {path}", "give yourself the right, or name another folder with --output")
    return OutputError(f"cannot write {path}: {error.strerror}", "build again: it goes on where it stopped")
