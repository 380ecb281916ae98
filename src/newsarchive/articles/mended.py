"""Blocks -> Blocks: headings that a tool broke in two, or that it made of the printed lines of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

import msgspec

from newsarchive.articles.patterns import Matcher, Patterns, alternatives
from newsarchive.articles.sentences import ends_or_leads_on, ends_sentence, latin_words, leads_on
from newsarchive.articles.widths import breadth_of
from newsarchive.blocks import Block, Line
from newsarchive.words import machine

_LABELS = 2  # headlines with their label, from which on a page counts as a model's copy
_PRINTED = 3  # lines of a text that shows how broad its column is
_ROW = 40  # characters of the longest row of an East Asian heading
_HEAD = 110  # characters in which a headline and the dateline after it end
_glued = re.compile(
    r"[A-Z0-9$“\"'‘][^.!?—;:]{2,60}?[a-zß-ÿ0-9’'] "
    r"(?=[A-ZÀ-Þ][A-ZÀ-Þ'’\-]{2,}[^a-zß-ÿ]{0,30}(?:\([A-Z]|[A-Z][a-z]{2,8}\.? \d|[—–]))"
).match
_LEAST, _OPENING = 60, 10  # characters of a line that holds headline and text; that hold the day it opens with
_GLUED = 44  # characters that hold such a headline and the gap behind it
_glued_wide = re.compile(r"[^\s。，,；;：:（(【]{4,18}(?: [^\s。；;：:（(【]{3,16})?(?:[ 　]{2,}|　)(?=\S)").match
_inner_stop = re.compile(r"[。．]|[.!?][\"'”’]?(?:\s|$)|[,，、]\Z").search

_set_wide = re.compile(r"(?=.{11})[^\W\d_](?: {1,4}[^\W\d_])+[.:!?]?\Z").match
_wide_gap = re.compile(r" {2,}")

_wide = re.compile(r"[\u1100-\uffff]").search  # what stands in East Asian scripts


def without_transcript_labels(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a page that a language model copied, with the labels it wrote (`Headline:`, `Body:`) set apart and
    the parts as what they say; other pages as they are."""
    headlines, bodies = _transcript_labels()
    starts = [
        line.text
        for block in blocks
        if block.kind in ("paragraph", "heading")
        for line in block.lines
        if ":" in line.text[:16]
    ]
    if sum(map(bool, map(headlines, starts))) < _LABELS or not any(map(bodies, starts)):
        return blocks
    return [part for block in blocks for part in _labelled_parts(block)]


def _labelled_parts(block: Block) -> Iterator[Block]:
    """The parts of a block whose lines begin with such labels."""
    if block.kind == "heading" and (match := _transcript_label()(block.lines[0].text)):
        line = block.lines[0]
        yield Block("furniture", (Line(line.number, match[0].strip()),), block.at, name="detection")
        if text := line.text[match.end() :].strip():
            yield msgspec.structs.replace(block, lines=(Line(line.number, text), *block.lines[1:]))
        return
    if block.kind != "paragraph":
        yield block
        return
    start = 0
    for at, each in enumerate(block.lines):
        match = _transcript_label()(each.text)
        if match is None:
            continue
        yield from _lines_of(block, start, at)
        start = at + 1
        number = each.number
        yield Block("furniture", (Line(number, match[0].strip()),), (number, number), name="detection")
        rest = Line(number, each.text[match.end() :].strip())
        if not rest.text:
            continue
        level = {"headline": 2, "subhead": 3}.get(match.lastgroup or "", 0)
        if level:
            yield Block("heading", (rest,), (number, number), level)
        else:
            end = next((n for n in range(start, len(block.lines)) if _transcript_label()(block.lines[n].text)), None)
            kept = (rest, *block.lines[start:end])
            yield msgspec.structs.replace(block, lines=kept, at=(number, kept[-1].number))
            start = len(block.lines) if end is None else end
    yield from _lines_of(block, start, len(block.lines))


def _lines_of(block: Block, start: int, end: int) -> Iterator[Block]:
    lines = block.lines[start:end]
    if lines:
        yield msgspec.structs.replace(block, lines=lines, at=(lines[0].number, lines[-1].number))


@lru_cache
def _transcript_label() -> Matcher:
    labels = machine().transcript_labels
    groups = "|".join(f"(?P<{kind}>{alternatives(words)})" for kind, words in labels.items())
    return re.compile(rf"(?:{groups}) ?:(?:\s+|\Z)").match


@lru_cache
def _transcript_labels() -> tuple[Matcher, Matcher]:
    labels = machine().transcript_labels
    headline, body = alternatives(labels["headline"]), alternatives(labels["body"])
    return re.compile(rf"(?:{headline}) ?: ").match, re.compile(rf"(?:{body}) ?:(?: |\Z)").match


def with_spaced_lines_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a page, each line that is set wide as a block of its own, its letters closed up:
    U n t e r   d e r   U h r"""
    for block in blocks:
        if block.kind not in ("paragraph", "heading") or not any(_set_wide(line.text) for line in block.lines):
            yield block
            continue
        start = 0
        for at, line in enumerate(block.lines):
            if not _set_wide(line.text):
                continue
            yield from _lines_of(block, start, at)
            closed = Line(line.number, " ".join(word.replace(" ", "") for word in _wide_gap.split(line.text)))
            yield msgspec.structs.replace(block, lines=(closed,), at=(line.number, line.number), bold=True)
            start = at + 1
        yield from _lines_of(block, start, len(block.lines))


def with_headline_apart(block: Block, patterns: Patterns) -> Block:
    """A block whose headline a tool ran together with the dateline below it: Bridge Falls MARLBECK (AP)—The…"""
    if block.kind != "paragraph":
        return block
    for at, line in enumerate(block.lines[:5]):
        match = _glued(line.text) if any(mark in line.text[:_HEAD] for mark in "—–(") else None
        if match is None or not _is_headline(match[0]):
            continue
        if not any(find(line.text[match.end() :]) for find in patterns.datelines):
            continue
        parts = (Line(line.number, match[0].rstrip(), line.indented), Line(line.number, line.text[match.end() :]))
        return msgspec.structs.replace(block, lines=(*block.lines[:at], *parts, *block.lines[at + 1 :]))
    return block


def with_chinese_headline_apart(block: Block, patterns: Patterns) -> Block:
    """A block whose headline stands in the line of its text, two spaces before the lead or the day that opens it."""
    line = block.lines[0] if block.kind == "paragraph" and block.lines else None
    long = line is not None and len(line.text) > _LEAST and any(gap in line.text[:_GLUED] for gap in ("  ", "　"))
    match = _glued_wide(line.text) if line is not None and long else None
    if line is None or match is None:
        return block
    text = line.text[match.end() :]
    time = patterns.lead_time(text[:_OPENING])
    if not any(find(text) for find in patterns.datelines) and (time is None or time.start()):
        return block
    parts = (Line(line.number, match[0].rstrip(), line.indented), Line(line.number, text))
    return msgspec.structs.replace(block, lines=(*parts, *block.lines[1:]))


def _is_headline(text: str) -> bool:
    """Whether all longer words of a short Latin line begin with a capital, or it is very short."""
    longer = [word for word in latin_words(text) if len(word) > 3]
    return len(text.split()) <= 10 and all(word[0].isupper() for word in longer)


def with_broken_headings(blocks: Sequence[Block]) -> Sequence[Block]:
    """A heading whose second line lost its mark is one of two lines: it breaks off at a comma, in mid-phrase or at a
    tag."""
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if last is not None and (count := _lines_behind_tag(last, block)):
            kept[-1] = msgspec.structs.replace(last, lines=(*last.lines, *block.lines[:count]))
            if count < len(block.lines):
                rest = block.lines[count:]
                kept.append(msgspec.structs.replace(block, lines=rest, at=(rest[0].number, block.at[1])))
        elif last is not None and last.kind == "heading" and block.kind == "paragraph" and _goes_on(last, block):
            kept[-1] = msgspec.structs.replace(last, lines=(*last.lines, *block.lines), at=(last.at[0], block.at[1]))
        else:
            kept.append(block)
    return kept


def _lines_behind_tag(heading: Block, after: Block) -> int:
    """How many lines of a paragraph stood in the source's line of an East Asian heading, which a tag broke."""
    if heading.kind != "heading" or after.kind != "paragraph" or after.at[0] != heading.at[1]:
        return 0
    lines = list(takewhile(lambda line: line.number == heading.at[1], after.lines))
    return len(lines) if all(_wide(line.text) and len(line.text) < _ROW for line in (*heading.lines, *lines)) else 0


def _goes_on(heading: Block, after: Block) -> bool:
    if after.at[0] - heading.at[1] > 1 or len(after.lines) != 1 or len(heading.lines) != 1:
        return False
    first, second = heading.lines[0].text, after.lines[0].text
    alike = bool(_wide(first)) == bool(_wide(second))
    short = len(second) <= 70 and not ends_sentence(second) and alike
    return short and (first[-1] == "," or (second[:1].islower() and not _wide(first[:1]))) and len(first) <= 90


def with_openings_unmarked(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of an East Asian page whose headings stand apart, a heading that the lines below go on with as the
    first line of their paragraph."""
    below = {at for at in range(len(blocks) - 1) if _stands_on(blocks[at], blocks[at + 1])}
    if not below or len(below) * 2 > sum(block.kind == "heading" for block in blocks):
        return blocks
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        if at - 1 in below and _opens(kept[-1], block):
            first = kept[-1]
            lines, place = (*first.lines, *block.lines), (first.at[0], block.at[1])
            kept[-1] = msgspec.structs.replace(block, lines=lines, at=place)
        else:
            kept.append(block)
    return kept


def _stands_on(heading: Block, after: Block) -> bool:
    """Whether a heading has a text right below it."""
    return heading.kind == "heading" and after.kind == "paragraph" and after.at[0] - heading.at[1] == 1


def _opens(heading: Block, after: Block) -> bool:
    """Whether a heading is as broad as the printed lines below it, and their sentence may begin in it."""
    if heading.kind != "heading" or len(heading.lines) > 1 or len(after.lines) < _PRINTED:
        return False
    line, widest = heading.lines[0].text, max(breadth_of(each.text) for each in after.lines)
    if not _wide(line) or widest > _ROW or ends_sentence(line):
        return False
    return 0.7 * widest <= breadth_of(line) <= 1.15 * widest


def without_false_headings(blocks: Sequence[Block]) -> Sequence[Block]:
    """Three headings or more on lines that follow one another, with a stop among them, are printed lines of a text.

    Some tools take each line of a column for a heading. The first line stays one when it is short and has no stop.
    """
    if sum(block.kind == "heading" for block in blocks) < 3:
        return blocks
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        if blocks[at].kind != "heading":
            kept.append(blocks[at])
            at += 1
            continue
        end = at
        while (
            end < len(blocks)
            and blocks[end].kind == "heading"
            and (end == at or _follows(blocks[end - 1], blocks[end]))
        ):
            end += 1
        run = blocks[at:end]
        if (above := _text_above(kept, run[0])) is not None and _is_cut(above, run):
            kept += [msgspec.structs.replace(block, kind="paragraph", level=0) for block in run]
            at = end
            continue
        if len(run) < 3 or not any(_inner_stop(block.lines[0].text) for block in run):
            kept += run
            at = end
            continue
        width = max(breadth_of(block.lines[0].text) for block in run)
        first = run[0].lines[0].text
        head = 1 if breadth_of(first) <= width * (0.92 if first.isascii() else 0.87) and not _inner_stop(first) else 0
        after = blocks[end] if end < len(blocks) else None
        tail = len(run) - 1 if after is not None and _ends_in_heading(run, after, width) else len(run)
        if tail < len(run):
            end -= 1
        lines = [line for block in run[head:tail] for line in block.lines]
        ended = ends_sentence(lines[-1].text) and not lines[-1].text.isascii()
        if end < len(blocks) and blocks[end].kind == "paragraph" and _follows(run[-1], blocks[end]) and not ended:
            lines += blocks[end].lines
            end += 1
        kept += run[:head]
        kept.append(Block("paragraph", tuple(lines), (lines[0].number, lines[-1].number)))
        at = end
    return kept


def _ends_in_heading(run: Sequence[Block], after: Block, width: float) -> bool:
    """Whether the last of some lines taken for headings is one: over a text, under the last line of a paragraph."""
    above, last = run[-2].lines[-1].text, run[-1].lines[0].text
    if after.kind != "paragraph" or last.isascii() or ends_or_leads_on(last) or not ends_sentence(above):
        return False
    return after.lines[0].indented or breadth_of(above) <= width * 0.87


def _text_above(kept: Sequence[Block], heading: Block) -> Block | None:
    """The text that stands right above a heading, or above the page marker there."""
    above = next((block for block in kept[-1:-4:-1] if block.kind != "furniture"), None)
    if above is None or above.kind != "paragraph" or not above.lines:
        return None
    return above if above is not kept[-1] or _follows(above, heading) else None


def _is_cut(text: Block, run: Sequence[Block]) -> bool:
    """Whether the lines right under a text that breaks off go on with it: the last of them has a stop."""
    before, after = text.lines[-1].text, run[-1].lines[-1].text
    return len(run) < 3 and not ends_sentence(before) and not leads_on(before) and after[-1] in "。．."


def _follows(before: Block, after: Block) -> bool:
    return (after.at[0] - before.at[1] <= 1 and before.level in (after.level, 0)) or (
        after.at[0] - before.at[1] <= 1 and after.level == 0
    )
