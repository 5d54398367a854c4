"""Rows as Parquet: the one module that knows pyarrow.

Plain strings, not dictionary columns: Parquet makes dictionaries by itself, and pyarrow would
write the whole dictionary of a dictionary column into every row group.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

from reportparse.archive.tables import COLUMNS, type_of
from reportparse.errors import MissingExtra
from reportparse.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa

COMPRESSION: Final = "zstd"


def schema_of(table: str) -> pa.Schema:
    """Return the Arrow schema of a table of the archive."""
    pa = _pyarrow()
    types = {
        "text": pa.string(),
        "whole": pa.int64(),
        "real": pa.float64(),
        "truth": pa.bool_(),
        "day": pa.date32(),
    }
    return pa.schema([(column, types[type_of(table, column)]) for column in COLUMNS[table]])


def parquet_of(table: str, rows: list[Row]) -> bytes:
    """Return rows as a Parquet file."""
    sink = _pyarrow().BufferOutputStream()
    parquet = importlib.import_module("pyarrow.parquet")
    parquet.write_table(arrow_of(table, rows), sink, compression=COMPRESSION)
    return bytes(sink.getvalue().to_pybytes())


def arrow_of(table: str, rows: list[Row]) -> pa.Table:
    """Return rows as a table of Arrow."""
    pa = _pyarrow()
    schema = schema_of(table)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [
        pa.array(_stored(column, str(field.type)), field.type)
        for column, field in zip(columns, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _stored(column: tuple[Any, ...], kind: str) -> tuple[Any, ...] | list[Any]:
    """Return a column as Arrow takes it: a lone surrogate of a broken file becomes "?"."""
    if kind != "string":
        return column
    return [
        cell if cell is None or cell.isascii() else cell.encode("utf-8", "replace").decode()
        for cell in column
    ]


def _pyarrow() -> Any:  # noqa: ANN401 - a module without types
    try:
        return importlib.import_module("pyarrow")
    except ModuleNotFoundError as error:
        raise MissingExtra("pyarrow", "archive") from error
