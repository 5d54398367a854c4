"""Townships that do not exist, in counties that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Final

FIRST: Final = "岚枫砚苇槐萤汀漱棠梓荻皋堇菱蔚琅屿坞岫浦筠苓栎桐榆蕙菖芷葭檀楠椿柘杉桦樟淙澍沚湄"
LAST: Final = "岭溪坪湾川塘垭坝桥渡滩浦岗寨沟泉原畈峪崖洲港店堡关隘坞埠庄渠"
SUFFIXES: Final = ("镇", "镇", "镇", "乡", "乡", "街道")
#: Townships of one county.
TOWNS: Final = 16


@dataclass(frozen=True, slots=True)
class Place:
    """One township."""

    number: int
    county: str
    town: str
    #: How large it is beside others, about 1.
    size: float

    @property
    def office(self) -> str:
        """Who signs: 岚溪镇人民政府, 岚溪街道办事处."""
        return self.town + ("办事处" if self.town.endswith("街道") else "人民政府")


def places_of(seed: int) -> Iterator[Place]:
    """Yield townships without end being in sight; no two have one name."""
    random = Random(f"{seed}:places")
    names = ["".join(pair) for pair in product(FIRST, LAST) if pair[0] != pair[1]]
    random.shuffle(names)
    counties = names[: len(names) // 4]
    towns = [name + suffix for suffix in ("镇", "乡", "街道") for name in names[len(counties) :]]
    random.shuffle(towns)
    for number, town in enumerate(towns):
        yield Place(number, f"{counties[number // TOWNS]}县", town, random.lognormvariate(0, 0.35))
