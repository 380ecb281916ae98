"""What stands round the unit in question: the text or heading above it, the unit below, and what goes on with what."""

from __future__ import annotations

from itertools import islice, takewhile

from newsarchive.articles.bylines import find_end, initials_before, read_lead
from newsarchive.articles.labels.forms import ends_in_hyphen, is_byline
from newsarchive.articles.labels.page import LOOK_BACK, Labelled, Page
from newsarchive.articles.sentences import ends_sentence, has_few_stops
from newsarchive.articles.units import Unit


def opens_story(unit: Unit, page: Page) -> bool:
    return read_lead(unit.text, page.patterns) is not None


def is_running_text(unit: Unit, page: Page) -> bool:
    """Whether a unit looks like the beginning of a text: long, or with a lead."""
    if unit.kind != "paragraph" or unit.bold:
        return False
    comma = page.wide and len(unit.text) >= 24 and ("，" in unit.text or "," in unit.text)
    if comma or len(unit.text) >= (45 if page.wide else 100) or read_lead(unit.text, page.patterns) is not None:
        return True
    return bool(ends_sentence(unit.text)) and not unit.capitals and len(unit.text) >= (14 if page.wide else 40)


def breaks_off(page: Page) -> bool:
    """Whether a Latin line is the first half of a paragraph: it ends in a hyphen, or goes on below in lower case."""
    text = page.unit.text
    if page.wide or page.unit.capitals or not text:
        return False
    if ends_in_hyphen(text[-2:]):
        return True
    if not text[-1].isalnum() and text[-1] not in ",;":
        return False
    following = (page.after(steps) for steps in range(1, 4))
    after = next((each for each in following if each is None or each.kind not in ("image", "furniture")), None)
    runs_on = after is not None and after.kind == "paragraph" and after.text[:1].islower()
    signed = page.unit.kind == "heading" and after is not None and initials_before(after.text) is not None
    return runs_on and after is not None and not (is_byline(after.text, page.patterns) or signed)


def last_before(page: Page) -> Labelled | None:
    """The last unit that is no furniture and no picture, of those near by."""
    near = len(page.labelled) - page.last_at <= LOOK_BACK
    return page.labelled[page.last_at] if near else None


def heading_above(page: Page) -> Labelled | None:
    """The last heading, of the units near by."""
    near = islice(reversed(page.labelled), LOOK_BACK)
    return next((each for each in near if each.label == "heading"), None)


def after_pictures(page: Page) -> Unit | None:
    """The next unit that is no picture, of those near by."""
    following = (page.after(steps) for steps in range(1, 4))
    return next((each for each in following if each is None or each.kind not in ("image", "furniture")), None)


def is_open(last: Labelled | None, page: Page) -> bool:
    """Whether the text above may run on: it has no stop, and is no advertisement that ends in a number."""
    if last is None or last.label != "text" or last.unit.verse or ends_sentence(last.unit.text):
        return False
    if last.unit.short_end and has_few_stops(last.unit.text):
        return False
    if not page.wide and (_jumps_off(last, page) or find_end(last.unit.text, page.patterns) is not None):
        return False
    return not (len(last.unit.text) < 260 and page.patterns.advert(last.unit.text))


def _jumps_off(last: Labelled, page: Page) -> bool:
    """Whether a line under the last text says on what page it goes on."""
    since = takewhile(lambda each: each is not last, islice(reversed(page.labelled), LOOK_BACK))
    return any(each.label == "jump" for each in since)


def opens_with_dateline(unit: Unit, page: Page) -> bool:
    lead = read_lead(unit.text, page.patterns)
    return lead is not None and lead.dateline is not None
