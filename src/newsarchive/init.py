"""The verb `init`: a folder -> a project with a sample page, ready to build."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from newsarchive.problems import NewsarchiveError

_FILES = {"newsarchive.yaml": "newsarchive.yaml", "seeds/2024-05-18/01.txt": "page.txt"}


def init(folder: Path) -> list[str]:
    """Writes what is missing in `folder` and says what it did. Raises NewsarchiveError where it may not write.

    The sample page is written only where there is no seeds/ folder yet.
    """
    sample = files("newsarchive.words").joinpath("sample")
    has_sources = (folder / "seeds").exists()
    said = []
    try:
        for name, source in _FILES.items():
            path = folder / name
            if path.exists() or (has_sources and name.startswith("seeds/")):
                said.append(f"kept  {folder / name.split('/')[0]}")
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(sample.joinpath(source).read_bytes())
            said.append(f"wrote {path}")
    except OSError as error:
        raise NewsarchiveError(
            f"cannot write in {folder}: {error.strerror}", "give yourself the right, or name another folder"
        ) from None
    return [*said, f"next: newsarchive build {folder}"]
