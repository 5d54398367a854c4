"""A stated rate with the figures that it is of: what the finders of rates return."""

from __future__ import annotations

from dataclasses import dataclass

from reportparse.relations.kernel import Verdict
from reportparse.relations.mentions import Mention


@dataclass(frozen=True, slots=True)
class Rated:
    """A stated rate with the figures it is of."""

    rate: Mention
    part: Mention
    whole: Mention
    cue: str
    verdict: Verdict
    #: Further parts of a share of several: 两项合计占35%.
    others: tuple[Mention, ...] = ()
