"""Rule 2. What each unit of a page is: the first rule of a list that knows it, with how sure that rule is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import islice

import msgspec

from newsarchive.articles.bylines import is_bare_name, is_letter_signature, is_pen_name, read_lead
from newsarchive.articles.folio import is_folio
from newsarchive.articles.names import roles_of, split_names
from newsarchive.articles.patterns import Patterns, refusal
from newsarchive.articles.pieces import count
from newsarchive.articles.units import Unit, ends_sentence

Found = tuple[str, float]


class Labelled(msgspec.Struct, frozen=True):
    """A unit and what it was taken for."""

    unit: Unit
    label: str
    rule: str
    confidence: float


class Page:
    """What the rules may look at: the unit in question, the units round it, and the habits of the page."""

    def __init__(self, units: Sequence[Unit], patterns: Patterns) -> None:
        self.units = units
        self.patterns = patterns
        self.at = 0
        self.labelled: list[Labelled] = []

    @property
    def unit(self) -> Unit:
        return self.units[self.at]

    def before(self, steps: int = 1) -> Unit | None:
        return self.units[self.at - steps] if self.at >= steps else None

    def after(self, steps: int = 1) -> Unit | None:
        return self.units[self.at + steps] if self.at + steps < len(self.units) else None

    @cached_property
    def marked(self) -> bool:
        """Whether the tool marked headings at all."""
        return any(unit.kind == "heading" for unit in self.units)

    @cached_property
    def wide(self) -> bool:
        """Whether the script needs few characters for much text."""
        return not self.patterns.main.spaces or self.patterns.main.script == "kore"

    @cached_property
    def letters(self) -> bool:
        """Whether readers' letters stand on the page."""
        is_rubric = self.patterns.rubrics["letters"]
        return any(len(unit.text) < 40 and is_rubric(unit.text.strip("[]【】〔〕 ")) for unit in self.units) or any(
            unit.text.startswith(("编辑同志", "編輯先生", "Sir", "To the Editor")) for unit in self.units
        )

    @cached_property
    def stops_after_headings(self) -> bool:
        """Whether the paper is of the time that set a full stop after its headings."""
        capitals = [unit for unit in self.units if unit.capitals and unit.kind == "paragraph" and unit.text[-1:] == "."]
        return len(capitals) >= 3 or any("ſ" in unit.text for unit in self.units)

    @cached_property
    def copies(self) -> Counter[str]:
        return Counter(squeezed(unit.text) for unit in self.units if unit.text)

    @cached_property
    def seen(self) -> set[str]:
        """Texts that stood earlier on the page; the labeller adds to it as it goes."""
        return set()


_squeeze = re.compile(r"\W+")
_folio_signs = re.compile(r"[\d〇零一二三四五六七八九十０-９]").search
_number_only = re.compile(r"[\s\-–—·•.第页頁/|\[\]()]*(?:[A-Za-z]?\d{1,4}[A-Za-z]?|[ivxlc]{1,6})[\s\-–—·•.页頁/|\[\]()]*\Z").match
_page_marker = re.compile(
    r"[\[(<【]?\s*(?:page|seite|pagina|página|side|sida|sayfa|sivu|第)\s*\d+\s*(?:页|頁|ページ|of \d+|/\s*\d+)?\s*[\])>】]?\Z|\{\d+\}-{3,}\Z|={3,}|-{3,}\Z|\*{3,}\Z|_{3,}\Z",
    re.IGNORECASE,
).match
_letters = re.compile(r"[^\W_]").search
_before_credit = re.compile(r"(?<=[。！？!?.…”」』）)；;’\"])[\s　]*(?=\S)|(?<=、)(?=\S{2,14}(?:撮影|提供|写す)$)|(?<=＝)(?=[^、]{2,16}$)|(?<=＝)(?=本社)|(?=[(（【[■＝])|(?<=[\s　])(?=\S)(?<=[一-鿿][\s　])(?=[(（])")
_caps_name = re.compile(r"(?:\((?:Mrs|Miss|Mr|Dr|Ms)\.?\) )?[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*){1,3}\Z").match
_han_only = re.compile(r"[㐀-鿿\s　、·/／文图摄]+\Z").match
_detail = re.compile(r"[一-鿿]{2,4}\s?[:：].").match  # 时间：4月18日
_reader_pointer = re.compile(r"[^。！？]{4,30}[　 ]+[A-Z]?[0-9]{1,2}\s*版\Z").match
SHORT = 90
_LOOK_BACK = 16  # units; so that the work for a unit does not grow with the page


def squeezed(text: str) -> str:
    return _squeeze.sub("", text).casefold()


def label_units(units: Sequence[Unit], patterns: Patterns) -> list[Labelled]:
    """Each unit of a page with its label, in page order."""
    page = Page(units, patterns)
    for at, unit in enumerate(units):
        page.at = at
        page.labelled.append(_label(unit, page))
        if unit.text:
            page.seen.add(squeezed(unit.text))
    return page.labelled


def _label(unit: Unit, page: Page) -> Labelled:
    for rule, name in _named_rules:
        if found := rule(unit, page):
            return Labelled(unit, found[0], name, found[1])
    return Labelled(unit, "text", "running-text", 0.9)


def picture(unit: Unit, page: Page) -> Found | None:
    return ("image", 0.99) if unit.kind == "image" else None


def table(unit: Unit, page: Page) -> Found | None:
    return ("table", 0.97) if unit.kind == "table" else None


def mark(unit: Unit, page: Page) -> Found | None:
    if unit.kind == "furniture":
        return unit.name, 0.97
    if len(unit.text) < 90 and _page_marker(unit.text):
        return "page-marker", 0.9
    return None


def machine_speech(unit: Unit, page: Page) -> Found | None:
    """A vision model's own words: a short unit that no newspaper prints."""
    return ("refusal", 0.9) if len(unit.text) < 400 and refusal()(unit.text) else None


def repeated(unit: Unit, page: Page) -> Found | None:
    """The second and later copies of a long piece; a short one that stands on the page again is a running head."""
    if len(unit.text) < 16:
        return None
    key = squeezed(unit.text)
    return ("loop", 0.9) if len(key) >= 16 and page.copies[key] > 1 and key in page.seen else None


def running_head(unit: Unit, page: Page) -> Found | None:
    """A short line that stands on the page again and again, or a section's name at its very top."""
    if len(unit.text) > 40 or ends_sentence(unit.text):
        return None
    bare = unit.text.strip("【】〔〕[]◆■●▼ 　")
    known = any(is_rubric(bare) for is_rubric in page.patterns.rubrics.values())
    if known and not page.patterns.sections(bare):
        return None
    if page.copies[squeezed(unit.text)] >= 2 and len(squeezed(unit.text)) >= 2 and unit.kind != "image":
        return "running-head", 0.75
    return None


def page_label(unit: Unit, page: Page) -> Found | None:
    """A label of the page that stands over no story, or the name of a section at its head."""
    if len(unit.text) > SHORT:
        return None
    if page.patterns.label(unit.text):
        return "label-of-page", 0.85
    first = page.labelled and all(each.label in ("folio", "page-marker", "masthead", "price") for each in page.labelled)
    if (first or not page.labelled) and page.at < 4 and page.patterns.sections(unit.text):
        return "running-head", 0.75
    return None


def noise(unit: Unit, page: Page) -> Found | None:
    return None if _letters(unit.text) else ("noise", 0.9)


def jump_line(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > SHORT:
        return None
    for search in (*page.patterns.jumps_to, *page.patterns.jumps_from):
        if (match := search(unit.text)) and count(match[0]) >= count(unit.text) - 2:
            return "jump", 0.95
    return ("jump", 0.8) if len(unit.text) <= 40 and _reader_pointer(unit.text) else None


def folio(unit: Unit, page: Page) -> Found | None:
    """The line with date, page and section."""
    if len(unit.text) > SHORT or unit.gap == -1 and unit.at[0] > 12:
        return None
    if not _folio_signs(unit.text):
        return None
    if _number_only(unit.text) and unit.kind != "heading":
        return "folio", 0.8
    at_edge = page.at < 5 or page.at >= len(page.units) - 3 or _beside_page_mark(page)
    return ("folio", 0.9) if is_folio(unit.text, page.patterns, at_edge=at_edge) else None


def _beside_page_mark(page: Page) -> bool:
    beside = (page.before(), page.after())
    return any(each is not None and each.kind == "furniture" and each.name == "page-marker" for each in beside)


def masthead(unit: Unit, page: Page) -> Found | None:
    """The name of the paper, alone at the head or the foot of the page, or what is printed under it."""
    if len(unit.text) > SHORT:
        return None
    edge = page.at < 4 or page.at >= len(page.units) - 2
    phrase = re.search(r"\b(?:by|to|for|on|at|with|from)\b", unit.text, re.IGNORECASE)
    if edge and not phrase and not unit.text[0].islower() and len(unit.text) <= 40 and page.patterns.paper_line(unit.text.strip(" .。")):
        return "masthead", 0.85
    if page.at < 2 and unit.capitals and page.patterns.paper_line(_closed_up(unit.text)):
        return "masthead", 0.7
    return ("masthead", 0.9) if page.patterns.masthead(unit.text) else None


def _closed_up(text: str) -> str:
    """`TH E KESTREL BAY EVENI NG STAR.` with the gaps of a damaged line closed as far as they show."""
    return re.sub(r"(?<=[A-Z]{2}) (?=[A-Z]{1,2}\b)", "", text).strip(" .")


def makers(unit: Unit, page: Page) -> Found | None:
    return ("editors", 0.95) if len(unit.text) <= SHORT and page.patterns.editors(unit.text) else None


def weather(unit: Unit, page: Page) -> Found | None:
    short = len(unit.text) <= 120 and unit.kind == "paragraph"
    return ("weather", 0.8) if short and page.patterns.weather(unit.text) else None


def price(unit: Unit, page: Page) -> Found | None:
    short = len(unit.text) <= 60 and unit.kind == "paragraph"
    return ("price", 0.8) if short and page.patterns.price(unit.text) else None


def author_note(unit: Unit, page: Page) -> Found | None:
    return ("author-note", 0.9) if len(unit.text) <= 200 and page.patterns.author_note(unit.text) else None


def note(unit: Unit, page: Page) -> Found | None:
    return ("note", 0.85) if unit.kind != "heading" and page.patterns.note(unit.text) else None


def byline_line(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > 160 or not unit.text:
        return None
    if _is_byline(unit.text, page.patterns):
        return "byline", 0.9
    if len(unit.text) <= 100 and (unit.text[0] in "(（【〔［[" or page.patterns.main.script == "hant"):
        lead = read_lead(unit.text, page.patterns)
        if lead and lead.byline and lead.end >= len(unit.text) and not lead.dateline:
            return "byline", 0.85
    return None


def _is_byline(text: str, patterns: Patterns) -> bool:
    """Whether a line has the form of a signature, and where it should name people, does."""
    for match_line in patterns.byline_lines:
        if match := match_line(text):
            names = match.groupdict().get("names")
            if not names or not _han_only(names) or re.search(r"[:：/／□■●◎○◆▣]", text):
                return True
            strict = split_names(re.sub(r"[\s　]*(?:摄影报道|文/图|图/文|摄影|报道|整理|摄)\s*$", "", names))
            if strict or " " in names.strip() or "　" in names.strip() or len(names) > 4:
                return True
    return False


def second_byline_line(unit: Unit, page: Page) -> Found | None:
    """`Advertiser Staff` under the name, `Special to the Herald`."""
    last = page.labelled[-1] if page.labelled else None
    if last is None or last.label != "byline" or len(unit.text) > 50 or unit.gap > 1:
        return None
    words = unit.text.replace(",", " ").split()
    known = roles_of(page.patterns).others
    return ("byline", 0.8) if words and words[-1] in known and all(w[:1].isupper() or len(w) < 4 for w in words) else None


def bare_name(unit: Unit, page: Page) -> Found | None:
    """A name alone on its line, between a heading and its text, or at the end of a text."""
    if unit.kind == "heading" or unit.bold:
        return None
    last = _last(page)
    after = page.after()
    if is_pen_name(unit.text) and last is not None and last.label == "text" and ends_sentence(last.unit.text):
        return None if after is not None and _is_running_text(after, page) else ("byline", 0.7)
    if not is_bare_name(unit.text, page.patterns):
        return None
    if last is None or after is None and last.label != "text":
        return None
    if last.label == "heading" and after is not None and _is_running_text(after, page):
        return "byline", 0.8
    if last.label in ("text", "author-note") and ends_sentence(last.unit.text):
        upper = unit.capitals or page.patterns.main.script != "latn"
        ends = after is None or not _is_running_text(after, page)
        return ("byline", 0.75) if ends and (upper or page.patterns.main.script == "latn") else None
    return None


def letter_signature(unit: Unit, page: Page) -> Found | None:
    """A name with an address under a letter."""
    last = _last(page)
    if unit.kind == "heading" or last is None or not page.letters:
        return None
    if last.label == "byline" and last.rule == "letter-signature" and unit.gap == -1 and len(unit.text) < 50:
        return "byline", 0.75
    if last.label != "text" or not ends_sentence(last.unit.text):
        return None
    if _caps_name(unit.text):
        return "byline", 0.75
    return ("byline", 0.75) if is_letter_signature(unit.text, page.patterns) else None


def dateline_line(unit: Unit, page: Page) -> Found | None:
    """Place and day alone on a line above the text."""
    if len(unit.text) > 70 or unit.kind == "heading":
        return None
    lead = read_lead(unit.text + " A", page.patterns) or read_lead(unit.text, page.patterns)
    known = lead and lead.dateline and lead.end >= len(unit.text) and re.search(r"\d|[(（]|day\b", unit.text)
    return ("text", 0.8) if known else None


def credit_line(unit: Unit, page: Page) -> Found | None:
    if len(unit.text) > SHORT or unit.kind == "heading" or not page.patterns.credit_line(unit.text):
        return None
    if unit.text.isascii() and " " not in unit.text and not page.patterns.agency(unit.text):
        return None
    last = page.labelled[-1] if page.labelled else None
    beside = last is not None and last.label in ("image", "caption", "credit")
    if beside or page.patterns.main.script != "latn" or ":" in unit.text or "/" in unit.text:
        return "credit", 0.9
    return None


def caption(unit: Unit, page: Page) -> Found | None:
    """A text that begins like a caption, stands under its picture, or ends in a credit."""
    if unit.kind == "heading" or unit.bold:
        return None
    if unit.name in ("image_caption", "figure_title", "figure_caption"):
        return "caption", 0.95
    last = page.labelled[-1] if page.labelled else None
    after_picture = last is not None and last.label == "image"
    if len(unit.text) < 40 and page.patterns.credit_line(unit.text) and re.search(r"[＝=:：/／摄攝]|撮影|提供|供图", unit.text):
        return None
    if after_picture and unit.gap <= 0 and len(unit.text) <= 320:
        return "caption", 0.85
    if len(unit.text) <= 220 and page.patterns.caption(unit.text):
        return "caption", 0.9
    if unit.name == "center" and len(unit.text) <= 160:
        return "caption", 0.8
    if len(unit.text) <= 400 and ends_in_credit(unit.text, page.patterns) is not None:
        return ("caption", 0.9) if page.patterns.main.script == "latn" or not _opens_story(unit, page) else None
    if after_picture and len(unit.text) <= 160 and not _opens_story(unit, page) and _breaks_in(page):
        return "caption", 0.75
    return None


def _opens_story(unit: Unit, page: Page) -> bool:
    return read_lead(unit.text, page.patterns) is not None


def _breaks_in(page: Page) -> bool:
    """Whether the unit stands between a picture and a text that goes on or begins anew, so that it is a caption."""
    text = page.unit.text
    last = next((each for each in islice(reversed(page.labelled), _LOOK_BACK) if each.label == "text"), None)
    if last is not None and not ends_sentence(last.unit.text):
        return text[:1].isupper() or not text[:1].isalpha() or not text.isascii() and ends_sentence(text) is not None
    after = page.after()
    return len(text) <= 90 and (after is None or after.gap != -1)


def ends_in_credit(text: str, patterns: Patterns) -> int | None:
    """Where the credit at the end of a caption begins: after its last stop, or in brackets."""
    for match in _before_credit.finditer(text, max(len(text) - 70, 1)):
        at = match.end()
        if at < len(text) and patterns.credit_line(text[at:].strip()):
            return at
    return None


def heading(unit: Unit, page: Page) -> Found | None:
    if unit.kind != "heading":
        return None
    length = len(unit.text)
    last = _last(page)
    wide = page.wide
    if _goes_on_as_text(unit, page):
        return "text", 0.75
    if page.patterns.speaker(unit.text) or (wide and unit.text[-1] == "。"):
        return "text", 0.8
    if ends_sentence(unit.text) and unit.text[-1] in ".;；" and not unit.capitals and length > (26 if wide else 90):
        return "text", 0.8
    if length > (60 if wide else 220) or unit.text[-1] in "，,、；;":
        return "text", 0.8
    if not wide and unit.text[:1].islower() and last is not None and last.label == "text":
        return "text", 0.7
    return "heading", 0.9


def _goes_on_as_text(unit: Unit, page: Page) -> bool:
    """A false heading mark: a column line of running text, which the next line goes on without a break."""
    after = page.after()
    lead = read_lead(unit.text, page.patterns)
    if lead is not None and len(unit.text) - lead.end > (8 if page.wide else 50):
        return True
    if after is None or len(unit.text) < (16 if page.wide else 40):
        return False
    if page.wide:
        return "，" in unit.text and unit.text[-1] in "，、" and after.kind == "paragraph"
    return after.text[:1].islower() and not _is_byline(after.text, page.patterns)


def bold_line(unit: Unit, page: Page) -> Found | None:
    """A short line that is wholly bold stands for a heading."""
    if not unit.bold or unit.kind != "paragraph" or page.patterns.speaker(unit.text):
        return None
    if len(unit.text) > (40 if page.wide else 120) or (unit.text[-1:] in "。.，,；" and not unit.capitals):
        return None
    return "heading", 0.8


def rubric_words(unit: Unit, page: Page) -> Found | None:
    """A line that says in known words what stands under it: 一句话新闻, In Brief, Telegramme."""
    if unit.kind != "paragraph" or len(unit.text) > 40:
        return None
    text = unit.text.strip("【】〔〕[]◆■●▼ 　")
    for kind, is_rubric in page.patterns.rubrics.items():
        if is_rubric(text) and (kind != "article" or text != unit.text or unit.capitals):
            return "heading", 0.8
    return None


def short_line(unit: Unit, page: Page) -> Found | None:
    """A short line without a stop, before a lead, a signature or a text: a heading that the tool did not mark."""
    text = unit.text
    if unit.kind != "paragraph" or len(text) > (40 if page.wide else 130) or unit.gap == -1 and page.marked and page.wide:
        return None
    last = _last(page)
    if page.patterns.speaker(text):
        return None
    runs_on = last is not None and last.label == "text" and not ends_sentence(last.unit.text)
    if (runs_on and not unit.capitals) or _dateline_opens(unit, page):
        return None
    if page.wide:
        if text[-1] in "，,、":
            return None
        if "，" in text or "," in text:
            return None if (page.marked and unit.gap != -1) or len(text) > 26 else ("heading", 0.55)
        in_story = last is not None and last.label in ("text", "byline")
        if _detail(text):
            return None
        if page.marked and len(text) > (14 if in_story and " " not in text and "　" not in text else 24):
            return None
        if text[-1] in "。，、；,;.:：" or (ends_sentence(text) and text[-1] in "”」』）)"):
            return None
    elif not _looks_like_latin_heading(unit) and not _old_heading(unit, page):
        return None
    after = page.after()
    if after is None or after.kind == "image":
        return None
    if _is_running_text(after, page) or after.kind == "heading" or _is_byline(after.text, page.patterns):
        return "heading", 0.7
    if len(after.text) <= (40 if page.wide else 130) and after.kind == "paragraph" and not ends_sentence(after.text):
        return "heading", 0.6
    if not page.wide and (after.capitals or _looks_like_latin_heading(after)):
        return "heading", 0.6
    return None


def _dateline_opens(unit: Unit, page: Page) -> bool:
    lead = read_lead(unit.text, page.patterns)
    return lead is not None and lead.dateline is not None


def _old_heading(unit: Unit, page: Page) -> bool:
    """A short line with a stop, in a paper that set stops after its headings, over a text that is much longer."""
    text = unit.text
    if page.marked or not page.stops_after_headings or len(text) > 60 or len(unit.pieces) > 2 or len(text.split()) > 8:
        return False
    quoted = any(mark in text for mark in "“”„\"«»")
    if not text[:1].isupper() or quoted or re.match(r"[A-ZÀ-Þ. ]+,", text):
        return False
    for steps in range(1, 5):  # other lines of the stack may stand between
        after = page.after(steps)
        if after is None:
            return False
        if len(after.text) > 2.5 * len(text) or _is_byline(after.text, page.patterns):
            return True
        if len(after.text) > 70:
            return False
    return False


def _looks_like_latin_heading(unit: Unit) -> bool:
    text = unit.text
    if text[:1].islower() or not _letters(text):
        return False
    if unit.capitals:
        return True
    if text[-1] in ",;:":
        return False
    if not ends_sentence(text):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    titled = sum(word[0].isupper() for word in words) >= len(words) * 0.75 and len(words) > 1
    return text[-1] in "!?" or (titled and len(text) < 90)


def _is_running_text(unit: Unit, page: Page) -> bool:
    """Whether a unit looks like the beginning of a text: long, or with a lead."""
    if unit.kind != "paragraph" or unit.bold:
        return False
    if len(unit.text) >= (45 if page.wide else 100) or read_lead(unit.text, page.patterns) is not None:
        return True
    return bool(ends_sentence(unit.text)) and not unit.capitals and len(unit.text) >= (14 if page.wide else 40)


def _last(page: Page) -> Labelled | None:
    """The last unit that is no furniture and no picture."""
    apart = ("image", "caption", "credit", "folio", "page-marker", "running-head", "detection", "jump")
    return next((each for each in islice(reversed(page.labelled), _LOOK_BACK) if each.label not in apart), None)


def stray_label(unit: Unit, page: Page) -> Found | None:
    """One or two words apart from everything: a rubric or column label."""
    if unit.kind != "paragraph" or len(unit.text) > (16 if page.wide else 40) or ends_sentence(unit.text):
        return None
    if re.search(r"[，,、。“”：:「」；;]", unit.text) or unit.text[:1].islower():
        return None
    last = _last(page)
    after = page.after()
    runs_on = last is not None and last.label == "text" and not ends_sentence(last.unit.text)
    if runs_on and page.wide and len(unit.text) <= 8 and unit.gap >= 0 and after is not None and after.gap >= 0:
        return ("label", 0.6) if after.kind == "paragraph" and len(after.text) > 8 else None
    if not runs_on and (after is None or after.gap != -1 or page.wide):
        return "label", 0.7
    return None


RULES: tuple[Callable[[Unit, Page], Found | None], ...] = (
    picture,
    table,
    mark,
    machine_speech,
    repeated,
    noise,
    jump_line,
    makers,
    folio,
    masthead,
    price,
    page_label,
    author_note,
    byline_line,
    second_byline_line,
    running_head,
    weather,
    caption,
    credit_line,
    note,
    heading,
    bold_line,
    bare_name,
    letter_signature,
    dateline_line,
    rubric_words,
    short_line,
    stray_label,
)
_named_rules = tuple((rule, rule.__name__.replace("_", "-")) for rule in RULES)
