"""Conventions of papers of mainland China, each on a page that is cut down to it."""

from __future__ import annotations

import pytest

from newsarchive.articles.record import Article, Reading
from tests import short_pages

NEWS = "本报讯（记者 苗青）市图书馆少儿分馆昨天开馆，三万册童书全部由读者捐赠，每一本都贴着捐书人的名字。"
MORE = "分馆馆长柳枝说，捐书的读者里年纪最大的八十九岁，最小的刚上幼儿园。"


def reading_of(*blocks: str) -> Reading:
    return short_pages.reading_of("\n\n".join(blocks))


def articles_of(*blocks: str) -> list[Article]:
    return list(reading_of(*blocks).articles)


def texts(article: Article) -> list[str]:
    return [item.text for item in article.body]


def test_a_page_number_and_an_empty_column_field_over_each_story_are_furniture() -> None:
    field = "第3版()\n专栏:"
    reading = reading_of(
        "1957年7月20日青江日报 第3版", field, f"少儿分馆开馆\n{NEWS}", field, f"河上架新桥\n{NEWS}{MORE}"
    )

    assert [article.headline for article in reading.articles] == ["少儿分馆开馆", "河上架新桥"]
    assert [entry.text for entry in reading.furniture if entry.kind == "folio"][1:] == ["第3版()", "第3版()"]


def test_a_long_line_with_a_comma_over_a_lead_is_a_headline_though_it_has_no_mark() -> None:
    long = "三万册童书一夜之间搬进老粮仓，孩子们排着队在门口等了一个上午才领到第一张借书证"
    found = articles_of("# 河上架新桥", NEWS, long, NEWS.replace("苗青", "田野") + MORE)

    assert [article.headline for article in found] == ["河上架新桥", long]


def test_a_brief_with_its_signature_over_a_lead_is_no_headline() -> None:
    found = articles_of("# 简讯", "图书馆新增绘本三千册，可借三十天。（马文）", NEWS)

    assert "图书馆新增绘本三千册" in found[0].headline
    assert found[0].byline is not None


def test_offices_and_the_day_under_a_notice_are_its_text() -> None:
    notice = "为丰富旅游商品，现面向社会征集作品，截稿日期为六月底，请将作品寄至市旅游局办公室。"
    found = articles_of("# 旅游商品设计大赛征稿启事", notice, "青江市旅游局 青江市文联", "2012年5月20日")

    assert [article.kind for article in found] == ["notice"]
    assert texts(found[0])[1:] == ["青江市旅游局 青江市文联", "2012年5月20日"]


def test_two_notices_of_one_name_are_two_notices() -> None:
    lost = ("田野遗失青江技校毕业证书一本，编号20060418，声明作废。", "苗青遗失居民身份证一张，声明作废。")
    found = articles_of("# 遗失声明", lost[0], "# 遗失声明", lost[1])

    assert [(article.headline, texts(article)) for article in found] == [("遗失声明", [text]) for text in lost]


def test_a_marked_question_of_an_interview_is_a_crosshead() -> None:
    answer = "柳枝：每天看书不要超过两小时，看一会儿就抬头望望窗外的树。"
    (found,) = articles_of("# 孩子看书要护眼", NEWS, "## 问：灯光多亮才合适？", answer, "## 问：躺着看行吗？", answer)

    assert [item.text for item in found.body if item.type == "crosshead"] == [
        "问：灯光多亮才合适？",
        "问：躺着看行吗？",
    ]


def test_news_that_tells_of_a_wholesale_price_is_no_advertisement() -> None:
    trade = "据青江百货站分析，绒线的批发价比去年同期上涨三成半，零售商店里排起了长队。"

    assert len(articles_of("# 绒线身价倍增", NEWS, trade)) == 1
    assert len(articles_of("# 绒线身价倍增", NEWS, "诚聘：本店招面点师两名，包吃住，月薪面议。电话：2280657")) == 2


def test_an_office_in_brackets_at_the_end_of_a_text_signs_it() -> None:
    found = articles_of("# 代销点办到田头", f"【本报讯】{MORE}", "（青江县委通讯组）", "# 河上架新桥", NEWS)

    assert [article.headline for article in found] == ["代销点办到田头", "河上架新桥"]
    assert found[0].byline is not None
    assert found[0].byline.text.endswith("（青江县委通讯组）")


def test_what_a_reporter_found_is_a_line_of_the_headline_and_no_signature() -> None:
    found = articles_of("# 空房子“喝”水", "# 四个月跑掉86吨", "# 晚报记者调查发现：问题出在一段旧管道", NEWS)

    assert "晚报记者调查发现：问题出在一段旧管道" in found[0].heading_lines


def test_a_headline_that_ends_in_where_and_one_that_begins_with_a_name_are_whole() -> None:
    found = articles_of(
        "# 毛纺市场病根何在", "# 来自四省十一家工厂的调查", NEWS, "# 停电三天 热线牵线", "# 和平里昨晚重见光明", NEWS
    )

    assert all(len(article.heading_lines) == 2 and len(article.headline) < 16 for article in found)


def test_a_subject_and_its_predicate_on_two_lines_are_one_headline() -> None:
    broken = [("一颗小螺丝", "如何拧进大飞机"), ("我市首条快速公交线路", "进入试运行阶段"), ("旧车间里", "长出新产业")]

    for first, second in broken:
        (found,) = articles_of(f"# {first}", f"# {second}", NEWS)
        assert (found.headline, found.kicker, found.subheads) == (first + second, None, ())


def test_an_office_or_a_whole_clause_over_another_line_is_no_part_of_a_headline() -> None:
    apart = [
        ("市人大常委会", "开展条例执法检查"),
        ("消费者权益日", "市消协发布十大案例"),
        ("居民自己选楼长", "小区投出七百票"),
    ]

    for first, second in apart:
        (found,) = articles_of(f"# {first}", f"# {second}", NEWS)
        assert first + second != found.headline


def test_who_is_quoted_tells_the_story_that_a_column_goes_on_with() -> None:
    meeting = "本报讯（记者 田野）昨天，全市春耕推进会召开，市委书记邰正川出席会议，各县区负责人参加会议。"
    more = "邰正川强调，要不误农时，抓好良种、化肥的调运，把每一亩春地都种足种好。"
    pepper = "本报讯（记者 苗青）小崔村的辣椒种植已有三十多年，过去由于品种老化、各"
    found = articles_of("# 春耕推进会召开", meeting, "# 一棵辣椒红了一座城", pepper, more, "自为战，收成一直不好。")

    assert texts(found[0])[-1] == more
    assert texts(found[1])[-1].endswith("品种老化、各自为战，收成一直不好。")


def test_a_caption_in_another_story_goes_to_the_picture_whose_people_it_names() -> None:
    visit = "本报讯（记者 田野）昨天，巩书航到永稔县调研竹业，走访了三家竹业公司，与工人亲切交谈。"
    caption = "图为巩书航在永稔县竹业公司车间与工人交谈。本报记者 屠新 摄"
    found = articles_of("# 巩书航调研竹业", visit, "![](images/1.jpg)", "# 少儿分馆开馆", NEWS, caption, MORE)

    assert [photo.caption for photo in found[0].photos] == ["图为巩书航在永稔县竹业公司车间与工人交谈。"]
    assert found[1].photos == ()


def test_a_credit_on_the_line_under_a_caption_keeps_it_out_of_the_sentence_round_the_picture() -> None:
    first, second = "县里引进物流快递企业二十一家，在全县", "一百五十五个村设立服务站，免费为农民开店。"
    picture = "![](images/1.jpg)\n小苗和工人在分拣猕猴桃。\n(田野 摄)"
    (found,) = articles_of("# 猕猴桃飞出大山", NEWS + first, picture, second)

    assert texts(found)[-1].endswith(first + second)
    assert [(photo.caption, photo.credit) for photo in found.photos] == [("小苗和工人在分拣猕猴桃。", "田野 摄")]


def test_a_line_that_opens_with_a_dash_is_a_subhead_whatever_its_level() -> None:
    (found,) = articles_of("## 抽纱花样要翻新", "# ——广州交易会归来谈", NEWS)

    assert (found.headline, found.subheads) == ("抽纱花样要翻新", ("——广州交易会归来谈",))


def test_the_name_of_the_paper_in_latin_letters_is_no_line_of_a_headline() -> None:
    found = articles_of("# QINGJIANG RIBAO", "# 少儿分馆开馆", NEWS)

    assert [article.heading_lines for article in found] == [("少儿分馆开馆",)]


def test_where_to_ask_is_the_last_item_of_a_notice() -> None:
    items = ["一、青江市江北大道的一块土地现公开挂牌出让。", "二、联系方式：江北大道66号 联系人：秦女士 电话：5217736"]
    found = articles_of("# 土地使用权挂牌出让公告", *items, "青江市自然资源和规划局", "2022年8月30日")

    assert [article.kind for article in found] == ["notice"]
    assert texts(found[0]) == [*items, "青江市自然资源和规划局", "2022年8月30日"]


def test_a_short_first_clause_that_leads_on_opens_a_paragraph_under_its_crosshead() -> None:
    grown = "种得好，更要卖得好。县里建起交易市场，配套冷库和烘干房，日均交易六百多吨，成了周边六县的集散中心。"
    found, _ = articles_of("# 一棵辣椒红了一座城", NEWS, MORE, "合作社帮着卖", grown, MORE, "# 河上架新桥", NEWS, MORE)

    assert [item.text for item in found.body if item.type == "crosshead"] == ["合作社帮着卖"]


def test_where_a_text_was_printed_stands_behind_its_signature_and_tells_the_issue() -> None:
    reading = reading_of("# 少儿分馆开馆", "> 本报记者  吴  君《青江日报》（2026年03月20日第 08 版）", MORE)

    assert reading.articles[0].byline is not None
    assert reading.articles[0].byline.text == "本报记者  吴  君"
    assert (reading.issue.date, reading.issue.page) == ("2026-03-20", "8")


def test_long_lines_without_a_stop_between_whole_paragraphs_are_crossheads_where_they_are_several() -> None:
    long = MORE + MORE + NEWS.partition("）")[2]
    heads = [
        "产品中添加禁用成分，商家没有查验，也要承担惩罚性赔偿责任",
        "会员自动续费没有提醒到位，所扣的费用应当退回",
        "网上买来的宠物货不对板，平台和商家各担其责",
    ]
    (found,) = articles_of(
        "# 消费维权，这些痛点值得关注", "本报记者 吴 君", long, *[part for head in heads for part in (head, long)]
    )

    assert [item.text for item in found.body if item.type == "crosshead"] == heads


def test_what_a_web_page_prints_round_an_article_is_no_line_of_it() -> None:
    reading = reading_of("2015年11月06日 第A05版:要闻 PDF版", "【PDF版】", "少儿分馆开馆", NEWS, "上一篇 下一篇")

    assert [(article.headline, texts(article)) for article in reading.articles] == [
        ("少儿分馆开馆", [NEWS.partition("）")[2]])
    ]


def test_a_sentence_apart_over_a_credit_is_its_caption() -> None:
    page = ("# 少儿分馆开馆", NEWS, MORE, "孩子们在分馆里挑选童书。", "青江市图书馆供图", "# 河上架新桥", NEWS + MORE)
    found = articles_of(*page)

    assert [(photo.caption, photo.credit) for photo in found[0].photos] == [
        ("孩子们在分馆里挑选童书。", "青江市图书馆供图")
    ]


def test_levels_that_a_tool_guessed_for_each_heading_tell_no_headline() -> None:
    guessed = ["## 市总工会送温暖——", "# 四千职工领到“过冬包”"]
    news = [NEWS.replace("苗青", name) for name in ("田野", "柳枝", "吴君", "马文")]
    others = ["## 河上架新桥", news[0], "### 新书上架", news[1], "## 老街挂灯", news[2], "### 渡口通航", news[3]]
    stack = ["# 省委书记在青江调研时强调", "## 把每一亩春地种足种好"]
    alike = [part.replace("### ", "# ").replace("## ", "# ") for part in others]

    assert articles_of(*guessed, NEWS, *others)[0].headline == "四千职工领到“过冬包”"
    assert articles_of(*stack, NEWS, *others)[0].headline == "把每一亩春地种足种好"
    assert articles_of(*stack, NEWS, *alike)[0].headline == "省委书记在青江调研时强调"


def test_a_county_over_a_headline_is_its_kicker_and_a_label_in_lines_its_rubric() -> None:
    (county,) = articles_of("柘溪县", "# 村村有了“法律明白人”", NEWS)
    (label,) = articles_of("重点工程  \n一线行", "# 千吨钢梁“飞”跨岚江", NEWS)

    assert (county.kicker, county.rubric) == ("柘溪县", None)
    assert (label.kicker, label.rubric) == (None, "重点工程一线行")


def test_a_question_over_a_marked_headline_is_its_kicker() -> None:
    found = articles_of("# 河上架新桥", MORE, "新买的净水器漏水，地板被泡，谁来赔？", "# 商家推厂家 厂家推安装工", NEWS)

    assert [article.kicker for article in found] == [None, "新买的净水器漏水，地板被泡，谁来赔？"]


def test_the_heading_of_a_text_may_stand_below_it_over_the_headings_of_the_next() -> None:
    planting = (
        "本报讯（记者 田野）春风送暖。昨天，区四套班子领导来到江边参加义务植树活动，栽下三百棵树苗，为江城再添绿色。"
    )
    visit = "本报讯（记者 吴君）昨天，区长邹静宜带队专题调研老旧小区改造，看望了居民代表，听取了意见。"
    heads = [
        "# 区四套班子领导参加义务植树活动",
        "# 为绿色江城再添新景",
        "# 邹静宜在专题调研老旧小区改造时强调",
        "# 把好事办好 让群众满意",
    ]
    found = articles_of(planting, *heads, visit)

    assert [article.heading_lines for article in found] == [
        ("区四套班子领导参加义务植树活动", "为绿色江城再添新景"),
        ("邹静宜在专题调研老旧小区改造时强调", "把好事办好 让群众满意"),
    ]


def test_a_caption_without_any_picture_on_the_page_goes_to_the_story_of_whom_it_shows() -> None:
    driver = "本报讯（记者 田野）出租车司机汤永福绕城送老人回家，公司昨天收到一面锦旗，汤永福说这没什么。"
    found = articles_of(
        "# 的哥绕城送老人回家", driver, "# 少儿分馆开馆", NEWS, "汤永福（右）在公司接过锦旗。\n崔健 摄", MORE
    )

    assert [photo.caption for photo in found[0].photos] == ["汤永福（右）在公司接过锦旗。"]
    assert found[1].photos == ()


def test_a_text_that_says_what_is_shown_over_a_credit_is_the_caption_of_a_photo_story() -> None:
    shown = "连日来，体育中心北侧的樱花大道进入盛花期。图为昨天，小朋友在樱花树下嬉戏。"
    (found,) = articles_of("# 樱花大道添秀色", shown, "通讯员 王 军 摄")

    assert (found.kind, found.headline) == ("photo", "樱花大道添秀色")
    assert [photo.caption for photo in found.photos] == [shown]


def test_a_line_that_counts_what_comes_next_is_half_a_headline() -> None:
    for first, second in [
        ("黄土高原发现一处", "四千年前大型聚落"),
        ("新区开出首趟", "返乡免费班车"),
        ("三家企业入选省级", "专精特新培育库"),
    ]:
        (found,) = articles_of(f"# {first}", f"# {second}", NEWS)
        assert found.headline == first + second


def test_a_sentence_that_tells_what_a_reporter_heard_is_no_signature() -> None:
    (found,) = articles_of("# “用工荒”", NEWS, "记者在采访中了解到，随着农业", "税的取消，种地的收益明显提高。")

    assert texts(found)[-1] == "记者在采访中了解到，随着农业税的取消，种地的收益明显提高。"


def test_a_day_alone_is_no_headline_of_a_caption() -> None:
    found = articles_of("# 河上架新桥", NEWS, "![](images/1.jpg)\n10月22日，沙坪县农民在晾晒辣椒。田野 摄")

    assert found[-1].photos[-1].caption == "10月22日，沙坪县农民在晾晒辣椒。"
    assert all(article.headline != "10月22日" for article in found)


def test_where_an_author_belongs_stands_before_the_name() -> None:
    for line in ("□经济管理学院2013级 甘 棠", "○文学院 1982级校友 方 则"):
        (found,) = articles_of("# 我们为什么还要去图书馆", line, MORE + MORE)
        assert found.byline is not None
        assert [(person.role, len(person.name)) for person in found.byline.people] == [("author", 2)]


def test_half_a_sentence_over_the_next_lead_is_no_headline_where_its_rest_stands_below() -> None:
    final = "本报讯（记者 田野）昨晚，省女排联赛决赛在体育馆举行，我校女排夺得冠军。"
    drama = "本报讯（记者 吴君）校园话剧昨晚首演，演出厅座无虚席，观众起立鼓掌。"
    found = articles_of(
        "# 我校女排夺冠", "# 校园话剧首演", final, "决赛开局，我校女排显得有些紧", drama, "张，连丢两局。"
    )

    assert [article.headline for article in found] == ["我校女排夺冠", "校园话剧首演"]
    assert texts(found[0])[-1] == "决赛开局，我校女排显得有些紧张，连丢两局。"


def test_a_kicker_without_a_mark_stands_over_a_marked_headline_and_its_lead() -> None:
    found = articles_of(
        "# 河上架新桥", NEWS, "市委理论学习中心组举行专题学习会", "# 从历史中汲取奋进力量", NEWS.replace("苗青", "田野")
    )

    assert (found[1].kicker, found[1].headline) == ("市委理论学习中心组举行专题学习会", "从历史中汲取奋进力量")


def test_two_lines_without_marks_over_a_lead_are_its_heading() -> None:
    lines = ["平泺县委书记邰正川在全县春季农业生产推进会上强调", "只争朝夕抓春管 真抓实干促振兴"]
    found = articles_of("# 河上架新桥", NEWS, *lines, NEWS.replace("苗青", "田野"))

    assert found[1].heading_lines == tuple(lines)


def test_a_notice_is_headed_by_its_words_though_the_mark_was_lost() -> None:
    notice = "经县政府批准，我局决定以拍卖方式出让一宗国有建设用地使用权，有意者可于本月底前报名。"
    found = articles_of("# 河上架新桥", NEWS, "禾丰县自然资源局国有建设用地使用权拍卖公告", notice)

    assert [(article.kind, article.headline) for article in found][1:] == [
        ("notice", "禾丰县自然资源局国有建设用地使用权拍卖公告")
    ]


def test_marks_that_tell_a_kicker_count_more_than_the_levels_of_a_page_with_few_stories() -> None:
    (found,) = articles_of("# 省委书记在青江调研时强调", "## 把每一亩春地种足种好", NEWS)

    assert found.headline == "把每一亩春地种足种好"


def test_a_quotation_over_a_picture_is_the_headline_of_its_story() -> None:
    picture = "![](images/1.jpg)\n昨天，莲塘社区的孩子们在水边上自然课，老师带着他们认识荷花和浮萍。田野 摄"
    found = articles_of("# 河上架新桥", NEWS, "莲塘“水上课堂”", picture)

    assert [(article.kind, article.headline) for article in found][1:] == [("photo", "莲塘“水上课堂”")]


def test_a_line_with_a_number_and_no_subject_goes_on_about_the_headline_above_it() -> None:
    for first, second in [
        ("的哥捡到八万元货款", "在派出所守了两个小时等失主"),
        ("“打工妹”办起儿童书屋", "三年借出图书一万多册"),
    ]:
        (found,) = articles_of(f"# {first}", f"# {second}", NEWS)
        assert (found.headline, found.subheads) == (first, (second,))

    (report,) = articles_of("# 申屠正作政府工作报告", "# 今年要办好这十件民生实事", NEWS)
    assert report.headline == "今年要办好这十件民生实事"


def test_an_index_of_other_pages_under_a_story_does_not_take_its_jump_away() -> None:
    index = ["导读", "老粮仓修旧如旧　重新开门 A06", "中学生排球赛今天开赛 B02"]
    (story,) = articles_of("# 少儿分馆开馆", NEWS, f"{MORE}（下转A3版）", *index)

    assert story.jump is not None
    assert (story.jump.direction, story.jump.page) == ("to", "A3")


def test_the_slogan_of_a_campaign_over_a_headline_is_a_rubric_and_alone_it_is_the_headline() -> None:
    for slogan in ("奋进新征程 建功新时代", "我为群众办实事", "新春走基层", "走进柳湾看变化"):
        (led,) = articles_of(f"# {slogan}", "# 少儿分馆开馆", NEWS)
        assert (led.rubric, led.headline) == (slogan, "少儿分馆开馆")

    (alone,) = articles_of("# 最美护士", NEWS)
    assert (alone.rubric, alone.headline) == (None, "最美护士")


def test_a_dateline_with_a_day_alone_is_of_the_month_of_the_issue_or_the_one_before() -> None:
    for day, iso in (("18日", "1957-07-18"), ("十八日", "1957-07-18"), ("30日", "1957-06-30"), ("卅日", "1957-06-30")):
        (story,) = articles_of("1957年7月20日青江日报 第3版", "# 河上架新桥", f"新华社柳湾{day}电 {MORE}")
        assert story.dateline is not None
        assert story.dateline.date == iso


def test_wide_gaps_fall_away_in_a_headline_and_in_the_name_of_a_section() -> None:
    reading = reading_of("2019年3月7日 青江日报 第3版:城 事", "# 河上架新桥    两岸一家亲", NEWS)

    assert reading.issue.section == "城事"
    assert reading.articles[0].headline == "河上架新桥 两岸一家亲"


def test_names_that_run_together_in_brackets_sign_a_text() -> None:
    for printed, names in [("（柳明赵天华）", ["柳明", "赵天华"]), ("（贾建国黄新）", ["贾建国", "黄新"])]:
        (story,) = articles_of("# 河上架新桥", f"{MORE}{printed}")
        assert story.byline is not None
        assert [person.name for person in story.byline.people] == names

    (story,) = articles_of("# 河上架新桥", f"{MORE}（林树声）")
    assert story.byline is not None
    assert [person.name for person in story.byline.people] == ["林树声"]


def test_words_in_place_of_a_picture_are_furniture_and_what_follows_is_its_caption() -> None:
    shown = "十二月三十一日，莲塘举行庆祝活动。图为孩子们在广场上表演。（新华社记者田野摄）"
    reading = reading_of(f"河上架新桥\n{NEWS}\n喜迎新年（图片）\n{shown}\n老粮仓重新开门\n{NEWS}{MORE}")

    assert [(article.kind, article.headline) for article in reading.articles][:2] == [
        ("article", "河上架新桥"),
        ("photo", "喜迎新年"),
    ]
    assert ("label", "（图片）") in [(entry.kind, entry.text) for entry in reading.furniture]


def test_a_label_in_two_short_lines_under_a_caption_is_of_the_picture_and_not_of_the_next_story() -> None:
    shown = "莲塘村村民在晾晒红薯粉条。该村有加工红薯粉条的传统，今年种植红薯九百亩。田野 摄"
    found = articles_of(
        "# 河上架新桥", NEWS + MORE, shown, "镜头  \n下乡", "# 少儿分馆开馆", NEWS.replace("苗青", "柳枝")
    )

    assert [(article.kind, article.headline, article.rubric) for article in found] == [
        ("article", "河上架新桥", None),
        ("photo", "镜头下乡", "镜头下乡"),
        ("article", "少儿分馆开馆", None),
    ]


def test_where_a_text_is_from_stands_behind_a_dash_and_is_no_kicker() -> None:
    first, second = articles_of("# 河上架新桥", MORE + MORE, "———《青江文摘》", "# 少儿分馆开馆", NEWS)

    assert first.byline is not None
    assert (first.byline.text, first.byline.people) == ("———《青江文摘》", ())
    assert (second.kicker, second.headline) == (None, "少儿分馆开馆")


def test_who_says_something_stands_under_what_happened_and_who_did_it_over_what_came_of_it() -> None:
    for first, second in [
        ("网上买球鞋 收到两块砖", "警方提醒：验货之后再签收"),
        ("七旬老人误把药片包装吞下", "药板千万别剪开存放"),
        ("一块毛巾的“质检员”", "记锦里纺织检验班班长糜春兰"),
    ]:
        (found,) = articles_of(f"# {first}", f"# {second}", NEWS)
        assert (found.headline, found.subheads) == (first, (second,))


def test_a_short_name_over_a_longer_line_is_a_column_unless_it_is_a_place_an_office_or_a_day() -> None:
    for name in ("热线直通车", "城市细节", "场边快语"):
        (found,) = articles_of(f"## {name}", "## 少儿分馆昨天开馆迎来首批读者", NEWS)
        assert (found.rubric, found.kicker) == (name, None)

    for name in ("市气象台", "长假第四天", "旧车间里"):
        (found,) = articles_of(f"## {name}", "## 少儿分馆昨天开馆迎来首批读者", NEWS)
        assert found.rubric is None


def test_the_rest_of_a_sentence_between_a_headline_and_its_lead_goes_back_to_its_story() -> None:
    cut = MORE * 3 + "桥面宽九米，两侧的人行道上装了六十盏路"
    first, second = articles_of(
        "# 河上架新桥",
        NEWS + cut,
        "# 石榴村开出夜班车",
        "灯，夜里也看得清。",
        "本报讯（记者 田野）石榴村昨晚开出第一班夜班车。",
    )

    assert texts(first)[-1].endswith("六十盏路灯，夜里也看得清。")
    assert texts(second) == ["石榴村昨晚开出第一班夜班车。"]


def test_items_that_begin_with_their_matter_stand_under_one_column() -> None:
    found = articles_of(
        "# 河上架新桥",
        NEWS,
        "## 市场行情",
        "毛兔 特级兔毛每公斤收购价由88元涨到96元，预计近期稳中有升。",
        "化肥 供销社到货尿素300吨，每吨零售价1180元，凭证供应。（冯友）",
        "大蒜 今年蒜种面积比上年增加近四成，夏季价格可能下滑。",
    )

    assert [(article.kind, article.rubric) for article in found][1:] == [("brief", "市场行情")] * 3


def test_a_comma_between_two_numbers_that_are_no_thousands_gets_its_width_back() -> None:
    (story,) = articles_of("# 停电通知", "7月23日7:00至17:00,10千伏学院线停电,影响12,500户,请做好准备。")

    assert texts(story) == ["7月23日7:00至17:00，10千伏学院线停电，影响12,500户，请做好准备。"]


def test_offers_of_one_column_are_items_of_their_own_though_a_telephone_has_no_stop() -> None:
    found = articles_of(
        "# 河上架新桥",
        NEWS,
        "## 供求信息",
        "供应：竹篾凉席，每张九元，量大从优。联系人：石桥篾器厂 电话：3341",
        "求购：长年收购蓖麻籽、绿豆。地址：北关粮油栈 联系人：佟立",
        "转让：九成新磨面机一套，因转产低价出售。",
        "## 养蝎致富 包教包会",
        "本场常年供应种蝎，每组十八元，免费传授养殖技术，产品回收。",
        "地址：西郊养殖场 邮编：000345",
    )

    assert [(article.kind, article.rubric) for article in found][1:4] == [("advert", "供求信息")] * 3
    assert (found[4].kind, found[4].headline, len(texts(found[4]))) == ("advert", "养蝎致富 包教包会", 2)


def test_names_before_the_reporter_sign_as_correspondents_at_the_end_too() -> None:
    for signature in ("（汤玲 记者 程远）", "（汤 玲 本报记者 程 远）"):
        first, _ = articles_of("# 河上架新桥", MORE + signature, "# 少儿分馆开馆", NEWS)
        assert first.byline is not None
        assert [(each.name, each.role) for each in first.byline.people] == [
            ("汤玲", "correspondent"),
            ("程远", "reporter"),
        ]


def test_who_stands_where_in_a_picture_signs_nothing() -> None:
    first, _ = articles_of("# 河上架新桥", MORE + "（左二）", "# 少儿分馆开馆", NEWS)

    assert first.byline is None


def test_quotations_under_an_unquoted_headline_are_crossheads_alike() -> None:
    found = articles_of(
        "# 助力双方交往 搭建友谊桥梁",
        NEWS + MORE,
        "## “学好中文，我们的未来不是梦”",
        "歌声从二楼的教室里传出来，唱歌的是初级班的三十二名学员，最小的刚满六岁，歌词抄在黑板上。",
        "## “在外求学让我看到更广阔的世界和更多的路”",
        "在农机站工作的柯蓝就是其中一位。她在邻省读了三年书，回来以后带着村里人修水渠、育秧苗。",
    )

    assert [article.headline for article in found] == ["助力双方交往 搭建友谊桥梁"]


def test_a_headline_about_reporters_is_no_byline() -> None:
    first, second = articles_of("小记者“跑”两会", NEWS, "本报记者 程远 汤玲", "# 少儿分馆开馆", NEWS)

    assert (first.headline, second.headline) == ("小记者“跑”两会", "少儿分馆开馆")
    assert first.byline is not None
    assert "程远" in first.byline.text


def test_the_buttons_of_an_electronic_edition_are_no_story_and_a_bare_number_is_no_button() -> None:
    for line in ("当前版：A4版 上一版 下一版", "3上一篇 下一篇4", "论坛 博客 推荐", "3上一期 版面导航"):
        reading = reading_of(line, "# 少儿分馆开馆", NEWS)
        assert [article.headline for article in reading.articles] == ["少儿分馆开馆"]
        assert reading.articles[0].kicker is None
        assert [(each.kind, each.text) for each in reading.furniture] == [("noise", line)]

    for folio in ("14版", "A14版"):
        assert reading_of(folio, "# 少儿分馆开馆", NEWS).issue.page == folio.removesuffix("版")


def test_who_tells_it_before_a_colon_is_no_headline_by_itself() -> None:
    found = articles_of(
        "# 河上架新桥",
        NEWS,
        "## 热线直击",
        "市民苗女士反映：石灰弄的路灯坏了半个多月，晚上黑咕隆咚，上夜班的人都不敢走，盼着早点修好。",
        "读者田先生反映：快递柜摆在消防通道上，存在安全隐患，物业一直没有挪走，业主们意见很大。",
    )

    assert [article.headline for article in found][1:] == [
        "市民苗女士反映：石灰弄的路灯坏了半个多月",
        "读者田先生反映：快递柜摆在消防通道上",
    ]


def test_of_four_heading_lines_the_two_in_the_middle_are_the_headline() -> None:
    stack = ("# 苗青在石灰弄调研时强调", "# 把童书送进每一条弄堂", "# 让孩子在家门口读上书", "# 田野参加调研")
    (found,) = articles_of(*stack, NEWS, MORE)

    assert (found.kicker, found.headline) == ("苗青在石灰弄调研时强调", "把童书送进每一条弄堂让孩子在家门口读上书")
    assert found.subheads == ("田野参加调研",)


def test_a_series_with_the_number_of_its_part_is_a_kicker() -> None:
    for series in ("“老弄堂”系列报道之二", "老弄堂调查之一"):
        (found,) = articles_of(f"# {series}", "# 少儿分馆开馆以后", NEWS, MORE)
        assert (found.kicker, found.headline, found.rubric) == (series, "少儿分馆开馆以后", None)


def test_a_name_of_both_sides_over_a_headline_is_a_column() -> None:
    for column in ("馆内馆外", "书架上下"):
        (found,) = articles_of(f"# {column}", "# 少儿分馆开馆以后的第一天", NEWS, MORE)
        assert (found.rubric, found.headline) == (column, "少儿分馆开馆以后的第一天")


def test_two_spaces_part_a_signature_or_a_headline_from_the_text_in_its_line() -> None:
    text = "昨天，市图书馆少儿分馆开馆，三万册童书全部由读者捐赠，每一本都贴着捐书人的名字，孩子们排起了队。"
    (signed,) = articles_of("# 少儿分馆开馆以后", f"本报记者 苗 青  {text}", MORE)
    assert signed.byline is not None
    assert [person.name for person in signed.byline.people] == ["苗青"]
    assert texts(signed)[0] == text

    headed = articles_of("# 河上架新桥", NEWS, f"少儿分馆开馆 童书三万册  {text}", MORE)[-1]
    assert headed.heading_lines == ("少儿分馆开馆 童书三万册",)
    assert texts(headed)[0] == text


def test_the_dates_of_a_programme_each_keep_their_line() -> None:
    programme = ("11月4日19:30 越剧《荷塘》 票价60元", "11月11日19:30 音乐会《水谣》 票价80元", "售票电话：5550217")
    (found,) = articles_of("# 青江剧场演出预告", *programme)

    assert tuple(texts(found)) == programme


def test_an_office_that_gave_a_picture_and_words_for_a_tip_are_no_people() -> None:
    found = articles_of("# 少儿分馆开馆", NEWS, MORE, "![](a.jpg)", "孩子们在挑书。（宣传部供图）")
    assert [(photo.credit, photo.people) for each in found for photo in each.photos] == [("宣传部供图", ())]

    for signed in ("（读者 苗先生 报料 记者 田野）", "（市民苗先生报料 记者 田野）"):
        brief = articles_of("# 弄堂里的灯", MORE, f"路灯坏了半个月。{signed}")[0]
        assert brief.byline is not None
        assert [person.name for person in brief.byline.people] == ["田野"]


def test_the_levels_of_a_few_stacks_tell_no_role_against_their_lines() -> None:
    (found,) = articles_of("# 苗青在石灰弄调研时强调", "## 把童书送进每一条弄堂", NEWS, MORE)

    assert (found.kicker, found.headline) == ("苗青在石灰弄调研时强调", "把童书送进每一条弄堂")


def test_a_label_under_a_headline_is_its_column() -> None:
    for label, rubric in (("童书里的\n新生活", "童书里的新生活"), ("书边茶座", "书边茶座")):
        (found,) = articles_of("# 少儿分馆开馆以后", label, NEWS, MORE)
        assert (found.rubric, found.heading_lines) == (rubric, ("少儿分馆开馆以后",))


def test_signed_paragraphs_under_a_photo_with_its_credit_are_briefs() -> None:
    caption = "昨天，石桥镇的菜花开满山坡，游人沿着花田拍照。田 野 摄"
    briefs = ("少儿分馆昨天开馆，三万册童书全部由读者捐赠。（苗 青）", "县剧团下月进山演出二十场，场场免费。（马 文）")
    found = articles_of("# 河上架新桥", NEWS, MORE, "# 满坡菜花", "![](a.jpg)", caption, *briefs)

    assert [article.kind for article in found] == ["article", "photo", "brief", "brief"]


def test_a_sentence_about_reporters_with_a_comma_is_no_signature() -> None:
    below = f"阿杰坐在地上看书。{MORE}"
    (found,) = articles_of("# 少儿分馆开馆", NEWS, "记者昨日看到,初一学生", "![](a.jpg)", below)

    assert found.byline is not None
    assert [person.name for person in found.byline.people] == ["苗青"]
    assert texts(found)[1].startswith("记者昨日看到，初一学生阿杰坐在地上看书。")


def test_the_first_words_of_a_paragraph_over_a_picture_go_on_under_it() -> None:
    below = f"喜的，是屋顶上的小花园。{MORE}{MORE}"
    (found,) = articles_of("# 少儿分馆开馆", NEWS, "比新书更让孩子欢", "![](a.jpg)", below)

    assert texts(found)[1].startswith("比新书更让孩子欢喜的，是屋顶上的小花园。")


def test_who_gives_thanks_or_lost_something_signs_the_notice() -> None:
    thanks = "承蒙各位亲友、老同事前来吊唁，并多方关心照料，在此一并致以衷心的感谢。"
    lost = "本人三月四日在石桥车站丢失蓝色帆布包一只，内有书稿一部，盼拾到者与我联系，定有重谢。"
    found = articles_of("# 致 谢", thanks, "田野率弟妹叩谢", "# 寻物启事", lost, "启事人：马 文", "# 河上架新桥", NEWS)

    assert [article.kind for article in found] == ["notice", "notice", "article"]
    assert [texts(article)[1:] for article in found[:2]] == [["田野率弟妹叩谢"], ["启事人：马 文"]]


def test_the_folio_tells_the_section_without_the_number_and_the_letters_of_the_paper() -> None:
    for folio in ("2 石桥师大报 2012年5月25日 第8期 综合", "3 综合 2014年9月3日 星期三 滨东日报 BINDONG RIBAO"):
        assert reading_of(folio, "# 少儿分馆开馆", NEWS).issue.section == "综合"


def test_a_mark_before_the_name_of_a_box_makes_it_no_less_a_box() -> None:
    (found,) = articles_of("# 少儿分馆开馆", NEWS, MORE, "◎提个醒 童书每次可借十本，借期一个月，周一闭馆。")

    assert [item.type for item in found.body] == ["paragraph", "paragraph", "note"]


def test_a_box_whose_label_stands_on_its_own_line_is_one_note_of_its_story() -> None:
    box = "公共图书馆服务规范规定，少儿阅览室每天开放不少于六小时，寒暑假期间不闭馆，周末照常接待读者。"
    for label in ("# 链接", "编后"):
        found = articles_of("# 少儿分馆开馆", NEWS, MORE, label, box, "# 河上架新桥", NEWS)
        assert [item.type for item in found[0].body] == ["paragraph", "paragraph", "note"]
        assert texts(found[0])[-1] == f"{label.strip('# ')}\n{box}"


def test_headed_items_of_one_paragraph_under_a_rubric_of_briefs_are_its_briefs() -> None:
    items = ("# 县剧团下月进山", "演出二十场，场场免费，首场在石桥镇。", "# 石桥通了夜班车", "末班车晚上十点发车。")
    found = articles_of("# 短波", *items, "# 少儿分馆开馆", NEWS, MORE)

    assert [(article.kind, article.rubric) for article in found] == [("brief", "短波")] * 2 + [("article", None)]


def test_who_wrote_and_who_drew_sign_under_the_headline_and_so_does_a_pen_name_behind_a_mark() -> None:
    essay = "老屋的灶膛里总埋着一只红薯，祖母说火候到了自然会香，急不得，也忘不得，几十年过去我才懂这话。"
    for line, people in (
        ("沈阿庚 文 蒋闻 绘", [("沈阿庚", "author"), ("蒋闻", "illustrator")]),
        ("陆千帆 著", [("陆千帆", "author")]),
        ("●老面", [("老面", "author")]),
    ):
        (found,) = articles_of("# 灶膛里的春天", line, essay, essay)
        assert found.byline is not None
        assert [(person.name, person.role) for person in found.byline.people] == people


def test_a_work_of_art_is_a_picture_with_its_artist_as_credit() -> None:
    found = articles_of("# 少儿分馆开馆", NEWS, MORE, "# 河上架新桥", NEWS, "春水初生（国画） 骆临川")

    assert [(photo.caption, photo.credit) for each in found for photo in each.photos] == [
        ("春水初生（国画）", "骆临川")
    ]


def test_the_lines_of_a_folio_are_folio_though_each_stands_alone() -> None:
    reading = reading_of("# 少儿分馆开馆", NEWS, MORE, "7  \n2014年4月12日  \n星期六")

    assert (reading.issue.page, reading.issue.date) == ("7", "2014-04-12")
    assert len(reading.articles) == 1


def test_a_headline_over_two_lines_stands_under_its_kicker_and_over_who_was_present() -> None:
    for stack, kicker, headline in (
        (
            ("拆掉围墙办书屋 对准孩子选童书", "石桥小学毕业生", "提前半月“订”走新书"),
            0,
            "石桥小学毕业生提前半月“订”走新书",
        ),
        (("市图书馆理事会会议强调", "以更细心思选好童书", "用更久时间开好门"), 0, "以更细心思选好童书用更久时间开好门"),
        (("老城区一万户居民", "告别敲门抄水表"), None, "老城区一万户居民告别敲门抄水表"),
        (("凌晨三点的书屋", "谁点亮了那盏灯？"), None, "凌晨三点的书屋谁点亮了那盏灯？"),
    ):
        (found,) = articles_of(*(f"# {line}" for line in stack), NEWS, MORE)
        assert (found.kicker, found.headline) == (None if kicker is None else stack[kicker], headline)

    (found,) = articles_of("# 苗青在推进会上强调", "# 以实干挺起图书馆脊梁", "# 田野主持会议", NEWS, MORE)
    assert (found.headline, found.subheads) == ("以实干挺起图书馆脊梁", ("田野主持会议",))


def test_the_name_of_an_event_over_what_happened_there_is_a_kicker() -> None:
    (found,) = articles_of("# 女子帆船世界杯分站赛", "# 石桥姑娘收获两银一铜", NEWS, MORE)

    assert (found.kicker, found.headline) == ("女子帆船世界杯分站赛", "石桥姑娘收获两银一铜")


def test_a_text_behind_three_empty_lines_is_the_caption_of_a_picture_that_the_tool_took_out() -> None:
    blocks = ["# 少儿分馆开馆", NEWS, MORE, "# 河上架新桥", NEWS.replace("苗青", "田野"), MORE, "# 石桥通夜班车", NEWS]
    shown = "盛海根在自家小院里翻看旧船板上的诗句。"
    reading = short_pages.reading_of("\n\n".join([*blocks, MORE]) + f"\n\n\n\n{shown}\n\n# 县剧团进山\n\n{NEWS}")

    assert [photo.caption for article in reading.articles for photo in article.photos] == [shown]


def test_a_short_line_over_three_headed_items_of_one_paragraph_is_their_column() -> None:
    items = (
        ("县剧团进山", "首场在石桥镇演出。"),
        ("夜班车通了", "末班车晚上十点发车。"),
        ("新桥封闭半月", "请绕行老桥。"),
    )
    blocks = [block for head, text in items for block in (f"# {head}", f"{text}{MORE}")]
    found = articles_of(
        "# 少儿分馆开馆", NEWS, MORE, "# 石桥街头", *blocks, "# 河上架新桥", NEWS.replace("苗青", "田野"), MORE
    )

    assert [(each.kind, each.rubric) for each in found][1:4] == [("brief", "石桥街头")] * 3
    assert found[-1].rubric is None


def test_a_paragraph_under_a_heading_that_only_a_photographer_signs_is_a_photo() -> None:
    shown = "国庆长假里，少儿分馆前的台阶上摆满了花，孩子们围着花坛写生，过路的人都停下来看。"
    found = articles_of("# 少儿分馆开馆", NEWS, MORE, "# 花开台阶", shown, "本报记者 田 野 摄")

    assert [article.kind for article in found] == ["article", "photo"]
    assert [(photo.caption, photo.credit) for photo in found[1].photos] == [(shown, "本报记者 田 野 摄")]


def test_the_signature_of_an_essay_may_tell_post_trade_or_school_beside_the_name() -> None:
    essay = "老图书馆门前有两棵银杏，一棵结果，一棵不结。先生说，银杏分雌雄，隔得再远，风也会送信。"
    lines = {
        "◎ 2012级汉语言文学专业 车晚晴": "车晚晴",
        "■ 褚良玉（海陵学院讲师）": "褚良玉",
        "岳思琪（银行职员）": "岳思琪",
        "社区记者｜商 陆": "商陆",
    }
    for line, name in lines.items():
        (found,) = articles_of("## 银杏", line, essay, essay.replace("银杏", "老槐树"))

        assert found.byline is not None, line
        assert [person.name for person in found.byline.people] == [name], line


def test_a_place_or_a_trade_before_a_name_in_brackets_is_no_name() -> None:
    for signed in ("（清洼县 孟老根）", "（烹饪师 孟老根）"):
        (found,) = articles_of("## 草木灰拌种", f"我种花生二十来年，出苗时最怕虫，拌上草木灰就不怕了。{signed}")

        assert found.byline is not None
        assert [person.name for person in found.byline.people] == ["孟老根"]


def test_the_author_signs_what_stands_in_a_column() -> None:
    text = "不久前旁听一次宣判，老太太转身问书记员：我到底赢了没有？裁判文书也该说些老百姓听得懂的话。"
    (found,) = articles_of("## 读者来论", "## 判决书少些“天书”气", text, MORE + "（卓群）")

    assert found.rubric == "读者来论"
    assert [person.role for person in found.byline.people] == ["author"]  # type: ignore[union-attr]


def test_a_place_of_the_papers_own_region_needs_no_bracket_behind_it() -> None:
    (found,) = articles_of("## 病险水库摘帽", "本报河嘴讯日前，随着溢洪道最后一仓混凝土浇筑完毕，加固任务全部完成。")

    assert found.dateline is not None
    assert found.dateline.place == "河嘴"
    assert texts(found)[0].startswith("日前，")


def test_a_caption_that_a_tool_took_for_a_heading_is_one() -> None:
    shown = "桂子巷社区的十二位老人昨天收到一份重阳节礼物，小伙子们免费为他们理发。读者 邬思远 摄"
    found = articles_of("## 少儿分馆开馆", NEWS, MORE, f"## {shown}", "## 河上架新桥", NEWS.replace("苗青", "田野"))

    assert [article.headline for article in found if article.kind == "article"] == ["少儿分馆开馆", "河上架新桥"]
    assert [photo.credit for article in found for photo in article.photos] == ["读者 邬思远 摄"]


def test_the_lines_of_one_block_that_tell_date_page_and_paper_are_one_folio() -> None:
    reading = reading_of("## 少儿分馆开馆", NEWS, MORE, "B2 产经  \n2024.3.28 星期四  \n长岸经济导报")

    assert [entry.text for entry in reading.furniture] == ["B2 产经 2024.3.28 星期四 长岸经济导报"]


def test_rows_of_words_with_as_many_cells_are_a_table() -> None:
    rows = ("门诊 周六 地点", "儿童生长发育 全天 妇幼保健院", "青少年心理 停诊 第四医院", "口腔正畸 全天 口腔医院")
    (found,) = articles_of("## 哪些门诊周末也开", "  \n".join(rows))

    assert [item.type for item in found.body] == ["table"]


def test_what_a_doctor_reminds_of_is_a_note_and_not_a_headline_with_the_same_words() -> None:
    reminder = "医生提醒：看书写字每二十分钟抬头看看六米以外的地方，台灯和顶灯同时开，六岁以前建好屈光档案。"
    found = articles_of(
        "## 孩子眯眼看黑板", NEWS, MORE, reminder, "## 医院提醒：红眼病多发", NEWS.replace("苗青", "田野")
    )

    assert [item.type for item in found[0].body][-1] == "note"
    assert found[1].headline == "医院提醒：红眼病多发"


def test_items_of_a_notice_are_notices_and_offers_are_advertisements_by_their_words() -> None:
    found = articles_of(
        "## 球迷看过来",
        "本报举办的竞猜活动第十轮即日起接受报名，剪下本栏寄回编辑部即可参加抽奖。",
        "## 保税仓招租",
        "高标仓六万平方米，层高九米，距码头一公里。",
    )

    assert [(article.kind, article.headline) for article in found] == [
        ("notice", "球迷看过来"),
        ("advert", "保税仓招租"),
    ]


def test_the_name_of_a_column_that_a_tool_read_last_is_a_label() -> None:
    reading = reading_of("## 少儿分馆开馆", NEWS, MORE, "凡人小照", "本版编辑 曲平")

    assert [article.headline for article in reading.articles] == ["少儿分馆开馆"]
    assert "凡人小照" in [entry.text for entry in reading.furniture]


def test_a_name_that_a_tool_marked_under_a_headline_signs() -> None:
    essay = "点灯诱蛾是棉区群众的老办法，花钱少，不污染，可是灯放在哪里、几点开，里头大有讲究。"
    (found,) = articles_of("## 灯下诱虫要讲究", "## 鲁春耕", essay, essay.replace("棉区", "稻区"))

    assert found.headline == "灯下诱虫要讲究"
    assert [person.name for person in found.byline.people] == ["鲁春耕"]  # type: ignore[union-attr]


def test_what_a_reader_calls_about_has_the_reader_in_its_first_words() -> None:
    call = "铁路新村一位老职工来信说，煤气本过户跑了四趟没有办成，究竟要带哪几样手续。（马文）"
    found = articles_of("## 本市短讯", call, "图书馆新增绘本三千册，可借三十天。（田野）")

    assert found[0].headline == "铁路新村一位老职工来信说"


def test_the_heading_of_a_photo_that_a_tool_read_below_its_caption_is_the_photos() -> None:
    shown = "12月2日，望湖县渔鼓剧团的演员在田埂上为收莲藕的农民演出。苗青 摄"
    other = NEWS.replace("苗青", "田野")
    found = articles_of("## 少儿分馆开馆", NEWS, MORE, shown, "## 渔鼓敲到田埂上", "## 河上架新桥", other)

    assert [(article.kind, article.headline) for article in found] == [
        ("article", "少儿分馆开馆"),
        ("photo", "渔鼓敲到田埂上"),
        ("article", "河上架新桥"),
    ]


def test_a_caption_over_all_stories_goes_to_the_one_whose_words_it_has() -> None:
    (found,) = articles_of("少儿分馆的三万册童书全部由读者捐赠。田野摄", "## 少儿分馆开馆", NEWS, MORE)

    assert [photo.credit for photo in found.photos] == ["田野摄"]


def test_two_lines_that_tell_two_acts_of_one_subject_are_one_headline() -> None:
    (found,) = articles_of("## 的哥连敲三十扇门", "## 喊醒整整一栋楼", NEWS, MORE)

    assert found.headline == "的哥连敲三十扇门喊醒整整一栋楼"


def test_a_pen_name_set_wide_signs_under_a_headline_and_at_the_end_of_a_brief() -> None:
    remark = "麦子黄了，会议也熟了，把干部从田头叫到会场，讲的又是重视夏收，岂不是和庄稼开玩笑？"
    comment, *briefs = articles_of(
        *("## 别叫庄稼等会场", "禾 声", remark),
        *("## 短讯", "图书馆新增绘本三千册，可借三十天。（马文）", "河上的新桥下月通车，行人可以先走。", "（邮 讯）"),
    )

    assert [(person.name, person.role) for person in comment.byline.people] == [("禾声", "author")]  # type: ignore[union-attr]
    assert [person.name for person in briefs[-1].byline.people] == ["邮讯"]  # type: ignore[union-attr]


def test_who_signs_stands_behind_office_and_title_or_behind_the_place() -> None:
    hand = "门诊里常有老人问手麻是不是颈椎病，手麻的原因很多，颈椎只是其中的一个。"
    doctor, milk = articles_of(
        *("## 手脚发麻怎么办", "榕坊社区卫生服务中心 主治医师 岳青禾", hand, hand.replace("老人", "姑娘")),
        *("## 送奶工和他的暗号", "文/坊前街 郜 平", MORE),
    )

    assert [person.name for person in doctor.byline.people] == ["岳青禾"]  # type: ignore[union-attr]
    assert [person.name for person in milk.byline.people] == ["郜平"]  # type: ignore[union-attr]


def test_a_letter_is_signed_in_brackets_or_by_one_for_many_and_the_answer_to_it_is_a_note() -> None:
    letter = "编辑同志：村东头的石桥被水冲坏以后停了工，一停就是三年，秋粮要往外拉，四轮车过不去。"
    bus = "我是一名挡车工，每天晚上十点下中班，末班车却是九点五十分，我们只好走回家。"
    first, second = articles_of(
        *("## 乡亲来信", "## 修了三年的桥", letter, "柳条沟村村民 马有仓等十七人", f"回音：{MORE}"),
        *("## 末班车能否等等", bus, "（城东纺织厂 严秋霞）"),
    )

    assert [person.name for person in first.byline.people] == ["马有仓"]  # type: ignore[union-attr]
    assert [item.type for item in first.body] == ["paragraph", "note"]
    assert [person.name for person in second.byline.people] == ["严秋霞"]  # type: ignore[union-attr]


def test_a_name_that_a_tool_ran_on_to_one_set_wide_is_a_name() -> None:
    (found,) = articles_of("## 少儿分馆开馆", f"本报讯 {MORE}", "馆里还办起了故事会，场场坐满。（王 勤高振声）")

    assert [person.name for person in found.byline.people] == ["王勤", "高振声"]  # type: ignore[union-attr]


def test_a_line_of_the_stack_with_a_number_is_no_signature_of_reporters() -> None:
    (found,) = articles_of("## 同样存十万 利息差一截", "## 记者走访13家银行 上浮最高达50%", "商报记者 佟悦", MORE)

    assert found.heading_lines[-1] == "记者走访13家银行 上浮最高达50%"
    assert [person.name for person in found.byline.people] == ["佟悦"]  # type: ignore[union-attr]


def test_three_short_texts_with_nothing_in_common_under_a_short_heading_are_briefs() -> None:
    items = (
        "草甸乡新建的粉条厂从本月十五日起收购马铃薯，每斤九角，当场付现，可上门拉货。",
        "省农科院试种的黑木耳获得成功，每袋产干耳一两二钱，明年春天将在全县推广开来。",
        "外地客商求购柳编果篮三万只，口径八寸，来样订做，交货期一直到春节前的两个星期。",
    )
    found = articles_of("## 少儿分馆开馆", NEWS, "## 致富小耳朵", *items)

    assert [(article.kind, article.rubric) for article in found[1:]] == [("brief", "致富小耳朵")] * 3


def test_paragraphs_of_one_story_under_a_short_heading_are_no_briefs() -> None:
    story = (
        "老周在河边住了四十年，河里的水涨几寸落几寸，他看一眼柳树根就知道，从来不用尺子去量。",
        "那年发大水，老周守着柳树根三天三夜，水一漫过第二道疤，他就敲锣叫全村的人往坡上搬。",
        "柳树根上的疤是老周的爷爷用刀刻的，刻一道疤记一回大水，老周说他这辈子只添过一道。",
    )
    (found,) = articles_of("## 老周看水", *story)

    assert found.headline == "老周看水"


def test_a_thing_over_what_became_of_it_at_a_time_is_one_headline() -> None:
    for lines in (("黎水公路大桥", "昨日胜利合龙"), ("吃窖水的北坡人", "喝上了清亮的深井水")):
        (found,) = articles_of(f"## {lines[0]}", f"## {lines[1]}", NEWS)

        assert found.headline == "".join(lines)


def test_a_plain_line_at_the_head_of_a_page_is_the_kicker_of_a_headline_that_has_a_deck() -> None:
    (found,) = articles_of("全国甲级队联赛昨天战罢", "# 青屿海燕绝杀保级", "终场前两分钟替补小将一锤定音", NEWS)

    assert (found.kicker, found.headline) == ("全国甲级队联赛昨天战罢", "青屿海燕绝杀保级")


def test_a_league_table_under_its_name_stands_by_itself() -> None:
    table = "| 名次 | 球队 | 积分 |\n|---|---|---|\n| 1 | 海燕 | 25 |\n| 2 | 铁流 | 27 |"
    found = articles_of("# 海燕绝杀保级", NEWS, MORE, "甲级队积分榜", table)

    assert [article.headline for article in found] == ["海燕绝杀保级", "甲级队积分榜"]


def test_a_line_of_a_paragraph_that_a_tool_marked_goes_on_with_it() -> None:
    first, marked = "全县共筹集资金一百四十七万元，解决了五十九名中年骨干教", "师的住房问题。尚未兑"
    (found,) = articles_of("# 十件实事兑现八件", NEWS, first, f"#### {marked}", "现的两件正在抓紧。")

    assert texts(found)[-1] == f"{first}{marked}现的两件正在抓紧。"


def test_the_number_of_an_item_is_no_part_of_its_headline() -> None:
    calls = ("- 1. 柳河小区居民反映，空调装上就漏水。（鲁平）", "- 2. 读者反映，充值卡被人抢先使用。（朱茜）")
    found = articles_of("## 少儿分馆开馆", NEWS, "## 投诉直通车", *calls)

    assert found[1].headline.startswith("柳河小区居民反映")


def test_news_below_the_letters_does_not_stand_under_their_rubric() -> None:
    letter = "编辑同志：近来有些过路的人拔渠边的树苗当鞭杆，光是八月下旬就损坏了三百多棵。"
    found = articles_of("读者来信", "树苗不能乱拔", letter, "牛庄护林员 苗得雨", f"新华社北京十七日电 {MORE}{MORE}")

    assert [article.rubric for article in found] == ["读者来信", None]


def test_the_weather_of_a_place_and_a_disclaimer_are_furniture_and_a_folio_may_stand_under_a_notice() -> None:
    reading = reading_of(
        "陵州地区今日天气：多云转阵雨，偏南风三到四级",
        *("## 少儿分馆开馆", NEWS, MORE, "本版观点仅供参考 投资风险自担"),
        *("停电公告", "因线路检修，定于十月二十六日停电一天，不便之处，敬请谅解。", "国网望洲区供电公司"),
        "今日望洲 综合新闻 2版 2021年10月22日 星期五",
    )

    assert [entry.kind for entry in reading.furniture] == ["weather", "label", "folio"]
    assert (reading.issue.page, reading.issue.publication) == ("2", "今日望洲")


def test_reporters_with_whom_a_sentence_begins_sign_and_stay_in_it() -> None:
    text = "记者江世杰、王政从全市图书馆会议获悉：到明年底，每个街道都有一座图书馆。"
    (found,) = articles_of("# 少儿分馆开馆", f"本报讯{text}")
    (plain,) = articles_of("# 少儿分馆开馆", "本报讯记者昨日从图书馆获悉：到明年底，每个街道都有一座图书馆。")

    assert [person.name for person in found.byline.people] == ["江世杰", "王政"]  # type: ignore[union-attr]
    assert texts(found) == [text]
    assert plain.byline is not None
    assert plain.byline.people == ()


def test_telegrams_from_three_places_under_a_short_heading_are_briefs() -> None:
    wires = [f"【新华社{place}十三日电】{MORE}" for place in ("龙须口", "铜梁关", "海门港")]
    found = articles_of("少儿分馆开馆", NEWS, "工地电报", *wires)

    assert [article.rubric for article in found] == [None, *["工地电报"] * 3]


def test_the_rubric_of_briefs_in_two_lines_is_no_label_of_the_picture_above_it() -> None:
    shown = "10月22日，红旗镇农民在晾晒刚刚采摘的辣椒，今年这里种植辣椒一万三千亩。苗青 摄"
    items = ("农村公路改造工程全面竣工，新修水泥路面八十公里。", "首届核桃采摘节在黑石沟村开幕，为期整整十天。")
    found = articles_of("## 少儿分馆开馆", NEWS, MORE, shown, "县区  \n短波", *items)

    assert [(article.kind, article.rubric) for article in found[1:]] == [("photo", None), *[("brief", "县区短波")] * 2]


@pytest.mark.parametrize(
    "blocks", [("□记者 成湘 文/图 ",), ("文/图 本报记者 成湘 ",), ("成 湘 文/图\n\n",)], ids=["mark", "first", "line"]
)
def test_who_wrote_and_took_the_pictures_signs_before_the_first_words(blocks: tuple[str]) -> None:
    text = "凌晨五点，苗铁柱把两只邮包捆上后座，用手电照了照轮胎，沿着河边的土路往山里骑去。"
    (found,) = articles_of("# 雪线上的邮差", blocks[0] + text, MORE)

    assert [person.role for person in found.byline.people] == ["author", "photographer"]  # type: ignore[union-attr]
    assert texts(found)[0] == text


def test_questions_of_readers_share_the_name_of_their_column() -> None:
    asked = "问：左胳膊138，右胳膊152，到底该信哪一边？答：两臂有差别很正常，以高的一侧为准。"
    other = "问：我六十五岁，每天吃三克三七粉，还能不能再吃阿司匹林？答：两样一起吃容易出血，先停一样。"
    found = articles_of("坐堂问诊", "## 血压计听谁的", asked, "## 三七粉怎么吃", other, "## 少儿分馆开馆", NEWS)

    assert [article.rubric for article in found] == ["坐堂问诊", "坐堂问诊", None]


def test_an_unmarked_word_over_a_longer_headline_is_a_column() -> None:
    remark = "我这番意见，不知房管所的同志以为如何？想来，他们又要研究研究了，研究到哪一天呢？"
    (found,) = articles_of("灯下谈", "说说“研究研究”", "司马钝", remark)

    assert (found.rubric, found.headline) == ("灯下谈", "说说“研究研究”")


def test_news_that_a_reporter_signs_below_the_letters_does_not_stand_under_their_rubric() -> None:
    letter = "编辑同志：门口存车处的老太太要收五分钱，而牌子上明明写着收两分。"
    found = articles_of(
        *("读者来信", "存车处岂能见风涨", letter, "（市毛巾厂 石小岩）"),
        *("## 养蟋蟀也要登记", MORE, "本报记者 古一楠"),
    )

    assert [article.rubric for article in found] == ["读者来信", None]


def test_the_name_of_a_column_of_four_characters_signs_nothing() -> None:
    found = articles_of("## 少儿分馆开馆", NEWS, MORE, "农时门诊", "## 水稻秧苗发黄先别急着追肥", MORE)

    assert [article.byline.text if article.byline else "" for article in found] == ["本报讯（记者 苗青）", ""]


def test_several_people_sign_behind_one_office() -> None:
    (found,) = articles_of("## 旱塬种上藜麦", f"本报讯 {MORE}", "（驼岭县委宣传部 邬小兵 柏秀）")

    assert [person.name for person in found.byline.people] == ["邬小兵", "柏秀"]  # type: ignore[union-attr]


def test_lines_set_wide_are_closed_up() -> None:
    essay = "祖父留下的物件不多，一杆秤算一件，秤杆是枣木的，包浆厚得像涂了蜜。"
    (found,) = articles_of("祖 父 的 秤", "□　宁　远", essay, essay.replace("祖父", "父亲"))

    assert found.headline == "祖父的秤"


def test_the_lines_of_a_heading_stack_in_one_block_are_apart() -> None:
    stack = "抢抓机遇 再谋合作\n赵国强率团赴深圳考察招商\n签约项目七个 总投资二十三亿元"
    (found,) = articles_of(stack, NEWS, MORE)

    assert found.heading_lines == tuple(stack.split("\n"))
    assert found.headline == "赵国强率团赴深圳考察招商"


def test_the_weather_under_its_name_is_furniture() -> None:
    reading = reading_of("天气预报\n今天多云转晴，东北风3级，最高气温12℃。", "## 少儿分馆开馆", NEWS, MORE)

    assert [article.headline for article in reading.articles] == ["少儿分馆开馆"]
    assert {entry.kind for entry in reading.furniture} == {"weather"}


def test_a_printed_line_that_a_tool_marked_is_of_its_paragraph() -> None:
    lines = (
        "团地委和林业局联合发起植树活动，过去这一带\n青年结婚讲究三十六条腿，一桌酒席少说也要八\n十元。",
        "#### 老岳说：“不是我教得好，是这孩子耐得住。”",
        "“行长”白晓鸥这样介绍旧书银行的办法，存一本\n书，发一张存折，可以取走一本等值的书。",
        "#### 有人说，不是要混，是没有伯乐。这话有几",
        "分道理，却不全对，千里马总得先跑起来，别人才\n看得出它是千里马；倘若终日卧槽，便是伯乐打门\n前走过，也只当驴子。",
    )
    (found,) = articles_of("#### 二百名栽树新郎", *lines)

    assert [item.type for item in found.body] == ["paragraph"] * 4
    assert "这话有几分道理" in texts(found)[-1]


def test_the_answer_to_a_signed_letter_leaves_it_a_text() -> None:
    letter = "编辑同志：我去年高考差四分落榜，瞒着父母插班复读。我很想回家说实话，又怕父亲伤心。我该怎么办？"
    (found,) = articles_of("知心信箱", "## 该不该告诉家里", letter, "永定县　方　石", f"编者答：{MORE}")

    assert found.subheads == ()
    assert texts(found)[0] == letter


def test_what_came_is_named_on_the_next_line_of_the_headline() -> None:
    (found,) = articles_of("#### 北坡林场来了", "#### 二百名“栽树新郎”", NEWS, MORE)

    assert found.headline == "北坡林场来了二百名“栽树新郎”"


def test_a_headline_that_ends_in_a_school_is_no_signature_of_one() -> None:
    braille = "市图书馆向特殊教育学校捐赠盲文图书六百册，馆员定期上门辅导学生使用听书机。"
    found = articles_of(
        *("## 科教微讯", "农民夜校开讲短视频", MORE, "两项成果获省科技奖", braille.replace("图书馆", "科技馆")),
        *("盲文图书走进特教学校", braille),
    )

    assert [article.headline for article in found][-1] == "盲文图书走进特教学校"
    assert {(article.kind, article.rubric) for article in found} == {("brief", "科教微讯")}
