from __future__ import annotations

from decimal import Decimal

import pytest

from related import related
from reportparse import parse
from reportparse.interval import Interval
from reportparse.relations.sums import is_near

CLOSED = [
    ("其中", "活动69次，其中讲座28次、展览20次、咨询21次。", "69 = 28 + 20 + 21"),
    ("分别为", "共设点位9个，分别为城区4个、乡村5个。", "9 = 4 + 5"),
    ("包括", "共印发资料600份，包括手册200份、折页400份。", "600 = 200 + 400"),
    ("a colon", "共印发资料600份：手册200份、折页400份。", "600 = 200 + 400"),
    ("合计", "春季6场、夏季5场、秋季7场，合计18场。", "18 = 6 + 5 + 7"),
    ("a sum behind", "召开会议12次、调研8次，共开展活动20次。", "20 = 12 + 8"),
    ("a pair", "参训职工120人，男70人、女50人。", "120 = 70 + 50"),
    ("the rest", "任务118项，已完成113项，其余5项转入下年。", "118 = 113 + 5"),
    ("what is left", "受理申请60件，已答复48件，尚在办理12件。", "60 = 48 + 12"),
    ("cut up", "收到申请138件。按类型分，自然人121件、法人17件。", "138 = 121 + 17"),
    ("brackets", "开展讲座8场（线上3场、线下5场）、展览4场。", "8 = 3 + 5"),
    ("outcomes", "实施项目17个，完工12个、在建5个。", "17 = 12 + 5"),
    ("a sentence on", "印发资料600份。其中手册200份、折页400份。", "600 = 200 + 400"),
    ("past other figures", "资料60份，覆盖村组18个。其中手册20份、折页40份。", "60 = 20 + 40"),
    ("the nearer whole", "资料60份，覆盖村组18个，其中城区6个、乡村12个。", "18 = 6 + 12"),
    ("nothing", "受理咨询0件，其中来访0件、来电0件。", "0 = 0 + 0"),
    ("magnitudes", "播种5.5万亩，其中小麦2.4万亩、玉米3.1万亩。", "5.5万 = 2.4万 + 3.1万"),
    ("a hedge", "开展活动20余场，其中讲座9场、展览14场。", "20余 = 9 + 14"),
    ("like measure words", "培训60人，其中男性40名、女性20名。", "60 = 40 + 20"),
    ("more behind", "培训18场，其中讲座8场、观摩10场，发放手册60册。", "18 = 8 + 10"),
]
FAILED = [
    ("其中", "活动69次，其中讲座28次、展览20次、咨询22次。", "69 ≠ 28 + 20 + 22"),
    ("分别为", "共设点位9个，分别为城区4个、乡村6个。", "9 ≠ 4 + 6"),
    ("合计", "春季6场、秋季7场，合计14场。", "14 ≠ 6 + 7"),
    ("cut up, nearly", "收到申请138件。按类型分，自然人121件、法人16件。", "138 ≠ 121 + 16"),
    ("a pair", "参训职工120人，男70人、女60人。", "120 ≠ 70 + 60"),
    ("the rest", "任务118项，已完成113项，其余9项转入下年。", "118 ≠ 113 + 9"),
    ("a part above its whole", "办理案件120件，其中行政案件130件。", "120 ≠ 130"),
    (
        "parts above their whole",
        "资料600份（其中手册200份、折页300份、海报220份）。",
        "600 ≠ 200 + 300 + 220",
    ),
]
OPEN = [
    ("one part", "办理案件120件，其中行政案件30件。", ["120 ≥ 30"]),
    ("some parts", "资料600份，包括手册200份、折页300份。", ["600 ≥ 200", "600 ≥ 300"]),
    ("等", "培训18场，其中讲座8场、观摩5场等。", ["18 ≥ 8", "18 ≥ 5"]),
    ("two wholes", "讲座8场，其中线上5场；演练3次，其中跨镇2次。", ["8 ≥ 5", "3 ≥ 2"]),
    (
        "at least",
        "资料600份，其中手册200份、折页不少于300份。",
        ["600 ≥ 200", "600 ≥ 不少于300"],
    ),
]
SILENT = [
    ("other things", "培训干部50人，走访企业20家，慰问老人30人。"),
    ("figures of one unit", "开展讲座8场，举办展览5场，组织演练3场。"),
    ("a list of years", "2021年、2022年、2023年分别受理30件、40件、70件。"),
    ("for each of many", "每村配备网格员2名，其中女性1名。"),
    ("each and all", "每村配备网格员2名，共12名。"),
    ("no whole", "其中小麦24.5万亩、玉米31.2万亩。"),
    ("a misfit in brackets", "共建站点12个（城区5个、乡村6个）。"),
    ("a misfit without a cue", "收到申请138件。从类型看，自然人121件、法人16件。"),
    ("a stated share says it", "有企业40家，其中规上企业12家，占30%。"),
]


@pytest.mark.parametrize(
    ("text", "formula"), [row[1:] for row in CLOSED], ids=[row[0] for row in CLOSED]
)
def test_closed_sum(text, formula):
    assert related(text, "sum") == [(formula, "holds")]


@pytest.mark.parametrize(
    ("text", "formula"), [row[1:] for row in FAILED], ids=[row[0] for row in FAILED]
)
def test_failed_sum(text, formula):
    assert related(text, "sum") == [(formula, "fails")]


@pytest.mark.parametrize(
    ("text", "formulas"), [row[1:] for row in OPEN], ids=[row[0] for row in OPEN]
)
def test_open_sum(text, formulas):
    assert related(text, "sum") == [(formula, "holds") for formula in formulas]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_sum(text):
    assert related(text, "sum") == []


ROUNDED = [
    ("rounded", "产量7.4万吨，其中水果2.1万吨、蔬菜5.2万吨。", "rounded"),
    ("cut off", "产量9.6万吨，其中果2.1万吨、菜5.2万吨、茶1.1万吨、油0.9万吨。", "truncated"),
]


@pytest.mark.parametrize(
    ("text", "verdict"), [row[1:] for row in ROUNDED], ids=[row[0] for row in ROUNDED]
)
def test_printed_to_a_place(text, verdict):
    assert [found for _, found in related(text, "sum")] == [verdict]


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        (
            "低保612户1105人，其中城市230户380人、农村382户725人。",
            ["612 = 230 + 382", "1105 = 380 + 725"],
        ),
        (
            "低保612户1105人，其中城市230户380人、农村382户727人。",
            ["612 = 230 + 382", "1105 ≠ 380 + 727"],
        ),
        (
            "收到申请138件，其中自然人121件、法人17件；网络84件、信函54件。",
            ["138 = 121 + 17", "138 = 84 + 54"],
        ),
    ],
    ids=["two units", "one of two units fails", "two cuts"],
)
def test_several_sums(text, formulas):
    assert [formula for formula, _ in related(text, "sum")] == formulas


def test_record():
    (found,) = parse("任务118项，已完成113项，其余9项转入下年。").relations
    figures = [(role, claim.quantity.text) for role, claim in found.members]
    assert figures == [("whole", "118项"), ("part", "113项"), ("part", "9项")]
    assert (found.cue, found.exhaustive, found.closes) == ("其余", True, False)
    assert found.gap == Interval.point(Decimal(-4))


@pytest.mark.parametrize(
    ("text", "gap", "near"),
    [
        ("活动120场", -1, True),
        ("活动120场", 2, True),
        ("活动120场", 3, False),
        ("活动900场", 18, True),
        ("活动900场", 19, False),
        ("活动6场", 1, False),
    ],
)
def test_near_miss(text, gap, near):
    (whole,) = parse(text).claims
    assert is_near(whole, Interval.point(Decimal(gap))) is near


def test_no_near_miss_of_an_open_figure():
    (whole,) = parse("活动120场").claims
    assert not is_near(whole, Interval(Decimal(-1), None))
