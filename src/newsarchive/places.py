"""An address -> where bytes live: a folder of this machine by os functions, an object store by fsspec.

A `Place` is a value that can be sent to a worker: a `Path`, or a `Remote` address such as s3://bucket/pages, which may
be of any store that fsspec knows and can list. `to_store` gives what reads and writes there. fsspec is imported only
where there is an address; where a store's keys and endpoint come from is its own affair (docs/scale.md).
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

import msgspec

from newsarchive.problems import NewsarchiveError

TEMPORARY = ".newsarchive-tmp"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://")
_NO_STORES = ("http", "https", "data", "reference", "generic", "dir", "async_wrapper", "blockcache", "cached",
              "filecache", "simplecache", "zip", "tar", "libarchive", "git", "github", "jupyter", "local")  # fmt: skip
_KNOWN = ("s3", "gs", "gcs", "abfs", "az", "hdfs", "sftp", "memory")  # believed where fsspec is not installed
_TYPE_ARGUMENT = {"s3": "ContentType", "s3a": "ContentType", "gs": "content_type", "gcs": "content_type"}
_VERSION = ("ETag", "etag", "md5Hash", "LastModified", "last_modified", "updated", "mtime", "modified", "created")
_ERRORS = {FileNotFoundError: errno.ENOENT, PermissionError: errno.EACCES, NotADirectoryError: errno.ENOTDIR}


class File(msgspec.Struct, frozen=True):
    """A file below a place. `version` moves with the bytes: a time in nanoseconds, or a number made of an ETag."""

    path: str
    size: int
    version: int


class Remote(msgspec.Struct, frozen=True):
    """A folder of a store, `s3://bucket/pages`; without a slash at its end."""

    address: str

    def __str__(self) -> str:
        return self.address


Place = Path | Remote


class Store(Protocol):
    """Bytes by their path below a place. All raise OSError with `strerror` set, whatever the store itself raises."""

    def begin(self) -> None:
        """Make room for what is half written, and clear away what a killed build left so."""

    def end(self) -> None:
        """Clear away all that is half written."""

    def names(self) -> list[str]:
        """What lies on the first level, folders too; nothing where the place does not exist."""

    def paths(self) -> Iterator[str]:
        """All files, in no order, without what is half written."""

    def missing(self, paths: Iterable[str]) -> list[str]:
        """Those of the paths, which come in order, at which there is no file."""

    def seal(self, folders: Sequence[str]) -> str:
        """Changes when something is put into one of the folders or taken out of it; "" where there is no telling."""

    def read(self, path: str, size: int | None = None) -> bytes:
        """The bytes of a file, or its first `size` bytes."""

    def write(self, path: str, data: bytes) -> None:
        """The file at `path` now holds `data`; nobody ever sees half of it."""

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """All of them, at once where that is faster."""

    def remove(self, paths: Iterable[str]) -> None:
        """The files are not there (any more)."""

    def prune(self, folders: Iterable[str]) -> None:
        """Folders that are empty now are gone, and those above them that become empty."""


def is_address(name: str) -> bool:
    """Whether the name of a place is an address (`s3://…`) and not a path of this machine."""
    return _ADDRESS.match(name) is not None


def check_address(name: str) -> tuple[str, str]:
    """(the name as we keep it, "") or (name, what is wrong). A path stays a path; `file://` is one, too."""
    if not is_address(name):
        return name, ""
    protocol, _, rest = name.partition("://")
    if protocol == "file":
        path = unquote(rest.removeprefix("localhost"))
        return (path, "") if path.startswith("/") else (name, f"'{name}' must be of the form file:///folder")
    if "::" in name or protocol in _NO_STORES or protocol not in _protocols():
        return name, f"the address '{name}' is not understood; there are s3://, gs://, abfs://, file:// and memory://"
    if not rest.strip("/"):
        return name, f"the address '{name}' names no bucket or folder"
    return name.rstrip("/"), ""


def to_place(root: Path, name: str) -> Place:
    """The place of that name, a path seen from `root`. Raises NewsarchiveError for an address that is none."""
    name, wrong = check_address(name)
    if wrong:
        raise NewsarchiveError(wrong)
    return Remote(name) if is_address(name) else root / name


def to_store(place: Place) -> Store:
    """What reads and writes at a place. Raises NewsarchiveError where a library for it is missing."""
    return _Remote(place.address) if isinstance(place, Remote) else _Local(str(place))


def is_private(place: Place) -> bool:
    """Whether only this process sees what is written there (memory://)."""
    return isinstance(place, Remote) and place.address.startswith("memory://")


def is_there(place: Place) -> bool:
    """Whether this machine sees the folder; of an address, whose store has answered before, always."""
    return isinstance(place, Remote) or place.is_dir()


def list_files(place: Remote) -> Iterator[File]:
    """All files of a store's folder with size and version, in no order."""
    return _Remote(place.address).files()


_LOOKED_AT_EACH = 5000  # folders with a single file


class _Local:
    """A folder of this machine, or one that all machines share. Makes each folder once."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._made: set[str] = set()
        self._temporary = f"{folder}/{TEMPORARY}/{_HOST}"

    def begin(self) -> None:
        self.end()
        os.makedirs(f"{self.folder}/{TEMPORARY}", exist_ok=True)

    def end(self) -> None:
        waste = f"{self.folder}/{TEMPORARY}"
        if os.path.isdir(waste):
            for name in os.listdir(waste):
                with suppress(OSError):
                    os.unlink(f"{waste}/{name}")
            with suppress(OSError):
                os.rmdir(waste)

    def names(self) -> list[str]:
        try:
            return os.listdir(self.folder)
        except FileNotFoundError:
            return []

    def paths(self) -> Iterator[str]:
        waiting = [""]
        while waiting:
            below = waiting.pop()
            with os.scandir(f"{self.folder}/{below}") as entries:
                for entry in entries:
                    if not entry.is_dir(follow_symlinks=False):
                        yield below + entry.name
                    elif entry.name != TEMPORARY:
                        waiting.append(f"{below}{entry.name}/")

    def missing(self, paths: Iterable[str]) -> list[str]:
        """A folder of several files is listed. Of the folders with one file that stand side by side in their tens of
        thousands, the tags, only the folder is looked for: to open each would cost more than all the rest of a build.
        """
        found: list[str] = []
        alone: dict[str, list[str]] = {}
        for folder, group in groupby(paths, key=lambda path: path.rpartition("/")[0]):
            here = list(group)
            if len(here) == 1 and folder:
                alone.setdefault(folder.rpartition("/")[0], []).append(here[0])
            else:
                there = set(self._names(folder))
                found += [path for path in here if path.rpartition("/")[2] not in there]
        for parent, singles in alone.items():
            if len(singles) <= _LOOKED_AT_EACH:
                found += [path for path in singles if not os.path.exists(f"{self.folder}/{path}")]
            else:
                there = set(self._names(parent))
                found += [path for path in singles if path.split("/")[-2] not in there]
        return found

    def seal(self, folders: Sequence[str]) -> str:
        found = hashlib.blake2b(digest_size=16)
        for folder in folders:
            try:
                time = os.stat(f"{self.folder}/{folder}").st_mtime_ns
            except OSError:
                time = 0
            found.update(f"{folder} {time}\n".encode())
        return found.hexdigest()

    def _names(self, folder: str) -> list[str]:
        try:
            return os.listdir(f"{self.folder}/{folder}")
        except (FileNotFoundError, NotADirectoryError):
            return []

    def read(self, path: str, size: int | None = None) -> bytes:
        with open(f"{self.folder}/{path}", "rb") as file:
            return file.read() if size is None else file.read(size)

    def write(self, path: str, data: bytes) -> None:
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            os.makedirs(f"{self.folder}/{parent}", exist_ok=True)
            self._made.add(parent)
        try:
            self._put(path, data)
        except FileNotFoundError:  # somebody removed the folder since
            os.makedirs(f"{self.folder}/{TEMPORARY}", exist_ok=True)
            os.makedirs(f"{self.folder}/{parent}", exist_ok=True)
            self._put(path, data)

    def write_all(self, files: Mapping[str, bytes]) -> None:
        for path, data in files.items():
            self.write(path, data)

    def _put(self, path: str, data: bytes) -> None:
        # No two writers share a temporary name: not two threads, two processes, two machines on one file system.
        temporary = f"{self._temporary}-{os.getpid()}-{threading.get_ident()}"
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
        finally:
            os.close(handle)
        os.replace(temporary, f"{self.folder}/{path}")

    def remove(self, paths: Iterable[str]) -> None:
        for path in paths:
            with suppress(FileNotFoundError):
                os.unlink(f"{self.folder}/{path}")

    def prune(self, folders: Iterable[str]) -> None:
        for folder in sorted(set(folders), reverse=True):
            below = folder
            while below:
                try:
                    os.rmdir(f"{self.folder}/{below}")
                except OSError:
                    break
                below = below.rpartition("/")[0]


class _Remote:
    """A folder of a store that fsspec reaches. A PUT is there whole or not at all, and there are no empty folders."""

    def __init__(self, address: str) -> None:
        fsspec = _import_fsspec()
        self.address = address
        self.protocol = address.partition("://")[0]
        try:
            with _as_os_error(address):
                # The instance is fsspec's own, one a process; a listing that it remembers would hide others' changes.
                self.system, self.root = fsspec.core.url_to_fs(address, use_listings_cache=False)
        except ImportError as error:
            library = _LIBRARIES.get(self.protocol, "the library that fsspec names for it")
            raise NewsarchiveError(f"{address} cannot be reached: {error}", f"pip install {library}") from None

    def begin(self) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""

    def names(self) -> list[str]:
        with _as_os_error(self.address):
            self.system.invalidate_cache()
            try:
                found = self.system.ls(self.root, detail=False)
            except FileNotFoundError:
                return []
            names = (str(path).rstrip("/").removeprefix(self.root).strip("/") for path in found)
            return [name for name in names if name]

    def paths(self) -> Iterator[str]:
        return (file.path for file in self.files())

    def files(self) -> Iterator[File]:
        """All files with size and version."""
        with _as_os_error(self.address):
            self.system.invalidate_cache()
            for name, found in self._listed():
                path = name.removeprefix(self.root).lstrip("/")
                if path and not path.endswith("/"):  # which some tools put where a folder would be
                    yield File(path, int(found.get("size", found.get("Size")) or 0), _version(found))

    def _listed(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        if not hasattr(self.system, "call_s3"):
            yield from self.system.find(self.root, detail=True).items()
            return
        # s3fs's own find holds the whole bucket in memory, and takes the square of the number of folders in time.
        bucket, _, key = self.root.partition("/")
        more: dict[str, str] = {}
        while True:
            page = self.system.call_s3("list_objects_v2", Bucket=bucket, Prefix=f"{key}/" if key else "", **more)
            for found in page.get("Contents", ()):
                yield f"{bucket}/{found['Key']}", found
            if not page.get("IsTruncated"):
                return
            more = {"ContinuationToken": page["NextContinuationToken"]}

    def seal(self, folders: Sequence[str]) -> str:
        return ""

    def missing(self, paths: Iterable[str]) -> list[str]:
        there = set(self.paths())
        return [path for path in paths if path not in there]

    def read(self, path: str, size: int | None = None) -> bytes:
        with _as_os_error(f"{self.address}/{path}"):
            return bytes(self.system.cat_file(f"{self.root}/{path}", start=None if size is None else 0, end=size))

    def write(self, path: str, data: bytes) -> None:
        with _as_os_error(f"{self.address}/{path}"):
            self.system.pipe_file(f"{self.root}/{path}", data, **self._type(path))

    def write_all(self, files: Mapping[str, bytes]) -> None:
        by_type: dict[str, dict[str, bytes]] = {}
        for path, data in files.items():
            by_type.setdefault(path.rpartition(".")[2], {})[f"{self.root}/{path}"] = data
        for several in by_type.values():
            with _as_os_error(self.address):
                self.system.pipe(several, **self._type(next(iter(several))))

    def _type(self, path: str) -> dict[str, str]:
        """What a store must be told of a file, so that browsers show it and do not save it."""
        import mimetypes

        argument = _TYPE_ARGUMENT.get(self.protocol)
        kind = mimetypes.guess_type(path)[0]
        if argument is None or kind is None:
            return {}
        text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        return {argument: f"{kind}; charset=utf-8" if text else kind}

    def remove(self, paths: Iterable[str]) -> None:
        full = [f"{self.root}/{path}" for path in paths]
        if not full:
            return
        with _as_os_error(self.address):
            try:
                self.system.rm(full)
            except FileNotFoundError:
                for path in full:
                    with suppress(FileNotFoundError):
                        self.system.rm_file(path)

    def prune(self, folders: Iterable[str]) -> None:
        """Nothing."""


@contextmanager
def _as_os_error(address: str) -> Iterator[None]:
    """What the libraries of stores raise, as an OSError with a number and words, as one of our own disks raises it."""
    try:
        yield
    except (ImportError, NewsarchiveError, GeneratorExit):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None and error.strerror:
            raise
        number = next((number for kind, number in _ERRORS.items() if isinstance(error, kind)), errno.EIO)
        raise OSError(number, " ".join(str(error).split()) or type(error).__name__, address) from error


def _version(found: Mapping[str, Any]) -> int:
    said = next((str(found[key]) for key in _VERSION if found.get(key) is not None), "")
    return int.from_bytes(hashlib.blake2b(said.encode(), digest_size=7).digest()) if said else 0


def _import_fsspec() -> Any:
    try:
        import fsspec
        import fsspec.core
    except ImportError:
        words = "addresses such as s3://… need the library fsspec, which is not installed"
        raise NewsarchiveError(words, "pip install 'newsarchive[s3]'") from None
    return fsspec


def _protocols() -> Iterable[str]:
    try:
        import fsspec
    except ImportError:
        return _KNOWN
    known: list[str] = fsspec.available_protocols()
    return known


_HOST = re.sub(r"[^\w.-]", "-", os.uname().nodename)
_LIBRARIES = {
    "s3": "'newsarchive[s3]'", "s3a": "'newsarchive[s3]'", "gs": "gcsfs", "gcs": "gcsfs", "abfs": "adlfs",
    "az": "adlfs",
}  # fmt: skip
