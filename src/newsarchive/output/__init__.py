"""9. Bytes -> the output folder: every file whole or not there, so that nobody ever sees half a page.

The folder is ours when it carries `.newsarchive`; a folder with other people's files is refused and left untouched.
It may lie in an object store (`places`).
"""

from __future__ import annotations

import errno
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from newsarchive.places import TEMPORARY, Place, Store, to_store
from newsarchive.problems import OutputError

MARK = ".newsarchive"
_MARK_TEXT = b"This folder is written by newsarchive build; files that it did not write are left alone.\n"
_MARK_START = _MARK_TEXT[:24]
_PICTURE = re.compile(r"pictures/[0-9a-f]{16}\.[a-z]+\Z").match
_GENERATED = b'<meta name="generator" content="newsarchive'


def claim(folder: Place) -> None:
    """Make the folder ours. Raises OutputError where it holds someone else's files or cannot be written."""
    store = to_store(folder)
    try:
        names = [name for name in store.names() if name not in (TEMPORARY, ".DS_Store", "Thumbs.db")]
        if names and not _is_marked(store):
            raise OutputError(
                f"{folder} holds files that newsarchive did not write, such as {min(names)}",
                "name another folder with --output, or empty this one yourself",
            )
        if MARK not in names:
            store.write(MARK, _MARK_TEXT)
    except NotADirectoryError:
        raise OutputError(f"{folder} is a file, not a folder", "name another folder with --output") from None
    except OSError as error:
        raise _output_error(folder, error) from None


def is_ours(folder: Place) -> bool:
    """Whether the folder has been claimed. Raises OutputError where it cannot be looked at."""
    return _is_marked(to_store(folder))


def _is_marked(store: Store) -> bool:
    """Whether there is our mark: the file, not the folder of that name in which a project keeps its catalogue."""
    try:
        return store.read(MARK, len(_MARK_START)) == _MARK_START
    except OSError:
        return False


def begin(folder: Place) -> None:
    """Make room for what is half written. Only for the build that holds the project: another's must not be cleared."""
    try:
        to_store(folder).begin()
    except OSError as error:
        raise _output_error(folder, error) from None


def clear_temporary(folder: Place) -> None:
    """Remove what a killed build left half written."""
    to_store(folder).end()


class Writer:
    """Writes pages below one folder."""

    def __init__(self, folder: Place) -> None:
        self.folder = folder
        self._store = to_store(folder)

    def write(self, url: str, data: bytes) -> None:
        """The file at `url` (a path below the folder) now holds `data`. Raises OutputError."""
        try:
            self._store.write(url, data)
        except OSError as error:
            raise _output_error(f"{self.folder}/{url}", error) from None

    def write_all(self, pages: Mapping[str, bytes]) -> None:
        """The files at these addresses now hold these bytes. Raises OutputError."""
        try:
            self._store.write_all(pages)
        except OSError as error:
            raise _output_error(f"{self.folder}/{next(iter(pages))}", error) from None


def remove(folder: Place, urls: Iterable[str]) -> None:
    """Remove pages. The folders that become empty stay until `prune`: a worker may be about to write there."""
    gone = list(urls)
    try:
        if gone:
            to_store(folder).remove(gone)
    except OSError as error:
        raise _output_error(f"{folder}/{gone[0]}", error) from None


def prune(folder: Place, urls: Iterable[str]) -> None:
    """Remove the folders of removed pages that are empty now."""
    to_store(folder).prune({url.rpartition("/")[0] for url in urls})


def missing(folder: Place, urls: Iterable[str]) -> list[str]:
    """Those of the pages, in the order of their addresses, that somebody has removed. Raises OutputError."""
    try:
        return to_store(folder).missing(urls)
    except OSError as error:
        raise _output_error(folder, error) from None


def seal(folder: Place, folders: Sequence[str]) -> str:
    """Changes when something comes to one of the folders of the site or goes from it; "" where nobody can tell."""
    return to_store(folder).seal(folders)


def files(folder: Place) -> Iterator[str]:
    """The paths of all files below the folder, without our own two. Raises OutputError."""
    try:
        for path in to_store(folder).paths():
            if path != MARK:
                yield path
    except OSError as error:
        raise _output_error(folder, error) from None


def orphans(folder: Place, known: Container[str]) -> list[str]:
    """Files of an earlier build that nobody remembers and nothing shows.

    Pages are ours by their generator mark, pictures by the digest in their name; all else is left alone.
    """
    store = to_store(folder)
    strangers = [url for url in files(folder) if url not in known]
    pages = [url for url in strangers if url.endswith(".html") and _GENERATED in store.read(url, 2048)]
    return sorted([*pages, *filter(_PICTURE, strangers)])


def _output_error(path: Place | str, error: OSError) -> OutputError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return OutputError(
            f"no room left on the disk for {path}", "make room and build again: it goes on where it stopped"
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return OutputError(f"no right to write {path}", "give yourself the right, or name another folder with --output")
    return OutputError(f"cannot write {path}: {error.strerror}", "build again: it goes on where it stopped")
