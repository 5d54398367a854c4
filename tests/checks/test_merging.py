"""One slip, one finding; the likeliest repair is named first."""

from __future__ import annotations

import pytest

from reportparse import audit, parse

TWO = "案件由97件增加到187件，增加100件，增长103.1%。"


def test_two_relations_of_one_figure_are_one_finding():
    (finding,) = audit(parse(TWO), persona="default")
    assert finding.code == "CHG104"
    assert "2处不符" in finding.message
    assert "2 relations" in finding.message_en
    assert finding.alternatives[0] == "187 → 197"
    assert "103.1%" in finding.working
    assert {one.text for one in finding.evidence} == {"97件", "187件", "100件", "103.1%"}


def test_two_slips_stay_two_findings():
    text = "活动9次，其中讲座2次、展览8次。\n受理投诉120件，办结118件，办结率89.3%。"
    assert [one.code for one in audit(parse(text), persona="default")] == ["TOT101", "RAT101"]


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("受理投诉120件，办结118件，办结率89.3%。", "89.3 → 98.3"),
        ("受理120件，其中行政60件、民事50件、刑事20件，行政占50%，刑事占16.7%。", "50 → 40"),
        ("收入9.2万元，其中甲4.1万元、乙5.9万元。", "5.9万 → 5.1万"),
        ("排查纠纷523起，调解成功511起，成功率9.77%。", "9.77 → 97.7"),
        ("案件办结率达958.8%。", "958.8 → 95.88"),
        ("投诉8450件，同比减少15500件，下降15.5%。", "8450 → 84500"),
        (
            (
                "全年接待海内外游客512.60万人次。国内游客498.30万人次，增长4%；入境游客14.50万人次，"
                "增长9%，其中，外国人6.10万人次，港澳台同胞8.20万人次。"
            ),
            "14.5万 → 14.3万",
        ),
        ("人口出生率7.20‰，死亡率6.95‰，自然增长率0.52‰。", "0.52 → 0.25"),
    ],
    ids=[
        "a swap",
        "what others confirm",
        "a magnitude",
        "a point",
        "a point lost",
        "no rise above the level",
        "a sum by name and its part",
        "a definition",
    ],
)
def test_the_likeliest_repair_is_first(text, repair):
    (finding,) = audit(parse(text), persona="default")
    assert finding.alternatives[0] == repair


def test_nothing_to_mend():
    assert audit(parse("活动9次，其中讲座2次、展览7次。"), persona="default") == ()


@pytest.mark.parametrize(
    ("text", "said", "repairs"),
    [
        ("活动9次，其中讲座2次、展览8次。", True, ("9 → 10", "2 → 1", "8 → 7")),
        ("受理投诉120件，办结118件，办结率89.3%。", False, ("89.3 → 98.3",)),
        ("投诉845件，比上年的1000件上升15.5%。", False, ("增 → 降",)),
        ("收入由8万元降到9万元。", False, ("降 → 增",)),
    ],
    ids=["a sum alone", "a swap", "a word", "two levels"],
)
def test_ties_are_told(text, said, repairs):
    (finding,) = audit(parse(text), persona="default")
    assert finding.alternatives == repairs
    assert ("同样可能" in finding.message) == ("equally likely" in finding.message_en) == said
