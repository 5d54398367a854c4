"""Figures of a list that share the unit behind its last: 分别提高15、22个百分点.

Only 分别 tells such a list from a range (五六个) or from numbers of things (3、4号楼).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from reportparse.figure import Figure
from reportparse.interval import Interval

#: 分别提高15、 before 22个百分点
LIST: Final = re.compile(r"分别[^，。；：\d\n]{0,12}(?P<list>(?:\d{1,9}(?:\.\d{1,4})?、){1,8})\Z")
PLAIN: Final = re.compile(r"\d+(?:\.(?P<decimals>\d+))?")
#: Characters before a figure within which its list begins.
REACH: Final = 80


def find_shared(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the figures whose unit stands behind a later one of their list."""
    for last in figures:
        if last.unit and text[last.num_at - 1 : last.num_at] == "、" and _is_plain(text, last):
            yield from _members(text, last)


def _is_plain(text: str, figure: Figure) -> bool:
    """Tell whether a figure is bare digits: in 3、5万元 the first may be 万 or not."""
    bare = PLAIN.fullmatch(text, figure.num_at, figure.num_end)
    return bare is not None and figure.at == figure.num_at and figure.hedge == "exact"


def _members(text: str, last: Figure) -> Iterator[Figure]:
    start = max(0, last.num_at - REACH)
    found = LIST.search(text[start : last.num_at])
    if found is None:
        return
    first = start + found.start("list")
    for number in PLAIN.finditer(text, first, last.num_at):
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
