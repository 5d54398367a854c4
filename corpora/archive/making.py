"""A whole archive, place by place, so that its size does not matter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, Final

from corpora.archive.faults import PLANTERS, Planted, plant
from corpora.archive.forms import BROKEN, FORMS
from corpora.archive.places import Place, places_of
from corpora.archive.writing import paragraphs_of
from corpora.archive.years import Year, years_of

LAST: Final = 2024


@dataclass(frozen=True, slots=True)
class Wish:
    """What archive is wanted."""

    reports: int
    seed: int = 1
    #: Years that each place reports on.
    years: int = 5
    #: Share of places that have a fault planted, of files that are broken, of files twice there.
    faults: float = 0.1
    broken: float = 0.01
    twice: float = 0.01
    #: Names of the forms, such as "txt"; all of them if empty.
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """One file of the archive, and what gold says of it."""

    name: str
    data: bytes
    gold: dict[str, Any]


def files_of(wish: Wish) -> Iterator[File]:
    """Yield the files of an archive in an order that only the wish decides.

    Each place has a neighbour that it may copy from: the one before it.
    """
    wanted = -(-wish.reports // wish.years)
    left = wish.reports
    places = tuple(islice(places_of(wish.seed), wanted))
    if len(places) < wanted:
        raise ValueError(f"there are {len(places)} places; let each report on more years")
    for place, neighbour in zip(places, (places[-1], *places[:-1]), strict=True):
        for year, planted in _told(place, neighbour, wish):
            if left:
                left -= 1
                yield from _files(year, planted, wish)


def write(wish: Wish, out: Path) -> dict[str, int]:
    """Write an archive's files below `out/reports`, its gold beside; count them."""
    counts = {"files": 0, "broken": 0, "faults": 0, "bytes": 0}
    out.mkdir(parents=True, exist_ok=True)
    with (out / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for file in files_of(wish):
            path = out / "reports" / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
            gold.write(json.dumps(file.gold, ensure_ascii=False) + "\n")
            counts["files"] += 1
            counts["bytes"] += len(file.data)
            counts["broken"] += "broken" in file.gold
            counts["faults"] += bool(file.gold.get("faults"))
    return counts


def _told(place: Place, neighbour: Place, wish: Wish) -> Iterator[tuple[Year, list[Planted]]]:
    """Yield the years of a place with the faults planted in each."""
    span = range(LAST - wish.years + 1, LAST + 1)
    years = list(years_of(place, span, wish.seed))
    planted = _planted(years, neighbour, wish)
    for year in years:
        yield year, [planted] if planted and planted.year == year.year else []


def _planted(years: list[Year], neighbour: Place, wish: Wish) -> Planted | None:
    """Plant a fault in some places, every kind as often as the others."""
    place = years[0].place
    random = Random(f"{wish.seed}:{place.number}:fault")
    # A neighbour that was copied from must be as it was copied: every other place is honest.
    if len(years) < 2 or place.number % 2 == 0 or random.random() >= 2 * wish.faults:
        return None
    span = range(years[0].year, years[-1].year + 1)
    others = list(years_of(neighbour, span, wish.seed))
    return plant(random.choice(list(PLANTERS)), years, others, random)


def _files(year: Year, planted: list[Planted], wish: Wish) -> Iterator[File]:
    """Yield a year's report as a file, broken or twice where chance wants it."""
    random = Random(f"{wish.seed}:{year.place.number}:{year.year}:file")
    said = paragraphs_of(year, wish.seed)
    stem = f"{year.place.county}/{year.place.town}{year.year}"
    gold = {"place": year.place.number, "year": year.year}
    if not planted and random.random() < wish.broken:
        way = random.choice(list(BROKEN))
        suffix, made = BROKEN[way]
        yield _file(f"{stem}.{suffix}", made(said, random), gold | {"broken": way})
        return
    forms = [form for form in FORMS if not wish.forms or form.suffix in wish.forms]
    form, again = random.choices(forms, [form.weight for form in forms], k=2)
    faults = [{"code": one.code, "other": one.other, "topic": one.topic} for one in planted]
    yield _file(f"{stem}.{form.suffix}", form.made(said), gold | {"faults": faults})
    if again.suffix != form.suffix and random.random() < wish.twice:
        yield _file(f"{stem}.{again.suffix}", again.made(said), gold | {"copy": True})


def _file(name: str, data: bytes, gold: dict[str, Any]) -> File:
    return File(name, data, {"report": name} | gold)
