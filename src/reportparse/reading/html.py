"""Web pages: the report found among what the page has around it.

All that the page shows stands in the text, line by line; what is not the report's is furniture,
and what the page says about the report is metadata.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Final

from reportparse.document import Cell, Document, Line, LineKind, Place, Remark, Source, Table
from reportparse.errors import UnreadableSource
from reportparse.reading.clutter import clutter
from reportparse.reading.composing import CAPTION, UNIT
from reportparse.reading.container import container_of, title_of
from reportparse.reading.cuts import CLAUSE, NON_INITIAL
from reportparse.reading.decoding import Decoded, decode
from reportparse.reading.indexing import Pair, index_of
from reportparse.reading.joining import join
from reportparse.reading.leaf import Leaf, Region, Strand
from reportparse.reading.limits import held, is_grid
from reportparse.reading.markup import read_leaf
from reportparse.reading.webtables import Grid
from reportparse.reading.wrapping import MARK, Row, columns, style_of
from reportparse.span import Span

#: No page comes near this size, pictures inside it included.
MAX_BYTES: Final = 64 * 1024 * 1024
#: Nor has one so many tags.
MAX_TAGS: Final = 200_000
#: A tag with more attributes is none; the library compares each with all others.
MAX_ATTRIBUTES: Final = 2000
#: The declaration of the encoding stands near the start.
NEAR: Final = 4096
#: <meta charset="gb2312"> · content="text/html; charset=utf-8" · <?xml encoding="gbk"?>
DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,20})")
#: big5 · hz-gb-2312: what the ladder of encodings does not know
OTHER: Final = re.compile(r"big5|hz", re.IGNORECASE)
#: A page with fewer full sentences says that the report is in a file beside it.
SENTENCES: Final = 3
#: Lines above a table among which its caption and unit stand.
ABOVE: Final = 3
#: A caption in the middle of its line is not longer.
CAPTION_LENGTH: Final = 40
#: Blanks around a line: every one that Unicode knows, and those that no one sees.
AROUND: Final = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class _Tabled:
    """A table of the report with the lines that are its own."""

    grid: Grid
    #: Line of its first row.
    at: int
    #: First line that belongs to it, and the first after it.
    first: int
    last: int
    caption: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with what each of its lines is."""

    leaf: Leaf
    kinds: tuple[LineKind, ...]
    metadata: tuple[Pair, ...]
    tables: tuple[_Tabled, ...]


def read(data: bytes, source: Source) -> Document:
    """Read a web page."""
    if len(data) > MAX_BYTES:
        raise UnreadableSource(source.name, "too_large", f"{MAX_BYTES >> 20} MiB")
    found = _decoded(data)
    if found is None:
        raise UnreadableSource(source.name, "binary")
    _bounded(found.text, source.name)
    root = _parsed(found.text)
    remarks = found.remarks
    leaf = Leaf((), ()) if root is None else read_leaf(root)
    if root is not None and not _has_text(leaf):
        leaf = read_leaf(root, hidden=True)
        remarks += (Remark("hidden_text", "The page shows its text only by a script."),)
    if not _has_text(leaf):
        raise UnreadableSource(source.name, "empty")
    held("\n".join(line.text for line in leaf.strands), source.name)
    page = _sorted(leaf, _names(root))
    document = _composed(page, replace(source, encoding=found.encoding))
    return replace(document, remarks=remarks + tuple(_remarks(document, leaf)))


def _bounded(text: str, name: str) -> None:
    """Refuse a page that is all tags, or one tag."""
    if text.count("<") > MAX_TAGS:
        raise UnreadableSource(name, "too_large", f"> {MAX_TAGS} tags")
    if any(map(_is_endless, text.split("<"))):
        raise UnreadableSource(name, "too_large", f"> {MAX_ATTRIBUTES} attributes")


def _is_endless(tag: str) -> bool:
    """Tell a tag with attributes beyond all measure; a picture in an attribute has no blanks."""
    if len(tag) < 2 * MAX_ATTRIBUTES:
        return False
    return len(tag.partition(">")[0].split()) > MAX_ATTRIBUTES


def _has_text(leaf: Leaf) -> bool:
    return any(line.text.strip(AROUND) for line in leaf.strands)


def _decoded(data: bytes) -> Decoded | None:
    """Decode a page by the ladder: gb2312 and gbk are declared for GB18030, and for UTF-8 too."""
    declared = DECLARED.search(data[:NEAR])
    name = declared[1].decode("ascii") if declared else ""
    if OTHER.match(name):
        try:
            return Decoded(data.decode(name), codecs.lookup(name).name)
        except (LookupError, UnicodeDecodeError):
            # The declaration is wrong; the bytes decide.
            pass
    return decode(data)


def _parsed(text: str) -> Any:  # noqa: ANN401
    """Parse a page; `None` when nothing is in it."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    data = text.replace("\x00", "").encode("utf-8", "replace")
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _names(root: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return what a page calls itself."""
    metas = (
        meta.get("content", "")
        for meta in root.iter("meta")
        if meta.get("name", "").lower() in ("articletitle", "title")
    )
    titles = ("".join(title.itertext()) for title in root.iter("title"))
    return tuple(name for name in (*metas, *titles) if name.strip())


def _sorted(leaf: Leaf, names: Sequence[str]) -> _Page:
    """Tell what each line of a page is."""
    container = container_of(leaf)
    within = range(container.first, container.last)
    grids = [(at, grid) for at, grid in leaf.grids if at in within]
    rows = {at + row for at, grid in grids for row in range(len(grid.rows))}
    prose = [at for at in within if at not in rows]
    notes, gone = _around(leaf.strands, container, prose)
    tables = tuple(
        _tabled(leaf.strands, at, grid) for at, grid in grids if not _is_index(notes, at, grid)
    )
    own = {row for table in tables for row in range(table.first, table.last)}
    body = set(prose) - gone - own
    body.update(title_of(leaf.strands, container, names))
    kinds = tuple(_kind(at, (notes, own, body)) for at in range(len(leaf.strands)))
    return _Page(leaf, kinds, tuple(_listed(notes)), tables)


def _around(
    lines: Sequence[Strand], container: Region, prose: Sequence[int]
) -> tuple[dict[int, tuple[Pair, ...]], set[int]]:
    """Find the lines that speak about the report, and those inside that are the page's own."""
    page = clutter([lines[at].text.strip(AROUND) for at in prose])
    head = next((at for at in prose if "。" in lines[at].text), container.first)
    notes = {prose[at]: pairs for at, pairs in page.notes.items()}
    notes |= index_of(lines, range(head))
    return notes, {prose[at] for at in page.lines} | set(_linked(lines, prose))


def _listed(notes: Mapping[int, tuple[Pair, ...]]) -> Iterator[Pair]:
    """Yield the pairs in the order of their lines."""
    for at in sorted(notes):
        yield from notes[at]


def _kind(at: int, sets: tuple[Container[int], Container[int], Container[int]]) -> LineKind:
    """Name what a line is."""
    notes, own, body = sets
    if at in notes:
        return "note"
    if at in own:
        return "table"
    return "body" if at in body else "furniture"


def _is_index(notes: Mapping[int, tuple[Pair, ...]], at: int, grid: Grid) -> bool:
    """Tell whether a table is an index: more than half of its rows are."""
    return 2 * sum(row in notes for row in range(at, at + len(grid.rows))) > len(grid.rows)


def _linked(lines: Sequence[Strand], prose: Sequence[int]) -> Iterator[int]:
    """Yield the lines before and after the report that are links and nothing else."""
    full = [at for at in prose if "。" in lines[at].text and not lines[at].is_link]
    for at in prose:
        outside = not full or at < full[0] or at > full[-1]
        if outside and lines[at].is_link and not lines[at].attached:
            yield at


def _tabled(lines: Sequence[Strand], at: int, grid: Grid) -> _Tabled:
    """Find caption and unit of a table in the lines above."""
    table = _Tabled(grid, at, at, at + len(grid.rows), grid.caption)
    for above in range(at - 1, max(at - 1 - ABOVE, -1), -1):
        text = lines[above].text.strip(AROUND)
        found = UNIT.fullmatch(text)
        if found and not table.unit:
            table = replace(table, unit=found[1].strip(), first=above)
        elif not table.caption and _is_caption(lines[above], text):
            table = replace(table, caption=text, first=above)
        elif text:
            break
    return table


def _is_caption(line: Strand, text: str) -> bool:
    """Tell a caption: 表1 …, or a short line in the middle that is no heading."""
    if line.cells or not text or len(text) > CAPTION_LENGTH:
        return False
    if CAPTION.match(text):
        return True
    return line.centred and not MARK.match(text) and not CLAUSE.search(text)


def _composed(page: _Page, source: Source) -> Document:
    """Put the lines of a page together."""
    lines = page.leaf.strands
    lengths = [len(line.text) + len(line.end) for line in lines]
    starts = [0, *accumulate(lengths)]
    text = "".join(line.text + line.end for line in lines).removesuffix("\n")
    rows = tuple(_rows(page, starts))
    return Document(
        text=text,
        source=source,
        lines=tuple(
            Line(
                Span(start, start + len(line.text)),
                Place(path=line.path),
                kind,
                numbered=line.numbered,
            )
            for line, start, kind in zip(lines, starts, page.kinds, strict=False)
        ),
        paragraphs=join(rows),
        tables=tuple(filter(_is_grid, (_table(starts, table) for table in page.tables))),
        metadata=page.metadata,
    )


def _rows(page: _Page, starts: Sequence[int]) -> Iterator[Row]:
    """Yield the lines of the report as joining sees them."""
    rows: list[tuple[Strand, Row]] = []
    for line, start, kind in zip(page.leaf.strands, starts, page.kinds, strict=False):
        text = line.text.strip(AROUND)
        if kind == "body" and text:
            indent = len(line.text) - len(line.text.lstrip(AROUND))
            span = Span(start + indent, start + indent + len(text))
            rows.append((line, Row(text, span, columns(line.text[:indent]))))
    # Where printed lines were pasted in, each of them may be a block of its own.
    wrapped = rows and style_of([row for _, row in rows]).width
    for at, (line, row) in enumerate(rows):
        above = rows[at - 1][1].text if at else ""
        yield row if wrapped else replace(row, opens=_opens(line, row.text, above))


def _opens(line: Strand, text: str, above: str) -> bool:
    """Tell whether a block begins a paragraph: not where the sentence clearly goes on."""
    return line.opens and not above.endswith(("，", "、")) and text[0] not in NON_INITIAL


def _table(starts: Sequence[int], table: _Tabled) -> Table:
    """Point at the cells of a table."""
    cells = tuple(
        Cell(cell.text, _cell_span(starts[number] + begin, cell.text), cell.row, cell.column,
             cell.rows, cell.columns)
        for number, row in enumerate(table.grid.rows, table.at)
        for cell, begin in zip(row.cells, row.starts, strict=True)
    )  # fmt: skip
    return Table(cells, table.caption, table.unit)


def _is_grid(table: Table) -> bool:
    return is_grid(table.cells)


def _cell_span(start: int, text: str) -> Span | None:
    return Span(start, start + len(text)) if text else None


def _remarks(document: Document, leaf: Leaf) -> Iterator[Remark]:
    """Say when the report is in a file that the page links to."""
    body = "".join(paragraph.text(document) for paragraph in document.paragraphs)
    if leaf.files and body.count("。") < SENTENCES:
        yield Remark("body_in_attachment", "The page only links to the file of the report.")
