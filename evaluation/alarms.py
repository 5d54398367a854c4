"""Errors and warnings that real reports meet, each judged by a reader who went to the source.

A wrong one is mended by a general rule, or its check lowered; its row stays, to say what it was.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import reportparse as rp
from evaluation.gold import SHARED

JUDGED = Path(__file__).parent / "judged" / "findings-2026.tsv"
WRONG = "wrong"


class Alarm(NamedTuple):
    """A finding that is shown without being asked for: where, and of which check."""

    report: str
    code: str
    start: int
    end: int


def judged(path: Path = JUDGED) -> dict[Alarm, str]:
    """Return the verdict on each finding that a reader judged."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            Alarm(row["report"], row["code"], int(row["start"]), int(row["end"])): row["verdict"]
            for row in csv.DictReader(lines, delimiter="\t")
        }


def shown(folder: Path = SHARED / "reports") -> Iterator[Alarm]:
    """Yield the errors and warnings that a reader of real reports is shown by default."""
    for path in sorted(folder.glob("*")):
        if path.suffix not in {".md", ".jsonl"}:
            for one in rp.read(path).findings:
                if one.shown_to("default"):
                    yield Alarm(path.stem, one.code, one.span.start, one.span.end)


def standing(verdicts: dict[Alarm, str], now: list[Alarm]) -> Counter[str]:
    """Count what is shown now by verdict; "" for what nobody judged."""
    return Counter(verdicts.get(one, "") for one in now)


def lost(verdicts: dict[Alarm, str], now: list[Alarm]) -> list[Alarm]:
    """Return what was judged to be no mistake and is shown no longer."""
    return [one for one, verdict in verdicts.items() if verdict != WRONG and one not in now]
