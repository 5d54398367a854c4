"""Texts set anew: paragraphs broken into lines as editors and programs break them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from reportparse.reading.wrapping import columns

Punctuation = Literal["anywhere", "carried", "hung"]

#: ，… · ）…: what a typesetter does not let begin a line
CLOSING: Final = "，。；：、！？）》”’】〕%％,;:!?)"
#: …（ · …《: what does not end one
OPENING: Final = "（《“‘【〔("
#: 12.5 · 3,000: what may stay whole
FIGURE: Final = re.compile(r"[0-9０-９A-Za-z.,]+|.", re.DOTALL)
FIGURE_TAIL: Final = re.compile(r"[0-9０-９A-Za-z.,]+$")


@dataclass(frozen=True, slots=True)
class Setting:
    """One way of breaking text into lines."""

    name: str
    #: Ideographs on a line.
    width: int = 28
    indent: str = "　　"
    #: Whether ASCII takes half the room.
    by_columns: bool = False
    punctuation: Punctuation = "anywhere"
    #: Whether figures stay on one line.
    whole: bool = False
    #: Whether a blank line parts paragraphs.
    apart: bool = False
    end: str = "\n"
    #: What stands between pages; `{}` for the number of the page.
    page: str = ""
    #: Lines on a page.
    lines: int = 22

    def size(self, text: str) -> int:
        """Return the room that a text takes on a line."""
        return columns(text) if self.by_columns else 2 * len(text)

    def set(self, paragraphs: Sequence[str]) -> str:
        """Return the paragraphs as one text, lines with a tab as they are."""
        lines = list(self._lines(paragraphs))
        if self.page:
            lines = list(self._paged(lines))
        return self.end.join(lines) + self.end

    def _lines(self, paragraphs: Sequence[str]) -> Iterator[str]:
        for index, paragraph in enumerate(paragraphs):
            if self.apart and index:
                yield ""
            yield from (paragraph,) if "\t" in paragraph else self.broken(paragraph)

    def _paged(self, lines: Sequence[str]) -> Iterator[str]:
        for number, at in enumerate(range(0, len(lines), self.lines), 1):
            yield from lines[at : at + self.lines]
            yield self.page.format(number)

    def broken(self, paragraph: str) -> Iterator[str]:
        """Yield the lines of a paragraph."""
        line = self.indent
        units = FIGURE.findall(paragraph) if self.whole else list(paragraph)
        for unit in units:
            if self.size(line + unit) > 2 * self.width and line.strip():
                kept, carried = self._broken_before(line, unit)
                if kept is not None:
                    yield kept
                    line = carried
            line += unit
        yield line

    def _broken_before(self, line: str, unit: str) -> tuple[str | None, str]:
        """Return the line that ends before a unit, and what it leaves to the next."""
        if self.punctuation == "anywhere":
            return line, ""
        if self.punctuation == "hung" and unit in CLOSING:
            return None, ""
        end = len(line)
        while unit[0] in CLOSING and end > 1:
            end, unit = self._carry(line, end)
        while end > 1 and line[end - 1] in OPENING:
            end -= 1
        return (line[:end], line[end:]) if line[:end].strip() else (line, "")

    def _carry(self, line: str, end: int) -> tuple[int, str]:
        """Return where the last character of a line begins, or its last figure."""
        figure = FIGURE_TAIL.search(line, 0, end) if self.whole else None
        start = figure.start() if figure else end - 1
        return start, line[start:end]


PLAIN: Final = Setting("indented")
#: The ways in use.
SETTINGS: Final = (
    PLAIN,
    replace(PLAIN, name="flush", indent=""),
    replace(PLAIN, name="flush, blank lines", indent="", apart=True),
    replace(PLAIN, name="indented, blank lines", apart=True),
    replace(PLAIN, name="by columns", indent="    ", by_columns=True),
    replace(PLAIN, name="by columns, flush", indent="", by_columns=True),
    replace(PLAIN, name="punctuation carried", punctuation="carried"),
    replace(PLAIN, name="punctuation carried, figures whole", punctuation="carried", whole=True),
    replace(PLAIN, name="punctuation carried, flush", indent="", punctuation="carried"),
    replace(PLAIN, name="punctuation hung", punctuation="hung"),
    replace(PLAIN, name="punctuation hung, flush", indent="", punctuation="hung"),
    replace(
        PLAIN, name="punctuation hung, blank lines", indent="", punctuation="hung", apart=True
    ),
    replace(PLAIN, name="CRLF", end="\r\n"),
    replace(PLAIN, name="form feeds", page="\f"),
    replace(PLAIN, name="page numbers", page="- {} -\f", punctuation="carried"),
    replace(PLAIN, name="page numbers, flush", page="{}", indent="", punctuation="hung"),
)
