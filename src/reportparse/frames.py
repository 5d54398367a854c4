"""Reports as tidy tables of pandas, with English or Chinese headers.

pandas is imported only when a table is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportparse.errors import Language
from reportparse.report import FrameName, Report
from reportparse.rows import HEADERS_ZH, REAL, TRUTH, WHOLE, Row, columns_of, rows_of

if TYPE_CHECKING:
    import pandas as pd


def to_frame(
    reports: Iterable[Report], what: FrameName = "claims", lang: Language = "en"
) -> pd.DataFrame:
    """Return one table over reports, with English or Chinese headers."""
    columns = columns_of(what)
    frame = frame_of((row for report in reports for row in rows_of(report, what, lang)), columns)
    return frame.rename(columns=HEADERS_ZH) if lang == "zh" else frame


def frame_of(rows: Iterable[Row], columns: Sequence[str]) -> pd.DataFrame:
    """Return rows as a table whose types follow from the names of its columns."""
    import pandas as pd

    frame = pd.DataFrame(list(rows), columns=list(columns), dtype=object)
    return frame.astype({column: _dtype(column) for column in columns})


def header(column: str, lang: Language) -> str:
    """Return a column's header in a language."""
    return HEADERS_ZH[column] if lang == "zh" else column


def _dtype(column: str) -> str:
    if column in WHOLE:
        return "Int64"
    if column in REAL:
        return "float64"
    return "boolean" if column in TRUTH else "object"
