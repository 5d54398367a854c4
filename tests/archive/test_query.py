"""SQL over a store."""

from __future__ import annotations

from typing import Any, Self

import pytest

from reportparse.archive import Archive, read_archive
from reportparse.archive.query import query
from reportparse.archive.tables import COLUMNS
from reportparse.errors import StoreError


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("it's reports")
    for number in (3, 5):
        (folder / f"{number}.txt").write_text(f"调解纠纷{number}件。", encoding="utf-8")
    return read_archive(folder, folder / "it's a store", workers=1)


def test_tables_are_views(archive: Archive) -> None:
    frame = query(archive.store, "SELECT report, value FROM claims WHERE value > ?", [4])
    assert frame.to_numpy().tolist() == [["5.txt", 5.0]]


@pytest.mark.parametrize("table", COLUMNS)
def test_every_table_is_there_with_its_columns(archive: Archive, table: str) -> None:
    frame = query(archive.store, f'SELECT * FROM "{table}"')  # noqa: S608
    assert tuple(frame.columns) == COLUMNS[table]


def test_a_query_that_is_refused_says_why(archive: Archive) -> None:
    with pytest.raises(StoreError, match="nosuch"):
        query(archive.store, "SELECT nosuch FROM claims")


def test_a_progress_bar_that_cannot_be_turned_off_is_off(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DuckDB in a notebook without ipywidgets refuses the setting."""
    import duckdb

    connect = duckdb.connect
    monkeypatch.setattr(duckdb, "connect", lambda **options: Refusing(connect(**options)))
    assert len(query(archive.store, "SELECT report FROM claims")) == 2


class Refusing:
    """A connection that cannot turn its progress bar off."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def execute(self, sql: str, *values: Any) -> Any:
        if "progress_bar" in sql:
            import duckdb

            raise duckdb.InvalidInputException("ipywidgets is missing")
        return self.connection.execute(sql, *values)
