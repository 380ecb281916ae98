"""The lines of a block in runs that belong to one another: paragraphs, headings, signatures, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsarchive.articles.bylines import is_pen_name
from newsarchive.articles.cuts import (
    STACK,
    cuts_above_first_indent,
    cuts_before_indents,
    cuts_before_leads,
    cuts_below_headline,
    cuts_round_odd_lines,
    cuts_round_titled_lines,
)
from newsarchive.articles.folio import is_folio
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import (
    ends_in_title,
    ends_sentence,
    is_titled,
    speaks,
)
from newsarchive.articles.widths import LONG_LINE, _are_paragraphs, breadth_of, in_capitals
from newsarchive.blocks import Line

# narrower than begins_item of sentences.py: a printed line may begin with a number of the sentence above it
_item = re.compile(r"[☆★◆◇■□●○◎▲△▼▪▓※►▶⊙＊*•][\s　]*\S|[①-⑳]|[-–—][\s　]").match
_page_alone = re.compile(r"第\s?\d{1,3}\s?[版頁页]\s?[()（）]*\Z").match
_numerals = re.compile(r"[\d〇零一二三四五六七八九十０-９]").search
_CAPTION = 80  # characters of a caption on one line that interrupts a text
SHORT_LINE, SHORT_WIDE = 0.72, 0.88  # of a full line; characters of one width fill their lines to the end
_STARRED, _ITEM_LINES = 3, 12  # items with a star that tell a habit, printed lines of one
_HEADING_LINE = 24  # characters of a line of a heading stack
_NO_HEADING = "。、，,がをにのはとでもへや」』）)"
_RAGGED, _SYLLABLE = 0.8, 4  # of the width, which a line is long at least that the next syllable did not fit into
_LABEL_LINE, _LABEL_ROW = 8, 6  # of a label that is set in several lines; in Taiwan headlines have such lines, too


def runs_of(
    lines: Sequence[Line], width_of_page: int, short: float, patterns: Patterns, *, whole: bool
) -> Iterator[Sequence[Line]]:
    """The lines of a paragraph block in runs that belong together. `whole`: a block is one paragraph as a rule."""
    if len(lines) == 1:
        yield lines
        return
    if patterns.main.script == "jpan" and len(lines) == 2 and _is_signed_caption(lines[1].text, patterns):
        yield lines
        return
    width = 0 if _are_paragraphs(lines) else _printed_width(lines) or width_of_page
    all_short = all(_may_be_of_label(line.text, patterns) for line in lines)
    start = 0
    odd = all_short or any(line.indented or line.text.isascii() for line in lines)
    chinese = patterns.main.script in ("hans", "hant") and not odd
    if (patterns.main.script == "jpan" or chinese) and _is_stack(lines):
        yield from ([line] for line in lines)
        return
    titled = cuts_round_titled_lines(lines, width) if patterns.main.script == "latn" else set()
    if not width and patterns.main.script == "latn":
        titled |= cuts_below_headline(lines, patterns)
    cuts = (
        (titled if patterns.main.script != "kore" else cuts_above_first_indent(lines))
        | cuts_before_leads(lines, patterns)
        | cuts_before_indents(lines, patterns)
        | cuts_round_odd_lines(lines)
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


def _is_signed_caption(text: str, patterns: Patterns) -> bool:
    """Whether a line is the end of a Japanese caption: it has a day or place, and who took the picture in brackets."""
    at = text.rfind("（")
    return text.rfind("＝", 0, at) > 0 and text[-1] == "）" and patterns.credit_line(text[at:]) is not None


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
    if len(lines) > STACK or shortest < 4 or longest > _HEADING_LINE:
        return False
    if any(line.text[-1] in _NO_HEADING for line in lines):
        return False
    first, second = breadth_of(lines[0].text), breadth_of(lines[1].text)
    return second - first >= 2 or (len(lines) > 2 and first - second >= 2)


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
            korean = patterns.main.script == "kore"
            full = len(first) >= width * 0.9 or (korean and _leaves_no_room(first, second, width))
            return (whole or full) and not in_capitals(first) and not opens
        return (whole or _no_room_for(second, first, width)) and not in_capitals(first) and not opens
    if not first.isascii() and (not patterns.main.spaces or patterns.main.script == "kore"):
        return len(first) >= width * short
    if patterns.main.script == "latn" and patterns.clause_open(first) is not None:
        return True
    return len(first) >= width * SHORT_LINE or (len(second) < width * 0.85 and not ends_sentence(second))


def _leaves_no_room(first: str, second: str, width: int) -> bool:
    """Whether the first word of a Korean line had no room at the end of the line above it."""
    return len(first) >= width * 0.6 and len(first) + 1 + len(second.partition(" ")[0]) > width


def _no_room_for(second: str, first: str, width: int) -> bool:
    """Whether the first syllable of a line had no room at the end of the line above it, so that this one may go on."""
    return len(first) >= width * _RAGGED and len(first) + 1 + min(len(second.partition(" ")[0]), _SYLLABLE) > width


def _may_be_of_label(text: str, patterns: Patterns) -> bool:
    """Whether a line is so short that it may be one of a label set in several."""
    longest = _LABEL_ROW if patterns.main.script == "hant" else _LABEL_LINE
    return len(text) <= longest and not ends_sentence(text) and not _is_of_page(text, patterns)


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
