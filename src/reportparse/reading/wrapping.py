"""Lines as joining sees them, and how a text is set: hard-wrapped or not, indented or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from reportparse.span import Span

Measure = Literal["columns", "characters"]

#: Text with fewer lines shows no habit.
FEW: Final = 4
#: Share of the lines that must be full for a text to be hard-wrapped.
MOST: Final = 0.4
#: Narrowest and widest line that text is wrapped to, in columns.
NARROW: Final = 24
WIDE: Final = 200
#: A line longer than this is a sentence, not a heading.
LONG: Final = 40
#: What may not be parted at the end of a line: 12.5% · （三 · 件，
UNIT: Final = re.compile(r"[（《“〔(]{0,2}(?:[0-9A-Za-z.,%]{1,20}|.)[，。；：、）》”！？％)]{0,2}")
#: …。 · …；” · …：
STOPPED: Final = re.compile(r"[。！？；：…!?;:][”’」』》）)\"']{0,3}$")
#: 一、 · 十二. · （三） · (四) · 1. · 12、 · （1） · ① · ㈠ · 第一章 · —— · 附件1 · 注：
MARK: Final = re.compile(
    r"[一二三四五六七八九十]{1,4}[、．.]"
    r"|[（(][一二三四五六七八九十]{1,4}[）)](?![项款条目])"
    r"|[0-9０-９]{1,2}(?:[、]|[．.](?![0-9０-９]))"
    r"|[0-9]{1,2}[.．](?=[12][0-9]{3}年)"
    r"|[（(][0-9０-９]{1,2}[）)]"
    r"|[①-⓿㈠-㈩※●■◆▪]"
    r"|第[一二三四五六七八九十百]{1,5}(?:[章节编]|部分|条[ 　])"
    r"|——|—|--|附件|附表|附[：:]|注[：:]|备注[：:]"
)
#: （一）强化领导。各村…: a heading that its text runs on from
RUN_ON: Final = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^。]{2,60}。.{5}")
SECOND_LEVEL: Final = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of body text without the blanks around it."""

    text: str
    span: Span
    #: Columns of blank in front; a full-width blank counts two.
    indent: int = 0
    #: Whether a blank line stands above.
    blank_above: bool = False
    #: Whether a page ended above: a form feed, a page number, a running header.
    page_above: bool = False
    #: Whether markup says that a paragraph begins here (heading, bullet).
    opens: bool = False
    #: Whether markup says that it ends here (heading).
    closes: bool = False

    def size(self, measure: Measure) -> int:
        """Return the length of the line with its indent."""
        if measure == "columns":
            return self.indent + columns(self.text)
        return (self.indent + 1) // 2 + len(self.text)


@dataclass(frozen=True, slots=True)
class Style:
    """How the lines of one text are set."""

    #: Length of a full line of hard-wrapped text, 0 when lines are not wrapped.
    width: int = 0
    measure: Measure = "columns"
    #: Indent of lines that go on, in columns.
    margin: int = 0
    #: Whether first lines are indented.
    indents: bool = False
    #: Whether long lines mostly lack a full stop.
    unstopped: bool = False
    #: Whether text runs on behind headings of the second level.
    runs_on: bool = False

    def had_room(self, upper: Row, lower: Row) -> bool:
        """Tell whether the first unit of `lower` would have fitted behind `upper`."""
        unit = UNIT.match(lower.text)
        if unit is None:
            return False
        size = columns(unit.group()) if self.measure == "columns" else len(unit.group())
        return upper.size(self.measure) + size <= self.width


def columns(text: str) -> int:
    """Return the columns that a text takes, two for each character that is not ASCII."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def style_of(rows: Sequence[Row]) -> Style:
    """Find out how a text is set."""
    measure, width = _wrap_of(rows)
    if not width:
        return Style(unstopped=_unstopped(rows), runs_on=_runs_on(rows))
    full = [row for row in rows if row.size(measure) >= width - 3]
    margin = Counter(row.indent for row in full).most_common(1)[0][0]
    indents = any(row.indent == margin + 4 for row in rows)
    if not indents and sum(row.indent < margin for row in rows) > len(rows) // 3:
        # Paragraphs of one full line each set the fashion: their indent is not the margin.
        margin = min(row.indent for row in rows)
        indents = True
    return Style(width, measure, margin, indents)


def _wrap_of(rows: Sequence[Row]) -> tuple[Measure, int]:
    """Find the length that lines were wrapped to; 0 when they were not.

    Editors wrap by columns, programs by characters; the measure that more lines agree in counts.
    """
    by_columns = _common(sorted(row.size("columns") for row in rows), 3)
    by_characters = _common(sorted(row.size("characters") for row in rows), 1)
    measure: Measure = "columns" if by_columns[0] >= by_characters[0] else "characters"
    count, width = by_columns if measure == "columns" else by_characters
    em = 1 if measure == "columns" else 2
    if count < max(FEW, MOST * len(rows)) or not NARROW <= width * em <= WIDE:
        return measure, 0
    sizes = [row.size(measure) for row in rows]
    if sum(size > width + 2 for size in sizes) * 20 > len(rows):
        return measure, 0
    slack = 3 if measure == "columns" else 1
    full = [row for row in rows if row.size(measure) >= width - slack]
    going_on = sum(STOPPED.search(row.text) is None for row in full)
    return measure, width if going_on * 2 >= len(full) else 0


def _common(sizes: list[int], slack: int) -> tuple[int, int]:
    """Return how many sizes lie within `slack` below the size that has most of them, and it."""
    best = (0, 0)
    for size in sorted(set(sizes)):
        count = bisect_right(sizes, size) - bisect_left(sizes, size - slack)
        best = max(best, (count, size))
    return best


def _unstopped(rows: Sequence[Row]) -> bool:
    """Tell whether long lines mostly do without a full stop, as in lists."""
    long = [row for row in rows if len(row.text) > LONG]
    open_ended = sum(STOPPED.search(row.text) is None for row in long)
    return open_ended >= FEW and open_ended * 2 > len(long)


def _runs_on(rows: Sequence[Row]) -> bool:
    """Tell whether text runs on behind nearly all headings of the second level.

    Some reports have bare headings in one part and run-on ones in another; there a bare one
    is a heading, not a broken line.
    """
    marked = [row.text for row in rows if SECOND_LEVEL.match(row.text)]
    running = sum(RUN_ON.match(text) is not None for text in marked)
    bare = sum("。" not in text for text in marked)
    return 0 < bare * 8 <= running
