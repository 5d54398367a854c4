"""Reports with their gold: those of this repository, and the seed where it stands beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "corpora"
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Sample:
    """A report to read, and what a careful reader finds in it."""

    name: str
    path: Path
    gold: Mapping[str, Any]


def corpora() -> list[Sample]:
    """Return the reports of this repository."""
    return [
        _sample(path.stem, CORPORA / "text" / f"{path.stem}.txt", path)
        for path in sorted((CORPORA / "gold").glob("*.json"))
    ]


def seed() -> list[Sample]:
    """Return the seed report, or nothing where it is not at hand."""
    gold = SHARED / "seed" / "gold.json"
    if not gold.is_file():
        return []
    source = json.loads(gold.read_text(encoding="utf-8"))["source"]
    return [_sample("seed", gold.parent / source, gold)]


def _sample(name: str, path: Path, gold: Path) -> Sample:
    return Sample(name, path, json.loads(gold.read_text(encoding="utf-8")))
