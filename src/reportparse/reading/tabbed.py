"""Tables in plain text: rows of cells between tabs, or between the pipes of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reportparse.document import Cell, Table
from reportparse.span import Span

#: What parts cells: a tab · the pipe of "| 合计 | 42 |"
PARTING: Final = re.compile(r"[\t|]")
#: | --- | :-: |: the line under the head of a Markdown table
RULE: Final = re.compile(r"[\s|:+-]+\Z")
#: 1,204 · 36.5% · -3
FIGURE: Final = re.compile(r"\s*[-−－+]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?\s*[%％]?\s*\Z")
#: What may stand above a table and belong to it: "表3 案件情况 单位：件"
CAPTION: Final = re.compile(r"表\s*[\d一二三四五六七八九十]|表\s*(?:[（(]|$)|单位\s*[:：]")
#: 单位：万元
UNIT: Final = re.compile(r"单位\s*[:：]\s*([^\s）)，,；;|]{1,8})")
#: A caption is a short line.
LONGEST_CAPTION: Final = 60
#: Fewer rows are an address and its label, or a signature.
FEWEST_ROWS: Final = 3
#: Rows that must hold a figure, or figures that a single one must hold.
FEWEST_COUNTED: Final = 2
FEWEST_FIGURES: Final = 4


@dataclass(frozen=True, slots=True)
class Tabbed:
    """A table found in lines of text, and the indices of these lines."""

    table: Table
    lines: range


def find_tabbed(lines: Sequence[Span], text: str) -> tuple[Tabbed, ...]:
    """Return the tables that stand in the lines of a text."""
    if "\t" not in text and "|" not in text:
        return ()
    return tuple(
        Tabbed(_table(lines, run, text), run)
        for run in _runs([_is_row(line.of(text)) for line in lines])
        if _is_table([line.of(text) for line in lines[run.start : run.stop]])
    )


def _is_row(line: str) -> bool:
    """Tell a line of cells; one with a single tab behind its first words is a row as well."""
    bare = line.strip()
    return "\t" in line.lstrip() or (bare.count("|") > 1 and bare[0] == bare[-1] == "|")


def _runs(rows: Sequence[bool]) -> Iterator[range]:
    """Yield the stretches of lines that are rows."""
    start = 0
    for index, row in enumerate((*rows, False)):
        if not row:
            if index - start >= FEWEST_ROWS:
                yield range(start, index)
            start = index + 1


def _is_table(lines: Sequence[str]) -> bool:
    """Tell a table: figures of their own in several rows, behind what they are."""
    counted = [
        sum(FIGURE.match(cell) is not None for cell in PARTING.split(line.strip(" |"))[1:])
        for line in lines
    ]
    return sum(map(bool, counted)) >= FEWEST_COUNTED or max(counted) >= FEWEST_FIGURES


def _table(lines: Sequence[Span], run: range, text: str) -> Table:
    """Cut the rows into cells; the line above may be the caption."""
    rows = [lines[index] for index in run if not RULE.match(lines[index].of(text))]
    cells = [cell for row, line in enumerate(rows) for cell in _cells(text, line, row)]
    above = lines[run.start - 1].of(text).strip() if run.start else ""
    is_caption = len(above) <= LONGEST_CAPTION and CAPTION.search(above) is not None
    unit = UNIT.search(above) if is_caption else None
    return Table(tuple(cells), above if is_caption else "", unit[1] if unit else "")


def _cells(text: str, line: Span, row: int) -> Iterator[Cell]:
    """Yield the cells of one row, each without the blanks around it."""
    start, end = line.start, line.end
    if text[start:end].lstrip().startswith("|"):
        start, end = text.index("|", start) + 1, text.rindex("|", start, end)
    bounds = [start - 1, *(start + one.start() for one in PARTING.finditer(text[start:end])), end]
    for column, (before, after) in enumerate(pairwise(bounds)):
        raw = text[before + 1 : after]
        at = before + 1 + len(raw) - len(raw.lstrip())
        span = Span(at, at + len(raw.strip()))
        yield Cell(raw.strip(), span if raw.strip() else None, row, column)
