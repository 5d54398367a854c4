"""Growth: changes that two levels do not give, and changes of another basis."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark

FIRES = [
    ("CHG101", "村级集体收入由320万元增加到368万元，增长«18%»。"),
    ("CHG101", "全年发案45起，比上年的60起下降«30%»。"),
    ("CHG101", "办理公证1260件，较上年的1200件增长«6.5%»。"),
    ("CHG102", "网格员达到840人，比上年增加40人，增长«7.2%»。"),
    ("CHG102", "全年信访总量180件，比上年减少20件，下降«15%»。"),
    ("CHG103", "投诉由24件下降到«31件»。"),
    ("CHG103", "公益岗位由120个增加到«95个»。"),
    ("CHG104", "办理公证1260件，比上年的1200件增加«70件»。"),
    ("CHG105", "入学率由91.2%提高到95.6%，提高«5.4个百分点»。"),
    ("CHG110", "农业增加值由20.0亿元增加到22.0亿元，按可比价格计算增长«6.1%»。"),
    ("CHG120", "全年信访案件«大幅下降»。"),
    ("CHG120", "一年来，辖区交通事故«明显减少»，秩序良好。"),
]
SILENT = [
    ("CHG", "村级集体收入由320万元增加到368万元，增长15%。"),
    ("CHG101", "全年发案45起，比上年的60起下降25%。"),
    ("CHG101", "负债由80万元增加到60万元。"),
    ("CHG102", "网格员达到840人，比上年增加40人，增长5%。"),
    ("CHG103", "投诉由31件下降到24件。"),
    ("CHG103", "公益岗位由95个增加到120个。"),
    ("CHG104", "办理公证1260件，比上年的1200件增加60件。"),
    ("CHG105", "入学率由91.2%提高到95.6%，提高4.4个百分点。"),
    ("CHG110", "农业增加值由20.0亿元增加到22.0亿元，增长10%。"),
    ("CHG120", "全年信访案件下降21%。"),
    ("CHG120", "推动信访案件明显减少。"),
    ("CHG120", "队伍素质明显提升。"),
    ("CHG120", "二、下一步打算\n信访案件大幅下降。"),
    # Percentage points between rates that were rounded: one of the last digit is no fault.
    ("CHG105", "入学率由91.2%提高到95.6%，提高4.5个百分点。"),
    # A rate worked out from amounts before they were rounded.
    ("CHG101", "财政收入由1.2亿元增加到1.3亿元，增长9.6%。"),
    # Growth at comparable prices.
    ("CHG10", "农业增加值由20.0亿元增加到22.0亿元，按可比价格计算增长6.1%。"),
    ("CHG10", "地区生产总值由150.0亿元增加到165.0亿元，同比增长7.4%。"),
    ("CHG10", "财政收入由2.00亿元增加到2.30亿元，同口径增长9.8%。"),
    # As much as the year before is nearly so.
    ("CHG", "全年受理申请302件，与上年的300件基本持平。"),
    ("CHG", "全年受理申请302件，与去年持平。"),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires_where_marked(code: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert spans
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_is_silent(code: str, text: str) -> None:
    assert fired(code, text) == []
