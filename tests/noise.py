"""Pages as other tools would have left them: noise put on the labelled corpus, and what a reader still sees.

    python -m tests.noise [--variants 10] [--by dialect|language|noise|page] [--rules] [--show] [FILTER…]

A variant is a page with two to four kinds of noise, drawn by a seed that is made of the page's name and the variant's
number: the same everywhere and always. Noise that a reader would see (a folio line, a jump line, a picture) changes the
expectation; all other noise leaves it as it is. A paragraph is only touched where it stands on the page word for word.
Prints the scores of `tests/score.py`, those of the pages without noise beside them, and how much of each page was kept.
"""

from __future__ import annotations

import argparse
import copy
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from newsarchive.articles import read
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source
from tests.score import FIRST, Scores, differences, expected_of, pages, score, total

Labels = dict[str, Any]


class Page(msgspec.Struct, frozen=True):
    """A page: its text without front matter, and what a reader finds on it."""

    front: str
    text: str
    expected: Labels

    @property
    def source(self) -> str:
        return self.front + self.text


class Variant(msgspec.Struct, frozen=True):
    """A page with noise on it, and the names of the noises."""

    name: str
    number: int
    noises: tuple[str, ...]
    page: Page


class Span(msgspec.Struct, frozen=True):
    """Where the paragraph of an article stands in the text of a page."""

    start: int
    end: int
    article: int


Noise = Callable[[Page, Random], Page | None]  # None where a page has no place for it

_WIDE_MARKS, _HALF_MARKS = "，；：？！（）", ",;:?!()"
_to_half = str.maketrans(_WIDE_MARKS, _HALF_MARKS)
_to_wide = str.maketrans(_HALF_MARKS, _WIDE_MARKS)
_HAN = "㐀-鿿豈-﫿々〇"
_CJK = rf"{_HAN}぀-ヿ"
_cjk = re.compile(rf"[{_CJK}]")
_hangul = re.compile(r"[가-힯]")
_marked_line = re.compile(r"\s*(?:#|>|!\[|<|\||---|\{\d)").match
_gap = re.compile(r"(?<=\S)[ \t]*\n\n+(?=\S)")
_heading = re.compile(r"^(#{1,6})[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)
_line_break = re.compile(r"(?<=\S)[ \t]*\n(?=[ \t　]*\S)")


# What a page looks like


def load(folder: Path) -> Page:
    """The page of a corpus folder, line ends as newlines."""
    text = (folder / "page.txt").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    front = re.match(r"---\n(?:.*\n)*?---\n", text) if text.startswith("---\n") else None
    cut = front.end() if front else 0
    return Page(text[:cut], text[cut:], expected_of(folder))


def paragraphs(page: Page) -> list[Span]:
    """The body paragraphs that stand on one line of the page, once, word for word but for the width of their marks."""
    text = page.text.translate(_to_half)
    found = []
    for number, article in enumerate(page.expected["articles"]):
        for item in article.get("body", ()):
            wanted = item["text"].translate(_to_half)
            if item["type"] != "paragraph" or "\n" in wanted or text.count(wanted) != 1:
                continue
            start = text.index(wanted)
            if not _marked_line(page.text[text.rfind("\n", 0, start) + 1 :][:80]):
                found.append(Span(start, start + len(wanted), number))
    return found


def _changed(page: Page, text: str, expected: Labels | None = None) -> Page:
    return Page(page.front, text, page.expected if expected is None else expected)


def _break(page: Page) -> str:
    """What stands between two blocks of the page."""
    return "\n\n" if "\n\n" in page.text else "\n"


# Column breaks, and what may stand in them


def _places(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Where a column may break a paragraph, so that a reader sees that it runs on: (left end, right start, hyphen)."""
    part = text[start:end]
    wide = len(_cjk.findall(part)) * 3 > len(part)
    if len(part) < (50 if wide or _hangul.search(part) else 120):  # a short advertisement stands in one column
        return []
    if wide:
        pattern = rf"(?<=[{_CJK}0-9，、,])(?=[{_CJK}0-9“「])(?![0-9一二三四五六七八九十]{{1,3}}[、.．)）])"
        margin = 10
        places = [(match.start(), match.end(), "") for match in re.finditer(pattern, part)]
    else:
        margin = 12 if _hangul.search(part) else 25
        between_words = re.finditer(r"(?<=[^\W_][,;]|[^\W_]{2}) (?=[^\W\d_])", part)
        places = [(match.start(), match.end(), "") for match in between_words]
        for match in re.finditer(r"(?<![\w'’-])[a-zß-ÿſ]{8,}(?![\w'’-])", part):
            places += [(at, at, "-") for at in range(match.start() + 3, match.end() - 3)]
    return [(start + a, start + b, mark) for a, b, mark in places if margin <= a <= len(part) - margin]


def _cut(page: Page, span: Span, random: Random, between: Sequence[str] = ("",)) -> Page | None:
    """The page with one paragraph cut, once for each text that is to stand in a cut."""
    text = page.text
    places = _places(text, span.start, span.end)
    hyphens = [place for place in places if place[2]]
    plain = [place for place in places if not place[2]]
    chosen: list[tuple[int, int, str]] = []
    for _ in between:
        pool = hyphens if hyphens and (not plain or random.random() < 0.5) else plain
        pool = [place for place in pool if all(abs(place[0] - other[0]) > 24 for other in chosen)]
        if not pool:
            return None
        chosen.append(random.choice(pool))
    gap = _break(page)
    for (left, right, mark), filling in sorted(zip(chosen, between, strict=True), reverse=True):
        middle = f"{gap}{filling}{gap}" if filling else gap
        text = text[:left].rstrip(" ") + mark + middle + text[right:]
    return _changed(page, text)


def _cuttable(page: Page, random: Random) -> list[Span]:
    if page.expected["dialect"] == "alto":  # each printed line is a line of its own: columns leave no mark
        return []
    spans = [span for span in paragraphs(page) if _places(page.text, span.start, span.end)]
    random.shuffle(spans)
    return spans


def _cut_round(page: Page, random: Random, filling: str) -> Page | None:
    for span in _cuttable(page, random):
        if cut := _cut(page, span, random, [filling]):
            return cut
    return None


def column_breaks(page: Page, random: Random) -> Page | None:
    """One to three paragraphs end in mid-sentence and go on in the next block, one of them perhaps twice."""
    wanted = random.randint(1, 3)
    before = page
    for _ in range(wanted):
        for span in _cuttable(page, random):
            if cut := _cut(page, span, random, [""] * random.choice((1, 1, 2))):
                page = cut
                break
    return None if page is before else page


def picture_in_a_column_break(page: Page, random: Random) -> Page | None:
    """A picture stands between the halves of a paragraph; where the tool names its file, the story has a photo more."""
    spans = _cuttable(page, random)
    dialect = page.expected["dialect"]
    kind = dialect if dialect in ("mineru", "paddle", "docling") else random.choice(("mineru", "paddle", "docling"))
    name = f"{random.getrandbits(128):032x}.jpg"
    address = {"mineru": f"images/{name}", "paddle": f"imgs/{name}", "docling": ""}[kind]
    line = {
        "mineru": f"![]({address})  ",
        "paddle": f'<div style="text-align: center;"><img src="{address}" alt="Image" width="41%" /></div>',
        "docling": "<!-- image -->",
    }[kind]
    for span in spans:
        if cut := _cut(page, span, random, [line]):
            expected = copy.deepcopy(page.expected)
            if address:
                expected["articles"][span.article].setdefault("photos", []).append({"image": address})
            return _changed(cut, cut.text, expected)
    return None


# Lines of the page itself

_WEEKDAYS = {
    "zh-Hans": "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    "zh-Hant": "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche",
    "it": "Lunedì Martedì Mercoledì Giovedì Venerdì Sabato Domenica",
    "es": "Lunes Martes Miércoles Jueves Viernes Sábado Domingo",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    "nl": "Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag",
    "sv": "Måndag Tisdag Onsdag Torsdag Fredag Lördag Söndag",
    "da": "Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag",
    "nb": "Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag",
    "fi": "Maanantai Tiistai Keskiviikko Torstai Perjantai Lauantai Sunnuntai",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
}
_FOLIOS = {
    "zh-Hans": ("{y}年{m}月{d}日 {weekday} 第{page}版", "{page}　{y}年{m}月{d}日　{weekday}"),
    "zh-Hant": ("{y}年{m}月{d}日 {weekday} {page}版", "{page}　{y}年{m}月{d}日　{weekday}"),
    "ja": ("{y}年{m}月{d}日 {weekday}　{page}面", "{page}　{y}年{m}月{d}日　{weekday}"),
    "ko": ("{y}년 {m}월 {d}일 {weekday} {page}면",),
    "en": ("{weekday}, {month} {d}, {y} Page {page}", "{page} | {weekday}, {month} {d}, {y}"),
    "de": ("{weekday}, {d}. {month} {y} · Seite {page}",),
    "fr": ("{weekday} {d} {month} {y} — Page {page}",),
    "it": ("{weekday} {d} {month} {y} · Pagina {page}",),
    "es": ("{weekday} {d} de {month} de {y} · Página {page}",),
    "tr": ("{d} {month} {y} {weekday} · Sayfa {page}",),
    "nl": ("{weekday} {d} {month} {y} · Pagina {page}",),
    "sv": ("{weekday} {d} {month} {y} · Sidan {page}",),
    "da": ("{weekday} den {d}. {month} {y} · Side {page}",),
    "nb": ("{weekday} {d}. {month} {y} · Side {page}",),
    "fi": ("{weekday} {d}. {month} {y} · Sivu {page}",),
}
_JUMPS = {
    "zh-Hans": ("（下转第{page}版）", "(下转{page}版)", "（下转第{page}版）"),
    "zh-Hant": ("（下轉第{page}版）", "(下轉{page}版)"),
    "ja": ("＝{page}面に続く", "（{page}面に続く）"),
    "ko": ("▶{page}면에 계속", "(▶{page}면에 계속)"),
    "en": ("(Continued on Page {page})", "See {word}, Page {page}", "Continued on page {page}"),
    "de": ("Fortsetzung auf Seite {page}", "(Fortsetzung Seite {page})"),
    "fr": ("Suite page {page}", "(Suite page {page})"),
    "it": ("(segue a pagina {page})", "Segue a pagina {page}"),
    "es": ("Pasa a la página {page}", "(Pasa a la página {page})"),
    "tr": ("Devamı {page}. sayfada",),
    "nl": ("Lees verder op pagina {page}", "(Vervolg op pag. {page})"),
    "sv": ("Fortsättning på sidan {page}",),
    "da": ("Fortsættes side {page}",),
    "nb": ("Fortsetter side {page}",),
    "fi": ("Jatkuu sivulla {page}",),
}


def _folio(page: Page, random: Random) -> tuple[str, Labels] | None:
    """A folio line that agrees with what the page tells of its issue, or tells it where the page does not."""
    expected = copy.deepcopy(page.expected)
    issue, language = expected["issue"], expected["language"]
    if language not in _FOLIOS or ("date" not in issue and any(each.get("dateline") for each in expected["articles"])):
        return None
    invented = f"{random.randint(1960, 2024)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    date = issue.setdefault("date", invented)
    number = issue.setdefault("page", str(random.randint(2, 12)))
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return None
    year, month, day = map(int, date.split("-"))
    line = random.choice(_FOLIOS[language]).format(
        y=year,
        m=month,
        d=day,
        page=number,
        weekday=_WEEKDAYS[language].split()[_weekday(year, month, day)],
        month=_MONTHS[language].split()[month - 1] if language in _MONTHS else "",
    )
    expected.setdefault("furniture", []).append({"kind": "folio", "text": line})
    return line, expected


def _weekday(year: int, month: int, day: int) -> int:
    """Monday is 0, also where the calendar of `datetime` would do: Zeller's rule."""
    year, month = (year - 1, month + 12) if month < 3 else (year, month)
    return (day + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400 + 5) % 7


def _gaps(page: Page) -> list[int]:
    """The ends of blocks after which a line of the page may stand: not beside a picture, a table or a tag."""
    found = []
    for match in _gap.finditer(page.text):
        before = page.text[page.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        after = page.text[match.end() : match.end() + 4]
        if not re.match(r"\s*(?:!\[|<|\||---)", before) and not re.match(r"!\[|<|\||---", after):
            found.append(match.start())
    return found


def _put_between(page: Page, random: Random, line: str) -> Page | None:
    gaps = _gaps(page)
    if not gaps:
        return None
    at = random.choice(gaps)
    return _changed(page, f"{page.text[:at]}\n\n{line}{page.text[at:]}")


def folio_line(page: Page, random: Random) -> Page | None:
    """A folio line stands between two blocks or between the halves of a paragraph."""
    made = _folio(page, random)
    if made is None:
        return None
    put = _cut_round if random.random() < 0.5 else _put_between
    changed = put(page, random, made[0])
    return changed and _changed(changed, changed.text, made[1])


def page_marker(page: Page, random: Random) -> Page | None:
    """A tool's mark of a new page stands between two blocks or between the halves of a paragraph."""
    number = page.expected["issue"].get("page")
    marks = ["---", "***"] + ([f"<!-- page {number} -->"] if number else [])
    line = random.choice(marks)
    put = _cut_round if random.random() < 0.5 else _put_between
    changed = put(page, random, line)
    if changed is None:
        return None
    expected = copy.deepcopy(page.expected)
    expected.setdefault("furniture", []).append({"kind": "page-marker", "text": line})
    return _changed(changed, changed.text, expected)


def stray_page_number(page: Page, random: Random) -> Page | None:
    """The page's own number stands alone between two blocks."""
    number = page.expected["issue"].get("page")
    if not number:
        return None
    line = random.choice(("{}", "- {} -", "· {} ·")).format(number)
    changed = _put_between(page, random, line)
    if changed is None:
        return None
    expected = copy.deepcopy(page.expected)
    expected.setdefault("furniture", []).append({"kind": "folio", "text": line})
    return _changed(changed, changed.text, expected)


def jump_line(page: Page, random: Random) -> Page | None:
    """A story ends with the words that send its reader to another page, glued to its end or on a line of their own."""
    language = page.expected["language"]
    spans = paragraphs(page) if language in _JUMPS else []
    random.shuffle(spans)
    for span in spans:
        article = page.expected["articles"][span.article]
        last = article.get("body", ())[-1]["text"].translate(_to_half)
        ends = page.text[span.start : span.end].translate(_to_half) == last and _next_story_follows(page, span)
        if not ends or article["kind"] != "article" or article.get("jump"):
            continue
        number = str(random.randint(2, 16))
        word = max(re.findall(r"\w+", article["headline"]), key=len, default="STORY").upper()
        line = random.choice(_JUMPS[language]).format(page=number, word=word)
        glue = random.choice((_break(page), "" if _cjk.search(line) else " "))
        end = page.text.find("\n", span.end)
        end = len(page.text) if end < 0 else end
        if page.text[span.end : end].strip():  # a signature stands at the end of the line
            glue = _break(page)
        expected = copy.deepcopy(page.expected)
        expected["articles"][span.article]["jump"] = {"direction": "to", "page": number}
        expected.setdefault("furniture", []).append({"kind": "jump", "text": line})
        return _changed(page, page.text[:end].rstrip(" ") + glue + line + page.text[end:], expected)
    return None


def _next_story_follows(page: Page, span: Span) -> bool:
    """Whether after the line of a paragraph the page ends or the heading of another story stands."""
    end = page.text.find("\n", span.end)
    rest = page.text[end:].strip() if end >= 0 else ""
    if not rest:
        return True
    line = rest.partition("\n")[0]
    text = line.strip("#* ").translate(_to_half)
    others = [each for number, each in enumerate(page.expected["articles"]) if number != span.article]
    first = {(each.get("heading_lines") or [each.get("rubric", "")])[0].translate(_to_half) for each in others}
    return line[:1] in "#*" and text in first


# Marks and their width


def half_width(page: Page, random: Random) -> Page | None:
    """A tool wrote the marks of Chinese half width, as the tool of the real page does."""
    mark = rf"(?<=[{_HAN}])[，；：？！](?=\S|\n|\Z)|[，；：？！](?=[{_HAN}])"
    return _rewidth(page, mark, _to_half, r"（[^（）()\n]*）")


def full_width(page: Page, random: Random) -> Page | None:
    """A tool wrote the marks of Chinese full width."""
    return _rewidth(page, rf"(?<=[{_HAN}])[,;:?!](?=[{_HAN}])", _to_wide, r"\((?![^()\n]*\\)[^（）()\n]*\)")


def _rewidth(page: Page, mark: str, table: dict[int, int], bracket: str) -> Page | None:
    """The page with its marks in the other width where the script about them is Chinese and leaves no doubt."""
    if not page.expected["language"].startswith("zh"):
        return None
    text = re.sub(mark, lambda match: match[0].translate(table), page.text)
    text = re.sub(bracket, lambda match: _bracket(match, table), text)
    lines = [
        after if not re.search(r"https?:|www\.|@|!\[|<", before) else before
        for before, after in zip(page.text.split("\n"), text.split("\n"), strict=True)
    ]
    text = "\n".join(lines)
    expected = _as_printed(page, text)
    return None if expected is None or text == page.text else _changed(page, text, expected)


def _bracket(match: re.Match[str], table: dict[int, int]) -> str:
    inner = match[0][1:-1]
    if not inner or not _cjk.fullmatch(inner[0]) or not _cjk.fullmatch(inner[-1]):
        return match[0]
    return match[0][0].translate(table) + inner + match[0][-1].translate(table)


def _as_printed(page: Page, text: str) -> Labels | None:
    """The expectation, with the fields that repeat the print as the new text has them; None where one is in doubt."""
    expected = copy.deepcopy(page.expected)
    holders: list[tuple[Labels, str]] = [(each, "text") for each in expected.get("furniture", ())]
    holders.append((expected["issue"], "section"))
    for article in expected["articles"]:
        holders += [(article[key], "text") for key in ("byline", "dateline") if article.get(key)]
        holders += [(photo, "credit") for photo in article.get("photos", ())]
    for holder, key in holders:
        printed = holder.get(key) or ""
        if not any(c in _WIDE_MARKS + _HALF_MARKS for c in printed):
            continue
        places = {text[match.start() : match.end()] for match in re.finditer(re.escape(printed), page.text)}
        if len(places) != 1:
            return None
        holder[key] = places.pop()
    return None if _half_width_expected(expected) else expected


def _half_width_expected(expected: Labels) -> bool:
    """Whether a text that a reader sees in full width stands in the expectation with a half-width mark after all."""
    texts = [item["text"] for article in expected["articles"] for item in article.get("body", ())]
    texts += [line for article in expected["articles"] for line in article.get("heading_lines", ())]
    return any(re.search(rf"[{_HAN}][,;:?!()]|[,;:?!()][{_HAN}]", text) for text in texts)


def escaped_marks(page: Page, random: Random) -> Page | None:
    """A tool put backslashes before brackets and underscores, and wrote & as an entity."""

    def escape(line: str) -> str:
        if re.search(r"[<>|$\\`]|!\[|\]\(|https?:|www\.|^\s*[\[{]", line):
            return line
        line = re.sub(marks, r"\\\g<0>", line)
        line = re.sub(r"(?<=\w)_(?=\w)", r"\\_", line)
        return line.replace("&", "&amp;") if not re.search(r"&#?\w+;", line) else line

    marks = random.choice((r"[()]", r"[()\[\]]", r"[()\[\]!+]"))
    text = "\n".join(map(escape, page.text.split("\n")))
    return None if text == page.text else _changed(page, text)


# Headings


def missing_heading_marks(page: Page, random: Random) -> Page | None:
    """One heading in some has lost its mark, or is only bold."""
    every = random.randint(2, 4)
    bold = random.random() < 0.5
    headings = list(_heading.finditer(page.text))[random.randrange(every) :: every]
    if not headings:
        return None
    text = page.text
    for match in reversed(headings):
        start = match.start() - len(page.text[: match.start()]) + len(page.text[: match.start()].rstrip("\n"))
        end = match.end() + len(page.text[match.end() :]) - len(page.text[match.end() :].lstrip("\n"))
        inner = match[2].strip("*")
        line = f"**{inner}**" if bold and "*" not in inner else match[2]
        text = text[:start] + ("\n\n" if start else "") + line + "\n\n" + text[end:]
    return _changed(page, text)


def one_heading_level(page: Page, random: Random) -> Page | None:
    """All headings of the page have one level."""
    level = "#" * random.randint(1, 3)
    text = _heading.sub(lambda match: f"{level} {match[2]}", page.text)
    return None if text == page.text else _changed(page, text)


def shuffled_heading_levels(page: Page, random: Random) -> Page | None:
    """The levels of the headings mean nothing."""
    text = _heading.sub(lambda match: "#" * random.randint(1, 3) + f" {match[2]}", page.text)
    return None if text == page.text else _changed(page, text)


def spaces_dropped_in_headings(page: Page, random: Random) -> Page | None:
    """Two clauses of a Chinese heading run together."""
    expected = copy.deepcopy(page.expected)
    text = page.text
    for match in _heading.finditer(page.text):
        line = match[2]
        joined = re.sub(rf"(?<=[{_HAN}”])[ 　]+(?=[{_HAN}“])", "", line)
        owners = [each for each in expected["articles"] if line in each.get("heading_lines", ())]
        if joined == line or len(owners) != 1 or text.count(line) != 1:
            continue
        text = text.replace(line, joined)
        owner = owners[0]
        for key in ("kicker", "headline"):
            if key in owner:
                owner[key] = owner[key].replace(line, joined)
        for key in ("subheads", "heading_lines"):
            owner[key] = [each.replace(line, joined) for each in owner.get(key, ())]
    return None if text == page.text else _changed(page, text, expected)


# White space


def doubled_blank_lines(page: Page, random: Random) -> Page | None:
    """Two empty lines where there was one."""
    text = re.sub(r"\n\n+", "\n\n\n", page.text)
    return None if text == page.text else _changed(page, text)


def trailing_spaces(page: Page, random: Random) -> Page | None:
    """Two spaces at the ends of lines."""
    text = re.sub(r"(?<=\S)\n", "  \n", page.text)
    return None if text == page.text else _changed(page, text)


def br_between_printed_lines(page: Page, random: Random) -> Page | None:
    """`<br>` where the lines of a block break."""
    tag = random.choice(("<br>", "<br>\n", "<br/>"))
    lines = page.text.split("\n")
    out = lines[0]
    for before, after in pairwise(lines):
        plain = before.strip() and after.strip() and not _marked_line(before) and not _marked_line(after)
        out = out.rstrip(" ") + tag + after if plain else f"{out}\n{after}"
    return None if out == page.text else _changed(page, out)


NOISES: tuple[Noise, ...] = (  # in the order in which they are put on a page
    half_width,
    full_width,
    spaces_dropped_in_headings,
    jump_line,
    column_breaks,
    picture_in_a_column_break,
    folio_line,
    page_marker,
    stray_page_number,
    missing_heading_marks,
    one_heading_level,
    shuffled_heading_levels,
    escaped_marks,
    br_between_printed_lines,
    doubled_blank_lines,
    trailing_spaces,
)


def variant(folder: Path, number: int) -> Variant:
    """A page with two to four noises; the same for the same folder name and number."""
    random = Random(f"{folder.name}/{number}")
    page = load(folder)
    wanted = random.randint(2, 4)
    drawn = random.sample(range(len(NOISES)), len(NOISES))
    chosen = sorted([at for at in drawn if NOISES[at](page, Random(0)) is not None][:wanted])
    put = []
    for at in chosen:
        if changed := NOISES[at](page, random):
            page = changed
            put.append(NOISES[at].__name__)
    return Variant(folder.name, number, tuple(put), page)


def reading_of_text(text: str) -> Labels:
    """What the parser finds in a text, as the JSON record."""
    built: Labels = msgspec.to_builtins(read(to_source("page.txt", text.encode(), SourceFolder(folder="."))))
    return built


def is_kept(found: Labels) -> bool:
    """Whether every character that was read is placed or furniture."""
    counts = found["characters"]
    return bool(counts["read"] == counts["placed"] + counts["furniture"] + counts["dropped"] and counts["dropped"] == 0)


class Result(msgspec.Struct, frozen=True):
    variant: Variant
    found: Labels
    scores: Scores

    @property
    def kept(self) -> bool:
        return is_kept(self.found)


def results(numbers: Iterable[int], filters: Iterable[str] = ()) -> Iterator[Result]:
    """The readings of the variants with these numbers of the corpus pages whose names hold one of the filters."""
    numbers = list(numbers)
    for folder in pages(filters):
        for number in numbers:
            made = variant(folder, number)
            found = reading_of_text(made.page.source)
            yield Result(made, found, score(made.page.expected, found))


def _keys(result: Result, by: str) -> Sequence[str]:
    if by == "noise":
        return result.variant.noises
    return (result.variant.name,) if by == "page" else (str(result.variant.page.expected[by]),)


def _print_groups(every: Sequence[Result], by: str) -> None:
    shown = FIRST[:11]
    groups: dict[str, list[Scores]] = defaultdict(list)
    for result in every:
        for key in _keys(result, by):
            groups[key].append(result.scores)
    print(" " * 46 + " ".join(f"{name[:10]:>10}" for name in shown))
    for key, group in sorted(groups.items(), key=lambda entry: total(entry[1])["paragraph"].score):
        summed = total(group)
        print(f"{key[:40]:40} {len(group):4} " + " ".join(f"{summed[name].score:10.3f}" for name in shown))


def _print_table(every: Sequence[Result], plain: Scores, *, rules: bool) -> None:
    whole = total(result.scores for result in every)
    print(f"{'':24}  noise  without")
    for name in (*FIRST, *(name for name in sorted(set(whole) - set(FIRST)) if rules or " by " not in name)):
        tally = whole[name]
        counts = f"{tally.hits:6g} of {tally.expected:g} expected, {tally.found:g} found"
        print(f"{name:24} {tally.score:6.3f}   {plain[name].score:6.3f}   {counts}")
    kept = sum(result.kept for result in every)
    print(f"{'kept whole':24} {kept / max(len(every), 1):6.3f}            {kept} of {len(every)} pages")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--variants", type=int, default=10, metavar="N", help="of each page")
    parser.add_argument("--by", choices=("dialect", "language", "noise", "page"))
    parser.add_argument("--rules", action="store_true", help="how often each rule is right in what it says")
    parser.add_argument("--show", action="store_true", help="print what differs, variant by variant")
    parser.add_argument("filters", nargs="*", metavar="FILTER")
    options = parser.parse_args()
    every = list(results(range(options.variants), options.filters))
    if options.show:
        for result in every:
            print(f"== {result.variant.name} {result.variant.number}: {', '.join(result.variant.noises)}")
            print("\n".join(differences(result.variant.page.expected, result.found)))
    if options.by:
        _print_groups(every, options.by)
    plain = total(score(expected_of(folder), reading_of_text(load(folder).source)) for folder in pages(options.filters))
    _print_table(every, plain, rules=options.rules)
    drawn = Counter(noise for result in every for noise in result.variant.noises)
    print("noises put: " + ", ".join(f"{name} {count}" for name, count in sorted(drawn.items())))


if __name__ == "__main__":
    main()
