"""Rule 10. The account: every character read is placed in an article, or is furniture, or is named as dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from newsarchive.articles.pieces import Piece, count, count_all
from newsarchive.articles.record import Characters, ReadingProblem
from newsarchive.blocks import Block


def settle(
    blocks: Sequence[Block], placed: Iterable[Piece], furniture: Iterable[Piece]
) -> tuple[Characters, list[ReadingProblem]]:
    """The account of a page, and a problem for each line of which something is missing."""
    read_lines = [line for block in blocks for line in block.lines]
    placed, furniture = list(placed), list(furniture)
    read = count(" ".join([line.text for line in read_lines]))
    kept, printed = count_all(placed), count_all(furniture)
    dropped = read - kept - printed
    problems: list[ReadingProblem] = []
    if dropped:
        missing: Counter[int] = Counter()
        for line in read_lines:
            missing[line.number] += count(line.text)
        for piece in (*placed, *furniture):
            missing[piece.line] -= count(piece.text)
        for number, characters in sorted(missing.items()):
            if characters:
                message = f"{characters} characters of this line stand neither in an article nor in the furniture"
                problems.append(ReadingProblem(code="dropped", severity="error", line=number, message=message))
    return Characters(read, kept, printed, dropped), problems
