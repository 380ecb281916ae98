"""Front matter -> what a person wrote above the page: publication, date, page, section, tags, language, note."""

from __future__ import annotations

import difflib
import re

import msgspec
import yaml

from newsarchive.config import is_nested_too_deeply, yaml_mistake
from newsarchive.problems import Problem, Where
from newsarchive.sources.dates import parse_date
from newsarchive.sources.paths import printed_page

LONGEST = 20_000  # characters; between two rules that are further apart lies text of the page
KEYS = ("publication", "date", "page", "section", "tags", "language", "note")

# Written by olmOCR above every page; only the language is of use here.
OLMOCR_KEYS = ("primary_language", "is_rotation_valid", "rotation_correction", "is_table", "is_diagram")


class FrontMatter(msgspec.Struct, frozen=True):
    """The fields that were given, by name (all text), the tags, the line after the block, and what is wrong with it."""

    fields: dict[str, str] = {}
    tags: tuple[str, ...] = ()
    first_line: int = 1
    problems: tuple[Problem, ...] = ()


def read_front_matter(path: str, text: str) -> FrontMatter:
    """What the YAML block at the head of `text` says. A block that is not a mapping of ours stays text of the page.

    The block opens with `---` as the very first line and closes with `---` or `...`.
    """
    if not text.startswith("---\n"):
        return FrontMatter()
    close = _CLOSE.search(text, 4)
    if close is None:
        return FrontMatter(problems=_unclosed(path, text))
    block = text[4 : close.start()]
    if len(block) > LONGEST or is_nested_too_deeply(block):
        return FrontMatter()
    try:
        node = yaml.compose(block, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        return FrontMatter(problems=_broken(path, block, error))
    if not isinstance(node, yaml.MappingNode) or not _is_ours(node):
        return FrontMatter()
    return _read_mapping(path, node, text.count("\n", 0, close.end()) + 2)


def _read_mapping(path: str, node: yaml.MappingNode, first_line: int) -> FrontMatter:
    fields: dict[str, str] = {}
    tags: tuple[str, ...] = ()
    problems: list[Problem] = []
    for key_node, value in node.value:
        key, line = str(key_node.value), _line(key_node)
        if key not in KEYS and key not in OLMOCR_KEYS:
            words = f"unknown key '{key}' in the front matter{_did_you_mean(key)}"
            problems.append(Problem(Where(path, line), "front-matter-key", words))
        elif key == "tags":
            found = _tags(value)
            tags = found or tags
            if found is None:
                problems.append(_wrong(path, value, "tags must be a list of words, or words with commas between"))
        elif key in KEYS or key == "primary_language":
            name = "language" if key == "primary_language" else key
            text, wrong = _field(name, value)
            if wrong:
                problems.append(_wrong(path, value, wrong))
            elif text and (key in KEYS or name not in fields):
                fields[name] = text
    return FrontMatter(fields, tags, first_line, tuple(problems))


def _field(name: str, node: yaml.Node) -> tuple[str, str]:
    """(value, "") or ("", what is wrong); numbers are taken as written, since YAML would read page 010 as 8."""
    if not isinstance(node, yaml.ScalarNode):
        kind = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
        return "", f"{name} must be text, not {kind}"
    value = node.value.strip()
    if not value or node.tag == "tag:yaml.org,2002:null":
        return "", ""
    if name == "date":
        iso = parse_date(value)
        return iso or "", "" if iso else f"'{value}' is not a date such as 2023-11-24"
    if name == "page":
        return printed_page(value) or "", ""
    if name == "language":
        tag = value.replace("_", "-")
        wrong = "" if _LANGUAGE.fullmatch(tag) else f"'{value}' is not a language tag such as zh-Hans or en"
        return ("", wrong) if wrong else (tag, "")
    return value, ""


def _tags(node: yaml.Node) -> tuple[str, ...] | None:
    """Tags in their order, each once; None for what is neither text nor a list of text."""
    if isinstance(node, yaml.ScalarNode):
        words = [] if node.tag == "tag:yaml.org,2002:null" else _COMMAS.split(node.value)
    elif isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        words = [item.value for item in node.value]
    else:
        return None
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def _is_ours(node: yaml.MappingNode) -> bool:
    """Front matter has a key we know, or only plain lower-case ones: a page may begin with a rule and `Berlin: …`."""
    keys = [key.value if isinstance(key, yaml.ScalarNode) else "" for key, _ in node.value]
    known = any(key in KEYS or key in OLMOCR_KEYS for key in keys)
    return (known and all(keys)) or (bool(keys) and all(_PLAIN_KEY.fullmatch(key) for key in keys))


def _broken(path: str, block: str, error: Exception) -> tuple[Problem, ...]:
    """A warning, if the block was meant as front matter: one of its lines opens with one of our keys."""
    if not _OUR_KEY.search(block):
        return ()
    line, reason = yaml_mistake(error)
    line += 1  # the block begins on line 2
    words = f"the front matter is not YAML ({reason}); it stays text of the page"
    return (Problem(Where(path, line), "front-matter", words),)


def _unclosed(path: str, text: str) -> tuple[Problem, ...]:
    """A warning, if two of our keys follow the opening rule: one alone may be a page that begins so."""
    if not _TWO_KEYS.match(text):
        return ()
    words = "front matter seems to begin here, but no line '---' closes it; it stays text of the page"
    return (Problem(Where(path, 1), "front-matter", words),)


def _wrong(path: str, node: yaml.Node, words: str) -> Problem:
    return Problem(Where(path, _line(node)), "front-matter", f"{words}; it is left out")


def _did_you_mean(key: str) -> str:
    near = difflib.get_close_matches(key.lower(), KEYS, n=1, cutoff=0.6)
    return f", did you mean '{near[0]}'?" if near else f"; there are {', '.join(KEYS)}"


def _line(node: yaml.Node) -> int:
    """The line in the file: YAML counts from 0, and the block begins on line 2."""
    return int(node.start_mark.line) + 2


_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_COMMAS = re.compile(r"[,，、;；]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_PLAIN_KEY = re.compile(r"[a-z][a-z0-9_-]*")
_KEY_LINE = rf"^(?:{'|'.join((*KEYS, *OLMOCR_KEYS))})[ \t]*:"
_OUR_KEY = re.compile(_KEY_LINE, re.MULTILINE)
_TWO_KEYS = re.compile(rf"---\n{_KEY_LINE}.*\n{_KEY_LINE}", re.MULTILINE)
