"""Keeps what came of a report when it was read for the first time, before any rule had seen it.

Whoever works on a rule sees the corpus; what it scores today says that nothing got worse. Only
the first reading of a report says how well one is read that nobody knew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from evaluation import gold
from evaluation.outcomes import Outcome
from evaluation.tables import Tally, tallies

KEPT = gold.CORPORA / "unseen.json"
Kept = Mapping[str, Mapping[str, Tally]]


def load() -> dict[str, dict[str, Tally]]:
    """Return the tallies of each report by layer, as they were first."""
    rows = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
    return {
        name: {layer: Tally(*counts) for layer, counts in layers.items()}
        for name, layers in rows.items()
    }


def added(kept: Kept, name: str, outcomes: Sequence[Outcome]) -> Kept:
    """Add a report; what was kept of one stays as it is."""
    return {name: tallies(outcomes), **kept}


def save(kept: Kept) -> None:
    """Write the tallies, one report a line."""
    lines = [f" {json.dumps(name)}: {json.dumps(_plain(kept[name]))}" for name in sorted(kept)]
    KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


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


def _plain(counted: Mapping[str, Tally]) -> dict[str, list[int]]:
    return {layer: [one.hit, one.miss, one.extra] for layer, one in sorted(counted.items())}
