"""The list of rooms, the direction of imports and the flow of data are one and the same thing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import newsarchive

PACKAGE = Path(newsarchive.__file__).parent
LIST = (newsarchive.__doc__ or "").split("\n\n")[-1].replace("the verbs:", "")
ROOMS = re.findall(r"[a-z_]+", LIST)  # in the order of the flow


def name_of(path: Path) -> str:
    return ".".join(("newsarchive", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


MODULES = {name_of(path): ast.parse(path.read_bytes()) for path in sorted(PACKAGE.rglob("*.py"))}


def imports(name: str) -> Iterator[str]:
    """The modules of ours that a module imports, also inside functions and for types alone."""
    for node in ast.walk(MODULES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}, line {node.lineno}: imports name the whole way"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"  # a name of the module, or a module of the package
                if whole in MODULES or node.module in MODULES:
                    yield whole if whole in MODULES else str(node.module)


GRAPH = {name: {other for other in imports(name) if other not in ("newsarchive", name)} for name in MODULES}


def room_of(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_rooms_before_it(room: str) -> None:
    later = ROOMS[ROOMS.index(room) + 1 :]
    wrong = [
        f"{name} imports {other}"
        for name in GRAPH
        for other in sorted(GRAPH[name])
        if room_of(name) == room and room_of(other) in later
    ]

    assert wrong == []


def test_the_list_names_every_module_that_imports_others() -> None:
    doors = {"", "__main__"}
    unlisted = {name for name in GRAPH if GRAPH[name] and room_of(name) not in {*ROOMS, *doors}}

    assert unlisted == set()
    assert {room for room in ROOMS if f"newsarchive.{room}" not in MODULES} == set()


def test_nothing_is_imported_in_a_circle() -> None:
    try:
        TopologicalSorter(GRAPH).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


@pytest.mark.parametrize("room", ROOMS[: ROOMS.index("stages")])
def test_the_first_line_of_a_room_says_what_comes_in_and_what_goes_out(room: str) -> None:
    first = (ast.get_docstring(MODULES[f"newsarchive.{room}"]) or "").split("\n")[0]

    assert re.match(r"\d+\. \S", first) or " -> " in first


def test_the_numbers_of_the_rooms_rise_with_the_flow() -> None:
    docs = [ast.get_docstring(MODULES[f"newsarchive.{room}"]) or "" for room in ROOMS]
    numbers = [int(found[1]) for doc in docs if (found := re.match(r"(\d+)\. ", doc))]

    assert numbers == sorted(numbers)
