"""What the dictionary of Chinese words says of a text: where its words part, and what each of them is."""

from __future__ import annotations

from functools import lru_cache

Tagged = list[tuple[str, str]]  # words with the dictionary's marks: n for a noun, v for a verb, …


def words_of(text: str) -> list[str]:
    """The words of a text; what the dictionary does not know stays in single characters."""
    import rjieba  # loads its dictionary, a quarter of a second that few pages need

    words: list[str] = rjieba.cut(text, False)
    return words


@lru_cache(maxsize=256)
def tagged(text: str) -> Tagged:
    """The words of a text, each with what it is."""
    import rjieba

    tags: Tagged = rjieba.tag(text)
    return tags
