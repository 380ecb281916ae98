"""Rule 5. Byline and dateline: found at the head of the lead, on a line of their own, or at the end."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from newsarchive.articles.names import (
    han_people,
    japanese_people,
    korean_people,
    latin_people,
    roles_of,
    split_names,
)
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Byline, Dateline, Person, Role
from newsarchive.sources.dates import is_weekday, number, parse_date

_bracket = re.compile(r"\s*[(（【〔［\[]([^()（）【】〔〕［］\[\]。]{1,120})[)）】〕］\]]")
_han = re.compile(r"[㐀-鿿]").search
_hangul = re.compile(r"[가-힯]").search
_kana = re.compile(r"[぀-ヿ]").search
_bare_latin = re.compile(
    r"(?:[A-ZÀ-ÞŞĞİÇÖÜ][\w'’\-]*\.?|[A-ZÀ-Þ]\.)(?: (?:von|van|de|di|da|del|du|der|af|la|le))?"
    r"(?: [A-ZÀ-ÞŞĞİÇÖÜ][\w'’\-]+| [A-ZÀ-Þ]\.){1,2}\Z"
).match
_bare_japanese = re.compile(
    r"[一-鿿々]{1,3}[ 　]?[一-鿿々]{1,2}(?<=...)\Z|[一-鿿々]{1,3}[ 　][一-鿿々ぁ-んァ-ヶー]{1,4}\Z"
).match
_bullet = re.compile(r"[□■◎●○◆☉⊙]").match
_SLASHES = ("/", "／", "╱", "\\")
_BRACKETS = "()（）[]【】〔〕<> 　"
_HEAD, _TAIL = 260, 160  # characters in which a lead, an end signature stands
_OPENING = 60  # characters among which one of a lead's stands
_line_up = re.compile(r"(?:[A-ZÀ-Þ][\w'’.\-]+(?: \([^)]{1,30}\))?[,;] ){3}").match  # ROVERS: Hobbs, Lane, Pitt, …
_one_word_behind = re.compile(
    r"[(\[]?(?P<word>[A-Za-zğ]+)(?:: ?| )(?P<name>[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?)[)\]]?\Z"
).match
_listing = re.compile(r"\s*[A-ZÀ-Þ][\w'’-]+ [–—•·|] ").match  # Fenster – Türen – Tore
_couple = re.compile(r"[A-ZÀ-Þ]{3,}[.,]").match  # COLE—PRATT. In this city…
_TITLE = r"(?:\((?:Mrs|Mr|Miss|Dr|Ms)\.?\) ?|(?:Mme|Mlle|Mrs|Mr|M|Dr|Prof)\.? )?"
_PLACE = r"(?:[A-ZÀ-ÞŞ][\w'’\-]+|[A-ZÀ-Þ]\.)(?:[ \-](?:[A-ZÀ-ÞŞ][\w'’\-]+|\d+[a-z]?|de|la|le|am|an|der|du|of)){0,3}"
_letter_latin = re.compile(
    rf"{_TITLE}(?:(?:[A-ZÀ-ÞŞ][\w'’\-]*\.? (?:(?:von|van|de|di|da|del|du|der|la) )?){{1,3}}"
    rf"[A-ZÀ-ÞŞ][\w'’\-]+[,.] {_PLACE}(?:, {_PLACE})?"
    rf"|[A-ZÀ-ÞŞ]+(?:(?:[.'’\-] ?| )[A-ZÀ-ÞŞ]+){{0,2}}(?<=[A-ZÀ-Þ]{{3}}),? [A-ZÀ-Þ][a-zß-ÿ][\w'’ ,\-]{{2,40}})\Z"
).match
_pen_name = re.compile(
    r"(?:(?:A|AN|THE|LA|LE|UN|UNE|EL|IL|DER|DIE|EIN|EINE|DE|EEN) )?"
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’\-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’\-]+)?\.|(?:[A-ZÀ-Þ]\. ?){2,3}"
).fullmatch
_initials = re.compile(r"[a-zäöüåøæ]{2,4}(?:/[a-zäöüåøæ]{2,4})?|(?:[A-Za-zÀ-Þ]\. ?){2,3}|[A-ZÅÄÖÆØ]{2,3}").fullmatch
_initials_apart = re.compile(
    r"\(([^()]{2,10})\)|[-–—]([a-zäöüåøæ]{2,4})[-–—]|([a-zà-ÿ]\. ?(?:[a-zà-ÿ]\. ?){1,2})"
).fullmatch
_after_opener = re.compile(r"[\s　]|$|[(（【]").match
_letter_han = re.compile(r"(?P<place>[一-鿿·]{2,16})[\s　]+(?P<name>[一-鿿]{2,3}|[一-鿿][\s　][一-鿿])\Z").match
_no_name = re.compile(r"[，。；：！？“”「」《》\d,;!?%]").search
_month_day = re.compile(
    r"([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日|([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日"
)
_time_of_day = re.compile(r"[—–-]\s?\d{1,2}.*$|\s*\d{1,2}[.:]\d\d.*$")


class Lead(msgspec.Struct, frozen=True):
    """What stands before the first sentence of a story: `end` is where that begins in the text."""

    dateline: Dateline | None
    byline: Byline | None
    end: int
    rule: str
    confidence: float


def read_lead(text: str, patterns: Patterns, issue_date: str | None = None) -> Lead | None:
    """The dateline and signature at the beginning of a text; nothing when it begins with its first sentence.

    A dateline's date is told only where the page tells the year, by `issue_date` or by itself.
    """
    if patterns.lead_sign and not patterns.lead_sign.search(text, 0, _OPENING):
        return None
    return _read_head(text[:_HEAD], patterns, issue_date)


@lru_cache(maxsize=1024)
def _read_head(text: str, patterns: Patterns, issue_date: str | None) -> Lead | None:
    head = text
    for match_lead in patterns.byline_leads:
        if match := match_lead(head):
            return _from_pattern(text, match, patterns, issue_date)
    dateline, at, agency = _dateline(head, patterns, issue_date)
    follows: tuple[Person, ...] = ()
    opener = None if dateline else patterns.byline_openers(head)
    if opener and len(opener[0]) > 6 and opener[0][0] not in "【" and not _after_opener(head, opener.end()):
        opener = None
    start = at
    if opener:
        at = opener.end()
    bracket = _bracket.match(head, at)
    if bracket and not at and bracket[0].lstrip()[0] == "【" and not roles_of(patterns).sign.search(bracket[1]):
        bracket = bracket if patterns.main.script not in ("hans", "hant") else None  # 【关注】 is a rubric
    signature = (
        bracket if bracket and _is_signature(bracket[1], patterns, after_mark=bool(dateline or opener)) else None
    )
    if signature:
        at = signature.end()
    elif (dateline or opener) and (match := patterns.byline_follows(head[at:])):
        follows = people_of(match["names"], patterns, "reporter")
        at += match.end() if follows else 0
    if not (dateline or opener or signature):
        return None
    people = people_of(signature[1], patterns, "reporter") if signature else follows
    known = signature is not None and (signature[1] in patterns.agencies or signature[1] in roles_of(patterns).others)
    if signature and not people and _initials(signature[1]) and not known:
        people = (Person(signature[1], "reporter"),)
    signed = text[start:at].strip()
    byline = Byline(signed, people, _agency(signed, patterns) or agency) if signed else None
    if byline is None and agency:
        byline = Byline(agency, (), agency)
    rule = "dateline" if dateline else "byline-opener" if opener else "signature-in-brackets"
    return Lead(dateline, byline, _skip(text, at), rule, _sure(dateline, opener is not None))


def _sure(dateline: Dateline | None, opened: bool) -> float:
    """How often such a lead is right on the labelled pages and their noisy variants (tests/score.py --rules)."""
    if opened:
        return 0.98
    if dateline is None:
        return 0.85
    return 0.88 if dateline.date or any(c.isdigit() or c in _BRACKETS for c in dateline.text) else 0.8


def _skip(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in ":："):
        at += 1
    return at


def _dateline(head: str, patterns: Patterns, issue_date: str | None) -> tuple[Dateline | None, int, str | None]:
    for match_dateline in patterns.datelines:
        if match := match_dateline(head):
            groups = match.groupdict()
            place = (groups.get("place") or "").strip() or None
            agency = (groups.get("agency") or "").strip() or None
            after = head[match.end() :].lstrip()
            names = _couple(after) or _line_up(after)
            plain = not (groups.get("date") or agency)
            if plain and (names or patterns.is_no_place(place or "") or is_weekday(place or "")):
                continue
            if plain and (_abbreviates(place or "", patterns) or _listing(head[match.end() :])):
                continue
            folded = roles_of(patterns).agencies_folded
            known = agency if {(agency or "").casefold(), (agency or "").replace(".", "").casefold()} & folded else None
            date = iso_date(groups.get("date") or "", issue_date)
            if agency and not known and (at := _initials_behind(match[0], agency)):  # HOLZBACH (wr)
                return Dateline(match[0][:at].strip(), place, date), at, None
            return Dateline(match[0].strip(), place, date), match.end(), known
    return None, 0, None


def _initials_behind(printed: str, agency: str) -> int:
    """Where a bracket with small initials begins that ends a dateline; 0 when there is none."""
    behind = printed.rstrip().endswith(f"({agency})") and agency.islower() and _initials(agency)
    return printed.rindex("(") if behind else 0


def _abbreviates(place: str, patterns: Patterns) -> bool:
    """Whether the stop behind some words belongs to a title: Landrat Dr. Wegner sprach."""
    return patterns.main.script == "latn" and place.split(" ")[-1] in patterns.abbreviations


def iso_date(text: str, issue_date: str | None) -> str | None:
    """A day as printed -> ISO 8601, in the year of the issue; nothing where neither tells a year."""
    if not text:
        return None
    if plain := parse_date(text):
        return plain
    if not issue_date:
        return None
    year = int(issue_date[:4])
    digits = text.translate({0xFF10 + n: str(n) for n in range(10)})
    if match := _month_day.search(digits):
        if match[3]:
            return _day_of_month(number(match[3]) or 0, issue_date)
        return _near(match[1], match[2], issue_date)
    cleaned = _time_of_day.sub("", text).strip(" .,")
    if not any(c.isdigit() for c in cleaned):
        return None
    if cleaned.isdigit() and len(cleaned) <= 2:
        return _day_of_month(int(cleaned), issue_date)
    for each in (year, year - 1):
        found = parse_date(f"{cleaned} {each}") or parse_date(f"{cleaned}, {each}")
        if found and found <= issue_date:
            return found
    return None


def _day_of_month(day: int, issue_date: str) -> str | None:
    """The last such day of a month that is not after the issue: Roma, 26."""
    issue_year, issue_month = int(issue_date[:4]), int(issue_date[5:7])
    before = (issue_year - (issue_month == 1), (issue_month - 2) % 12 + 1)
    for year, month in ((issue_year, issue_month), before):
        found = parse_date(f"{year:04d}-{month:02d}-{day:02d}")
        if found and found <= issue_date:
            return found
    return None


def _near(month_text: str, day_text: str, issue_date: str) -> str | None:
    """The last such day that is not after the issue."""
    month, day = number(month_text), number(day_text)
    if month is None or day is None:
        return None
    for year in (int(issue_date[:4]), int(issue_date[:4]) - 1):
        found = parse_date(f"{year:04d}-{month:02d}-{day:02d}")
        if found and found <= issue_date:
            return found
    return None


def _from_pattern(text: str, match: re.Match[str], patterns: Patterns, issue_date: str | None) -> Lead:
    """A lead that one pattern knows whole; where it holds a dateline apart from the names, it is told."""
    groups = match.groupdict()
    whole = match[0].strip()
    dateline = None
    if groups.get("dateline") or groups.get("place"):
        printed = (groups.get("dateline") or "").strip()
        if printed:
            dateline = Dateline(printed, groups.get("place"), iso_date(groups.get("date") or "", issue_date))
            if whole.startswith(printed):
                whole = whole[len(printed) :].strip()
    end = match.end()
    if dateline is None and not groups.get("place"):
        dateline, length, _ = _dateline(text[end : end + 200].lstrip(), patterns, issue_date)
        end += length + (len(text[end:]) - len(text[end:].lstrip()) if length else 0)
    names = groups.get("names") or ""
    people = people_of(names, patterns, "reporter") if names else ()
    agency = groups.get("agency") or _agency(whole, patterns)
    return Lead(dateline, Byline(whole, people, agency), _skip(text, end), "byline-lead", 0.88)


def _is_signature(text: str, patterns: Patterns, *, after_mark: bool) -> bool:
    """Whether the words in brackets sign: they hold a role word, or after a dateline nothing but names."""
    if roles_of(patterns).sign.search(text):
        return (after_mark and len(text) < 60) or (bool(people_of(text, patterns, "reporter")) and len(text) < 60)
    if after_mark and patterns.main.script == "latn":
        return _initials(text) is not None
    if patterns.main.script == "jpan" and not after_mark:
        return False
    names = split_names(text)
    if not after_mark:  # （张若望）: a known family name, and nothing else
        return 0 < len(names) <= 2 and len(text) <= 8 and sum(map(len, names)) == len(re.sub(r"[\s　、]", "", text))
    return bool(names) and len(text) <= 20


@lru_cache(maxsize=1024)
def people_of(text: str, patterns: Patterns, alone: Role, *, letter: bool = False) -> tuple[Person, ...]:
    """The people who sign in a text; `alone` is the role of names without a role word."""
    if _hangul(text) or (patterns.main.script == "kore" and _han(text)):
        return korean_people(text, patterns, alone)
    if _kana(text) or (patterns.main.script == "jpan" and _han(text)):
        return japanese_people(text, patterns, alone)
    if _han(text):
        return han_people(text, patterns, alone)
    return latin_people(text, patterns, alone, letter=letter)


def credit_people(text: str, patterns: Patterns) -> tuple[Person, ...]:
    """The people of a picture credit: reporters who took one are photographers, a paper behind a slash not."""
    name, _, paper = text.rpartition("/")
    if name and patterns.main.script == "latn" and patterns.paper_line(paper.strip(" ().")):
        text = name
    people = people_of(text, patterns, "photographer") or _surname(text, patterns)
    taken = ("reporter", "correspondent") if "文" in text else ("reporter", "correspondent", "author")
    return tuple(
        dict.fromkeys(Person(each.name, "photographer" if each.role in taken else each.role) for each in people)
    )


def _surname(text: str, patterns: Patterns) -> tuple[Person, ...]:
    """The one name behind the word of a credit, unless it is a source: Foto: Lindner; not Foto: Archiv."""
    match = _one_word_behind(text) if patterns.main.script == "latn" else None
    if match is None or roles_of(patterns).before_folded.get(match["word"].casefold()) != "photographer":
        return ()
    name, roles = match["name"], roles_of(patterns)
    known = name in roles.others or name.casefold() in roles.agencies_folded or patterns.credit_line(name)
    return () if known or name.casefold() in roles.before_folded else (Person(name, "photographer"),)


def signature(text: str, patterns: Patterns, alone: Role = "reporter") -> Byline:
    """A signature that stands by itself, as a byline."""
    if patterns.main.script == "latn" and (initials := initials_alone(text, patterns)):
        return Byline(text, (Person(initials, "reporter"),))
    names: str | None = text
    signed = text
    for match_line in patterns.byline_lines:
        if match := match_line(text):
            groups = match.groupdict()
            if patterns.main.script == "jpan" or not (_han(text) or _hangul(text)):
                names = groups.get("names") or (text if patterns.main.script == "jpan" else None)
            elif groups.get("names") and text[match.end("names") :].lstrip()[:1] in _SLASHES:
                signed = text[: match.end("names")]  # behind the slash stand the place and the paper
            break
    if alone == "reporter" and _bullet(text) and not roles_of(patterns).sign.search(text):
        alone = "author"  # a name behind a bullet without a role word signs an essay
    if patterns.main.script == "kore" and alone == "reporter" and not roles_of(patterns).korean_sign.search(text):
        alone = "author"  # 최아란·해송시 남구
    letter = alone == "author" and not _han(text)
    if _bullet(text) and _han(text) and not roles_of(patterns).sign.search(text):
        inner = patterns.beside_names("", text).lstrip("□■◎●○◆☉⊙ 　")
        return Byline(text, tuple(Person(name, alone) for name in split_names(inner, strict=False)))
    if letter_han := _letter_han(text) if alone == "author" else None:
        names = letter_han["name"]
    names = signed if names is text else names
    people = people_of(names, patterns, alone, letter=letter) if names else ()
    if names not in (None, text, signed) and alone != "author":  # a role word may stand before or after the names
        people = people_of(text, patterns, alone) or people
    if not people and is_pen_name(text):
        people = (
            (Person(text.rstrip("."), alone),) if text[-2:-1].isalpha() and len(text) > 6 else (Person(text, alone),)
        )
    return Byline(text, people, _agency(text, patterns))


def is_bare_name(text: str, patterns: Patterns) -> bool:
    """Whether a line is nothing but a name or two, as a signature without any word."""
    if len(text) > 40 or not text or _no_name(text):
        return False
    if patterns.main.script in ("hans", "hant") and _han(text) and not _kana(text):
        tokens = text.replace("　", " ").split()
        if len("".join(tokens)) > 8 or any(len(token) > 4 for token in tokens):
            return False
        if len(tokens) == 1 and len(text) not in (2, 3, 4):
            return False
        known, all_names = split_names(text), split_names(text, strict=False)
        spaced = "　" in text or len(tokens) > 1
        return bool(known) and (known == all_names or spaced) and sum(map(len, all_names)) == len("".join(tokens)) <= 9
    if patterns.main.script == "jpan":
        is_known = patterns.rubric(text) is not None
        return _bare_japanese(text) is not None and not is_known and text not in roles_of(patterns).others
    if patterns.main.script == "latn":
        name = patterns.beside_names("", text).strip()  # Jane Smith in Ostmouth
        return (
            not name.isupper() and bool(_bare_latin(name)) and name.casefold() not in roles_of(patterns).agencies_folded
        )
    return False


_in_capitals = re.compile(
    r"(?:\((?:Mrs|Miss|Mr|Dr|Ms)\.?\) )?[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*){1,3}\Z"
).match


def is_name_in_capitals(text: str) -> bool:
    """Whether a line has the form of a name in capitals: ADA THORNE, (Mrs.) J. PITT. So has many a headline."""
    return _in_capitals(text) is not None


def is_pen_name(text: str) -> bool:
    """Whether a line is a name as correspondents of old papers signed: VIATOR., A SUBSCRIBER., W. T."""
    return len(text) < 30 and _pen_name(text) is not None


def is_initials(text: str, patterns: Patterns) -> bool:
    """Whether a text is nothing but initials that sign: kar, M. J., but no agency and no word that is no name."""
    return _initials(text) is not None and text not in patterns.agencies and text not in roles_of(patterns).others


def initials_alone(text: str, patterns: Patterns) -> str | None:
    """The initials that a line in Latin script holds and nothing else, in brackets, between hyphens or with stops in
    small letters: (kar), -kar-, m. j."""
    match = _initials_apart(text)
    found = match[match.lastindex or 0] if match else ""
    return found if found and is_initials(found, patterns) else None


def is_letter_signature(text: str, patterns: Patterns) -> bool:
    """Whether a line is a name with an address: Irmgard Toller, Altenbrück; 机床厂金工车间 马四海."""
    if len(text) > 60:
        return False
    if patterns.main.script in ("hans", "hant"):
        if patterns.reader(text):
            return True
        match = _letter_han(text)
        if match:
            return bool(split_names(match["name"]))
        return False
    return patterns.main.script == "latn" and bool(_letter_latin(text))


def find_end(text: str, patterns: Patterns, *, brief: bool = False) -> tuple[int, Byline] | None:
    """Where the signature at the end of a text begins, and what it says."""
    if text[-1:] in "。！？":
        return None
    start = max(len(text) - _TAIL, 0)
    found = _find_in_tail(text[start:], patterns, brief, start > 0)
    return (start + found[0], found[1]) if found else None


@lru_cache(maxsize=1024)
def _find_in_tail(text: str, patterns: Patterns, brief: bool, cut: bool) -> tuple[int, Byline] | None:
    if text[-1:].isalpha() and patterns.main.script in ("hans", "hant") and not _may_sign(text[-40:], patterns):
        return None
    tail_at = 0
    brief = brief and patterns.main.script not in ("jpan", "kore")
    for search in patterns.byline_ends:
        match = search(text, tail_at)
        if match and (match.start() > 0 or cut):
            groups = match.groupdict()
            printed = match[0].strip()
            if patterns.author_note(printed) or patterns.not_signature(printed.strip(_BRACKETS)):
                continue
            at = match.start() + (len(match[0]) - len(match[0].lstrip()))
            if names := groups.get("names") or groups.get("author"):
                role: Role = "author" if groups.get("author") else "correspondent" if brief else "reporter"
                people = people_of(names, patterns, role)
                if patterns.main.script == "latn" and not people and is_pen_name(names):
                    people = (Person(names.rstrip(".") if len(names) > 6 else names, "correspondent"),)
                if patterns.main.script == "latn" and _initials(names) and names not in roles_of(patterns).others:
                    known = names in patterns.agencies or names.casefold() in roles_of(patterns).agencies_folded
                    people = () if known else (Person(names, "reporter"),)
                return at, Byline(printed, people, groups.get("agency") or _agency(printed, patterns))
            return at, signature(printed, patterns, "correspondent" if brief else "reporter")
    if patterns.main.script in ("hans", "hant") and text[-1:] in ")）":
        at = max(text.rfind("("), text.rfind("（"))
        inner = text[at + 1 : -1].strip()
        closed = at > 0 and text[at - 1] in "。！？”」!?…"
        if closed and len(inner) <= 14 and (names := _pen_names(inner, patterns)):
            return at, Byline(text[at:], tuple(Person(name, "correspondent") for name in names))
        if closed and len(inner) <= 20 and (named := _name_before_office(inner, patterns)):
            return at, Byline(text[at:], (Person(named, "correspondent"),))
        if closed and len(inner) <= 20 and (is_letter_signature(inner, patterns) or _office(inner, patterns)):
            return at, Byline(
                text[at:],
                people_of(letter["name"], patterns, "correspondent")
                if (letter := _letter_han(inner)) and not _office(inner, patterns)
                else (),
            )
    return None


_han_tokens = re.compile(
    r"[一-鿿·]{2,4}(?:[\s　、]+[一-鿿·]{2,4}){0,2}\Z|(?:(?:[一-鿿][\s　]+[一-鿿]|[一-鿿]{2,4})(?:[\s　、]+|\Z)){1,3}\Z"
).match


_han_run = re.compile(r"[一-鿿]{5,9}\Z").match  # 张明赵天华


def _pen_names(text: str, patterns: Patterns) -> list[str]:
    """A name or two in brackets after the last stop, whatever they are, unless they say something known."""
    known_name = len(text) == 3 and split_names(text) == [text]  # 林树声, though 笑声 signs nothing
    if patterns.not_signature(text) and not known_name:
        return []
    if not _han_tokens(text):
        together = split_names(text) if _han_run(text) else []
        return together if len(together) > 1 and "".join(together) == text else []
    roles = roles_of(patterns)
    names = split_names(text, strict=False)
    return (
        []
        if any(name in roles.others or name in roles.before or name in patterns.agencies for name in names)
        else names
    )


def _name_before_office(text: str, patterns: Patterns) -> str | None:
    """The name in front of an office: 祝有成 县委报道组."""
    name, _, office = text.partition(" ")
    known = split_names(name) == [name] and patterns.organisation(name) is None
    return name if known and _office(office, patterns) else None


def _office(text: str, patterns: Patterns) -> bool:
    """市百货公司 宣传科: every word is an office."""
    words = () if patterns.not_signature(text) else text.split()
    return bool(words) and len(text) >= 4 and all(patterns.organisation(word) and len(word) > 2 for word in words)


def _may_sign(text: str, patterns: Patterns) -> bool:
    if patterns.end_sign and not patterns.end_sign.search(text):
        return False
    return roles_of(patterns).sign.search(text) is not None


def _agency(text: str, patterns: Patterns) -> str | None:
    match = patterns.agency(text)
    return match[0] if match else None
