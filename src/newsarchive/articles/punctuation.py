"""Rule 8. Chinese punctuation that a tool made half width gets its full width back; nothing is added or dropped.

A mark is restored when a Chinese character or mark stands on either side of it, so that numbers, times, addresses and
Latin runs keep theirs.
"""

from __future__ import annotations

import re

_WIDE = "⺀-⻿　-〿぀-ヿ㐀-鿿\uf900-\ufaff＀-￯“”‘’…—·𠀀-𯨟"
_after_wide = re.compile(rf"(?<=[{_WIDE}])[ ]?([,;:?!])(?=[^\w]|[{_WIDE}]|\w|\Z)[ ]*")
_before_wide = re.compile(rf"([,;:?!])[ ]*(?=[{_WIDE}])")
_pair = re.compile(r"\(([^()（）\n]{0,400})\)")
_wide = re.compile(rf"[{_WIDE}]").search
_open_bracket = re.compile(rf"(?<=[{_WIDE}])\(|\((?=[{_WIDE}])")
_close_bracket = re.compile(rf"(?<=[{_WIDE}])\)|\)(?=[{_WIDE}])")
_needs = re.compile(r"[,;:?!()]").search
_full = str.maketrans(",;:?!()", "，；：？！（）")
_address = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def restore(text: str) -> str:
    """The text with full-width punctuation where the script around it is Chinese."""
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
    text = _after_wide.sub(_to_full, text)
    text = _before_wide.sub(_to_full, text)
    if "(" in text or ")" in text:
        for _ in range(2):
            text = _pair.sub(lambda match: _bracketed(match, text), text)
        text = _close_bracket.sub("）", _open_bracket.sub("（", text))
    return text


def _to_full(match: re.Match[str]) -> str:
    return match[1].translate(_full)


def _bracketed(match: re.Match[str], text: str) -> str:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match[1].isdigit() and (after.isdigit() or after == "-"):  # a telephone number
        return match[0]
    return f"（{match[1]}）" if _wide(before + match[1] + after) else match[0]
