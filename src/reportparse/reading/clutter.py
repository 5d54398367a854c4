"""What a web page leaves around a report when it is saved as text.

Only lines above the report's first sentence and below its last are looked at, and only whole
lines of known words go (`data/clutter.toml`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from reportparse.reading.indexing import Pair, bracketed
from reportparse.reading.wrapping import stopped

#: Signs between and around buttons: 【 · 】 · > · | · × · ：
SIGNS: Final = "【】[]（）()<>》《|｜×:：·•*?？ \t\u3000"
#: …办公室 | ：, what a broken line may leave to the next
LEFT_OVER: Final = "：:）)》]"
#: 356 · 2024-01-15: a count or date beside a label
VALUE: Final = re.compile(r"(?:\d{1,9}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$")
#: 2024-01-15 10:20:00: the minute of publication, which no report states on a line
MINUTE: Final = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?$")
#: 内容摘要： with the first words of the report below, cut off by dots
SUMMARY: Final = re.compile(r"(?:内容)?(?:摘要|提要|导读)[：:]?$")
CUT_OFF: Final = re.compile(r"(?:…|\.{3,})$")
#: 政务公开 | 云岭县人民政府网 | 办事服务 | |: links beside each other, not the head of a table
LINKS: Final = re.compile(
    r"(?=[^\d。；]*(?:首页|网站|政府网|政务公开|信息公开|政务服务|办事服务|互动交流|在线服务))"
    r"[^|｜\d。；]{2,30}[|｜][^\d。；]{0,400}$"
)
#: A line of this length is a sentence, whatever its end.
SENTENCE: Final = 40
#: 一、 · （二） · 3.: never clutter
MARKED: Final = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.](?!\d)")


@dataclass(frozen=True, slots=True)
class Clutter:
    """Which lines of a text are the web page's own."""

    lines: frozenset[int]
    #: Lines that say something about the document, as labels and values.
    notes: Mapping[int, tuple[Pair, ...]]


@dataclass(frozen=True, slots=True)
class _Words:
    """Patterns over the words of `data/clutter.toml`."""

    button: re.Pattern[str]
    label: re.Pattern[str]
    metadata: re.Pattern[str]
    below: re.Pattern[str]


def clutter(lines: Sequence[str]) -> Clutter:
    """Find the web page's lines above and below the report."""
    first = next((i for i, line in enumerate(lines) if _is_sentence(line)), len(lines))
    notes = _metadata(lines[:first])
    return Clutter(frozenset(_above(lines[:first]) | _below(lines, first)), notes)


def _is_sentence(line: str) -> bool:
    """Tell a line of the report from one of the page."""
    if _words().label.match(line) or CUT_OFF.search(line) or LINKS.match(line) or _pairs(line):
        return False
    return len(line) >= SENTENCE or line.count("，") > 1 or line.endswith(("。", "；", "！"))


def _metadata(lines: Sequence[str]) -> dict[int, tuple[Pair, ...]]:
    """Find what the page says about the document."""
    found = ((index, _pairs(line)) for index, line in enumerate(lines))
    return {index: pairs for index, pairs in found if pairs}


def _pairs(line: str) -> tuple[Pair, ...]:
    """Read what a line says about the document."""
    match = _words().metadata.match(line)
    return ((match[1], match[2].strip()),) if match else bracketed(line)


def _above(lines: Sequence[str]) -> set[int]:
    """Find clutter above the first sentence."""
    found = {index for index, line in enumerate(lines) if _is_button(line)}
    for index, (line, following) in enumerate(pairwise(lines)):
        if SUMMARY.match(line) and CUT_OFF.search(following):
            found |= {index, index + 1}
    beside = {
        index
        for index, line in enumerate(lines)
        if VALUE.match(line) and {index - 1, index + 1} & found
    }
    return found | beside


def _is_button(line: str) -> bool:
    """Tell a line of the page's own: 打印, 字号：大 中 小, a date with its minute."""
    words, bare = _words(), line.strip(SIGNS)
    own = (
        words.button.match(bare)
        or words.label.match(line)
        or MINUTE.match(line)
        or LINKS.match(line)
    )
    return own is not None or (not bare and line not in LEFT_OVER)


def _below(lines: Sequence[str], first: int) -> set[int]:
    """Find clutter below the last sentence: from the first line that opens it to the end."""
    opens = _words().below
    start = len(lines)
    for index in range(len(lines) - 1, first, -1):
        line = lines[index]
        if opens.match(line.lstrip(SIGNS)) and len(line) < 2 * SENTENCE:
            start = index
        elif _is_sentence(line) or MARKED.match(line) or stopped(line):
            break
    return set(range(start, len(lines)))


@cache
def _words() -> _Words:
    """Read the words."""
    text = files("reportparse").joinpath("data/clutter.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return _Words(
        button=re.compile(f"(?:{_any(data['buttons'])}|[大中小]\\s[大中小]\\s[大中小])$"),
        label=re.compile(f"[【（(]?(?:{_any(data['labels'])})\\s?[：:]"),
        metadata=re.compile(f"({_any(data['metadata'])})\\s?[：:](.*)$"),
        below=re.compile(f"(?:{_any(data['below'])})(?:[：:】）)]|到|在|$)"),
    )


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
