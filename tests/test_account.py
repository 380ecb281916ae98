"""Nothing is lost: whatever the text, every character is placed in an article or listed as furniture."""

from __future__ import annotations

import os
import re
import string
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.articles import read
from newsarchive.articles.record import Reading, from_json, to_json
from newsarchive.blocks import to_blocks
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source

SCALE = int(os.environ.get("NEWSARCHIVE_TEXTS", "1"))  # how many times as many random texts as usual
PAGE = (Path(__file__).parents[1] / "seeds" / "000_d6f4483efcf4ed48.txt").read_bytes()

FRAGMENTS = [
    "## 深化合作 常来常新",
    "# 社論",
    "#### Kurz gemeldet",
    "**刮痕也是资料**",
    "本报讯(姜小莉 记者 朱梦琪)昨天,常州",
    "在深圳举办大会。",
    "不断加深,越",
    "来越多的企业,",
    "(下转第二版)",
    "(上接第一版)",
    "□本报记者 于 洋",
    "陆新 徐芊卉 摄",
    "![](images/1.jpg)  ",
    "图为现场。本报记者 万 里 摄",
    "<!-- 第 5 页 -->",
    "2015年1月19日 星期一 第7版：社区",
    "编辑:王学钧 美编:宫照阳",
    "（作者为某大学教授）",
    "编者按：这是一个故事。",
    "抱歉,我无法识别该图片中的文字内容。",
    "By JANE SMITH",
    "MARLOW, Nov. 3 (AP) — The river",
    "rose over-",
    "night and fell.",
    "(Continued on Page Seven)",
    "See FLOOD, Page A6",
    '<div style="text-align: center;">图4 说明</div>',
    "<table><tr><td>甲</td><td>1</td></tr></table>",
    "| a | b |\n|---|---|\n| 1 | 2 | 3 |",
    "---",
    "> quoted",
    "```markdown",
    "第1行<br>第2行",
    "<|ref|>title<|/ref|><|det|>[[1,2,3,4]]<|/det|>",
    "$1 6 \\sim 3 0 ~ ℃$",
    "\\(2021年\\)",
    "&amp; &lt;b&gt; &nbsp;",
    "　　家住机床厂的老人今年八十三岁。",
    "●市立游泳館整修四個月。（沙詠晴）",
    "〔記者曲正陽／汐岬報導〕汐岬市",
    "【オルデン＝三枝航太朗】市は",
    "우나경·도현석 기자",
    "Von Jasper Kröll",
    "Foto: Eva Lind/dpa",
    "(kar)",
    "In Brief",
    "DEATHS",
    "公告",
    "广告热线",
    "12 www.example.example",
    "入夜，南门瓮城的光影秀每晚两场，场场爆满，站满了人。",
    "",
    "",
    "",
    "  ",
    "\t",
]


def reading_of(data: bytes) -> Reading:
    return read(to_source("page.txt", data, SourceFolder(folder=".")))


def texts_of(reading: Reading) -> str:
    """Everything that the record shows, each text once."""
    texts: list[str] = [entry.text for entry in reading.furniture]
    for article in reading.articles:
        texts += article.heading_lines or (article.headline,)
        texts += [article.rubric or "", article.byline.text if article.byline else ""]
        texts += [article.dateline.text if article.dateline else ""]
        texts += [item.text for item in article.body]
        texts += [part or "" for photo in article.photos for part in (photo.caption, photo.credit)]
    return "\n".join(texts)


def assert_nothing_is_lost(reading: Reading) -> None:
    characters = reading.characters
    assert characters.dropped == 0, [problem for problem in reading.problems if problem.code == "dropped"]
    assert characters.read == characters.placed + characters.furniture


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalnum())


@settings(max_examples=150 * SCALE, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_any_text_is_read_without_loss(text: str) -> None:
    assert_nothing_is_lost(reading_of(text.encode("utf-8", "surrogatepass")))


@settings(max_examples=300 * SCALE, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(FRAGMENTS) | st.text(string.printable, max_size=20), max_size=24),
    st.sampled_from(["\n", "\n\n"]),
)
def test_any_order_of_what_newspapers_print_is_read_without_loss(fragments: list[str], between: str) -> None:
    reading = reading_of(between.join(fragments).encode())

    assert_nothing_is_lost(reading)
    assert from_json(to_json(reading)) == reading


@settings(max_examples=60 * SCALE, deadline=None)
@given(st.data())
def test_a_damaged_page_is_read_without_loss(data: st.DataObject) -> None:
    damaged = bytearray(PAGE)
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(damaged)))
        end = data.draw(st.integers(start, min(start + 600, len(damaged))))
        match data.draw(st.sampled_from(["cut", "double", "break", "byte"])):
            case "cut":
                del damaged[start:end]
            case "double":
                damaged[start:start] = damaged[start:end]
            case "break":
                damaged[start:start] = b"\n\n"
            case _ if start < len(damaged):
                damaged[start] = data.draw(st.integers(0, 255))

    assert_nothing_is_lost(reading_of(bytes(damaged)))


@settings(max_examples=150 * SCALE, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([f for f in FRAGMENTS if not re.search(r"[<>$`&|\[]", f)]), max_size=20))
def test_every_letter_of_the_source_stands_in_the_record(fragments: list[str]) -> None:
    """Counted without any of the parser's own numbers."""
    text = "\n\n".join(fragments)
    missing = letters(unescape(text)) - letters(texts_of(reading_of(text.encode())))

    assert not missing


def test_every_letter_of_the_real_page_stands_in_the_record_exactly_once() -> None:
    shown_twice = letters("重点项目进行时")  # the rubric of the photo story is its headline too

    assert letters(texts_of(reading_of(PAGE))) - shown_twice == letters(PAGE.decode())


@pytest.mark.parametrize(
    "data", [b"", b"\n\n\n", b"\xef\xbb\xbf", b"\x00", b"#", b"# \n## ", b"![](", b"<!--", b"<table>", b"```"]
)
def test_hardly_anything_is_still_a_reading(data: bytes) -> None:
    assert_nothing_is_lost(reading_of(data))


def test_structure_is_never_invented_from_a_dashed_line() -> None:
    blocks = to_blocks("一段正文\n----\n另一段")

    assert [block.kind for block in blocks] == ["paragraph", "furniture", "paragraph"]
