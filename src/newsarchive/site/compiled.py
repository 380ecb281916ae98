"""Templates -> bytecode, kept beside the catalogue: compiling them takes as long as drawing two hundred pages."""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """One file for each template, safe to delete. It holds as long as all that it was made from is the same.

    That is the template's text, Jinja, Python and `made_with`: what else the environment does to a template. A file
    that is damaged, half written or of another version is passed over and written again.
    """

    def __init__(self, folder: Path, made_with: str) -> None:
        self.folder = folder
        self.made_with = f"{sys.version}\0{jinja2.__version__}\0{made_with}\0"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return _digest(f"{name}\0{filename}".encode()).hex()

    def get_source_checksum(self, source: str) -> str:
        return _digest((self.made_with + source).encode("utf-8", "surrogatepass")).hex()

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            data = (self.folder / bucket.key).read_bytes()
            if data[:16] == _digest(data[16:]):  # marshal would crash on bytes that are not its own
                bucket.bytecode_from_string(data[16:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = bucket.bytecode_to_string()
        with suppress(OSError):  # then the next build compiles again
            self.folder.mkdir(exist_ok=True)
            (self.folder / bucket.key).write_bytes(_digest(code) + code)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
