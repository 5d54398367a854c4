from __future__ import annotations

from decimal import Decimal

import pytest

from related import related
from reportparse import parse
from reportparse.relations.ratios import percent

STATED = [
    (
        "a rate behind its part",
        "抽检样品80批次，合格78批次，合格率97.5%。",
        "78 / 80 = 97.5%",
        "holds",
    ),
    (
        "a rate before its part",
        "抽检样品80批次，合格率97.5%，合格78批次。",
        "78 / 80 = 97.5%",
        "holds",
    ),
    ("a wrong rate", "抽检样品80批次，合格78批次，合格率95.5%。", "78 / 80 ≠ 95.5%", "fails"),
    ("a whole a sentence before", "受理60件。办结54件，办结率90%。", "54 / 60 = 90%", "holds"),
    ("in words", "立案60件，结案54件，结案率九成。", "54 / 60 = 九成", "holds"),
    ("a hedge", "立案60件，结案54件，结案率达90%以上。", "54 / 60 = 90%以上", "holds"),
    ("cut off", "立案37件，结案31件，结案率83.7%。", "31 / 37 = 83.7%", "truncated"),
    (
        "an outcome behind all the parts",
        "受理纠纷428件，其中邻里纠纷156件、物业纠纷119件、其他纠纷153件；调解成功421件，成功率99.4%。",
        "421 / 428 ≠ 99.4%",
        "fails",
    ),
    ("a share", "有企业40家，其中规上企业12家，占30%。", "12 / 40 = 30%", "holds"),
    ("a wrong share", "有企业40家，其中规上企业12家，占35%。", "12 / 40 ≠ 35%", "fails"),
    (
        "a share of a named whole",
        "全镇总面积5万亩，林地3.2万亩，占总面积的64%。",
        "3.2万 / 5万 = 64%",
        "holds",
    ),
    (
        "a whole inside the words",
        "已通公交的村12个，占全镇15个村的80%。",
        "12 / 15 = 80%",
        "holds",
    ),
    (
        "more than was planned",
        "计划投资4亿元，完成投资4.2亿元，完成年度计划的105%。",
        "4.2亿 / 4亿 = 105%",
        "holds",
    ),
]
SEVERAL = [
    (
        "shares one by one",
        "学员50人，其中女性20人，占40%，少数民族12人，占34%。",
        [("20 / 50 = 40%", "holds"), ("12 / 50 ≠ 34%", "fails")],
    ),
    (
        "shares in a row",
        "共收到意见312条，其中来电94条、来信108条、网络110条，分别占30.1%、34.6%和38.3%。",
        [
            ("94 / 312 = 30.1%", "holds"),
            ("108 / 312 = 34.6%", "holds"),
            ("110 / 312 ≠ 38.3%", "fails"),
        ],
    ),
]
IMPLIED = [
    ("an outcome", "调处纠纷64件，调处成功60件。", "60 / 64 = 93.8%", "holds"),
    ("no noun of its own", "发现隐患45处，现已全部整改45处。", "45 / 45 = 100.0%", "holds"),
    ("the same noun", "发现隐患45处，整改隐患43处。", "43 / 45 = 95.6%", "holds"),
    (
        "of a list with parts",
        "受理纠纷64件，其中邻里30件、物业22件、其他12件；调处成功60件。",
        "60 / 64 = 93.8%",
        "holds",
    ),
    ("of one with a part", "发现隐患45处，其中厂房9处，整改43处。", "43 / 45 = 95.6%", "holds"),
    ("more than there were", "调处纠纷64件，调处成功67件。", "67 > 64", "fails"),
]
SILENT = [
    ("another noun", "发现隐患45处，整改燃气管线43处。"),
    ("another unit between", "调处纠纷64件，涉及人员210人，调处成功60件。"),
    ("one list", "调处纠纷64件、信访成功60件。"),
    ("too far", "调处纠纷64件，走访慰问，入户帮扶，宣传政策，调处成功60件。"),
    ("a hedge", "受理申请50余件，办结48件。"),
    ("of nothing", "抽检0批次，合格0批次。"),
    ("left over from a year before", "受理9件，办结11件（含上年结转）。"),
    ("old cases", "排查纠纷64件，化解历年积案66件。"),
    ("a rate alone", "群众满意率98%。"),
    ("a rate asked of people", "召开会议12次，代表9人，群众满意度98%。"),
    ("a rate of statistics", "失业人员30人，居民90人，城镇登记失业率3%。"),
    ("a rate of two wholes", "抽检肉类80批次、蔬菜60批次，合格率98%。"),
    ("a share and the year before", "事故比上年的80起减少15%，其中道路事故43起，占63.2%。"),
    ("one with what grew", "收入比去年同期的50万元增长20%，租金12万元，占20%。"),
    ("the whole is not printed", "林地3.2万亩，占全镇面积的64%。"),
    ("占 is no share", "开展讲座12场、展览8场，占用场地4处。"),
]


@pytest.mark.parametrize(
    ("text", "formula", "verdict"), [row[1:] for row in STATED], ids=[row[0] for row in STATED]
)
def test_stated_rate(text, formula, verdict):
    assert related(text, "ratio") == [(formula, verdict)]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in SEVERAL], ids=[row[0] for row in SEVERAL]
)
def test_stated_rates(text, expected):
    assert related(text, "ratio") == expected


@pytest.mark.parametrize(
    ("text", "formula", "verdict"), [row[1:] for row in IMPLIED], ids=[row[0] for row in IMPLIED]
)
def test_implied_rate(text, formula, verdict):
    (found,) = (one for one in parse(text).relations if one.kind == "ratio")
    assert (found.formula, found.verdict) == (formula, verdict)
    assert found.rate is None
    assert [role for role, _ in found.members] == ["part", "whole"]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_ratio(text):
    assert related(text, "ratio") == []


def test_roles():
    (found,) = parse("抽检样品80批次，合格78批次，合格率97.5%。").relations
    figures = [(role, claim.quantity.text) for role, claim in found.members]
    assert figures == [("rate", "97.5%"), ("part", "78批次"), ("whole", "80批次")]
    assert found.implied == Decimal("97.5")


@pytest.mark.parametrize(
    ("value", "shown"), [("94.949", "94.9%"), ("100", "100.0%"), ("0.04", "0.0%")]
)
def test_percent(value, shown):
    assert percent(Decimal(value)) == shown


def test_two_outcomes_of_the_same_cases() -> None:
    """The second is of the cases, not of the first outcome."""
    ratios = parse("全年收集群众诉求33件，解决31件，回复33件。").relations
    assert [one.formula for one in ratios] == ["31 / 33 = 93.9%", "33 / 33 = 100.0%"]


def test_cases_of_an_earlier_year_break_no_rate() -> None:
    assert not parse("受理案件9件，办结11件，办结率98%。").relations
