"""Pages in Latin script, in short: what a reader of that paper would find on them. Whole pages are in `corpus/`."""

from __future__ import annotations

import pytest

from newsarchive.articles import read
from newsarchive.articles.record import Article, Reading
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source

TEXT = (
    "The parish council of Marlbeck voted on Tuesday to close the old footbridge until its piers have been looked at, "
    "and asked the county for a temporary crossing."
)


def reading_of(text: str) -> Reading:
    return read(to_source("page.txt", text.encode(), SourceFolder(folder=".")))


def articles(text: str) -> tuple[Article, ...]:
    return reading_of(text).articles


def headlines(text: str) -> list[str]:
    return [article.headline for article in articles(text)]


# Datelines


@pytest.mark.parametrize("words", ["FOR SALE—", "LOST—", "A QUIET WEDDING.—", "NO ROOM LEFT: ", "ACCIDENT.—"])
def test_capitals_that_say_what_a_text_is_about_are_no_place(words: str) -> None:
    (article,) = articles(f"# Town notes\n\n{words}{TEXT}")

    assert article.dateline is None
    assert article.body[0].text.startswith(words.strip())


def test_a_place_in_capitals_before_a_dash_is_a_dateline() -> None:
    (article,) = articles(f"# Bridge closed\n\nMARLBECK — {TEXT}")

    assert article.dateline is not None
    assert article.dateline.place == "MARLBECK"
