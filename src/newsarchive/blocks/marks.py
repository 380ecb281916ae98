"""Marks that stand round lines: tags of OCR tools, pictures, comments, fences, boxes of detection.

One pass from left to right finds the next opener; a closer that was not found once is never looked for again, so the
work grows with the length of the text and not faster. A tag that is not in the list is text, and stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape

from newsarchive.blocks.block import Block, Line
from newsarchive.words import machine

_BLOCK_TAGS = "div|center|p|figure|figcaption|section|article|header|footer|body|html|head|blockquote|ul|ol|li|hr|pre"
_TABLE_TAGS = "table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col"
_INLINE_TAGS = "span|b|i|u|sup|sub|strong|em|font|small|big|mark|s"

_opener = re.compile(
    r"(?P<comment><!--)"
    r"|(?P<det><\|ref\|>(?P<ref>[^<>\n]{0,40})<\|/ref\|>\s?<\|det\|>[^<>\n]*<\|/det\|>)"
    r"|(?P<token><[|｜][^<>|｜\n]{1,40}[|｜]>)"
    r"|<(?P<close>/?)(?P<tag>" + _BLOCK_TAGS + "|" + _TABLE_TAGS + "|" + _INLINE_TAGS + r"|br|img|h[1-6])"
    r"(?P<attributes>(?:\s[^<>]*)?)/?>"
    r"|!\[(?P<alt>[^\[\]]{0,400})\]\([ \t]*(?P<address><[^<>\n]*>|[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
    r"|(?P<fence>^ {0,3}(?:`{3,}|~{3,})[ \t]*(?:markdown|md|text|txt|html|plaintext)?[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_STARTS = ("<", "![", "```", "~~~")  # of marks
_table_end = re.compile(r"</table\s*>", re.IGNORECASE)
_cell_mark = re.compile(r"<(/?)(" + _TABLE_TAGS + "|" + _INLINE_TAGS + r"|br|p|div)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_attribute = re.compile(r"""\b(src|alt|style|class|align)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_line_end = re.compile(r"[ \t]*\n").match
_space = re.compile(r"\s+")
_GENERIC_ALT = {"", "image", "img", "picture", "figure", "photo", "图片", "圖片", "图像", "画像", "이미지"}
_HEAD_LENGTH = 200  # of an address that holds the picture itself


@lru_cache
def _page_comment() -> Callable[[str], re.Match[str] | None]:
    """Whether a comment of a tool names a page, in any language."""
    return re.compile("|".join(map(re.escape, machine().page_words)), re.IGNORECASE).search


class Scan:
    """The lines of a text without the marks round them, and the blocks that the marks themselves made.

    `texts[i]` stands on line `numbers[i]` of the source; `made` holds (index of the line after it, block).
    """

    def __init__(self, first_line: int) -> None:
        self.texts: list[str] = []
        self.numbers: list[int] = []
        self.made: list[tuple[int, Block]] = []
        self.named: dict[int, str] = {}
        self._number = first_line
        self._part = ""
        self._name = ""

    def add(self, text: str) -> None:
        """Text between two marks, with its line breaks."""
        if "\n" not in text:
            self._part += text
            return
        first, *middle, last = text.split("\n")
        self._part += first
        self.end_line()
        for line in middle:
            self._number += 1
            self._part = line
            self.end_line()
        self._number += 1
        self._part = last

    def end_line(self) -> None:
        """What was gathered becomes a line; the number stays until the source has a line break."""
        if self._name and self._part.strip():
            self.named[len(self.texts)] = self._name
        self.texts.append(self._part)
        self.numbers.append(self._number)
        self._part = ""

    def break_block(self, opening: str = "") -> None:
        """An empty line, so that what follows is a block of its own; `opening` is put before it."""
        if self._part.strip():
            self.end_line()
        self._part = ""
        self.end_line()
        self._part = opening

    def make(self, block: Block) -> None:
        self.break_block()
        self.made.append((len(self.texts), block))

    def name(self, name: str) -> None:
        """What a tool says of the lines that follow, until it says something else."""
        self._name = name

    def skip(self, text: str) -> None:
        self._number += text.count("\n")

    @property
    def here(self) -> int:
        return self._number


def scan(text: str, first_line: int) -> Scan:
    """The lines of `text`, whose line breaks are newlines, and the blocks made by marks."""
    found = Scan(first_line)
    if not any(start in text for start in _STARTS):
        found.texts = text.split("\n")
        found.numbers = list(range(first_line, first_line + len(found.texts)))
        return found
    at = 0
    closers: dict[str, bool] = {"-->": True, "</table>": True}
    for match in _opener.finditer(text):
        if match.start() < at:
            continue
        end = _take(found, text, at, match, closers)
        if end > at:
            at = end
    found.add(text[at:])
    found.end_line()
    return found


def _take(found: Scan, text: str, at: int, match: re.Match[str], closers: dict[str, bool]) -> int:
    """Takes the text before a mark and the mark itself; gives where the scan goes on, or 0 when the mark is text."""
    end = match.end()
    if match["comment"]:
        end = _closer(text, match.end(), "-->", closers)
        if end:
            found.add(text[at : match.start()])
            _comment(found, text[match.start() : end])
        return end
    if match["tag"] and match["tag"].lower() == "table" and not match["close"]:
        closing = _table_end.search(text, match.end()) if closers["</table>"] else None
        if closing:
            found.add(text[at : match.start()])
            _table(found, text[match.start() : closing.end()])
            return closing.end()
        closers["</table>"] = False
    found.add(text[at : match.start()])
    if match["det"] or match["token"]:
        line = Line(found.here, match[0].strip())
        found.make(Block("furniture", (line,), (found.here, found.here), name="detection"))
        found.skip(match[0])
        found.name(match["ref"] or "")
    elif match["tag"]:
        _tag(found, match)
        if match["tag"].lower() == "br" and (newline := _line_end(text, end)):
            found.skip("\n")  # the tag and the end of its line are one line break
            return newline.end()
    elif match["fence"] is None:
        _image(found, match["address"].strip("<>"), match["alt"], match[0])
    return end


def _closer(text: str, start: int, closer: str, closers: dict[str, bool]) -> int:
    if not closers[closer]:
        return 0
    end = text.find(closer, start)
    if end < 0:
        closers[closer] = False
        return 0
    return end + len(closer)


def _comment(found: Scan, raw: str) -> None:
    first = found.here
    found.skip(raw)
    inner = _space.sub(" ", raw[4:-3]).strip()
    at = (first, found.here)
    if inner.lower() in ("image", "picture", "figure", "img"):
        found.make(Block("image", (), at))
    elif inner:
        name = "page-marker" if _page_comment()(inner) or inner.isdigit() else "other"
        found.make(Block("furniture", (Line(first, _space.sub(" ", raw)),), at, name=name))


def _tag(found: Scan, match: re.Match[str]) -> None:
    tag, closing = match["tag"].lower(), bool(match["close"])
    if tag == "br":
        found.end_line()
    elif tag == "img":
        attributes = {name.lower(): a or b or c for name, a, b, c in _attribute.findall(match["attributes"])}
        _image(found, attributes.get("src", ""), attributes.get("alt", ""), match[0])
        return
    elif tag[0] == "h" and tag[1:].isdigit():
        found.break_block("" if closing else "#" * int(tag[1]) + " ")
    elif tag in ("div", "p", "center", "figcaption"):
        found.break_block()
        centred = tag in ("center", "figcaption") or "center" in match["attributes"].lower()
        found.name("center" if centred and not closing else "")
    elif tag in _INLINE_TAGS.split("|"):
        pass
    else:
        found.break_block()
    found.skip(match[0])


def _image(found: Scan, address: str, alt: str, raw: str) -> None:
    first = found.here
    found.skip(raw)
    at = (first, found.here)
    alt = _space.sub(" ", unescape(alt)).strip()
    if address.startswith("data:"):
        address = address.partition(",")[0][:_HEAD_LENGTH]
    found.make(Block("image", (), at, name=address))
    if alt.lower() not in _GENERIC_ALT and any(not c.isspace() for c in alt):
        found.make(Block("furniture", (Line(first, alt),), at, name="alt"))


def _table(found: Scan, raw: str) -> None:
    """A table as rows; text outside of its cells is kept as a cell of its own."""
    first = number = found.here
    rows: list[tuple[int, list[str]]] = [(number, [""])]
    at = 0
    for match in _cell_mark.finditer(raw):
        _fill(rows, raw[at : match.start()])
        number += raw.count("\n", at, match.end())
        tag = match[2].lower()
        if tag in ("tr", "caption"):
            rows.append((number, [""]))
        elif tag in ("td", "th") and not match[1]:
            rows[-1][1].append("")
        elif tag in ("br", "p", "div"):
            _fill(rows, " ")
        at = match.end()
    _fill(rows, raw[at:])
    found.skip(raw)
    lines = tuple(Line(number, text) for number, cells in rows if (text := _row(cells)))
    if lines:
        found.make(Block("table", lines, (first, found.here)))


def _fill(rows: list[tuple[int, list[str]]], text: str) -> None:
    if text:
        rows[-1][1][-1] += text


def _row(cells: list[str]) -> str:
    """`a | b`: the first entry is what stood before the first cell, left out when it is empty."""
    cleaned = [_space.sub(" ", unescape(cell)).strip() for cell in cells]
    if not any(cleaned):
        return ""
    return " | ".join(cleaned[1:] if not cleaned[0] and len(cleaned) > 1 else cleaned)
