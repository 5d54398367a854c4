from __future__ import annotations

import pytest

from reportparse import parse
from reportparse.document import Cell, Table
from reportparse.relations.grids import Grid, grid_of
from reportparse.span import Span
from tabled import tabled


def grid(*rows: str) -> Grid | None:
    [table] = parse(tabled(*rows)).document.tables
    return grid_of(table)


def test_head_labels_and_units():
    found = grid("镇 / 面积（亩） / 增长率", "东镇 / 30 / 4.5", "西镇 / 12 / 3.0", "合计 / 42 / —")
    assert [line.name for line in found.rows] == ["东镇", "西镇", "合计"]
    assert [(line.name, line.unit) for line in found.columns] == [("面积(亩)", "亩")]
    assert [line.name for line in found.rates] == ["增长率"]


@pytest.mark.parametrize(
    "head",
    ["位次", "占比", "比上年增长（%）", "人均（元）", "单价", "得分", "结案率", "序号", "编号"],
)
def test_no_amounts(head):
    found = grid(f"镇 / 件数 / {head}", "东 / 30 / 4", "西 / 12 / 3", "南 / 14 / 9")
    assert [line.name for line in found.columns] == ["件数"]


def test_percents_in_cells_are_no_amounts():
    found = grid("镇 / 件数 / 满意", "东 / 30 / 99.1%", "西 / 12 / 98.0%", "南 / 9 / 97.2%")
    assert [line.name for line in found.columns] == ["件数"]


def test_a_column_of_units():
    found = grid("品名 / 单位 / 数量", "米 / 吨 / 30", "布 / 米 / 12", "油 / 升 / 14")
    assert [line.unit for line in found.rows] == ["吨", "米", "升"]


def test_years_and_numbers_of_columns_are_head():
    found = grid("项目 / 2022 / 2023", "甲 / 1 / 2", "道路 / 30 / 31", "桥梁 / 4 / 6")
    assert [line.name for line in found.rows] == ["道路", "桥梁"]


def test_words_among_figures_are_kept_apart():
    found = grid("镇 / 件数", "东 / 30", "西 / 约12", "南 / 14", "北 / 8")
    assert len(found.figures) == 3
    assert len(found.words) == 1


def test_merged_heads_cover_their_columns():
    cells = [
        Cell("镇", Span(0, 1), 0, 0, 2, 1),
        Cell("案件", Span(1, 3), 0, 1, 1, 2),
        Cell("民事", Span(3, 5), 1, 1),
        Cell("行政", Span(5, 7), 1, 2),
        Cell("东", Span(7, 8), 2, 0),
        Cell("12", Span(8, 10), 2, 1),
        Cell("30", Span(10, 12), 2, 2),
    ]
    found = grid_of(Table(tuple(cells)))
    assert [line.path for line in found.columns] == [("案件", "民事"), ("案件", "行政")]


@pytest.mark.parametrize("cells", [(), (Cell("镇", Span(0, 1), 0, 0),)], ids=["none", "words"])
def test_nothing_to_type(cells):
    assert grid_of(Table(cells)) is None
