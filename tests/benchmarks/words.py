"""0. `vocabulary/*.yaml` -> Words: what an invented newspaper is made of, and its names by number."""

from __future__ import annotations

from math import prod
from pathlib import Path
from random import Random

import msgspec
import yaml

FOLDER = Path(__file__).with_name("vocabulary")
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))

# Each kind of name has its own number of ranks; rank r is drawn with a probability of 1/r, so that the names
# seen for the first time never run out: a tenfold number of articles brings about six times as many names.
RANKS = {"person": 100_000, "place": 4_000, "organisation": 30_000, "reporter": 60, "correspondent": 5_000}
PARTS_OF = {"reporter": "person", "correspondent": "person"}
FIRST_RANK = {"reporter": 500_000, "correspondent": 600_000}  # so that the staff are nobody in the news
SCATTER = 1_000_003  # a prime: neighbouring ranks get unlike names


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """One language: lists of words by slot, parts of names by kind, and patterns with `{slots}`."""

    language: str
    join: str
    body_characters: int
    paragraph_characters: tuple[int, int]
    column_characters: tuple[int, int]
    touched: tuple[str, str]
    person: tuple[str, ...]
    place: tuple[str, ...]
    organisation: tuple[str, ...]
    topics: str
    titles: str
    nouns: str
    verbs: str
    adjectives: str
    openings: tuple[str, ...]
    sentences: tuple[str, ...]
    headlines: tuple[str, ...]
    kickers: tuple[str, ...]
    subheads: tuple[str, ...]
    bylines: tuple[str, ...]
    byline_end: str
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    rubrics: tuple[tuple[str, str], ...]


class Lexicon:
    """The words of a language as lists, and its names by rank. Holds nothing that changes."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.join = " " if words.join else ""
        slots = {"title": words.titles, "noun": words.nouns, "verb": words.verbs, "adjective": words.adjectives}
        self.lists = {slot: _split(text) for slot, text in slots.items()}
        self.topics = _split(words.topics)
        kinds = {"person": words.person, "place": words.place, "organisation": words.organisation}
        self.parts = {kind: [_split(text) for text in texts] for kind, texts in kinds.items()}

    def name(self, kind: str, rank: int) -> str:
        """The name of that rank among people, places, organisations, reporters or correspondents: always the same."""
        parts_of = PARTS_OF.get(kind, kind)
        parts = self.parts[parts_of]
        number = (rank + FIRST_RANK.get(kind, 0)) * SCATTER % prod(map(len, parts))
        chosen = []
        for words in reversed(parts):
            number, index = divmod(number, len(words))
            chosen.append(words[index])
        join = "" if parts_of == "place" else self.join
        name = join.join(word for word in reversed(chosen) if word)
        if parts_of == "person" and self.join:
            given, _, surname = name.rpartition(" ")  # an English surname has two parts: Larkfield
            return " ".join([given.rpartition(" ")[0], given.rpartition(" ")[2] + surname])
        return name

    def draw(self, kind: str, rng: Random) -> str:
        """A name of the kind; the lower the rank, the more often."""
        return self.name(kind, int(RANKS[kind] ** rng.random()))


def load_lexicon(language: str) -> Lexicon:
    """The lexicon of `zh` or `en`. Raises `msgspec.ValidationError` where the file lacks a list."""
    text = (FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    return Lexicon(msgspec.convert(yaml.safe_load(text), Words))


def _split(text: str) -> tuple[str, ...]:
    """Words parted by spaces; `_` is a space inside one, `-` stands for no word."""
    return tuple("" if word == "-" else word.replace("_", " ") for word in text.split())
