"""Text and Markdown files: decoded, cut into lines, freed of page furniture, joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from reportparse.document import Document, Line, LineKind, Place, Source
from reportparse.errors import UnreadableSource
from reportparse.reading.clutter import Clutter, clutter
from reportparse.reading.decoding import decode
from reportparse.reading.furniture import page_numbers, rules_drawn, running_headers
from reportparse.reading.joining import join
from reportparse.reading.limits import held
from reportparse.reading.tabbed import Tabbed, find_tabbed
from reportparse.reading.wrapping import Row, columns
from reportparse.span import Span

#: What `str.splitlines` takes for the end of a line.
LINE_ENDS: Final = "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
#: The escapes that dumps leave behind: \r\n · \n, but not \nu in a formula
ESCAPED_END: Final = re.compile(r"\\r\\n|\\[nr](?![a-z])")
#: Blanks in every spelling: a full-width blank · &nbsp; · <U+00A0> · ???? for four lost ones
BLANK: Final = (
    r"(?:[\s\u200b\ufeff]|&(?:nbsp|ensp|emsp|thinsp|\#160|\#12288);|<U\+(?:00A0|3000)>|\?{2})"
)
BLANKS_AHEAD: Final = re.compile(f"{BLANK}+")
BLANKS_BEHIND: Final = re.compile(f"{BLANK}{{1,80}}$")
#: A blank spelled out: &nbsp; or <U+3000>
SPELLED: Final = re.compile(r"&[a-z#0-9]+;|<U\+[0-9A-F]+>")
#: Characters with which such a blank ends and begins, to ask before looking.
BLANK_ENDS: Final = ";>?\u200b\ufeff"
BLANK_STARTS: Final = "&<?\u200b\ufeff"
#: ## 一、总体情况: a Markdown heading
HEADING: Final = re.compile(r"#{1,6}[ \t]+(?=\S)")
#: - 走访320户 · * 走访320户, but not - 3 -
BULLET: Final = re.compile(r"[-*+][ \t]+(?=[^\s\d*+-]|\*\*)")


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line that holds something, as it stands."""

    span: Span
    place: Place
    row: Row


def read(data: bytes, source: Source) -> Document:
    """Read a text file in any of the encodings in use."""
    found = decode(data)
    if found is None:
        raise UnreadableSource(source.name, "binary")
    document = document_of(held(found.text, source.name), replace(source, encoding=found.encoding))
    return replace(document, remarks=found.remarks + document.remarks)


def document_of(text: str, source: Source) -> Document:
    """Find the lines and paragraphs of a text."""
    raws = tuple(_raws(text))
    texts = [raw.row.text for raw in raws]
    page = clutter(texts)
    # A web page repeats the title in its lists; those lines must not make a header of it.
    left = ["" if index in page.lines else line for index, line in enumerate(texts)]
    found = find_tabbed([raw.span for raw in raws], text)
    rows = frozenset(index for one in found for index in one.lines)
    gone = (_furniture(raws, left) | page.lines) - rows
    lines = tuple(
        Line(raw.span, raw.place, "table" if index in rows else _kind(index, gone, page))
        for index, raw in enumerate(raws)
    )
    paragraphs = join(tuple(_body(_below_tables(raws, found), gone | rows | page.notes.keys())))
    tables = tuple(one.table for one in found)
    return Document(
        text,
        source,
        lines,
        paragraphs,
        tables,
        metadata=tuple(chain.from_iterable(page.notes.values())),
    )


def _kind(index: int, gone: frozenset[int], page: Clutter) -> LineKind:
    """Name what a line outside of tables is."""
    if index in page.notes:
        return "note"
    return "furniture" if index in gone else "body"


def _below_tables(raws: Sequence[_Raw], found: Sequence[Tabbed]) -> tuple[_Raw, ...]:
    """Part what stands below a table from what stands above it."""
    below = {one.lines.stop for one in found}
    return tuple(
        replace(raw, row=replace(raw.row, opens=True)) if index in below else raw
        for index, raw in enumerate(raws)
    )


def _furniture(raws: Sequence[_Raw], texts: Sequence[str]) -> frozenset[int]:
    """Find page numbers, headers and drawn lines."""
    numbers = page_numbers(texts)
    ends = {index for index, raw in enumerate(raws) if raw.row.page_above}
    breaks = frozenset(
        {near for index in numbers for near in (index - 1, index + 1)}
        | ends
        | {index - 1 for index in ends}
    )
    return numbers | running_headers(texts, breaks) | rules_drawn(texts)


def _body(raws: Sequence[_Raw], gone: frozenset[int]) -> Iterator[Row]:
    """Yield the lines that stay; what went between two of them was the end of a page."""
    page_above = False
    for index, raw in enumerate(raws):
        if index in gone:
            page_above = True
            continue
        yield replace(raw.row, page_above=True) if page_above else raw.row
        page_above = False


def _raws(text: str) -> Iterator[_Raw]:
    """Yield the lines that hold something."""
    blank_above = page_above = False
    for start, end, place, new_page in _physical(text):
        page_above = page_above or new_page
        line = text[start:end]
        if not line.strip():
            blank_above = True
            continue
        row = _row(line, start, blank_above=blank_above, page_above=page_above)
        if row is None:
            blank_above = True
            continue
        yield _Raw(Span(start, end), place, row)
        blank_above = page_above = False


def _physical(text: str) -> Iterator[tuple[int, int, Place, bool]]:
    """Yield start, end and place of each line, and whether a form feed stands before it.

    Places count lines as editors do: a form feed or an escaped line end does not end one.
    """
    start = begin = 0
    number = 1
    new_page = False
    escaped = "\\n" in text or "\\r" in text
    for line in text.splitlines(keepends=True):
        content = line.rstrip(LINE_ENDS)
        at = start
        for end in ESCAPED_END.finditer(content) if escaped else ():
            yield at, start + end.start(), Place(line=number, column=at - begin + 1), new_page
            at, new_page = start + end.end(), False
        yield at, start + len(content), Place(line=number, column=at - begin + 1), new_page
        new_page = line.endswith("\f")
        start += len(line)
        if line.endswith(("\n", "\r")):
            number, begin = number + 1, start


def _row(line: str, start: int, *, blank_above: bool, page_above: bool) -> Row | None:
    """Take the blanks off a line, and the signs of Markdown; `None` when nothing is left."""
    ahead, behind = _blanks(line)
    if ahead >= behind:
        return None
    heading = HEADING.match(line, ahead)
    sign = heading or BULLET.match(line, ahead)
    indent = columns(SPELLED.sub(" ", line[:ahead]))
    if sign is not None:
        ahead = sign.end()
    first, last = _unstarred(line, ahead, behind)
    if first == last:
        return None
    left_out = first - ahead + behind - last + (len(line) - behind == 1)
    span = Span(start + first, start + last)
    return Row(
        line[first:last], span, indent, blank_above, page_above,
        opens=sign is not None, closes=heading is not None, left_out=left_out,
    )  # fmt: skip


def _unstarred(line: str, ahead: int, behind: int) -> tuple[int, int]:
    """Leave out the ** at both ends of a line: it must not hide a numbering mark."""
    if not line.startswith("**", ahead) and not line.endswith("**", ahead, behind):
        return ahead, behind
    text = line[ahead:behind]
    stars = len(text) - len(text.lstrip("*"))
    if stars == len(text):
        return ahead, ahead
    ahead += stars - stars % 2
    stars = len(text) - len(text.rstrip("*"))
    return ahead, behind - (stars - stars % 2)


def _blanks(line: str) -> tuple[int, int]:
    """Return where the blanks at the start of a line end, and where those at its end begin."""
    ahead = len(line) - len(line.lstrip())
    behind = len(line.rstrip())
    if line[ahead] in BLANK_STARTS:
        spelled = BLANKS_AHEAD.match(line)
        ahead = spelled.end() if spelled else ahead
    if behind > ahead and line[behind - 1] in BLANK_ENDS:
        spelled = BLANKS_BEHIND.search(line, ahead)
        behind = spelled.start() if spelled else behind
    return ahead, behind
