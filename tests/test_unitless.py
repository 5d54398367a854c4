"""Figures of measures that have no unit."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest

from reportparse.figures import find_figures
from reportparse.interval import Interval

from .marked import unmark

TABLE = tomllib.loads(files("reportparse").joinpath("data", "unitless.toml").read_text("utf-8"))
EXAMPLES = TABLE["measures"]

FOUND = [
    "初中生师比由上年的«13.2»变为«12.9»。",
    "环境质量指数（EI）为«71.06»，属良。",
    "居民收入基尼系数«0.36»，",
    "城乡居民收入比由«2.44»缩小到«2.39»。",
    "城乡居民收入比«2.39»，比上年缩小«0.05»，",
    "企业景气指数达到«118»，",
    "土壤pH均值«6.41»，",
    "降水pH值范围«4.86～7.12»，",
    "人工林平均郁闭度为«0.65»；",
    "创新指数升至«96.4»，",
    "区域协调指数下降至«88»。",
    "竞争力指数为«101.3»（上年=100）",
]
NONE = [
    "居民消费价格指数上涨2.1%",
    "营商环境指数居全省第5",
    "幸福指数2.0版上线",
    "创新指数前10强",
    "发布指数PM2.5",
    "物流指数平台3.0",
    "指数为2023年",
    "项目为3.5",
    "编号为68.42",
    "指数评价，得3.2",
]


@pytest.mark.parametrize("marked", FOUND)
def test_number_behind_a_unitless_measure(marked: str) -> None:
    text, spans = unmark(marked)
    found = [figure for figure in find_figures(text) if figure.kind == "ratio"]
    assert [(figure.at, figure.end) for figure in found] == spans


@pytest.mark.parametrize("text", NONE)
def test_no_unitless_figure(text: str) -> None:
    assert [figure for figure in find_figures(text) if figure.kind == "ratio"] == []


def test_a_range_that_falls_is_none() -> None:
    (figure,) = find_figures("pH值5.2～7.1，")
    assert figure.interval == Interval(Decimal("5.2"), Decimal("7.1"))
    assert figure.hedge == "range"
    assert list(find_figures("pH值7.1～5.2，")) == []


@pytest.mark.parametrize(("word", "example"), EXAMPLES.items(), ids=list(EXAMPLES))
def test_example(word: str, example: str) -> None:
    (figure,) = find_figures(example)
    assert word in example
    assert figure.kind == "ratio"
