"""How well pages are read: the labelled corpus against the parser, as a table.

    python tests/score.py [--by dialect|language|page] [--rules] [--show] [--corpus FOLDER] [FILTER…]

A score is the share of what was expected that was found exactly, or F1 where the parser may also find too much.
`--show` prints what differs, page by page. FILTER is a part of folder names.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from newsarchive.articles import read
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source

CORPUS = Path(__file__).parent / "corpus"
SAME_STORY = 0.8  # of the pairs of characters of two stories that both have, to count as found
ANY_STORY = 0.3  # to compare their fields at all
Page = dict[str, Any]


class Tally(msgspec.Struct):
    """Hits, what was expected, and what was found."""

    hits: float = 0
    expected: float = 0
    found: float = 0

    def add(self, hits: float, expected: float, found: float) -> None:
        self.hits, self.expected, self.found = self.hits + hits, self.expected + expected, self.found + found

    @property
    def score(self) -> float:
        both = self.expected + self.found
        return 2 * self.hits / both if both else 1.0


Scores = dict[str, Tally]


def pages(filters: Iterable[str] = (), corpus: Path = CORPUS) -> list[Path]:
    """The folders of a corpus whose names hold one of the filters."""
    wanted = list(filters)
    folders = sorted(path.parent for path in corpus.rglob("expected.json"))
    return [folder for folder in folders if not wanted or any(part in folder.name for part in wanted)]


def expected_of(folder: Path) -> Page:
    loaded: Page = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    loaded.setdefault("issue", {})
    for story in loaded["articles"]:
        story.setdefault("body", [])
    return loaded


def reading_of(folder: Path) -> Page:
    """What the parser finds, as the JSON record. The folder's name tells nothing."""
    source = to_source("page.txt", (folder / "page.txt").read_bytes(), SourceFolder(folder="."))
    built: Page = msgspec.to_builtins(read(source))
    return built


def score(expected: Page, found: Page) -> Scores:
    """The tallies of one page, by what is measured."""
    tallies: Scores = defaultdict(Tally)
    pairs = match(expected["articles"], found["articles"])
    tallies["segmentation"].add(
        sum(share >= SAME_STORY for _, _, share in pairs), len(expected["articles"]), len(found["articles"])
    )
    matched = {id(story): other for story, other, _ in pairs}
    for story in expected["articles"]:
        _score_story(tallies, story, matched.get(id(story), {}))
    _score_sets(tallies, expected, found)
    characters = found["characters"]
    tallies["conservation"].add(characters["read"] - abs(characters["dropped"]), characters["read"], characters["read"])
    return tallies


def _score_story(tallies: Scores, story: Page, other: Page) -> None:
    same = other.get("headline") == story["headline"]
    tallies["headline"].add(same, 1, 1)
    roles = [(part.get("kicker"), part.get("headline"), list(part.get("subheads") or ())) for part in (story, other)]
    tallies["heading roles"].add(roles[0] == roles[1], 1, 1)
    tallies["heading lines"].add(list(story.get("heading_lines", ())) == list(other.get("heading_lines", ())), 1, 1)
    tallies["kind"].add(story["kind"] == other.get("kind"), 1, 1)
    bylines = [part.get("byline") or {"people": ()} for part in (story, other)]
    names = [[person["name"] for person in byline["people"]] for byline in bylines]
    roles_of = [[(person["name"], person["role"]) for person in byline["people"]] for byline in bylines]
    _overlap(tallies["byline names"], *names)
    _overlap(tallies["byline roles"], *roles_of)
    for name, key in (("byline text", "text"), ("agency", "agency")):
        _field(tallies[name], bylines[0].get(key), bylines[1].get(key))
    datelines = [part.get("dateline") or {} for part in (story, other)]
    for key in ("text", "place", "date"):
        _field(tallies[f"dateline {key}"], datelines[0].get(key), datelines[1].get(key))
    right = {
        "headline": same,
        "byline": bylines[0].get("text") == bylines[1].get("text"),
        "dateline": datelines[0].get("text") == datelines[1].get("text"),
    }
    for evidence in other.get("evidence", ()):
        if evidence["field"] in right:
            said = f"{evidence['field']} said {evidence['confidence']:.2f}"
            tallies[said].add(right[evidence["field"]], 1, 1)
            tallies[f"{said} by {evidence['rule']}"].add(right[evidence["field"]], 1, 1)
    _field(tallies["rubric"], story.get("rubric"), other.get("rubric"))
    jumps = [tuple(sorted((part.get("jump") or {}).items())) or None for part in (story, other)]
    _field(tallies["jump"], *jumps)


def _score_sets(tallies: Scores, expected: Page, found: Page) -> None:
    for kind in ("paragraph", "crosshead", "table", "note", "author-note"):
        _overlap(
            tallies[kind],
            *([i["text"] for i in _items(page, "body") if i["type"] == kind] for page in (expected, found)),
        )
    for key in ("caption", "credit", "image"):
        _overlap(tallies[key], *([p[key] for p in _items(page, "photos") if p.get(key)] for page in (expected, found)))
    people = [
        [(p["name"], p["role"]) for photo in _items(page, "photos") for p in photo.get("people", ())]
        for page in (expected, found)
    ]
    _overlap(tallies["credit people"], *people)
    for key in ("publication", "date", "page", "section"):
        _field(tallies[f"issue {key}"], expected["issue"].get(key), found["issue"].get(key))
    skipped = {"hyphen", "alt", "other"}
    _overlap(
        tallies["furniture"],
        [(f["kind"], squeeze(f["text"])) for f in expected.get("furniture", ())],
        [(f["kind"], squeeze(f["text"])) for f in found["furniture"] if f["kind"] not in skipped],
    )
    wanted = {"refusal", "loop"}
    _overlap(
        tallies["problems"],
        sorted(set(expected.get("problems", ())) & wanted),
        sorted({problem["code"] for problem in found["problems"]} & wanted),
    )
    _field(tallies["language"], expected["language"], found["language"])


def _items(page: Page, key: str) -> Iterator[Page]:
    for story in page["articles"]:
        yield from story.get(key, ())


def _overlap(tally: Tally, wanted: list[Hashable], got: list[Hashable]) -> None:
    tally.add(sum((Counter(wanted) & Counter(got)).values()), len(wanted), len(got))


def _field(tally: Tally, wanted: object, got: object) -> None:
    tally.add(bool(wanted) and wanted == got, bool(wanted), bool(got))


def squeeze(text: str) -> str:
    return "".join(text.split())


def match(wanted: list[Page], got: list[Page]) -> list[tuple[Page, Page, float]]:
    """Pairs of stories that have most of their text in common, best first, each story once."""
    left, right = [_pairs(story) for story in wanted], [_pairs(story) for story in got]
    shares = [
        (sum((a & b).values()) / max(sum((a | b).values()), 1), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
    ]
    pairs, used_left, used_right = [], set(), set()
    for share, i, j in sorted(shares, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if share >= ANY_STORY and i not in used_left and j not in used_right:
            pairs.append((wanted[i], got[j], share))
            used_left.add(i)
            used_right.add(j)
    return pairs


def _pairs(story: Page) -> Counter[str]:
    texts = [story["headline"], *(item["text"] for item in story.get("body", ()))]
    texts += [photo.get("caption") or "" for photo in story.get("photos", ())]
    text = squeeze("".join(texts))
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def total(each: Iterable[Scores]) -> Scores:
    summed: Scores = defaultdict(Tally)
    for scores in each:
        for name, tally in scores.items():
            summed[name].add(tally.hits, tally.expected, tally.found)
    return summed


def newest_pages(corpus: Path = CORPUS) -> frozenset[str]:
    """The names of the pages that joined last, on which the rules have not settled."""
    lines = (corpus / "newest.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def score_corpus(*, newest: bool) -> Scores:
    """The tallies of the newest pages of the corpus, or of the others."""
    names = newest_pages()
    return total(
        score(expected_of(folder), reading_of(folder)) for folder in pages() if (folder.name in names) == newest
    )


def differences(expected: Page, found: Page) -> Iterator[str]:
    """What differs between two readings of a page, in lines for a person."""
    pairs = match(expected["articles"], found["articles"])
    matched = {id(story): other for story, other, _ in pairs}
    others = {id(other) for _, other, _ in pairs}
    for key in ("language", "issue"):
        left, right = expected[key], dict(found[key]) if key == "issue" else found[key]
        if key == "issue":
            right.pop("evidence", None)
        if left != right:
            yield f"  {key}: {left} / {right}"
    for story in expected["articles"]:
        other = matched.get(id(story))
        if other is None:
            yield f"  MISSING {story['kind']} {story['headline']}"
            continue
        lines = list(_story_differences(story, other))
        if lines:
            yield f"  [{story['headline'][:40]}] lines {other['lines']}"
            yield from lines
    for other in found["articles"]:
        if id(other) not in others:
            begins = [item["text"][:30] for item in other["body"]][:3]
            yield f"  EXTRA {other['kind']} {other['headline'][:60]} {other['lines']} {begins}"
    wanted = Counter((f["kind"], squeeze(f["text"])) for f in expected.get("furniture", ()))
    got = Counter((f["kind"], squeeze(f["text"])) for f in found["furniture"])
    for kind, text in (wanted - got).elements():
        yield f"  - furniture {kind}: {text[:90]}"
    for kind, text in (got - wanted).elements():
        yield f"  + furniture {kind}: {text[:90]}"


def _story_differences(story: Page, other: Page) -> Iterator[str]:
    for key in ("kind", "kicker", "headline", "subheads", "heading_lines", "rubric", "byline", "dateline", "jump"):
        left, right = story.get(key) or None, other.get(key) or None
        if isinstance(right, tuple):
            right = list(right)
        if isinstance(right, dict) and "people" in right:
            right = {**right, "people": list(right["people"])}
        if left != right:
            yield f"    {key}: {left}\n{' ' * (len(key) + 4)}/ {right}"
    wanted = [(i["type"], i["text"]) for i in story.get("body", ())]
    got = [(i["type"], i["text"]) for i in other.get("body", ())]
    for sign, items in (("-", Counter(wanted) - Counter(got)), ("+", Counter(got) - Counter(wanted))):
        for kind, text in items.elements():
            yield f"    {sign} {kind}: {text if len(text) < 130 else text[:60] + ' … ' + text[-60:]!r}"
    keys = ("caption", "credit", "people", "image")
    wanted_photos = [{k: p.get(k) for k in keys if p.get(k)} for p in story.get("photos", ())]
    got_photos = [{k: list(p[k]) if k == "people" else p[k] for k in keys if p.get(k)} for p in other.get("photos", ())]
    if wanted_photos != got_photos:
        yield f"    photos: {wanted_photos}\n          / {got_photos}"


FIRST = (
    "segmentation", "headline", "heading roles", "heading lines", "kind", "byline names", "byline roles",
    "byline text", "paragraph", "crosshead",
    "caption", "credit", "jump", "issue date", "issue page", "furniture", "conservation",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--by", choices=("dialect", "language", "page"))
    parser.add_argument("--rules", action="store_true", help="how often each rule is right in what it says")
    parser.add_argument("--show", action="store_true", help="print what differs, page by page")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="another folder of labelled pages")
    parser.add_argument("filters", nargs="*", metavar="FILTER")
    options = parser.parse_args()
    groups: dict[str, list[Scores]] = defaultdict(list)
    every: list[Scores] = []
    for folder in pages(options.filters, options.corpus):
        expected, found = expected_of(folder), reading_of(folder)
        scores = score(expected, found)
        every.append(scores)
        key = folder.name if options.by == "page" else str(expected[options.by]) if options.by else ""
        groups[key].append(scores)
        if options.show:
            print(f"== {folder.name}")
            print("\n".join(differences(expected, found)))
    whole = total(every)
    if options.by:
        shown = FIRST[:11]
        print(" " * 46 + " ".join(f"{name[:10]:>10}" for name in shown))
        for key, group in sorted(groups.items(), key=lambda entry: total(entry[1])["paragraph"].score):
            summed = total(group)
            print(f"{key[:40]:40} {len(group):4} " + " ".join(f"{summed[name].score:10.3f}" for name in shown))
    names = [*FIRST, *(name for name in sorted(set(whole) - set(FIRST)) if options.rules or " by " not in name)]
    for name in names:
        tally = whole[name]
        print(f"{name:24} {tally.score:6.3f}   {tally.hits:6g} of {tally.expected:g} expected, {tally.found:g} found")


if __name__ == "__main__":
    main()
