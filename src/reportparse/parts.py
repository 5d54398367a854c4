"""Which figures are parts of one told before: 其中…, 分季度看，…."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from reportparse.clauses import Setting
from reportparse.phrases import read_before
from reportparse.spot import VIEW, Counted, Spot, kin

#: What is told of a crop behind its area, even behind ；: 种植面积52万亩；「总产量」21万吨.
YIELD: Final = re.compile("总产量?|产量|单产|(?:平均)?亩产|每亩产量")
#: What opens the parts of the figure before.
PARTS: Final = "其中"


def figure_before(
    settings: Sequence[Setting], index: int, found: Sequence[Counted]
) -> Counted | None:
    """Return the figure before in the sentence, not how long it went on: 连续10个月."""
    here = settings[index]
    if not here.follows or ("；" in here.earlier and not YIELD.match(here.before)):
        return None
    before = settings[index - 1]
    long = before.quantity.kind == "duration" and before.before.endswith("连续")
    return found[-2] if long and before.follows else found[-1]


def is_part(spot: Spot) -> bool:
    """Tell whether a figure is one part of another, which later words go on about."""
    whole = spot.whole
    return whole is not None and kin(whole.unit) == spot.unit and not spot.before.governed


def opens_parts(setting: Setting) -> bool:
    """Tell whether a figure is the first part of what was counted before: 其中, 分季度看."""
    earlier = setting.earlier
    return PARTS in setting.before or PARTS in earlier or VIEW.search(earlier) is not None


def goes_on(setting: Setting) -> bool:
    """Tell whether parts go on behind a ；: 电气80起，占40%；「用火」70起."""
    read = read_before(setting.before)
    return read.noun != "" and read.verb == ""


def whole_of(setting: Setting, last: Counted | None, heads: Mapping[str, str]) -> Counted | None:
    """Return what a first part is of: the figure before, or what counted in its unit last."""
    unit = setting.quantity.unit
    noun = heads.get(kin(unit), "")
    if noun and (last is None or kin(last.unit) != kin(unit)):
        return Counted(noun, noun, "", unit)
    return last
