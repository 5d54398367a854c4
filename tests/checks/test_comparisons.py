"""Cells against the text, and against the other rows of their column."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark
from tabled import tabled

TITLE = "石川市2031年国民经济和社会发展统计公报\n"
YEARBOOK = "石川市商务局2031年政府信息公开工作年度报告\n"
PRODUCTS = tabled(
    "表1 主要农产品产量", "产品 / 单位 / 产量", "粮食 / 万吨 / 62.4", "油料 / 万吨 / 3.1",
    "水果 / 万吨 / 8.8")  # fmt: skip
FORM = tabled(
    "一、本年新收政府信息公开申请数量 / 9 / 2 / 0 / 0 / 0 / 1 / 12",
    "二、上年结转政府信息公开申请数量 / 1 / 0 / 0 / 0 / 0 / 0 / 1",
    "三、本年度办理结果 / （一）予以公开 / 9 / 2 / 0 / 0 / 0 / 1 / 12",
    " / （七）总计 / 9 / 2 / 0 / 0 / 0 / 1 / 12",
    "四、结转下年度继续办理 / 1 / 0 / 0 / 0 / 0 / 0 / 1",
)
SHARES = (
    "从业人员", "产业 / 人数（万人） / 比重（%）", "总计 / 203.33 / 100.0",
    "第一产业 / 93.73 / 46.1",
    "工业 / 34.00 / 16.7", "建筑业 / 20.15 / {}",
    "商贸 / 30.45 / 15.0", "其他 / 25.00 / 12.3",
)  # fmt: skip
GROWTH = (
    "镇 / 本年（件） / 上年（件） / 同比增长（%）", "东镇 / 132 / 120 / 10.0",
    "西镇 / 98 / 110 / -10.9",
    "南镇 / 87 / 80 / {}", "北镇 / 64 / 60 / 6.7", "中镇 / 75 / 90 / -16.7",
)  # fmt: skip
FIRES = [
    ("TAB105", "a product", f"{TITLE}全年粮食产量«64.2万吨»。\n{PRODUCTS}"),
    ("TAB105", "applications", f"{YEARBOOK}本年收到政府信息公开申请«14件»，均已答复。\n{FORM}"),
    ("TAB108", "a share", tabled(*SHARES).format("«9.1»")),
    ("TAB108", "a growth", tabled(*GROWTH).format("«7.8»")),
]
SILENT = [
    ("the same", f"{TITLE}全年粮食产量62.4万吨。\n{PRODUCTS}"),
    ("rounded", f"{TITLE}全年粮食产量62万吨。\n{PRODUCTS}"),
    ("a part", f"{TITLE}全年夏粮产量30.2万吨。\n{PRODUCTS}"),
    ("another year", f"{TITLE}2030年粮食产量60.9万吨。\n{PRODUCTS}"),
    ("another unit", f"{TITLE}粮食产量64200公斤。\n{PRODUCTS}"),
    ("a target", f"{TITLE}力争粮食产量65万吨。\n{PRODUCTS}"),
    ("told twice", f"{TITLE}全年粮食产量64.2万吨。全市粮食产量62.4万吨。\n{PRODUCTS}"),
    ("far off", f"{TITLE}全年粮食产量12.4万吨。\n{PRODUCTS}"),
    ("applications with those left over", f"{YEARBOOK}全年受理政府信息公开申请13件。\n{FORM}"),
    ("applications of all offices", f"{YEARBOOK}全市收到政府信息公开申请240件。\n{FORM}"),
    ("applications by one way", f"{YEARBOOK}通过网络收到政府信息公开申请7件。\n{FORM}"),
    ("applications of which", f"{YEARBOOK}其中收到自然人政府信息公开申请9件。\n{FORM}"),
    ("every share fits", tabled(*SHARES).format("9.9")),
    ("every growth fits", tabled(*GROWTH).format("8.8")),
    ("cut off, not rounded", tabled(*GROWTH).format("8.7")),
    ("a share of the row above", tabled(
        "指标 / 人数（人） / 比重（%）", "总计 / 2000 / 100.0", "城镇 / 1110 / 55.5",
        "乡村 / 890 / 44.5",
        "其中：老年 / 410 / 46.1", "男 / 1033 / 51.7", "女 / 967 / 48.4")),
    ("rates of other things", tabled(
        "镇 / 受理（件） / 满意率（%）", "甲 / 36 / 98.1", "乙 / 42 / 97.6", "丙 / 28 / 99.2",
        "丁 / 51 / 96.4")),
    ("all of it", tabled(
        "镇 / 应办（件） / 已办（件） / 办结率（%）", "甲 / 36 / 36 / 100", "乙 / 42 / 42 / 100",
        "丙 / 28 / 28 / 100", "丁 / 51 / 50 / 100")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "marked"), [(row[0], row[2]) for row in FIRES], ids=[row[1] for row in FIRES]
)
def test_fires_once_where_marked(code, marked):
    text, spans = unmark(marked)
    assert spans
    assert fired(code, text) == spans
    assert fired("TAB", text) == spans


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_is_silent(text):
    assert fired("TAB", text) == []
