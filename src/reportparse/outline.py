"""The outline: the tree of sections that the marks of a report make.

Which style stands above which is learned in each report, since many put 1. right under 一、 or
count （1） below 一是. Gaps and repeats stay as written: checks report them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reportparse.marks import BY_NAME, Kind, Mark
from reportparse.numbering import choose
from reportparse.signature import find_signature
from reportparse.span import Span
from reportparse.view import View

#: Longest title that is read from a heading that runs on into its text.
LONGEST: Final = 50
#: Longest title of an item (三是加快信息化。).
LONGEST_LEAD: Final = 20
#: Where the title of a run-on heading ends.
TITLE_END: Final = re.compile(r"[。：:；！？]")
#: Where the lead of an item ends; it is a title if that is a full stop.
LEAD_END: Final = re.compile(r"[。，；：,;:！？]")
#: Longest line that may be the title of an annex, below 附件2.
LONGEST_ANNEX: Final = 40
BARE_END: Final = frozenset("件表录0123456789一二三四五六七八九十：:")
BLANKS: Final = " \u3000\t"
#: A mark of these styles begins a new count of everything below it.
OUTER: Final = BY_NAME["h1"].rank


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section, sub-section or item, with the text that belongs to it."""

    id: str
    #: Id of the section that it stands in, `None` at the top.
    parent: str | None
    #: Depth in the tree, 1 at the top.
    level: int
    kind: Kind
    #: As written, "" for a title without number.
    mark: str
    ordinal: int | None
    title: str
    #: From the mark to the end of the section's text.
    span: Span
    mark_span: Span
    title_span: Span
    #: 一、工作情况 / （二）加强普法 / 三是
    path: str
    #: View offsets of the section.
    at: int
    end_at: int


def find_sections(view: View) -> tuple[Section, ...]:
    """Read the outline of a report, in the order of the text."""
    marks = choose(view)
    ranks = learned_ranks(marks)
    signature = find_signature(view.text) if marks else None
    end = signature.start if signature and signature.start > marks[-1].end else len(view.text)
    parents, ends = _nest(marks, ranks, _limits(marks, ranks), len(view.text[:end].rstrip()))
    sections: list[Section] = []
    starts = [*(mark.at for mark in marks[1:]), len(view.text)]
    for mark, after, parent, end in zip(marks, starts, parents, ends, strict=False):
        title = _title(view.text, mark, after)
        above = None if parent is None else sections[parent]
        sections.append(_section(view, mark, above, (len(sections) + 1, end, title)))
    return tuple(sections)


def section_at(sections: Sequence[Section], at: int) -> Section | None:
    """Return the innermost section that the view offset `at` lies in."""
    index = bisect_right(sections, at, key=_start) - 1
    while index >= 0 and sections[index].end_at <= at:
        parent = sections[index].parent
        index = int(parent[1:]) - 1 if parent else -1
    return sections[index] if index >= 0 else None


def learned_ranks(marks: Sequence[Mark]) -> dict[str, int]:
    """Order the styles of a report, outermost first.

    Where 一是, 二是 go on across lists （1）, （2）, they stand above them, whatever is usual.
    """
    usual = {mark.style.name: mark.style.rank for mark in marks}
    order = sorted(usual, key=lambda name: usual[name])
    above = _evidence(marks) if len(order) > 1 else {}
    for _ in order if above else ():
        for place, (outer, inner) in enumerate(pairwise(order)):
            if above.get((inner, outer), 0) > above.get((outer, inner), 0):
                order[place], order[place + 1] = inner, outer
    return {name: rank for rank, name in enumerate(order)}


def _evidence(marks: Sequence[Mark]) -> dict[tuple[str, str], int]:
    """Count for pairs of styles how often the first goes on across a new list of the second."""
    above: dict[tuple[str, str], int] = {}
    last: dict[str, int] = {}
    begun: dict[str, set[str]] = {}
    for mark in marks:
        name, ordinal = mark.style.name, mark.ordinal or 0
        if ordinal > 1 and last.get(name) == ordinal - 1:
            for inner in begun[name]:
                above[name, inner] = above.get((name, inner), 0) + 1
        if mark.style.rank <= OUTER:
            last = {key: n for key, n in last.items() if BY_NAME[key].rank <= OUTER}
        if ordinal == 1:
            for names in begun.values():
                names.add(name)
        last[name], begun[name] = ordinal, set()
    return above


def _limits(marks: Sequence[Mark], ranks: dict[str, int]) -> list[int | None]:
    """Say where a mark's text ends at the latest, if something other than a mark ends it.

    The last item of a list inside a paragraph ends with the paragraph; so does the last of a
    list that gives each item a paragraph of its own.
    """
    limits: list[int | None] = []
    before: dict[str, Mark] = {}
    for mark, goes_on in zip(marks, _going_on(marks, ranks), strict=True):
        name = mark.style.name
        closed = not goes_on and _closed(mark, before.get(name))
        limits.append(mark.line_end if closed else None)
        before[name] = mark
    return limits


def _closed(mark: Mark, sibling: Mark | None) -> bool:
    """Tell whether the last mark of a list ends with its paragraph."""
    if mark.footing == "line":
        apart = sibling is not None and sibling.line_end + 1 == mark.line
        return apart and mark.style.kind in ("item", "h4")
    # 。三、 inside a paragraph may be a heading whose line break was lost.
    return mark.style.name != "h1" or (sibling is not None and sibling.line == mark.line)


def _going_on(marks: Sequence[Mark], ranks: dict[str, int]) -> list[bool]:
    """Tell for each mark whether a later one of its list follows."""
    found: list[bool] = []
    following: dict[str, int] = {}
    for mark in reversed(marks):
        name, ordinal = mark.style.name, mark.ordinal or 0
        found.append(following.get(name, 0) > ordinal)
        for other in [other for other in following if ranks[other] > ranks[name]]:
            del following[other]
        following[name] = ordinal
    return found[::-1]


def _nest(
    marks: Sequence[Mark], ranks: dict[str, int], limits: Sequence[int | None], end: int
) -> tuple[list[int | None], list[int]]:
    """Find the parent of each mark, and where its text ends."""
    parents: list[int | None] = []
    ends: list[int] = []
    stack: list[int] = []
    for index, mark in enumerate(marks):
        stop = max(mark.line - 1, 0) if mark.footing == "line" else mark.at
        while stack and (
            ends[stack[-1]] <= mark.at
            or ranks[marks[stack[-1]].style.name] >= ranks[mark.style.name]
        ):
            done = stack.pop()
            ends[done] = max(min(ends[done], stop), marks[done].end)
        parents.append(stack[-1] if stack else None)
        limit = limits[index]
        ends.append(min(ends[stack[-1]] if stack else end, end if limit is None else limit))
        stack.append(index)
    return parents, ends


def _section(
    view: View, mark: Mark, above: Section | None, place: tuple[int, int, tuple[int, int]]
) -> Section:
    """Make the record of one mark from its number in the outline, its end and its title."""
    number, end, (start, stop) = place
    title = view.text[start:stop].replace("\n", " ")
    letters = title.split()
    if len(letters) * 2 - 1 == len(" ".join(letters)):  # 综 合
        title = "".join(letters)
    label = f"{mark.text}{title}"
    # A mark and its title mostly lie in one run of the view: then one search places them all.
    run = bisect_right(view.starts, mark.at)
    limit = view.starts[run] if run < len(view.starts) else end
    shift = view.origins[run - 1] - view.starts[run - 1]
    first = mark.at + shift
    near = stop <= limit
    return Section(
        id=f"s{number}",
        parent=above.id if above else None,
        level=above.level + 1 if above else 1,
        kind=mark.style.kind,
        mark=mark.text,
        ordinal=mark.ordinal,
        title=title,
        span=Span(first, end + shift if end <= limit else view.span(mark.at, end).end),
        mark_span=Span(first, mark.end + shift) if near else view.span(mark.at, mark.end),
        title_span=Span(start + shift, stop + shift) if near else view.span(start, stop),
        path=f"{above.path} / {label}" if above else label,
        at=mark.at,
        end_at=end,
    )


def _title(text: str, mark: Mark, after: int) -> tuple[int, int]:
    """Find the title behind a mark: up to the first full stop or colon, or the whole line."""
    start, end = mark.end, min(after, mark.line_end)
    while start < end and text[start] in BLANKS:
        start += 1
    if mark.style.name == "annex":
        return start, _annex_end(text, mark, after)
    if mark.style.kind == "item":
        lead = LEAD_END.search(text, start, min(end, start + LONGEST_LEAD + 1))
        return (start, lead.start()) if lead and lead.group() == "。" else (start, start)
    found = TITLE_END.search(text, start, min(end, start + LONGEST + 1))
    if found:
        return start, found.start()
    if end - start <= LONGEST:
        return start, start + len(text[start:end].rstrip(" \u3000，,、"))
    comma = max(text.rfind(stop, start, start + LONGEST) for stop in "，,、")
    return start, max(comma, start)


def _annex_end(text: str, mark: Mark, after: int) -> int:
    """Find the end of an annex's title, which may stand on the line below 附件2."""
    end = mark.line_end
    below = text.find("\n", end + 1)
    below = len(text) if below < 0 else below
    bare = text[end - 1] in BARE_END and below <= min(after, end + LONGEST_ANNEX)
    if bare and "。" not in text[end:below]:
        return below
    return min(end, after, mark.end + LONGEST)


def _start(section: Section) -> int:
    return section.at
