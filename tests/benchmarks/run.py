"""4. The command line: builds the same paper with newsarchive and with Hugo, in turn, and says what each cost.

For each size the sources are generated once. Each repeat takes newsarchive through a cold build, a build with nothing
changed, one with a new issue and one with a touched article, and Hugo through a cold build; who begins alternates.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from tests.benchmarks.corpus import ARTICLES_A_DAY, touch_article
from tests.benchmarks.hugo import hugo_command, hugo_version
from tests.benchmarks.measure import Cost, FailedError, Size, environment, measure, size_of
from tests.benchmarks.report import Machine, Result, to_json, to_report, to_table

ROOT = Path(__file__).resolve().parents[2]
NEWSARCHIVE = [sys.executable, "-m", "newsarchive"]
Record = Callable[[str, Cost], None]


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for on the command line."""

    sizes: tuple[int, ...]
    repeat: int
    against: str | None
    jobs: int | None
    jobs_ratio: bool
    seed: int
    language: str
    least_tag: int
    patience: float | None
    workdir: Path
    json: Path | None


class Bench(msgspec.Struct, frozen=True):
    """One size, ready to be measured."""

    folder: Path  # everything of this size lies here
    sources: Path  # the paper
    issue: Path  # one more day of it
    site: Path | None  # the same articles as a Hugo site


def main(arguments: list[str] | None = None) -> int:
    """`python -m tests.benchmarks`: gives 0, or 1 where a measured command fails."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="newsarchive-benchmark-", dir=options.workdir) as work:
        try:
            results = tuple(_run_size(articles, options, Path(work)) for articles in options.sizes)
        except (FailedError, subprocess.CalledProcessError) as error:
            print(error, file=sys.stderr)
            return 1
    report = to_report(_machine(options), _asked(options), results)
    if options.json:
        options.json.write_bytes(to_json(report))
    print(to_table(report), end="")
    return 0


def _run_size(articles: int, options: Options, work: Path) -> Result:
    costs: dict[str, list[Cost]] = {}
    sizes: dict[str, Size] = {}
    with _fresh(work / str(articles)) as folder:
        bench = _prepare(articles, options, folder)
        for repeat in range(options.repeat):

            def record(step: str, cost: Cost, repeat: int = repeat) -> None:
                costs.setdefault(step, []).append(cost)
                print(
                    f"{articles:,} articles, {repeat + 1} of {options.repeat}: {step} {cost.wall:.3f} s",
                    file=sys.stderr,
                )

            sides = [_measure_newsarchive, _measure_hugo] if bench.site else [_measure_newsarchive]
            for side in sides if repeat % 2 == 0 else reversed(sides):
                sizes |= side(bench, options, record)
    return Result(articles, costs, dict(sorted(sizes.items(), reverse=True)))


def _prepare(articles: int, options: Options, folder: Path) -> Bench:
    sources, issue, site = folder / "sources", folder / "issue", folder / "hugo"
    paper = ["--seed", str(options.seed), "--language", options.language]
    _generate("corpus", str(sources), "--articles", str(articles), *paper)
    _generate("corpus", str(issue), "--articles", str(articles + ARTICLES_A_DAY), "--first", str(articles), *paper)
    if options.against is None:
        return Bench(folder, sources, issue, None)
    _generate("hugo", str(site), "--articles", str(articles), "--least-tag", str(options.least_tag), *paper)
    return Bench(folder, sources, issue, site)


def _measure_newsarchive(bench: Bench, options: Options, record: Record) -> dict[str, Size]:
    jobs = [] if options.jobs is None else ["--jobs", str(options.jobs)]
    build = [*NEWSARCHIVE, "build", "--quiet", *jobs]
    with _fresh(bench.folder / "project") as project:
        record("version", measure([*NEWSARCHIVE, "--version"], project))
        seeds = Path(shutil.copytree(bench.sources / "seeds", project / "seeds"))
        record("cold", measure(build, project))
        size = size_of(project / "build")
        with _fresh(bench.folder / "floor") as floor:
            record("floor", _measure_floor(project / "build", floor))
        record("unchanged", measure(build, project))
        shutil.copytree(bench.issue / "seeds", seeds, dirs_exist_ok=True)
        record("issue", measure(build, project))
        touch_article(_middle_page(seeds), options.language)
        record("touched", measure(build, project))
    if options.jobs_ratio:
        with _fresh(bench.folder / "project") as project:
            shutil.copytree(bench.sources / "seeds", project / "seeds")
            record("one-job", measure([*NEWSARCHIVE, "build", "--quiet", "--jobs", "1"], project))
    return {"newsarchive": size}


def _measure_hugo(bench: Bench, options: Options, record: Record) -> dict[str, Size]:
    assert bench.site
    with _fresh(bench.folder / "hugo-run") as run:
        out = run / "public"
        record("hugo", measure(hugo_command(bench.site, out), run, options.patience))
        return {"hugo": size_of(out)}


def _measure_floor(site: Path, fresh: Path) -> Cost:
    command = [sys.executable, "-m", "tests.benchmarks.floor", str(site), str(fresh)]
    return msgspec.json.decode(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout, type=Cost)


def _middle_page(seeds: Path) -> Path:
    days = sorted(seeds.iterdir())
    return days[len(days) // 2] / "02.txt"


def _generate(module: str, *arguments: str) -> None:
    """Runs a writer of the corpus as a process of its own, so that this one stays small (see `measure`)."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def _fresh(folder: Path) -> Iterator[Path]:
    """A new empty folder, gone afterwards."""
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _machine(options: Options) -> Machine:
    return Machine(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        system=f"{platform.system()} {platform.machine()}",
        cores=os.cpu_count() or 1,
        python=platform.python_version(),
        hugo=hugo_version() if options.against else None,
        workdir=str(options.workdir),
    )


def _asked(options: Options) -> dict[str, str]:
    """The options that bear on the figures, as words."""
    asked = {
        "repeat": options.repeat,
        "jobs": options.jobs or "default",
        "seed": options.seed,
        "language": options.language,
        "least_tag": options.least_tag,
        "patience": options.patience or "endless",
    }
    return {name: str(value) for name, value in asked.items()}


def _options(arguments: list[str] | None) -> Options:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    add = parser.add_argument
    add("sizes", nargs="*", type=_size, default=[1000, 10_000], help="numbers of articles (default: 1000 10000)")
    add("--repeat", type=int, default=5, help="how often each size is measured (default: %(default)s)")
    add("--against", choices=["hugo"], help="measure this one too")
    add("--jobs", type=int, help="handed to newsarchive build; without it, newsarchive decides")
    add("--jobs-ratio", action="store_true", help="one more cold build with --jobs 1 in each repeat")
    add("--seed", type=int, default=1)
    add("--language", default="zh", help="zh or en (default: %(default)s)")
    add("--least-tag", type=int, default=1, help="Hugo gets no tag of fewer articles (default: %(default)s)")
    add("--patience", type=float, metavar="SECONDS", help="Hugo is stopped after that; its figures are the least then")
    add("--workdir", type=Path, default=_memory_folder(), help="where the work is done (default: %(default)s)")
    add("--json", metavar="FILE", type=Path, help="write the report there too")
    return Options(**vars(parser.parse_args(arguments)))


def _size(text: str) -> int:
    if not text.isdecimal() or not int(text) or int(text) % ARTICLES_A_DAY:
        raise argparse.ArgumentTypeError(f"{text} is not a number of whole days of {ARTICLES_A_DAY} articles")
    return int(text)


def _memory_folder() -> Path:
    """A memory file system where there is one, so that no disk is measured; else the usual place for such things."""
    shared = Path("/dev/shm")
    return shared if shared.is_dir() and os.access(shared, os.W_OK) else Path(tempfile.gettempdir())
