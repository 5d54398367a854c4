"""Figures without a unit that are none the less figures: 生师比为16.8, 基尼系数0.38.

A bare number, or a range of two, counts behind the name of a measure that has no unit; the names
are data (`data/unitless.toml`).
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Final

from reportparse.cardinal import ONE
from reportparse.counting import is_quoted
from reportparse.figure import Figure, wording
from reportparse.interval import Interval
from reportparse.magnitude import Number

#: 16.8, 105, 5.21～7.08, with what may stand behind: a stop, a verb, no unit.
BARE: Final = re.compile(
    r"(?P<low>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?:[—–~～-](?P<high>[0-9]{1,6}(?:\.[0-9]{1,4})?))?"
    r"(?=[，。；、（()）\n变提上下降升缩扩回增减到至左]|\Z|以[上下内])"
)
#: How far before the number its measure may end.
REACH: Final = 36
#: 下降, 缩小到: verbs that may begin the clause behind the one that names the measure.
MOVES: Final = "(?:缩小|扩大|提高|提升|上升|下降|降低|回落|增加|减少|升|降)了?[到至为]?"
#: Words between a measure and a whole number: 指数为105, 降至98.
SAYS: Final = re.compile(rf"(?:为|是|达到?|得分|{MOVES})(?:约|近|超|不足|不超过|超过|高于|低于)?$")
#: What ends in a figure of its own (指数PM2.5, 指数平台3.0), an order, a range that falls.
NAMED: Final = re.compile('(?:[第前居列“"A-Za-z.—–~～-]|平台|系统|体系|模型|榜单?)$')


def unitless_at(text: str, at: int) -> Figure | None:
    """Return the figure of a unitless measure whose number begins at `at`, if there is one.

    >>> unitless_at("小学生师比为16.8。", 6).value
    Decimal('16.8')
    """
    match = BARE.match(text, at)
    before = text[max(0, at - REACH) : at]
    if match is None or NAMED.search(before):
        return None
    measure = _measures().search(before)
    if measure is None or not ("." in match[0] or SAYS.search(measure["gap"])):
        return None
    return _figure(text, match)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    """Build the figure of a number, or of a range that rises."""
    low, high = Decimal(match["low"]), Decimal(match["high"] or match["low"])
    if match["high"] and low >= high:
        return None
    at, end = match.span()
    exponent = low.as_tuple().exponent
    place = ONE.scaleb(exponent) if isinstance(exponent, int) else ONE
    words = wording(text, (at, end), low, Number(at, end, end, low, place))
    ranged = bool(match["high"])
    return Figure(
        words.at, words.end, at, end, None if ranged else low,
        Interval(low, high) if ranged else words.interval, "range" if ranged else words.hedge,
        place, kind="ratio", article=is_quoted(text, words.at, words.end),
    )  # fmt: skip


@cache
def _measures() -> re.Pattern[str]:
    """Compile: a measure, an aside, and what stands between it and the number."""
    data = files("reportparse").joinpath("data", "unitless.toml").read_text("utf-8")
    names = "|".join(sorted(tomllib.loads(data)["measures"], key=len, reverse=True))
    gap = rf"[^，。；、：（）()\n%]{{0,12}}(?:，(?:平?均值?为?|(?:比上年|较上年|同比)?{MOVES}))?"
    return re.compile(rf"(?:{names})(?:[（(][^（）()\n]{{1,14}}[）)])?(?P<gap>{gap})$")
