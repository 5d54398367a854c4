"""The marked PDF: the source with a highlight and a note at each finding.

Marks are added behind the bytes of the source (an incremental update), so that everything in
it, signatures too, stays as it was; any viewer can hide or delete them.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any, Final

from reportparse.document import Box
from reportparse.errors import Language, MissingExtra, UnreadableSource
from reportparse.findings import Finding
from reportparse.reading.lock import LOCK
from reportparse.render.origin import original
from reportparse.render.shading import visible
from reportparse.render.words import word
from reportparse.report import Report
from reportparse.span import Span

#: Colours of highlights; evidence is paler than the place of the finding.
COLOURS: Final = {"error": "ff8f85", "warning": "ffd257", "note": "cbb7f0", "evidence": "cfe3ff"}
#: Page sizes that differ by less (in points) are the same.
SAME: Final = 1.0
#: Side of the note on the first page, in points.
PIN: Final = 24
#: What PDFium says of a file without encryption.
OPEN: Final = -1
#: What pypdf raises where it meets something else than it looks for.
DAMAGED: Final = (
    AttributeError, LookupError, NotImplementedError, RecursionError, TypeError, ValueError,
)  # fmt: skip
#: Left, bottom, right, top in the coordinates of the file.
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Highlight:
    """What is highlighted on one page, and what its note says."""

    page: int
    boxes: tuple[Box, ...]
    size: tuple[float, float]
    colour: str
    note: str
    name: str
    #: Number of the finding that stands here, 0 for what it rests on.
    place_of: int = 0


def to_marked_pdf(
    report: Report,
    path: str | PathLike[str],
    source: str | PathLike[str] | bytes | None = None,
    lang: Language = "zh",
) -> tuple[Finding, ...]:
    """Write the PDF that a report was read from, with its findings marked.

    Findings that have no place on a page are returned, and told by a note on the first page.
    `UnreadableSource` says why nothing can be written: the report is no PDF, the file has moved
    (`source` names it then) or changed, or it is protected.
    """
    data = original(report, source)
    if _is_protected(data):
        raise UnreadableSource(report.name, "protected")
    shown = list(highlights(report, lang))
    written, placed = marked(report.name, data, shown, partial(_rest, report, lang))
    Path(path).write_bytes(written)
    return tuple(one for _, one in _unmarked(report, placed))


def highlights(report: Report, lang: Language) -> Iterator[Highlight]:
    """Yield what is to be marked: for each finding its evidence, then its place on top."""
    for at, finding in enumerate(report.findings, 1):
        name = f"{at} {finding.fingerprint}"
        for number, one in enumerate(finding.evidence):
            if not one.span.meets(visible(finding.span)):
                note = f"{at} {finding.code} {word(one.role, lang)}：{one.text}"
                yield from _on_pages(report, one.span, ("evidence", note, f"{name} {number}"))
        told = (finding.severity.value, _note(at, finding, lang), name)
        yield from _on_pages(report, visible(finding.span), told, at)


def marked(
    name: str, data: bytes, shown: Iterable[Highlight], rest: Callable[[frozenset[int]], str]
) -> tuple[bytes, frozenset[int]]:
    """Return a PDF with highlights added behind its own bytes, and the findings that have one.

    `rest` tells, of the numbers of these, what the note on the first page says; "" for none.
    """
    try:
        from pypdf import PdfWriter
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise MissingExtra("pypdf", "annotate") from error
    # What is wrong with a file is told by what is raised, not beside it.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        writer = PdfWriter(BytesIO(data), incremental=True)
        placed = frozenset(one.place_of for one in shown if _add(writer, one))
        if note := rest(placed):
            _pin(writer, note)
        written = BytesIO()
        writer.write(written)
    except (PyPdfError, *DAMAGED) as error:
        raise UnreadableSource(name, "unsupported", str(error)) from error
    return written.getvalue(), placed


def _is_protected(data: bytes) -> bool:
    """Tell whether a file is encrypted, though it may open without a password."""
    import pypdfium2

    with LOCK, closing(pypdfium2.PdfDocument(data)) as file:
        revision: int = pypdfium2.raw.FPDF_GetSecurityHandlerRevision(file)
    return revision != OPEN


def _rest(report: Report, lang: Language, placed: frozenset[int]) -> str:
    """Return what is to be told of the findings that are marked nowhere."""
    notes = [_note(at, finding, lang) for at, finding in _unmarked(report, placed)]
    return "\n\n".join([word("unmarked", lang).format(count=len(notes)), *notes]) if notes else ""


def _unmarked(report: Report, placed: frozenset[int]) -> Iterator[tuple[int, Finding]]:
    return ((at, one) for at, one in enumerate(report.findings, 1) if at not in placed)


def _on_pages(
    report: Report, span: Span, told: tuple[str, str, str], place_of: int = 0
) -> Iterator[Highlight]:
    """Yield a highlight for each page that a span stands on."""
    places = defaultdict(list)
    for place in report.locate(span):
        if place.page and place.size and place.box:
            places[place.page, place.size].append(place.box)
    for (page, size), boxes in places.items():
        yield Highlight(page, tuple(boxes), size, *told, place_of)


def _note(at: int, finding: Finding, lang: Language) -> str:
    """Return the note of a finding: what it says, and how it was worked out."""
    colon = "：" if lang == "zh" else ": "
    head = f"{at} {finding.code} {word(finding.severity.value, lang)}"
    told = (
        ("working", finding.working),
        ("alternatives", "；".join(finding.alternatives)),
        ("confidence", word(finding.confidence.value, lang)),
    )
    lines = (f"{word(key, lang)}{colon}{value}" for key, value in told if value)
    return "\n".join([f"{head}{colon}{finding.said(lang)}", *lines])


def _add(writer: Any, one: Highlight) -> bool:  # noqa: ANN401
    """Add a highlight to its page; one whose page is of another size has no known place."""
    from pypdf import annotations
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    page = writer.pages[one.page - 1]
    turns = page.rotation // 90 % 4
    shown = _shown(page)
    if not _fits(shown, turns, one.size):
        return False
    found = [in_file(box, shown, turns) for box in one.boxes]
    corners = (
        edge
        for left, bottom, right, top in found
        for edge in (left, top, right, top, left, bottom, right, bottom)
    )
    lefts, bottoms, rights, tops = zip(*found, strict=True)
    annotation = annotations.Highlight(
        rect=(min(lefts), min(bottoms), max(rights), max(tops)),
        quad_points=ArrayObject([FloatObject(edge) for edge in corners]),
        highlight_color=COLOURS[one.colour],
        printing=True,
    )
    told = {"/Contents": one.note, "/T": "reportparse", "/NM": one.name}
    for key, value in told.items():
        annotation[NameObject(key)] = TextStringObject(value)
    writer.add_annotation(page, annotation)
    return True


def _pin(writer: Any, note: str) -> None:  # noqa: ANN401
    """Pin a note to the corner of the first page."""
    from pypdf import annotations
    from pypdf.generic import NameObject, TextStringObject

    page = writer.pages[0]
    left, _, _, top = _shown(page)
    pinned = annotations.Text(rect=(left, top - PIN, left + PIN, top), text="", open=False)
    for key, value in {"/Contents": note, "/T": "reportparse", "/NM": "unmarked"}.items():
        pinned[NameObject(key)] = TextStringObject(value)
    writer.add_annotation(page, pinned)


def _shown(page: Any) -> Rectangle:  # noqa: ANN401
    """Return the part of a page that is shown."""
    crop, media = ([float(edge) for edge in box] for box in (page.cropbox, page.mediabox))
    left, bottom = max(crop[0], media[0]), max(crop[1], media[1])
    return left, bottom, min(crop[2], media[2]), min(crop[3], media[3])


def _fits(shown: Rectangle, turns: int, size: tuple[float, float]) -> bool:
    width, height = shown[2] - shown[0], shown[3] - shown[1]
    across, down = (height, width) if turns % 2 else (width, height)
    return abs(across - size[0]) < SAME and abs(down - size[1]) < SAME


def in_file(box: Box, shown: Rectangle, turns: int) -> Rectangle:
    """Turn a box on the page as shown into the coordinates of the file.

    >>> in_file(Box(10, 20, 30, 40), (0, 0, 595, 842), 0)
    (10, 802, 30, 822)
    """
    left, bottom, right, top = shown
    if turns == 0:
        return left + box.left, top - box.bottom, left + box.right, top - box.top
    if turns == 1:
        return left + box.top, bottom + box.left, left + box.bottom, bottom + box.right
    if turns == 2:
        return right - box.right, bottom + box.top, right - box.left, bottom + box.bottom
    return right - box.bottom, top - box.right, right - box.top, top - box.left
