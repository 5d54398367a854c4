"""Periods: spellings, ends, and the year that governs them."""

from __future__ import annotations

from datetime import date

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
    ("今年上半年", "2024-01-01", "2024-06-30"),
    ("去年1—9月", "2023-01-01", "2023-09-30"),
    ("去年12月", "2023-12-01", "2023-12-31"),
    ("今年三季度", "2024-07-01", "2024-09-30"),
    ("2021年以来", "2021-01-01", "2024-12-31"),
    ("2021年3月以来", "2021-03-01", "2024-12-31"),
    ("2021年起", "2021-01-01", "2024-12-31"),
    ("“十四五”以来", "2021-01-01", "2024-12-31"),
    ("“十三五”期间", "2016-01-01", "2020-12-31"),
    ("过去的三年", "2022-01-01", "2024-12-31"),
    ("这五年", "2020-01-01", "2024-12-31"),
    ("近三年", "2022-01-01", "2024-12-31"),
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


SPOKEN = {
    "今年": 2024, "去年": 2023, "明年": 2025,
    "全年": 2023, "一年来": 2023, "上年": 2022, "上半年": 2023, "6月": 2023, "当年": 2023,
}  # fmt: skip


@pytest.mark.parametrize(("words", "year"), SPOKEN.items(), ids=SPOKEN)
def test_a_review_read_in_the_next_year(words: str, year: int) -> None:
    ((_, _, (_, last)),) = read_periods(words, 2024, [(0, 2023)])
    assert last is not None
    assert last.year == year


def test_which_year_is_told_of_changes_with_the_part() -> None:
    text = "上半年检查8次。\n上半年检查9次。"
    ends = [last for _, _, (_, last) in read_periods(text, 2024, [(0, 2023), (9, 2024)])]
    assert [last.year for last in ends if last] == [2023, 2024]


def test_a_spoken_year_governs_its_sentence() -> None:
    text = "去年新增9家，上半年6家；比今年少，下半年3家。上半年无。"
    ends = [last for _, _, (_, last) in read_periods(text, 2024)]
    assert [last.year for last in ends if last] == [2023, 2023, 2024, 2023, 2024]


def test_until_a_part_of_this_year() -> None:
    ((_, _, ends),) = [
        found for found in read_periods("截至今年6月底", 2024) if found[2][1] is not None
    ]
    assert ends == (None, date(2024, 6, 30))


def test_without_a_year_ends_stay_open() -> None:
    ((_, _, ends),) = read_periods("今年", None)
    assert ends == (None, None)


@given(st.text("0123456789年月日一二三四五六七八九十〇至—-上下半季度去今明截底“”。", max_size=40))
def test_nothing_raises(text: str) -> None:
    for period in find_periods(View.of(text), 2024):
        assert period.start is None or period.end is None or period.start <= period.end


@pytest.mark.parametrize("text", ["一" * 30_000, "1" * 30_000, "十" * 30_000 + "年"])
def test_runs_of_digits_are_looked_at_once(text: str) -> None:
    """Each place of such a run was once read to its end: a minute for a page of them."""
    assert list(read_periods(text)) == []
