"""How newspapers of each language sign and date their stories: tables of printed forms, in `tests/conventions/*.yaml`.

`leads` stand before the first sentence, `lines` alone, `ends` behind the last sentence; each tells the dateline, the
words of the signature, its people with roles and its agency. `not_signed`, `not_lines` and `not_ends` look like one and
are none. `names` are lists of names, `credits` stand under pictures, `folios` at the edge of the page, `jumps` where a
story goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsarchive.articles.bylines import find_end, read_lead, signature
from newsarchive.articles.folio import page_number, read_folio
from newsarchive.articles.labels.forms import is_byline
from newsarchive.articles.names import credit_people, people_of
from newsarchive.articles.patterns import patterns
from newsarchive.articles.record import Person

FOLDER = Path(__file__).parent / "conventions"
Case = dict[str, Any]


def cases(kind: str) -> list[Any]:
    return list(_cases(kind))


def _cases(kind: str) -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in table.get(kind, ()):
            case = {
                "language": table["language"],
                "text": table["goes_on"],
                **(entry if isinstance(entry, dict) else {"print": entry}),
            }
            if not case.get("skip"):
                yield pytest.param(case, id=f"{path.stem}: {case['print'].strip()}")


def told(people: tuple[Person, ...]) -> list[str]:
    return [f"{person.name} {person.role}" for person in people]


@pytest.mark.parametrize("case", cases("leads"))
def test_a_lead_is_read_before_the_first_sentence(case: Case) -> None:
    rules = patterns((case["language"],))
    lead = read_lead(case["print"] + case["text"], rules)
    assert lead is not None
    dateline, byline = lead.dateline, lead.byline
    assert (
        (case["print"] + case["text"])[lead.end :],
        dateline and dateline.text,
        dateline and dateline.place,
        byline and byline.text,
        told(byline.people) if byline else [],
        byline and byline.agency,
    ) == (
        case["text"],
        case.get("dateline"),
        case.get("place"),
        case.get("whole") or case.get("byline"),
        case.get("people", []),
        case.get("agency"),
    )


@pytest.mark.parametrize("case", cases("lines"))
def test_a_line_that_signs_is_known_and_its_people_are_told(case: Case) -> None:
    rules = patterns((case["language"],))
    assert is_byline(case["print"], rules)
    byline = signature(case["print"], rules)
    assert (told(byline.people), byline.agency) == (case.get("people", []), case.get("agency"))


@pytest.mark.parametrize("case", cases("ends"))
def test_a_signature_behind_the_last_sentence_is_known_and_its_people_are_told(case: Case) -> None:
    rules = patterns((case["language"],))
    text = case["text"] + case.get("gap", "") + case["print"]
    found = find_end(text, rules, brief=True)
    assert found is not None
    assert (text[found[0] :], told(found[1].people), found[1].agency) == (
        case["print"],
        case.get("people", []),
        case.get("agency"),
    )


@pytest.mark.parametrize("case", cases("names"))
def test_names_are_cut_apart_and_have_their_roles(case: Case) -> None:
    assert told(people_of(case["print"], patterns((case["language"],)), "reporter")) == case["people"]


@pytest.mark.parametrize("case", cases("credits"))
def test_the_people_of_a_credit_have_their_roles(case: Case) -> None:
    assert told(credit_people(case["print"], patterns((case["language"],)))) == case["people"]


@pytest.mark.parametrize("case", cases("not_signed"))
def test_what_begins_a_sentence_is_no_signature(case: Case) -> None:
    assert read_lead(case["print"] + case["text"], patterns((case["language"],))) is None


@pytest.mark.parametrize("case", cases("not_lines"))
def test_what_only_looks_like_a_signature_is_none(case: Case) -> None:
    assert not is_byline(case["print"], patterns((case["language"],)))


@pytest.mark.parametrize("case", cases("not_ends"))
def test_what_stands_in_brackets_behind_a_sentence_need_not_sign(case: Case) -> None:
    assert find_end(case["text"] + case["print"], patterns((case["language"],)), brief=True) is None


@pytest.mark.parametrize("case", cases("folios"))
def test_a_folio_line_tells_the_issue(case: Case) -> None:
    folio, _ = read_folio(case["print"], patterns((case["language"],)))
    fields = {"date": folio.date, "page": folio.page, "section": folio.section, "publication": folio.publication}
    assert {name: value for name, value in fields.items() if value} == {
        name: str(case[name]) for name in fields if name in case
    }


@pytest.mark.parametrize("case", cases("jumps"))
def test_a_jump_line_tells_the_page(case: Case) -> None:
    rules = patterns((case["language"],))
    assert rules.jump_alone(case["print"])
    searches = rules.jumps_from if case.get("from") else rules.jumps_to
    match = next(found for search in searches if (found := search(case["print"])))
    page = match.groupdict().get("page") or match.groupdict().get("page2")
    assert (page_number(page, rules) if page else None) == (str(case["page"]) if "page" in case else None)
