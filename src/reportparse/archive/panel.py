"""The panel: place by year by indicator, one value each, with the way back to its claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reportparse.archive.statements import Pages, Statement
from reportparse.rows import Row

#: Columns of the long form.
COLUMNS: Final = (
    "place", "place_code", "kind", "year", "indicator", "value", "low", "high", "unit", "status",
    "stated_values", "text", "report", "doc", "claim_id", "start", "end",
)  # fmt: skip
#: Which of several statements of one indicator stands in the panel: the first status, scope, hedge
#: of these lists.
STATUSES: Final = ("actual", "cumulative")
SCOPES: Final = ("total", "", "part")


#: Columns of the wide form, before one for each indicator.
WIDE: Final = ("place", "place_code", "kind", "year")


def wide_rows(rows: Iterable[Row]) -> tuple[tuple[str, ...], list[Row]]:
    """Return columns and rows of the wide form: one row a place and year, indicators beside."""
    at = {name: COLUMNS.index(name) for name in COLUMNS}
    known = list(rows)
    indicators = tuple(sorted({row[at["indicator"]] for row in known}))
    lines: dict[Row, dict[str, float | None]] = {}
    for row in known:
        own = tuple(row[at[name]] for name in WIDE)
        lines.setdefault(own, {})[row[at["indicator"]]] = row[at["value"]]
    return (
        (*WIDE, *indicators),
        [(*own, *(cells.get(name) for name in indicators)) for own, cells in lines.items()],
    )


def panel_rows(pages: Pages) -> Iterator[Row]:
    """Yield the panel in order of place, year and indicator.

    `stated_values` counts the different figures that the report gives for the indicator: where
    there are several, the panel holds the one that is most surely the total.
    """
    reports = sorted(pages.reports, key=lambda one: (one.place, one.kind, one.year or 0))
    for report in reports:
        if not report.counts or not report.place or report.year is None:
            continue
        chosen: dict[tuple[str, str], list[Statement]] = {}
        for said in pages.of.get(report.doc, ()):
            if _fits(said):
                chosen.setdefault((said.indicator, said.unit), []).append(said)
        for (indicator, _), found in sorted(chosen.items()):
            yield _row(indicator, min(found, key=_rank), len({one.value for one in found}))


def _fits(said: Statement) -> bool:
    """Tell whether a statement may stand for its report's year."""
    return (
        bool(said.indicator)
        and said.status in STATUSES
        and said.scope in SCOPES
        and not said.change
        and said.whole_year
    )


def _rank(said: Statement) -> tuple[int, int, bool, int]:
    return (
        STATUSES.index(said.status),
        SCOPES.index(said.scope),
        not said.exact,
        said.start,
    )


def _row(indicator: str, said: Statement, stated: int) -> Row:
    report = said.report
    return (
        report.place,
        report.code,
        report.kind,
        report.year,
        indicator,
        said.value,
        said.low,
        said.high,
        said.unit,
        said.status,
        stated,
        said.text,
        report.report,
        report.doc,
        said.claim,
        said.start,
        said.end,
    )
