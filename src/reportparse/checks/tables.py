"""TAB: rows and columns of tables, and the balances printed in statutory forms.

A wrong cell breaks its row and its column. What one cell explains is one fault, and it is told
of that cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportparse.checks.workings import is_slip, show
from reportparse.findings import Confidence, Evidence, Fault, Severity, check
from reportparse.interval import ZERO
from reportparse.relations.cells import CellFigure
from reportparse.relations.tallies import Tally, added
from reportparse.report import Report
from reportparse.span import Span

#: A sum over more cells shows its first ones only.
MOST_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class _Break:
    """Sums that do not close, and the cell that explains them all, if one does."""

    tallies: tuple[Tally, ...]
    culprit: CellFigure | None
    #: What the cell would have to be.
    meant: Decimal | None

    @property
    def is_corner(self) -> bool:
        """Whether the cell is the total of a row and of a column."""
        axes = {one.axis for one in self.tallies if self.culprit in one.left}
        return axes == {"row", "column"}

    @property
    def axis(self) -> str:
        """The axis it is told of: the row, where there is one."""
        axes = {one.axis for one in self.tallies}
        return next(axis for axis in ("form", "row", "column") if axis in axes)


@check(
    "TAB101",
    Severity.ERROR,
    title="表格行合计不符",
    zh="表中“{name}”一行各项合计{added}，与所列合计{whole}不符，相差{gap}",
    en="in the row {name} the cells add up to {added}, {gap} off their total, {whole}",
)
def row_total_differs(report: Report) -> Iterator[Fault]:
    """Cells of a row do not add up to the row's total."""
    yield from (_fault(one) for one in _breaks(report, "row") if not one.is_corner)


@check(
    "TAB102",
    Severity.ERROR,
    title="表格列合计不符",
    zh="表中“{name}”一列各项合计{added}，与所列合计{whole}不符，相差{gap}",
    en="in the column {name} the cells add up to {added}, {gap} off their total, {whole}",
)
def column_total_differs(report: Report) -> Iterator[Fault]:
    """Cells of a column do not add up to the column's total."""
    yield from (_fault(one) for one in _breaks(report, "column"))


@check(
    "TAB103",
    Severity.ERROR,
    title="表格总计不符",
    zh="表中总计{whole}与各行各列合计{added}不符，相差{gap}",
    en="rows and columns add up to {added}, {gap} off the grand total, {whole}",
)
def grand_total_differs(report: Report) -> Iterator[Fault]:
    """The grand total of a table agrees neither with its rows nor with its columns."""
    yield from (_fault(one) for one in _breaks(report, "row") if one.is_corner)


@check(
    "TAB104",
    Severity.ERROR,
    title="法定报表勾稽不符",
    zh="法定报表“{name}”勾稽不符：一边为{whole}，另一边合计{added}，相差{gap}",
    en="the statutory form does not balance at {name}: {whole} against {added}, {gap} apart",
)
def form_does_not_balance(report: Report) -> Iterator[Fault]:
    """A statutory form breaks the balance that is printed in it."""
    yield from (_fault(one) for one in _breaks(report, "form"))


@check(
    "TAB106",
    Severity.WARNING,
    title="表格数据错列",
    zh="表中“{name}”一行的数据疑似错列：前几项合计{added}，恰为所列{whole}，却不在合计列下",
    en="the cells of the row {name} seem to have slid: {added} is {whole}, not under its head",
)
def cells_slid(report: Report) -> Iterator[Fault]:
    """A row closes only when its cells are moved by a column."""
    for one in report.tallies:
        if one.axis == "shift":
            at = one.left[0]
            whole, sum_ = show(at.value), show(added(one.right))
            values = (("name", one.name), ("added", sum_), ("whole", whole))
            cells = tuple(_evidence(figure, one) for figure in (*one.left, *one.right))
            working = f"{_side(one.right)}"
            yield Fault(at.span, values, working, at.cell.text, "", cells, Confidence.MEDIUM)


def _breaks(report: Report, axis: str) -> Iterator[_Break]:
    """Yield what is broken and told of one axis."""
    yield from (one for one in broken(report.tallies) if one.axis == axis)


def broken(tallies: Sequence[Tally]) -> tuple[_Break, ...]:
    """Gather the sums that do not close about the cells that explain them.

    The cell that explains most is taken first; it stands in no sum that closes.
    """
    left = [one for one in tallies if one.verdict == "fails"]
    sound = _sound(tallies)
    found: list[_Break] = []
    while left and len((best := _best(left, sound)).tallies) > 1:
        found.append(best)
        left = [one for one in left if one not in best.tallies]
    return (*found, *(_Break((one,), *_single(one, sound)) for one in left))


def _sound(tallies: Sequence[Tally]) -> set[Span]:
    """Return the cells that a sum which closes bears out."""
    closing = [one for one in tallies if one.verdict != "fails" and _tells(one)]
    return {figure.span for one in closing for figure in _all(one)}


def _best(left: Sequence[Tally], sound: set[Span]) -> _Break:
    """Return the cell that explains most of the broken sums."""
    explained = [_about(figure, left, sound) for one in left for figure in _all(one)]
    return max(explained, key=_size)


def _tells(one: Tally) -> bool:
    """Tell a sum that would not close whatever stood in one cell: it holds more than zeros."""
    return sum(figure.value != 0 for figure in _all(one)) > 1


def _all(one: Tally) -> tuple[CellFigure, ...]:
    return (*one.left, *one.right)


def _size(one: _Break) -> int:
    return len(one.tallies)


def _about(figure: CellFigure, left: Sequence[Tally], sound: set[Span]) -> _Break:
    """Return the broken sums that one other value of a cell would mend."""
    if figure.span in sound:
        return _Break((), figure, None)
    wanted = [(one, _change(one, figure)) for one in left if _holds(one, figure)]
    change = wanted[0][1]
    mended = tuple(
        one for one, other in wanted
        if abs(other - change) <= max(one.slack, ZERO) and figure.value + other >= 0
    )  # fmt: skip
    return _Break(mended, figure, figure.value + change)


def _holds(one: Tally, figure: CellFigure) -> bool:
    return any(other.span == figure.span for other in _all(one))


def _change(one: Tally, figure: CellFigure) -> Decimal:
    """Return what must be added to a cell to close a sum."""
    is_left = any(other.span == figure.span for other in one.left)
    return -one.gap if is_left else one.gap


def _single(one: Tally, sound: set[Span]) -> tuple[CellFigure | None, Decimal | None]:
    """Blame a cell of one broken sum: the only one that no other sum bears out, or a slip."""
    doubtful = [figure for figure in _all(one) if figure.span not in sound]
    for figure in doubtful:
        meant = figure.value + _change(one, figure)
        if len(doubtful) == 1 or is_slip(figure.value, meant, figure.stated.place or Decimal(1)):
            return (figure, meant) if len(doubtful) == 1 or figure in one.left else (None, meant)
    return None, None


def _fault(one: _Break) -> Fault:
    """Write out what is broken, at the cell that explains it, else at the total."""
    first = next((other for other in one.tallies if other.axis == one.axis), one.tallies[0])
    at = one.culprit or first.left[0]
    whole, sum_ = added(first.left), added(first.right)
    return Fault(
        at.span,
        (
            ("name", first.name or "合计"),
            ("added", show(sum_)),
            ("whole", show(whole)),
            ("gap", show(abs(first.gap))),
        ),
        "；".join(map(_working, one.tallies)),
        at.cell.text,
        show(sum_) if first.left == (at,) else _meant(one),
        _cells(one, first),
        Confidence.HIGH,
        _mending(one),
    )


def _mending(one: _Break) -> tuple[str, ...]:
    """Name the one change that mends all."""
    return (f"{show(one.culprit.value)} → {_meant(one)}",) if one.culprit else ()


def _cells(one: _Break, first: Tally) -> tuple[Evidence, ...]:
    """Return every cell of the broken sums once, in the order of the sums."""
    cells = {figure.span: figure for other in one.tallies for figure in _all(other)}
    return tuple(_evidence(figure, first) for figure in cells.values())


def _meant(one: _Break) -> str:
    return "" if one.meant is None else show(one.meant)


def _evidence(figure: CellFigure, first: Tally) -> Evidence:
    role = "whole" if any(figure.span == other.span for other in first.left) else "part"
    return Evidence(role, figure.span, figure.cell.text)


def _working(one: Tally) -> str:
    """Write both sides of a sum: "12 + 30 = 42 ≠ 43"."""
    return f"{_side(one.right)} ≠ {_side(one.left)}"


def _side(figures: Sequence[CellFigure]) -> str:
    """Write one side; zeros, and what is beyond the first cells, are not spelled out."""
    terms = [show(figure.value) for figure in figures if figure.value] or ["0"]
    if len(terms) == 1:
        return terms[0]
    shown = terms if len(terms) <= MOST_SHOWN else [*terms[:MOST_SHOWN], "…"]
    return f"{' + '.join(shown)} = {show(added(figures))}"
