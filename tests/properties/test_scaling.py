"""Cost grows with size and no faster, on texts made to break that."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from inspect import signature
from typing import Any

import pytest

import reportparse
from scaling import LINEAR, growth

#: What a hostile text repeats: brackets that never close, digits, numbers, cues, marks, clauses.
UNITS = [
    "（", "1", "一", "万", "其中3件", "《", "一、", "1.", "（1）", "2023年", "1，", "一、工作\n",
    "一是", "增长5%，", "共3件，其中1件、2件。", "办理案件12件，", "办理案件12件。\n", " ", "“",
    "从3件到5件，", "2019年底开会。办结5件。", "3件、", "占50%", "同比增长5%，", "1.2万元",
    "从28件增加到70件，增长120%，", "人均收入4000元，", "共3件，其中1件、1件。", "5-8万元、",
]  # fmt: skip
#: What single patterns are tried on.
PIECES = ("一", "1", "（", "《", " ", "，", "县", "的", "一、", "1,", "A")


def nested(value: Any, depth: int = 3) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, Mapping):
        for one in value.values():
            yield from nested(one, depth - 1)
    elif depth and isinstance(value, tuple | list):
        for one in value:
            yield from nested(one, depth - 1)
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from nested(getattr(value, one.name), depth - 1)


def held_by(module: Any) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of a module, those among them that are compiled when asked for."""
    for name, value in vars(module).items():
        lazy = hasattr(value, "cache_info") and value.__module__ == module.__name__
        if lazy and not signature(value).parameters and name not in {"_segmenter", "dictionary"}:
            yield from nested(value())
        else:
            yield from nested(value)


def modules() -> list[str]:
    """Return the names of the modules that read reports."""
    found = pkgutil.walk_packages(reportparse.__path__, "reportparse.")
    aside = ("__main__", "archive", "cli", "ocr", "render")
    return [one.name for one in found if not any(part in one.name for part in aside)]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_report_takes_time_by_its_length(unit: str) -> None:
    assert growth(lambda text: reportparse.parse(text).to_json(), unit, 6000) < LINEAR


def test_a_sentence_of_rates_that_are_wrong_does() -> None:
    unit = "受理12件，办结11件，办结率99%，"
    assert growth(lambda text: reportparse.parse(text).to_json(), unit, 2000) < LINEAR


@pytest.mark.parametrize("name", modules())
def test_no_pattern_goes_back_again_and_again(name: str) -> None:
    """A match from one place costs what the text behind it is long."""
    held = held_by(importlib.import_module(name))
    patterns = {one for one in held if isinstance(one.pattern, str)}
    slow = [
        (pattern.pattern, piece)
        for pattern in patterns
        for piece in PIECES
        if growth(pattern.match, piece, 2000) >= LINEAR
    ]
    assert not slow
