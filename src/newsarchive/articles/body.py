"""Rule 6. Text units -> paragraphs: parts that a column break cut run together, across whatever stands between."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from newsarchive.articles.pieces import Piece, Pieces, lines_of
from newsarchive.articles.record import BodyItem, BodyType
from newsarchive.articles.seams import Seams
from newsarchive.articles.sentences import begins_inside, begins_item, ends_sentence, leads_on

_SALUTATION = 48  # characters of the longest
_ENTRY = 50  # characters of the longest line of a programme, each of which begins with its day
_day = re.compile(r"\d{1,2}月\d{1,2}[日号]").match


class Part(msgspec.Struct, frozen=True, gc=False):
    """A unit of a body: what it is, and its pieces."""

    type: BodyType
    pieces: Pieces
    text: str
    closed: bool = False  # it ends here though it has no stop
    detail: bool = False  # a detail with its name, 地址：, goes on with nothing
    open: bool = False  # it goes on though it ends in a stop
    stanza: int = -1  # the block of a poem that it is a line of
    box: int = -1  # the block of the label that it is, or stands under
    short: bool = False  # its last printed line is short, which ends a paragraph though its stop was lost


def to_body(
    parts: Sequence[Part], seams: Seams, finish: Callable[[str], str]
) -> tuple[tuple[BodyItem, ...], list[Piece]]:
    """The items of a body, and the hyphens that fell away at breaks. `finish` restores a text's punctuation."""
    items: list[BodyItem] = []
    hyphens: list[Piece] = []
    for group in _groups(parts):
        fallen: list[Piece] = []
        if group[0].type == "table":
            text = "\n".join(piece.text for piece in group[0].pieces)
        elif group[0].stanza >= 0:
            text = "\n".join(part.text for part in group)
        else:
            lines = [[part] for part in group] if group[0].box >= 0 else [group]
            texts = [seams.run_together([part.pieces for part in line]) for line in lines]
            text = "\n".join(text for text, _ in texts)
            fallen = [piece for _, pieces in texts for piece in pieces]
        hyphens += fallen
        where = tuple(dict.fromkeys([lines_of(part.pieces) for part in group]))
        items.append(BodyItem(group[0].type, finish(text), where))
    return tuple(items), hyphens


def _goes_on_quote(groups: list[list[Part]], part: Part) -> bool:
    """「…」 / と話す: a sentence that ends in a quotation goes on with a particle."""
    last = groups[-1][-1] if groups else None
    return (
        last is not None
        and last.type == "paragraph"
        and last.text[-1] in "」』"
        and part.text[0] in "とをはがもにの、。で"
    )


def _salutes(parts: Sequence[Part]) -> bool:
    """Whether a body begins with a salutation: a short line that ends in a comma, and a new sentence after it."""
    text = parts[0].text
    if text[-1:] != "," or text[0] >= "⺀":
        return False
    return len(text) < (_SALUTATION if len(parts) > 1 and not parts[1].text[0].islower() else _SALUTATION // 2)


def _follows(before: Part, part: Part) -> bool:
    """Whether a text may go on with one that has no stop."""
    if part.detail or begins_item(part.text) or (_day(part.text) and _day(before.text) and len(before.text) <= _ENTRY):
        return False
    right_below = part.pieces[0].line == before.pieces[-1].line + 1
    return not (before.short and right_below) or part.text[0].islower() or begins_inside(part.text)


def _groups(parts: Sequence[Part]) -> list[list[Part]]:
    """Parts that are one paragraph: a text that ends in no sentence end runs on in the next text."""
    groups: list[list[Part]] = []
    open_group: list[Part] | None = None
    for part in parts:
        if part.stanza >= 0:
            if groups and groups[-1][0].stanza == part.stanza:
                groups[-1].append(part)
            else:
                groups.append([part])
            open_group = None
            continue
        if part.box >= 0 and groups and groups[-1][-1].box == part.box:
            groups[-1].append(part)
            open_group = None
            continue
        if part.type == "paragraph" and _goes_on_quote(groups, part):
            open_group = groups[-1]
        if part.type == "paragraph" and open_group is not None and _follows(open_group[-1], part):
            open_group.append(part)
        else:
            groups.append([part])
        if part.type == "paragraph":
            open_group = groups[-1] if open_group is None or groups[-1][-1] is part else open_group
            ends = part.closed or (ends_sentence(part.text) and not part.open) or leads_on(part.text)
            if ends or (part is parts[0] and _salutes(parts)):
                open_group = None
        elif part.type == "crosshead":
            open_group = None
    return groups
