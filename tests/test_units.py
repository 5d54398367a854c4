"""Units: every entry of the data file is found in its own example."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from reportparse.quantity import find_quantities
from reportparse.units import Unit, load_units, noun_at, unit_at
from reportparse.view import View

UNITS = load_units()


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.text)
def test_example_shows_the_unit(unit: Unit) -> None:
    view = View.of(unit.example)
    found = [quantity for quantity in find_quantities(view) if quantity.unit_text == unit.text]
    assert found, unit.example
    assert found[0].unit in (unit.canonical, "%", "倍")
    assert found[0].kind == unit.kind


def test_there_are_enough() -> None:
    assert len(UNITS) >= 250
    assert len({unit.text for unit in UNITS}) == len(UNITS)


LONGEST = [
    ("860人次", "人次"),
    ("32平方公里", "平方公里"),
    ("3.6亿千瓦时", "千瓦时"),
    ("2个百分点", "个百分点"),
    ("5批次", "批次"),
    ("3个点", "个点"),
    ("12个点位", "个"),
    ("15标准箱", "标准箱"),
    ("20微克/立方米", "微克/立方米"),
    ("6个工作日", "个工作日"),
]


@pytest.mark.parametrize(("text", "unit"), LONGEST, ids=[text for text, _ in LONGEST])
def test_longest_unit_wins(text: str, unit: str) -> None:
    at = re.search(r"[^0-9.亿]", text)
    assert at is not None
    found = unit_at(text, at.start())
    assert found is not None
    assert found.text == unit


@pytest.mark.parametrize(
    "text", ["分别", "度假", "项目", "所有", "元旦", "名称", "人均", "条例", "mg/kgx", "处理"]
)
def test_head_of_another_word_is_no_unit(text: str) -> None:
    found = unit_at(text, 0)
    assert found is None or found.text not in text[:1]


def test_noun_without_measure_word() -> None:
    assert noun_at("35企业", 2)
    assert not noun_at("2023行动", 4)


DATA = files("reportparse").joinpath("data", "units.toml").read_text("utf-8")
WHOLE_WORDS = tomllib.loads(DATA)["whole_words"]


@pytest.mark.parametrize("example", WHOLE_WORDS.values())
def test_unit_before_a_word_of_its_own(example: str) -> None:
    (quantity,) = find_quantities(View.of(example))
    assert len(quantity.unit) == 1
