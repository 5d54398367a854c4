"""Periods: spellings, ends, and the year that governs them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.period import find_periods, read_periods
from reportparse.view import View

READ = [
    ("2023年", "2023-01-01", "2023-12-31"),
    ("2023年度", "2023-01-01", "2023-12-31"),
    ("2022年1—9月", "2022-01-01", "2022-09-30"),
    ("2022年3月至8月", "2022-03-01", "2022-08-31"),
    ("3—5月", "2024-03-01", "2024-05-31"),
    ("2021—2025年", "2021-01-01", "2025-12-31"),
    ("二〇二三年十二月一日", "2023-12-01", "2023-12-01"),
    ("2023年11月20日至12月5日", "2023-11-20", "2023-12-05"),
    ("5月6日", "2024-05-06", "2024-05-06"),
    ("截至2023年6月底", None, "2023-06-30"),
    ("上半年", "2024-01-01", "2024-06-30"),
    ("2023年前三季度", "2023-01-01", "2023-09-30"),
    ("第三季度", "2024-07-01", "2024-09-30"),
    ("“十四五”时期", "2021-01-01", "2025-12-31"),
    ("五年来", "2020-01-01", "2024-12-31"),
    ("今年以来", "2024-01-01", "2024-12-31"),
    ("去年同期", "2023-01-01", "2023-12-31"),
    ("全年", "2024-01-01", "2024-12-31"),
]


@pytest.mark.parametrize(("text", "start", "end"), READ, ids=[text for text, _, _ in READ])
def test_period(text: str, start: str | None, end: str | None) -> None:
    ((_, stop, ends),) = read_periods(text, 2024)
    assert stop == len(text)
    assert tuple(None if day is None else day.isoformat() for day in ends) == (start, end)


@pytest.mark.parametrize(
    "text", ["2月30日", "13月", "共调解36件", "“八五”普法", "第三次", "三月龄羔羊"]
)
def test_no_period(text: str) -> None:
    assert [ends for _, _, ends in read_periods(text, 2024) if ends[1] is not None] == []


def test_year_governs_its_sentence() -> None:
    text = "2022年完成投资3亿元，其中上半年1亿元。上半年又有新增。"
    years = [period.start.year for period in find_periods(View.of(text), 2024) if period.start]
    assert years == [2022, 2022, 2024]


def test_without_a_year_ends_stay_open() -> None:
    ((_, _, ends),) = read_periods("今年", None)
    assert ends == (None, None)


@given(st.text("0123456789年月日一二三四五六七八九十〇至—-上下半季度去今明截底“”。", max_size=40))
def test_nothing_raises(text: str) -> None:
    for period in find_periods(View.of(text), 2024):
        assert period.start is None or period.end is None or period.start <= period.end
