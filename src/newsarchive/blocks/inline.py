"""Marks inside a line: escapes, entities, emphasis, and numbers that a tool wrote as formulas.

Each is one linear substitution; a line break in the text stays where it is, so lines can be told apart afterwards.
CommonMark's rule for `**` fails beside Chinese quotes and brackets, so emphasis is found by its own pattern.
"""

from __future__ import annotations

import re
from html import unescape

MARKS = "\\&*_$~`"
has_marks = re.compile(rf"[{re.escape(MARKS)}]").search
_entity = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_strong = re.compile(r"(\*\*\*|\*\*)(?=[^\s*])([^*\n]*[^\s*])\1(?!\*)")
_part_strong = re.compile(r"\*\*\*([^*\n]{1,40})\*(?!\*)([^*\n]{1,120})\*\*(?!\*)")  # ***By* ADA THORNE**
_strong_low = re.compile(r"(?<!\w)__(?=[^\s_])([^_\n]*[^\s_])__(?!_)")
_emphasis = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]*[^\s*\\])\*(?![\w*])")
_underline = re.compile(r"(?<![\w\\])_(?=[^\s_])([^_\n]*[^\s_\\])_(?!\w)")
_escape = re.compile(r"\\([!-/:-@\[-`{-~])|\\(?=\n|\Z)")
_dollars = re.compile(r"\\\$ (?=\d)")  # \$ 900, which print sets without the space
_formula = re.compile(r"(?<!\\)\$((?:[^$\\\n]|\\.){1,120})\$")  # an escaped dollar is a printed one
_formula_like = re.compile(r"[\\^~]|\d \d|^[\s\d.,%+\-=<>]+$").search
_styled = re.compile(r"\\(?:mathrm|mathbf|mathit|text|textbf|operatorname|rm|bf)\b\s*")
_symbols = {
    r"\sim": "~",
    r"\times": "×",
    r"\cdot": "·",
    r"\circ": "°",
    r"\pm": "±",
    r"\div": "÷",
    r"\leq": "≤",
    r"\geq": "≥",
    r"\le": "≤",
    r"\ge": "≥",
    r"\approx": "≈",
    r"\to": "→",
    r"\rightarrow": "→",
    r"\quad": " ",
    r"\degree": "°",
    r"\prime": "′",
    r"\%": "%",
    r"\$": "$",
    r"\#": "#",
    r"\&": "&",
    r"\_": "_",
    r"\,": "",
    r"\;": "",
    r"\:": "",
    r"\!": "",
}
_symbol = re.compile(r"\\(?:[A-Za-z]+|[%$#&_,;:!])")
_degrees = re.compile(r"°\s*C\b")
_spelt = re.compile(r"(?<=\b[A-Za-z]) (?=[A-Za-z]\b)|(?<=\d[A-Za-z]) (?=[A-Za-z]\b)")
_loose_spaces = re.compile(r"(?<=[^A-Za-z\s])[ ~]+(?=\S)|(?<=\S)[ ~]+(?=[^A-Za-z\s])")


def plain(text: str) -> str:
    """The text without inline marks. Takes and gives lines joined by a newline; their number does not change."""
    if not has_marks(text):
        return text
    if "$" in text:
        text = _formula.sub(_plain_formula, text)
    if "***" in text:
        text = _part_strong.sub(r"**\1\2**", text)
    if "**" in text:
        text = _strong.sub(r"\2", text)
    if "__" in text:
        text = _strong_low.sub(r"\1", text)
    if "*" in text:
        text = _emphasis.sub(r"\1", text)
    if "_" in text:
        text = _underline.sub(r"\1", text)
    if "\\" in text:
        text = _dollars.sub(r"\\$", text)
        text = _escape.sub(lambda match: match[1] or "", text)
    if "&" in text:
        text = _entity.sub(lambda match: _one_line(unescape(match[0])), text)
    return text


def is_bold(text: str) -> bool:
    """Whether all of a text stands between the marks of strong emphasis."""
    text = text.strip()
    return len(text) > 4 and text[:2] == text[-2:] and text[:2] in ("**", "__") and text[2:-2].count(text[:2]) == 0


def bold_by_line(raws: list[str]) -> list[str]:
    """Lines of which some are bold together, each of these with marks of its own: `**By A B` / `Herald Staff**`."""
    marked = list(raws)
    opened = -1
    for at, raw in enumerate(raws):
        marks = raw.count("**")
        if opened < 0 or marks:
            closes = opened >= 0 and marks == 1 and raw.endswith("**") and len(raw) > 2
            if closes:
                marked[opened : at + 1] = [f"**{line.replace('**', '').strip()}**" for line in raws[opened : at + 1]]
            opened = at if marks == 1 and raw.startswith("**") and len(raw) > 2 and not closes else -1
    return marked


def _plain_formula(match: re.Match[str]) -> str:
    """`$1 6 \\sim 3 0 ~ ℃$` -> `16~30℃`; a text between two dollar signs that is no formula stays as it is."""
    inner = match[1]
    if not _formula_like(inner):
        return match[0]
    inner = _loose_spaces.sub("", _styled.sub("", inner))
    inner = _symbol.sub(lambda symbol: _symbols.get(symbol[0], symbol[0]), inner)
    return _degrees.sub("℃", _spelt.sub("", re.sub(r"[{}^]", "", inner))).strip()


def _one_line(text: str) -> str:
    return " " if text.isspace() else text
