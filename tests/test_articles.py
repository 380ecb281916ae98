"""Articles: what a newspaper reader sees, one convention a test. Whole pages are in `corpus/`."""

from __future__ import annotations

import pytest

from newsarchive.articles import read_with_labels
from newsarchive.articles.folio import page_number, read_folio
from newsarchive.articles.headings.chinese import chinese_roles
from newsarchive.articles.headings.roles import HIGH, LOW, MEDIUM
from newsarchive.articles.language import detect
from newsarchive.articles.names import han_people, split_names
from newsarchive.articles.patterns import patterns
from newsarchive.articles.punctuation import restore
from newsarchive.articles.record import Article
from newsarchive.config import SourceFolder
from newsarchive.sources import to_source
from tests.short_pages import reading_of

LEAD = "昨天,全市六百二十一所中小学校迎来新学期,约三十二万名学生分批返校,各校普遍采取错时入校、分散就餐等措施。"


def only(text: str) -> Article:
    (article,) = reading_of(text).articles
    return article


def people(article: Article) -> list[tuple[str, str]]:
    assert article.byline is not None
    return [(person.name, person.role) for person in article.byline.people]


# Signatures


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("本报讯(姜小莉 记者 朱梦琪)", [("姜小莉", "correspondent"), ("朱梦琪", "reporter")]),
        (
            "晚报讯（记者邬静通讯员狄青云麻小东）",
            [("邬静", "reporter"), ("狄青云", "correspondent"), ("麻小东", "correspondent")],
        ),
        ("本报讯(通讯员 江小渔)", [("江小渔", "correspondent")]),
    ],
)
def test_names_and_roles_stand_before_the_first_sentence(signature: str, expected: list[tuple[str, str]]) -> None:
    article = only(f"## 全市中小学昨天开学\n\n{signature}{LEAD}")

    assert people(article) == expected
    assert article.byline is not None
    assert article.byline.text == signature
    assert article.body[0].text.startswith("昨天，全市")


def test_a_dateline_tells_place_and_day_and_its_agency_signs() -> None:
    article = only(f"2018年11月24日 星期六 第1版\n\n## 标题在这里写\n\n新华社北陵11月23日电　{LEAD}")

    assert article.dateline is not None
    assert (article.dateline.text, article.dateline.place, article.dateline.date) == (
        "新华社北陵11月23日电",
        "北陵",
        "2018-11-23",
    )
    assert article.byline is not None
    assert (article.byline.text, article.byline.people, article.byline.agency) == ("新华社", (), "新华社")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("于 洋 侯 缜", ["于洋", "侯缜"]),
        ("张鹏董冠男高梓健", ["张鹏", "董冠男", "高梓健"]),
        ("史自强 梁子栋", ["史自强", "梁子栋"]),
        ("欧阳彬、司徒晚", ["欧阳彬", "司徒晚"]),
    ],
)
def test_spaced_names_are_joined_and_names_that_run_together_are_cut(text: str, names: list[str]) -> None:
    assert split_names(text) == names


def test_a_role_word_may_follow_the_names() -> None:
    signed = han_people("本报记者  罗艾桦文  陈北跑摄", patterns(("zh-Hans",)), "reporter")

    assert [(person.name, person.role) for person in signed] == [("罗艾桦", "author"), ("陈北跑", "photographer")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By JANE SMITH", "JANE SMITH"),
        ("Von Jasper Kröll", "Jasper Kröll"),
        ("Par Hélène Daubrac", "Hélène Daubrac"),
        ("Di Marco Santelli", "Marco Santelli"),
        ("Av Ingrid Solhaug", "Ingrid Solhaug"),
    ],
)
def test_the_papers_of_the_west_sign_under_the_headline(line: str, name: str) -> None:
    words = {
        "By": "the and of in was",
        "Von": "der und die das nicht",
        "Par": "les des est dans pour",
        "Di": "il che della con è",
    }
    text = (words.get(line.split()[0], "og på av ikke det som er") + " ") * 8
    article = only(f"# Night sleeper returns\n\n{line}\n\nXyz {text}and so on.")

    assert [found for found, _ in people(article)] == [name]


# Headlines


@pytest.mark.parametrize(
    ("lines", "headline", "confidence"),
    [
        (["永不停转的“激光陀螺”", "——追记一位教授"], 0, HIGH),
        (["全国机关事务工作会议举行——", "坚决落实过紧日子要求"], 1, HIGH),
        (["李书记主持召开会议强调", "推动能源生产消费转型升级"], 1, HIGH),
        (["深化合作 常来常新", "2023常州·深圳开放创新合作交流大会举行"], 1, LOW),
        (["盛蕾带队赴深圳开展合成生物产业专题交流对接", "携手锚定新产业 合作开拓新赛道"], 1, MEDIUM),
    ],
)
def test_marks_and_verbs_tell_the_headline_of_a_stack(lines: list[str], headline: int, confidence: float) -> None:
    roles = chinese_roles(lines, patterns(("zh-Hans",)))

    assert roles.headline == (headline,)
    assert roles.confidence == confidence


def test_the_highest_level_of_a_stack_is_the_headline() -> None:
    article = only(f"## 站在新的起点\n\n# 市委全会召开\n\n## 韦长河讲话\n\n本报讯(记者 沈知秋){LEAD}")

    assert (article.kicker, article.headline, article.subheads) == ("站在新的起点", "市委全会召开", ("韦长河讲话",))


def test_a_story_without_a_heading_takes_its_first_clause() -> None:
    article = only(f"本报讯(记者 闻静){LEAD}")

    assert article.headline == "昨天，全市六百二十一所中小学校迎来新学期"
    assert article.heading_lines == ()


# Bodies


def test_a_sentence_runs_on_across_a_picture_and_its_caption() -> None:
    article = only(
        f"## 全市中小学昨天开学\n\n本报讯(记者 朱梦琪){LEAD}\n\n在实验小学,一年级新生每人领到一粒\n\n![](1.jpg)\n"
        "图为新生领到种子。程远 摄\n\n种子,老师告诉他们,六年后毕业时,要把种出来的第一朵花带来。"
    )

    assert article.body[1].text.startswith("在实验小学，一年级新生每人领到一粒种子，老师")
    assert article.body[1].lines == ((5, 5), (10, 10))
    assert (article.photos[0].caption, article.photos[0].credit) == ("图为新生领到种子。", "程远 摄")


def test_a_hyphen_at_the_end_of_a_line_falls_away_and_is_listed() -> None:
    reading = reading_of(
        "# The river rose\n\nThe mail coach from Pellham attempted the ford on Friday and both pas-\n\n"
        "sengers were got out by means of a rope, said the guard, who had the bags."
    )

    assert "both passengers were" in reading.articles[0].body[0].text
    assert [entry.kind for entry in reading.furniture] == ["hyphen"]


def test_a_jump_line_at_the_end_of_a_sentence_is_furniture() -> None:
    reading = reading_of(f"## 全市中小学昨天开学\n\n本报讯(记者 朱梦琪){LEAD}(下转第二版)")

    assert reading.articles[0].jump is not None
    assert (reading.articles[0].jump.direction, reading.articles[0].jump.page) == ("to", "2")
    assert [(entry.kind, entry.text) for entry in reading.furniture] == [("jump", "(下转第二版)")]


def test_a_heading_in_the_middle_of_a_sentence_begins_no_story() -> None:
    article = only(f"# 学校门口为什么又堵了\n\n本报讯(记者 麦冬){LEAD[:-9]}\n\n## 怎么办\n\n{LEAD[-9:]}")

    assert [item.type for item in article.body] == ["paragraph", "crosshead", "paragraph"]


# Punctuation


@pytest.mark.parametrize(
    ("raw", "restored"),
    [
        ("发展,选择;好?", "发展，选择；好？"),
        ("森瑞斯生物科技(深圳)有限公司", "森瑞斯生物科技（深圳）有限公司"),
        ("总投资1,000元,每天10:30开门", "总投资1,000元，每天10:30开门"),
        ("零下2℃,200多名冬泳者下水", "零下2℃，200多名冬泳者下水"),
        ("见 http://a.example/b,c?d 网站", "见 http://a.example/b,c?d 网站"),
        ("电话:(09)555-0142", "电话：(09)555-0142"),
        ("10 月 9 日清晨,停航 11 年的渡轮", "10月9日清晨，停航11年的渡轮"),
        ("a, b; c", "a, b; c"),
    ],
)
def test_full_width_is_restored_where_the_script_calls_for_it(raw: str, restored: str) -> None:
    assert restore(raw) == restored


# The page


@pytest.mark.parametrize(
    ("line", "date", "page", "section"),
    [
        ("2015年1月19日 星期一 第7版：社区", "2015-01-19", "7", "社区"),
        ("A12 2022.9.8　星期四　民生　责编 于慧", "2022-09-08", "A12", "民生"),
        ("第02版:要闻", None, "2", "要闻"),
    ],
)
def test_a_folio_line_tells_date_page_and_section(line: str, date: str | None, page: str, section: str) -> None:
    folio, _ = read_folio(line, patterns(("zh-Hans",)))

    assert (folio.date, folio.page, folio.section) == (date, page, section)


@pytest.mark.parametrize(
    ("printed", "page"), [("二", "2"), ("十二", "12"), ("０２", "2"), ("a03", "A3"), ("second", "2")]
)
def test_page_numbers_have_one_form(printed: str, page: str) -> None:
    assert page_number(printed, patterns(("en",))) == page


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("这个城市的经济发展很快，机关和学校都来了", "zh-Hans"),
        ("這個城市的經濟發展很快，機關和學校都來了", "zh-Hant"),
        ("県内の下水道管のうち三割が耐用年数を超える", "ja"),
        ("해송시가 내년부터 시내버스 준공영제를 시행한다", "ko"),
        ("The river has been rising since daybreak and it is not over", "en"),
        ("Der Fluss ist seit gestern nicht mehr zu sehen und das Wasser steigt", "de"),
    ],
)
def test_the_language_is_told_by_script_and_by_small_words(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_vision_models_own_words_are_no_story() -> None:
    reading = reading_of(
        f"## 全市中小学昨天开学\n\n本报讯(记者 朱梦琪){LEAD}\n\nI'm sorry, but I can't read the text in this image."
    )

    assert [entry.kind for entry in reading.furniture] == ["refusal"]
    assert "refusal" in [problem.code for problem in reading.problems]


def test_a_page_of_furniture_alone_says_so() -> None:
    reading = reading_of("2015年1月19日 星期一 第7版：社区\n\n编辑:王学钧 美编:宫照阳")

    assert reading.articles == ()
    assert "no-articles" in [problem.code for problem in reading.problems]


def test_each_part_of_a_page_can_say_what_it_was_taken_for_and_why() -> None:
    _, rows = read_with_labels(to_source("page.txt", f"## 标题\n\n{LEAD}".encode(), SourceFolder(folder=".")))

    assert [(row.lines, row.label, row.rule) for row in rows] == [
        ((1, 1), "heading", "heading"),
        ((3, 3), "text", "running-text"),
    ]


def test_front_matter_names_the_issue_and_the_lines_still_count_from_the_file() -> None:
    reading = reading_of(f"---\ndate: 2019-03-08\npage: 2\n---\n\n## 全市中小学昨天开学\n\n{LEAD}")

    assert (reading.issue.date, reading.issue.page) == ("2019-03-08", "2")
    assert reading.issue.evidence["date"] == "front-matter"
    assert reading.articles[0].lines == (6, 8)


def test_a_sentence_that_a_reader_repeats_is_kept_once() -> None:
    reading = reading_of(
        f"## 全市中小学昨天开学\n\n本报讯(记者 朱梦琪){LEAD}设置临时泊位九百个。" + "设置临时泊位九百个。" * 3
    )

    assert reading.articles[0].body[0].text.endswith("等措施。设置临时泊位九百个。")
    assert [(entry.kind, entry.text) for entry in reading.furniture] == [("loop", "设置临时泊位九百个。" * 3)]


# A picture in the middle of a paragraph


def test_a_text_under_a_picture_that_begins_in_lower_case_goes_on_with_the_paragraph_above() -> None:
    article = only(
        "# Ferry stays in harbour\n\nBy JANE SMITH\n\nThe old ferry stayed in the harbour all day because its cap-\n\n"
        "![](images/1.jpg)  \n\ntain had taken the wheel home, the company said on Friday.\n"
    )

    assert [item.text for item in article.body] == [
        "The old ferry stayed in the harbour all day because its captain had taken the wheel home, the company said "
        "on Friday."
    ]
    assert [photo.caption for photo in article.photos] == [None]


def test_a_chinese_text_under_a_picture_that_closes_the_quotation_above_is_no_caption() -> None:
    article = only(
        "# 渡船停航一天\n\n本报讯(记者 朱梦琪)昨天,渡口的老船长说:“船舵被人带回了家,我们只好\n\n"
        "![](images/1.jpg)\n\n"
        "等他送回来。”渡船停了整整一天,两岸的居民绕道石桥,多走了六里路。\n\n今天清晨,渡船恢复航行。\n"
    )

    assert [photo.caption for photo in article.photos] == [None]
    assert article.body[0].text.endswith("只好等他送回来。”渡船停了整整一天，两岸的居民绕道石桥，多走了六里路。")


def test_a_caption_in_the_middle_of_a_paragraph_stays_a_caption() -> None:
    article = only(
        "# Ferry stays in harbour\n\nBy JANE SMITH\n\nThe old ferry stayed in the harbour all day because its\n\n"
        "![](images/1.jpg)  \nThe ferry at its berth on Friday.\n\ncaptain had taken the wheel home, they said.\n"
    )

    assert [photo.caption for photo in article.photos] == ["The ferry at its berth on Friday."]
    assert len(article.body) == 1


def test_a_word_that_a_picture_cut_in_two_tells_that_its_text_goes_on_under_the_picture() -> None:
    reading = reading_of(
        f"## 全市中小学昨天开学\n\n{LEAD}\n\n镇里说，缺口是采茶工。发展这一产业，是培育新质生产力的重\n\n"
        "![](images/1.jpg)\n\n要方向，也是农民的期盼。\n\n茶园有三万多亩，每年清明前后最忙，去年也一样。"
    )

    assert "生产力的重要方向，也是农民的期盼。" in reading.articles[0].body[-2].text
    assert reading.articles[0].photos[0].caption is None


def test_a_word_that_goes_on_below_tells_that_the_text_under_the_picture_is_its_caption() -> None:
    reading = reading_of(
        f"## 全市中小学昨天开学\n\n{LEAD}\n\n镇里说，缺口是采茶工。发展这一产业，是培育新质生产力的重\n\n"
        "![](images/1.jpg)\n\n采茶工人在青石岭茶园里忙碌，山下是新修的公路和停车场。\n\n要方向，也是农民的期盼。"
    )

    assert reading.articles[0].photos[0].caption == "采茶工人在青石岭茶园里忙碌，山下是新修的公路和停车场。"
    assert reading.articles[0].body[-1].text.endswith("生产力的重要方向，也是农民的期盼。")


def test_a_title_at_the_end_of_a_line_ends_no_sentence() -> None:
    reading = reading_of(
        "# A balloonist in a pear tree\n\nThe fair was opened on Friday by the mayor and by Prof.\n\n"
        "Leopold Zanetti, the aeronaut, who rose from the ground at noon and was found in a tree."
    )

    assert len(reading.articles[0].body) == 1


def test_a_short_line_ends_a_paragraph_where_an_old_paper_sets_no_stops() -> None:
    lines = (
        "一日夜半より本縣南岸を襲ひたる",
        "暴風雨は益々猛威を逞しうし漁船",
        "は歸港せず家族は濱邊に焚火して",
        "夫子の安否を氣遣ひつゝあり",
        "午前三時頃燈臺の電線切斷し灯り",
        "全く消えたるを以て町の青年團は",
        "寺の半鐘を打ち續け之を目當てに",
        "十七隻は入港せり",
    )
    reading = reading_of("## 暴風雨名古濱を襲ふ\n\n" + "\n".join(lines))

    assert [item.text[-4:] for item in reading.articles[0].body] == ["つゝあり", "入港せり"]


def test_lines_that_a_tool_took_for_headings_go_on_with_the_text_above_a_page_marker() -> None:
    reading = reading_of(
        "## 村里办起酿造社\n\n她建议班员将醋分成两种，一种做菜，一种加水来喝，\n剩下的果渣还可以再拿\n"
        "<!-- 第 4 页 -->\n"
        "#### 去晒干以后当肥料用，不花\n#### 一分钱。\n村里预计明年成立酿造社。"
    )

    assert reading.articles[0].body[0].text.endswith("剩下的果渣还可以再拿去晒干以后当肥料用，不花一分钱。")


def test_a_line_at_the_margin_between_two_indented_paragraphs_is_a_heading() -> None:
    reading = reading_of(
        "国境の橋　二十年ぶり往来\n　内戦で分断された連邦と自治州を結ぶ石橋が十三日、\n"
        "二十年ぶりに歩行者に開放され、家族が抱き合った。\n元首相に禁錮四年　公共工事巡り収賄\n"
        "　南洋の島国の最高裁は十三日、港湾工事の発注をめぐり\n元首相に禁錮四年の判決を言い渡した。"
    )

    assert reading.articles[-1].headline == "元首相に禁錮四年　公共工事巡り収賄"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "「統計では人の見落とし",
            "より少ない。だが、機械の失敗は人の想像しにくい形で起きる。島の人が怖がる感覚を技術者は大切にする」",
        ),
        (
            "会議の委員を務める海事法",
            "の専門家は「責任の所在が曖昧なまま保険だけが先に整うと、事故の教訓が共有されなくなる」と懸念する。",
        ),
    ],
)
def test_the_first_half_of_a_sentence_is_no_crosshead(first: str, second: str) -> None:
    text = "会議は十三日に開かれ、保険と責任のあり方について二時間あまり話し合った。次の会議は来月に開かれる予定だ。"
    reading = reading_of(f"## 無人船の保険、来月に再び協議\n\n{text}\n\n{first}\n\n{second}")

    assert [item.type for item in reading.articles[0].body] == ["paragraph", "paragraph"]


def test_a_first_line_that_ends_in_a_comma_and_goes_on_in_lower_case_is_no_salutation() -> None:
    reading = reading_of(
        "# Footbridge eleven feet too long\n\nThe new footbridge over Cutter Creek,\n\n"
        "opened with a band and a blessing in April, is eleven feet longer than the creek is wide."
    )

    assert len(reading.articles[0].body) == 1


def test_a_folio_line_between_the_halves_of_a_paragraph_is_taken_out_where_no_line_is_empty() -> None:
    lines = [f"　　第{n}项工作昨天在石堰县召开会议作了部署，与会人员逐项讨论。" for n in "一二三四五六七八九"]
    reading = reading_of(
        "\n".join(["春耕备耕工作推进会召开", "本报讯（记者 朱梦琪）会议昨天上午在石堰县召开。", *lines])
        + "\n　　汀北县农场技术员谈：去年我县棉花减产，一个重要原因是播得迟、行距宽，行距由二尺缩小到一尺\n"
        "1955年3月21日 星期一 第2版\n六寸的，每亩多收二十四斤。"
    )

    assert reading.articles[0].body[-1].text.endswith("行距由二尺缩小到一尺六寸的，每亩多收二十四斤。")
    assert [entry.kind for entry in reading.furniture] == ["folio"]


def test_a_jump_line_takes_its_bracket_along() -> None:
    reading = reading_of(
        "# 나침반, 70년 만에 고향으로\n\n"
        "은해만에서 침몰한 화물선 선장의 나침반이 고향 노을포로 돌아왔다고 시가 밝혔다.(▶14면에 계속)"
    )

    assert reading.articles[0].body[-1].text.endswith("밝혔다.")
    assert [entry.text for entry in reading.furniture] == ["(▶14면에 계속)"]


def test_a_line_that_does_not_fill_its_column_stands_over_the_text_below() -> None:
    column = (
        "本市各中小学校昨天迎来新学期，三十余万名",
        "学生分批返校，各校采取错时入校的办法，家",
        "长在校门口排队等候，秩序井然。市教育局说",
        "明天起全部学校恢复正常的作息时间和课程。",
    )
    second = (
        "石堰县昨天召开春耕备耕工作推进会，对今年",
        "粮食生产作出部署，要求各乡镇把种子和化肥",
        "送到田间地头，确保不误农时。会议还表彰了",
        "去年的十位种粮大户，每户得到一台插秧机。",
    )
    reading = reading_of("\n".join(["全市中小学昨天开学", *column, "石堰县部署春耕备耕要求不误农时", *second]))

    assert [article.headline for article in reading.articles] == [
        "全市中小学昨天开学",
        "石堰县部署春耕备耕要求不误农时",
    ]


def test_the_last_of_the_lines_taken_for_headings_may_be_one() -> None:
    lines = ("长女说父亲一生沉默寡言，", "他的字迹比他的声音更早和我", "们见面。她昨天也来了。免费", "入场。")
    reading = reading_of(
        "## 三十六年的日记公开\n\n　町立资料馆昨天公开了最后一任灯塔管理员三十六年的日记。\n"
        + "".join(f"#### {line}\n" for line in (*lines, "最后的梯田插秧"))
        + "　山里的梯田昨天最后一次插秧，今年只剩七块田有水。\n农户平均年龄八十二岁，本季以后就要停耕。"
    )

    headings = {article.headline for article in reading.articles}
    headings |= {item.text for article in reading.articles for item in article.body if item.type == "crosshead"}
    assert "最后的梯田插秧" in headings


def test_a_heading_under_a_jump_line_does_not_go_on_with_the_text_above_it() -> None:
    reading = reading_of(
        "# 島の定期船、無人で運航へ\n\n診療所の看護師は「夕方の便が戻れば助かる」と期待する。"
        "一方、島の漁協には、＝3面に続く\n\n# 県庁舎の設計図　国宝級の襖から発見\n\n"
        "名古浜市の旧家で修復中のふすまの下張りから、県庁舎の設計図が見つかった。"
    )

    assert [article.headline for article in reading.articles][1:] == ["県庁舎の設計図　国宝級の襖から発見"]
