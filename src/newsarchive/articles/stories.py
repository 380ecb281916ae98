"""Rule 3. Labelled units -> stories: where each begins, and which headings are only crossheads inside one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import msgspec

from newsarchive.articles.bylines import Lead, find_end, read_lead
from newsarchive.articles.crossheads import LOOK_AHEAD, comes_from, first_of, habits_of, is_crosshead
from newsarchive.articles.draft import Draft
from newsarchive.articles.interleaved import Broken, Interleaved, headings_taken
from newsarchive.articles.joins import apart, joined_by_jumps, offers, with_far_captions, with_kind
from newsarchive.articles.labels import Labelled, ends_in_credit
from newsarchive.articles.names import roles_of
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import ArticleKind
from newsarchive.articles.rubrics import (
    Section,
    is_column_title,
    is_label_beside,
    items_under,
    kind_by_form,
    letters_under,
    rubric_kind,
    stands_over_items,
    stands_over_small_items,
    with_column_name,
)
from newsarchive.articles.sentences import begins_item, ends_sentence, leads_on
from newsarchive.articles.story import FURNITURE, SAMPLE, Story, overlap

_OF_ITS_HEADLINE = 0.25  # the share of a headline that its own text repeats at least
_OF_THE_NEXT = 0.3  # how much more of it the text below repeats
_OF_PHOTO = 0.1  # the share of a text's words that the photo over it has, where it tells of the photo
_BRIEF = 420  # characters of the longest story with a heading of its own that counts as a brief under a rubric
_RULES = 2  # between stories, from which on a page counts as parted by them
is_rule = re.compile(r"(?:[-*_–—=] ?){3,}\Z").match
_QUESTION = 120  # characters of the longest question of an interview
_STACK = 8  # lines of the headings of two stories
_ABOVE = 0.3  # how much more of a heading's words the text above it must share than the text below
_DECK = 260  # characters of the longest deck, notice or advertisement in one paragraph
_opening_label = re.compile(r"[一-鿿]{2,8}[:：]").match


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
        self.items_end = 0  # the place behind the last heading of items that stand under a column's name
        self.habits = habits_of(self.all, patterns)
        self.signs_at_ends = any(  # a name over place and agency stands before the next headline
            each.rule == "desk-line" and all(after.label == "heading" for after in self.all[at + 1 : at + 2])
            for at, each in enumerate(self.all)
        )
        self.parted = parted_by_rules(labelled, patterns)

    # The walk

    def run(self) -> list[Story]:
        at = 0
        while at < len(self.all):
            each = self.all[at]
            if at in self.parted:
                self._close_at_rule()
            if each.label == "heading" or (each.label == "label" and self._is_rubric_place(at)):
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

    def _take_headings(self, at: int) -> int:
        """A run of heading lines: rubrics over it, then a stack that begins a story or a crosshead inside one."""
        end = at
        while (
            (end == at or end not in self.parted)
            and end < len(self.all)
            and (self.all[end].label == "heading" or (self.all[end].label == "label" and self._is_rubric_place(end)))
        ):
            end += 1
        run = self.all[at:end]
        if len(run) > 1 and run[0].unit.level and is_label_beside(run[-1].unit, run[0].unit, self.patterns):
            run = [run[-1], *run[:-1]]
        rubrics, kind = self._rubrics(run, end)
        stack = run[len(rubrics) :]
        if rubrics and kind == "advert" and self.patterns.main.script == "latn" and stack and self._news_follow(end):
            self.furniture += [Labelled(each.unit, "label", "advert-that-is-lost", 0.6) for each in rubrics]
            rubrics = []
        if rubrics:
            if self.draft.has_story or self.draft.headings:
                self._close()
            if kind == "article":
                self._set_section(None)
                self.draft.rubric = (*self.draft.rubric, *rubrics)
            else:
                self._set_section(Section(kind, tuple(rubrics)))
        elif len(stack) == 1 and self.draft.has_story and self._is_crosshead(stack[0], end):
            self.draft.add(Labelled(stack[0].unit, "crosshead", "heading-inside-story", 0.7))
            return end
        elif stack and self._lead_stood_above(stack, end):
            self.draft.headings += stack
            return end
        elif taken := self._headings_of_text_above(stack, end):
            self.draft.headings += stack[:taken]
            stack = stack[taken:]
        if stack:
            signed = end < len(self.all) and self.all[end].label == "byline"
            stays = self.section is not None and (
                end <= self.items_end or self._stays_under(self.section, stack, end, signed=signed)
            )
            above = self._pictures_above()
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

    def _lead_stood_above(self, stack: Sequence[Labelled], end: int) -> bool:
        """Whether a tool read a story's lead before its heading: the heading's words stand in it, and what follows the
        heading has no lead."""
        draft, after = self.draft, self.all[end] if end < len(self.all) else None
        if draft.headings or len(draft.texts) != 1 or draft.rule != "lead-without-heading" or after is None:
            return False
        if after.label != "text" or read_lead(after.unit.text, self.patterns) is not None:
            return False
        heading, wide = " ".join([each.unit.text for each in stack]), not self.patterns.main.spaces
        shared = overlap(heading, draft.texts[0].unit.text, wide)
        return shared >= 0.4 and shared > overlap(heading, after.unit.text, wide)

    def _headings_of_text_above(self, stack: Sequence[Labelled], end: int) -> int:
        """How many lines at the head of a stack belong to the story without a heading above it: a tool read its text
        before its heading, and then the headings of the next story. Their words tell."""
        draft, below = self.draft, self._text_below(end)
        if not 2 <= len(stack) <= _STACK or draft.headings or not draft.signed_at_head or draft.is_open or not below:
            return 0
        above, wide = " ".join([each.unit.text for each in draft.texts])[:SAMPLE], not self.patterns.main.spaces
        lines = [each.unit.text for each in stack]
        more = [overlap(line, above, wide) - overlap(line, below[:SAMPLE], wide) for line in lines]
        best = max(range(1, len(stack)), key=lambda at: sum(more[:at]) - sum(more[at:]))
        return best if more[0] >= _ABOVE and sum(more[best:]) < 0 else 0

    def _pictures_above(self) -> list[Labelled]:
        """Pictures without words at the head of the page: they stand over the story that comes."""
        draft = self.draft
        if self.stories or draft.headings or any(each.label != "image" for each in draft.units):
            return []
        pictures, draft.units, draft.shown = draft.units, [], False
        return pictures

    def _is_crosshead(self, heading: Labelled, end: int) -> bool:
        section = self.section.kind if self.section is not None else None
        units = self.draft.units
        alone = units[-1].label == "caption" and all(each.label != "image" for each in units)
        if self.patterns.main.script == "jpan" and alone and not self.draft.is_open:
            return False  # a caption without its picture stands between two stories
        return is_crosshead(heading, self.all[end : end + LOOK_AHEAD], self.draft, self.habits, section)

    def _stays_under(self, section: Section, stack: Sequence[Labelled], end: int, *, signed: bool) -> bool:
        """Whether a heading stands under the rubric before it: letters do, others when they are set smaller, and
        among briefs one that has a single short paragraph."""
        rubric, unit = section.units[-1].unit, stack[0].unit
        if self.patterns.notice(unit.text) or self.patterns.advert(unit.text):
            return section.kind in ("notice", "advert") and unit.level > rubric.level > 0
        if section.kind == "letters":
            return not self._news_follow(end)
        if signed or (section.kind in ("brief", "notice") and self._is_offer(stack, end)):
            return False
        mainland = self.patterns.main.script == "hans"
        if mainland and section.kind == "brief" and self._news_follow(end) and not self._brief_follows(end):
            return False  # a story of several paragraphs
        latin, above = self.patterns.main.script == "latn", len(self.draft.headings)
        if latin and any(0 < each.unit.level < rubric.level for each in stack):
            return False  # set larger than the rubric
        alike = len(stack) == 1 or (len(stack) == above and stack[0].unit.level == rubric.level)  # each with its place
        if section.kind in ("brief", "notice") and above and alike and unit.level >= rubric.level:
            return self._brief_follows(end) and not (mainland and self._lead_follows(end))
        return unit.level > rubric.level > 0 or (rubric.kind == "heading" and unit.kind != "heading")

    def _is_offer(self, stack: Sequence[Labelled], end: int) -> bool:
        """Whether a heading and the few lines under it offer something, as no item of news under a rubric does."""
        below = list(itertools.takewhile(lambda each: each.label == "text", self.all[end : end + LOOK_AHEAD]))
        texts = [each.unit.text for each in below]
        return sum(map(len, texts)) < _BRIEF and offers([each.unit.text for each in stack], texts, self.patterns)

    def _lead_follows(self, start: int) -> bool:
        """Whether the text at a place opens with its own dateline or signature, as a story does."""
        return start < len(self.all) and read_lead(self.all[start].unit.text, self.patterns) is not None

    def _brief_follows(self, start: int) -> bool:
        """Whether one short paragraph follows, and then a heading, a notice, an advertisement, or nothing."""
        following = self.all[start : start + 2]
        if not following or following[0].label != "text" or len(following[0].unit.text) >= _BRIEF:
            return False
        if len(following) < 2 or following[1].label in ("heading", "byline", "label"):
            return True
        text = following[1].unit.text
        return bool(self.patterns.notice(text) or self.patterns.advert(text))

    def _news_follow(self, end: int) -> bool:
        """Whether what stands below a heading has the lead of a piece of news: no letter begins so."""
        after = self.all[end] if end < len(self.all) else None
        lead = read_lead(after.unit.text, self.patterns) if after is not None and after.label == "text" else None
        return lead is not None and lead.rule != "signature-in-brackets"

    def _set_section(self, section: Section | None) -> None:
        """A rubric takes over; one that no story stood under was a label."""
        if self.section is not None and not self.section_used:
            self.furniture += [Labelled(each.unit, "label", "rubric-over-nothing", 0.5) for each in self.section.units]
        self.section, self.section_used = section, False

    def _take(self, each: Labelled, at: int) -> None:
        """A unit that is no heading: it goes on with the story, or begins one without a heading."""
        draft = self.draft
        lead = read_lead(each.unit.text, self.patterns) if each.label == "text" else None
        if broken := self._goes_on(each, lead, at):
            broken.add(each)
            return
        if lead is not None and self._short_deck():
            draft.make_deck()
        elif each.label == "text" and self._begins_story(each, lead, at):
            self._close_before_lead(at)
            if self.section is not None and self.section.kind == "brief" and self._is_want_ad(each.unit.text):
                self._set_section(None)
        elif each.label == "byline" and draft.has_text and self._byline_opens(at):
            self._close("byline-without-heading")
        elif each.label == "byline" and self._stands_over(at):
            draft.make_deck()
        elif each.label == "jump" and draft.has_text and comes_from(each.unit, self.patterns):
            self._close("jump-line")
        elif each.label == "label" and draft.has_text and self._before_picture(at):
            self._close()
            self.draft.rubric = (each,)
            return
        elif each.label == "image" and self._is_below_kicker():
            draft.units.append(each)
            return
        self.draft.add(each)

    def _is_below_kicker(self) -> bool:
        """Whether the last line so far is a heading that leads on, so that its headline comes below a picture."""
        draft = self.draft
        return bool(draft.headings) and not draft.units and draft.headings[-1].unit.text[-1:] == ":"

    def _goes_on(self, each: Labelled, lead: Lead | None, at: int) -> Broken | None:
        """The earlier story, read in turns with this one, that a unit belongs to; none where it has a lead."""
        if each.rule == "official-signature":
            return None  # it stands under its notice
        if each.label == "text":
            item = self.section is not None and self.section.kind in ("brief", "notice", "advert")
            named = self.patterns.address_line(each.unit.text) is not None
            opens = (item and not self.draft.is_open) or lead is not None or named
            rest = lead is None and self._is_rest_before_text(at)
            return self.interleaved.owner(each.unit.text, self.draft, opens=opens, rest=rest)
        return self.interleaved.last if each.label in ("byline", "jump", "author-note", "table") else None

    def _is_rest_before_text(self, at: int) -> bool:
        """Whether the end of a sentence stands between a headline and the lead of its story, and has nothing of it."""
        draft, text = self.draft, self.all[at].unit.text
        if draft.has_text or not draft.headings or not ends_sentence(text) or at + 1 == len(self.all):
            return False
        after = self.all[at + 1]
        if after.label != "text":
            return False
        wide = not self.patterns.main.spaces or self.patterns.main.script == "kore"
        heading = " ".join([each.unit.text for each in draft.headings])
        here = overlap(heading, text, wide)
        led = read_lead(after.unit.text, self.patterns) is not None
        below = overlap(heading, after.unit.text[:SAMPLE], wide)
        return here < _OF_ITS_HEADLINE if led else below > here + _OF_THE_NEXT

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
        below = itertools.takewhile(lambda each: each.label != "heading", self.all[at : at + LOOK_AHEAD])
        return " ".join([each.unit.text for each in below if each.label == "text"])

    def _close(self, rule: str = "heading-stack", *, beside: bool = False) -> None:
        """The story so far is whole; the next one, if no heading begins it, begins by a rule."""
        draft = self.draft
        if not draft.headings and not any(each.label != "label" for each in draft.units):
            self.furniture += [Labelled(each.unit, "label", each.rule, 0.5) for each in (*draft.rubric, *draft.units)]
        else:
            self.stories.append(self._story())
            self.interleaved.close(len(self.stories) - 1, draft, beside=beside)
        self.draft = Draft(self.patterns)
        self.draft.rule = rule

    def _story(self) -> Story:
        draft, section, shared = self.draft, self.section, False
        rubric = draft.rubric
        if section is not None and not rubric:
            rubric, shared, self.section_used = section.units, self.section_used, True
        kinds: dict[str, ArticleKind] = {"brief": "brief", "notice": "notice", "advert": "advert"}
        kind = kinds.get(section.kind, "article") if section else "article"
        if kind == "brief" and draft.headings and (not self._is_short() or self._is_dispatch()):
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

    def _is_short(self) -> bool:
        """Whether the story has one paragraph, or two short ones outside of mainland China, and no crosshead."""
        texts = self.draft.texts
        if self.patterns.main.script == "hans" and any(ends_sentence(each.unit.text) for each in texts[:-1]):
            return False
        return not self.draft.crossheads and len(texts) <= 2 and sum(len(each.unit.text) for each in texts) < _BRIEF

    def _is_dispatch(self) -> bool:
        """Whether a story with a headline of its own begins with place and day: a telegram of a page of many."""
        lead = read_lead(self.draft.texts[0].unit.text, self.patterns) if self.draft.texts else None
        dated = lead.dateline if lead is not None else None
        return dated is not None and any(map(str.isdigit, dated.text))

    def _stands_over(self, at: int) -> bool:
        """Whether the one short text between the heading and a signature is a deck."""
        draft = self.draft
        if len(draft.texts) != 1 or not draft.headings or len(draft.texts[0].unit.text) > _DECK:
            return False
        if self.section is not None and self.section.kind == "letters":
            return False  # the name under a letter
        if draft.texts[0].unit.text[-1:] in "-‐¬" or any(each.label == "byline" for each in draft.units):
            return False
        if read_lead(draft.texts[0].unit.text, self.patterns):
            return False
        after = first_of(self.all[at + 1 : at + 1 + LOOK_AHEAD], "text heading table")
        return after is not None and after.label == "text"

    def _short_deck(self) -> bool:
        """Whether the one short line without a stop between the heading and a lead is a subhead without its mark."""
        draft = self.draft
        if len(draft.texts) != 1 or not draft.headings or ends_sentence(draft.texts[0].unit.text):
            return False
        length = 45 if not self.patterns.main.spaces else 130
        return len(draft.texts[0].unit.text) <= length and not draft.signed_at_head

    # Rubrics

    def _is_rubric_place(self, at: int) -> bool:
        """Whether a stray label stands right above a heading, or is a rubric by its words."""
        if self.all[at].rule == "label-of-picture":
            return False
        below = self.all[at + 1 : at + 1 + LOOK_AHEAD]
        if below and below[0].label in ("heading", "label") and not self.draft.is_open:
            return next((each.label == "heading" for each in below if each.label != "label"), False)
        return rubric_kind(self.all[at].unit, self.patterns) in ("brief", "notice", "letters") and bool(below)

    def _rubrics(self, run: Sequence[Labelled], end: int) -> tuple[list[Labelled], str]:
        """The rubrics at the head of a run of headings that ends before a place, and what they stand over."""
        after = self.all[end] if end < len(self.all) else None
        rubrics: list[Labelled] = []
        kind = "article"
        for at, each in enumerate(run):
            last = at == len(run) - 1
            if at == 0 and len(run) == 2 and (found := self._column_over(run, end)):
                return [each], found
            found = kind_by_form(each, None if last else run[at + 1], self.patterns)
            if last and found in (None, "article") and len(run) <= 2:
                below = self.all[end : end + LOOK_AHEAD]
                items = stands_over_items(each.unit, below, self.patterns)
                found = "brief" if items or stands_over_small_items(each.unit, below, self.patterns) else found
            if found is None and last and not rubrics and len(run) == 1 and self._is_column(each, end):
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

    def _column_over(self, run: Sequence[Labelled], end: int) -> str | None:
        """What the first of two headings is a rubric of by what follows them: items, or letters of readers."""
        following = self.all[end - 1 : end - 1 + 2 * LOOK_AHEAD]
        if items := items_under(run[0].unit, following, self.patterns):
            for place in (end - 1 + item for item in items):
                self.all[place] = Labelled(self.all[place].unit, "heading", "item-under-rubric", 0.7)
            self.items_end = end + items[-1]
            return "brief"
        return "letters" if letters_under(run[0].unit, following, self.patterns) else None

    def _is_column(self, each: Labelled, end: int) -> bool:
        """Whether a very short heading without another stands over a text in paragraphs: a column's title."""
        below = self.all[end : end + 2]
        long = len(below) == 2 and all(other.label == "text" for other in below) and len(below[0].unit.text) >= 40
        long = long or (bool(below) and below[0].unit.text.count("▼") > 1)  # whose paragraphs run on
        if self.patterns.main.script != "jpan" or not long or not is_column_title(each.unit, self.patterns):
            return False
        opening = below[0].unit.text
        return read_lead(opening, self.patterns) is None and not self.patterns.lead_time(opening[:30])

    def _column_alone(self, each: Labelled, after: Labelled | None) -> bool:
        """A rubric that is the only heading of its text: a column, or a photo."""
        if after is None:
            return False
        if each.label == "label" or after.label in ("image", "caption"):
            return True
        texts = self.draft.texts
        if not self.draft.has_story or not texts:
            return after.label == "text"
        return after.label == "text" and ends_sentence(texts[-1].unit.text)

    def _several_follow(self, start: int) -> bool:
        """Whether two separate texts follow a rubric of notices: each ends, or begins with its label, 求购：."""
        following = self.all[start : start + 2]
        texts = [each.unit.text for each in following if each.label == "text"]
        return len(texts) == 2 and all(ends_sentence(text) or _opening_label(text) is not None for text in texts)

    def _before_picture(self, at: int) -> bool:
        after = self.all[at + 1] if at + 1 < len(self.all) else None
        return after is not None and after.label in ("image", "caption")

    # Stories without a heading

    def _begins_story(self, each: Labelled, lead: Lead | None, at: int) -> bool:
        """Whether a text without a heading is a story of its own."""
        draft = self.draft
        text = each.unit.text
        if not draft.has_text:
            return self._is_brief_under_photo(text)
        if lead is not None and self.patterns.goes_on(text):
            lead = None
        if self.section is not None and self.section.kind == "advert" and _opening_label(text) is not None:
            return self.patterns.detail(text) is None  # 转让： is the next offer, 地址： is of the last one
        if draft.is_open:
            return lead is not None and bool(lead.dateline or (lead.byline and lead.byline.people))
        if (
            self.patterns.main.script == "latn"
            and len(draft.texts) == 1
            and self._is_lead_only(draft.texts[0].unit.text)
        ):
            return False
        if each.rule == "official-signature":
            return False
        if self.patterns.main.script == "latn" and self._is_signed_notice():
            return True
        latin, kind = self.patterns.main.script == "latn", self.section.kind if self.section is not None else None
        if latin and kind == "brief" and self._goes_on_under_dateline(each, at):
            return False
        if latin and kind == "letters" and draft.closed_by_line and self._opens_letter(each.unit.text):
            return True
        if kind == "brief" and draft.headings and not latin:
            return draft.is_signed or lead is not None  # an item with a heading of its own may have several paragraphs
        if self.section is not None and self.section.kind in ("brief", "notice", "advert"):
            return not draft.headings or self.section.kind != "notice"
        if lead is not None and (
            lead.byline is None or lead.byline.people or lead.dateline or lead.rule != "signature-in-brackets"
        ):
            return True
        if self._is_signed_brief(text) and (draft.is_signed or draft.is_named_at_head):
            return True
        if any(each.label == "author-note" for each in draft.units[-2:]) or self._jumped():
            return True
        if text[0] in "△▲☆★◇" and not self._is_notice() and not leads_on(draft.texts[-1].unit.text):
            return not self._is_question(text, at)
        if not 25 < len(text) < _DECK or not (self.patterns.advert(text) or self.patterns.notice(text)):
            return False
        if begins_item(text) or any(self._is_item(other.unit.text) for other in draft.texts[-3:]):
            return False
        if self._is_news(text):
            return False
        return not (self.patterns.speaker(text) or self.patterns.detail(text) or self._is_contact(text))

    def _is_news(self, text: str) -> bool:
        """Whether a text stands in a piece of Chinese news, or goes on with a notice: 诚聘： would open an offer."""
        if self.patterns.main.script != "hans" or _opening_label(text) is not None:
            return False
        return self.draft.signed_at_head or (self._is_notice() and not self.patterns.notice(text))

    def _is_notice(self) -> bool:
        """Whether the story is a notice, whose items are its own: 遗失声明."""
        return any(self.patterns.notice("".join(each.unit.text.split())) for each in self.draft.headings)

    def _is_signed_notice(self) -> bool:
        """Whether the story is a notice with a heading that an office has signed and dated: nothing of it follows."""
        last = self.draft.texts[-2:]
        signed = len(last) == 2 and all(each.rule == "official-signature" for each in last)
        return signed and any(self.patterns.notice(each.unit.text) for each in self.draft.headings)

    def _is_lead_only(self, text: str) -> bool:
        """Whether a text is nothing but place and day, so that what it tells of comes next."""
        lead = read_lead(text, self.patterns) if len(text) < 60 else None
        return lead is not None and lead.dateline is not None and lead.end >= len(text)

    def _is_contact(self, text: str) -> bool:
        """Whether a short line with a telephone ends the short text under a heading: an offer's last line."""
        draft = self.draft
        if self.patterns.main.script != "latn" or not draft.headings or draft.is_signed or len(text) > 90:
            return False
        above = sum(len(each.unit.text) for each in draft.texts)
        return above < _DECK and self.patterns.contact(text)

    def _opens_letter(self, text: str) -> bool:
        return len(text) > 60 or self.patterns.salutation(text) is not None

    def _is_item(self, text: str) -> bool:
        """Whether a text is one of a list: it begins with a mark, and not with the bracket of a lead."""
        return begins_item(text) is not None and read_lead(text, self.patterns) is None

    def _is_question(self, text: str, at: int) -> bool:
        """Whether a short text behind a mark is a question of an interview: it ends in one, or an answer follows."""
        after = self.all[at + 1] if at + 1 < len(self.all) else None
        answered = after is not None and after.label == "text" and after.unit.text[0] in '“"「『'
        return len(text) < _QUESTION and (text[-1] in "?？" or answered)

    def _is_want_ad(self, text: str) -> bool:
        """Whether a short text opens with the words of an advertisement: FOR SALE, SE VENDE."""
        return self.patterns.main.script == "latn" and bool(self.patterns.advert(text[:24])) and text[:2].isupper()

    def _goes_on_under_dateline(self, each: Labelled, at: int) -> bool:
        """Whether a paragraph without dateline and bullet belongs to the brief above it: the ones round it are led."""
        draft, text = self.draft, each.unit.text
        led = not draft.headings and draft.signed_at_head and not draft.is_signed
        after = self.all[at + 1] if at + 1 < len(self.all) else None
        if not led or after is None or after.label != "text":
            return False
        next_brief = read_lead(after.unit.text, self.patterns) is not None or bool(begins_item(after.unit.text))
        return next_brief and read_lead(text, self.patterns) is None and not begins_item(text)

    def _jumped(self) -> bool:
        """Whether the story above ended in a line that says where it goes on."""
        last = self.draft.units[-1]
        below = last.label == "jump" and last.unit.at[0] >= self.draft.texts[-1].unit.at[1]
        return below and not comes_from(last.unit, self.patterns)

    def _is_signed_brief(self, text: str) -> bool:
        """One paragraph with a signature of its own at its end."""
        found = find_end(text, self.patterns, brief=True)
        if found is None or not (found[1].people or found[1].agency):
            return False
        helpers = all(person.role in ("contributor", "translator", "editor") for person in found[1].people)
        return not (helpers and found[1].people and any(mark in found[1].text for mark in ":：参參"))

    def _is_brief_under_photo(self, text: str) -> bool:
        """Whether a mainland paragraph with its own signature stands under a photo with a heading and a credit, which
        is a story by itself, and tells of something else."""
        draft = self.draft
        if self.patterns.main.script != "hans" or not (draft.headings and draft.shown and self._is_signed_brief(text)):
            return False
        captions = [each.unit.text for each in draft.units if each.label == "caption"]
        credited = any(ends_in_credit(caption, self.patterns) is not None for caption in captions)
        credited = credited or any(each.label == "credit" for each in draft.units)
        photo = " ".join([each.unit.text for each in draft.headings] + captions)
        return credited and overlap(text[:SAMPLE], photo, wide=True) < _OF_PHOTO

    def _byline_opens(self, at: int) -> bool:
        """Whether a signature after a text belongs to a story that begins with it."""
        draft = self.draft
        after = first_of(self.all[at + 1 : at + 1 + LOOK_AHEAD], "text heading label table note author-note")
        if after is None or after.label != "text" or draft.is_open:
            return False
        if self.all[at].rule in ("name-over-desk", "desk-line") and self.signs_at_ends:
            return False
        if self.section is not None and self.section.kind == "letters" and not draft.signed_at_head:
            return False
        if self.patterns.main.script == "hant" and self._names_who_wrote(at, after):
            return False
        deck = draft.headings and len(draft.texts) == 1 and len(draft.texts[0].unit.text) < _DECK
        if deck and not draft.signed_at_head:
            return False
        return draft.signed_at_head or self.patterns.main.script == "latn"

    def _names_who_wrote(self, at: int, after: Labelled) -> bool:
        """Whether a signature between two texts names who wrote the one above, whose lead does not: 記者：王煌志."""
        draft, role = self.draft, self.all[at].unit.text.partition("：")[0].partition(":")[0]
        lead = read_lead(after.unit.text, self.patterns)
        unnamed = lead is None or (lead.byline is not None and not lead.byline.people)  # 【本報訊】
        named = role in roles_of(self.patterns).before and unnamed
        return named and not draft.is_named_at_head and not draft.is_signed


def parted_by_rules(labelled: Sequence[Labelled], patterns: Patterns) -> frozenset[int]:
    """The places, among the units that are no furniture, of those that stand under a rule between two stories.

    Rules part stories where a page in Latin script has several of them and a heading stands under nearly each.
    """
    if patterns.main.script != "latn":
        return frozenset()
    places: list[int] = []
    at, headed, ruled = 0, 0, False
    for each in labelled:
        if each.label == "page-marker" and is_rule(each.unit.text):
            ruled = True
        elif each.label not in FURNITURE:
            if ruled and at > 0:
                places.append(at)
                headed += each.label == "heading"
            ruled, at = False, at + 1
    return frozenset(places) if headed >= _RULES and headed * 5 >= len(places) * 4 else frozenset()


def to_stories(labelled: Sequence[Labelled], patterns: Patterns) -> tuple[list[Story], list[Labelled]]:
    """The stories of a page in order, and what belongs to none of them."""
    splitter = Splitter(labelled, patterns)
    stories = splitter.run()
    pages = sum(each.label in ("folio", "page-marker") for each in labelled)
    stories = joined_by_jumps(stories, patterns, several_pages=pages > 1)
    stories = [part for story in stories for part in apart(story, patterns)]
    stories = with_far_captions(stories, patterns)
    stories = [with_column_name(story, patterns) for story in stories]
    return [with_kind(story, patterns) for story in stories], splitter.furniture
