"""The command line. Each verb is one small module, imported only when called, so that `--version` answers at once.

Exit codes: 0 done, 1 there were problems and `--strict` was given, 2 could not run, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from newsarchive import __version__
from newsarchive.problems import NewsarchiveError

if TYPE_CHECKING:
    from newsarchive.build import Summary
    from newsarchive.problems import Problem

SHOWN = 20  # problems printed after a build


class Verbs(click.Group):
    """A group that prints our errors as one sentence with a hint, and leaves with exit code 2."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except NewsarchiveError as error:
            _fail(error)
        except KeyboardInterrupt:
            click.echo("stopped; the next build goes on from here", err=True)
            sys.exit(130)
        except BrokenPipeError:
            raise
        except OSError as error:
            if error.filename is None:
                raise
            _fail(NewsarchiveError(f"{error.filename}: {error.strerror}"))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="newsarchive")
def main() -> None:
    """Folders of newspaper-page text to a static archive that people read and cite.

    \b
    Example:
      newsarchive init my-archive
      newsarchive build my-archive
    Then open my-archive/build/index.html by double click.
    """


_PROJECT = click.Path(path_type=Path)


@main.command()
@click.argument("folder", metavar="[DIR]", default=".", type=_PROJECT)
@click.option("--output", "-o", metavar="DIR", help="Folder to write the site to, or s3://…  [default: build]")
@click.option("--jobs", "-j", type=click.IntRange(1), metavar="N", help="Processes at work.  [default: one a core]")
@click.option("--scheduler", metavar="ADDRESS", help="Work on the Dask cluster at tcp://HOST:8786 instead.")
@click.option("--strict", is_flag=True, help="Any warning makes the exit code 1.")
@click.option("--quiet", "-q", is_flag=True, help="Print problems only.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
def build(
    folder: Path,
    output: str | None,
    jobs: int | None,
    scheduler: str | None,
    strict: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Build the site of the project in DIR (here by default): seeds/ becomes build/.

    Only what changed is read and written; a build that was interrupted is completed.

    \b
    Example:
      newsarchive build --strict
      newsarchive build my-archive --output /srv/www/archive
      newsarchive build --scheduler tcp://10.0.0.1:8786 --output s3://bucket/site
    """
    from newsarchive.build import build as run
    from newsarchive.places import is_address

    if output is not None and not is_address(output):
        output = str(Path(output).absolute())  # seen from the shell's folder, as every path on a command line
    if not folder.is_dir():
        raise _no_project(folder)
    if scheduler and jobs:
        raise click.UsageError("--jobs is for this machine; a cluster has as many workers as were started")
    if sys.stderr.isatty() and not quiet and not as_json:
        from newsarchive.terminal import Bars

        with Bars() as bars:
            summary = run(folder, to=output, jobs=jobs, scheduler=scheduler, progress=bars)
    else:
        summary = run(folder, to=output, jobs=jobs, scheduler=scheduler)
    if as_json:
        import msgspec

        click.echo(msgspec.json.encode(summary).decode())
    else:
        _say(summary, quiet)
    counted = [problem for problem in summary.problems if problem.severity != "info"]
    if strict and counted:
        sys.exit(1)


@main.command()
@click.argument("files", metavar="[FILE | DIR]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--below", type=click.FloatRange(0, 1), metavar="P", help="Only fields less sure than P, worst first.")
def inspect(files: tuple[Path, ...], form: str, below: float | None) -> None:
    """Show how each FILE is read: what each block was taken for, by which rule, and how sure.

    Of a DIR, or of this folder where nothing is named, all pages of the project there.
    With --format json the whole record, one JSON object a file, one a line.

    \b
    Example:
      newsarchive inspect seeds/2023-11-24/01.txt
      newsarchive inspect --format json seeds/*.txt > record.jsonl
      newsarchive inspect --below 0.7
    """
    from newsarchive.inspect import inspect as run

    run(files, form, below)


@main.command()
@click.argument("folder", metavar="[DIR]", default=".", type=_PROJECT)
def init(folder: Path) -> None:
    """Begin a project in DIR (here by default): a seeds/ folder with a sample page, and newsarchive.yaml.

    Nothing that is there already is changed.

    \b
    Example:
      newsarchive init my-archive
    """
    from newsarchive.init import init as run

    for line in run(folder):
        click.echo(line)


def _no_project(folder: Path) -> NewsarchiveError:
    if folder.exists():
        return NewsarchiveError(f"{folder} is a file, not a folder", "name the folder that holds the source folder")
    return NewsarchiveError(f"there is no folder {folder}", f"make one with: newsarchive init {folder}")


def _say(summary: Summary, quiet: bool) -> None:
    """Errors, then warnings; of mere remarks, such as a page without a date, one of each kind with their number."""
    counted = [problem for problem in summary.problems if problem.severity != "info"]
    gravest_first = sorted(counted, key=lambda problem: problem.severity)
    for problem in gravest_first[:SHOWN]:
        click.echo(_coloured(problem), err=True)
    if len(gravest_first) > SHOWN:
        click.echo(f"… and {len(gravest_first) - SHOWN:,} more; --json lists them all", err=True)
    remarks: dict[str, list[Problem]] = {}
    for problem in summary.problems:
        if problem.severity == "info":
            remarks.setdefault(problem.code, []).append(problem)
    for first, *others in remarks.values():
        more = f" (and {len(others):,} more)" if others else ""
        click.echo(_coloured(first) + more, err=True)
    for note in summary.notes:
        click.echo(f"note: {note}", err=True)
    if quiet:
        return
    click.echo(
        f"{_many(summary.sources, 'source')} ({summary.read} read), {_many(summary.articles, 'article')}, "
        f"{_many(summary.pages, 'page')}: {summary.written} written, {summary.unchanged} unchanged, "
        f"{len(summary.removed)} removed; {_many(len(counted), 'problem')}; {summary.seconds:.2f} s"
    )
    click.echo(f"open {summary.output}/index.html")


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _coloured(problem: Problem) -> str:
    colours = {"error": "red", "warning": "yellow", "info": "cyan"}
    severity = click.style(problem.severity, fg=colours[problem.severity], bold=True)
    return f"{problem.where}: {severity}: {problem.message} [{problem.code}]"


def _fail(error: NewsarchiveError) -> NoReturn:
    for line in error.message.splitlines():
        click.echo(f"{click.style('error', fg='red', bold=True)}: {line}", err=True)
    if error.hint:
        click.echo(f"{click.style('hint', fg='cyan')}: {error.hint}", err=True)
    sys.exit(2)
