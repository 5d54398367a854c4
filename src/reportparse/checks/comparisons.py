"""TAB: cells held against the text, and against the other rows of their column."""

from __future__ import annotations

from collections.abc import Iterator

from reportparse.checks.workings import percent, show
from reportparse.findings import Confidence, Evidence, Fault, Severity, check, evidence
from reportparse.relations.cells import CellFigure
from reportparse.relations.fits import Misfit, find_misfits
from reportparse.relations.grids import Grid
from reportparse.relations.repeats import find_repeats
from reportparse.relations.tables import grids_of
from reportparse.report import Report, once


@check(
    "TAB105",
    Severity.ERROR,
    title="文表数据不一致",
    zh="“{name}”文中为{stated}，表中为{cell}",
    en="{name}: the text says {stated}, the table {cell}",
)
def text_differs_from_table(report: Report) -> Iterator[Fault]:
    """Text and table give different figures for one measure."""
    for one in find_repeats(report.claims, report.document, report.year, _grids(report)):
        if not one.agrees:
            cell = one.cells[0]
            stated = one.claim.quantity.text
            yield Fault(
                one.claim.quantity.span,
                (("name", one.name), ("stated", stated), ("cell", cell.cell.text)),
                f"{stated} ≠ {cell.cell.text}",
                stated,
                cell.cell.text,
                (evidence("figure", one.claim), _evidence("cell", cell)),
                Confidence.MEDIUM,
            )


@check(
    "TAB108",
    Severity.WARNING,
    title="比率列数据不符",
    zh="表中“{name}”一行的{column}为{stated}，按同列其他行的算法应为{computed}",
    en="{column} of the row {name} is {stated}; reckoned as in the other rows it is {computed}",
)
def rate_out_of_column(report: Report) -> Iterator[Fault]:
    """A rate in a table does not follow from the figures from which those of other rows do."""
    broken = {
        figure.span for one in report.tallies if one.verdict == "fails"
        for figure in (*one.left, *one.right)
    }  # fmt: skip
    for grid in _grids(report):
        for one in find_misfits(grid):
            if one.part.span not in broken and one.whole.span not in broken:
                yield _misfit(one)


@once
def _grids(report: Report) -> tuple[Grid, ...]:
    return grids_of(report.document)


def _misfit(one: Misfit) -> Fault:
    """Write out the reckoning of one rate."""
    stated, computed = one.rate.cell.text, percent(one.computed)
    part, whole = show(one.part.value), show(one.whole.value)
    worked = f"{part} / {whole} - 1" if one.is_growth else f"{part} / {whole}"
    return Fault(
        one.rate.span,
        (("name", one.row), ("column", one.column), ("stated", stated), ("computed", computed)),
        f"{worked} = {computed} ≠ {percent(one.rate.value)}",
        stated,
        computed,
        tuple(
            _evidence(role, cell)
            for role, cell in (("rate", one.rate), ("part", one.part), ("whole", one.whole))
        ),
        Confidence.MEDIUM,
    )


def _evidence(role: str, figure: CellFigure) -> Evidence:
    return Evidence(role, figure.span, figure.cell.text)
