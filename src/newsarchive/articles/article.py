"""A story -> an article of the record, with the evidence for each field and the account of its pieces."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newsarchive.articles.body import Part, to_body
from newsarchive.articles.bylines import find_end, people_of, read_lead, signature
from newsarchive.articles.headings import HIGH, MEDIUM, Roles, chinese_roles
from newsarchive.articles.labels import Labelled, ends_in_credit
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.pieces import Piece, Pieces, cut, joined, lines_of, seam
from newsarchive.articles.punctuation import restore
from newsarchive.articles.record import Article, Byline, Evidence, Furniture, Jump, Photo
from newsarchive.articles.stories import Story


class Made(msgspec.Struct, frozen=True):
    """An article, the pieces that stand in it, and the furniture that was among them."""

    article: Article
    placed: tuple[Piece, ...]
    furniture: tuple[tuple[str, Piece], ...]


def to_article(story: Story, patterns: Patterns) -> Made:
    """The article of a story. Every piece of the story is placed or furniture."""
    return _Maker(story, patterns).made()


class _Maker:
    """The fields of one article while they are being found."""

    def __init__(self, story: Story, patterns: Patterns) -> None:
        self.story = story
        self.patterns = patterns
        self.placed: list[Piece] = []
        self.furniture: list[tuple[str, Piece]] = []
        self.evidence: dict[str, Evidence] = {}
        self.bylines: list[Byline] = []
        self.parts: list[Part] = []
        self.photos: list[Photo] = []
        self.image: str | None = None
        self.image_lines: tuple[int, int] | None = None
        self.jump: Jump | None = None

    def made(self) -> Made:
        story, patterns = self.story, self.patterns
        headings = [self._text(joined(each.unit.pieces)) for each in story.headings]
        self.placed += [piece for each in (*story.headings, *story.rubric) for piece in each.unit.pieces]
        dateline = self._lead(story.units)
        self._end_image()
        self._end_signature()
        body, hyphens = to_body(self.parts, patterns.particles, patterns.wide)
        fallen = {id(piece) for piece in hyphens}
        self.furniture += [("hyphen", piece) for piece in hyphens]
        rubric = "".join(self._text(joined(each.unit.pieces)) for each in story.rubric) or None
        kicker, headline, subheads, used = self._heads(headings, rubric, body)
        if rubric:
            self._note("rubric", story.rule, story.confidence, [piece for each in story.rubric for piece in each.unit.pieces])
        every = [*self.placed, *(piece for _, piece in self.furniture if id(piece) not in fallen)]
        lines = [piece.line for piece in every] + [each.unit.at[0] for each in (*story.headings, *story.units)]
        if body:
            self._note("body", "columns-joined", 0.9, [Piece(item.lines[0][0], "") for item in body])
        return Made(
            Article(
                kind=story.kind,
                kicker=kicker,
                headline=headline,
                subheads=subheads,
                heading_lines=tuple(headings) if used else (),
                rubric=rubric,
                byline=self._byline(),
                dateline=dateline,
                body=body,
                photos=tuple(self.photos),
                jump=self.jump,
                lines=(min(lines), max(lines)),
                evidence=tuple(self.evidence[field] for field in _FIELDS if field in self.evidence),
            ),
            tuple(self.placed),
            tuple(self.furniture),
        )

    def _text(self, text: str) -> str:
        return restore(text) if self.patterns.wide else text

    def _note(self, field: str, rule: str, confidence: float, pieces: Sequence[Piece]) -> None:
        if pieces:
            first, last = min(piece.line for piece in pieces), max(piece.line for piece in pieces)
            self.evidence.setdefault(field, Evidence(field, rule, confidence, (first, last)))

    def _heads(
        self, headings: list[str], rubric: str | None, body: tuple[object, ...]
    ) -> tuple[str | None, str, tuple[str, ...], bool]:
        if not headings:
            text, rule = (rubric, "rubric") if rubric else (self._first_clause(), "first-clause")
            pieces = list(self.placed)[:1]
            self._note("headline", rule, MEDIUM if rubric else 0.6, pieces)
            return None, text or "", (), False
        roles: Roles = chinese_roles(headings, self.patterns)
        units = [each.unit for each in self.story.headings]
        head = self._line_of(headings, roles.headline)
        confidence = min(roles.confidence, HIGH)
        self._note("headline", roles.rule, confidence, [p for at in roles.headline for p in units[at].pieces])
        if roles.kicker:
            self._note("kicker", roles.rule, confidence, [p for at in roles.kicker for p in units[at].pieces])
        if roles.subheads:
            self._note("subheads", roles.rule, confidence, [p for at in roles.subheads for p in units[at].pieces])
        kicker = " ".join(headings[at] for at in roles.kicker) or None
        return kicker, head, tuple(headings[at] for at in roles.subheads), True

    @staticmethod
    def _line_of(headings: list[str], places: tuple[int, ...]) -> str:
        text = ""
        for at in places:
            text += seam(text, headings[at]) + headings[at]
        return text

    def _first_clause(self) -> str:
        source = next((part.text for part in self.parts), "") or next((p.caption or p.credit or "" for p in self.photos), "")
        source = source or " ".join(byline.text for byline in self.bylines) or "…"
        text = self._text(source)
        for at, character in enumerate(text[:31]):
            if character in "。！？；，：" and at >= 4:
                return text[:at]
        return text[:30]

    def _lead(self, units: Sequence[Labelled]) -> object:
        dateline = None
        for each in units:
            if each.label == "text" and not any(part.type == "paragraph" for part in self.parts):
                dateline = self._first_text(each, dateline)
            else:
                self._take(each)
        return dateline

    def _first_text(self, each: Labelled, dateline: object) -> object:
        unit = each.unit
        lead = read_lead(unit.text, self.patterns)
        if lead is None:
            self._take(each)
            return dateline
        head, rest = cut(unit.pieces, lead.end)
        self.placed += head
        if lead.byline:
            self.bylines.append(lead.byline)
            self._note("byline", lead.rule, lead.confidence, head)
        if lead.dateline:
            self._note("dateline", lead.rule, lead.confidence, head)
        if rest:
            self._add("paragraph", rest)
        return lead.dateline or dateline

    def _add(self, kind: str, pieces: Pieces) -> None:
        self.placed += pieces
        self.parts.append(Part(kind, pieces, joined(pieces)))  # type: ignore[arg-type]

    def _take(self, each: Labelled) -> None:
        unit = each.unit
        if each.label == "image":
            self._end_image()
            self.image, self.image_lines = unit.name, unit.at
        elif each.label in ("caption", "credit"):
            self._photo(each)
        elif each.label == "byline":
            self.bylines.append(signature(unit.text, self.patterns))
            self.placed += unit.pieces
            self._note("byline", each.rule, each.confidence, unit.pieces)
        elif each.label == "jump":
            self._jump(each)
        elif each.label in ("crosshead", "table", "note", "author-note"):
            self._add(each.label, unit.pieces)
        elif each.label == "label":
            self.furniture += [("label", piece) for piece in unit.pieces]
        else:
            self._add("paragraph", unit.pieces)

    def _photo(self, each: Labelled) -> None:
        unit = each.unit
        self.placed += unit.pieces
        at = 0 if each.label == "credit" else ends_in_credit(unit.text, self.patterns)
        caption = unit.text if at is None else unit.text[:at].strip()
        credit = None if at is None else unit.text[at:].strip()
        people = people_of(credit, self.patterns, "photographer") if credit else ()
        if each.label == "credit" and self.photos and self.photos[-1].credit is None:
            last = self.photos[-1]
            self.photos[-1] = msgspec.structs.replace(last, credit=_bare(credit), people=people, lines=(*last.lines, unit.at))
            return
        lines = (unit.at,) if self.image_lines in (None, unit.at) else (self.image_lines, unit.at)
        self.photos.append(
            Photo(self._text(caption) or None, _bare(credit), people, self.image or None, lines)  # type: ignore[arg-type]
        )
        self._note("photos", each.rule, each.confidence, unit.pieces)
        self.image = self.image_lines = None

    def _end_image(self) -> None:
        """A picture without caption."""
        if self.image_lines:
            self.photos.append(Photo(image=self.image or None, lines=(self.image_lines,)))
            self._note("photos", "picture", 0.9, [Piece(self.image_lines[0], "")])
        self.image = self.image_lines = None

    def _jump(self, each: Labelled) -> None:
        text = each.unit.text
        self.furniture += [("jump", piece) for piece in each.unit.pieces]
        for direction, searches in (("from", self.patterns.jumps_from), ("to", self.patterns.jumps_to)):
            for search in searches:
                if match := search(text):
                    self.jump = Jump(direction, page_number(match["page"]))  # type: ignore[arg-type]
                    self._note("jump", "jump-line", each.confidence, each.unit.pieces)
                    return

    def _end_signature(self) -> None:
        if not self.parts or self.parts[-1].type != "paragraph":
            return
        last = self.parts[-1]
        found = find_end(last.text, self.patterns)
        if not found:
            return
        rest, signed = cut(last.pieces, found[0])
        self.bylines.append(found[1])
        self._note("byline", "signature-at-end", 0.85, signed)
        self.parts[-1:] = [Part("paragraph", rest, joined(rest))] if rest else []

    def _byline(self) -> Byline | None:
        if len(self.bylines) <= 1:
            return self.bylines[0] if self.bylines else None
        people = tuple(dict.fromkeys(person for byline in self.bylines for person in byline.people))
        agency = next((byline.agency for byline in self.bylines if byline.agency), None)
        return Byline(" ".join(byline.text for byline in self.bylines), people, agency)


_FIELDS = ("headline", "kicker", "subheads", "rubric", "byline", "dateline", "body", "photos", "jump")
_CHINESE = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0"}


def page_number(text: str) -> str:
    """`第二版`, `０２`, `a3` -> 2, 2, A3."""
    text = text.strip().translate({0xFF10 + n: str(n) for n in range(10)})
    if text and text[0] in "十" + "".join(_CHINESE):
        tens, _, ones = text.rpartition("十")
        if "十" in text:
            return str((int(_CHINESE.get(tens, "1")) if tens else 1) * 10 + (int(_CHINESE.get(ones, "0")) if ones else 0))
        return "".join(_CHINESE.get(c, "") for c in text)
    return text.upper().lstrip("0") or "0"


def _bare(credit: str | None) -> str | None:
    """A credit without the brackets round it."""
    if credit and credit[0] in "(（【[" and credit[-1] in ")）】]" and not any(c in credit[1:-1] for c in "()（）【】[]"):
        return credit[1:-1].strip()
    return credit


_ = Furniture
_ = lines_of
