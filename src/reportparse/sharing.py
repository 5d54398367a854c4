"""Figures of a list that share a unit: 分别提高15、22个百分点, 回落1.1个和0.4个百分点.

Only 分别 tells a list of bare numbers from a range (五六个) or from numbers of things (3、4号楼).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from reportparse.figure import Figure
from reportparse.interval import Interval

#: What stands between the figures of a list.
JOINTS: Final = "、和与及"
#: 分别提高15、 before 22个百分点, 分别快于全国0.5和 before 1.2个百分点
LIST: Final = re.compile(
    r"分别[^，。；：\d\n]{0,12}(?P<list>(?:\d{1,9}(?:\.\d{1,4})?、){0,8}\d{1,9}(?:\.\d{1,4})?[、和与及])\Z"
)
PLAIN: Final = re.compile(r"\d+(?:\.(?P<decimals>\d+))?")
#: What 个 counts where the list ends in 个百分点.
POINTS: Final = "百分点"
#: Characters before a figure within which its list begins.
REACH: Final = 80


def find_shared(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the figures whose unit stands behind a later one of their list."""
    for last in figures:
        if last.unit and _joined(text, last.num_at - 1) and _is_plain(text, last):
            yield from _members(text, last)


def share_points(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Give 个 the unit 百分点 where the next figure of its list has it: 1.1个和0.4个百分点."""
    shared = list(figures)
    for place in range(len(shared) - 2, -1, -1):
        one, following = shared[place : place + 2]
        if (
            one.unit_text == "个"
            and following.unit == POINTS
            and following.num_at == one.end + 1
            and _joined(text, one.end)
        ):
            shared[place] = replace(one, unit=POINTS, kind=following.kind)
    return shared


def _joined(text: str, at: int) -> bool:
    """Tell whether a joint of a list stands at an offset."""
    return text[at : at + 1] in tuple(JOINTS)


def _is_plain(text: str, figure: Figure) -> bool:
    """Tell whether a figure is bare digits: in 3、5万元 the first may be 万 or not."""
    bare = PLAIN.fullmatch(text, figure.num_at, figure.num_end)
    return bare is not None and figure.at == figure.num_at and figure.hedge == "exact"


def _members(text: str, last: Figure) -> Iterator[Figure]:
    start = max(0, last.num_at - REACH)
    found = LIST.search(text, start, last.num_at)
    if found is None:
        return
    for number in PLAIN.finditer(text, found.start("list"), last.num_at):
        value = Decimal(number.group())
        at, end = number.span()
        place = Decimal(1).scaleb(-len(number["decimals"] or ""))
        yield replace(
            last,
            at=at,
            end=end,
            num_at=at,
            num_end=end,
            value=value,
            interval=Interval.point(value),
            place=place,
            unit_text="",
        )
