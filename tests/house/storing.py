"""The page on the store: every table and column, from the code that writes them."""

from __future__ import annotations

from typing import Final

from house.measure import ROOT
from reportparse import rows
from reportparse.archive.tables import COLUMNS, HEADERS_ZH, SCHEMA, type_of

PAGE: Final = ROOT / "docs" / "reference" / "store.md"
#: Types of tables as Parquet and DuckDB have them.
TYPES: Final = {
    "text": "string", "whole": "int64", "real": "double", "truth": "bool", "day": "date",
}  # fmt: skip
#: What each table has a row for.
ROWS: Final = {
    "reports": "report that was read",
    "claims": "figure that states an amount",
    "relations": "relation between figures",
    "findings": "finding of the default checks, its message in English",
    "sections": "section of the outline",
    "tables": "cell of a table in the source",
    "failures": "source that could not be read",
}
#: Columns that the tables of one report do not have.
HOLDS: Final = {
    "doc": "id of the source, the same in all tables; made of its name and its bytes",
    "report": "name of the source: its path within the folder that was searched",
    "sha256": "digest of the bytes; empty if they could not be had",
    "size": "bytes",
    "format": "`text`, `pdf`, `docx`, `html` …, told by content",
    "quality": "`digital`, `mixed` or `ocr`: where the characters come from",
    "pages": "number of pages, where the format has them",
    "title": "as printed",
    "issuer": "who issued it",
    "doc_number": "文号",
    "year": "the year of its title; the panel goes by the year that its results are of",
    "signed": "date of the signature",
    "kind": "kind of report: 法治政府建设年度报告, 政府工作报告 …",
    "level": "`township`, `county`, `prefecture`, `province`, `nation`",
    "place": "place with what it lies in: 云溪县/石桥镇",
    "place_code": "code of the place after GB/T 2260, where it has one",
    "chars": "characters of the text",
    "figures": "number of figures",
    "relations": "number of relations",
    "held": "of these, those whose figures agree",
    "failed": "those whose figures cannot agree",
    "untestable": "those that cannot be worked out",
    "errors": "findings by severity",
    "warnings": "findings by severity",
    "notes": "findings by severity",
    "remarks": "what happened in reading, as codes: `needs_ocr`",
    "low_closed": "whether the low end belongs to the interval",
    "high_closed": "whether the high end belongs to the interval",
    "precision": "place of the last digit: 1000 for 1.2万",
    "period_start": "first day of the period",
    "period_end": "last day of the period",
    "scope": "`total`, `part`, `each` or empty",
    "change": "`rise`, `fall` or empty",
    "basis": "what a change is from, as written: 同比",
    "indicator": "the [shared indicator](indicators.md) that it states, or empty",
    "reason": "why, in one word: `empty`, `damaged`, `encrypted`, `timeout` …",
    "message": "the same in Chinese, with the detail",
}
HEAD: Final = f"""# The store

What `reportparse archive` and `rp.read_archive` write: Parquet files that any tool reads, and
small JSON files that say which of them count. Version {SCHEMA} of the tables; a store of another
version is refused, and its reports are read anew into another folder. This page is written by
`make readme` from the code.

```
STORE/store.json                     the version of the tables
STORE/commits/RUN-TASK.json          which sources a shard holds, what became of each; row counts
STORE/shards/RUN-TASK/TABLE.parquet  the rows of one task, tables without rows left out
```

A shard counts from the moment its commit is there, and a commit appears whole or not at all; what
a killed run left without a commit is cleared away by the next run. Of two commits that name one
source the later run's is in force: `reportparse sql` and `archive.query` show only rows that
count. Other tools that read the Parquet files see the rows of all runs.

Texts are UTF-8; numbers that may be missing are null. Columns keep their names, types and order
within a version. [What the columns hold](tables.md) that one report's tables have too.
"""


def page() -> str:
    """Return the page."""
    return "\n".join((HEAD, *map(_table, COLUMNS)))


def _table(table: str) -> str:
    lines = [_line(table, column) for column in COLUMNS[table]]
    return (
        f"## {table}\n\nOne row for each {ROWS[table]}.\n\n"
        "| column | type | 中文 | holds |\n|---|---|---|---|\n" + "".join(lines)
    )


def _line(table: str, column: str) -> str:
    known = column != "report" and column in rows.COLUMNS.get(table, ())
    holds = f"[as there](tables.md#{table})" if known else HOLDS[column]
    chinese = HEADERS_ZH.get(column, "说明")
    return f"| {column} | {TYPES[type_of(table, column)]} | {chinese} | {holds} |\n"
