"""The statutory tables of 政府信息公开工作年度报告, with the balance that is printed in them.

第一项加第二项之和，等于第三项加第四项之和: what was new and carried over is what was answered and
carried on, in each column; the last column is the total of the others. The fourth table has
groups of four outcomes and their total. The form is known by the labels of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from reportparse.document import Cell, Document, Table
from reportparse.relations.cells import CellFigure, label, read_cell
from reportparse.relations.tallies import Tally, tally
from reportparse.span import Span

Part = Literal["new", "carried", "answered", "next"]

#: Columns of the table of applications: six kinds of applicants and their total.
APPLICANTS: Final = 7
#: Outcomes of a review or a lawsuit: upheld, corrected, other, pending, total.
OUTCOMES: Final = 5
#: Groups of the table of reviews and lawsuits.
GROUPS: Final = 3
#: The rows that the printed balance names.
ROWS: Final[tuple[tuple[Part, re.Pattern[str]], ...]] = (
    ("new", re.compile(r"本年(?:度)?新收政府信息公开申请")),
    ("carried", re.compile(r"上年(?:度)?结转政府信息公开申请")),
    ("answered", re.compile(r"^(?:三、本年度?办理结果)?(?:[(（]七[)）])?总计$")),
    ("next", re.compile(r"结转下年度?继续办理")),
)
#: （三）不予公开: a group, whose rows stand below it
GROUP: Final = re.compile(r"[(（][三四五六][)）](?:不予公开|无法提供|不予处理|其他处理)$")
#: Heads of the table of reviews and lawsuits.
OUTCOME_HEADS: Final = re.compile(r"结果维持.*结果纠正.*其他结果.*尚未审结.*总计")
NAMES: Final = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
#: What tells the table of applications from every other.
FIRST_ROW: Final = "本年新收政府信息公开申请"
#: A figure alone between blanks; numbers of labels (1.) are none.
LOOSE: Final = re.compile(r"(?<!\S)\d[\d,]*(?!\S)")
#: Labels in a text that lost its table, in the order of the form.
FLAT_LABELS: Final = re.compile(
    r"一、\s*本年新收政府信息公开申请数量|二、\s*上年结转政府信息公开申请数量|"
    r"[(（]一[)）]\s*予以公开|[(（]二[)）]\s*部分公开|\d\s*[.．]\s*[^\d\s]|"
    r"[(（]七[)）]\s*总计|四、\s*结转下年度继续办理"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the form: its words and its figures, with gaps where a cell is blank."""

    name: str
    figures: tuple[CellFigure | None, ...]


def find_form_tallies(document: Document) -> tuple[Tally, ...]:
    """Return the balances of the statutory tables of a document."""
    found: list[Tally] = []
    for table in document.tables:
        rows = _rows(table)
        found += _applications(rows)
        found += _lawsuits(table, rows)
    if not any(map(is_form, document.tables)) and FIRST_ROW in document.text:
        found += _applications(_flat_rows(document.text))
    return tuple(found)


def totals_of(document: Document) -> dict[Part, CellFigure]:
    """Return the totals of the rows that the balance names, if the form is whole."""
    for table in document.tables:
        rows = _rows(table)
        named = _named(rows)
        if _is_whole(named, rows):
            return {part: last for part, row in named.items() if (last := row.figures[-1])}
    return {}


def is_form(table: Table) -> bool:
    """Tell the table of applications and that of reviews from a table of anybody's making."""
    words = "".join(label(cell.text) for cell in table.cells)
    return bool(ROWS[0][1].search(words) or OUTCOME_HEADS.search(words))


def _rows(table: Table) -> tuple[_Row, ...]:
    """Read the rows of a table: words, then figures."""
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    return tuple(_row(sorted(cells, key=_column)) for _, cells in sorted(by_row.items()))


def _row(cells: Sequence[Cell]) -> _Row:
    """Part a row into words and what stands behind them."""
    words = [at for at, cell in enumerate(cells) if label(cell.text) and not _figure(cell)]
    behind = words[-1] + 1 if words else 0
    return _Row(
        label(cells[words[-1]].text) if words else "",
        tuple(_figure(cell) for cell in cells[behind:]),
    )


def _figure(cell: Cell) -> CellFigure | None:
    return read_cell(cell, exact=True)


def _column(cell: Cell) -> int:
    return cell.column


def _applications(rows: Sequence[_Row]) -> Iterator[Tally]:
    """Judge the table of applications: each row, then each column."""
    named = _named(rows)
    if not _is_whole(named, rows):
        return
    width = len(named["new"].figures)
    begin, end = rows.index(named["carried"]) + 1, rows.index(named["answered"])
    answers = [row for row in rows[begin:end] if _is_answer(row, width)]
    for row in (*named.values(), *answers):
        yield from _across(row, width)
    for column in range(width):
        yield from _down(named, answers, column)


def _is_whole(named: Mapping[Part, _Row], rows: Sequence[_Row]) -> bool:
    """Tell a form that has all the rows of its balance, in order and equally wide."""
    if len(named) < len(ROWS):
        return False
    places = [rows.index(named[part]) for part, _ in ROWS]
    return places == sorted(places) and len({len(row.figures) for row in named.values()}) == 1


def _is_answer(row: _Row, width: int) -> bool:
    """Tell a row of answers; the figures of a group stand in the rows below it."""
    return any(row.figures) and len(row.figures) == width and not GROUP.match(row.name)


def _named(rows: Iterable[_Row]) -> dict[Part, _Row]:
    """Return the rows that the balance names; empty where one of them stands twice."""
    named: dict[Part, _Row] = {}
    for row in rows:
        part = next((part for part, words in ROWS if words.search(row.name)), None)
        if part is None or not any(row.figures):
            continue
        if part in named:
            return {}
        named[part] = row
    return named


def _across(row: _Row, width: int) -> Iterator[Tally]:
    """Judge a row of the full form: six kinds of applicants make the total."""
    figures = row.figures
    if width == APPLICANTS and all(figures):
        *parts, whole = [one for one in figures if one]
        yield tally("form", row.name, (whole,), parts)


def _down(named: Mapping[Part, _Row], answers: Sequence[_Row], column: int) -> Iterator[Tally]:
    """Judge a column: the printed balance, and the answers with their total."""
    cells = {part: row.figures[column] for part, row in named.items()}
    known = {part: cell for part, cell in cells.items() if cell}
    if len(known) == len(ROWS):
        left = (known["new"], known["carried"])
        yield tally("form", _column_name(column), left, (known["answered"], known["next"]))
    parts = [row.figures[column] for row in answers]
    whole = cells["answered"]
    if whole and len(parts) > 1 and all(parts):
        yield tally("form", _column_name(column), (whole,), [one for one in parts if one])


def _column_name(column: int) -> str:
    return f"第{column + 1}列"


def _lawsuits(table: Table, rows: Sequence[_Row]) -> Iterator[Tally]:
    """Judge the table of reviews and lawsuits: each group of outcomes and its total."""
    words = "".join(label(cell.text) for cell in sorted(table.cells, key=_order))
    if not OUTCOME_HEADS.search(words):
        return
    for row in rows:
        figures = [one for one in row.figures if one]
        whole, rest = divmod(len(figures), OUTCOMES)
        if rest or not 0 < whole <= GROUPS or len(figures) < len(row.figures):
            continue
        for group in range(whole):
            *parts, sum_ = figures[group * OUTCOMES : (group + 1) * OUTCOMES]
            yield tally("form", NAMES[group], (sum_,), parts)


def _order(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _flat_rows(text: str) -> tuple[_Row, ...]:
    """Read the rows of a form that was flattened to lines, if each kept all its figures."""
    begins = text.find(FIRST_ROW)
    labels = list(FLAT_LABELS.finditer(text, max(begins - 4, 0)))
    last = next((at for at, one in enumerate(labels) if one[0].startswith("四")), None)
    if last is None:
        return ()
    ends = [one.start() for one in labels[1 : last + 1]] + [_end(text, labels[last].end())]
    rows = [_flat_row(text, one, end) for one, end in zip(labels[: last + 1], ends, strict=True)]
    full = all(len(row.figures) in {0, APPLICANTS} for row in rows)
    return tuple(rows) if full else ()


def _flat_row(text: str, match: re.Match[str], end: int) -> _Row:
    """Read the figures behind a label."""
    figures: list[CellFigure | None] = []
    for one in LOOSE.finditer(text, match.end(), end):
        cell = Cell(one[0], Span(one.start(), one.end()), match.start(), len(figures))
        figures.append(_figure(cell))
    return _Row(label(match[0]), tuple(figures))


def _end(text: str, start: int) -> int:
    """Return where the figures of the last row end: behind the seventh."""
    ends = [one.end() for one in LOOSE.finditer(text, start, start + 200)]
    return ends[APPLICANTS - 1] if len(ends) >= APPLICANTS else len(text[: start + 200])
