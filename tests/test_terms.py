from __future__ import annotations

from datetime import date

import pytest

from reportparse.outline import find_sections
from reportparse.terms import terms_of
from reportparse.timeframe import Timeframe
from reportparse.view import View

YEAR = Timeframe(2023, (date(2023, 1, 1), date(2023, 12, 31)), 2023)
HALF = Timeframe(2023, (date(2023, 1, 1), date(2023, 6, 30)), 2023)

TERMS = {
    "review and plan by year": (
        "一、2023年工作回顾\n二、2024年工作安排\n",
        YEAR,
        [2023, 2023, 2024],
    ),
    "review and plan without years": ("一、工作回顾\n二、下一步打算\n", YEAR, [2023, 2023, 2024]),
    "a plan for the rest of the year": (
        "一、工作回顾\n二、下一步打算\n",
        HALF,
        [2023, 2023, 2023],
    ),
    "sections that say nothing": ("一、强化学习\n二、依法行政\n", YEAR, [2023]),
    "goes on behind a plan": ("一、2024年主要任务\n二、加强自身建设\n", YEAR, [2023, 2024]),
    "a plan below a section": ("一、抓产业\n（一）2024年计划\n（二）其他\n", YEAR, [2023]),
    "two years in a title": ("一、2022年至2024年工作\n二、其他\n", YEAR, [2023]),
}


@pytest.mark.parametrize(("text", "time", "years"), TERMS.values(), ids=TERMS)
def test_which_year_a_part_tells_of(text, time, years):
    terms = terms_of(find_sections(View.of(text)), time)
    assert [year for _, year in terms] == years


def test_a_report_without_a_time():
    assert terms_of((), Timeframe(None, None, None)) == ()
