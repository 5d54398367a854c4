"""Amounts of several units are one figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse.compounds import compound_at
from reportparse.figures import find_figures

from .marked import unmark

FOUND = [
    ("门票每张«5元6角»", "5.6", "元"),
    ("车费«3元5角2分»", "3.52", "元"),
    ("每度电优惠«1角5分»", "1.5", "角"),
    ("每斤收购价«2元零5分»", "2.05", "元"),
    ("缴费标准为«1,250元5角»", "1250.5", "元"),
    ("口粮款«五元六角»", "5.6", "元"),
    ("亩均补贴«十二元五角»", "12.5", "元"),
    ("罚没款«壹拾壹元壹角»", "11.1", "元"),
    ("平均出警«12分36秒»", "12.6", "分钟"),
    ("平均候诊«9分钟45秒»", "9.75", "分钟"),
    ("抢修历时«3小时15分钟»", "3.25", "小时"),
    ("抢险用时«1小时零6分»", "1.1", "小时"),
    ("运行«2小时30分»", "2.5", "小时"),
    ("判处有期徒刑«2年6个月»", "2.5", "年"),
    ("判处有期徒刑«三年零三个月»", "3.25", "年"),
    ("缩短工期«近1年3个月»", "1.25", "年"),
]
NONE = [
    "5元", "6角硬币", "12分", "36秒", "3小时", "2年", "6个月", "2024年6个月来", "3元路口",
    "八角五香", "3年6个月来",
]  # fmt: skip


@pytest.mark.parametrize(("marked", "value", "unit"), FOUND, ids=[marked for marked, *_ in FOUND])
def test_units_make_one_figure(marked: str, value: str, unit: str) -> None:
    text, spans = unmark(marked)
    (figure,) = find_figures(text)
    assert [(figure.at, figure.end)] == spans
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", NONE)
def test_one_unit_alone_is_no_compound(text: str) -> None:
    assert compound_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "at"), [("上午9时12分36秒", 4), ("第2分36秒", 1), ("12分96秒", 0), ("8点5分30秒", 2)]
)
def test_time_of_day_and_impossible_parts(text: str, at: int) -> None:
    assert compound_at(text, at) is None


def test_a_compound_is_as_fine_as_its_last_unit() -> None:
    figure = compound_at("3元5角2分", 0)
    assert figure is not None
    assert figure.place == Decimal("0.01")
    assert (figure.kind, figure.num_end) == ("money", 6)
