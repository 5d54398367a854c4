"""Figures with more digits than arithmetic keeps are figures still: no check and no face fails.

Garbled tables run numbers together; sums, shares, changes and averages of what comes out have more
digits than the 28 that `Decimal` keeps.
"""

from __future__ import annotations

from typing import Final

import pytest

import reportparse as rp

LONG: Final = "9" * 30
FINE: Final = "0." + "3" * 36
WIDE: Final = "7" * 36
TEXTS: Final = {
    "sum": "受理事项3126件，其中来信402件、来访{0}件、网上1806件。",
    "sum-of-money": "拨付资金3126.5万元，其中农业{0}万元、教育1806.5万元。",
    "share": "受理事项3126件，其中网上{0}件，占57.8%。",
    "whole": "受理事项{0}件，其中网上3126件，占57.8%。",
    "rate": "办结3126件，办结率{0}%，应办结{0}件。",
    "growth": "实现收入{0}万元，比上年的1.5万元增长{1}%。",
    "base": "实现收入3.5万元，比上年的{0}万元增长5.3%。",
    "multiple": "实现收入{0}万元，是上年1.5万元的{1}倍。",
    "average": "发放补助{0}万元，惠及1205户，户均3.5万元。",
    "average-of-few": "发放补助3.5万元，惠及1205户，户均{0}万元。",
    "points": "合格率{0}%，比上年的95.5%提高{1}个百分点。",
    "ranking": "总量列全市第{0}位，前移{1}位。",
    "range": "每户补助{0}—{1}元，共补助{0}亿元。",
    "table": "项目\t单位\t数值\n收入\t万元\t{0}\n其中：甲\t万元\t{1}\n乙\t万元\t12.5",
}


@pytest.mark.parametrize("one", [LONG, FINE, WIDE], ids=["long", "fine", "wide"])
@pytest.mark.parametrize("other", [LONG, FINE, "3"], ids=["long", "fine", "plain"])
@pytest.mark.parametrize("kind", TEXTS)
def test_no_figure_is_too_long(kind: str, one: str, other: str) -> None:
    report = rp.parse("云岭县2023年工作报告\n一、工作情况\n" + TEXTS[kind].format(one, other))
    rp.audit(report, persona="pedantic")
    assert report.to_json()
    assert report.to_html()
    assert len(report.to_frame("claims")) == len(report.claims)
