"""Draws figures to be read by eye: quantities, and digits and numerals that were passed over.

The draw is fixed by its seed, so that who reads it can be checked.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import reportparse as rp

#: Digits of every width, and Chinese numerals, alone or in runs.
NUMERAL = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?|[零〇一二两三四五六七八九十百千万亿几半]+")
CONTEXT = 18
#: How many of one report may be drawn at least, and how many times its even share at most.
LEAST, MOST = 5, 3


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure in its sentence; `note` says how it was read."""

    report: str
    shown: str
    note: str


def draw(paths: Sequence[Path], count: int, seed: int) -> tuple[list[Drawn], list[Drawn]]:
    """Return `count` quantities and `count` numerals that are none.

    No report gives more than its share several times over: one long report would fill both lists.
    """
    chance = random.Random(seed)  # noqa: S311 -- drawn for reading, not for secrets
    share = max(LEAST, MOST * count // max(1, len(paths)))
    taken: list[Drawn] = []
    passed: list[Drawn] = []
    for path in paths:
        with suppress(rp.UnreadableSource):
            report = rp.read(path)
            taken += _some(chance, list(_taken(report)), share)
            passed += _some(chance, list(_passed(report)), share)
    return _some(chance, taken, count), _some(chance, passed, count)


def _some(chance: random.Random, rows: Sequence[Drawn], count: int) -> list[Drawn]:
    return chance.sample(rows, min(count, len(rows)))


def _taken(report: rp.Report) -> Iterator[Drawn]:
    text = report.document.text
    for claim in report.claims:
        one = claim.quantity
        low, high = one.interval.low, one.interval.high
        note = f"{low}..{high} {one.unit} | {claim.measure} | {claim.status}"
        yield Drawn(Path(report.name).stem, _shown(text, one.span.start, one.span.end), note)


def _passed(report: rp.Report) -> Iterator[Drawn]:
    text = report.document.text
    covered = bytearray(len(text))
    for one in report.quantities:
        covered[one.span.start : one.span.end] = b"\1" * (one.span.end - one.span.start)
    for found in NUMERAL.finditer(text):
        if not any(covered[found.start() : found.end()]):
            yield Drawn(Path(report.name).stem, _shown(text, *found.span()), "")


def _shown(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return " ".join(f"{before}«{text[start:end]}»{after}".split())
