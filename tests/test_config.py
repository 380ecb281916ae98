"""newsarchive.yaml: what may stand in it, and that every mistake is named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsarchive.config import Config, SourceFolder, read_config
from newsarchive.problems import ConfigError


def configure(root: Path, text: str) -> Config:
    (root / "newsarchive.yaml").write_text(text, "utf-8")
    return read_config(root)


def mistakes(root: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        configure(root, text)
    return str(caught.value).split("\n")


def test_no_configuration_is_needed(tmp_path: Path) -> None:
    assert read_config(tmp_path) == Config(root=tmp_path, sources=(SourceFolder("seeds"),), output="build")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "title:\nsources:\n"])
def test_an_empty_configuration_is_none(tmp_path: Path, text: str) -> None:
    assert configure(tmp_path, text) == Config(root=tmp_path)


def test_every_key_is_read(tmp_path: Path) -> None:
    config = configure(
        tmp_path,
        "title: 青河日报\ndescription: 一份地方报纸\nlanguage: zh-Hans\npublication: 青河日报\n"
        "base_url: https://example.org/papers\noutput: site\nsources:\n  - folder: scans\n"
        '    pattern: "{year}/{month}{day}/{page}.txt"\n    language: zh-Hant\n    section: 副刊\n',
    )

    assert config == Config(
        root=tmp_path,
        title="青河日报",
        description="一份地方报纸",
        language="zh-Hans",
        publication="青河日报",
        base_url="https://example.org/papers/",
        output="site",
        sources=(
            SourceFolder(
                "scans", "{year}/{month}{day}/{page}.txt", publication="青河日报", language="zh-Hant", section="副刊"
            ),
        ),
    )


@pytest.mark.parametrize("text", ["sources: scans", "sources: {folder: scans}", "sources: [scans]", "sources: scans/"])
def test_sources_may_be_a_name_a_mapping_or_a_list(tmp_path: Path, text: str) -> None:
    assert configure(tmp_path, text).sources == (SourceFolder("scans"),)


def test_a_source_folder_may_lie_outside_the_project(tmp_path: Path) -> None:
    config = configure(tmp_path, "sources: [../scans, /srv/pages]")

    assert [source.folder for source in config.sources] == ["../scans", "/srv/pages"]


def test_a_source_keeps_its_own_publication(tmp_path: Path) -> None:
    config = configure(tmp_path, "publication: 青河日报\nsources:\n  - a\n  - {folder: b, publication: 青河晚报}\n")

    assert [source.publication for source in config.sources] == ["青河日报", "青河晚报"]


def test_a_title_may_be_a_number(tmp_path: Path) -> None:
    assert configure(tmp_path, "title: 1951").title == "1951"


def test_the_language_no_is_norwegian(tmp_path: Path) -> None:
    assert configure(tmp_path, "language: no").language == "no"


def test_the_base_url_ends_in_one_slash(tmp_path: Path) -> None:
    assert configure(tmp_path, "base_url: https://example.org//").base_url == "https://example.org/"


def test_every_mistake_is_reported_at_once_with_its_line(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "tittle: x\ntitle: [a]\nbase_url: example.org\nlanguage: zh_Hans\n") == [
        "newsarchive.yaml:1: unknown key 'tittle', did you mean 'title'?",
        "newsarchive.yaml:2: 'title' must be text, not a list",
        "newsarchive.yaml:3: base_url 'example.org' must begin with http:// or https://, "
        "did you mean 'https://example.org'?",
        "newsarchive.yaml:4: 'zh_Hans' is not a language tag, did you mean 'zh-Hans'?",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x: 1", "1: unknown key 'x'; there are title, description, language, publication, base_url, sources, output"),
        ("title: a\n\ntitle: b", "3: 'title' stands twice; it is already on line 1"),
        ("title: yes", "1: 'title' must be text; write \"yes\" in quotes"),
        ("title: {a: b}", "1: 'title' must be text, not a mapping"),
        ("- a\n- b", "1: the configuration must be a mapping of keys and values such as 'title: …'"),
        ("seeds", "1: the configuration must be a mapping of keys and values such as 'title: …'"),
        ("[a]: b", "1: a key must be a word"),
        ("base_url: ftp://example.org", "1: base_url 'ftp://example.org' must begin with http:// or https://"),
        ("base_url: https:///x", "1: base_url 'https:///x' names no host"),
        ("base_url: https://example.org/?a=b", "1: base_url 'https://example.org/?a=b' must not have a ? or # part"),
        ("base_url: https://example.org:port/", "1: base_url 'https://example.org:port/' is not an address"),
        ("sources: []", "1: 'sources' is an empty list"),
        ("sources:\n  - a\n  - {pattern: '{page}'}", "3: a source must name its folder"),
        ("sources:\n  - a\n  - [b]", "3: a source must be a folder's name"),
        ("sources:\n  - a\n  - a", "3: the source folder 'a' is already named on line 2"),
        ("sources:\n  - a\n  - a/b", "2: the source folder 'a/b' lies inside 'a'"),
        ("sources: {foldr: a, folder: b}", "1: unknown key 'foldr', did you mean 'folder'?"),
        ("sources: {folder: a, pattern: '{yaer}/{page}'}", "1: unknown field '{yaer}' in the pattern, did you mean"),
        ("sources: {folder: a, pattern: '{year/{page}'}", "1: the pattern '{year/{page}' has a brace that"),
        ("sources: {folder: a, pattern: '*.txt'}", "1: the pattern '*.txt' names no field"),
        ("title: x\noutput: seeds", "2: the output folder 'seeds' is the same as the source folder 'seeds'"),
        ("output: .", "1: the output folder '.' contains the source folder 'seeds'"),
        ("output: seeds/site", "1: the output folder 'seeds/site' lies inside the source folder 'seeds'"),
        ("sources: build", "1: the output folder 'build' is the same as the source folder 'build'"),
        ("title: x\nsources: [a\n", "3: this is not YAML"),
        ("title: x\n\tlanguage: de\n", "2: this is not YAML"),
        ("title: x\n---\ntitle: y\n", "2: this is not YAML"),
        ("title: a\x00b", "1: this is not YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    found = mistakes(tmp_path, text)

    assert len(found) == 1
    assert found[0].startswith(f"newsarchive.yaml:{expected}")


def test_deep_nesting_is_a_mistake_and_no_crash(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "title: " + "[" * 200_000) == [
        "newsarchive.yaml:1: this is nested too deeply to be a configuration"
    ]


def test_a_byte_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "newsarchive.yaml").write_bytes("title: x\ndescription: 青河".encode("gb18030"))

    with pytest.raises(ConfigError, match=r"^newsarchive\.yaml:2: byte 0xC7 is not UTF-8"):
        read_config(tmp_path)


def test_an_output_reached_by_a_link_into_the_sources_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "build").symlink_to("seeds")

    assert mistakes(tmp_path, "title: x") == [
        "newsarchive.yaml:1: the output folder 'build' is the same as the source folder 'seeds'"
    ]
