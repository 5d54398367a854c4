"""Draws figures to be read by eye: quantities, and digits and numerals that were passed over.

The draw is fixed by its seed, so that who reads it can be checked.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import reportparse as rp

#: Digits of every width, and Chinese numerals, alone or in runs.
NUMERAL = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?|[零〇一二两三四五六七八九十百千万亿几半]+")
CONTEXT = 18


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure in its sentence; `note` says how it was read."""

    report: str
    shown: str
    note: str


def draw(paths: Sequence[Path], count: int, seed: int) -> tuple[list[Drawn], list[Drawn]]:
    """Return `count` quantities and `count` numerals that are none."""
    taken: list[Drawn] = []
    passed: list[Drawn] = []
    for path in paths:
        try:
            report = rp.read(path)
        except rp.UnreadableSource:
            continue
        taken.extend(_taken(report))
        passed.extend(_passed(report))
    # Drawn for reading, not for secrets.
    chance = random.Random(seed)  # noqa: S311
    return tuple(chance.sample(rows, min(count, len(rows))) for rows in (taken, passed))  # type: ignore[return-value]


def _taken(report: rp.Report) -> Iterator[Drawn]:
    text = report.document.text
    for claim in report.claims:
        one = claim.quantity
        low, high = one.interval.low, one.interval.high
        note = f"{low}..{high} {one.unit} | {claim.measure} | {claim.status}"
        yield Drawn(report.name, _shown(text, one.span.start, one.span.end), note)


def _passed(report: rp.Report) -> Iterator[Drawn]:
    text = report.document.text
    covered = bytearray(len(text))
    for one in report.quantities:
        covered[one.span.start : one.span.end] = b"\1" * (one.span.end - one.span.start)
    for found in NUMERAL.finditer(text):
        if not any(covered[found.start() : found.end()]):
            yield Drawn(report.name, _shown(text, *found.span()), "")


def _shown(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return " ".join(f"{before}«{text[start:end]}»{after}".split())
