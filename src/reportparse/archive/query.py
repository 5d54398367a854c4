"""SQL over a store: DuckDB reads the Parquet files where they lie.

Views give each table without the rows that a later run has replaced.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from reportparse.archive.shelf import RemoteShelf
from reportparse.archive.store import Commit, Store, outdated
from reportparse.archive.tables import COLUMNS, type_of
from reportparse.errors import MissingExtra, StoreError
from reportparse.rows import Row

if TYPE_CHECKING:
    import pandas as pd

#: Types of DuckDB for an empty table.
TYPES: Final = {
    "text": "VARCHAR", "whole": "BIGINT", "real": "DOUBLE", "truth": "BOOLEAN", "day": "DATE",
}  # fmt: skip
#: Every table in an order that no run changes.
ORDER: Final = "report, doc"


def query(store: Store, sql: str, values: Sequence[Any] = ()) -> pd.DataFrame:
    """Return what a query gives; tables are views named as in `tables.COLUMNS`.

    Raises `StoreError` with DuckDB's own words for a query that it refuses.
    """
    duckdb = _duckdb()
    with opened(store) as connection:
        try:
            frame: pd.DataFrame = connection.execute(sql, list(values)).df()
        except duckdb.Error as error:
            raise StoreError(store.root, str(error).strip()) from error
    return frame


def rows(store: Store, sql: str, values: Sequence[Any] = ()) -> list[Row]:
    """Return what one of our own queries gives, as plain rows."""
    with opened(store) as connection:
        found: list[Row] = connection.execute(sql, list(values)).fetchall()
    return found


def opened(store: Store) -> Any:  # noqa: ANN401 - duckdb has no types
    """Return a connection in which each table of the store is a view."""
    store.check()
    connection = _duckdb().connect(config={"autoinstall_known_extensions": "false"})
    # In a notebook without ipywidgets there is none, and DuckDB refuses to turn it off.
    with contextlib.suppress(_duckdb().InvalidInputException):
        connection.execute("SET enable_progress_bar = false")
    if isinstance(store.shelf, RemoteShelf):
        connection.register_filesystem(store.shelf.system)
    commits = store.commits()
    _hide(connection, commits)
    for table in COLUMNS:
        connection.execute(_view(store, table, commits))
    return connection


def _hide(connection: Any, commits: Iterable[Commit]) -> None:  # noqa: ANN401
    """Make the table of rows that do not count any more."""
    connection.execute("CREATE TABLE outdated (shard VARCHAR, doc VARCHAR)")
    gone = outdated(commits)
    if gone:
        connection.executemany("INSERT INTO outdated VALUES (?, ?)", gone)


def _view(store: Store, table: str, commits: Iterable[Commit]) -> str:
    """Return the statement that makes the view of a table."""
    files = store.files(table, commits)
    if not files:
        columns = ", ".join(
            f'NULL::{TYPES[type_of(table, column)]} AS "{column}"' for column in COLUMNS[table]
        )
        return f'CREATE VIEW "{table}" AS SELECT {columns} WHERE false'
    listed = ", ".join(_quoted(file) for file in files)
    return (
        f'CREATE VIEW "{table}" AS SELECT * EXCLUDE (filename) '  # noqa: S608 - our own paths
        f"FROM read_parquet([{listed}], filename = true) AS found "
        "WHERE NOT EXISTS (SELECT 1 FROM outdated WHERE outdated.doc = found.doc "
        "AND contains(found.filename, '/' || outdated.shard || '/'))"
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _duckdb() -> Any:  # noqa: ANN401 - a module without types
    try:
        return importlib.import_module("duckdb")
    except ModuleNotFoundError as error:
        raise MissingExtra("duckdb", "archive") from error
