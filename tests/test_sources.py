"""Folders and bytes as they come: encodings, damage, front matter, file names, links."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.config import Config, SourceFolder
from newsarchive.problems import SourcesError
from newsarchive.sources import (
    Hints,
    Source,
    find_date,
    folders,
    parse_date,
    printed_page,
    read_source,
    scan,
    to_source,
)
from newsarchive.sources.paths import hints_from_path, hints_from_pattern

SEEDS = SourceFolder("seeds")

SIMPLIFIED = """本报讯（记者 林晓舟）昨日，青河市召开全市防汛工作会议，部署下一阶段的工作。
会议指出，今年入汛以来，我市降雨明显偏多，各级各部门要提高认识，落实责任。
"""
TRADITIONAL = """【本報訊】市長昨日表示，新建的圖書館將於下個月正式開放，市民可以免費借閱書籍。
館方說，這次開放的樓層共有五層，兒童區設在一樓。
"""
JAPANESE = """市立図書館は来月から新しい建物で開館すると発表した。市民は無料で本を借りることができる。
館長は「多くの人に来てほしい」と話している。
"""
KOREAN = "시립 도서관은 다음 달부터 새로운 건물에서 문을 연다고 밝혔다. 시민들은 무료로 책을 빌릴 수 있다.\n"
GERMAN = "Der Bürgermeister sagte gestern, die Brücke über den Fluß werde im nächsten Jahr geöffnet.\n"
FRENCH = "Le maire a déclaré hier que la bibliothèque serait ouverte l’année prochaine. « C’est bien », a-t-il dit.\n"
ENGLISH = "The mayor said “the library will open” on Monday – at the café.\n"
TURKISH = "Belediye başkanı dün yaptığı açıklamada köprünün gelecek yıl açılacağını söyledi.\n"
POLISH = "Burmistrz powiedział wczoraj, że nowa biblioteka zostanie otwarta w przyszłym miesiącu.\n"
RUSSIAN = "Вчера мэр города сообщил, что новая библиотека откроется в следующем месяце.\n"


def source(data: str | bytes, path: str = "1.txt", folder: SourceFolder = SEEDS) -> Source:
    return to_source(path, data.encode() if isinstance(data, str) else data, folder)


def codes(read: Source) -> list[str]:
    return [problem.code for problem in read.problems]


# Decoding


def test_utf8_comes_through_untouched() -> None:
    read = source(SIMPLIFIED)

    assert (read.text, read.encoding, read.problems) == (SIMPLIFIED, "utf-8", ())


def test_the_digest_is_of_the_raw_bytes() -> None:
    data = b"\xef\xbb\xbfa\r\nb"

    assert source(data).sha256 == hashlib.sha256(data).hexdigest()


def test_line_ends_of_windows_and_old_macs_become_one_kind() -> None:
    assert source(b"a\r\nb\rc\n\r\nd").text == "a\nb\nc\n\nd"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_is_cut(encoding: str) -> None:
    assert source(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (JAPANESE, "cp932", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp_2"),
        (KOREAN, "cp949", "cp949"),
        (GERMAN, "cp1252", "cp1252"),
        (GERMAN, "mac_roman", "mac_roman"),
        (GERMAN, "cp850", "cp850"),
        (FRENCH, "cp1252", "cp1252"),
        (ENGLISH, "cp1252", "cp1252"),
        (TURKISH, "cp1254", "cp1254"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "iso8859_2", "iso8859_2"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (TRADITIONAL, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
    ],
)
def test_an_older_encoding_is_told_by_what_reads_like_prose(text: str, encoding: str, expected: str) -> None:
    read = source(text.encode(encoding))

    assert (read.text, read.encoding) == (text, expected)
    assert [(problem.code, problem.severity) for problem in read.problems] == [("encoding", "info")]


@pytest.mark.parametrize(("text", "encoding"), [("本报讯记者", "gb18030"), ("本報訊記者", "big5"), ("です。", "cp932")])
def test_a_few_characters_are_enough_to_tell_the_encoding(text: str, encoding: str) -> None:
    assert source(text.encode(encoding)).text == text


def test_a_stray_byte_in_utf8_is_named_with_its_place() -> None:
    read = source("第一行\n第二行有".encode() + b"\xff" + "字\n第三行\n".encode())

    assert read.text == "第一行\n第二行有\ufffd字\n第三行\n"
    assert [str(problem) for problem in read.problems] == [
        "1.txt:2: warning: line 2, column 5: byte 0xFF is not UTF-8 and is shown as \ufffd [stray-byte]"
    ]


def test_five_stray_bytes_are_named_and_the_rest_counted() -> None:
    page = (SIMPLIFIED * 20).encode().split("，".encode())
    read = source(b"\xff".join(page[:9]) + "，".encode().join(page[9:]))

    assert read.encoding == "utf-8"
    assert codes(read) == ["stray-byte"] * 6
    assert read.problems[-1].message == "8 places in all are not UTF-8; the first 5 are named"


def test_a_stray_byte_in_an_older_encoding_does_not_lose_the_page() -> None:
    read = source(SIMPLIFIED.encode("gb18030") + b"\xff\n" + SIMPLIFIED.encode("gb18030"))

    assert (read.text, read.encoding) == (f"{SIMPLIFIED}\ufffd\n{SIMPLIFIED}", "gb18030")
    assert codes(read) == ["encoding", "stray-byte"]


def test_much_damage_in_utf8_does_not_make_it_another_encoding() -> None:
    read = source(SIMPLIFIED.encode() + "【".encode()[:2] * 20 + SIMPLIFIED.encode())

    assert read.text.startswith(SIMPLIFIED)
    assert read.text.endswith(SIMPLIFIED)


def test_a_stray_byte_among_ascii_is_no_other_language() -> None:
    assert source(b"Plain words\nwith \xff one").text == "Plain words\nwith \ufffd one"


def test_control_characters_are_shown_and_counted() -> None:
    read = source("第一行\n第二\x00行\x07有\t制表\f换页\v符号\x1b")

    assert read.text == "第一行\n第二\ufffd行\ufffd有\t制表\f换页\v符号\ufffd"
    assert [(problem.where.line, problem.code) for problem in read.problems] == [(2, "control-character")]
    assert read.problems[0].message == "3 control characters are shown as \ufffd; the first, U+0000, is in line 2"


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"GIF89a\x01", "a GIF picture"),
        (b"PK\x03\x04\x14", "a ZIP file"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\xff\xfe", "a binary file"),
        (bytes(range(256)) * 8, "a binary file"),
        (b"\x01\x02\x03abc", "a binary file"),
    ],
)
def test_a_binary_file_is_an_error_that_says_what_it_looks_like(data: bytes, looks: str) -> None:
    read = source(data)

    assert (read.text, codes(read), read.problems[0].severity) == ("", ["binary"], "error")
    assert looks in read.problems[0].message


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"---\npage: 1\n---\n\n"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    assert codes(source(data)) == ["empty"]


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=400) | st.binary(max_size=60).map(lambda data: b"---\n" + data + b"\n---\nx"))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    read = source(data)

    assert "\r" not in read.text
    assert read.body in read.text


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=300))
def test_any_text_without_control_characters_comes_through_untouched(text: str) -> None:
    cut = text.removeprefix("\ufeff")

    assert source(text).text == cut


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t"), max_size=40))
def test_any_front_matter_leaves_the_body_whole(block: str) -> None:
    read = source(f"---\n{block}\n---\nBody of the page\n".encode("utf-8", "replace"))

    assert read.text.endswith(read.body)
    assert "Body of the page\n" in read.body


# Front matter


def test_front_matter_says_what_the_page_is() -> None:
    read = source(
        "---\npublication: 青河日报\ndate: 2023-11-24\npage: 04\nsection: 副刊\n"
        "tags: [防汛, 水利]\nlanguage: zh_Hans\nnote: 右下角缺损\n---\n# 题\n"
    )

    assert read.hints == Hints(
        publication="青河日报",
        date="2023-11-24",
        page="4",
        section="副刊",
        language="zh-Hans",
        tags=("防汛", "水利"),
        note="右下角缺损",
        evidence=dict.fromkeys(("publication", "date", "page", "section", "language", "note", "tags"), "front-matter"),
    )
    assert (read.first_line, read.body, read.problems) == (10, "# 题\n", ())


def test_the_text_keeps_the_front_matter_so_that_lines_lead_back() -> None:
    read = source("---\npage: 1\n...\n正文\n")

    assert read.text.split("\n")[read.first_line - 1] == "正文"


@pytest.mark.parametrize("written", ["[a, b, a]", "a, b", "a、b", "a，b；", "\n  - a\n  - b"])
def test_tags_may_be_a_list_or_text_with_commas(written: str) -> None:
    assert source(f"---\ntags: {written}\n---\nx").hints.tags == ("a", "b")


@pytest.mark.parametrize("page", ["010", "10", "'10'", "第十版"])
def test_a_page_number_is_read_as_written_not_as_octal(page: str) -> None:
    assert source(f"---\npage: {page}\n---\nx").hints.page == "10"


@pytest.mark.parametrize("written", ["2023-11-24", "2023/11/24", "20231124", "2023年11月24日", "2023-11-24 08:00:00"])
def test_a_date_may_stand_in_any_common_form(written: str) -> None:
    assert source(f"---\ndate: {written}\n---\nx").hints.date == "2023-11-24"


def test_an_unknown_key_is_named_with_a_suggestion() -> None:
    read = source("---\ndate: 2023-11-24\npublicaton: 青河日报\n---\nx")

    assert [str(problem) for problem in read.problems] == [
        "1.txt:3: warning: unknown key 'publicaton' in the front matter, did you mean 'publication'? [front-matter-key]"
    ]
    assert read.body == "x"


def test_the_language_that_olmocr_writes_is_taken_and_the_rest_ignored() -> None:
    read = source(
        "---\nprimary_language: zh\nis_rotation_valid: True\nrotation_correction: 0\nis_table: False\n"
        "is_diagram: False\n---\n正文"
    )

    assert (read.hints.language, read.body, read.problems) == ("zh", "正文", ())


def test_broken_front_matter_stays_text_of_the_page() -> None:
    read = source("---\npage: 1\ndate: [2023\n---\n正文\n")

    assert read.body == read.text
    assert [(problem.where.line, problem.code) for problem in read.problems] == [(4, "front-matter")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("date: 2023-13-40", "'2023-13-40' is not a date such as 2023-11-24; it is left out"),
        ("date: [2023]", "date must be text, not a list; it is left out"),
        ("page: {a: 1}", "page must be text, not a mapping; it is left out"),
        ("tags: {a: 1}", "tags must be a list of words, or words with commas between; it is left out"),
        ("language: Chinese writing", "'Chinese writing' is not a language tag such as zh-Hans or en; it is left out"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_with_its_line(line: str, words: str) -> None:
    read = source(f"---\nnote: x\n{line}\n---\nbody")

    assert [(problem.where.line, problem.message) for problem in read.problems] == [(3, words)]
    assert read.body == "body"


@pytest.mark.parametrize(
    "text",
    [
        "---\n正文第一段。\n\n---\n第二段。\n",
        "---\n\n---\n正文\n",
        "---\nBerlin: Der Kanzler sprach.\n---\nZweiter Absatz.\n",
        "---\n[a: b\n---\nnot meant as front matter\n",
        "---\npage: 1\nno end\n",
        "---\npage: " + "[" * 10_000 + "\n---\n",
        "---\n" + "- " * 9_000 + "\n---\n",
        "---\n" + "page: 1\n" * 3_000 + "---\n",
        "----\npage: 1\n---\nx",
        "\n---\npage: 1\n---\nx",
    ],
)
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    read = source(text)

    assert (read.body, read.problems) == (text, ())


# Paths


@pytest.mark.parametrize(
    ("path", "day", "page"),
    [
        ("2023-11-24/01.txt", "2023-11-24", "1"),
        ("20231124_A01.md", "2023-11-24", "A1"),
        ("20231124A01.md", "2023-11-24", "A1"),
        ("2023/11/24/03.txt", "2023-11-24", "3"),
        ("2023/1124/05.txt", "2023-11-24", "5"),
        ("2023-11/24/A01.txt", "2023-11-24", "A1"),
        ("2023/11/2023-11-24/b12.txt", "2023-11-24", "B12"),
        ("2023/1/5/3.txt", "2023-01-05", "3"),
        ("rmrb_20231124_01.txt", "2023-11-24", "1"),
        ("rmrb20231124-01.txt", "2023-11-24", "1"),
        ("paper_20231124_1-05.txt", "2023-11-24", "5"),
        ("2023年11月24日第1版.txt", "2023-11-24", "1"),
        ("２０２３年１１月２４日/第３版.txt", "2023-11-24", "3"),
        ("一九五一年三月五日/第四版.txt", "1951-03-05", "4"),
        ("1951/03/05/p4.txt", "1951-03-05", "4"),
        ("news-1963-05-04-page-3.md", "1963-05-04", "3"),
        ("1963_May_04_p2.txt", "1963-05-04", "2"),
        ("19510305-04.txt", "1951-03-05", "4"),
        ("19510305/page_0012.txt", "1951-03-05", "12"),
        ("2023/11/24/A01/text.txt", "2023-11-24", "A1"),
        ("A01_20231124.txt", "2023-11-24", "A1"),
        ("1951-03-05.txt", "1951-03-05", None),
        ("000_20231124.txt", "2023-11-24", None),
    ],
)
def test_a_path_says_date_and_page(path: str, day: str, page: str | None) -> None:
    hints = hints_from_path(path)

    assert (hints.date, hints.page) == (day, page)


@pytest.mark.parametrize(
    "path",
    [
        "000_d6f4483efcf4ed48.txt",
        "20231399.txt",
        "2023-02-30/01.txt",
        "15001124/01.txt",
        "d20231124f.txt",
        "ab20231124ffee.txt",
        "12020231124.txt",
        "2023112401234.txt",
        "550e8400-1951-0305-a716-446655440000.txt",
        "1700812800.txt",
        "01.txt",
        "2023/01.txt",
        "notes.txt",
    ],
)
def test_a_number_that_is_no_date_stays_a_number(path: str) -> None:
    hints = hints_from_path(path)

    assert (hints.date, hints.page) == (None, None)


def test_a_path_is_evidence_of_its_own_kind() -> None:
    assert source("x", "2023-11-24/01.txt").hints.evidence == {"date": "path", "page": "path"}


def test_the_folder_in_the_configuration_is_part_of_the_path() -> None:
    assert source("x", "03/05/p4.txt", SourceFolder("scans/1951")).hints.date == "1951-03-05"


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("1951/0305/04.TXT", "{year}/{month}{day}/{page}.txt", (None, "1951-03-05", "4", None)),
        ("1951/0305/04.md", "{year}/{month}{day}/{page}", (None, "1951-03-05", "4", None)),
        ("青河/19510305/副刊_b2.txt", "{publication}/{date}/{section}_{page}", ("青河", "1951-03-05", "B2", "副刊")),
        ("batch 7/x-05-03-1951.txt", "*/*-{day}-{month}-{year}.txt", (None, "1951-03-05", None, None)),
        ("1951/1951-3-5.txt", "{year}/{year}-{month}-{day}.txt", (None, "1951-03-05", None, None)),
    ],
)  # fmt: skip
def test_a_pattern_reads_the_path(path: str, pattern: str, expected: tuple[str | None, ...]) -> None:
    hints = hints_from_pattern(path, pattern)

    assert hints is not None
    assert (hints.publication, hints.date, hints.page, hints.section) == expected


def test_a_path_of_another_form_or_without_such_a_day_is_left_to_the_usual_rules() -> None:
    folder = SourceFolder("seeds", "{year}/{month}{day}/{page}.txt")

    assert source("x", "1951/0230/04.txt", folder).hints.date is None
    assert source("x", "1951-03-05/04.txt", folder).hints.evidence["date"] == "path"


def test_front_matter_wins_over_pattern_and_pattern_over_path_and_defaults_fill_the_rest() -> None:
    folder = SourceFolder("seeds", "*/{date}-{page}.txt", publication="青河日报", language="zh-Hans", section="要闻")
    read = source("---\npage: 9\nsection: 副刊\n---\nx", "2023-11-24/19510305-04.txt", folder)

    assert read.hints == Hints(
        publication="青河日报",
        date="1951-03-05",
        page="9",
        section="副刊",
        language="zh-Hans",
        evidence={
            "page": "front-matter",
            "section": "front-matter",
            "date": "pattern",
            "publication": "pattern",
            "language": "pattern",
        },
    )


# Dates


@pytest.mark.parametrize(
    "text",
    [
        "1951-03-05", "1951/3/5", "1951.03.05", "1951. 3. 5.", "19510305", "１９５１年３月５日", "1951年3月5日 星期一",
        "一九五一年三月五日", "民國40年3月5日", "中華民國四十年三月五日", "民國卌年三月五日",
        "昭和26年3月5日",
        "昭和二十六年三月五日", "昭和26年(1951年)3月5日(月曜日)", "1951년 3월 5일 월요일",
        "단기 4284년 3월 5일",
        "5 March 1951", "March 5, 1951", "Monday, March 5th, 1951.", "5-Mar-1951", "MARCH 5, 1951", "5. März 1951",
        "Montag, den 5. März 1951", "lundi 5 mars 1951", "5 marzo 1951", "5 de marzo de 1951", "5 Mart 1951",
        "5 mars 1951", "5. maaliskuuta 1951", "5 марта 1951", "5.3.1951", "05.03.1951", "1951 March 5",
        "1951-03-05T08:00:00Z", "5. mars 1951",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_common_form(text: str) -> None:
    assert parse_date(text) == "1951-03-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二三年十一月二十四日", "2023-11-24"),
        ("二○二三年十一月廿四日", "2023-11-24"),
        ("二０二三年十一月二十四日", "2023-11-24"),
        ("令和元年5月1日", "2019-05-01"),
        ("le 1er août 1914", "1914-08-01"),
        ("24 KASIM 2023", "2023-11-24"),
        ("12 Şubat 1951", "1951-02-12"),
        ("24/11/2023", "2023-11-24"),
        ("11/24/2023", "2023-11-24"),
    ],
)
def test_a_date_is_read_in_less_common_forms(text: str, expected: str) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "3/5/1951", "20231399", "2023-02-30", "1599-01-01", "2101-01-01", "11月24日", "114年11月28日", "2023年",
     "at noon on 5 March 1951", "2023-11-24-05", "1.2.2023.11.24"],
)  # fmt: skip
def test_what_is_no_date_or_could_be_two_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_year_of_the_republic_is_read_where_the_caller_says_so() -> None:
    assert parse_date("114年11月28日", roc=True) == "2025-11-28"


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("青河日报2023年11月24日 星期五 第1版", "2023-11-24", "2023年11月24日"),
        ("青河日报 2023-11-24 A01", "2023-11-24", "2023-11-24"),
        ("THE RIVER POST, MONDAY, MARCH 5, 1951. PAGE 3", "1951-03-05", "MARCH 5, 1951"),
        ("中華民國四十年三月五日 星期一 第二版", "1951-03-05", "中華民國四十年三月五日"),
        ("1951年3月5日 至 1951年3月6日", "1951-03-05", "1951年3月5日"),
    ],
)
def test_the_first_date_of_a_line_is_found_with_its_place(text: str, day: str, words: str) -> None:
    found = find_date(text)

    assert found is not None
    assert (found[0], text[found[1] : found[2]]) == (day, words)


@settings(deadline=None)
@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_is_read_back_from_its_chinese_and_iso_forms(day: date) -> None:
    iso = str(day)
    year, month, number = iso.split("-")

    assert parse_date(iso) == iso
    assert parse_date(f"{int(year)}年{int(month)}月{int(number)}日") == iso


@settings(deadline=None)
@given(st.text("0123456789年月日民國一十/-. MarchSept", max_size=40))
def test_looking_for_a_date_never_fails_and_its_place_is_in_the_text(text: str) -> None:
    found = find_date(text)

    assert found is None or 0 <= found[1] < found[2] <= len(text)


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("04", "4"),
        ("a01", "A1"),
        ("B-02", "B2"),
        ("第十二版", "12"),
        ("Page 3", "3"),
        ("p. 4", "4"),
        ("头版", "头版"),
        ("0", None),
        ("", None),
    ],
)
def test_a_page_is_written_as_it_is_printed(written: str, page: str | None) -> None:
    assert printed_page(written) == page


# Scanning and reading


def write(path: Path, data: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def paths(config: Config) -> list[str]:
    return [stamp.path for stamp in scan(config).stamps]


def test_pages_are_found_in_all_folders_and_sorted(tmp_path: Path) -> None:
    for name in ("b.md", "a/2.TXT", "a/1.text", "c.markdown", "picture.jpg", ".hidden.txt", ".git/x.txt", "a/~.bak"):
        write(tmp_path / "seeds" / name)

    assert paths(Config(root=tmp_path)) == ["a/1.text", "a/2.TXT", "b.md", "c.markdown"]


def test_a_stamp_has_size_and_time(tmp_path: Path) -> None:
    page = write(tmp_path / "seeds/1.txt", b"12345")
    stamp = scan(Config(root=tmp_path)).stamps[0]

    assert (stamp.size, stamp.mtime_ns, stamp.folder) == (5, page.stat().st_mtime_ns, 0)


def test_with_several_folders_the_folder_stands_before_the_path(tmp_path: Path) -> None:
    for name in ("morning/1.txt", "evening/1.txt"):
        write(tmp_path / name)
    config = Config(root=tmp_path, sources=(SourceFolder("morning"), SourceFolder("evening")))

    assert [(stamp.path, stamp.folder) for stamp in scan(config).stamps] == [("evening/1.txt", 1), ("morning/1.txt", 0)]


def test_folders_of_one_name_are_told_apart(tmp_path: Path) -> None:
    config = Config(root=tmp_path, sources=(SourceFolder("a/scans"), SourceFolder("../b/scans")))

    assert [folder.prefix for folder in folders(config)] == ["a/scans/", "b/scans/"]


def test_a_source_is_read_by_its_stamp(tmp_path: Path) -> None:
    write(tmp_path / "morning/2023-11-24/01.txt", "晨报".encode())
    write(tmp_path / "evening/2023-11-24/01.txt", "晚报".encode())
    config = Config(root=tmp_path, sources=(SourceFolder("morning"), SourceFolder("evening")))
    places = folders(config)

    read = [
        read_source(places[stamp.folder].path, stamp.path, places[stamp.folder].defaults, places[stamp.folder].prefix)
        for stamp in scan(config).stamps
    ]

    assert [(page.path, page.text, page.hints.date) for page in read] == [
        ("evening/2023-11-24/01.txt", "晚报", "2023-11-24"),
        ("morning/2023-11-24/01.txt", "晨报", "2023-11-24"),
    ]


def test_a_missing_folder_stops_the_run_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="the source folder 'seeds' does not exist") as caught:
        scan(Config(root=tmp_path))

    assert "put the text of one newspaper page in each file" in caught.value.hint


def test_a_folder_without_pages_stops_the_run_and_says_what_was_found(tmp_path: Path) -> None:
    write(tmp_path / "seeds/issue.pdf")

    with pytest.raises(SourcesError, match=r"there are no pages in 'seeds'.*found issue\.pdf"):
        scan(Config(root=tmp_path))


def test_a_subfolder_with_other_files_only_is_mentioned_but_pictures_are_not(tmp_path: Path) -> None:
    for name in ("1.txt", "images/1.jpg", "originals/1.pdf"):
        write(tmp_path / "seeds" / name)

    assert [(problem.where.path, problem.code) for problem in scan(Config(root=tmp_path)).problems] == [
        ("originals", "no-pages")
    ]


def test_one_of_several_folders_may_be_empty_but_is_named(tmp_path: Path) -> None:
    write(tmp_path / "a/1.txt")
    (tmp_path / "b").mkdir()
    found = scan(Config(root=tmp_path, sources=(SourceFolder("a"), SourceFolder("b"))))

    assert [(problem.where.path, problem.code) for problem in found.problems] == [("b", "no-pages")]


def test_a_pattern_that_no_path_has_is_named_with_an_example(tmp_path: Path) -> None:
    write(tmp_path / "seeds/1951-03-05/04.txt")
    config = Config(root=tmp_path, sources=(SourceFolder("seeds", "{year}/{month}{day}/{page}.txt"),))

    assert [str(problem) for problem in scan(config).problems] == [
        "seeds: warning: no path in this source folder is of the form '{year}/{month}{day}/{page}.txt'; "
        "there is, for example, '1951-03-05/04.txt' [pattern]"
    ]


def test_a_link_inside_the_source_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "seeds/a/1.txt")
    (tmp_path / "seeds/2.txt").symlink_to("a/1.txt")
    (tmp_path / "seeds/b").symlink_to("a")

    assert paths(Config(root=tmp_path)) == ["2.txt", "a/1.txt", "b/1.txt"]


def test_a_link_that_leads_out_is_named_and_not_read(tmp_path: Path) -> None:
    write(tmp_path / "secret/1.txt")
    write(tmp_path / "seeds/1.txt")
    (tmp_path / "seeds/2.txt").symlink_to(tmp_path / "secret/1.txt")
    (tmp_path / "seeds/out").symlink_to(tmp_path / "secret")
    found = scan(Config(root=tmp_path))

    assert [stamp.path for stamp in found.stamps] == ["1.txt"]
    assert [(problem.where.path, problem.code) for problem in found.problems] == [
        ("2.txt", "symlink-outside"),
        ("out", "symlink-outside"),
    ]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path / "seeds/a/1.txt")
    (tmp_path / "seeds/a/up").symlink_to("..")
    (tmp_path / "seeds/a/self").symlink_to("self")
    found = scan(Config(root=tmp_path))

    assert [stamp.path for stamp in found.stamps] == ["a/1.txt"]


def test_a_source_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere/1.txt")
    (tmp_path / "seeds").symlink_to("elsewhere")

    assert paths(Config(root=tmp_path)) == ["1.txt"]


def test_a_broken_link_is_an_error_and_the_scan_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "seeds/1.txt")
    (tmp_path / "seeds/2.txt").symlink_to("gone.txt")
    found = scan(Config(root=tmp_path))

    assert [stamp.path for stamp in found.stamps] == ["1.txt"]
    assert [(problem.where.path, problem.code, problem.severity) for problem in found.problems] == [
        ("2.txt", "unreadable", "error")
    ]


def test_a_name_that_is_not_utf8_is_an_error_that_names_it(tmp_path: Path) -> None:
    write(tmp_path / "seeds/1.txt")
    try:
        write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/seeds/\xc7\xe0.txt")))
    except OSError:
        # As APFS does: such a name cannot come to be there, so there is nothing to report.
        pytest.skip("this file system takes UTF-8 names only")
    found = scan(Config(root=tmp_path))

    assert [stamp.path for stamp in found.stamps] == ["1.txt"]
    assert [(problem.where.path, problem.code) for problem in found.problems] == [("\\udcc7\\udce0.txt", "file-name")]


def test_a_file_that_is_gone_is_left_to_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_source(tmp_path, "1.txt", SEEDS)


def test_a_decomposed_name_keeps_its_bytes(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Brücke.txt")
    write(tmp_path / "seeds" / name)

    assert [unicodedata.normalize("NFC", path) for path in paths(Config(root=tmp_path))] == ["Brücke.txt"]


def test_a_file_that_grows_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = write(tmp_path / "1.txt", b"first half")
    real, seen = os.fstat, []

    def fstat(number: int) -> os.stat_result:
        status = real(number)
        seen.append(status)
        if len(seen) == 1:
            page.write_bytes(b"first half, second half")
        return status

    monkeypatch.setattr("newsarchive.sources.source.os.fstat", fstat)

    assert read_source(tmp_path, "1.txt", SEEDS).text == "first half, second half"
    assert len(seen) == 2


def test_a_folder_that_cannot_be_listed_is_an_error_and_the_scan_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "seeds/1.txt")
    write(tmp_path / "seeds/closed/2.txt")
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr("newsarchive.sources.stamps.os.scandir", scandir)
    found = scan(Config(root=tmp_path))

    assert [stamp.path for stamp in found.stamps] == ["1.txt"]
    assert [str(problem) for problem in found.problems] == [
        "closed: error: this folder cannot be read: Permission denied [unreadable]"
    ]
