"""The place that a report is about, and the level of government that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from reportparse.divisions import Division, Level, longest, named, stem_of

#: 内蒙古自治区, 岚口市, 青枫镇; not 城市, 社区, 县域, nor 郑州 in 郑州市, nor 市委依法治市
UNIT: Final = re.compile(
    r"(?:(?![委府办局厅])[\u4e00-\u9fff]){1,11}?(?:自治区|自治州|自治县|自治旗|特别行政区|地区|街道|"
    r"(?<![社园小校灾辖])区(?!域)|(?<!城)市(?![场域级])|州(?![市区])|镇(?![域江])|乡(?![域村镇])|"
    r"[省县](?![域级])|[盟旗])"
)
NATIONAL: Final = re.compile("国务院|全国|中华人民共和国|国家(?!税务|统计局.)")
#: Last characters of a unit and its level, longer ones first.
LEVELS: Final[tuple[tuple[str, Level], ...]] = (
    ("自治区", "province"), ("特别行政区", "province"), ("省", "province"),
    ("自治州", "prefecture"), ("地区", "prefecture"), ("盟", "prefecture"), ("州", "prefecture"),
    ("市", "prefecture"), ("镇", "township"), ("乡", "township"), ("街道", "township"),
    ("县", "county"), ("旗", "county"), ("区", "county"),
)  # fmt: skip
ORDER: Final[dict[Level, int]] = {
    "": 0, "national": 0, "province": 1, "prefecture": 2, "county": 3, "township": 4,
}  # fmt: skip
#: Words before a place that are no part of its name.
BEFORE: Final = re.compile("(?:中共|关于|(?:19|20)[0-9]{2}年?度?){1,3}(?![0-9])")
#: What stands behind the name of the place above, where a text speaks of its offices: 岚口市委.
OFFICES: Final = ("委", "政府", "人民政府", "第", "人大")


def chain_of(text: str) -> tuple[str, ...]:
    """Return the units that a title or an office names, outermost first.

    >>> chain_of("岚口市鹿泽县青枫镇人民政府")
    ('岚口市', '鹿泽县', '青枫镇')
    """
    units: list[str] = []
    before = BEFORE.match(text)
    at = before.end() if before else 0
    while name := longest(text, at) or _unit(text, at):
        units.append(name)
        at += len(name)
    return tuple(units)


def level_of(text: str) -> Level:
    """Return the level of an office or a title.

    A city below another is a county; one that no list knows counts as a prefecture.

    >>> level_of("鹿泽县青枫镇人民政府"), level_of("岚口市司法局"), level_of("沁阳市人民政府")
    ('township', 'prefecture', 'county')
    """
    chain = chain_of(text)
    if chain:
        return _resolved(chain, (), "").level
    nameless: Level = next((level for word, level in LEVELS if text.startswith(word)), "")
    return "national" if NATIONAL.search(text) else nameless


def find_place(about: str, others: Sequence[str], text: str) -> Division | None:
    """Find the place that an office or a title is about.

    What it lies in may be named by `others` (title, addressee, index). A name that several
    places bear (新华区) is told by these and by the offices of which the `text` speaks, or stays
    without what it lies in.

    >>> find_place("青枫镇人民政府", ["保定市徐水县人民政府"], "").chain
    ('河北省', '保定市', '徐水县', '青枫镇')
    """
    units = chain_of(about)
    if not units:
        return None
    return _resolved((*_above(units, others), *units), others, text)


def _unit(text: str, at: int) -> str:
    found = UNIT.match(text, at)
    return found.group() if found else ""


def _above(units: tuple[str, ...], others: Iterable[str]) -> tuple[str, ...]:
    """Return the units of another name under which these lie: 鹿泽县 for 青枫镇."""
    rank = ORDER[_resolved(units[:1], (), "").level]
    best: tuple[str, ...] = ()
    for other in others:
        chain = chain_of(other)
        if units[0] in chain:
            above = chain[: chain.index(units[0])]
        else:
            above = tuple(unit for unit in chain if 0 < _rank(unit) < rank)
        best = max(best, above, key=len)
    return best


def _rank(unit: str) -> int:
    return ORDER[_resolved((unit,), (), "").level]


def _resolved(units: tuple[str, ...], others: Sequence[str], text: str) -> Division:
    """Look up a chain of names; what the list does not know stays as named."""
    name = units[-1]
    places = [place for place in named(name) if _lies_in(place, units[:-1])]
    found = _told(places, others, text)
    if found:
        return found
    level = places[0].level if places else ""
    if len(units) == 1:
        return Division("", units, level or _level(name))
    outer = _resolved(units[:-1], others, text)
    level = level or _level(name)
    if level == outer.level == "prefecture":
        level = "county"
    return Division(outer.code, (*outer.chain, name), level, outer.now)


def _lies_in(place: Division, units: Iterable[str]) -> bool:
    """Tell whether a place lies in all of the units, by what they are called today or were."""
    return all(
        any(outer.chain == place.chain[: len(outer.chain)] for outer in _today(unit))
        for unit in units
    )


def _today(name: str) -> list[Division]:
    """Return the divisions of a name, and those that go on for former ones."""
    places = named(name)
    later = {place.now for place in places if place.now}
    return [*places, *(one for code in later for one in named(code))]


def _told(places: Sequence[Division], others: Sequence[str], text: str) -> Division | None:
    """Return the one place that is meant, `None` if more than one may be."""
    if len(places) < 2:
        return places[0] if places else None
    head = "\n".join(others)
    for depth in (-2, 0):
        near = [place for place in places if _names(head, place.chain[depth])]
        near = near or [place for place in places if _governs(text, place, depth)]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _names(head: str, outer: str) -> bool:
    return stem_of(outer) in head


def _governs(text: str, place: Division, depth: int) -> bool:
    """Tell whether a text names a place in full, or the offices of what it lies in."""
    outer = place.chain[depth]
    return any(f"{outer}{word}" in text for word in (*OFFICES, place.name))


def _level(name: str) -> Level:
    return next((level for ending, level in LEVELS if name.endswith(ending)), "")
