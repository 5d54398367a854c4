from __future__ import annotations

from datetime import date

import pytest

from reportparse.timeframe import Timeframe, find_timeframe

WINTER, AUTUMN = date(2024, 1, 9), date(2023, 10, 12)

FRAMES = {
    "a report on its year": ("石岭镇2023年工作总结", "", WINTER, False, 2023, (2023, 2023), 2023),
    "without a signature": ("石岭镇2023年工作总结", "", None, False, 2023, (2023, 2023), 2023),
    "a session": ("鹿泽县2024年政府工作报告", "", WINTER, True, 2024, (2023, 2023), 2024),
    "a session without a date": (
        "鹿泽县2024年政府工作报告", "", None, True, 2024, (2023, 2023), 2024,
    ),
    "a session that names the year told of": (
        "鹿泽县2023年政府工作报告", "", WINTER, True, 2023, (2023, 2023), 2024,
    ),
    "a session late in the year": (
        "鹿泽县2023年政府工作报告", "", AUTUMN, True, 2023, (2023, 2023), 2023,
    ),
    "a session without a title": (
        "", "一、2023年工作回顾\n", None, True, 2023, (2023, 2023), 2024,
    ),
    "a session without a year in its title": (
        "政府工作报告", "一、2023年工作回顾\n", None, True, 2023, (2023, 2023), 2024,
    ),
    "a review of a plan and of its last year": (
        "", "一、“十四五”时期主要成就和2025年工作回顾\n", None, True, 2025, (2025, 2025), 2026,
    ),
    "a budget read to a congress": (
        "关于鹿泽县2023年预算执行情况和2024年预算草案的报告", "", WINTER, True,
        2023, (2023, 2023), 2024,
    ),
    "a year below the title": (
        "信息公开年度报告", "信息公开年度报告\n（2023年度）\n一、情况", None, False,
        2023, (2023, 2023), 2023,
    ),
    "a court's report to a congress": (
        "人民法院工作报告", "人民法院工作报告\n——2024年1月9日在第十七届人民代表大会第四次会议上\n",
        WINTER, False, 2023, (2023, 2023), 2024,
    ),
    "read to deputies": (
        "人民法院工作报告", "人民法院工作报告\n各位代表：\n", WINTER, False,
        2023, (2023, 2023), 2024,
    ),
    "a congress named further on": (
        "司法局工作总结", "司法局工作总结\n" + "工作。" * 200 + "\n各位代表：\n", WINTER, False,
        2023, (2023, 2023), 2023,
    ),
    "several years": ("石岭镇2021—2023年工作总结", "", WINTER, False, 2021, (2021, 2023), 2023),
    "signed in winter": ("石岭镇工作总结", "", WINTER, False, 2023, (2023, 2023), 2023),
    "nothing": ("石岭镇工作总结", "", None, False, None, None, None),
}  # fmt: skip


@pytest.mark.parametrize(
    ("title", "text", "signed", "session", "year", "told", "now"), FRAMES.values(), ids=FRAMES
)
def test_timeframes(title, text, signed, session, year, told, now):  # noqa: PLR0917
    covered = told and (date(told[0], 1, 1), date(told[1], 12, 31))
    assert find_timeframe(text, title, signed, session=session) == Timeframe(year, covered, now)


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("岚口市2023年1—9月经济运行情况", (1, 1), (9, 30)),
        ("岚口市2023年6月信访工作通报", (6, 1), (6, 30)),
        ("岚口市2023年前三季度经济运行情况", (1, 1), (9, 30)),
        ("岚口市2023年二季度工作总结", (4, 1), (6, 30)),
        ("岚口市2023年下半年工作总结", (7, 1), (12, 31)),
    ],
)
def test_parts_of_a_year(title, first, last):
    time = find_timeframe("", title, None, session=False)
    assert time.covered == (date(2023, *first), date(2023, *last))
