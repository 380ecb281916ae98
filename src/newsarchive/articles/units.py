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

from newsarchive.articles.bylines import is_pen_name
from newsarchive.articles.folio import is_folio
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.pieces import Piece, Pieces, cut, joined
from newsarchive.articles.record import Lines
from newsarchive.articles.verse import verse_blocks
from newsarchive.blocks import Block, BlockKind, Line

_STOPS = r"[。！？!?.…▼▲∎](?:[\s\u00a0\u202f]?['\"”’“‘」』）)】〕》〉»«\]])*"
_SURE_STOPS = "。！？」』"
_ends = re.compile(rf"{_STOPS}\s*(?:[(（〔【][^()（）〔〕【】]{{1,40}}[)）〕】]\s*)?\Z").search
_leads_on = re.compile(r"[:：]\s*\Z|——\s*\Z").search
_latin_word = re.compile(r"[A-Za-zÀ-ɏ]{5}").search
_latin_words = re.compile(r"[A-Za-zÀ-ɏ]+").findall
begins_item = re.compile(
    r"[☆★◆◇■□●○◎▲△▼▪※►▶⊙＊*•【][\s　]*\S|――"
    r"|[(（]\d{1,2}[)）]|[一二三四五六七八九十]是|[①-⑳]"
    r"|[-–—][\s　]|[(（]?[一二三四五六七八九十]{1,2}(?:[、.．]|[)）])|\d{1,2}[.、)）]\s?\D"
).match
_item = re.compile(r"[☆★◆◇■□●○◎▲△▼▪※►▶⊙＊*•][\s　]*\S|[①-⑳]|[-–—][\s　]").match
_QUOTES = tuple(zip("“„«「『《（(", "”“»」』》）)", strict=True))
_begins_inside = re.compile(
    r"[的了着们們，、；。を]|[のがはにでともへ][^ぁ-ん]|[说道称說稱个個裡][：:“「]|[一-鿿][，,、。；;]|[一-鿿]{2,4}。"
).match
_stop_inside = re.compile(r"[a-zß-öø-ÿ]{3}[.!?][”’»“]? [A-ZÀ-Þ“„«‘]").search
_capitals = re.compile(r"[^a-zß-öø-ÿ぀-ヿ一-鿿가-힯]*[A-ZÀ-ÖØ-ÞŞĞİ]{2}[^a-zß-öø-ÿ぀-ヿ一-鿿가-힯]*\Z").match
_numerals = re.compile(r"[\d〇零一二三四五六七八九十０-９]").search
_jump_signs = re.compile(r"[\d〇零一二三四五六七八九十０-９转轉本面]").search
_JUMP_END = 20  # characters that hold the page of a Chinese or Japanese jump line
_NO_JUMP = "。！？；，、”」』,;!?"  # no jump line ends so
_LONG_LINE = 100  # printed lines are shorter; a longer one holds a whole paragraph
_CAPTION = 80  # characters of a caption on one line that interrupts a text
_COLUMN_LINES, _NARROWEST = 6, 10  # of a column: lines, breadth
_ODD, _ODD_SPACED = 2.5, 5.0  # how far a heading's breadth is from the column's; the spaces of Korean stretch
_TITLE = 12  # characters that hold the longest of them
_SHORT, _SHORT_WIDE = 0.72, 0.88  # of a full line; characters of one width fill their lines to the end
_STACK, _HEADING_LINE = 4, 24  # lines of a heading stack, and characters of one
_NO_HEADING = "。、，,がをにのはとでもへや」』）)"
_FIRST_LINES = 3  # of a page
_PARTED = 6  # blocks of several lines, of which one may hold two paragraphs
_LABEL_LINE = 8  # of a label that is set in several lines


# A speech in a report that names each speaker: Mr. Tarn: Who is to pay for this?
speaks = re.compile(r"(?:[A-ZÀ-Þ][\w.'’]*,? ){0,3}[A-ZÀ-Þ][\w'’]+: [\"“‘«„A-ZÀ-Þ]").match


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a stop, with what closes after it, or with a bracket after that."""
    last = text[-1:]
    if last in _SURE_STOPS:
        return bool(last)
    return not last.isalnum() and _ends(text[-60:]) is not None


def has_few_stops(text: str) -> bool:
    """Whether a text has hardly any full stops, as in old Chinese, Japanese and Korean papers."""
    return sum(map(text.count, "。.!?！？")) * 120 < len(text) and not _latin_word(text)


def ends_in_title(text: str, patterns: Patterns) -> bool:
    """Whether a text ends in an abbreviation after which more has to come: Prof., Capt., No."""
    if text[-1:] != ".":
        return False
    last = text[-_TITLE:-1].split(" ")[-1].lstrip("(“„«")
    initial = patterns.main.script == "latn" and len(last) == 1 and last.isupper() and last != "I" and " " in text
    return initial or last in patterns.abbreviations


def leads_on(text: str) -> bool:
    """Whether a text ends with a colon or a dash that leads to a new paragraph."""
    return _leads_on(text[-4:]) is not None


def closes_quotation(first: str, second: str) -> bool:
    """Whether a text closes a quotation or a bracket that another one before it opened."""
    for opener, closer in _QUOTES:
        at = second.find(closer)
        if at >= 0 and first.rfind(opener) > first.rfind(closer) and opener not in second[:at]:
            return True
    return False


def begins_inside(text: str) -> bool:
    """Whether a text begins with a particle or a mark that begins no sentence in Chinese or Japanese."""
    return _begins_inside(text) is not None


def stops_inside(text: str) -> bool:
    """Whether a sentence of a text ends inside it and its last one does not: it breaks off and is no heading."""
    return text[-1:].isalpha() and ("。" in text or _stop_inside(text) is not None)


def is_titled(text: str) -> bool:
    """Whether nearly all longer words of a Latin line begin with a capital, as decks of old papers do."""
    words = [word for word in _latin_words(text) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= len(words) * 0.75


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
    blocks = _with_broken_headings(_without_false_headings(blocks))
    if patterns.main.script == "latn":
        blocks = [_with_headline_apart(block, patterns) for block in blocks]
    width = _page_width(blocks)
    verses = verse_blocks(blocks, patterns)
    whole = patterns.main.script == "latn" and _blocks_are_paragraphs(blocks)
    short = _SHORT_WIDE if width and not patterns.main.spaces and _few_stops_on(blocks) else _SHORT
    end = 0
    for index, block in enumerate(blocks):
        gap = max(block.at[0] - end - 1, 0) if end else 0
        end = max(end, block.at[1])
        if index in verses:
            for line in block.lines:
                verse = _unit(block, (Piece(line.number, line.text),), index, gap)
                units.append(msgspec.structs.replace(verse, verse=True))
                gap = -1
        elif block.kind == "paragraph":
            for run in _runs(block.lines, width, short, patterns, whole=whole):
                pieces = tuple([Piece(line.number, line.text) for line in run])
                indented = run[0].indented
                for part in _parts(pieces, patterns):
                    text, copies = _without_copies(part)
                    units.append(_unit(block, text, index, gap, indented=indented))
                    gap, indented = -1, False
                    if copies:
                        loop = Block("furniture", (), (copies[0].line, copies[-1].line), name="loop")
                        units.append(_unit(loop, copies, index, gap))
        else:
            units.append(_unit(block, tuple([Piece(line.number, line.text) for line in block.lines]), index, gap))
    return units


_HEAD = 110  # characters in which a headline and the dateline after it end
_glued = re.compile(
    r"[A-Z0-9$“\"'‘][^.!?—;:]{2,60}?[a-zß-ÿ0-9’'] "
    r"(?=[A-ZÀ-Þ][A-ZÀ-Þ'’\-]{2,}[^a-zß-ÿ]{0,30}(?:\([A-Z]|[A-Z][a-z]{2,8}\.? \d|[—–]))"
).match


def _with_headline_apart(block: Block, patterns: Patterns) -> Block:
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


def _is_headline(text: str) -> bool:
    """Whether all longer words of a short Latin line begin with a capital, or it is very short."""
    longer = [word for word in _latin_words(text) if len(word) > 3]
    return len(text.split()) <= 10 and all(word[0].isupper() for word in longer)


def _with_broken_headings(blocks: Sequence[Block]) -> Sequence[Block]:
    """A heading whose second line lost its mark is one of two lines: it breaks off at a comma or in mid-phrase."""
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if last is not None and last.kind == "heading" and block.kind == "paragraph" and _goes_on(last, block):
            kept[-1] = msgspec.structs.replace(last, lines=(*last.lines, *block.lines), at=(last.at[0], block.at[1]))
        else:
            kept.append(block)
    return kept


def _goes_on(heading: Block, after: Block) -> bool:
    if after.at[0] - heading.at[1] > 1 or len(after.lines) != 1 or len(heading.lines) != 1:
        return False
    first, second = heading.lines[0].text, after.lines[0].text
    if after.at[0] == heading.at[1] and first[-1] in "がをにはのとでもへや、":  # one line that a tag broke
        return len(second) < 30
    short = len(second) <= 70 and not ends_sentence(second) and second.isascii() == first.isascii()
    return short and (first[-1] == "," or (second[:1].islower() and first[:1].isascii())) and len(first) <= 90


def _without_false_headings(blocks: Sequence[Block]) -> Sequence[Block]:
    """Three headings or more on lines that follow one another, with a stop among them, are printed lines of a text.

    Some tools take each line of a column for a heading. The first line stays one when it is short and has no stop.
    """
    if sum(block.kind == "heading" for block in blocks) < 3:
        return blocks
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        while (
            end < len(blocks)
            and blocks[end].kind == "heading"
            and (end == at or _follows(blocks[end - 1], blocks[end]))
        ):
            end += 1
        run = blocks[at:end]
        if run and (above := _text_above(kept, run[0])) is not None and _is_cut(above, run):
            kept += [msgspec.structs.replace(block, kind="paragraph", level=0) for block in run]
            at = end
            continue
        if len(run) < 3 or not any(_inner_stop(block.lines[0].text) for block in run):
            kept += run or [blocks[at]]
            at = max(end, at + 1)
            continue
        width = max(_breadth(block.lines[0].text) for block in run)
        first = run[0].lines[0].text
        head = 1 if _breadth(first) <= width * (0.92 if first.isascii() else 0.87) and not _inner_stop(first) else 0
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
    if after.kind != "paragraph" or last.isascii() or _ends_or_leads_on(last) or not ends_sentence(above):
        return False
    return after.lines[0].indented or _breadth(above) <= width * 0.87


def _breadth(text: str) -> float:
    """How much of a line a text fills: letters, digits and spaces are half as wide as Chinese characters."""
    return sum([0.5 if character < "\u1100" else 1.0 for character in text])


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


_inner_stop = re.compile(r"[。．]|[.!?][\"'”’]?(?:\s|$)|[,，、]\Z").search


def _without_copies(pieces: Pieces) -> tuple[Pieces, Pieces]:
    """A text that ends in the same sentence three times or more, without the second and later copies, and these."""
    text = joined(pieces)
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


def _unit(block: Block, pieces: Pieces, index: int, gap: int, *, indented: bool = False) -> Unit:
    text = joined(pieces) if pieces else ""
    at = (pieces[0].line, pieces[-1].line) if block.kind == "paragraph" else block.at
    capitals = len(text) < 200 and text != text.lower() and bool(_capitals(text))
    short_end = (
        len(pieces) > 1
        and 10 <= len(pieces[0].text) < _LONG_LINE
        and len(pieces[-1].text) < len(pieces[0].text) * (_SHORT if " " in text else _SHORT_WIDE)
    )
    return Unit(
        *(block.kind, pieces, text, at, index, gap, block.level, block.name, block.bold, capitals, short_end),
        indented=indented,
    )


def _page_width(blocks: Sequence[Block]) -> int:
    """The width of the page's columns where the printed lines are kept, 0 where a line holds a paragraph."""
    lengths = sorted(
        len(line.text)
        for block in blocks
        if block.kind == "paragraph" and len(block.lines) >= 3
        for line in block.lines
    )
    if len(lengths) < 6 or lengths[-1] >= _LONG_LINE or lengths[len(lengths) // 2] < 10:
        return 0
    width = lengths[len(lengths) * 3 // 4]
    full = sum(length >= width * 0.8 for length in lengths)
    return width if full * 2 >= len(lengths) else 0


def _few_stops_on(blocks: Sequence[Block]) -> bool:
    return has_few_stops("".join([line.text for block in blocks if block.kind == "paragraph" for line in block.lines]))


def _blocks_are_paragraphs(blocks: Sequence[Block]) -> bool:
    """Whether empty lines part the paragraphs of a page that keeps its printed lines: hardly a block holds two."""
    several = [block.lines for block in blocks if block.kind == "paragraph" and len(block.lines) > 1]
    if len(several) < _PARTED:
        return False
    return sum(map(_holds_two, several)) * _PARTED <= len(several)


def _holds_two(lines: Sequence[Line]) -> bool:
    """Whether a line inside a block ends a sentence and is short, as the last of a paragraph is."""
    width = max(len(line.text) for line in lines) * 0.9
    return any(len(line.text) < width and ends_sentence(line.text) for line in lines[:-1])


def _runs(
    lines: Sequence[Line], page_width: int, short: float, patterns: Patterns, *, whole: bool
) -> Iterator[Sequence[Line]]:
    """The lines of a paragraph block in runs that belong together. `whole`: a block is one paragraph as a rule."""
    if len(lines) == 1:
        yield lines
        return
    width = _printed_width(lines) or page_width
    all_short = all(len(line.text) <= _LABEL_LINE and not ends_sentence(line.text) for line in lines)
    start = 0
    if patterns.main.script == "jpan" and _is_stack(lines):
        yield from ([line] for line in lines)
        return
    cuts = _cuts_before_leads(lines, patterns) | _cuts_before_indents(lines, patterns) | _cuts_round_odd_lines(lines)
    for at in range(1, len(lines)):
        if at in cuts or (
            not (all_short and not lines[at].indented)
            and not _runs_on(lines[at - 1], lines[at], width, short, patterns, whole=whole)
        ):
            yield lines[start:at]
            start = at
    yield lines[start:]


def _is_stack(lines: Sequence[Line]) -> bool:
    """Whether a few short lines of unlike length, none with a mark at its end, are the lines of a heading stack."""
    shortest, longest = min(len(line.text) for line in lines), max(len(line.text) for line in lines)
    if len(lines) > _STACK or shortest < 4 or longest > _HEADING_LINE:
        return False
    if any(line.text[-1] in _NO_HEADING for line in lines):
        return False
    first, second = _breadth(lines[0].text), _breadth(lines[1].text)
    return second - first >= 2 or (len(lines) > 2 and first - second >= 2)


def _cuts_before_leads(lines: Sequence[Line], patterns: Patterns) -> set[int]:
    """Where a line opens a lead, and where the headings above it begin: after the last line that ends a sentence."""
    cuts: set[int] = set()
    for at, line in enumerate(lines):
        if at == 0 or not opens_lead(line.text, patterns):
            continue
        if not ends_sentence(lines[at - 1].text) and len(lines[at - 1].text) > _LONG_LINE:
            continue
        inside = patterns.main.script == "latn" and _breaks_off_at_width(lines, at)
        if inside and not _opens_for_sure(line.text, patterns):
            continue
        cuts.add(at)
        above = at - 1
        while above > max(at - 4, 0) and not ends_sentence(lines[above].text):
            above -= 1
        if ends_sentence(lines[above].text) and above < at - 1:
            cuts.add(above + 1)
            if patterns.main.script in ("jpan", "kore", "hant"):
                cuts.update(range(above + 2, at))
        elif above == 0 and patterns.main.script in ("jpan", "kore", "hant") and _is_page_head(lines[0], patterns):
            cuts.update(range(1, at))
        elif len(lines[at - 1].text) < len(line.text) * 0.72 and not _is_second_line(lines, at - 1, patterns):
            cuts.add(at - 1)
    return cuts


def _breaks_off_at_width(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above a place fills its column in mid-sentence, as the last line over a new story does not."""
    above = lines[at - 1].text
    return not ends_sentence(above) and not _capitals(above) and len(above) >= 0.85 * max(len(lines[at].text), 20)


def _opens_for_sure(text: str, patterns: Patterns) -> bool:
    """Whether a line opens with more than a word and a stop: a day, an agency, a dash, capitals, a signature."""
    found = [match for lead in patterns.datelines if (match := lead(text))]
    if not found:
        return True
    return any(c.isdigit() or c in "—–(" for c in found[0][0]) or found[0][0][:4].isupper()


def _is_second_line(lines: Sequence[Line], at: int, patterns: Patterns) -> bool:
    """Whether a short Latin line goes on with the one above it, which has no stop and is not set in other letters."""
    if patterns.main.script != "latn" or at < 1 or ends_sentence(lines[at - 1].text):
        return False
    return bool(_capitals(lines[at - 1].text)) == bool(_capitals(lines[at].text))


def _is_page_head(line: Line, patterns: Patterns) -> bool:
    """Whether a line is the first of a page: the one with date and page."""
    return line.number <= _FIRST_LINES and len(line.text) < 80 and is_folio(line.text, patterns, at_edge=True)


def _cuts_before_indents(lines: Sequence[Line], patterns: Patterns) -> set[int]:
    """Where headings begin that stand at the margin and without a stop between two paragraphs that are indented."""
    if patterns.main.spaces or sum(line.indented for line in lines) < 2:
        return set()
    cuts: set[int] = set()
    for at, line in enumerate(lines):
        above = at - 1
        if not line.indented or above < 1:
            continue
        while above > max(at - 4, 0) and not lines[above].indented and not _ends_or_leads_on(lines[above].text):
            above -= 1
        if above < at - 1 and ends_sentence(lines[above].text):
            cuts.add(above + 1)
            cuts.update(
                each for each in range(above + 2, at) if lines[each - 1].text[-1] not in "がをにのはとでもへや、"
            )
    return cuts


def _cuts_round_odd_lines(lines: Sequence[Line]) -> set[int]:
    """Where headings begin and end that stand, unmarked, over a column whose characters all fill the same breadth.

    A line that is clearly shorter or longer than the column, between a line that ends a sentence and a full line, has
    been set by itself.
    """
    if len(lines) < _COLUMN_LINES or any(len(line.text) >= _LONG_LINE for line in lines):
        return set()
    breadths = [_breadth(line.text) for line in lines]
    column = Counter(round(breadth) for breadth in breadths).most_common(1)[0][0]
    if column < _NARROWEST or sum(abs(breadth - column) <= 1 for breadth in breadths) < len(lines) * 0.5:
        return set()
    cuts: set[int] = set()
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_odd(lines[end], breadths[end], column):
            end += 1
        above = at == 0 or ends_sentence(lines[at - 1].text)
        if at < end <= at + 3 and end < len(lines) and above and _is_full(lines[end], breadths[end], column):
            cuts.update(range(max(at, 1), end + 1))
        at = max(end, at + 1)
    return cuts


def _is_odd(line: Line, breadth: float, column: int) -> bool:
    """Whether a line has neither the breadth of its column nor a mark that ends a line of text."""
    if line.indented or not line.text[-1].isalnum() or line.text.isascii():
        return False
    return abs(breadth - column) >= (_ODD_SPACED if " " in line.text else _ODD)


def _is_full(line: Line, breadth: float, column: int) -> bool:
    return (line.indented or abs(breadth - column) <= 1) and not begins_inside(line.text)


def _ends_or_leads_on(text: str) -> bool:
    return ends_sentence(text) or leads_on(text) or text[-1] in "、，,"


def opens_lead(text: str, patterns: Patterns) -> bool:
    """Whether a line begins with a dateline or a signature, as a story's first line does."""
    return (
        any(match(text) for match in patterns.byline_leads)
        or any((match := found(text)) and match.end() < len(text) for found in patterns.datelines)
        or (
            (opener := patterns.byline_openers(text)) is not None
            and text[opener.end() : opener.end() + 1] in ("(", "（", " ", "　", "")
        )
    )


def _printed_width(lines: Sequence[Line]) -> int:
    """The width of a column whose printed lines are kept, 0 when the lines are no printed lines."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 3 // 4]
    full = sum(length >= width * 0.8 for length in lengths)
    return width if len(lines) >= 3 and width >= 10 and lengths[-1] < _LONG_LINE and full * 2 >= len(lines) else 0


def _runs_on(before: Line, after: Line, width: int, short: float, patterns: Patterns, *, whole: bool) -> bool:
    """Whether two lines of a block stand in one paragraph."""
    first, second = before.text, after.text
    if _stands_alone(first, patterns) or _stands_alone(second, patterns) or _item(second):
        return False
    if not first.isascii() and _credit_behind(first, patterns):
        return False
    if not width and len(first) > 40 and len(second) <= _CAPTION and _credit_behind(second, patterns):
        return False
    if first[-1] in ")]" and patterns.main.script == "latn" and _ends_in_jump(first, patterns):
        return False
    if after.indented and not before.indented:
        return not ends_sentence(first) and len(first) > 40
    if after.indented and ends_sentence(first):
        return False
    if not width:
        if before.indented and not after.indented and len(second) <= 40 and not ends_sentence(second):
            return False
        broken_heading = len(first) <= 70 and len(second) <= 70 and (second[:1].islower() or first[-1] == ",")
        halves = before.indented and not after.indented  # a paragraph that a column cut early
        return not ends_sentence(first) and (len(first) > 40 or broken_heading or halves)
    if bool(_capitals(first)) != bool(_capitals(second)) and min(len(first), len(second)) > 3:
        return False
    if _capitals(first) and not ends_sentence(first):
        return ends_sentence(second) or len(first) >= width * _SHORT
    if ends_in_title(first, patterns):
        return True
    if patterns.main.script == "latn" and ends_sentence(first):
        if second[0].islower() and len(first) >= width * _SHORT:
            return True  # paid 4s. 2d. / for a new lock
        if speaks(second):
            return False
    if ends_sentence(first) and is_titled(first) and not is_titled(second):
        return False
    if ends_sentence(first):
        opens = any(match(second) for match in patterns.datelines) or is_pen_name(second)
        return (whole or len(first) >= width * 0.9) and not _capitals(first) and not opens
    if not first.isascii() and (not patterns.main.spaces or patterns.main.script == "kore"):
        return len(first) >= width * short
    return len(first) >= width * _SHORT or (len(second) < width * 0.85 and not ends_sentence(second))


def _ends_in_jump(text: str, patterns: Patterns) -> bool:
    """Whether the brackets at the end of a line say on what page its story goes on."""
    at = max(text.rfind("("), text.rfind("["))
    return at >= 0 and patterns.jump_alone(text[at:])


def _credit_behind(text: str, patterns: Patterns) -> bool:
    """Whether a line ends with a stop and a picture credit after it."""
    stop = max(text.rfind("。"), text.rfind("！"), text.rfind("？"))
    tail = text[stop + 1 :].strip()
    return stop > 0 and 2 < len(tail) < 30 and patterns.credit_line(tail) is not None


def _stands_alone(text: str, patterns: Patterns) -> bool:
    """Whether a line is by its form no part of a running text."""
    if len(text) >= 80:
        return False
    bracketed = text[0] in "(（【〔［[◆" and text[-1] in ")）】〕］]◆"
    return bool(
        any(match(text) for match in patterns.byline_lines)
        or any((match := lead(text)) and match.end() == len(text) for lead in patterns.byline_leads)
        or patterns.editors(text)
        or patterns.paper_line(text.rstrip("."))
        or patterns.price(text)
        or any(match(text) for match in patterns.rubrics.values())
        or (bracketed and (text[0] not in "(（" or patterns.author_note(text) or patterns.jump_alone(text)))
        or (len(text) < 40 and not text.isascii() and patterns.credit_line(text))
        or (_numerals(text) and is_folio(text, patterns, at_edge=False))
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
    tail_at = max(len(text) - 80, 0)
    may_jump = text[-1:] not in _NO_JUMP and (patterns.main.spaces or _jump_signs(text, len(text) - _JUMP_END))
    for search in patterns.jumps_to if may_jump else ():
        match = search(text, tail_at)
        if match and match.end() >= len(text) - 1 and match.start() > 0 and _cuts_off(text, match.start()):
            start = match.start()
            while start > 0 and text[start - 1] in "(（[【 ":
                start -= 1
            pieces, after = cut(pieces, start)
            if pieces:
                yield pieces
            pieces = after
            break
    if pieces:
        yield pieces


def _cuts_off(text: str, at: int) -> bool:
    """Whether a jump line that begins at an offset is one: it stands in brackets or after a stop, not in a sentence."""
    before = text[:at].rstrip()
    return text[at] in "(（[【＝=▶▷→☞►" or not before or bool(ends_sentence(before)) or before[-1] in "、，,:："
