"""The real page, read as a careful reader reads it: every line of it, and how sure the parser may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsarchive.articles import read
from newsarchive.articles.record import Evidence, Person, Reading
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source

PAGE = Path(__file__).parents[1] / "seeds" / "000_d6f4483efcf4ed48.txt"
TWO_PEOPLE = (Person("姜小莉", "correspondent"), Person("朱梦琪", "reporter"))


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(to_source(PAGE.name, PAGE.read_bytes(), SourceFolder(folder="seeds")))


def evidence(reading: Reading, article: int, field: str) -> Evidence:
    return next(each for each in reading.articles[article].evidence if each.field == field)


def test_the_page_has_four_stories_and_a_photo_in_printed_order(reading: Reading) -> None:
    assert [(each.kind, each.headline) for each in reading.articles] == [
        ("article", "2023常州·深圳开放创新合作交流大会举行"),
        ("article", "携手锚定新产业 合作开拓新赛道"),
        ("article", "2023年度常州大湾区人才合作周活动举行"),
        ("article", "乔俊杰率团在深圳开展经贸洽谈活动"),
        ("photo", "重点项目进行时"),
    ]


def test_the_kicker_is_the_line_above_the_headline(reading: Reading) -> None:
    assert [each.kicker for each in reading.articles] == [
        "深化合作 常来常新",
        "盛蕾带队赴深圳开展合成生物产业专题交流对接",
        None,
        "抢抓机遇 再谋合作",
        None,
    ]
    assert reading.articles[0].heading_lines == ("深化合作 常来常新", "2023常州·深圳开放创新合作交流大会举行")


@pytest.mark.parametrize(("article", "confidence"), [(0, 0.55), (1, 0.8), (2, 0.95), (3, 0.55)])
def test_a_stack_without_a_mark_is_not_said_with_confidence(reading: Reading, article: int, confidence: float) -> None:
    assert evidence(reading, article, "headline").confidence == confidence


def test_bylines_keep_the_form_of_print_and_name_people_with_their_roles(reading: Reading) -> None:
    bylines = [each.byline for each in reading.articles if each.byline]

    assert [byline.text for byline in bylines] == ["本报讯(姜小莉 记者 朱梦琪)"] * 3 + ["本报讯(记者 朱梦琪)"]
    assert [byline.people for byline in bylines] == [TWO_PEOPLE] * 3 + [(Person("朱梦琪", "reporter"),)]


@pytest.mark.parametrize(
    ("article", "lines"),
    [
        (0, [((7, 7),), ((9, 9), (11, 11)), ((13, 13), (15, 15), (17, 17)), ((19, 19), (21, 21)), ((23, 23),)]),
        (1, [((29, 29),), ((31, 31), (33, 33)), ((35, 35),), ((37, 37),), ((39, 39),), ((41, 41),)]),
        (2, [((45, 45),), ((47, 47),), ((49, 49), (51, 51)), ((53, 53),), ((55, 55),)]),
        (3, [((61, 61),), ((63, 63),), ((65, 65),), ((67, 67), (69, 69)), ((71, 71),), ((73, 73),)]),
    ],
)
def test_paragraphs_run_on_across_column_breaks(reading: Reading, article: int, lines: list[object]) -> None:
    assert [item.lines for item in reading.articles[article].body] == lines
    assert {item.type for item in reading.articles[article].body} == {"paragraph"}


@pytest.mark.parametrize(
    ("article", "item", "seam"),
    [
        (0, 1, "不断加深，越来越多的常深企业"),
        (0, 2, "生态闭环，聚焦常州就是聚焦产业风口"),
        (0, 2, "支持企业发展，选择常州就是选择"),
        (0, 3, "先后发言。大家对常州的营商环境"),
        (1, 1, "制造业、健康产业和现代服务业水平"),
        (2, 2, "合成生物、类脑智能、先进材料"),
        (3, 3, "座谈交流。森瑞斯由中科院深圳先进技术研究院"),
    ],
)
def test_nothing_is_put_between_the_parts_of_a_broken_sentence(
    reading: Reading, article: int, item: int, seam: str
) -> None:
    assert seam in reading.articles[article].body[item].text


@pytest.mark.parametrize(
    ("article", "item", "begin", "end"),
    [
        (0, 0, "“国际化智造名城”与", "朱慧峰参加活动。"),
        (0, 1, "盛蕾表示，近年来", "子布局的首选城市。"),
        (0, 2, "盛蕾说，常州实体经济", "“最美追梦人”。"),
        (0, 3, "香港中华煤气有限公司", "共拓新局面、共谱新篇章。"),
        (0, 4, "据悉，2016年以来", "以及投资基金等领域。"),
        (1, 0, "在科技创新的道路上", "区领导徐俊参加活动。"),
        (2, 0, "昨天，我市在深圳举行", "蒋鹏举、胡泊参加活动。"),
        (3, 5, "周希彬对武进各部门", "高质量发展上走在前列。"),
    ],
)
def test_paragraphs_begin_and_end_as_printed(reading: Reading, article: int, item: int, begin: str, end: str) -> None:
    text = reading.articles[article].body[item].text

    assert text.startswith(begin)
    assert text.endswith(end)


def test_chinese_punctuation_has_its_full_width_again(reading: Reading) -> None:
    text = "".join(item.text for article in reading.articles for item in article.body)

    assert not set(text) & set(",;:?!()")
    assert "森瑞斯生物科技（深圳）有限公司" in text
    assert "966.1亿元" in text


def test_the_photo_story_has_caption_credit_and_rubric(reading: Reading) -> None:
    story = reading.articles[4]
    (photo,) = story.photos

    assert story.rubric == "重点项目进行时"
    assert photo.caption is not None
    assert photo.caption.startswith("区重点项目——联东U谷")
    assert photo.caption.endswith("预计明年12月交付使用。")
    assert photo.credit == "陆新 徐芊卉 摄"
    assert photo.people == (Person("陆新", "photographer"), Person("徐芊卉", "photographer"))


def test_nothing_on_the_page_tells_its_date(reading: Reading) -> None:
    assert reading.issue.date is None
    assert [problem.code for problem in reading.problems] == ["no-date"]


def test_every_character_stands_in_a_story(reading: Reading) -> None:
    assert reading.characters.read == reading.characters.placed > 3700
    assert reading.furniture == ()
