"""A picture that a page names -> Picture: the file beside the page, and the address that its bytes give it."""

from __future__ import annotations

import hashlib
import os
import posixpath
from pathlib import Path
from urllib.parse import unquote

import msgspec

from newsarchive.places import to_store
from newsarchive.sources.stamps import Folder

SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")  # what every browser shows and nothing in it can run


class Picture(msgspec.Struct, frozen=True):
    """What a page calls `name`: the file at `path` below the source folder, as it was when it was looked at."""

    name: str
    path: str
    size: int  # -1 where there is no such file (yet)
    mtime_ns: int
    address: str | None  # pictures/<digest of the bytes>.<ending>


def find_pictures(folder: Folder, source: str, name: str) -> tuple[Picture, ...]:
    """The picture that the page `source` calls `name`: beside the page, else below the source folder; found one last.

    Before it come the places where it is not (yet). Empty for what can never be a file of the folder: an address, a
    data URI, another kind of file, a way out of it.
    """
    ending = posixpath.splitext(name)[1].lower()
    if ending not in SUFFIXES or "://" in name or name.startswith(("data:", "/")):
        return ()
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(source.removeprefix(folder.prefix)), unquote(name)))
    below = posixpath.normpath(unquote(name))
    looked: list[Picture] = []
    for path in dict.fromkeys((beside, below)):
        if path.startswith("../") or not _stays(folder, path):
            continue
        try:
            data = to_store(folder.path).read(path)
        except OSError:
            looked.append(Picture(name, path, -1, 0, None))
            continue
        size, mtime_ns = stamp_of(folder, path)
        looked.append(Picture(name, path, size, mtime_ns, f"pictures/{digest(data)}{ending}"))
        break
    return tuple(looked)


def stamp_of(folder: Folder, path: str) -> tuple[int, int]:
    """Size and time of a picture's file; (-1, 0) where there is none. In a store a picture is looked at only once."""
    if not isinstance(folder.path, Path):
        return 0, 0
    try:
        status = (folder.path / path).stat()
    except OSError:
        return -1, 0
    return status.st_size, status.st_mtime_ns


def digest(data: bytes) -> str:
    """What names a picture: sixteen hexadecimal digits of its bytes' SHA-256."""
    return hashlib.sha256(data).hexdigest()[:16]


def _stays(folder: Folder, path: str) -> bool:
    """Whether the file, links followed, lies in the source folder."""
    if not isinstance(folder.path, Path):
        return True
    root = os.path.realpath(folder.path)
    return os.path.realpath(folder.path / path).startswith(root + os.sep)
