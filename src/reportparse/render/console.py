"""The claims as a table for a terminal, or plain for a pipe or a file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from reportparse.claims import Claim
from reportparse.errors import Language
from reportparse.frames import header
from reportparse.render.grid import clipped, table
from reportparse.render.tally import summary, titled
from reportparse.render.words import word
from reportparse.report import Report

if TYPE_CHECKING:
    from rich.table import Table

#: Columns shown, a choice of those of the claims frame.
SHOWN: Final = ("claim_id", "measure", "text", "low", "high", "unit", "period", "status", "path")
#: Those that hold numbers and stand to the right.
NUMBERS: Final = frozenset({SHOWN.index("low"), SHOWN.index("high")})
#: Columns that a path may take in plain output.
ROOM: Final = 48


def claims_text(report: Report, language: Language) -> str:
    """Return title, claims and counts of a report as plain text."""
    head = [header(column, language) for column in SHOWN]
    rows = [[*cells[:-1], clipped(cells[-1], ROOM)] for cells in _rows(report, language)]
    laid = table(head, rows, NUMBERS)
    return f"{titled(report, language)}\n\n{laid}\n\n{summary(report).said(language)}\n"


def claims_table(report: Report, language: Language) -> Table:
    """Return the claims of a report as a table that fits itself to the terminal."""
    from rich.table import Table
    from rich.text import Text

    # Text, not strings: [一] in a report is no markup.
    shown = Table(
        title=Text(titled(report, language)), caption=Text(summary(report).said(language))
    )
    for at, column in enumerate(SHOWN):
        shown.add_column(header(column, language), justify="right" if at in NUMBERS else "left")
    for cells in _rows(report, language):
        shown.add_row(*map(Text, cells))
    return shown


def plain_number(value: Decimal | None) -> str:
    """Write a number without exponent or idle zeros; nothing where it is unbounded.

    >>> plain_number(Decimal("2.0E+5")), plain_number(Decimal("94.90"))
    ('200000', '94.9')
    """
    if value is None:
        return ""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _rows(report: Report, language: Language) -> Iterator[list[str]]:
    for claim in report.claims:
        yield [" ".join(cell.split()) for cell in _cells(claim, language)]


def _cells(claim: Claim, language: Language) -> tuple[str, ...]:
    quantity = claim.quantity
    return (
        claim.id,
        claim.measure,
        quantity.text,
        plain_number(quantity.interval.low),
        plain_number(quantity.interval.high),
        quantity.unit,
        claim.period.text if claim.period else "",
        word(claim.status, language),
        claim.section.path if claim.section else "",
    )
