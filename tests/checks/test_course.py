"""Periods and dates of one report against each other."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark

FIRES = [
    pytest.param(
        "TIM105",
        "某乡2031年工作总结\n一、2031年主要工作\n召开会议8次。\n二、«2031年»工作打算\n召开会议9次。",
    ),
    pytest.param(
        "TIM105",
        "某乡2031年工作总结\n一、主要工作\n今年（«2030»年）召开会议8次。",
    ),
    pytest.param(
        "TIM107",
        "整治行动自5月6日至5月20日，为期«25»天。",
    ),
    pytest.param(
        "TIM108",
        "某乡2031年工作总结\n1—6月，共受理行政许可申请90件。\n1—10月，共受理行政许可申请«85件»。",
    ),
    pytest.param(
        "TIM109",
        "某乡2031年工作总结\n1—6月，共受理行政许可申请90件。\n全年，共受理行政许可申请«185件»。",
    ),
    pytest.param(
        "TIM110",
        "某乡2031年工作总结\n落实水系治理规划«（2025—2030年）»，疏浚河道8公里。",
    ),
]
SILENT = [
    pytest.param(
        "TIM105",
        "某乡2031年工作总结\n一、2031年主要工作\n召开会议8次。\n二、2032年工作打算\n召开会议9次。",
    ),
    pytest.param(
        "TIM107",
        "整治行动自5月6日至5月20日，为期15天。",
    ),
    pytest.param(
        "TIM107",
        "整治行动自12月6日至5月20日，为期25天。",
    ),
    pytest.param(
        "TIM107",
        "整治行动自2月31日至5月20日，为期25天。",
    ),
    pytest.param(
        "TIM108",
        "某乡2031年工作总结\n1—6月，共受理行政许可申请90件。\n1—10月，共受理行政许可申请185件。",
    ),
    pytest.param(
        "TIM108",
        "某乡2031年工作总结\n1—6月，共受理行政许可申请90余件。\n1—10月，共受理行政许可申请85件。",
    ),
    pytest.param(
        "TIM110",
        "某乡2031年工作总结\n落实水系治理规划（2029—2035年），疏浚河道8公里。",
    ),
    pytest.param(
        "TIM110",
        "某乡2031年工作总结\n开展水系治理规划（2025—2030年）终期评估，疏浚河道8公里。",
    ),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires(code, marked):
    text, spans = unmark(marked)
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_silent(code, text):
    assert fired(code, text) == []
