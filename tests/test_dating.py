from __future__ import annotations

from datetime import date

import pytest

from claimed import claims_of
from reportparse.dating import untold

YEAR = (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("covered", "planned", "text"),
    [
        (YEAR, False, "2023年"),
        (YEAR, True, "2024年"),
        ((date(2023, 1, 1), date(2023, 6, 30)), False, "2023年1月至2023年6月"),
    ],
)
def test_a_figure_without_a_time_is_of_what_the_report_covers(covered, planned, text):
    period = untold(covered, planned=planned)
    assert period is not None
    assert period.text == text


def test_nothing_covered_is_no_period():
    assert untold(None, planned=False) is None


PERIODS = [
    ("2022年，全镇培训9期。", ["2022年"]),
    ("2022年培训9期。检查8次。", ["2022年", "2022年"]),
    ("2022年培训9期。\n检查8次。", ["2022年", "2023年"]),
    ("收入8亿元，是2019年的2倍。", ["2023年", "2023年"]),
    ("收入比2019年增长8%。", ["2023年"]),
    ("落实“十四五”规划，培训9期。", ["2023年"]),
    ("到2025年，培训9期。", ["2025年"]),
    ("一、2021年工作\n培训9期。", ["2021年"]),
    ("5项任务转入2024年继续推进。检查8次。", ["2023年", "2023年"]),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_periods_of_figures(text, periods):
    found = [claim.period.text if claim.period else "" for claim in claims_of(text)]
    assert [period.removeprefix("到") for period in found] == periods
