"""Compares two runs: every gain and every loss, with its sentence.

A score that stays the same may hide ten gains and ten losses; who changes a rule reads these.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.outcomes import Outcome, plain

Key = tuple[str, str, int]

#: Better to worse; a place that a run says nothing of has neither.
RANK = {"hit": 1, "": 0, "miss": -1, "extra": -1}


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one place: a gain if it is better now."""

    gained: bool
    before: Outcome | None
    after: Outcome | None

    def __str__(self) -> str:
        shown = self.after or self.before
        assert shown is not None
        said = self.after.said if self.after else "—"
        was = self.before.said if self.before else "—"
        sign = "+" if self.gained else "-"
        meant = f" (gold: {shown.meant})" if shown.meant else ""
        return (
            f"{sign} {shown.report} {shown.layer}: {was or '—'} -> {said or '—'}{meant}\n"
            f"    {shown.sentence}"
        )


def save(path: Path, outcomes: Iterable[Outcome]) -> None:
    """Write a run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [json.dumps(plain(one), ensure_ascii=False) for one in outcomes]
    path.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


def load(path: Path) -> list[Outcome]:
    """Read a run that was saved."""
    return [Outcome(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def changes(before: Iterable[Outcome], after: Iterable[Outcome]) -> Iterator[Change]:
    """Yield every place that is better or worse than before, by layer and report."""
    old, new = _worst(before), _worst(after)
    for key in sorted(old.keys() | new.keys(), key=lambda key: (key[1], key[0], key[2])):
        was, now = old.get(key), new.get(key)
        step = RANK[now.result if now else ""] - RANK[was.result if was else ""]
        if step:
            yield Change(step > 0, was, now)


def _worst(outcomes: Iterable[Outcome]) -> Mapping[Key, Outcome]:
    """Return one outcome a place; what is both missed and read wrongly counts as missed."""
    kept: dict[Key, Outcome] = {}
    for one in outcomes:
        if one.key not in kept or RANK[one.result] < RANK[kept[one.key].result]:
            kept[one.key] = one
    return kept
