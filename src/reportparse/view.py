"""Cleaned text for rules, every character of which knows its place in the document.

A view is made from the document by steps that only drop or replace single characters,
so it can keep its map as runs: stretches in which view and document move together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from reportparse.span import Span

#: What stands between two pieces that a view was picked from.
BREAK: Final = "\n"


class Pattern(Protocol):
    """What `View.without` needs of a compiled pattern (of `re` or `regex`)."""

    def finditer(self, string: str, /) -> Iterable[Match]:
        """Yield the matches from left to right."""
        ...


class Match(Protocol):
    """What `View.without` needs of a match."""

    def span(self) -> tuple[int, int]:
        """Return start and end of the match."""
        ...


@dataclass(frozen=True, slots=True)
class View:
    """A text to read, and the way from each of its characters back to the document.

    >>> import re
    >>> view = View.pick("共**20** 万件", [Span(0, 10)]).without(re.compile(r"[*]+| "))
    >>> view.text, view.span(1, 3)
    ('共20万件', Span(start=3, end=5))
    """

    text: str
    #: View offset at which each run begins, ascending, the first one 0.
    starts: tuple[int, ...]
    #: Document offset of each run's first character.
    origins: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> View:
        """View a text as it stands."""
        return cls(text, (0,), (0,))

    @classmethod
    def pick(cls, text: str, pieces: Iterable[Span], joint: str = BREAK) -> View:
        """View the `pieces` of a text one after another, with `joint` between them."""
        parts: list[str] = []
        starts, origins = [0], [0]
        length = 0
        for piece in pieces:
            if parts and joint:
                parts.append(joint)
                starts.append(length)
                origins.append(origins[-1] + len(parts[-2]))
                length += len(joint)
            parts.append(piece.of(text))
            starts.append(length)
            origins.append(piece.start)
            length += len(piece)
        return cls("".join(parts), *_tidy(starts, origins))

    def without(self, pattern: Pattern) -> View:
        """Drop every match of `pattern`."""
        drops = [match.span() for match in pattern.finditer(self.text)]
        if not drops:
            return self
        kept: list[tuple[int, int]] = []
        at = 0
        for start, end in drops:
            if at < start:
                kept.append((at, start))
            at = end
        if at < len(self.text):
            kept.append((at, len(self.text)))
        starts, origins = [0], [0]
        length = 0
        for start, end in kept:
            for run_start, origin in self._runs(start, end):
                starts.append(length + run_start - start)
                origins.append(origin)
            length += end - start
        text = "".join(self.text[start:end] for start, end in kept)
        return View(text, *_tidy(starts, origins))

    def fold(self, table: dict[int, str]) -> View:
        """Replace characters one for one."""
        text = self.text.translate(table)
        if len(text) != len(self.text):
            raise ValueError("a folding table must map each character to one character")
        return View(text, self.starts, self.origins)

    def origin(self, at: int) -> int:
        """Return the document offset of the character at view offset `at`."""
        run = bisect_right(self.starts, at) - 1
        return self.origins[run] + at - self.starts[run]

    def span(self, start: int, end: int) -> Span:
        """Return the document span that view text `[start, end)` was read from."""
        if end <= start:
            here = self.origin(start)
            return Span(here, here)
        return Span(self.origin(start), self.origin(end - 1) + 1)

    def at(self, offset: int) -> int:
        """Return the view offset of the first character at or behind document `offset`."""
        run = bisect_right(self.origins, offset) - 1
        if run < 0:
            return 0
        at = self.starts[run] + offset - self.origins[run]
        limit = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
        return min(at, limit)

    def _runs(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """Yield (view offset, document offset) of the runs that `[start, end)` touches."""
        run = bisect_right(self.starts, start) - 1
        yield start, self.origins[run] + start - self.starts[run]
        for later in range(run + 1, len(self.starts)):
            if self.starts[later] >= end:
                return
            yield self.starts[later], self.origins[later]


def _tidy(starts: list[int], origins: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Merge runs that go on where the one before ended, and drop empty ones."""
    firsts: list[int] = []
    places: list[int] = []
    for start, origin in zip(starts, origins, strict=True):
        if firsts and firsts[-1] == start:
            firsts.pop()
            places.pop()
        if firsts and origin - places[-1] == start - firsts[-1]:
            continue
        firsts.append(start)
        places.append(origin)
    return tuple(firsts), tuple(places)
