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

#: How many sentences before the rest the new cases may be told.
REACH: Final = 4
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
    """Return the balances of a text; what came in may be told some sentences before the rest."""
    found: list[Balance | None] = []
    for place, sentence in enumerate(text):
        told = _told(sentence)
        if len(told) == len(ROLES):
            found.append(_balance(told))
        elif len(told) == len(ROLES) - 1 and "inflow" not in told:
            found.append(_with_inflow(told, text[max(place - REACH, 0) : place]))
    return tuple(one for one in found if one is not None)


def _with_inflow(told: dict[Role, Mention], before: Sequence[Sentence]) -> Balance | None:
    """Look for what came in; its words do not tie it to the rest, so the balance must close."""
    earlier = [one for sentence in before for one in sentence.mentions]
    balances = (_balance({**told, "inflow": one}) for one in reversed(earlier))
    return next((one for one in balances if one and one.verdict != "fails"), None)


def _told(sentence: Sentence) -> dict[Role, Mention]:
    """Return the figures of a sentence by their roles; empty where a role is told twice."""
    told: dict[Role, Mention] = {}
    for mention in sentence.mentions if len(sentence.mentions) >= len(ROLES) - 1 else ():
        role = _role(mention) if mention.claim.quantity.kind == "count" else None
        if role in told:
            return {}
        if role is not None:
            told[role] = mention
    return told


def _balance(told: dict[Role, Mention]) -> Balance | None:
    """Judge four figures, if they count in the same."""
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
