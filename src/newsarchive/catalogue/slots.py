"""Source and Reading -> Slots: each article with its address, its place, its names and the digest of what it shows.

Workers make them; the rest of the catalogue goes without this file, and so without the parser.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec

from newsarchive import addresses
from newsarchive.articles.record import Article, Reading
from newsarchive.catalogue.cards import UNDATED, Card, Name, Slot, encode_card
from newsarchive.sources import Source
from newsarchive.tags import find_tags

EXCERPT = 90  # characters of the body that an issue page shows


def to_slots(source: Source, reading: Reading, pictures: Mapping[str, str | None]) -> tuple[Slot, ...]:
    """The articles of a reading with their addresses, names and digests; `pictures`: name in the page -> address."""
    issue = reading.issue
    folder = addresses.issue_folder(issue.date, source.path)
    before = "\x1f".join(("", issue.date or UNDATED, folder, addresses.page_order(issue.page), source.path))
    about = msgspec.json.encode((source.path, issue, source.hints.note))
    lines = source.text.split("\n")
    slots = []
    for number, article in enumerate(reading.articles, 1):
        card = encode_card(to_card(source, reading, article))
        name = addresses.article_name(issue.date, issue.page, number, article.headline)
        first, last = article.lines
        shown = "\n".join(lines[first - 1 : last]).encode()
        seen = repr([pictures.get(photo.image) for photo in article.photos if photo.image]).encode()
        digest = hashlib.blake2b(b"\0".join((about, card, msgspec.json.encode(article), shown, seen)), digest_size=16)
        slots.append(Slot(number, f"{folder}/{name}", f"{before}\x1f{number:06d}", card, digest.digest()))
    return tuple(slots)


def to_card(source: Source, reading: Reading, article: Article) -> Card:
    """The card of one article; its names come from its own text and its source's front matter alone."""
    language = article_language(reading, article)
    paragraphs = [item.text for item in article.body if item.type == "paragraph"]
    captions = [photo.caption for photo in article.photos if photo.caption]
    texts = [*(article.heading_lines or (article.headline,)), *paragraphs, *captions]
    lead = paragraphs[0] if paragraphs else captions[0] if captions else None
    return Card(
        headline=article.headline,
        kicker=article.kicker,
        kind=article.kind,
        language=language,
        byline=_signature(article, language),
        excerpt=None if lead is None else lead if len(lead) <= EXCERPT else lead[:EXCERPT].rstrip() + "…",
        publication=reading.issue.publication,
        date=reading.issue.date,
        page=reading.issue.page,
        section=reading.issue.section,
        names=_names(source, article, texts, language),
    )


def article_language(reading: Reading, article: Article) -> str:
    """The language of one article: its own where the evidence names one, else the source's."""
    for evidence in article.evidence:
        if evidence.field == "language":
            return evidence.rule
    return reading.language


def _signature(article: Article, language: str) -> str | None:
    if article.byline is not None:
        comma = "、" if language.startswith(("zh", "ja")) else ", "
        return comma.join(person.name for person in article.byline.people) or article.byline.agency
    return article.photos[0].credit if article.kind == "photo" and article.photos else None


def _names(source: Source, article: Article, texts: list[str], language: str) -> tuple[Name, ...]:
    signed = [
        *(article.byline.people if article.byline else ()),
        *(person for photo in article.photos for person in photo.people),
    ]
    names: dict[tuple[str, str | None], Name] = {
        (person.name, person.role): Name(
            "person", person.name, addresses.name_folder("person", person.name), person.role
        )
        for person in signed
    }
    found = [(tag.kind, tag.name) for tag in find_tags(texts, language)]
    known = {name for _, name in found}
    marked = [("tag", name) for name in source.hints.tags if name not in known]
    for kind, name in (*marked, *found):
        names[name, None] = Name(kind, name, addresses.name_folder(kind, name))
    return tuple(names.values())
