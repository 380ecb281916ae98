"""The verb `inspect`: files -> how each is read, as a table for people or as the record for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from newsarchive.articles import LabelledBlock, read, read_with_labels
from newsarchive.articles.record import Article, Evidence, Reading, to_json
from newsarchive.config import CONFIG_NAME, SourceFolder, read_config
from newsarchive.problems import SourcesError
from newsarchive.sources import Folder, Source, folders, read_source, scan

TEXT_SHOWN = 40  # characters of each block


class Page(msgspec.Struct, frozen=True):
    """A source, and how the user may name its file."""

    source: Source
    file: str


class Doubt(msgspec.Struct, frozen=True, order=True):
    """A field that a person should look at; sorts worst first."""

    confidence: float
    source: str
    line: int
    field: str
    rule: str
    value: str


def inspect(files: Iterable[Path], form: str, below: float | None) -> None:
    """Print how the files are read; of a folder, or without files, how all pages of the project there are read. Raises
    SourcesError for a file that is not there, and where there is no page."""
    named = tuple(files) or (Path(),)
    pages = (page for path in named for page in (_pages_of(path) if path.is_dir() else (_page(path),)))
    if below is not None:
        _print_doubts(pages, form, below)
    elif form == "json":
        out: BinaryIO = sys.stdout.buffer
        for page in pages:
            out.write(to_json(read(page.source)) + b"\n")
        out.flush()
    else:
        for page in pages:
            _print_table(page.source, *read_with_labels(page.source))


def doubts(reading: Reading, below: float) -> Iterator[Doubt]:
    """The fields of a reading that are less sure than `below`."""
    for article in reading.articles:
        for found in article.evidence:
            if found.confidence < below:
                yield Doubt(
                    found.confidence, reading.source, found.lines[0], found.field, found.rule, _value(article, found)
                )


def _page(file: Path) -> Page:
    try:
        return Page(_read(file, _folders_of(_project_of(file))), str(file))
    except OSError as error:
        raise SourcesError(
            f"cannot read {file}: {error.strerror}", "give the path of a file with the text of a newspaper page"
        ) from None


def _pages_of(folder: Path) -> Iterator[Page]:
    """All pages of the project in a folder, as a build finds them."""
    config = read_config(folder)
    places, found = folders(config), scan(config)
    for problem in found.problems:
        click.echo(str(problem), err=True)
    for stamp in found.stamps:
        place = places[stamp.folder]
        file = stamp.path.removeprefix(place.prefix)
        try:
            source = read_source(place.path, stamp.path, place.defaults, place.prefix)
        except OSError as error:
            raise SourcesError(f"cannot read {file}: {error.strerror}", "look at its rights, or move it") from None
        yield Page(source, _shown(place.path / file) if isinstance(place.path, Path) else f"{place.path}/{file}")


def _shown(path: Path) -> str:
    """A path as one would type it here."""
    here = Path().absolute()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _read(file: Path, places: tuple[Folder, ...]) -> Source:
    """The file as a build would read it: a file of the project by its path below the source folder."""
    real = file.resolve()
    for place in places:
        if isinstance(place.path, Path) and real.is_relative_to(place.path.resolve()):
            path = place.prefix + real.relative_to(place.path.resolve()).as_posix()
            return read_source(place.path, path, place.defaults, place.prefix)
    return read_source(Path(), file.as_posix(), SourceFolder("."))


def _project_of(file: Path) -> Path:
    """The project that a file lies in: the nearest folder above it with a configuration, else the one we are in."""
    above = file.resolve().parents
    return next((folder for folder in above if (folder / CONFIG_NAME).is_file()), Path())


@lru_cache
def _folders_of(project: Path) -> tuple[Folder, ...]:
    """The source folders of a project, none where they are missing. Raises ConfigError for a mistake in its file."""
    config = read_config(project)
    try:
        return folders(config)
    except SourcesError:
        return ()


def _value(article: Article, found: Evidence) -> str:
    value = getattr(article, found.field, None)
    if isinstance(value, tuple):
        return " / ".join(str(getattr(part, "text", part)) for part in value)
    text = getattr(value, "text", value)
    return "" if text is None else str(text)


def _print_doubts(pages: Iterable[Page], form: str, below: float) -> None:
    """The fields less sure than `below`, worst first; what is wrong with a whole page goes to the standard error."""
    found: list[tuple[Doubt, str]] = []
    read_pages = 0
    for page in pages:
        reading = read(page.source)
        read_pages += 1
        found += [(doubt, page.file) for doubt in doubts(reading, below)]
        for problem in reading.problems:
            if problem.severity != "info":
                click.echo(f"{page.file}: {problem.severity}: {problem.message} [{problem.code}]", err=True)
    for doubt, file in sorted(found):
        if form == "json":
            click.echo(msgspec.json.encode(doubt).decode())
            continue
        sure = click.style(f"{doubt.confidence:.2f}", fg="yellow" if doubt.confidence >= 0.5 else "red")
        click.echo(f"{sure}  {file}:{doubt.line}: {doubt.field}: {_short(doubt.value)}  ({doubt.rule})")
    if not found:
        click.echo(f"nothing is less sure than {below:g} in {read_pages} page{'s' * (read_pages != 1)}", err=True)


def _print_table(source: Source, reading: Reading, blocks: tuple[LabelledBlock, ...]) -> None:
    from rich import box
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    issue = reading.issue
    about = [
        ("language", reading.language),
        *((name, getattr(issue, name)) for name in ("publication", "date", "page", "section")),
    ]
    console.print(f"[bold]{escape(source.path)}[/]  {source.encoding}", soft_wrap=True)
    console.print("  ".join(f"{name} {escape(value)}" for name, value in about if value), soft_wrap=True)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for heading, width in (("lines", 7), ("taken for", 10), ("sure", 4), ("rule", 20)):
        table.add_column(heading, min_width=width, no_wrap=True)
    table.add_column("text", no_wrap=True, overflow="ellipsis", ratio=1)
    for block in blocks:
        colour = "green" if block.confidence >= 0.9 else "yellow" if block.confidence >= 0.7 else "red"
        table.add_row(
            _range(block.lines), block.label, f"[{colour}]{block.confidence:.2f}[/]", escape(block.rule),
            escape(_short(block.text)),
        )  # fmt: skip
    console.print(table)
    for number, article in enumerate(reading.articles, 1):
        console.print(f"[bold]{number}[/] {article.kind}: [bold]{escape(article.headline)}[/]", soft_wrap=True)
        for found in article.evidence:
            value = _short(_value(article, found))
            console.print(
                f"    {found.confidence:.2f} {found.field}: {escape(value)}  [dim]{escape(found.rule)}[/]",
                soft_wrap=True,
            )
    account = reading.characters
    console.print(
        f"characters: {account.read} read = {account.placed} placed + {account.furniture} furniture"
        f" + {account.dropped} dropped"
    )
    for problem in reading.problems:
        line = "" if problem.line is None else f":{problem.line}"
        console.print(f"{escape(source.path)}{line}: {problem.severity}: {escape(problem.message)} ({problem.code})")
    console.print()


def _range(lines: tuple[int, int]) -> str:
    return str(lines[0]) if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= TEXT_SHOWN else flat[: TEXT_SHOWN - 1] + "…"
