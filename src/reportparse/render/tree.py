"""The outline drawn as a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Self

from reportparse.outline import Section
from reportparse.render.grid import clipped
from reportparse.report import Report, above

#: Columns of a line; a longer title is cut.
ROOM: Final = 72
#: Columns of the words that stand in for the title of an item that has none.
LEAD: Final = 36
#: Where those words end.
CLAUSE_END: Final = re.compile(r"[，。；：！？\n]")


class Outline(str):
    """A tree drawn with lines: a text, shown as drawn by a console and as a list by a notebook."""

    __slots__ = ("report",)

    #: What was drawn.
    report: Report | None

    def __new__(cls, drawn: str = "", report: Report | None = None) -> Self:
        """Make the text and keep the report."""
        made = super().__new__(cls, drawn)
        made.report = report
        return made

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str | None:
        if self.report is None:
            return None
        shown: str = above("render.card").outline_card(self.report)
        return shown


def outline(report: Report) -> Outline:
    """Draw the sections of a report, its title on top."""
    name = report.name.replace("\\", "/").rpartition("/")[2]
    lines = [report.title or name, *_branches(report, None, "")]
    return Outline("\n".join(lines), report)


def children(report: Report, parent: str | None) -> list[Section]:
    """Return the sections right under a section; `None` asks for those at the top."""
    return [section for section in report.sections if section.parent == parent]


def caption(report: Report, section: Section) -> str:
    """Return mark and title on one line; an item without a title shows its first words.

    >>> from reportparse.report import parse
    >>> report = parse("一是加强领导，落实责任。二是广泛宣传，入脑入心。")
    >>> caption(report, report.sections[0])
    '一是 加强领导'
    """
    title = " ".join(section.title.split()) or _lead(report, section)
    # 一是 needs a gap before the words that follow; 一、 and 第一， bring their own.
    gap = " " if section.mark[-1:].isalpha() else ""
    return (section.mark + gap + title).strip()


def _branches(report: Report, parent: str | None, before: str) -> Iterator[str]:
    """Yield one line for each section under `parent`, and those under it."""
    sections = children(report, parent)
    for section in sections:
        last = section is sections[-1]
        line = clipped(caption(report, section), ROOM)
        yield before + ("└─ " if last else "├─ ") + line
        yield from _branches(report, section.id, before + ("   " if last else "│  "))


def _lead(report: Report, section: Section) -> str:
    """Return the first words of a section's text."""
    start = section.at + len(section.mark)
    stop = CLAUSE_END.search(report.view.text, start, section.end_at)
    end = stop.start() if stop else section.end_at
    return clipped(report.view.text[start:end].strip(), LEAD)
