"""0. What can go wrong, in words to act on: imperfect material is a value, a broken run an exception."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "info"]


class Where(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file, and a line in it where one is known (counted from 1)."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something about the material to know: `seeds/01.txt:57: warning: no byline found [no-byline]`."""

    where: Where
    code: str
    message: str
    severity: Severity = "warning"

    def __str__(self) -> str:
        return f"{self.where}: {self.severity}: {self.message} [{self.code}]"


class NewsarchiveError(Exception):
    """The run cannot go on. `str(error)` is one sentence for the user; `hint` says what would work.

    All arguments go to `Exception`, so that an error can cross a process border.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message


class ConfigError(NewsarchiveError):
    """The configuration cannot be used; the message lists every mistake with its line."""


class SourcesError(NewsarchiveError):
    """There is nothing that could be read."""


class OutputError(NewsarchiveError):
    """The output folder cannot be written, or is not ours to write."""


class CatalogueError(NewsarchiveError):
    """The catalogue cannot be opened, or another build holds it."""
