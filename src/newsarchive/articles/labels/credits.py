"""Who took a picture, as a line of its own or at the end of a caption."""

from __future__ import annotations

import re

from newsarchive.articles.bylines import is_name_in_capitals
from newsarchive.articles.labels.page import SHORT, Found, Page
from newsarchive.articles.names import roles_of
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.units import Unit

_WORK = 40  # characters of the longest line that names a work of art and who made it
_NAME = r"[一-鿿](?:[ 　]?[一-鿿]){1,2}"
_work_of_art = re.compile(  # 春水（国画） 骆川; 漫画：“材料”里的路 刘恺 绘
    rf"[^。]{{2,20}}[（(][一-鿿]{{2,3}}[）)][ 　]+(?P<artist>{_NAME})\Z"
    rf"|[^。]{{2,30}}?[ 　](?P<drawn>{_NAME}[ 　]+[作绘画刻])\Z"
).match
_before_credit = re.compile(
    r"(?<=[。！？!?.…”」』）)；;’\"])[\s　]*(?=\S)"
    r"|(?<=、)(?=(?:[^\s、]{2,10}から、)?[^\s、]{2,14}(?:撮影|提供|写す)$)|(?<=＝)(?=[^、]{2,16}$)|(?<=＝)(?=本社)"
    r"|(?<= /)(?=[가-힣][가-힣A-Za-z0-9 ]{1,15} 제공$)"
    r"|(?<=[a-zß-ÿ]) (?=[A-Z][a-zß-ÿğ]{3,9}: ?[A-ZÀ-Þ])"
    r"|(?=[(（【[■＝])|(?<=[\s　])(?=\S)(?<=[一-鿿][\s　])(?=[(（])"
)
_space = re.compile(r"\s").search
_gap = re.compile(r"(?<=[一-鿿])[\s　]+(?=[一-鿿])")
_CAPITALS = r"[A-ZÀ-ÖØ-ÞŞĞİ][A-ZÀ-ÖØ-ÞŞĞİ.'’\-]+"
capitals_behind = re.compile(
    rf"(?<![A-Z])[.!?][\"”’»]? {{1,3}}(?:/ ?)?(?P<name>{_CAPITALS}(?:(?:, | ?/ ?| ){_CAPITALS}){{1,5}})\Z"
).search


def credit_line(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > SHORT or unit.kind == "heading" or not page.patterns.credit_line(unit.text):
        return None
    if unit.text.isascii() and " " not in unit.text and not page.patterns.agency(unit.text):
        return None
    last = page.labelled[-1] if page.labelled else None
    beside = last is not None and last.label in ("image", "caption", "credit")
    if beside or page.patterns.main.script != "latn" or ":" in unit.text or "/" in unit.text:
        return "credit", 0.9
    word, _, name = unit.text.partition(" ")
    role = roles_of(page.patterns).before_folded.get(word.casefold())
    known = page.patterns.agency(unit.text) or (page.patterns.main.language != "en" and is_name_in_capitals(name))
    return ("credit", 0.8) if role == "photographer" and known else None  # Foto ANP, FOTO ADA THORNE


def names_photographer(text: str, patterns: Patterns) -> bool:
    """Whether words in brackets say by a word of the first three who took a picture: (Herald Photo by Ada Thorne)"""
    words = text.strip("()[] ").replace(":", " ").casefold().split()
    roles = roles_of(patterns).before_folded
    return text[-1] in ")]" and any(roles.get(word.rstrip(".")) == "photographer" for word in words[:3])


def credit_pair(unit: Unit, page: Page) -> Found | None:
    """A credit that is set in two lines under a caption."""
    last = page.labelled[-1] if page.labelled else None
    if last is not None and last.rule == "credit-pair" and unit.gap == -1:
        return "credit", 0.85
    if last is None or last.label not in ("image", "caption"):
        return None
    after = page.after()
    if after is None or after.gap != -1:
        return None
    both = f"{unit.text} {after.text}"
    return ("credit", 0.85) if len(both) < 60 and page.patterns.credit_line(both) else None


def is_credit(text: str, patterns: Patterns) -> bool:
    bracketed = len(text) > 3 and text[0] in "(（[【" and text[-1] in ")）]】"
    return bool(patterns.credit_line(text) or (bracketed and patterns.credit_line(text[1:-1].strip())))


def ends_in_credit(text: str, patterns: Patterns, *, below_picture: bool = False) -> int | None:
    """Where the credit at the end of a caption begins: after its last stop, or in brackets.

    `below_picture`: the text is a caption for sure, so that a name in capitals behind its last stop is a credit.
    """
    if below_picture and patterns.main.script == "latn" and (match := capitals_behind(text[-60:])):
        return max(len(text) - 60, 0) + match.start("name")
    if not text or text[-1] in "。！？”」』，,；;：:" or (text[-1] == "." and not patterns.main.spaces):
        return None
    for match in _before_credit.finditer(text, max(len(text) - 70, text.rfind("。") + 1, 1)):
        at = match.end()
        if at < len(text) and is_credit(text[at:].strip(), patterns):
            return at
    if patterns.main.script == "hans" and len(text) <= _WORK and (work := _work_of_art(text)):
        return work.start(work.lastgroup or 0)
    tail = text[-40:-1]
    if patterns.main.spaces or not _space(tail) or _before_credit.search(tail):
        return None
    for match in _gap.finditer(text, max(len(text) - 40, 4)):  # 工地门口的新装置 记者龚达摄
        rest = text[match.end() :]
        if roles_of(patterns).sign.match(rest) and is_credit(rest, patterns):
            return match.end()
    return None
