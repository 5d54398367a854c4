"""Figures whose words, bands or signs cannot be meant."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark

FIRES = [
    pytest.param(
        "EXP103",
        "覆盖人口«约23456人»。",
    ),
    pytest.param(
        "EXP105",
        "投诉«环比较去年»下降5%。",
    ),
    pytest.param(
        "EXP106",
        "覆盖率由65%提高到82%，提高«17%»。",
    ),
    pytest.param(
        "EXP108",
        "乡财政一般公共预算收入2.35亿元。\n乡财政一般公共预算收入«2.35万元»。",
    ),
    pytest.param(
        "EXP110",
        "举办讲座40场，听众«50人次»。",
    ),
    pytest.param(
        "EXP112",
        "根据某发«（2031）8号»要求，召开会议8次。",
    ),
    pytest.param(
        "EXP113",
        "规模有5—10亩、«10—15亩»两类。",
    ),
]
SILENT = [
    pytest.param(
        "EXP103",
        "覆盖人口约2.3万人。",
    ),
    pytest.param(
        "EXP105",
        "投诉环比下降5%，较去年下降8%。",
    ),
    pytest.param(
        "EXP106",
        "覆盖率由65%提高到82%，提高17个百分点。",
    ),
    pytest.param(
        "EXP106",
        "覆盖率由50%提高到75%，提高50%。",
    ),
    pytest.param(
        "EXP108",
        "乡财政一般公共预算收入2.35亿元。\n乡财政一般公共预算收入23500万元。",
    ),
    pytest.param(
        "EXP110",
        "举办讲座40场，听众5000人次。",
    ),
    pytest.param(
        "EXP112",
        "根据某发〔2031〕8号要求，召开会议8次。",
    ),
    pytest.param(
        "EXP113",
        "规模有5—9亩、10—15亩两类。",
    ),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires(code, marked):
    text, spans = unmark(marked)
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_silent(code, text):
    assert fired(code, text) == []
