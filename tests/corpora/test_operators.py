"""What one slip of the pen makes of a figure and of a list."""

from __future__ import annotations

import pytest
from evaluation.operators import altered, slips

from reportparse import parse

SLIPS = [
    ("198", {"+1": "199", "-1": "197", "one digit": "298", "transposition": "918", "×10": "1980"}),
    ("9.5", {"+1": "9.6", "-1": "9.4", "one digit": "8.5", "×10": "95.0", "÷10": "0.95"}),
    ("120", {"+1": "121", "-1": "119", "one digit": "220", "transposition": "210", "×10": "1200",
             "÷10": "12"}),
]  # fmt: skip


@pytest.mark.parametrize(("numeral", "expected"), SLIPS, ids=[row[0] for row in SLIPS])
def test_slips_of_a_numeral(numeral, expected):
    assert dict(altered(numeral)) == expected


@pytest.mark.parametrize(
    ("text", "operator", "slipped"),
    [
        ("资料9份，其中册2份、页3份、图4份。", "part dropped", "资料9份，其中册2份、页3份。"),
        (
            "资料9份，其中册2份、页3份、图4份。",
            "labels swapped",
            "资料2份，其中册9份、页3份、图4份。",
        ),
        ("由5件增加到8件，增加3件。", "增 ↔ 降", "由5件减少到8件，增加3件。"),
        ("收入9万元，其中甲4万元、乙5万元。", "万元 → 元", "收入9元，其中甲4万元、乙5万元。"),
    ],
    ids=["a part", "labels", "a word", "a unit"],
)
def test_slips_of_a_relation(text, operator, slipped):
    relation = parse(text).relations[0]
    assert slipped in [one.text for one in slips(relation, text) if one.operator == operator]


def test_estimates_are_left_alone():
    text = "资料90余份，其中册40份、页50份、图4份。"
    relation = parse(text).relations[0]
    assert {one.role for one in slips(relation, text) if one.claim} == {"part"}
