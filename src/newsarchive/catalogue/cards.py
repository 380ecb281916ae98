"""What the catalogue keeps of an article besides its reading: enough to list it, link it and cite it."""

from __future__ import annotations

import msgspec

from newsarchive.sources import Picture

UNDATED = "9999"  # sorts after every date


class Name(msgspec.Struct, frozen=True, array_like=True):
    """A person, place, organisation or topic with its folder: `people/sheng-lei-x1y2`, `tags/chang-zhou-…`.

    The role is that of the byline or credit (reporter, photographer, …), or None where the text mentions the name.
    """

    kind: str
    name: str
    folder: str
    role: str | None = None


class Listing(msgspec.Struct, frozen=True, array_like=True):
    """An article as lists show it."""

    headline: str
    kicker: str | None
    kind: str
    language: str
    byline: str | None
    excerpt: str | None
    publication: str | None
    date: str | None
    page: str | None
    section: str | None


class Card(Listing, frozen=True, array_like=True):
    """The same with the names in it, which are most of its bytes and take most of the time to unpack."""

    names: tuple[Name, ...]


class Slot(msgspec.Struct, frozen=True):
    """An article's place in the archive, before the archive knows all the others."""

    number: int
    wanted: str  # the address it would like, without a publication's prefix
    place: str  # without a publication's prefix; sorts the whole archive as a reader turns the pages
    card: bytes
    digest: bytes  # of all that its page shows of itself


class SourceCard(msgspec.Struct, frozen=True):
    """One source with all that the catalogue stores of it."""

    path: str
    folder: int
    size: int
    mtime_ns: int
    sha256: str
    language: str
    publication: str | None
    date: str | None
    page: str | None
    issue: str  # folder of its issue, without a publication's prefix
    section: str | None
    note: str | None
    furniture: bytes | None
    reading: bytes
    problems: bytes | None
    pictures: tuple[Picture, ...]
    slots: tuple[Slot, ...]


def shelf_of(place: str) -> tuple[str, bool]:
    """The paper (its prefix) of a place in the archive, and whether it is dated: what a reader turns pages within."""
    prefix, date, _ = place.split("\x1f", 2)
    return prefix, date == UNDATED


def encode_card(card: Card) -> bytes:
    return _encoder.encode(card)


def decode_card(data: bytes) -> Card:
    return _decoder.decode(data)


def decode_listing(card: bytes) -> Listing:
    """A card without its names."""
    return _listing_decoder.decode(card)


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Card)
_listing_decoder = msgspec.msgpack.Decoder(Listing)
