"""Some sources as a table, and what they say as a table: for engines that carry tables.

What Spark calls in `mapInPandas`, a notebook may call on any table of paths.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from reportparse.archive.arrow import arrow_of
from reportparse.archive.listing import Item
from reportparse.archive.tables import COLUMNS, type_of
from reportparse.archive.work import SECONDS, Limits, read_items

if TYPE_CHECKING:
    import pandas as pd

#: Types of Spark SQL.
SPARK: Final = {
    "text": "string",
    "whole": "bigint",
    "real": "double",
    "truth": "boolean",
    "day": "date",
}


@dataclass(frozen=True, slots=True)
class Held(Item):
    """A source whose bytes are at hand."""

    content: bytes = b""

    def data(self) -> bytes:
        """Return the bytes."""
        return self.content


def read_chunk(
    sources: pd.DataFrame, table: str = "claims", seconds: float = SECONDS
) -> pd.DataFrame:
    """Read the sources that a table lists into one of the tables of an archive.

    `sources` has a column `path`; `name`, if there, is what the rows call a source, and
    `content`, if there, its bytes, so that nothing is opened here (Spark's `binaryFile`). A
    source that cannot be read has a row in the table "failures" and in no other.
    `seconds` bound each of them. Raises `ValueError` for a table that there is not.
    """
    if table not in COLUMNS:
        raise ValueError(f"no such table: {table!r}; there are {', '.join(COLUMNS)}")
    rows = read_items(_items(sources), Limits(seconds)).tables[table]
    frame: pd.DataFrame = arrow_of(table, rows).to_pandas(integer_object_nulls=True)
    return frame


def ddl(table: str = "claims") -> str:
    """Return the schema of a table for Spark.

    >>> ddl("failures")
    'doc string, report string, sha256 string, size bigint, reason string, message string'
    """
    return ", ".join(f"{column} {SPARK[type_of(table, column)]}" for column in COLUMNS[table])


def _items(sources: pd.DataFrame) -> Iterator[Item]:
    """Yield the rows of a table as sources."""
    for row in sources.to_dict("records"):
        yield _item(row)


def _item(row: Mapping[Hashable, Any]) -> Item:
    path = str(row["path"])
    name = str(row.get("name") or path)
    content = row.get("content")
    if content is None:
        return Item(name, path)
    return Held(name, path, len(content), content=bytes(content))
