"""Rule 8. Chinese punctuation that a tool made half width gets its full width back; nothing is added or dropped.

A mark is restored when a Chinese character or mark stands on either side of it, so that numbers, times, addresses and
Latin runs keep theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WIDE = "⺀-⻿　-〿぀-ヿ㐀-鿿\uf900-\ufaff＀-￯“”‘’…—·℃℉‰𠀀-𯨟"
_marks = tuple(zip(",;:?!", "，；：？！", strict=True))
_wide_spaces = re.compile("[ 　]*　[ 　]*")
_spaced_number = re.compile(
    r"[㐀-鿿] \d[\d.,:/%~-]* [㐀-鿿]|(?<!\d)\d{1,4} (?:[年月日岁歲时時分秒万萬亿億元吨％]|[多余餘][名个個人件家户])"
).search
_number_spaces = re.compile(r"(?<=[㐀-鿿，。、；：“（,;]) (?=\d)|(?<=[\d%]) (?=[㐀-鿿])")
_pair = re.compile(r"\(([^()（）\n]{0,400})\)")
_wide = re.compile(rf"[{_WIDE}]").search
_open_bracket = re.compile(rf"(?<=[{_WIDE}])\(|\((?=[{_WIDE}])")
_close_bracket = re.compile(rf"(?<=[{_WIDE}])\)|\)(?=[{_WIDE}])")
_beside = re.compile(rf"[,;:?!](?:(?= )|(?<= .)|(?<![{_WIDE}].)(?![{_WIDE}]))").search  # spaces, or nothing wide
_needs = re.compile(r"[,;:?!()]").search
_between_numbers = re.compile(r"(?<=\d),(?=(?:\d{1,2}|\d{4,})(?!\d)[一-鿿])")  # 至17:00,10千伏: no thousands
_address = re.compile(r"(?:https?://|www\.)[\x21-\x27\x2a-\x7e]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def restore(text: str, *, narrow_spaces: bool = False) -> str:
    """The text with full-width punctuation where the script around it is Chinese.

    Spaces that a tool put round numbers fall away. `narrow_spaces`: wide spaces become single ones.
    """
    if narrow_spaces and "　" in text:
        text = _wide_spaces.sub(" ", text)
    if " " in text and _spaced_number(text):
        text = _number_spaces.sub("", text)
    if not _needs(text):
        return text
    if "://" in text or "www." in text or "@" in text:
        return _around_addresses(text)
    return _restored(text)


def _around_addresses(text: str) -> str:
    parts, at = [], 0
    for match in _address.finditer(text):
        parts += [_restored(text[at : match.start()]), match[0]]
        at = match.end()
    return "".join([*parts, _restored(text[at:])])


def _restored(text: str) -> str:
    if "," in text:
        text = _between_numbers.sub("，", text)
    simple = not _beside(text)
    for half, full in _marks:
        if half in text:
            text = text.replace(half, full) if simple else _widened(text, half, full)
    if "(" in text:
        text = _pair.sub(lambda match: _bracketed(match, text), text)
        if "(" in text:
            text = _pair.sub(lambda match: _bracketed(match, text), text)
    if text.count("(") != text.count(")"):
        text = _close_bracket.sub("）", _open_bracket.sub("（", text))
    return text


def _widened(text: str, half: str, full: str) -> str:
    """The text with one mark at full width wherever a wide character stands beside it, without the spaces round it."""
    before, *rest = text.split(half)
    parts = [before]
    for part in rest:
        after = part.lstrip(" ")
        if _is_wide(before[-2:-1] if before[-1:] == " " else before[-1:]):
            if before[-1:] == " ":
                parts[-1] = parts[-1][:-1]
            parts.append(full + after)
        elif _is_wide(after[:1]):
            parts.append(full + after)
        else:
            parts.append(half + part)
        before = part
    return "".join(parts)


@lru_cache(maxsize=8192)
def _is_wide(character: str) -> bool:
    return _wide(character) is not None


def _bracketed(match: re.Match[str], text: str) -> str:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match[1].isdigit() and (after.isdigit() or after == "-"):  # a telephone number
        return match[0]
    return f"（{match[1]}）" if _wide(before + match[1] + after) else match[0]
