"""One figure: its record, and what the characters right around it change.

A hedge widens it, a sign turns it, 成 stands for tenths, 翻一番 doubles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from reportparse.hedges import committed, hedge_after, hedge_before
from reportparse.interval import Interval
from reportparse.magnitude import Number

#: 负 and hyphens are signs only behind these.
SIGN: Final = re.compile(r"(?:^|[\n，。；：:、,(（为至是])[-−－负]\Z")
#: 翻一番 doubles, 翻两番 quadruples.
DOUBLING: Final = re.compile(r"翻了?(?:近|约|超|超过)?$")
TWO: Final = Decimal(2)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as found, in view offsets."""

    at: int
    end: int
    num_at: int
    num_end: int
    value: Decimal | None
    interval: Interval
    hedge: str
    place: Decimal
    unit: str = ""
    unit_text: str = ""
    kind: str = "count"
    per: str = ""
    article: bool = False


def hedged(text: str, figure: Figure, number: Number, *, duration: bool) -> Figure:
    """Widen a figure by the hedges before and behind it."""
    before, start = hedge_before(text, figure.at)
    behind, end = hedge_after(text, figure.end, duration=duration)
    hedge = before or behind or number.hedge
    if figure.value is None:
        interval = _vague(figure, number, plain=not (before or behind))
    else:
        # 超 before 余 leaves the upper end open: the excess alone would narrow it.
        step = number.step if hedge == number.hedge and not before else None
        interval = committed(figure.value, hedge, step)
    return replace(figure, at=start, end=end, hedge=hedge or "exact", interval=interval)


def _vague(figure: Figure, number: Number, *, plain: bool) -> Interval:
    """Return what 几十 or 三五 commits to; a further hedge leaves both ends open."""
    if number.interval is None or not plain:
        return Interval(None, None)
    return number.interval.scaled(Decimal(10)) if figure.unit_text == "成" else number.interval


def in_tenths(figure: Figure) -> Figure:
    """Turn 成 into per cent: 七成 is 70 %."""
    if figure.unit != "成" or figure.value is None:
        return replace(figure, unit="%") if figure.unit == "成" else figure
    return replace(figure, value=figure.value * 10, place=figure.place * 10, unit="%")


def doubled(text: str, figure: Figure) -> Figure | None:
    """Read 翻一番 as twice, 翻两番 as four times (国家统计局)."""
    verb = DOUBLING.search(text[max(0, figure.num_at - 4) : figure.num_at])
    if verb is None or figure.value is None or not 0 < figure.value <= 10:
        return None
    value = TWO**figure.value
    start = figure.num_at - len(verb[0])
    return replace(figure, at=start, value=value, interval=Interval.point(value), unit="倍")


def signed(text: str, figure: Figure) -> Figure:
    """Take a minus sign that stands at a boundary; 减负237亿元 has none."""
    before = text[max(0, figure.num_at - 2) : figure.num_at]
    bound = SIGN.search(before) or (
        figure.unit in ("%", "‰", "℃") and before[-1:] in ("-", "−", "－")
    )
    if figure.value is None or not bound:
        return figure
    return replace(figure, at=figure.at - 1, num_at=figure.num_at - 1, value=-figure.value)
