"""Rule 3. Labelled units -> stories: where each begins, and which headings are only crossheads inside one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from newsarchive.articles.bylines import Lead, find_end, read_lead
from newsarchive.articles.columns import in_print_order
from newsarchive.articles.crossheads import LOOK_AHEAD, comes_from, first_of, is_crosshead
from newsarchive.articles.dividers import parted_by_dividers
from newsarchive.articles.draft import Draft
from newsarchive.articles.habits import habits_of
from newsarchive.articles.interleaved import Broken, Interleaved, headings_taken
from newsarchive.articles.joins import joined_by_jumps, with_kind
from newsarchive.articles.labels import Labelled
from newsarchive.articles.openings import begins_story, byline_opens, is_want_ad
from newsarchive.articles.order import headings_of_text_above, is_rest_before_text, lead_stood_above
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.picture_stories import (
    apart,
    as_photo,
    with_far_captions,
    with_headings_below,
    with_pictures_above,
)
from newsarchive.articles.record import ArticleKind
from newsarchive.articles.rubrics import is_label_beside, with_column_name
from newsarchive.articles.sections import Section, asks, is_rubric_place, news_follow, rubrics_over, stays_under
from newsarchive.articles.story import FURNITURE, Story

_LABEL = 6  # characters of the longest name of a column that a tool read last
_TEXTS = 8  # of a story's end, which a text below a crosshead is compared with


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
        self.draft = Draft(patterns)
        self.interleaved = Interleaved([each.unit.text for each in self.all if each.label == "text"], patterns)
        self.section: Section | None = None
        self.section_used = False
        self.items_end = 0  # behind the last heading of the items under a column's name; 0: no items tell it
        self.habits = habits_of(self.all, patterns)
        self.signs_at_ends = any(  # a name over place and agency stands before the next headline
            each.rule == "desk-line" and all(after.label == "heading" for after in self.all[at + 1 : at + 2])
            for at, each in enumerate(self.all)
        )
        self.parted = parted_by_dividers(labelled, patterns)

    def run(self) -> list[Story]:
        at = 0
        while at < len(self.all):
            each = self.all[at]
            if at in self.parted:
                self._close_at_rule()
            if self._is_heading(at):
                at = self._take_headings(at)
            else:
                self._take(each, at)
                at += 1
        self._close()
        self._set_section(None)
        for broken in self.interleaved.found:
            story = self.stories[broken.story]
            self.stories[broken.story] = msgspec.structs.replace(story, units=(*story.units, *broken.units))
        return self.stories

    def _is_heading(self, at: int) -> bool:
        """Whether the unit at a place is a heading, or a label that stands where a rubric does."""
        label = self.all[at].label
        return label == "heading" or (label == "label" and is_rubric_place(self.all, at, self.draft))

    def _below(self, at: int) -> Sequence[Labelled]:
        """The units from a place on, so many as may tell what stands above them."""
        return self.all[at : at + LOOK_AHEAD]

    @property
    def _section_kind(self) -> str | None:
        return self.section.kind if self.section is not None else None

    def _take_headings(self, at: int) -> int:
        """A run of heading lines: rubrics over it, then a stack that begins a story or a crosshead inside one."""
        end = at
        while end < len(self.all) and (end == at or end not in self.parted) and self._is_heading(end):
            end += 1
        run = self.all[at:end]
        if len(run) > 1 and run[0].unit.level and is_label_beside(run[-1].unit, run[0].unit, self.patterns):
            run = [run[-1], *run[:-1]]
        over = rubrics_over(run, self.all, end, self.draft)
        for place in over.items:
            self.all[place] = Labelled(self.all[place].unit, "heading", "item-under-rubric", 0.7)
        if over.lines:
            self.items_end = max(over.items, default=-1) + 1
        rubrics, kind, stack = over.lines, over.kind, run[len(over.lines) :]
        below, latin = self._below(end), self.patterns.main.script == "latn"
        if rubrics and kind == "advert" and latin and stack and news_follow(below, self.patterns):
            self.furniture += [Labelled(each.unit, "label", "advert-that-is-lost", 0.6) for each in rubrics]
            rubrics = ()
        if rubrics:
            if self.draft.has_story or self.draft.headings:
                self._close()
            if kind == "article" and stack and asks(below, self.patterns):
                self._set_section(Section("questions", rubrics))
            elif kind == "article":
                self._set_section(None)
                self.draft.rubric = (*self.draft.rubric, *rubrics)
            else:
                self._set_section(Section(kind, rubrics))
        elif len(stack) == 1 and self._take_crosshead(stack[0], below):
            return end
        elif stack and lead_stood_above(stack, below, self.draft):
            self.draft.headings += stack
            return end
        elif taken := headings_of_text_above(stack, self._text_below(end), self.draft):
            self.draft.headings += stack[:taken]
            stack = stack[taken:]
        if stack:
            stays = self.section is not None and (
                end <= self.items_end if self.items_end else stays_under(self.section, stack, below, self.draft)
            )
            above = self._pictures_above(below)
            if self.draft.has_story:
                self._close()
            self.draft.units += above
            self.draft.shown = bool(above)
            if not stays and not rubrics:
                self._set_section(None)
            self.draft.headings += stack
            self.draft.rule = "heading-stack"
        return end

    def _close_at_rule(self) -> None:
        """A rule between two stories: the one above has ended, and no text of it comes after."""
        if self.draft.has_story or self.draft.headings:
            self._close()
        self.interleaved.give_up()

    def _pictures_above(self, below: Sequence[Labelled]) -> list[Labelled]:
        """Pictures without words at the head of the page, or over a heading with a caption below it: they stand over
        the story that comes."""
        draft = self.draft
        if draft.has_text and draft.units[-1].label == "image" and below and below[0].label == "caption":
            return [draft.units.pop()]
        if self.stories or draft.headings or any(each.label != "image" for each in draft.units):
            return []
        pictures, draft.units, draft.shown = draft.units, [], False
        return pictures

    def _take_crosshead(self, heading: Labelled, below: Sequence[Labelled]) -> bool:
        """Whether a heading stands inside the story that is being read, or inside an earlier one whose column was read
        last; it goes to the one that has more words in common with what stands below."""
        here, broken = self._is_crosshead_of(self.draft, heading, below), self.interleaved.last
        if broken is not None and here:
            texts = " ".join([each.unit.text for each in below if each.label == "text"][:1])
            broken = (
                broken if self.interleaved.kinship.more(texts, broken.texts, self.draft.last_words(8)) > 0 else None
            )
        if not here and (broken is None or not self._is_crosshead_of(broken.draft, heading, below)):
            return False
        if broken is not None and broken.draft.is_named_at_head and self._is_signed_below(below):
            return False
        owner = self.draft if broken is None else broken
        owner.add(Labelled(heading.unit, "crosshead", "heading-inside-story", 0.7))
        return True

    def _is_signed_below(self, below: Sequence[Labelled]) -> bool:
        """Whether who wrote the text below a heading signs at its end."""
        texts = list(takewhile(lambda each: each.label != "heading", below))
        ended = (find_end(each.unit.text, self.patterns) for each in texts if each.label == "text")
        return any(each.label == "byline" for each in texts) or any(end and end[1].people for end in ended)

    def _is_crosshead_of(self, draft: Draft, heading: Labelled, below: Sequence[Labelled]) -> bool:
        if not draft.has_story:
            return False
        alone = draft.units[-1].label == "caption" and all(each.label != "image" for each in draft.units)
        if self.patterns.main.script == "jpan" and alone and not draft.is_open:
            return False  # a caption without its picture stands between two stories
        return is_crosshead(heading, below, draft, self.habits, self._section_kind)

    def _set_section(self, section: Section | None) -> None:
        """A rubric takes over; one that no story stood under was a label."""
        if self.section is not None and not self.section_used:
            self.furniture += [Labelled(each.unit, "label", "rubric-over-nothing", 0.5) for each in self.section.units]
        self.section, self.section_used = section, False

    def _take(self, each: Labelled, at: int) -> None:
        """A unit that is no heading: it goes on with the story, or begins one without a heading."""
        draft = self.draft
        lead = read_lead(each.unit.text, self.patterns) if each.label == "text" else None
        below, section = self._below(at + 1), self._section_kind
        if broken := self._goes_on(each, lead, below):
            broken.add(each)
            return
        if lead is not None and draft.has_short_deck:
            draft.make_deck()
        elif each.label == "text" and begins_story(each, lead, below, draft, section):
            self._close_before_lead(at)
            news = section == "letters" and news_follow([each], self.patterns)
            if news or (section == "brief" and is_want_ad(each.unit.text, self.patterns)):
                self._set_section(None)
        elif each.label == "byline" and draft.has_text and self._byline_opens(each, below):
            self._close("byline-without-heading")
        elif each.label == "byline" and self._stands_under_deck(below):
            draft.make_deck()
        elif each.label == "jump" and draft.has_text and comes_from(each.unit, self.patterns):
            if draft.may_be_deck and each.unit.at[0] <= draft.texts[0].unit.at[1] + 2:
                draft.make_deck()
            else:
                self._close("jump-line")
        elif each.label == "label" and draft.has_text and not draft.is_open and _is_before_picture(below):
            pictures = list(takewhile(lambda other: other.label == "image", reversed(draft.units)))
            del draft.units[len(draft.units) - len(pictures) :]
            self._close()
            self.draft.rubric = (each,)
            for picture in pictures:
                self.draft.add(picture)
            return
        elif each.label == "image" and draft.is_below_kicker:
            draft.units.append(each)
            return
        self.draft.add(each)

    def _byline_opens(self, each: Labelled, below: Sequence[Labelled]) -> bool:
        """Whether a signature after a text belongs to a story that begins with it."""
        if each.rule in ("name-over-desk", "desk-line") and self.signs_at_ends:
            return False
        return byline_opens(each, below, self.draft, self._section_kind)

    def _stands_under_deck(self, below: Sequence[Labelled]) -> bool:
        """Whether a signature stands between a deck and a text, and is not the name under a letter."""
        if not self.draft.may_be_deck or self._section_kind == "letters":
            return False
        after = first_of(below, "text heading table")
        return after is not None and after.label == "text"

    def _goes_on(self, each: Labelled, lead: Lead | None, below: Sequence[Labelled]) -> Broken | None:
        """The earlier story, read in turns with this one, that a unit belongs to; none where it has a lead."""
        if each.rule == "official-signature":
            return None  # it stands under its notice
        if each.label == "text":
            item = self._section_kind in ("brief", "notice", "advert")
            named = self.patterns.address_line(each.unit.text) is not None
            opens = (item and not self.draft.is_open) or lead is not None or named
            rest = lead is None and is_rest_before_text(each.unit.text, below, self.draft)
            return self.interleaved.owner(each.unit.text, self.draft, opens=opens, rest=rest)
        return self.interleaved.last if each.label in ("byline", "jump", "author-note", "table") else None

    def _close_before_lead(self, at: int) -> None:
        """A story begins without a heading, unless the one above was given its heading, too."""
        draft = self.draft
        taken = headings_taken(self._text_below(at), draft, not self.patterns.main.spaces) if draft.headings else 0
        kept = len(draft.headings) - taken
        headings, draft.headings = draft.headings[kept:], draft.headings[:kept]
        self._close("lead-without-heading" if not headings else "heading-stack", beside=bool(headings))
        self.draft.headings = headings

    def _text_below(self, at: int) -> str:
        """What stands between a place and the next heading."""
        below = takewhile(lambda each: each.label != "heading", self._below(at))
        return " ".join([each.unit.text for each in below if each.label == "text"])

    def _close(self, rule: str = "heading-stack", *, beside: bool = False) -> None:
        """The story so far is whole; the next one, if no heading begins it, begins by a rule."""
        draft = self.draft
        if self._is_label_alone():
            self.furniture.append(Labelled(draft.headings[0].unit, "label", "label-over-nothing", 0.6))
        elif not draft.headings and not any(each.label != "label" for each in draft.units):
            self.furniture += [Labelled(each.unit, "label", each.rule, 0.5) for each in (*draft.rubric, *draft.units)]
        else:
            self.stories.append(self._story())
            self.interleaved.close(len(self.stories) - 1, draft, beside=beside)
        self.draft = Draft(self.patterns)
        self.draft.rule = rule

    def _is_label_alone(self) -> bool:
        """Whether an unmarked mainland line as short as a column's name is all that was found: a tool read it last."""
        draft = self.draft
        if len(draft.headings) != 1 or draft.units or draft.rubric or self.patterns.main.script != "hans":
            return False
        line = draft.headings[0].unit
        return line.kind == "paragraph" and len(line.text) <= _LABEL

    def _story(self) -> Story:
        draft, section, shared = self.draft, self.section, False
        rubric = draft.rubric
        if section is not None and not rubric:
            rubric, shared, self.section_used = section.units, self.section_used, True
        kinds: dict[str, ArticleKind] = {"brief": "brief", "notice": "notice", "advert": "advert"}
        kind = kinds.get(section.kind, "article") if section else "article"
        if kind == "brief" and draft.headings and (not draft.is_short or draft.is_dispatch):
            kind = "article"
        return Story(
            kind,
            tuple(draft.headings),
            tuple(draft.units),
            rubric,
            shared,
            draft.rule,
            0.9 if draft.headings else 0.75,
            section is not None and section.kind == "letters",
        )


def _is_before_picture(below: Sequence[Labelled]) -> bool:
    return bool(below) and below[0].label in ("image", "caption")


def to_stories(labelled: Sequence[Labelled], patterns: Patterns) -> tuple[list[Story], list[Labelled]]:
    """The stories of a page in order, and what belongs to none of them."""
    splitter = Splitter(labelled, patterns)
    stories = in_print_order(splitter.run(), patterns)
    pages = sum(each.label in ("folio", "page-marker") for each in labelled)
    stories = joined_by_jumps(stories, patterns, several_pages=pages > 1)
    stories = [part for story in stories for part in apart(story, patterns)]
    stories = with_far_captions(stories, patterns)
    stories = with_pictures_above(stories, patterns)
    stories = with_headings_below(stories, patterns)
    stories = [as_photo(story, patterns) for story in stories]
    stories = [with_column_name(story, patterns) for story in stories]
    return [with_kind(story, patterns) for story in stories], splitter.furniture
