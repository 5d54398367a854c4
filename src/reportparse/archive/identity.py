"""Which reports are about the same place and year, and which are the same report again.

A place is known by its chain (四川省/攀枝花市/米易县/攀莲镇). Where a report gives only its end,
the one longer chain of the archive that ends so completes it; if there are two, it stays short.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reportparse.rows import Row

#: What a report is known by, and what ranks its copies.
REPORTS: Final = (
    "doc", "report", "place", "place_code", "kind", "year", "quality", "figures",
)  # fmt: skip
#: Copies of one report: text as published is better than text recognised.
QUALITIES: Final = ("digital", "mixed", "ocr")


@dataclass(frozen=True, slots=True)
class Identity:
    """One report of an archive: of which place and year, and whether it counts."""

    doc: str
    report: str
    #: The chain of the place, "" if the report names none.
    place: str
    code: str
    kind: str
    year: int | None
    #: False for a copy of a report that another file gives better.
    counts: bool = True

    @property
    def name(self) -> str:
        """The place's own name."""
        return self.place.rpartition("/")[2]

    @property
    def series(self) -> tuple[str, str]:
        """What the reports of one place have in common over the years."""
        return self.place, self.kind


def identities(records: Iterable[Row]) -> tuple[Identity, ...]:
    """Tell what each report is about, copies marked; records have the columns of `REPORTS`."""
    return tuple(_copies_marked(records))


def completed(chains: Iterable[str]) -> dict[str, str]:
    """Map each chain to the longer one that it is the end of, if there is one only.

    >>> completed(["云溪县/石桥镇", "石桥镇", "临河镇"])
    {'云溪县/石桥镇': '云溪县/石桥镇', '石桥镇': '云溪县/石桥镇', '临河镇': '临河镇'}
    """
    known = dict.fromkeys(chains)
    longer: defaultdict[str, set[str]] = defaultdict(set)
    for chain in known:
        parts = chain.split("/")
        for at in range(1, len(parts)):
            longer["/".join(parts[at:])].add(chain)
    return {chain: _longest(chain, longer) for chain in known}


def _longest(chain: str, longer: dict[str, set[str]]) -> str:
    """Return the one longest chain that ends in `chain`, or itself."""
    found = longer.get(chain, set())
    full = {one for one in found if not longer.get(one)}
    return full.pop() if len(full) == 1 else chain


def _copies_marked(found: Iterable[Row]) -> Iterator[Identity]:
    """Yield identities; of several reports of one place, kind and year the best one counts."""
    records = list(found)
    whole = completed(str(record[2]) for record in records)
    groups: defaultdict[Row, list[Row]] = defaultdict(list)
    for record in records:
        known = record[2] and record[5] is not None
        own = (whole[str(record[2])], record[4], record[5]) if known else (record[0],)
        groups[own].append(record)
    for group in groups.values():
        best = min(group, key=_rank)
        for record in group:
            yield _identity(record, whole, counts=record is best)


def _identity(record: Row, whole: dict[str, str], *, counts: bool) -> Identity:
    doc, report, place, code, kind, year = record[:6]
    return Identity(
        str(doc),
        str(report),
        whole[str(place)],
        str(code or ""),
        str(kind),
        year if isinstance(year, int) else None,
        counts,
    )


def _rank(record: Row) -> tuple[int, int, str]:
    """Rank copies: read as published before recognised, more figures before fewer."""
    quality, figures = str(record[6]), record[7]
    at = QUALITIES.index(quality) if quality in QUALITIES else len(QUALITIES)
    return at, -int(str(figures)), str(record[1])
