"""Figures told twice, and pairs that only look like it, as reports of many kinds tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from evaluation.operators import altered

#: What stands for a code where two figures are of two things, or agree.
APART, ALIKE = "apart", "alike"
#: A figure, and no year, month or day.
FIGURE = re.compile(r"\d+(?:\.\d+)?(?![\d.年月日])")


def retellings() -> list[tuple[str, str, str]]:
    """Return code or "apart", name and marked text of each pair."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    blocks = [block for block in text.strip().split("\n\n") if not block.startswith("#")]
    heads = [(*block.partition("\n")[0].split(": "), block.partition("\n")[2]) for block in blocks]
    return [(code, name, told) for code, name, told in heads]


def of(*codes: str) -> list[tuple[str, str, str]]:
    """Return the pairs of some codes."""
    return [row for row in retellings() if row[0] in codes]


def twins(text: str) -> Iterator[str]:
    """Yield a text with its last figure altered, or made a slip of the one before."""
    *before, last = FIGURE.finditer(text)
    numerals = [numeral for _, numeral in altered(last.group())]
    for found in before[-1:]:
        numerals += [found.group(), *(numeral for _, numeral in altered(found.group()))]
    yield from (text[: last.start()] + one + text[last.end() :] for one in numerals)
