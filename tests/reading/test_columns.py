from __future__ import annotations

import pytest

from printed import strip
from reportparse.reading.columns import read_rows
from reportparse.reading.layout import Strip

LEFT_WORDS = "左栏第{}行写的是农业"
RIGHT_WORDS = "右栏第{}行写的是工业"


def two_columns(count: int, shift: float = 0.0) -> list[Strip]:
    left = [strip(LEFT_WORDS.format(at), 60, 100 + 24 * at) for at in range(count)]
    right = [strip(RIGHT_WORDS.format(at), 320, 100 + shift + 24 * at) for at in range(count)]
    return [line for pair in zip(left, right, strict=True) for line in pair]


@pytest.mark.parametrize("shift", [0.0, 12.0], ids=["level", "between-the-lines"])
def test_columns_are_read_one_after_the_other(shift: float) -> None:
    rows = read_rows(two_columns(14, shift))
    assert [row.text[0] for row in rows] == ["左"] * 14 + ["右"] * 14
    assert [row.column for row in rows] == [1] * 14 + [2] * 14


def test_title_over_both_columns_comes_first_and_parts_them() -> None:
    title = strip("云岭县二〇二三年农业和工业生产情况", 150, 60)
    caption = strip("以下为下半年农业和工业生产的情况说明", 150, 100 + 24 * 14)
    below = [
        Strip(line.text, line.edges, line.top + 24 * 15, line.bottom + 24 * 15)
        for line in two_columns(8)
    ]
    rows = read_rows([title, *two_columns(14), caption, *below])
    order = "".join(row.text[0] for row in rows)
    assert order == "云" + "左" * 14 + "右" * 14 + "以" + "左" * 8 + "右" * 8
    assert [row.column for row in rows if row.text[0] in "云以"] == [0, 0]


@pytest.mark.parametrize(
    "strips",
    [
        pytest.param(two_columns(4), id="too-few-lines"),
        pytest.param(
            [
                strip(text, left, 100 + 20 * at)
                for at in range(16)
                for text, left in ((f"第{at}村", 100), (f"{at * 37 + 5000}", 300))
            ],
            id="columns-of-figures",
        ),
        pytest.param(
            [strip("全年共调处各类矛盾纠纷并全部办结归档", 80, 100 + 24 * at) for at in range(16)],
            id="one-column",
        ),
        pytest.param(
            [
                strip(text, left, 100 + 24 * at)
                for at in range(14)
                for text, left in (("甲", 100), ("负责日常巡查工作和登记", 300))
            ],
            id="labels-beside-words",
        ),
    ],
)
def test_what_is_read_across(strips: list[Strip]) -> None:
    assert {row.column for row in read_rows(strips)} == {0}
