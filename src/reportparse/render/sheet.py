"""The workbook to sign off: data, relations, findings, outline, and what agrees.

The sheet of relations works each out anew from the cells of its figures. Texts are written as
texts: what a report says must never become a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from os import PathLike
from typing import Any, Final

from reportparse.claims import Claim
from reportparse.errors import Language, MissingExtra
from reportparse.frames import header
from reportparse.ledger import Entry, ledger
from reportparse.relations import Relation
from reportparse.render.grid import width
from reportparse.render.recounts import Cell, Term, recount
from reportparse.render.tally import summary
from reportparse.render.words import word
from reportparse.report import FrameName, Report
from reportparse.rows import COLUMNS, SPOKEN, page_of, rows_of

#: Excel shows no cell longer than this.
CELL: Final = 32_767
#: Columns on screen: a sheet of sentences must still fit.
NARROW, WIDE = 6, 48
#: Excel keeps 15 digits of a number; a longer whole number would be changed, so it is text.
EXACT: Final = 10**15
#: Columns that no table has.
RECOUNTED: Final = ("stated_value", "recomputed", "difference")
WORDED: Final = frozenset(
    {"issuer", "doc_number", "year", "signed", "summary", "conclusion", "remark", *RECOUNTED}
)
#: Letter of the column of values on the sheet of claims.
VALUE: Final = chr(ord("A") + COLUMNS["claims"].index("value"))
#: The row of each claim on its sheet, by number of the report and id.
Rows = Mapping[tuple[int, str], int]
TALL: Final = frozenset({"sentence", "message", "path", "title", "evidence", "formula"})


#: What an auditor may conclude of a finding.
CONCLUSIONS: Final[dict[Language, list[str]]] = {
    "zh": ["属实", "不属实", "待核实"],
    "en": ["true", "false", "to be verified"],
}


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that is worked out, and what it comes to."""

    formula: str
    value: float


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a row of another sheet."""

    text: str
    target: str


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
            "link": book.add_format({"valign": "top", "font_color": "#0B5394", "underline": 1}),
        }
        for sheet in sheets(reports, lang):
            _write(book.add_worksheet(sheet.name), sheet, formats, lang)


def sheets(reports: Sequence[Report], lang: Language) -> Iterator[Sheet]:
    """Yield the sheets of the workbook in order."""
    rows = _claim_rows(reports)
    yield _overview(reports, lang)
    yield _sheet("sections", reports, lang)
    yield _sheet("claims", reports, lang)
    yield _relations(reports, rows, lang)
    yield _findings(reports, rows, lang)
    yield _held(reports, rows, lang)


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


def _claim_rows(reports: Sequence[Report]) -> dict[tuple[int, str], int]:
    """Return the row of each claim on the sheet of claims, by report and id."""
    places = ((at, claim.id) for at, report in enumerate(reports) for claim in report.claims)
    return {place: row for row, place in enumerate(places, 2)}


def _relations(reports: Sequence[Report], rows: Rows, lang: Language) -> Sheet:
    """Return the relations, each worked out anew from the cells of its figures."""
    columns = (*COLUMNS["relations"], *RECOUNTED)
    found: list[tuple[Any, ...]] = []
    for at, report in enumerate(reports):
        told = rows_of(report, "relations", lang)
        for relation, row in zip(report.relations, told, strict=True):
            first = relation.members[0][1]
            linked = _linked(columns, row, "formula", _target(rows[at, first.id], lang))
            cells = partial(_cell_of, rows, at, lang)
            found.append((*_spoken(columns, linked, lang), *_recounted(relation, cells)))
    return Sheet(word("relations_sheet", lang), columns, tuple(found))


def _recounted(relation: Relation, cell: Cell) -> tuple[Formula | None, ...]:
    """Return the cells of what is stated, what is worked out, and the difference."""
    worked_out = recount(relation, cell)
    if worked_out is None:
        return None, None, None
    computed, stated = worked_out.computed, worked_out.stated
    if stated is None:
        return None, _formula(computed), None
    return _formula(stated), _formula(computed), _formula(computed - stated)


def _formula(term: Term) -> Formula:
    return Formula(f"={term.formula}", float(term.value))


def _cell_of(rows: Rows, at: int, lang: Language, claim: Claim) -> str:
    """Name the cell that holds the value of a claim."""
    return f"'{word('claims', lang)}'!${VALUE}${rows[at, claim.id]}"


def _target(row: int, lang: Language) -> str:
    return f"internal:'{word('claims', lang)}'!A{row}"


def _findings(reports: Sequence[Report], rows: Rows, lang: Language) -> Sheet:
    """Return the findings, with columns for what an auditor concludes."""
    columns = (*COLUMNS["findings"], "conclusion", "remark")
    found: list[tuple[Any, ...]] = []
    for at, report in enumerate(reports):
        told = rows_of(report, "findings", lang)
        for finding, row in zip(report.findings, told, strict=True):
            claims = [(at, one.claim) for one in finding.evidence if one.claim]
            target = _target(rows[claims[0]], lang) if claims else ""
            linked = _linked(columns, row, "text", target)
            found.append((*_spoken(columns, linked, lang), None, None))
    return Sheet(word("findings", lang), columns, tuple(found))


def _held(reports: Sequence[Report], rows: Rows, lang: Language) -> Sheet:
    """Return what was recomputed and agrees."""
    columns = ("report", "kind", "formula", "verdict", "sentence", "page")
    found = tuple(
        (
            report.name,
            word(entry.kind, lang),
            _entered(entry, rows, at, lang),
            word(entry.outcome, lang),
            report.sentence(entry.span),
            page_of(report, entry.span),
        )
        for at, report in enumerate(reports)
        for entry in ledger(report)
        if entry.held
    )
    return Sheet(word("held", lang), columns, found)


def _entered(entry: Entry, rows: Rows, at: int, lang: Language) -> Link | str:
    """Lead from a formula to its first claim; the cells of a table are no claims."""
    if not entry.claims:
        return entry.formula
    return Link(entry.formula, _target(rows[at, entry.claims[0]], lang))


def _linked(
    columns: Sequence[str], row: tuple[Any, ...], column: str, target: str
) -> tuple[Any, ...]:
    """Make one cell of a row lead to a claim, if there is one."""
    at = columns.index(column)
    cell = Link(str(row[at]), target) if target and row[at] else row[at]
    return (*row[:at], cell, *row[at + 1 :])


def _sheet(what: FrameName, reports: Sequence[Report], lang: Language) -> Sheet:
    columns = COLUMNS[what]
    rows = tuple(
        _spoken(columns, row, lang) for report in reports for row in rows_of(report, what, lang)
    )
    return Sheet(word("outline" if what == "sections" else what, lang), columns, rows)


def _spoken(columns: Sequence[str], row: tuple[Any, ...], lang: Language) -> tuple[Any, ...]:
    """Put the words of the code in the language of the sheet."""
    return tuple(
        word(cell, lang) if column in SPOKEN and isinstance(cell, str) else cell
        for column, cell in zip(columns, row, strict=False)
    )


def _write(page: Any, sheet: Sheet, formats: dict[str, Any], lang: Language) -> None:  # noqa: ANN401
    """Fill one worksheet: headers stay in view, columns filter, widths fit."""
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, _headed(column, lang), formats["head"])
        cells = [row[at] for row in sheet.rows]
        page.set_column(at, at, _room([_headed(column, lang), *cells]))
    for line, row in enumerate(sheet.rows, 1):
        for at, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            _cell(page, (line, at), cell, formats["tall" if column in TALL else "cell"], formats)
    last = max(len(sheet.rows), 1)
    if "conclusion" in sheet.columns:
        at = sheet.columns.index("conclusion")
        choice = {"validate": "list", "source": CONCLUSIONS[lang]}
        page.data_validation(1, at, last, at, choice)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)


def _cell(
    page: Any,  # noqa: ANN401
    place: tuple[int, int],
    cell: Any,  # noqa: ANN401
    style: Any,  # noqa: ANN401
    formats: dict[str, Any],
) -> None:
    """Write one cell as the number, the formula, the link or the text that it is."""
    if cell is None:
        page.write_blank(*place, None, style)
    elif isinstance(cell, Formula):
        page.write_formula(*place, cell.formula, formats["real"], cell.value)
    elif isinstance(cell, Link):
        page.write_url(*place, cell.target, formats["link"], cell.text[:CELL])
    elif isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < EXACT:
        page.write_number(*place, cell, formats["real"])
    else:
        page.write_string(*place, str(cell)[:CELL], style)


def _headed(column: str, lang: Language) -> str:
    """Return a header: that of the tables, or a word of its own."""
    return word(column, lang) if column in WORDED else header(column, lang)


def _room(cells: Sequence[Any]) -> int:
    """Return the width of a column that shows its cells, within reason."""
    widest = max(width(_shown(cell)) for cell in cells if cell is not None)
    return min(max(widest + 2, NARROW), WIDE)


def _shown(cell: Any) -> str:  # noqa: ANN401
    """Return what a cell shows."""
    if isinstance(cell, Link):
        return cell.text
    return f"{cell.value:.8g}" if isinstance(cell, Formula) else str(cell)
