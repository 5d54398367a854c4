"""Faults between reports, planted one to a place, and what gold says of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from corpora.archive.topics import ALWAYS
from corpora.archive.years import Line, Year


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault: in which year's report it stands, and in which other report its evidence."""

    code: str
    place: int
    year: int
    #: The neighbour that was copied from, for ARC103 and ARC104.
    other: int | None
    topic: str


#: Topics that are indicators of the library: outliers are looked for among these only.
SHARED: Final = frozenset(
    {"disputes", "publicity", "leaflets", "consultations", "punished", "inspections",
     "petitions", "hotline", "services", "disclosed", "reviews", "drills"}
)  # fmt: skip

#: Returns the planted fault's topic, "" where the years give no chance for it.
Planter = Callable[[list[Year], int, Sequence[Year], Random], str]


def plant(code: str, years: list[Year], neighbour: Sequence[Year], random: Random
          ) -> Planted | None:  # fmt: skip
    """Change the reports of a place so that one fault stands in them."""
    at = random.randrange(1, len(years))
    topic = PLANTERS[code](years, at, neighbour, random)
    if not topic:
        return None
    other = neighbour[0].place.number if code in ("ARC103", "ARC104") else None
    return Planted(code, years[0].place.number, years[at].year, other, topic)


def _base(years: list[Year], at: int, _: Sequence[Year], random: Random) -> str:
    """Give a change from a base that last year's report does not have."""
    line = _shared(years, at, random, lambda one: "{g}" in one.topic.ways[one.way])
    if line is None:
        return ""
    before = years[at - 1].lines[line.topic.name].value
    line.base = round(before * random.choice((0.7, 0.8, 1.25, 1.4)))
    return line.topic.name


def _copied(years: list[Year], at: int, _: Sequence[Year], __: Random) -> str:
    """Leave last year's figures standing."""
    both = [name for name, line in years[at].lines.items()
            if line.topic.sort == "flow" and name in years[at - 1].lines]  # fmt: skip
    for name in both:
        old = years[at - 1].lines[name]
        years[at].lines[name] = replace(old, base=None)
    return "all"


def _taken(years: list[Year], at: int, neighbour: Sequence[Year], _: Random) -> str:
    """Take the neighbour's report and put the own name into it."""
    source = neighbour[at]
    lines = {name: replace(line) for name, line in source.lines.items()}
    years[at] = replace(source, place=years[at].place, lines=lines)
    return "all"


def _foreign(years: list[Year], at: int, neighbour: Sequence[Year], _: Random) -> str:
    """Leave the neighbour's name in one sentence."""
    years[at].lines[ALWAYS].town = neighbour[0].place.town
    return ALWAYS


def _jump(years: list[Year], at: int, _: Sequence[Year], random: Random) -> str:
    """Put a digit too many."""
    line = _shared(years, at, random, lambda one: one.value >= 10 and one.topic.name in SHARED)
    if line is None:
        return ""
    line.value, line.base = line.value * 10 + random.randrange(10), None
    return line.topic.name


def _unlike(years: list[Year], at: int, _: Sequence[Year], random: Random) -> str:
    """Count another thing under the same name in all years."""
    line = _shared(years, at, random, lambda one: one.topic.name in SHARED)
    if line is None:
        return ""
    for year in years:
        if (one := year.lines.get(line.topic.name)) is not None:
            one.value, one.base, one.hedged = one.value * 60, None, False
    return line.topic.name


def _shrunk(years: list[Year], at: int, _: Sequence[Year], random: Random) -> str:
    """Let a running total fall."""
    line = _shared(years, at, random, lambda _: True, sort="total")
    if line is None:
        return ""
    line.value = max(1, round(years[at - 1].lines[line.topic.name].value * 0.8))
    return line.topic.name


def _forgotten(years: list[Year], at: int, _: Sequence[Year], __: Random) -> str:
    """Pass over what last year's report set as a goal."""
    for name in years[at - 1].goals:
        years[at].lines.pop(name, None)
        years[at].goals.pop(name, None)
        return name
    return ""


#: By code of the comparison that should find them.
PLANTERS: Final[dict[str, Planter]] = {
    "ARC101": _base,
    "ARC102": _copied,
    "ARC103": _taken,
    "ARC104": _foreign,
    "ARC105": _jump,
    "ARC106": _unlike,
    "ARC107": _shrunk,
    "ARC110": _forgotten,
}


def _shared(
    years: list[Year],
    at: int,
    random: Random,
    fits: Callable[[Line], bool],
    *,
    sort: str = "flow",
) -> Line | None:
    """Return a line that both years tell of exactly."""
    found = [
        line
        for name, line in years[at].lines.items()
        if line.topic.sort == sort
        and not line.hedged
        and fits(line)
        and name != ALWAYS
        and name in years[at - 1].lines
        and not years[at - 1].lines[name].hedged
    ]
    return random.choice(found) if found else None
