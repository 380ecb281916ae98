"""Pieces: text with the line it stands on. A draft holds pieces until the very end, so nothing gets lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from newsarchive.articles.record import Lines


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A part of one line of the source."""

    line: int
    text: str


Pieces = tuple[Piece, ...]

_wide = re.compile(r"[⺀-鿿\uf900-\ufaff\ufe30-\ufe4f＀-￯𠀀-𯨟“”‘’…—·]").match


def count(text: str) -> int:
    """The characters of a text that are not white space."""
    return len("".join(text.split()))


def count_all(pieces: Iterable[Piece]) -> int:
    return count(" ".join([piece.text for piece in pieces]))


def seam(before: str, after: str) -> str:
    """What print puts between two parts of a sentence: nothing in Chinese and Japanese, else a space."""
    if not before or not after:
        return ""
    last, first = before[-1], after[0]
    if (not last.isascii() and _wide(last)) or (not first.isascii() and _wide(first)):
        return ""
    return "" if last.isdigit() and first in ".,%０１２３４５６７８９" else " "


def joined(pieces: Sequence[Piece]) -> str:
    """The text of pieces that follow one another in one sentence; hyphens stay."""
    if len(pieces) == 1:
        return pieces[0].text
    parts: list[str] = []
    before = ""
    for piece in pieces:
        parts += (seam(before, piece.text), piece.text)
        before = piece.text or before
    return "".join(parts)


def cut(pieces: Pieces, at: int) -> tuple[Pieces, Pieces]:
    """The pieces before and after the offset `at` of `joined(pieces)`; white space at the cut falls away."""
    if len(pieces) == 1:
        piece = pieces[0]
        return _kept((Piece(piece.line, piece.text[:at]),)), _kept((Piece(piece.line, piece.text[at:]),))
    left: list[Piece] = []
    right: list[Piece] = []
    text = ""
    for piece in pieces:
        start = len(text) + len(seam(text, piece.text))
        text += seam(text, piece.text) + piece.text
        inside = min(max(at - start, 0), len(piece.text))
        left.append(Piece(piece.line, piece.text[:inside]))
        right.append(Piece(piece.line, piece.text[inside:]))
    return _kept(left), _kept(right)


def lines_of(pieces: Sequence[Piece]) -> Lines:
    """The first and last line of some pieces."""
    return pieces[0].line, pieces[-1].line


def _kept(pieces: Iterable[Piece]) -> Pieces:
    return tuple(Piece(piece.line, text) for piece in pieces if (text := piece.text.strip()))
