"""Indicators that should agree by definition, and what is said when they do not."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark
from reportparse import audit, parse

STRUCTURE = (
    "生产总值200.0亿元。第一产业增加值30.0亿元，第二产业增加值80.0亿元，"
    "第三产业增加值90.0亿元。三次产业结构为«14.0:41.0:45.0»。"
)
FIRES = [
    ("人口出生率7.20‰，死亡率6.95‰，自然增长率«0.35‰»。", "0.25‰", "0.35‰"),
    ("一般公共预算收入«9.6亿元»，税收收入6.1亿元，非税收入5.3亿元。", "11.4亿元", "9.6亿元"),
    ("第一产业比重为12.5%，第二产业比重为41.7%，第三产业比重为«48.5%»。", "102.7%", "100%"),
    (STRUCTURE, "15%", "14.0:41.0:45.0"),
]
SILENT = [
    "人口出生率7.20‰，死亡率6.95‰，自然增长率0.25‰。",
    "一般公共预算收入9.6亿元，税收收入6.1亿元，非税收入3.5亿元。",
    "第一产业比重为12.5%，第二产业比重为41.7%，第三产业比重为45.9%。",
    "三次产业结构由15.0:42.0:43.0调整为14.3:41.8:43.9。",
]


@pytest.mark.parametrize(("marked", "computed", "stated"), FIRES)
def test_fires_once_where_marked(marked, computed, stated):
    text, spans = unmark(marked)
    [finding] = audit(parse(text), select=("TOT108",))
    assert [(finding.span.start, finding.span.end)] == spans
    assert computed in finding.message
    assert stated in finding.message_en


@pytest.mark.parametrize("text", SILENT)
def test_is_silent(text):
    assert fired("TOT", text) == []
