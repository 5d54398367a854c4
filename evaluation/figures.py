"""Scores the figures of a report: place, value, unit, measure, status, period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from evaluation import dates
from evaluation.likeness import likeness
from evaluation.outcomes import Outcome, Page

Row = Mapping[str, Any]

#: How like the gold a measure must be to count as right.
MEASURES = {
    "measure": frozenset({"exact", "contains"}),
    "measure, exact": frozenset({"exact"}),
    "measure, touching": frozenset({"exact", "contains", "touches"}),
}
#: Words after which either side of the figure may be left open: 约120万元, 6%左右.
ABOUT = re.compile(r"约|左右|上下")
#: Words after which the low end may be left open: 近百名, 不足30项.
BELOW = re.compile(r"^(?:近|将近|接近|不足|不到|不满)")
#: Figures whose high end the guides set differently: 数十 is 90 or 99.
VAGUE = re.compile(r"[数几]")
NEAR = Decimal("0.001")
#: How far into an expression its numeral may begin: 百分之 stands before it.
REACH = 3


def score(page: Page) -> Iterator[Outcome]:
    """Yield what came of every figure."""
    paired = pair(page)
    scored = [row for row in page.gold["quantities"] if not row.get("article")]
    for row in scored:
        said = paired.get(row["at"])
        if said is None:
            yield page.outcome("quantity", row["at"], "miss", (row["text"], ""))
            yield page.outcome("figure", row["at"], "miss", (row["text"], ""))
            continue
        yield page.outcome("quantity", row["at"], "hit", (row["text"], said["text"]))
        yield from _read(page, row, said)
    yield from _extras(page, paired)


def pair(page: Page) -> dict[int, Row]:
    """Return the figure that was read at each place of the gold."""
    said = {row["num_start"]: row for row in page.said["quantities"]}
    paired: dict[int, Row] = {}
    for row in page.gold["quantities"]:
        found = said.get(row["at"]) or _around(page, row)
        if found is not None:
            paired[row["at"]] = found
    return paired


def _around(page: Page, row: Row) -> Row | None:
    """Return a figure that begins elsewhere in the same expression: 百分之八十, 没发生一起."""
    start = row["at"] - max(row["text"].find(row["num"]), 0)
    near = (said for said in page.said["quantities"] if said["start"] <= row["at"] < said["end"])
    return next((said for said in near if start <= said["num_start"] <= row["at"] + REACH), None)


def _read(page: Page, row: Row, said: Row) -> Iterator[Outcome]:
    at = row["at"]
    right = {"value": same_value(row, said), "unit": same_unit(row, said)}
    bounds = (f"{row['low']}..{row['high']} {row['unit']}", f"{_bounds(said)} {said['unit']}")
    for layer, holds in right.items():
        yield page.outcome(layer, at, "hit" if holds else "miss", bounds)
    yield page.outcome("figure", at, "hit" if all(right.values()) else "miss", bounds)
    if not all(right.values()):
        yield page.outcome("figure", at, "extra", bounds)
    claim = _claim(page, said)
    if claim is None:
        return
    words = (row["measure"], claim["measure"])
    likely = likeness(claim["measure"] or "", row["measure"])
    for layer, enough in MEASURES.items():
        yield page.outcome(layer, at, "hit" if likely in enough else "miss", words)
    words = (row["status"], claim["status"])
    yield page.outcome("status", at, "hit" if words[0] == words[1] else "miss", words)
    yield from _period(page, row, claim)
    if _asks_for_indicators(page):
        yield from _indicator(page, at, (row.get("indicator", ""), claim["indicator"]))


def _period(page: Page, row: Row, claim: Row) -> Iterator[Outcome]:
    if row.get("period"):
        meant, said = tuple(row["period"]), (claim.get("period_start"), claim.get("period_end"))
        words = ("..".join(meant), "..".join(str(day) for day in said))
        same = dates.same(meant, said)
        yield page.outcome("period", row["at"], "hit" if same else "miss", words)


def _asks_for_indicators(page: Page) -> bool:
    """Tell whether the indicators of a report have been annotated."""
    return any("indicator" in row for row in page.gold["quantities"])


def _indicator(page: Page, at: int, words: tuple[str, str]) -> Iterator[Outcome]:
    meant, said = words
    if meant:
        yield page.outcome("indicator", at, "hit" if meant == said else "miss", words)
    if said and meant != said:
        yield page.outcome("indicator", at, "extra", words)


def _claim(page: Page, quantity: Row) -> Row | None:
    return next((row for row in page.said["claims"] if row["quantity"] == quantity["id"]), None)


def _extras(page: Page, paired: Mapping[int, Row]) -> Iterator[Outcome]:
    """Yield the traps taken: what was read where no figure stands. Ranks are not asked for."""
    known = {row["id"] for row in paired.values()}
    quiet = [
        range(row["at"] - 1, row["at"] + len(row["text"]) + 1)
        for row in page.gold["quantities"]
        if row.get("article")
    ]
    for said in page.said["quantities"]:
        start = said["num_start"]
        if said["id"] in known or said["kind"] == "rank" or any(start in span for span in quiet):
            continue
        for layer in ("quantity", "figure", "trap"):
            yield page.outcome(layer, start, "extra", ("", said["text"]))


def same_value(row: Row, said: Row) -> bool:
    """Whether both commit the writer to the same interval."""
    if row["kind"] == "ratio":
        return True
    low, high = _ends(said)
    if ABOUT.search(row["text"]) and _within(row, low, high):
        return True
    if low is None and BELOW.search(row["text"]):
        return _equal(high, row["high"])
    if VAGUE.search(row["num"]) and high is not None and row["high"] is not None:
        return _equal(low, row["low"]) and row["high"] <= high <= Decimal(str(row["high"])) * 2
    return _equal(low, row["low"]) and _equal(high, row["high"])


def same_unit(row: Row, said: Row) -> bool:
    """Whether both count in the same unit; 个 before a longer one counts for nothing."""
    if row["num"] == row["text"] and not row["unit"]:
        return True
    units = [_bare_unit(unit or "") for unit in (row["unit"], said["unit"])]
    return units[0] == units[1] or {*units} <= {"", "1"} or {*units} <= {"倍", "番", ""}


def _bare_unit(unit: str) -> str:
    return unit[1:] if unit.startswith("个") and len(unit) > 1 else unit


def _within(row: Row, low: Decimal | None, high: Decimal | None) -> bool:
    """Whether 约 was read around the figure: both ends open, or one on each side of it."""
    middle = (Decimal(str(row["low"])) + Decimal(str(row["high"]))) / 2
    return (low is None or low <= middle) and (high is None or high >= middle)


def _ends(said: Row) -> tuple[Decimal | None, Decimal | None]:
    low, high = said["low"], said["high"]
    return (
        None if low is None else Decimal(str(low)),
        None if high is None else Decimal(str(high)),
    )


def _bounds(said: Row) -> str:
    return f"{said['low']}..{said['high']}"


def _equal(said: Decimal | None, meant: float | None) -> bool:
    if said is None or meant is None:
        return said is None and meant is None
    return abs(said - Decimal(str(meant))) <= NEAR * max(abs(Decimal(str(meant))), NEAR)
