"""Times: dates that do not exist, and figures that come too early."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark


def dated(body: str, signed: str, title: str = "白沙镇2031年工作总结") -> str:
    """Set a body between a title and a signature."""
    return f"{title}\n{body}\n白沙镇人民政府\n{signed}"


FIRES = [
    ("TIM101", dated("全年共开展巡查«320次»，发现问题46个。", "2031年12月12日")),
    ("TIM101", dated("一年来，共组织培训«24期»。", "2031年12月30日")),
    ("TIM111", dated("全年共开展巡查«320次»，发现问题46个。", "2031年10月8日")),
    # Title and text name this year, so 全年 is not the year before.
    (
        "TIM111",
        dated("2031年，镇党委抓重点。2031年全镇稳定。全年共开展巡查«320次»。", "2031年1月20日"),
    ),
    ("TIM102", dated("«2031年12月20日»举办了法治讲座，反响良好。", "2031年12月5日")),
    ("TIM102", dated("«2032年1月3日»，镇政府召开总结会议。", "2031年12月5日")),
    (
        "TIM103",
        dated("现将有关情况报告如下。", "2031年12月5日", "白沙镇«2032»年度工作总结"),
    ),
    ("TIM104", "«2031年4月31日»举办宣传活动。"),
    ("TIM104", "«2031年2月29日»举办宣传活动。"),
    ("TIM104", "«14月2日»举办宣传活动。"),
    ("TIM104", "今年«16月»，共办理事项38件。"),
    ("TIM106", "印发五年规划（«2035—2031年»）。"),
    ("TIM106", "编制«2035年至2031年»实施方案。"),
]
SILENT = [
    ("TIM", dated("全年共开展巡查320次，发现问题46个。", "2032年1月12日")),
    ("TIM101", dated("今年以来共开展巡查320次。", "2031年12月12日")),
    ("TIM101", dated("全年计划开展巡查320次。", "2031年12月12日")),
    ("TIM101", dated("全年共开展巡查320次，发现问题46个。", "2031年10月8日")),
    ("TIM111", dated("全年共开展巡查320次，发现问题46个。", "2031年12月12日")),
    ("TIM111", dated("截至9月底，全年共开展巡查320次。", "2031年10月8日")),
    # In the first months 全年 is the year before.
    ("TIM111", dated("全年共开展巡查320次。", "2032年1月20日")),
    ("TIM111", dated("2030年，全年共开展巡查320次。", "2031年1月20日")),
    (
        "TIM111",
        dated(
            "2031年是关键之年。2031年起步。全年巡查320次。",
            "2031年1月20日",
            "白沙镇2031年政府工作报告",
        ),
    ),
    ("TIM102", dated("2031年11月20日举办了法治讲座。", "2031年12月5日")),
    ("TIM102", dated("拟于2031年12月20日举办法治讲座。", "2031年12月5日")),
    ("TIM102", dated("二、下步打算\n2031年12月20日举办法治讲座。", "2031年12月5日")),
    ("TIM102", "2031年12月20日举办了法治讲座。"),
    ("TIM103", dated("现将有关情况报告如下。", "2032年1月5日", "白沙镇2031年度工作总结")),
    ("TIM103", dated("现将有关安排报告如下。", "2031年12月5日", "白沙镇2032年工作要点")),
    ("TIM104", "2032年2月29日举办宣传活动。"),
    ("TIM104", "2月29日举办宣传活动。"),
    ("TIM104", "1—6月，共办理事项38件。"),
    ("TIM104", "农历2月30日举办庙会。"),
    ("TIM106", "印发五年规划（2031—2035年）。"),
    ("TIM106", "2031—2031年度。"),
    # Both ends or one of them: a duration is right either way.
    ("TIM", "3月1日至3月10日，开展为期10天的整治。"),
    ("TIM", "3月1日至3月10日，开展为期9天的整治。"),
    # Numbers that are names.
    ("TIM", "拨打12345热线；依据政发〔2031〕13号文件第31条办理。"),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires_where_marked(code: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert spans
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_is_silent(code: str, text: str) -> None:
    assert fired(code, text) == []
