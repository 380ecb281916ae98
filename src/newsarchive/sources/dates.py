"""Dates as papers print them -> ISO 8601: numeric, Chinese, Japanese, Korean, with month names, years of an era."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

Found = tuple[str, int, int]
"""ISO date, and where it starts and ends in the text."""

FIRST_YEAR, LAST_YEAR = 1600, 2100

# What to add to the year of an era to get the common one.
ERAS = {
    "中華民國": 1911, "中华民国": 1911, "民國": 1911, "民国": 1911,
    "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
    "康德": 1933, "檀紀": -2333, "단기": -2333, "檀君紀元": -2333,
}  # fmt: skip

# One month a line: English, German, French, Italian, Spanish, Portuguese, Dutch, Turkish, Swedish, Danish and
# Norwegian, Finnish, Polish, Russian; written without accents, as `_fold` leaves them.
MONTHS = """
january jan jany januar janner jaenner janvier janv gennaio genn gen enero ene janeiro januari ocak oca tammikuuta \
tammikuu stycznia styczen января
february feb feby febr februar feber fevrier fevr fev febbraio febbr febrero fevereiro februari subat sub helmikuuta \
helmikuu lutego luty февраля
march mar marz maerz mrz mars marzo marco maart mart mrt maaliskuuta maaliskuu marca marzec марта
april apr apl avril avr aprile abril abr nisan nis huhtikuuta huhtikuu kwietnia kwiecien апреля
may mai maggio magg mag mayo maio mei maj mayis toukokuuta toukokuu maja мая
june jun juni juin giugno giu junio junho haziran haz kesakuuta kesakuu czerwca czerwiec июня
july jul juli juillet juil luglio lug julio julho temmuz tem heinakuuta heinakuu lipca lipiec июля
august aug agosto ago aout agustos augustus augusti elokuuta elokuu sierpnia sierpien августа
september sep sept septr septembre settembre sett set septiembre setiembre setembro eylul eyl syyskuuta syyskuu \
wrzesnia wrzesien сентября
october oct octr oktober okt octobre ottobre ott octubre outubro out ekim eki lokakuuta lokakuu pazdziernika \
pazdziernik октября
november nov novr novembre noviembre novembro kasim kas marraskuuta marraskuu listopada listopad ноября
december dec decr dezember dez decembre dicembre dic diciembre dezembro aralik ara desember des joulukuuta joulukuu \
grudnia grudzien декабря
"""

# What may stand beside a date without being part of it.
WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
lundi mardi mercredi jeudi vendredi samedi dimanche
lunedi martedi mercoledi giovedi venerdi sabato domenica
lunes martes miercoles jueves viernes sabado domingo
pazartesi sali carsamba persembe cuma cumartesi pazar
mandag tirsdag onsdag torsdag fredag lordag sondag mandag tisdag lordag
fredagen lordagen sondagen mandagen tisdagen onsdagen torsdagen
maanantai maanantaina tiistai tiistaina keskiviikko keskiviikkona torstai torstaina perjantai perjantaina
lauantai lauantaina sunnuntai sunnuntaina segunda terca quarta quinta sexta sabado domingo
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
BESIDE_DATES = "the le la el il den der dem am on"
_CJK_WEEKDAY = r"(?:星期|周|週|礼拜|禮拜|曜)[一二三四五六日天]|[日月火水木金土](?:曜日?|曜)|[일월화수목금토]요일"
_TIME = r"[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?"

_NUMERALS = "0-9〇零○Oo一二三四五六七八九十廿卅卌百元"
_ASIDE = r"(?:\s{0,3}\([^()\n]{1,12}\))?"  # 昭和26年(1951年)3月5日
_ERA = "|".join(sorted(ERAS, key=len, reverse=True))
_WORD = r"(?P<month>[^\W\d_]{3,14})"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|\.)?"


def parse_date(text: str, *, roc: bool = False) -> str | None:
    """The ISO date that `text` is, in any form of `FORMS`, or None. A weekday or a time of day beside it may stand.

    `roc` reads a year of two or three digits before 年 as one of the Republic of China (114年11月28日 is 2025-11-28).
    """
    found = find_date(text, roc=roc)
    if found is None:
        return None
    iso, start, end = found
    rest = f"{text[:start]} {re.sub(_TIME, ' ', text[end:], count=1)}"
    return iso if _says_nothing_more(rest) else None


def find_date(text: str, *, roc: bool = False) -> Found | None:
    """The first date inside `text`: (ISO date, start, end), or None. Dates without a year are not found."""
    if not _A_YEAR.search(text):
        return None
    plain = text if text.isascii() else text.translate(_PLAIN)
    forms = FORMS if _FOUR_DIGITS.search(plain) else FORMS[:1]
    found = (hit for form in forms for hit in form(plain, roc))
    return min(found, key=lambda hit: (hit[1], -hit[2]), default=None)


def iso_date(year: int, month: int, day: int) -> str | None:
    """`2023-11-24`, or None where there was no such day between 1600 and 2100."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def number(numeral: str) -> int | None:
    """The number that ASCII digits or Chinese numerals spell (廿四 24, 二〇二三 2023, 元 1); None for anything else."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if numeral == "元":
        return 1
    if not numeral or any(character not in _VALUES and character not in _TENS for character in numeral):
        return None
    if not any(character in _TENS for character in numeral):
        return int("".join(str(_VALUES[character]) for character in numeral))
    total, pending = 0, 0
    for character in numeral:
        if character in "十百":
            total, pending = total + max(pending, 1) * _TENS[character], 0
        elif character in _TENS:
            total, pending = total + _TENS[character], 0
        else:
            pending = pending * 10 + _VALUES[character]
    return total + pending


def _cjk(plain: str, roc: bool) -> Iterator[Found]:
    """2023年11月24日, 一九五一年三月五日, 民國112年11月24日, 昭和26年3月5日, 2023년 11월 24일."""
    if not ("年" in plain and "月" in plain) and "년" not in plain:
        return
    for match in _CJK.finditer(plain):
        era, *numerals = match.group("era", "year", "month", "day")
        year, month, day = (number(numeral) for numeral in numerals)
        if year is None or month is None or day is None:
            continue
        if era:
            year += ERAS[era]
        elif roc and year < 200:
            year += ERAS["民國"]
        iso = iso_date(year, month, day)
        if iso:
            yield iso, match.start(), match.end()


def _numeric(order: str, pattern: str) -> Callable[[str, bool], Iterator[Found]]:
    """A form of digits only; `order` says which group is which: "ymd", "dmy", or "either" where one must be over 12."""
    compiled = re.compile(pattern)

    def find(plain: str, roc: bool) -> Iterator[Found]:
        for match in compiled.finditer(plain):
            one, two, three = (int(group) for group in match.group("one", "two", "three"))
            triples = {
                "ymd": [(one, two, three)],
                "dmy": [(three, two, one)],
                "either": [(three, two, one)] if one > 12 else [(three, one, two)] if two > 12 or one == two else [],
            }[order]
            for triple in triples:
                iso = iso_date(*triple)
                if iso:
                    yield iso, match.start(), match.end()

    return find


def _named(pattern: str) -> Callable[[str, bool], Iterator[Found]]:
    """A form with the name of a month."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def find(plain: str, roc: bool) -> Iterator[Found]:
        for match in compiled.finditer(plain):
            month = _MONTHS.get(_fold(match["month"]))
            iso = iso_date(int(match["year"]), month, int(match["day"])) if month else None
            if iso:
                yield iso, match.start(), match.end()

    return find


_CJK = re.compile(
    rf"(?:(?P<era>{_ERA})\s{{0,3}}|(?:公元|西元|西暦|西曆)?(?<![{_NUMERALS}]))"
    rf"(?P<year>[{_NUMERALS}]{{1,6}})\s{{0,3}}[年년]{_ASIDE}\s{{0,3}}"
    rf"(?P<month>[{_NUMERALS}]{{1,3}})\s{{0,3}}[月월]\s{{0,3}}(?P<day>[{_NUMERALS}]{{1,4}})\s{{0,3}}[日号號일]"
)

FORMS: tuple[Callable[[str, bool], Iterator[Found]], ...] = (
    _cjk,
    # 2023-11-24, 2023/11/24, 2023. 11. 24.
    _numeric(
        "ymd",
        r"(?<![0-9A-Za-z.])(?P<one>\d{4})(?P<sep>\s?[-/._]\s?)(?P<two>\d{1,2})(?P=sep)(?P<three>\d{1,2})(?!\d|[-/]\d|[.]\d)",
    ),
    # 20231124
    _numeric("ymd", r"(?<![0-9A-Za-z.])(?P<one>\d{4})(?P<two>\d{2})(?P<three>\d{2})(?![0-9A-Za-z])"),
    # 24.11.2023, 5. 3. 1951
    _numeric("dmy", r"(?<![0-9A-Za-z.])(?P<one>\d{1,2})\.\s?(?P<two>\d{1,2})\.\s?(?P<three>\d{4})(?![0-9A-Za-z])"),
    # 24/11/2023 or 11/24/2023; 3/5/1951 is the third of May or the fifth of March, and therefore no date
    _numeric(
        "either",
        r"(?<![0-9A-Za-z/-])(?P<one>\d{1,2})(?P<sep>[-/])(?P<two>\d{1,2})(?P=sep)(?P<three>\d{4})(?![0-9A-Za-z/-])",
    ),
    # 24 November 2023, 24. November 2023, 1er mars 1951, 24 de noviembre de 2023, 24-Nov-2023
    _named(
        rf"(?<![\w])(?P<day>\d{{1,2}}){_ORDINAL}[-\s]{{0,2}}(?:of\s|de\s|d')?\s?{_WORD}\.?,?[-\s]{{0,2}}"
        r"(?:de\s|del\s)?(?P<year>\d{4})(?!\w)"
    ),
    # November 24, 2023; Nov. 24th 2023
    _named(rf"(?<!\w){_WORD}\.?\s{{0,2}}(?P<day>\d{{1,2}}){_ORDINAL}(?:,\s{{0,2}}|\s{{1,2}})(?P<year>\d{{4}})(?!\w)"),
    # 2023 November 24
    _named(rf"(?<!\w)(?P<year>\d{{4}})[.,]?[-\s]{{1,2}}{_WORD}\.?[-\s]{{1,2}}(?P<day>\d{{1,2}})(?!\w)"),
)


def _fold(word: str) -> str:
    """Lower case without accents; the Turkish dotless ı counts as i."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i").replace("ø", "o"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def is_weekday(text: str) -> bool:
    """Whether a text is the whole name of a day of the week, in any of the languages."""
    return len(text) > 4 and _fold(text) in _WEEKDAYS


def _says_nothing_more(rest: str) -> bool:
    words = re.findall(r"\w+", re.sub(_CJK_WEEKDAY, " ", rest))
    return all(_fold(word) in _WEEKDAYS for word in words)


_A_YEAR = re.compile("[0-9０-９]{4}|[年년]")  # what every form needs: most lines of a page have none, and cost nothing
_FOUR_DIGITS = re.compile(r"\d{4}")  # what every form but the first needs
_VALUES = dict(zip("〇零○Oo一二三四五六七八九0123456789", [0, 0, 0, 0, 0, *range(1, 10), *range(10)], strict=True))
_TENS = {"十": 10, "廿": 20, "卅": 30, "卌": 40, "百": 100}
_WEEKDAYS = frozenset([*WEEKDAYS.split(), *BESIDE_DATES.split()])
_MONTHS = {name: number for number, line in enumerate(MONTHS.strip().split("\n"), 1) for name in line.split()}
# Full-width digits, signs and brackets to ASCII, one character for one, so that positions stay.
_PLAIN = str.maketrans("０１２３４５６７８９．／－（），‐‑–—　\u00a0’", "0123456789./-(),----  '")
