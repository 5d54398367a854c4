"""Rows of the archive's tables."""

from __future__ import annotations

import pytest

from factory import audited
from reportparse.archive.tables import (
    COLUMNS,
    HEADERS_ZH,
    doc_of,
    row_of_failure,
    rows_of_report,
    type_of,
)


def test_every_row_has_a_cell_for_each_column() -> None:
    batch = rows_of_report(audited())
    for name, rows in batch.tables.items():
        for row in rows:
            assert len(row) == len(COLUMNS[name]), name


def test_the_row_of_a_report_counts_what_it_holds() -> None:
    report = audited()
    (row,) = rows_of_report(report).tables["reports"]
    cells = dict(zip(COLUMNS["reports"], row, strict=True))
    assert cells["figures"] == len(report.claims)
    assert cells["relations"] == cells["held"] + cells["failed"] + cells["untestable"]
    assert cells["errors"] + cells["warnings"] + cells["notes"] == len(report.findings)


def test_ids_tie_tables_and_tell_sources_apart() -> None:
    batch = rows_of_report(audited())
    assert len({row[0] for rows in batch.tables.values() for row in rows}) == 1
    assert doc_of("a", "1") != doc_of("a", "2") != doc_of("b", "2")


def test_a_failure_is_a_row_of_its_own() -> None:
    batch = row_of_failure("坏.pdf", "00", 7, "damaged", "文件已损坏")
    assert batch.tables["failures"][0][1:] == ("坏.pdf", "00", 7, "damaged", "文件已损坏")
    assert not batch.tables["reports"]


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_have_headers_and_types(table: str) -> None:
    for column in COLUMNS[table]:
        assert column in HEADERS_ZH or column == "message", column
        assert type_of(table, column) in {"text", "whole", "real", "truth", "day"}
