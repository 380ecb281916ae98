"""5. Article -> Tags: the people, places, organisations and topics that its own text names.

`find_tags(texts, language)` is all there is to call. Words and names are data (`data/*.yaml`); what is found in an
article depends on that article alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.tags.tag import Kind, Tag

__all__ = ["Kind", "Tag", "find_tags"]


def find_tags(texts: Sequence[str], language: str) -> tuple[Tag, ...]:
    """The tags of one article: at most 30, by kind (person, place, organisation, topic), the weightiest of each first.

    `texts` are the heading lines, then paragraphs and captions, as the reader sees them; `language` is a tag such as
    `zh-Hans`, `ja` or `en`. A name is a piece of the text (widths and brackets made one); a topic may be the usual
    word for what the text calls otherwise. A language without tables gives no tags. Never raises for any text.
    """
    primary = language.lower().partition("-")[0]
    # Each language loads its tables when it is first met: importing this room stays cheap.
    if primary == "zh":
        from newsarchive.tags.chinese import find_chinese_tags

        return find_chinese_tags(texts, traditional="hant" in language.lower() or language[-2:] in {"TW", "HK", "MO"})
    if primary in {"ja", "ko"}:
        from newsarchive.tags.east import find_eastern_tags

        return find_eastern_tags(texts, primary)
    from newsarchive.tags.western import find_western_tags

    return find_western_tags(texts, primary)
