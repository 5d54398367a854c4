"""Numerals: every spelling that is read, and what is refused."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.numerals import lowest_place, parse_number, read_numeral

READ = [
    ("486", "486"),
    ("12,600", "12600"),
    ("２３．５", "23.5"),
    ("1，280万", "12800000"),
    ("4.2万亿", "4200000000000"),
    ("三百六十五", "365"),
    ("一千零八", "1008"),
    ("两万七", "27000"),
    ("一百三", "130"),
    ("十二亿零五百万", "1205000000"),
    ("貳佰叁拾萬", "2300000"),
    ("3万4千", "34000"),
    ("6亿5000万", "650000000"),
    ("二〇二四", "2024"),
    ("廿八", "28"),
    ("四点七五", "4.75"),
    ("负十六", "-16"),
    ("-0.8", "-0.8"),
    ("五分之三", "0.6"),
    ("二又四分之一", "2.25"),
    ("百分之四十二点五", "0.425"),
    ("千分之六", "0.006"),
    ("七成", "0.7"),
    ("6.5%", "0.065"),
    ("3.2个百分点", "0.032"),
    ("八五折", "0.85"),
    ("一半", "0.5"),
    ("九个", "9"),
    ("三打", "36"),
    ("四对", "8"),
    ("伍佰元伍角", "500.5"),
    ("三十几万", "300000"),
    ("2000余", "2000"),
]

REFUSED = [
    "",
    "一二万三四",
    "十十",
    "百千",
    "三兆",
    "点五点",
    "一千零一十万一千一百一",
    "甲",
    "。",
    "3:2",
]


@pytest.mark.parametrize(("text", "value"), READ, ids=[text for text, _ in READ])
def test_number_is_read(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", REFUSED, ids=repr)
def test_number_is_refused(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("1.20", "0.01"),
        ("1.2万", "1000"),
        ("35", "1"),
        ("三万五千", "1000"),
        ("三百二十", "1"),
        ("7亿", "1E+8"),
    ],
)
def test_place_of_the_last_digit(text: str, place: str) -> None:
    numeral = read_numeral(text)
    assert numeral is not None
    assert numeral.place == Decimal(place)


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("120", "10"),
        ("18", "1"),
        ("14000", "1000"),
        ("2.5", "0.1"),
        ("1" * 40, "1"),
        ("1" * 39 + "0", "10"),
    ],
)
def test_lowest_place(value: str, place: str) -> None:
    assert lowest_place(Decimal(value)) == Decimal(place)


def test_cases_of_the_field(shared: Path) -> None:
    """All that reports write is read, 95 % of the rest, and nothing is read wrongly."""
    lines = (shared / "cases/numerals.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    rest: list[bool] = []
    for row in rows:
        value = parse_number(row["input"])
        right = value is not None and abs(float(value) - row["value"]) <= 1e-9 * max(
            1, abs(row["value"])
        )
        assert right or value is None, row["input"]
        assert right or row["gov"] != "yes", row["input"]
        if row["gov"] != "yes":
            rest.append(right)
    assert sum(rest) / len(rest) >= 0.95


DIGITS = "零一二三四五六七八九"


def spell(number: int) -> str:
    """Spell a number below 10^12 in Chinese."""
    for size, unit in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if 0 < low < size // 10 else ""
            return spell(high) + unit + (gap + spell(low) if low else "")
    text = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十")):
        digit, number = divmod(number, size)
        text += (
            DIGITS[digit] + unit
            if digit
            else ("零" if text and number and text[-1] != "零" else "")
        )
    return text + (DIGITS[number] if number or not text else "")


@given(st.integers(0, 10**12 - 1))
def test_spelt_numbers_read_back(number: int) -> None:
    assert parse_number(spell(number)) == number


@given(st.integers(0, 10**15), st.sampled_from(["", "，", ","]))
def test_arabic_numbers_read_back(number: int, separator: str) -> None:
    assert parse_number(f"{number:,}".replace(",", separator)) == number


@given(st.text("一二三四五六七八九十百千万亿零两半点分之负成%0123456789.,/几余 ", max_size=24))
def test_nothing_raises(text: str) -> None:
    value = parse_number(text)
    assert value is None or isinstance(value, Decimal)
