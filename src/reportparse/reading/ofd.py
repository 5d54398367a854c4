"""OFD (GB/T 33190), the national format of fixed pages: a package of XML parts.

Characters stand in the file one by one with their places, so that layout, tables, furniture and
paragraphs are made of them as for any other fixed layout. Signatures, seals and annotations are
not the report's text and are left alone; pages that are only pictures are recognised.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Final
from xml.etree.ElementTree import Element

from reportparse.document import Document, Remark, Source
from reportparse.errors import UnreadableSource
from reportparse.reading.columns import read_rows
from reportparse.reading.composing import compose, placed
from reportparse.reading.drawing import Matrix, angle_of, times
from reportparse.reading.graphics import (
    MAX_ON_PAGE,
    POINTS,
    Placed,
    area_of,
    child,
    children,
    level_box,
    numbers,
    objects_of,
    rules_of,
)
from reportparse.reading.layout import Sheet, Strip, without_doubles
from reportparse.reading.lettering import strips_of
from reportparse.reading.ocr import EXTRA, is_installed
from reportparse.reading.package import Package, package_of
from reportparse.reading.pasting import Pasted, page_of
from reportparse.reading.resources import Resources, resources_of
from reportparse.reading.ruled import tables_of
from reportparse.reading.scan import quality_of, ranges, recognised, scale_of, sheet_of

#: No report comes near so many pages, nor so many objects or characters on all.
MAX_PAGES: Final = 3000
MAX_OBJECTS: Final = 500_000
MAX_CHARACTERS: Final = 3_000_000
#: Templates and resources stay in memory while the pages are read.
MAX_HELD: Final = 16 << 20
#: A page with fewer characters under a picture that covers so much of it is a scan.
FEW: Final = 10
COVERED: Final = 0.5
#: A page that does not say its size.
A4: Final = (210 * POINTS, 297 * POINTS)
#: How far (in quarters) writing may lean and still count as level or upright.
LEAN: Final = 0.06


@dataclass(frozen=True, slots=True)
class _Book:
    """What all pages of a document share."""

    package: Package
    #: Folder of the document in the package.
    folder: str
    root: Element
    shared: Resources = field(default_factory=Resources)
    #: Page templates by their ID.
    templates: dict[str, Element] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page read, and what is to be said about it."""

    sheet: Sheet
    scanned: bool = False
    #: Whether it was read by recognition.
    recognised: bool = False
    damaged: bool = False
    stamped: bool = False
    objects: int = 0
    characters: int = 0


def read(data: bytes, source: Source) -> Document:
    """Read an OFD package; pages that cannot be read are remarked on."""
    package = package_of(data, source.name)
    if package.find("Encryptions.xml") is not None:
        raise UnreadableSource(source.name, "encrypted")
    roots = _roots(package)
    book = _book(package, roots[-1])
    pages = list(_pages(book, source))
    if not any(page.sheet.rows for page in pages):
        raise _without_text(pages, source)
    remarks = [*_remarks(pages), *recognised([page.sheet for page in pages if page.recognised])]
    if len(roots) > 1:
        text = f"{len(roots)} documents in the package; the last, current one was read"
        remarks.append(Remark("several_documents", text))
    quality = quality_of([page.recognised for page in pages if page.sheet.rows])
    source = replace(source, pages=len(pages), quality=quality)
    return compose([page.sheet for page in pages], source, remarks)


def _without_text(pages: Sequence[_Page], source: Source) -> UnreadableSource:
    """Say why nothing was read: pictures of pages, damage, or nothing there."""
    if any(page.scanned for page in pages):
        return UnreadableSource(source.name, "needs", EXTRA)
    if any(page.damaged for page in pages):
        return UnreadableSource(source.name, "damaged", "no page can be read")
    return UnreadableSource(source.name, "empty")


def _roots(package: Package) -> list[str]:
    """List the documents of a package, the current one last."""
    mains = [name for name in package.members if posixpath.basename(name) == "ofd.xml"]
    if not mains:
        raise UnreadableSource(package.name, "damaged", "no OFD.xml")
    main = min(mains, key=len)
    root = package.xml(main)
    places = (place for body in children(root, "DocBody") for place in children(body, "DocRoot"))
    names = (package.find(place.text or "", posixpath.dirname(main)) for place in places)
    found = [name for name in names if name is not None]
    if not found:
        raise UnreadableSource(package.name, "damaged", "no document in OFD.xml")
    return found


def _book(package: Package, name: str) -> _Book:
    """Open a document and the resources that its pages share."""
    root = package.xml(name)
    if root is None:
        raise UnreadableSource(package.name, "damaged", name)
    book = _Book(package, posixpath.dirname(name), root)
    common = child(root, "CommonData")
    if common is None:
        return book
    shared = resources_of(package, common, book.folder, "PublicRes", "DocumentRes")
    book = replace(book, shared=shared)
    for template in children(common, "TemplatePage"):
        page = _part(book, template.get("BaseLoc"))
        if page is not None:
            book.templates[template.get("ID", "")] = page
        if package.unpacked.total() > MAX_HELD:
            raise UnreadableSource(package.name, "too_large", f"{MAX_HELD >> 20} MiB of templates")
    return book


def _part(book: _Book, place: str | None, *folders: str) -> Element | None:
    """Parse a part that a document names, if it is there and well-formed."""
    name = book.package.find(place, *folders, book.folder) if place else None
    return book.package.xml(name) if name is not None else None


def _pages(book: _Book, source: Source) -> Iterator[_Page]:
    """Read the pages in order, within limits."""
    pages = children(child(book.root, "Pages"), "Page")
    places = [page.get("BaseLoc", "") for page in pages]
    if not places:
        raise UnreadableSource(source.name, "damaged", "no pages")
    if len(places) > MAX_PAGES:
        raise UnreadableSource(source.name, "too_large", f"{MAX_PAGES} pages")
    objects = characters = 0
    for number, place in enumerate(places, 1):
        page = _page(book, place, number)
        objects, characters = objects + page.objects, characters + page.characters
        if objects > MAX_OBJECTS:
            raise UnreadableSource(source.name, "too_large", f"{MAX_OBJECTS} objects on pages")
        if characters > MAX_CHARACTERS:
            raise UnreadableSource(source.name, "too_large", f"{MAX_CHARACTERS} characters")
        yield page


def _page(book: _Book, place: str, number: int) -> _Page:
    """Read one page with its templates; one that cannot be parsed is left empty."""
    root = _part(book, place)
    if root is None:
        return _Page(Sheet(number, *_size(book), ()), damaged=True)
    sheet = Sheet(number, *_size(book, root), ())
    resources = book.shared | resources_of(book.package, root, book.folder, "PageRes")
    items = list(islice(_objects(book, root, resources), MAX_ON_PAGE))
    if len(items) == MAX_ON_PAGE or sum(map(_length, items)) > MAX_ON_PAGE:
        return _Page(sheet, damaged=True, objects=len(items))
    page = _read(items, sheet)
    return _recognised(book, resources, items, sheet) or page if page.scanned else page


def _objects(book: _Book, root: Element, resources: Resources) -> Iterator[Placed]:
    """Yield the objects of a page, those of its templates first."""
    names = [part.get("TemplateID", "") for part in children(root, "Template")]
    roots = [*(book.templates[name] for name in names if name in book.templates), root]
    contents = (content for one in roots for content in children(one, "Content"))
    return chain.from_iterable(objects_of(content, resources.units) for content in contents)


def _recognised(
    book: _Book, resources: Resources, items: Sequence[Placed], sheet: Sheet
) -> _Page | None:
    """Read a page from its pictures, if recognition is installed and finds anything."""
    if not is_installed():
        return None
    size = sheet.width, sheet.height
    pictures = (
        Pasted(book.package.picture(resources.pictures[name]), *box)
        for item in items
        if (name := item.element.get("ResourceID", "")) in resources.pictures
        and (box := level_box(item)) is not None
    )
    pixels = page_of(pictures, size, scale_of(size))
    found = None if pixels is None else sheet_of(pixels, sheet.number, scale_of(size))
    return None if found is None or not found.rows else _Page(found, recognised=True)


def _size(book: _Book, page: Element | None = None) -> tuple[float, float]:
    """Return the size of a page in points: its own, else that of all pages."""
    own = child(page, "Area", "PhysicalBox") if page is not None else None
    for box in (own, child(book.root, "CommonData", "PageArea", "PhysicalBox")):
        _, _, width, height = numbers(box.text if box is not None else "", 4) or (0.0,) * 4
        if width > 0 and height > 0:
            return width * POINTS, height * POINTS
    return A4


def _read(items: Sequence[Placed], sheet: Sheet) -> _Page:
    """Make a page of the objects on it."""
    texts = [item for item in items if item.name == "TextObject"]
    turn = _turn(texts)
    turning = _turning(turn, sheet)
    width, height = (sheet.height, sheet.width) if turn % 2 else (sheet.width, sheet.height)
    turned = [replace(item, matrix=times(item.matrix, turning)) for item in items]
    level = [item for item in turned if item.name == "TextObject" and _quarter(item) == 0]
    strips = without_doubles(_inside(chain.from_iterable(map(strips_of, level)), width, height))
    rules = [rule for item in turned if item.name == "PathObject" for rule in rules_of(item)]
    grids, outside = tables_of(rules, strips)
    rows = placed(read_rows(outside), grids)
    characters = sum(len(strip.text) for strip in strips)
    scanned = characters < FEW and _is_picture(items, sheet, bare=not characters)
    return _Page(
        Sheet(sheet.number, width, height, rows, grids, turns=-turn % 4),
        scanned=scanned,
        stamped=len(level) < len(texts),
        objects=len(items),
        characters=characters,
    )


def _inside(strips: Iterator[Strip], width: float, height: float) -> Iterator[Strip]:
    """Leave out what is written beside the page."""
    for strip in strips:
        if strip.right > 0 and strip.left < width and strip.bottom > 0 and strip.top < height:
            yield strip


def _quarter(item: Placed) -> int | None:
    """Return how many quarters writing is turned (clockwise), `None` for anything between."""
    turns = angle_of(item.matrix) / angle_of((0.0, 1.0, 0.0, 0.0, 0.0, 0.0))
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < LEAN else None


def _turn(texts: Sequence[Placed]) -> int:
    """Tell how most of the writing on a page is turned."""
    turns: Counter[int] = Counter()
    for item in texts:
        turn = _quarter(item)
        if turn is not None:
            turns[turn] += _length(item)
    return turns.most_common(1)[0][0] if turns else 0


def _length(item: Placed) -> int:
    """Return how many characters an object writes, roughly."""
    if item.name != "TextObject":
        return 0
    return sum(len(code.text or "") for code in children(item.element, "TextCode"))


def _turning(turn: int, sheet: Sheet) -> Matrix:
    """Return what turns a page back so that its writing is level."""
    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    width, height = sheet.width, sheet.height
    for _ in range(turn):
        matrix = times(matrix, (0.0, -1.0, 1.0, 0.0, 0.0, width))
        width, height = height, width
    return matrix


def _is_picture(items: Sequence[Placed], sheet: Sheet, *, bare: bool) -> bool:
    """Tell whether a page shows something that is not text and may hold it."""
    if bare and any(item.name == "PathObject" for item in items):
        return True
    least = 0.0 if bare else COVERED * sheet.width * sheet.height
    return any(item.name == "ImageObject" and area_of(item) > least for item in items)


def _remarks(pages: Sequence[_Page]) -> Iterator[Remark]:
    """Say once for each matter on which pages it was met."""
    for code, sentence, name in MATTERS:
        met = [page.sheet.number for page in pages if getattr(page, name)]
        if met:
            yield Remark(code, f"{sentence}: {ranges(met)}")


#: Code of the remark, what it says, and the field of a page that calls for it.
MATTERS: Final = (
    ("needs_ocr", f"Pages without text, to be recognised with {EXTRA}", "scanned"),
    ("damaged_page", "Pages that could not be read", "damaged"),
    ("stamped", "Text across these pages was left out", "stamped"),
)
