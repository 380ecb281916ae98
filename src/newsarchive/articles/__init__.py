"""3. Source -> Reading: articles, page furniture, problems, and the account of characters. The list of rules:"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from newsarchive.articles.account import settle
from newsarchive.articles.article import to_article
from newsarchive.articles.labels import Labelled, label_units
from newsarchive.articles.language import detect
from newsarchive.articles.patterns import patterns
from newsarchive.articles.pieces import Piece
from newsarchive.articles.record import Furniture, Issue, Lines, Reading, ReadingProblem
from newsarchive.articles.stories import to_stories
from newsarchive.articles.units import to_units
from newsarchive.blocks import to_blocks

if TYPE_CHECKING:
    from newsarchive.sources import Source


class LabelledBlock(msgspec.Struct, frozen=True):
    """A line of the table that `inspect` prints: what a part of the page was taken for, and why."""

    lines: Lines
    label: str
    rule: str
    confidence: float
    text: str


def read(source: Source) -> Reading:
    """All that a newspaper reader finds on a source. Pure; never raises, never loses a character, for any text."""
    return read_with_labels(source)[0]


def read_with_labels(source: Source) -> tuple[Reading, tuple[LabelledBlock, ...]]:
    """The reading of a source, and what each part of the page was taken for."""
    blocks = to_blocks(source.body, source.first_line)
    language = source.hints.language or detect(source.body)
    rules = patterns((language,))
    labelled = label_units(to_units(blocks, rules), rules)
    stories, loose = to_stories(labelled, rules)
    made = [to_article(story, rules) for story in stories]
    furniture = [(each.label, piece) for each in loose for piece in each.unit.pieces]
    furniture += [entry for each in made for entry in each.furniture]
    placed = [piece for each in made for piece in each.placed]
    characters, dropped = settle(blocks, placed, [piece for _, piece in furniture])
    reading = Reading(
        source=source.path,
        sha256=source.sha256,
        language=language,
        issue=_issue(source, labelled),
        articles=tuple(each.article for each in made),
        furniture=tuple(Furniture(kind, piece.text, (piece.line, piece.line)) for kind, piece in furniture),
        characters=characters,
        problems=(*_source_problems(source), *dropped),
    )
    return reading, tuple(_row(each) for each in labelled)


def _issue(source: Source, labelled: list[Labelled]) -> Issue:
    hints = source.hints
    return Issue(publication=hints.publication, date=hints.date, page=hints.page, section=hints.section, evidence=dict(hints.evidence))


def _source_problems(source: Source) -> list[ReadingProblem]:
    return [
        ReadingProblem(code=problem.code, severity=problem.severity, line=problem.where.line, message=problem.message)
        for problem in source.problems
    ]


def _row(each: Labelled) -> LabelledBlock:
    return LabelledBlock(each.unit.at, each.label, each.rule, each.confidence, each.unit.text[:60])


_ = Piece
