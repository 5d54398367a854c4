"""Growth and change: 比上年增加34件、增长3.95%; 从29件增加到65件; A、B分别增长x%和y%.

A rate of change belongs to the figure right before it only if nothing but 同比增长 and the like
stands between them: in "增加值9亿元，投资增长5%" the 5 % are of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import (
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
from reportparse.relations.mentions import Mention, Sentence, printed, same_unit

Direction = Literal["rise", "fall"]

#: "增长", "同比减少", "，比上年增长了": nothing but a change, so it speaks of the figure before.
BARE_CHANGE: Final = re.compile(
    r"[，、,（( ]*(?:分别|均)?(?P<basis>" + any_of("basis") + r")?(?:分别|均|又|再)?[，,]?"
    r"(?:按?可比[价口][格径]?(?:计算)?|按不变价(?:计算)?|同口径)?[，,]?(?:实际|名义)?"
    r"(?:(?P<rise>" + any_of("rise") + r")|(?P<fall>" + any_of("fall") + r"))(?:了|幅度?)?"
    r"(?:达到?|为)?[约近超]?"
)
#: "增加到", "下降至", "提高到2030年": between the two figures of a change.
REACHED: Final = re.compile(
    r"[，, ]*(?:逐年|逐步|已|又)?(?:(?P<rise>" + any_of("rise") + r")|(?P<fall>" + any_of("fall")
    + r"))(?:到|至)了?[^，。；、]{0,10}"
)  # fmt: skip
#: "从2019年的", "由", right before the first figure of a change.
SINCE: Final = re.compile(r"[从由](?:[^，。；、从由]{0,12}的?)?$")
#: "（上年同期375件": a base that is printed beside the figure.
LAST_YEAR: Final = re.compile(r"[，、,（( ]*(?:而)?(?:上年|去年|上年度)(?:同期|同口径)?(?:为|是|共)?")
#: "，分别增长": opens rates for several figures, in their order.
RESPECTIVELY: Final = re.compile("分别")
#: "、" and "和" between the rates of such a list.
AND: Final = re.compile(r"[、和及与 ]+")
#: Words that tell of another definition or other prices than the levels printed.
COMPARABLE: Final = re.compile(any_of("comparable"))
#: 增长1.1倍 in per cent.
PER_MULTIPLE: Final = HUNDRED


@dataclass(frozen=True, slots=True)
class ChangeFrom:
    """A figure, what it changed from or by, and the stated change."""

    now: Claim
    #: `None` where the text gives no base.
    before: Claim | None
    #: Stated rate of change, in per cent, points or multiples; `None` where none is stated.
    change: Claim | None
    #: Stated amount of the change.
    delta: Claim | None
    direction: Direction
    cue: str
    verdict: Verdict
    #: Change in per cent (points for rates) that the printed figures give.
    implied: Decimal | None
    #: "97 / 197 − 1 = −50.76%".
    formula: str
    #: Whether the words allow that the rate has another base: 可比口径, 增加值.
    comparable: bool = False

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


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words around a figure say of a change, before it is judged."""

    now: Mention
    direction: Direction
    cue: str
    before: Mention | None = None
    change: Mention | None = None
    delta: Mention | None = None


def find_changes(text: Sequence[Sentence]) -> tuple[ChangeFrom, ...]:
    """Return the changes of a text, in its order."""
    return tuple(
        _judged(reading, COMPARABLE.search(_around(sentence, reading)) is not None)
        for sentence in text
        for reading in _readings(sentence)
    )


def _readings(sentence: Sentence) -> Iterator[Reading]:
    """Yield the changes of one sentence; a figure takes part in one of them only."""
    mentions = sentence.mentions
    at = 0
    while at < len(mentions):
        reading = _from_to(mentions, at) or _against_last_year(mentions, at) or _by(mentions, at)
        if reading is None:
            several = _respectively(mentions, at)
            yield from several
            at += max(len(several), 1)
        else:
            yield reading
            stated = (reading.now, reading.before, reading.change, reading.delta)
            at += sum(one is not None for one in stated)


def _from_to(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read 从A增加到B, with the rate behind it if there is one."""
    if at + 1 >= len(mentions):
        return None
    before, now = mentions[at], mentions[at + 1]
    cue = REACHED.fullmatch(now.lead)
    if cue is None or SINCE.search(before.lead) is None or not same_unit(before, now):
        return None
    reading = Reading(now, _direction(cue), cue.group().strip("，, "), before)
    return _with_rate(mentions, at + 2, reading)


def _against_last_year(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "97件（上年197件），下降50.76%"."""
    if at + 2 >= len(mentions):
        return None
    now, before, change = mentions[at : at + 3]
    if not LAST_YEAR.fullmatch(before.lead) or not same_unit(before, now):
        return None
    cue = BARE_CHANGE.fullmatch(change.lead.lstrip("）) "))
    if cue is None:
        return None
    return _with_rate(mentions, at + 2, Reading(now, _direction(cue), cue.group(), before))


def _by(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "，同比增长5%" and "，比上年增加34件，增长3.95%" behind a figure."""
    if at + 1 >= len(mentions):
        return None
    now, next_ = mentions[at], mentions[at + 1]
    cue = BARE_CHANGE.fullmatch(next_.lead)
    if cue is None or now.is_rate or RESPECTIVELY.search(next_.lead):
        return None
    reading = Reading(now, _direction(cue), _cue_text(cue))
    if next_.is_rate:
        return replace(reading, change=next_)
    if not same_unit(now, next_):
        return None
    return _with_rate(mentions, at + 2, replace(reading, delta=next_))


def _with_rate(mentions: Sequence[Mention], at: int, reading: Reading) -> Reading:
    """Add the rate that stands behind a change: "…，增长3.95%"."""
    if at >= len(mentions) or not mentions[at].is_rate:
        return reading
    cue = BARE_CHANGE.fullmatch(mentions[at].lead.lstrip("）) "))
    if cue is None or RESPECTIVELY.search(mentions[at].lead):
        return reading
    return replace(reading, change=mentions[at], direction=_direction(cue))


def _respectively(mentions: Sequence[Mention], at: int) -> tuple[Reading, ...]:
    """Read "A、B，分别增长x%和y%" where `mentions[at]` is the first of the rates."""
    cue = BARE_CHANGE.fullmatch(mentions[at].lead)
    if cue is None or not mentions[at].is_rate or "分别" not in mentions[at].lead:
        return ()
    end = at + 1
    while end < len(mentions) and mentions[end].is_rate and AND.fullmatch(mentions[end].lead):
        end += 1
    levels = mentions[max(2 * at - end, 0) : at]
    if len(levels) < end - at or any(one.is_rate for one in levels) or end - at < 2:
        return ()
    return tuple(
        Reading(now, _direction(cue), _cue_text(cue), change=change)
        for now, change in zip(levels, mentions[at:end], strict=True)
    )


def _judged(reading: Reading, comparable: bool) -> ChangeFrom:
    """Judge a change by the base or the amount that is printed with it."""
    inputs, work = _work(reading)
    verdict, implied = _verdict(reading, inputs, work)
    claims = (reading.before, reading.change, reading.delta)
    return ChangeFrom(
        reading.now.claim,
        *(None if one is None else one.claim for one in claims),
        reading.direction,
        reading.cue,
        verdict,
        implied,
        _formula(reading, verdict),
        comparable,
    )


def _verdict(
    reading: Reading, inputs: tuple[Stated, ...], work: Work
) -> tuple[Verdict, Decimal | None]:
    """Return the verdict on a change, and the change that the printed figures give."""
    if not inputs:
        return "untestable", None
    implied = at_print(inputs, work)
    if reading.change is not None:
        return judge(_signed(reading.change, reading.direction), inputs, work), implied
    if reading.delta is not None or implied is None:
        return "untestable", implied
    # From and to alone: only the direction can be wrong, and a standstill is not.
    against = implied < 0 if reading.direction == "rise" else implied > 0
    return ("fails" if against and not _hedged(inputs) else "holds"), implied


def _work(reading: Reading) -> tuple[tuple[Stated, ...], Work]:
    """Return what a change is worked out from, and how."""
    now = reading.now.stated
    points = reading.change is not None and reading.change.claim.quantity.kind == "point"
    if reading.before is not None:
        if points or reading.now.is_rate:
            return (now, reading.before.stated), difference
        return (now, reading.before.stated), times(growth, HUNDRED)
    if reading.delta is not None:
        return (now, _signed(reading.delta, reading.direction)), times(growth_by, HUNDRED)
    return (), difference


def _signed(change: Mention, direction: Direction) -> Stated:
    """Return a stated change with its sign, multiples in per cent: 下降5% is -5."""
    scale = PER_MULTIPLE if change.claim.quantity.kind == "multiple" else Decimal(1)
    factor = -scale if direction == "fall" else scale
    stated = change.stated
    hedged = None if stated.hedged is None else stated.hedged.scaled(factor)
    return Stated(stated.value * factor, stated.place * scale, hedged)


def _formula(reading: Reading, verdict: Verdict) -> str:
    """Write a change out: "97 / 197 - 1 = -50.76%"."""
    now = printed(reading.now)
    sign = "≠" if verdict == "fails" else "="
    minus = "-" if reading.direction == "fall" else ""
    result = "?" if reading.change is None else minus + reading.change.claim.quantity.text
    if reading.before is not None and reading.change is None:
        order = "<" if (reading.direction == "rise") == (verdict != "fails") else ">"
        return f"{printed(reading.before)} {order} {now}"
    if reading.before is not None:
        base = printed(reading.before)
        points = reading.now.is_rate
        left = f"{now} - {base}" if points else f"{now} / {base} - 1"
        return f"{left} {sign} {result}"
    if reading.delta is not None:
        delta = printed(reading.delta)
        base = f"{now} + {delta}" if reading.direction == "fall" else f"{now} - {delta}"
        return f"{minus}{delta} / ({base}) {sign} {result}"
    return f"{now} / ? - 1 {sign} {result}"


def _hedged(inputs: Sequence[Stated]) -> bool:
    return any(one.hedged is not None for one in inputs)


def _direction(cue: re.Match[str]) -> Direction:
    return "rise" if cue["rise"] else "fall"


def _cue_text(cue: re.Match[str]) -> str:
    """Return the words of a change without what separates them from the figure before."""
    return cue.group().strip("，、,（( ")


def _around(sentence: Sentence, reading: Reading) -> str:
    """Return the words in which a change is told, from its measure on."""
    last = reading.change or reading.delta or reading.now
    first = reading.before or reading.now
    words = sentence.text[: last.claim.quantity.end - sentence.start]
    return first.clause + reading.now.claim.measure + words[first.claim.quantity.at - sentence.start :]
