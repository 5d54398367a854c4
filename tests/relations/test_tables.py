from __future__ import annotations

from reportparse import parse
from reportparse.relations.tables import find_table_tallies, grids_of
from tabled import tabled

OWN = tabled("镇 / 甲 / 乙 / 合计", "东 / 1 / 2 / 3", "西 / 4 / 5 / 9", "南 / 5 / 7 / 12")
FORM = tabled(
    "结果维持 / 结果纠正 / 其他结果 / 尚未审结 / 总计", "3 / 1 / 0 / 2 / 6", "本表无其他 / 说明"
)


def test_both_kinds_of_tables():
    document = parse(f"{OWN}\n情况说明如下。\n{FORM}").document
    assert [one.axis for one in find_table_tallies(document)] == ["form", "row", "row", "row"]


def test_forms_are_not_typed_by_guess():
    assert len(grids_of(parse(f"{OWN}\n情况说明如下。\n{FORM}").document)) == 1


def test_no_tables():
    assert find_table_tallies(parse("走访企业40家。").document) == ()


def test_rows_that_are_a_whole_by_definition():
    rows = ("指标 / 年末数（万人）", "全市常住人口 / 61.20", "其中：城镇 / 38.40", "乡村 / 22.80",
            "其中：男性 / 31.02", "女性 / 30.18")  # fmt: skip
    found = parse(tabled(*rows)).tallies
    assert [(one.axis, one.verdict, len(one.right)) for one in found] == [("column", "holds", 2)]
