"""Which script a text is in."""

from __future__ import annotations

import re

has_han = re.compile(r"[㐀-鿿]").search
has_hangul = re.compile(r"[가-힯]").search
has_kana = re.compile(r"[぀-ヿ]").search
