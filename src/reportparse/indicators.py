"""Indicators: which of the measures that many reports share a figure states.

Who compares places and years groups by them. Better none than a wrong one: a name must be whole
(only words such as 全县 and 各类 may stand before it), and unit and verb must fit.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Any, Final

from reportparse.claims import Claim
from reportparse.errors import BadIndicators
from reportparse.lexicon import Words, load_words
from reportparse.quantity import Quantity
from reportparse.standing import FALL, RISE
from reportparse.view import View

#: Words that say of whom, of when or that all of it is counted.
COMMON: Final = load_words("phrases.toml", "lead", "of_all")
PLACE: Final = re.compile(
    r"(?!脱贫|贫困|示范|重点|开发|高新|试点|革命|少数)[一-龥]{2,4}?(?:省|市|县|区|州|镇|乡|街道)"
)
#: One side of town and country, of which a figure is no figure of the whole.
PARTED: Final = "乡村"
#: What a name may end in: 法律顾问「总数」.
COUNTED: Final = Words(
    ("数", "量", "总数", "数量", "总量", "人数", "件数", "场次", "次数", "户数", "家数")
)
#: How a change is named as a noun: 财政收入「增速」.
PACE: Final = Words(["增速", "增长率", "增幅", "增长速度", "涨幅", "降幅", "同比增速"])
#: Every one of a group has so many, 每村, 案均; no figure of the whole.
EACH: Final = re.compile(r"每[^，。；]*$|[户案件村亩校班企场次]均[约为达]?$")
QUOTES: Final = re.compile('[“”"《》（）()]')
PERCENT: Final = "%"
GROWTH: Final = "_growth"
#: How far before a figure, and behind it, a word of the context may stand.
BEFORE, BEHIND = 40, 8
TEXTS: Final = ("zh", "en")
LISTS: Final = (
    "units", "names", "loose", "modifiers", "actions", "never", "context", "examples", "others"
)  # fmt: skip
FLAGS: Final = ("growth", "moves")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measure across reports."""

    id: str
    #: Its name in Chinese and in English.
    zh: str
    en: str
    units: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    #: Words that may stand before a name.
    modifiers: tuple[str, ...] = ()
    #: Verbs one of which must govern the figure.
    actions: tuple[str, ...] = ()
    #: Words in verb or measure that tell of something else.
    never: tuple[str, ...] = ()
    #: Names that count only where a word of the context stands near.
    loose: tuple[str, ...] = ()
    #: Words one of which must stand near a loose name, or near any if there are none such.
    context: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    #: Whether its change in per cent is an indicator too.
    growth: bool = False
    #: Whether its figure is itself a change: 居民消费价格上涨1.8%.
    moves: bool = False

    def takes(self, lead: str, *, part: bool) -> bool:
        """Tell whether only words that name no other thing stand before a name."""
        if self.loose and _any(self.context, lead):
            return True
        while lead and not part:
            found = next((word for word in self.modifiers if lead.startswith(word)), "")
            found = found or COMMON.front(lead)
            if not found or lead == PARTED:
                return lead != PARTED and PLACE.fullmatch(lead) is not None
            lead = lead[len(found) :]
        return lead == ""

    def fits(self, claim: Claim, near: str) -> bool:
        """Tell whether unit, verb and the words near a figure fit."""
        if not self._states(claim.quantity) or (self._is_level and self._moves(claim)):
            return False
        if self._is_told_otherwise(claim, near):
            return False
        return not self.context or self._knows(claim.measure) or _any(self.context, near)

    def _is_told_otherwise(self, claim: Claim, near: str) -> bool:
        """Tell whether verb or measure tell of something else."""
        said = claim.action + claim.measure
        if _any(self.never, said) or (not claim.action and self._grows(near)):
            return True
        return self.actions != () and not _any(self.actions, said)

    def _grows(self, near: str) -> bool:
        """Tell whether a verb of growing governs a list of figures: 新增甲企业3家、乙企业2家."""
        return any(word in near for word in self.never if word in RISE)

    def _states(self, quantity: Quantity) -> bool:
        """Tell whether a figure has a unit of the indicator; one of nothing needs none."""
        return quantity.unit in self.units or (quantity.unit == "" and quantity.value == 0)

    @property
    def _is_level(self) -> bool:
        return not (self.moves or self.id.endswith(GROWTH))

    def _moves(self, claim: Claim) -> bool:
        """Tell whether a figure is by how much something changed: 增加121万元."""
        if claim.action in RISE or claim.action in FALL:
            return not _any(self.actions, claim.action)
        return claim.change != ""

    def _knows(self, measure: str) -> bool:
        """Tell whether a measure is named so that no context is asked for."""
        return bool(self.loose) and any(measure.endswith(name) for name in self.names)


class Indicators:
    """A list of indicators, the first that fits taking a figure."""

    __slots__ = ("_all", "_names")

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._all: dict[str, Indicator] = {}
        self._names: dict[str, list[Indicator]] = {}
        for one in indicators:
            for each in (one, _growth(one)) if one.growth else (one,):
                if self._all.setdefault(each.id, each) is each:
                    for name in (*each.names, *each.loose):
                        self._names.setdefault(QUOTES.sub("", name), []).append(each)

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Indicators:
        """Return the indicators of a TOML file, and behind them those of this package."""
        own = _read(Path(path).read_text(encoding="utf-8"), str(path))
        return cls((*own, *default()))

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self._all.values())

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, name: str) -> Indicator:
        return self._all[name]

    def of(self, claim: Claim, near: str = "") -> str:
        """Return the id of a claim's indicator, "" for none; `near` is the text around it."""
        measure = QUOTES.sub("", claim.measure)
        growing = claim.change != "" and claim.quantity.unit == PERCENT
        if found := self._first(claim, measure, near, growing=growing):
            return found
        if pace := PACE.back(measure):
            return self._first(claim, measure[: -len(pace)], near, growing=True)
        if tail := COUNTED.back(measure):
            return self._first(claim, measure[: -len(tail)], near, growing=growing)
        return ""

    def _first(self, claim: Claim, measure: str, near: str, *, growing: bool) -> str:
        for at in range(len(measure) - 1):
            for one in self._names.get(measure[at:], ()):
                told = one.moves or growing == one.id.endswith(GROWTH)
                lead = measure[:at]
                if told and one.takes(lead, part=claim.scope == "part") and one.fits(claim, near):
                    return one.id
        return ""


def label(claims: Sequence[Claim], view: View, indicators: Indicators) -> tuple[Claim, ...]:
    """Return the claims, each with its indicator."""
    return tuple(_labelled(claim, view.text, indicators) for claim in claims)


def _labelled(claim: Claim, text: str, indicators: Indicators) -> Claim:
    quantity = claim.quantity
    before = text[max(quantity.at - BEFORE, 0) : quantity.at]
    if claim.scope == "each" and EACH.search(before):
        return claim
    path = claim.section.path if claim.section else ""
    found = indicators.of(claim, path + before + text[quantity.at : quantity.end + BEHIND])
    if not found or _is_step(indicators[found], quantity, before):
        return claim
    return replace(claim, indicator=found)


def _is_step(one: Indicator, quantity: Quantity, before: str) -> bool:
    """Tell whether a figure is by how much the one before it changed: 较上年减少58起."""
    step = "" if quantity.unit == PERCENT else RISE.back(before) or FALL.back(before)
    return step != "" and not _any(one.actions, step)


@cache
def default() -> Indicators:
    """Return the indicators of this package."""
    text = files("reportparse").joinpath("data", "indicators.toml").read_text(encoding="utf-8")
    return Indicators(_read(text, "indicators.toml"))


def _growth(one: Indicator) -> Indicator:
    """Return the indicator of another's change in per cent."""
    return replace(
        one,
        id=one.id + GROWTH,
        zh=f"{one.zh}增速",
        en=f"{one.en}, growth",
        units=(PERCENT,),
        growth=False,
        examples=(),
        others=(),
    )


def _any(words: Sequence[str], text: str) -> bool:
    return any(word in text for word in words)


def _read(text: str, source: str) -> list[Indicator]:
    """Read a file of indicators; what is wrong in it is named by its entry and key."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadIndicators(source, str(error)) from error
    return [_entry(name, table, source) for name, table in tables.items()]


def _entry(name: str, table: Any, source: str) -> Indicator:  # noqa: ANN401 - what TOML holds
    if not isinstance(table, Mapping):
        raise BadIndicators(source, f"{name}: not a table")
    for key in table:
        if key not in (*TEXTS, *LISTS, *FLAGS):
            raise BadIndicators(source, f"[{name}] {key}: no such key")
    for key in ("zh", "units", "names"):
        if not table.get(key):
            raise BadIndicators(source, f"[{name}] {key}: missing")
    lists = {key: _strings(f"[{name}] {key}", table.get(key, []), source) for key in LISTS}
    lists["modifiers"] = tuple(sorted(lists["modifiers"], key=len, reverse=True))
    zh = str(table["zh"])
    flags = {key: table.get(key) is True for key in FLAGS}
    return Indicator(name, zh, str(table.get("en", zh)), **lists, **flags)  # type: ignore[arg-type]


def _strings(place: str, value: Any, source: str) -> tuple[str, ...]:  # noqa: ANN401 - as above
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadIndicators(source, f"{place}: not a list of texts")
    return tuple(value)
