"""Townships that do not exist, in counties that do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Final

from reportparse.divisions import named

FIRST: Final = "岚枫砚苇槐萤汀漱棠梓荻皋堇菱蔚琅屿坞岫浦筠苓栎桐榆蕙菖芷葭檀楠椿柘杉桦樟淙澍沚湄"
LAST: Final = "岭溪坪湾川塘垭坝桥渡滩浦岗寨沟泉原畈峪崖洲港店堡关隘坞埠庄渠"
SIDES: Final = ("", "东", "西", "南", "北", "上", "下")
SUFFIXES: Final = ("镇", "乡", "街道")
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
    """Yield some 16,000 townships; no two have one name, and no county is a real one."""
    random = Random(f"{seed}:places")
    stems = ["".join(pair) for pair in product(FIRST, LAST) if pair[0] != pair[1]]
    random.shuffle(stems)
    split = len(stems) // 3
    counties = [name for name in _sided(stems[:split]) if not named(f"{name}县")]
    names = _sided(stems[split:])
    towns = [name + suffix for suffix in SUFFIXES for name in names]
    random.shuffle(counties)
    random.shuffle(towns)
    for number, town in enumerate(towns[: TOWNS * len(counties)]):
        yield Place(number, f"{counties[number // TOWNS]}县", town, random.lognormvariate(0, 0.35))


def _sided(stems: Sequence[str]) -> list[str]:
    """Return names with and without a side before them: 岚溪, 东岚溪."""
    return [side + stem for side in SIDES for stem in stems]
