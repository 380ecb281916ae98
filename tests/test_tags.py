"""The tags of an article: hand-written expectations with floors, and what must hold for any text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import msgspec
import pytest
import rjieba
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.tags import Tag, chinese_words, find_tags
from tests.test_linear_time import calls

HERE = Path(__file__).parent
KINDS = ("person", "place", "organisation", "topic")

# Measured on the cases of tests/tags: a change may raise these, not lower them.
RECALL_FLOOR = {"person": 0.94, "place": 0.97, "organisation": 0.94, "topic": 0.95}
PRECISION_FLOOR = {"person": 0.98, "place": 0.98, "organisation": 0.96, "topic": 0.95}


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An invented article with the tags a careful reader gives it; `may` holds what another reader could add."""

    about: str
    language: str
    texts: tuple[str, ...]
    person: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


def read_case(path: Path) -> Case:
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Case)


CASES = {path.stem: read_case(path) for path in sorted((HERE / "tags").glob("*.yaml"))}


def names(tags: Sequence[Tag], kind: str) -> list[str]:
    return [tag.name for tag in tags if tag.kind == kind]


def score(kind: str, cases: Sequence[Case]) -> tuple[float, float, list[str]]:
    """Recall, precision, and each miss (-) and wrong tag (+) by name."""
    right = expected = given_ = 0
    faults: list[str] = []
    for case in cases:
        wanted = set(getattr(case, kind))
        got = set(names(find_tags(case.texts, case.language), kind))
        right += len(wanted & got)
        expected += len(wanted)
        given_ += len(got - set(case.may)) if not wanted & set(case.may) else len(got)
        faults += [f"-{name}" for name in sorted(wanted - got)]
        faults += [f"+{name}" for name in sorted(got - wanted - set(case.may))]
    return right / max(expected, 1), right / max(given_, 1), faults


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_careful_reader_tags_is_found(kind: str) -> None:
    recall, _, faults = score(kind, list(CASES.values()))

    assert recall >= RECALL_FLOOR[kind], faults


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_tagged_is_what_a_careful_reader_would_tag(kind: str) -> None:
    _, precision, faults = score(kind, list(CASES.values()))

    assert precision >= PRECISION_FLOOR[kind], faults


SEED = HERE.parent / "seeds" / "000_d6f4483efcf4ed48.txt"
LANGUAGES = ("zh-Hans", "zh-Hant", "ja", "ko", "en", "de", "fr", "es", "it", "pt", "nl", "xx")


def seed_articles() -> list[list[str]]:
    """The real page cut roughly at its headings; columns joined as a reader joins them."""
    articles: list[list[str]] = []
    for block in SEED.read_text(encoding="utf-8").split("\n\n"):
        text = block.strip().replace(",", "，").replace("(", "（").replace(")", "）")
        if text.startswith("## ") and (not articles or not articles[-1][-1].startswith("## ")):
            articles.append([])
        if text and (text.startswith("## ") or articles[-1][-1].startswith("## ") or articles[-1][-1][-1] in "。”"):
            articles[-1].append(text)
        elif text:
            articles[-1][-1] += text
    return [[text.removeprefix("## ") for text in article] for article in articles]


def seed_names(kind: str) -> set[str]:
    return {name for article in seed_articles() for name in names(find_tags(article, "zh-Hans"), kind)}


def test_all_people_of_the_real_page_are_found() -> None:
    expected = (
        "盛蕾 季培东 乔俊杰 蒋鹏举 周承涛 李皓 徐俊 朱慧峰 陈英龙 "
        "翟斌 徐讯 祝正庆 吴创之 刘陈立 胡泊 冯冠平 潘政民 周希彬"
    )

    assert seed_names("person") - {"姜小莉", "朱梦琪", "徐芊卉"} == set(expected.split())


def test_all_places_of_the_real_page_are_found() -> None:
    assert seed_names("place") == {"常州", "深圳", "武进", "长三角", "粤港澳大湾区", "湖塘"}


def test_all_organisations_of_the_real_page_are_found() -> None:
    expected = (
        "香港中华煤气有限公司 深圳人才集团 深圳华大生命科学研究院 中国科学院深圳先进技术研究院 "
        "深圳合成生物学创新研究院 常州人才科创集团 "
        "烯旺新材料科技股份有限公司 瑞声科技控股有限公司 森瑞斯生物科技（深圳）有限公司 深圳高新投 华大集团 松禾资本"
    )

    assert seed_names("organisation") >= set(expected.split())


def test_the_topics_of_the_real_page_are_found() -> None:
    assert seed_names("topic") >= {"合成生物", "新能源", "石墨烯", "招商引资", "人才", "生物医药"}


def test_the_banks_of_a_river_are_no_topic() -> None:
    bridge = ["双河大桥昨日合龙，两岸居民过江只需五分钟。", "两岸的居民说，两岸从此连在一起。"]

    assert names(find_tags(bridge, "zh-Hans"), "topic") == []
    assert "两岸关系" in names(find_tags(["海峡两岸经贸论坛开幕。", "海峡两岸的企业家谈合作。"], "zh-Hans"), "topic")


@pytest.mark.parametrize(
    "junk", ["城市", "扎根", "友谊", "俊杰", "有限公司", "该公司", "研究院", "我市", "市政府", "市委"]
)
def test_junk_of_the_segmenter_is_no_tag(junk: str) -> None:
    found = {tag.name for article in seed_articles() for tag in find_tags(article, "zh-Hans")}

    assert junk not in found


WESTERN = {
    "en": (
        "MARLOW, Nov. 3 (AP) — Mayor Ellen Hart said the Harwick County Council had approved the bridge. "
        "“We waited ten years,” said Thomas Greave, a farmer near Oldbury. "
        "Prime Minister John Alder visited France on Monday.",
        {"Ellen Hart", "Thomas Greave", "John Alder", "Oldbury", "France", "Harwick County Council"},
    ),
    "de": (
        "Lindenau. Bürgermeisterin Anna Keller sagte, die Stadtwerke Lindenau hätten Geld. "
        "In Frankreich gebe es das schon.",
        {"Anna Keller", "Stadtwerke Lindenau", "Frankreich"},
    ),
    "fr": (
        "Le maire Paul Roux a annoncé hier la construction. Selon Mme Claire Dupin, la Banque de Valmont paiera. "
        "Il vient de Londres.",
        {"Paul Roux", "Claire Dupin", "Banque de Valmont", "Londres"},
    ),
    "es": (
        "El alcalde Luis Ortega dijo ayer en Francia que la Universidad de Valverde participará.",
        {"Luis Ortega", "Francia", "Universidad de Valverde"},
    ),
    "it": (
        "Il sindaco Marco Belli ha detto che la Banca di Valdoro paga. Ieri era a Londra.",
        {"Marco Belli", "Banca di Valdoro", "Londra"},
    ),
    "ja": (
        "山川県青葉市の田中一郎市長は１３日、緑丘大学の鈴木花子教授と会見した。",
        {"田中一郎", "鈴木花子", "緑丘大学", "山川県"},
    ),
    "ko": (
        "김철수 시장은 13일 청산대학교에서 이영희 교수와 만났다. 박민수 씨는 프랑스에서 왔다.",
        {"김철수", "이영희", "박민수", "청산대학교", "프랑스"},
    ),
}


@pytest.mark.parametrize("language", WESTERN)
def test_other_languages_have_few_and_sure_tags(language: str) -> None:
    text, expected = WESTERN[language]

    assert {tag.name for tag in find_tags([text], language)} == expected


def test_a_language_without_tables_has_no_tags() -> None:
    assert find_tags(["Some Words Here"], "xx") == ()


def test_tags_stand_by_kind_and_then_by_weight() -> None:
    tags = find_tags(CASES["business"].texts, "zh-Hans")

    assert [tag.kind for tag in tags] == sorted((tag.kind for tag in tags), key=KINDS.index)


def test_brackets_inside_a_name_become_full_width() -> None:
    tags = find_tags(["卓远精密机械(苏州)有限公司董事长谢长河致辞。"], "zh-Hans")

    assert "卓远精密机械（苏州）有限公司" in names(tags, "organisation")


def test_traditional_characters_stay_as_printed() -> None:
    assert "黃詠詩" in names(find_tags(CASES["hongkong"].texts, "zh-Hant"), "person")


def test_the_tags_of_an_article_do_not_depend_on_what_was_read_before() -> None:
    chinese = [case for case in CASES.values() if case.language.startswith("zh")]
    forwards = [find_tags(case.texts, case.language) for case in chinese]
    chinese_words._kinds.clear()
    chinese_words._pos.clear()
    backwards = [find_tags(case.texts, case.language) for case in reversed(chinese)]

    assert forwards == backwards[::-1]


@pytest.mark.parametrize("case", [name for name, case in CASES.items() if case.language == "zh-Hans"])
def test_a_part_of_speech_depends_on_the_word_alone(case: str) -> None:
    text = "\n".join(CASES[case].texts)
    cut = chinese_words.cut_words(text, 0, traditional=False)
    tagged = dict(rjieba.tag(text))

    assert all(cut.pos(index) == tagged.get(word, cut.pos(index)) for index, word in enumerate(cut.words))


PIECES = st.sampled_from(
    [
        "市长",
        "盛蕾",
        "、",
        "，",
        "。",
        "（",
        "(",
        ")",
        "公司",
        "研究院",
        "在",
        "常州",
        "县",
        "·",
        "教授",
        "等",
        "企业",
        "李",
        "伟",
        "表示",
        "\n",
        "Mr",
        " Hart",
    ]
)
TEXTS = st.lists(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join)), max_size=5)


@given(texts=TEXTS, language=st.sampled_from(LANGUAGES))
def test_any_text_gives_tags_that_it_holds(texts: list[str], language: str) -> None:
    text = "\n".join(texts).translate(str.maketrans("(),;•‧・", "（），；···"))
    tags = find_tags(texts, language)

    assert len(tags) <= 30
    for tag in tags:
        assert tag.kind == "topic" or tag.name.translate(str.maketrans("(),;•‧・", "（），；···")) in text


@pytest.mark.parametrize(
    "piece", ["中", "李", "市长", "·", "阿", "公司", "县", "在", "Aa ", "金市", "김", "王伟、", "阿·"]
)
@pytest.mark.parametrize("language", ["zh-Hans", "ja", "ko", "en"])
def test_a_text_ten_times_as_long_takes_ten_times_the_work(piece: str, language: str) -> None:
    def work(size: int) -> int:
        return calls(partial(find_tags, [piece * (size // len(piece))], language))

    work(2_000)

    assert work(60_000) < 2_000 + 12 * work(6_000)
