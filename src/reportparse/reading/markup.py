"""A web page as it is read: lines of text, the elements they stand in, and its tables.

The tree is walked once and without recursion. A line ends where a block begins or ends, at
`<br>`, and at a line end that was written out. What a browser does not show is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from reportparse.reading.items import LISTS, Items
from reportparse.reading.labels import RAISED
from reportparse.reading.leaf import Leaf, Region, Strand
from reportparse.reading.text import ESCAPED_END
from reportparse.reading.webtables import Grid, grid_of
from reportparse.reading.wrapping import MARK, one_line

#: Elements that never hold text of the page.
UNSEEN: Final = frozenset(
    (
        "head", "script", "style", "noscript", "template", "title", "select", "option", "button",
        "textarea", "iframe", "object", "svg", "canvas", "audio", "video", "map", "datalist",
        "math",
    )
)  # fmt: skip
#: Elements that begin and end a line.
BLOCKS: Final = frozenset(
    (
        "html", "body", "p", "div", "td", "th", "tr", "table", "tbody", "thead", "tfoot",
        "caption", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
        "section", "article", "main", "header", "footer", "nav", "aside", "form", "fieldset",
        "legend", "blockquote", "pre", "center", "address", "figure", "figcaption", "details",
        "summary", "hr",
    )
)  # fmt: skip
#: Elements that may hold the report.
HOLDERS: Final = frozenset(
    ["body", "div", "td", "article", "section", "main", "center", "form", "dd", "blockquote"]
)
#: display:none · visibility: hidden
HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
#: vertical-align: super
RAISES: Final = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
#: 2 · -1: what may be written above the line and mean something there
POWER: Final = re.compile(r"\s*[+-]?\d{1,3}\s*")
#: text-align:center
CENTRED: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
#: What separates words in the source of a page; &nbsp; and the full-width blank are text.
BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
#: Paths do not grow below so many levels.
DEEPEST: Final = 100
#: Characters between which a line end in the source is nothing: 一 · 。 · ％
WIDE: Final = "\u2e80"
#: /files/report.pdf · report.docx?id=7
FILE: Final = re.compile(r"\.(?:pdf|docx?|wps|ofd|zip|rar|xlsx?|rtf)(?:$|[?#&])", re.IGNORECASE)
#: Where an element names a file.
FILE_IN: Final = {"a": "href", "iframe": "src", "embed": "src", "object": "data"}
#: 。 · ； · ，: what the text of a report has and a page's own words have not
STOPS: Final = re.compile("[。；，]")


@dataclass(frozen=True, slots=True)
class _Open:
    """A block that is open, and what was read before it."""

    tag: str
    path: str
    first: int = 0
    stops: int = 0
    length: int = 0
    linked: int = 0
    centred: bool = False
    #: How many children of each name have begun.
    names: Counter[str] = field(default_factory=Counter)


def read_leaf(root: Any, *, hidden: bool = False) -> Leaf:  # noqa: ANN401
    """Read a page from its root; with `hidden` also what it does not show."""
    return _Walk(hidden=hidden).over(root)


def is_shown(element: Any, *, hidden: bool = False) -> bool:  # noqa: ANN401
    """Tell whether a browser shows an element."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return False
    if hidden:
        return True
    return element.get("hidden") is None and not HIDDEN.search(element.get("style", ""))


def is_raised(element: Any) -> bool:  # noqa: ANN401
    """Tell whether an element stands above the line: m<sup>2</sup>."""
    return element.tag == "sup" or RAISES.search(element.get("style", "")) is not None


def is_file(element: Any) -> bool:  # noqa: ANN401
    """Tell whether an element links to a file or shows it."""
    name = FILE_IN.get(element.tag, "")
    return bool(name) and FILE.search(element.get(name, "")) is not None


def collapse(text: str) -> str:
    """Take blanks of the source for one blank, and line ends between Chinese for none."""
    text = text.strip(" \t\r\n\f")
    return BLANKS.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    """Return what a stretch of blanks inside a line comes to."""
    if "\n" not in match[0] and "\r" not in match[0]:
        return " "
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return "" if before >= WIDE and after >= WIDE else " "


class _Walk:
    """One walk over a page."""

    __slots__ = (
        "attached", "files", "grids", "hidden", "items", "label", "length", "linked", "links",
        "open", "opens", "parts", "paths", "pre", "raised", "regions", "stops", "strands",
        "within",
    )  # fmt: skip

    def __init__(self, *, hidden: bool) -> None:
        self.hidden = hidden
        #: Lists that are open, and the number of the item whose text is still to come.
        self.items: list[Items] = []
        self.label = ""
        self.strands: list[Strand] = []
        self.regions: list[Region] = []
        self.grids: list[tuple[int, Grid]] = []
        #: Every element open, for paths; blocks open, for lines.
        self.paths: list[_Open] = [_Open("", "")]
        self.open: list[_Open] = [_Open("body", "")]
        self.parts: list[str] = []
        self.opens = True
        self.attached = False
        self.links = self.within = self.pre = self.raised = self.files = 0
        self.stops = self.length = self.linked = 0

    def over(self, root: Any) -> Leaf:  # noqa: ANN401
        """Walk over a tree."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if not self._enter(element):
                    walk.skip_subtree()
            else:
                self._leave(element)
                if element is not root:
                    self._text(element.tail)
        self._flush()
        return Leaf(tuple(self.strands), tuple(self.regions), tuple(self.grids), files=self.files)

    def _enter(self, element: Any) -> bool:  # noqa: ANN401
        """Begin an element; tell whether what is inside is to be walked."""
        tag = element.tag if isinstance(element.tag, str) else "*"
        self._push(tag, element)
        if is_file(element):
            self.files += 1
            self.attached = True
        if not is_shown(element, hidden=self.hidden):
            return False
        if tag in BLOCKS:
            self._flush()
            self._begin()
        elif tag == "br":
            self._flush(opens=False)
        self.links += tag == "a"
        self.pre += tag == "pre"
        self.raised += is_raised(element)
        self._list(tag, element)
        if tag == "table":
            grid = grid_of(element, self._cell)
            if grid is not None:
                self._table(grid)
                return False
        self._text(element.text)
        return True

    def _push(self, tag: str, element: Any) -> None:  # noqa: ANN401
        """Find the path of an element."""
        above = self.paths[-1]
        above.names[tag] += 1
        alone = tag in ("html", "body")
        step = tag if alone else f"{tag}[{above.names[tag]}]"
        centred = CENTRED.search(element.get("style", "")) or element.get("align") == "center"
        path = f"{above.path}/{step}" if len(self.paths) <= DEEPEST else above.path
        self.paths.append(_Open(tag, path, centred=bool(centred)))

    def _begin(self) -> None:
        """Open a block."""
        self.open.append(
            replace(
                self.paths[-1],
                first=len(self.strands),
                stops=self.stops,
                length=self.length,
                linked=self.linked,
            )
        )

    def _leave(self, element: Any) -> None:  # noqa: ANN401
        """End an element."""
        tag = self.paths[-1].tag
        if is_shown(element, hidden=self.hidden):
            if tag in BLOCKS:
                self._flush()
                self._close()
            self.links -= tag == "a"
            self.pre -= tag == "pre"
            self.raised -= is_raised(element)
            if tag in LISTS:
                self.items.pop()
        self.paths.pop()

    def _list(self, tag: str, element: Any) -> None:  # noqa: ANN401
        """Open a list, or count one of its items."""
        if tag in LISTS:
            self.items.append(Items(element))
        elif tag in BLOCKS:
            self.label = (
                self.items[-1].label(element) if tag == "li" and self.items else self.label
            )

    def _close(self) -> None:
        """Close a block, and keep it when it may hold the report."""
        block = self.open.pop()
        if block.tag in HOLDERS and len(self.strands) > block.first:
            self.regions.append(
                Region(
                    block.path,
                    block.first,
                    len(self.strands),
                    self.stops - block.stops,
                    self.length - block.length,
                    self.linked - block.linked,
                    len(self.open),
                )
            )

    def _text(self, text: str | None) -> None:
        """Take text in."""
        if not text:
            return
        for number, line in enumerate(text.splitlines() if self.pre else (text,)):
            if number:
                self._flush(opens=False)
            raised = self.raised and POWER.fullmatch(line)
            self.parts.append(line.strip().translate(RAISED) if raised else line)
            if self.links:
                self.within += len(BLANKS.sub("", line))

    def _flush(self, *, opens: bool = True) -> None:
        """End the line."""
        text = collapse("".join(self.parts))
        block = self.open[-1]
        label = self._label(text)
        for part, end in _unescaped(label + text) if text else ():
            self._add(
                Strand(
                    part,
                    block.path,
                    block.tag,
                    self.opens,
                    block.centred,
                    self.within,
                    self.attached,
                    end,
                    numbered=len(label),
                )
            )
            self.opens = self.attached = False
            label = ""
        self.opens = opens or (self.opens and not text)
        self.parts.clear()
        self.attached = self.attached and not text
        self.within = 0

    def _label(self, text: str) -> str:
        """Return the number in front of an item, unless one was typed or it is only a link."""
        if not text:
            return ""
        label, self.label = self.label, ""
        linked = 5 * self.within > 4 * len(text)
        return "" if linked or MARK.match(text) else label

    def _add(self, strand: Strand) -> None:
        """Add a line and count it."""
        self.strands.append(strand)
        self.stops += len(STOPS.findall(strand.text)) if not strand.linked else 0
        self.length += len(strand.text)
        self.linked += min(strand.linked, len(strand.text))

    def _table(self, grid: Grid) -> None:
        """Add the rows of a table as lines."""
        self.label = ""
        self.grids.append((len(self.strands), grid))
        block = self.open[-1]
        for row in grid.rows:
            self._add(Strand(row.text, block.path + row.path, "table", cells=row.starts))

    def _cell(self, element: Any) -> str:  # noqa: ANN401
        """Return the text of a cell on one line."""
        leaf = _Walk(hidden=self.hidden).over(element)
        return one_line([strand.text[strand.numbered :] for strand in leaf.strands])


def _unescaped(text: str) -> Iterator[tuple[str, str]]:
    """Part a line where line ends are written out; yield each part with what ends it."""
    start = 0
    for end in ESCAPED_END.finditer(text) if "\\" in text else ():
        yield text[start : end.start()], end[0]
        start = end.end()
    yield text[start:], "\n"
