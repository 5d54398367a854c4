"""Pictures of a PDF's pages with boxes over figures and findings."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from typing import Final

from reportparse.document import Box
from reportparse.errors import UnreadableSource
from reportparse.reading.lock import LOCK
from reportparse.render.markup import Mark, element, said, spoken
from reportparse.render.origin import original
from reportparse.render.picture import png
from reportparse.render.shading import figure_shades, finding_shades
from reportparse.render.words import word
from reportparse.report import Report

#: Pixels for each point: 108 to the inch. A report of more pages is drawn at less.
FINE: Final = 1.5
COARSE: Final = 1.1
MANY: Final = 40
#: Bytes that all pictures of a page file may take; later pages keep their boxes only.
BUDGET: Final = 16_000_000

Boxes = dict[int, list[tuple[Mark, Box, tuple[float, float]]]]


def sheets(report: Report) -> str:
    """Return the pages as HTML, "" where the source is no PDF or is not at hand."""
    try:
        data = original(report)
    except UnreadableSource:
        return ""
    boxes = boxed(report)
    drawn = enumerate(pictures(data), 1)
    return "".join(_sheet(number, picture, boxes) for number, picture in drawn)


def boxed(report: Report) -> Boxes:
    """Return the marks of a report with their boxes, by page."""
    found: Boxes = defaultdict(list)
    for mark in (*figure_shades(report), *finding_shades(report)):
        for place in report.locate(mark.span):
            if place.page and place.box and place.size:
                found[place.page].append((mark, place.box, place.size))
    return found


def pictures(data: bytes) -> Iterator[bytes]:
    """Yield a PNG for each page, empty ones once the budget is spent."""
    import pypdfium2

    left = BUDGET
    with LOCK, closing(pypdfium2.PdfDocument(data)) as file:
        scale = FINE if len(file) <= MANY else COARSE
        for number in range(len(file)):
            if left <= 0:
                yield b""
                continue
            with closing(file[number]) as page, closing(page.render(scale=scale)) as bitmap:
                picture = png(bitmap.to_numpy())
            left -= len(picture)
            yield picture


def _sheet(number: int, picture: bytes, boxes: Boxes) -> str:
    encoded = base64.b64encode(picture).decode()
    name = f"p{number}"
    shown = (
        f'<img src="data:image/png;base64,{encoded}" alt="" loading="lazy">'
        if picture
        else element("p", said("no_picture"), class_="none")
    )
    laid = "".join(_box(mark, box, size) for mark, box, size in boxes[number])
    told = (word("page", "zh"), word("page", "en"))
    caption = spoken(*(one.format(number=number) for one in told))
    return element(
        "figure",
        element("figcaption", caption, id=name)
        + element("div", shown + laid, class_="paper", role="group", aria_labelledby=name),
    )


def _box(mark: Mark, box: Box, size: tuple[float, float]) -> str:
    """Return a box over a picture; its place is told in shares of the page."""
    width, height = size
    style = (
        f"left:{box.left / width:.3%};top:{box.top / height:.3%};"
        f"width:{(box.right - box.left) / width:.3%};height:{(box.bottom - box.top) / height:.3%}"
    )
    return element(
        "span", "", class_=f"box {mark.classes}", data_names=mark.names, data_pin=mark.pin,
        style=style,
    )  # fmt: skip
