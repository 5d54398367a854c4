"""Lines as joining sees them, and how a text is set: hard-wrapped or not, indented or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from reportparse.span import Span

Measure = Literal["columns", "characters"]
MEASURES: Final[tuple[Measure, ...]] = ("columns", "characters")
#: How far full lines fall short: a bracket may have moved to the next line.
SLACK: Final[dict[Measure, int]] = {"columns": 3, "characters": 1}

#: Text with fewer lines shows no habit.
FEW: Final = 4
#: Share of the lines that must be full for a text to be hard-wrapped.
SOME: Final = 0.15
#: Narrowest and widest line that text is wrapped to, in columns.
NARROW: Final = 24
WIDE: Final = 200
#: A line longer than this is a sentence, not a heading.
LONG: Final = 40
#: What may not be parted at the end of a line: 12.5% · （三 · 件，
UNIT: Final = re.compile(
    r"([（《“‘〔【(]{0,2}(?:[0-9０-９A-Za-z.,%]{1,20}|.))[，。；：、）》”’〕】！？％,;:!?)\"]{0,3}"
)
#: 12 | 34 across two lines: figures are not kept whole
DIGIT: Final = re.compile("[0-9０-９]")
#: Punctuation that may stand beyond the margin: 件，| · 》。|
HUNG: Final = "，。；：、！？）》”’】〕％,;:!?)%"
#: …。 · …；” · …：
STOPPED: Final = re.compile(r"[。！？；：…!?;:][”’」』》）)\"']{0,3}$")
#: 12 | 34, Total | sum: what needs a blank between when lines of a cell are joined
LATIN_ENDS: Final = re.compile(r"[0-9A-Za-z.%]\n(?=[0-9A-Za-z])")
#: 一、 · 十二. · （三） · (四) · 1. · 12、 · （1） · ① · ㈠ · 第一章 · —— · 附件1 · 注：
MARK: Final = re.compile(
    r"[一二三四五六七八九十]{1,4}[、．.]"
    r"|[（(][一二三四五六七八九十]{1,4}[）)](?![项款条目])"
    r"|(?![0０])[0-9０-９]{1,2}(?:[、]|[．.](?![0-9０-９]))"
    r"|[0-9]{1,2}[.．](?=[12][0-9]{3}年)"
    r"|[（(][0-9０-９]{1,2}[）)]"
    r"|[①-⓿㈠-㈩※●■◆▪]"
    r"|第[一二三四五六七八九十百]{1,5}(?:[章节编]|部分|条[ 　])"
    r"|——|—|--|附件|附表|附[：:]|注[：:]|备注[：:]"
)
#: Marks of one kind: （一） · 1. · （1） · 一是 · 第一，
KINDS: Final = (
    ("second", re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")),
    ("third", re.compile(r"[0-9０-９]{1,2}[.．、](?![0-9０-９])")),
    ("fourth", re.compile(r"[（(][0-9０-９]{1,2}[）)]")),
    (
        "item",
        re.compile(r"[一二三四五六七八九十]{1,2}[是要](?![否非])|第[一二三四五六七八九十]，"),
    ),
)


#: 二是 · 三要 · 第二， · 其次，: items after the first, by what they share
LATER: Final = re.compile(
    r"[二三四五六七八九十][一二三四五六七八九]?([是要])(?![否非])|(第)[二三四五六七八九十]，"
    r"|(?:其次|再次|最后)(，)"
)
#: Characters with which such items begin.
ITEM_STARTS: Final = "二三四五六七八九十第其再最"


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
    #: Characters left out beside the text that took room: emphasis, a blank before the cut.
    left_out: int = 0

    def size(self, measure: Measure) -> int:
        """Return the length of the line with the blanks around it."""
        if measure == "columns":
            return self.indent + columns(self.text) + self.left_out
        return (self.indent + 1) // 2 + len(self.text) + self.left_out

    def inside(self, measure: Measure) -> int:
        """Return the length of the line up to the punctuation that may hang over its margin."""
        tail = self.text[-3:]
        hung = tail[len(tail.rstrip(HUNG)) :]
        return self.size(measure) - (columns(hung) if measure == "columns" else len(hung))


@dataclass(frozen=True, slots=True)
class Style:
    """How the lines of one text are set."""

    #: Length of a full line of hard-wrapped text, 0 when lines are not wrapped.
    width: int = 0
    measure: Measure = "columns"
    #: Whether punctuation may stand beyond the margin.
    hangs: bool = False
    #: Whether figures are broken like words.
    cuts_figures: bool = False
    #: Kinds of items of which the later ones open lines of their own (see `later_item`).
    opens: frozenset[str] = frozenset()
    #: Indent of lines that go on, in columns.
    margin: int = 0
    #: Whether first lines are indented.
    indents: bool = False
    #: Whether long lines mostly lack a full stop.
    unstopped: bool = False
    #: Kinds of marks that have their text behind them on the line (see `kind_of`).
    runs_on: frozenset[str] = frozenset()

    def had_room(self, upper: Row, lower: Row) -> bool:
        """Tell whether the first unit of `lower` would have fitted behind `upper`."""
        unit = UNIT.match(lower.text)
        if unit is None:
            return False
        first = unit[1] if self.hangs else unit[0]
        if self.cuts_figures and stopped(upper.text) and DIGIT.match(first):
            # Only below a full stop: where a sentence goes on, no figure is torn from it.
            first = first[0]
        size = columns(first) if self.measure == "columns" else len(first)
        return upper.size(self.measure) + size <= self.width


def columns(text: str) -> int:
    """Return the columns that a text takes, two for each character that is not ASCII."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def stopped(text: str) -> bool:
    """Tell whether a text ends with a full stop, whatever quotes and brackets close behind it."""
    return STOPPED.search(text[-4:]) is not None


def style_of(rows: Sequence[Row]) -> Style:
    """Find out how a text is set."""
    style = _wrap_of(rows)
    if not style.width:
        return Style(unstopped=_unstopped(rows), runs_on=_runs_on(rows))
    full = [row for row in rows if _is_full(row, style)]
    margin = Counter(row.indent for row in full).most_common(1)[0][0]
    indents = any(row.indent == margin + 4 for row in rows)
    if not indents and sum(row.indent < margin for row in rows) > len(rows) // 3:
        # Paragraphs of one full line each set the fashion: their indent is not the margin.
        margin = min(row.indent for row in rows)
        indents = True
    if not indents:
        # Where first lines are indented, nothing else need tell them.
        style = replace(style, cuts_figures=_cuts_figures(rows, style))
        style = replace(style, opens=_opens(rows, style))
    return replace(style, margin=margin, indents=indents)


def _opens(rows: Sequence[Row], style: Style) -> frozenset[str]:
    """Find the kinds of items of which a later one stands below a line with room to spare."""
    kinds = {
        later_item(lower.text)
        for upper, lower in pairwise(rows)
        if lower.text[0] in ITEM_STARTS and style.had_room(upper, lower)
    }
    return frozenset(kinds - {""})


def _is_full(row: Row, style: Style) -> bool:
    """Tell whether a line reaches the margin, or nearly."""
    return row.size(style.measure) >= style.width - SLACK[style.measure]


def _cuts_figures(rows: Sequence[Row], style: Style) -> bool:
    """Tell whether some full line ends inside a figure."""
    return any(
        DIGIT.match(upper.text[-1]) and DIGIT.match(lower.text) and _is_full(upper, style)
        for upper, lower in pairwise(rows)
    )


def _wrap_of(rows: Sequence[Row]) -> Style:
    """Find the length that lines were wrapped to; 0 when they were not.

    Editors wrap by columns, programs by characters, and some let punctuation hang over the
    margin; the way that tears fewer sentences at lines with room to spare was the one.
    """
    styles = [
        Style(width, measure, hangs)
        for measure in MEASURES
        for hangs in (False, True)
        if (width := _width(rows, measure, hangs=hangs))
    ]
    return min(styles, key=lambda style: _torn(rows, style), default=Style())


def _width(rows: Sequence[Row], measure: Measure, *, hangs: bool) -> int:
    """Find the length of a full line in one measure, 0 when there is none."""
    sizes = [row.inside(measure) if hangs else row.size(measure) for row in rows]
    count, width = _crowd(sizes, SLACK[measure])
    em = 1 if measure == "columns" else 2
    if count < max(FEW, SOME * len(rows)) or not NARROW <= width * em <= WIDE:
        return 0
    if hangs and all(row.size(measure) <= width for row in rows):
        return 0
    return width if _is_prose(rows, measure, width) else 0


def _torn(rows: Sequence[Row], style: Style) -> int:
    """Count the sentences that go on below a line with room to spare."""
    return sum(
        style.had_room(upper, lower) and not stopped(upper.text) for upper, lower in pairwise(rows)
    )


def _crowd(sizes: list[int], slack: int) -> tuple[int, int]:
    """Return the size that most lines come within `slack` of, as (how many, size).

    Hardly a line may be longer: wrapped lines crowd at the right margin.
    """
    best = (0, 0)
    ordered = sorted(sizes)
    for size in sorted(set(sizes), reverse=True):
        up_to = bisect_right(ordered, size)
        if (len(ordered) - bisect_right(ordered, size + 2)) * 20 > len(ordered):
            break
        best = max(best, (up_to - bisect_left(ordered, size - slack), size))
    return best


def _is_prose(rows: Sequence[Row], measure: Measure, width: int) -> bool:
    """Tell wrapped prose from a list: full lines go on, and many of the others end sentences."""
    least = width - SLACK[measure]
    full = [row for row in rows if row.size(measure) >= least]
    short = [row for row in rows if row.size(measure) < least]
    going_on = sum(not stopped(row.text) for row in full)
    ended = sum(stopped(row.text) for row in short)
    return going_on * 2 >= len(full) and ended > 0 and ended * 5 >= len(short)


def _unstopped(rows: Sequence[Row]) -> bool:
    """Tell whether long lines mostly do without a full stop, as in lists."""
    long = [row for row in rows if len(row.text) > LONG]
    open_ended = sum(not stopped(row.text) for row in long)
    return open_ended >= FEW and open_ended * 2 > len(long)


def kind_of(line: str) -> str:
    """Name the kind of mark that a line begins with, "" for none."""
    return next((kind for kind, mark in KINDS if mark.match(line)), "")


def later_item(line: str) -> str:
    """Name the kind of item, not the first of its list, that a line begins with; "" for none.

    >>> later_item("二要加强督查"), later_item("一要加强督查")
    ('要', '')
    """
    match = LATER.match(line)
    return match[match.lastindex or 0] if match else ""


def _runs_on(rows: Sequence[Row]) -> frozenset[str]:
    """Find the kinds of marks that nearly all have their text behind them on the line.

    Some reports have bare headings in one part and run-on ones in another; there a bare one
    is a heading, not a broken line.
    """
    running: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for row in rows:
        kind = kind_of(row.text)
        stops = "。" in row.text or stopped(row.text)
        (running if stops else bare)[kind] += 1
    return frozenset(kind for kind in bare if kind and bare[kind] * 8 <= running[kind])


def one_line(lines: Sequence[str]) -> str:
    """Join the lines of a cell; between figures and Latin words a blank stays."""
    bare = (line.strip() for line in "\n".join(lines).split("\n"))
    text = "\n".join(filter(None, bare))
    spaced = LATIN_ENDS.sub(lambda match: match[0][0] + " ", text)
    return spaced.replace("\n", "").replace("\t", " ")
