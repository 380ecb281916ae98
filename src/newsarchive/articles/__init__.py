"""4. Source -> Reading: articles, page furniture, problems, and the account of characters. The list of rules:

1 `language`; 2 `labels` of `units` (made of `lines`, which `cuts` and `widths` part, after the headings were `mended`;
`sentences` and `verse` know how texts begin and end); 3 `stories` (`draft`, `rubrics` over `column_items`, `offers`,
`habits`, `crossheads` by `crosshead_signs`, `openings`, `sections`, `order`, `dividers`, `interleaved`, `columns` by
`links`, `joins`, `picture_stories`); 4 `headings`, which `heads` put together; 5 `names`, `bylines` and `signed_lines`;
6 `body` and `seams`; 7 `photos`; 8 `punctuation`; 9 `folio` and the other furniture; 10 `account`. An `article` puts 4
to 8 together, with the `evidence`. Each is a file of this folder, or a folder of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec

from newsarchive.articles.account import settle
from newsarchive.articles.article import Made, to_article
from newsarchive.articles.folio import find_issue
from newsarchive.articles.headings import trust_in_levels
from newsarchive.articles.labels import Labelled, label_units
from newsarchive.articles.language import detect
from newsarchive.articles.patterns import Patterns, patterns
from newsarchive.articles.pieces import joined, lines_of
from newsarchive.articles.record import Article, Furniture, Issue, Lines, Reading, ReadingProblem
from newsarchive.articles.seams import Seams, spaces_told
from newsarchive.articles.stories import to_stories
from newsarchive.articles.units import to_units
from newsarchive.blocks import Block, to_blocks
from newsarchive.sources import Source
from newsarchive.sources.dates import find_date
from newsarchive.words import languages, words

_LONG_HEADING = 60
_TELLING = ("folio", "masthead", "running-head")
_DOUBT = 0.3  # how sure the headline of a page in one line is
_PAGE_IN_A_LINE = 900  # characters of a line that holds a page and not a paragraph
_MASTHEAD = 300  # characters in which the date of a page stands
_set_apart = re.compile(  # headlines, mastheads and agencies run into a text
    r"(?:[A-ZÀ-ÞİŞĞ]{2,}[A-ZÀ-ÞİŞĞ.,’'\-]* (?:\d{1,4} )?){2,}|\((?:[A-Z]{2,4}|(?:[A-Z]\.){2,4})\)"
).finditer
_latin_run = re.compile(r"[A-Za-z](?:[A-Za-z’',.]* [A-Za-z]){9}").search
_latin_words = re.compile(
    r" [A-Za-z](?:[A-Za-z’',.]* [A-Za-z]){8}"
).search  # the same from its first space: found faster


class LabelledBlock(msgspec.Struct, frozen=True, gc=False):
    """A line of the table that `inspect` prints: what a part of the page was taken for, and why."""

    lines: Lines
    label: str
    rule: str
    confidence: float
    text: str


def read(source: Source) -> Reading:
    """All that a newspaper reader finds on a source. Pure; never raises, never loses a character, for any text."""
    return _read(source)[0]


def read_with_labels(source: Source) -> tuple[Reading, tuple[LabelledBlock, ...]]:
    """The reading of a source, and what each part of the page was taken for."""
    reading, labelled = _read(source)
    return reading, tuple(_row(each) for each in labelled)


def _read(source: Source) -> tuple[Reading, list[Labelled]]:
    blocks = to_blocks(source.body, source.first_line)
    language = _language(source.hints.language, _text_of(blocks))
    rules = patterns(_languages(language, source.body))
    labelled = label_units(to_units(blocks, rules), rules)
    issue = _issue(source, labelled, rules)
    stories, loose = to_stories(labelled, rules)
    told = spaces_told(source.body, source.first_line) if rules.main.script == "kore" else {}
    seams = Seams((line.text for block in blocks for line in block.lines), rules, told)
    trust = trust_in_levels([[each.unit.level for each in story.headings] for story in stories])
    made = [to_article(story, rules, seams, issue.date, trust) for story in stories]
    unsplit = _unsplit(labelled, rules)
    furniture = [piece for each in loose for piece in each.unit.pieces]
    furniture += [piece for each in made for _, pieces in each.furniture for piece in pieces]
    placed = [piece for each in made for piece in each.placed]
    characters, dropped = settle(blocks, placed, furniture)
    reading = Reading(
        source=source.path,
        sha256=source.sha256,
        language=language,
        issue=issue,
        articles=tuple(_doubted(each.article, unsplit) for each in made),
        furniture=_furniture(loose, made),
        characters=characters,
        problems=(*_source_problems(source), *_problems(labelled, made, issue), *unsplit, *dropped),
    )
    return reading, labelled


def _language(hint: str | None, text: str) -> str:
    """The tag that was given; where it leaves the script open (`zh`), the text tells it."""
    if hint and (hint in languages() or hint.partition("-")[0] in languages()):
        return hint
    found = detect(text, hint or "und")
    return found if not hint or found.partition("-")[0] == hint.partition("-")[0] else hint


def _text_of(blocks: Sequence[Block]) -> str:
    return "\n".join([line.text for block in blocks if block.kind in ("heading", "paragraph") for line in block.lines])


def _languages(language: str, text: str) -> tuple[str, ...]:
    """The page's language, and the one of a story in Latin script on a page in another."""
    if words(language).script == "latn" or not _latin_words(text) or not (run := _latin_run(text)):
        return (language,)
    return (language, detect(text[run.start() : run.start() + 1500]))


def _issue(source: Source, labelled: Sequence[Labelled], rules: Patterns) -> Issue:
    """What front matter, pattern or path say, then what the page's own folio lines and masthead tell."""
    hints = source.hints
    lines = [(each.label, each.unit.text) for each in labelled if each.label in _TELLING and each.rule != "imprint"]
    found, evidence = find_issue(lines, rules)
    fields = {name: getattr(hints, name) or found.get(name) for name in ("publication", "date", "page", "section")}
    told = {name: hints.evidence.get(name) or evidence.get(name, "") for name, value in fields.items() if value}
    return Issue(**fields, evidence={name: where for name, where in told.items() if where})


def _furniture(loose: Iterable[Labelled], made: Iterable[Made]) -> tuple[Furniture, ...]:
    """All furniture in page order; the hyphens that fell away at breaks are one entry."""
    entries = [Furniture(each.label, each.unit.text, each.unit.at) for each in loose if each.unit.text]
    inside = [entry for each in made for entry in each.furniture]
    entries += [Furniture(kind, joined(pieces), lines_of(pieces)) for kind, pieces in inside if kind != "hyphen"]
    hyphens = [piece for kind, pieces in inside if kind == "hyphen" for piece in pieces]
    if hyphens:
        numbers = [piece.line for piece in hyphens]
        entries.append(Furniture("hyphen", "".join(piece.text for piece in hyphens), (min(numbers), max(numbers))))
    return tuple(sorted(entries, key=lambda entry: entry.lines))


def _problems(labelled: Sequence[Labelled], made: Sequence[Made], issue: Issue) -> list[ReadingProblem]:
    """What a person should know about this page."""
    problems: list[ReadingProblem] = []
    if labelled and not made:
        problems.append(
            ReadingProblem(code="no-articles", severity="warning", message="only furniture was found on this page")
        )
    said = {
        "refusal": "words of the program that read the page, not of the paper: listed as furniture, not published",
        "loop": "this repeats text that stands above: listed as furniture, not published twice",
    }
    problems += [
        ReadingProblem(code=each.label, severity="warning", line=each.unit.at[0], message=said[each.label])
        for each in labelled
        if each.label in said
    ]
    for each in made:
        article = each.article
        line = article.lines[0]
        if not article.heading_lines and not article.rubric and article.kind == "article":
            problems.append(
                ReadingProblem(
                    code="no-headline",
                    severity="info",
                    line=line,
                    message="no headline was found; the first words stand for it",
                )
            )
        if len(article.headline) > _LONG_HEADING * 3:
            problems.append(
                ReadingProblem(code="long-heading", severity="info", line=line, message="the headline is very long")
            )
    if labelled and not issue.date:
        problems.append(ReadingProblem(code="no-date", severity="info", message="nothing tells the date of this page"))
    return problems


def _unsplit(labelled: Sequence[Labelled], rules: Patterns) -> list[ReadingProblem]:
    """The complaint about a page whose lines were run together, so that nothing shows where its stories part."""
    if rules.main.script != "latn":
        return []
    texts = [each.unit for each in labelled if each.label == "text"]
    longest = max(texts, key=lambda unit: len(unit.text), default=None)
    if longest is None or len(longest.text) < _PAGE_IN_A_LINE or len(longest.pieces) > 2:
        return []
    most = len(longest.text) * 10 >= 8 * sum(len(each.unit.text) for each in labelled)
    if not most or not (len(longest.text) >= 4 * _PAGE_IN_A_LINE or _holds_headings(longest.text)):
        return []
    message = "nearly all of this page stands in one line: its stories and headlines are not parted"
    return [ReadingProblem(code="unsplit-page", severity="warning", line=longest.at[0], message=message)]


def _doubted(article: Article, unsplit: Sequence[ReadingProblem]) -> Article:
    """An article in the line that holds a whole page: what was taken for its headline is hardly one."""
    if not any(article.lines[0] <= (each.line or 0) <= article.lines[1] for each in unsplit):
        return article
    evidence = [
        msgspec.structs.replace(each, confidence=min(each.confidence, _DOUBT)) if each.field == "headline" else each
        for each in article.evidence
    ]
    return msgspec.structs.replace(article, evidence=tuple(evidence))


def _holds_headings(text: str) -> bool:
    """Whether words in capitals or agencies stand in several places of a text, as in mastheads, headlines and leads; a
    date at its head counts for two."""
    dated = 2 * (find_date(text[:_MASTHEAD]) is not None)
    return dated + sum(1 for _ in islice(_set_apart(text), 3)) >= 3


def _source_problems(source: Source) -> list[ReadingProblem]:
    return [
        ReadingProblem(code=problem.code, severity=problem.severity, line=problem.where.line, message=problem.message)
        for problem in source.problems
    ]


def _row(each: Labelled) -> LabelledBlock:
    return LabelledBlock(each.unit.at, each.label, each.rule, each.confidence, each.unit.text[:60])
