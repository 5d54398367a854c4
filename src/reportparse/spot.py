"""A figure with everything around it that tells what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reportparse.clauses import RELATIVE, Setting
from reportparse.phrases import After, Before

#: Units that count the same things as another: 12起 of 40件.
KIN: Final = {
    "起": "件", "宗": "件", "例": "件", "桩": "件", "名": "人", "位": "人",
    "家次": "家", "户次": "户", "辆次": "辆",
}  # fmt: skip


#: How what was counted before is cut up: 分季度看，按规模分：, 从原因看，12月最多，.
VIEW: Final = re.compile(
    r"(?:[分按从][一-龥]{1,5}(?:看|分)|[一-龥]来看)[，,：:]|月最[多少高低][，,]"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts."""

    #: "调处成功的民间纠纷"
    measure: str
    #: The noun that a later clause without one takes over: "民间纠纷"; "" if it gives none.
    head: str
    #: The verb that governs the count: "调处成功".
    verb: str
    unit: str
    #: Whether the noun stands behind the figure, and so is the noun of no other.
    behind: bool = False
    #: Whether a 、 joins it to the figure before, so that a rate behind is told of both.
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure with all that the rules look at."""

    setting: Setting
    before: Before
    after: After
    #: The figure before it in the sentence.
    last: Counted | None
    #: The figure whose parts are being told: behind 其中.
    whole: Counted | None
    #: What was last counted in the paragraph, by unit.
    heads: dict[str, str]
    #: The noun that a 分别 gives the figure, else "".
    given: str
    #: The noun behind the next figure where that one only describes: 5家年产值「亿元以上」企业.
    ahead: str = ""

    @property
    def unit(self) -> str:
        """The figure's unit, or the one that it is kin to."""
        return kin(self.setting.quantity.unit)

    @property
    def relative(self) -> bool:
        """Whether the figure is a rate or a change."""
        return self.setting.quantity.kind in RELATIVE


def kin(unit: str) -> str:
    """Return one unit for all that count the same things.

    >>> kin("起"), kin("亩")
    ('件', '亩')
    """
    return KIN.get(unit, unit)
