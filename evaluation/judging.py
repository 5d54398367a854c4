"""Claims drawn report by report, judged by a reader, and what became of them since.

`draw` prints the claims; the reader's verdicts are kept under `evaluation/judged`, one line a
claim: where it stands, how it was read, what is right, and which way it went wrong. No sentence
of a report is kept. Where the reports are at hand, the file scores today's reading as well.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import reportparse as rp
from evaluation.gold import SHARED
from evaluation.likeness import likeness

JUDGED = Path(__file__).parent / "judged"
#: How much of the text is shown on either side of a figure.
BEFORE, AFTER = 110, 45
RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader says of one claim; `error` is the class of what went wrong."""

    report: str
    start: int
    end: int
    #: As it was read when it was judged; a period is its words, or first and last day.
    measure: str
    status: str
    period: str
    #: right, wrong or arguable; "" where it was not judged.
    measure_is: str
    #: What the measure, or status and days, should have been, where that was wrong.
    meant: str
    status_is: str
    period_is: str
    error: str


def draw(paths: Sequence[Path], each: int, seed: int) -> Iterator[tuple[Path, rp.Claim, str]]:
    """Yield `each` claims of every report in the order of the text, with the words around."""
    for path in paths:
        report = rp.read(path)
        chance = random.Random(f"{seed} {path.stem}")  # noqa: S311 -- drawn for reading
        rows = sorted(chance.sample(range(len(report.claims)), min(each, len(report.claims))))
        for row in rows:
            claim = report.claims[row]
            yield path, claim, _shown(report, claim)


def line(claim: rp.Claim) -> str:
    """Return everything that was read of one figure."""
    period = claim.period.text if claim.period else "—"
    parts = (claim.actor, claim.action, period, claim.status, claim.scope, claim.change)
    return f"[{claim.measure}] " + " · ".join(part or "—" for part in (*parts, claim.basis))


def tables() -> list[Path]:
    """Return the tables of judged claims; findings are judged in tables of their own."""
    return [path for path in sorted(JUDGED.glob("*.tsv")) if "findings" not in path.stem]


def load(path: Path) -> list[Verdict]:
    """Read a file of verdicts."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [
            Verdict(**{**row, "start": int(row["start"]), "end": int(row["end"])}) for row in rows
        ]


def save(path: Path, verdicts: Sequence[Verdict]) -> None:
    """Write a file of verdicts."""
    names = [one.name for one in fields(Verdict)]
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, delimiter="\t", lineterminator="\n")
        writer.writerow(names)
        writer.writerows([[getattr(one, name) for name in names] for one in verdicts])


def shares(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """Return the share of each that the reader found right as it was then."""
    columns = {"measure": "measure_is", "status": "status_is", "period": "period_is"}
    judged = {
        name: [getattr(one, column) for one in verdicts if getattr(one, column)]
        for name, column in columns.items()
    }
    return {name: said.count(RIGHT) / len(said) for name, said in judged.items() if said}


def today(verdicts: Sequence[Verdict]) -> Iterator[tuple[Verdict, str, bool]]:
    """Yield today's measure of each judged figure, and whether it is right."""
    for one, claim in _again([one for one in verdicts if one.measure_is]):
        said = claim.measure if claim else ""
        yield one, said, likeness(said, _meant(one)) in ("exact", "contains")


def standing(verdicts: Sequence[Verdict]) -> Iterator[tuple[Verdict, str, bool]]:
    """Yield today's status and days of each figure judged by days, and whether both are right."""
    for one, claim in _again([one for one in verdicts if ".." in one.period]):
        said = stood(claim) if claim else ""
        yield one, said, said == (one.meant or f"{one.status} {one.period}")


def stood(claim: rp.Claim) -> str:
    """Return status, first and last day of a figure: actual 2023-01-01..2023-12-31."""
    start, end = (claim.period.start, claim.period.end) if claim.period else (None, None)
    return f"{claim.status} {start or ''}..{end or ''}"


def _again(verdicts: Sequence[Verdict]) -> Iterator[tuple[Verdict, rp.Claim | None]]:
    """Read the reports again in which figures were judged."""
    for name in sorted({one.report for one in verdicts}):
        paths = [path for path in SHARED.glob(f"reports/{name}.*") if path.suffix != ".md"]
        if not paths:
            continue
        claims = {claim.quantity.span.start: claim for claim in rp.read(paths[0]).claims}
        for one in verdicts:
            if one.report == name:
                yield one, claims.get(one.start)


def _meant(verdict: Verdict) -> str:
    return verdict.meant or verdict.measure


def _shown(report: rp.Report, claim: rp.Claim) -> str:
    text, span = report.document.text, claim.quantity.span
    before = text[max(0, span.start - BEFORE) : span.start]
    return f"{before}«{span.of(text)}»{text[span.end : span.end + AFTER]}".replace("\n", "⏎")
