from __future__ import annotations

from decimal import Decimal

import pytest

from related import related
from reportparse import parse

FOUND = [
    (
        "from and to with a rate",
        "来电从2022年的29件增加到65件，增长124.1%。",
        [("65 / 29 - 1 = 124.1%", "holds")],
    ),
    (
        "a base in brackets",
        "发案97件（上年197件），下降50.76%。",
        [("97 / 197 - 1 = -50.76%", "holds")],
    ),
    ("a wrong rate", "发案97件（上年197件），下降48.2%。", [("97 / 197 - 1 ≠ -48.2%", "fails")]),
    (
        "a rate that was cut off",
        "办件由63件减少到45件，下降28.5%。",
        [("45 / 63 - 1 = -28.5%", "truncated")],
    ),
    (
        "amount and rate against a base",
        "接待来访97批，比上年的197批减少100批，下降50.76%。",
        [("97 - 197 = -100", "holds"), ("97 / 197 - 1 = -50.76%", "holds")],
    ),
    (
        "the amount alone is wrong",
        "接待来访97批，比上年的197批减少90批，下降50.76%。",
        [("97 - 197 ≠ -90", "fails"), ("97 / 197 - 1 = -50.76%", "holds")],
    ),
    (
        "the base comes last",
        "发案27起，同比下降32.5%，上年同期40起。",
        [("27 / 40 - 1 = -32.5%", "holds")],
    ),
    (
        "the base comes before the rate",
        "全年办件120件，去年同期为100件，同比增长25%。",
        [("120 / 100 - 1 ≠ 25%", "fails")],
    ),
    (
        "no base but an amount",
        "受理咨询894件，比上年增加34件，增长3.95%。",
        [("34 / (894 - 34) = 3.95%", "holds")],
    ),
    (
        "a rate of the new level",
        "收入300万元，比上年增加60万元，增长20%。",
        [("60万 / (300万 - 60万) ≠ 20%", "fails")],
    ),
    (
        "a fall without a base",
        "收入300万元，比上年减少60万元，下降16.7%。",
        [("-60万 / (300万 + 60万) = -16.7%", "holds")],
    ),
    (
        "a rise of more than the level",
        "培训骨干66人，比上年增加70人，增长20%。",
        [("70 / (66 - 70) ≠ 20%", "fails")],
    ),
    (
        "two in a sentence",
        "接待195人，同比减少5人，下降2.5%；培训120人，同比增加20人，增长20%。",
        [("-5 / (195 + 5) = -2.5%", "holds"), ("20 / (120 - 20) = 20%", "holds")],
    ),
    (
        "points between rates",
        "合格率从91.2%提高到94.5%，提高3.3个百分点。",
        [("94.5% - 91.2% = 3.3个百分点", "holds")],
    ),
    (
        "wrong points",
        "合格率从91.2%提高到94.5%，提高3.6个百分点。",
        [("94.5% - 91.2% ≠ 3.6个百分点", "fails")],
    ),
    ("times", "办件由120件上升至360件，增长2倍。", [("360 / 120 - 1 = 2倍", "holds")]),
    (
        "times as much for times more",
        "办件由120件上升至360件，增长3倍。",
        [("360 / 120 - 1 ≠ 3倍", "fails")],
    ),
    ("the wrong direction", "平均用时从7天下降到11天。", [("7 < 11", "fails")]),
]
SILENT = [
    ("a rate alone", "财政收入30万元，同比增长5%。"),
    ("an amount alone", "全年办件120件，同比增加20件。"),
    ("a rate of something else", "工业产值9亿元，投资增长5%。"),
    ("rates of several figures", "收入30万元、支出20万元，分别增长5%和6%。"),
    ("amounts of several figures", "桃产量310吨、梨产量205吨，分别比上年增加10吨、5吨。"),
    ("the right direction alone", "平均用时从11天下降到7天。"),
    ("an unlike amount", "种植油茶60亩，比上年增加12户，带动增收5%。"),
    ("two places", "从石桥走到白水，用时3天，投入7人。"),
    ("no change at all", "走访企业40家，解决用工难题25个。"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND]
)
def test_change(text, expected):
    assert related(text, "change") == expected


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_change(text):
    assert related(text, "change") == []


@pytest.mark.parametrize(
    ("text", "comparable"),
    [
        ("产值40亿元，比上年增加3亿元，按可比价格计算增长6%。", True),
        ("工业增加值40亿元，比上年增加3亿元，增长6%。", True),
        ("产值40亿元，比上年增加3亿元，增长6%。", False),
    ],
    ids=["other prices", "a measure at other prices", "plain"],
)
def test_growth_at_other_prices(text, comparable):
    change = next(one for one in parse(text).relations if one.kind == "change")
    assert change.comparable is comparable
    assert change.verdict == "fails"


def test_roles():
    text = "接待来访97批，比上年的200批减少103批，下降51.5%。"
    amount, rate = (one for one in parse(text).relations if one.kind == "change")
    assert [role for role, _ in amount.members] == ["now", "before", "delta"]
    assert [role for role, _ in rate.members] == ["now", "before", "change"]
    assert (rate.direction, rate.implied) == ("fall", Decimal("-51.5"))
