"""The headline of a text without one: its first sentence, clause or run-in words."""

from __future__ import annotations

import re

from newsarchive.articles.names import roles_of
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import ArticleKind

_ORDINALS_WITH_STOPS = ("de", "da", "nb", "fi")  # languages that print the first of May as 1. Mai
_HEADLINE = 30  # characters of the longest sentence that stands for a headline
_SENTENCE = 60  # characters of a sentence without a comma that stands for a headline as it is
_SPACED_SENTENCE = 80  # the same where words have spaces
_SPEAKER = 12  # characters before a colon that only tell who speaks: 市民胡女士反映：…
_CLAUSE = 24  # words of the longest first clause of a sentence in Latin script
_run_in = re.compile(
    r"(?P<words>(?:[A-Z] )?[A-ZÀ-Þ]{2}[A-ZÀ-Þ’' \-]{1,30}[A-ZÀ-Þ])(?:\.?\s?—\s?|: )(?=[A-ZÀ-Þ0-9])"
).match
# Library sale set — The Friends of…, but not April 22 — A cow…
title_before_dash = re.compile(r"(?![A-Z][a-z]+\.? \d)(?P<words>[A-ZÀ-Þ0-9][^.!?—–]{4,50}) [—–] [A-ZÀ-Þ]").match
_label_before_colon = re.compile(r"((?=.{6})[A-ZÀ-Þ][^\s:,]*(?: [^\s:,]+){1,6}): (?=[A-ZÀ-Þ“„«\"\d])").match
_day_alone = re.compile(
    r"(?:[\d〇零一二三四五六七八九十]{2,4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日\Z"
).match
_item_number = re.compile(r"\A(?:\d{1,2}(?:、|[.．][ 　]?(?!\d))|[①-⑳⑴-⒇][ 　]?)")  # 1. 柳河小区居民牛先生反映
_of_reader = re.compile(r"(?:来电|来信|先生|女士|师傅|职工|学生|市民|读者|家长)[说称]\Z").search
_first_stop = re.compile(r"[.!?;…](?=\s|$|['\"”’»])")


def first_words(text: str, kind: ArticleKind, patterns: Patterns) -> str:
    """The first sentence of 30 characters or 12 words at most, else its first clause, however long that is within
    reason; of a brief or an advertisement the label before a wide space, where one stands there; of a caption its
    first clause."""
    text = text.strip().lstrip("●■◆☆★▲▼△▽○◎□◇▪▓•·・※* 　—–")
    if not patterns.main.spaces:
        text = _item_number.sub("", text)
        head = re.match(r"([^　 。、，,]{2,15})[　]", text) if kind in ("brief", "advert") else None
        return head[1] if head else _clause_wide(text, patterns, longest=6 if kind == "photo" else _HEADLINE)
    if run_in := _run_in(text) or (title_before_dash(text) if kind == "brief" else None):
        return run_in["words"]
    stops = (match.start() for match in _first_stop.finditer(text[:400]) if match.start() > 3)
    at = next((at for at in stops if not _abbreviates(text, at, patterns)), None)
    sentence = text if at is None else text[:at]
    words = sentence.split()
    if len(words) <= 12:
        return sentence.strip() or "…"
    if patterns.main.script == "kore" and "," not in sentence and len(sentence) <= _SPACED_SENTENCE:
        return sentence.strip()
    if run_in := _label_before_colon(sentence):
        return run_in[1]
    clause = " ".join(words[: 12 if patterns.main.script == "kore" else _CLAUSE])
    comma = next((m.start() for m in re.finditer(r",(?!\d)", clause) if len(clause[: m.start()].split()) >= 4), None)
    if comma:
        return clause[:comma]
    return " ".join(words[: 11 if words[11] in patterns.particles else 12]).rstrip(",;:–—- ")


def _abbreviates(text: str, at: int, patterns: Patterns) -> bool:
    """Whether a stop belongs to a title, an initial or another short form: Mr. and Mrs. R. Orde."""
    if text[at] != "." or patterns.main.script != "latn":
        return False
    word = re.split(r"[\s.(]", text[:at])[-1]
    titled = word.casefold() in roles_of(patterns).titles or word in patterns.abbreviations
    ordinal = word.isdigit() and len(word) <= 2 and patterns.main.language in _ORDINALS_WITH_STOPS
    behind = text[at + 1 : at + 3].strip()[:1]
    initial = (len(word) == 1 and word.isalpha()) or (len(word) == 2 and word[:1].isupper())
    counted = 1 < len(word) <= 4 and word.isalpha() and behind.isdigit()  # Sat. 8, Jan. 5, No. 12
    return titled or initial or counted or (ordinal and text[at + 2 : at + 3].isalpha()) or behind.islower()


def _only_attributes(clause: str, patterns: Patterns) -> bool:
    """Whether a clause only says whose words come next, and they are no reader's, as in 铁路新村一位职工来信说"""
    return patterns.attribution_end(clause) is not None and _of_reader(clause) is None


def _clause_wide(text: str, patterns: Patterns, longest: int) -> str:
    """The first sentence; of one longer than so many characters the first clause that says something."""
    stop = re.search(r"[。！？!?；;＝]" if longest < _HEADLINE else r"[。！？!?；;]", text[:_SENTENCE])
    sentence = text[: stop.start()] if stop and stop.start() >= 2 else text[:_SENTENCE]
    if len(sentence) <= longest:
        return sentence
    marks = r"[，,：、]" if patterns.main.script == "jpan" else r"[，,：]"
    found = [(match[0], match.start()) for match in re.finditer(marks, sentence)]
    commas = [at for mark, at in found if at >= (_SPEAKER if mark == "：" else 6)]
    commas = commas[1:] if commas and _day_alone(sentence[: commas[0]]) else commas
    while len(commas) > 1 and commas[1] <= 30 and _only_attributes(text[: commas[0]], patterns):
        del commas[0]
    return sentence[: commas[0]] if commas else sentence
