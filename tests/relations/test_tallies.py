from __future__ import annotations

import pytest

from reportparse import parse
from reportparse.relations.tallies import TOTAL
from tabled import tabled


def tallies(*rows: str) -> list[tuple[str, str, str]]:
    found = parse(tabled(*rows)).tallies
    return [(one.axis, one.name, one.verdict) for one in found]


def test_rows_and_columns():
    found = tallies("镇 / 甲 / 乙 / 合计", "东 / 1 / 2 / 3", "西 / 4 / 5 / 9", "合计 / 5 / 7 / 12")
    assert found == [
        ("row", "东", "holds"),
        ("row", "西", "holds"),
        ("row", "合计", "holds"),
        ("column", "甲", "holds"),
        ("column", "乙", "holds"),
        ("column", "合计", "holds"),
    ]


@pytest.mark.parametrize(
    ("total", "verdict"), [("14.8", "rounded"), ("14.7", "holds"), ("15.2", "fails")]
)
def test_rounding(total, verdict):
    found = tallies(
        "区 / 住宅 / 商业 / 合计",
        f"甲 / 10.3 / 4.4 / {total}",
        "乙 / 8.1 / 3.2 / 11.3",
        "丙 / 6.0 / 2.2 / 8.2",
    )
    assert found[0] == ("row", "甲", verdict)


def test_a_reading_that_the_labels_do_not_give_is_learnt():
    found = tallies(
        "镇（人） / 合计（人） / 男（人） / 女（人） / 城镇（人） / 乡村（人）",
        "东 / 41 / 20 / 21 / 26 / 15",
        "西 / 36 / 19 / 17 / 14 / 22",
        "南 / 30 / 16 / 14 / 11 / 19",
        "北 / 28 / 13 / 16 / 9 / 19",
    )
    assert [verdict for axis, _, verdict in found if axis == "row"] == ["holds"] * 3 + ["fails"]


def test_what_mostly_fails_is_no_sum():
    assert (
        tallies("镇 / 甲 / 乙 / 合计", "东 / 1 / 2 / 8", "西 / 4 / 5 / 11", "南 / 5 / 7 / 30")
        == []
    )


def test_a_blank_is_unknown():
    found = tallies("镇 / 甲 / 乙 / 合计", "东 / 1 / / 3", "西 / 4 / 5 / 9", "南 / 5 / 7 / 12")
    assert [name for _, name, _ in found] == ["西", "南"]


def test_a_blank_is_not_less_than_nothing():
    found = tallies("镇 / 甲 / 乙 / 合计", "东 / 7 / / 3", "西 / 4 / 5 / 9", "南 / 5 / 7 / 12")
    assert ("row", "东", "fails") in found


@pytest.mark.parametrize("name", ["合计", "全市总计", "合计(万元)", "案件总数", "计"])
def test_total(name):
    assert TOTAL.search(name)


@pytest.mark.parametrize("name", ["其中合计", "统计", "会计", "总产值", "合计率", "预计"])
def test_no_total(name):
    assert not TOTAL.search(name)
