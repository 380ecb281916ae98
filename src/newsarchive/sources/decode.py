"""Bytes -> text: UTF-8 at no cost, older encodings by what reads like prose, and every doubt said with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from newsarchive.problems import Problem, Severity, Where
from newsarchive.sources import characters

SHOWN_STRAYS = 5  # so many stray bytes are named one by one; the rest are counted
FEW_STRAYS = 5
STRAY_SHARE = 0.01  # of the characters beyond ASCII
CONTROL_SHARE = 0.1  # of the bytes; more than that is no text
CERTAIN = 0.6  # share from which no other encoding is tried
PLAUSIBLE = 0.3  # share of common characters from which a decoding is believed without asking charset-normalizer


class Decoded(msgspec.Struct, frozen=True):
    """Text with line ends as \\n and no byte order mark, what it was read as (a Python codec name), and the doubts."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(path: str, data: bytes) -> Decoded:
    """The text that the bytes of the file `path` spell. Never raises; a file that is no text gives "" and an error."""
    if not data.startswith(_MAGIC_OR_BOM):
        try:
            return _clean(path, data.decode("utf-8"), "utf-8", data)
        except UnicodeDecodeError:
            return _decode_other(path, data)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_bom(path, data[len(bom) :], encoding)
    looks = next(words for magic, words in _MAGIC if data.startswith(magic))
    return _binary(path, f"this is {looks}, not text; {_ADVICE}")


def _decode_bom(path: str, data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    strays = list(re.finditer("\ufffd", text)) if "\ufffd" in text and _is_broken(data, encoding) else []
    problems = _stray_problems(path, text, [(match.start(), b"") for match in strays], encoding)
    decoded = _clean(path, text, encoding, b"")
    read_as = () if encoding == "utf-8" else (_read_as(path, encoding),)
    return Decoded(decoded.text, encoding, (*read_as, *problems, *decoded.problems))


def _decode_other(path: str, data: bytes) -> Decoded:
    """Bytes that are not UTF-8 throughout: UTF-8 with damage, UTF-16 without a mark, an older encoding, or no text."""
    text = data.decode("utf-8", "surrogateescape")
    strays = len(_ESCAPED.findall(text))
    beyond = sum(len(run) for run in _BEYOND_ASCII.findall(text))
    if beyond and (strays <= beyond * STRAY_SHARE or (strays < FEW_STRAYS and _is_mostly_utf8(text, beyond, strays))):
        return _damaged_utf8(path, text, data)
    encoding, score = _best_encoding(data)
    if score < PLAUSIBLE and _control_share(data) > 0 and (b"\0" in data or _control_share(data) > CONTROL_SHARE):
        return _binary(path, f"this looks like a binary file (it holds {_what_controls(data)}); {_ADVICE}")
    if encoding == "utf-8" or (score < PLAUSIBLE and strays < FEW_STRAYS):
        return _damaged_utf8(path, text, data)
    if score < PLAUSIBLE and strays <= beyond * 3 and _is_mostly_utf8(text, beyond, strays):
        return _damaged_utf8(path, text, data)
    if score < PLAUSIBLE:
        encoding = _guess(data) or (encoding if score > 0 else "cp1252")
    return _decode_as(path, data, encoding)


def _is_mostly_utf8(text: str, beyond: int, strays: int) -> bool:
    """Three bytes in a row that happen to be UTF-8 are rare elsewhere; two happen in any Chinese encoding."""
    return beyond >= 4 * strays or any(character > "\u07ff" for run in _BEYOND_ASCII.findall(text) for character in run)


def _decode_as(path: str, data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
        problems: list[Problem] = []
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        places = [(match.start(), b"") for match in re.finditer("\ufffd", text)]
        problems = _stray_problems(path, text, places, encoding)
    decoded = _clean(path, text, encoding, b"")
    return Decoded(decoded.text, encoding, (_read_as(path, encoding), *problems, *decoded.problems))


def _damaged_utf8(path: str, escaped: str, data: bytes) -> Decoded:
    """UTF-8 in which bytes that fit nowhere, next to each other, give one U+FFFD."""
    places, pieces, position, length = [], [], 0, 0
    for match in _ESCAPED_RUN.finditer(escaped):
        kept = escaped[position : match.start()]
        pieces += [kept, "\ufffd"]
        length += len(kept)
        places.append((length, match[0].encode("utf-8", "surrogateescape")))
        length += 1
        position = match.end()
    text = "".join([*pieces, escaped[position:]])
    problems = _stray_problems(path, text, places, "utf-8")
    decoded = _clean(path, text, "utf-8", b"")
    return Decoded(decoded.text, "utf-8", (*problems, *decoded.problems))


def _clean(path: str, text: str, encoding: str, data: bytes) -> Decoded:
    """Line ends made \\n and control characters U+FFFD. `data` are the UTF-8 bytes where they are known: faster."""
    if not data or b"\r" in data:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if data and b"\xc2" not in data and len(data.translate(None, _CONTROL_BYTES)) == len(data):
        return Decoded(text, encoding)
    first = _CONTROL.search(text)
    if first is None:
        return Decoded(text, encoding)
    if data and _control_share(data) > CONTROL_SHARE:
        utf16 = _utf16_by_nuls(data)
        if utf16:
            return _decode_as(path, data, utf16)
        escape = _by_escapes(data)
        if escape:
            return _decode_as(path, data, escape)
        return _binary(path, f"this looks like a binary file (it holds {_what_controls(data)}); {_ADVICE}")
    escape = _by_escapes(data)
    if escape:
        return _decode_as(path, data, escape)
    cleaned, count = _CONTROL.subn("\ufffd", text)
    line = text.count("\n", 0, first.start()) + 1
    number = f"{count} control characters are" if count > 1 else "1 control character is"
    words = f"{number} shown as \ufffd; the first, U+{ord(first[0]):04X}, is in line {line}"
    return Decoded(cleaned, encoding, (_problem(path, "control-character", words, line=line),))


def _utf16_by_nuls(data: bytes) -> str:
    """UTF-16 without a byte order mark: it holds NULs and reads like prose (一, U+4E00, has its NUL elsewhere)."""
    score, encoding = max((_utf16_score(data, encoding), encoding) for encoding in ("utf-16-be", "utf-16-le"))
    return encoding if score >= PLAUSIBLE else ""


def _utf16_score(data: bytes, encoding: str) -> float:
    """The share of characters that are ASCII or common."""
    text = data[:_SAMPLE_BYTES].decode(encoding, "replace")
    common = _common()["all"]
    return sum(1 for character in text if "\x1f" < character < "\x7f" or character in common) / max(len(text), 1)


def _by_escapes(data: bytes) -> str:
    """The seven-bit encodings of East Asian mail, known by their escape sequences."""
    for mark, encoding in _ESCAPES:
        if mark in data:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return ""


def _best_encoding(data: bytes) -> tuple[str, float]:
    """The encoding whose reading has the greatest share of common characters, and that share, 0 to 1."""
    if b"\0" in data:
        utf16 = _utf16_by_nuls(data)
        return (utf16, 1.0) if utf16 else ("", 0.0)
    best, best_score = "", 0.0
    data = data[:_SAMPLE_BYTES]
    for encoding, scripts in CANDIDATES:
        text = _decoded_nearly(data, encoding)
        if text is None:
            continue
        score, script = max((_score(text, script), script) for script in scripts)
        if score > best_score:
            best, best_score = encoding, score
        if score > CERTAIN and script not in _ODD_LETTERS:
            break
    return best, best_score


def _decoded_nearly(data: bytes, encoding: str) -> str | None:
    """The text, in which at most one character in a hundred could not be read; None otherwise."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        broken = text.count("\ufffd")
        beyond = sum(len(run) for run in _BEYOND_ASCII.findall(text))
        allowed = beyond * (0.3 if encoding == "utf-8" else 0.02)
        return text if broken <= allowed else None


def _score(text: str, script: str) -> float:
    """The share of the characters beyond ASCII that are common in `script`; letters must stand with letters."""
    beyond = "".join(_BEYOND_ASCII.findall(text))
    if not beyond:
        return 0.0
    common = _common()[script]
    share = sum(map(common.__contains__, beyond)) / len(beyond)
    if script in _ODD_LETTERS:
        share -= sum(map(len, _ODD_LETTERS[script].findall(text))) / len(beyond)
    if script in _OWN_LETTERS:  # nearly all letters are common, so that a share of less than nearly all says little
        own = len(_OWN_LETTERS[script].findall(text))
        return 0.0 if own < len(_ASCII_LETTER.findall(text)) / 10 else max(share, 0.0) ** 2
    if script in _WEIGHTS and len(beyond) > len(_ASCII_LETTER.findall(text)):
        return 0.0
    return share * _WEIGHTS.get(script, 1.0)


def _guess(data: bytes) -> str:
    """What charset-normalizer thinks of it, or "". Imported here: it takes as long as reading a hundred pages."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_GUESS_BYTES]).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return ""
    text = data.decode(best.encoding, "replace")
    fine = len(_CONTROL.findall(text)) + text.count("\ufffd") <= len(text) * CONTROL_SHARE / 2
    return best.encoding if fine else ""


def _control_share(data: bytes) -> float:
    return (len(data) - len(data.translate(None, _CONTROL_BYTES))) / max(len(data), 1)


def _is_broken(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return True
    return False


def _what_controls(data: bytes) -> str:
    nuls = data.count(0)
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    return f"{nuls} NUL bytes" if nuls else f"{controls} control characters in {len(data)} bytes"


def _stray_problems(path: str, text: str, places: list[tuple[int, bytes]], encoding: str) -> list[Problem]:
    """One warning for each place, the first few; then one with the total."""
    return list(_stray_warnings(path, text, places, encoding))


def _stray_warnings(path: str, text: str, places: list[tuple[int, bytes]], encoding: str) -> Iterator[Problem]:
    name = _NAMES.get(encoding, encoding.upper())
    for position, stray in places[:SHOWN_STRAYS]:
        before = text[:position].replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = ", ".join(f"0x{byte:02X}" for byte in stray[:8])
        subject = "a byte" if not stray else f"byte {what}" if len(stray) == 1 else f"bytes {what}"
        verb = "are" if len(stray) > 1 else "is"
        words = f"line {line}, column {column}: {subject} {verb} not {name} and {verb} shown as \ufffd"
        yield _problem(path, "stray-byte", words, line=line)
    if len(places) > SHOWN_STRAYS:
        words = f"{len(places)} places in all are not {name}; the first {SHOWN_STRAYS} are named"
        yield _problem(path, "stray-byte", words)


def _binary(path: str, words: str) -> Decoded:
    return Decoded("", "binary", (_problem(path, "binary", words, "error"),))


def _read_as(path: str, encoding: str) -> Problem:
    return _problem(path, "encoding", f"this is not UTF-8; it was read as {_NAMES.get(encoding, encoding)}", "info")


def _problem(path: str, code: str, words: str, severity: Severity = "warning", line: int | None = None) -> Problem:
    return Problem(Where(path, line), code, words, severity)


@lru_cache(maxsize=1)
def _common() -> dict[str, frozenset[str]]:
    """The common characters by script, and of all scripts together."""
    cjk = characters.PUNCTUATION
    sets = {
        "simplified": frozenset(characters.SIMPLIFIED + cjk),
        "traditional": frozenset(characters.TRADITIONAL + cjk),
        "japanese": frozenset(characters.JAPANESE + cjk),
        "hangul": frozenset(characters.HANGUL + cjk),
        "cyrillic": frozenset(characters.CYRILLIC),
        "greek": frozenset(characters.GREEK),
        "western": frozenset(characters.WESTERN),
        "turkish": frozenset(characters.TURKISH),
        "central": frozenset(characters.CENTRAL),
    }
    return {**sets, "all": frozenset().union(*sets.values()) | frozenset("\r\n\t\u00a0")}


_EVERY = ("simplified", "traditional", "japanese", "hangul", "cyrillic", "greek", "western", "turkish", "central")

# The first of two that score alike wins.
CANDIDATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("utf-8", _EVERY),
    ("gb18030", ("simplified",)),
    ("big5hkscs", ("traditional",)),
    ("cp950", ("traditional",)),
    ("gb18030", ("traditional",)),
    ("cp932", ("japanese",)),
    ("euc_jp", ("japanese",)),
    ("cp949", ("hangul",)),
    ("cp1252", ("western",)),
    ("cp1254", ("turkish",)),
    ("cp1250", ("central",)),
    ("iso8859_2", ("central",)),
    ("cp1251", ("cyrillic",)),
    ("koi8_r", ("cyrillic",)),
    ("cp1253", ("greek",)),
    ("utf-16-le", ("simplified", "traditional", "japanese", "hangul")),
    ("utf-16-be", ("simplified", "traditional", "japanese", "hangul")),
    ("mac_roman", ("western",)),
    ("cp850", ("western",)),
)

# A letter here and there among ASCII is weaker evidence than whole words; the tables of these scripts are short, too.
_WEIGHTS = {"western": 0.6, "turkish": 0.6, "central": 0.6}
_OWN_LETTERS = {"cyrillic": re.compile("[Ѐ-ӿ]"), "greek": re.compile("[Ͱ-Ͽ]")}
_ASCII_LETTER = re.compile("[A-Za-z]")
_PAIRS = "[^\\W\\d_a-zA-Z]{3,}"
_CAPITAL_INSIDE = r"(?<=[a-z])[À-ÖØ-ÞŁŚŻŹČŘŠŽİĞŞ]"
_ODD_LETTERS = {
    "western": re.compile(f"{_PAIRS}|{_CAPITAL_INSIDE}"),
    "turkish": re.compile(f"{_PAIRS}|{_CAPITAL_INSIDE}"),
    "central": re.compile(f"{_PAIRS}|{_CAPITAL_INSIDE}"),
    "cyrillic": re.compile(r"(?<=[а-яё])[А-ЯЁ]|(?<=[A-Za-z])[Ѐ-ӿ]|[Ѐ-ӿ](?=[A-Za-z])"),
    "greek": re.compile(r"(?<=[α-ω])[Α-Ω]|(?<=[A-Za-z])[Ͱ-Ͽ]|[Ͱ-Ͽ](?=[A-Za-z])"),
}
_NAMES = {
    "utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32-le": "UTF-32", "utf-32-be": "UTF-32",
    "gb18030": "GB18030 (GBK)", "big5hkscs": "Big5 (HKSCS)", "cp950": "Big5", "cp932": "Shift JIS",
    "euc_jp": "EUC-JP", "cp949": "EUC-KR", "cp1252": "Windows-1252", "cp1254": "Windows-1254",
}  # fmt: skip

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"PK\x03\x04", "a ZIP file (a Word, EPUB or OpenDocument file is one, too)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (b"{\\rtf", "an RTF document"),
)
_MAGIC_OR_BOM = tuple(mark for mark, _ in (*_BOMS, *_MAGIC))
_ADVICE = "put its text here as a .txt file in UTF-8, and the file itself elsewhere"
_ESCAPES = ((b"\x1b$B", "iso2022_jp_2"), (b"\x1b$@", "iso2022_jp_2"), (b"\x1b$)C", "iso2022_kr"))
_GUESS_BYTES = 16_384
_SAMPLE_BYTES = 16_384  # enough to tell an encoding; even, for UTF-16

# Control characters but for tab, line ends, vertical tab and form feed; U+0085 counts as white space.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_BYTES = bytes([*range(9), *range(14, 32), 127])
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ud800-\udfff]+")
_ESCAPED = re.compile("[\udc80-\udcff]")
_ESCAPED_RUN = re.compile("[\udc80-\udcff]+")
