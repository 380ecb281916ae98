"""Reading grows with the length of a page and not faster, whatever stands on it.

The tests count the calls of functions for a text and for ten times the text: the same on every machine. What happens
inside one call of the regex engine does not show there; for that there is a command, which reads 10 KB to 10 MB by the
clock:

    python -m tests.test_linear_time [--to 10000000] [--patterns] [FILTER…]

It prints seconds and the slope: the exponent of the length with which time grows, 1 when it is linear. `--patterns`
puts lines that are made against each single pattern of the program on that pattern.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import importlib
import math
import pkgutil
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pytest

import newsarchive.articles
import newsarchive.blocks
import newsarchive.sources
from newsarchive.articles import read
from newsarchive.articles.patterns import patterns
from newsarchive.config import SourceFolder
from newsarchive.engine import Engine
from newsarchive.sources import to_source
from newsarchive.words import languages
from tests.conftest import SEED

COUNTED = (4_000, 40_000)  # bytes; where calls are counted
ROOM = 1.3  # more calls than the length alone would make of them: small texts end before some rules begin
SHORTEST = 10_000  # bytes; where the clock begins
STEEPEST = 1.15  # the slope at which the command calls an input slow
PATIENCE = 12.0  # seconds for one reading; a steeper input is not tried at greater lengths
HAN = "全市春耕备耕工作推进会昨天在石堰县召开"


def _again(part: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    """A text of `head`, `part` again and again, and `tail`, about so many bytes long."""
    size = len(part.encode())
    return lambda length: head + part * max(length // size, 1) + tail


def _numbered(line: str, head: str = "") -> Callable[[int], str]:
    """`head`, and `line` again and again with a number in it, so that no two are the same."""
    size = len(line.encode())
    return lambda length: head + "".join(line.format(n) for n in range(max(length // size, 1)))


def _nested_list(length: int) -> str:
    """Lists in lists, sixty deep and again from the margin."""
    lines = [f"{'  ' * (n % 60)}- 第{n}项工作\n" for n in range(max(length // 80, 1))]
    return "".join(lines)


def _nested_quotes(length: int) -> str:
    """Quotes in quotes, as deep as half the root of the length."""
    deepest = max(int(math.sqrt(length)), 1)
    return "".join(f"{'>' * depth} {HAN}\n" for depth in range(1, deepest))


INPUTS: Mapping[str, Callable[[int], str]] = {
    "one line of Latin letters": _again("a"),
    "one line of words": _again("word "),
    "one line of capitals": _again("A"),
    "one line of names": _again("Anna Berg "),
    "one line of names in capitals": _again("ANNA BERG "),
    "one line of Chinese": _again(HAN),
    "one line of Chinese clauses": _again(HAN + ","),
    "one line of Chinese sentences": _again(HAN + "。"),
    "one line of kana": _again("さくら"),
    "one line of hangul": _again("시장은 어제 "),
    "openers of pictures": _again("!["),
    "openers of pictures, closed once": _again("![", tail="](a)"),
    "pictures without an address": _again("![]("),
    "pictures in a row": _again("![](images/1.jpg)"),
    "open square brackets": _again("["),
    "links": _again("[a](b)"),
    "stars": _again("*"),
    "stars and letters": _again("*a"),
    "letters and two stars": _again("**a "),
    "letters between single and double stars": _again("*a**b"),
    "underscores": _again("_"),
    "underscores and letters": _again(" _a"),
    "double underscores": _again("__a "),
    "less than": _again("<"),
    "greater than": _again(">"),
    "tags that never end": _again("<div "),
    "tags that are open": _again("<div>"),
    "comments that never end": _again("<!-- a "),
    "openers of comments": _again("<!--"),
    "openers of tables": _again("<table>"),
    "comments": _again("<!-- a -->"),
    "tables that never end": _again("<table><tr><td>a"),
    "tables of tags": _again("<table><tr><td>a</td></tr></table>\n"),
    "one table of tags": _again("<tr><td>a</td></tr>\n", "<table>", "</table>"),
    "boxes of detection that never end": _again("<|ref|>a<|/ref|><|det|>"),
    "tokens that never end": _again("<|a"),
    "attributes without a quote": _again('<img src="a '),
    "ampersands": _again("&"),
    "entities that never end": _again("&amp"),
    "entities": _again("&amp;"),
    "backslashes": _again("\\"),
    "formulas that never end": _again("$1 2 "),
    "amounts of money": _again("$1 "),
    "formulas": _again("$1 \\sim 2$ "),
    "backticks": _again("`"),
    "fences": _again("```\n"),
    "tildes": _again("~"),
    "open round brackets": _again("("),
    "closed round brackets": _again(")"),
    "round brackets in round brackets": lambda length: "(" * (length // 2) + ")" * (length // 2),
    "Chinese in round brackets": _again("(记者)"),
    "open brackets and Chinese": _again("(中"),
    "full-width brackets": _again("（中"),
    "pipes over a line of dashes": lambda length: "|" * (length // 2) + "\n" + "-|" * (length // 4),
    "open brackets and a role": _again("(记者 "),
    "pipes": _again("|"),
    "a table of pipes": _again("|a|b|\n", "|x|y|\n|-|-|\n"),
    "a wide table of pipes": lambda length: "".join(f"|{cell}" * (length // 6) + "|\n" for cell in "a-b"),
    "paragraphs of one line": _numbered("第{}件事情已经办好了。\n\n"),
    "short lines without a stop": _numbered("第{}件事情\n\n"),
    "short Latin lines without a stop": _numbered("The {} thing\n\n"),
    "lines of one block": _numbered("第{}件事情已经办好了\n"),
    "Latin lines of one block": _numbered("the {} thing that had been done\n"),
    "paragraphs that run on": _numbered("第{}件事情已经办好了而且\n\n"),
    "Latin paragraphs that run on": _numbered("the {} thing that had been done and\n\n"),
    "hyphens at line ends": _numbered("das {} Ding, das ge-\n"),
    "headings without a text": _numbered("# 第{}件事情办好了\n"),
    "Latin headings without a text": _numbered("## The {} thing is done\n\n"),
    "headings with a text": _numbered("# 第{}件事情办好了\n\n本报讯(记者 王伟)事情已经办好了。\n\n"),
    "Latin headings with a text": _numbered("# The {} thing is done\n\nBy JANE SMITH\n\nIt has been done at last.\n\n"),
    "headings over text without a lead": _numbered(f"# 第{{}}件事情办好了\n\n{HAN * 3}。\n\n"),
    "stories that break off": _numbered(f"# 第{{}}件事情办好了\n\n本报讯(记者 王伟){HAN * 4},还\n\n{HAN}。\n\n"),
    "a story that breaks off again and again": _numbered(
        f"{{}}{HAN * 4},还\n\n", f"# 春耕\n\n{HAN * 4},还\n\n# 办好\n\n"
    ),
    "pictures without caption, captions without picture": lambda length: (
        "".join(f"# 第{n}件事情\n\n![](a.jpg)\n\n{HAN}。\n\n" for n in range(length // 240))
        + "".join(f"图为第{n}件事情。王伟 摄\n\n" for n in range(length // 120))
    ),
    "verses": lambda length: "".join(
        f"风从{chr(0x4E00 + n % 20000)}山吹来\n水从{chr(0x9000 - n % 20000)}里流来\n人从城里走来\n只有你 没有来\n\n"
        for n in range(length // 90)
    ),
    "items under a short heading": _numbered("●第{}件事情已经办好了。\n\n", "# 快讯\n\n"),
    "short headings with a text": _again("## 标题\n\n正文很长很长，有一句话。\n\n"),
    "bold lines": _numbered("**第{}件事情办好了**\n\n"),
    "short bold lines": _again("**标题**\n"),
    "lines of capitals": _again("THE GREAT FRESHET.\n"),
    "short Latin lines of one block": _again("ab\n"),
    "hash marks": _again("#"),
    "hash marks and letters": _again("#a"),
    "headings of one character": _again("# 市\n"),
    "a page again and again": _again(SEED.read_text(encoding="utf-8") + "\n\n"),
    "a paragraph again and again": _again(HAN + "," + HAN + "。\n\n"),
    "names after a reporter": _again("王伟、", "本报讯(记者 ", ")" + HAN),
    "names after a reporter on each line": _again("本报记者 王伟 李娜 张伟\n\n"),
    "bylines": _again("本报讯(记者 朱梦琪)昨天。\n\n"),
    "names after Von": _again("Anna Berg, ", "Von "),
    "names after By": _again("ANNA BERG and ", "By "),
    "digits": _again("1"),
    "digits and spaces": _again("1 "),
    "numbers with dots": _again("1."),
    "dates": _again("2024年1月18日"),
    "dates in words": _again("January 18, 2024 "),
    "folio lines": _numbered("2024年1月18日 星期四 第{}版\n\n"),
    "jump lines": lambda length: "".join(f"（下转第{n % 99 + 1}版）\n\n" for n in range(max(length // 22, 1))),
    "credits": _again("王伟 摄\n\n"),
    "credits that never end": _again("![](a.jpg)  \nFoto: " + "A-" * 36 + "!\n\nDer Zug ist nicht gekommen.\n\n"),
    "names that never end": _again("Der Zug ist nicht gekommen.\n\n" + "Anna A. " * 9 + "!\n\n"),
    "captions with their word": _again("![](a.jpg)\n\n图为现场。\n\n"),
    "captions with pictures": _numbered("![](images/{}.jpg)  \n王伟在看书。李娜 摄\n\n"),
    "datelines": _numbered("新华社北京1月{}日电 事情办好了。\n\n"),
    "refusals": _again("I'm sorry, I cannot read the text in this image.\n\n"),
    "spaces": _again(" "),
    "spaces between letters": lambda length: "a" + " " * length + "b",
    "wide spaces": _again("　"),
    "tabs": _again("\t"),
    "empty lines": _again("\n"),
    "carriage returns": _again("\r"),
    "line separators": _again("\u2028a"),
    "a picture in base64": _again("iVBORw0KGgoAAAAN", "![](data:image/png;base64,", ")\n\n" + HAN),
    "a picture in base64 that never ends": _again("iVBORw0KGgoAAAAN", "![](data:image/png;base64,"),
    "a picture of a tag in base64": _again("iVBORw0KGgoAAAAN", '<img src="data:image/png;base64,', '"/>'),
    "nested lists": _nested_list,
    "nested quotes": _nested_quotes,
    "list items": _numbered("- 第{}项\n"),
    "numbered items": _numbered("{}. Erledigt\n"),
    "rules": _again("---\n"),
    "dashes": _again("-"),
    "long dashes": _again("—"),
    "equals signs": _again("="),
    "stops": _again("。"),
    "dots": _again("."),
    "commas": _again(","),
    "colons": _again(":"),
    "Chinese and commas": _again("中,"),
    "Chinese and spaces": _again("中 "),
    "quotes": _again("”"),
    "quotes that open": _again("“"),
    "addresses": _again("www."),
    "addresses of mail": _again("a@"),
    "mail without an at": lambda length: "@" + "a." * (length // 2),
    "an address with dots": _again("a.", "http://"),
    "speakers": _numbered("王伟：第{}件事情办好了。\n\n"),
    "a line of capitals under headings with stops": _again("A", head="TARN.\n\nMARLBECK.\n\nWEIR.\n\n"),
    "captions between the paragraphs of one story": _numbered(
        "第{0}口鱼塘签了合同，老周不服。\n\n图为第{0}小学的孩子们在操场上做早操。苗青 摄\n\n"
    ),
    "captions that tell what their story tells": _numbered(
        "第{0}口鱼塘签了合同，老周不服。\n\n图为第{0}口鱼塘签了合同，老周不服。苗青 摄\n\n"
    ),
    "items under one name": _numbered(
        "第{}口鱼塘由村委会以每年一万元的价格包给了邻村的老管，老周不服，要去打官司。\n\n"
    ),
    "offices before names": _again("中心 王 明", head="市体育研究所 "),
    "columns that break off": _numbered("第{}口鱼塘由村委会以每年一万元的价格包\n\n给了邻村的老管，老周不服。\n\n"),
    "columns that break off before the next headline": _numbered(
        "## 第{}口鱼塘签了两份合同\n\n本报讯（记者 田野）村委会同老周签了合同。鱼塘以每年一万元的价格包\n\n"
    ),
    "columns in exchanged order": _numbered(
        "## 第{}口鱼塘签了两份合同\n\n村委会同老周签了合同。“鱼死了，心也凉了，一条鱼没\n\n"
        "包给了老管。\n\n塘价包\n\n捞着。”\n\n"
    ),
    "bullets": _again("●"),
    "bullets with words": _numbered("●第{}件事情\n\n"),
    "labels in brackets": _numbered("【第{}件事情】\n\n"),
    "letters of a damaged file": _again("\ufffd"),
    "control characters": _again("\x00"),
    "combining marks": _again("a\u0301"),
    "emoji": _again("😀"),
}


def read_text(text: str) -> None:
    read(to_source("page.txt", text.encode(), SourceFolder(folder=".")))


# By counting


def calls(work: Callable[[], object]) -> int:
    """How many functions are called in `work`, those of the interpreter included."""
    profile = cProfile.Profile()
    collecting = gc.isenabled()
    gc.disable()  # what is collected now or later must not count
    profile.enable()
    try:
        work()
    finally:
        profile.disable()
        if collecting:
            gc.enable()
    return sum(entry.callcount for entry in profile.getstats())


def growth(make: Callable[[int], str], short: int, long: int) -> float:
    """How many times the work of the short text is done for the long one; what is done once does not count."""
    texts = make(short), make(long)
    return calls(partial(read_text, texts[1])) / max(calls(partial(read_text, texts[0])), 500)


@pytest.mark.parametrize("name", INPUTS)
def test_work_grows_no_faster_than_the_text(name: str) -> None:
    read_text(INPUTS[name](COUNTED[0]))  # words and patterns are loaded: as much text, so the same languages

    assert growth(INPUTS[name], *COUNTED) <= ROOM * COUNTED[1] / COUNTED[0]


def test_a_page_a_hundred_times_as_long_is_not_more_than_a_hundred_times_the_work() -> None:
    make = INPUTS["a page again and again"]

    assert growth(make, 10_000, 1_000_000) <= ROOM * 100


def test_the_counter_sees_a_call_in_a_loop_in_a_loop() -> None:
    def work(length: int) -> None:
        for _ in range(length):
            for at in range(length):
                abs(at)

    assert calls(lambda: work(100)) > 50 * calls(lambda: work(10))


# By the clock


def seconds(make: Callable[[int], str], length: int) -> float:
    """How long the text of a length is read, the shorter of two times where that is soon known."""
    text = make(length)
    best = math.inf
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        read_text(text)
        best = min(best, time.process_time() - start)
        if best > 0.5:
            break
    return best


def slope(times: Mapping[int, float]) -> float:
    """The exponent with which time grows over the last hundredfold, from measures long enough to trust."""
    known = sorted((length, spent) for length, spent in times.items() if spent > 0.004)
    if len(known) < 2:
        return 0.0
    (short, before), (long, after) = known[max(len(known) - 3, 0)], known[-1]
    return math.log(after / before) / math.log(long / short)


def measure(name: str, longest: int) -> dict[int, float]:
    """Seconds by length, up to the longest that the clock's patience allows; a first reading loads the words."""
    read_text(INPUTS[name](SHORTEST))
    times: dict[int, float] = {}
    length = SHORTEST
    while length <= longest:
        times[length] = seconds(INPUTS[name], length)
        expected = times[length] * (100 if slope(times) > 1.5 else 14)
        if expected > PATIENCE * 3 or times[length] > PATIENCE:
            break
        length *= 10
    return times


def _modules() -> Iterator[object]:
    for room in (newsarchive.articles, newsarchive.blocks, newsarchive.sources):
        yield room
        for found in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
            yield importlib.import_module(found.name)


Matching = Callable[[str], object]


def compiled_patterns() -> dict[str, Matching]:
    """Each compiled pattern of the rooms that read, used as it is used there, by the name of where it lies."""
    found: dict[str, Matching] = {}

    def add(name: str, value: Any) -> None:
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            found.setdefault(name, value.search)
        elif isinstance(getattr(value, "__self__", None), re.Pattern):  # `re.compile(…).match`
            if isinstance(value.__self__.pattern, str):  # `.sub` wants more than a line: as a search, it looks as long
                found.setdefault(name, value.__self__.search if "sub" in value.__name__ else value)
        elif isinstance(value, list | tuple):
            for number, each in enumerate(value):
                add(f"{name}[{number}]", each)
        elif isinstance(value, dict):
            for key, each in value.items():
                add(f"{name}[{key}]", each)

    for module in _modules():
        for name, value in vars(module).items():
            if not name.startswith("__"):
                add(f"{getattr(module, '__name__', '')}.{name}", value)
    for language in languages():
        for name, value in vars(patterns((language,))).items():
            add(f"words/{language}.{name}", value)
    return found


HOSTILE = (
    "a", "A", "Aa ", "A. ", "AA ", "A a", "1", "1 ", "1.", "1,", "a.", "a-", "A-", " ", "　", "\t ", "中",
    "中 ", "中　", "中、", "中·", "中,", "记者 ", "记者", "王伟 ", "王伟、", "年", "1月", "第1版 ", "□", "●",
    "(", ")", "（", "[", "【", "(a", "(a)", "（中）", "“", "”", "'", "’", "—", "-", "/", "/ ", "|", " | ", ":",
    "：", "。", "， ", "*", "_", "*a", "_a", "**a", "\\", "$", "&", "&a", "<", "<a ", "<div ", "![", "![](",
    "](", "```", "~", "#", "# ", "> ", "가", "가 ", "기자 ", "あ", "ア・", "ア", "Von ", "By ", "de ", "Foto: ",
    "摄 ", "电", "新华社", "AP ", "(AP) ", "Jan. ", "January ", "M. ", "and ", "und ", "@", "a@", "http://",
    "www.", "ſ", "É", "é ",
)  # fmt: skip


def hostile_lines(length: int) -> Iterator[tuple[str, str]]:
    """Lines made of one part again and again, with an end that no pattern expects."""
    for part in HOSTILE:
        body = (part * (length // len(part) + 1))[:length]
        yield part, body + "\x01"
    for head in ("A", "(", "本报讯(记者 ", "Von A", "By A", "记者 ", "■", "Foto: A", "1 "):
        for part in ("a", " ", "中", "Aa ", "中 ", "1", "A-", "、中"):
            body = (part * (length // len(part) + 1))[:length]
            yield f"{head} + {part}", head + body + "\x01"


def print_patterns(filters: Sequence[str], short: int = 400, long: int = 1600, noticeable: float = 0.02) -> None:
    """The patterns that think noticeably long (in seconds) about one line, with what the length does to them."""
    for name, match in compiled_patterns().items():
        if filters and not any(part in name for part in filters):
            continue
        worst = (0.0, 0.0, "")
        for (part, line), (_, longer) in zip(hostile_lines(short), hostile_lines(long), strict=True):
            first = _match_time(match, line)
            second = _match_time(match, longer) if first < 1 else first
            if second > noticeable:
                worst = max(worst, (second, math.log(second / first) / math.log(long / short), part))
            if second > 1:  # bad enough
                break
        if worst[0]:
            print(f"{worst[0] * 1000:9.1f} ms, slope {worst[1]:4.1f}  {name}  by {worst[2]!r}", flush=True)


def _match_time(match: Matching, line: str) -> float:
    best = math.inf
    for _ in range(2):
        start = time.process_time()
        match(line)
        best = min(best, time.process_time() - start)
        if best > 0.05:
            break
    return max(best, 1e-7)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--to", type=int, default=10_000_000, metavar="BYTES", help="the longest text")
    parser.add_argument("--patterns", action="store_true", help="each pattern by itself")
    parser.add_argument("filters", nargs="*", metavar="FILTER")
    options = parser.parse_args()
    if options.patterns:
        print_patterns(options.filters)
        return
    names = [name for name in INPUTS if not options.filters or any(part in name for part in options.filters)]
    slow = []
    for name in names:
        with Engine(jobs=1):  # the collector of cycles looks as seldom as in a build
            times = measure(name, options.to)
        steep = slope(times)
        print(f"{name:44} {steep:5.2f}  " + "  ".join(f"{spent:8.4f}" for spent in times.values()), flush=True)
        if steep > STEEPEST:
            slow.append((steep, name))
    named = ", ".join(f"{name} ({steep:.2f})" for steep, name in sorted(slow, reverse=True))
    print(f"\nsteeper than {STEEPEST}: {named or 'none'}")


if __name__ == "__main__":
    main()
