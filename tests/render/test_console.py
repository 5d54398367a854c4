"""The claims in a terminal."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from rich.console import Console

from factory import TEXT
from reportparse.render.console import claims_table, claims_text, plain_number
from reportparse.render.grid import width
from reportparse.report import parse


def test_plain_table_lines_up() -> None:
    lines = claims_text(parse(TEXT), "zh").splitlines()
    head, *rows = [line for line in lines if "  " in line][:-1]
    assert head.split() == [
        "数据编号",
        "指标",
        "原文",
        "下限",
        "上限",
        "单位",
        "时期",
        "状态",
        "章节路径",
    ]
    column = width(head[: head.index("章节路径")])
    starts = {width(row[: row.index("一、")]) for row in rows if "一、" in row}
    assert starts == {column}


@pytest.mark.parametrize("columns", [60, 88, 200])
def test_terminal_table_fits(columns: int) -> None:
    screen = Console(width=columns, file=io.StringIO())
    screen.print(claims_table(parse(TEXT), "zh"))
    drawn = screen.file.getvalue()
    assert max(map(width, drawn.splitlines())) <= columns


def test_brackets_of_the_report_are_no_markup() -> None:
    screen = Console(width=200, file=io.StringIO())
    screen.print(claims_table(parse("[bold]会议[/bold]共开展[red]讲座3场。"), "en"))
    assert "3场" in screen.file.getvalue()


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), ("198", "198"), ("1E+3", "1000"), ("0.50", "0.5"), ("-3.0", "-3"), ("0", "0")],
)
def test_plain_number(value: str | None, shown: str) -> None:
    assert plain_number(None if value is None else Decimal(value)) == shown
