"""The workbook to sign off: data, relations, findings, outline, and what agrees.

Texts are written as texts: a cell that begins with = must never become a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os import PathLike
from typing import Any, Final

from reportparse.errors import Language, MissingExtra
from reportparse.frames import header
from reportparse.render.grid import width
from reportparse.render.tally import AGREEING, summary
from reportparse.render.words import word
from reportparse.report import FrameName, Report
from reportparse.rows import COLUMNS, rows_of

#: Excel shows no cell longer than this.
CELL: Final = 32_767
#: Columns on screen: a sheet of sentences must still fit.
NARROW, WIDE = 6, 48
#: Excel keeps 15 digits of a number; a longer whole number would be changed, so it is text.
EXACT: Final = 10**15
#: Columns of codes and identifiers whose words are shown in the language of the sheet.
SPOKEN: Final = frozenset({"kind", "status", "hedge", "verdict", "severity", "confidence"})
TALL: Final = frozenset({"sentence", "message", "path", "title", "evidence", "formula"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its headers and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def to_excel(reports: Sequence[Report], path: str | PathLike[str], lang: Language = "zh") -> None:
    """Write a workbook over one or more reports."""
    try:
        import xlsxwriter
    except ModuleNotFoundError as error:
        raise MissingExtra("xlsxwriter", "excel") from error
    options = {"strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    with xlsxwriter.Workbook(str(path), options) as book:
        formats = {
            "head": book.add_format({"bold": True, "bg_color": "#DDE6F0", "bottom": 1}),
            "cell": book.add_format({"valign": "top"}),
            "tall": book.add_format({"valign": "top", "text_wrap": True}),
            "real": book.add_format({"valign": "top", "num_format": "#,##0.########"}),
        }
        for sheet in sheets(reports, lang):
            _write(book.add_worksheet(sheet.name), sheet, formats, lang)


def sheets(reports: Sequence[Report], lang: Language) -> Iterator[Sheet]:
    """Yield the sheets of the workbook in order."""
    yield _overview(reports, lang)
    yield _sheet("findings", reports, lang)
    yield _sheet("claims", reports, lang)
    relations = _sheet("relations", reports, lang)
    yield relations
    verdict = relations.columns.index("verdict")
    agreeing = {word(key, lang) for key in AGREEING}
    held = tuple(row for row in relations.rows if row[verdict] in agreeing)
    yield Sheet(word("held", lang), relations.columns, held)
    yield _sheet("sections", reports, lang)


def _overview(reports: Sequence[Report], lang: Language) -> Sheet:
    """Return a row for each report: what it is and how it came out."""
    columns = ("report", "title", "issuer", "doc_number", "year", "signed", "summary")
    rows = tuple(
        (
            report.name,
            report.title,
            report.issuer,
            report.doc_number,
            report.year,
            report.signed.isoformat() if report.signed else None,
            summary(report).said(lang),
        )
        for report in reports
    )
    return Sheet(word("report", lang), columns, rows)


def _sheet(what: FrameName, reports: Sequence[Report], lang: Language) -> Sheet:
    columns = COLUMNS[what]
    rows = tuple(
        tuple(
            word(cell, lang) if column in SPOKEN and isinstance(cell, str) else cell
            for column, cell in zip(columns, row, strict=True)
        )
        for report in reports
        for row in rows_of(report, what, lang)
    )
    return Sheet(word("outline" if what == "sections" else what, lang), columns, rows)


def _write(page: Any, sheet: Sheet, formats: dict[str, Any], lang: Language) -> None:  # noqa: ANN401
    """Fill one worksheet: headers stay in view, columns filter, widths fit."""
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, _headed(column, lang), formats["head"])
        cells = [row[at] for row in sheet.rows]
        page.set_column(at, at, _room([_headed(column, lang), *cells]))
    for line, row in enumerate(sheet.rows, 1):
        for at, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            _cell(page, (line, at), cell, formats["tall" if column in TALL else "cell"], formats)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)


def _cell(
    page: Any,  # noqa: ANN401
    place: tuple[int, int],
    cell: Any,  # noqa: ANN401
    style: Any,  # noqa: ANN401
    formats: dict[str, Any],
) -> None:
    """Write one cell as the number or the text that it is."""
    if cell is None:
        page.write_blank(*place, None, style)
    elif isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < EXACT:
        page.write_number(*place, cell, formats["real"])
    else:
        page.write_string(*place, str(cell)[:CELL], style)


def _headed(column: str, lang: Language) -> str:
    """Return a header: that of the tables, or a word of its own."""
    return (
        word(column, lang)
        if column in {"issuer", "doc_number", "year", "signed", "summary"}
        else header(column, lang)
    )


def _room(cells: Sequence[Any]) -> int:
    """Return the width of a column that shows its cells, within reason."""
    widest = max(width(str(cell)) for cell in cells if cell is not None)
    return min(max(widest + 2, NARROW), WIDE)
