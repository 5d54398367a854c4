"""PDF: every page by the cheapest way that reads it rightly.

PDFium gives characters and boxes; layout, tables, furniture and paragraphs are made of them as
for any other fixed layout. A page that is only a picture waits for recognition; text under a
picture, fonts without characters, and stamps across the page are told and remarked on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from reportparse.document import Document, Quality, Remark, Source
from reportparse.errors import UnreadableSource
from reportparse.reading.columns import read_rows
from reportparse.reading.composing import compose, placed
from reportparse.reading.glyphs import Frame, Glyphs, glyphs_of, quarter, strips_of
from reportparse.reading.layout import Sheet, Strip, without_doubles
from reportparse.reading.lock import LOCK
from reportparse.reading.ocr import EXTRA, is_installed
from reportparse.reading.paths import Drawing, drawing_of
from reportparse.reading.ruled import tables_of
from reportparse.reading.scan import quality_of, ranges, recognised, scale_of, sheet_of
from reportparse.reading.standin import fonts_stood_in

#: No report comes near so many pages, nor so many characters on one or on all.
MAX_PAGES: Final = 3000
MAX_ON_PAGE: Final = 200_000
MAX_CHARACTERS: Final = 8_000_000
#: A page with fewer characters under a picture that covers so much of it is a scan.
FEW: Final = 10
COVERED: Final = 0.5
#: Under one that covers the whole page a line of the scanning program may stand: 扫描全能王创建.
THIN: Final = 60
WHOLE: Final = 0.9
#: A page of so many drawn things and no characters is writing turned into outlines, or tiles.
DRAWN: Final = 40
#: How sure a layer is that somebody's recognition left under a picture: it does not say.
UNTOLD: Final = 0.5
#: Recognition that finds less than this share of the characters of a page has failed.
MOST_FOUND: Final = 0.5
#: Share of characters that are none above which a page is garbled.
GARBLED: Final = 0.02
#: \ufffd, private use, but not the bullets of Wingdings (U+F0A0 and on)
NO_CHARACTER: Final = re.compile("[\ufffd\ue000-\uf01f\uf100-\uf8ff\x01-\x08]|\\(cid:")
#: Chinese read by the wrong table comes out as these: ¹ØÓÚ
LATIN: Final = re.compile("[\xa1-\xff]")
HAN: Final = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
#: Share of such characters that makes a page worth another reading, and of Chinese after it.
MOST_LATIN: Final = 0.5
MOST_HAN: Final = 0.8

#: The byte that each Latin character stands for.
BYTES: Final = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(256)}


@dataclass(frozen=True, slots=True)
class _Page:
    """A page read, and what is to be said about it."""

    sheet: Sheet
    scanned: bool = False
    #: Whether it was read by recognition.
    recognised: bool = False
    hidden: bool = False
    garbled: bool = False
    #: Text across the page that was left out.
    stamp: str = ""
    characters: int = 0


def read(data: bytes, source: Source) -> Document:
    """Read a PDF with a text layer; pages without one are remarked on."""
    with LOCK, fonts_stood_in(), closing(_open(data, source)) as file:
        count = len(file)
        if count == 0:
            raise UnreadableSource(source.name, "damaged", "no pages")
        if count > MAX_PAGES:
            raise UnreadableSource(source.name, "too_large", f"{count} > {MAX_PAGES} pages")
        pages = list(_pages(file, source))
    if all(page.scanned or not page.sheet.rows for page in pages):
        _explain(pages, source)
    read = [page.sheet for page in pages if page.recognised]
    remarks = (*_remarks(pages), *recognised(read))
    source = replace(source, pages=count, quality=_quality(pages))
    return compose([page.sheet for page in pages], source, remarks)


def _open(data: bytes, source: Source) -> Any:  # noqa: ANN401
    """Open a file, or say why it cannot be opened."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableSource(source.name, "encrypted") from error
        raise UnreadableSource(source.name, "damaged", "not a readable PDF") from error


def _explain(pages: list[_Page], source: Source) -> None:
    """Say why a file without any text cannot be read."""
    if any(page.scanned for page in pages):
        raise UnreadableSource(source.name, "needs", EXTRA)
    raise UnreadableSource(source.name, "empty")


def _pages(file: Any, source: Source) -> Iterator[_Page]:  # noqa: ANN401
    """Read the pages one after the other, each closed before the next."""
    characters = 0
    for number in range(len(file)):
        page = _page(file, number)
        characters += page.characters
        if characters > MAX_CHARACTERS:
            raise UnreadableSource(source.name, "too_large", f"> {MAX_CHARACTERS} characters")
        yield page


def _page(file: Any, number: int) -> _Page:  # noqa: ANN401
    """Read one page; one that PDFium cannot load is left empty."""
    nothing = _Page(Sheet(number + 1, 0.0, 0.0, ()), garbled=True)
    try:
        page = file[number]
    except pypdfium2.PdfiumError:
        return nothing
    with closing(page):
        try:
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            return nothing
        with closing(textpage):
            if pdfium.FPDFText_CountChars(textpage) > MAX_ON_PAGE:
                return nothing
            return _read(page, glyphs_of(textpage.raw), number + 1)


def _frame(page: Any) -> Frame:  # noqa: ANN401
    """Tell which part of a page is shown and how it is turned."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)


def _read(page: Any, glyphs: Glyphs, number: int) -> _Page:  # noqa: ANN401
    """Make a page of its glyphs and drawings."""
    shown = _frame(page)
    turn = _turn(glyphs, shown)
    frame = replace(shown, turns=-turn % 4)
    drawing = drawing_of(page.raw, frame)
    strips = without_doubles(strips_of(glyphs, frame, turn))
    sheet = Sheet(number, *frame.size, (), turns=(frame.turns - shown.turns) % 4)
    hidden = drawing.hidden and drawing.covered > COVERED
    scanned = not hidden and _is_picture(page, drawing, sum(len(one.text) for one in strips))
    strips = _decoded(strips)
    if hidden:
        strips = tuple(replace(one, confidences=(UNTOLD,) * len(one.text)) for one in strips)
    grids, outside = tables_of(drawing.rules, strips)
    rows = placed(read_rows(outside), grids)
    text = "".join(strip.text for strip in strips)
    read = _Page(
        replace(sheet, rows=rows, grids=grids),
        scanned=scanned,
        hidden=hidden,
        garbled=len(NO_CHARACTER.findall(text)) > GARBLED * len(text),
        stamp=_stamp(glyphs, turn),
        characters=len(glyphs.text),
    )
    return _recognised(page, read) if scanned or hidden or read.garbled else read


def _is_picture(page: Any, drawing: Drawing, characters: int) -> bool:  # noqa: ANN401
    """Tell a page whose writing is not text."""
    if characters < FEW and drawing.covered > COVERED:
        return True
    if not characters:
        return bool(pdfium.FPDFPage_CountObjects(page) >= DRAWN)
    return characters < THIN and drawing.covered > WHOLE


def _recognised(page: Any, read: _Page) -> _Page:  # noqa: ANN401
    """Read a page from its picture, if recognition is installed and finds enough."""
    if not is_installed():
        return read
    scale = scale_of(page.get_size())
    with closing(page.render(scale=scale)) as bitmap:
        pixels = bitmap.to_numpy().copy()
    sheet = sheet_of(pixels, read.sheet.number, scale)
    if _length(sheet) < MOST_FOUND * _length(read.sheet):
        return replace(read, scanned=False)
    return _Page(sheet, recognised=True, characters=_length(sheet))


def _length(sheet: Sheet) -> int:
    """Count the characters of a page, blanks left out: a layer may have many."""
    return sum(len(row.text.replace(" ", "")) for row in sheet.rows)


def _turn(glyphs: Glyphs, shown: Frame) -> int:
    """Tell how most of the text is turned in the file."""
    turns: Counter[int] = Counter()
    for first, last, angle in glyphs.runs:
        turn = quarter(angle)
        if turn is not None:
            turns[turn] += last - first
    return turns.most_common(1)[0][0] if turns else -shown.turns % 4


def _stamp(glyphs: Glyphs, turn: int) -> str:
    """Return the text that runs across the page."""
    runs = (glyphs.text[start:end] for start, end, angle in glyphs.runs if quarter(angle) != turn)
    return "".join(runs).strip()


def _decoded(strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
    """Read Chinese that was taken for Latin letters (¹ØÓÚ) as what it is."""
    text = "".join(strip.text for strip in strips)
    if len(LATIN.findall(text)) <= MOST_LATIN * len(text):
        return strips
    decoded = tuple(_redecoded(strip) for strip in strips)
    text = "".join(strip.text for strip in decoded)
    return decoded if len(HAN.findall(text)) > MOST_HAN * len(text.replace(" ", "")) else strips


def _redecoded(strip: Strip) -> Strip:
    """Read the bytes of a strip as GB18030; two of them make one character."""
    try:
        text = bytes(BYTES[character] for character in strip.text).decode("gb18030")
    except (KeyError, UnicodeError):
        return strip
    edges = [strip.left]
    at = 0
    for character in text:
        at += len(character.encode("gb18030"))
        edges.append(strip.edges[at])
    return replace(strip, text=text, edges=tuple(edges))


def _quality(pages: list[_Page]) -> Quality:
    """Tell whether the text was typed, recognised, or some of each."""
    return quality_of([page.hidden or page.recognised for page in pages if page.sheet.rows])


def _remarks(pages: list[_Page]) -> Iterator[Remark]:
    """Say once for each matter on which pages it was met."""
    for code, sentence, name in MATTERS:
        numbers = [page.sheet.number for page in pages if getattr(page, name)]
        if numbers:
            yield Remark(code, f"{sentence}: {ranges(numbers)}")


#: Code of the remark, what it says, and the field of a page that calls for it.
MATTERS: Final = (
    ("needs_ocr", f"Pages without text, to be recognised with {EXTRA}", "scanned"),
    ("ocr_layer", "A layer of recognised text that does not say how sure it is", "hidden"),
    ("garbled", "The fonts of these pages do not say what their characters are", "garbled"),
    ("stamped", "Text across these pages was left out", "stamp"),
)
