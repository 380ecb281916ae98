"""Rule 3. Labelled units -> stories: where each begins, and which headings are only crossheads inside one."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import ArticleKind
from newsarchive.articles.units import Unit, ends_sentence

FURNITURE = frozenset(
    "folio masthead label-of-page running-head editors page-marker weather price refusal loop detection noise alt other".split()
)
_numbered = re.compile(r"(?:[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)]|[①-⑳◇◆▷▶])\s*\S").match
_bracketed = re.compile(r"[\[【〔〈《◆▼●■★]\s*(?P<name>[^\[\]【】〔〕◆▼●■★]{2,16})\s*[\]】〕〉》◆▼●■★]\Z").match
_leading_label = re.compile(r"^[◆■●★▼]\s*(?P<name>[^\s。，,]{2,10})\Z").match
_LOOK_AHEAD = 12  # units; so that the work for a heading does not grow with the page
_SAMPLE = 4000  # characters of a story that are compared with what follows it
_words = re.compile(r"[^\W\d_]{4,}").findall


class Story(msgspec.Struct, frozen=True):
    """The units of one story: rubric and heading stack first, then what follows in page order, jump lines included.

    `shared_rubric`: the rubric stands over several stories, and its characters are placed with the first.
    """

    kind: ArticleKind
    headings: tuple[Labelled, ...]
    units: tuple[Labelled, ...]
    rubric: tuple[Labelled, ...] = ()
    shared_rubric: bool = False
    rule: str = "heading-stack"
    confidence: float = 0.9
    letters: bool = False


class _Section(msgspec.Struct, frozen=True):
    """A rubric that stands over what follows."""

    kind: str
    units: tuple[Labelled, ...]


class Splitter:
    """The stories of a page while they are found, from its head to its foot."""

    def __init__(self, labelled: Sequence[Labelled], patterns: Patterns) -> None:
        self.all = [each for each in labelled if each.label not in FURNITURE]
        self.furniture = [
            Labelled(each.unit, "label", each.rule, each.confidence) if each.label == "label-of-page" else each
            for each in labelled
            if each.label in FURNITURE
        ]
        self.patterns = patterns
        self.stories: list[Story] = []
        self.headings: list[Labelled] = []
        self.units: list[Labelled] = []
        self.texts: list[Labelled] = []
        self.rubric: tuple[Labelled, ...] = ()
        self.section: _Section | None = None
        self.section_used = False
        self.rule = "heading-stack"
        self.levels = {each.unit.level for each in self.all if each.label == "heading" and each.unit.level}
        self.leads = self._lead_habit()

    # The walk

    def run(self) -> list[Story]:
        at = 0
        while at < len(self.all):
            each = self.all[at]
            if each.label == "heading" or (each.label == "label" and self._is_rubric_place(at)):
                at = self._take_headings(at)
            else:
                self._take(each, at)
                at += 1
        self._close()
        self._set_section(None)
        return self.stories

    def _take_headings(self, at: int) -> int:
        """A run of heading lines: rubrics over it, then a stack that begins a story or a crosshead inside one."""
        end = at
        while end < len(self.all) and (
            self.all[end].label == "heading" or (self.all[end].label == "label" and self._is_rubric_place(end))
        ):
            end += 1
        run = self.all[at:end]
        rubrics, kind = self._rubrics(run, end)
        stack = run[len(rubrics) :]
        if rubrics:
            if self._has_story() or self.headings:
                self._close()
            if kind == "article":
                self._set_section(None)
                self.rubric = (*self.rubric, *rubrics)
            else:
                self._set_section(_Section(kind, tuple(rubrics)))
        elif stack and self._has_story() and len(stack) == 1 and self._is_crosshead(stack[0], end):
            self.units.append(Labelled(stack[0].unit, "crosshead", "heading-inside-story", 0.7))
            return end
        if stack:
            stays = self.section is not None and self._stays_under(self.section, stack[0].unit)
            if self._has_story():
                self._close()
            if not stays and not rubrics:
                self._set_section(None)
            self.headings += stack
            self.rule = "heading-stack"
        return end

    def _stays_under(self, section: _Section, unit: Unit) -> bool:
        """Whether a heading stands under the rubric before it: letters do, others when they are set smaller."""
        rubric = section.units[-1].unit
        if self.patterns.notice(unit.text) or self.patterns.advert(unit.text):
            return section.kind in ("notice", "advert") and unit.level > rubric.level > 0
        if section.kind == "letters":
            return True
        return unit.level > rubric.level > 0 or (rubric.kind == "heading" and unit.kind != "heading")

    def _set_section(self, section: _Section | None) -> None:
        """A rubric takes over; one that no story stood under was a label."""
        if self.section is not None and not self.section_used:
            self.furniture += [Labelled(each.unit, "label", "rubric-over-nothing", 0.5) for each in self.section.units]
        self.section, self.section_used = section, False

    def _take(self, each: Labelled, at: int) -> None:
        if each.label == "text" and self._begins_story(each):
            self._close()
            self.rule = "lead-without-heading"
        elif each.label == "byline" and self._has_text() and self._byline_opens(each, at):
            self._close()
            self.rule = "byline-without-heading"
        elif each.label == "byline" and self._stands_over(at):
            self._make_deck()
        elif each.label == "jump" and self._has_text() and self._comes_from(each):
            self._close()
            self.rule = "jump-line"
        elif each.label == "label" and self._has_text() and self._before_picture(at):
            self._close()
            self.rubric = (*self.rubric, each)
            return
        self.units.append(each)
        if each.label == "text":
            self.texts.append(each)

    def _close(self) -> None:
        if not self.headings and not any(each.label != "label" for each in self.units):
            self.furniture += [Labelled(each.unit, "label", each.rule, 0.5) for each in (*self.rubric, *self.units)]
        else:
            self.stories.append(self._story())
        self.headings, self.units, self.texts, self.rubric = [], [], [], ()

    def _story(self) -> Story:
        section, rubric, shared = self.section, self.rubric, False
        if section is not None and not rubric:
            rubric, shared, self.section_used = section.units, self.section_used, True
        kinds = {"brief": "brief", "notice": "notice", "advert": "advert"}
        kind = kinds.get(section.kind, "article") if section else "article"
        if kind == "brief" and self.headings and sum(each.label == "text" for each in self.units) > 1:
            kind = "article"
        return Story(
            kind,  # type: ignore[arg-type]
            tuple(self.headings),
            tuple(self.units),
            rubric,
            shared,
            self.rule,
            0.9 if self.headings else 0.75,
            section is not None and section.kind == "letters",
        )

    def _stands_over(self, at: int) -> bool:
        """Whether the one short text between the heading and a signature is a deck."""
        if len(self.texts) != 1 or not self.headings or len(self.texts[0].unit.text) > 260:
            return False
        if any(each.label == "byline" for each in self.units) or read_lead(self.texts[0].unit.text, self.patterns):
            return False
        after = self._next(at + 1, "text heading table")
        return after is not None and after.label == "text"

    def _make_deck(self) -> None:
        deck = self.texts.pop()
        self.units = [
            Labelled(each.unit, "deck", "text-above-byline", 0.8) if each is deck else each for each in self.units
        ]

    # What is known of the story so far

    def _has_story(self) -> bool:
        return any(
            each.label in ("text", "caption", "image", "table") or (each.label == "note" and bool(self.headings))
            for each in self.units
        )

    def _has_text(self) -> bool:
        return bool(self.texts)

    def _is_open(self) -> bool:
        return bool(self.texts) and not ends_sentence(self.texts[-1].unit.text) and not self._is_signed()

    def _next(self, at: int, labels: str) -> Labelled | None:
        """The next unit from a place on that is labelled so, of those near it."""
        return next((each for each in self.all[at : at + _LOOK_AHEAD] if each.label in labels.split()), None)

    def _is_signed(self) -> bool:
        """Whether the story has its end signature, its author's note or its jump line already."""
        if not self.texts:
            return False
        for each in reversed(self.units):
            if each.label in ("byline", "author-note", "jump"):
                return True
            if each.label == "text":
                break
        return find_end(self.texts[-1].unit.text, self.patterns) is not None

    def _lead_habit(self) -> float:
        """The share of heading runs that a byline or dateline follows: high where the paper signs at the head."""
        runs = leads = 0
        for at, each in enumerate(self.all):
            after = self.all[at + 1] if at + 1 < len(self.all) else None
            if each.label != "heading" or after is None or after.label == "heading":
                continue
            runs += 1
            leads += after.label == "byline" or (after.label == "text" and read_lead(after.unit.text, self.patterns) is not None)
        return leads / runs if runs else 0.0

    # Rubrics

    def _is_rubric_place(self, at: int) -> bool:
        """Whether a stray label stands right above a heading, or is a rubric by its words."""
        after = self.all[at + 1] if at + 1 < len(self.all) else None
        if after is not None and after.label in ("heading", "label") and not self._is_open():
            return after.label == "heading" or self._is_rubric_place(at + 1)
        return self._rubric_kind(self.all[at].unit) in ("brief", "notice", "letters") and after is not None

    def _rubric_kind(self, unit: Unit) -> str | None:
        text = unit.text.strip()
        if match := _bracketed(text) or _leading_label(text):
            text = match["name"]
        for kind in ("brief", "notice", "advert", "letters", "article"):
            if self.patterns.rubrics[kind](text):
                return kind
        return "article" if _bracketed(unit.text.strip()) else None

    def _opens_with_bracket(self, unit: Unit) -> bool:
        return re.match(r"[\[【〔][^\[\]【】〔〕]{2,16}[\]】〕].{0,24}\Z", unit.text) is not None

    def _rubrics(self, run: Sequence[Labelled], end: int) -> tuple[list[Labelled], str]:
        """The rubrics at the head of a run of headings that ends before a place, and what they stand over."""
        after = self.all[end] if end < len(self.all) else None
        rubrics: list[Labelled] = []
        kind = "article"
        for at, each in enumerate(run):
            found = self._rubric_kind(each.unit)
            last = at == len(run) - 1
            stray = each.label == "label" or (each.unit.kind == "paragraph" and not each.unit.bold)
            next_is_marked = not last and run[at + 1].unit.kind == "heading"
            if found is None and not last and self._opens_with_bracket(each.unit):
                found = "article"
            wide = not self.patterns.main.spaces
            if found is None and stray and next_is_marked and len(each.unit.text) <= (6 if wide else 16):
                found = "article"
            if found is None and not stray and next_is_marked and wide and len(each.unit.text) <= 4:
                found = "article"
            if found is None or (found == "article" and last and not self._column_alone(each, after)):
                break
            if found in ("notice", "advert") and last:
                if not self._several_follow(end) or self.patterns.notice(each.unit.text):
                    break
            rubrics.append(each)
            kind = found
        return rubrics, kind

    def _column_alone(self, each: Labelled, after: Labelled | None) -> bool:
        """A rubric that is the only heading of its text: a column, or a photo."""
        if after is None:
            return False
        if each.label == "label" or after.label in ("image", "caption"):
            return True
        if not self._has_story():
            return after.label == "text"
        return after.label == "text" and (ends_sentence(self.texts[-1].unit.text) is not None if self.texts else True)

    def _several_follow(self, start: int) -> bool:
        """Whether at least two separate texts follow a rubric of notices."""
        following = self.all[start : start + 2]
        return len(following) == 2 and all(each.label == "text" and ends_sentence(each.unit.text) for each in following)

    def _before_picture(self, at: int) -> bool:
        after = self.all[at + 1] if at + 1 < len(self.all) else None
        return after is not None and after.label in ("image", "caption")

    # Boundaries

    def _begins_story(self, each: Labelled) -> bool:
        """Whether a text without a heading is a story of its own."""
        if not self._has_text():
            return False
        if self._is_open():
            return False
        if self.section is not None and self.section.kind in ("brief", "notice", "advert"):
            return not self.headings or self.section.kind != "notice"
        text = each.unit.text
        lead = read_lead(text, self.patterns)
        if lead is not None and (lead.byline is None or lead.byline.people or lead.dateline or lead.rule != "signature-in-brackets"):
            return True
        if self._is_signed_brief(text) and (self._is_signed() or self._signed_at_head()):
            return True
        if any(each.label == "author-note" for each in self.units[-2:]) or self._jumped():
            return True
        return len(text) < 260 and bool(self.patterns.advert(text) or self.patterns.notice(text))

    def _jumped(self) -> bool:
        """Whether the story above ended in a line that says where it goes on."""
        last = self.units[-1]
        return last.label == "jump" and last.unit.at[0] >= self.texts[-1].unit.at[1] and not self._comes_from(last)

    def _is_signed_brief(self, text: str) -> bool:
        """One paragraph with a signature of its own at its end."""
        found = find_end(text, self.patterns, brief=True)
        return found is not None and bool(found[1].people) and all(p.role != "contributor" for p in found[1].people)

    def _byline_opens(self, each: Labelled, at: int) -> bool:
        """Whether a signature after a text belongs to a story that begins with it."""
        after = self._next(at + 1, "text heading label table note author-note")
        if after is None or after.label != "text":
            return False
        if self._is_open():
            return False
        if self.headings and len(self.texts) == 1 and len(self.texts[0].unit.text) < 260 and not self._signed_at_head():
            return False
        head = any(other.label == "byline" for other in self.units[: self.units.index(self.texts[0])])
        return head or read_lead(self.texts[0].unit.text, self.patterns) is not None or self.patterns.main.script == "latn"

    def _comes_from(self, each: Labelled) -> bool:
        return any((match := search(each.unit.text)) and match.start() < 12 for search in self.patterns.jumps_from)

    def _is_crosshead(self, heading: Labelled, end: int) -> bool:
        """Whether a heading stands inside the story before it: a sum of signs, each with its weight."""
        following = self._next(end, "text byline heading caption table image")
        if following is None or following.label == "byline":
            return False
        text = following.unit.text
        if following.label in ("image", "caption") and not self._is_open():
            after = self._next(end, "text heading byline")
            if after is None or after.label == "heading":
                return False
        if following.label == "text" and read_lead(text, self.patterns) is not None:
            return False
        if self.section is not None or self._kind_words(heading.unit):
            return False
        if following.label == "text" and len(text) < 260 and (self.patterns.advert(text) or self.patterns.notice(text)):
            return False
        if self._is_open() and following.label == "text":
            return True
        if not self.headings and not self.texts:
            return False
        return self._story_signs(heading, text) + self._section_sign(end) < 0

    def _section_sign(self, start: int) -> float:
        """What the end of the text under a heading tells: signed when the story above is signed too, it is another."""
        last: Labelled | None = None
        for each in self.all[start : start + _LOOK_AHEAD]:
            if each.label in ("heading", "table"):
                break
            if each.label in ("text", "byline"):
                last = each
        if last is None:
            return 0.0
        signed = last.label == "byline" or (find_end(last.unit.text, self.patterns) is not None)
        above = self._is_signed() or self._signed_at_head()
        return (1.5 if above else -0.5) if signed else 0.0

    def _kind_words(self, unit: Unit) -> bool:
        text = unit.text.strip()
        return bool(self.patterns.notice(text) or self.patterns.advert(text)) or self._rubric_kind(unit) is not None

    def _story_signs(self, heading: Labelled, following: str) -> float:
        """Above zero: a new story begins. Below: the heading is a crosshead of the story before it."""
        unit, patterns = heading.unit, self.patterns
        wide = not patterns.main.spaces or patterns.main.script == "kore"
        length = len(unit.text)
        score = 2.0 if self._is_signed() else 0.0
        tops = [each.unit for each in self.headings]
        if tops:
            top = min(each.level for each in tops)
            if len(self.levels) > 1 and top and unit.level:
                score += 1 if unit.level <= top else -2.5
            if unit.bold and not any(each.bold for each in tops):
                score -= 2
            elif unit.kind == "paragraph" and tops[0].kind == "heading":
                score -= 2
            elif unit.capitals != tops[0].capitals and unit.capitals:
                score -= 1
            score -= 0.6 * (len(tops) > 1)
        if self.leads < 0.15:
            score += 0.7
        elif self._signed_at_head() and self.leads >= 0.3:
            score -= 0.4
        if wide:
            score += -1.2 if length <= 8 else -0.7 if length <= 12 else 0.2 if length <= 15 else 0.7
            score += " " in unit.text or "　" in unit.text
        else:
            words = len(unit.text.split())
            score += -0.5 if words <= 3 else 0.2 if words <= 5 else 1
        if _numbered(unit.text):
            score -= 3
        if unit.text.endswith(("：", ":", "——", "—")):
            score -= 2
        story = " ".join(each.unit.text for each in (*self.headings, *self.texts[:6], *self.texts[-2:]))[:_SAMPLE]
        score -= overlap(unit.text + following[:200], story, wide) > 0.25
        score -= 0.6 * (overlap(unit.text, story, wide) > 0.4)
        return score - 0.5 * (len(self.texts) <= 1)

    def _signed_at_head(self) -> bool:
        texts = self.texts
        if not texts:
            return False
        before = self.units[: self.units.index(texts[0])]
        return any(each.label == "byline" for each in before) or read_lead(texts[0].unit.text, self.patterns) is not None


def overlap(part: str, whole: str, wide: bool) -> float:
    """The share of a text's pairs of characters (of its longer words) that another text has too."""
    if wide:
        mine = {part[at : at + 2] for at in range(len(part) - 1) if part[at : at + 2].isalpha()}
        theirs = {whole[at : at + 2] for at in range(len(whole) - 1)}
    else:
        mine, theirs = set(_words(part.casefold())), set(_words(whole.casefold()))
    return len(mine & theirs) / len(mine) if mine else 0.0


def to_stories(labelled: Sequence[Labelled], patterns: Patterns) -> tuple[list[Story], list[Labelled]]:
    """The stories of a page in order, and what belongs to none of them."""
    splitter = Splitter(labelled, patterns)
    stories = splitter.run()
    stories = [part for story in stories for part in _apart(story, patterns)]
    return [_with_kind(story, patterns) for story in stories], splitter.furniture


def _apart(story: Story, patterns: Patterns) -> list[Story]:
    """A story without a picture at its end that has nothing to do with it: that is a story of its own."""
    texts = [at for at, each in enumerate(story.units) if each.label == "text"]
    if not texts:
        return [story]
    cut = texts[-1] + 1
    while cut < len(story.units) and story.units[cut].label in ("byline", "jump", "author-note", "note", "table", "crosshead"):
        cut += 1
    tail = story.units[cut:]
    captions = [each for each in tail if each.label == "caption"]
    labels = tuple(each for each in tail if each.label == "label")
    if not captions:
        return [story]
    wide = not patterns.main.spaces or patterns.main.script == "kore"
    text = " ".join(each.unit.text for each in (*story.headings, *story.units[:cut]))
    shared = max(overlap(each.unit.text, text, wide) for each in captions)
    if not labels and (shared >= (0.115 if wide else 0.07) or not ends_sentence(story.units[texts[-1]].unit.text)):
        return [story]
    head = msgspec.structs.replace(story, units=story.units[:cut])
    rest = tuple(each for each in tail if each.label != "label")
    rule = "caption-beside-rubric" if labels else "caption-of-nothing-on-the-page"
    return [head, Story("photo", (), rest, labels, rule=rule, confidence=0.8)]


def _with_kind(story: Story, patterns: Patterns) -> Story:
    """The kind that a story's words tell."""
    kind: ArticleKind = story.kind
    texts = [each.unit.text for each in story.units if each.label == "text"]
    photos = [each for each in story.units if each.label in ("caption", "image", "credit")]
    heads = [each.unit.text for each in story.headings]
    signed = any(each.label == "byline" for each in story.units)
    if kind == "article":
        if not texts and photos and not any(each.label in ("table", "note") for each in story.units):
            kind = "photo"
        elif not signed and (
            any(patterns.notice(head) for head in heads) or (bool(texts) and not heads and bool(patterns.notice(texts[0])))
        ):
            kind = "notice"
        elif (
            sum(map(len, texts)) < 400
            and not signed
            and not (texts and read_lead(texts[0], patterns))
            and any(patterns.advert(text) for text in (*heads, *texts))
        ):
            kind = "advert"
        elif not heads and len(texts) == 1 and not story.rubric and story.rule == "lead-without-heading":
            kind = "brief"
    return msgspec.structs.replace(story, kind=kind) if kind != story.kind else story
