"""Claims: what each figure of a report counts, who did it, when, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportparse.actors import actor_in
from reportparse.clauses import BREAK, Setting, settings
from reportparse.dating import Calendar, untold
from reportparse.heading import Heading
from reportparse.lexicon import load_words
from reportparse.measure import count_all
from reportparse.outline import Section, section_at
from reportparse.period import Period
from reportparse.phrases import VERBS, read_before
from reportparse.quantity import Quantity
from reportparse.span import Span
from reportparse.spot import Counted
from reportparse.standing import (
    STEADY,
    Change,
    Direction,
    Scene,
    Scope,
    Status,
    change_of,
    scope_of,
    status_of,
)
from reportparse.view import View

#: How far back in its sentence a figure is read; rows of figures may go on without end.
SENTENCE: Final = 600
#: What words that lead to a figure and are verbs begin with: 达到, 提高到, 稳定在.
LIGHT: Final = load_words("cues.toml", "leading")


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure with its meaning."""

    id: str
    quantity: Quantity
    #: Innermost section that it stands in.
    section: Section | None
    #: Who acts, as named: "我镇"; "" when the text does not say.
    actor: str
    #: The verb that governs the count: "开展".
    action: str
    #: What is counted or measured: "普法宣传活动".
    measure: str
    period: Period | None
    status: Status
    scope: Scope
    #: The sentence, in the document.
    sentence: Span
    #: Which way a change goes; "" for a level.
    change: Direction = ""
    #: What a change starts from: "同比", "比上年末".
    basis: str = ""
    #: Which of the indicators that many reports share it states: "gdp"; "" for none.
    indicator: str = ""


def _topic(home: Section | None) -> str:
    """Return the title of a section, unless it is a sentence with figures of its own."""
    title = home.title if home else ""
    return "" if BREAK.search(title) else title


def build_claims(
    view: View,
    quantities: Sequence[Quantity],
    periods: Sequence[Period],
    sections: Sequence[Section],
    heading: Heading,
) -> tuple[Claim, ...]:
    """Return one claim for each quantity, in the same order."""
    places = settings(view.text, quantities)
    homes = [section_at(sections, quantity.at) for quantity in quantities]
    counted = count_all(places, [_topic(home) for home in homes])
    calendar = Calendar(view, periods, sections, heading.time)
    covered = heading.covered
    claims: list[Claim] = []
    doer, change, place = "", STEADY, Span(0, 0)
    for index, (setting, home, count) in enumerate(zip(places, homes, counted, strict=True)):
        if not setting.follows:
            place = view.span(setting.start, setting.end)
        at = setting.quantity.at
        lead = view.text[max(setting.start, at - SENTENCE) : at]
        named = actor_in(setting.earlier + setting.before)
        doer = named or _going_on(doer, homes, index)
        actor = doer if named or VERBS.front(count.verb) else ""
        change = change_of(setting, read_before(setting.before), change)
        scene = Scene(setting, lead, home, calendar.period_at(setting), covered)
        last = claims[-1].status if setting.follows else None
        claims.append(_claim(((index, last), calendar), scene, count, (actor, change, place)))
    return tuple(claims)


def _claim(
    known: tuple[tuple[int, Status | None], Calendar],
    scene: Scene,
    count: Counted,
    found: tuple[str, Change, Span],
) -> Claim:
    (index, last), calendar = known
    actor, change, place = found
    status = status_of(scene, last)
    period = _period(scene, calendar, status)
    return Claim(
        f"c{index + 1}",
        scene.setting.quantity,
        scene.section,
        actor,
        count.verb or _light(scene.setting),
        count.measure,
        period,
        status,
        scope_of(scene.setting, scene.lead, count.measure),
        place,
        change.direction,
        change.basis,
    )


def _period(scene: Scene, calendar: Calendar, status: Status) -> Period | None:
    """Return the period of a figure: its own, that of its sentence, or that around it."""
    if base := calendar.base_at(scene.setting.quantity.at):
        return base
    period = scene.period or _otherwise(scene, calendar, status)
    if status == "prior" and calendar.is_told(period):
        return None  # 由20%提高到35%: the time of the first is not told
    return period


def _otherwise(scene: Scene, calendar: Calendar, status: Status) -> Period | None:
    """Return the period of a figure whose sentence names none."""
    planned = status == "target"
    at = scene.setting.quantity.at
    found = calendar.titled(scene.section, at, planned=planned)
    return found or untold(scene.covered, planned=planned)


def _light(setting: Setting) -> str:
    """Return the word that leads to the figure where no verb governs it: 达, 增长."""
    tail = read_before(setting.before).tail
    return tail if LIGHT.front(tail) else ""


def _going_on(doer: str, homes: Sequence[Section | None], index: int) -> str:
    """Return who acted at the figure before, if he goes on acting, else "".

    A place does so under one heading (我镇, 青枫镇), a body inside it only in its own item.
    """
    before, home = homes[max(index - 1, 0)], homes[index]
    if before is home or home is None or before is None:
        return doer
    same = before.path.split(" / ")[0] == home.path.split(" / ")[0]
    return doer if same and doer[-1:] in tuple("省市县区州镇乡们") else ""
