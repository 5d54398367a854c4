"""Rows as Parquet and back."""

from __future__ import annotations

import io

import pyarrow.parquet as pq
import pytest

from factory import audited
from reportparse.archive.arrow import parquet_of, schema_of
from reportparse.archive.tables import COLUMNS, rows_of_report
from reportparse.rows import Row


@pytest.mark.parametrize("table", COLUMNS)
def test_rows_come_back_as_they_were(table: str) -> None:
    rows = rows_of_report(audited()).tables[table]
    back = pq.read_table(io.BytesIO(parquet_of(table, rows)))
    assert back.schema == schema_of(table)
    assert [tuple(row.values()) for row in back.to_pylist()] == rows


def test_what_is_no_character_becomes_a_question_mark() -> None:
    row: Row = ("d", "坏\ud800名.txt", "00", 1, "damaged", "")
    back = pq.read_table(io.BytesIO(parquet_of("failures", [row])))
    assert back.to_pylist()[0]["report"] == "坏?名.txt"
