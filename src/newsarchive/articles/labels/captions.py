"""Captions and picture credits."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from newsarchive.articles.labels.credits import capitals_behind, ends_in_credit, is_credit, names_photographer
from newsarchive.articles.labels.forms import is_byline
from newsarchive.articles.labels.neighbours import last_before, opens_story
from newsarchive.articles.labels.page import LOOK_BACK, LOST_PICTURE, SHORT, Found, Page
from newsarchive.articles.names import roles_of, split_names
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.seams import is_one_word
from newsarchive.articles.sentences import begins_inside, ends_sentence, leads_on
from newsarchive.articles.units import Unit

_LONGEST = 220  # characters of the longest caption that only its place or its first words tell
_numbered = re.compile(r"(\d{1,2})、").match
# How MinerU and PaddleOCR name pictures: their captions stand right under them or centred. Docling names none, and its
# captions stand above the place of the picture.
_keeps_captions_close = re.compile(r"images/[0-9a-f]{16,}\.|imgs/|\Z").match
_capitals_lead = re.compile(r"(?P<words>[A-Z][A-ZÀ-Þ’']*(?: [A-ZÀ-Þ’']+){1,4})(?: ?[—–] ?|: )(?=[A-Z])").match
_says_who_is_shown = re.compile(r"[A-ZÀ-Þ][^\s:]+(?: [^\s:]+){0,3}: [A-ZÀ-Þ«“\"]").match
_UNDER_PICTURE = 300  # characters of a caption between its picture and its credit
_UNDER_HEADING = 360  # the same between a heading and a credit in brackets
_CREDIT_LINE = 60  # characters of such a credit
_NAMES = 20  # characters of the longest line of names
_LABEL = 6  # characters of a line of a label that is set in two
_SENTENCE = 60  # characters of a caption in one sentence
_inner_stop = re.compile(r"[。！？].").search
_does = re.compile(r"[をがにでのと].{0,16}[るたむくすつうぬぶぐ][一-鿿ァ-ヶー「]").search
_TOLD = 180  # characters of a caption in one sentence with the name of whoever took the picture
_inner_sentence = re.compile(r"[a-zß-ÿ]{2}[.!?] ").search
_SHOWN = 40  # characters of a caption that is half a sentence
_CLOSE, _APART = 90, 30  # characters of a caption right under its picture, and after an empty line


def caption_over_credit(unit: Unit, page: Page) -> Found | None:
    """A sentence on one line, longer than the column's, over the name of whoever took the picture."""
    if page.patterns.main.script == "latn":
        shown = _stands_between_picture_and_credit(unit, page) or _stands_between_heading_and_credit(unit, page)
        return ("caption", 0.8) if shown else None
    if not page.wide or unit.kind != "paragraph" or not 12 <= len(unit.text) <= 120:
        return None
    after, last = page.after(), page.labelled[-1] if page.labelled else None
    if after is None or last is None or after.kind != "paragraph" or not ends_sentence(unit.text):
        return None
    pointed = page.patterns.main.script == "kore" and unit.text[0] in "▲△▽▼◀▶"
    if pointed and after.gap == -1 and page.patterns.credit_line(after.text):
        return "caption", 0.8
    if (
        page.patterns.says_what_is_shown(unit.text)
        and page.patterns.took_picture(after.text)
        and page.patterns.credit_line(after.text)
    ):
        return "caption", 0.8
    if len(unit.pieces) != 1 or len(after.text) > 24 or not page.patterns.credit_line(after.text):
        return None
    if after.gap > 0:
        return ("caption", 0.7) if _is_one_sentence_apart(unit, page) else None
    if (
        page.patterns.main.script in ("hans", "hant")
        and unit.gap > 0
        and after.gap == -1
        and page.patterns.took_picture(after.text)
    ):
        return None if opens_story(unit, page) else ("caption", 0.8)
    column = max((len(piece.text) for piece in last.unit.pieces), default=0)
    alone = last.label == "text" and 1.2 * column < len(unit.text) and len(last.unit.pieces) > 1
    return ("caption", 0.75) if alone and ends_sentence(last.unit.text) else None


def _stands_between_picture_and_credit(unit: Unit, page: Page) -> bool:
    """Whether a paragraph stands right under a picture and over who took it: Ada Thorne / The Herald"""
    after, last = page.after(), page.labelled[-1] if page.labelled else None
    if unit.kind != "paragraph" or last is None or last.label != "image" or len(unit.text) > _UNDER_PICTURE:
        return False
    if after is None or after.kind != "paragraph" or len(after.text) > _CREDIT_LINE or opens_story(unit, page):
        return False
    return page.patterns.credit_line(after.text) and not is_byline(after.text, page.patterns)


def _stands_between_heading_and_credit(unit: Unit, page: Page) -> bool:
    """Whether a short paragraph stands under a heading and over who took the picture, in brackets: (Foto Thorne)"""
    after, last = page.after(), page.labelled[-1] if page.labelled else None
    if unit.kind != "paragraph" or last is None or last.label != "heading" or len(unit.text) > _UNDER_HEADING:
        return False
    if after is None or after.kind != "paragraph" or len(after.text) > _CREDIT_LINE or after.text[:1] not in "([":
        return False
    return ends_sentence(unit.text) is not None and names_photographer(after.text, page.patterns)


def _is_one_sentence_apart(unit: Unit, page: Page) -> bool:
    """Whether a Chinese sentence stands apart over a credit that says who took a picture, or that ends the page or is
    followed by a heading or a picture."""
    then, credit = page.after(2), page.after()
    chinese = page.patterns.main.script in ("hans", "hant")
    alone = chinese and unit.gap > 0 and len(unit.text) <= _SENTENCE and not _inner_stop(unit.text)
    shown = credit is not None and page.patterns.took_picture(credit.text) is not None
    return alone and not opens_story(unit, page) and (shown or then is None or then.kind in ("heading", "image"))


def label_of_picture(unit: Unit, page: Page) -> Found | None:
    """A Chinese label that is set in two short lines beside a picture's caption: 图说 / 项目"""
    if page.patterns.main.script != "hans" or unit.kind != "paragraph" or len(unit.pieces) != 2:
        return None
    if page.patterns.rubric(unit.text) not in (None, "article"):
        return None  # 县区 / 短波 stands over briefs
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    below = after is not None and len(after.text) <= _LONGEST and ends_in_credit(after.text, page.patterns) is not None
    if last is None or not (last.label == "caption" or below):
        return None
    short = all(1 < len(piece.text) <= _LABEL and piece.text.isalpha() for piece in unit.pieces)
    return ("label", 0.75) if short and unit.gap > 0 else None


def caption(unit: Unit, page: Page) -> Found | None:
    """A text that begins like a caption, stands under its picture, or ends in a credit."""
    if unit.kind == "heading" or unit.bold:
        return None
    if unit.name in ("image_caption", "figure_title", "figure_caption"):
        return "caption", 0.95
    last = page.labelled[-1] if page.labelled else None
    after_picture = last is not None and last.label == "image"
    if _over_latin_credit(unit, page) or _belongs_to_picture_above(unit, page):
        return "caption", 0.8
    if (
        len(unit.text) < 40
        and page.patterns.credit_line(unit.text)
        and re.search(r"[＝=:：/／摄攝]|撮影|提供|供图", unit.text)
        and (not ends_in_credit(unit.text, page.patterns) or _names_only(unit.text, page.patterns))
    ):
        return None
    if after_picture and _is_second_half(page):
        return None
    if unit.gap >= LOST_PICTURE and _stands_for_lost_picture(unit, page):
        return "caption", 0.85
    if last is not None and last.label == "caption" and _is_next_caption(last.unit.text, unit.text):
        return "caption", 0.8
    if after_picture and unit.gap <= 0 and len(unit.text) <= 320:
        return "caption", 0.85
    if after_picture and unit.text[0] != "■" and page.squares_captions:
        after_picture = False
    if len(unit.text) <= _LONGEST and page.patterns.caption(unit.text):
        return "caption", 0.9
    if page.patterns.main.script == "jpan" and _shows_who_does(unit, page):
        return "caption", 0.7
    if _opens_in_capitals(unit, page) or (after_picture and _names_its_picture(unit, page)):
        return "caption", 0.7
    if not page.wide and _ends_in_capital_name(unit, page):
        return "caption", 0.7
    if unit.name == "center" and len(unit.text) <= 160:
        return "caption", 0.8
    at = ends_in_credit(unit.text, page.patterns) if len(unit.text) <= 400 else None
    if (
        at is not None
        and page.patterns.main.script == "kore"
        and "기자" in unit.text[at:]
        and "사진" not in unit.text[at:]
    ):
        # Korean reporters sign their texts in the same form
        at = at if after_picture or _names_what_is_shown(unit.text[:at]) else None
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    if at is not None and not after_picture and ended and _is_agency(unit.text[at:], page.patterns):
        return None
    if at is not None and not after_picture and _signs_only(unit.text[at:], page.patterns):
        return None  # a brief that its agency signs
    if at is not None:
        return ("caption", 0.9) if page.patterns.main.script == "latn" or not opens_story(unit, page) else None
    if after_picture and len(unit.text) <= 160 and not opens_story(unit, page) and _breaks_in(page):
        return "caption", 0.75
    return None


def _names_only(credit: str, patterns: Patterns) -> bool:
    """Whether a mainland credit is nothing but names and the word for taking pictures: 樊 沁 陆子衡 摄"""
    if patterns.main.script != "hans" or len(credit) > _NAMES:
        return False
    names = roles_of(patterns).sign.sub(" ", credit)
    return "".join(split_names(names)) == "".join(names.split()) != ""


def marked_caption(unit: Unit, page: Page) -> Found | None:
    """A Chinese caption that a tool took for a heading: it ends a sentence and names who took the picture, or it stands
    where a picture was taken out."""
    if unit.kind != "heading" or page.patterns.main.script not in ("hans", "hant") or opens_story(unit, page):
        return None
    at = ends_in_credit(unit.text, page.patterns)
    told = "。" in unit.text[: len(unit.text) if at is None else at]
    taken = at is not None and page.patterns.took_picture(unit.text[at:]) is not None
    lost = unit.gap >= LOST_PICTURE and page.loses_pictures and ends_sentence(unit.text)
    if not told or len(unit.text) > _LONGEST or not (taken or lost):
        return None
    return "caption", 0.85


def _stands_for_lost_picture(unit: Unit, page: Page) -> bool:
    """Whether a text without a lead stands behind the empty lines that a tool left where it took a picture out: it sets
    one empty line between all other blocks."""
    if not page.loses_pictures or len(unit.text) > _LONGEST or opens_story(unit, page):
        return False
    return ends_sentence(unit.text) or ends_in_credit(unit.text, page.patterns) is not None


def _is_next_caption(above: str, text: str) -> bool:
    """Whether two texts begin with one number and the next: 1、…, 2、…"""
    first, second = _numbered(above), _numbered(text)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


def _shows_who_does(unit: Unit, page: Page) -> bool:
    """Whether a short Japanese line without a stop, between the end of a text and a heading, says who does what or
    where: 鐘のひもを握る山名さん"""
    if len(unit.text) > _SHOWN or unit.kind != "paragraph" or not page.patterns.caption_end(unit.text):
        return False
    last, after = last_before(page), page.after()
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text)
    return ended and (after is None or after.kind in ("heading", "image")) and _does(unit.text) is not None


def _over_latin_credit(unit: Unit, page: Page) -> bool:
    """Whether a short text stands right over a line that says whose picture it is: Foto: Eva Lind"""
    after = None if page.wide else page.after()
    if after is None or after.kind != "paragraph" or len(after.text) > 60:
        return False
    named = _says_who_is_shown(unit.text) is not None
    far = unit.gap > 0 and (page.patterns.main.language != "en" or (named and ":" in after.text))
    if after.gap > (1 if far else 0):
        return False
    if (
        len(unit.text) > (320 if after.gap <= 0 else 2 * _CLOSE if named else _CLOSE)
        or not (named or ends_sentence(unit.text))
        or not page.patterns.credit_line(after.text)
    ):
        return False
    word = re.split(r"[\s:.]", after.text.lstrip("([").casefold())[0]
    return roles_of(page.patterns).before_folded.get(word) == "photographer"


def _belongs_to_picture_above(unit: Unit, page: Page) -> bool:
    """Whether a line without a stop, between the end of a text and a marked heading, says who is shown in a picture of
    the story that has no caption: Safe hands: Ada Thorne in the mill"""
    if page.wide or unit.gap <= 0 or len(unit.text) > SHORT or ends_sentence(unit.text):
        return False
    after, last = page.after(), last_before(page)
    if not _says_who_is_shown(unit.text) or after is None or after.kind != "heading":
        return False
    story = [
        each.label for each in takewhile(lambda each: each.label != "heading", reversed(page.labelled[-LOOK_BACK:]))
    ]
    ended = last is not None and last.label == "text" and ends_sentence(last.unit.text) is not None
    return ended and "image" in story and "caption" not in story


def _opens_in_capitals(unit: Unit, page: Page) -> bool:
    """Whether a short text under a story opens with words in capitals that name no place: UP A TREE — Fireman…"""
    match = None if page.wide or len(unit.text) > 320 else _capitals_lead(unit.text)
    if match is None or unit.gap <= 0 or not ends_sentence(unit.text):
        return False
    if (
        not page.patterns.is_no_place(match["words"])
        or page.patterns.advert(unit.text)
        or page.patterns.note(unit.text)
    ):
        return False
    last, after = last_before(page), page.after()
    ended = last is not None and last.label in ("text", "byline") and last.unit.text[-1:] != "-"
    return ended and (after is None or after.gap > 0)


def _ends_in_capital_name(unit: Unit, page: Page) -> bool:
    """Whether a sentence apart ends in a name in capitals, under a story that is signed at its head."""
    if not 60 <= len(unit.text) <= _TOLD or unit.gap <= 0 or not unit.text[-1].isupper():
        return False
    match, last = capitals_behind(unit.text[-60:]), last_before(page)
    if match is None or _inner_sentence(unit.text[:-60]) or last is None or last.label != "text":
        return False
    above = takewhile(lambda each: each.label != "heading", islice(reversed(page.labelled), LOOK_BACK))
    return ends_sentence(last.unit.text) is not None and any(each.label == "byline" for each in above)


def _names_its_picture(unit: Unit, page: Page) -> bool:
    """Whether a short text under a picture opens with words in capitals and a colon: CROWNING GLORY: The new tower…"""
    match = _capitals_lead(unit.text)
    alone = match is not None and not page.wide and len(unit.text) <= 320 and " " in match["words"]
    after = page.after()
    return alone and (after is None or after.kind == "heading" or after.bold)


def _signs_only(credit: str, patterns: Patterns) -> bool:
    """Whether a Latin text ends in nothing but an agency's name, which a brief does as well as a caption."""
    name = credit.strip("()[] .")
    return patterns.main.script == "latn" and (name in patterns.agencies or name.isupper()) and len(name.split()) == 1


def _is_agency(credit: str, patterns: Patterns) -> bool:
    """Whether a Korean text ends in nothing but an agency's name without brackets: it signs the story."""
    return patterns.main.script == "kore" and credit.strip() in patterns.agencies


def _names_what_is_shown(text: str) -> bool:
    """Whether a short Korean text is one sentence that ends in a noun, as captions do: …를 싣고 있는 구현모씨."""
    text = text.rstrip(" .")
    return len(text) <= SHORT and ". " not in text and text[-1:] not in "다요까”』"


def _is_second_half(page: Page) -> bool:
    """Whether the unit under a picture goes on with the paragraph that broke off above the picture."""
    text = page.unit.text
    last = last_before(page)
    if last is None or last.label != "text" or ends_sentence(last.unit.text) or leads_on(last.unit.text):
        return False
    after = page.after()
    if after is not None and after.gap == -1 and page.unit.gap == 0 and is_credit(after.text[-40:], page.patterns):
        return False  # the name of whoever took the picture stands on the next line
    if not page.wide:
        return text[:1].islower() or _is_set_apart(page)
    if last.unit.short_end or page.patterns.caption(text) or is_credit(text[-40:], page.patterns):
        return False
    if text.partition(" ")[0] in page.patterns.glued:
        return True
    return ends_in_credit(text, page.patterns) is None and (_opened_above(text) or not _goes_on_below(page))


def _is_set_apart(page: Page) -> bool:
    """Whether a Latin text stands too far from its picture for a caption, and nothing below goes on in its place."""
    unit, after = page.unit, page.after()
    if unit.gap <= 0 or unit.name == "center" or not _keeps_captions_close(page.labelled[-1].unit.name):
        return False
    below = after is not None and after.kind == "paragraph" and after.text[:1].islower()
    return not below and ends_in_credit(unit.text, page.patterns) is None and ends_sentence(unit.text)


def _opened_above(text: str) -> bool:
    """Whether a text closes a quotation or a bracket that it did not open, or begins with what begins no sentence."""
    return begins_inside(text) or any(
        closer in text and opener not in text[: text.index(closer)] for opener, closer in ("“”", "「」", "《》", "（）")
    )


def _goes_on_below(page: Page) -> bool:
    """Whether what broke off above may go on below the unit, which then is the caption.

    A word that is whole when the break is taken away tells; else a caption is short, or close to its picture. Some
    tools set a caption right under its picture or centre it, so that what stands apart is none.
    """
    unit, after, last = page.unit, page.after(), last_before(page)
    if after is None or last is None or after.kind != "paragraph" or opens_story(after, page):
        return False
    here, below = (is_one_word(last.unit.text, text) for text in (unit.text, after.text))
    if here != below:
        return below
    if not ends_sentence(unit.text):
        return True
    if unit.gap > 0 and unit.name != "center" and _keeps_captions_close(page.labelled[-1].unit.name):
        return False
    return len(unit.text) <= (_CLOSE if unit.gap <= 0 else _APART)


def _breaks_in(page: Page) -> bool:
    """Whether the unit stands between a picture and a text that goes on or begins anew, so that it is a caption."""
    text = page.unit.text
    last = next((each for each in islice(reversed(page.labelled), LOOK_BACK) if each.label == "text"), None)
    if last is not None and not ends_sentence(last.unit.text):
        return text[:1].isupper() or not text[:1].isalpha() or (not text.isascii() and ends_sentence(text) is not None)
    after = page.after()
    return len(text) <= 90 and (after is None or after.gap != -1)
