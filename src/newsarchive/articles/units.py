"""Blocks -> Units: the smallest parts that can have a meaning of their own on a newspaper page.

A block is one unit unless its lines tell otherwise: a signature, a credit, a list item or a jump line on its own line
is a unit, and so is each line that ends a sentence before a new one begins. Where a tool kept the printed lines, a
short line ends a paragraph and capitals set a heading apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from newsarchive.articles.lines import SHORT_LINE, SHORT_WIDE, runs_of
from newsarchive.articles.mended import (
    with_broken_headings,
    with_chinese_headline_apart,
    with_headline_apart,
    with_openings_unmarked,
    with_spaced_lines_apart,
    without_false_headings,
    without_transcript_labels,
)
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.pieces import Piece, Pieces, cut, joined
from newsarchive.articles.record import Lines
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.verse import verse_blocks
from newsarchive.articles.widths import (
    LONG_LINE,
    blocks_are_paragraphs,
    few_stops_on,
    in_capitals,
    page_width,
    running_width,
)
from newsarchive.blocks import Block, BlockKind

_jump_signs = re.compile(r"[\d〇零一二三四五六七八九十０-９转轉本面]").search
# 本报记者 吴 君《青江日报》（2026年3月20日 第8版）: where the text was printed
# 满怀豪情（附图片8张）: what an archive of texts says of a picture that it does not hold
_picture_mark = re.compile(r"[（(](?:附?图片|附图|组图)(?:\d{1,2}[张幅])?[）)]\Z|^图片[：:]\Z").search
_citation = re.compile(r"《[^《》]{2,12}》\s*[（(][^（）()]{6,30}[版页頁]\s*[)）]\Z").search
_CITATION, _BRACKETS = 60, (")", "）")  # characters that hold the longest, and what it ends with
_JUMP_SPACED, _JUMP_WIDE = 80, 40  # characters of the longest jump line at the end of a text
_SHADOW = 80  # characters of the longest headline with its shadow
_JUMP_END = 20  # characters that hold the page of a Chinese or Japanese jump line
_NO_JUMP = "。！？；，、”」』,;!?"  # no jump line ends so


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A part of a block. `gap` counts the empty lines before it, -1 when it begins inside its block."""

    kind: BlockKind
    pieces: Pieces
    text: str
    at: Lines
    block: int
    gap: int = 0
    level: int = 0
    name: str = ""
    bold: bool = False
    capitals: bool = False
    short_end: bool = False  # the last of its printed lines is short, which ends a paragraph where print has no stops
    verse: bool = False  # a line of a poem
    indented: bool = False  # its first line is, as the first of a paragraph


def to_units(blocks: Sequence[Block], patterns: Patterns) -> list[Unit]:
    """The units of a page in its order; every character of the blocks stands in one of them."""
    units: list[Unit] = []
    blocks = with_broken_headings(without_false_headings(with_openings_unmarked(blocks)))
    if patterns.main.script == "latn":
        blocks = without_transcript_labels(list(with_spaced_lines_apart(blocks)))
        blocks = [with_headline_apart(block, patterns) for block in blocks]
    elif patterns.main.script in ("hans", "hant"):
        blocks = [with_chinese_headline_apart(block, patterns) for block in blocks]
    width = page_width(blocks)
    if not width and patterns.main.script == "latn":
        width = running_width(blocks)
    verses = verse_blocks(blocks, patterns)
    whole = patterns.main.script == "latn" and blocks_are_paragraphs(blocks)
    short = SHORT_WIDE if width and not patterns.main.spaces and few_stops_on(blocks) else SHORT_LINE
    may_shadow = not patterns.main.spaces or patterns.main.script == "kore"
    end = 0
    for index, block in enumerate(blocks):
        gap = max(block.at[0] - end - 1, 0) if end else 0
        end = max(end, block.at[1])
        if index in verses:
            for line in block.lines:
                verse = _unit(block, (Piece(line.number, line.text),), line.text, index, gap)
                units.append(msgspec.structs.replace(verse, verse=True))
                gap = -1
        elif block.kind == "paragraph":
            for run in runs_of(block.lines, width, short, patterns, whole=whole):
                pieces = tuple([Piece(line.number, line.text) for line in run])
                indented = run[0].indented
                for part in _parts(pieces, patterns):
                    kept, shadow = _without_shadow(part) if may_shadow else (part, ())
                    text = joined(kept)
                    kept, copies = _without_copies(kept, text)
                    if shadow:
                        units.append(_unit(_loop(shadow), shadow, joined(shadow), index, gap))
                    if not patterns.main.spaces and (match := _picture_mark(text)):
                        kept, marked = cut(kept, match.start())
                        if kept:
                            units.append(_unit(block, kept, joined(kept), index, gap, indented=indented))
                            gap, indented = -1, False
                        units.append(_unit(_picture(marked), marked, joined(marked), index, gap))
                        gap = -1
                        continue
                    units.append(_unit(block, kept, joined(kept) if copies else text, index, gap, indented=indented))
                    gap, indented = -1, False
                    if copies:
                        units.append(_unit(_loop(copies), copies, joined(copies), index, gap))
        else:
            pieces, shadow = tuple([Piece(line.number, line.text) for line in block.lines]), ()
            if may_shadow and block.kind == "heading":
                pieces, shadow = _without_shadow(pieces)
            if shadow:
                units.append(_unit(_loop(shadow), shadow, joined(shadow), index, gap))
            units.append(_unit(block, pieces, joined(pieces), index, gap))
    return units


def _loop(copies: Pieces) -> Block:
    return Block("furniture", (), (copies[0].line, copies[-1].line), name="loop")


def _picture(mark: Pieces) -> Block:
    """Words in place of a picture, （图片）, 图片：, or what says that pictures stand below the story: （附图片3张）"""
    at = (mark[0].line, mark[-1].line)
    return Block("furniture", (), at, name="label-of-page") if "附" in mark[0].text else Block("image", (), at)


def _without_shadow(pieces: Pieces) -> tuple[Pieces, Pieces]:
    """A line without the letters of its shadow, which a text layer holds too, and these: 渡口渡口「「重開重開」」"""
    text = pieces[0].text
    if len(pieces) > 1 or not 8 <= len(text) <= _SHADOW or len(text) % 2 or text.isascii() or " " in text:
        return pieces, ()
    if any(number % 2 for number in Counter(text).values()):
        return pieces, ()
    kept, at = "", 0
    while at < len(text):
        longest = (len(text) - at) // 2
        size = next((n for n in range(longest, 0, -1) if text[at : at + n] == text[at + n : at + 2 * n]), 0)
        if not size:
            return pieces, ()
        kept, at = kept + text[at : at + size], at + 2 * size
    line = pieces[0].line
    return (Piece(line, kept),), (Piece(line, kept),)


def _without_copies(pieces: Pieces, text: str) -> tuple[Pieces, Pieces]:
    """A text that ends in the same sentence three times or more, without the second and later copies, and these."""
    if len(text) < 30 or text[-1] not in "。！？.!?" or text.count(text[-8:]) < 3:
        return pieces, ()
    start = max(text.rfind(stop, 0, -1) for stop in "。！？.!?") + 1
    sentence = text[start:].strip()
    if len(sentence) < 8 or text.count(sentence) < 3:
        return pieces, ()
    at, copies, second = len(text), 0, 0
    while text.endswith(sentence, 0, at):
        second, at, copies = (at if copies else 0), at - len(sentence), copies + 1
        while at and text[at - 1].isspace():
            at -= 1
    return cut(pieces, second) if copies > 2 else (pieces, ())


def _unit(block: Block, pieces: Pieces, text: str, index: int, gap: int, *, indented: bool = False) -> Unit:
    at = (pieces[0].line, pieces[-1].line) if block.kind == "paragraph" else block.at
    capitals = len(text) < 200 and bool(in_capitals(text))
    short_end = (
        len(pieces) > 1
        and 10 <= len(pieces[0].text) < LONG_LINE
        and len(pieces[-1].text) < len(pieces[0].text) * (SHORT_LINE if " " in text else SHORT_WIDE)
    )
    return Unit(
        *(block.kind, pieces, text, at, index, gap, block.level, block.name, block.bold, capitals, short_end),
        indented=indented,
    )


def _parts(pieces: Pieces, patterns: Patterns) -> Iterator[Pieces]:
    """A run without the jump lines that are glued to its ends, and these."""
    text = joined(pieces)
    head = text[:60]
    for match_head in patterns.jumps_from_head:
        if (match := match_head(head)) and match.end() < len(text):
            before, pieces = cut(pieces, match.end())
            yield before
            text = joined(pieces) if pieces else ""
            break
    tail_at = max(len(text) - (_JUMP_SPACED if patterns.main.spaces else _JUMP_WIDE), 0)
    may_jump = text[-1:] not in _NO_JUMP and (patterns.main.spaces or _jump_signs(text, len(text) - _JUMP_END))
    for search in patterns.jumps_to if may_jump else ():
        match = search(text, tail_at)
        if match and match.end() >= len(text) - 1 and match.start() > 0 and _cuts_off(text, match.start()):
            start = match.start()
            while start > 0 and text[start - 1] in "(（[【〔 ":
                start -= 1
            pieces, after = cut(pieces, start)
            if pieces:
                yield pieces
            pieces = after
            break
    else:
        cited = _citation(text, max(len(text) - _CITATION, 0)) if text[-1:] in _BRACKETS else None
        if cited is not None and cited.start() > 0:
            before, pieces = cut(pieces, cited.start())
            yield before
    if pieces:
        yield pieces


def _cuts_off(text: str, at: int) -> bool:
    """Whether a jump line that begins at an offset is one: it stands in brackets or after a stop, not in a sentence, or
    has its capital right behind a sentence that the column broke: read twice See SCHOOLS, Page B6"""
    before = text[:at].rstrip()
    if text[at:].lstrip()[:1].isupper() and before[-1:].islower():
        return True
    return text[at] in "(（[【〔＝=▶▷→☞►" or not before or bool(ends_sentence(before)) or before[-1] in "、，,:："
