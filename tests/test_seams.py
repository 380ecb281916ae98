"""Seams: what stands between two lines of a paragraph, told by the words of the page and of the language."""

from __future__ import annotations

import pytest

from newsarchive.articles.patterns import patterns
from newsarchive.articles.pieces import Piece
from newsarchive.articles.seams import Seams, spaces_told


def together(language: str, lines: list[str], page: tuple[str, ...] = ()) -> str:
    seams = Seams((*page, *lines), patterns((language,)))
    return seams.run_together([tuple(Piece(number, line) for number, line in enumerate(lines))])[0]


@pytest.mark.parametrize(
    ("language", "lines", "text"),
    [
        ("en", ["aged 23, a carpen", "ter, was taken"], "aged 23, a carpenter, was taken"),
        ("en", ["at the police sta", "tion."], "at the police station."),
        ("en", ["they sailed with the", "tide at noon"], "they sailed with the tide at noon"),
        ("de", ["zur Rechten des Sta", "tionsvorstehers"], "zur Rechten des Stationsvorstehers"),
        ("de", ["der Erfolg der Feuerwehr", "kam spät"], "der Erfolg der Feuerwehr kam spät"),
        ("fr", ["si cette der", "nière mesure"], "si cette dernière mesure"),
    ],
)
def test_a_word_is_whole_again_though_its_hyphen_was_lost(language: str, lines: list[str], text: str) -> None:
    assert together(language, lines) == text


def test_a_word_that_stands_whole_elsewhere_on_the_page_is_whole_at_the_end_of_a_line() -> None:
    assert together("en", ["not a tug", "boat moved"], ("Four tugboats and a tugboat lay there",)) == (
        "not a tugboat moved"
    )


def test_two_small_words_stay_two_though_they_are_one_elsewhere() -> None:
    assert together("en", ["they put it in", "to the yard"], ("he went into town today",)) == (
        "they put it in to the yard"
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [(["some forty-", "two men"], "some forty-two men"), (["both pas-", "sengers"], "both passengers")],
)
def test_a_hyphen_stays_where_print_wants_it(lines: list[str], text: str) -> None:
    assert together("en", lines) == text


def test_a_compound_keeps_the_hyphen_that_it_has_elsewhere_on_the_page() -> None:
    assert together("en", ["read in a net-", "loft"], ("The old net-loft was cold",)) == "read in a net-loft"


def test_a_korean_word_goes_on_in_the_next_line_and_a_new_one_gets_its_space() -> None:
    page = ("시는 임시로 합판을 덮고 선주 두 명과 선원 네 명이 시장에서 임시 회의를 열었다.", "임시 총회에서 시는")

    assert together("ko", ["거래된다. 시는 임", "시로 합판을 덮고"], page) == "거래된다. 시는 임시로 합판을 덮고"
    assert together("ko", ["유족은 고향에서", "시장으로 갔다"], page) == "유족은 고향에서 시장으로 갔다"


def test_spaces_at_the_ends_of_korean_lines_tell_where_words_end() -> None:
    lines = [
        "가뭄으로 산에 도토리가 귀해지자 멧돼지",
        "가 무리를 지어 내려왔다고 마을은 이달 ",
        "열두 번째로 천막에서 밤을 지켰다",
    ] * 8
    told = spaces_told("\n".join(lines), 1)
    seams = Seams(lines, patterns(("ko",)), told)

    assert seams.run_together([tuple(Piece(at, lines[at - 1].strip()) for at in (1, 2, 3))])[0] == (
        "가뭄으로 산에 도토리가 귀해지자 멧돼지가 무리를 지어 내려왔다고 마을은 이달 열두 번째로 천막에서 밤을 지켰다"
    )


def test_lines_without_a_space_at_their_ends_tell_nothing() -> None:
    assert spaces_told("가뭄으로 산에 도토리가 귀해지자\n" * 30, 1) == {}
