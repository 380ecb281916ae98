"""8. Catalogue -> Pages -> bytes: what each page shows (`plan`, `draw`), and how it looks (`theme`)."""

from __future__ import annotations

from newsarchive import __version__
from newsarchive.addresses import root
from newsarchive.catalogue import Catalogue
from newsarchive.config import Config
from newsarchive.site.jobs import Archive, Job, Page, Press, SourceJob
from newsarchive.site.plan import plan
from newsarchive.site.theme import Site, carry, find_theme, render, static_files
from newsarchive.site.words import interface_language, words

__all__ = [
    "Archive",
    "Job",
    "Page",
    "Press",
    "SourceJob",
    "carry",
    "find_theme",
    "interface_language",
    "plan",
    "site_archive",
    "static_files",
    "to_bytes",
    "words",
]


def site_archive(config: Config, catalogue: Catalogue) -> Archive:
    """What all pages share: from the configuration, else from what most of the material is."""
    language = interface_language(config.language or catalogue.main_language())
    return Archive(
        title=config.title or catalogue.only_publication() or words(language)["site_title"],
        description=config.description,
        language=language,
        base_url=config.base_url,
        several=catalogue.several,
    )


def to_bytes(page: Page, press: Press) -> bytes:
    """A page's HTML. Raises `jinja2.TemplateError` where a project's own template is wrong."""
    base = press.archive.base_url
    return render(
        press.theme,
        Site(press.archive.title, press.archive.language, press.archive.description, f"newsarchive {__version__}"),
        page.template,
        page=page.view,
        root=root(page.url),
        canonical=None if base is None else base + page.url,
    )
