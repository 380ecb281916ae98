"""The people of a Japanese signature whose parts say who they are: their desk, or their work, age and place.

（報道部・山名健太）, 山名佳代　72　無職（汐見市）, （せのうら総研主任研究員　山名健太）: in any order, with any marks
between; without brackets round it only with a desk or an age.
"""

from __future__ import annotations

import re

from newsarchive.articles.record import Person, Role

_LONGEST = 48  # characters of the whole
_split = re.compile(r"[ 　・、,＝=()（）]+").split
_age = re.compile(
    r"(?:[1-9１-９][0-9０-９]|[一二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九][〇一二三四五六七八九])歳?\Z"
).match
_place = re.compile(r"[一-鿿々ぁ-んァ-ヶー]{1,8}[市区県]\Z|[一-鿿々ぁ-んァ-ヶー]{2,8}[町村郡都府道]\Z").match
_desk = re.compile(r"(?!写真)[一-鿿ァ-ヶー]{1,6}(?:部|支局|総局|支社|通信局|担当|取材班)\Z").match
_at_work = "会社員|公務員|主[婦夫]|無職|学生|高校生|中学生|大学生|パート|アルバイト|自営業"
_work = re.compile(
    rf"(?:{_at_work}|(?!.*(?:記者|委員|特派員|撮影者|[きりし]手|執筆者|筆者|監修者)\Z)"
    r"[一-鿿々ぁ-んァ-ヶー]{1,18}[家者員師業人長生授諭職士手医官優督表任])\Z"
).match
_glued_work = re.compile(rf"(?:{_at_work})(?=[一-鿿])").sub  # 主婦 / 山名佳代: a line ended between them
_reporter = re.compile(r"[一-鿿々]{1,4}記者\Z").match  # 山名記者
_name = re.compile(r"[一-鿿々][一-鿿々ぁ-んァ-ヶー]{1,6}\Z").match
_no_name = re.compile(
    rf"(?:{_at_work})\Z|.*[会部課室署局館所社校店院園場駅記料可中氏者]\Z|.*[はがをに].*|[一二三四五六七八九十百千]+[人名円年月日時回]\Z"
).match
_half = re.compile(r"[一-鿿々]{1,3}\Z").match


def people_in_parts(text: str) -> tuple[Person, ...]:
    """Who signs so; nobody where a part is neither a name nor one of those, or where only names stand."""
    if not 6 <= len(text) <= _LONGEST or "。" in text:
        return ()
    parts = [part for part in _split(_glued_work(r"\g<0> ", text)) if part]
    desk = bool(parts) and _desk(parts[0]) is not None
    words = [part for part in parts[desk:] if not (_age(part) or _place(part))]
    if desk and all(map(_reporter, words)):
        return tuple(Person(word.removesuffix("記者"), "reporter") for word in words)
    told = desk or any(map(_place, parts))
    if text[0] not in "(（" and not (desk or any(map(_age, parts))):
        return ()
    if not desk and len(words) > 1:
        work = [word for word in words if _work(word) and not _name_only(word, words)]
        words = [word for word in words if word not in work[:1]]
        told = told or bool(work)
    if len(words) == 2 and _half(words[0]) and len(words[1]) <= 3 and "、" not in text:
        words = ["".join(words)]
    role: Role = "reporter" if desk else "author"
    if not told or not words or (len(words) > 1 and not desk):
        return ()
    return tuple(Person(word, role) for word in words) if all(map(_is_name, words)) else ()


def _name_only(word: str, words: list[str]) -> bool:
    """Whether a word that may be a name, too, is the only one: 会社員, 木村健人."""
    return _is_name(word) and not any(other != word and _is_name(other) for other in words)


def _is_name(word: str) -> bool:
    return 3 <= len(word) <= 7 and _name(word) is not None and _no_name(word) is None
