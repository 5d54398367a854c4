"""Tables as CSV that a spreadsheet opens safely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pandas as pd

#: A text cell that begins so is run as a formula by spreadsheets: =1+1, +1, -1, @SUM.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
#: What spreadsheets need to see at the head of a file to read it as UTF-8.
BOM: Final = "\ufeff"


def to_csv(frame: pd.DataFrame) -> str:
    """Write a table as CSV, texts that look like formulas made harmless."""
    texts = frame.select_dtypes("object").columns
    safe = frame.assign(**{name: frame[name].map(guarded) for name in texts})
    written: str = safe.to_csv(index=False, lineterminator="\n")
    return written


def guarded(cell: Any) -> Any:  # noqa: ANN401
    """Put a quote before a text that a spreadsheet would run.

    >>> guarded("=1+1"), guarded("198件"), guarded(-3)
    ("'=1+1", '198件', -3)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
