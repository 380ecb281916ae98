"""Language data -> Words: what newspapers of a language print round their stories, one readable file a language.

A new language is one new file here; nothing else has to know of it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec
import yaml

_FOLDER = Path(__file__).parent
_OTHER_FILES = {"latin", "machine", "surnames"}


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of one language, or of several together. What each list means stands beside it in `zh-Hans.yaml`.

    Lists named in the files as patterns hold regular expressions; all others hold plain words.
    """

    language: str
    also: str = ""  # a language whose lists hold here too
    script: str  # hans, hant, jpan, kore, latn, cyrl, …
    spaces: bool = True  # words are parted by spaces
    wide_punctuation: bool = False  # the script prints ，（）： full width
    function_words: tuple[str, ...] = ()
    telling_characters: str = ""
    roles: dict[str, tuple[str, ...]] = {}
    roles_after: dict[str, tuple[str, ...]] = {}
    not_names: tuple[str, ...] = ()
    beside_names: tuple[str, ...] = ()
    name_breaks: tuple[str, ...] = ()
    name_particles: tuple[str, ...] = ()
    given_names: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    caption_ends: tuple[str, ...] = ()
    section_ends: tuple[str, ...] = ()
    place_ends: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    word_starts: tuple[str, ...] = ()
    word_ends: tuple[str, ...] = ()
    hyphen_behind: tuple[str, ...] = ()
    hyphen_before: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
    lead_characters: str = ""
    end_characters: str = ""
    datelines: tuple[str, ...] = ()
    not_place_words: tuple[str, ...] = ()
    byline_openers: tuple[str, ...] = ()
    byline_leads: tuple[str, ...] = ()
    byline_follows: tuple[str, ...] = ()
    byline_lines: tuple[str, ...] = ()
    byline_ends: tuple[str, ...] = ()
    not_signatures: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    author_notes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    jumps_to: tuple[str, ...] = ()
    jumps_from: tuple[str, ...] = ()
    page_numbers: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    folio_asides: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    mastheads: tuple[str, ...] = ()
    imprints: tuple[str, ...] = ()
    weather: tuple[str, ...] = ()
    prices: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    notice_texts: tuple[str, ...] = ()
    notice_ends: tuple[str, ...] = ()
    adverts: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    trade: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    rubrics: dict[str, tuple[str, ...]] = {}
    goes_on: tuple[str, ...] = ()
    lead_times: tuple[str, ...] = ()
    kicker_starts: tuple[str, ...] = ()
    new_matter: tuple[str, ...] = ()
    linking_words: tuple[str, ...] = ()
    salutations: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    address_lines: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    reporting_ends: tuple[str, ...] = ()
    acts_of_people: tuple[str, ...] = ()
    time_openers: tuple[str, ...] = ()
    attribution_ends: tuple[str, ...] = ()
    event_ends: tuple[str, ...] = ()
    feature_ends: tuple[str, ...] = ()
    occasion_ends: tuple[str, ...] = ()
    open_clause_ends: tuple[str, ...] = ()
    whole_clause_ends: tuple[str, ...] = ()
    comment_starts: tuple[str, ...] = ()
    open_clause_starts: tuple[str, ...] = ()
    verb_starts: tuple[str, ...] = ()
    noun_wanting_ends: tuple[str, ...] = ()
    demand_starts: tuple[str, ...] = ()
    picture_takers: tuple[str, ...] = ()
    shown_words: tuple[str, ...] = ()
    place_names: tuple[str, ...] = ()
    attendance_ends: tuple[str, ...] = ()


class Machine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What reading machines say of themselves, and the agencies that sign in every language."""

    triggers: tuple[str, ...]
    refusals: tuple[str, ...]
    agencies: tuple[str, ...]
    page_words: tuple[str, ...]
    web_words: frozenset[str]
    viewers: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    transcript_labels: dict[str, tuple[str, ...]] = {}


class Surnames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Family names written in Chinese characters: the more frequent stand first."""

    single: str
    double: tuple[str, ...]
    common_given: str
    without: tuple[str, ...] = ()  # parts of the names of peoples that have no family names


@lru_cache
def languages() -> tuple[str, ...]:
    """The languages that have a file, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml") if path.stem not in _OTHER_FILES))


@lru_cache
def languages_with(name: str) -> tuple[str, ...]:
    """The languages whose files have a list of that name; tells it without reading the files as YAML."""
    mark = f"\n{name}:"
    return tuple(tag for tag in languages() if mark in (_FOLDER / f"{tag}.yaml").read_text(encoding="utf-8"))


@lru_cache
def words(language: str) -> Words:
    """The words of a language; of one without a file, those of nothing but its script's habits."""
    name = language if language in languages() else language.partition("-")[0]
    if name not in languages():
        return _with(Words(language=language, script="latn"), msgspec.convert(_load("latin"), Words, strict=False))
    own = msgspec.convert(_load(name), Words, strict=False)
    if own.also:
        return _with(own, words(own.also))
    return _with(own, msgspec.convert(_load("latin"), Words, strict=False)) if own.script == "latn" else own


def _with(own: Words, shared: Words) -> Words:
    """The lists of a language with those that it shares, its own first."""
    lists: dict[str, object] = {}
    for field in msgspec.structs.fields(Words):
        mine, theirs = getattr(own, field.name), getattr(shared, field.name)
        if isinstance(mine, tuple):
            lists[field.name] = (*mine, *theirs)
        elif isinstance(mine, dict):
            lists[field.name] = {key: (*mine.get(key, ()), *theirs.get(key, ())) for key in {**mine, **theirs}}
    return msgspec.structs.replace(own, **lists)


@lru_cache
def machine() -> Machine:
    return msgspec.convert(_load("machine"), Machine)


@lru_cache
def surnames() -> Surnames:
    return msgspec.convert(_load("surnames"), Surnames)


def _load(name: str) -> object:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # takes `on` and `no` as the words that they are
    return yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)
