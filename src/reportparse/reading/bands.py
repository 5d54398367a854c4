"""Page furniture told by its place: page numbers and headers in the margins of the page.

Dropped is only what stands in the band at the top or bottom of a page *and* is numbered like a
page or comes back on other pages; elsewhere only what comes back at the very same spot
(a watermark). The number printed on a page becomes its label.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import Final, Literal

from reportparse.reading.furniture import BARE, OF_TOTAL, page_label
from reportparse.reading.layout import Row, Sheet
from reportparse.reading.wrapping import MARK

#: Share of the height of a page that its margins take (37 mm of 297 by the standard, less a bit).
BAND: Final = 0.115
#: A header comes back on this share of the pages, and on two at least.
OFTEN: Final = 0.4
#: What comes back at one spot on the body of the page does so on this share, and on three.
STAMPED: Final = 0.6
#: ... and is larger than the text by this factor.
LARGE: Final = 1.4
#: Two letters or ideographs: not digits and dashes alone.
LETTER: Final = re.compile("[A-Za-z\u2e80-\u9fff].*[A-Za-z\u2e80-\u9fff]")
DIGITS: Final = re.compile("[0-9０-９〇一二三四五六七八九十]+")
BLANK: Final = re.compile(r"\s+")
#: What ends so is text.
STOPPED: Final = re.compile("[。；，：、！？]$")
#: -1 · 2- : a page number of which one dash got lost
HALF_DASHED: Final = re.compile(r"[-—–－]\s?(\d{1,3})$|(\d{1,3})\s?[-—–－]$")
DOUBTFUL: Final = (BARE, OF_TOTAL, HALF_DASHED)
#: The number behind or before a running header: 云岭县统计公报 - 3 -
NUMBERED: Final = re.compile(r"[-—–－]\s*(\d{1,4})\s*[-—–－]$|^(\d{1,4})\s|\s(\d{1,4})$")

Side = Literal["top", "bottom", ""]
#: Page and line, both counted from 0.
Spot = tuple[int, int]


def furnished(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Mark the furniture of all pages and label them with their printed numbers."""
    lines = [
        (page, index, row, side_of(row, sheet.height))
        for page, sheet in enumerate(sheets)
        for index, row in enumerate(sheet.rows)
        if row.kind == "body" and row.text.strip()
    ]
    in_bands = [line for line in lines if line[3]]
    labels = {**_counted(in_bands, sheets), **_numbers(in_bands)}
    repeated = _repeated(in_bands, len(sheets)) | _stamped(lines, len(sheets))
    gone = repeated | labels.keys()
    return tuple(
        _with_furniture(
            sheet,
            {index for at, index in gone if at == page},
            {index: label for (at, index), label in labels.items() if at == page},
        )
        for page, sheet in enumerate(sheets)
    )


def side_of(row: Row, height: float) -> Side:
    """Tell in which margin of the page a line stands."""
    if row.bottom <= BAND * height:
        return "top"
    return "bottom" if row.top >= (1 - BAND) * height else ""


Placed = tuple[int, int, Row, Side]


def _numbers(lines: Sequence[Placed]) -> dict[Spot, str]:
    """Find lines that can only be page numbers."""
    found = ((page, index, page_label(row.text.strip())) for page, index, row, _ in lines)
    return {(page, index): label for page, index, label in found if label}


def _counted(lines: Sequence[Placed], sheets: Sequence[Sheet]) -> dict[Spot, str]:
    """Find lines that may be page numbers and count on with the pages."""
    found: dict[Spot, str] = {}
    offsets: Counter[int] = Counter()
    for page, index, row, _ in lines:
        label = _doubtful(row.text.strip())
        if label and index in _ends(sheets[page]):
            found[page, index] = label
            offsets[int(label) - page] += 1
    return {spot: label for spot, label in found.items() if offsets[int(label) - spot[0]] > 1}


def _ends(sheet: Sheet) -> set[int]:
    """Return the first and the last line of a page."""
    return {0, len(sheet.rows) - 1}


def _doubtful(text: str) -> str:
    """Return the number that a line may print as a page number."""
    matches = (form.match(text) for form in DOUBTFUL)
    return next((next(filter(None, match.groups()), "") for match in matches if match), "")


def _repeated(lines: Sequence[Placed], pages: int) -> set[Spot]:
    """Find lines in one margin that come back on other pages, whatever their digits."""
    spots: dict[tuple[str, Side, int], list[Spot]] = defaultdict(list)
    for page, index, row, side in lines:
        text = row.text.strip()
        if _may_run(text):
            folded = DIGITS.sub("0", BLANK.sub("", text))
            spots[folded, side, round(row.size / 2)].append((page, index))
    return {spot for found in spots.values() if _is_often(found, pages) for spot in found}


def _may_run(text: str) -> bool:
    """Tell whether a line may come back on every page: words without a mark or a stop."""
    return bool(LETTER.search(text)) and not (STOPPED.search(text) or MARK.match(text))


def _is_often(spots: Sequence[Spot], pages: int) -> bool:
    """Tell whether a line comes back on enough pages."""
    return len({page for page, _ in spots}) >= max(2, OFTEN * pages)


def _stamped(lines: Sequence[Placed], pages: int) -> set[Spot]:
    """Find large words that come back at the very same spot anywhere on the pages."""
    usual = median([row.size for _, _, row, _ in lines]) if lines else 0.0
    spots: dict[tuple[str, int, int], list[Spot]] = defaultdict(list)
    for page, index, row, _ in lines:
        if row.size > LARGE * usual and _may_run(row.text.strip()):
            spots[row.text, round(row.left / 3), round(row.top / 3)].append((page, index))
    limit = max(3, STAMPED * pages)
    return {spot for found in spots.values() if len(found) >= limit for spot in found}


def _with_furniture(sheet: Sheet, gone: set[int], labels: dict[int, str]) -> Sheet:
    """Mark some lines of a page as furniture."""
    if not gone:
        return sheet
    rows = tuple(
        replace(row, kind="furniture") if index in gone else row
        for index, row in enumerate(sheet.rows)
    )
    label = next(iter(labels.values()), None) or next(_labels(sheet, gone), None)
    return replace(sheet, rows=rows, label=label)


def _labels(sheet: Sheet, gone: set[int]) -> Iterator[str]:
    """Yield page numbers that stand inside running headers."""
    for index in sorted(gone):
        match = NUMBERED.search(sheet.rows[index].text.strip())
        if match:
            yield next(filter(None, match.groups()))
