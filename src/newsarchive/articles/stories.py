"""Rule 3. Labelled units -> stories: where each begins, and which headings are only crossheads inside one."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newsarchive.articles.bylines import find_end, read_lead
from newsarchive.articles.joins import apart, joined_by_jumps, with_kind
from newsarchive.articles.labels import Labelled
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.story import FURNITURE, SAMPLE, Story, overlap
from newsarchive.articles.units import Unit, begins_item, ends_sentence, has_few_stops, leads_on

_numbered = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)]|[①-⑳◇◆▷▶])\s*\S"
).match


_bracketed = re.compile(r"[\[【〔〈《◆▼●■★]\s*(?P<name>[^\[\]【】〔〕◆▼●■★]{2,16})\s*[\]】〕〉》◆▼●■★]\Z").match


_leading_label = re.compile(r"^[◆■●★▼]\s*(?P<name>[^\s。，,]{2,10})\Z").match


_RUBRIC = 40  # characters of the longest rubric in brackets, spaces included


_LOOK_AHEAD = 12  # units; so that the work for a heading does not grow with the page


_label_behind = re.compile(r".{4,}[(（][一-鿿·“”]{2,10}[)）]\Z").match


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
        self.shown = self.noted = self.signed = False
        self.levels = {each.unit.level for each in self.all if each.label == "heading" and each.unit.level}
        self.leads = self._lead_habit()
        self.ends = self._end_habit()

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
            signed = end < len(self.all) and self.all[end].label == "byline"
            stays = self.section is not None and self._stays_under(self.section, stack[0].unit, signed=signed)
            if self._has_story():
                self._close()
            if not stays and not rubrics:
                self._set_section(None)
            self.headings += stack
            self.rule = "heading-stack"
        return end

    def _stays_under(self, section: _Section, unit: Unit, *, signed: bool) -> bool:
        """Whether a heading stands under the rubric before it: letters do, others when they are set smaller."""
        rubric = section.units[-1].unit
        if self.patterns.notice(unit.text) or self.patterns.advert(unit.text):
            return section.kind in ("notice", "advert") and unit.level > rubric.level > 0
        if section.kind == "letters":
            return True
        if signed:
            return False
        return unit.level > rubric.level > 0 or (rubric.kind == "heading" and unit.kind != "heading")

    def _set_section(self, section: _Section | None) -> None:
        """A rubric takes over; one that no story stood under was a label."""
        if self.section is not None and not self.section_used:
            self.furniture += [Labelled(each.unit, "label", "rubric-over-nothing", 0.5) for each in self.section.units]
        self.section, self.section_used = section, False

    def _take(self, each: Labelled, at: int) -> None:
        if each.label == "text" and self._short_deck(each):
            self._make_deck()
        elif each.label == "text" and self._begins_story(each):
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
            self.signed = False
        elif each.label in ("caption", "image", "table"):
            self.shown = True
        elif each.label == "note":
            self.noted = True
        elif each.label in ("byline", "author-note", "jump"):
            self.signed = True

    def _close(self) -> None:
        if not self.headings and not any(each.label != "label" for each in self.units):
            self.furniture += [Labelled(each.unit, "label", each.rule, 0.5) for each in (*self.rubric, *self.units)]
        else:
            self.stories.append(self._story())
        self.headings, self.units, self.texts, self.rubric = [], [], [], ()
        self.shown = self.noted = self.signed = False

    def _story(self) -> Story:
        section, rubric, shared = self.section, self.rubric, False
        if section is not None and not rubric:
            rubric, shared, self.section_used = section.units, self.section_used, True
        kinds = {"brief": "brief", "notice": "notice", "advert": "advert"}
        kind = kinds.get(section.kind, "article") if section else "article"
        if kind == "brief" and self.headings:
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
        if self.texts[0].unit.text[-1:] in "-‐¬" or any(each.label == "byline" for each in self.units):
            return False
        if read_lead(self.texts[0].unit.text, self.patterns):
            return False
        after = self._next(at + 1, "text heading table")
        return after is not None and after.label == "text"

    def _short_deck(self, each: Labelled) -> bool:
        """Whether the one short line without a stop between the heading and a lead is a subhead without its mark."""
        if len(self.texts) != 1 or not self.headings or ends_sentence(self.texts[0].unit.text):
            return False
        length = 45 if not self.patterns.main.spaces else 130
        opens = read_lead(each.unit.text, self.patterns) is not None
        return opens and len(self.texts[0].unit.text) <= length and not self._signed_at_head()

    def _make_deck(self) -> None:
        deck = self.texts.pop()
        self.units = [
            Labelled(each.unit, "deck", "text-above-byline", 0.8) if each is deck else each for each in self.units
        ]

    # What is known of the story so far

    def _has_story(self) -> bool:
        return bool(self.texts) or self.shown or (self.noted and bool(self.headings))

    def _has_text(self) -> bool:
        return bool(self.texts)

    def _is_open(self) -> bool:
        if not self.texts or ends_sentence(self.texts[-1].unit.text) or self._is_signed():
            return False
        text = self.texts[-1].unit.text
        if self.texts[-1].unit.short_end and has_few_stops(self.texts[-1].unit.text):
            return False
        return not (len(text) < 260 and self.patterns.advert(text))

    def _next(self, at: int, labels: str) -> Labelled | None:
        """The next unit from a place on that is labelled so, of those near it."""
        return next((each for each in self.all[at : at + _LOOK_AHEAD] if each.label in labels.split()), None)

    def _is_signed(self) -> bool:
        """Whether the story has its end signature, its author's note or its jump line already."""
        if not self.texts:
            return False
        return self.signed or find_end(self.texts[-1].unit.text, self.patterns) is not None

    def _lead_habit(self) -> float:
        """The share of heading runs that a byline or dateline follows: high where the paper signs at the head."""
        runs = leads = 0
        for at, each in enumerate(self.all):
            after = self.all[at + 1] if at + 1 < len(self.all) else None
            if each.label != "heading" or after is None or after.label == "heading":
                continue
            runs += 1
            leads += after.label == "byline" or (
                after.label == "text" and read_lead(after.unit.text, self.patterns) is not None
            )
        return leads / runs if runs else 0.0

    def _end_habit(self) -> float:
        """The share of texts above a heading that are signed at their end."""
        runs = signed = 0
        for at, each in enumerate(self.all[1:], 1):
            before = self.all[at - 1]
            if each.label == "heading" and before.label in ("text", "byline"):
                runs += 1
                signed += before.label == "byline" or find_end(before.unit.text, self.patterns) is not None
        return signed / runs if runs >= 3 else 0.0

    # Rubrics

    def _is_rubric_place(self, at: int) -> bool:
        """Whether a stray label stands right above a heading, or is a rubric by its words."""
        after = self.all[at + 1] if at + 1 < len(self.all) else None
        if after is not None and after.label in ("heading", "label") and not self._is_open():
            return after.label == "heading" or self._is_rubric_place(at + 1)
        return self._rubric_kind(self.all[at].unit) in ("brief", "notice", "letters") and after is not None

    def _rubric_kind(self, unit: Unit) -> str | None:
        text = unit.text.strip()
        bracketed = _bracketed(text) if len(text) <= _RUBRIC else None
        if match := bracketed or _leading_label(text):
            text = match["name"]
        for kind in ("brief", "notice", "advert", "letters", "article"):
            if self.patterns.rubrics[kind](text):
                return kind
        return "article" if bracketed else None

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
            if found is None and not stray and next_is_marked and wide and len(each.unit.text) <= 3:
                found = "article"
            if found is None or (found == "article" and last and not self._column_alone(each, after)):
                break
            if found in ("notice", "advert") and last:
                several = found == "notice" or self._several_follow(end)
                if not several or self.patterns.notice(each.unit.text) or after is None or after.label != "text":
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
        lead = None if self.patterns.goes_on(text) else read_lead(text, self.patterns)
        if lead is not None and (
            lead.byline is None or lead.byline.people or lead.dateline or lead.rule != "signature-in-brackets"
        ):
            return True
        if self._is_signed_brief(text) and (self._is_signed() or self._signed_at_head()):
            return True
        if any(each.label == "author-note" for each in self.units[-2:]) or self._jumped():
            return True
        if text[0] in "△▲☆★◇" and not leads_on(self.texts[-1].unit.text):
            return True
        if begins_item(text) or any(begins_item(other.unit.text) for other in self.texts[-3:]):
            return False
        return 25 < len(text) < 260 and bool(self.patterns.advert(text) or self.patterns.notice(text))

    def _jumped(self) -> bool:
        """Whether the story above ended in a line that says where it goes on."""
        last = self.units[-1]
        return last.label == "jump" and last.unit.at[0] >= self.texts[-1].unit.at[1] and not self._comes_from(last)

    def _is_signed_brief(self, text: str) -> bool:
        """One paragraph with a signature of its own at its end."""
        found = find_end(text, self.patterns, brief=True)
        if found is None or not (found[1].people or found[1].agency):
            return False
        helpers = all(person.role in ("contributor", "translator", "editor") for person in found[1].people)
        return not (helpers and found[1].people and any(mark in found[1].text for mark in ":：参參"))

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
        return (
            head or read_lead(self.texts[0].unit.text, self.patterns) is not None or self.patterns.main.script == "latn"
        )

    def _comes_from(self, each: Labelled) -> bool:
        return any((match := search(each.unit.text)) and match.start() < 12 for search in self.patterns.jumps_from)

    def _is_crosshead(self, heading: Labelled, end: int) -> bool:
        """Whether a heading stands inside the story before it: a sum of signs, each with its weight."""
        if end < len(self.all) and self.all[end].label == "jump" and self._comes_from(self.all[end]):
            return False
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
        letters = self.section is not None and self.section.kind == "letters" and not self._is_signed()
        if (self.section is not None and not letters) or self._kind_words(heading.unit):
            return False
        if self.patterns.salutation(text) or (following.label == "table" and not self._is_open()):
            return False
        if following.label == "text" and len(text) < 260 and (self.patterns.advert(text) or self.patterns.notice(text)):
            return False
        if self._is_open() and following.label == "text":
            return True
        if not self.headings and not self.texts:
            return False
        return self._story_signs(heading, text) + self._section_sign(end) + 0.8 * letters < 0

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
        text = "".join(unit.text.split()) if not self.patterns.main.spaces else unit.text.strip()
        return (
            bool(self.patterns.box(text) or self.patterns.notice(text) or self.patterns.advert(text))
            or self._rubric_kind(unit) is not None
        )

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
                score += 1.8 if unit.level <= top else -2.5
            if (unit.bold and not any(each.bold for each in tops)) or (
                unit.kind == "paragraph" and tops[0].kind == "heading"
            ):
                score -= 2
            elif unit.kind == "paragraph" and not unit.bold and wide and not self._signed_at_head():
                score += 0.8  # old papers, whose tools mark no heading, hardly set crossheads
            elif unit.capitals != tops[0].capitals and unit.capitals:
                score -= 1
            score -= 0.6 * (len(tops) > 1)
        if self.ends >= 0.5 and not self._is_signed() and not self._signed_at_head():
            score -= 1.5
        if self.leads < 0.15:
            score += 0.7
        elif self._signed_at_head() and self.leads >= 0.3:
            score -= 0.4
        if patterns.main.script == "kore":
            words = len(unit.text.split())
            score += -0.8 if words <= 3 else -0.2 if words <= 5 else 0.6
        elif wide:
            score += -1.2 if length <= 8 else -0.7 if length <= 12 else 0.2 if length <= 15 else 0.7
            score += " " in unit.text or "　" in unit.text
        else:
            words = len(unit.text.split())
            score += -0.5 if words <= 3 else 0.2 if words <= 5 else 1
        if _numbered(unit.text):
            score -= 3
        score += 2.5 * bool(wide and _label_behind(unit.text))
        if unit.text.endswith(("：", ":", "——", "—")):
            score -= 2
        story = " ".join(each.unit.text for each in (*self.headings, *self.texts[:6], *self.texts[-2:]))[:SAMPLE]
        score -= 0.5 * (overlap(unit.text + following[:200], story, wide) > 0.3)
        score -= 0.5 * (overlap(unit.text, story, wide) > 0.4)
        score += 0.7 * (self.units[-1].label == "table")
        return score - 0.5 * (len(self.texts) <= 1)

    def _signed_at_head(self) -> bool:
        texts = self.texts
        if not texts:
            return False
        before = self.units[: self.units.index(texts[0])]
        return (
            any(each.label == "byline" for each in before) or read_lead(texts[0].unit.text, self.patterns) is not None
        )


def to_stories(labelled: Sequence[Labelled], patterns: Patterns) -> tuple[list[Story], list[Labelled]]:
    """The stories of a page in order, and what belongs to none of them."""
    splitter = Splitter(labelled, patterns)
    stories = splitter.run()
    pages = sum(each.label in ("folio", "page-marker") for each in labelled)
    stories = joined_by_jumps(stories, patterns, several_pages=pages > 1)
    stories = [part for story in stories for part in apart(story, patterns)]
    return [with_kind(story, patterns) for story in stories], splitter.furniture
