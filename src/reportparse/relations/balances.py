"""Balances: left over before + new = done + left over after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import Verdict, judge_equal
from reportparse.relations.mentions import (
    Item,
    Mention,
    Sentence,
    printed,
    same_unit,
    with_clauses,
)
from reportparse.relations.slips import explains, is_any_slip

Role = Literal["before", "inflow", "outflow", "after"]
Roles = tuple[tuple[Role, re.Pattern[str]], ...]

#: How many sentences before the rest the new cases may be told.
REACH: Final = 4
#: What each figure of a balance is called. The order matters: 未办结 is left over, not done.
ROLES: Final[Roles] = (
    ("before", re.compile(any_of("before"))),
    ("after", re.compile(any_of("after"))),
    ("inflow", re.compile(any_of("inflow"))),
    ("outflow", re.compile(any_of("outflow"))),
)
#: What each figure of a stock is called: money, people on a list.
STOCK: Final[Roles] = (
    ("before", re.compile(any_of("opening"))),
    ("after", re.compile(any_of("closing"))),
    ("inflow", re.compile(any_of("coming"))),
    ("outflow", re.compile(any_of("going"))),
)
#: "其中上年结转", "（含旧存": within the figure before.
WITHIN: Final = re.compile("其中|含|包括")
#: "全年收到申请70件", some sentences before what became of them.
CAME_IN: Final = re.compile(any_of("inflow", "received"))


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
        told = _told(sentence, ROLES)
        if len(told) == len(ROLES):
            found.append(_in_order(sentence, told))
        elif len(told) == len(ROLES) - 1 and "inflow" not in told:
            found.append(_with_inflow(told, text[max(place - REACH, 0) : place + 1]))
        else:
            found.append(_stock(sentence))
    return tuple(one for one in found if one is not None)


def _in_order(sentence: Sentence, told: dict[Role, Mention]) -> Balance | None:
    """Relate four figures of cases; where another way out closes the gap, they are not all."""
    balance = _balance(told)
    if balance is None or balance.verdict != "fails":
        return balance
    known = {one.claim.id for one in told.values()}
    others = [one for one in sentence.mentions if one.claim.id not in known]
    gaps = {abs(gap) for _, gap in _gaps(balance)}
    closed = any(one.stated.value in gaps for one in others if same_unit(one, told["after"]))
    return None if closed else balance


def _stock(sentence: Sentence) -> Balance | None:
    """Relate the figures of a stock; other flows may go untold, so only a slip is a fault."""
    told = _told(sentence, STOCK)
    balance = _balance(told) if len(told) == len(STOCK) else None
    if balance is None or balance.verdict != "fails":
        return balance
    return balance if any(explains([claim], gap) for claim, gap in _gaps(balance)) else None


def _with_inflow(told: dict[Role, Mention], before: Sequence[Sentence]) -> Balance | None:
    """Look for what came in: what closes the balance, or is said to and misses it by a slip."""
    known = {one.claim.id for one in told.values()}
    every = (one for sentence in before for one in sentence.mentions)
    earlier = [one for one in every if one.claim.id not in known]
    balances = [_balance({**told, "inflow": one}) for one in reversed(earlier)]
    closing = (one for one in balances if one and one.verdict != "fails")
    return next(closing, None) or _with_named(told, earlier)


def _with_named(told: dict[Role, Mention], earlier: Sequence[Mention]) -> Balance | None:
    """Relate the one figure before that is said to have come in.

    Of another sentence, or beside more figures, it may be of other cases or not all that came in,
    so there a slip must explain the misfit.
    """
    sentence = told["after"].claim.sentence
    like = [one for one in earlier if same_unit(one, told["after"])]
    beside = [one for one in like if one.claim.sentence == sentence]
    named = [one for one in (beside or like) if _is_inflow(one)]
    balance = _balance({**told, "inflow": named[0]}) if len(named) == 1 else None
    return balance if balance and (len(beside) == 1 or _is_slip(balance)) else None


def _is_inflow(mention: Mention) -> bool:
    """Tell a figure that is said to have come in, in all and in this period."""
    claim = mention.claim
    own = not claim.change and claim.scope not in {"part", "each"}
    came_in = CAME_IN.search(mention.clause) is not None
    return own and came_in and _role(mention.clause, ROLES) != "before"


def _is_slip(balance: Balance) -> bool:
    """Tell whether one slip of one figure keeps a balance from closing."""
    return any(is_any_slip([claim], gap) for claim, gap in _gaps(balance))


def _gaps(balance: Balance) -> Iterator[tuple[Claim, Decimal]]:
    """Yield each figure with what must be added to it for the balance to close."""
    values = [claim.quantity.value or Decimal(0) for _, claim in balance.members]
    over = values[0] + values[1] - values[2] - values[3]
    for (_, claim), sign in zip(balance.members, (-1, -1, 1, 1), strict=True):
        yield claim, sign * over


def _told(sentence: Sentence, roles: Roles) -> dict[Role, Mention]:
    """Return the figures of a sentence by their roles, in the first unit that has the most."""
    if len(sentence.mentions) < len(ROLES) - 1:
        return {}
    kinds = {"count"} if roles is ROLES else {"count", "money"}
    told = [
        (mention, words)
        for mention, words in with_clauses(sentence.mentions)
        if mention.claim.quantity.kind in kinds
    ]
    units = dict.fromkeys(mention.measured_in for mention, _ in told)
    found = (
        _in_unit([one for one in told if one[0].measured_in == unit], roles) for unit in units
    )
    return max(found, key=len, default={})


def _in_unit(told: Sequence[Item], roles: Roles) -> dict[Role, Mention]:
    """Return figures of one unit by their roles; empty where one is told twice among them."""
    found: dict[Role, Mention] = {}
    for mention, words in told:
        role = _role(words, roles)
        if role in found:
            # "审结案件中调解823件" behind all the figures of the balance tells more of one.
            return found if len(found) >= len(ROLES) - 1 else {}
        if role is not None:
            found[role] = mention
    return found


def _balance(told: dict[Role, Mention]) -> Balance | None:
    """Judge four figures, if they count in the same.

    What was left over may be told among what came in (其中上年结转12件); then nothing fails.
    """
    before, inflow = told["before"], told["inflow"]
    outflow, after = told["outflow"], told["after"]
    if not all(same_unit(before, one) for one in (inflow, outflow, after)):
        return None
    verdict = judge_equal((before.stated, inflow.stated), (outflow.stated, after.stated))
    if verdict == "fails" and WITHIN.search(before.clause):
        return None
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


def _role(words: str, roles: Roles) -> Role | None:
    """Tell which figure of a balance this is, by the words of its clause."""
    return next((role for role, pattern in roles if pattern.search(words)), None)
