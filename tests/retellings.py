"""Figures told twice, and pairs that only look like it, as reports of many kinds tell them."""

from __future__ import annotations

from pathlib import Path

#: What stands for a code where two figures are of two things.
APART = "apart"


def retellings() -> list[tuple[str, str, str]]:
    """Return code or "apart", name and marked text of each pair."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    blocks = [block for block in text.strip().split("\n\n") if not block.startswith("#")]
    heads = [(*block.partition("\n")[0].split(": "), block.partition("\n")[2]) for block in blocks]
    return [(code, name, told) for code, name, told in heads]


def of(*codes: str) -> list[tuple[str, str, str]]:
    """Return the pairs of some codes."""
    return [row for row in retellings() if row[0] in codes]
