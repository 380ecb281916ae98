"""Blocks: the structure that tools leave of a page, each piece with its lines, no character lost."""

from __future__ import annotations

import pytest

from newsarchive.blocks import Block, to_blocks


def texts(body: str) -> list[tuple[str, list[str]]]:
    return [(block.kind, [line.text for line in block.lines]) for block in to_blocks(body)]


def only(body: str) -> Block:
    (block,) = to_blocks(body)
    return block


def test_headings_and_paragraphs_know_their_lines() -> None:
    heading, paragraph = to_blocks("\n## 标题 \n\n第一行\n第二行", first_line=5)

    assert (heading.kind, heading.level, heading.at) == ("heading", 2, (6, 6))
    assert [(line.number, line.text) for line in paragraph.lines] == [(8, "第一行"), (9, "第二行")]


@pytest.mark.parametrize("text", ["##标题", "## 标题", "### 标题 ##", "#标题"])
def test_a_heading_is_one_with_or_without_the_space(text: str) -> None:
    block = only(text)

    assert block.kind == "heading"
    assert block.lines[0].text == "标题"


@pytest.mark.parametrize("text", ["1. 第一", "- 不是列表", "    四个空格", "[文字](网址)", "正文\n===="])
def test_what_markdown_would_hide_stays_text(text: str) -> None:
    assert "".join(line.text for line in only(text).lines) == text.strip().replace("\n", "")


@pytest.mark.parametrize("text", ["正文\n    # 不是标题", "正文\n\t---", "####### 七个", "-*-", "#", "- - x"])
def test_what_commonmark_takes_for_text_is_text(text: str) -> None:
    assert [block.kind for block in to_blocks(text)] == ["paragraph"] * (text != "#")


@pytest.mark.parametrize("rule", ["---", "  * * *", "____", "- - -"])
def test_a_printed_rule_parts_the_lines_above_and_below(rule: str) -> None:
    assert [block.kind for block in to_blocks(f"上文\n{rule}\n下文")] == ["paragraph", "furniture", "paragraph"]


def test_a_picture_is_a_block_and_its_caption_the_next() -> None:
    picture, caption = to_blocks("![](images/1.jpg)  \n图为现场。")

    assert (picture.kind, picture.name) == ("image", "images/1.jpg")
    assert caption.lines[0].text == "图为现场。"


def test_a_picture_that_holds_its_own_bytes_keeps_only_the_head_of_its_address() -> None:
    assert only("![](data:image/png;base64," + "A" * 100_000 + ")").name == "data:image/png;base64"


def test_tags_of_tools_are_marks_and_unknown_tags_are_text() -> None:
    body = '<div style="text-align: center;">图4 说明</div>\n\n<script>alert(1)</script>\n\n甲<br>乙<sup>2</sup>'

    assert texts(body) == [
        ("paragraph", ["图4 说明"]),
        ("paragraph", ["<script>alert(1)</script>"]),
        ("paragraph", ["甲", "乙2"]),
    ]


def test_a_break_at_the_end_of_a_line_is_one_line_break() -> None:
    blocks = to_blocks("甲<br>\n乙<br/> \n丙\n\n丁")

    assert [[(line.number, line.text) for line in block.lines] for block in blocks] == [
        [(1, "甲"), (2, "乙"), (3, "丙")],
        [(5, "丁")],
    ]


def test_comments_are_furniture_as_they_stand() -> None:
    page, image, other = to_blocks("<!-- 第 5 页 -->\n<!-- image -->\n<!-- 乱码 -->")

    assert (page.name, page.lines[0].text) == ("page-marker", "<!-- 第 5 页 -->")
    assert image.kind == "image"
    assert other.name == "other"


def test_tables_keep_cells_that_the_first_row_has_not() -> None:
    assert texts("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |") == [("table", ["甲 | 乙", "1 | 2 | 3"])]


def test_tables_in_html_and_in_columns_of_spaces_are_tables_too() -> None:
    assert texts("<table><tr><td>甲</td><td>1</td></tr>\n<tr><td>乙</td></tr></table>") == [("table", ["甲 | 1", "乙"])]
    assert texts("Day   High   Low\nThu   04.12   10.31") == [("table", ["Day | High | Low", "Thu | 04.12 | 10.31"])]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("**“国际化”**双向", "“国际化”双向"),
        (r"\(2021年\) a\_b", "(2021年) a_b"),
        ("Tom &amp; Anna &lt;3", "Tom & Anna <3"),
        (r"$1 6 \sim 3 0 ~ ℃$", "16~30℃"),
        ("costs $5 and $6", "costs $5 and $6"),
        ("2*3*4", "2*3*4"),
    ],
)
def test_marks_inside_lines_are_resolved(raw: str, shown: str) -> None:
    assert only(raw).lines[0].text == shown


def test_a_bold_line_among_others_is_a_block_of_its_own() -> None:
    bold, plain = to_blocks("**刮痕也是资料**\n与一般收藏家不同")

    assert (bold.bold, plain.bold) == (True, False)


def test_boxes_of_a_detector_are_furniture_and_name_what_follows() -> None:
    box, caption = to_blocks("<|ref|>image_caption<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n图说")

    assert (box.kind, box.name) == ("furniture", "detection")
    assert caption.name == "image_caption"


def test_a_wrapper_of_fences_falls_away() -> None:
    assert texts("```markdown\n# 标题\n```") == [("heading", ["标题"])]


def test_lines_of_as_many_cells_with_numbers_are_a_table_though_one_space_parts_them() -> None:
    (table,) = to_blocks("名次 队名 胜负 积分  \n1 北湾飞鱼 9胜2负 20  \n2 鹭州海狮 9胜2负 20\n", 1)

    assert table.kind == "table"
    assert [line.text for line in table.lines][1] == "1 | 北湾飞鱼 | 9胜2负 | 20"
    assert [block.kind for block in to_blocks("市图书馆 昨天 开馆\n童书 三万 册\n馆长 柳枝 说\n", 1)] == ["paragraph"]
