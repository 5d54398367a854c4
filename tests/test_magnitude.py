"""Numbers in running text: magnitude and excess."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse.magnitude import number_at

NUMBERS = [
    ("36件", "36", 2, ""), ("3万余人", "30000", 3, "more"), ("30余万", "300000", 4, "more"),
    ("5千瓦", "5", 1, ""),
    ("1万2千户", "12000", 4, ""), ("三百二十件", "320", 4, ""), ("30来人", "30", 3, "about"),
    ("1,280户", "1280", 5, ""),
    ("33 5.5公里", "335.5", 6, ""), ("30 00份", "3000", 5, ""), ("1 05条", "105", 4, ""),
    ("6.2万亿元", "6200000000000", 5, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "end", "hedge"), NUMBERS, ids=[text for text, *_ in NUMBERS]
)
def test_number(text: str, value: str, end: int, hedge: str) -> None:
    number = number_at(text, 0)
    assert number is not None
    assert (number.value, number.end, number.hedge) == (Decimal(value), end, hedge)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三五名", 3, 5),
        ("七八万", 70000, 80000),
        ("四五十", 40, 50),
        ("十五六", 15, 16),
        ("十几", 11, 19),
        ("数百", 200, 999),
    ],
)
def test_interval_of_a_vague_number(text: str, low: int, high: int) -> None:
    number = number_at(text, 0)
    assert number is not None
    assert number.interval is not None
    assert (number.interval.low, number.interval.high) == (low, high)


@pytest.mark.parametrize("text", ["几名", "数次", "家园", "二一", "陆家嘴"])
def test_no_number(text: str) -> None:
    assert number_at(text, 0) is None


@pytest.mark.parametrize(
    "written", ["1" * 40, "1" * 2000 + "亿", "1," + "000," * 20, "0." + "0" * 60]
)
def test_digits_without_end_are_no_figure(written: str) -> None:
    assert number_at(written, 0) is None
