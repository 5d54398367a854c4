from __future__ import annotations

import pytest

from printed import strip
from reportparse.document import Box
from reportparse.reading.layout import Sheet, rows_of, without_doubles


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        pytest.param([("共办结", 0), ("32件", 48)], "共办结32件", id="side-by-side"),
        pytest.param([("共办结", 0), ("32件", 54)], "共办结32件", id="space-before-a-figure"),
        pytest.param([("县委", 0), ("县政府", 40)], "县委 县政府", id="blank-between-words"),
        pytest.param([("12.5", 0), ("8.3", 38)], "12.5 8.3", id="two-figures-never-glued"),
        pytest.param([("2023", 0), ("年", 36)], "2023年", id="figure-and-unit"),
        pytest.param([("甲村", 0), ("12", 100)], "甲村 12", id="wide-gap"),
        pytest.param([("32件", 48), ("共办结", 0)], "共办结32件", id="drawn-out-of-order"),
        pytest.param([("报 ", 0), ("告", 40)], "报 告", id="blank-there-already"),
    ],
)
def test_strips_of_a_line_are_joined(parts: list[tuple[str, float]], text: str) -> None:
    (row,) = rows_of([strip(words, left, 100) for words, left in parts])
    assert row.text == text
    assert len(row.edges) == len(text) + 1


@pytest.mark.parametrize(
    ("words", "note", "lift", "text"),
    [
        ("新建水池100m", "2", -2, "新建水池100m²"),
        ("接待群众198件", "[12]", -2, "接待群众198件[¹²]"),
        ("二氧化硫SO", "2", 9, "二氧化硫SO2"),
        ("满意率", "95", 6, "满意率95"),
    ],
    ids=["exponent", "note", "subscript", "small-but-level"],
)
def test_raised_digits_are_no_figures(words: str, note: str, lift: float, text: str) -> None:
    main = strip(words, 100, 100)
    (row,) = rows_of([main, strip(note, main.right, 100 + lift, 9)])
    assert row.text == text


@pytest.mark.parametrize(
    ("tops", "rows"),
    [
        ((100, 104), 1),
        ((100, 110), 2),
        ((100, 129), 2),
    ],
    ids=["a-bit-lower", "half-below", "next-line"],
)
def test_lines_are_told_by_height(tops: tuple[float, float], rows: int) -> None:
    strips = [strip("甲", 100, tops[0]), strip("乙", 116, tops[1])]
    assert len(rows_of(strips)) == rows


def test_watermark_does_not_join_the_line_it_crosses() -> None:
    rows = rows_of([strip("全年办结32件", 80, 110), strip("内部资料", 60, 90, 60)])
    assert {row.text for row in rows} == {"内部资料", "全年办结32件"}


def test_blanks_around_a_line_are_outside_of_it() -> None:
    (row,) = rows_of([strip("　　全年 ", 80, 100)])
    assert (row.left, row.right) == (112, 144)


def test_lines_of_blanks_are_dropped() -> None:
    assert rows_of([strip("   ", 80, 100), strip("　", 80, 140)]) == ()


@pytest.mark.parametrize(
    ("text", "size"), [("全年办结", 16), ("2023", 16), ("—", 16)], ids=["han", "digits", "dash"]
)
def test_size_of_a_line(text: str, size: float) -> None:
    assert rows_of([strip(text, 80, 100)])[0].size == size


@pytest.mark.parametrize(
    ("shift", "kept"), [(0.0, 1), (0.4, 1), (6.0, 2)], ids=["same", "struck-twice", "elsewhere"]
)
def test_bold_by_printing_twice(shift: float, kept: int) -> None:
    strips = [strip("一、总体情况", 80, 100), strip("一、总体情况", 80 + shift, 100)]
    assert len(without_doubles(strips)) == kept


@pytest.mark.parametrize(
    ("turns", "box"),
    [
        (0, Box(10, 20, 42, 36)),
        (1, Box(20, 558, 36, 590)),
        (2, Box(558, 764, 590, 780)),
        (3, Box(764, 10, 780, 42)),
    ],
)
def test_box_on_a_sideways_page(turns: int, box: Box) -> None:
    (row,) = rows_of([strip("全年", 10, 20)])
    sheet = Sheet(1, 600, 800, (row,), turns=turns)
    assert sheet.box(row) == box
    assert sheet.size == ((800, 600) if turns % 2 else (600, 800))
