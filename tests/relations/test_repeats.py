from __future__ import annotations

import pytest

from reportparse import parse
from reportparse.relations.repeats import find_repeats
from reportparse.relations.tables import grids_of
from tabled import tabled

TITLE = "石川市2031年统计公报\n"


def repeats(sentence: str, *rows: str) -> list[tuple[str, str, bool]]:
    report = parse(f"{TITLE}{sentence}\n{tabled(*rows)}")
    grids = grids_of(report.document)
    found = find_repeats(report.claims, report.document, report.year, grids)
    return [(one.claim.quantity.text, one.cells[0].cell.text, one.agrees) for one in found]


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        ("全市货物运输总量2.92亿吨。", True),
        ("货物运输总量2.9亿吨。", True),
        ("货物运输总量2.98亿吨。", False),
    ],
)
def test_one_measure_told_twice(sentence, agrees):
    rows = (
        "指标 / 单位 / 绝对数",
        "货物运输总量 / 亿吨 / 2.92",
        "旅客运输总量 / 万人 / 448",
        "邮政业务 / 亿元 / 9.1",
    )
    assert [one[2] for one in repeats(sentence, *rows)] == [agrees]


def test_head_and_row_make_the_name():
    rows = ("品名 / 产量（吨）", "茶叶 / 1391", "烤烟 / 2105", "药材 / 704")
    assert repeats("全年茶叶产量1391吨。", *rows) == [("1391吨", "1391", True)]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "指标 / 本年 / 上年",
            "运输总量（吨） / 12 / 11",
            "周转总量（吨） / 9 / 8",
            "吞吐总量（吨） / 5 / 4",
        ),
        ("指标 / 数量", "运输总量 / 12", "周转总量 / 9", "吞吐总量 / 5"),
        ("指标 / 数量（吨）", "运输总量 / 12", "运输总量 / 9", "吞吐总量 / 5"),
    ],
    ids=["two columns", "no unit", "named twice"],
)
def test_nothing_to_compare(rows):
    assert repeats("全年运输总量13吨。", *rows) == []
