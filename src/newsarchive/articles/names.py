"""Rule 5a. The words of a signature -> people: names told from roles, run-together names cut, spaced names joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from math import log

from newsarchive.articles.patterns import Patterns, alternatives
from newsarchive.articles.record import Person, Role
from newsarchive.words import surnames

_han = re.compile(r"[㐀-鿿]").search
_only_han = re.compile(r"[㐀-鿿]+\Z").match
_foreign = re.compile(r"[㐀-鿿A-Za-z.]+(?:[·•・][㐀-鿿A-Za-z.]+)+\Z").match
_between = re.compile(r"[\\\s　、，,;；/／╱|丨&:：()（）【】\[\]〔〕■□●▲◆★☆▣○◎△◇▪—―\-。.<>《》＝=]+")
_after_role = re.compile(r"\s*[:：/／|丨]")


class _Sign:
    """A role word of a signature."""

    __slots__ = ("after", "before", "word")

    def __init__(self, word: str, before: Role | None, after: Role | None) -> None:
        self.word, self.before, self.after = word, before, after


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
        spelt = alternatives(word for word in self.before if not _han(word)) or r"(?!)"
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
        listed = {word for word in {*self.before, *self.after, *others, *patterns.agencies} if _han(word)}
        self.sign = re.compile(alternatives(listed) or r"(?!)")


@lru_cache(maxsize=64)
def roles_of(patterns: Patterns) -> Roles:
    return Roles(patterns)


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
    length = 2 if len(names) == 4 else 4 if names[:2] in _doubles() and len(names) > 5 else 3
    rest = names[length:]
    if rest[0] in _weights() and len(rest) <= 3:
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


_POINTERS = ("/", "／", "╱", ":", "：", "丨", "|")
_name_breaks = re.compile(r"[\s　、，,;；/／╱:：丨|]+|(?<=[者员員])")
_spaced_given = re.compile(r"[\s　]+[㐀-鿿](?=[\s　)）、]|\Z)").match


def _inside_name(text: str, match: re.Match[str], roles: Roles) -> bool:
    """Whether a one-character role word such as 文 or 图 is a part of a name."""
    if len(match[0]) > 1:
        return False
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match[0] in "摄攝绘繪译譯図":
        return False
    loose_before = not before or not _han(before)
    loose_after = not after or not _han(after)
    if match[0] == "等":
        return not loose_after
    words = _name_breaks.split(text[: match.start()].strip("(（ 　"))
    words = [word for word in words if word]
    if match[0] not in "文图圖":
        return not (loose_before and loose_after)
    singles = next((at for at, word in enumerate(reversed(words)) if len(word) != 1 or not _han(word)), len(words))
    if loose_before and loose_after and singles % 2:
        return True  # 苑 文 韶光
    if match[0] == "文" and loose_before and not words and _spaced_given(text, match.end()):
        return True  # 文 一
    if after in _POINTERS or before in _POINTERS or (loose_before and loose_after):
        return False
    if loose_after and words:  # behind a name: 罗艾桦文 陈北跑摄, but 岳建文
        return not (len(words[-1]) >= 3 or re.search("摄|攝|图|圖", text[match.end() :]))
    return True


_three_wide = re.compile(  # 苏 长 庚, and no fourth character that would make two names of it
    r"(?<![㐀-鿿])(?<![㐀-鿿][\s　])([㐀-鿿])[\s　]+([㐀-鿿])[\s　]+([㐀-鿿])(?![㐀-鿿]|[\s　]+[㐀-鿿](?![㐀-鿿]))"
).sub


def split_names(text: str, *, strict: bool = True) -> list[str]:
    """The names of a text without role words: `于 洋 侯缜` -> 于洋, 侯缜; `张鹏董冠男高梓健` -> three names."""
    if "·" in text or "・" in text or "•" in text:
        tokens = re.split(r"[\s、，,;；/／]+", text.strip(" 　()（）【】■□▲"))
    else:
        tokens = _between.split(_three_wide(lambda match: "".join(match.groups()), text))
    names: list[str] = []
    pending = ""
    for token in tokens:
        if not token:
            continue
        if pending:
            token, pending = pending + token if len(token) <= 2 else token, ""
        elif (len(token) == 1 and _han(token)) or token in _doubles():
            pending = token
            continue
        names += _cut_name(token, strict=strict)
    return names


def _cut_name(token: str, *, strict: bool) -> list[str]:
    if _foreign(token):
        return [token]
    if not _only_han(token):
        return []
    if _without_family_name()(token):
        return [token]
    if len(token) <= 3 or (len(token) == 4 and token[:2] in _doubles()):
        known = not strict or token[0] in _weights() or token[:2] in _doubles()
        return [token] if len(token) > 1 and known and not (_titled(token) or _office(token)) else []
    return list(_best_cut(token))


_titled = re.compile(r".+(?:先生|女士|同学|老师|小姐|太太|大爷|阿姨|同志)\Z").match

_office = re.compile(r".{2}[部局厅廳厂廠站处處室馆館队隊]\Z").match  # 宣传部供图


@lru_cache
def _doubles() -> frozenset[str]:
    return frozenset(surnames().double)


@lru_cache
def _without_family_name() -> Callable[[str], re.Match[str] | None]:
    """Whether a word is the name of a Tibetan, Mongol, Uyghur and so on, made of parts that such names are made of."""
    return re.compile(f"(?:{alternatives(surnames().without) or '(?!)'}){{1,3}}").fullmatch


@lru_cache
def _weights() -> dict[str, float]:
    """How much it costs to begin a name with a character: a frequent family name costs little."""
    table = surnames()
    ranked = list(dict.fromkeys(table.single))
    weights = {name: 1.0 + log(1 + rank) * 0.8 for rank, name in enumerate(ranked) if not name.isspace()}
    for name in table.common_given:
        if name in weights:
            weights[name] += 1.5
    return weights


def _best_cut(text: str) -> tuple[str, ...]:
    """The cheapest way to read a text as names of two or three characters; nothing when there is none."""
    weights = _weights()
    double = _doubles()
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())] + [None] * len(text)
    for at in range(len(text)):
        here = best[at]
        if here is None:
            continue
        for length in (2, 3, 4):
            name = text[at : at + length]
            if len(name) < length:
                continue
            if name[:2] in double and length > 2:
                cost = 2.0
            elif name[0] in weights and length < 4:
                cost = weights[name[0]] + (0.8 if length == 2 else 0.0)
            else:
                continue
            total = here[0] + cost
            there = best[at + length]
            if there is None or total < there[0]:
                best[at + length] = (total, (*here[1], name))
    return best[-1][1] if best[-1] else ()


# Japanese

_kana_place = re.compile(r"^[ァ-ヶー・]{2,}(?=[一-鿿])")
_japanese_name = re.compile(r"[一-鿿々ァ-ヶーぁ-ん゛]{2,9}\Z").match
_pictures_too = re.compile(r"(?:写真|撮影)(?:も|とも)?\Z").match  # （山名健太、写真も）
_ja_split = re.compile(r"[、，,／/]+")


_words_and_pictures = re.compile(r"(?:文|取材)[・と]写真[　 ・：:＝=]+(.+)").match
_BOTH: tuple[Role, Role] = ("author", "photographer")


def _japanese_names(text: str) -> list[str]:
    """The name in a text of one or two words, as its letters stand without spaces."""
    name = "".join(text.split())
    return [name] if _japanese_name(name) and _han(name) else []


def japanese_people(text: str, patterns: Patterns, alone: Role) -> tuple[Person, ...]:
    """The people of a Japanese signature: 【ソウル＝小池和樹】, （聞き手・七海蓮）, 田之倉澪撮影."""
    roles = roles_of(patterns)
    inner = text.strip("【】()（）＝= 　。")
    inner = inner.rpartition("＝")[2] if "＝" in inner else inner.rpartition("=")[2]
    people: list[Person] = []
    role: Role = alone
    for part in _ja_split.split(inner):
        if both := _words_and_pictures(part):
            people += [Person(name, each) for name in _japanese_names(both[1]) for each in _BOTH]
            continue
        if people and _pictures_too(part):
            people += [Person(each.name, "photographer") for each in people]
            continue
        for sign in sorted(roles.before, key=len, reverse=True):
            if part.startswith(sign) and len(part) > len(sign):
                role = alone if alone == "photographer" else roles.before[sign]
                part = part[len(sign) :]
                break
        here = role
        for sign in sorted(roles.after, key=len, reverse=True):
            if part.endswith(sign) and len(part) > len(sign):
                here = roles.after[sign]
                part = part[: -len(sign)]
                people = [Person(person.name, here) for person in people] if here == "photographer" else people
                break
        part = patterns.beside_names("", _kana_place.sub("", part.rpartition("・")[2].strip(" 　:：・")))
        words = [word for word in re.split(r"[ 　]+", part) if word and word not in roles.others]
        name = "".join(words[-2:])
        if _japanese_name(name) and _han(name) and name not in roles.others and name not in patterns.agencies:
            people.append(Person(name, here))
    return tuple(dict.fromkeys(people))


# Korean

_ko_aside = re.compile(r"[\w.\-]+@[\w.\-]+|[(（\[<【][^)）\]>】]*[)）\]>】](?=.)")
_ko_names = re.compile(r"(?<![가-힣])[가-힣]{2,4}(?![가-힣])|(?<![一-鿿])[一-鿿]{2,4}(?![一-鿿])").findall


def korean_people(text: str, patterns: Patterns, alone: Role) -> tuple[Person, ...]:
    """The people of a Korean signature: 우나경·도현석 기자, 글=우나경 사진=도현석 기자, 【솔섬에서 玉在根記者】."""
    roles = roles_of(patterns)
    text = patterns.beside_names(" ", _ko_aside.sub(" ", text))
    people: list[Person] = []
    role, at = alone, 0
    signs = list(roles.korean_sign.finditer(text))
    signed = False
    for match in (*signs, None):
        between = text[at : match.start() if match else len(text)]
        if signed and alone == "author":
            break
        if not signs and alone == "author":  # 최아란·해송시 남구: the name, then where they live
            between = re.split(r"[·,，／/ <〈(（]", between.strip())[0]
        found = [name for name in _ko_names(between) if name not in roles.others and name not in patterns.agencies]
        found = [name for name in found if (len(name) < 4 or name[:2] in _doubles()) and name[-1] != "의"]
        if match and match["after"]:
            behind = roles.after[match["after"]]
            behind = alone if alone == "photographer" else behind
            role = role if role not in ("reporter", alone) or behind == "reporter" else behind
        people += [Person(name, role) for name in found]
        signed = signed or bool(found)
        if match is None:
            break
        at = match.end()
        if match["before"]:
            role = roles.before[match["before"]]
            role = "reporter" if role == "author" else role
            role = alone if alone == "photographer" and role == "reporter" else role
    return tuple(dict.fromkeys(people))


# Scripts with spaces

_latin_break = re.compile(r"\s*(?:[,;|/·&]|\s[–—-]\s)\s*")
_word_of_name = re.compile(r"[^\W\d_][\w'’.\-]*\Z").match


_only_initials = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ]\.\Z").match  # G. P.


def latin_people(text: str, patterns: Patterns, alone: Role, *, letter: bool = False) -> tuple[Person, ...]:
    """The people of a signature: By Jane Smith and Tom Field, Reuters; Text: A B Foto: C D; (M. J.).

    `letter`: only the first name signs, what follows it is an address.
    """
    people: list[Person] = []
    if _only_initials(text):
        return (Person(text, alone),)
    if letter:
        text = re.split(r"(?<=[a-zß-ÿ]{2})\. ", text)[0]
    for role, part in _latin_parts(text, patterns, alone):
        people += [Person(name, role) for name in _latin_names(part, patterns, letter=letter)]
    return tuple(dict.fromkeys(people))


def _latin_parts(text: str, patterns: Patterns, alone: Role) -> Iterator[tuple[Role, str]]:
    """The text between role words, with the role of the word before it, or of one in brackets after it."""
    roles = roles_of(patterns)
    text = text.strip(" .()[]")
    at, role = 0, alone
    for match in roles.latin_sign.finditer(text):
        before = text[at : match.start()]
        if before.strip() and match["word"].islower() and match["word"] in roles.particles:
            continue  # Jasper von der Heide
        sign = roles.before_folded.get(match["word"].casefold(), alone)
        if match["bracket"] or (before.strip(" .,;") and not text[match.end() :].strip(" .")):
            yield sign, before
        else:
            if before.strip(" .,;"):
                yield role, before
            role = alone if alone == "photographer" and sign == "reporter" else sign
        at = match.end()
    yield role, text[at:]


def _latin_names(text: str, patterns: Patterns, *, letter: bool) -> Iterator[str]:
    roles = roles_of(patterns)
    chunks = _latin_break.split(patterns.beside_names(" ", f" {roles.latin_and.sub(', ', text)} "))
    for chunk in chunks[:1] if letter else chunks:
        words = chunk.strip(' .:()[]"').split()
        while words and words[0].strip("().").casefold() in roles.titles:
            words = words[1:]
        kept: list[str] = []
        for word in words:
            bare = word.strip(".,()")
            stop = (
                bare in roles.others
                or (len(bare) > 3 and bare.isupper() and bare.capitalize() in roles.others)
                or word.casefold() in roles.titles
                or (bare.casefold() in roles.before_folded and word not in roles.particles)
            )
            stop = stop or (not kept and bare in patterns.agencies)
            if stop and not kept:  # unserem Korrespondenten Jasper Riemann
                continue
            if (
                stop
                or not _word_of_name(word)
                or (
                    kept
                    and kept[0].isupper()
                    and len(kept[0]) > 2
                    and "." not in kept[0]
                    and not word.isupper()
                    and word.casefold() not in roles.particles
                )
            ):
                break
            if word[0].islower() and (not kept or word.casefold() not in roles.particles):
                break
            kept.append(word)
        while kept and kept[-1].casefold() in roles.particles:
            kept.pop()
        name = " ".join(kept).rstrip(",;:")
        if kept and len(kept[-1]) == 1 and all(word[1:] == "." for word in kept[:-1]) and f"{name}." in chunk:
            name = f"{name}."  # É. G.
        if not kept or name in patterns.agencies or name.casefold() in roles.agencies_folded:
            continue
        if len(kept) > 1 or letter or "." in name:
            yield name
