"""One figure: its record, and what the characters right around it change.

A hedge widens it, a minus sign turns it, 翻一番 doubles.
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
#: No report doubles anything more often; a larger figure is another word.
MOST_DOUBLINGS: Final = 10
MINUS: Final = "-−－负"
#: Units before which a hyphen is a sign even behind a word: 环比-2.1%, 气温-5℃.
SIGNED_UNITS: Final = ("%", "‰", "℃")
OPEN: Final = Interval(None, None)


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


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words around a figure make of it: where they begin and end, hedge and interval."""

    at: int
    end: int
    hedge: str
    interval: Interval


def wording(text: str, span: tuple[int, int], value: Decimal | None, number: Number) -> Wording:
    """Read the hedges before and behind a figure that spans numeral and unit."""
    before, start = hedge_before(text, span[0])
    behind, end = hedge_after(text, span[1])
    hedge = before or behind or number.hedge
    if value is None:
        interval = _vague(number, plain=not (before or behind))
    else:
        # 超 before 余 leaves the upper end open: the excess alone would narrow it.
        step = number.step if hedge == number.hedge and not before else None
        interval = committed(value, hedge, step)
    return Wording(start, end, hedge or "exact", interval)


def _vague(number: Number, *, plain: bool) -> Interval:
    """Return what 几十 or 三五 commits to; a further hedge leaves both ends open."""
    return number.interval if number.interval is not None and plain else OPEN


def doubled(text: str, figure: Figure) -> Figure | None:
    """Read 翻一番 as twice, 翻两番 as four times (国家统计局)."""
    verb = DOUBLING.search(text[max(0, figure.num_at - 4) : figure.num_at])
    if verb is None or figure.value is None or not 0 < figure.value <= MOST_DOUBLINGS:
        return None
    value = TWO**figure.value
    start = figure.num_at - len(verb[0])
    # 翻一番多 and 翻一番以上: no upper end, 翻近一番 no lower one.
    interval = committed(value, figure.hedge, None)
    return replace(figure, at=start, value=value, interval=interval, unit="倍")


def is_negative(text: str, at: int, unit: str) -> bool:
    """Tell a minus sign before `at` from 减负237亿元 and from the hyphen of a name."""
    if not at or text[at - 1] not in MINUS:
        return False
    if unit in SIGNED_UNITS and text[at - 1] != "负":
        return True
    return bool(SIGN.search(text[max(0, at - 2) : at]))
