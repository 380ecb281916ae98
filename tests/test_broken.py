"""Bad input gets a clear answer and loses nothing.

Each folder of tests/broken/ is a project as its user has it, with `says.txt`: the exit code and the exact words of
`newsarchive build`. What cannot be committed (links, rights, large files) is made by the function of that name below.
`pytest --rewrite` writes every says.txt anew; read the diff as a librarian would.
"""

from __future__ import annotations

import ctypes
import fcntl
import html.parser
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import newsarchive
from newsarchive.articles.record import from_json

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())
PACKAGE = str(Path(newsarchive.__file__).parent.parent)
FINISHED = [
    what
    for what in CASES
    if (BROKEN / what / "says.txt").read_text(encoding="utf-8").startswith("exit 0") and what != "a-file-of-50-mb"
]
READ_WHOLE = {
    "gb18030": "gb18030",
    "big5": "big5",
    "shift-jis": "shift_jis",
    "euc-kr": "euc_kr",
    "utf-16-with-a-mark": "utf-16",
    "utf-16-without-a-mark": "utf-16-le",
    "utf-8-with-a-mark": "utf-8-sig",
    "no-headings": "utf-8",
    "only-headings": "utf-8",
    "a-heading-of-5000-characters": "utf-8",
    "the-same-page-twice": "utf-8",
    "two-sources-with-one-name": "utf-8",
    "odd-file-names": "utf-8",
    "front-matter-that-never-ends": "utf-8",
    "front-matter-that-is-not-yaml": "utf-8",
}  # how each is really encoded
PAGE = "# New bridge opens at Millbrook\n\nThe new bridge over the Alder was opened on Saturday.\n"
DAC_OVERRIDE, DAC_READ_SEARCH = 1, 2  # what lets root read and write everything
PR_CAPBSET_DROP = 24

Make = Callable[[Path], None]


# What the program says


class Said:
    """What one run of the command line said, and its exit code."""

    def __init__(self, code: int, words: str) -> None:
        self.code = code
        self.words = words

    def normal(self, project: Path) -> str:
        """As it stands in says.txt: seconds and process numbers that differ from run to run are N."""
        words = self.words.replace(str(project), "PROJECT")
        words = re.sub(r"\d+\.\d\d s\b", "N s", words)
        words = re.sub(r"\d[\d,]* (article|page)s?\b", r"N \1s", words)  # as the parser and the tags have it
        words = re.sub(r"\d[\d,]* written\b", "N written", words)
        words = re.sub(r"\bprocess \d+", "process N", words)
        return f"exit {self.code}\n{words}"


def run(project: Path, *options: str, before: Callable[[], object] | None = None) -> Said:
    """`newsarchive build PROJECT` as a user runs it, standard error and output as they come."""
    done = subprocess.run(
        [sys.executable, "-m", "newsarchive", "build", str(project), *options],
        cwd=project.parent,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=before,
        timeout=180,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode("utf-8"))


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "CLICOLOR_FORCE")}
    return {
        **kept,
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "PYTHONPATH": PACKAGE,
        "PYTHONIOENCODING": "utf-8",
    }


def without_root() -> None:
    """In the child: root without the right to read and write what its owner may not; others are so already."""
    library = ctypes.CDLL(None)
    for right in (DAC_OVERRIDE, DAC_READ_SEARCH):
        library.prctl(PR_CAPBSET_DROP, right, 0, 0, 0)


BEFORE: dict[str, Callable[[], object]] = {
    "no-right-to-write-the-site": without_root,
    "no-right-to-write-the-project": without_root,
    "no-right-to-read-a-source": without_root,
    "no-right-to-read-a-folder": without_root,
    "no-right-to-read-the-configuration": without_root,
}
MAKES: dict[str, Make] = {}


def made(make: Make) -> Make:
    """Registers what makes the rest of the folder that bears the function's name."""
    MAKES[make.__name__.replace("_", "-")] = make
    return make


@made
def no_sources(project: Path) -> None:
    (project / "seeds").mkdir()


@made
def no_project_folder(project: Path) -> None:
    project.rmdir()


@made
def the_project_is_a_file(project: Path) -> None:
    project.rmdir()
    project.write_text(PAGE, encoding="utf-8")


@made
def links_out_of_the_folder(project: Path) -> None:
    outside = project / "private"
    outside.mkdir()
    (outside / "letter.txt").write_text("# A letter\n\nNot for publication.\n", encoding="utf-8")
    (project / "seeds" / "letter.txt").symlink_to(outside / "letter.txt")
    (project / "seeds" / "letters").symlink_to(outside)
    (project / "seeds" / "round").symlink_to(project / "seeds")
    (project / "seeds" / "nowhere.txt").symlink_to(project / "seeds" / "gone.txt")


@made
def no_right_to_write_the_site(project: Path) -> None:
    (project / "build").mkdir(mode=0o555)


@made
def no_right_to_write_the_project(project: Path) -> None:
    project.chmod(0o555)


@made
def no_right_to_read_a_source(project: Path) -> None:
    (project / "seeds/2024-03-11/02.txt").chmod(0)


@made
def no_right_to_read_a_folder(project: Path) -> None:
    (project / "seeds/2024-03-12").chmod(0)


@made
def no_right_to_read_the_configuration(project: Path) -> None:
    (project / "newsarchive.yaml").chmod(0)


@made
def damaged_catalogue(project: Path) -> None:
    catalogue(project).write_bytes(bytes(range(256)) * 64)


@made
def truncated_catalogue(project: Path) -> None:
    whole = catalogue(project).read_bytes()
    catalogue(project).write_bytes(whole[: len(whole) // 3])


@made
def catalogue_of_another_version(project: Path) -> None:
    connection = sqlite3.connect(catalogue(project))
    with connection:
        connection.execute("UPDATE facts SET value = 'of old' WHERE name = 'catalogue'")
    connection.close()


@made
def a_very_deep_folder(project: Path) -> None:
    for levels in (60, 250):
        folder = project / "seeds"
        for _ in range(levels):
            folder /= "d"
            folder.mkdir(exist_ok=True)
        (folder / "page.txt").write_text(PAGE, encoding="utf-8")


@made
def odd_file_names(project: Path) -> None:
    for name in ODD_NAMES:
        file = project / "seeds" / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"## 渡口停用 {len(name)}\n\n见报道。文件名是{name}。\n", encoding="utf-8")


@made
def a_name_that_is_not_utf_8(project: Path) -> None:
    folder = project / "seeds" / "2024-03-11"
    folder.mkdir(parents=True)
    (folder / "01.txt").write_text(PAGE, encoding="utf-8")
    (folder / os.fsdecode("青河.txt".encode("gb18030"))).write_text(PAGE, encoding="utf-8")


@made
def a_file_of_50_mb(project: Path) -> None:
    """One article, and what a model writes when it cannot stop."""
    folder = project / "seeds" / "2024-03-11"
    folder.mkdir(parents=True)
    loop = "青河大桥主桥昨天上午合龙,两侧设有人行道,居民步行过桥。" * 156_000 + "\n\n"
    with (folder / "01.txt").open("w", encoding="utf-8") as file:
        file.write("## 青河大桥合龙\n\n")
        for _ in range(4):
            file.write(loop)


ODD_NAMES = (
    "two words",
    "it's",
    'say "hello"',
    "50% off",
    "#1",
    "who?",
    "a&b",
    "<b>",
    "青河日报",
    "étude à Ñ",
    "back\\slash",
    "semi;colon: and, comma",
    "2024-03-11/№ 1 (new)",
    " leading",
    "-dash",
    "new\nline",
    "{{ 7 }}",
    "javascript:alert(1)",
    "C:/1",
)


def catalogue(project: Path) -> Path:
    """The catalogue that a first build leaves."""
    assert run(project).code == 0
    return project / ".newsarchive" / "catalogue.db"


# What is so only while the program runs


@contextmanager
def another_build(project: Path) -> Iterator[None]:
    folder = project / ".newsarchive"
    folder.mkdir()
    with (folder / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write(f"process {os.getpid()}\n")
        lock.flush()
        yield


@contextmanager
def small_disk(place: Path, size: str = "16k") -> Iterator[None]:
    """A disk of its own at `place`; skips the test where this user may not mount one."""
    place.mkdir(exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=False).returncode:
        # Only a disk of its own is ever really full; where nobody may mount one, nothing is left to try.
        pytest.skip("mounting a small disk needs root")
    try:
        yield
    finally:
        subprocess.run(["umount", place], check=True)


DURING: dict[str, Callable[[Path], AbstractContextManager[None]]] = {
    "a-second-build": another_build,
    "no-room-for-the-site": lambda project: small_disk(project / "build"),
    "no-room-for-the-catalogue": lambda project: small_disk(project / ".newsarchive"),
}


# One copy of each project, built once


class Built:
    """A project of tests/broken/ after its build."""

    def __init__(self, what: str, project: Path, said: Said) -> None:
        self.what = what
        self.project = project
        self.said = said

    @property
    def site(self) -> Path:
        return self.project / "build"

    def pages(self) -> dict[str, str]:
        return {
            path.relative_to(self.site).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(self.site.rglob("*.html"))
        }


def build_copy(what: str, folder: Path) -> Built:
    """The project of tests/broken/<what> in `folder`, complete, and built."""
    project = folder / what
    shutil.copytree(BROKEN / what, project, ignore=shutil.ignore_patterns("says.txt"))
    if what in MAKES:
        MAKES[what](project)
    with DURING[what](project) if what in DURING else nullcontext():
        return Built(what, project, run(project, before=BEFORE.get(what)))


@pytest.fixture(scope="module")
def shelf() -> Iterator[Path]:
    """An empty folder, removed at the end whatever rights its files have."""
    place = Path(tempfile.mkdtemp(prefix="newsarchive-broken-")).resolve()
    yield place
    for found, _, _ in os.walk(place):
        Path(found).chmod(0o755)
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def built(shelf: Path) -> Callable[[str], Built]:
    """Each project, built when it is first asked for."""

    @cache
    def once(what: str) -> Built:
        return build_copy(what, shelf)

    return once


@pytest.fixture
def folder(shelf: Path) -> Path:
    """An empty folder for one test."""
    return Path(tempfile.mkdtemp(dir=shelf))


Build = Callable[[str], Built]


# The words


@pytest.mark.parametrize("what", CASES)
def test_the_answer_is_what_says_txt_says(what: str, built: Build, request: pytest.FixtureRequest) -> None:
    found = built(what)
    words = found.said.normal(found.project)
    says = BROKEN / what / "says.txt"

    assert "Traceback" not in words
    if request.config.getoption("--rewrite"):
        says.write_text(words, encoding="utf-8")
    assert words == says.read_text(encoding="utf-8")


@pytest.mark.parametrize("what", CASES)
def test_every_refusal_names_the_way_out(what: str) -> None:
    first, *words = (BROKEN / what / "says.txt").read_text(encoding="utf-8").splitlines()

    assert (
        first == "exit 0" or any(line.startswith("hint: ") for line in words) or what.startswith(("config", "output"))
    )


# The site


class Elements(html.parser.HTMLParser):
    """What a browser makes of a page: elements with their attributes, and the text that is seen."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> Iterator[str]:
        for _, attributes in self.elements:
            yield from (attributes[name] for name in ("href", "src", "action") if name in attributes)

    def anchors(self) -> set[str]:
        return {attributes["id"] for _, attributes in self.elements if "id" in attributes}


@pytest.mark.parametrize("what", FINISHED)
def test_every_link_leads_to_a_file(what: str, built: Build) -> None:
    site = built(what).site
    pages = {url: Elements(page) for url, page in built(what).pages().items()}
    dead = []
    for url, page in pages.items():
        for link in page.links():
            parts = urlsplit(link)
            target = (site / url).parent / unquote(parts.path) if parts.path else site / url
            there = target.resolve().is_relative_to(site) and target.is_file()
            name = target.resolve().relative_to(site).as_posix() if there else ""
            if parts.scheme or not there or (parts.fragment and parts.fragment not in pages[name].anchors()):
                dead.append((url, link))

    assert dead == []


@pytest.mark.parametrize("what", FINISHED)
def test_nothing_that_a_source_says_is_run(what: str, built: Build) -> None:
    live = []
    for url, text in built(what).pages().items():
        page = Elements(text)
        for tag, attributes in page.elements:
            own = tag == "script" and attributes.get("src", "").lstrip("./").startswith(("static/", "search/"))
            if (tag in ("script", "iframe", "object", "embed", "svg", "base", "form") and not own) or any(
                name.startswith("on") or "javascript:" in value.lower()
                for name, value in attributes.items()
                if name not in ("content", "title", "alt", "aria-label")
            ):
                live.append((url, tag, attributes))

    assert live == []


@pytest.mark.parametrize("what", READ_WHOLE)
def test_every_line_of_the_source_is_shown(what: str, built: Build) -> None:
    found = built(what)
    shown = "".join(re.sub(r"\s", "", Elements(page).text) for page in found.pages().values())
    lost = []
    for path in sorted((found.project / "seeds").rglob("*.txt")):
        for number, line in enumerate(path.read_bytes().decode(READ_WHOLE[what]).splitlines(), 1):
            bare = re.sub(r"\s|^#+", "", line)
            if bare not in shown:
                lost.append((path.name, number, line))

    assert lost == []


@pytest.mark.parametrize("what", FINISHED)
def test_the_account_of_characters_is_settled(what: str, built: Build) -> None:
    connection = sqlite3.connect(built(what).project / ".newsarchive" / "catalogue.db")
    accounts = [from_json(row[0]).characters for row in connection.execute("SELECT reading FROM readings")]
    connection.close()

    assert [each for each in accounts if each.dropped or each.read != each.placed + each.furniture] == []


def test_markup_of_a_source_is_shown_as_it_is_written(built: Build) -> None:
    shown = " ".join(Elements(page).text for page in built("markup-and-scripts").pages().values())
    written = [
        '<script>alert("headline")</script> & "bridge"',
        "{{ 7 * 7 }}",
        'Edith "<svg onload=alert(2)>" Marlow',
        "{% raw %}{{ site.title }}{% endraw %}",
        "{# gone? #} {{ self.__init__ }}",
        '<img src="x" onerror="alert(6)">',
        "</main></body></html> <!-- and a comment --> ]]> &lt;already&gt; &amp; &#39;",
        '</p></aside><script>alert("note")</script> {% raw %}{{ config }}{% endraw %} " onload="alert(1)',
        '"><script>alert(1)</script>',
        '</title><script>alert("title")</script> {{ 7 * 7 }}',
        'Millbrook "Echo" <b onclick=alert(1)>',
        '"><img src=x onerror=alert(1)>',
    ]

    assert [text for text in written if text not in shown] == []


# Nothing of others is touched, and nothing of ours is lost


@pytest.mark.parametrize("what", ["output-with-files-of-others", "output-is-a-file", "output-inside-the-sources"])
def test_a_refused_output_is_left_as_it_was(what: str, built: Build) -> None:
    assert files(built(what).project) == files(BROKEN / what)


def test_what_a_link_leads_out_to_is_not_published(built: Build) -> None:
    assert not any("Not for publication" in page for page in built("links-out-of-the-folder").pages().values())


def test_a_build_that_had_no_room_is_completed_when_there_is(folder: Path, whole_site: dict[str, bytes]) -> None:
    project = a_paper(folder)
    with small_disk(project / "build", "60k"):
        said = run(project)
        assert (said.code, "no room left on the disk for" in said.words) == (2, True)
        subprocess.run(["mount", "-o", "remount,size=8m", project / "build"], check=True)
        assert run(project).code == 0
        site = files(project / "build")

    assert site == whole_site


def test_a_build_whose_files_were_cut_short_is_completed_later(folder: Path, whole_site: dict[str, bytes]) -> None:
    project = a_paper(folder)
    said = run(project, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)))
    assert said.code == 2
    assert run(project).code == 0

    assert files(project / "build") == whole_site


def test_a_corrected_template_completes_the_build(folder: Path, whole_site: dict[str, bytes]) -> None:
    project = a_paper(folder)
    (project / "templates").mkdir()
    template = project / "templates" / "issue.html"
    template.write_text("{% if %}", encoding="utf-8")
    assert run(project).code == 2
    template.unlink()
    assert run(project).code == 0

    assert files(project / "build") == whole_site


def test_pages_of_a_folder_that_cannot_be_read_just_now_stay(folder: Path, whole_site: dict[str, bytes]) -> None:
    project = a_paper(folder)
    assert run(project).code == 0
    (project / "seeds" / "2024-03-12").chmod(0)
    said = run(project, before=without_root)

    assert "0 removed" in said.words
    assert files(project / "build") == whole_site


def test_pages_of_a_source_that_cannot_be_read_just_now_stay(folder: Path, whole_site: dict[str, bytes]) -> None:
    project = a_paper(folder)
    assert run(project).code == 0
    source = project / "seeds" / "2024-03-12" / "01.txt"
    source.write_text("# Corrected\n\nThis page was corrected.\n", encoding="utf-8")
    source.chmod(0)
    run(project, before=without_root)

    assert files(project / "build") == whole_site


def test_a_catalogue_damaged_inside_is_named_with_the_way_out(folder: Path) -> None:
    project = a_paper(folder)
    file = catalogue(project)
    data = bytearray(file.read_bytes())
    for start in range(8192, len(data), 4096):
        data[start : start + 4096] = b"\xff" * 4096
    file.write_bytes(data)
    said = run(project)

    assert "Traceback" not in said.words
    assert said.code == 0 or "hint: delete that folder and build again" in said.words


def test_a_refused_second_build_disturbs_the_first_one_nothing(folder: Path) -> None:
    project = a_paper(folder)
    assert run(project).code == 0
    half = project / "build" / ".newsarchive-tmp" / "1"
    half.parent.mkdir()
    half.write_text("half a page", encoding="utf-8")
    (project / ".newsarchive").rename(project / "kept")
    with another_build(project):
        assert run(project).code == 2

    assert half.exists()


@pytest.fixture(scope="module")
def whole_site(shelf: Path) -> dict[str, bytes]:
    """What a build without trouble makes of `a_paper`."""
    project = a_paper(shelf)
    assert run(project).code == 0
    return files(project / "build")


def a_paper(folder: Path) -> Path:
    """Two issues of a few pages each."""
    project = folder / "paper"
    for day in (11, 12):
        for page in (1, 2, 3):
            file = project / "seeds" / f"2024-03-{day}" / f"{page:02}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            words = f"# Story {page} of day {day}\n\nBy Edith Marlow\n\nThe new bridge over the Alder was opened.\n"
            file.write_text(words, encoding="utf-8")
    return project


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("says.txt", "lock") and not path.name.startswith("catalogue.db")
    }
