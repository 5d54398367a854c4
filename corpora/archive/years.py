"""What happens in a place from year to year, and what its reports tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

from corpora.archive.places import Place
from corpora.archive.topics import ALWAYS, TOPICS, Topic

BY_NAME: Final = {topic.name: topic for topic in TOPICS}
#: Share of a year's growth, its spread, and the share of years in which a figure leaps honestly.
GROWTH, SPREAD, LEAPS = 0.04, 0.12, 0.01
#: Share of places' topics that are told of, of figures told as 120余件, of those with a change.
TOLD, HEDGED, CHANGED = 0.75, 0.12, 0.4


@dataclass(slots=True)
class Line:
    """One figure of a report."""

    topic: Topic
    value: int
    #: Last year's figure, from which a change is worked out; `None` tells of no change.
    base: int | None
    #: Told as 120余件.
    hedged: bool
    way: int
    share: float
    #: Another place's name in the place of the own one.
    town: str = ""


@dataclass(slots=True)
class Year:
    """One report's content."""

    place: Place
    year: int
    lines: dict[str, Line]
    #: Goals for next year, by topic.
    goals: dict[str, int] = field(default_factory=dict)
    #: Whose manner of writing it has.
    writer: int = 0


def years_of(place: Place, years: range, seed: int) -> Iterator[Year]:
    """Yield the years of a place, each told honestly."""
    random = Random(f"{seed}:{place.number}:years")
    told = [topic for topic in TOPICS if topic.name == ALWAYS or random.random() < TOLD]
    ways = {topic.name: random.randrange(len(topic.ways)) for topic in told}
    values = {topic.name: _first(topic, place, random) for topic in told}
    goals: dict[str, int] = {}
    for year in years:
        before, values = (
            values,
            {topic.name: _next(topic, values[topic.name], random) for topic in told},
        )
        lines = {
            topic.name: _line(topic, values[topic.name], before[topic.name], random)
            for topic in told
            if topic.name in goals or topic.name == ALWAYS or random.random() > 0.06
        }
        for name, line in lines.items():
            line.way = ways[name] if random.random() > 0.05 else line.way
        goals = _goals(lines, random)
        yield Year(place, year, lines, goals, place.number)


def _first(topic: Topic, place: Place, random: Random) -> int:
    size = 1.0 if topic.sort == "standing" else place.size
    return max(3, round(topic.usual * size * random.lognormvariate(0, 0.25)))


def _next(topic: Topic, value: int, random: Random) -> int:
    """Return the figure of the year after."""
    if topic.sort == "standing":
        return value if random.random() < 0.8 else max(3, value + random.choice((-1, 1, 2)))
    if topic.sort == "total":
        return value + max(1, round(value * random.uniform(0.04, 0.3)))
    factor = random.lognormvariate(GROWTH, SPREAD)
    if random.random() < LEAPS:
        factor *= random.choice((0.5, 1.8, 2.2))
    return max(3, round(value * factor))


def _line(topic: Topic, value: int, before: int, random: Random) -> Line:
    changed = topic.sort == "flow" and random.random() < CHANGED
    return Line(
        topic,
        value,
        before if changed else None,
        topic.sort == "flow" and value >= 100 and random.random() < HEDGED,
        random.randrange(len(topic.ways)),
        random.uniform(*topic.share),
    )


def _goals(lines: dict[str, Line], random: Random) -> dict[str, int]:
    """Set one or two goals of what was told."""
    able = [name for name, line in lines.items() if line.topic.goal]
    chosen = random.sample(able, min(len(able), random.choice((1, 2))))
    return {name: max(10, round(lines[name].value * 1.08 / 10) * 10) for name in chosen}
