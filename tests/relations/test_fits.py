from __future__ import annotations

import pytest

from reportparse import parse
from reportparse.relations.fits import find_misfits
from reportparse.relations.tables import grids_of
from tabled import tabled

RATES = ("86.1", "78.6", "96.4", "78.4", "88.2")
COUNTS = ((36, 31), (42, 33), (28, 27), (51, 40), (17, 15))


def misfits(head: str, *rates: str) -> list[tuple[str, str]]:
    rows = [f"镇{n} / {plan} / {done} / {rate}"
            for n, ((plan, done), rate) in enumerate(zip(COUNTS, rates, strict=True))]  # fmt: skip
    document = parse(tabled(f"镇 / 计划（个） / 完成（个） / {head}", *rows)).document
    return [(one.row, f"{one.computed:.1f}") for grid in grids_of(document)
            for one in find_misfits(grid)]  # fmt: skip


@pytest.mark.parametrize("head", ["完成率（%）", "完成占比", "进度%"])
def test_one_row_falls_out(head):
    assert misfits(head, *RATES[:2], "94.6", *RATES[3:]) == [("镇2", "96.4")]


def test_all_fit():
    assert misfits("完成率（%）", *RATES) == []


def test_too_few_fit():
    assert misfits("完成率（%）", *RATES[:3], "70.1", "80.0") == []


@pytest.mark.parametrize("head", ["得分", "位次"])
def test_other_columns_are_left_alone(head):
    assert misfits(head, *RATES[:2], "94.6", *RATES[3:]) == []
