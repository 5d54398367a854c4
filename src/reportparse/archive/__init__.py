"""Archives: many reports, read overnight into tables, with nothing lost.

`read_archive` runs over files by worker processes into a `Store` of Parquet files; `Archive`
gives its tables as frames and answers SQL.
"""

from __future__ import annotations

from reportparse.archive.chunk import ddl, read_chunk
from reportparse.archive.collection import Archive, open_archive, read_archive

__all__ = ["Archive", "ddl", "open_archive", "read_archive", "read_chunk"]
