"""Rubrics: lines that name no story but stand over one or several, known by words, by brackets or by their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

import msgspec

from newsarchive.articles.bylines import find_end, read_lead, reader_and_place
from newsarchive.articles.clauses import part_of_series
from newsarchive.articles.first_words import title_before_dash
from newsarchive.articles.labels import Labelled
from newsarchive.articles.labels.forms import has_titled_words
from newsarchive.articles.names import roles_of
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.story import Story, overlap
from newsarchive.articles.units import Unit

_bracketed = re.compile(r"[\[【〔〈《◆▼●■★·•]\s*(?P<name>[^\[\]【】〔〕◆▼●■★]{2,16}?)\s*[\]】〕〉》◆▼●■★·•]\Z").match
_leading_label = re.compile(r"^[◆■●★▼]\s*(?P<name>[^\s。，,]{2,10})\Z").match
_opens_with_bracket = re.compile(r"[\[【〔][^\[\]【】〔〕]{2,16}[\]】〕].{0,24}\Z").match
_LONGEST = 40  # characters of the longest rubric in brackets, spaces included
_item_mark = re.compile(r"[☆★◆◇■□●○◎▲△▼▽▪▓※►▶⊙＊*•]").match
_first_clause = re.compile(r"[^：:。，,]{3,18}(?=[：:，,])").match
_led_by_matter = re.compile(r"[一-鿿]{2,4}[ 　]+[一-鿿\d]").match  # 化肥 城关供销社到货…
_SHORT = 8  # characters of the longest heading that by its length names no story, digits not counted
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
_LONGER = 1.4  # how much longer the paragraphs of a story are than the items of a column
_ITEMS, _SMALL = 3, 150  # of a column: items at least, and their characters on the average
_BRIEF, _IN_COMMON = (30, 160), 0.11  # characters of a brief, the share of a text's words that the next brief has
_SHORTEST_NAME = 3  # characters of a line that is too short for a kicker
_COLUMN_WORDS = 5  # of the longest name of a column
_ITEM_WORDS, _LATIN_ITEM = 3, 420  # words of the heading, characters of the text of an item with a heading
_by_name = frozenset(["bare-name", "letter-signature", "signature-before-heading", "signing-person", "pen-name"])
_LABEL_LINE = 6  # characters of a line of a label that is set in several
_OPENING = 30  # characters of a text that tell when something happened
_column_names = {"jpan": 8, "kore": 12}  # characters of the longest name of a column that what stands under it tells
_column_of_items = {"hans": 6, "hant": 6, **_column_names}
_name_alone = re.compile(r"[（(]?[一-鿿々ぁ-ん]{1,6}(?:、[一-鿿々ぁ-ん]{2,6}){0,3}[）)]?\Z").match
_column_of_essays = {"hant": 6, **_column_names}
_WORD = 4  # characters of a heading that only says what it stands over
_TINY = 90  # characters of the longest of three paragraphs that are items by their length
_ITEM = 160  # characters of the longest item under such a name
_tells_age = re.compile(r".*[　 (（・、][0-9０-９]{1,3}歳?[　 ]*(?:[)）]|[(（].*[)）])\Z").match
_predicate = re.compile(r".*[、をがは]|.*[るたいくすぬむ]\Z").match
_appointment = re.compile(r"[\d一二三四五六七八九十]{1,3}日(?:から|まで|に|[（、])|午前|午後").search
_column_titles = {"jpan": 5, "kore": 7}  # characters
_set_wide = re.compile(r"[가-힣](?:[ 　][가-힣]){1,3}\Z").match  # 단 신
_keeps_column = re.compile(r"[Ww]ith [A-Z]").match
_letters_only = re.compile(r"[^\W\d_]+(?:[ ·・][^\W\d_]+){0,2}\Z").match


def rubric_kind(unit: Unit, patterns: Patterns) -> str | None:
    """What a line that is a rubric by its words or brackets stands over: brief, notice, advert, letters or article."""
    text = unit.text.strip()
    bracketed = _bracketed(text) if len(text) <= _LONGEST else None
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
    short = len(text) <= _column_titles.get(patterns.main.script, 0) and _letters_only(text) is not None
    return short and not patterns.occasion_end(text)


def items_under(heading: Unit, following: Sequence[Labelled], patterns: Patterns) -> tuple[int, ...]:
    """The places of the headings of items under a marked East Asian line that is short enough for a column's name:
    lines each over one short paragraph without a lead, up to what closes them; three of them where they are marked."""
    if patterns.main.script == "latn":
        return _headed_items(heading, following, patterns)
    short = len(heading.text) <= _column_of_items.get(patterns.main.script, 0)
    if heading.kind != "heading" or not short or not _letters_only(heading.text) or patterns.clause_open(heading.text):
        return ()
    places: list[int] = []
    marked = 0
    for at in range(0, len(following) - 1, 2):
        head, item = following[at : at + 2]
        led = head.label in ("heading", "crosshead", "label") and head.unit.level in (0, *range(heading.level, 7))
        led = led and patterns.rubric(head.unit.text) is None
        led = led and not (len(head.unit.text) <= _WORD and patterns.notice(head.unit.text))  # 訂正, but no 団員募集
        led = led and read_lead(item.unit.text, patterns) is None
        if not led or item.label != "text" or len(item.unit.text) > _ITEM or not ends_sentence(item.unit.text):
            break
        places.append(at)
        marked += head.unit.kind == "heading"
    end = places[-1] + 2 if places else 0
    several = len(places) > (2 if marked else 1) and (end >= len(following) or following[end].label != "text")
    return tuple(places) if several else ()


def _headed_items(column: Unit, following: Sequence[Labelled], patterns: Patterns) -> tuple[int, ...]:
    """The places of three headings or more of a word or a few, most often places, each over one short paragraph: items
    under the name of a column in Latin script."""
    places: list[int] = []
    for at in range(0, len(following) - 1, 2):
        head, item = following[at : at + 2]
        words = head.unit.text
        led = head.label == "heading" or (head.label == "byline" and head.rule in _by_name)
        larger = 0 < head.unit.level < column.level
        longest = _COLUMN_WORDS if words.partition(" ")[0].isupper() else _ITEM_WORDS  # TARN Copper is stolen
        if not led or larger or len(words.split()) > longest or patterns.notice(words) or patterns.rubric(words):
            break
        if item.label != "text" or len(item.unit.text) > _LATIN_ITEM or not ends_sentence(item.unit.text):
            break
        if at + 2 < len(following) and following[at + 2].label == "text":
            break
        places.append(at)
    return tuple(places) if len(places) >= _ITEMS else ()


def letters_under(heading: Unit, following: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether a short line of Japan stands over readers' letters: two of them tell an age in their signature."""
    short = len(heading.text) <= _column_names["jpan"] and _letters_only(heading.text) is not None
    if patterns.main.script != "jpan" or not short or _predicate(heading.text):
        return False
    return sum(each.label == "byline" and _tells_age(each.unit.text) is not None for each in following) > 1


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
    kept = len(signed) == 1 and _keeps_column(signed[0].unit.text)  # with Ada Thorne
    if (
        not texts
        or len(signed) != 1
        or not (kept or signed[0].rule in _by_name)
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
    over = head.capitals and 1 < len(head.text.split()) <= _COLUMN_WORDS and head.text[-1].isalnum()
    if not essay or alike or not (guest or over or _may_name_column(head, patterns)):
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
    if len(head.text) > longest or len(below.text) > 2 * longest or _letters_only(head.text) is None:
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
    return len(unit.text.split()) <= _COLUMN_WORDS and unit.text[-1].isalnum() and len(unit.text) <= len(below.text)


def _may_name_column(unit: Unit, patterns: Patterns) -> bool:
    """Whether a line is a few words with capitals, or in capitals behind an article or a preposition: Au Coin du Feu,
    A PIE DE BARRA"""
    words = unit.text.split()
    if (
        not 2 <= len(words) <= _COLUMN_WORDS
        or not unit.text.replace(" ", "").replace("’", "").replace("'", "").isalpha()
    ):
        return False
    if unit.capitals or patterns.main.language == "de":
        return len(words[0]) < 4 or words[0].casefold() in patterns.main.function_words
    return sum(word[0].isupper() for word in words) > 1 and has_titled_words(unit.text)


def stands_over_small_items(heading: Unit, following: Sequence[Labelled], patterns: Patterns, above: float = 0) -> bool:
    """Whether a name of a column in Latin script stands over nothing but short items, none of which goes on with the
    one above it, up to the next heading. `above`: how long the paragraphs above it are, on the average."""
    if patterns.main.script != "latn" or heading.text[-1:] in "!?" or len(heading.text) > _LONGEST:
        return False
    texts = [each.unit.text for each in takewhile(lambda each: each.label == "text", following)]
    if len(texts) >= _ITEMS and _are_led_by_places(texts[:_ITEMS], patterns):
        return True
    longer = sum(map(len, texts)) * _LONGER < above * len(texts) and 1 < len(heading.text.split()) <= _COLUMN_WORDS
    named = _may_name_column(heading, patterns) or longer
    if not (named or heading.capitals) or len(texts) < (_ITEMS if named else _ITEMS + 1):
        return False
    if sum(map(len, texts)) > _SMALL * len(texts) or not all(map(ends_sentence, texts)):
        return False
    if len({text.partition(" ")[0] for text in texts}) == 1:
        return False  # the days of a log
    if any(text[:1].islower() or find_end(text, patterns) for text in texts):
        return False
    return sum(patterns.linking_word(text) is not None for text in texts) * _ITEMS < len(texts)


def _are_letters(following: Sequence[Labelled]) -> bool:
    """Whether two paragraphs follow each of which somebody signs who has a place beside the name."""
    pairs = zip(following[:4:2], following[1:4:2], strict=False)
    signed = [text.label == "text" and reader_and_place(name.unit.text) is not None for text, name in pairs]
    return len(signed) == 2 and all(signed)


def _are_led_by_places(texts: Sequence[str], patterns: Patterns) -> bool:
    """Whether each of some texts is led by another place: Marlbeck. The bridge…, Weir. A fox…"""
    leads = [read_lead(text, patterns) for text in texts]
    places = {lead.dateline.place for lead in leads if lead is not None and lead.dateline is not None}
    return len(places) == len(texts)


def stands_over_items(heading: Unit, following: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether a short heading stands over items of one form: each with the same mark, each signed at its end, each
    led by its matter and a space, or each with the same words at the end of its first clause."""
    if len(re.sub(r"[\s\d\-]", "", heading.text)) > (_SHORT if not patterns.main.spaces else 2 * _SHORT):
        return False
    items: list[str] = []
    for each in following:
        if each.label != "text" or not ends_sentence(each.unit.text):
            break
        items.append(each.unit.text)
    if len(items) < 2:
        return patterns.main.script == "hant" and _are_letters(following)
    if marked := _item_mark(items[0]):
        return all(text.startswith(marked[0]) for text in items[:3])
    if patterns.main.script == "hant" and _are_led_by_places(items, patterns):
        return True
    if patterns.main.script == "hant" and heading.kind == "heading" and len(items) > 2:
        alike = not any(patterns.linking_word(text) or read_lead(text, patterns) for text in items)
        return alike and len(heading.text) <= _column_of_items["hant"] and all(len(text) <= _TINY for text in items)
    if len(items) > 2 and patterns.main.script == "jpan" and is_column_title(heading, patterns):
        dated = sum(_appointment(text) is not None for text in items) > 1
        return dated and all(len(text) <= _ITEM and not patterns.linking_word(text) for text in items)
    if all(_led_by_matter(text) or title_before_dash(text) for text in items[:3]):
        return True
    clauses = {match[0][-2:] if (match := _first_clause(text)) else text for text in items[:3]}  # …女士来电：
    if len(clauses) == 1:
        return True
    if all(find_end(text, patterns, brief=True) is not None for text in items[:3]):
        return True
    short = len(heading.text) <= _column_of_items["hans"] and "的" not in heading.text
    return patterns.main.script == "hans" and short and _have_nothing_in_common(items, patterns)


def _have_nothing_in_common(items: Sequence[str], patterns: Patterns) -> bool:
    """Whether three mainland paragraphs or more, each as long as a brief, tell each of something else, or each from
    another place."""
    if len(items) < _ITEMS or not all(_BRIEF[0] <= len(text) <= _BRIEF[1] for text in items):
        return False
    leads = [read_lead(text, patterns) is not None for text in items]
    if any(leads) or any(patterns.linking_word(text) or patterns.speaker(text) for text in items):
        return all(leads)
    return all(overlap(text, above, wide=True) <= _IN_COMMON for above, text in pairwise(items))
