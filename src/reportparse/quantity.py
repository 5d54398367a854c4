"""Quantities: numeral and unit, with the interval that the words commit their writer to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportparse.interval import Interval
from reportparse.span import Span

Kind = Literal[
    "count", "money", "percent", "point", "permille", "multiple", "fraction", "ratio", "rank",
    "length", "area", "volume", "mass", "energy", "power", "duration", "temperature",
    "concentration", "score",
]  # fmt: skip
Hedge = Literal["exact", "about", "more", "less", "at_least", "at_most", "range"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as the text states it."""

    #: The whole expression with hedge and unit, in the document.
    span: Span
    #: The numeral with its magnitude, in the document.
    numeral: Span
    text: str
    num_text: str
    #: View offsets of the whole expression, and of its numeral.
    at: int
    end: int
    num_at: int
    #: Nominal value, magnitude multiplied in; `None` for pure ranges (几十, 5—8万).
    value: Decimal | None
    #: What the words commit to.
    interval: Interval
    #: Canonical unit without magnitude; "" where there is none.
    unit: str
    unit_text: str
    kind: Kind
    hedge: Hedge
    #: Place of the last digit: 1.2万 gives 1000.
    precision: Decimal
    #: Denominator of a per-unit figure: "亩" in 300元/亩.
    per: str = ""
    #: Article or fixed name (一支队伍, 三项制度): kept so that it blocks, never a claim.
    article: bool = False
