"""The theme: templates and static files, a project's own before ours, file by file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

import newsarchive
from newsarchive.catalogue.store import FOLDER
from newsarchive.problems import NewsarchiveError
from newsarchive.site.words import words

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment


_CONSTANT = re.compile(r"\bt\['(\w+)'\]|\bsite\.(\w+)\b")


class Site(msgspec.Struct, frozen=True):
    """The archive as all pages see it."""

    title: str
    language: str  # of the interface: zh-Hans, en, …
    description: str | None
    generator: str = "newsarchive"


class Theme(msgspec.Struct, frozen=True):
    """Where `templates/` and `static/` are looked for, first found wins, and a digest of all templates.

    `compiled` is the folder that remembers the templates' bytecode; `carried` are the templates themselves (name, file,
    text), for machines that do not have these folders.
    """

    folders: tuple[Path, ...]
    digest: str
    compiled: Path | None = None
    carried: tuple[tuple[str, str, str], ...] = ()


def find_theme(project: Path) -> Theme:
    """The theme of a project: its own files, then the package's."""
    folders = _folders(project)
    digest = hashlib.blake2b(digest_size=16)
    for folder in folders:
        for path in _walk(folder / "templates"):
            digest.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(path.read_bytes())
    return Theme(folders, digest.hexdigest(), project / FOLDER / "templates")


def carry(theme: Theme) -> Theme:
    """The theme with its templates in it. Raises NewsarchiveError for a template that is not UTF-8."""
    found: dict[str, tuple[str, str, str]] = {}
    for folder in theme.folders:
        for path in _walk(folder / "templates"):
            name = path.relative_to(folder / "templates").as_posix()
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                raise NewsarchiveError(f"{path} is not UTF-8", "save the template as UTF-8") from None
            found.setdefault(name, (name, str(path), text))
    return msgspec.structs.replace(theme, compiled=None, carried=tuple(found.values()))


def _folders(project: Path) -> tuple[Path, ...]:
    package = Path(newsarchive.__file__).parent
    own = package / "theme"
    if not own.is_dir():
        own = package.parent.parent  # a checkout: the theme lies at its top
    return (project, own) if project.resolve() != own.resolve() else (own,)


def static_files(theme: Theme) -> dict[str, Path]:
    """`static/site.css` and the like, each with the file that holds it. Hidden files are left out."""
    found: dict[str, Path] = {}
    for folder in theme.folders:
        for path in _walk(folder / "static"):
            found.setdefault(path.relative_to(folder).as_posix(), path)
    return dict(sorted(found.items()))


@lru_cache(maxsize=4)
def environment(theme: Theme, site: Site) -> Environment:
    """Jinja2 over the theme: every value is escaped, an unknown name in a template is an error.

    `site` and the words are globals, so that a library of macros is made once and not for every page; and where a
    template names one of them outright, it is written into the template when that is compiled: a third of the time.
    """
    from jinja2 import Environment, StrictUndefined
    from jinja2.ext import Extension

    from newsarchive.site.compiled import Compiled

    known = words(site.language)
    made_with = f"{Path(__file__).read_text(encoding='utf-8')}\0{site}\0{known}"

    def literal(match: re.Match[str]) -> str:
        word, attribute = match.groups()
        value = known.get(word) if word else getattr(site, attribute, None)
        return match.group() if value is None else json.dumps(value, ensure_ascii=False)

    class WrittenIn(Extension):
        def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
            return _CONSTANT.sub(literal, source)

    found = Environment(
        loader=_loader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
        extensions=[WrittenIn],
        bytecode_cache=Compiled(theme.compiled, made_with) if theme.compiled else None,
    )
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    found.globals.update(site=site, t=known)
    return found


def _loader(theme: Theme) -> BaseLoader:
    from jinja2 import FileSystemLoader, FunctionLoader

    if not theme.carried:
        return FileSystemLoader([folder / "templates" for folder in theme.folders])
    texts = {name: (text, file, lambda: True) for name, file, text in theme.carried}
    return FunctionLoader(texts.get)


def render(theme: Theme, site: Site, template: str, **context: Any) -> bytes:
    """A page's bytes. Raises `jinja2.TemplateError` where a project's own template is wrong."""
    return environment(theme, site).get_template(template).render(context).encode("utf-8", "surrogatepass")


def _walk(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path
