"""Paragraphs by geometry: lines that were broken at the right margin, put together again.

A line goes on below when it was full, that is, when what stands first in the next line would
not have fitted, and the next line begins at the left margin. It makes no difference whether
a page ends in between. Rules are asked in order; the first that answers decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from reportparse.reading.layout import HAN, Row, Sheet
from reportparse.reading.margins import Margins, margins_of, setting_of
from reportparse.reading.wrapping import MARK, STOPPED

#: All lengths below are in em, the width of an ideograph.
INDENT: Final = 0.8
#: What a line may lack to be full, beyond the width of what comes next.
SLACK: Final = 0.65
#: Sizes that differ by more are different.
SAME_SIZE: Final = 0.16
#: A title is larger than the text by this factor, and its lines are of one size.
TITLE: Final = 1.15
TITLE_SIZE: Final = 0.06
#: Lines of a title stand no further apart.
TITLE_PITCH: Final = 2.4
#: Lines of one paragraph stand no further apart than this, in usual pitches.
APART: Final = 1.6
#: How far a hanging line may be indented.
HANGING: Final = 6.0
#: What may not be parted at the end of a line: 12.5% · （三 · 件， · 式”“跟
UNIT: Final = re.compile(
    r"[（《“〔【(‘]{0,3}(?:[0-9A-Za-z.,%‰:/@_~-]{1,40}|.)"
    r"[，。；：、）》”’！？％〕】),.;:…]{0,3}(?:[“‘].)?"
)
#: 一是 · 二要: items inside a paragraph, or paragraphs of their own
ITEM: Final = re.compile(r"[一二三四五六七八九十]{1,2}[是要](?![否非])")
ITEM_INSIDE: Final = re.compile(r"[。；：，][一二三四五六七八九十]{1,2}[是要](?![否非])")
#: Paragraphs with a mark that begin at the margin below a short line; so many show a habit.
FLUSH: Final = 2
#: A clause mark: the line is no bare heading.
CLAUSE: Final = re.compile("[，。；]")


@dataclass(frozen=True, slots=True)
class Habit:
    """How one document is set."""

    #: Width of an ideograph in the text.
    size: float
    #: From one line to the next.
    pitch: float
    #: Whether paragraphs with a numbering mark begin at the left margin.
    flush: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A body line, and where it stands."""

    row: Row
    #: Page and line, from 0.
    page: int
    index: int
    margins: Margins
    #: Whether a table stands between this line and the one before.
    below_table: bool = False

    @property
    def text(self) -> str:
        """Return the line without the blanks around it."""
        return self.row.text.strip()

    @property
    def indent(self) -> float:
        """Return how far in from the left margin the line begins, in em."""
        return (self.row.left - self.margins.left) / self.row.size


@dataclass(frozen=True, slots=True)
class Cut:
    """A break between two lines, and what a rule may know about it."""

    upper: Item
    lower: Item
    #: The paragraph so far.
    before: Sequence[Item]
    habit: Habit


Rule = Callable[[Cut], bool | None]


def paragraphs_of(sheets: Sequence[Sheet]) -> list[list[Item]]:
    """Put the body lines of all pages together into paragraphs."""
    items = _items(sheets)
    if not items:
        return []
    habit = _habit(items)
    paragraphs = [[items[0]]]
    for upper, lower in pairwise(items):
        if _goes_on(Cut(upper, lower, paragraphs[-1], habit)):
            paragraphs[-1].append(lower)
        else:
            paragraphs.append([lower])
    return paragraphs


def _goes_on(cut: Cut) -> bool:
    """Ask the rules in order."""
    return next(verdict for rule in RULES if (verdict := rule(cut)) is not None)


def in_title(cut: Cut) -> bool | None:
    """A title goes on in the next line of its size."""
    large = TITLE * cut.habit.size
    sizes = cut.upper.row.size, cut.lower.row.size
    if min(sizes) < large or abs(sizes[0] - sizes[1]) > TITLE_SIZE * max(sizes):
        return None
    if MARK.match(cut.lower.text) or MARK.match(cut.upper.text):
        return None
    if STOPPED.search(cut.upper.text):
        return False
    return _is_near(cut, TITLE_PITCH * max(sizes))


def other_size(cut: Cut) -> bool | None:
    """Text of another size is another paragraph."""
    if _same_size(cut.upper.row.size, cut.lower.row.size):
        return None
    return False if _shows_size(cut.upper.row) and _shows_size(cut.lower.row) else None


def far_below(cut: Cut) -> bool | None:
    """So does text after a wide gap."""
    limit = max(APART * cut.habit.pitch, 1.2 * cut.upper.row.size)
    return None if _is_near(cut, limit) else False


def across_table(cut: Cut) -> bool | None:
    """A finished sentence does not go on below a table."""
    return False if cut.lower.below_table and STOPPED.search(cut.upper.text) else None


def had_room(cut: Cut) -> bool | None:
    """A line that had room for what follows was the last of its paragraph."""
    return False if _has_room(cut.upper, cut.lower) else None


def set_right(cut: Cut) -> bool | None:
    """Below a line set at the right (单位：万元) or in the middle begins something else."""
    alone = len(cut.before) == 1 and cut.upper.indent > HANGING
    return False if alone and cut.lower.indent < cut.upper.indent - HANGING / 2 else None


def hangs(cut: Cut) -> bool | None:
    """A full line without its full stop goes on, even in a hanging indent."""
    if not INDENT <= cut.lower.indent <= HANGING or STOPPED.search(cut.upper.text):
        return None
    if MARK.match(cut.lower.text):
        return None
    bare_heading = len(cut.before) == 1 and MARK.match(cut.upper.text)
    if bare_heading and not CLAUSE.search(cut.upper.text):
        return None
    return True if CLAUSE.search("".join(item.text for item in cut.before[-3:])) else None


def indented(cut: Cut) -> bool | None:
    """An indented line begins a paragraph."""
    return False if cut.lower.indent >= INDENT else None


def flush_mark(cut: Cut) -> bool | None:
    """Where marked paragraphs are not indented, a mark after a full stop begins one."""
    if not cut.habit.flush or not STOPPED.search(cut.upper.text):
        return None
    if MARK.match(cut.lower.text):
        return False
    if not ITEM.match(cut.lower.text):
        return None
    # Where 一是 stands inside the paragraph, 二是 does too.
    before = "".join(item.text for item in cut.before)
    return None if ITEM_INSIDE.search(before) else False


def full(_cut: Cut) -> bool:
    """What is left was broken at the margin."""
    return True


RULES: Final[tuple[Rule, ...]] = (
    in_title,
    other_size,
    far_below,
    across_table,
    had_room,
    set_right,
    hangs,
    indented,
    flush_mark,
    full,
)


def _is_marked(text: str) -> bool:
    return bool(MARK.match(text) or ITEM.match(text))


def _shows_size(row: Row) -> bool:
    """Tell whether a line has ideographs enough to know its size."""
    return len(HAN.findall(row.text)) > 2


def _same_size(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_SIZE * max(one, other)


def _is_near(cut: Cut, limit: float) -> bool:
    """Tell whether a line stands close below another, or on another page or column."""
    upper, lower = cut.upper, cut.lower
    if upper.page != lower.page or upper.row.column != lower.row.column:
        return True
    return cut.lower.below_table or lower.row.top - upper.row.top <= limit


def _has_room(upper: Item, lower: Item) -> bool:
    """Tell whether the beginning of a line would have fitted on the line above."""
    room = upper.margins.right - upper.row.right - SLACK * upper.row.size
    return room > 0 and room > _first_width(lower.row)


def _first_width(row: Row) -> float:
    """Return the width of what may not be parted at the beginning of a line."""
    start = len(row.text) - len(row.text.lstrip())
    match = UNIT.match(row.text, start)
    return row.edges[match.end()] - row.edges[start] if match else row.size


def _items(sheets: Sequence[Sheet]) -> list[Item]:
    """List the body lines of all pages."""
    body = list(_body(sheets))
    margins = margins_of([(sheets[page], row) for page, _, row, _ in body])
    return [
        Item(row, page, index, margins[setting_of(sheets[page], row)], below_table)
        for page, index, row, below_table in body
    ]


def _body(sheets: Sequence[Sheet]) -> Iterator[tuple[int, int, Row, bool]]:
    """Yield page, index and row of the body lines, and whether a table stands above."""
    below_table = False
    for page, sheet in enumerate(sheets):
        for index, row in enumerate(sheet.rows):
            if row.kind == "table":
                below_table = True
            elif row.kind == "body" and row.text.strip():
                yield page, index, row, below_table
                below_table = False


def _habit(items: Sequence[Item]) -> Habit:
    """Find the size and the pitch of the text."""
    sizes: Counter[float] = Counter()
    for item in items:
        sizes[round(item.row.size * 2) / 2] += len(item.text)
    size = sizes.most_common(1)[0][0]
    pitches = [
        lower.row.top - upper.row.top
        for upper, lower in pairwise(items)
        if upper.page == lower.page
        and upper.row.column == lower.row.column
        and 0.8 * size < lower.row.top - upper.row.top < 4 * size
    ]
    begun = [lower for upper, lower in pairwise(items) if _has_room(upper, lower)]
    marked = [item.indent < INDENT for item in begun if _is_marked(item.text)]
    flush = sum(marked) >= max(FLUSH, len(marked) / 2)
    return Habit(size, median(pitches) if pitches else 2 * size, flush)
