"""Conventions of papers of mainland China, each on a page that is cut down to it."""

from __future__ import annotations

from newsarchive.articles import read
from newsarchive.articles.record import Article, Reading
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source

NEWS = "本报讯（记者 苗青）市图书馆少儿分馆昨天开馆，三万册童书全部由读者捐赠，每一本都贴着捐书人的名字。"
MORE = "分馆馆长柳枝说，捐书的读者里年纪最大的八十九岁，最小的刚上幼儿园。"


def reading_of(*blocks: str) -> Reading:
    return read(to_source("page.txt", "\n\n".join(blocks).encode(), SourceFolder(folder=".")))


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


def test_the_number_in_a_series_tells_a_rubric() -> None:
    (found,) = articles_of("# 集群化发展调查之一", "# 一根光缆“拉”出百亿产业", NEWS)

    assert (found.rubric, found.headline) == ("集群化发展调查之一", "一根光缆“拉”出百亿产业")
