"""What every test may use: a project in an empty folder, built by the real program."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsarchive.build import Summary, build

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_d6f4483efcf4ed48.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write expectations anew; the diff is what gets reviewed")


class Project:
    """A project folder with its sources and its site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def site(self) -> Path:
        return self.folder / "build"

    def source(self, path: str, text: str | bytes | None = None) -> Path:
        """The source file at `path` below seeds/; written first where a text is given."""
        file = self.folder / "seeds" / path
        if text is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def configure(self, text: str) -> None:
        (self.folder / "newsarchive.yaml").write_text(text, encoding="utf-8")

    def build(self, **options: int | str) -> Summary:
        return build(self.folder, **options)  # type: ignore[arg-type]  # jobs and to, as the test names them

    def pages(self) -> dict[str, bytes]:
        """Every file of the site by its address."""
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }

    def page(self, pattern: str) -> str:
        """The text of the one page whose address matches the pattern."""
        (found,) = self.site.glob(pattern)
        return found.read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project."""
    (tmp_path / "seeds").mkdir()
    return Project(tmp_path)


@pytest.fixture
def real(project: Project) -> Project:
    """A project with the real page."""
    project.source(SEED.name, SEED.read_bytes())
    return project
