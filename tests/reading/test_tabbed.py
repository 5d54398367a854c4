from __future__ import annotations

import pytest

from reportparse import parse

PLAIN = "乡镇\t件数\t人数\n东镇\t12\t30\n西镇\t9\t21\n"
PIPED = "| 乡镇 | 件数 |\n| --- | ---: |\n| 东镇 | 12 |\n| 西镇 |  |\n| 南镇 | 8 |\n"
NONE = [
    ("one tab a line, no figures", "联系人\t张某\n部门\t办公室\n地址\t中心街"),
    ("two rows", "乡镇\t件数\n东镇\t12"),
    ("figures only in front", "1\t加强学习\n2\t抓好落实\n3\t总结经验"),
    ("pipes inside of a line", "首页 | 新闻\n走访 | 40户\n会议 | 3次"),
    ("no separators", "乡镇 件数\n东镇 12\n西镇 9"),
]


def rows(text: str) -> tuple[tuple[str, ...], ...]:
    [table] = parse(text).document.tables
    return table.rows()


def test_tabs_part_cells():
    assert rows(PLAIN) == (("乡镇", "件数", "人数"), ("东镇", "12", "30"), ("西镇", "9", "21"))


def test_pipes_part_cells_and_the_rule_is_none():
    assert rows(PIPED) == (("乡镇", "件数"), ("东镇", "12"), ("西镇", ""), ("南镇", "8"))


def test_an_empty_first_cell_keeps_its_place():
    assert rows("项目\t甲\t乙\n\t1\t2\n合计\t3\t4\n")[1] == ("", "1", "2")


@pytest.mark.parametrize("text", [PLAIN, PIPED], ids=["tabs", "pipes"])
def test_cells_stand_where_they_say(text):
    [table] = parse(text).document.tables
    filled = [cell for cell in table.cells if cell.span is not None]
    assert filled
    assert all(cell.span.of(text) == cell.text for cell in filled)
    assert all(not cell.text for cell in table.cells if cell.span is None)


def test_caption_and_unit_stand_above():
    [table] = parse(f"表2 办件情况 单位：件\n{PLAIN}").document.tables
    assert (table.caption, table.unit) == ("表2 办件情况 单位：件", "件")


def test_a_sentence_above_is_no_caption():
    [table] = parse(f"全年走访企业40家。\n{PLAIN}").document.tables
    assert (table.caption, table.unit) == ("", "")


@pytest.mark.parametrize("text", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_no_table(text):
    assert parse(text).document.tables == ()


def test_text_around_a_table_keeps_its_figures():
    report = parse(f"全年走访企业40家。\n{PLAIN}全年培训骨干66人。")
    assert [one.text for one in report.quantities] == ["40家", "66人"]
    kinds = [line.kind for line in report.document.lines]
    assert kinds == ["body", "table", "table", "table", "body"]
