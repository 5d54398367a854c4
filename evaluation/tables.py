"""Counts outcomes and prints them as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evaluation.outcomes import Outcome

#: What is asked, in the order of the table: layer, its name, whether extras count.
LAYERS = (
    ("heading", "title, issuer, addressee, year, date", False),
    ("mark", "outline: marks found", True),
    ("outline", "outline: with level and ordinal", True),
    ("quantity", "quantities: place", True),
    ("value", "— value and interval, where found", False),
    ("unit", "— unit, where found", False),
    ("figure", "quantities: place, value and unit", True),
    ("measure", "— measure", False),
    ("measure, exact", "— measure, to the letter", False),
    ("measure, touching", "— measure, or a modifier of it alone", False),
    ("status", "— status", False),
    ("period", "— period, where annotated", False),
    ("indicator", "indicators", True),
    ("relation", "relations: members", True),
    ("verdict", "— verdict, where found", False),
    ("finding", "planted faults found", False),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits, misses and extras of one layer."""

    hit: int
    miss: int
    extra: int

    @property
    def meant(self) -> int:
        """How many there are to find."""
        return self.hit + self.miss

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 where there is nothing."""
        return self.hit / self.meant if self.meant else 1.0

    @property
    def precision(self) -> float:
        """Share of what was found that is there."""
        return self.hit / (self.hit + self.extra) if self.hit + self.extra else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = 2 * self.hit + self.miss + self.extra
        return 2 * self.hit / both if both else 1.0

    @property
    def errors(self) -> float:
        """Errors for each hundred that there are to find."""
        return 100 * (self.miss + self.extra) / self.meant if self.meant else 0.0


def tallies(outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """Count the outcomes of each layer."""
    counts: Counter[tuple[str, str]] = Counter((one.layer, one.result) for one in outcomes)
    layers = {layer for layer, _ in counts}
    return {
        layer: Tally(*(counts[layer, result] for result in ("hit", "miss", "extra")))
        for layer in layers
    }


def table(counted: Mapping[str, Tally], reports: int) -> str:
    """Return the scores of some reports as a Markdown table."""
    rows = ["| what | in gold | precision | recall | F1 | errors per 100 |",
            "|---|---|---|---|---|---|"]  # fmt: skip
    for layer, name, extras in LAYERS:
        tally = counted.get(layer, Tally(0, 0, 0))
        if tally.meant or tally.extra:
            rows.append(_row(name, tally, extras=extras))
    for layer, name in (("trap", "traps taken for quantities"), ("false alarm", "false alarms")):
        extra = counted.get(layer, Tally(0, 0, 0)).extra
        rows.append(f"| {name} | {extra} in {reports} reports | | | | |")
    return "\n".join(rows)


def _row(name: str, tally: Tally, *, extras: bool) -> str:
    if not extras:
        return f"| {name} | {tally.meant} | | {tally.recall:.3f} | | {tally.errors:.1f} |"
    scores = f"{tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f}"
    return f"| {name} | {tally.meant} | {scores} | {tally.errors:.1f} |"


def aligned(markdown: str) -> str:
    """Return a Markdown table with its columns set under each other, for a terminal."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in markdown.split("\n")]
    kept = [row for row in rows if set(row[0]) != {"-"}]
    widths = [max(_width(row[column]) for row in kept) for column in range(len(kept[0]))]
    return "\n".join(_line(row, widths) for row in kept)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell + " " * (width - _width(cell)) if place == 0 else " " * (width - _width(cell)) + cell
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()


def _width(cell: str) -> int:
    """Return the columns that a cell fills; a Chinese character fills two."""
    return sum(2 if "\u2e80" <= character <= "\uffef" else 1 for character in cell)
