"""Measure words and units: what may stand behind a figure, and what it is then a figure of.

The list is data (`data/units.toml`), each entry with an example. The longest unit wins:
人次 before 人, 平方公里 before 公里, 个百分点 before 个.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportparse.datafiles import load_data

FILE: Final = "units.toml"
#: Tables of the file that limit units; every other table is a kind.
LIMITS: Final = ("canonical", "not_before", "arabic_only", "naming", "nouns", "whole_words")


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word or unit."""

    #: As written: "人次", "％".
    text: str
    #: Kind of quantity that it makes (see `quantity.Kind`).
    kind: str
    #: As printed in results: "%" for "％".
    canonical: str
    example: str
    #: Characters that must not follow (人 in 人大, 分 in 分别).
    not_before: frozenset[str]
    #: Whether a numeral in Chinese characters counts with it.
    chinese: bool
    #: Whether a small Chinese numeral before it may be part of a name (四个意识).
    naming: bool


@cache
def load_units() -> tuple[Unit, ...]:
    """Return every unit of the data file."""
    tables = load_data(FILE)
    limits = {name: tables[name] for name in LIMITS}
    return tuple(
        Unit(
            text,
            kind,
            limits["canonical"].get(text, text),
            example,
            frozenset(limits["not_before"].get(text, "")),
            text not in limits["arabic_only"],
            text in limits["naming"],
        )
        for kind, units in tables.items()
        if kind not in LIMITS
        for text, example in units.items()
    )


def unit_at(text: str, at: int) -> Unit | None:
    """Return the longest unit that begins at `at`, if any.

    >>> unit_at("860人次", 3).text
    '人次'
    """
    for unit in _by_first().get(text[at : at + 1], ()):
        if text.startswith(unit.text, at):
            follower = text[at + len(unit.text) : at + len(unit.text) + 1]
            if follower and follower in unit.not_before and not _is_whole_word(text, at, unit):
                continue
            if unit.text[-1].isascii() and unit.text != "%" and _is_latin(follower):
                continue
            return unit
    return None


def noun_at(text: str, at: int) -> bool:
    """Tell whether a noun that is counted without a measure word begins at `at`: 35企业."""
    return bool(_nouns().match(text, at))


@cache
def first_characters() -> str:
    """Return every character that a unit begins with."""
    return "".join(sorted(_by_first()))


@cache
def _nouns() -> re.Pattern[str]:
    """Compile the nouns that need no measure word."""
    return re.compile("|".join(load_data(FILE)["nouns"]))


@cache
def _whole_words() -> tuple[str, ...]:
    """Return words that a unit may stand before although their first character is barred."""
    return tuple(load_data(FILE)["whole_words"])


@cache
def _by_first() -> dict[str, tuple[Unit, ...]]:
    """Index units by first character, the longest first."""
    index: dict[str, list[Unit]] = {}
    for unit in sorted(load_units(), key=lambda unit: -len(unit.text)):
        index.setdefault(unit.text[0], []).append(unit)
    return {first: tuple(units) for first, units in index.items()}


def _is_whole_word(text: str, at: int, unit: Unit) -> bool:
    """Tell 35项目标, where 目标 is a word of its own, from 35项目."""
    return text.startswith(_whole_words(), at + len(unit.text))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
