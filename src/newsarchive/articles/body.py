"""Rule 6. Text units -> paragraphs: parts that a column break cut run together again, across whatever stands between."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newsarchive.articles.pieces import Piece, Pieces, lines_of, run_together
from newsarchive.articles.punctuation import restore
from newsarchive.articles.record import BodyItem, BodyType
from newsarchive.articles.units import begins_item, ends_sentence, leads_on


class Part(msgspec.Struct, frozen=True):
    """A unit of a body: what it is, and its pieces. `open` when the sentence may run on in the next part."""

    type: BodyType
    pieces: Pieces
    text: str


def to_body(
    parts: Sequence[Part], keep: frozenset[str], glued: frozenset[str], wide: bool
) -> tuple[tuple[BodyItem, ...], list[Piece]]:
    """The items of a body, and the hyphens that fell away at breaks."""
    items: list[BodyItem] = []
    hyphens: list[Piece] = []
    for group in _groups(parts):
        if group[0].type == "table":
            text = "\n".join(piece.text for piece in group[0].pieces)
            fallen: list[Piece] = []
        else:
            text, fallen = run_together([part.pieces for part in group], keep, glued)
        hyphens += fallen
        lines = tuple(dict.fromkeys(lines_of(part.pieces) for part in group))
        items.append(BodyItem(group[0].type, restore(text) if wide else text, lines))
    return tuple(items), hyphens


def _groups(parts: Sequence[Part]) -> list[list[Part]]:
    """Parts that are one paragraph: a text that ends in no sentence end runs on in the next text."""
    groups: list[list[Part]] = []
    open_group: list[Part] | None = None
    for part in parts:
        if part.type == "paragraph" and open_group is not None and not begins_item(part.text):
            open_group.append(part)
        else:
            groups.append([part])
        if part.type == "paragraph":
            open_group = groups[-1] if open_group is None or groups[-1][-1] is part else open_group
            if ends_sentence(part.text) or leads_on(part.text):
                open_group = None
        elif part.type == "crosshead":
            open_group = None
    return groups
