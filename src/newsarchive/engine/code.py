"""The package -> a digest of it: bytes depend on the code that makes them, here and on every worker."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import newsarchive


@cache
def code_digest() -> str:
    """Changes when any file of the package changes."""
    package = Path(newsarchive.__file__).parent
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".yaml", ".sql"):
            digest.update(path.read_bytes())
    return digest.hexdigest()
