"""Pages whose parts a tool left in another order or without their marks: what a reader still sees."""

from __future__ import annotations

from random import Random

import pytest

from newsarchive.articles import columns, crosshead_signs, crossheads
from newsarchive.articles.record import Article
from tests.short_pages import reading_of


def articles_of(text: str) -> dict[str, Article]:
    return {article.headline: article for article in reading_of(text).articles}


def paragraphs(article: Article) -> list[str]:
    return [item.text for item in article.body if item.type == "paragraph"]


BRIDGE = (
    "本报讯（记者 田野）昨天上午，横跨青江的第三座大桥主桥墩开始浇筑混凝土。"
    "大桥全长两千一百米，双向六车道。大桥建设指挥部副总指挥郝山说，主桥墩高",
    "九十六米，预计年底封顶，大桥明年国庆节前通车。",
)
LIBRARY = (
    "本报讯（记者 苗青）市图书馆少儿分馆昨天开馆，三万册童书全部由读者捐赠，分馆馆长柳枝说，捐书的读者里年纪最大的",
    "八十九岁，最小的刚上幼儿园，图书馆为每一本捐赠的童书都贴上了读者的名字。",
)


def test_two_stories_whose_columns_were_read_in_turns_are_put_together() -> None:
    page = "\n\n".join(
        ["# 青江三桥主桥墩开始浇筑", BRIDGE[0], "# 图书馆少儿分馆开馆", LIBRARY[0], BRIDGE[1], LIBRARY[1]]
    )
    found = articles_of(page)

    assert paragraphs(found["青江三桥主桥墩开始浇筑"]) == [BRIDGE[0].split("）", 1)[1] + BRIDGE[1]]
    assert paragraphs(found["图书馆少儿分馆开馆"]) == [LIBRARY[0].split("）", 1)[1] + LIBRARY[1]]


def test_headlines_that_stood_side_by_side_go_to_the_leads_whose_words_they_have() -> None:
    page = f"# 青江三桥主桥墩开始浇筑\n\n# 图书馆少儿分馆开馆\n\n{''.join(BRIDGE)}\n\n{''.join(LIBRARY)}\n"
    found = articles_of(page)

    assert set(found) == {"青江三桥主桥墩开始浇筑", "图书馆少儿分馆开馆"}
    assert found["图书馆少儿分馆开馆"].byline.people[0].name == "苗青"  # type: ignore[union-attr]


def test_a_story_that_stood_beside_the_next_goes_on_though_its_first_piece_ended_in_a_stop() -> None:
    bridge = ["".join(BRIDGE), "建桥的工人说，主桥墩浇筑要连续九十六小时，大桥两岸的搅拌站昼夜不停。"]
    library = ["".join(LIBRARY), "图书馆里，孩子们围着捐书的老人听故事，分馆每周六都请读者来讲一本童书。"]
    page = "\n\n".join(
        ["# 青江三桥主桥墩开始浇筑", "# 图书馆少儿分馆开馆", bridge[0], library[0], bridge[1], library[1]]
    )
    found = articles_of(page)

    assert paragraphs(found["青江三桥主桥墩开始浇筑"])[1:] == [bridge[1]]
    assert paragraphs(found["图书馆少儿分馆开馆"])[1:] == [library[1]]


def test_the_end_of_a_sentence_goes_to_the_story_that_has_waited_longer() -> None:
    page = "\n\n".join(
        [
            *("# 青江三桥主桥墩开始浇筑", BRIDGE[0], "# 图书馆少儿分馆开馆", LIBRARY[0]),
            *("九十六米。", "八十九岁。"),
        ]
    )
    found = articles_of(page)

    assert paragraphs(found["青江三桥主桥墩开始浇筑"])[-1].endswith("主桥墩高九十六米。")
    assert paragraphs(found["图书馆少儿分馆开馆"])[-1].endswith("年纪最大的八十九岁。")


def test_a_signed_item_under_a_rubric_is_no_column_of_a_story_that_broke_off() -> None:
    items = ["青江大桥的引桥昨天完成桩基施工。（田野）", "青江三桥的主桥墩模板昨天运到工地。（苗青）"]
    page = "\n\n".join(["# 青江三桥主桥墩开始浇筑", BRIDGE[0], "# 简讯", *items])

    assert [article.kind for article in reading_of(page).articles] == ["article", "brief", "brief"]


def test_a_lead_that_was_read_before_its_heading_belongs_under_it() -> None:
    page = "\n\n".join(
        [
            "# 青江三桥主桥墩开始浇筑",
            "".join(BRIDGE),
            "".join(LIBRARY),
            "# 图书馆少儿分馆开馆",
            "据介绍，分馆每周一闭馆。",
        ]
    )
    found = articles_of(page)

    assert paragraphs(found["图书馆少儿分馆开馆"])[-1] == "据介绍，分馆每周一闭馆。"
    assert len(paragraphs(found["图书馆少儿分馆开馆"])) == 2


def test_a_caption_far_from_its_picture_goes_to_the_story_that_speaks_of_it() -> None:
    page = (
        f"# 青江三桥主桥墩开始浇筑\n\n![](images/a.jpg)\n\n{''.join(BRIDGE)}\n\n"
        f"# 图书馆少儿分馆开馆\n\n{''.join(LIBRARY)}\n\n图为青江三桥主桥墩浇筑现场。田野 摄\n"
    )
    found = articles_of(page)

    assert [(photo.image, photo.credit) for photo in found["青江三桥主桥墩开始浇筑"].photos] == [
        ("images/a.jpg", "田野 摄")
    ]


def test_a_title_that_only_its_box_tells_is_a_heading() -> None:
    box = "<|ref|>{}<|/ref|><|det|>[[62, 97, 422, 111]]<|/det|>\n"
    page = f"{box.format('sub_title')}图书馆少儿分馆开馆\n\n{box.format('text')}{''.join(LIBRARY)}\n"

    assert list(articles_of(page)) == ["图书馆少儿分馆开馆"]


def test_the_lines_of_a_poem_stay_lines_and_its_author_is_no_headline() -> None:
    page = (
        "# 渡口（外一首）\n\n苏 长 庚\n\n船把桨搁在岸上\n水把月亮搁在船上\n夜里没有人过河\n只有风 来回地走\n\n"
        "# 旧磨\n\n它转了一辈子\n也没有走出院子\n如今靠着墙\n听雨\n"
    )
    article = reading_of(page).articles[0]

    assert article.headline == "渡口（外一首）"
    assert [person.name for person in article.byline.people] == ["苏长庚"]  # type: ignore[union-attr]
    assert paragraphs(article)[0].split("\n")[1] == "水把月亮搁在船上"


def test_a_short_heading_over_items_of_one_form_is_their_rubric() -> None:
    page = (
        "# 体坛快递\n\n●省青少年跳绳赛昨天结束，我市选手获得四枚金牌。\n\n●第三届环湖健步走下月八日举行。\n\n"
        "●市体育馆今起延长开放时间。\n"
    )
    found = reading_of(page).articles

    assert [(article.kind, article.rubric) for article in found] == [("brief", "体坛快递")] * 3


def test_number_office_and_date_of_a_notice_are_its_text() -> None:
    page = (
        "# 道路施工公告\n\n青公交字〔2021〕7号\n\n因埋设管道，解放路自三月一日起封闭施工。\n\n"
        "青江市公安局\n\n2021年2月26日\n\n"
        f"# 图书馆少儿分馆开馆\n\n{''.join(LIBRARY)}\n"
    )
    found = articles_of(page)

    assert paragraphs(found["道路施工公告"])[-1].endswith("2021年2月26日")
    assert found["图书馆少儿分馆开馆"].heading_lines == ("图书馆少儿分馆开馆",)


def test_a_photographer_under_a_caption_signs_the_picture_and_not_the_story() -> None:
    page = (
        f"# 图书馆少儿分馆开馆\n\n本报记者 苗 青\n\n![](images/a.jpg)\n小读者在分馆里看书。\n\n本报记者 周胜男 摄\n\n"
        f"{LIBRARY[0].split('）')[1]}{LIBRARY[1]}\n"
    )
    article = articles_of(page)["图书馆少儿分馆开馆"]

    assert article.byline is not None
    assert article.byline.text == "本报记者 苗 青"
    assert article.photos[0].credit == "本报记者 周胜男 摄"


def test_readers_letters_end_where_news_begin() -> None:
    page = (
        "# 读者来信\n\n## 路灯该修了\n\n编辑同志：我家门前的路灯坏了半年，晚上出门看不见路，盼有人来修。\n\n"
        "北门居民 柳青\n\n"
        f"# 图书馆少儿分馆开馆\n\n{''.join(LIBRARY)}\n"
    )
    found = articles_of(page)

    assert found["路灯该修了"].rubric == "读者来信"
    assert found["图书馆少儿分馆开馆"].rubric is None


def test_an_author_may_stand_behind_the_office_that_he_works_for() -> None:
    page = (
        "# 秋季登山别赶早\n\n秋天早晨气温低，登山的人应当等太阳出来再上山，上山前先活动膝盖和脚踝。\n\n"
        f"市体育科学研究所 邢 波\n\n# 图书馆少儿分馆开馆\n\n{''.join(LIBRARY)}\n"
    )
    byline = articles_of(page)["秋季登山别赶早"].byline

    assert byline is not None
    assert [person.name for person in byline.people] == ["邢波"]


def test_a_number_that_ends_a_clause_goes_on_with_the_line_above() -> None:
    page = (
        f"# 凤桥镇为老人体检\n\n{''.join(BRIDGE)}\n\n凤桥镇共有八十岁以上老人\n\n"
        "537人，其中不少是留守老人，医生上门为他们体检。\n"
    )

    assert paragraphs(articles_of(page)["凤桥镇为老人体检"])[-1].startswith("凤桥镇共有八十岁以上老人537人")


def test_every_sign_of_a_crosshead_has_its_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(crossheads, "score", lambda found: seen.extend(found) or 1.0)
    reading_of(f"# 青江三桥主桥墩开始浇筑\n\n{''.join(BRIDGE)}\n\n# 谁来修\n\n据介绍，大桥由本市施工队修建。\n")

    assert set(seen) == set(crosshead_signs.WEIGHTS)


POND = (
    "本报讯（记者 田野）柳塘村的一口鱼塘，去年以来被两户人家同时承包。"
    "村委会先同老周签了合同，换届以后，又以每年一万五千元的价格把鱼塘",
    "包给了邻村的老管。",
    "“鱼死了，心也凉了。”老周在诉状里写道。老管也满腹委屈：“我交了两年租金，一条鱼没",
    "捞着，我找谁去？”",
)


def test_columns_whose_ends_were_exchanged_go_back_to_their_sentences() -> None:
    page = "# 一口鱼塘签了两份合同\n\n" + "\n\n".join(POND[at] for at in (0, 3, 2, 1)) + "\n"
    found = paragraphs(articles_of(page)["一口鱼塘签了两份合同"])

    assert found == [POND[0].split("）", 1)[1] + POND[1], POND[2] + POND[3]]


def test_an_unmarked_headline_where_a_column_broke_off_begins_a_story_that_the_column_goes_on_behind() -> None:
    boats = (
        "本报讯（记者 苗青）远桅船厂昨天与一家航运公司签订四艘汽车运输船的建造合同，手持订单排到后年。",
        "船厂把分段制造外包给三家内河船厂，每月可以多出一条船的钢板。",
    )
    page = (
        f"# 青江三桥主桥墩开始浇筑\n\n{BRIDGE[0]}\n\n船厂手持订单排到后年\n\n{boats[0]}\n\n{boats[1]}\n\n{BRIDGE[1]}\n"
    )
    found = articles_of(page)

    assert paragraphs(found["青江三桥主桥墩开始浇筑"])[0].endswith("主桥墩高" + BRIDGE[1])
    assert "船厂手持订单排到后年" in found


def test_a_line_that_goes_on_with_a_broken_sentence_is_no_headline() -> None:
    page = f"# 青江三桥主桥墩开始浇筑\n\n{BRIDGE[0]}\n\n九十六米，预计年底封顶\n\n{LIBRARY[1]}\n"

    assert set(articles_of(page)) == {"青江三桥主桥墩开始浇筑"}


def test_a_crosshead_goes_to_the_story_whose_column_was_read_last() -> None:
    page = "\n\n".join(
        [
            "# 图书馆少儿分馆开馆",
            "".join(LIBRARY),
            "# 一、书从哪里来",
            "分馆的童书全部由读者捐赠。图书馆为捐书的读者立了一面墙。墙上的名字按先后排列，最早的是八十九岁",
            "# 青江三桥主桥墩开始浇筑",
            "".join(BRIDGE),
            "的老人，他把孙子读过的童书都送给了图书馆。",
            "# 二、捐书的人也来读",
            "捐书的读者常常带着孙辈来分馆，找自己捐的那一本童书，图书馆为他们留了座位。",
        ]
    )
    found = articles_of(page)

    assert set(found) == {"图书馆少儿分馆开馆", "青江三桥主桥墩开始浇筑"}
    crossheads = [item.text for item in found["图书馆少儿分馆开馆"].body if item.type == "crosshead"]
    assert crossheads == ["一、书从哪里来", "二、捐书的人也来读"]


def test_the_rest_of_a_story_under_the_next_headline_goes_back_by_its_broken_sentence() -> None:
    page = "\n\n".join(["# 青江三桥主桥墩开始浇筑", BRIDGE[0], "# 图书馆少儿分馆开馆", BRIDGE[1], "".join(LIBRARY)])
    found = articles_of(page)

    assert paragraphs(found["青江三桥主桥墩开始浇筑"])[0].endswith(BRIDGE[1])
    assert len(paragraphs(found["图书馆少儿分馆开馆"])) == 1


def test_a_crosshead_stays_over_the_paragraph_below_it_when_columns_go_back() -> None:
    blocks = [POND[0], POND[3], "二、鱼死了怎么办", POND[2], POND[1]]
    page = "# 一口鱼塘签了两份合同\n\n" + "\n\n".join(blocks) + "\n"
    body = [item.text for item in articles_of(page)["一口鱼塘签了两份合同"].body]

    assert body[1:] == ["二、鱼死了怎么办", POND[2] + POND[3]]


@pytest.mark.parametrize("seed", range(40))
def test_every_text_is_kept_once_whatever_seems_to_go_on_with_what(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)
    monkeypatch.setattr(columns, "fits", lambda story, text, page: random.uniform(-6, 4))
    monkeypatch.setattr(columns, "fits_at_break", lambda story, text: random.uniform(-6, 4))
    pieces = [f"{name}村去年换届。村委会把第{at}口鱼塘包" for at in range(4) for name in "赵钱孙李吴郑"]
    stories = ["\n\n".join(pieces[at : at + 6]) for at in range(0, len(pieces), 6)]
    page = "\n\n".join(f"# 第{at}口鱼塘签了两份合同\n\n{story}" for at, story in enumerate(stories))
    briefs = [f"老{name}家昨天也签了合同，每年一万元。（田野）" for name in "冯陈褚"]  # stories without a heading
    page += "\n\n# 简讯\n\n" + "\n\n".join(briefs)
    said = "".join(item.text for article in reading_of(page).articles for item in article.body)

    every = [*pieces, *(brief.partition("（")[0] for brief in briefs)]
    assert [said.count(piece) for piece in every] == [1] * len(every)
