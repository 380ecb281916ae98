"""The words of a page's languages, compiled once: what the rules of this room search for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from newsarchive.words import machine, words

Matcher = Callable[[str], "re.Match[str] | None"]
RUBRICS = ("brief", "notice", "advert", "letters", "article")  # what rubrics stand over; the first that fits counts
_digit = re.compile(r"\d").search
_never = re.compile(r"(?!)")
_group_name = re.compile(r"\(\?P<\w+>").sub


class Patterns:
    """All that the rules search for, in one set of languages; the first language is the page's own."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self.all = [words(language) for language in languages]
        self.main = self.all[0]
        agencies = sorted(
            {*machine().agencies, *(agency for each in self.all for agency in each.agencies)}, key=_longest
        )
        agencies += [agency.upper() for agency in agencies if len(agency) > 6 and agency.upper() not in agencies]
        agencies.sort(key=_longest)
        self.agencies = tuple(agencies)
        initials = re.escape("".join(sorted({agency[0] for agency in agencies})))  # a quick look before the long list
        self._fillings = {
            "{agencies}": f"(?=[{initials}])(?:{alternatives(agencies)})" if agencies else r"(?!)",
            "{not_places}": "|".join(word.replace(" ", "[ ]") for each in self.all for word in each.not_places)
            or r"(?!)",
        }
        self.agency = re.compile(
            rf"(?=[{initials}])(?:{'|'.join(map(_word, agencies))})" if agencies else r"(?!)"
        ).search
        self.datelines = [re.compile(p).match for p in self._patterns("datelines")]
        self.not_place_words = frozenset(word for each in self.all for word in each.not_place_words)
        self.byline_openers = self._any("byline_openers", "match")
        self.byline_leads = [re.compile(p).match for p in self._patterns("byline_leads")]
        self.byline_follows = self._any("byline_follows", "match")
        self.lead_sign = self._sign("lead_characters")
        self.end_sign = self._sign("end_characters")
        self._beside_names = self._compiled("beside_names")
        self.byline_lines = [re.compile(p).match for p in self._patterns("byline_lines")]
        self.byline_ends = [re.compile(p).search for p in self._patterns("byline_ends")]
        self.not_signature = self._any("not_signatures", "fullmatch")
        self.reader = re.compile(
            f"[一-鿿]{{2,12}}(?:{alternatives(word for each in self.all for word in each.readers) or '(?!)'})"
        ).fullmatch
        self.author_note = self._any("author_notes", "match")
        self.note = self._any("notes", "match")
        self._credit = self._any("credits", "fullmatch")
        self.credit_end = [re.compile(rf"(?:{p})\s*$").search for p in self._patterns("credits")]
        self.caption = self._any("captions", "match")
        self.jumps_to = [re.compile(p).search for p in self._patterns("jumps_to")]
        self.jumps_from = [re.compile(p).search for p in self._patterns("jumps_from")]
        self.jumps_from_head = [re.compile(p).match for p in self._patterns("jumps_from")]
        self.jump_alone = _joined(self._patterns("jumps_to") + self._patterns("jumps_from")).fullmatch
        self.page_numbers = [re.compile(p).search for p in self._patterns("page_numbers")]
        self.folio_asides = re.compile(self._compiled("folio_asides").pattern, re.IGNORECASE)
        self.ordinals = {
            word: at
            for each in self.all
            for row in each.ordinals
            for at, word in enumerate(row.split(), 1)
            if word != "-"
        }
        papers = "|".join(f"(?:{p})" for p in self._patterns("papers")) or r"(?!)"
        self.paper = re.compile(rf"(?<!\w)(?:{papers})(?!\w)", re.IGNORECASE).search
        self.papers = re.compile(rf"(?<!\w)(?:{papers})(?!\w)", re.IGNORECASE).finditer
        self.paper_line = re.compile(papers, re.IGNORECASE).fullmatch
        self._rubric = _by_name(
            {kind: [p for each in self.all for p in each.rubrics.get(kind, ())] for kind in RUBRICS}
        ).fullmatch
        self.rubric = lru_cache(maxsize=512)(self._kind_of_rubric)  # asked of the same lines again
        self.editors = self._any("editors", "match")
        self.masthead = self._any("mastheads", "search")
        self.imprint = self._any("imprints", "search")
        makers = "|".join(f"(?:{p})" for p in self._patterns("makers")) or r"(?!)"
        self.makers = re.compile(makers)
        self.label = self._any("labels", "match")
        self.sections = self._any("sections", "fullmatch")
        self.slogans = self._any("slogans", "fullmatch")
        self.organisation = self._any("organisations", "search")
        self.weather = self._any("weather", "search")
        self.price = self._any("prices", "search")
        self.notice = self._any("notices", "match")
        self.notice_text = self._any("notice_texts", "search")
        self.notice_end = self._any("notice_ends", "search")
        self.advert = lru_cache(maxsize=512)(self._any("adverts", "search"))  # asked of the same texts again
        self._contact = self._any("contacts", "search")
        self.trade = self._compiled("trade")
        self.speaker = self._any("speakers", "match")
        self.goes_on = self._any("goes_on", "match")
        self.lead_time = self._any("lead_times", "search")
        self.kicker_start = self._any("kicker_starts", "match")
        self.new_matter = self._any("new_matter", "match")
        self.time_opener = self._any("time_openers", "match")
        self.linking_word = self._any("linking_words", "match")
        self.salutation = self._any("salutations", "match")
        self.box = self._any("boxes", "fullmatch")
        self.detail = self._any("details", "match")
        self.address_line = self._any("address_lines", "match")
        self.reporting_end = self._ends("reporting_ends")
        self.attribution_end = self._ends("attribution_ends")
        said = alternatives(word for each in self.all for word in each.reporting_ends) or r"(?!)"
        acts = alternatives(word for each in self.all for word in each.acts_of_people) or r"(?!)"
        self.person_acts = re.compile(
            rf"(?=[㐀-鿿]{{2}}(?:{said})|[㐀-鿿]{{3}}(?:{said}|{acts}))(?P<name>[㐀-鿿]{{2,3}}?)(?:{said}|{acts})"
        ).match
        self.event_end = self._ends("event_ends")
        self.feature_end = self._ends("feature_ends")
        self.occasion_end = self._ends("occasion_ends")
        self.caption_end = self._ends("caption_ends")
        self.section_end = self._ends("section_ends")
        self.place_end = self._ends("place_ends")
        self.clause_whole = self._ends("whole_clause_ends")
        self.comment_start = self._any("comment_starts", "match")
        self.clause_open = self._ends("open_clause_ends")
        starts = self._patterns("open_clause_starts")
        self.clause_goes_on = re.compile("|".join(map(re.escape, starts))).match if starts else _never.match
        self.verb_start = self._any("verb_starts", "match")
        self.wants_noun = self._any("noun_wanting_ends", "search")
        self.demands = self._any("demand_starts", "match")
        self.took_picture = self._any("picture_takers", "search")
        self.says_what_is_shown = self._any("shown_words", "search")
        self.place_name = self._any("place_names", "fullmatch")
        self.attendance_end = self._ends("attendance_ends")
        self.particles = frozenset(word for each in self.all for word in each.particles)
        counters = "|".join(map(re.escape, (word for each in self.all for word in each.counters)))
        self.counter = re.compile(rf"(?:{counters})(?=[\s가-힣])").match if counters else _never.match
        self.glued = frozenset(word for each in self.all for word in each.glued)
        self.endings = {
            length: frozenset(e for each in self.all for e in each.endings if len(e) == length) for length in (1, 2, 3)
        }
        self.given_names = frozenset(folded(name) for each in self.all for name in each.given_names)
        self.abbreviations = frozenset(word for each in self.all for word in each.abbreviations)
        self.word_starts = frozenset(word for each in self.all for word in each.word_starts)
        self.word_ends = frozenset(word for each in self.all for word in each.word_ends)
        self.hyphen_behind = frozenset(word for each in self.all for word in each.hyphen_behind)
        self.hyphen_before = frozenset(word for each in self.all for word in each.hyphen_before)
        self.wide = self.main.wide_punctuation

    def beside_names(self, put: str, text: str) -> str:
        """A signature with `put` where paper, place and post stood beside the names."""
        return self._beside_names.sub(put, text)

    def contact(self, text: str) -> bool:
        """Whether a text holds a telephone with its number."""
        return not text.isalpha() and _digit(text) is not None and self._contact(text) is not None

    def credit_line(self, text: str) -> bool:
        """Whether a text is a picture credit and nothing else; none holds a full stop."""
        return "。" not in text and self._credit(text) is not None

    def _kind_of_rubric(self, text: str) -> str | None:
        """What a line that is a rubric by its words stands over: one of `RUBRICS`."""
        match = self._rubric(text)
        return match.lastgroup if match else None

    def _sign(self, name: str) -> re.Pattern[str] | None:
        """A character without which nothing is found; nothing where a language has no such list."""
        lists = [getattr(each, name) for each in self.all]
        return re.compile(f"[{re.escape(''.join(lists))}]") if all(lists) else None

    def is_no_place(self, text: str) -> bool:
        """Whether words in capitals before a dash say what the text is about: FOR SALE—, A QUIET WEDDING.—"""
        return any(word.strip(".,'’") in self.not_place_words for word in text.casefold().split())

    def _patterns(self, name: str) -> list[str]:
        return [
            self._filled(each) for each in dict.fromkeys(each for words in self.all for each in getattr(words, name))
        ]

    def _filled(self, pattern: str) -> str:
        """A pattern with the words that it names in braces."""
        for name, filling in self._fillings.items():
            if name in pattern:
                pattern = pattern.replace(name, filling)
        return pattern

    def _compiled(self, name: str) -> re.Pattern[str]:
        patterns = self._patterns(name)
        return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else _never

    def _any(self, name: str, how: str) -> Matcher:
        matcher: Matcher = getattr(self._compiled(name), how)
        return matcher

    def _ends(self, name: str) -> Matcher:
        ends = self._patterns(name)
        return re.compile("(?:" + "|".join(map(re.escape, ends)) + r")\Z").search if ends else _never.search


@lru_cache(maxsize=64)
def patterns(languages: tuple[str, ...]) -> Patterns:
    """The compiled words of some languages. `languages` holds at least one."""
    return Patterns(languages)


def is_refusal(text: str) -> bool:
    """Whether a text holds a reading machine's own words. Slow: `has_trigger` is asked before."""
    return _refusal()(text) is not None


def has_trigger(folded: str) -> bool:
    """Whether a text without case holds a word without which no refusal is one: a quick look before the patterns."""
    return _trigger()(folded) is not None


def is_of_viewer(text: str, *, first: bool) -> bool:
    """Whether a line belongs to the web page of a digital library; `first`: it is the first line of the source."""
    return _viewer()(text) is not None or (first and _collection()(text) is not None)


def is_button(text: str) -> bool:
    """Whether a line of a Chinese page holds the buttons of an electronic edition, and nothing else."""
    return _button()(text) is not None


@lru_cache
def _button() -> Matcher:
    return _any_of(machine().buttons).fullmatch


@lru_cache
def _viewer() -> Matcher:
    return _any_of(machine().viewers).fullmatch


@lru_cache
def _collection() -> Matcher:
    return _any_of(machine().collections).fullmatch


@lru_cache
def _trigger() -> Matcher:
    return re.compile("|".join(map(re.escape, machine().triggers))).search


@lru_cache
def _refusal() -> Matcher:
    return _any_of(machine().refusals, re.IGNORECASE).search


def _any_of(patterns: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """One pattern that fits where any of several does; of none, one that fits nowhere."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", flags)


def _joined(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for several, without the names of their groups."""
    return re.compile("|".join(f"(?:{_group_name('(?:', pattern)})" for pattern in patterns) or r"(?!)")


def _by_name(patterns: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """One pattern for several lists, whose `lastgroup` is the name of the first list that knows a text."""
    lists = ("|".join(f"(?:{pattern})" for pattern in each) or r"(?!)" for each in patterns.values())
    return re.compile("|".join(f"(?P<{name}>{each})" for name, each in zip(patterns, lists, strict=True)))


def folded(word: str) -> str:
    """A word without case and accents, since capitals often go without: HELENE, İDRİS."""
    plain = unicodedata.normalize("NFD", word.casefold().replace("ı", "i"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def alternatives(entries: Iterable[str]) -> str:
    """A pattern for any of some words, longest first."""
    return "|".join(re.escape(entry) for entry in sorted(set(entries), key=_longest))


def _longest(entry: str) -> tuple[int, str]:
    return -len(entry), entry


def _word(entry: str) -> str:
    """A word as a pattern; of a script with spaces it has to stand alone."""
    if "가" <= entry[:1] <= "힣":
        return rf"(?<![가-힣]){re.escape(entry)}(?![가-힣])"  # 동화, but not 동화작가
    return rf"\b{re.escape(entry)}\b" if entry[:1].isascii() else re.escape(entry)
