"""1. Words -> Page: a seeded newspaper of any length, and its pages as an OCR tool would leave them.

Twenty articles a day on four pages of five, and now and then a photograph. The first thousand articles of ten thousand
are the same as those of one thousand: each page depends on the seed and on its own number, on nothing else.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from math import ceil, log
from pathlib import Path
from random import Random

import msgspec

from tests.benchmarks.words import LANGUAGES, Lexicon, load_lexicon

START = date(1996, 1, 1)
PAGES_A_DAY = 4
ARTICLES_A_PAGE = 5
ARTICLES_A_DAY = PAGES_A_DAY * ARTICLES_A_PAGE

CAST = {"person": (2, 4), "place": (2, 3), "organisation": (1, 3)}  # how many names an article knows
SHARE_WITH_KICKER = 0.29
SHARE_WITH_SUBHEAD = 0.14
SHARE_BROKEN = 0.6  # of articles are set in columns that the reader left broken
SHARE_WITH_PHOTO = 0.25  # of pages
SPREAD = 0.5  # of the logarithm of an article's length
LONGEST = 4  # times the median

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # what the tool makes of ，（）：；！？
NOT_FIRST = frozenset("，。；：！？、”）》%0123456789")  # never opens a line


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """An article as its author wrote it: whole paragraphs, full-width punctuation."""

    kicker: str | None
    headline: str
    subhead: str | None
    byline: str
    authors: tuple[str, ...]
    paragraphs: tuple[str, ...]
    column: int | None  # characters in a printed column, where the columns were left broken
    tags: tuple[str, ...]  # people, places, organisations and topics that the text names


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph without a story of its own."""

    rubric: tuple[str, str]
    caption: str
    credit: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]


class Page(msgspec.Struct, frozen=True):
    """One printed side of the paper."""

    date: date
    number: int  # from 1
    stories: tuple[Story, ...]
    picture: Picture | None


class Pen:
    """Fills the slots of a pattern, and remembers the names that it used."""

    def __init__(self, lexicon: Lexicon, rng: Random) -> None:
        self._lexicon = lexicon
        self._rng = rng
        self._cast = {kind: _drawn(lexicon, kind, rng.randint(*span), rng) for kind, span in CAST.items()}
        self._cast["topic"] = [_skewed(lexicon.topics, rng) for _ in range(rng.randint(1, 2))]
        self.tags: dict[str, None] = {}
        self.authors: dict[str, None] = {}

    def __getitem__(self, slot: str) -> str:
        """A word for the slot: a name of the cast, a word of a list, a signature, or a number."""
        rng = self._rng
        if slot in self._lexicon.lists:
            return _skewed(self._lexicon.lists[slot], rng)
        if slot in self._cast:
            name = rng.choice(self._cast[slot])
            self.tags[name] = None
            return name
        if slot in ("reporter", "correspondent"):
            name = self._lexicon.draw(slot, rng)
            self.authors[name] = None
            return name
        return _number(slot, rng)

    def write(self, pattern: str) -> str:
        """The pattern, filled."""
        text = pattern.format_map(self)
        return text[:1].upper() + text[1:]


def pages(articles: int, seed: int = 1, language: str = "zh", first: int = 0) -> Iterator[Page]:
    """The pages that hold the articles from number `first` to before number `articles`, in the order of print.

    `first` falls on the beginning of a page. Photographs come on top of the number of articles.
    """
    lexicon = load_lexicon(language)
    for index in range(first // ARTICLES_A_PAGE, ceil(articles / ARTICLES_A_PAGE)):
        page = _page(index, seed, lexicon)
        missing = (index + 1) * ARTICLES_A_PAGE - articles
        yield page if missing <= 0 else Page(page.date, page.number, page.stories[:-missing], None)


def write_pages(folder: Path, articles: int, seed: int = 1, language: str = "zh", first: int = 0) -> list[Path]:
    """Writes `folder/seeds/YYYY-MM-DD/01.txt` and so on, for the same seed the same bytes; gives the files in order."""
    written: list[Path] = []
    for page in pages(articles, seed, language, first):
        path = folder / "seeds" / page.date.isoformat() / f"{page.number:02}.txt"
        if page.number == 1 or not written:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page_text(page, language), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def touch_article(path: Path, language: str = "zh") -> None:
    """Changes one article of a written page: a short sentence is put in after the first one that ends."""
    old, new = load_lexicon(language).words.touched
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8", newline="\n")


def page_text(page: Page, language: str) -> str:
    """The page as an OCR tool leaves it: headings, signatures, columns broken anywhere, a caption with its credit."""
    spaced = language != "zh"
    blocks = [block for story in page.stories for block in _story_blocks(story, spaced)]
    text = "\n\n" + "\n\n".join(blocks)
    if page.picture:
        between = " " if spaced else ""
        rubric = "  \n".join(page.picture.rubric)
        text += f"\n\n\n\n{page.picture.caption}{between}{page.picture.credit}\n\n{rubric}"
    return text.translate(HALF_WIDTH) + "\n"


def _page(index: int, seed: int, lexicon: Lexicon) -> Page:
    rng = Random(seed * 100_000_007 + index)
    day, side = divmod(index, PAGES_A_DAY)
    stories = tuple(_story(lexicon, rng) for _ in range(ARTICLES_A_PAGE))
    picture = _picture(lexicon, rng) if rng.random() < SHARE_WITH_PHOTO else None
    return Page(START + timedelta(days=day), side + 1, stories, picture)


def _story(lexicon: Lexicon, rng: Random) -> Story:
    words = lexicon.words
    pen = Pen(lexicon, rng)
    kicker = pen.write(rng.choice(words.kickers)) if rng.random() < SHARE_WITH_KICKER else None
    headline = pen.write(rng.choice(words.headlines))
    subhead = pen.write(rng.choice(words.subheads)) if rng.random() < SHARE_WITH_SUBHEAD else None
    byline = pen.write(rng.choice(words.bylines))
    return Story(
        kicker=kicker,
        headline=headline,
        subhead=subhead,
        byline=byline + words.byline_end,
        paragraphs=tuple(_paragraphs(lexicon, pen, rng)),
        authors=tuple(pen.authors),
        column=rng.randint(*words.column_characters) if rng.random() < SHARE_BROKEN else None,
        tags=tuple(pen.tags),
    )


def _paragraphs(lexicon: Lexicon, pen: Pen, rng: Random) -> Iterator[str]:
    words = lexicon.words
    median = words.body_characters
    left = min(rng.lognormvariate(log(median), SPREAD), LONGEST * median)
    patterns = cycle(rng.sample(words.sentences, len(words.sentences)))
    sentences = [pen.write(rng.choice(words.openings))]
    while left > 0:
        wanted = min(left, rng.randint(*words.paragraph_characters))
        length = sum(map(len, sentences))
        while length < wanted:
            sentences.append(pen.write(next(patterns)))
            length += len(sentences[-1])
        yield words.join.join(sentences)
        left -= length
        sentences = []


def _picture(lexicon: Lexicon, rng: Random) -> Picture:
    pen = Pen(lexicon, rng)
    caption = pen.write(rng.choice(lexicon.words.captions))
    credit = pen.write(rng.choice(lexicon.words.credits))
    rubric = rng.choice(lexicon.words.rubrics)
    return Picture(rubric=rubric, caption=caption, credit=credit, authors=tuple(pen.authors), tags=tuple(pen.tags))


def _story_blocks(story: Story, spaced: bool) -> Iterator[str]:
    for line in (story.kicker, story.headline, story.subhead):
        if line:
            yield f"## {line}"
    paragraphs = (story.byline + story.paragraphs[0], *story.paragraphs[1:])
    yield from paragraphs if story.column is None else _columns(paragraphs, story.column, spaced)


def _columns(paragraphs: tuple[str, ...], width: int, spaced: bool) -> Iterator[str]:
    """The paragraphs, broken wherever a column of that many characters is full."""
    room = width
    for paragraph in paragraphs:
        rest = paragraph
        while len(rest) > room:
            at = _break(rest, room, spaced)
            if at >= len(rest) - 1:
                break
            yield rest[:at].rstrip()
            rest, room = rest[at:], width
        yield rest
        room = max(room - len(rest), 1) if room > len(rest) else width


def _break(text: str, at: int, spaced: bool) -> int:
    """The first place from `at` on where print may break: after a space, or before what may open a line."""
    if spaced:
        return text.find(" ", at) + 1 or len(text)
    while at < len(text) and text[at] in NOT_FIRST:
        at += 1
    return at


def _drawn(lexicon: Lexicon, kind: str, count: int, rng: Random) -> list[str]:
    return [lexicon.draw(kind, rng) for _ in range(count)]


def _skewed(words: tuple[str, ...], rng: Random) -> str:
    """A word of the list, the first ones more often."""
    return words[int(rng.random() ** 1.5 * len(words))]


def _number(slot: str, rng: Random) -> str:
    match slot:
        case "number":
            return str(int(10 ** (0.5 + 3.5 * rng.random())))
        case "percent":
            return f"{rng.random() * 99:.1f}"
        case "year":
            return str(rng.randint(1949, 1995))
        case "month":
            return str(rng.randint(1, 12))
        case "small":
            return str(rng.randint(2, 40))
    raise KeyError(slot)


def main() -> None:
    """`python -m tests.benchmarks.corpus FOLDER --articles 1000`."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.corpus", description=__doc__)
    add_arguments(parser)
    parser.add_argument("--first", type=int, default=0, help="leave out the articles before this number")
    options = parser.parse_args()
    files = write_pages(options.folder, options.articles, options.seed, options.language, options.first)
    print(f"{len(files)} pages in {options.folder / 'seeds'}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What both writers of the corpus ask for."""
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=LANGUAGES, default="zh")


if __name__ == "__main__":
    main()
