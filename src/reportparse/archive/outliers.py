"""Figures that stand out in an archive, by robust statistics; only ever notes.

A robust z is the distance from the median in units of 1.4826 times the median absolute deviation
(Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993, who flag beyond 3.5).
"""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reportparse.archive.comparisons import Clash, comparison, exhibit
from reportparse.archive.statements import Pages, Statement, by_key
from reportparse.findings import Confidence, Severity

#: Beyond so many robust standard deviations a figure stands out.
BEYOND: Final = 3.5
#: Work may double in a campaign, and places differ in size; a digit too many makes it tenfold.
LEAP, APART = math.log(3), math.log(8)
#: Fewer peers make no distribution.
PEERS: Final = 20
#: A spread below this is that of a standard, not of life; in natural logarithms.
LEAST: Final = 0.1
#: So many figures tell the size of a place.
ENOUGH: Final = 5
#: Kinds of figures whose ratio says something; shares and rates have a scale of their own.
AMOUNTS: Final = frozenset({"count", "money", "length", "area", "volume", "mass", "energy"})
CONSISTENT: Final = 1.4826


@comparison(
    "ARC105", Severity.NOTE, Confidence.MEDIUM,
    title="年际突变",
    said=("{measure}由上年{before}变为{now}，为{times}倍，明显异于同类",
          "{measure}: from {before} to {now}, {times} times, unlike its peers"),
)  # fmt: skip
def figure_jumps(pages: Pages) -> Iterator[Clash]:
    """A figure changes from one year to the next far more than those of other places."""
    for pairs in _moves(pages):
        ratios = [math.log(now.value / old.value) for old, now in pairs if old.value and now.value]
        middle = statistics.median(ratios)
        for (old, now), log, far in zip(pairs, ratios, robust(ratios), strict=True):
            if abs(far) > BEYOND and abs(log - middle) > LEAP:
                ratio = (now.value or 0) / (old.value or 1)
                values = (("measure", now.measure), ("before", old.text), ("now", now.text),
                          ("times", f"{ratio:.2g}"))  # fmt: skip
                yield Clash(now.report, values, (exhibit("now", now), exhibit("before", old)))


@comparison(
    "ARC106", Severity.NOTE, Confidence.LOW,
    title="同类离群",
    said=("{measure}{now}，约为同类中位数的{times}倍",
          "{measure}: {now}, about {times} times the median of its peers"),
)  # fmt: skip
def figure_is_unlike_its_peers(pages: Pages) -> Iterator[Clash]:
    """A figure is far from those that other places of the same level give."""
    far = {key: _apart(said) for key, said in _peers(pages).items()}
    sizes = _sizes(far.values())
    for said in far.values():
        logs = [log - sizes[one.report.doc] for one, log in said]
        for (one, apart), log, beyond in zip(said, logs, robust(logs), strict=True):
            if abs(beyond) > BEYOND and min(abs(log), abs(apart)) > APART:
                times = math.exp(apart)
                values = (("measure", one.measure), ("now", one.text), ("times", f"{times:.2g}"))
                yield Clash(one.report, values, (exhibit("now", one),))


#: In the order of their codes.
OUTLYING: Final = (figure_jumps, figure_is_unlike_its_peers)


def robust(values: Sequence[float]) -> list[float]:
    """Return each value's distance from the median in robust standard deviations.

    Of too few values none stands out: zeros.

    >>> robust([1.0, 2.0])
    [0.0, 0.0]
    """
    if len(values) < PEERS:
        return [0.0] * len(values)
    middle = statistics.median(values)
    spread = CONSISTENT * statistics.median(abs(value - middle) for value in values)
    return [(value - middle) / max(spread, LEAST) for value in values]


def _peers(pages: Pages) -> dict[tuple[object, ...], list[Statement]]:
    """Return what all places say of one thing, for each kind of report and year."""
    groups: defaultdict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for report in pages.reports:
        for key, now in _levels(pages.of.get(report.doc, ())).items():
            groups[key, report.kind, report.year].append(now)
    return groups


def _apart(said: Sequence[Statement]) -> list[tuple[Statement, float]]:
    """Return each figure with the logarithm of its ratio to the median."""
    logs = [math.log(one.value or 1) for one in said]
    middle = statistics.median(logs)
    return [(one, log - middle) for one, log in zip(said, logs, strict=True)]


def _sizes(groups: Iterable[list[tuple[Statement, float]]]) -> dict[str, float]:
    """Return how large each report's figures are as a whole: a large place has large figures."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for said in groups:
        for one, log in said:
            found[one.report.doc].append(log)
    return {doc: statistics.median(logs) if len(logs) >= ENOUGH else 0.0
            for doc, logs in found.items()}  # fmt: skip


def _moves(pages: Pages) -> Iterable[list[tuple[Statement, Statement]]]:
    """Return figures of two years, of all places together for each key, kind and year."""
    moves: defaultdict[tuple[object, ...], list[tuple[Statement, Statement]]] = defaultdict(list)
    for earlier, later in pages.pairs():
        before = _levels(pages.of.get(earlier.doc, ()))
        for key, now in _levels(pages.of.get(later.doc, ())).items():
            if key in before:
                moves[key, later.kind, later.year].append((before[key], now))
    return moves.values()


def _levels(said: tuple[Statement, ...]) -> dict[tuple[str, str], Statement]:
    """Return the amounts of a year that have a logarithm, of known indicators only."""
    return {
        key: one
        for key, one in by_key(said).items()
        if one.indicator and one.value is not None and one.value > 0 and one.kind in AMOUNTS
    }
