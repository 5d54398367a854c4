"""Small archives for tests, in memory: reports as texts, compared as a store would be."""

from __future__ import annotations

from collections.abc import Mapping

from reportparse.archive.comparisons import Comparison, Discrepancy, signed
from reportparse.archive.identity import REPORTS
from reportparse.archive.statements import CLAIMS, Pages, pages_from
from reportparse.archive.tables import COLUMNS, Batch, rows_of_report
from reportparse.report import read


def report_of(place: str, year: int, *body: str) -> str:
    """Return the text of a township's yearly report."""
    return f"{place}{year}年法治政府建设年度报告\n" + "\n".join(body) + "\n"


def pages(texts: Mapping[str, str]) -> Pages:
    """Return the pages of an archive of texts by name."""
    batch = Batch()
    for name, text in texts.items():
        batch.add(rows_of_report(read(text.encode(), name)))
    reports = [
        tuple(row[COLUMNS["reports"].index(column)] for column in REPORTS)
        for row in batch.tables["reports"]
    ]
    claims = [
        tuple(row[COLUMNS["claims"].index(column)] for column in ("doc", *CLAIMS))
        for row in batch.tables["claims"]
    ]
    return pages_from(reports, claims)


def found(one: Comparison, texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return what one comparison finds in an archive of texts."""
    return list(signed(one, pages(texts)))


def two_years(place: str, before: str, now: str) -> dict[str, str]:
    """Return the reports of one place over two years."""
    return {
        f"{place}2022.txt": report_of(place, 2022, before),
        f"{place}2023.txt": report_of(place, 2023, now),
    }
