"""Plans, multiples, copied growths, and bases that are only implied."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark

FIRES = [
    pytest.param(
        "CHG106",
        "存栏由200头增加到900头，«翻了一番»。",
    ),
    pytest.param(
        "CHG106",
        "存栏由200头增加到600头，是上年的«5倍»。",
    ),
    pytest.param(
        "CHG108",
        "来访由80件增加到100件，增长«22.5%»。\n来信由200件增加到245件，增长22.5%。",
    ),
    pytest.param(
        "CHG109",
        "计划植树300亩，实际完成330亩，完成率«120%»。",
    ),
    pytest.param(
        "CHG114",
        "调解纠纷9件，同比下降«17%»。",
    ),
]
SILENT = [
    pytest.param(
        "CHG106",
        "存栏由200头增加到410头，翻了一番。",
    ),
    pytest.param(
        "CHG106",
        "存栏由200头增加到800头，增长4倍。",
    ),
    pytest.param(
        "CHG106",
        "存栏由200头增加到800头，增长3倍。",
    ),
    pytest.param(
        "CHG106",
        "存栏由200头增加到600头，是上年的3倍。",
    ),
    pytest.param(
        "CHG108",
        "来访由80件增加到98件，增长22.5%。\n来信由200件增加到245件，增长22.5%。",
    ),
    pytest.param(
        "CHG109",
        "计划植树300亩，实际完成330亩，完成率110%。",
    ),
    pytest.param(
        "CHG109",
        "市级计划植树300亩，实际完成330亩，完成县级计划的120%。",
    ),
    pytest.param(
        "CHG114",
        "调解纠纷10件，同比下降16.7%。",
    ),
    pytest.param(
        "CHG114",
        "调解纠纷约9件，同比下降17%。",
    ),
    pytest.param(
        "CHG114",
        "新增持证人员5人，较上年增加55.6%。",
    ),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires(code, marked):
    text, spans = unmark(marked)
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_silent(code, text):
    assert fired(code, text) == []
