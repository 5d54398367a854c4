"""How cost grows with the length of a report: 4 kB to 4 MB of UTF-8."""

from __future__ import annotations

import time

from reportparse.report import parse

SIZES = (4_000, 40_000, 400_000, 4_000_000)


def measure(text: str) -> dict[int, float]:
    """Return processor seconds by bytes, each the better of two runs."""
    found = {}
    for size in SIZES:
        length = size // 3
        grown = (text * (length // len(text) + 1))[:length]
        found[size] = min(_seconds(grown) for _ in range(2))
    return found


def _seconds(text: str) -> float:
    start = time.process_time()
    parse(text).to_json()
    return time.process_time() - start
