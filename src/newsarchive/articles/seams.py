"""What print leaves out between two lines of a paragraph: nothing, a space, or the hyphen of a divided word.

A tool that lost the hyphens leaves `carpen` / `ter`; Korean papers divide words anywhere and set no hyphen. The page's
own words tell then, and the syllables at which a language divides words and which are no words themselves.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from newsarchive.articles.dictionary import words_of
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.pieces import Piece, Pieces, seam

_hyphen = re.compile(r"(?<=[^\W\d_])(?:[-‐⸗¬]|­)\Z").search
_soft_hyphens = "­¬⸗"
_hyphen_inside = re.compile(r"(?<=[^\W\d_]-) (?=(?P<rest>[^\W\d_]{2,}))").finditer  # Ent- fernung, in one line
_last_word = re.compile(r"[^\W\d_]+\Z").search
_first_word = re.compile(r"[^\W\d_]+(?![\w'’-])").match
_words = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*").findall
_korean = re.compile(r"[가-힣一-鿿]").match
_korean_words = re.compile(r"(?<![^\s])[가-힣一-鿿]+(?![^\s.,?!])").findall
_han = re.compile(r"[㐀-鿿]").match
_BESIDE = 6  # characters on each side of a break that may be one word
_SHORT_WORDS = 6  # letters; up and on, in and to stand side by side more often than they are one word cut in two
_LAST = 40  # characters of a line's end that may be a word
_PRINTED_LINE = 60  # characters; a longer text was cut by a column, which happens between words more often
# Log odds, measured on the labelled pages.
_COLUMN, _GLUED, _KNOWN, _SEEN, _WRAPPED = 2.0, 2.0, 1.5, 3.0, 4.0
_KOREAN_STOPS = ".,?!"
_ENOUGH_LINES, _RAGGED = 20, 0.62  # lines, and the share of full ones below which a page breaks between words
_TOLD = 0.2  # the share of lines with a space at their end, and of those without one, from which on they tell
_PRINTED = (10, 40)  # characters of a printed line of a Korean column
_ENDINGS = ((1, 1.0), (2, 2.5), (3, 3.0))  # by the syllables of an ending


def is_one_word(before: str, after: str) -> bool:
    """Whether a Chinese word begins before a break and ends behind it, and neither half is a word by itself."""
    left, right = before[-_BESIDE:], after[:_BESIDE]
    if not _han(left[-1:]) or not _han(right):
        return False
    at = 0
    for word in words_of(left + right):
        if at < len(left) < at + len(word):
            return len(words_of(left)[-1]) == len(words_of(right)[0]) == 1 or len(word) > 3
        at += len(word)
    return False


def spaces_told(body: str, first_line: int) -> Mapping[int, bool]:
    """Whether a space stands at the end of each printed line, by its number, where a tool kept them: then some lines
    end in one and some do not."""
    lines = body.split("\n")
    ends = {
        at: line.endswith(" ") for at, line in enumerate(lines, first_line) if _PRINTED[0] <= len(line) <= _PRINTED[1]
    }
    share = sum(ends.values()) / max(1, len(ends))
    two = any(line.endswith("  ") for line in lines)  # marks of Markdown
    return ends if len(ends) >= _ENOUGH_LINES and _TOLD < share < 1 - _TOLD and not two else {}


class Seams:
    """How the lines of one page go together. `texts` are the lines of the page, looked at when a seam asks for it;
    `told` says of lines whether a space stands at their end."""

    def __init__(self, texts: Iterable[str], patterns: Patterns, told: Mapping[int, bool] | None = None) -> None:
        self._texts = texts
        self._patterns = patterns
        self._korean, self._japanese = patterns.main.script == "kore", patterns.main.script == "jpan"
        self._told = told or {}

    @cached_property
    def _lines(self) -> list[str]:
        return list(self._texts)

    @cached_property
    def _inside(self) -> Counter[str]:
        """The words that stand inside the lines of the page, and those with a hyphen in them."""
        counted: Counter[str] = Counter()
        for line in self._lines:
            found = _words(line)
            if not found:
                continue
            whole = found[0 if found[0][0].isupper() else 1 : -1 if line[-1].isalpha() or line[-1] == "-" else None]
            counted.update([word.casefold() for word in whole])
        return counted

    @cached_property
    def _syllables(self) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str], float]:
        """Of each Korean syllable: how often it ends a word, stands before another, begins one, stands behind another.

        And the share of seams between syllables that are spaces.
        """
        ends: Counter[str] = Counter()
        before: Counter[str] = Counter()
        begins: Counter[str] = Counter()
        behind: Counter[str] = Counter()
        for line in self._lines:
            found = _korean_words(line)
            for word in found:
                before.update(word[:-1])
                behind.update(word[1:])
            ends.update([word[-1] for word in found[:-1]])
            begins.update([word[0] for word in found[1:]])
        spaces, inner = ends.total() + 1, before.total() + 2
        return ends, before, begins, behind, spaces / (spaces + inner)

    @cached_property
    def _wraps_words(self) -> bool:
        """Whether the printed lines of a Korean page end where words end: their breadths differ by a word's length."""
        lines = [line for line in self._lines if 8 <= len(line) < _PRINTED_LINE and line[-1].isalnum()]
        widths = sorted([sum([1 if c < "ᄀ" else 2 for c in line]) for line in lines])
        middle = widths[len(widths) // 2] if widths else 0
        usual = [width for width in widths if 0.6 * middle < width < 1.4 * middle]
        if len(usual) < _ENOUGH_LINES:
            return False
        full = usual[len(usual) * 9 // 10]
        return sum([width >= full - 4 for width in usual]) < _RAGGED * len(usual)

    @cached_property
    def _korean_inside(self) -> Counter[str]:
        return Counter(word for line in self._lines for word in _korean_words(line)[1:-1])

    def between(self, before: str, after: str) -> str:
        """What stands between two lines that have no hyphen between them: a space or nothing."""
        if not before or not after:
            return ""
        if self._korean and before[-1].isalnum() and after[0].isalnum():
            if before[-1].isascii() and self._is_counted(before, after):
                return ""
            korean = _korean(before[-1]) and _korean(after)
            return "" if korean and self._korean_odds(before, after) < 0 else " "
        if self._korean and _korean(after) and before[-1] in _KOREAN_STOPS:
            return " "
        if self._korean and _korean(before[-1]) and after[0] in "“‘『「《":
            return " "
        space = seam(before, after)
        if not space or (self._japanese and after[0].isdigit() and (before[-1].isdigit() or before[-1] in "-.,")):
            return ""
        if after[0].islower() and before[-1].isalpha() and self._is_divided(before, after):
            return ""
        return space

    def _is_counted(self, before: str, after: str) -> bool:
        """Whether a Korean line goes on behind a number or a Latin word: 5 / 번 노선, 4.5kg / 에"""
        counted = before[-1].isdigit() and self._patterns.counter(after) is not None
        return counted or self._patterns.clause_goes_on(after) is not None

    def _is_divided(self, before: str, after: str) -> bool:
        """Whether a Latin word was divided between two lines and its hyphen lost."""
        left, right = _last_word(before[-_LAST:]), _first_word(after[:_LAST])
        if not left or not right:
            return False
        first, second = left[0].casefold(), right[0].casefold()
        if second in self._patterns.word_ends or first in self._patterns.word_starts:
            return self._inside[second if second in self._patterns.word_ends else first] == 0
        if len(first) < 2 or len(second) < 2:
            return False
        if len(first) + len(second) < _SHORT_WORDS:
            return False
        return self._inside[first + second] > 0 and not (self._inside[first] and self._inside[second])

    def _korean_odds(self, before: str, after: str) -> float:
        """Above zero a space is likely, below zero a word goes on: what the two syllables do elsewhere on the page."""
        ends, inner, begins, behind, share = self._syllables
        left, right = before[-1], after[0]
        odds = math.log((ends[left] + 2 * share) / (inner[left] + 2 - 2 * share))
        odds += math.log((begins[right] + 2 * share) / (behind[right] + 2 - 2 * share))
        odds -= math.log(share / (1 - share))
        last, first = before[-_LAST:].split(" ")[-1], after[:_LAST].split(" ")[0].rstrip(".,!?”’\"'")
        if first in self._patterns.glued:
            odds -= _GLUED
        odds += max([weight * (last[-length:] in self._patterns.endings[length]) for length, weight in _ENDINGS])
        if len(last) > 1 and self._korean_inside[last]:
            odds += _KNOWN
        if self._korean_inside[last + first]:
            odds -= _SEEN
        odds += _WRAPPED * self._wraps_words
        return odds + _COLUMN * (len(before) > _PRINTED_LINE and len(after) > _PRINTED_LINE)

    def _keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether a hyphen before small letters is one of print: forty- / two, or as elsewhere on the page."""
        left, right = _last_word(before[:-1][-_LAST:]), _first_word(after[:_LAST])
        if not left or not right:
            return False
        first, second = left[0].casefold(), right[0].casefold()
        compound = f"{first}-{second}"
        return (
            first in self._patterns.hyphen_behind
            or second in self._patterns.hyphen_before
            or (self._inside[compound] > 0 and not self._inside[first + second])
        )

    def _halves(self, piece: Piece) -> list[Piece]:
        """A line cut where a tool joined printed lines and kept the hyphen and the space of a divided word."""
        if "- " not in piece.text or self._patterns.main.script != "latn":
            return [piece]
        small = self._patterns.main.function_words
        breaks = [
            match.start()
            for match in _hyphen_inside(piece.text)
            if match["rest"].islower() and match["rest"] not in small and match["rest"] not in self._patterns.particles
        ]
        ends = zip([0, *[at + 1 for at in breaks]], [*breaks, len(piece.text)], strict=True)
        return [Piece(piece.line, piece.text[start:end]) for start, end in ends]

    def run_together(self, parts: Sequence[Pieces]) -> tuple[str, list[Piece]]:
        """A paragraph of parts that column and line breaks cut: its text, and the hyphens that fell away."""
        pieces = [half for part in parts for piece in part for half in self._halves(piece)]
        if len(pieces) == 1:
            return pieces[0].text, []
        last = ""  # the line before, and not the whole text, so that the work grows with the lines
        hyphens: list[Piece] = []
        done: list[str] = []
        for at, piece in enumerate(pieces):
            after = piece.text
            if not last or not (mark := _hyphen(last[-2:])):
                told = self._told.get(pieces[at - 1].line) if last else None
                done.append((self.between(last, after) if told is None else " " * told) + after)
            elif after[:1].islower() and after.partition(" ")[0] in self._patterns.particles:
                done.append(" " + after)  # Ein- und Ausgang
            elif (after[:1].islower() and not self._keeps_hyphen(last, after)) or mark[0] in _soft_hyphens:
                hyphens.append(Piece(pieces[at - 1].line, mark[0]))
                done[-1] = done[-1][: -len(mark[0])]
                done.append(after)
            else:
                done.append(after)
            last = after
        return "".join(done), hyphens
