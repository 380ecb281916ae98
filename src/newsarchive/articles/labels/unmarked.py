"""Headings that the tool did not mark, and stray labels."""

from __future__ import annotations

import re

from newsarchive.articles.labels.neighbours import breaks_off, is_open, last_before
from newsarchive.articles.labels.page import Found, Page
from newsarchive.articles.labels.unmarked_chinese import goes_on_under_picture
from newsarchive.articles.labels.unmarked_latin import short_latin_line
from newsarchive.articles.labels.unmarked_wide import begins_paragraph, list_of_items, short_wide_line
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.units import Unit


def short_line(unit: Unit, page: Page) -> Found | None:
    """A short line without a stop, before a lead, a signature or a text: a heading that the tool did not mark."""
    if unit.kind != "paragraph":
        return None
    return short_wide_line(unit, page) if page.wide else short_latin_line(unit, page)


def stray_label(unit: Unit, page: Page) -> Found | None:
    """One or two words apart from everything: a rubric or column label."""
    if unit.kind != "paragraph" or len(unit.text) > (16 if page.wide else 40) or ends_sentence(unit.text):
        return None
    if re.search(r"[，,、。“”：:「」；;]", unit.text) or unit.text[:1].islower() or list_of_items(unit.text):
        return None
    if not page.wide and (page.patterns.contact(unit.text) or page.breaks_at_capitals):
        return None
    after = page.after()
    if breaks_off(page) or (page.wide and after is not None and begins_paragraph(unit, after, page)):
        return None
    last = last_before(page)
    inside = last is not None and last.unit.block == unit.block and unit.text[-1].isalnum()
    if page.wide and page.marked and unit.gap == -1 and inside:
        return None  # the last line of a text that a picture parts
    if not is_open(last, page) and goes_on_under_picture(page):
        return None
    beside = after is None or after.kind in ("heading", "image") or page.before() is None
    if page.wide and len(unit.text) > 10 and not beside:
        return None
    runs_on = is_open(last, page)
    if runs_on and page.wide and len(unit.text) <= 8 and unit.gap >= 0 and after is not None and after.gap >= 0:
        return ("label", 0.6) if after.kind == "paragraph" and len(after.text) > 8 else None
    if not runs_on and (after is None or after.gap != -1 or page.wide):
        return "label", 0.7
    return None
