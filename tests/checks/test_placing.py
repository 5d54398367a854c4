"""What stands in the sections, and what is missing there."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark

FIRES = [
    pytest.param(
        "NUM109",
        "主要做法：«一是»领导带头，召开会议8次。",
    ),
    pytest.param(
        "NUM112",
        "一、主要成效\n召开会议8次。\n«二、»主要问题\n三、意见建议\n增加编制2名。",
    ),
    pytest.param(
        "NUM113",
        "名单«见附表»，共8人。",
    ),
    pytest.param(
        "NUM114",
        "某区2031年政府信息公开工作年度报告\n«一、»总体情况\n公开8条。\n二、主动公开政府信息情况\n公开9条。\n三、收到和处理申请情况\n受理2件。\n四、行政复议诉讼情况\n复议1件。\n五、存在的主要问题\n人手不足。",
    ),
]
SILENT = [
    pytest.param(
        "NUM109",
        "主要做法：一是领导带头，召开会议8次。二是加强督办。",
    ),
    pytest.param(
        "NUM109",
        "一是一，二是二，绝不含糊。",
    ),
    pytest.param(
        "NUM109",
        "主要做法：一是带头，一是督办，召开会议8次。",
    ),
    pytest.param(
        "NUM112",
        "一、主要成效\n召开会议8次。\n二、主要问题\n人手不足。\n三、意见建议\n增加编制2名。",
    ),
    pytest.param(
        "NUM112",
        "一、主要成效\n二、主要问题\n三、意见建议\n增加编制2名。",
    ),
    pytest.param(
        "NUM113",
        "名单见附表，共8人。\n附表：人员名单",
    ),
    pytest.param(
        "NUM114",
        "某区2031年工作总结\n一、总体情况\n公开8条。\n二、主要问题\n人手不足。\n三、打算\n公开9条。",
    ),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires(code, marked):
    text, spans = unmark(marked)
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_silent(code, text):
    assert fired(code, text) == []
