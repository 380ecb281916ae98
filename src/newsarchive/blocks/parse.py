"""Text -> Blocks: marks round lines, then markdown-it-py for the structure, then marks inside lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsarchive.blocks.block import Block, Line
from newsarchive.blocks.inline import MARKS, bold_by_line, has_marks, is_bold, plain
from newsarchive.blocks.marks import Scan, scan

_line_break = re.compile(r"\r\n?")
_glued_heading = re.compile(r" {0,3}(?:#{2,6}(?=[^\s#])|#(?=[㐀-鿿぀-ヿ가-힯]))[^#]*$").match
_heading_marks = re.compile(r"^[\s>]*#{1,6}[ \t]*|[ \t]+#+[ \t]*$")
_columns = re.compile(r"(?:\S ?)+(?:\t| {2,})(?:\S ?)+(?:\t| {2,})\S").match
_hyphen_item = re.compile(r"- \S").match
_column_gap = re.compile(r"\t+| {2,}")
_list_item = re.compile(r"[-*+] \S").match
_quote_marks = re.compile(r"^(?:[ \t]{0,3}+>[ \t]?+)++")  # possessive: a line of marks needs no memory to go back
_ROWS, _CELLS, _ROW = 3, 3, 48  # of a table without marks: rows and cells at least, characters of a row at most
_NAME = 4  # characters of the longest name
_delimiter_row = re.compile(r"[\s>:|]*-[\s:|-]*\Z").match
_opening = re.compile(r"[ \t]*(?:(?P<heading>#{1,6})(?:[ \t]|\Z)|(?P<rule>[-*_])(?:[ \t]*(?P=rule)){2,}[ \t]*\Z)").match
_under_header = re.compile(r"[ \t]*[-|:][-:| \t]*\Z").match  # what stands under the header of a table
_quoted = re.compile(r"[ \t]*>").match
_HEAD = 64  # structure shows in the first characters of a line; the parser need not see the rest


def _structure_parser() -> MarkdownIt:
    """markdown-it-py with the rules that lose no character: no code, fence, list, lheading, reference or HTML block."""
    parser = MarkdownIt("zero").enable(["heading", "hr", "blockquote", "table"])
    parser.core.ruler.enableOnly(["block"])
    return parser


_parser = _structure_parser()
_KINDS = {"heading_open": "heading", "paragraph_open": "paragraph", "hr": "rule", "table_open": "table"}
Span = tuple[str, int, int, int]


def to_blocks(body: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a text in its order. Never raises, and every character that is no mark stands in one block.

    `body` is the text of a source from its line `first_line` on; lines of blocks are counted like that.
    """
    if "\r" in body:
        body = _line_break.sub("\n", body)
    found = scan(body, first_line)
    bare = not any(mark in body for mark in MARKS)
    blocks = _without_list_marks(list(_structured(found, bare)))
    if found.made:
        blocks += found.made
        blocks.sort(key=lambda entry: entry[0])
    return tuple(block for _, block in blocks)


def _without_list_marks(blocks: list[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """The hyphens of a list fall away where two items or more follow one another."""
    items = [
        block.kind == "paragraph" and len(block.lines) == 1 and _hyphen_item(block.lines[0].text) is not None
        for _, block in blocks
    ]
    if sum(items) < 2:
        return blocks
    for at, (place, block) in enumerate(blocks):
        if items[at] and ((at > 0 and items[at - 1]) or (at + 1 < len(items) and items[at + 1])):
            line = block.lines[0]
            lines = (Line(line.number, line.text[1:].strip(), line.indented),)
            blocks[at] = (place, msgspec.structs.replace(block, lines=lines))
    return blocks


def _structured(found: Scan, bare: bool) -> Iterator[tuple[int, Block]]:
    """The blocks between marks, each with the index of its first line. `bare`: no line holds marks."""
    covered = 0
    cuts = sorted({at for at, _ in found.made})
    for kind, level, first, last in _spans([_head(text) for text in found.texts]):
        for at in range(covered, first):
            if found.texts[at].strip():
                yield from _paragraphs(found, at, at + 1, nested=True)
        covered = max(covered, last)
        if kind == "heading":
            yield from _heading(found, first, level)
        elif kind == "paragraph" and last == first + 1 and not level and (bare or not has_marks(found.texts[first])):
            text, number = found.texts[first], found.numbers[first]
            line = Line(number, text.strip(), _is_indented(text))
            if line.text:
                yield first, Block("paragraph", (line,), (number, number), name=found.named.get(first, ""))
        elif kind == "paragraph":
            starts = [first, *cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]]
            for start, end in zip(starts, [*starts[1:], last], strict=True):
                yield from _paragraphs(found, start, end, nested=level > 0)
        elif kind == "table":
            yield from _table(found, first, last)
        else:
            lines = (Line(found.numbers[first], found.texts[first].strip()),)
            yield first, Block("furniture", lines, (lines[0].number, lines[0].number), name="page-marker")
    for at in range(covered, len(found.texts)):
        if found.texts[at].strip():
            yield from _paragraphs(found, at, at + 1, nested=True)


def _spans(heads: list[str]) -> Iterator[Span]:
    """The blocks among lines: kind, level (of a heading, or of the quotation round a paragraph), first line, end.

    Nothing reaches across an empty line. What stands between two of them is looked at here, unless it may hold a
    quotation or a table.
    """
    start = 0
    empty = [not head.strip(" \t") for head in heads]
    quotes = any(">" in head for head in heads)
    while start < len(heads):
        if empty[start]:
            start += 1
            continue
        end = start + 1
        while end < len(heads) and not empty[end]:
            end += 1
        if any(map(_under_header, heads[start + 1 : end])) or (quotes and any(map(_quoted, heads[start:end]))):
            tokens = _parser.parse("\n".join(heads[start:end]))
            yield from ((kind, level, first + start, last + start) for kind, level, first, last in _marked(tokens))
        else:
            yield from _plain_spans(heads, start, end)
        start = end


def _plain_spans(heads: list[str], start: int, end: int) -> Iterator[Span]:
    """The headings, rules and paragraphs among lines without an empty one, as CommonMark has them."""
    open_at = start
    for at in range(start, end):
        head = heads[at]
        if head[0] not in " \t#-*_" or not (match := _opening(head)):
            continue
        if open_at < at and ("\t" in head[: match.start(match.lastgroup or 0)] or head.startswith("    ")):
            continue  # so far to the right it goes on with the paragraph above
        if open_at < at:
            yield "paragraph", 0, open_at, at
        yield "heading" if match["heading"] else "rule", len(match["heading"] or ""), at, at + 1
        open_at = at + 1
    if open_at < end:
        yield "paragraph", 0, open_at, end


def _marked(tokens: list[Token]) -> Iterator[Span]:
    """The tokens of markdown-it-py that are blocks of their own."""
    in_table = False
    for token in tokens:
        if token.type == "table_close":
            in_table = False
        elif not in_table and token.map and token.type in _KINDS:
            kind = _KINDS[token.type]
            yield kind, int(token.tag[1]) if kind == "heading" else token.level, token.map[0], token.map[1]
            in_table = kind == "table"


def _head(text: str) -> str:
    """What the structure parser sees of a line."""
    if text.startswith(("#", " ")) and _glued_heading(text):
        return text[: text.rfind("#", 0, 10) + 1] + " x"
    if len(text) <= _HEAD or "|" in text:
        return text
    return text[:_HEAD] + "x"


def _heading(found: Scan, at: int, level: int) -> Iterator[tuple[int, Block]]:
    raw = _heading_marks.sub("", found.texts[at]).strip()
    text = plain(raw).strip()
    if text:
        number = found.numbers[at]
        yield (
            at,
            Block("heading", (Line(number, text),), (number, number), level, found.named.get(at, ""), is_bold(raw)),
        )


def _paragraphs(found: Scan, first: int, last: int, *, nested: bool) -> Iterator[tuple[int, Block]]:
    """The lines of a paragraph as one block; a line that is wholly bold among lines that are not is one of its own."""
    raws = [_quote_marks.sub("", text).strip() if nested else text.strip() for text in found.texts[first:last]]
    if len(raws) > 1 and "  " in raws[0] and any(map(_columns, raws)):
        yield from _spaced_table(found, first, raws)
        return
    if _are_rows(raws):
        numbers = found.numbers[first:last]
        rows = [Line(number, " | ".join(plain(raw).split())) for number, raw in zip(numbers, raws, strict=True)]
        yield first, Block("table", tuple(rows), (numbers[0], numbers[-1]))
        return
    if len(raws) > 1 and all(map(_list_item, raws)):
        for at, raw in enumerate(raws, first):
            text = plain(raw[1:]).strip()
            if text:
                number = found.numbers[at]
                yield (
                    at,
                    Block("paragraph", (Line(number, text, True),), (number, number), name=found.named.get(at, "")),
                )
        return
    joined = "\n".join(raws)
    if not has_marks(joined):
        yield from _paragraph(found, first, raws, raws, bold=False)
        return
    if "**" in joined:
        raws = bold_by_line(raws)
        joined = "\n".join(raws)
    texts = plain(joined).split("\n")
    start, bold = 0, is_bold(raws[0])
    for at in range(1, len(raws) + 1):
        if at == len(raws) or is_bold(raws[at]) != bold:
            yield from _paragraph(found, first + start, raws[start:at], texts[start:at], bold=bold)
            start, bold = at, at < len(raws) and is_bold(raws[at])


_in_letters = re.compile("[A-Za-zÀ-ɏ가-힣぀-ヿ]{2}").search


def _are_rows(raws: list[str]) -> bool:
    """Whether short lines have the same number of cells: a table whose cells one space parts. In all rows but the first
    half of the cells hold numbers; or the rows are several, in characters, and open with more than a name."""
    if len(raws) < _ROWS or max(map(len, raws)) > _ROW:
        return False
    _, *rows = cells = [raw.split() for raw in raws]
    if len(cells[0]) < _CELLS or len({len(row) for row in cells}) > 1:
        return False
    if all(sum(any(map(str.isdigit, cell)) for cell in row[1:]) * 2 >= len(row) - 1 for row in rows):
        return True
    words = "".join(raws)
    plain_words = not any(mark in words for mark in "，。；：、！？,;:!?") and not any(map(_in_letters, raws))
    return len(rows) >= _ROWS and plain_words and max(len(row[0]) for row in rows) > _NAME


def _spaced_table(found: Scan, first: int, raws: list[str]) -> Iterator[tuple[int, Block]]:
    """Lines among which rows stand whose cells are parted by runs of spaces: those rows are a table."""
    start = 0
    kinds = [bool(_columns(raw)) for raw in raws]
    for at in range(1, len(raws) + 1):
        if at < len(raws) and kinds[at] == kinds[start]:
            continue
        texts = [plain(raw) for raw in raws[start:at]]
        if kinds[start] and at - start > 1:
            numbers = found.numbers[first + start : first + at]
            rows = [
                Line(number, " | ".join(_column_gap.split(text))) for number, text in zip(numbers, texts, strict=True)
            ]
            yield first + start, Block("table", tuple(rows), (numbers[0], numbers[-1]))
        else:
            yield from _paragraph(found, first + start, raws[start:at], texts, bold=False)
        start = at


def _paragraph(
    found: Scan, first: int, raws: list[str], texts: list[str], *, bold: bool
) -> Iterator[tuple[int, Block]]:
    numbers = found.numbers[first : first + len(raws)]
    by_one = [_by_one_space(text) is not None for text in found.texts[first : first + len(raws)]]
    few = sum(by_one) * 2 <= len(raws)
    lines = tuple(
        Line(number, text.strip(), _is_indented(found.texts[at]) or (few and by_one[at - first]))
        for at, (number, text) in enumerate(zip(numbers, texts, strict=True), first)
        if text.strip()
    )
    if lines:
        yield first, Block("paragraph", lines, (numbers[0], numbers[-1]), name=found.named.get(first, ""), bold=bold)


_by_one_space = re.compile(r" [가-힣一-鿿「『【]").match  # of a Korean text: the first line of a paragraph


def _is_indented(raw: str) -> bool:
    return raw[:1].isspace() and (raw.startswith(("　", "\t")) or len(raw) - len(raw.lstrip()) >= 2)


def _table(found: Scan, first: int, last: int) -> Iterator[tuple[int, Block]]:
    """Rows from the raw lines, because the parser drops cells that the first row has not."""
    rows = []
    for at in range(first, last):
        text = found.texts[at]
        if not text.strip() or (at == first + 1 and _delimiter_row(text)):
            continue
        cells = [plain(cell).strip() for cell in _quote_marks.sub("", text).strip().strip("|").split("|")]
        if any(cells):
            rows.append(Line(found.numbers[at], " | ".join(cells)))
    if rows:
        yield first, Block("table", tuple(rows), (found.numbers[first], found.numbers[last - 1]))
