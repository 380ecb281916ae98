"""1. newsarchive.yaml -> Config: none needed; every mistake reported at once with its line and a suggestion."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from urllib.parse import urlsplit

import msgspec
import yaml

from newsarchive.places import check_address, is_address
from newsarchive.problems import ConfigError

CONFIG_NAME = "newsarchive.yaml"
DEEPEST = 50  # levels of YAML; three are needed
PATTERN_FIELDS = ("date", "year", "month", "day", "page", "section", "publication")


class SourceFolder(msgspec.Struct, frozen=True):
    """One folder of page texts: where it lies, what its paths say (`pattern`), and what holds for all its pages.

    `folder` is a POSIX path, relative to the project folder or absolute, or an address such as s3://bucket/pages.
    `pattern` is matched against the path of a file below the folder, `{year}/{month}{day}/{page}.txt`; a `*` stands for
    any characters but a slash.
    """

    folder: str
    pattern: str | None = None
    publication: str | None = None
    language: str | None = None
    section: str | None = None


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """All that a project says of itself. `root` is the project folder; a set `base_url` ends in exactly one slash.

    `publication` has already been handed to the sources that name none; `language` is that of the interface.
    """

    root: Path
    title: str | None = None
    description: str | None = None
    language: str | None = None
    publication: str | None = None
    base_url: str | None = None
    sources: tuple[SourceFolder, ...] = (SourceFolder("seeds"),)
    output: str = "build"


def read_config(root: Path) -> Config:
    """The configuration of the project folder `root`: its newsarchive.yaml, or the defaults where there is none.

    Raises `ConfigError` with all mistakes, one a line:
    `newsarchive.yaml:7: unknown key 'tittle', did you mean 'title'?`
    """
    path = root / CONFIG_NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Config(root=root)
    except OSError as error:
        words = f"{CONFIG_NAME}: cannot be read: {error.strerror}"
        raise ConfigError(words, "give yourself the right to read it, or take it away") from error
    return to_config(root, data)


def to_config(root: Path, data: bytes) -> Config:
    """The configuration that the bytes of a newsarchive.yaml in `root` spell. Raises `ConfigError` as `read_config`."""
    mistakes: list[Mistake] = []
    node = _compose(data, mistakes)
    config = Config(root=root) if node is None else _read_top(root, node, mistakes)
    if mistakes:
        raise ConfigError("\n".join(f"{CONFIG_NAME}:{line}: {words}" for line, words in sorted(set(mistakes))))
    return config


def pattern_parts(pattern: str) -> Iterator[tuple[str, str]]:
    """The parts of a path pattern in order, as ("field", name), ("any", "*") or ("text", literal)."""
    for match in re.finditer(r"\{([^{}]*)\}|(\*+)|([^{}*]+|[{}])", pattern):
        field, star, text = match.groups()
        if field is not None:
            yield "field", field
        else:
            yield ("any", star) if star else ("text", text)


def is_nested_too_deeply(text: str) -> bool:
    """Whether YAML is nested beyond `DEEPEST`: composing it takes the machine's stack, and can end the program."""
    if sum(map(text.count, ("[", "{", "- ", "? ", "-\n", "?\n"))) + text.count(" ") // DEEPEST <= DEEPEST:
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                return True
    except yaml.YAMLError:
        return False  # whoever composes it will say what is wrong
    return False


def yaml_mistake(error: Exception) -> tuple[int, str]:
    """The line, from 1, and what is wrong there; of a quote that is never closed, the line that opens it."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 1, " ".join(str(error).split())
    if error.context_mark and error.context == "while scanning a quoted scalar":
        return error.context_mark.line + 1, "a quotation mark opens here and is not closed"
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1, str(error.problem or error.context)


Mistake = tuple[int, str]
Read = Callable[[yaml.Node, list[Mistake]], str | None]


def _compose(data: bytes, mistakes: list[Mistake]) -> yaml.Node | None:
    """The YAML as nodes that know their lines; None if there is nothing in it, or nothing that could be read."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        mistakes.append((line, f"byte 0x{data[error.start]:02X} is not UTF-8; save the file as UTF-8"))
        return None
    if is_nested_too_deeply(text):
        mistakes.append((1, "this is nested too deeply to be a configuration"))
        return None
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        line, reason = yaml_mistake(error)
        mistakes.append((line, f"this is not YAML: {reason}{_tab_hint(text, line)}"))
        return None
    return None if node is None or _is_null(node) else node


def _tab_hint(text: str, line: int) -> str:
    lines = text.split("\n")
    tab = line <= len(lines) and lines[line - 1].startswith("\t")
    return " (YAML is indented with spaces, not with tabs)" if tab else ""


def _read_top(root: Path, node: yaml.Node, mistakes: list[Mistake]) -> Config:
    keys = ("title", "description", "language", "publication", "base_url", "sources", "output")
    values = _mapping(node, keys, "the configuration", mistakes)
    text = {key: read(values[key], mistakes) for key, read in _TOP.items() if key in values}
    given = {key: value for key, value in text.items() if value is not None}
    config = msgspec.structs.replace(Config(root=root), **given)
    if "sources" in values and not _is_null(values["sources"]):
        config = msgspec.structs.replace(config, sources=_read_sources(values["sources"], mistakes))
    named = tuple(
        msgspec.structs.replace(source, publication=source.publication or config.publication)
        for source in config.sources
    )
    config = msgspec.structs.replace(config, sources=named)
    lines = {key: _line(value) for key, value in values.items()}
    mistakes.extend(_folder_mistakes(config, lines))
    return config


def _mapping(node: yaml.Node, known: tuple[str, ...], what: str, mistakes: list[Mistake]) -> dict[str, yaml.Node]:
    """The values of a mapping by key; keys that are unknown or stand twice are mistakes."""
    if not isinstance(node, yaml.MappingNode):
        mistakes.append((_line(node), f"{what} must be a mapping of keys and values such as '{known[0]}: …'"))
        return {}
    values: dict[str, yaml.Node] = {}
    first: dict[str, int] = {}
    for key_node, value in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None or key not in known:
            words = "a key must be a word" if key is None else f"unknown key '{key}'{_did_you_mean(key, known)}"
            mistakes.append((_line(key_node), words))
        elif key in values:
            mistakes.append((_line(key_node), f"'{key}' stands twice; it is already on line {first[key]}"))
        else:
            values[key], first[key] = value, _line(key_node)
    return values


def _did_you_mean(word: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word.lower().replace("-", "_"), known, n=1, cutoff=0.6)
    return f", did you mean '{near[0]}'?" if near else f"; there are {', '.join(known)}"


def _text(name: str) -> Read:
    """Reads a value that is text; numbers and dates are taken as they are written."""

    def read(node: yaml.Node, mistakes: list[Mistake]) -> str | None:
        if _is_null(node):
            return None
        if not isinstance(node, yaml.ScalarNode):
            kind = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
            mistakes.append((_line(node), f"'{name}' must be text, not {kind}"))
            return None
        if node.tag == "tag:yaml.org,2002:bool" and name != "language":  # `language: no` is Norwegian
            mistakes.append((_line(node), f"'{name}' must be text; write \"{node.value}\" in quotes"))
            return None
        return node.value.strip() or None

    return read


def _checked(name: str, check: Callable[[str], tuple[str, str]]) -> Read:
    """Reads text and passes it through `check`, which gives (value, "") or (anything, what is wrong)."""

    def read(node: yaml.Node, mistakes: list[Mistake]) -> str | None:
        value = _text(name)(node, mistakes)
        if value is None:
            return None
        value, wrong = check(value)
        if wrong:
            mistakes.append((_line(node), wrong))
            return None
        return value

    return read


def _check_language(value: str) -> tuple[str, str]:
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", value):
        return value, ""
    near = value.replace("_", "-")
    hint = f", did you mean '{near}'?" if near != value else " such as zh-Hans, en or de-AT"
    return value, f"'{value}' is not a language tag{hint}"


def _check_base_url(value: str) -> tuple[str, str]:
    try:
        parts = urlsplit(value)
        host = parts.hostname if parts.port is None or parts.port else None
    except ValueError:
        return value, f"base_url '{value}' is not an address such as https://example.org/papers/"
    if parts.scheme not in ("http", "https"):
        near = value if "://" not in value and "." in value.split("/")[0] else ""
        hint = f", did you mean 'https://{near}'?" if near else ", for example https://example.org/papers/"
        return value, f"base_url '{value}' must begin with http:// or https://{hint}"
    if not host or re.search(r"\s", value):
        return value, f"base_url '{value}' names no host; for example https://example.org/papers/"
    if parts.query or parts.fragment:
        return value, f"base_url '{value}' must not have a ? or # part"
    return value.rstrip("/") + "/", ""


def _check_folder(value: str) -> tuple[str, str]:
    clean = value.replace("\\", "/") if "\\" in value and "/" not in value else value
    if "\0" in clean:
        return value, "a folder's name cannot hold a NUL character"
    clean, wrong = check_address(clean)
    if wrong:
        return value, wrong
    return (clean.rstrip("/") or "/"), ""


def _check_pattern(value: str) -> tuple[str, str]:
    parts = list(pattern_parts(value))
    unknown = [name for kind, name in parts if kind == "field" and name not in PATTERN_FIELDS]
    if unknown:
        return value, f"unknown field '{{{unknown[0]}}}' in the pattern{_did_you_mean(unknown[0], PATTERN_FIELDS)}"
    if any(kind == "text" and name in "{}" for kind, name in parts):
        return value, f"the pattern '{value}' has a brace that is not closed or not opened"
    if not any(kind == "field" for kind, _ in parts):
        fields = ", ".join(f"{{{name}}}" for name in PATTERN_FIELDS)
        return value, f"the pattern '{value}' names no field; there are {fields}"
    return value.strip("/"), ""


_TOP: dict[str, Read] = {
    "title": _text("title"),
    "description": _text("description"),
    "language": _checked("language", _check_language),
    "publication": _text("publication"),
    "base_url": _checked("base_url", _check_base_url),
    "output": _checked("output", _check_folder),
}
_SOURCE: dict[str, Read] = {
    "folder": _checked("folder", _check_folder),
    "pattern": _checked("pattern", _check_pattern),
    "publication": _text("publication"),
    "language": _checked("language", _check_language),
    "section": _text("section"),
}


def _read_sources(node: yaml.Node, mistakes: list[Mistake]) -> tuple[SourceFolder, ...]:
    """`sources:` may be a folder's name, a mapping with a folder, or a list of those."""
    if isinstance(node, yaml.SequenceNode):
        if not node.value:
            mistakes.append((_line(node), "'sources' is an empty list; name a folder, or leave it out for 'seeds'"))
        found = [(item, _read_source(item, mistakes)) for item in node.value]
    else:
        found = [(node, _read_source(node, mistakes))]
    first: dict[str, int] = {}
    for item, source in found:
        if source is not None and first.setdefault(source.folder, _line(item)) != _line(item):
            words = f"the source folder '{source.folder}' is already named on line {first[source.folder]}"
            mistakes.append((_line(item), words))
    return tuple(source for _, source in found if source is not None)


def _read_source(node: yaml.Node, mistakes: list[Mistake]) -> SourceFolder | None:
    if isinstance(node, yaml.MappingNode):
        values = _mapping(node, tuple(_SOURCE), "a source", mistakes)
        if "folder" not in values:
            mistakes.append((_line(node), "a source must name its folder: 'folder: …'"))
        text = {key: read(values[key], mistakes) for key, read in _SOURCE.items() if key in values}
        return SourceFolder(**{key: value for key, value in text.items() if value}) if text.get("folder") else None
    if isinstance(node, yaml.SequenceNode) or _is_null(node):
        mistakes.append((_line(node), "a source must be a folder's name, or a mapping with 'folder: …'"))
        return None
    folder = _SOURCE["folder"](node, mistakes)
    return SourceFolder(folder) if folder else None


def _folder_mistakes(config: Config, lines: dict[str, int]) -> Iterator[Mistake]:
    """Pages are removed from the output, which must therefore not meet a source folder; nor may two sources meet."""
    line = lines.get("output", lines.get("sources", 1))
    output = _whole_path(config, config.output)
    folders = [_whole_path(config, source.folder) for source in config.sources]
    for source, folder in zip(config.sources, folders, strict=True):
        relation = _relation(output, folder)
        if relation:
            yield line, f"the output folder '{config.output}' {relation} the source folder '{source.folder}'"
    for index, folder in enumerate(folders):
        for other in range(len(folders)):
            if other != index and folder != folders[other] and folder.is_relative_to(folders[other]):
                inner, outer = config.sources[index].folder, config.sources[other].folder
                words = f"the source folder '{inner}' lies inside '{outer}', so its pages would be read twice"
                yield lines.get("sources", 1), words


def _whole_path(config: Config, name: str) -> PurePath:
    """Where a folder lies, only to be compared with others; an address never lies inside a folder of this machine."""
    return PurePath(name) if is_address(name) else (config.root / name).resolve()


def _relation(output: PurePath, folder: PurePath) -> str:
    if output == folder:
        return "is the same as"
    if folder.is_relative_to(output):
        return "contains"
    return "lies inside" if output.is_relative_to(folder) else ""


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
