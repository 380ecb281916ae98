"""The columns of a Chinese page in the order of print: where texts break off in mid-sentence, what goes on with which.

A tool that reads columns in a wrong order leaves breaks whose halves do not fit. Such breaks, and texts that break off
or begin in mid-sentence beside nothing, are put together anew: as a whole, so that what stands at each break fits best.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise, takewhile

import msgspec

from newsarchive.articles.bylines import read_lead
from newsarchive.articles.labels import Labelled
from newsarchive.articles.links import PageWords, begins_sentence, fits, fits_at_break
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import begins_item, ends_sentence, has_few_stops, leads_on
from newsarchive.articles.story import COLUMN_LOST, Story, overlap

_SHORTEST = 12  # characters of a text whose missing stop means that it breaks off
_DOUBTFUL = -2.0  # the score at a break below which it may join what does not belong together
_AS_READ = 2.0  # how much more a break is believed whose halves the tool read one after the other
_WHOLE = 1.0  # how much a text is believed to begin where it stands
_SURE = 0.0  # the score of a text that begins a paragraph, whatever breaks off elsewhere
_WANTED = 0.5  # how well another run goes on at least, so that the one it was read behind is looked at, too
_UNFIT = -5.0  # the score of two halves that cannot go together
_MOST, _CHOICES = 8, 4  # texts of a page that break off and are looked at together, and what may go on with one
_FAR = 0.05  # how much less two halves are believed for each piece of the page between them
_LAST, _SAMPLE = 8, 600  # texts and characters at the end of a piece that tell what it is about
_LEAST = 2.5  # how much better another order is at least


class Run(msgspec.Struct, dict=True):
    """A piece of a column: the units of a story from one break to the next."""

    story: int
    units: list[Labelled]
    begins: bool  # nothing breaks off above it
    breaks_off: bool = False

    @cached_property
    def head(self) -> str:
        """Its first words."""
        return next((each.unit.text[:_SAMPLE] for each in self.units if each.label == "text"), "")

    @cached_property
    def text(self) -> str:
        """Its last words."""
        texts = [each.unit.text for each in self.units if each.label == "text"]
        return "".join(texts[-_LAST:])[-_SAMPLE:]


Links = dict[int, int]  # by the place of a run, that of the run which goes on with it


def in_print_order(stories: Sequence[Story], patterns: Patterns) -> list[Story]:
    """The stories with their columns in the order of print."""
    if patterns.main.script != "hans":
        return list(stories)
    runs = [run for at, story in enumerate(stories) for run in _runs_of(at, story, patterns)]
    before = {at: at + 1 for at, (run, after) in enumerate(pairwise(runs)) if not after.begins}
    links = _best_links(runs, before)
    return list(stories) if links == before else _put_together(stories, runs, before, links)


def _runs_of(story: int, whole: Story, patterns: Patterns) -> Iterator[Run]:
    run = Run(story, [], begins=True)
    has_text = False
    text = "".join([each.unit.text for each in whole.units if each.label == "text"])
    offers = patterns.advert(text) or any(patterns.notice(each.unit.text) for each in whole.headings)
    stops = not (offers or has_few_stops(text))
    for each in whole.units:
        if each.label == "text":
            may_begin = not begins_item(each.unit.text) and read_lead(each.unit.text, patterns) is None
            if has_text and (run.breaks_off or may_begin):
                over = 0 if run.breaks_off else _crossheads_at_end(run.units)
                following = Run(story, run.units[len(run.units) - over :], begins=not run.breaks_off)
                run.units = run.units[: len(run.units) - over]
                yield run
                run = following
            has_text, run.breaks_off = True, stops and _breaks_off(each)
        elif each.label in ("byline", "jump", "author-note"):
            run.breaks_off = False
        run.units.append(each)
    yield run


def _crossheads_at_end(units: Sequence[Labelled]) -> int:
    """How many crossheads stand at the end of some units, over the text that comes next."""
    return sum(1 for _ in takewhile(lambda each: each.label == "crosshead", reversed(units)))


def _breaks_off(each: Labelled) -> bool:
    text = each.unit.text
    if each.unit.verse or len(text) < _SHORTEST or text[-1] in "；;":
        return False
    return not (ends_sentence(text) or leads_on(text))


def _best_links(runs: Sequence[Run], before: Links) -> Links:
    """Which run goes on with which, of all that are in doubt."""
    loose = [at for at, run in enumerate(runs) if run.breaks_off and at not in before]
    strange = [at for at, after in before.items() if fits_at_break(runs[at].text, runs[after].head) < _DOUBTFUL]
    tails = sorted({*loose, *strange})[:_MOST]
    if not tails:
        return before
    doubtful = {runs[at].story for at in strange}
    heads = [after for at, after in before.items() if at in tails or runs[at].story in doubtful]
    heads += [at for at, run in enumerate(runs) if at and run.begins and run.head and begins_sentence(run.head) < _SURE]
    page = PageWords([run.text for run in runs])
    found = {pair: fit for tail in tails for pair, fit in _choices(tail, heads, runs, before, page)}
    wanted = {head for (tail, head), fit in found.items() if before.get(tail) != head and fit > _WANTED}
    others = [at for at, after in before.items() if after in wanted and at not in tails]  # which would lose theirs
    tails = [*tails, *others][:_MOST]
    found |= {pair: fit for tail in others for pair, fit in _choices(tail, heads, runs, before, page)}
    kept = {after for at, after in before.items() if at not in tails}  # what no other run may take
    return _best(before, tails, {pair: fit for pair, fit in found.items() if pair[1] not in kept})


def _choices(
    tail: int, heads: Sequence[int], runs: Sequence[Run], before: Links, page: PageWords
) -> Iterator[tuple[tuple[int, int], float]]:
    """The runs with which one may go on, each with how well they go together."""
    for head in heads:
        fit = fits(runs[tail].text, runs[head].head, page)
        if before.get(tail) == head:
            fit = max(fit + _AS_READ, _AS_READ / 10)
        else:
            fit -= _FAR * abs(head - tail) + _WHOLE * runs[head].begins
            if not runs[head].begins and fit > _UNFIT:
                fit = max(fit, (fit - _UNFIT) / 100)  # what is left on both sides goes together
        if fit > 0 and head != tail:
            yield (tail, head), fit


def _best(before: Links, tails: Sequence[int], values: dict[tuple[int, int], float]) -> Links:
    """The links of all that are in doubt, so that the whole fits best."""
    kept = {tail: head for tail, head in before.items() if tail not in tails}
    options = [
        sorted(((fit, head) for (tail, head), fit in values.items() if tail == at), reverse=True)[:_CHOICES]
        for at in tails
    ]
    hopes = [sum([each[0][0] for each in options[at:] if each]) for at in range(len(tails) + 1)]
    best, most = before, sum([values.get(pair, 0.0) for pair in before.items() if pair[0] in tails]) + _LEAST

    def search(at: int, found: Links, fit: float) -> None:
        nonlocal best, most
        if fit + hopes[at] <= most:
            return
        if at == len(tails):
            if not _has_circle(whole := {**kept, **found}, tails):
                best, most = whole, fit
            return
        for more, head in options[at]:
            if head not in found.values():
                search(at + 1, {**found, tails[at]: head}, fit + more)
        search(at + 1, found, fit)

    search(0, {}, 0.0)
    return best


def _has_circle(links: Links, tails: Sequence[int]) -> bool:
    return any(sum(1 for _ in islice(_chain(at, links), len(links) + 2)) > len(links) + 1 for at in tails)


def _put_together(stories: Sequence[Story], runs: Sequence[Run], before: Links, links: Links) -> list[Story]:
    """The stories of the runs in their new order."""
    chains = [list(_chain(at, links)) for at in range(len(runs)) if at not in set(links.values())]
    changed = {at for link in links.items() - before.items() for at in link}
    texts: dict[int, str] = {}  # of the stories whose columns were exchanged
    for chain in chains:
        if runs[chain[0]].begins and changed.intersection(chain):
            story = runs[chain[0]].story
            texts[story] = texts.get(story, "") + "".join([runs[at].text for at in chain])
    units: dict[int, list[Labelled]] = {at: [] for at in range(len(stories))}
    for chain in chains:
        known = next((runs[at].story for at in chain if runs[at].begins), None)
        home = _home(runs[chain[0]], texts) if known is None else known
        for at in chain:
            units[home] += runs[at].units if at in links else _ended(runs[at])
    return [
        msgspec.structs.replace(story, units=tuple(units[at]))
        for at, story in enumerate(stories)
        if units[at] or story.headings or (story.rubric and not story.shared_rubric)
    ]


def _chain(at: int, links: Links) -> Iterator[int]:
    """A run and those that go on with it."""
    here: int | None = at
    while here is not None:
        yield here
        here = links.get(here)


def _home(loose: Run, texts: Mapping[int, str]) -> int:
    """The story of a run that came loose from the one it was read behind: the one that it shares most words with."""
    shared = {story: overlap(loose.text, text, wide=True) for story, text in texts.items()}
    return max(shared, key=lambda story: (shared[story], story == loose.story), default=loose.story)


def _ended(run: Run) -> list[Labelled]:
    """The units of a run with which nothing goes on, whether or not its sentence has ended."""
    last = max((at for at, each in enumerate(run.units) if each.label == "text"), default=None)
    if last is None or not run.breaks_off:
        return run.units
    text = msgspec.structs.replace(run.units[last], rule=COLUMN_LOST)
    return [*run.units[:last], text, *run.units[last + 1 :]]
