"""Notes beside a story: boxes with their labels, and who its author is."""

from __future__ import annotations

from newsarchive.articles.bylines import read_lead
from newsarchive.articles.labels.neighbours import is_running_text, opens_story
from newsarchive.articles.labels.page import Found, Labelled, Page
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit

_SHORT_LINE = 40  # characters of a line under a rubric, which is then no label of a box
_NAME_OF_BOX = 8  # characters of the longest label of a mainland box
_LABEL_OF_BOX = 30  # characters of the longest label over the text of a box


def author_note(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > 200 or not page.patterns.author_note(unit.text):
        return None
    after = page.after()
    breaks_off = page.wide and unit.text[0].isalpha() and not ends_sentence(unit.text) and unit.text[-1].isalnum()
    if breaks_off and after is not None and is_running_text(after, page) and not opens_story(after, page):
        return None  # 作者是一位退休教师，二十年间 / 走遍…
    return "author-note", 0.9


def box_label(unit: Unit, page: Page) -> Found | None:
    """The label of a mainland box on a line of its own, under a text and over another."""
    last, after = page.labelled[-1] if page.labelled else None, page.after()
    if page.patterns.main.script != "hans" or last is None or last.label not in ("text", "byline") or after is None:
        return None
    if not _is_box_label(unit.text, page) or not is_running_text(after, page) or opens_story(after, page):
        return None
    return "note", 0.8


def note(unit: Unit, page: Page) -> Found | None:
    last = page.labelled[-1] if page.labelled else None
    is_heading = unit.kind == "heading"
    if page.patterns.main.script == "jpan" and unit.text[0] == "【" and _opens_with_place(unit, page):
        return None
    if last is not None and last.label == "note" and unit.gap == -1 and len(last.unit.text) < _LABEL_OF_BOX:
        return "note", 0.8  # the text under the label of its box
    if page.patterns.main.script == "hans" and _is_in_box(unit, last, page):
        return "note", 0.8
    if page.patterns.main.script in ("hans", "latn"):
        after = page.after() if page.wide and len(unit.text) <= 8 else None
        rubric = page.patterns.rubric(unit.text) is not None and after is not None and len(after.text) <= _SHORT_LINE
        over_heading = after is not None and (after.kind == "heading" or rubric)
        return ("note", 0.85) if not is_heading and not over_heading and page.patterns.note(unit.text) else None
    if last is not None and last.rule == "note" and last.unit.kind == "heading" and unit.gap <= 0:
        return "note", 0.8
    if is_heading:
        after = page.after()
        beside = after is not None and after.kind == "paragraph" and after.gap == 0
        short = len(unit.text) < _LABEL_OF_BOX and (after is None or len(after.text) < 400)
        return ("note", 0.75) if beside and short and page.patterns.note(unit.text) else None
    return ("note", 0.85) if page.patterns.note(unit.text) else None


def _is_in_box(unit: Unit, last: Labelled | None, page: Page) -> bool:
    """Whether a text stands in a mainland box, under the label on its own line: in all of the box where the label is
    marked as a heading, else in its first paragraph."""
    if last is None or last.label != "note" or unit.kind != "paragraph" or unit.gap < 0:
        return False
    above = page.labelled[-2] if len(page.labelled) > 1 else None
    in_box = above is not None and above.label == "note" and above.unit.kind == "heading"
    return in_box or (_is_box_label(last.unit.text, page) and is_running_text(unit, page))


def _is_box_label(text: str, page: Page) -> bool:
    """Whether a line names a box that belongs to a story: 链接, but not 小贴士, which stands by itself."""
    if len(text) > _NAME_OF_BOX or not text[-1].isalnum() or page.patterns.note(text) is None:
        return False
    return page.patterns.box(text) is None and page.patterns.notice(text) is None


def _opens_with_place(unit: Unit, page: Page) -> bool:
    """Whether a Japanese text opens with its place or who wrote it, 【函館】, and not with the label of a box."""
    lead = read_lead(unit.text, page.patterns)
    return lead is not None and (lead.dateline is not None or bool(lead.byline and lead.byline.people))
