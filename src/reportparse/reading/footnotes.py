"""Footnotes: small lines at the foot of a page that begin with a note's mark.

They stand between the two halves of a paragraph that goes on on the next page, so they are
taken out of the text before paragraphs are made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reportparse.reading.layout import Row, Sheet

#: A note is printed smaller than the text by this factor at least.
SMALLER: Final = 0.9
#: Share of the page above which no footnote begins.
UPPER: Final = 0.4
#: ① · [1] · ［1］ · ¹ · 1 · *
MARK: Final = re.compile(
    r"[①-⑳*＊⁰¹²³⁴-⁹]|[\[［〔][0-9⁰¹²³⁴-⁹]{1,2}[\]］〕]|[0-9]{1,2}[ 　.、]?(?![0-9.])"
)


def without_notes(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Mark the footnotes of all pages as notes."""
    size = _text_size(sheets)
    return tuple(_marked(sheet, size) for sheet in sheets)


def _text_size(sheets: Sequence[Sheet]) -> float:
    """Return the size of most characters."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for row in sheet.rows:
            if row.kind == "body":
                sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _marked(sheet: Sheet, size: float) -> Sheet:
    """Mark the footnotes of one page."""
    foot = list(_foot(sheet, size))
    marks = [at for at, index in enumerate(foot) if MARK.match(sheet.rows[index].text.strip())]
    if not marks:
        return sheet
    notes = set(foot[: marks[-1] + 1])
    rows = tuple(
        replace(row, kind="note") if index in notes else row
        for index, row in enumerate(sheet.rows)
    )
    return replace(sheet, rows=rows)


def _foot(sheet: Sheet, size: float) -> Iterator[int]:
    """Yield the small lines at the foot of a page from below, furniture passed over."""
    for index in range(len(sheet.rows) - 1, -1, -1):
        row = sheet.rows[index]
        if row.kind == "furniture":
            continue
        if row.kind != "body" or not _is_small(row, size) or row.top < UPPER * sheet.height:
            return
        yield index


def _is_small(row: Row, size: float) -> bool:
    return row.size <= SMALLER * size
