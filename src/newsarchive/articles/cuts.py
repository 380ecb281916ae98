"""Where the printed lines of a block are cut: before leads, indents, and round the lines of an unmarked heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsarchive.articles.folio import is_folio
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import (
    begins_inside,
    ends_or_leads_on,
    ends_sentence,
    latin_words,
)
from newsarchive.articles.widths import LONG_LINE, breadth_of, in_capitals
from newsarchive.blocks import Line

_COLUMN_LINES, _NARROWEST = 6, 10  # of a column: lines, breadth
_ODD, _ODD_SPACED = 2.5, 5.0  # how far a heading's breadth is from the column's; the spaces of Korean stretch
STACK = 4  # lines of a heading stack
_FIRST_LINES = 3  # of a page
_HEADLINE = 90  # characters of a headline on one line
_TITLE_WORDS = 3  # longer words of a headline that only its capitals tell
_SMALLER = 1.15  # how much longer a line of smaller letters is


def cuts_before_leads(lines: Sequence[Line], patterns: Patterns) -> set[int]:
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


def cuts_before_indents(lines: Sequence[Line], patterns: Patterns) -> set[int]:
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


def cuts_above_first_indent(lines: Sequence[Line]) -> set[int]:
    """Where the lines of a Korean heading begin: those at the margin over the first that is indented."""
    first = next((at for at, line in enumerate(lines) if line.indented), 0)
    heads = lines[:first]
    if len(heads) > STACK or any(ends_sentence(line.text) and line.text[-1] in ".!?" for line in heads):
        return set()
    return set(range(1, first + 1))


def cuts_round_odd_lines(lines: Sequence[Line]) -> set[int]:
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


def cuts_round_titled_lines(lines: Sequence[Line], width: int) -> set[int]:
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
        if 2 <= end - at <= STACK and full and capitals >= _TITLE_WORDS and len(lines[at - 1].text) >= 0.6 * width:
            cuts.update((at, end))
        at = max(end, at + 1)
    return cuts


def cuts_below_headline(lines: Sequence[Line], patterns: Patterns) -> set[int]:
    """Where the text begins under the headline of a block in Latin script whose lines are whole paragraphs: its first
    line is short and ends no sentence, and a paragraph follows with a capital, which in German tells nothing."""
    first, second = lines[0].text, lines[1].text
    if patterns.main.language == "de" or len(first) >= _HEADLINE or len(second) < LONG_LINE:
        return set()
    if not (first[-1].isalnum() and _opens_sentence(first) and _opens_sentence(second)):
        return set()
    inside = ends_sentence(first) or patterns.clause_open(first) or opens_lead(first, patterns)
    return set() if inside or patterns.contact(first) else {1}


def _opens_sentence(text: str) -> bool:
    """Whether a line begins with a capital, a figure or a quotation."""
    start = text.lstrip("\"“„«‘'¡¿–- ")[:1]
    return start.isupper() or start.isdigit()


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
