"""Balances: left over before + new = done + left over after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import Verdict, judge_equal
from reportparse.relations.mentions import Mention, Sentence, printed, same_unit

Role = Literal["before", "inflow", "outflow", "after"]

#: What each figure of a balance is called. The order matters: 未办结 is left over, not done.
ROLES: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    ("before", re.compile(any_of("before"))),
    ("after", re.compile(any_of("after"))),
    ("inflow", re.compile(any_of("inflow"))),
    ("outflow", re.compile(any_of("outflow"))),
)


@dataclass(frozen=True, slots=True)
class Balance:
    """The four figures of a stock that is worked off."""

    before: Claim
    inflow: Claim
    outflow: Claim
    after: Claim
    cue: str
    verdict: Verdict
    #: "8 + 70 = 66 + 12".
    formula: str

    kind: ClassVar[Literal["balance"]] = "balance"

    @property
    def members(self) -> tuple[tuple[str, Claim], ...]:
        """The four figures, each with its role."""
        return (
            ("before", self.before),
            ("inflow", self.inflow),
            ("outflow", self.outflow),
            ("after", self.after),
        )


def find_balances(text: Sequence[Sentence]) -> tuple[Balance, ...]:
    """Return the balances of a text: each stands in one sentence and names all four figures."""
    return tuple(one for sentence in text if (one := _balance(sentence)) is not None)


def _balance(sentence: Sentence) -> Balance | None:
    """Read the balance of one sentence; a role that is told twice makes it unreadable."""
    if len(sentence.mentions) < len(ROLES):
        return None
    told: dict[Role, Mention] = {}
    for mention in sentence.mentions:
        role = _role(mention)
        if role is None or mention.claim.quantity.kind != "count":
            continue
        if role in told:
            return None
        told[role] = mention
    if len(told) < len(ROLES):
        return None
    before, inflow = told["before"], told["inflow"]
    outflow, after = told["outflow"], told["after"]
    if not all(same_unit(before, one) for one in (inflow, outflow, after)):
        return None
    verdict = judge_equal((before.stated, inflow.stated), (outflow.stated, after.stated))
    sign = "≠" if verdict == "fails" else "="
    return Balance(
        before.claim,
        inflow.claim,
        outflow.claim,
        after.claim,
        "结转",
        verdict,
        f"{printed(before)} + {printed(inflow)} {sign} {printed(outflow)} + {printed(after)}",
    )


def _role(mention: Mention) -> Role | None:
    """Tell which figure of a balance this is, by the words of its clause."""
    return next((role for role, pattern in ROLES if pattern.search(mention.clause)), None)
