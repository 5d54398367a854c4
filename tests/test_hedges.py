"""Hedges: words, places and the intervals they make."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.hedges import committed, hedge_after, hedge_before, several, step_of_excess
from reportparse.quantity import find_quantities
from reportparse.view import View

TABLES = tomllib.loads(files("reportparse").joinpath("data", "hedges.toml").read_text("utf-8"))
EXAMPLES = [
    (hedge, word, example)
    for side in ("before", "after")
    for hedge, words in TABLES[side].items()
    for word, example in words.items()
]


@pytest.mark.parametrize(
    ("hedge", "word", "example"), EXAMPLES, ids=[word for _, word, _ in EXAMPLES]
)
def test_example_carries_the_hedge(hedge: str, word: str, example: str) -> None:
    (quantity,) = find_quantities(View.of(example))
    assert quantity.hedge == hedge
    assert word in quantity.text


@pytest.mark.parametrize("text", [*TABLES["within"].values(), "签约5个项目", "网上5件", "马上3天"])
def test_word_that_only_looks_like_a_hedge(text: str) -> None:
    at = next(index for index, character in enumerate(text) if character.isdigit())
    assert hedge_before(text, at) == ("", at)


def test_hedge_apart_from_its_figure() -> None:
    assert hedge_before("每季度至少召开1次", 7) == ("at_least", 7)
    assert hedge_before("青年干部约占四成", 6) == ("about", 6)
    assert hedge_after("50万元（含）以上", 4) == ("at_least", 9)


@pytest.mark.parametrize(("text", "end"), [("80% 以上的", 6), ("5‰ 以下", 5), ("35℃ 以内", 6)])
def test_a_blank_behind_a_sign_parts_no_hedge(text: str, end: int) -> None:
    assert hedge_after(text, text.index(" "))[1] == end


def test_a_blank_behind_a_word_does() -> None:
    assert hedge_after("80户 以上", 3) == ("", 3)


def test_inside_bounds_durations_only() -> None:
    assert hedge_after("3天内", 2) == ("at_most", 3)
    assert hedge_after("3村内", 2) == ("", 2)


@pytest.mark.parametrize(
    ("value", "magnitude", "behind", "step"),
    [
        ("120", "1", False, "10"),
        ("300000", "10000", False, "100000"),
        ("30000", "10000", True, "10000"),
        ("14000", "10000", True, "1000"),
        ("18", "1", False, None),
    ],
)
def test_step_of_excess(value: str, magnitude: str, behind: bool, step: str | None) -> None:
    got = step_of_excess(Decimal(value), Decimal(magnitude), behind=behind)
    assert got == (None if step is None else Decimal(step))


def test_several_hundred() -> None:
    assert (several(Decimal(100)).low, several(Decimal(100)).high) == (200, 999)


HEDGES = st.sampled_from(["exact", "about", "more", "less", "at_least", "at_most"])


@given(st.integers(1, 10**9), HEDGES)
def test_a_hedge_never_narrows(value: int, hedge: str) -> None:
    """What a hedged figure commits to reaches to the figure and beyond it."""
    wide = committed(Decimal(value), hedge, None)
    assert wide.low is None or wide.low <= value
    assert wide.high is None or wide.high >= value
