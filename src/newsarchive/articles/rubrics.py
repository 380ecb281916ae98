"""Rubrics: lines that name no story but stand over one or several, known by words, by brackets or by their place."""

from __future__ import annotations

import re

import msgspec

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.clauses import part_of_series
from newsarchive.articles.labels import Labelled
from newsarchive.articles.labels.forms import has_titled_words
from newsarchive.articles.names import roles_of
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.story import Story
from newsarchive.articles.units import Unit

_bracketed = re.compile(r"[\[【〔〈《◆▼●■★·•]\s*(?P<name>[^\[\]【】〔〕◆▼●■★]{2,16}?)\s*[\]】〕〉》◆▼●■★·•]\Z").match
_leading_label = re.compile(r"^[◆■●★▼]\s*(?P<name>[^\s。，,]{2,10})\Z").match
_opens_with_bracket = re.compile(r"[\[【〔][^\[\]【】〔〕]{2,16}[\]】〕].{0,24}\Z").match
LONGEST = 40  # characters of the longest rubric in brackets, spaces included
_SERIES = 16  # characters of the longest name of a series with the number of its part
_part_number = re.compile(
    r".{3,}(?:[①-⑳]|之[一二三四五六七八九十]{1,2}|[<＜〈(（](?:\d{1,2}|[上中下])[)）>＞〉])\Z"
).match
_column_name = re.compile(
    r"(?!(?:我?[省市县区州]|全[国省市县区]|今|昨|明|前|首|第))(?![一-鿿]*[一二三四五六七八九十两百千几])"
    r"[一-鿿]{4,6}(?<![县区市省镇乡村州台委局厅院团队校赛会日天月年夜季届轮里上中下内外后前时])(?<!来电|上市|征集|在即|开幕|春节|秋节|童节|动节|女节|师节|阳节|明节|术节|化节|赏节)\Z"
).match
_little_time = re.compile(
    r"[一-鿿]{2}(?:一刻钟?|一小时|[一二三五十]+分钟|一席谈|一角|一瞥|一隅)\Z"
).match  # 课间十分钟, 坐堂一小时
_both_sides = re.compile(  # 场内场外, 井上井下, 讲台内外
    r"([一-鿿])(?:内\1外|上\1下|里\1外|前\1后)\Z|[一-鿿]{2}(?:内外|上下|前后)\Z"
).match
_SHORTEST_NAME = 3  # characters of a line that is too short for a kicker
COLUMN_WORDS = 5  # of the longest name of a column
signs_by_name = frozenset(["bare-name", "letter-signature", "signature-before-heading", "signing-person", "pen-name"])
_LABEL_LINE = 6  # characters of a line of a label that is set in several
_OPENING = 30  # characters of a text that tell when something happened
column_names = {"jpan": 8, "kore": 12}  # characters of the longest name of a column that what stands under it tells
_name_alone = re.compile(r"[（(]?[一-鿿々ぁ-ん]{1,6}(?:、[一-鿿々ぁ-ん]{2,6}){0,3}[）)]?\Z").match
_column_of_essays = {"hant": 6, **column_names}
_column_titles = {"jpan": 5, "kore": 7}  # characters
_set_wide = re.compile(r"[가-힣](?:[ 　][가-힣]){1,3}\Z").match  # 단 신
keeps_column = re.compile(r"[Ww]ith [A-Z]").match


letters_only = re.compile(r"[^\W\d_]+(?:[ ·・][^\W\d_]+){0,2}\Z").match


def rubric_kind(unit: Unit, patterns: Patterns) -> str | None:
    """What a line that is a rubric by its words or brackets stands over: brief, notice, advert, letters or article."""
    text = unit.text.strip()
    bracketed = _bracketed(text) if len(text) <= LONGEST else None
    if match := bracketed or _leading_label(text):
        text = match["name"]
    kind = patterns.rubric(text)
    wide = not patterns.main.spaces or _set_wide(text) is not None
    if kind is None and wide and (closed_up := "".join(text.split())) != text:  # 简 讯, 단 신
        kind = patterns.rubric(closed_up)
    return kind or ("article" if bracketed else None)


def kind_by_form(each: Labelled, after: Labelled | None, patterns: Patterns) -> str | None:
    """What a line over a heading is a rubric of, by its words, by an opening bracket, or because it is so short."""
    if (found := rubric_kind(each.unit, patterns)) is not None or after is None:
        return found
    if _opens_with_bracket(each.unit.text) or patterns.slogans(each.unit.text):
        return "article"
    if patterns.main.script == "hans" and patterns.wants_noun(each.unit.text):
        return None  # 北坡林场来了 / 二百名“栽树新郎”
    same = each.unit.kind in (after.unit.kind, "heading") and after.unit.gap != -1
    if (
        patterns.main.script == "hans"
        and same
        and not each.unit.level
        and _is_short_name(each.unit.text, after.unit.text)
    ):
        return "article" if patterns.place_name(each.unit.text) is None else None
    if patterns.main.script == "hans" and same and _names_column(each.unit.text, after.unit.text, patterns):
        return "article"
    if patterns.main.script == "hans" and part_of_series(each.unit.text):
        return None  # “十年回访”系列之三: a kicker
    unmarked = patterns.main.script == "jpan" and each.unit.kind == after.unit.kind
    if is_column_title(each.unit, patterns) and (after.unit.kind == "heading" or unmarked):
        return "article" if not 0 < each.unit.level < after.unit.level else None
    wide = not patterns.main.spaces
    if after.unit.kind != "heading":
        return "article" if wide and after.label == "heading" and _is_set_in_lines(each.unit) else None
    if patterns.main.script == "latn" and each.unit.capitals:
        return None  # a place or a matter over one headline, its kicker; names of columns are known by their words
    stray = each.label == "label" or (each.unit.kind == "paragraph" and not each.unit.bold)
    longest = 6 if wide else 7 if patterns.main.script == "kore" else 16
    limit = longest if stray else (3 if wide else 0)
    if wide and patterns.place_name(each.unit.text):
        return None  # 柘溪县: a kicker
    return "article" if len(each.unit.text) <= limit or (wide and stray and _is_set_in_lines(each.unit)) else None


def _names_column(text: str, below: str, patterns: Patterns) -> bool:
    """Whether a mainland line over a longer one is too short for a kicker that tells something, and names no place, no
    office, no day and no event: 庄稼医生, 热线直通车"""
    if (
        not (_column_name(text) or _both_sides(text) or _little_time(text))
        or len(below) <= len(text)
        or patterns.place_name(text)
    ):
        return False
    return not (
        patterns.organisation(text)
        or patterns.occasion_end(text)
        or (patterns.lead_time(text) and not _little_time(text))
    )


def _is_short_name(text: str, below: str) -> bool:
    """Whether an unmarked line has two or three characters and stands over a headline that is much longer: 灯下谈"""
    return 2 <= len(text) <= _SHORTEST_NAME and text.isalpha() and len(below) >= 2 * len(text)


def _is_set_in_lines(unit: Unit) -> bool:
    """Whether a label is set in several short lines: 重点工程 / 一线行"""
    return len(unit.pieces) > 1 and all(len(piece.text) <= _LABEL_LINE for piece in unit.pieces)


def is_label_beside(unit: Unit, headline: Unit, patterns: Patterns) -> bool:
    """Whether an unmarked line under a mainland headline is the column's label beside it, which a tool read later."""
    if patterns.main.script != "hans" or unit.level:
        return False
    return _is_set_in_lines(unit) or _names_column(unit.text, headline.text, patterns)


def is_column_title(unit: Unit, patterns: Patterns) -> bool:
    """Whether a line is too short for a headline of Japan or Korea, 潮だまり, or ends in the number of its part: …④."""
    text = unit.text
    if _part_number(text):
        return len(text) <= _SERIES
    short = len(text) <= _column_titles.get(patterns.main.script, 0) and letters_only(text) is not None
    return short and not patterns.occasion_end(text)


def with_column_name(story: Story, patterns: Patterns) -> Story:
    """A story with the name of its column as rubric: the first of the lines over an essay, which in Latin script nobody
    signs at its head, and one name at its end or between these lines. Where a place or an office stands beside the
    name, who signs is a guest, and any label over the headline is a column's."""
    if story.kind != "article" or story.rubric or len(story.headings) < 2:
        return story
    if patterns.main.script in _column_of_essays and _is_eastern_essay(story, patterns):
        return msgspec.structs.replace(story, headings=story.headings[1:], rubric=story.headings[:1])
    if patterns.main.script != "latn":
        return story
    texts = [each for each in story.units if each.label == "text"]
    signed = [each for each in story.units if each.label == "byline"]
    kept = len(signed) == 1 and keeps_column(signed[0].unit.text)  # with Ada Thorne
    if (
        not texts
        or len(signed) != 1
        or not (kept or signed[0].rule in signs_by_name)
        or read_lead(texts[0].unit.text, patterns)
    ):
        return story
    line, head, below = signed[0].unit.at[0], story.headings[0].unit, story.headings[1].unit
    essay = line > texts[-1].unit.at[0] or line < below.at[0]
    nouns = patterns.main.language == "de"  # which have capitals in every line
    alike = below.capitals if head.capitals else has_titled_words(below.text) and not nouns  # halves of one headline
    guest = (
        kept or signed[0].rule in ("signature-before-heading", "pen-name") or "," in signed[0].unit.text
    ) and _is_label(head, below)
    over = head.capitals and 1 < len(head.text.split()) <= COLUMN_WORDS and head.text[-1].isalnum()
    if not essay or alike or not (guest or over or may_name_column(head, patterns)):
        return story
    return msgspec.structs.replace(story, headings=story.headings[1:], rubric=story.headings[:1])


def _is_eastern_essay(story: Story, patterns: Patterns) -> bool:
    """Whether two short lines without a number stand over a text of Taiwan, Japan or Korea that has no lead, tells no
    day, and is signed by somebody who is no reporter."""
    texts = [each.unit.text for each in story.units if each.label == "text"]
    head, below = story.headings[0].unit, story.headings[-1].unit
    if len(story.headings) != 2 or len(texts) < 2 or not head.text or head.level > below.level > 0:
        return False
    longest = _column_of_essays[patterns.main.script]
    if len(head.text) > longest or len(below.text) > 2 * longest or letters_only(head.text) is None:
        return False
    noted = any(each.label == "author-note" for each in story.units)
    dated = not noted and patterns.lead_time(texts[0][:_OPENING]) is not None
    if any(map(str.isdigit, below.text)) or read_lead(texts[0], patterns) or dated:
        return False
    signed = [each.unit.text for each in story.units if each.label == "byline"]
    if (end := find_end(texts[-1], patterns)) is not None:
        signed.append(end[1].text)
    reporters = [word for word, role in roles_of(patterns).before.items() if role == "reporter"]
    if patterns.main.script == "jpan":
        signed = [text for text in signed if not _name_alone(text)]  # reporters sign so
    return bool(signed) and not any(word in text for text in signed for word in reporters)


def _is_label(unit: Unit, below: Unit) -> bool:
    """Whether a line is of a word or a few, not longer than the line below it, and leads on to nothing."""
    return len(unit.text.split()) <= COLUMN_WORDS and unit.text[-1].isalnum() and len(unit.text) <= len(below.text)


def may_name_column(unit: Unit, patterns: Patterns) -> bool:
    """Whether a line is a few words with capitals, or in capitals behind an article or a preposition: Au Coin du Feu,
    A PIE DE BARRA"""
    words = unit.text.split()
    if (
        not 2 <= len(words) <= COLUMN_WORDS
        or not unit.text.replace(" ", "").replace("’", "").replace("'", "").isalpha()
    ):
        return False
    if unit.capitals or patterns.main.language == "de":
        return len(words[0]) < 4 or words[0].casefold() in patterns.main.function_words
    return sum(word[0].isupper() for word in words) > 1 and has_titled_words(unit.text)
