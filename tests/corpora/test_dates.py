from __future__ import annotations

import pytest
from evaluation import dates


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        pytest.param("2023", "2023-01-01", "2023-12-31", id="year"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="month"),
        pytest.param("2023-12-31", "2023-12-31", "2023-12-31", id="day"),
        pytest.param("2021~2025", "2021-01-01", "2025-12-31", id="plan"),
        pytest.param("2023-07~2023-09", "2023-07-01", "2023-09-30", id="quarter"),
    ],
)
def test_a_period_is_its_first_and_last_day(stated, first, last):
    assert dates.days(stated) == (first, last)


@pytest.mark.parametrize(
    ("status", "covers", "first", "last"),
    [
        ("actual", "2023", "2023-01-01", "2023-12-31"),
        ("prior", "2023", "2022-01-01", "2022-12-31"),
        ("target", "2023", "2024-01-01", "2024-12-31"),
        ("target", "2023-01~2023-06", "2023-07-01", "2023-12-31"),
        ("prior", "2024-02-29", "2023-02-28", "2023-02-28"),
    ],
)
def test_a_status_tells_the_period(status, covers, first, last):
    assert dates.period(None, status, covers) == (first, last)


@pytest.mark.parametrize(
    ("stated", "status", "covers"),
    [
        pytest.param(None, "cumulative", "2023", id="a sum over years"),
        pytest.param(None, "normative", "2023", id="a rule"),
        pytest.param("none", "actual", "2023", id="left out"),
        pytest.param("2023", "actual", None, id="not annotated"),
    ],
)
def test_nothing_is_asked(stated, status, covers):
    assert dates.period(stated, status, covers) is None


def test_a_count_of_one_day_may_be_dated_with_the_time_up_to_it():
    day = ("2023-12-31", "2023-12-31")
    assert dates.same(day, ("2023-01-01", "2023-12-31"))
    assert not dates.same(day, ("2023-01-01", "2023-11-30"))
    assert not dates.same(("2023-01-01", "2023-12-31"), day)
    assert not dates.same(day, (None, None))
