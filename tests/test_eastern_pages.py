"""Pages of Japan, Korea, Taiwan and Hong Kong, in short: what a reader finds on them. Whole pages are in `corpus/`."""

from __future__ import annotations

import pytest

from newsarchive.articles.headings.roles import Roles
from newsarchive.articles.headings.traditional import traditional_roles
from newsarchive.articles.labels import unmarked_kana_hangul
from newsarchive.articles.names import people_in_parts
from newsarchive.articles.patterns import patterns
from newsarchive.articles.record import Article
from tests.short_pages import articles, reading_of

JA = (
    "瀬浜市は十三日、旧港の倉庫を市民の工房に改める計画を発表した。壁と屋根を補強し、木工と染め物の作業場を三つ設ける。"
    "来年四月に開き、使用料は半日三百円とする。"
)
JA_MORE = "市は去年から住民の意見を聴いてきた。倉庫は昭和の初めに建てられ、長く塩を納めていたが、この十年は空いていた。"
KO = (
    "나루시는 13일 옛 소금 창고를 시민 공방으로 바꾸는 계획을 내놓았다. 벽과 지붕을 고치고 목공과 염색 작업장 셋을 "
    "만든다. 내년 4월에 열며 사용료는 반나절에 3000원이다."
)
KO_MORE = "창고는 1930년대에 지어져 오랫동안 소금을 쌓아 두던 곳이다. 최근 10년은 비어 있었고 지붕이 내려앉기도 했다."
HANT = (
    "溪尾鎮公所昨天宣布，將把舊鹽倉改為鎮民工坊，補強牆面與屋頂，設置木工及染布三間作業室，明年四月啟用，"
    "半天收費一百元，學生減半。"
)
HANT_MORE = "鹽倉建於昭和初年，閒置已有十年，屋頂一度塌陷。鎮長說，經費一千二百萬元由縣府補助七成，其餘自籌。"


def paragraphs(article: Article) -> list[str]:
    return [item.text for item in article.body if item.type == "paragraph"]


# Taiwan and Hong Kong


def roles(*lines: str) -> tuple[str | None, str, tuple[str, ...]]:
    found: Roles = traditional_roles(lines, patterns(("zh-Hant",)))
    kicker = "".join(lines[at] for at in found.kicker)
    return kicker or None, "".join(lines[at] for at in found.headline), tuple(lines[at] for at in found.subheads)


def test_one_clause_over_two_is_a_kicker() -> None:
    assert roles("圖書館週日延長開放", "讀到深夜 末班公車等你") == ("圖書館週日延長開放", "讀到深夜 末班公車等你", ())


def test_a_very_short_first_line_is_the_headline() -> None:
    assert roles("市場失火", "攤販連夜搶救貨物") == (None, "市場失火", ("攤販連夜搶救貨物",))


def test_two_clauses_in_which_somebody_speaks_are_a_subhead() -> None:
    assert roles("舊橋封閉居民繞路半年", "學童清晨五點出門 縣府：等預算") == (
        None,
        "舊橋封閉居民繞路半年",
        ("學童清晨五點出門 縣府：等預算",),
    )


def test_a_word_or_two_over_two_lines_is_a_kicker() -> None:
    assert roles("市場大火", "攤商連夜搶救貨物", "消防栓無水 延誤半小時")[0] == "市場大火"


def test_an_occasion_stands_over_the_headline() -> None:
    assert roles("縣運游泳預賽", "本鎮小將破大會") == ("縣運游泳預賽", "本鎮小將破大會", ())


@pytest.mark.parametrize(
    "rows",
    [
        ("休旅車為避野狗", "失控撞進雜貨店"),
        ("溪尾圳清淤工程", "今年底前完工"),
    ],
)
def test_short_lines_of_one_length_are_one_headline_in_two_rows(rows: tuple[str, str]) -> None:
    assert roles(*rows) == (None, "".join(rows), ())


def test_a_line_whose_clause_is_whole_is_no_row_of_a_headline() -> None:
    assert roles("渡口涼亭倒塌", "幸逢週日無人") == (None, "渡口涼亭倒塌", ("幸逢週日無人",))


@pytest.mark.parametrize("lines", [("溪尾國小學童誤食野果", "八人腹痛送醫"), ("果農憂柚子滯銷", "每公斤跌破五元關")])
def test_a_line_under_a_long_headline_or_longer_than_it_is_a_subhead(lines: tuple[str, str]) -> None:
    assert roles(*lines) == (None, lines[0], (lines[1],))


def test_a_matter_in_five_characters_over_a_long_line_is_a_kicker() -> None:
    assert roles("漁會理事會", "兩派代表為理事席次爭執不下") == ("漁會理事會", "兩派代表為理事席次爭執不下", ())


@pytest.mark.parametrize(
    "lines",
    [
        ("老橋封閉三年 居民天天繞路", "溪尾橋明動工 學童盼通車", "經費由縣府與鎮公所分攤 工程分兩期施作"),
        ("漁民與鎮公所談判破裂", "北堤封港三日", "船席問題下週再議 縣府派員調停"),
    ],
)
def test_the_middle_of_three_lines_is_the_headline_where_it_is_the_shortest(lines: tuple[str, str, str]) -> None:
    assert roles(*lines) == (lines[0], lines[1], (lines[2],))


@pytest.mark.parametrize("marks", [("###", "#", "##"), ("", "#", "")])
def test_a_line_set_larger_than_the_ones_above_and_below_is_the_headline(marks: tuple[str, str, str]) -> None:
    stack = ("漁港拓寬 船席不足", "漁民封港三日", "縣府派員調停")
    page = "\n\n".join(f"{mark} {line}".strip() for mark, line in zip(marks, stack, strict=True))
    article = articles(f"{page}\n\n【本報訊】{HANT}\n\n{HANT_MORE}")[0]

    assert (article.kicker, article.headline, article.subheads) == (stack[0], stack[1], (stack[2],))


def test_the_first_of_three_lines_is_a_kicker_unless_it_is_a_whole_clause() -> None:
    below = "全長二百公尺 預定年底發包明年完工"
    assert roles("鎮公所籌足經費三百萬元", "溪尾吊橋決改建鋼筋混凝土橋", below)[0] == "鎮公所籌足經費三百萬元"
    assert roles("溪尾老街大火成災", "木造店屋四十餘間付之一炬", below)[1] == "溪尾老街大火成災"


@pytest.mark.parametrize("halves", [("海濱公路北段", "下月起封閉施工"), ("農會幹事改選後", "新舊班底交接")])
def test_halves_of_a_headline_are_joined(halves: tuple[str, str]) -> None:
    assert roles(*halves) == (None, "".join(halves), ())


def test_a_headline_in_two_lines_has_a_kicker_above_and_a_subhead_below() -> None:
    assert roles("漁港拓寬糾紛落幕", "漁民同意讓出船席後", "北堤下週動工", "補償分三期　發放至年底") == (
        "漁港拓寬糾紛落幕",
        "漁民同意讓出船席後北堤下週動工",
        ("補償分三期　發放至年底",),
    )


def test_a_place_and_the_word_for_news_are_a_dateline_and_no_byline() -> None:
    (article,) = articles(f"## 鹽倉改工坊\n\n【本報溪尾訊】{HANT}")

    assert article.dateline is not None
    assert (article.dateline.text, article.dateline.place) == ("【本報溪尾訊】", "溪尾")
    assert article.byline is None


def test_days_in_old_numerals_are_read() -> None:
    page = f"中華民國七十六年十月二十四日　星期六　第一版\n\n## 鹽倉改工坊\n\n【中央社台北廿三日電】{HANT}"
    (article,) = articles(page)

    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.date) == ("台北", "1987-10-23")


def test_captions_that_follow_several_pictures_go_to_them_in_their_order() -> None:
    pictures = "\n\n".join(f"![](images/{name}.jpg)" for name in ("a", "b"))
    page = f"# 鹽倉改工坊\n\n{pictures}\n\n{HANT}\n\n{HANT_MORE}\n\n■鹽倉屋頂塌陷。林知遠攝\n\n■鎮長視察鹽倉。林知遠攝"
    (article,) = articles(page)

    assert [(photo.image, photo.caption) for photo in article.photos] == [
        ("images/a.jpg", "■鹽倉屋頂塌陷。"),
        ("images/b.jpg", "■鎮長視察鹽倉。"),
    ]


def test_the_line_over_a_photographer_in_a_column_is_the_caption() -> None:
    def column(text: str) -> str:
        return "\n".join(text[at : at + 16] for at in range(0, len(text), 16))

    page = (
        f"#### 鹽倉改工坊\n記者林知遠／溪尾報導\n{column(HANT)}\n{column(HANT_MORE)}\n"
        "鹽倉的鑰匙由鎮公所保管。\n鎮民走進塌了半邊的鹽倉，抬頭看見陽光從屋頂灑下。\n記者林知遠／攝影\n"
    )
    (article,) = articles(page)

    assert [(photo.caption, photo.credit) for photo in article.photos] == [
        ("鎮民走進塌了半邊的鹽倉，抬頭看見陽光從屋頂灑下。", "記者林知遠／攝影")
    ]


def test_the_name_of_who_wrote_a_story_stands_under_its_lead_in_hong_kong() -> None:
    (article,) = articles(f"【本報訊】{HANT}\n\n記者：林知遠\n\n{HANT_MORE}")

    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["林知遠"]
    assert len(paragraphs(article)) == 2


def test_a_dateline_in_a_block_of_its_own_is_no_subhead() -> None:
    first, second = articles(f"鹽倉改工坊\n\n路透社波恩城六日電\n\n{HANT}\n\n渡口擬遷址\n\n本報訊\n\n{HANT_MORE}")

    assert (first.subheads, first.dateline and first.dateline.place) == ((), "波恩城")
    assert (second.subheads, second.byline and second.byline.text) == ((), "本報訊")


def test_a_jump_line_in_tortoise_brackets_is_no_dateline() -> None:
    (article,) = articles(f"# 鹽倉改工坊\n\n〔上接九版〕{HANT}")

    assert article.dateline is None
    assert article.jump is not None
    assert (article.jump.direction, article.jump.page) == ("from", "9")


def test_a_jump_line_in_tortoise_brackets_is_known_behind_notes_without_stops() -> None:
    reading = reading_of(
        f"# 一年大事\n\n{HANT}廿五日 通過組織法 廿六日 發行公債 運動會開幕〔下接十三版〕\n\n# 渡口\n\n{HANT_MORE}"
    )

    assert reading.articles[0].jump is not None
    assert reading.articles[0].jump.page == "13"


def test_words_of_a_web_page_and_of_a_flip_book_are_furniture() -> None:
    reading = reading_of(
        f"P:01\n\n鹽倉改工坊\n\n本報綜合報導 {HANT}\n\nRead More\n\n渡口擬遷址\n\n【本報訊】{HANT_MORE}"
    )

    assert [piece.kind for piece in reading.furniture] == ["page-marker", "noise"]
    assert [article.headline for article in reading.articles] == ["鹽倉改工坊", "渡口擬遷址"]


def test_a_box_whose_label_is_marked_as_a_heading_stays_in_its_story() -> None:
    (article,) = articles(f"# 鹽倉改工坊\n\n{HANT}\n\n{HANT_MORE}\n\n## 小辭典／鹽倉\n存放曬鹽的倉庫，牆厚窗小。")

    assert [item.type for item in article.body] == ["paragraph", "paragraph", "note"]


def test_the_first_words_over_a_folio_line_are_the_section() -> None:
    reading = reading_of(f"周末人情\n\nD3　一九九六年三月十日　星期日\n\n# 鹽倉改工坊\n\n{HANT}")

    assert reading.issue.section == "周末人情"
    assert reading.articles[0].rubric is None


def test_a_line_of_weather_behind_a_label_is_no_part_of_the_story_above_it() -> None:
    reading = reading_of(
        f"## 鹽倉改工坊\n\n【本報訊】{HANT}\n\n天氣　北部多雲　南部晴　氣溫廿二至廿九度\n\n## 啟事\n\n本報週三停刊。"
    )

    assert [piece.kind for piece in reading.furniture] == ["weather"]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("鎮公所發動各界捐書，旬日收到一千冊。", "鎮公所發動各界捐書，旬日收到一千冊"),
        ("鎮公所發動各界捐書，旬日收到一千冊，將分送六所國小和溪尾托兒所，餘者存放鹽倉。", "鎮公所發動各界捐書"),
    ],
)
def test_a_story_without_a_heading_is_called_by_its_sentence_or_of_a_long_one_by_its_clause(
    text: str, headline: str
) -> None:
    _, second = articles(f"# 鹽倉改工坊\n\n【本報訊】{HANT}\n\n【溪尾訊】{text}")

    assert second.headline == headline


def test_a_notice_is_known_by_its_words_under_briefs_that_places_lead() -> None:
    briefs = "【溪尾訊】農會下週發放肥料。\n\n【南坑訊】渡船加開兩班。"
    found = articles(
        f"鹽倉改工坊\n\n【本報訊】{HANT}\n\n沿海六鄉\n\n{briefs}\n\n尋人\n\n林阿水，五十歲，本月三日離家未返，知者請告。"
    )

    assert [(each.kind, each.headline, each.rubric) for each in found[1:]] == [
        ("brief", "農會下週發放肥料", "沿海六鄉"),
        ("brief", "渡船加開兩班", "沿海六鄉"),
        ("notice", "尋人", None),
    ]


def test_three_very_short_paragraphs_under_a_very_short_marked_line_of_hong_kong_are_briefs() -> None:
    items = ("漁會宣布，下月起加開夜市。", "天后廟重修籌得善款十萬。", "大會堂的鋼琴因受潮需要送修。")
    found = articles(f"## 鹽倉改建成為工坊\n\n【本報訊】{HANT}\n\n## 溪尾線\n\n" + "\n\n".join(items))

    assert [(each.kind, each.rubric) for each in found[1:]] == [("brief", "溪尾線")] * 3


# Text that a column cut after its first line


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        (
            "倉庫は昭和の初めに建て",
            "られ、長く塩を納めていたが、この十年は空いていたため、屋根の一部が落ちたまま残されていた。",
        ),
        (
            "しかし、屋根が落ちかけ",
            "修繕の費用は一億二千万円に上り、市の負担だけでは足りないため、住民に寄付を呼び掛けている。",
        ),
    ],
)
def test_the_first_line_of_a_japanese_paragraph_is_no_heading(first: str, rest: str) -> None:
    (article,) = articles(f"# 塩の倉庫を工房に\n\n{JA}\n\n{first}\n\n{rest}")

    assert paragraphs(article) == [JA, first + rest]


def test_the_first_line_of_a_korean_paragraph_is_no_heading() -> None:
    first, rest = (
        "시는 지난해부터 주민들에게",
        "의견을 들어 왔다. 주민들은 공방과 함께 작은 식당을 열어 달라고 했으나 비용이 모자라 미뤘다.",
    )
    (article,) = articles(f"# 소금 창고를 공방으로 바꾼다\n\n{KO}\n\n{first}\n\n{rest}")

    assert paragraphs(article) == [KO, f"{first} {rest}"]


def test_where_paragraphs_are_indented_a_text_that_is_not_goes_on_with_the_one_above() -> None:
    first, rest = "市は昨年から準備を進めてきた。", "倉庫の図面が見つかったためだ。"
    (article,) = articles(f"# 塩の倉庫を工房に\n\n　{JA}\n\n　{first}\n\n{rest}\n\n　{JA_MORE}")

    assert paragraphs(article) == [JA, first + rest, JA_MORE]


# Japan


def test_a_very_short_heading_over_a_text_is_the_title_of_a_column() -> None:
    text = "散歩の途中で古い井戸に出会った。ふたを開けると、暗い水に空が丸く映っていた。町の人はこの水で豆腐を作った。"
    (article,) = articles(f"# 石だたみ\n\n{text}\n\n▼水の味は誰も覚えていない。▼それでも井戸は残った。")

    assert (article.rubric, article.headline) == ("石だたみ", "散歩の途中で古い井戸に出会った")
    assert len(article.body) == 2


def test_unmarked_headings_in_one_block_are_a_stack() -> None:
    (article,) = articles(
        f"　　塩の倉庫を守る知恵\n　　木工と染め物、三つの作業場\n　　来春に開館\n\n　{JA}\n\n　{JA_MORE}"
    )

    assert (article.headline, article.subheads) == ("塩の倉庫を守る知恵", ("木工と染め物、三つの作業場", "来春に開館"))


def test_the_name_of_a_series_with_its_number_is_a_rubric() -> None:
    (article,) = articles(f"## 港の手仕事④\n\n# 倉庫に響くかんなの音\n\n{JA}\n\n{JA_MORE}")

    assert (article.rubric, article.headline) == ("港の手仕事④", "倉庫に響くかんなの音")


def test_a_headline_that_a_tool_read_twice_is_no_running_head() -> None:
    reading = reading_of(
        f"# 塩の倉庫 工房に再生\n\n# 来春開館へ\n\n{JA}\n\n# 塩の倉庫 工房に再生\n\n# 朝市の場所移る\n\n{JA_MORE}"
    )

    assert [article.headline for article in reading.articles] == ["塩の倉庫 工房に再生", "朝市の場所移る"]
    assert [piece.kind for piece in reading.furniture] == ["loop"]


def test_a_caption_without_its_picture_stands_between_two_stories() -> None:
    caption = "夕日に染まる灯台と帰る漁船＝12日午後、岬町で"
    page = f"# 塩の倉庫を工房に\n\n{JA}\n\n{caption}\n\n# 朝市に行列、最多の三千人\n\n{JA_MORE}"

    assert [article.kind for article in articles(page)] == ["article", "photo", "article"]


def test_a_bare_name_under_a_column_signs_it_with_the_note_on_its_author() -> None:
    page = f"## 論壇\n\n# 倉庫は誰のものか\n\n山名聡\n\n{JA_MORE}\n\n（やまな・さとし＝建築史家。1970年生まれ）"
    (article,) = articles(page)

    assert article.byline is not None
    assert [(person.name, person.role) for person in article.byline.people] == [("山名聡", "author")]
    assert article.body[-1].type == "author-note"


def test_who_signs_a_japanese_brief_is_its_correspondent() -> None:
    briefs = [f"◇{text}（長瀬奈央）" for text in ("市民美術館は版画展を開く。", "港町で朗読会が開かれる。十九日夜。")]

    found = articles("\n\n".join(["# 文化短信", *briefs]))
    people = [person for article in found if article.byline for person in article.byline.people]
    assert [(person.name, person.role) for person in people] == [("長瀬奈央", "correspondent")] * 2


def test_a_place_in_brackets_begins_a_story_whose_heading_was_lost() -> None:
    text = "漁船二隻が十三日朝、港の入り口で接触し、一隻の船腹に穴が開いた。乗組員五人は無事だった。"
    first, second = articles(f"# 塩の倉庫を工房に\n\n{JA}\n\n【函館】{text}")

    assert first.headline == "塩の倉庫を工房に"
    assert second.dateline is not None
    assert second.dateline.place == "函館"


# Korea


def test_a_long_first_line_over_two_others_is_the_headline() -> None:
    headline = "소금 창고 공방으로 바꾸자…“우리가 먼저 쓰겠다”"
    (article,) = articles(f"# {headline}\n\n# 내년 4월 문 여는 공방 셋\n\n# 주민 “식당도 열어 달라”\n\n{KO}")

    assert article.headline == headline
    assert (article.kicker, len(article.subheads)) == (None, 2)


def test_a_korean_headline_that_breaks_in_a_clause_is_joined() -> None:
    (article,) = articles(f"## 소금 창고 80년 만에\n\n## 공방으로 연다\n\n## 시, 벽과 지붕 고쳐 내년 4월 개장\n\n{KO}")

    assert article.headline == "소금 창고 80년 만에 공방으로 연다"
    assert article.subheads == ("시, 벽과 지붕 고쳐 내년 4월 개장",)


def test_two_headings_between_the_folio_and_a_lead_are_two_lines() -> None:
    lines = [
        "(3) 第九千二百號 남강일보 一九六八年 五月 十八日 土曜日",
        "소금 창고 고친다",
        "주민들 “식당도 열라”",
        "【남강=朴在洙기자】 시는",
    ]
    (article,) = articles(
        "\n".join([*lines, "十七日 옛 소금 창고를 工房으로", "바꾼다고 밝혔다. 工事는 來年", "四月에 끝난다."])
    )

    assert article.heading_lines == ("소금 창고 고친다", "주민들 “식당도 열라”")


def test_lines_that_end_with_words_are_joined_by_spaces() -> None:
    words, lines = f"{KO} {KO_MORE} {KO} {KO_MORE}".split(" "), [""]
    for word in words:
        if sum(1 if c < "ᄀ" else 2 for c in lines[-1]) + 2 * len(word) > 34:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    (article,) = articles("#### 소금 창고를 공방으로 바꾼다\n" + "\n".join(lines))

    assert " ".join(paragraphs(article)) == " ".join(words)


def test_a_line_of_korean_text_is_no_heading_whatever_its_mark() -> None:
    lines = "#### 시는 지난달부터 주민들에게\n설명회를 열고 의견을 들어 왔다고 밝혔다.\n"
    (article,) = articles(f"#### 소금 창고를 공방으로 바꾼다\n{KO}\n{lines}")

    assert [item.type for item in article.body] == ["paragraph"] * len(article.body)


def test_posts_and_deaths_are_two_notices() -> None:
    deaths = "▲한기섭씨 별세 = 8일, 발인 10일 오전 8시."
    page = f"# 공방 연다\n\n{KO}\n\n## 인사\n\n◇나루시 ▷문화국장 석지원\n\n## 부음\n\n{deaths}"

    assert [(found.kind, found.headline) for found in articles(page)[1:]] == [("notice", "인사"), ("notice", "부음")]


def test_a_profile_and_a_note_on_the_writer_are_told_from_the_text() -> None:
    profile, note = "구민호씨는▲1937년 나루 출생▲1953년 염전 입사", "※ 한도윤 소설가는 장편 ‘염전’을 냈다."
    (article,) = articles(f"# 소금 창고를 지킨 사람\n\n한도윤 소설가\n\n{KO}\n\n{profile}\n\n{note}")

    assert article.byline is not None
    assert [(person.name, person.role) for person in article.byline.people] == [("한도윤", "author")]
    assert [item.type for item in article.body] == ["paragraph", "note", "author-note"]


def test_questions_behind_a_mark_stay_in_their_interview() -> None:
    answers = (
        "“소금 냄새가 좋았습니다. 아버지가 염전에서 일하셨거든요.”",
        "“소리와 냄새는 오래 남습니다. 그래서 그립니다.”",
    )
    (article,) = articles(
        f"# 소금 창고의 화가\n\n{KO}\n\n△왜 창고를 그리나.\n\n{answers[0]}\n\n△무엇이 남나.\n\n{answers[1]}"
    )

    assert len(article.body) == 5


@pytest.mark.parametrize(
    "caption",
    [
        "塩倉の中を見る町長＝13日、瀬浜市",
        "塩倉の前で三線を弾く瀬浜高校の生徒=14日、瀬浜市の公民館",
        "旧港に残る塩倉を直す大工ら=瀬浜市南町",
    ],
)
def test_a_caption_that_ends_with_day_or_place_needs_no_stop(caption: str) -> None:
    (article,) = articles(f"塩倉が工房に\n\n{caption}\n{caption}\n\n{JA}\n\n{JA_MORE}")

    assert [photo.caption for photo in article.photos] == [caption]


def test_a_dispatch_of_an_agency_is_no_box() -> None:
    first, second = articles(f"# 塩倉が工房に\n\n{JA}\n\n# 麦の作柄\n\n【東京二日共同】農林省は二日、{JA_MORE}")

    assert second.dateline is not None
    assert (second.headline, second.dateline.place, len(paragraphs(first))) == ("麦の作柄", "東京", 1)


def test_a_line_under_a_triangle_that_tells_of_a_page_is_a_caption() -> None:
    reading = reading_of(
        f"# 소금 창고가 공방으로\n\n{KO}\n\n나루일보 2일자 1면 사진.\n\n▲나루일보 2일자 1면 사진.\n\n{KO_MORE}"
    )

    assert [photo.caption for photo in reading.articles[0].photos] == ["▲나루일보 2일자 1면 사진."]
    assert [piece.kind for piece in reading.furniture] == ["alt"]
    assert reading.issue.publication is None


def test_two_rows_of_one_length_are_one_japanese_headline() -> None:
    (article,) = articles(f"# 渡し船の船頭さん\n\n# 金メダルに大喜び\n\n{JA}")

    assert (article.headline, article.subheads) == ("渡し船の船頭さん金メダルに大喜び", ())


def test_two_rows_of_a_korean_headline_stand_between_kicker_and_subhead() -> None:
    lines = (
        "나루댐 하류 9개 부락",
        "이주비 지급이 또 늦어",
        "반년째 천막에서 지내",
        "건설부 “서류 미비” 주민들 “생계 막막”",
    )
    (article,) = articles("\n\n".join([*(f"# {line}" for line in lines), KO]))

    assert (article.kicker, article.headline) == ("나루댐 하류 9개 부락", "이주비 지급이 또 늦어 반년째 천막에서 지내")


def test_a_fact_over_its_details_is_a_korean_headline() -> None:
    (article,) = articles(f"# 멸치배 한척 침몰\n\n# 선원 3명 실종 5명 구조\n\n{KO}")

    assert (article.headline, article.subheads) == ("멸치배 한척 침몰", ("선원 3명 실종 5명 구조",))


# The first words of a paragraph that a column cut


@pytest.mark.parametrize(
    ("head", "story", "cut", "rest"),
    [
        (
            "溪尾鹽倉改工坊",
            HANT,
            "工坊籌備會在溪",
            "尾國小開了三次說明會，居民盼保留舊鹽田的水閘與木橋，鎮公所允諾納入設計。",
        ),
        (
            "鹽倉改工坊",
            HANT,
            "舊鹽倉自明年四月起",
            "每週開放五天，鎮民可以帶自己的木料來做，也可以向工坊買染好的布料。",
        ),
        (
            "塩倉が工房に",
            JA,
            "市教委の調べでは、二人暮",
            "らしの世帯が町に増え、作業場を使いたいと望む人は三百人を超えるという。",
        ),
        (
            "소금 창고가 공방으로",
            KO,
            "이 창고를 쓰겠다는 사람은 15",
            "명이 넘고 그 가운데 절반은 나루시 밖에서 온 사람이라고 시는 설명했다.",
        ),
        (
            "소금 창고가 공방으로",
            KO,
            "나루시 관계자에 따르면",
            "이 창고는 1930년대에 지어져 오랫동안 소금을 쌓아 두던 곳이다.",
        ),
        (
            "소금 창고가 공방으로",
            KO,
            "지붕을 고친 목수들",
            "은 모두 나루시에서 나고 자란 사람으로 창고의 옛 모습을 기억하고 있다.",
        ),
    ],
)
def test_the_first_words_of_a_paragraph_are_no_crosshead(head: str, story: str, cut: str, rest: str) -> None:
    (article,) = articles(f"# {head}\n\n{story}\n\n{cut}\n\n{rest}")

    assert [item.type for item in article.body] == ["paragraph", "paragraph"]
    assert article.body[1].text.startswith(cut)


def test_the_indented_first_line_of_a_paragraph_that_a_column_cut_is_no_headline() -> None:
    column = "\n".join(JA[at : at + 14] for at in range(0, len(JA), 14))
    rest = "内の工房は去年まで二つしか\nなく、木工を学べる所はほか\nにない。"
    (article,) = articles(f"塩倉が工房に\n\n　{column}\n　商工会議所によると、市\n\n{rest}\n")

    assert len(paragraphs(article)) == 2


def test_a_line_with_a_comma_between_two_texts_is_no_headline_in_taiwan() -> None:
    (article,) = articles(f"鹽倉改工坊\n\n【溪尾訊】{HANT}\n\n鎮長最後裁示，補助款由縣府在兩\n\n週內撥下，{HANT_MORE}")

    assert len(paragraphs(article)) == 2


def test_a_number_and_what_it_counts_stand_together_in_korean() -> None:
    (article,) = articles(
        f"# 소금 창고가 공방으로\n\n{KO}\n\n이 창고를 쓰겠다는 사람은 15\n\n명이 넘는다고 시는 설명했다."
    )

    assert "15명이" in paragraphs(article)[1]


def test_lines_that_are_longer_than_a_column_and_end_sentences_are_paragraphs() -> None:
    (article,) = articles(f"鹽倉改工坊\n\n【本報訊】{HANT}\n{HANT_MORE}\n{HANT}{HANT_MORE}")

    assert len(paragraphs(article)) == 3


def test_a_heading_over_a_lead_begins_a_story_though_the_text_above_breaks_off() -> None:
    first, second = articles(
        f"鹽倉改工坊\n\n【本報訊】{HANT}{HANT_MORE[:20]}\n\n渡口老船夫\n獲頒勳章\n\n【本報訊】{HANT_MORE}"
    )

    assert (first.headline, second.headline) == ("鹽倉改工坊", "渡口老船夫獲頒勳章")


def test_what_somebody_says_right_under_a_korean_heading_is_a_subhead() -> None:
    (article,) = articles(
        f"# 소금 창고 “공방으로”\n\n## 시 “내년 4월에 연다”\n상인들 “주차장 먼저” 주민들 “반갑다”\n\n{KO}"
    )

    assert article.subheads == ("시 “내년 4월에 연다”", "상인들 “주차장 먼저” 주민들 “반갑다”")


def test_a_korean_box_that_explains_a_word_is_a_note_and_the_signature_stands_above_it() -> None:
    box = "■ 소금 창고란 바닷물을 말려 얻은 소금을 한 해 동안 쌓아 두고 간수를 빼던 창고를 말한다."
    (article,) = articles(f"# 소금 창고가 공방으로\n\n{KO} 구현모 기자 ku@naru.example\n\n{box}")

    assert article.byline is not None
    assert [item.type for item in article.body] == ["paragraph", "note"]


def test_a_korean_sentence_of_one_clause_is_a_headline_as_a_whole() -> None:
    brief = "나루경찰서는 빈 가게 여덟 곳을 돌며 계산기를 부수고 현금을 훔친 두 사람을 붙잡아 조사하고 있다."
    assert articles(f"# 단신\n\n▲{brief}\n\n▲{KO_MORE}")[0].headline == brief.rstrip(".")


def test_a_short_line_with_a_topic_is_text_where_korean_headings_are_marked() -> None:
    (article,) = articles(
        f"# 소금 창고가 공방으로\n\n{KO}\n\n시는 창고 역사를 적은 책\n\n자도 펴내 찾아오는 사람에게 나누어 줄 계획이다."
    )

    assert [item.type for item in article.body] == ["paragraph", "paragraph"]


def test_two_facts_parted_by_dots_under_a_marked_korean_heading_are_a_subhead() -> None:
    (article,) = articles(f"# 소금 창고가 시민 공방으로 바뀐다\n\n10년 비어 지붕 내려앉아… 시, 벽부터 고친다\n\n{KO}")

    assert article.subheads == ("10년 비어 지붕 내려앉아… 시, 벽부터 고친다",)


def test_a_korean_rubric_that_is_set_wide_stands_over_briefs() -> None:
    found = articles(
        f"# 소금 창고가 공방으로\n\n{KO}\n\n# 단 신\n\n{KO_MORE}\n\n시립도서관은 21일 동화작가를 불러 강연을 연다."
    )

    assert [article.kind for article in found] == ["article", "brief", "brief"]


def test_the_lines_between_the_head_of_a_korean_page_and_its_first_lead_are_a_stack() -> None:
    lines = [
        "나루신보",
        "1966년 9월 20일 (화요일)　사회　③",
        "새 다리 개통 앞두고 교각 가라앉아",
        "업자 구속, 설계서엔 딴 흙",
    ]
    text = f"【솔섬】 {KO}"
    (article,) = articles("\n".join([*lines, *(text[at : at + 20] for at in range(0, len(text), 20))]))

    assert (article.headline, article.subheads) == (lines[2], (lines[3],))


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("鎮長任內 首次赴縣府", f"林知遠在前年當選鎮長，{HANT_MORE}"),
        ("將把舊鹽倉留給鎮民", HANT_MORE),
    ],
)
def test_an_unmarked_heading_that_takes_up_the_story_above_it_is_a_crosshead(head: str, below: str) -> None:
    (article,) = articles(f"鹽倉改工坊 縣府補助七成\n\n鎮長林知遠昨天赴縣府。林知遠說，{HANT}\n\n{head}\n\n{below}")

    assert [item.text for item in article.body if item.type == "crosshead"] == [head]


def test_an_unmarked_heading_over_a_text_without_lead_is_a_crosshead_where_stories_have_leads() -> None:
    first, second = articles(
        f"鹽倉改工坊\n\n【本報訊】{HANT}\n\n屋頂塌陷 鎮民捐款\n\n{HANT_MORE}\n\n渡口老船夫獲獎\n\n【本報訊】{HANT_MORE}"
    )

    assert [item.type for item in first.body] == ["paragraph", "crosshead", "paragraph"]
    assert second.headline == "渡口老船夫獲獎"


def test_the_letters_of_a_shadow_are_furniture() -> None:
    reading = reading_of(f"溪尾渡口溪尾渡口「「老船老船」」今重開今重開\n\n【本報訊】{HANT}")

    assert reading.articles[0].headline == "溪尾渡口「老船」今重開"
    assert reading.articles[0].heading_lines == ("溪尾渡口「老船」今重開",)
    assert ("loop", 0) in [(piece.kind, reading.characters.dropped) for piece in reading.furniture]


def test_the_news_of_a_region_are_the_section_and_not_the_paper() -> None:
    issue = reading_of(f"A11　中部新聞　溪尾日報　2021年11月18日／星期四\n\n# 鹽倉改工坊\n\n{HANT}").issue

    assert (issue.publication, issue.section) == ("溪尾日報", "中部新聞")


def test_a_japanese_name_whose_parts_stand_apart_closes_a_story() -> None:
    first, second = articles(f"# 塩倉が工房に\n\n{JA}\n\n# 山名　健太\n\n# 渡し船が復活\n\n{JA_MORE}")

    assert first.byline is not None
    assert [person.name for person in first.byline.people] == ["山名健太"]
    assert second.heading_lines == ("渡し船が復活",)


def test_what_stands_on_other_pages_is_a_label_in_japan() -> None:
    reading = reading_of(
        f"# 塩倉が工房に\n\n{JA}\n\n２面 議会が閉会 ５面 円安の影響 １２面 囲碁\n\n# 渡し船\n\n{JA_MORE}"
    )

    assert [piece.kind for piece in reading.furniture] == ["label"]


def test_what_somebody_says_stands_under_its_occasion_in_korea() -> None:
    (article,) = articles(f"# 새 시장 취임 100일\n\n# “시장실 문턱 없애고 시청 1층으로”\n\n{KO}")

    assert (article.kicker, article.headline) == ("새 시장 취임 100일", "“시장실 문턱 없애고 시청 1층으로”")


def test_what_a_web_page_says_of_hour_and_rights_is_a_label_in_korea() -> None:
    rights = "저작권자 ⓒ 나루일보, 무단 전재 및 재배포 금지"
    reading = reading_of(f"# 소금 창고가 공방으로\n\n입력 2017.12.02 11:24\n\n{KO}\n\n{rights}")

    assert [piece.kind for piece in reading.furniture] == ["folio", "label"]
    assert reading.issue.date == "2017-12-02"


def test_a_line_that_says_who_does_what_at_the_end_of_a_japanese_story_is_its_caption() -> None:
    first, second = articles(f"# 塩倉が工房に\n\n{JA}\n\n塩の倉庫を直す山名さん\n\n# 渡し船が復活\n\n【函館】{JA_MORE}")

    assert [photo.caption for photo in first.photos] == ["塩の倉庫を直す山名さん"]
    assert second.heading_lines == ("渡し船が復活",)


def test_a_text_that_opens_with_who_wrote_it_is_no_box_in_japan() -> None:
    (article,) = articles(f"# 塩倉が工房に\n\n【ソウル山名健太】町は去年から住民の意見を聴いてきた。{JA_MORE}")

    assert [item.type for item in article.body] == ["paragraph"]


def test_a_text_that_opens_with_its_place_is_no_box_in_japan() -> None:
    (article,) = articles(f"# 塩倉が工房に\n\n【函館】市は去年から住民の意見を聴いてきた。{JA_MORE}")

    assert article.dateline is not None
    assert (article.dateline.place, [item.type for item in article.body]) == ("函館", ["paragraph"])


def test_a_short_headline_over_the_hour_of_a_web_page_is_no_section() -> None:
    (article,) = articles(f"鹽倉改工坊\n\n2021/09/25 05:30\n\n〔記者林知遠／溪尾報導〕{HANT}")

    assert article.headline == "鹽倉改工坊"


def test_a_name_in_brackets_that_closes_a_japanese_story_signs_it() -> None:
    (article,) = articles(f"# 塩倉が工房に\n\n{JA}\n\n（山名健太）\n")
    (series,) = articles(f"# 塩倉が工房に\n\n{JA}\n\n（毎週掲載）\n")

    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["山名健太"]
    assert series.byline is None


def test_a_korean_caption_ends_in_who_holds_the_rights() -> None:
    (article,) = articles(f"소금 창고가 공방으로\n\n▲ 나루시 소금 창고 전경. ⓒ나루일보\n\n[나루일보 구현모 기자] {KO}")

    assert [(photo.caption, photo.credit) for photo in article.photos] == [("▲ 나루시 소금 창고 전경.", "ⓒ나루일보")]


def test_one_name_in_brackets_under_a_story_is_its_reporter_in_taiwan() -> None:
    (article,) = articles(f"# 鹽倉改工坊\n\n【溪尾訊】{HANT}\n\n{HANT_MORE}\n\n（邱正義）")

    assert article.byline is not None
    assert [(person.name, person.role) for person in article.byline.people] == [("邱正義", "reporter")]


def test_items_with_headings_of_their_own_under_a_column_of_briefs_are_briefs() -> None:
    for column, texts in [("地方短波", (HANT, HANT_MORE)), ("県内短信", (JA, JA_MORE)), ("사회 단신", (KO, KO_MORE))]:
        headings = {"地方短波": ("鹽倉改工坊", "經費有著落"), "県内短信": ("塩の倉が工房に", "倉庫は昭和の建物")}
        first, second = headings.get(column, ("소금 창고 공방으로", "창고는 30년대 건물"))
        found = articles(f"## {column}\n\n## {first}\n\n{texts[0]}\n\n## {second}\n\n{texts[1]}")
        assert [(article.kind, article.headline, article.rubric) for article in found] == [
            ("brief", first, column),
            ("brief", second, column),
        ]


def test_a_korean_name_in_chinese_characters_signs_at_the_end() -> None:
    (story,) = articles(f"# 소금 창고 시민 공방으로\n\n{KO}\n\n{KO_MORE} <朴哲雨기자>")

    assert story.byline is not None
    assert [person.name for person in story.byline.people] == ["朴哲雨"]


def test_a_line_that_ends_in_a_quoted_word_is_a_headline() -> None:
    first, second = articles(
        f"# 塩の倉が工房に\n\n{JA}\n\n{JA_MORE}\n\n産廃処分場に「待った」\n\n{JA.replace('瀬浜市', '石川町')}"
    )

    assert (first.headline, second.headline) == ("塩の倉が工房に", "産廃処分場に「待った」")


def test_triangles_before_a_line_of_taiwan_point_to_its_picture() -> None:
    (article,) = articles(f"# 鹽倉改工坊\n\n【溪尾訊】{HANT}\n\n{HANT_MORE}\n\n▼鎮民在舊鹽倉前曬布。\n\n![](a.jpg)")

    assert [photo.caption for photo in article.photos if photo.caption] == ["▼鎮民在舊鹽倉前曬布。"]


def test_of_four_heading_lines_of_taiwan_the_two_in_the_middle_are_the_headline() -> None:
    stack = ("# 颱風過後滿月", "# 鹽倉屋頂終於修好", "# 鎮民盼早日開工坊", "# 縣府允年底前撥款 鎮公所先墊三成")
    (article,) = articles("\n\n".join((*stack, f"【溪尾訊】{HANT}", HANT_MORE)))

    assert (article.kicker, article.headline) == ("颱風過後滿月", "鹽倉屋頂終於修好鎮民盼早日開工坊")


def test_a_name_that_ends_in_the_word_for_text_keeps_it_behind_that_word() -> None:
    (article,) = articles(f"# 鹽倉改工坊\n\n文／謝凱文\n\n{HANT}\n\n{HANT_MORE}")

    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["謝凱文"]


def test_reporters_named_under_a_text_of_hong_kong_wrote_it_though_the_next_has_a_lead_without_heading() -> None:
    blocks = (
        "# 鹽倉改工坊",
        f"【本報訊】{HANT}",
        HANT_MORE,
        "記者：何展鵬、孔詠雯",
        f"【本報訊】{HANT_MORE}{HANT_MORE}",
    )
    first, second = articles("\n\n".join(blocks))

    assert first.byline is not None
    assert [person.name for person in first.byline.people] == ["何展鵬", "孔詠雯"]
    assert second.byline is None or not second.byline.people


def test_a_japanese_caption_in_brackets_of_its_own_loses_them() -> None:
    (article,) = articles(f"# 塩の倉が工房に\n\n{JA}\n\n{JA_MORE}\n〔写真は補強の進む倉庫（右）と市民〕")

    assert [photo.caption for photo in article.photos] == ["写真は補強の進む倉庫（右）と市民"]


def test_paper_and_section_over_a_story_are_a_running_head() -> None:
    for text, line, fields in [
        (JA, "瀬浜新報　地域", {"publication": "瀬浜新報", "section": "地域"}),
        (KO, "나루일보 사회", {"publication": "나루일보", "section": "사회"}),
    ]:
        heading = "塩の倉が工房に" if text is JA else "소금 창고 공방으로"
        found = reading_of(f"{line}\n\n# {heading}\n\n{text}")
        assert [(piece.kind, piece.text) for piece in found.furniture] == [("running-head", line)]
        assert {name: getattr(found.issue, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        (("県高校総体　女子", "瀬浜商、五年ぶりの優勝"), "県高校総体　女子", "瀬浜商、五年ぶりの優勝"),
        (("塩の倉が鳴る", "海辺の倉庫　月夜に響く音楽会"), None, "塩の倉が鳴る"),
        (("古い塩の倉庫が", "市民の工房に"), None, "古い塩の倉庫が市民の工房に"),
        (("塩の倉庫で盗み", "三十万円持ち去る"), None, "塩の倉庫で盗み"),
    ],
)
def test_the_roles_of_two_japanese_lines(lines: tuple[str, str], kicker: str | None, headline: str) -> None:
    (article,) = articles("".join(f"# {line}\n\n" for line in lines) + JA)

    assert (article.kicker, article.headline) == (kicker, headline)


@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        (("港町の百年 上", "倉庫に灯り戻る"), "港町の百年 上", "倉庫に灯り戻る"),
        (("公民館に図書室", "読み聞かせの部屋も 瀬浜町"), None, "公民館に図書室"),
        (("埋め立ては許せないと", "漁師二百人、県庁へ"), None, "埋め立ては許せないと漁師二百人、県庁へ"),
        (("瀬浜港 岸壁工事中止", "県、予算不足で方針転換", "漁協は反発強める"), None, "瀬浜港 岸壁工事中止"),
    ],
)
def test_the_roles_of_japanese_lines_with_a_part_a_place_or_an_event(
    lines: tuple[str, ...], kicker: str | None, headline: str
) -> None:
    article = articles("\n\n".join(f"# {line}" for line in lines) + f"\n\n{JA}\n\n{JA_MORE}")[0]

    assert (article.kicker, article.headline) == (kicker, headline)


def test_a_korean_kicker_names_who_stands_before_what() -> None:
    article = articles(f"## 개장 앞둔 나루 공방촌\n\n## 소금 가마니 나르던 손, 대패를 잡다\n\n{KO}\n\n{KO_MORE}")[0]

    assert (article.kicker, article.headline) == ("개장 앞둔 나루 공방촌", "소금 가마니 나르던 손, 대패를 잡다")


def test_a_korean_headline_that_breaks_in_a_clause_stands_between_kicker_and_subhead() -> None:
    stack = ("소금 경매 첫날 풍경", "등급 시비에", "소금 도로 실어", "상인 “물기 8% 너무 까다롭다”")
    article = articles("\n\n".join(f"## {line}" for line in stack) + f"\n\n{KO}\n\n{KO_MORE}")[0]

    assert (article.kicker, article.headline) == (stack[0], "등급 시비에 소금 도로 실어")


def test_items_behind_a_triangle_stand_under_their_column_in_japan() -> None:
    items = "▽塩の直売所＝国道の橋のたもとに店開き。\n\n▽検診＝十八日、公民館で。"
    thanks = "会葬御礼\n\n亡父の葬儀に御会葬下され、御礼申し上げます。"
    found = articles(f"塩倉庫を工房に\n\n{JA}\n\n浜だより\n\n{items}\n\n{thanks}")

    assert [(each.kind, each.headline, each.rubric) for each in found[1:]] == [
        ("brief", "塩の直売所＝国道の橋のたもとに店開き", "浜だより"),
        ("brief", "検診＝十八日、公民館で", "浜だより"),
        ("notice", "会葬御礼", None),
    ]


def test_a_japanese_heading_that_a_tag_broke_is_one_line_of_its_stack() -> None:
    (article,) = articles(f"# 塩の倉庫<br>「市民の手に」\n\n# 来春開館へ<br>補強工事\n\n{JA}")

    assert (article.headline, article.subheads) == ("塩の倉庫「市民の手に」", ("来春開館へ補強工事",))
    assert article.heading_lines == ("塩の倉庫", "「市民の手に」", "来春開館へ", "補強工事")


def test_a_japanese_caption_ends_in_the_hour() -> None:
    (article,) = articles(f"# 塩の倉が工房に\n\n{JA}\n\n倉庫の壁を補強する市民ら。十人が集まった＝７日午前７時１２分")

    assert [photo.caption for photo in article.photos] == [
        "倉庫の壁を補強する市民ら。十人が集まった＝７日午前７時１２分"
    ]


def test_a_korean_column_whose_paragraphs_one_space_indents() -> None:
    story, other = articles(
        "나루시 소금 창고에\n시민 공방 들어선다\n지붕 고쳐 내년 4월 개관\n"
        " 나루시는 13일 옛 소금 창고를 시민 공방으로\n바꾸는 계획을 내놓았다. 벽과 지붕을\n"
        "고치고 목공 작업장과 염색\n작업장 셋을 만든다.\n"
        " 창고는 1930년대에 지어져 오랫동안 소금을\n쌓아 두던 곳이다. 〈具賢模〉\n\n"
        "대림 나루터 다시 연다\n 대림군은 13일 나루터를 오는 5월에 다시\n열기로 했다.\n〈具賢模기자〉"
    )

    assert story.heading_lines == ("나루시 소금 창고에", "시민 공방 들어선다", "지붕 고쳐 내년 4월 개관")
    assert [len(text) for text in paragraphs(story)] == [73, 35]
    assert [person.name for each in (story, other) if each.byline for person in each.byline.people] == ["具賢模"] * 2


def test_a_line_right_under_a_marked_korean_headline_is_its_deck() -> None:
    deck = "벽 고치고 지붕 새로 얹어 내년 4월 개관"
    (article,) = articles(f"# 소금 창고 시민 공방으로\n\n{deck}\n\n{KO}\n\n{KO_MORE}")

    assert (article.headline, article.subheads) == ("소금 창고 시민 공방으로", (deck,))


def test_unmarked_lines_over_one_paragraph_each_are_items_of_a_column() -> None:
    for column, heads, texts in [
        (
            "まちの伝言板",
            ("紙ひこうき教室", "合唱団の団員募集"),
            ("二十日午後一時、瀬浜公民館。材料費百円。", "毎週木曜の夜七時。見学は自由。"),
        ),
        (
            "우리 동네 알림",
            ("나루 도서관", "대림군 보건소"),
            ("독서교실에 올 어린이를 17일까지 모집한다.", "간호사가 한 주에 두 번 안부 전화를 한다."),
        ),
    ]:
        found = articles(f"# {column}\n\n{heads[0]}\n\n{texts[0]}\n\n{heads[1]}\n\n{texts[1]}")
        assert [(each.kind, each.rubric, each.headline) for each in found] == [
            ("brief", column, head) for head in heads
        ]


def test_a_short_line_over_letters_of_readers_is_their_rubric() -> None:
    first, second, rules = articles(
        f"## みんなの井戸端\n\n## 塩の蔵の思い出\n\n主婦　山名 佳代　４６　（瀬浜市）\n\n{JA_MORE}\n\n"
        f"## 朝の桟橋\n\n無職　上総 真琴　７９　（石川町）\n\n{JA}\n\n"
        "投稿の決まり\n\n本文は四百字まで。住所、氏名を書き、本社「井戸端」係へ。"
    )

    assert [(each.rubric, each.headline) for each in (first, second)] == [
        ("みんなの井戸端", "塩の蔵の思い出"),
        ("みんなの井戸端", "朝の桟橋"),
    ]
    assert (rules.kind, rules.headline) == ("notice", "投稿の決まり")


def test_a_very_short_japanese_line_over_three_short_paragraphs_is_a_rubric_of_briefs() -> None:
    found = articles(
        "潮見箱\n　瀬浜駅では二十日から待合室に貸本の棚を置く。\n　塩蔵小学校の母の会は内職の造花を売つた。\n"
        "　公民館の洋裁講習は二十一日から五日間、午後一時より。"
    )

    assert [(each.kind, each.rubric) for each in found] == [("brief", "潮見箱")] * 3


def test_an_agency_at_the_end_of_a_korean_text_signs_it() -> None:
    (article,) = articles(f"# 소금 창고 시민 공방으로\n\n{KO}\n\n{KO_MORE} 연합뉴스")

    assert (article.byline and article.byline.agency, article.photos) == ("연합뉴스", ())


def test_a_korean_sentence_that_ends_in_a_noun_over_a_reporter_is_a_caption() -> None:
    shown = "창고 벽을 고치고 있는 구현모씨."
    (article,) = articles(f"# 소금 창고 시민 공방으로\n\n{KO}\n\n{KO_MORE}\n\n{shown} <朴哲雨기자>")

    assert [(photo.caption, photo.credit) for photo in article.photos] == [(shown, "朴哲雨기자")]


def test_an_unmarked_line_behind_a_signed_korean_text_is_a_headline() -> None:
    line = "전세 계약서 위조해 대출 19억 가로챈 일당 덜미"
    first, second = articles(f"# 소금 창고 시민 공방으로\n\n{KO} /구현모 기자\n\n{line}\n\n{KO_MORE} /박준석 기자")

    assert (first.byline and first.byline.text, second.headline) == ("/구현모 기자", line)


def test_a_very_short_line_over_a_text_with_triangles_is_a_japanese_column() -> None:
    _, column = articles(f"# 塩の倉が工房に\n\n{JA}\n\n# 塩つぼ\n\n{JA_MORE}▼倉の梁に字が残る▼梁は栗の木である。")

    assert column.rubric == "塩つぼ"


def test_a_short_line_over_an_essay_that_no_reporter_signs_is_its_column() -> None:
    hant = (
        "老街口的修傘攤擺了四十年，鐵盒裡的螺絲按大小排好，雨天才有人想起這個老師傅，說他還會來。",
        "傘骨斷了可以接，他們說，人走了只剩一張矮凳，這條街就這樣少了一門手藝。",
    )
    jpan = (
        "祖母の店には値札がなかった。客の顔を見て、祖母は値を決めた。",
        "借りた傘を返しに来た人には、必ず飴を持たせた。",
    )
    kore = ("골목 끝 연탄 가게 주인은 늘 두 장을 더 얹어 주었다.", "그 두 장으로 우리는 겨울밤을 하루 더 견뎠다.")
    for column, title, *blocks in (
        ("鹽倉夜話", "修傘的人", "文／謝凱文", *hant),
        ("潮だまりの椅子", "値札のない店", *jpan, "（汐見市・主婦　山名佳代）"),
        ("창고 앞 의자", "연탄 두 장", *kore, "具賢模 <나루시 소금동 산17>"),
    ):
        (found,) = articles("\n\n".join((f"# {column}", f"# {title}", *blocks)))
        assert (found.rubric, found.headline) == (column, title)


def test_japanese_signatures_with_town_trade_and_age_in_any_order_and_for_words_and_pictures() -> None:
    for signed, people in (
        ("（汐見市栄町・山名佳代・主婦・二九歳）", [("山名佳代", "author")]),
        ("（山名佳代・汐見市、主婦、５８歳）", [("山名佳代", "author")]),
        ("（文・写真　山名佳代）", [("山名佳代", "author"), ("山名佳代", "photographer")]),
        ("（汐見通信部・山名佳代）", [("山名佳代", "reporter")]),
    ):
        (found,) = articles(f"# 塩の倉が工房に\n\n{JA}\n\n{JA_MORE}{signed}")
        assert found.byline is not None
        assert [(person.name, person.role) for person in found.byline.people] == people


def test_a_line_between_boxes_of_detection_is_a_headline_over_its_text() -> None:
    def box(kind: str) -> str:
        return f"<|ref|>{kind}<|/ref|><|det|>[[40, 60, 218, 97]]<|/det|>\n"

    page = (
        f"{box('sub_title')}## 舊鹽倉改工坊\n\n{box('text')}{HANT}\n\n"
        f"{box('text')}河堤步道 月底完工\n\n{box('text')}【記者李南風溪尾報導】{HANT_MORE}"
    )

    assert [each.headline for each in articles(page)] == ["舊鹽倉改工坊", "河堤步道 月底完工"]


@pytest.mark.parametrize(("language", "more"), [("jpan", JA_MORE), ("kore", KO_MORE)])
def test_every_sign_of_an_unmarked_heading_has_its_weight(
    language: str, more: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(unmarked_kana_hangul, "score", lambda found, script: seen.extend(found) or 1.0)
    reading_of(f"# {JA[:8] if language == 'jpan' else KO[:8]}\n\n{more}\n\n{more[:9]}\n\n{more}")

    assert set(seen) == set(unmarked_kana_hangul.WEIGHTS[language])


def test_a_quoted_word_with_its_noun_is_a_korean_heading_over_a_text_that_tells_of_it() -> None:
    told = f"창고藥을 『祕方』이라고 속여 판 노인이 11일 붙잡혔다. {KO_MORE}"
    page = f"# 소금 창고 공방으로\n\n{KO}\n\n『祕方』이라던 창고藥은 소금\n\n{told}"

    assert [each.headline for each in articles(page)] == ["소금 창고 공방으로", "『祕方』이라던 창고藥은 소금"]


def test_a_line_over_a_marked_deck_is_a_japanese_headline() -> None:
    page = f"# 塩倉庫を工房に\n\n{JA}\n\n渡し舟「みなと」30年の櫓おさめ\n\n## 最後の一往復、橋が追い打ち\n\n{JA_MORE}"

    assert articles(page)[-1].headline == "渡し舟「みなと」30年の櫓おさめ"


def test_the_first_of_a_korean_paragraph_that_a_column_cut_is_no_heading() -> None:
    page = f"# 소금 창고 공방으로\n\n{KO}\n\n창고는 지난해 봄부터 비어\n\n있었고 지붕이 내려앉기도 했다. {KO_MORE}"

    assert len(articles(page)) == 1


@pytest.mark.parametrize(
    ("before", "head", "texts"),
    [
        (
            JA,
            "雪囲いの早期予約",
            ("十月末まで　四本で工賃無料　古材引き取ります", "木工のみなと　本町通り　０２９９（５５）０１４１"),
        ),
        (JA, "みなと屋の足袋", ("底は二重、こはぜは真鍮。駅前　電話二四番。",)),
        (KO, "나루눈병원 이전", ("토요일 오후까지 진료합니다.", "나루역 2번 출구 3층 예약 031-555-0170")),
        (KO, "나루고무신 總販", ("질기고 편하다! 검정 男 190원 흰 女 210원. 都散賣 中央市場 12호",)),
        (HANT, "溪尾齒科", ("院長　李南風　夜間照常應診　鹽倉路十七號",)),
    ],
)
def test_a_short_text_that_ends_in_a_telephone_or_is_set_in_bits_is_an_advertisement(
    before: str, head: str, texts: tuple[str, ...]
) -> None:
    page = "\n\n".join([f"# {before[:8]}", before, f"# {head}", *texts])

    assert [each.kind for each in articles(page)] == ["article", "advert"]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("（報道部・山名健太）", [("山名健太", "reporter")]),
        ("経済部　山名健太、長岡里美", [("山名健太", "reporter"), ("長岡里美", "reporter")]),
        ("山名けい子　72　無職（汐見市）", [("山名けい子", "author")]),
        ("（しおみ総研主任研究員　木村健人）", [("木村健人", "author")]),
    ],
)
def test_a_japanese_line_signs_whose_parts_are_a_name_and_a_desk_or_work_age_and_place(
    line: str, people: list[tuple[str, str]]
) -> None:
    (article,) = articles(f"# 塩倉庫を工房に\n\n{line}\n\n{JA}\n\n{JA_MORE}")

    assert article.byline is not None
    assert [(each.name, each.role) for each in article.byline.people] == people


@pytest.mark.parametrize(
    "line", ["無人駅カフェ、高校生が店長", "汐見市旧東小、来春開業", "山名健太（六三）", "（定員・四十人）"]
)
def test_a_headline_a_number_and_a_name_with_an_age_alone_sign_nothing(line: str) -> None:
    assert people_in_parts(line) == ()


def test_a_label_whose_letters_stand_apart_is_closed_up_and_no_name() -> None:
    page = f"# 塩倉庫を工房に\n\n{JA}\n\n潮　風\n\n# 渡し舟の最後の一日\n\n{JA_MORE}"

    assert [(each.rubric, each.byline) for each in articles(page)] == [(None, None), ("潮風", None)]


def test_who_made_a_japanese_page_may_be_named_by_area_and_layout() -> None:
    reading = reading_of(f"# 塩倉庫を工房に\n\n{JA}\n\n港南面担当　山名、長岡　レイアウト　小池")

    assert [each.kind for each in reading.furniture] == ["editors"]


def test_a_korean_county_in_brackets_is_a_dateline() -> None:
    (article,) = articles(f"# 소금 창고 공방으로\n\n[나루군] {KO}")

    assert article.dateline is not None
    assert article.dateline.place == "나루군"


def test_a_korean_line_with_a_mark_that_says_where_it_was_seen_is_a_caption_between_halves_of_a_text() -> None:
    halves = KO.replace("\n", " ").split("목공과 ")
    page = f"# 소금 창고 공방으로\n\n{halves[0]}목공과\n\n△창고 앞에 쌓인 소금 가마니 <11일 나루면에서>\n\n{halves[1]}"

    (article,) = articles(page)

    assert paragraphs(article) == [KO]
    assert len(article.photos) == 1


def test_a_korean_writer_has_his_work_between_angles() -> None:
    (article,) = articles(f"# 소금 창고 공방으로\n\n{KO}\n\n{KO_MORE}\n\n<나루수목원 나무의사>")

    assert article.body[-1].type == "author-note"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{JA}（蛙）", "蛙"),
        (f"{JA}（磯千鳥）", "磯千鳥"),
        (f"{KO} <昊>", "昊"),
        (HANT.replace("減半。", "減半。（良）"), "良"),
    ],
)
def test_one_or_two_characters_in_brackets_behind_a_text_sign_it(text: str, name: str) -> None:
    byline = articles(f"# {text[:7]}\n\n{text}")[0].byline

    assert byline is not None
    assert [each.name for each in byline.people] == [name]


@pytest.mark.parametrize("aside", ["（完）", "（無料）", "（談）"])
def test_asides_behind_a_japanese_text_sign_nothing(aside: str) -> None:
    assert articles(f"# 塩倉庫を工房に\n\n{JA}{aside}")[0].byline is None


@pytest.mark.parametrize(
    ("signed", "name"), [("（農政担当・山名健太）", "山名健太"), ("（瀬浜通信部・山名記者）", "山名")]
)
def test_a_japanese_story_is_signed_by_its_desk_or_by_a_surname_before_the_word_for_reporter(
    signed: str, name: str
) -> None:
    byline = articles(f"# 塩倉庫を工房に\n\n{JA}\n\n{JA_MORE}{signed}")[0].byline

    assert byline is not None
    assert [(each.name, each.role) for each in byline.people] == [(name, "reporter")]


def test_the_last_line_of_a_text_that_a_picture_parts_is_no_label() -> None:
    parts = JA_MORE.split("この十年は")
    page = f"# 塩倉庫を工房に\n\n{JA}  \n{parts[0][:12]}\n\n![](images/a.jpg)\n\n{parts[0][12:]}この十年は{parts[1]}"

    (article,) = articles(page)

    assert article.rubric is None


@pytest.mark.parametrize(
    ("page", "last"),
    [
        (f"# 鹽倉改工坊\n\n{HANT}\n\n溪尾水利會公告\n\n主旨：公告停水日期。\n\n會長 林水源", "會長 林水源"),
        (
            f"塩倉庫を工房に\n\n{JA}\n\n会葬御礼\n\n御会葬下され、御礼申し上げます。\n\n浜町 喪主 山名 太郎",
            "浜町 喪主 山名 太郎",
        ),
    ],
)
def test_who_gives_a_notice_is_part_of_it(page: str, last: str) -> None:
    notice = articles(page)[-1]

    assert (notice.kind, notice.byline, paragraphs(notice)[-1]) == ("notice", None, last)


def test_a_number_that_a_japanese_line_breaks_is_closed_up() -> None:
    page = f"# 塩倉庫を工房に\n\n{JA}\n\n{JA_MORE}申し込みは市役所、電話0298-<br>55-21<br>40へ。"

    assert paragraphs(articles(page)[0])[-1].endswith("電話0298-55-2140へ。")


def test_a_heading_that_begins_with_the_sign_for_a_picture_is_no_caption() -> None:
    items = [
        ("図書館の本、舟で", "町は本を島へ届ける。返すのは次の舟でよい。"),
        ("煙突に灯り", "銭湯が煙突を照らす。電気代は募金で賄う。"),
    ]
    text = "\n\n".join(
        f"## {head}\n\n{below}" for head, below in [*items, ("橋の渋滞", "橋を直す間、車は回り道をする。")]
    )
    found = articles(f"## 塩倉庫を工房に\n\n{JA}\n\n{JA_MORE}\n\n## 浜あちこち\n\n{text}")

    assert [(each.kind, each.headline, each.rubric) for each in found[1:]] == [
        ("brief", "図書館の本、舟で", "浜あちこち"),
        ("brief", "煙突に灯り", "浜あちこち"),
        ("brief", "橋の渋滞", "浜あちこち"),
    ]


def test_a_board_of_a_korean_town_stands_over_its_items() -> None:
    items = "### 나루 책방\n\n나루동에 책방이 생겼다. 주말에 연다.\n\n### 소금 길\n\n24일 소금 길을 걷는다."
    found = articles(f"# 소금 창고 공방으로\n\n{KO}\n\n{KO_MORE}\n\n## 나루 게시판\n\n{items}")

    assert [(each.kind, each.rubric) for each in found[1:]] == [("brief", "나루 게시판")] * 2


def test_news_of_a_town_beside_a_page_with_a_letter_are_a_section_of_taiwan() -> None:
    issue = reading_of(f"B2 溪尾新聞 中華民國104年6月18日\n\n# 鹽倉改工坊\n\n【本報訊】{HANT}").issue

    assert (issue.page, issue.section, issue.publication) == ("B2", "溪尾新聞", None)


def test_a_japanese_section_whose_two_letters_stand_apart_is_closed_up() -> None:
    issue = reading_of(f"（6）　地　方　　昭和五十一年五月十四日\n\n塩倉庫を工房に\n　{JA}").issue

    assert (issue.page, issue.section) == ("6", "地方")


def test_readers_sign_their_letters_with_a_place_beside_the_name_in_taiwan() -> None:
    letters = (
        "河堤的路燈壞了三盞，請派人修理。\n\n林知遠（溪尾鎮，工程師）\n\n操場沒有一棵樹。\n\n高二學生 陳安（南坑鄉）"
    )
    found = articles(f"## 鹽倉改建成為工坊\n\n【本報訊】{HANT}\n\n## 渡口信箱\n\n{letters}")

    assert [(each.kind, each.rubric, each.byline and each.byline.people[0].name) for each in found[1:]] == [
        ("brief", "渡口信箱", "林知遠"),
        ("brief", "渡口信箱", "陳安"),
    ]
    assert [person.role for each in found[1:] if each.byline for person in each.byline.people] == ["author", "author"]


def test_a_heading_over_nothing_but_a_picture_under_briefs_is_a_photo() -> None:
    items = "△農會下週發放肥料。\n\n△渡船加開兩班。"
    picture = "### 屋頂長出稻田\n\n![](images/a.jpg)\n\n▲退休教師在屋頂種稻，昨天收割。（林知遠攝）"
    photo = articles(f"## 鹽倉改建成為工坊\n\n【本報訊】{HANT}\n\n## 沿海點滴\n\n{items}\n\n{picture}")[-1]

    assert (photo.kind, photo.headline, photo.rubric) == ("photo", "屋頂長出稻田", None)


def test_a_name_in_brackets_under_the_essay_of_a_column_of_taiwan_is_its_author() -> None:
    page = f"磨刀石\n\n## 渡口的燈\n\n{HANT_MORE}\n\n燈是給船看的，人在岸上只嫌它刺眼。(石見)"
    byline = articles(f"## 鹽倉改工坊\n\n【本報訊】{HANT}\n\n{page}")[-1].byline

    assert byline is not None
    assert [(each.name, each.role) for each in byline.people] == [("石見", "author")]


def test_a_notice_that_heads_its_block_closes_one_that_ends_in_a_name() -> None:
    lost = "遺失聲明\n茲遺失漁會會員證一本，特此聲明作廢。林水源"
    water = "溪尾營運所停水通告\n本所訂於十五日停止供應用水，請用戶預先儲水。"

    assert [each.headline for each in articles(f"鹽倉改工坊\n\n{HANT}\n\n{lost}\n\n{water}")[1:]] == [
        "遺失聲明",
        "溪尾營運所停水通告",
    ]


@pytest.mark.parametrize(
    "page",
    [
        f"## 소금 길에서\n\n## 창고의 저녁\n\n구현모\n\n{KO}\n\n{KO_MORE}\n\n<나루도서관 사서>",
        f"## 소금 길에서\n\n## 창고의 저녁\n\n{KO}\n\n{KO_MORE}\n\n구현모\n\n(수필가·나루중 교사)",
    ],
)
def test_a_korean_essay_is_signed_by_three_syllables_under_its_headline_or_over_the_note_on_its_author(
    page: str,
) -> None:
    (article,) = articles(page)

    assert (article.rubric, article.headline) == ("소금 길에서", "창고의 저녁")
    assert article.byline is not None
    assert [(each.name, each.role) for each in article.byline.people] == [("구현모", "author")]


def test_a_large_shop_in_a_korean_text_offers_nothing() -> None:
    first = KO_MORE.replace("창고는", "대형 할인점이 문을 열면서 비게 된 창고는")
    (article,) = articles(f"# 소금 창고 공방으로\n\n{KO}\n\n## “지붕만 고쳤어도”\n\n{first}\n\n구현모 기자")

    assert [item.text for item in article.body if item.type == "crosshead"] == ["“지붕만 고쳤어도”"]


def test_two_korean_texts_each_over_its_reporter_are_two_stories() -> None:
    first = f"# 소금 창고 공방으로 시민 품에 돌아온다\n\n{KO}\n\n## “지붕만 고쳤어도”\n\n{KO_MORE}\n\n구현모 기자"
    second = "## 가을 전어 사라졌다\n\n나루 앞바다에서 전어가 잡히지 않는다. 어민들은 빈 배로 돌아온다.\n\n박준석 기자"

    assert [each.headline for each in articles(f"{first}\n\n{second}")] == [
        "소금 창고 공방으로 시민 품에 돌아온다",
        "가을 전어 사라졌다",
    ]


def test_a_korean_paragraph_that_ends_in_who_gave_the_picture_is_its_caption() -> None:
    shown = "13일 나루산성을 찾은 등산객들이 억새 길을 걷고 있다. 억새는 이번 주말이 절정이다. /나루군 제공"
    photo = articles(f"# 소금 창고 공방으로\n\n{KO}\n\n{KO_MORE}\n\n# 억새 물결\n\n{shown}")[-1]

    assert photo.kind == "photo"
    assert [each.credit for each in photo.photos] == ["나루군 제공"]


def test_a_text_of_long_sentences_in_signed_news_is_no_advertisement() -> None:
    told = (
        "院長說，山城留不住醫師，底薪再高也無人應徵，全院只剩兩名主治醫師。院方已與鄰縣醫院談妥支援，"
        "下月起恢復夜間門診，年底前可望補足人手。"
    )
    found = articles(f"# 夜間急診停擺\n\n〔記者王煌志／溪尾報導〕{HANT}\n\n{HANT_MORE}\n\n{told}\n")
    assert [(each.kind, len(paragraphs(each))) for each in found] == [("article", 3)]


def test_rows_of_unlike_length_without_marks_are_lines_of_a_stack() -> None:
    (article,) = articles(
        f"工程費三千二百萬元 歷時兩年\n溪尾鹽倉改建竣工\n下月五日開放 可容學員六十人\n\n【溪尾訊】{HANT}\n"
    )
    assert (article.kicker, article.headline) == ("工程費三千二百萬元 歷時兩年", "溪尾鹽倉改建竣工")


def test_a_line_in_which_somebody_decides_stands_over_what_was_decided() -> None:
    assert roles("縣務會議通過", "舊鹽倉明年改為鎮民工坊") == ("縣務會議通過", "舊鹽倉明年改為鎮民工坊", ())


def test_two_clauses_without_a_subject_are_no_headline() -> None:
    assert roles("漁民露宿縣府抗議", "要求原地安置 縣府：仍在研議") == (
        None,
        "漁民露宿縣府抗議",
        ("要求原地安置 縣府：仍在研議",),
    )


def test_a_line_without_colon_names_the_editor_of_the_page() -> None:
    reading = reading_of(f"# 舊鹽倉改建工坊\n\n【溪尾訊】{HANT}\n\n{HANT_MORE}\n\n本版編輯 王煌志\n")
    assert [piece.kind for piece in reading.furniture] == ["editors"]


@pytest.mark.parametrize("rubric", ["県内通信", "郡内だより", "管内の話題"])
def test_a_japanese_rubric_of_a_region_stands_over_briefs(rubric: str) -> None:
    found = articles(
        f"# {rubric}\n\n【瀬浜】町は十五日、旧港の倉庫を開く。\n\n【汐見】汐見の浜に九日、鯨が打ち上げられた。\n"
    )
    assert [(each.kind, each.rubric) for each in found] == [("brief", rubric)] * 2


def test_a_headline_that_tells_of_a_death_is_a_notice() -> None:
    text = "元町長の山名健太氏は十九日、脳出血のため死去、八十一歳。葬儀は二十二日午後一時から光明寺で。"
    assert [each.kind for each in articles(f"# 倉庫を工房に\n\n{JA}\n\n{JA_MORE}\n\n# 山名健太氏死去\n\n{text}\n")] == [
        "article",
        "notice",
    ]


def test_a_japanese_forecast_below_a_text_with_a_dateline_is_furniture() -> None:
    reading = reading_of(f"# 倉庫を工房に\n\n【瀬浜】{JA}\n\nあすの天気 南の風 晴れ 夕方雷雨 最高三十三度\n")
    assert [piece.kind for piece in reading.furniture] == ["weather"]


def test_a_korean_page_has_its_number_in_brackets() -> None:
    reading = reading_of(f"【11】 1988년 4월 13일 水曜日 社會\n\n# 소금 창고를 공방으로\n\n{KO}\n")
    assert reading.issue.page == "11"


def test_a_line_that_leads_on_to_the_headline_is_its_kicker() -> None:
    (article,) = articles(f"# 耕運機ブームのかげに\n\n# 姿消す農耕馬 十年で半分\n\n{JA}\n\n{JA_MORE}\n")
    assert (article.kicker, article.headline) == ("耕運機ブームのかげに", "姿消す農耕馬 十年で半分")


def test_a_korean_day_since_an_event_is_a_kicker() -> None:
    (article,) = articles(f"## 단계적 일상회복 사흘째\n\n## 동네 식당 웃고 노래방 울상\n\n{KO}\n\n{KO_MORE}\n")
    assert (article.kicker, article.headline) == ("단계적 일상회복 사흘째", "동네 식당 웃고 노래방 울상")


def test_a_korean_count_over_what_happened_to_it_is_a_kicker() -> None:
    (article,) = articles(
        f"## 나루항 준설토 14만톤\n\n## 밤바다에 몰래 버렸다\n\n## 어민들 대책 요구\n\n{KO}\n\n{KO_MORE}\n"
    )
    assert (article.kicker, article.headline) == ("나루항 준설토 14만톤", "밤바다에 몰래 버렸다")


def test_a_marked_line_as_broad_as_the_lines_right_below_it_is_the_first_of_their_text() -> None:
    printed = "#### 나루시는 13일 옛 소금\n창고를 시민 공방으로 바꾸는\n계획을 내놓았다. 벽과 지붕을\n고친다."
    stack = "#### 소금 창고를 공방으로\n\n#### 내년 4월 문 열어"
    (article,) = articles(f"{stack}\n\n{printed}\n\n{KO_MORE}\n")
    assert (article.headline, len(paragraphs(article))) == ("소금 창고를 공방으로", 2)


def test_a_triangle_over_the_credit_of_a_korean_reporter_opens_a_caption() -> None:
    caption = "▲12일 나루항에서 어민들이 조개를 쏟아놓고 항의하고 있다."
    found = articles(f"# 소금 창고를 공방으로\n\n{KO}\n\n{KO_MORE}\n\n{caption}\n<李正洙기자 촬영>\n")
    photos = [photo for each in found for photo in each.photos]
    assert [(photo.credit, photo.people[0].name) for photo in photos] == [("李正洙기자 촬영", "李正洙")]


def test_a_korean_sentence_goes_on_where_the_line_above_had_no_room_for_its_first_word() -> None:
    printed = (
        "나루항 준설공사를 맡은 업체가\n정해진 투기장까지 가지 않고\n앞바다에 몰래 버려온 사실이\n"
        "드러났다. 해경은 알렸다.\n나루해양경찰서는 12일 현장소\n장 등 4명을 입건, 조사중이다."
    )
    (article,) = articles(f"## 준설토 몰래 버려\n\n{printed}\n")
    assert len(paragraphs(article)) == 1


def test_a_japanese_caption_of_two_lines_is_one() -> None:
    caption = "秋の彼岸を前に、慈眼寺の参道で花が満開。\n墓参りの人たちが足を止めていた＝十九日午後（山名健太撮影）"
    found = articles(f"# 倉庫を工房に\n\n{JA}\n\n{JA_MORE}\n\n# ひと足早い彼岸花\n\n{caption}\n")
    assert [each.kind for each in found] == ["article", "photo"]
    assert found[1].photos[0].caption is not None
    assert found[1].photos[0].caption.startswith("秋の彼岸を前に")


def test_a_marked_line_as_large_as_the_rubric_closes_its_unmarked_items() -> None:
    struck = "踏切で十九日夜、男性が貨物列車にはねられ死亡した。"
    hurt = "山林で同日朝、女性がクマに顔をひっかかれた。"
    items = f"列車に飛び込み\n\n{struck}\n\nクマに襲われ重傷\n\n{hurt}"
    above, below = f"# 倉庫を工房に\n\n{JA}\n\n{JA_MORE}", f"# 県道の橋を架け替え\n\n{JA_MORE}"
    found = articles(f"{above}\n\n# 夜間受付\n\n{items}\n\n{below}\n")
    assert [each.rubric for each in found] == [None, "夜間受付", "夜間受付", None]


def test_japanese_items_that_are_each_led_by_a_place_stand_under_a_rubric() -> None:
    items = "【瀬浜】町は十五日、旧港の倉庫を開く。\n\n【汐見】汐見の浜に九日、鯨が打ち上げられた。"
    assert [each.kind for each in articles(f"# 浜と山\n\n{items}\n")] == ["brief", "brief"]


def test_a_japanese_headline_in_two_rows_stands_between_kicker_and_subhead() -> None:
    stack = "# 瀬浜・駅前通り商店街\n\n# 駅前の空き店舗に高校生の\n\n# 「一坪商店」12軒\n\n# 来春まで実験 黒字の店も"
    (article,) = articles(f"{stack}\n\n{JA}\n\n{JA_MORE}\n")
    assert (article.kicker, article.headline) == ("瀬浜・駅前通り商店街", "駅前の空き店舗に高校生の「一坪商店」12軒")
