"""The lines of a block in runs that belong to one another: paragraphs, headings, signatures, labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsarchive.articles.bylines import is_pen_name
from newsarchive.articles.folio import is_folio
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import (
    begins_inside,
    ends_in_title,
    ends_or_leads_on,
    ends_sentence,
    has_few_stops,
    is_titled,
    latin_words,
    speaks,
)
from newsarchive.blocks import Block, Line

# narrower than begins_item of sentences.py: a printed line may begin with a number of the sentence above it
_item = re.compile(r"[☆★◆◇■□●○◎▲△▼▪▓※►▶⊙＊*•][\s　]*\S|[①-⑳]|[-–—][\s　]").match
in_capitals = re.compile(r"[^a-zß-öø-ÿ぀-ヿ一-鿿가-힯]*[A-ZÀ-ÖØ-ÞŞĞİ]{2}[^a-zß-öø-ÿ぀-ヿ一-鿿가-힯]*\Z").match
_page_alone = re.compile(r"第\s?\d{1,3}\s?[版頁页]\s?[()（）]*\Z").match
_numerals = re.compile(r"[\d〇零一二三四五六七八九十０-９]").search
LONG_LINE = 100  # printed lines are shorter; a longer one holds a whole paragraph
_CAPTION = 80  # characters of a caption on one line that interrupts a text
_COLUMN_LINES, _NARROWEST = 6, 10  # of a column: lines, breadth
_ODD, _ODD_SPACED = 2.5, 5.0  # how far a heading's breadth is from the column's; the spaces of Korean stretch
SHORT_LINE, SHORT_WIDE = 0.72, 0.88  # of a full line; characters of one width fill their lines to the end
_STARRED, _ITEM_LINES = 3, 12  # items with a star that tell a habit, printed lines of one
_STACK, _HEADING_LINE = 4, 24  # lines of a heading stack, and characters of one
_NO_HEADING = "。、，,がをにのはとでもへや」』）)"
_FIRST_LINES = 3  # of a page
_LINE = 32  # characters of a line that are more than East Asian columns hold
_PARTED = 6  # blocks of several lines, of which one may hold two paragraphs
_TITLE_WORDS = 3  # longer words of a headline that only its capitals tell
_RUNNING_LINES, _LEAST_WIDTH = 8, 20  # lines that run on, and the characters of the narrowest column they tell
_RAGGED, _SYLLABLE = 0.8, 4  # of the width, which a line is long at least that the next syllable did not fit into
_SMALLER = 1.15  # how much longer a line of smaller letters is
_LABEL_LINE = 8  # of a label that is set in several lines


def _are_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether each line of an East Asian block is a paragraph: lines of text, longer than a column's, end sentences."""
    if len(lines) < 2 or lines[0].text[:1] < "\u1100" or sum([len(line.text) for line in lines]) < _LINE * len(lines):
        return False
    return sum([ends_sentence(line.text) is not None for line in lines]) >= 0.6 * len(lines)


def page_width(blocks: Sequence[Block]) -> int:
    """The width of the page's columns where the printed lines are kept, 0 where a line holds a paragraph."""
    lengths = sorted(
        len(line.text)
        for block in blocks
        if block.kind == "paragraph" and len(block.lines) >= 3 and not _are_paragraphs(block.lines)
        for line in block.lines
    )
    if len(lengths) < 6 or lengths[-1] >= LONG_LINE or lengths[len(lengths) // 2] < 10:
        return 0
    width = lengths[len(lengths) * 3 // 4]
    full = sum(length >= width * 0.8 for length in lengths)
    return width if full * 2 >= len(lengths) else 0


def running_width(blocks: Sequence[Block]) -> int:
    """The width of the columns of a page in Latin script, told by the lines that go on in small letters on the next
    one, where headlines, tables and notices leave too few full lines for `page_width`; 0 where they differ."""
    lengths = sorted(
        [
            len(line.text)
            for block in blocks
            if block.kind == "paragraph"
            for line, after in pairwise(block.lines)
            if after.text[0].islower() and not ends_sentence(line.text)
        ]
    )
    width = lengths[len(lengths) * 3 // 4] if len(lengths) >= _RUNNING_LINES else 0
    if not _LEAST_WIDTH <= width < LONG_LINE or lengths[-1] > width * 1.4:
        return 0
    return width if sum([length >= width * 0.8 for length in lengths]) * 4 >= len(lengths) * 3 else 0


def few_stops_on(blocks: Sequence[Block]) -> bool:
    return has_few_stops("".join([line.text for block in blocks if block.kind == "paragraph" for line in block.lines]))


def blocks_are_paragraphs(blocks: Sequence[Block]) -> bool:
    """Whether empty lines part the paragraphs of a page that keeps its printed lines: hardly a block holds two."""
    several = [block.lines for block in blocks if block.kind == "paragraph" and len(block.lines) > 1]
    if len(several) < _PARTED:
        return False
    return sum(map(_holds_two, several)) * _PARTED <= len(several)


def _holds_two(lines: Sequence[Line]) -> bool:
    """Whether a line inside a block ends a sentence and is short, as the last of a paragraph is."""
    width = max(len(line.text) for line in lines) * 0.9
    return any(len(line.text) < width and ends_sentence(line.text) for line in lines[:-1])


def runs_of(
    lines: Sequence[Line], width_of_page: int, short: float, patterns: Patterns, *, whole: bool
) -> Iterator[Sequence[Line]]:
    """The lines of a paragraph block in runs that belong together. `whole`: a block is one paragraph as a rule."""
    if len(lines) == 1:
        yield lines
        return
    width = 0 if _are_paragraphs(lines) else _printed_width(lines) or width_of_page
    all_short = all(_may_be_of_label(line.text, patterns) for line in lines)
    start = 0
    if patterns.main.script == "jpan" and _is_stack(lines):
        yield from ([line] for line in lines)
        return
    titled = _cuts_round_titled_lines(lines, width) if patterns.main.script == "latn" else set()
    cuts = (
        (titled if patterns.main.script != "kore" else _cuts_above_first_indent(lines))
        | _cuts_before_leads(lines, patterns)
        | _cuts_before_indents(lines, patterns)
        | _cuts_round_odd_lines(lines)
    )
    alone = [_stands_alone(line.text, patterns) for line in lines]
    words_whole = patterns.main.script == "kore"  # a line may be short because the next word is long
    inside = _inside_starred_items(lines) if patterns.main.script == "latn" else frozenset()
    for at in range(1, len(lines)):
        above, line = lines[at - 1], lines[at]
        in_paragraph = words_whole and lines[start].indented and not (line.indented or ends_sentence(above.text))
        if at in inside or (in_paragraph and not (alone[at - 1] or alone[at])):
            continue
        if at in cuts or (
            not (all_short and not lines[at].indented)
            and (
                alone[at - 1]
                or alone[at]
                or not _runs_on(lines[at - 1], lines[at], width, short, patterns, whole=whole)
            )
        ):
            yield lines[start:at]
            start = at
    yield lines[start:]


def _inside_starred_items(lines: Sequence[Line]) -> frozenset[int]:
    """The places of the lines that stand between the first and the last of several items with a star, and begin none:
    such items have no heading between them."""
    stars = [at for at, line in enumerate(lines) if line.text.startswith("* ")]
    if len(stars) < _STARRED or max(after - at for at, after in pairwise(stars)) > _ITEM_LINES:
        return frozenset()
    return frozenset(range(stars[0] + 1, stars[-1])) - frozenset(stars)


def _is_stack(lines: Sequence[Line]) -> bool:
    """Whether a few short lines of unlike length, none with a mark at its end, are the lines of a heading stack."""
    shortest, longest = min(len(line.text) for line in lines), max(len(line.text) for line in lines)
    if len(lines) > _STACK or shortest < 4 or longest > _HEADING_LINE:
        return False
    if any(line.text[-1] in _NO_HEADING for line in lines):
        return False
    first, second = breadth_of(lines[0].text), breadth_of(lines[1].text)
    return second - first >= 2 or (len(lines) > 2 and first - second >= 2)


def _cuts_before_leads(lines: Sequence[Line], patterns: Patterns) -> set[int]:
    """Where a line opens a lead, and where the headings above it begin: after the last line that ends a sentence."""
    cuts: set[int] = set()
    for at, line in enumerate(lines):
        if at == 0 or not opens_lead(line.text, patterns):
            continue
        if not ends_sentence(lines[at - 1].text) and len(lines[at - 1].text) > LONG_LINE:
            continue
        inside = patterns.main.script == "latn" and (
            _breaks_off_at_width(lines, at) or patterns.clause_open(lines[at - 1].text) is not None
        )
        if inside and not _opens_for_sure(line.text, patterns):
            continue
        cuts.add(at)
        above = at - 1
        while above > max(at - 4, 0) and not ends_sentence(lines[above].text):
            above -= 1
        if ends_sentence(lines[above].text) and above < at - 1:
            cuts.add(above + 1)
            stack = range(above + 2, at)
            if patterns.main.script in ("jpan", "kore", "hant"):
                cuts.update(stack)
            elif patterns.main.script == "latn":
                cuts.update(each for each in stack if is_set_smaller(lines[each - 1].text, lines[each].text, patterns))
        elif above == 0 and patterns.main.script in ("jpan", "kore", "hant") and _opens_page(lines, patterns):
            cuts.update(range(1, at))
        elif len(lines[at - 1].text) < len(line.text) * 0.72 and not _is_second_line(lines, at - 1, patterns):
            cuts.add(at - 1)
    return cuts


def is_set_smaller(above: str, line: str, patterns: Patterns) -> bool:
    """Whether an unmarked line is a deck, in a language whose headlines have small letters: it begins with a capital
    and holds more than the line above, as only smaller letters can."""
    if patterns.main.language in ("en", "de") or not line[:1].isupper() or line.isupper():
        return False
    ended = above.rpartition(" ")[2] not in patterns.main.function_words
    return ended and len(line) > _SMALLER * len(above)


def _breaks_off_at_width(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above a place fills its column in mid-sentence, as the last line over a new story does not."""
    above = lines[at - 1].text
    return not ends_sentence(above) and not in_capitals(above) and len(above) >= 0.85 * max(len(lines[at].text), 20)


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
    return bool(in_capitals(lines[at - 1].text)) == bool(in_capitals(lines[at].text))


def _opens_page(lines: Sequence[Line], patterns: Patterns) -> bool:
    """Whether lines begin with the one with date and page, or with the paper's name over it."""
    named = patterns.paper_line(lines[0].text) is not None and _is_page_head(lines[1], patterns)
    return named or _is_page_head(lines[0], patterns)


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
        while above > max(at - 4, 0) and not lines[above].indented and not ends_or_leads_on(lines[above].text):
            above -= 1
        if above < at - 1 and ends_sentence(lines[above].text):
            cuts.add(above + 1)
            cuts.update(
                each for each in range(above + 2, at) if lines[each - 1].text[-1] not in "がをにのはとでもへや、"
            )
    return cuts


def _cuts_above_first_indent(lines: Sequence[Line]) -> set[int]:
    """Where the lines of a Korean heading begin: those at the margin over the first that is indented."""
    first = next((at for at, line in enumerate(lines) if line.indented), 0)
    heads = lines[:first]
    if len(heads) > _STACK or any(ends_sentence(line.text) and line.text[-1] in ".!?" for line in heads):
        return set()
    return set(range(1, first + 1))


def _cuts_round_odd_lines(lines: Sequence[Line]) -> set[int]:
    """Where headings begin and end that stand, unmarked, over a column whose characters all fill the same breadth.

    A line that is clearly shorter or longer than the column, between a line that ends a sentence and a full line, has
    been set by itself.
    """
    if len(lines) < _COLUMN_LINES or any(len(line.text) >= LONG_LINE for line in lines):
        return set()
    breadths = [breadth_of(line.text) for line in lines]
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


def _cuts_round_titled_lines(lines: Sequence[Line], width: int) -> set[int]:
    """Where headlines of two lines or more begin and end that stand, unmarked, among the printed lines of a column:
    each is short and has capitals before its longer words, and a full line follows."""
    cuts: set[int] = set()
    if not width or len(lines) < _COLUMN_LINES:
        return cuts
    at = 1
    while at < len(lines):
        end = at
        while end < len(lines) and _may_be_title(lines[end].text, width):
            end += 1
        below = lines[end].text if end < len(lines) else ""
        full = len(below) >= 0.8 * width and below[:1].isupper() and any(map(str.islower, below.split()[1:3]))
        capitals = sum(len(word) > 3 for line in lines[at:end] for word in latin_words(line.text))
        if 2 <= end - at <= _STACK and full and capitals >= _TITLE_WORDS and len(lines[at - 1].text) >= 0.6 * width:
            cuts.update((at, end))
        at = max(end, at + 1)
    return cuts


def _may_be_title(text: str, width: int) -> bool:
    """Whether a printed line is short, has no mark at its end, and capitals before its longer words."""
    if len(text) > 0.75 * width or not text[-1].isalnum() or not (text[0].isupper() or text[0].isdigit()):
        return False
    return all(word[0].isupper() for word in latin_words(text) if len(word) > 3) and not in_capitals(text)


def _is_odd(line: Line, breadth: float, column: int) -> bool:
    """Whether a line has neither the breadth of its column nor a mark that ends a line of text."""
    if line.indented or not line.text[-1].isalnum() or line.text.isascii():
        return False
    return abs(breadth - column) >= (_ODD_SPACED if " " in line.text else _ODD)


def _is_full(line: Line, breadth: float, column: int) -> bool:
    return (line.indented or abs(breadth - column) <= 1) and not begins_inside(line.text)


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
    return width if len(lines) >= 3 and width >= 10 and lengths[-1] < LONG_LINE and full * 2 >= len(lines) else 0


def _runs_on(before: Line, after: Line, width: int, short: float, patterns: Patterns, *, whole: bool) -> bool:
    """Whether two lines of a block, of which neither stands alone, stand in one paragraph."""
    first, second = before.text, after.text
    if _item(second):
        return False
    if not first.isascii() and _credit_behind(first, patterns):
        return False
    if not width and len(first) > 40 and len(second) <= _CAPTION and _credit_behind(second, patterns):
        return False
    if first[-1] in ")]" and patterns.main.script == "latn" and _ends_in_jump(first, patterns):
        return False
    ended = ends_sentence(first)
    if after.indented and not before.indented:
        return not ended and len(first) > 40
    if after.indented and ended:
        return False
    if not width:
        if before.indented and not after.indented and len(second) <= 40 and not ends_sentence(second):
            return False
        broken_heading = len(first) <= 70 and len(second) <= 70 and (second[:1].islower() or first[-1] == ",")
        halves = before.indented and not after.indented  # a paragraph that a column cut early
        return not ended and (len(first) > 40 or broken_heading or halves)
    if bool(in_capitals(first)) != bool(in_capitals(second)) and min(len(first), len(second)) > 3:
        return False
    if in_capitals(first) and not ended:
        return ends_sentence(second) or len(first) >= width * SHORT_LINE
    if ends_in_title(first, patterns):
        return True
    if patterns.main.script == "latn" and ended:
        if second[0].islower() and len(first) >= width * SHORT_LINE:
            return True  # paid 4s. 2d. / for a new lock
        if speaks(second):
            return False
    if ended and is_titled(first) and not is_titled(second):
        return False
    if ended:
        opens = any(match(second) for match in patterns.datelines) or is_pen_name(second)
        if patterns.main.script != "latn":
            return (whole or len(first) >= width * 0.9) and not in_capitals(first) and not opens
        return (whole or _no_room_for(second, first, width)) and not in_capitals(first) and not opens
    if not first.isascii() and (not patterns.main.spaces or patterns.main.script == "kore"):
        return len(first) >= width * short
    if patterns.main.script == "latn" and patterns.clause_open(first) is not None:
        return True
    return len(first) >= width * SHORT_LINE or (len(second) < width * 0.85 and not ends_sentence(second))


def _no_room_for(second: str, first: str, width: int) -> bool:
    """Whether the first syllable of a line had no room at the end of the line above it, so that this one may go on."""
    return len(first) >= width * _RAGGED and len(first) + 1 + min(len(second.partition(" ")[0]), _SYLLABLE) > width


def _may_be_of_label(text: str, patterns: Patterns) -> bool:
    """Whether a line is so short that it may be one of a label set in several."""
    return len(text) <= _LABEL_LINE and not ends_sentence(text) and not _is_of_page(text, patterns)


def _is_of_page(text: str, patterns: Patterns) -> bool:
    """Whether a line is the number of a page or a label of the page."""
    return _page_alone(text) is not None or patterns.label(text) is not None


def _ends_in_jump(text: str, patterns: Patterns) -> bool:
    """Whether the brackets at the end of a line say on what page its story goes on."""
    at = max(text.rfind("("), text.rfind("["))
    return at >= 0 and patterns.jump_alone(text[at:]) is not None


def _credit_behind(text: str, patterns: Patterns) -> bool:
    """Whether a line ends with a stop and a picture credit after it."""
    stop = max(text.rfind("。"), text.rfind("！"), text.rfind("？"))
    tail = text[stop + 1 :].strip()
    return stop > 0 and 2 < len(tail) < 30 and patterns.credit_line(tail)


def _stands_alone(text: str, patterns: Patterns) -> bool:
    """Whether a line is by its form no part of a running text."""
    if len(text) >= 80:
        return False
    bracketed = text[0] in "(（【〔［[◆" and text[-1] in ")）】〕］]◆"
    return bool(
        ("。" not in text and any(match(text) for match in patterns.byline_lines))
        or any((match := lead(text)) and match.end() == len(text) for lead in patterns.byline_leads)
        or patterns.editors(text)
        or patterns.paper_line(text.rstrip("."))
        or patterns.price(text)
        or patterns.rubric(text)
        or (bracketed and (text[0] not in "(（" or patterns.author_note(text) or patterns.jump_alone(text)))
        or (len(text) < 40 and not text.isascii() and patterns.credit_line(text))
        or (_numerals(text) and is_folio(text, patterns, at_edge=False))
        or _is_of_page(text, patterns)
    )


def breadth_of(text: str) -> float:
    """How much of a line a text fills: letters, digits and spaces are half as wide as Chinese characters."""
    return sum([0.5 if character < "\u1100" else 1.0 for character in text])
