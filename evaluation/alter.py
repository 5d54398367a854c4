"""Alters one figure of a relation that holds, and asks whether an audit shows it.

Planted faults are few; this makes one of every digit that stands in a recorded relation between
plain figures, and so measures what a slip of the pen would have to be to go unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import reportparse as rp
from evaluation.gold import Sample

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Alteration:
    """One digit of one figure replaced, and the loudest finding that then points at it."""

    report: str
    kind: str
    formula: str
    figure: str
    altered: str
    #: `error`, `warning`, `note`, or `` where nobody noticed.
    shown: str


def alterations(samples: Sequence[Sample]) -> Iterator[Alteration]:
    """Yield what came of every alteration."""
    for sample in samples:
        record = rp.read(sample.path).to_dict()
        for relation in record["relations"]:
            if relation["verdict"] == "holds" and relation["kind"] in ("sum", "ratio", "change"):
                yield from _altered(sample.name, record, relation)


def _altered(name: str, record: Row, relation: Row) -> Iterator[Alteration]:
    members = [_figure(record, member["claim"]) for member in relation["members"]]
    if len(members) < 3 or any(row["hedge"] != "exact" for row in members):
        return
    for row in members:
        text = record["text"]
        start, end = row["num_start"], row["num_end"]
        changed = _slip(text[start:end])
        if changed is None:
            continue
        audited = rp.parse(text[:start] + changed + text[end:]).to_dict()
        shown = _loudest(audited["findings"], start, end)
        yield Alteration(name, relation["kind"], relation["formula"], row["text"], changed, shown)


def _figure(record: Row, claim: str) -> Row:
    quantity = next(row["quantity"] for row in record["claims"] if row["id"] == claim)
    found: Row = next(row for row in record["quantities"] if row["id"] == quantity)
    return found


def _slip(numeral: str) -> str | None:
    """Return the numeral with its first digit one off: 198 -> 298, 9.5 -> 8.5."""
    first = numeral[0]
    if not (first.isascii() and first.isdigit()) or first == "0":
        return None
    return (str(int(first) + 1) if first < "9" else "8") + numeral[1:]


def _loudest(findings: Sequence[Row], start: int, end: int) -> str:
    shown = {
        one["severity"]
        for one in findings
        for place in (one, *one["evidence"])
        if place["start"] <= start < place["end"] or start <= place["start"] < end
    }
    return next((level for level in ("error", "warning", "note") if level in shown), "")
