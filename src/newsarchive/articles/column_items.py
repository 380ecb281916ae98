"""What stands under the name of a column: items with headings of their own, items of one form, letters of readers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from newsarchive.articles.bylines import find_end, read_lead, read_lead_of_item, reader_and_place
from newsarchive.articles.first_words import title_before_dash
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.rubrics import (
    COLUMN_WORDS,
    LONGEST,
    column_names,
    is_column_title,
    letters_only,
    may_name_column,
    signs_by_name,
)
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.story import overlap
from newsarchive.articles.units import Unit

_item_mark = re.compile(r"[☆★◆◇■□●○◎▲△▼▽▪▓※►▶⊙＊*•]").match
_first_clause = re.compile(r"[^：:。，,]{3,18}(?=[：:，,])").match
_led_by_matter = re.compile(r"[一-鿿]{2,4}[ 　]+[一-鿿\d]").match  # 化肥 城关供销社到货…
_SHORT = 8  # characters of the longest heading that by its length names no story, digits not counted
_LONGER = 1.4  # how much longer the paragraphs of a story are than the items of a column
_ITEMS, _SMALL = 3, 150  # of a column: items at least, and their characters on the average
_BRIEF, _IN_COMMON = (30, 160), 0.11  # characters of a brief, the share of a text's words that the next brief has
_ITEM_WORDS, _LATIN_ITEM = 3, 420  # words of the heading, characters of the text of an item with a heading
_column_of_items = {"hans": 6, "hant": 6, **column_names}
_TOLD = 60  # characters of the shortest item that a place leads
_WORD = 4  # characters of a heading that only says what it stands over
_TINY = 90  # characters of the longest of three paragraphs that are items by their length
_ITEM = 160  # characters of the longest item under such a name
_tells_age = re.compile(r".*[　 (（・、][0-9０-９]{1,3}歳?[　 ]*(?:[)）]|[(（].*[)）])\Z").match
_predicate = re.compile(r".*[、をがは]|.*[るたいくすぬむ]\Z").match
_appointment = re.compile(r"[\d一二三四五六七八九十]{1,3}日(?:から|まで|に|[（、])|午前|午後").search


def items_under(heading: Unit, following: Sequence[Labelled], patterns: Patterns) -> tuple[int, ...]:
    """The places of the headings of items under a marked East Asian line that is short enough for a column's name:
    lines each over one short paragraph without a lead, up to what closes them; three of them where they are marked."""
    if patterns.main.script == "latn":
        return _headed_items(heading, following, patterns)
    short = len(heading.text) <= _column_of_items.get(patterns.main.script, 0)
    if heading.kind != "heading" or not short or not letters_only(heading.text) or patterns.clause_open(heading.text):
        return ()
    places: list[int] = []
    marked = 0
    for at in range(0, len(following) - 1, 2):
        head, item = following[at : at + 2]
        led = head.label in ("heading", "crosshead", "label") and head.unit.level in (0, *range(heading.level, 7))
        led = led and patterns.rubric(head.unit.text) is None
        led = led and not (len(head.unit.text) <= _WORD and patterns.notice(head.unit.text))  # 訂正, but no 団員募集
        led = led and read_lead(item.unit.text, patterns) is None
        larger = bool(places) and not marked and head.unit.level == heading.level  # than the items above it
        led = led and not larger
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
        led = head.label == "heading" or (head.label == "byline" and head.rule in signs_by_name)
        larger = 0 < head.unit.level < column.level
        longest = COLUMN_WORDS if words.partition(" ")[0].isupper() else _ITEM_WORDS  # TARN Copper is stolen
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
    short = len(heading.text) <= column_names["jpan"] and letters_only(heading.text) is not None
    if patterns.main.script != "jpan" or not short or _predicate(heading.text):
        return False
    return sum(each.label == "byline" and _tells_age(each.unit.text) is not None for each in following) > 1


def stands_over_small_items(heading: Unit, following: Sequence[Labelled], patterns: Patterns, above: float = 0) -> bool:
    """Whether a name of a column in Latin script stands over nothing but short items, none of which goes on with the
    one above it, up to the next heading. `above`: how long the paragraphs above it are, on the average."""
    if patterns.main.script != "latn" or heading.text[-1:] in "!?" or len(heading.text) > LONGEST:
        return False
    texts = [each.unit.text for each in takewhile(lambda each: each.label == "text", following)]
    if len(texts) >= _ITEMS and _are_led_by_places(texts[:_ITEMS], patterns):
        return True
    longer = sum(map(len, texts)) * _LONGER < above * len(texts) and len(heading.text.split()) <= COLUMN_WORDS
    if " " not in heading.text and longer:
        linked = any(patterns.linking_word(text) for text in texts)
        longer = heading.kind == "heading" and heading.text.isalpha() and not linked
    named = may_name_column(heading, patterns) or longer
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
    leads = [(read_lead_of_item if len(text) >= _TOLD else read_lead)(text, patterns) for text in texts]
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
    if patterns.main.script in ("hant", "jpan") and _are_led_by_places(items, patterns):
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
