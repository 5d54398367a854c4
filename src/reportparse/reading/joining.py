"""Joining what printing broke: the pieces of one paragraph, told by their words alone.

Two kinds of text come here. In most, a line is a paragraph, and only the ends of printed pages
cut one in two (see `cuts`). In hard-wrapped text every line but a paragraph's last is full. Each
has its list of small rules; the first that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportparse.document import Paragraph
from reportparse.reading.cuts import (
    CLAUSE,
    JOIN,
    RULES,
    SPLIT,
    Cut,
    Rule,
    Verdict,
    addressed,
    bare_mark,
    ended,
    figure_cut,
    marked_up,
    non_initial,
    range_cut,
    signature,
    subtitle_ends,
    title_ends,
    unclosed,
)  # fmt: skip
from reportparse.reading.wrapping import MARK, Row, later_item, stopped, style_of

#: How much of the paragraph so far a rule may look at.
TAIL: Final = 240
#: …差距：①…, numbers inside a paragraph
INSIDE: Final = re.compile("(?<=[^①-⑳])[①-⑳]")
STOPS: Final = re.compile("[。；：]")


def indented(cut: Cut) -> Verdict | None:
    """An indented line begins a paragraph."""
    return SPLIT if cut.lower.indent >= cut.style.margin + 2 else None


def blank_between(cut: Cut) -> Verdict | None:
    """A blank line parts paragraphs, but not at the end of a page."""
    return SPLIT if cut.lower.blank_above and not cut.lower.page_above else None


def short_line(cut: Cut) -> Verdict | None:
    """A line that had room for what follows was the last of its paragraph."""
    if not cut.style.had_room(cut.upper, cut.lower):
        return None
    return None if _must_go_on(cut) else SPLIT


def _must_go_on(cut: Cut) -> bool:
    """Tell whether a sentence goes on at the margin, where first lines are indented.

    Then the margin was misjudged, and no paragraph begins below.
    """
    upper, style = cut.upper, cut.style
    if not style.indents or stopped(upper.text) or MARK.match(cut.lower.text):
        return False
    return CLAUSE.search(cut.before) is not None and upper.size(style.measure) > style.width // 2


def mark_below(cut: Cut) -> Verdict | None:
    """A mark below a full stop or a heading begins a paragraph, even where the line was full."""
    if cut.style.indents or not MARK.match(cut.lower.text):
        return None
    if _counts_inside(cut):
        return None
    bare = cut.before == cut.opening and not CLAUSE.search(cut.opening)
    heading = bare and MARK.match(cut.opening)
    return SPLIT if heading or ended(cut.before) else None


def _counts_inside(cut: Cut) -> bool:
    """Tell whether the number before stands inside the paragraph: 差距：①…；| ②…."""
    mark = cut.lower.text[0]
    return mark > "①" and mark <= "⑳" and INSIDE.search(cut.before) is not None


def item_below(cut: Cut) -> Verdict | None:
    """So does 二是 where others open lines, unless the item before stands inside."""
    kind = later_item(cut.lower.text)
    if kind not in cut.style.opens or not ended(cut.before):
        return None
    inside = any(later_item(part) == kind for part in STOPS.split(cut.before)[1:])
    return None if inside else SPLIT


def full_line(cut: Cut) -> Verdict | None:
    """A full line goes on below."""
    return JOIN if cut.style.width else None


#: For hard-wrapped text.
WRAPPED_RULES: Final[tuple[Rule, ...]] = (
    marked_up,
    indented,
    non_initial,
    unclosed,
    blank_between,
    addressed,
    title_ends,
    subtitle_ends,
    bare_mark,
    range_cut,
    figure_cut,
    signature,
    short_line,
    mark_below,
    item_below,
    full_line,
)


def join(rows: Sequence[Row]) -> tuple[Paragraph, ...]:
    """Put the lines of a text together into paragraphs."""
    if not rows:
        return ()
    style = style_of(rows)
    rules = WRAPPED_RULES if style.width else RULES
    paragraphs: list[Paragraph] = []
    pieces = [rows[0].span]
    before, opening = rows[0].text[-TAIL:], rows[0].text
    for index in range(1, len(rows)):
        upper, lower = rows[index - 1], rows[index]
        beyond = rows[index + 1].text if index + 1 < len(rows) else ""
        cut = Cut(before, opening, upper, lower, beyond, style, heads=not paragraphs)
        if decide(cut, rules) == JOIN:
            pieces.append(lower.span)
            before = (before + lower.text)[-TAIL:]
        else:
            paragraphs.append(Paragraph(tuple(pieces)))
            pieces = [lower.span]
            before, opening = lower.text[-TAIL:], lower.text
    paragraphs.append(Paragraph(tuple(pieces)))
    return tuple(paragraphs)


def decide(cut: Cut, rules: Sequence[Rule]) -> Verdict:
    """Ask the rules in order; lines stay apart when none answers."""
    for rule in rules:
        verdict = rule(cut)
        if verdict is not None:
            return verdict
    return SPLIT
