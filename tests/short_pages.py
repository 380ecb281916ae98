"""What tests of short pages share: reading a text as one page, and English news to fill it with."""

from __future__ import annotations

from newsarchive.articles import read
from newsarchive.articles.record import Article, Reading
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source

TEXT = (
    "The parish council of Marlbeck voted on Tuesday to close the old footbridge until its piers have been looked at, "
    "and asked the county for a temporary crossing."
)

OTHER = (
    "Rain fell on the fair at Tarn from noon, and the judges of the butter had to finish their work in the chapel, by "
    "the light of two lamps."
)

THIRD = (
    "A wall of the old tannery came down in the night of Monday to Tuesday and blocked the lane behind it. Nobody was "
    "hurt, but the carrier had to turn round with two loads of straw."
)


def reading_of(text: str) -> Reading:
    return read(to_source("page.txt", text.encode(), SourceFolder(folder=".")))


def articles(text: str) -> tuple[Article, ...]:
    return reading_of(text).articles


def headlines(text: str) -> list[str]:
    return [article.headline for article in articles(text)]


def codes(text: str) -> list[str]:
    return [problem.code for problem in reading_of(text).problems]
