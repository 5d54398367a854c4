"""A web page as it is read: lines of text, elements that may hold the report, tables."""

from __future__ import annotations

from dataclasses import dataclass

from reportparse.reading.webtables import Grid


@dataclass(frozen=True, slots=True)
class Strand:
    """One line of a page."""

    text: str
    #: Path of the block that it stands in: /html/body/div[2]/p[4]
    path: str
    #: Name of that block.
    tag: str = "p"
    #: Whether the line begins with its block, not at a `<br>`.
    opens: bool = True
    centred: bool = False
    #: Characters inside links.
    linked: int = 0
    #: Whether it links to a file: report.pdf
    attached: bool = False
    #: What stands between this line and the next.
    end: str = "\n"
    #: Where the cells of a row of a table begin in the text.
    cells: tuple[int, ...] = ()
    #: How many characters at its start are the number of a list.
    numbered: int = 0

    @property
    def is_link(self) -> bool:
        """Whether the line is a link and little else."""
        return 5 * self.linked > 4 * len("".join(self.text.split()))


@dataclass(frozen=True, slots=True)
class Region:
    """An element that may hold the report, with the lines inside."""

    path: str
    first: int
    #: First line after it.
    last: int
    stops: int
    length: int
    linked: int
    depth: int

    def holds(self, stops: float, links: float) -> bool:
        """Tell whether it has so many stops, and no more than a share of it in links."""
        return self.stops >= stops and self.linked < links * self.length


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it is read."""

    strands: tuple[Strand, ...]
    #: In the order in which they end: what is inside comes first.
    regions: tuple[Region, ...]
    #: Tables, with the line of their first row.
    grids: tuple[tuple[int, Grid], ...] = ()
    #: How many files the page links to or shows.
    files: int = 0
