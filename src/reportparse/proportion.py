"""Figures of a shape of their own: 百分之八十, 三分之二, 一半, 3.9:39.0:57.1, （190/200）, 第3位.

Each shape is a pattern with what reads it; they are tried in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from reportparse.cardinal import ONE
from reportparse.compounds import compound_at
from reportparse.counting import is_quoted
from reportparse.figure import Figure, wording
from reportparse.interval import Interval
from reportparse.magnitude import CHINESE, Number
from reportparse.numerals import parse_number, read_numeral
from reportparse.unitless import unitless_at

#: 3.9:39.0:57.1, 2.1∶1
RATIO: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[:：∶][0-9]+(?:\.[0-9]+)?)+")
#: （190/200）
QUOTIENT: Final = re.compile(r"(?<=[（(])([0-9]+)/([0-9]+)(?=[)）])")
#: 百分之八十, 三分之二, 千分之2.4
PARTS: Final = re.compile(
    rf"(?P<below>[{CHINESE}0-9]{{1,8}})分之(?P<above>[0-9]+(?:\.[0-9]+)?|[{CHINESE}]{{1,9}})"
)
#: 一半, 过半, 半数, 超半数; not 双过半
HALF: Final = re.compile(
    r"一半(?![导路])|(?<!大)半数(?=[以的企党])|(?<=[过超近])半数|(?<=[过近])(?<!双过)半(?![数百天年个径路小])"
)
#: What 百分之 and 千分之 make.
KINDS: Final = {"百": ("%", "percent"), "千": ("‰", "permille")}
#: 第3位, behind a verb of standing; 前10名.
RANK: Final = re.compile(r"([0-9]{1,4})(位|名)")
STANDING: Final = re.compile(r"[居列排名次占升第跃][一-龥]{0,6}第$")


def proportion_at(text: str, at: int) -> tuple[bool, Figure | None]:
    """Return whether a shape of this module begins at `at`, and its figure unless it has none."""
    if at and text[at - 1] == "第":
        return True, _rank(text, at)
    whole = compound_at(text, at) or unitless_at(text, at)
    if whole is not None:
        return True, whole
    for pattern, read in SHAPES:
        match = pattern.match(text, at)
        if match is not None:
            return True, read(text, match)
    return False, None


def _rank(text: str, at: int) -> Figure | None:
    """Read 居全省第3位; any other ordinal is no quantity."""
    match = RANK.match(text, at)
    if match is None or not STANDING.search(text[max(0, at - 9) : at]):
        return None
    value = Decimal(match[1])
    return Figure(
        at - 1, match.end(), at, match.end(1), value, Interval.point(value), "exact", ONE,
        match[2], match[2], "rank",
    )  # fmt: skip


def _ratio(_: str, match: re.Match[str]) -> Figure | None:
    """Read 3.9:39.0:57.1 and 2.1∶1; a clock is none."""
    members = re.split("[:：∶]", match[0])
    is_clock = (
        len(members) <= 3 and "." not in match[0] and "∶" not in match[0] and len(members[1]) == 2
    )
    if is_clock and sum(map(int, members)) != 100:
        return None
    value = None
    if len(members) == 2 and Decimal(members[1]):
        value = Decimal(members[0]) / Decimal(members[1])
    interval = Interval(None, None) if value is None else Interval.point(value)
    return Figure(
        match.start(),
        match.end(),
        match.start(),
        match.end(),
        value,
        interval,
        "exact",
        ONE,
        kind="ratio",
    )


def _quotient(_: str, match: re.Match[str]) -> Figure:
    """Read （190/200） as the fraction it is."""
    below = Decimal(match[2])
    value = Decimal(match[1]) / below if below else None
    interval = Interval(None, None) if value is None else Interval.point(value)
    at, end = match.span()
    return Figure(at, end, at, end, value, interval, "exact", ONE, kind="fraction")


def _half(text: str, match: re.Match[str]) -> Figure:
    """Read 一半, 近一半, 过半."""
    at, end = match.span()
    half = Decimal("0.5")
    hedge = "more" if at and text[at - 1] == "过" else ""
    words = wording(text, (at, end), half, Number(at, end, end, half, half, hedge=hedge))
    return Figure(
        words.at, words.end, at, end, half, words.interval, words.hedge, half, kind="fraction"
    )


def _parts(text: str, match: re.Match[str]) -> Figure | None:
    """Read 百分之八十, 千分之二, 三分之二."""
    above = parse_number(match["above"])
    unit, kind = KINDS.get(match["below"], ("", "fraction"))
    below = ONE if unit else parse_number(match["below"])
    if above is None or not below:
        return None
    value = above / below
    # 三分之一 is as fine as its thirds.
    numeral = read_numeral(match["above"]) if unit else None
    place = ONE / below if numeral is None else numeral.place
    at, end = match.span()
    words = wording(text, (at, end), value, Number(at, end, end, value, place))
    # 百分之 is the unit of 百分之八十, 八十 its numeral; 三分之二 is one numeral.
    num_at = match.start("above") if unit else at
    written = match["below"] + "分之" if unit else ""
    return Figure(
        words.at, words.end, num_at, end, value, words.interval, words.hedge, place,
        unit, written, kind, article=is_quoted(text, words.at, words.end),
    )  # fmt: skip


#: Shapes in the order in which they are tried, with what reads them.
SHAPES: Final[
    tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Figure | None]], ...]
] = (
    (RATIO, _ratio),
    (QUOTIENT, _quotient),
    (PARTS, _parts),
    (HALF, _half),
)
