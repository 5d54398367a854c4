"""How cost grows with size, told without a clock that others can stop.

Processor time of this process is compared between two sizes, in turns, and the mildest ratio of a
few rounds counts: a neighbour can make a round look worse, never all of them, and never better.
Collecting garbage costs what all tests before left behind, so it waits.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Final

#: How much larger the large input is. Linear cost grows by as much, quadratic by its square.
FACTOR: Final = 4
#: What lies halfway between, and counts as linear still.
LINEAR: Final = 8
ROUNDS: Final = 5
#: Costs below this many seconds are too small to be compared.
NOTHING: Final = 0.002


def growth(work: Callable[[str], object], unit: str, size: int) -> float:
    """Return by how much the work on a unit repeated to a size grows with FACTOR."""
    small, large = (unit * (length // len(unit)) for length in (size, size * FACTOR))
    mildest = float("inf")
    for _ in range(ROUNDS):
        mildest = min(mildest, _seconds(work, large) / max(_seconds(work, small), NOTHING))
        if mildest < LINEAR:
            break
    return mildest


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.disable()
    try:
        start = time.process_time()
        work(text)
        return time.process_time() - start
    finally:
        gc.enable()
