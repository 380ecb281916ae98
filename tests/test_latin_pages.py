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


# Headings


def test_short_lines_of_one_block_are_one_headline() -> None:
    (first, second) = articles(
        f"<!-- page 3 -->\n\nBridge closed\nfor repairs\nuntil May\n\nCounty asked for a footway\nacross the weir\n\n{TEXT}"
        f"\n\nRain stops\nMarlbeck fair\n\n{TEXT.replace('bridge', 'path')}"
    )

    assert first.headline == "Bridge closed for repairs until May"
    assert first.heading_lines == (
        "Bridge closed",
        "for repairs",
        "until May",
        "County asked for a footway",
        "across the weir",
    )
    assert first.subheads == ("County asked for a footway across the weir",)
    assert second.headline == "Rain stops Marlbeck fair"


def test_a_full_line_over_a_headline_in_two_lines_is_its_kicker() -> None:
    (article,) = articles(f"Council sits until after midnight\n\nFootbridge shut\nfor the summer\n\n{TEXT}")

    assert (article.kicker, article.headline) == ("Council sits until after midnight", "Footbridge shut for the summer")


def test_a_line_with_a_stop_is_a_heading_only_in_papers_that_set_stops_after_headings() -> None:
    (article,) = articles(f"Thanks to all\n\n{TEXT}\n\nThe Children of Ada Thorne.")

    assert [item.text for item in article.body][-1] == "The Children of Ada Thorne."


def test_a_speech_that_names_its_speaker_is_no_heading() -> None:
    page = f"The Water Question\n\n{TEXT}\n\nMr. Tarn: Who is to pay?\n\nThe Chairman: The parish, Mr. Tarn."
    (article,) = articles(page)

    assert [item.type for item in article.body] == ["paragraph"] * 3


def test_what_stands_under_a_jump_line_is_no_part_of_the_sentence_above_it() -> None:
    page = (
        f"# Bridge closed\n\n{TEXT} The work will be done by\n\n(Continued on page 4)\n\nRain stops the fair\n\n{TEXT}"
    )

    assert headlines(page) == ["Bridge closed", "Rain stops the fair"]
