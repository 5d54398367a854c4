from __future__ import annotations

import pytest

from related import related


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("计划植树300亩，完成330亩，完成率110%。", [("330 / 300 = 110%", "holds")]),
        ("计划植树300亩，完成330亩，完成率120%。", [("330 / 300 ≠ 120%", "fails")]),
        ("计划植树300亩，完成330亩，成活率92%。", []),
        ("计划植树300亩，完成330亩，抚育50亩，完成率120%。", []),
        ("省级计划植树300亩，完成330亩，占县级计划的120%。", []),
    ],
    ids=["agrees", "differs", "another rate", "another figure", "another plan"],
)
def test_rates_of_plans(text, found):
    assert related(text, "ratio") == found
