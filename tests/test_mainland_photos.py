"""Pictures on pages of mainland China: whose they are, each on a page that is cut down to it."""

from __future__ import annotations

from newsarchive.articles.record import Article
from tests.test_mainland_pages import MORE, NEWS, articles_of

SHOWN = "12月3日，云浦港三期码头首批两台起重机运抵安装现场，明年六月建成后每年可装卸三千万吨。苗青 摄"


def kinds(articles: list[Article]) -> list[tuple[str, str]]:
    return [(article.kind, article.headline) for article in articles]


def test_a_picture_with_a_label_in_two_lines_stands_by_itself_though_a_column_goes_on_below_it() -> None:
    cut = ("分馆馆长柳枝说，捐书的读者里年纪最大的八十九岁，最小", "的刚上幼儿园。她给每个人都写了回信。")
    for pictures in (["码头建设\n进行曲", SHOWN], [SHOWN, "码头建设\n进行曲"]):
        story, photo = articles_of("## 少儿分馆开馆", NEWS, cut[0], *pictures, cut[1])

        assert [story.headline, story.body[-1].text] == ["少儿分馆开馆", "".join(cut)]
        assert (photo.kind, photo.headline, photo.rubric) == ("photo", "码头建设进行曲", "码头建设进行曲")


def test_a_label_between_a_picture_and_its_caption_takes_the_picture_along() -> None:
    picture = "![](images/4e1b07c93d5af2286b0c9d17e5f3a841.jpg)"
    story, photo = articles_of("# 少儿分馆开馆", NEWS, MORE, f"{picture}  ", "镜头里的\n港口", SHOWN)

    assert story.photos == ()
    assert [(shown.image or "").startswith("images/") for shown in photo.photos] == [True]


def test_a_caption_inside_a_story_that_tells_of_something_else_is_a_photo() -> None:
    assert kinds(articles_of("## 少儿分馆开馆", NEWS, SHOWN, MORE)) == [
        ("article", "少儿分馆开馆"),
        ("photo", "12月3日，云浦港三期码头首批两台起重机运抵安装现场"),
    ]


def test_a_short_caption_inside_a_story_is_of_it() -> None:
    (found,) = articles_of("## 少儿分馆开馆", NEWS, "孩子们翻看捐来的童书。苗青 摄", MORE)

    assert [photo.caption for photo in found.photos] == ["孩子们翻看捐来的童书。"]


def test_a_picture_over_a_heading_with_nothing_but_a_caption_below_belongs_to_it() -> None:
    picture = '<div style="text-align: center;"><img src="imgs/box_88.jpg" alt="Image" /></div>'
    centred = f'<div style="text-align: center;">{SHOWN}</div>'
    story, photo = articles_of("## 少儿分馆开馆", NEWS, MORE, picture, "## 起重机到港", centred)

    assert story.photos == ()
    assert (photo.headline, [shown.image for shown in photo.photos]) == ("起重机到港", ["imgs/box_88.jpg"])


def test_a_caption_in_printed_lines_that_says_what_it_shows_stands_over_its_credit() -> None:
    lines = "县第二织布厂女工王春梅，入厂六年没有出过\n一匹次布，最近被评为操作能手。图为她在认\n真检查布面。"
    *_, photo = articles_of("# 少儿分馆开馆", NEWS, MORE, lines, "丁 力 摄")

    assert [(shown.caption or "")[:6] for shown in photo.photos] == ["县第二织布厂"]
    assert [person.name for shown in photo.photos for person in shown.people] == ["丁力"]


def test_a_caption_goes_to_the_story_that_names_who_stands_where_in_the_picture() -> None:
    match = "终场前两分钟替补小将凌志一锤定音，队长葛跃第一个冲上去把他抱了起来，看台上一片欢呼。"
    won, opened = articles_of(
        *("## 海燕绝杀保级", f"本报讯（记者 程万里）{match}", "## 少儿分馆开馆", NEWS, MORE),
        *("![](page_img_2.png)", "进球功臣凌志（左）与队友相拥。田野 摄"),
    )

    assert [len(story.photos) for story in (won, opened)] == [1, 0]


def test_a_heading_over_nothing_but_a_caption_is_a_photo_whatever_its_words() -> None:
    photo, story = articles_of("## 街头一瞥", SHOWN, "## 少儿分馆开馆", NEWS, MORE)

    assert (photo.kind, photo.rubric, story.rubric) == ("photo", "街头一瞥", None)


def test_names_and_the_word_for_taking_pictures_are_a_credit_and_no_caption() -> None:
    told = "7月16日，桃溪法庭把巡回审判点设在南坞村的桃园里，公开审理一起果品买卖的官司。"
    (found,) = articles_of("## 法庭开进果园", told, "樊 沁 陆子衡 摄")

    assert (found.kind, [person.name for person in found.photos[0].people]) == ("photo", ["樊沁", "陆子衡"])


def test_a_headed_photo_that_a_tool_set_into_a_column_stands_by_itself() -> None:
    cut = ("分馆馆长柳枝说，捐书的读者里年纪最大的八十九岁，最小", "的刚上幼儿园。她给每个人都写了回信。")
    picture = '<div style="text-align: center;"><img src="imgs/box_88.jpg" alt="Image" /></div>'
    centred = f'<div style="text-align: center;">{SHOWN}</div>'
    story, photo = articles_of("# 少儿分馆开馆", NEWS, cut[0], "# 起重机到港", picture, centred, cut[1])

    assert story.body[-1].text == "".join(cut)
    assert (photo.kind, photo.headline) == ("photo", "起重机到港")


def test_two_short_lines_over_a_picture_without_words_are_read() -> None:
    found = articles_of("## 少儿分馆开馆", NEWS, "镜头里的\n港口", "![](images/1.jpg)")

    assert [photo.image for article in found for photo in article.photos] == ["images/1.jpg"]
