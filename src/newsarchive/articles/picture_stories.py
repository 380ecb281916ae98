"""Pictures and their stories: those that stand by themselves, and those that a tool left far from theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

import msgspec

from newsarchive.articles.bylines import read_lead
from newsarchive.articles.labels import Labelled, ends_in_credit
from newsarchive.articles.names import credit_people, split_names
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.sentences import ends_sentence
from newsarchive.articles.story import SAMPLE, Story, overlap

_ALONE = "caption-of-nothing-on-the-page"
_person_shown = re.compile(r"(?P<run>[一-鿿]{2,3})[（(](?:[左右中前后][一二三四五六]?|[前后]排)").finditer  # 葛跃（左）
_BEHIND = frozenset(["byline", "jump", "author-note", "note", "table", "crosshead"])  # what may follow the last text
_PICTURE = frozenset(["image", "caption", "credit", "label"])
_SHARED, _SHARED_WORDS = 0.115, 0.07  # measured: captions of the story share more with it; pairs of characters, words
_SHARED_INSIDE = 0.05  # the same of a caption between its texts
_SHARED_TELLS, _TELLS = 0.12, 40  # the same of one that tells itself what happened, and its characters
_LONG, _LONGER = 30, 60  # a mainland caption of so many characters tells that, too; the more it shares, the longer
_MANY = 100  # stories of more than any page; there each caption is not compared with each story
_OWN = 0.2  # the share of a far caption's words that its story has
_OWN_ALONE = 0.4  # the same of a caption that may be a picture's own story
_CAPTION = 80  # characters of a caption that are compared with the story
_OF_CAPTION = 0.25  # the share of the words of a photo's heading that its caption has
_PHOTO = 260  # characters of the longest text of a photo
_LEAD = 60  # characters that hold the signature before a text


def apart(story: Story, patterns: Patterns) -> list[Story]:
    """A story without the pictures that have nothing to do with it, and those, stories of their own: at its end, in a
    column of a mainland page, or beside a label."""
    story, inside = _without_inner_pictures(story, patterns)
    texts = [at for at, each in enumerate(story.units) if each.label == "text"]
    if not texts:
        return [story, *inside]
    cut = texts[-1] + 1
    while cut < len(story.units) and story.units[cut].label in _BEHIND:
        cut += 1
    tail = story.units[cut:]
    if not any(each.label == "caption" for each in tail):
        return [story, *inside]
    head = msgspec.structs.replace(story, units=story.units[:cut])
    if photo := _beside_label(tail):
        return [head, *inside, photo]
    if not ends_sentence(story.units[texts[-1]].unit.text) or _took_pictures(_signed(story), tail, patterns):
        return [story, *inside]
    if _shows_what_is_told(tail, _words_of(story, head.units), patterns):
        return [story, *inside]
    rest = tuple(each for each in tail if each.label != "label")
    wide = not patterns.main.spaces or patterns.main.script == "kore"
    return [head, *inside, *(Story("photo", (), part, rule=_ALONE, confidence=0.7) for part in _pictures(rest, wide))]


def _without_inner_pictures(story: Story, patterns: Patterns) -> tuple[Story, list[Story]]:
    """A mainland story whose texts go on below pictures that are not its own, without these, and these."""
    if patterns.main.script != "hans":
        return story, []
    texts = [at for at, each in enumerate(story.units) if each.label == "text"]
    inner = range(texts[0], texts[-1]) if texts else range(0)
    if not any(story.units[at].label == "caption" for at in inner):
        return story, []
    words = _words_of(story, [each for each in story.units if each.label not in _PICTURE])
    signed = _signed(story)
    found: list[Story] = []
    kept: list[Labelled] = []
    for shown, group in groupby(enumerate(story.units), lambda each: each[0] in inner and each[1].label in _PICTURE):
        units = tuple(each for _, each in group)
        photo = None
        if shown and any(each.label == "caption" for each in units):
            own = _took_pictures(signed, units, patterns) or _shows_what_is_told(units, words, patterns, inside=True)
            alone = Story("photo", (), units, rule=_ALONE, confidence=0.7)
            photo = _beside_label(units) or (None if own else alone)
        if photo is None:
            kept += units
        else:
            found.append(photo)
    return (msgspec.structs.replace(story, units=tuple(kept)) if found else story), found


def _beside_label(units: Sequence[Labelled]) -> Story | None:
    """The photo story of pictures with a label beside them."""
    labels = tuple(each for each in units if each.label == "label")
    rest = tuple(each for each in units if each.label != "label")
    return Story("photo", (), rest, labels, rule="caption-beside-rubric", confidence=0.8) if labels else None


def _shows_what_is_told(pictures: Sequence[Labelled], text: str, patterns: Patterns, *, inside: bool = False) -> bool:
    """Whether a caption shares so many words with the text of a story that it is of it; a long one of a mainland page
    tells itself what happened, and more words must be shared. `inside`: the story goes on below."""
    wide = not patterns.main.spaces or patterns.main.script == "kore"
    captions = [_caption_text(each, patterns) for each in pictures if each.label == "caption"]
    if any(name in text for caption in captions for name in _people_shown(caption)):
        return True
    shares = [(overlap(caption, text, wide), len(caption)) for caption in captions]
    if inside:
        return any(shared >= (_SHARED_INSIDE if length < _TELLS else _SHARED_TELLS) for shared, length in shares)
    long = patterns.main.script == "hans"
    return any(
        shared >= (_SHARED if wide else _SHARED_WORDS) and not (long and length > _LONG + _LONGER * shared)
        for shared, length in shares
    )


def _people_shown(caption: str) -> list[str]:
    """Who stands where in a picture: the two or three characters before the place that are a name."""
    runs = [match["run"] for match in _person_shown(caption)]
    return [run[at:] for run in runs for at in (-2, -3) if len(run) >= -at and split_names(run[at:]) == [run[at:]]]


def _words_of(story: Story, units: Sequence[Labelled]) -> str:
    """The beginning of a story that has these units under its headings."""
    return " ".join([each.unit.text[:SAMPLE] for each in (*story.headings, *units)])[: 2 * SAMPLE]


def _signed(story: Story) -> str:
    """What names those who sign a story: its signatures, and the first words of its text."""
    signed = [each.unit.text for each in story.units if each.label == "byline"]
    first = next((each.unit.text for each in story.units if each.label == "text"), "")
    return " ".join([*signed, first[:_LEAD]])


def _took_pictures(signed: str, tail: Sequence[Labelled], patterns: Patterns) -> bool:
    """Whether who signs a story is named under a caption that stands in its column, too."""
    if not any(each.rule == "caption-over-credit" for each in tail):
        return False
    named = [each.unit.text for each in tail if each.label == "credit"]
    captions = [each.unit.text for each in tail if each.label == "caption"]
    named += [text[at:] for text in captions if (at := ends_in_credit(text, patterns)) is not None]
    people = [person.name for text in named for person in credit_people(text, patterns)]
    return any(len(name) > 1 and name in signed for name in people)


def _caption_text(each: Labelled, patterns: Patterns) -> str:
    """A caption without its credit."""
    at = ends_in_credit(each.unit.text, patterns)
    return each.unit.text[: min(_CAPTION, len(each.unit.text) if at is None else at)]


def _pictures(units: Sequence[Labelled], wide: bool) -> list[tuple[Labelled, ...]]:
    """Pictures with their captions, those together whose captions have something in common."""
    groups: list[list[Labelled]] = [[]]
    for at, each in enumerate(units):
        here = [other for other in groups[-1] if other.label == "caption"]
        begins = each.label == "image" or (each.label == "caption" and (at == 0 or units[at - 1].label != "image"))
        following = next((other for other in units[at : at + 3] if other.label == "caption"), None)
        if begins and here and following is not None:
            before = " ".join(other.unit.text for other in here)
            if overlap(following.unit.text, before, wide) < 0.1:
                groups.append([])
        groups[-1].append(each)
    return [tuple(group) for group in groups if group]


def with_far_captions(stories: Sequence[Story], patterns: Patterns) -> list[Story]:
    """Captions that a tool left far from their picture go to the story whose words they share and whose picture has
    none; on a page whose pictures the tool did not keep, to the story whose words they share."""
    kept = list(stories)
    if len(stories) > _MANY:
        return kept
    wide = not patterns.main.spaces or patterns.main.script == "kore"
    pictureless = wide and all(each.label != "image" for story in stories for each in story.units)
    for story in stories:
        own_picture = story.rule == _ALONE and any(each.label == "image" for each in story.units)
        far = tuple(each for each in story.units if own_picture or each.label in ("caption", "credit"))
        first = story is stories[0] and not (story.headings or story.rubric)  # a caption over all stories
        alone = (story.rule == _ALONE or first) and len(far) == len(story.units)
        if not far or not (alone or (wide and all(each.label != "image" for each in story.units))):
            continue
        words = " ".join([_caption_text(each, patterns) for each in far if each.label == "caption"])
        homes = [at for at, other in enumerate(kept) if _bare_picture(other) is not None]
        if own_picture:
            homes = [at for at, other in enumerate(kept) if other.headings and other.kind == "article"]
        elif pictureless and not homes and (alone or any(each.label == "text" for each in story.units)):
            homes = [at for at, other in enumerate(kept) if other.headings and other is not story]
        people = _people_shown(words)
        shared = {at: _kinship(words, people, _text_of(kept[at]), wide) for at in homes}
        best = max(homes, key=lambda at: shared[at], default=None)
        moved = {id(each) for each in far}
        rest = tuple(each for each in story.units if id(each) not in moved)
        own = 0.0 if alone else overlap(words, _text_of(msgspec.structs.replace(story, units=rest)), wide)
        least = _OWN_ALONE if (pictureless and alone) or own_picture else _OWN
        if best is None or shared[best] < least or shared[best] < own + _OWN / 2:
            continue
        home, bare = kept[best], None if own_picture else _bare_picture(kept[best])
        place = bare or len(home.units)
        units = (*home.units[:place], *far, *home.units[place:])
        kept[best] = msgspec.structs.replace(home, units=units)
        left = [] if alone else [msgspec.structs.replace(story, units=rest)]
        kept = [each for other in kept for each in (left if other is story else [other])]
    return kept


def _kinship(caption: str, people: Sequence[str], text: str, wide: bool) -> float:
    """The share of a caption's words that a story has; all of it where it names who is shown."""
    return 1.0 if any(name in text for name in people) else overlap(caption, text, wide)


def _bare_picture(story: Story) -> int | None:
    """The place behind the one picture of a story that has no caption."""
    images = [at for at, each in enumerate(story.units) if each.label == "image"]
    captions = any(each.label == "caption" for each in story.units)
    return images[0] + 1 if len(images) == 1 and not captions and len(story.units) > 1 else None


def with_pictures_above(stories: Sequence[Story], patterns: Patterns) -> list[Story]:
    """A picture without words over a headline in Latin script, or in a text above a caption that has nothing to do with
    that text, goes to the caption that stands below it without a picture."""
    kept = list(stories)
    if patterns.main.script != "latn":
        return kept
    for at in range(1, len(kept)):
        above, below = kept[at - 1], kept[at]
        labels = {each.label for each in below.units}
        if "caption" not in labels or "image" in labels or not above.units:
            continue
        place = _bare_picture(above) if below.rule == _ALONE else len(above.units)
        if place is None or above.units[place - 1].label != "image" or not (above.headings or below.headings):
            continue
        picture = above.units[place - 1]
        kept[at - 1] = msgspec.structs.replace(above, units=(*above.units[: place - 1], *above.units[place:]))
        kept[at] = msgspec.structs.replace(below, units=(picture, *below.units))
    return kept


def _text_of(story: Story) -> str:
    return " ".join([each.unit.text for each in (*story.headings, *story.units)])[: 2 * SAMPLE]


def with_headings_below(stories: Sequence[Story], patterns: Patterns) -> list[Story]:
    """Photos with the heading that a mainland tool read below their caption and over the next story: its words are the
    caption's, and not that story's."""
    kept = list(stories)
    if patterns.main.script != "hans":
        return kept
    for at, (photo, below) in enumerate(pairwise(stories)):
        lines = [*below.rubric, *below.headings]
        if photo.kind != "photo" or photo.headings or len(lines) < 2 or below.shared_rubric:
            continue
        caption = " ".join([each.unit.text for each in photo.units if each.label == "caption"])
        own = " ".join([each.unit.text[:SAMPLE] for each in (*lines[1:], *below.units)])[:SAMPLE]
        shared = overlap(lines[0].unit.text, caption, wide=True)
        if shared >= _OF_CAPTION and shared > 2 * overlap(lines[0].unit.text, own, wide=True):
            kept[at] = msgspec.structs.replace(photo, headings=(lines[0],), rule="heading-below-caption")
            rubric, headings = below.rubric[1:], below.headings if below.rubric else below.headings[1:]
            kept[at + 1] = msgspec.structs.replace(kept[at + 1], rubric=rubric, headings=headings)
    return kept


def as_photo(story: Story, patterns: Patterns) -> Story:
    """A mainland story of one short paragraph that only whoever took the picture signs is a photo, whether or not the
    tool kept its picture: the paragraph is its caption."""
    if patterns.main.script != "hans" or story.kind != "article" or not story.headings:
        return story
    texts = [at for at, each in enumerate(story.units) if each.label == "text"]
    if len(texts) != 1 or len(story.units) != 2 or texts[0] != 0:
        return story
    text, signed = story.units
    taken = signed.label in ("byline", "credit") and patterns.took_picture(signed.unit.text) is not None
    if not taken or len(text.unit.text) > _PHOTO or read_lead(text.unit.text, patterns):
        return story
    units = (
        Labelled(text.unit, "caption", "text-over-photographer", 0.75),
        Labelled(signed.unit, "credit", signed.rule, signed.confidence),
    )
    return msgspec.structs.replace(story, units=units)
