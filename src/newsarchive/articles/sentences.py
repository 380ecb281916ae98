"""How texts begin and end: stops, titles, quotations, items; whether the next text goes on with them."""

from __future__ import annotations

import re

from newsarchive.articles.patterns import Patterns

_STOP_MARKS, _CLOSING_MARKS = "。！？!?.…▼▲∎", "'\"”’“‘」』）)】〕》〉»«]"
_STOPS = rf"[{_STOP_MARKS}](?:[\s\u00a0\u202f]?[{re.escape(_CLOSING_MARKS)}])*"
_SURE_STOPS = "。！？」』"
_LAST_MARKS = frozenset(_STOP_MARKS + _CLOSING_MARKS + ">")  # of a text that ends with a stop
_ends = re.compile(rf"{_STOPS}\s*(?:[(（〔【<〈][^()（）〔〕【】<>〈〉]{{1,40}}[)）〕】>〉]\s*)?\Z").search
_leads_on = re.compile(r"[:：]\s*\Z|——\s*\Z").search
_latin_word = re.compile(r"[A-Za-zÀ-ɏ]{5}").search
latin_words = re.compile(r"[A-Za-zÀ-ɏ]+").findall
begins_item = re.compile(
    r"[☆★◆◇■□●○◎▲△▼▪▓※►▶⊙＊*•【][\s　]*\S|――"
    r"|[(（]\d{1,2}[)）]|[一二三四五六七八九十]是|[①-⑳]"
    r"|[-–—][\s　]|[(（]?[一二三四五六七八九十]{1,2}(?:[、.．]|[)）])|\d{1,2}[.、)）]\s?\D"
).match
_QUOTES = tuple(zip("“„«「『《（(", "”“»」』》）)", strict=True))
_begins_inside = re.compile(
    r"[的了着们們，、；。を]|[のがはにでともへ][^ぁ-ん]|[说道称說稱个個裡][：:“「]|[一-鿿][，,、。；;]|[一-鿿]{2,4}。"
).match
_stop_inside = re.compile(r"[a-zß-öø-ÿ]{3}[.!?][”’»“]? [A-ZÀ-Þ“„«‘]").search
_TITLE = 12  # characters that hold the longest of them
# A speech in a report that names each speaker: Mr. Tarn: Who is to pay for this?
speaks = re.compile(r"(?:[A-ZÀ-Þ][\w.'’]*,? ){0,3}[A-ZÀ-Þ][\w'’]+: [\"“‘«„A-ZÀ-Þ]").match


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a stop, with what closes after it, or with a bracket after that."""
    last = text[-1:]
    if last in _SURE_STOPS:
        return bool(last)
    return (last in _LAST_MARKS or last.isspace()) and _ends(text[-60:]) is not None


def breaks_in_sentence(text: str) -> bool:
    """Whether a text in Latin script breaks off in a sentence: behind a word in small letters, a hyphen or a comma. A
    number or a name without a stop may end a list, a credit, or a pointer to another page."""
    last = text.rstrip("-‐¬,;:\u00ad").rpartition(" ")[2]
    return last[-1:].isalpha() and (last[:1].islower() or text[-1:] in "-‐¬,\u00ad")


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
    words = [word for word in latin_words(text) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= len(words) * 0.75


def ends_or_leads_on(text: str) -> bool:
    return ends_sentence(text) or leads_on(text) or text[-1] in "、，,"
