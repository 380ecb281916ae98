"""What tells the fields of an article, while they are being found."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.articles.pieces import Piece
from newsarchive.articles.record import Evidence

_FIELDS = ("headline", "kicker", "subheads", "rubric", "byline", "dateline", "body", "photos", "jump")


class Notes:
    """The evidence for the fields of one article. The first that tells of a field counts."""

    def __init__(self) -> None:
        self._of: dict[str, Evidence] = {}

    def add(self, field: str, rule: str, confidence: float, pieces: Sequence[Piece]) -> None:
        """A rule told a field from these pieces; no pieces, no evidence."""
        if pieces and field not in self._of:
            numbers = [piece.line for piece in pieces]
            self._of[field] = Evidence(field, rule, confidence, (min(numbers), max(numbers)))

    def drop(self, field: str) -> None:
        """The field turned out to be empty."""
        self._of.pop(field, None)

    def all(self) -> tuple[Evidence, ...]:
        """In the order of the record."""
        return tuple(self._of[field] for field in _FIELDS if field in self._of)
