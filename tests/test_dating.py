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
        ((date(2023, 1, 1), date(2023, 6, 30)), True, "2023年7月至2023年12月"),
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
    ("收入8亿元，按2月3日汇率折合1亿美元。", ["2023年", "2023年"]),
    ("落实“十四五”规划，培训9期。", ["2023年"]),
    ("到2025年，培训9期。", ["2025年"]),
    ("一、2021年工作\n培训9期。", ["2021年"]),
    ("5项任务转入2024年继续推进。检查8次。", ["2023年", "2023年"]),
    ("与2019年相比增加8次。", ["2023年"]),
    ("2022年和2023年分别培训9期、8期。", ["2023年", "2023年"]),
    ("产值由2019年的6亿元上升到9亿元。", ["2019年", "2023年"]),
    ("确保“十四五”开好局。培训9期。", ["2023年"]),
    ("2023年计划培训9期。", ["2023年"]),
    # A day, a part of the year or another year named in passing does not go on.
    ("各项工作扎实推进，成效十分明显，5月6日开展检查3次。培训9期。", ["5月6日", "2023年"]),
    ("各项工作扎实推进，成效十分明显，一季度开展检查3次。培训9期。", ["一季度", "2023年"]),
    ("各项工作扎实推进，成效十分明显，剩余的5户2024年搬迁。培训9期。", ["2023年", "2023年"]),
    ("2023年，工作扎实。5月6日开展检查3次。培训9期。", ["5月6日", "2023年"]),
    # What heads the paragraph does.
    ("上半年，检查8次。培训9期。", ["上半年", "上半年"]),
    ("（一）抓好培训。上半年，检查8次。培训9期。", ["上半年", "上半年"]),
    ("这五年，新建道路80公里。新增绿地9公顷。", ["这五年", "这五年"]),
    ("到2025年，培训9期。检查8次。", ["2025年", "2025年"]),
    # Titles further up count where nearer ones name no time.
    ("一、“十三五”时期工作\n（一）抓培训\n培训9期。", ["“十三五”时期"]),
    ("一、2022年工作\n（一）抓培训\n培训9期。", ["2022年"]),
    # Of two times in a title the one that a paragraph last began with.
    (
        "一、“十三五”时期和2022年工作\n培训9期。\n2022年，检查8次。\n培训7期。",
        ["“十三五”时期", "2022年", "2022年"],
    ),
    # What is told of the year before in passing does not go on behind it.
    ("收入8亿元，上年为7亿元，增长14%。", ["2023年", "上年", "2023年"]),
    ("检查8次，去年同期为9次；培训7期，比上年少2期。", ["2023年", "去年同期", "2023年", "2023年"]),
    (
        "事故8起、死亡3人，上年分别为9起、4人，整改7处。",
        ["2023年"] * 2 + ["上年"] * 2 + ["2023年"],
    ),
    ("去年为120件，其中劳动争议60件。", ["去年", "去年"]),
    ("2022年，检查8次，培训9期。", ["2022年", "2022年"]),
    # A figure that is compared with is of the year that is named.
    ("收入8亿元，比上年的7亿元增长14%。", ["2023年", "上年", "2023年"]),
    ("收入8亿元，较2022年的7亿元增长14%。", ["2023年", "2022年", "2023年"]),
    ("浓度为58微克/立方米，较去年同期的61微克/立方米下降4.9%。", ["2023年", "去年同期", "2023年"]),
    ("率由20%提高到35%。", ["", "2023年"]),
    ("一、“十三五”时期成就和“十四五”时期目标\n力争培训9期。", ["“十四五”时期"]),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_periods_of_figures(text, periods):
    found = [claim.period.text if claim.period else "" for claim in claims_of(text)]
    assert [period.removeprefix("到") for period in found] == periods
