"""Where in a web page the report stands, and which line outside is its title.

A report has stops and commas; menus, lists of news and footers have few, and many links. So the
smallest element that holds nearly all the stops of the page holds the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from reportparse.reading.leaf import Leaf, Region, Strand

#: Share of the page's stops that the report has; the lesser one for short reports.
SHARES: Final = (0.85, 0.6)
#: Share of characters inside links from which a region is a list of links.
LINKED: Final = 0.3
#: Pages with fewer stops have no report.
FEW: Final = 2
#: A title is not shorter or longer, and what holds it leaves this much of a line over.
SHORTEST: Final = 6
LONGEST: Final = 120
#: So many lines at the head of the container are looked through for the title.
HEAD: Final = 12
#: 当前位置：首页 · 您现在的位置是
TRAIL: Final = re.compile(r".{0,8}位置\s?(?:是|[：:])")
#: Elements made for titles.
TITLES: Final = ("h1", "h2", "h3")
BLANK: Final = re.compile(r"[\s\u200b\ufeff]+")


def container_of(leaf: Leaf) -> Region:
    """Find the smallest region that holds the report; the whole page when there is none."""
    lines = leaf.strands
    whole = Region("/html/body", 0, len(lines), 0, 0, 0, 0)
    total = max((region.stops for region in leaf.regions), default=0)
    if total < FEW:
        return _attached(leaf) or whole
    for share in SHARES:
        found = [region for region in leaf.regions if region.holds(share * total, LINKED)]
        if found:
            return max(found, key=lambda region: region.depth)
    return whole


def _attached(leaf: Leaf) -> Region | None:
    """Find the smallest region that holds the first link to a file."""
    first = next((at for at, line in enumerate(leaf.strands) if line.attached), None)
    if first is None:
        return None
    around = (region for region in leaf.regions if region.first <= first < region.last)
    return max(around, key=lambda region: region.depth, default=None)


def title_of(lines: Sequence[Strand], container: Region, names: Sequence[str]) -> range:
    """Find the lines above the container that are the report's title, if it is missing inside.

    `names` are what the page calls itself: its `<title>` and the like.
    """
    at = _title_line(lines, container, names)
    if at is None:
        return range(0)
    first = last = at
    while first and _goes_on(lines[first - 1], lines[at]):
        first -= 1
    while last + 1 < container.first and _goes_on(lines[last + 1], lines[at]):
        last += 1
    head = lines[container.first : min(container.last, container.first + HEAD)]
    inside = _joined(lines[first : last + 1]) in _joined(head)
    return range(0) if inside else range(first, last + 1)


def _title_line(lines: Sequence[Strand], container: Region, names: Sequence[str]) -> int | None:
    """Find the line that the page is called by, or the last heading above the container."""
    above = [at for at in range(container.first - 1, -1, -1) if _may_be_title(lines[at])]
    headings = (at for at in above if lines[at].tag in TITLES)
    return next(chain(_named(lines, above, names), headings), None)


def _joined(lines: Sequence[Strand]) -> str:
    return "".join(fold(line.text) for line in lines)


def _goes_on(line: Strand, title: Strand) -> bool:
    """Tell whether a line beside one of the title is of it too: after `<br>`, or a heading."""
    if line.path == title.path and line.tag in (*TITLES, "p"):
        return not line.linked
    return line.tag == title.tag and line.tag in TITLES and not _is_trail(line)


def _is_trail(line: Strand) -> bool:
    return line.linked > 0 or TRAIL.match(fold(line.text)) is not None


def _named(lines: Sequence[Strand], above: Sequence[int], names: Sequence[str]) -> Iterator[int]:
    """Yield the lines that the page is called by."""
    folded = [fold(name) for name in names]
    for at in above:
        text = fold(lines[at].text)
        if any(name.startswith(text) or text == name for name in folded):
            yield at


def _may_be_title(line: Strand) -> bool:
    """Tell whether a line has the looks of a title."""
    text = fold(line.text)
    if not SHORTEST <= len(text) <= LONGEST or line.cells:
        return False
    return not _is_trail(line) and "。" not in text


def fold(text: str) -> str:
    """Leave out the blanks of a text."""
    return BLANK.sub("", text)
