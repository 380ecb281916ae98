"""The nouns of this room: a line of the source without its marks, and a block of such lines."""

from __future__ import annotations

from typing import Literal

import msgspec

BlockKind = Literal["heading", "paragraph", "table", "image", "furniture"]


class Line(msgspec.Struct, frozen=True, gc=False):
    """A printed line and its number in the source, counted from 1; the text holds no Markdown, HTML or outer space.

    `indented` when white space of two letters or more stood before it, which in print begins a paragraph.
    """

    number: int
    text: str
    indented: bool = False


class Block(msgspec.Struct, frozen=True, gc=False):
    """What stands between two empty lines, or what a mark sets apart.

    `at` is the first and last line of the source, marks included. `level` is 1-6 for headings. `name` is the address of
    an image, the kind of a furniture block, or for a text what a tool said it is (`center`, `image_caption`, …).
    """

    kind: BlockKind
    lines: tuple[Line, ...]
    at: tuple[int, int]
    level: int = 0
    name: str = ""
    bold: bool = False
