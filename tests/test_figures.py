"""Figures: where they begin and end, and what they are worth."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.figure import Figure
from reportparse.figures import find_figures
from scaling import LINEAR, growth

from .marked import unmark


def figures(text: str) -> list[Figure]:
    """Return the figures that count."""
    return [figure for figure in find_figures(text) if not figure.article]


FOUND = [
    ("共排查隐患«64处»，整改«58处»", ["64", "58"]),
    ("建成管网«12.6公里»、泵站«3座»", ["12.6", "3"]),
    ("全年接待群众«1,860人次»", ["1860"]),
    ("发放补贴«45万余元»，惠及«近600户»", ["450000", "600"]),
    ("合格率«98.7%»，提高«1.2个百分点»", ["98.7", "1.2"]),
    ("亩均收益«1500元/亩»", ["1500"]),
    ("乡村人口«21.4万人»", ["214000"]),
    ("占全县«六成以上»", ["60"]),
    ("完成«七成五»，其中村级«八成二以上»", ["75", "82"]),
    ("«三成半»的住户、«近九成一»。", ["35", "91"]),
    ("«六成»五保户、«七成»一季度任务、«五成»一线职工", ["60", "70", "50"]),
    ("产值«翻两番»", ["4"]),
    ("举办“信访讲堂”«两期»，参训«540人次»", ["2", "540"]),
    ("开办夜校培训班«三期»。", ["3"]),
    ("编发简报«四期»、刊发«五期»", ["4", "5"]),
    ("印发«六期»《工作通报》", ["6"]),
    ("举办«三期»“青年讲坛”", ["3"]),
    ("出刊«十二期»，举办干部沙龙«两期»，", ["12", "2"]),
    ("建成养老点«三十二个»、充电点«十五个»", ["32", "15"]),
    ("检定加油机«216枪»", ["216"]),
    ("降至«-2.5%»", ["-2.5"]),
    ("为企业减负«3.2亿元»", ["320000000"]),
    ("办结率«100%»（«45/45»）", ["100", "1"]),
    ("3个月内完成«7项»整改", ["7"]),
    ("第二批整改问题«12个»", ["12"]),
    ("居全市«第4位»", ["4"]),
]


@pytest.mark.parametrize(("marked", "values"), FOUND, ids=[marked for marked, _ in FOUND])
def test_figure(marked: str, values: list[str]) -> None:
    text, spans = unmark(marked)
    found = [figure for figure in figures(text) if figure.kind != "duration"]
    assert [(figure.at, figure.end) for figure in found] == spans
    assert [figure.value for figure in found] == [Decimal(value) for value in values]


INTERVALS = [
    ("80余场", "80", "90"), ("2000多户", "2000", "3000"), ("40余万元", "400000", "500000"),
    ("6万余人", "60000", "70000"),
    ("2.3万余亩", "23000", "24000"), ("25余次", "25", None), ("不少于30名", "30", None),
    ("不超过5项", None, "5"),
    ("3至5次", "3", "5"), ("6～8万元", "60000", "80000"), ("10%—15%", "10", "15"),
    ("四五十人", "40", "50"),
    ("十几家", "11", "19"), ("数千人", "2000", "9999"), ("上百场次", "100", None),
    ("近千户", None, "1000"),
    ("三成左右", None, None),
    ("四百多万吨", "4000000", "5000000"), ("三成多", "30", "40"),
    ("平均年龄不超过45岁", None, "45"),
    ("翻了一番多", "2", None), ("翻近一番", None, "2"), ("翻一番以上", "2", None),
    ("两倍多", "2", "3"), ("3倍余", "3", "4"), ("六成出头", "60", "70"), ("5元出头", "5", "6"),
    ("约占四成", None, None), ("超半数", "0.5", None), ("近半数", None, "0.5"),
    ("50人（含）以上", "50", None), ("一万二千余户", "12000", "13000"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "low", "high"), INTERVALS, ids=[text for text, _, _ in INTERVALS]
)
def test_interval(text: str, low: str | None, high: str | None) -> None:
    (figure,) = figures(text)
    ends = (figure.interval.low, figure.interval.high)
    assert ends == tuple(None if end is None else Decimal(end) for end in (low, high))


NONE = [
    "2024年3月12日", "“1+3+N”体系", "5G基站", "15分钟便民圈", "24小时值班", "110千伏变电站",
    "2000万元以上企业", "14岁以上不满16岁的", "65岁及以上占比上升", "15—59岁人口", "0至3岁婴幼儿",
    "不满18岁的学生",
    "见表3", "（三）", "附件2", "8时30分至17时", "PM2.5", "一村一品", "7×24小时", "4·26宣传周",
    "12345热线",
    "治河三期工程", "污水厂二期", "完成二期建设，", "三期叠加", "城市双修三期、四期改造",
    "一期、二期", "省委十届六次、七次全会", "市委五次和六次全会", "五倍子", "一主三次",
    "两轴五区", "一核两园，",
    "实现“双过半”", "双过半目标", "臭氧8小时滑动平均", "日最大8小时均值",
    "2021—2025年", "编号2024001", "3.0版本", "歼-20", "比2020年", "第5次会议", "G318国道",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "per", "hedge"),
    [
        ("补助300元/亩", "亩", "exact"),
        ("控制在0.6人/百亿元以下", "百亿元", "at_most"),
        ("收费5元/次", "次", "exact"),
    ],
)
def test_figure_per_unit(text: str, per: str, hedge: str) -> None:
    (figure,) = figures(text)
    assert (figure.per, figure.hedge) == (per, hedge)


def test_change_is_no_range() -> None:
    values = [figure.value for figure in figures("从28件提高到70件，由60类减少到10类")]
    assert values == [28, 70, 60, 10]


def test_ratio_and_quotient() -> None:
    (ratio, two, part) = figures("结构为8.5:40.2:51.3，性别比1.05∶1，回访（18/20）")
    assert (ratio.kind, two.value, part.value) == ("ratio", Decimal("1.05"), Decimal("0.9"))


@given(st.integers(1, 10**6), st.sampled_from(["件", "人次", "户", "公里"]))
def test_magnitude_changes_the_spelling_only(number: int, unit: str) -> None:
    (plain,) = figures(f"合计{number}0000{unit}")
    (scaled,) = figures(f"合计{number}万{unit}")
    assert (plain.value, plain.unit) == (scaled.value, scaled.unit)


#: Characters of which figures are made.
SIGNS = (
    "0123456789.,-—~至到余多几来近超约万亿千百十一二三两半成倍番％%个件人次元/:第每"
    "（）“”以上下内左右 "
)


@given(st.text(SIGNS, max_size=60))
def test_nothing_raises_and_figures_are_in_order(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert 0 <= figure.at <= figure.num_at < figure.num_end <= figure.end <= len(text)
        assert figure.num_at >= end
        end = figure.num_end


@pytest.mark.parametrize(
    "unit", ["一", "1", "万", "12、", "3-", "一万", "（1", "第", "百分之", "1.", "1:"]
)
def test_cost_is_linear(unit: str) -> None:
    assert growth(lambda text: list(find_figures(text)), unit, 80_000) < LINEAR
