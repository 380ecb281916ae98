"""3. Source -> Block: headings, paragraphs, tables, pictures and bare furniture, each knowing its lines.

The block structure is markdown-it-py's, with the rules that cannot lose a character or invent a structure; tags,
pictures, comments and fences are found before it by one linear scan (`marks`), escapes and emphasis after (`inline`).
"""

from __future__ import annotations

from newsarchive.blocks.block import Block, BlockKind, Line
from newsarchive.blocks.parse import to_blocks

__all__ = ["Block", "BlockKind", "Line", "to_blocks"]
