"""The parser answers to the labelled corpus: floors that only move up; `python tests/score.py` prints the table."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from score import Scores, newest_pages, pages, score_corpus  # the scorer lies beside the tests and is no package

# What a change may not fall below. Raise a floor when the score has risen; never lower one.
FLOORS = {
    "segmentation": 0.943,
    "headline": 0.933,
    "heading roles": 0.925,
    "heading lines": 0.964,
    "kind": 0.958,
    "byline names": 0.991,
    "byline roles": 0.981,
    "byline text": 0.986,
    "dateline text": 0.97,
    "paragraph": 0.966,
    "crosshead": 0.942,
    "table": 0.989,
    "caption": 0.974,
    "credit": 0.976,
    "rubric": 0.953,
    "jump": 0.966,
    "issue date": 0.993,
    "issue page": 0.975,
    "issue publication": 0.952,
    "issue section": 0.924,
    "credit people": 0.979,
    "furniture": 0.964,
    "problems": 1.0,
    "language": 1.0,
    "conservation": 1.0,
}
# The same for the pages of `corpus/newest.txt`, which joined last; when the next round joins, they go to the others.
NEWEST = {
    "segmentation": 0.9,
    "headline": 0.9,
    "heading roles": 0.875,
    "heading lines": 0.914,
    "kind": 0.936,
    "byline names": 0.962,
    "byline roles": 0.918,
    "byline text": 0.95,
    "dateline text": 0.972,
    "paragraph": 0.931,
    "crosshead": 0.887,
    "table": 0.928,
    "caption": 0.913,
    "credit": 0.969,
    "rubric": 0.902,
    "jump": 0.954,
    "issue date": 0.992,
    "issue page": 0.961,
    "issue publication": 0.937,
    "issue section": 0.872,
    "credit people": 0.945,
    "furniture": 0.939,
    "problems": 1.0,
    "language": 1.0,
    "conservation": 1.0,
}


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score_corpus(newest=False)


@pytest.fixture(scope="module")
def scores_of_newest() -> Scores:
    return score_corpus(newest=True)


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_the_parser_reads_the_corpus_at_least_this_well(scores: Scores, name: str, floor: float) -> None:
    assert scores[name].score >= floor


@pytest.mark.parametrize(("name", "floor"), NEWEST.items())
def test_the_parser_reads_the_newest_pages_at_least_this_well(
    scores_of_newest: Scores, name: str, floor: float
) -> None:
    assert scores_of_newest[name].score >= floor


def test_the_newest_pages_are_pages_of_the_corpus() -> None:
    assert newest_pages() <= {folder.name for folder in pages()}


def test_what_is_said_with_high_confidence_is_nearly_always_right(scores: Scores) -> None:
    assert scores["headline said 0.95"].score >= 0.95


def test_what_is_said_with_low_confidence_is_less_often_right(scores: Scores) -> None:
    assert scores["headline said 0.55"].score < scores["headline said 0.95"].score


@pytest.mark.parametrize("field", ["byline", "dateline"])
def test_of_what_is_said_with_nine_tenths_of_certainty_nineteen_in_twenty_are_right(scores: Scores, field: str) -> None:
    sure = [name for name in scores if name.startswith(f"{field} said 0.9") and " by " not in name]
    expected = sum(scores[name].expected for name in sure)
    assert sum(scores[name].hits for name in sure) >= 0.95 * expected
