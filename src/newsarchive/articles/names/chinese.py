"""The people of a signature in Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.articles.names.cut import costs_of_names, double_names, split_names
from newsarchive.articles.names.roles import Roles, roles_of
from newsarchive.articles.names.scripts import has_han
from newsarchive.articles.patterns import Patterns
from newsarchive.articles.record import Person, Role

_after_role = re.compile(r"\s*[:：/／|｜丨]")


class _Sign:
    """A role word of a signature."""

    __slots__ = ("after", "before", "word")

    def __init__(self, word: str, before: Role | None, after: Role | None) -> None:
        self.word, self.before, self.after = word, before, after


def han_people(text: str, patterns: Patterns, alone: Role) -> tuple[Person, ...]:
    """The people of a signature in Chinese characters. `alone`: the role of names that stand without any role word."""
    roles = roles_of(patterns)
    text = _role_surname(r"\1\2", _run_on_place(patterns.beside_names("", text)))
    parts = list(_parts(_both_signs.sub("图文", text), roles))
    named: list[tuple[str, Role | None]] = []
    role: Role | None = None
    waiting: list[str] = []
    saw_role = pointed = False
    for at, part in enumerate(parts):
        if isinstance(part, list):
            waiting += part
            continue
        follows_names = bool(waiting)
        names_next = at + 1 < len(parts) and isinstance(parts[at + 1], list)
        colon = part.word.endswith(":")
        if (
            part.after
            and follows_names
            and not colon
            and not (names_next and part.before in ("reporter", "correspondent"))
        ):
            named += [(name, part.after) for name in waiting]
            waiting, saw_role = [], True
            if not names_next:
                continue
        if part.before:
            named += [(name, role) for name in waiting]
            kept = pointed and not waiting and part.before == "reporter"  # 文/本报记者
            waiting, role, saw_role = [], role if kept else part.before, True
        pointed = colon
    named += [(name, role) for name in waiting]
    fallback: Role = "correspondent" if saw_role else alone
    people = [Person(name, found or fallback) for name, found in named]
    return tuple(dict.fromkeys(_with_both(text, people)))


# 记者 文 杰: a family name that is a role word, too, before the other half of a name that is set wide.
_role_surname = re.compile(r"(?<=[者员員][\s　])(文)[\s　]+([㐀-鿿])(?![㐀-鿿])").sub
_run_on = re.compile(r"(?<=[者员員])(?P<names>[一-鿿]{4,7})(?=(?:报道|報道|報導)\b)").search


def _run_on_place(text: str) -> str:
    """記者王煌志台中報導 without its place: what stands behind the first name and is no name itself."""
    match = _run_on(text)
    if not match:
        return text
    names = match["names"]
    length = 2 if len(names) == 4 else 4 if names[:2] in double_names() and len(names) > 5 else 3
    rest = names[length:]
    if rest[0] in costs_of_names() and len(rest) <= 3:
        return text
    return text[: match.start() + length] + text[match.end() :]


_both_signs = re.compile(r"[文图圖]\s*[/／、]\s*[文图圖]")


def _with_both(text: str, people: list[Person]) -> Iterator[Person]:
    """文/图 signs for the words and for the pictures."""
    both = re.search(
        r"文\s*[/／、]?\s*图|图\s*[/／、]?\s*文|文\s*[/／、]?\s*摄|圖\s*[/／、]?\s*文|文\s*[/／、]?\s*圖", text
    )
    for person in people:
        if both and person.role in ("author", "photographer", "reporter"):
            yield Person(person.name, "author")
            yield Person(person.name, "photographer")
        else:
            yield person


def _parts(text: str, roles: Roles) -> Iterator[list[str] | _Sign]:
    """Names and role words in turn."""
    at = 0
    signed = False
    for match in roles.sign.finditer(text):
        if _inside_name(text, match, roles):
            continue
        if names := split_names(text[at : match.start()], strict=not signed):
            yield names
        signed = True
        at = match.end()
        word = match[0]
        colon = ":" if _after_role.match(text, at) else ""
        before, after = roles.before.get(word), roles.after.get(word)
        if before or after:
            yield _Sign(word + colon, before, after)
    if names := split_names(text[at:], strict=not signed):
        yield names


_POINTERS = ("/", "／", "╱", ":", "：", "丨", "|", "｜")
_name_breaks = re.compile(r"[\s　、，,;；/／╱:：丨|｜]+|(?<=[者员員])")
_spaced_given = re.compile(r"[\s　]+[㐀-鿿](?=[\s　)）、]|\Z)").match


def _inside_name(text: str, match: re.Match[str], roles: Roles) -> bool:
    """Whether a one-character role word such as 文 or 图 is a part of a name."""
    if len(match[0]) > 1:
        return False
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match[0] in "摄攝绘繪译譯図":
        return False
    loose_before = not before or not has_han(before)
    loose_after = not after or not has_han(after)
    if match[0] == "等":
        return not loose_after
    words = _name_breaks.split(text[: match.start()].strip("(（ 　"))
    words = [word for word in words if word]
    if match[0] not in "文图圖":
        return not (loose_before and loose_after)
    singles = next((at for at, word in enumerate(reversed(words)) if len(word) != 1 or not has_han(word)), len(words))
    if loose_before and loose_after and singles % 2:
        return True  # 苑 文 韶光
    if match[0] == "文" and loose_before and not words and _spaced_given(text, match.end()):
        return True  # 文 一
    if after in _POINTERS or before in _POINTERS or (loose_before and loose_after):
        return False
    if loose_after and words:  # behind a name: 罗艾桦文 陈北跑摄, but 岳建文
        return not (len(words[-1]) >= 3 or re.search("摄|攝|图|圖", text[match.end() :]))
    return True
