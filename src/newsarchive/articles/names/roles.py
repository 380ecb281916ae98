"""The role words of the languages of a page, and the patterns that find them in a signature."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.articles.names.scripts import has_han
from newsarchive.articles.patterns import Patterns, alternatives
from newsarchive.articles.record import Role


class Roles:
    """The role words of some languages, and one pattern that finds them."""

    def __init__(self, patterns: Patterns) -> None:
        self.before: dict[str, Role] = {}
        self.after: dict[str, Role] = {}
        for each in reversed(patterns.all):
            self.before |= {word: role for role, group in each.roles.items() for word in group}  # type: ignore[misc]
            self.after |= {word: role for role, group in each.roles_after.items() for word in group}  # type: ignore[misc]
        self.others = others = {word for each in patterns.all for word in each.not_names}
        self.particles = {word for each in patterns.all for word in each.name_particles}
        self.titles = {word.casefold() for each in patterns.all for word in each.titles}
        self.agencies_folded = {agency.casefold() for agency in patterns.agencies}
        self.before_folded = {word.casefold(): role for word, role in self.before.items()}
        spelt = alternatives(word for word in self.before if not has_han(word)) or r"(?!)"
        self.latin_sign = re.compile(
            rf"(?:(?P<bracket>\()|(?<!\w))(?P<word>{spelt})(?(bracket)\)|(?:(?:\s?\(\d\))?\s*[:：]|(?=\s|$)))",
            re.IGNORECASE,
        )
        joins = alternatives(word for each in patterns.all for word in each.name_breaks if word.isalpha()) or r"(?!)"
        self.latin_and = re.compile(rf"\s(?:{joins})(?=\s)")
        ahead = alternatives(word for word in self.before if word not in self.after) or r"(?!)"
        behind = alternatives(self.after) or r"(?!)"
        self.korean_sign = re.compile(
            rf"(?:(?<![가-힣])(?P<before>{ahead})(?:\s?[＝=:：/·]\s?|\s|$)|(?P<after>{behind}))"
        )
        self.breaks = {word for each in patterns.all for word in each.name_breaks}
        listed = {word for word in {*self.before, *self.after, *others, *patterns.agencies} if has_han(word)}
        self.sign = re.compile(alternatives(listed) or r"(?!)")


@lru_cache(maxsize=64)
def roles_of(patterns: Patterns) -> Roles:
    return Roles(patterns)
