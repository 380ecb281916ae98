"""The words of a page's languages, compiled once: what the rules of this room search for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from newsarchive.words import machine, words

Matcher = Callable[[str], "re.Match[str] | None"]
_digit = re.compile(r"\d").search
_never = re.compile(r"(?!)")


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
        self._fillings = {
            "{agencies}": f"(?:{alternatives(agencies)})" if agencies else r"(?!)",
            "{not_places}": "|".join(word.replace(" ", "[ ]") for each in self.all for word in each.not_places)
            or r"(?!)",
        }
        initials = "".join(sorted({agency[0] for agency in agencies}))  # a quick look before the long list
        self.agency = re.compile(
            rf"(?=[{re.escape(initials)}])(?:{'|'.join(map(_word, agencies))})" if agencies else r"(?!)"
        ).search
        self.datelines = [re.compile(p).match for p in self._patterns("datelines")]
        self.not_place_words = frozenset(word for each in self.all for word in each.not_place_words)
        self.byline_openers = self._any("byline_openers", "match")
        self.byline_leads = [re.compile(p).match for p in self._patterns("byline_leads")]
        self.byline_follows = self._any("byline_follows", "match")
        self.lead_characters = self._characters("lead_characters")
        self.end_characters = self._characters("end_characters")
        self._beside_names = self._compiled("beside_names")
        self.byline_lines = [re.compile(p).match for p in self._patterns("byline_lines")]
        self.byline_ends = [re.compile(p).search for p in self._patterns("byline_ends")]
        self.not_signature = self._any("not_signatures", "fullmatch")
        self.reader = re.compile(
            f"[一-鿿]{{2,12}}(?:{alternatives(word for each in self.all for word in each.readers) or '(?!)'})"
        ).fullmatch
        self.author_note = self._any("author_notes", "match")
        self.note = self._any("notes", "match")
        self.credit_line = self._any("credits", "fullmatch")
        self.credit_end = [re.compile(rf"(?:{p})\s*$").search for p in self._patterns("credits")]
        self.caption = self._any("captions", "match")
        self.jumps_to = [re.compile(p).search for p in self._patterns("jumps_to")]
        self.jumps_from = [re.compile(p).search for p in self._patterns("jumps_from")]
        self.jumps_from_head = [re.compile(p).match for p in self._patterns("jumps_from")]
        jumps = self._patterns("jumps_to") + self._patterns("jumps_from")
        self.jumps = [re.compile(p).fullmatch for p in jumps]
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
        self.paper_line = re.compile(papers, re.IGNORECASE).fullmatch
        self.rubrics = {
            kind: re.compile(
                "|".join(f"(?:{p})" for each in self.all for p in each.rubrics.get(kind, ())) or r"(?!)"
            ).fullmatch
            for kind in ("brief", "notice", "advert", "letters", "article")
        }
        self.editors = self._any("editors", "match")
        self.masthead = self._any("mastheads", "search")
        self.imprint = self._any("imprints", "search")
        makers = "|".join(f"(?:{p})" for p in self._patterns("makers")) or r"(?!)"
        self.makers = re.compile(makers)
        self.label = self._any("labels", "match")
        self.sections = self._any("sections", "fullmatch")
        self.organisation = self._any("organisations", "search")
        self.weather = self._any("weather", "search")
        self.price = self._any("prices", "search")
        self.notice = self._any("notices", "match")
        self.advert = lru_cache(maxsize=512)(self._any("adverts", "search"))  # asked of the same texts again
        self._contact = self._any("contacts", "search")
        self.trade = self._compiled("trade")
        self.speaker = self._any("speakers", "match")
        self.goes_on = self._any("goes_on", "match")
        self.lead_time = self._any("lead_times", "search")
        self.kicker_start = self._any("kicker_starts", "match")
        self.new_matter = self._any("new_matter", "match")
        self.linking_word = self._any("linking_words", "match")
        self.salutation = self._any("salutations", "match")
        self.box = self._any("boxes", "fullmatch")
        self.detail = self._any("details", "match")
        self.reporting_end = self._ends("reporting_ends")
        self.attribution_end = self._ends("attribution_ends")
        self.event_end = self._ends("event_ends")
        self.feature_end = self._ends("feature_ends")
        self.occasion_end = self._ends("occasion_ends")
        self.clause_open = self._ends("open_clause_ends")
        starts = self._patterns("open_clause_starts")
        self.clause_goes_on = re.compile("|".join(map(re.escape, starts))).match if starts else _never.match
        self.verb_start = self._any("verb_starts", "match")
        self.attendance_end = self._ends("attendance_ends")
        self.particles = frozenset(word for each in self.all for word in each.particles)
        self.glued = frozenset(word for each in self.all for word in each.glued)
        self.endings = {
            length: frozenset(e for each in self.all for e in each.endings if len(e) == length) for length in (1, 2, 3)
        }
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

    def jump_alone(self, text: str) -> bool:
        """Whether a line is a jump line and nothing else."""
        return any(match(text) for match in self.jumps)

    def _characters(self, name: str) -> frozenset[str] | None:
        """Characters of which one stands in what is looked for; nothing where a language has no such list."""
        lists = [getattr(each, name) for each in self.all]
        return frozenset("".join(lists)) if all(lists) else None

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
    """Whether a text holds a reading machine's own words."""
    return has_trigger(text) and _refusal()(text) is not None


def has_trigger(text: str) -> bool:
    """Whether a text holds a word without which no refusal is one: a quick look before the patterns."""
    return _trigger()(text.casefold()) is not None


def is_of_viewer(text: str, *, first: bool) -> bool:
    """Whether a line belongs to the web page of a digital library; `first`: it is the first line of the source."""
    return _viewer()(text) is not None or (first and _collection()(text) is not None)


@lru_cache
def _viewer() -> Matcher:
    return re.compile("|".join(f"(?:{pattern})" for pattern in machine().viewers) or r"(?!)").fullmatch


@lru_cache
def _collection() -> Matcher:
    return re.compile("|".join(f"(?:{pattern})" for pattern in machine().collections) or r"(?!)").fullmatch


@lru_cache
def _trigger() -> Matcher:
    return re.compile("|".join(map(re.escape, machine().triggers))).search


@lru_cache
def _refusal() -> Matcher:
    return re.compile("|".join(f"(?:{pattern})" for pattern in machine().refusals), re.IGNORECASE).search


def alternatives(entries: Iterable[str]) -> str:
    """A pattern for any of some words, longest first."""
    return "|".join(re.escape(entry) for entry in sorted(set(entries), key=_longest))


def _longest(entry: str) -> tuple[int, str]:
    return -len(entry), entry


def _word(entry: str) -> str:
    """A word as a pattern; of a script with spaces it has to stand alone."""
    return rf"\b{re.escape(entry)}\b" if entry[:1].isascii() else re.escape(entry)
