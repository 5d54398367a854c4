"""The index that a web page gives above a report: 索引号, 发文字号, 成文日期 and the like.

It stands in a table, a list, or on lines of its own; it says something about the document and
is no part of it, so a number of it is never a figure of the report.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from reportparse.reading.leaf import Strand

#: A line that is longer holds more than an index.
LONGEST: Final = 300
#: 索 引 号：: any word with a colon behind it, where one of its row is known
COLON: Final = re.compile(r"[：:]$")
#: [ 索引号 ] · | 【发布机构】, before its labels are looked up
BRACKETED: Final = re.compile(r"[\s|]{0,8}[\[【［]")
#: What stands around a value: blanks, and the edges of cells.
AROUND: Final = "\u3000 \t\xa0|"
BLANK: Final = re.compile(r"[\s\u200b\ufeff]+")

#: Elements in which a label needs no colon.
LABELS: Final = ("dt", "th", "td")

#: A label and what it says.
Pair = tuple[str, str]


def index_of(lines: Sequence[Strand], within: Iterable[int]) -> dict[int, tuple[Pair, ...]]:
    """Find the lines of an index among the lines `within`, each with its pairs.

    The value of a label that stands alone is the next line.
    """
    found: dict[int, tuple[Pair, ...]] = {}
    known = set(within)
    for at in sorted(known):
        if at in found or len(lines[at].text) > LONGEST:
            continue
        pairs = _pairs(lines[at])
        below = at + 1
        if below in known and _waits(lines[at], pairs) and _is_value(lines[below]):
            pairs = (*pairs[:-1], (pairs[-1][0], lines[below].text.strip()))
            found[below] = ()
        if pairs:
            found[at] = pairs
    return found


def _waits(line: Strand, pairs: Sequence[Pair]) -> bool:
    """Tell whether the last label of a line has its value below."""
    return bool(pairs) and not pairs[-1][1] and not line.cells


def _is_value(line: Strand) -> bool:
    return len(line.text) <= LONGEST and not _starts(line.text)


def _pairs(line: Strand) -> tuple[Pair, ...]:
    """Read the pairs of a line."""
    if line.cells:
        return tuple(_row(line.text.split("\t")))
    if line.tag in LABELS and fold(line.text) in _labels():
        return ((fold(line.text), ""),)
    return tuple(_run(line.text))


def bracketed(text: str) -> tuple[Pair, ...]:
    """Read the pairs of a line whose labels stand in brackets, rows of a table too.

    >>> bracketed("[ 索引号 ] 0081/2024-7 [ 有效性 ]")
    (('索引号', '0081/2024-7'), ('有效性', ''))
    """
    return tuple(_run(text)) if BRACKETED.match(text) else ()


def _row(cells: Sequence[str]) -> Iterator[Pair]:
    """Pair the cells of a row; a cell may also hold a pair of its own."""
    if not any(_starts(cell) for cell in cells):
        return
    label = ""
    for cell in cells:
        bare = fold(cell)
        if label and not _is_label(bare):
            yield label, cell.strip()
            label = ""
        elif _is_label(bare):
            label = COLON.sub("", bare)
        else:
            yield from _run(cell)


def _is_label(bare: str) -> bool:
    """Tell a cell that only names what the next one says."""
    return bool(COLON.search(bare)) or COLON.sub("", bare) in _labels()


def _run(text: str) -> Iterator[Pair]:
    """Read the pairs of a line on which one follows the other."""
    starts = list(_pattern().finditer(text))
    if not starts or text[: starts[0].start()].strip(AROUND):
        return
    ends = [start.start() for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        yield fold(start[1] or start[2]), text[start.end() : end].strip(AROUND)


def _starts(text: str) -> bool:
    """Tell whether a text begins with a known label."""
    return _pattern().match(text.strip()) is not None or fold(text) in _labels()


def fold(text: str) -> str:
    """Leave out the blanks of a text."""
    return BLANK.sub("", text)


@cache
def _labels() -> frozenset[str]:
    """Read the labels."""
    text = files("reportparse").joinpath("data/webpage.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["index"])


@cache
def _pattern() -> re.Pattern[str]:
    """Return a pattern for a label with its colon or in brackets; it may be spaced out."""
    labels = sorted(_labels(), key=len, reverse=True)
    spaced = "|".join(r"\s{0,4}".join(map(re.escape, label)) for label in labels)
    return re.compile(
        rf"(?<![\u4e00-\u9fff])({spaced})\s{{0,4}}[：:]|[\[【［]\s{{0,4}}({spaced})\s{{0,4}}[\]】］]"
    )
