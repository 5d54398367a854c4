"""Growth and change, judged: what the words tell against what the printed figures give.

A rate alone (收入30万元，增长5%) has nothing printed to be set against, and makes no relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.relations.changing import Direction
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import (
    AGREEING,
    HUNDRED,
    Stated,
    Verdict,
    Work,
    at_print,
    difference,
    growth,
    growth_by,
    judge,
    times,
)
from reportparse.relations.listed import makes_up
from reportparse.relations.mentions import Mention, Sentence, printed, same_unit
from reportparse.relations.multiples import grown, is_times
from reportparse.relations.readings import Reading, readings

#: Words that tell of another definition or other prices than the levels printed.
COMPARABLE: Final = re.compile(any_of("comparable"))


@dataclass(frozen=True, slots=True)
class ChangeFrom:
    """A figure, its base as far as it is printed, and one statement of the change."""

    now: Claim
    #: `None` where the text gives the amount of the change and no base.
    before: Claim | None
    #: Stated rate of change, in per cent, points or multiples.
    change: Claim | None
    #: Stated amount of the change.
    delta: Claim | None
    direction: Direction
    cue: str
    verdict: Verdict
    #: What the printed figures give for the statement: per cent, points or an amount.
    implied: Decimal | None
    #: "97 / 197 - 1 = -50.76%".
    formula: str
    #: Whether the words allow that the rate has another base: 可比口径, 增加值.
    comparable: bool = False
    #: Where only a rate is stated of a count: least and greatest whole number that may have been
    #: the base; empty where there is none, `None` where the base needs no such search.
    bases: tuple[Decimal, ...] | None = None

    kind: ClassVar[Literal["change"]] = "change"

    @property
    def members(self) -> tuple[tuple[str, Claim], ...]:
        """The figures that are stated, each with its role."""
        named = (
            ("now", self.now),
            ("before", self.before),
            ("delta", self.delta),
            ("change", self.change),
        )
        return tuple((role, claim) for role, claim in named if claim is not None)


def find_changes(text: Sequence[Sentence]) -> tuple[ChangeFrom, ...]:
    """Return the changes of a text whose base or amount is printed, in its order.

    From A to B with no amount is a relation only where it contradicts itself (从7降到11).
    """
    changes = (
        _judged(told, comparable=_is_comparable(sentence, reading))
        for sentence in text
        for reading in readings(sentence)
        for told in _told(_of_whole(sentence, reading))
    )
    return tuple(one for one in changes if one.change or one.delta or one.verdict == "fails")


def _of_whole(sentence: Sentence, reading: Reading) -> Reading:
    """Return the change of a whole told behind its parts: 640件，其中旧存40件，比上年600件上升."""
    now, before = reading.now, reading.before
    if _verdict(reading)[0] != "fails":
        return reading
    told = sentence.mentions[: sentence.mentions.index(now)]
    like = [one for one in told if same_unit(one, now)]
    if before is None:
        return _fitting(reading, like)
    parts = next(
        (at for at, one in enumerate(like) if makes_up(one, [*like[at + 1 :], now])), None
    )
    if "其中" not in now.clause and parts is None:
        return reading
    whole = like[parts] if parts is not None else like[-1] if like else now
    base = before.stated.value
    near = min((now, whole), key=lambda one: abs(one.stated.value - base))
    return replace(reading, now=near)


def _fitting(reading: Reading, levels: Sequence[Mention]) -> Reading:
    """Return the change of the level before that it fits: 126件，其中行政26件，增加6件，增长5%."""
    wholes = (replace(reading, now=one) for one in reversed(levels) if not one.claim.change)
    return next((one for one in wholes if _verdict(one)[0] in AGREEING), reading)


def _told(reading: Reading) -> Iterator[Reading]:
    """Split what is stated: the amount of a change and its rate can be wrong each by itself."""
    if reading.before is None:
        yield reading
        return
    if reading.delta is not None:
        yield replace(reading, change=None, direction=reading.amount or reading.direction)
    if reading.reached and (reading.delta or reading.change):
        yield replace(reading, delta=None, change=None, direction=reading.reached)
    if reading.change is not None or reading.delta is None:
        yield replace(reading, delta=None)


def _judged(reading: Reading, *, comparable: bool) -> ChangeFrom:
    """Judge one statement of a change."""
    verdict, implied = _verdict(reading)
    before, change, delta = (None if one is None else one.claim for one in _rest(reading))
    return ChangeFrom(
        reading.now.claim,
        before,
        change,
        delta,
        reading.direction,
        reading.cue,
        verdict,
        implied,
        _formula(reading, verdict),
        comparable,
    )


def _rest(reading: Reading) -> tuple[Mention | None, Mention | None, Mention | None]:
    return reading.before, reading.change, reading.delta


def _verdict(reading: Reading) -> tuple[Verdict, Decimal | None]:
    """Return the verdict on a change, and the change that the printed figures give."""
    inputs, work = _work(reading)
    implied = at_print(inputs, work)
    stated = reading.change or reading.delta
    if stated is not None:
        verdict = judge(_signed(stated, reading.direction), inputs, work)
        # A level that rose by more than itself rose from nothing there can be.
        impossible = verdict == "untestable" and reading.direction == "rise"
        return ("fails" if impossible else verdict), implied
    # From and to alone: only the direction can be wrong, and a standstill is not.
    if implied is None or any(one.hedged is not None for one in inputs):
        return "untestable", implied
    against = implied < 0 if reading.direction == "rise" else implied > 0
    return ("fails" if against else "holds"), implied


def _work(reading: Reading) -> tuple[tuple[Stated, ...], Work]:
    """Return what a change is worked out from, and how."""
    now = reading.now.stated
    if reading.before is None:
        amount = reading.delta or reading.now
        way = reading.amount or reading.direction
        return (now, _signed(amount, way)), times(growth_by, HUNDRED)
    inputs = (now, reading.before.stated)
    return inputs, difference if reading.change is None else times(growth, HUNDRED)


def _signed(change: Mention, direction: Direction) -> Stated:
    """Return a stated change with its sign, multiples in per cent: 下降5% is -5."""
    scale = HUNDRED if change.claim.quantity.kind == "multiple" else Decimal(1)
    factor = -scale if direction == "fall" else scale
    stated = change.stated
    if is_times(change):
        # Three times as much has grown by two.
        return grown(stated)
    hedged = None if stated.hedged is None else stated.hedged.scaled(factor)
    return Stated(stated.value * factor, stated.place * scale, hedged)


def _formula(reading: Reading, verdict: Verdict) -> str:
    """Write a change out: "97 / 197 - 1 = -50.76%"."""
    fails, falls = verdict == "fails", reading.direction == "fall"
    stated = reading.change or reading.delta
    if stated is None and reading.before is not None:
        order = "<" if falls == fails else ">"
        return f"{printed(reading.before)} {order} {printed(reading.now)}"
    result = "" if stated is None else f"{'-' if falls else ''}{printed(stated)}"
    return f"{_left_side(reading)} {'≠' if fails else '='} {result}"


def _left_side(reading: Reading) -> str:
    """Write what a change is worked out from: "97 / 197 - 1", "34 / (894 - 34)"."""
    now = printed(reading.now)
    if reading.before is not None:
        base = printed(reading.before)
        return f"{now} / {base} - 1" if reading.change else f"{now} - {base}"
    delta = "" if reading.delta is None else printed(reading.delta)
    if (reading.amount or reading.direction) == "fall":
        return f"-{delta} / ({now} + {delta})"
    return f"{delta} / ({now} - {delta})"


def _is_comparable(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether the words of a change allow another base than the one printed."""
    places = [one.claim.quantity.at for one in reading.mentions]
    told = sentence.text[min(places) - sentence.start : max(places) - sentence.start]
    first = min(reading.mentions, key=lambda one: one.claim.quantity.at)
    return COMPARABLE.search(first.clause + reading.now.claim.measure + told) is not None
