"""Shares of several figures together: 复议40件、诉讼30件，两类合计占35%.

The words say of how many figures the share is, and they are the ones right before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportparse.relations.chains import chain_before
from reportparse.relations.kernel import HUNDRED, Stated, Verdict, pooled, times
from reportparse.relations.kernel import judge as judged
from reportparse.relations.mentions import Mention, Sentence, alike, summable

#: "，两项合计占全部案件的", "，两者共占": the share is of all the figures right before it.
TOGETHER: Final = re.compile(
    r"[，,；; ]*(?:以上|上述|这)?(?P<count>[两二三四五六]|[2-6])(?:者|项|类|种|类案件|项工作|部分)"
    r"[^，。；、]{0,6}?(?:合计|共计|共|总共|加起来|一共)?占[^，。；、]{0,16}$"
)
COUNTS: Final = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}

Pooled = tuple[tuple[Mention, ...], Mention, Verdict]


def is_pooled(rate: Mention) -> bool:
    """Tell whether the words of a rate say that it is of several figures."""
    return "占" in rate.lead and TOGETHER.search(rate.lead) is not None


def pooled_share(sentence: Sentence, at: int) -> Pooled | None:
    """Read a share of several figures together: parts, whole and verdict."""
    rate = sentence.mentions[at]
    parts = _parts(sentence, at)
    wholes = sentence.mentions[: at - len(parts)] if parts else ()
    like = (one for one in reversed(wholes) if alike(one, parts[0]))
    fits = [(parts, whole, _fit(parts, whole, rate)) for whole in like]
    return next((one for one in fits if one[2] != "fails"), fits[0] if len(fits) == 1 else None)


def _parts(sentence: Sentence, at: int) -> tuple[Mention, ...]:
    """Return the figures that a share is of together, as many as its words say."""
    cue = TOGETHER.search(sentence.mentions[at].lead)
    if cue is None or not at:
        return ()
    count = COUNTS.get(cue["count"]) or int(cue["count"])
    before = chain_before(sentence.mentions, at - 1)[1 - count :]
    parts = (*before, sentence.mentions[at - 1])
    return parts if len(parts) == count and all(summable(one) for one in parts) else ()


def _fit(parts: Sequence[Mention], whole: Mention, rate: Mention) -> Verdict:
    """Tell whether the parts together are the stated share of the whole."""
    inputs: list[Stated] = [one.stated for one in (*parts, whole)]
    return judged(rate.stated, inputs, times(pooled(len(parts)), HUNDRED))
