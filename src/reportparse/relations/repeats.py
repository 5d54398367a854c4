"""Figures that stand in the text and in a table: the same measure, unit and year.

Only a name that is the same word for word counts, told once in the tables; anything looser would
set a part against its whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportparse.claims import Claim
from reportparse.document import Document
from reportparse.quantity import Quantity, find_quantities
from reportparse.relations.cells import CellFigure, plain
from reportparse.relations.forms import totals_of
from reportparse.relations.grids import Grid, Line
from reportparse.relations.kernel import Stated, judge, stated_by
from reportparse.relations.structures import AHEAD
from reportparse.relations.tables import bare

#: 全市, 石川市: what may stand before a name.
LEADER: Final = re.compile(AHEAD)
#: Heads that say nothing of what is measured: 绝对数（亿元）
EMPTY_HEAD: Final = re.compile(
    r"^(?:绝对[数值额量]|指标值|数值|数量|年末数|总量|实绩|金额|件数)?$"
)
#: The unit of a head: 产量（万吨）
HEAD_UNIT: Final = re.compile(r"[(（]([^()（）]{1,8})[)）]$")
#: The year in a caption: 2023年全市主要指标
YEAR: Final = re.compile(r"((?:19|20)\d\d)年")
#: Shorter names (教育, 衣着) are parts of many measures.
SHORTEST: Final = 3
#: Figures further apart measure different things of one name: sales and product of a trade.
NEAR: Final = Decimal("0.2")
#: What tells the applications of a year in the text, and what tells only some of them.
APPLIED: Final = re.compile(
    r"(?:新收|收到|受理|接收|接到)[^，。；\d]{0,8}信息公开申请|依申请公开申请"
)
SOME: Final = re.compile(
    r"其中|网络|网上|线上|信函|当面|邮寄|传真|自然人|企业|法人|累计|上年|去年|比|全[省市县区]|[各下]"
)


@dataclass(frozen=True, slots=True)
class Repeat:
    """A figure of the text and the cell that should hold the same."""

    claim: Claim
    cells: tuple[CellFigure, ...]
    name: str
    agrees: bool


def find_repeats(
    claims: Sequence[Claim], document: Document, year: int | None, grids: Sequence[Grid]
) -> tuple[Repeat, ...]:
    """Return what text and tables both tell; `grids` are the tables of the document, typed."""
    names = Counter(bare(row) for grid in grids for row in grid.rows)
    by_end: dict[str, list[Claim]] = {}
    for claim in claims if names else ():
        by_end.setdefault(claim.measure[-1:], []).append(claim)
    found = [
        one for grid in grids if _is_of(grid, year) and len(grid.columns) == 1
        for row in grid.rows if names[bare(row)] == 1
        for one in _told(grid, row, grid.columns[0], by_end)
    ]  # fmt: skip
    return (*found, *_applications(claims, document))


def _is_of(grid: Grid, year: int | None) -> bool:
    """Tell a table of the report's own year."""
    years = {int(one) for one in YEAR.findall(grid.table.caption)}
    return year is not None and years <= {year}


def _told(
    grid: Grid, row: Line, column: Line, by_end: Mapping[str, Sequence[Claim]]
) -> Iterator[Repeat]:
    """Find the one figure of the text that measures what a row does.

    `by_end` are the claims by the last letter of their measures, which is that of the name.
    """
    named = _named(tuple(filter(None, _names(row, column))), by_end)
    cell = grid.figures.get((row.index, column.index)) if named else None
    quantity = _quantity(cell, row.unit or column.unit or grid.table.unit)
    if cell is None or quantity is None:
        return
    same = [one for one in named if _may(one, quantity)]
    if len(same) == 1:
        yield from _held(same[0], cell, quantity, bare(row))


def _named(names: Sequence[str], by_end: Mapping[str, Sequence[Claim]]) -> list[Claim]:
    """Return the claims whose measure has one of some names."""
    near = (one for end in {name[-1] for name in names} for one in by_end.get(end, ()))
    return [one for one in near if _is_called(one.measure, names)]


def _is_called(measure: str, names: Sequence[str]) -> bool:
    """Tell whether a measure is one of some names, with no more before it than whose it is."""
    ends = (name for name in names if measure.endswith(name))
    return any(LEADER.fullmatch(measure[: -len(name)]) for name in ends)


def _held(claim: Claim, cell: CellFigure, quantity: Quantity, name: str) -> Iterator[Repeat]:
    """Hold a claim against a cell, unless they are so far apart that they measure two things."""
    agrees = _agree(claim.quantity, quantity)
    if agrees or _is_near(claim.quantity, quantity):
        yield Repeat(claim, (cell,), name, agrees)


def _names(row: Line, column: Line) -> Iterator[str]:
    """Yield what the text may call a row: its name, its name with the head: 粮食产量."""
    name, head = bare(row), HEAD_UNIT.sub("", column.name)
    if len(name) >= SHORTEST or EMPTY_HEAD.search(head):
        yield name
    if name and not EMPTY_HEAD.search(head):
        yield name + head


def _is_near(one: Quantity, other: Quantity) -> bool:
    """Tell figures that differ as those of one thing do; others go by the same name."""
    if not one.value or not other.value:
        return False
    return abs(one.value - other.value) <= max(abs(one.value), abs(other.value)) * NEAR


def _quantity(cell: CellFigure | None, unit: str) -> Quantity | None:
    """Read a cell together with its unit, as the text would write it: 902.61万吨."""
    if cell is None or not unit:
        return None
    found = find_quantities(f"共{plain(cell.cell.text).replace(',', '')}{unit}")
    return found[0] if len(found) == 1 else None


def _may(claim: Claim, quantity: Quantity) -> bool:
    """Tell a level of the year itself in the same unit."""
    own = claim.quantity
    whole_year = claim.period is None or claim.period.text in {"全年", "年末"} or _is_year(claim)
    same = (own.unit, own.kind, own.per) == (quantity.unit, quantity.kind, quantity.per)
    return same and whole_year and claim.status == "actual" and not claim.change


def _is_year(claim: Claim) -> bool:
    return (
        claim.period is not None
        and re.fullmatch(r"(?:19|20)\d\d年", claim.period.text) is not None
    )


def _agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether two printings may be of one value."""
    first, second = stated_by(one), stated_by(other)
    if first is None or second is None:
        return True
    widened = [
        stated if one.hedged else Stated(one.value, max(one.place, other.place), None)
        for one, other, stated in ((first, second, first), (second, first, second))
    ]
    return judge(widened[0], (widened[1],), lambda inputs: inputs[0]) != "fails"


def _applications(claims: Sequence[Claim], document: Document) -> Iterator[Repeat]:
    """Hold the applications that the text tells against the statutory table."""
    totals = totals_of(document)
    if len(totals) < 2:
        return
    new, carried = totals["new"], totals["carried"]
    fitting = {new.value, new.value + carried.value}
    told = [one for one in claims if _is_applications(one, document.text)]
    if len({one.quantity.value for one in told}) == 1:
        yield Repeat(
            told[0], (new,), "本年新收政府信息公开申请", told[0].quantity.value in fitting
        )


def _is_applications(claim: Claim, text: str) -> bool:
    """Tell the claim that so many applications came in, of the office itself and in all."""
    quantity = claim.quantity
    clause = re.split(r"[，。；\n]", text[claim.sentence.start : quantity.span.start])[-1]
    exact = quantity.kind == "count" and quantity.hedge == "exact" and claim.status == "actual"
    return exact and APPLIED.search(clause) is not None and not SOME.search(clause)
