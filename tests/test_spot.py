from __future__ import annotations

import pytest

from reportparse.spot import VIEW, kin


@pytest.mark.parametrize(
    ("unit", "one"), [("起", "件"), ("名", "人"), ("家次", "家"), ("辆次", "辆"), ("亩", "亩")]
)
def test_units_of_the_same_things(unit, one):
    assert kin(unit) == one


@pytest.mark.parametrize(
    "words", ["分季度看，", "按规模分：", "从原因看，", "从行业来看，", "12月最多，", "分科目看，"]
)
def test_words_that_cut_up_what_was_counted(words):
    assert VIEW.search(words)


@pytest.mark.parametrize("words", ["分管领导，", "按要求，", "从严从实，", "来看望的人，", "最多"])
def test_other_words_cut_up_nothing(words):
    assert VIEW.search(words) is None
