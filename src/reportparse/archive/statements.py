"""Claims of an archive as comparisons need them, report by report, year after year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reportparse.archive.identity import REPORTS, Identity, identities
from reportparse.archive.query import rows
from reportparse.archive.store import Store
from reportparse.rows import Row

#: Columns of claims that a `Statement` takes, after `doc`.
CLAIMS: Final = (
    "claim_id", "indicator", "measure", "unit", "kind", "status", "scope", "hedge", "change",
    "basis", "value", "low", "high", "precision", "period_start", "period_end", "text",
    "sentence", "start", "end",
)  # fmt: skip
MONTHS: Final = 12
STATUS, FIRST, LAST = map(CLAIMS.index, ("status", "period_start", "period_end"))
YEAR: Final = REPORTS.index("year")
#: So many results of one year tell which year a report covers.
ENOUGH: Final = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of one report."""

    report: Identity
    claim: str
    indicator: str
    measure: str
    unit: str
    kind: str
    status: str
    scope: str
    hedge: str
    change: str
    basis: str
    value: float | None
    low: float | None
    high: float | None
    #: Place of the last digit.
    precision: float
    period_start: date | None
    period_end: date | None
    text: str
    sentence: str
    start: int
    end: int

    @property
    def key(self) -> tuple[str, str]:
        """What is counted, the same from year to year: the indicator, else the measure."""
        return self.indicator or self.measure, self.unit

    @property
    def whole_year(self) -> bool:
        """Tell whether the figure is of its report's year as a whole."""
        if self.period_start is None or self.period_end is None:
            return True
        first, last = self.period_start, self.period_end
        return first.year == self.report.year and _whole(first, last)

    @property
    def exact(self) -> bool:
        """Tell whether the words commit to one value."""
        return self.hedge == "exact" and self.value is not None

    @property
    def of_its_year(self) -> bool:
        """Tell whether the figure is a level that the report gives for its year, all of it."""
        return (
            self.status == "actual"
            and self.scope != "each"
            and not self.change
            and self.whole_year
        )


@dataclass(frozen=True, slots=True)
class Pages:
    """What a store says, ready to be compared."""

    reports: tuple[Identity, ...]
    #: Statements by doc, of reports that count.
    of: dict[str, tuple[Statement, ...]]

    def pairs(self) -> Iterator[tuple[Identity, Identity]]:
        """Yield the reports of one place and kind in years that follow each other."""
        known = {(one.series, one.year): one for one in self.reports if one.counts and one.place}
        for (series, year), later in known.items():
            earlier = known.get((series, year - 1)) if year is not None else None
            if earlier is not None:
                yield earlier, later


def pages_of(store: Store) -> Pages:
    """Read the statements of a store."""
    return pages_from(
        rows(store, _all("reports", REPORTS, "report, doc")),
        rows(store, _all("claims", ("doc", *CLAIMS), "report, doc, start")),
    )


def pages_from(reports: Iterable[Row], claims: Iterable[Row]) -> Pages:
    """Put reports and claims together, each given as rows of `REPORTS` and of doc and `CLAIMS`."""
    said = list(claims)
    covered = _covered(said)
    known = {one.doc: one for one in identities(_dated(row, covered) for row in reports)}
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for doc, *cells in said:
        if known[doc].counts:
            found[doc].append(Statement(known[doc], *cells))
    return Pages(tuple(known.values()), {doc: tuple(said) for doc, said in found.items()})


def _covered(claims: Iterable[Row]) -> dict[str, int]:
    """Return the year that most of a report's results are of.

    A title's year may be that of the meeting: what is read out in January 2023 as the report of
    2023 tells of 2022.
    """
    years: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for row in claims:
        first, last = row[1 + FIRST], row[1 + LAST]
        if row[1 + STATUS] == "actual" and first and last and _whole(first, last):
            years[row[0]][first.year] += 1
    return {doc: year for doc, found in years.items() for year, times in found.most_common(1)
            if times >= ENOUGH and 2 * times > found.total()}  # fmt: skip


def _dated(report: Row, covered: dict[str, int]) -> Row:
    """Return the row of a report with the year that it covers, where that is known."""
    return tuple(covered.get(report[0], cell) if at == YEAR else cell
                 for at, cell in enumerate(report))  # fmt: skip


def _whole(first: date, last: date) -> bool:
    return first.year == last.year and (first.month, last.month) == (1, MONTHS)


def by_key(said: tuple[Statement, ...]) -> dict[tuple[str, str], Statement]:
    """Return the one level that each key has for the year; a key with two values has none."""
    found: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in said:
        if one.of_its_year and one.key[0]:
            found[one.key].append(one)
    return {key: ones[0] for key, ones in found.items() if len({one.value for one in ones}) == 1}


def _all(table: str, columns: Iterable[str], order: str) -> str:
    """Return the query for columns of a table; all names are our own."""
    listed = ", ".join(f'"{column}"' for column in columns)
    return f'SELECT {listed} FROM "{table}" ORDER BY {order}'  # noqa: S608


def decimal(value: Any) -> Decimal | None:  # noqa: ANN401
    """Return a number of a table as it was printed: a float of at most 15 digits is exact."""
    return None if value is None else Decimal(repr(value))
