"""4. Costs -> Report: medians, ratios paired by repeat, growth between sizes; as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

import msgspec

from tests.benchmarks.measure import Cost, Size

STEPS = {
    "version": "newsarchive --version",
    "cold": "cold build",
    "hugo": "Hugo, cold build",
    "one-job": "cold build, --jobs 1",
    "floor": "floor: the same files written",
    "unchanged": "nothing changed",
    "issue": "one issue of 20 added",
    "touched": "one article touched",
}
RATIOS = (("cold", "hugo"), ("cold", "floor"), ("one-job", "cold"))
MEASURES = ("wall", "cpu", "memory")


class Result(msgspec.Struct, frozen=True):
    """One size: for each step the cost in each repeat, and what the finished sites hold."""

    articles: int
    costs: dict[str, list[Cost]]
    sizes: dict[str, Size]


class Summary(msgspec.Struct, frozen=True):
    """A step at one size over all repeats; memory is the highest seen. `stopped` counts those that did not finish."""

    articles: int
    step: str
    wall_median: float
    wall_least: float
    wall_most: float
    cpu_median: float
    memory: float
    stopped: int = 0


class Ratio(msgspec.Struct, frozen=True):
    """How many times the one step costs what the other does: the ratios within each repeat, median and range."""

    articles: int
    step: str
    against: str
    measure: str
    median: float
    least: float
    most: float


class Growth(msgspec.Struct, frozen=True):
    """How many times a step costs at one size what it does at the size before (medians; for memory, the highest)."""

    step: str
    articles_from: int
    articles_to: int
    wall: float
    cpu: float
    memory: float | None


class Machine(msgspec.Struct, frozen=True):
    """Where and when it ran."""

    date: str
    system: str
    cores: int
    python: str
    hugo: str | None
    workdir: str


class Report(msgspec.Struct, frozen=True):
    """All of a run. `results` holds the single costs, the rest is worked out from them."""

    machine: Machine
    options: dict[str, str]
    summaries: tuple[Summary, ...]
    ratios: tuple[Ratio, ...]
    growths: tuple[Growth, ...]
    results: tuple[Result, ...]


def to_report(machine: Machine, options: dict[str, str], results: tuple[Result, ...]) -> Report:
    """The report on what was measured."""
    summaries = tuple(
        _summary(result.articles, step, result.costs[step])
        for result in results
        for step in STEPS
        if result.costs.get(step)
    )
    ratios = tuple(ratio for result in results for ratio in _ratios(result))
    return Report(machine, options, summaries, ratios, tuple(_growths(summaries)), results)


def to_table(report: Report) -> str:
    """The report for reading."""
    return "\n".join(_lines(report)) + "\n"


def to_json(report: Report) -> bytes:
    """The report for keeping: one object, indented."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"


def _summary(articles: int, step: str, costs: list[Cost]) -> Summary:
    walls = [cost.wall for cost in costs]
    cpu = median(cost.cpu for cost in costs)
    memory, stopped = max(cost.memory for cost in costs), sum(cost.stopped for cost in costs)
    return Summary(articles, step, median(walls), min(walls), max(walls), cpu, memory, stopped)


def _ratios(result: Result) -> Iterator[Ratio]:
    for step, against in RATIOS:
        pairs = list(zip(result.costs.get(step, []), result.costs.get(against, []), strict=False))
        for measure in MEASURES:
            values = [getattr(a, measure) / getattr(b, measure) for a, b in pairs if getattr(b, measure)]
            if values:
                yield Ratio(result.articles, step, against, measure, median(values), min(values), max(values))


def _growths(summaries: tuple[Summary, ...]) -> Iterator[Growth]:
    for step in STEPS:
        for small, large in pairwise(one for one in summaries if one.step == step):
            yield Growth(
                step,
                small.articles,
                large.articles,
                large.wall_median / small.wall_median,
                large.cpu_median / small.cpu_median,
                large.memory / small.memory if small.memory else None,
            )


def _lines(report: Report) -> Iterator[str]:
    machine = report.machine
    yield f"{machine.date}  {machine.system}, {machine.cores} cores, Python {machine.python}"
    yield f"{machine.hugo or 'without Hugo'}; in {machine.workdir}"
    yield ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in report.options.items())
    for result in report.results:
        yield ""
        yield f"{result.articles:,} articles"
        for name, size in result.sizes.items():
            yield f"  {name}: {size.files:,} files, {size.pages:,} of them pages, {size.megabytes:,.1f} MB"
        yield f"  {'':32}{'wall s':>10}{'least':>10}{'most':>10}{'cpu s':>10}{'MB':>8}"
        for one in report.summaries:
            if one.articles == result.articles:
                walls = f"{one.wall_median:10.3f}{one.wall_least:10.3f}{one.wall_most:10.3f}"
                least = f"  at least: stopped {one.stopped} times" if one.stopped else ""
                yield f"  {STEPS[one.step]:32}{walls}{one.cpu_median:10.3f}{_or_dash(one.memory, '.0f'):>8}{least}"
        for ratio in report.ratios:
            if ratio.articles == result.articles:
                span = f"({ratio.least:.2f} to {ratio.most:.2f})"
                most = "  at most" if any(cost.stopped for cost in result.costs[ratio.against]) else ""
                yield f"  {f'{ratio.step} / {ratio.against}, {ratio.measure}':32}{ratio.median:10.2f} {span:>20}{most}"
    if report.growths:
        yield ""
        yield f"{'growth, times':34}{'':>20}{'wall':>10}{'cpu':>10}{'memory':>10}"
    for growth in report.growths:
        span = f"{growth.articles_from:,} to {growth.articles_to:,}"
        figures = f"{growth.wall:10.2f}{growth.cpu:10.2f}{_or_dash(growth.memory, '.2f'):>10}"
        yield f"  {STEPS[growth.step]:32}{span:>20}{figures}"


def _or_dash(value: float | None, form: str) -> str:
    return format(value, form) if value else "-"
