"""Keeps what came of a report when it was read for the first time, before any rule had seen it.

Whoever works on a rule sees the corpus; what it scores today says that nothing got worse. Only
the first reading of a report says how well one is read that nobody knew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evaluation import gold
from evaluation.outcomes import Outcome
from evaluation.tables import Tally, tallies

KEPT = gold.CORPORA / "unseen.json"
Reports = Mapping[str, Mapping[str, Tally]]


@dataclass(frozen=True, slots=True)
class Draw:
    """Reports that were written and read for the first time together, against one library."""

    #: What came of each report, by layer.
    reports: Reports
    #: How many entries of their gold were mended after it, where that was counted.
    corrected: int | None = None


def load() -> list[Draw]:
    """Return the draws, the oldest first, each as it came out."""
    rows = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else []
    return [Draw(_tallies(row["reports"]), row["corrected"]) for row in rows]


def added(draws: Sequence[Draw], name: str, outcomes: Sequence[Outcome]) -> list[Draw]:
    """Add a report to the last draw; what was kept of one in any draw stays as it is."""
    if any(name in draw.reports for draw in draws):
        return list(draws)
    *before, last = draws or (Draw({}),)
    return [*before, replace(last, reports={**last.reports, name: tallies(outcomes)})]


def save(draws: Sequence[Draw]) -> None:
    """Write the draws, one report a line."""
    KEPT.write_text("[" + ",".join(map(_written, draws)) + "\n]\n", encoding="utf-8")


def together(layers: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """Add the tallies of several reports.

    >>> together([{"mark": Tally(3, 1, 0)}, {"mark": Tally(2, 0, 1)}])
    {'mark': Tally(hit=5, miss=1, extra=1)}
    """
    sums: Counter[tuple[str, str]] = Counter()
    for counted in layers:
        for layer, tally in counted.items():
            sums[layer, "hit"] += tally.hit
            sums[layer, "miss"] += tally.miss
            sums[layer, "extra"] += tally.extra
    names = dict.fromkeys(layer for layer, _ in sums)
    return {
        layer: Tally(*(sums[layer, result] for result in ("hit", "miss", "extra")))
        for layer in names
    }


def _written(draw: Draw) -> str:
    lines = [
        f"  {json.dumps(name)}: {json.dumps(_plain(draw.reports[name]))}"
        for name in sorted(draw.reports)
    ]
    reports = ",\n".join(lines)
    return f'\n {{"corrected": {json.dumps(draw.corrected)}, "reports": {{\n{reports}\n }}}}'


def _tallies(rows: Mapping[str, Mapping[str, Sequence[int]]]) -> Reports:
    return {
        name: {layer: Tally(*counts) for layer, counts in layers.items()}
        for name, layers in rows.items()
    }


def _plain(counted: Mapping[str, Tally]) -> dict[str, list[int]]:
    return {layer: [one.hit, one.miss, one.extra] for layer, one in sorted(counted.items())}
