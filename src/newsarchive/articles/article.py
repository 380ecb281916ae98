"""A story -> an article of the record, with the evidence for each field and the account of its pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newsarchive.articles.body import Part, to_body
from newsarchive.articles.bylines import (
    Lead,
    find_end,
    read_lead,
    read_lead_of_item,
    read_lead_under_heading,
    signature,
)
from newsarchive.articles.evidence import Notes
from newsarchive.articles.first_words import first_words
from newsarchive.articles.folio import page_number
from newsarchive.articles.headings.roles import HIGH, MEDIUM
from newsarchive.articles.heads import Stack
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.photos import caption_and_credit, captions_follow_pictures
from newsarchive.articles.pieces import Piece, Pieces, cut, joined
from newsarchive.articles.punctuation import restore
from newsarchive.articles.record import (
    Article,
    BodyItem,
    BodyType,
    Byline,
    Dateline,
    Jump,
    Lines,
    Photo,
)
from newsarchive.articles.seams import Seams
from newsarchive.articles.sentences import ends_in_title, has_few_stops
from newsarchive.articles.signed_lines import end_signature, signed_line, tells_of
from newsarchive.articles.story import COLUMN_LOST, Story

_STORY = 3  # paragraphs of a story in Latin script that somebody of the paper signs at its end
_PRINTED_LINES = 3  # of a text whose short last line tells something
_SAME_LINE = 40
_wide_characters = re.compile(r"[⺀-鿿\uff01-\uff5e]").findall
# ADA THORNE / TARN
_signs_from = re.compile(r"(?P<signed>[^/|]{2,40}?) ?[/|] ?(?P<place>[A-ZÀ-Þ][^/|\d]{2,30})\Z").match
_author_note_behind = re.compile(r"(?<=[。！？”」])[(（][^()（）]{4,80}[)）]$").search


class Made(msgspec.Struct, frozen=True):
    """An article, the pieces that stand in it, and the furniture that was among them."""

    article: Article
    placed: tuple[Piece, ...]
    furniture: tuple[tuple[str, Pieces], ...]


def to_article(
    story: Story, patterns: Patterns, seams: Seams, issue_date: str | None = None, trust_in_levels: float = HIGH
) -> Made:
    """The article of a story. Every piece of the story is placed or furniture.

    `trust_in_levels`: how much the levels of the page's headings tell.
    """
    return _Maker(story, patterns, seams, issue_date, trust_in_levels).made()


class _Maker:
    """The fields of one article while they are being found."""

    def __init__(
        self, story: Story, patterns: Patterns, seams: Seams, issue_date: str | None, trust_in_levels: float
    ) -> None:
        self.story = story
        self.trust_in_levels = trust_in_levels
        self.patterns = patterns
        self.seams = seams
        self.issue_date = issue_date
        self.wide = patterns.wide and (len(patterns.languages) == 1 or _mostly_wide(story))
        self.narrow = patterns.main.script == "hans"
        self.placed: list[Piece] = []
        self.furniture: list[tuple[str, Pieces]] = []
        self.notes = Notes()
        self.bylines: list[Byline] = []
        self.dateline: Dateline | None = None
        self.parts: list[Part] = []
        self.photos: list[Photo] = []
        self.images: list[tuple[str, Lines]] = []
        self.jump: Jump | None = None
        self.decks: list[Labelled] = []
        self.paired = captions_follow_pictures(story)
        self.indents = patterns.main.script == "jpan" and _indents_paragraphs(story)

    def made(self) -> Made:
        story = self.story
        self.placed += [piece for each in story.headings for piece in each.unit.pieces]
        if not story.shared_rubric:
            self.placed += [piece for each in story.rubric for piece in each.unit.pieces]
        self._read_units()
        self._end_images()
        self._note_on_author()
        self._end_signature()
        body, hyphens = to_body(self.parts, self.seams, self._text)
        self._take_out(hyphens)
        stack = Stack(story, self.decks, self.patterns, self._text, self.wide, self.trust_in_levels)
        heads = stack.heads(self.notes)
        self.notes.add("body", "columns-joined", 0.9, [piece for item in self.parts for piece in item.pieces])
        every = [*story.headings, *story.units, *(() if story.shared_rubric else story.rubric)]
        article = Article(
            kind=story.kind,
            kicker=heads.kicker,
            headline=heads.headline if heads.headline is not None else self._stand_in(heads.rubric, body),
            subheads=heads.subheads,
            heading_lines=heads.lines,
            rubric=heads.rubric,
            byline=self._byline(),
            dateline=self.dateline,
            body=body,
            photos=tuple(self.photos),
            jump=self.jump,
            lines=(min(each.unit.at[0] for each in every), max(each.unit.at[1] for each in every)),
            evidence=self.notes.all(),
        )
        return Made(article, tuple(self.placed), tuple(self.furniture))

    def _text(self, text: str) -> str:
        return restore(text, narrow_spaces=self.narrow) if self.wide else text

    def _take_out(self, hyphens: Sequence[Piece]) -> None:
        """Hyphens that fell away at a break leave their pieces and become furniture."""
        places: dict[int, list[int]] = {}
        for at, piece in enumerate(self.placed if hyphens else ()):
            places.setdefault(piece.line, []).append(at)
        for hyphen in hyphens:
            for at in places.get(hyphen.line, ())[:_SAME_LINE]:
                piece = self.placed[at]
                inside = f"{hyphen.text} "  # of a line that a tool made of several
                if piece.text.endswith(hyphen.text) or inside in piece.text:
                    head, _, rest = f"{piece.text} ".rpartition(inside)
                    self.placed[at] = Piece(piece.line, f"{head}{rest}".rstrip())
                    self.furniture.append(("hyphen", (hyphen,)))
                    break

    def _stand_in(self, rubric: str | None, body: Sequence[BodyItem]) -> str:
        """The headline of a story without one: the rubric of a picture, else the first words."""
        is_photo = self.story.kind == "photo" and rubric is not None
        text, rule = (rubric, "rubric") if is_photo else (self._first_words(body), "first-clause")
        self.notes.add("headline", rule, MEDIUM if is_photo else 0.7, self.placed[:1])
        return text or "…"

    def _first_words(self, body: Sequence[BodyItem]) -> str:
        """What the text of a story, or else a caption, a list or a signature begins with."""
        text = next((item.text for item in body if item.type in ("paragraph", "note")), "")
        text = text or next((photo.caption or photo.credit or "" for photo in self.photos), "")
        text = text or next((item.text for item in body), "") or " ".join(byline.text for byline in self.bylines)
        return first_words(self._text(text.partition("\n")[0]), self.story.kind, self.patterns)

    # Units in page order

    def _read_units(self) -> None:
        begun = False
        for each in self.story.units:
            begun = begun or (bool(self.parts) and self.parts[-1].type == "paragraph")
            if each.label == "deck":
                self.decks.append(each)
                self.placed += each.unit.pieces
            elif each.label != "text" or begun:
                self._take(each)
            else:
                self._first_text(each)

    def _first_text(self, each: Labelled) -> None:
        each = self._without_star(each)
        unit = each.unit
        item = self.story.kind == "brief" and bool(self.story.rubric)
        reads = read_lead_under_heading if self.story.headings else read_lead_of_item if item else read_lead
        lead = reads(unit.text, self.patterns, self.issue_date)
        family = self.story.kind == "notice" and self.patterns.main.script == "latn"  # THORNE—September 8th, at Tarn, …
        family = family and lead is not None and lead.dateline is not None and not lead.dateline.date
        if lead is None or family or (self.dateline is not None and lead.dateline is not None):
            self._take(each)
            return
        head, rest = cut(unit.pieces, lead.end)
        self.placed += head
        self._take_lead(lead, head)
        if rest:
            self._add("paragraph", rest, closed=self._ends_short(each), short=unit.short_end)

    def _without_star(self, each: Labelled) -> Labelled:
        """A brief in Latin script without the star before it, which is furniture."""
        unit = each.unit
        if self.story.kind != "brief" or self.patterns.main.script != "latn" or not unit.text.startswith("* "):
            return each
        star, rest = cut(unit.pieces, 2)
        self.furniture.append(("other", star))
        return msgspec.structs.replace(each, unit=msgspec.structs.replace(unit, pieces=rest, text=unit.text[2:]))

    def _take_lead(self, lead: Lead, head: Pieces) -> None:
        confidence = lead.confidence
        agency_only = lead.byline is not None and not lead.byline.people and lead.byline.text == lead.byline.agency
        if lead.byline and not (agency_only and self.bylines):
            self.bylines.append(lead.byline)
            self.notes.add("byline", lead.rule, min(confidence, MEDIUM) if agency_only else confidence, head)
        elif lead.byline and self.bylines and not any(byline.agency for byline in self.bylines):
            self.bylines[0] = msgspec.structs.replace(self.bylines[0], agency=lead.byline.agency)
        if lead.dateline:
            self.dateline = lead.dateline
            self.notes.add("dateline", lead.rule, confidence, head)

    def _note_or_box(self, each: Labelled) -> None:
        """A note; a box whose label stands on its own line over the text is one note of several lines."""
        last = self.parts[-1] if self.parts else None
        box = last.box if last is not None and last.type == "note" else -1
        self._add("note", each.unit.pieces, box=each.unit.block if each.rule == "box-label" else box)

    def _add(
        self,
        kind: BodyType,
        pieces: Pieces,
        *,
        closed: bool = False,
        short: bool = False,
        stanza: int = -1,
        box: int = -1,
    ) -> None:
        self.placed += pieces
        text = joined(pieces)
        detail = self.patterns.detail(text) is not None
        self.parts.append(
            Part(
                kind,
                pieces,
                text,
                closed=closed or (detail and len(text) < 40),
                detail=detail,
                open=ends_in_title(text, self.patterns),
                stanza=stanza,
                box=box,
                short=short and len(pieces) >= _PRINTED_LINES and text[-1].isalnum(),
            )
        )

    def _take(self, each: Labelled) -> None:
        label, unit = each.label, each.unit
        if label == "image":
            self.images.append((unit.name, unit.at))
            if unit.pieces:  # words in place of a picture
                self.furniture.append(("label", unit.pieces))
        elif label in ("caption", "credit"):
            self._photo(each)
        elif label == "byline":
            self._signed(each)
        elif label == "jump":
            self._jump(each)
        elif label == "dateline":
            self.placed += unit.pieces
            lead = read_lead(unit.text + " — A", self.patterns, self.issue_date)
            found = lead.dateline if lead else None
            place = found.place if found else unit.text.strip(" .,")
            self.dateline = Dateline(unit.text, place, found.date if found else None)
            self.notes.add("dateline", each.rule, each.confidence, unit.pieces)
        elif label == "crosshead":
            self._add("crosshead", unit.pieces)
        elif label == "table":
            self._add("table", unit.pieces)
        elif label == "note" and unit.gap <= 0 and self.parts and self.parts[-1].type == "note":
            self.placed += unit.pieces
            pieces = (*self.parts[-1].pieces, *unit.pieces)
            self.parts[-1] = Part("note", pieces, joined(pieces))
        elif label == "note":
            self._note_or_box(each)
        elif label == "author-note":
            self._add("author-note", unit.pieces)
        elif label == "label":
            self.furniture.append(("label", unit.pieces))
        elif self.patterns.goes_on(unit.text) and (lead := read_lead(unit.text, self.patterns)):
            head, rest = cut(unit.pieces, lead.end)
            self.placed += head
            printed = unit.text[: lead.end].strip()
            self.bylines.append(
                lead.byline
                if lead.byline and lead.byline.people
                else Byline(printed, (), lead.byline.agency if lead.byline else None)
            )
            if rest:
                self._add("paragraph", rest)
        elif unit.verse:
            self._add("paragraph", unit.pieces, stanza=unit.block)
        else:
            if (
                self.indents
                and not unit.indented
                and unit.gap >= 0
                and self.parts
                and self.parts[-1].type == "paragraph"
            ):
                self.parts[-1] = msgspec.structs.replace(self.parts[-1], open=True)
            if each.rule == "official-signature" and self.parts and self.parts[-1].type == "paragraph":
                self.parts[-1] = msgspec.structs.replace(self.parts[-1], closed=True)
            closed = each.rule in ("official-signature", COLUMN_LOST) or self._ends_short(each)
            self._add("paragraph", unit.pieces, closed=closed, short=unit.short_end)

    def _ends_short(self, each: Labelled) -> bool:
        return each.unit.short_end and has_few_stops(each.unit.text)

    def _signed(self, each: Labelled) -> None:
        """A signature on its own line; one that goes on from the line above is one with it."""
        unit = each.unit
        has_text = any(part.type == "paragraph" for part in self.parts)
        byline = signed_line(each, self.story, self.patterns, self.bylines, has_text=has_text)
        if (
            self.dateline is None
            and unit.text[0] in "(（"
            and (lead := read_lead(unit.text.strip("(（)） 　"), self.patterns, self.issue_date))
        ):
            self.dateline = lead.dateline  # （本报临江5月26日电 执笔：…）
        self.placed += unit.pieces
        if self.patterns.main.language == "es" and (match := _signs_from(byline.text)) and self.dateline is None:
            byline = signature(match["signed"], self.patterns, "reporter")
            self.dateline = Dateline(match["place"], match["place"])
        self.bylines.append(byline)
        self.notes.add("byline", each.rule, each.confidence, unit.pieces)

    # Photos

    def _photo(self, each: Labelled) -> None:
        unit = each.unit
        self.placed += unit.pieces
        whole, hyphens = self.seams.run_together([unit.pieces]) if "-" in unit.text else (unit.text, [])
        if hyphens:
            self._take_out(hyphens)
            each = msgspec.structs.replace(each, unit=msgspec.structs.replace(unit, text=whole))
        caption, credit, people = caption_and_credit(each, self.patterns)
        self.notes.add("photos", each.rule, each.confidence, unit.pieces)
        last = self.photos[-1] if self.photos else None
        if each.label == "credit" and not self.images and last is not None and last.lines[-1][1] >= unit.at[0] - 3:
            text = credit if last.credit is None else f"{last.credit} {credit}"
            self.photos[-1] = msgspec.structs.replace(
                last, credit=text, people=(*last.people, *people), lines=(*last.lines, unit.at)
            )
            return
        image, lines = self.images.pop(0 if self.paired else -1) if self.images else ("", unit.at)
        if not self.paired:
            self._end_images()
        spans = (unit.at,) if lines == unit.at else (lines, unit.at)
        self.photos.append(Photo(self._text(caption) or None, credit, people, image or None, spans))

    def _end_images(self) -> None:
        """Pictures without caption."""
        for image, lines in self.images:
            if not image:
                continue
            self.photos.append(Photo(image=image or None, lines=(lines,)))
            self.notes.add("photos", "picture", 0.9, [Piece(lines[0], "")])
        self.images = []

    def _jump(self, each: Labelled) -> None:
        text = each.unit.text
        self.furniture.append(("jump", each.unit.pieces))
        for direction, searches in (("from", self.patterns.jumps_from), ("to", self.patterns.jumps_to)):
            match = next((match for search in searches if (match := search(text))), None)
            if match is None:
                continue
            if self.jump is None and "page" in (groups := match.groupdict()):
                page = groups["page"] or groups.get("page2") or ""
                self.jump = Jump(direction, page_number(page, self.patterns) if page else None)  # type: ignore[arg-type]
                self.notes.add("jump", "jump-line", each.confidence, each.unit.pieces)
            elif self.jump is not None and self.jump.direction != direction:  # both parts stand here
                self.jump = None
                self.notes.drop("jump")
            return

    # The end

    def _end_signature(self) -> None:
        places = [at for at, part in enumerate(self.parts) if part.type == "paragraph"]
        if not places:
            return
        last = self.parts[places[-1]]
        if (note := _author_note_behind(last.text)) and self.patterns.author_note(last.text[note.start() :]):
            rest, signed = cut(last.pieces, note.start())
            if rest:
                self.parts[places[-1] : places[-1] + 1] = [
                    Part("paragraph", rest, joined(rest)),
                    Part("author-note", signed, joined(signed)),
                ]
                last = self.parts[places[-1]]
        staff = self.bylines or (self.patterns.main.script == "latn" and len(places) >= _STORY)
        found = find_end(last.text, self.patterns, brief=self.story.kind == "brief" or not staff)
        if not found:
            return
        rest, signed = cut(last.pieces, found[0])
        self.bylines.append(end_signature(found[1], self.patterns, self.story))
        self.notes.add("byline", "signature-at-end", 0.92, signed)
        if (self.dateline is None and self.patterns.main.script != "jpan") and (
            lead := read_lead(found[1].text.strip("(（)） "), self.patterns, self.issue_date)
        ):
            self.dateline = lead.dateline
        self.parts[places[-1] : places[-1] + 1] = [Part("paragraph", rest, joined(rest))] if rest else []

    def _note_on_author(self) -> None:
        """The last paragraph, where it tells of whoever signs above the text, is an author's note."""
        if not self.parts or self.parts[-1].type != "paragraph" or self.patterns.main.script != "latn":
            return
        if any(tells_of(self.story, person.name) for byline in self.bylines for person in byline.people):
            self.parts[-1] = msgspec.structs.replace(self.parts[-1], type="author-note")

    def _byline(self) -> Byline | None:
        if len(self.bylines) <= 1:
            return self.bylines[0] if self.bylines else None
        people = tuple(dict.fromkeys(person for byline in self.bylines for person in byline.people))
        agency = next((byline.agency for byline in self.bylines if byline.agency), None)
        return Byline(" ".join(byline.text for byline in self.bylines), people, agency)


def _indents_paragraphs(story: Story) -> bool:
    """Whether a story's paragraphs are indented, so that a text which is not goes on with the one above it."""
    texts = [each.unit.indented for each in story.units if each.label == "text" and each.unit.gap >= 0]
    return len(texts) > 2 and texts[0] and sum(texts) * 2 >= len(texts)


def _mostly_wide(story: Story) -> bool:
    """Whether a story on a Chinese page is in Chinese: a story in Latin script keeps its punctuation."""
    text = " ".join([each.unit.text[:80] for each in (*story.headings, *story.units[:6])])
    return len(_wide_characters(text)) * 4 > len(text)
