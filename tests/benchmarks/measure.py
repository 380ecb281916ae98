"""3. A command -> Cost: what it took in wall time, processor time and memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Timer

import msgspec

TAIL = 2000  # characters of a failed command's words that are shown


class Cost(msgspec.Struct, frozen=True):
    """Seconds on the wall, seconds of processors, and the memory of the largest process in megabytes (0: not measured).

    Processor time and memory are those of the command and of every process below it that was waited for. `stopped`: it
    was not finished when patience ended, so all three are the least that it takes.
    """

    wall: float
    cpu: float
    memory: float
    stopped: bool = False


class Size(msgspec.Struct, frozen=True):
    """What lies in a folder."""

    files: int
    pages: int  # files that end in .html
    megabytes: float


class FailedError(Exception):
    """A measured command failed; the message holds the command and its last words."""


def measure(command: list[str], folder: Path, patience: float | None = None) -> Cost:
    """Runs the command in the folder, and says what it cost. Raises `FailedError` where it fails.

    It is stopped after `patience` seconds on the wall.

    Linux counts the memory of this process towards a child's until the child has started its own program, so this
    process must stay small: it generates nothing and holds nothing.
    """
    with tempfile.TemporaryFile() as words:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=words, stderr=words
        )
        stopper = Timer(patience, process.kill) if patience else None
        if stopper:
            stopper.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        stopped = stopper is not None and wall >= (patience or 0) and process.returncode == -signal.SIGKILL
        if stopper:
            stopper.cancel()
        if process.returncode and not stopped:
            words.seek(0)
            last_words = words.read().decode(errors="replace")[-TAIL:]
            raise FailedError(f"{' '.join(command)}: exit status {process.returncode}\n{last_words}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _maxrss_units_a_megabyte(), stopped)


def environment() -> dict[str, str]:
    """The environment of this process; the folders of PYTHONPATH hold from any folder.

    Python may keep its bytecode, as it does where newsarchive is installed.
    """
    folders = [str(Path(entry).resolve()) for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry]
    own = {"PYTHONPATH": os.pathsep.join(folders), "PYTHONDONTWRITEBYTECODE": ""}  # empty is as if it were not there
    return os.environ | own


def size_of(folder: Path) -> Size:
    """Counts the files below the folder."""
    files = pages = total = 0
    for path, _, names in os.walk(folder):
        files += len(names)
        pages += sum(name.endswith(".html") for name in names)
        total += sum(os.stat(os.path.join(path, name)).st_size for name in names)  # noqa: PTH116, PTH118  # a million files
    return Size(files, pages, total / 1e6)


def _maxrss_units_a_megabyte() -> float:
    return 1e6 if sys.platform == "darwin" else 1e6 / 1024  # bytes there, kibibytes elsewhere
