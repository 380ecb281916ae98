"""7. Readings -> SQLite: what is known, what changed, and the queue of subjects whose pages must be written again.

A *subject* is what a page shows: `("article", address)`, `("issue", folder)`, `("year", folder)`, `("name", folder)`,
`("home", "")`, … The queue is exact: a change queues the subjects that show it and no others.
"""

from newsarchive.catalogue.cards import Card, Name, Slot, SourceCard, decode_card, decode_listing
from newsarchive.catalogue.changes import Changes
from newsarchive.catalogue.store import SCHEMA, Catalogue, Subject, open_catalogue

__all__ = [
    "SCHEMA",
    "Card",
    "Catalogue",
    "Changes",
    "Name",
    "Slot",
    "SourceCard",
    "Subject",
    "decode_card",
    "decode_listing",
    "open_catalogue",
]
