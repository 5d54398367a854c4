"""A report against last year's."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest

from paged import found, pages, two_years
from reportparse.archive.statements import Statement
from reportparse.archive.yearly import (
    base_is_not_last_year,
    figures_are_those_of_last_year,
    goal_is_not_reported,
    implied_base,
    running_total_shrinks,
)

PLACE = "云岭镇"


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("全年共调解矛盾纠纷120件。", "全年共调解矛盾纠纷136件，同比增长23%。", "109.7~111.0"),
        ("全年共调解矛盾纠纷150件。", "全年共调解矛盾纠纷136件，同比下降20%。", "168.9~172.2"),
        (
            "全年共开展普法宣传活动52场次。",
            "全年共开展普法宣传活动60场次，较上年增长50%。",
            "39.7",
        ),
    ],
    ids=["rise", "fall", "against_last_year"],
)
def test_another_base_is_told(before: str, now: str, said: str) -> None:
    (one,) = found(base_is_not_last_year, two_years(PLACE, before, now))
    assert said in one.message
    assert [exhibit.role for exhibit in one.exhibits] == ["now", "change", "before"]
    assert (one.place, one.year) == (PLACE, 2023)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("全年共调解矛盾纠纷111件。", "全年共调解矛盾纠纷136件，同比增长23%。"),
        ("全年共调解矛盾纠纷110余件。", "全年共调解矛盾纠纷136件，同比增长50%。"),
        ("全年共调解矛盾纠纷120件。", "全年共调解矛盾纠纷136件，按可比口径同比增长23%。"),
        ("上半年共调解矛盾纠纷50件。", "全年共调解矛盾纠纷136件，同比增长23%。"),
        ("全年共调解劳动争议120件。", "全年共调解矛盾纠纷136件，同比增长23%。"),
        ("全年共调解矛盾纠纷120件。", "全年共调解矛盾纠纷136余件，同比增长23%。"),
        ("全年共调解矛盾纠纷120件。", "全年共调解矛盾纠纷136件，环比增长23%。"),
    ],
    ids=["fits", "hedged_base", "comparable", "half_year", "other", "hedged_now", "other_basis"],
)
def test_what_fits_or_cannot_be_told_is_silent(before: str, now: str) -> None:
    assert found(base_is_not_last_year, two_years(PLACE, before, now)) == []


def grown(now: str) -> tuple[Statement, Statement]:
    (said,) = pages({"a.txt": f"云岭镇2023年工作总结\n{now}"}).of.values()
    return said[0], said[1]


@pytest.mark.parametrize(
    ("now", "rate"), [(136, 23), (50, -50), (30, 200), (7, 1), (999, -3)], ids=str
)
def test_every_base_that_prints_the_rate_is_in_the_set(now: int, rate: int) -> None:
    word = "增长" if rate > 0 else "下降"
    implied = implied_base(*grown(f"全年共接待来访{now}人次，同比{word}{abs(rate)}%。"))
    assert implied is not None
    for base in range(1, 2000):
        true = Decimal(100) * (now - base) / base
        printed = {int(true), int(true.quantize(Decimal(1), ROUND_HALF_UP))}
        assert rate not in printed or implied.holds(Decimal(base)), base


SAME = "共办理行政许可事项218件，受理群众来访347人次，发放宣传资料5260份，巡查河道96次。"


def test_old_figures_are_told() -> None:
    (one,) = found(figures_are_those_of_last_year, two_years(PLACE, SAME, SAME))
    assert one.message.startswith("4项应有变化的数据与上年报告完全相同：218件")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (SAME, SAME.replace("218", "231").replace("347", "365")),
        (SAME, "共办理行政许可事项218件，受理群众来访347人次，新增绿地96亩。"),
        (
            "召开专题会议12次，开展督查4次，举办讲座10场。",
            "召开专题会议12次，开展督查4次，举办讲座10场。",
        ),
        ("下辖行政村26个，聘请村法律顾问26名，培育法律明白人130名。",) * 2,
        (SAME.replace("共", "目标办理"), "力争" + SAME),
    ],
    ids=["half_changed", "two_only", "small", "standing", "goals"],
)
def test_figures_that_may_repeat_are_silent(before: str, now: str) -> None:
    assert found(figures_are_those_of_last_year, two_years(PLACE, before, now)) == []


def test_a_shrinking_total_is_told() -> None:
    texts = two_years(PLACE, "累计建成充电桩260根。", "累计建成充电桩215根。")
    (one,) = found(running_total_shrinks, texts)
    assert one.working == "215根 < 260根"


@pytest.mark.parametrize(
    "words",
    [
        "截至年底，累计接种犬只{}只。",
        "自活动启动以来，累计劝导车辆{}辆。",
        "累计改造路灯{}盏。",
    ],
    ids=["until", "since", "lasting"],
)
def test_totals_that_run_on(words: str) -> None:
    texts = two_years(PLACE, words.format(640), words.format(590))
    assert len(found(running_total_shrinks, texts)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "累计发放宣传资料{}份。",
        "全年累计改造路灯{}盏。",
        "累计开展巡逻{}次。",
        "今年以来，累计劝导车辆{}辆。",
    ],
    ids=["handed_out", "year", "done", "this_year"],
)
def test_totals_of_a_year_may_shrink(words: str) -> None:
    texts = two_years(PLACE, words.format(640), words.format(590))
    assert found(running_total_shrinks, texts) == []


def test_a_growing_total_is_silent() -> None:
    texts = two_years(PLACE, "累计建成充电桩260根。", "累计建成充电桩260根，累计发放补贴3万元。")
    assert found(running_total_shrinks, texts) == []


def test_other_years_and_places_are_not_held_together() -> None:
    one = two_years(PLACE, SAME, SAME)
    other = one[f"{PLACE}2023.txt"].replace("云岭", "石桥")
    apart = {"a.txt": one[f"{PLACE}2022.txt"], "b.txt": other}
    assert found(figures_are_those_of_last_year, apart) == []
    assert found(goal_is_not_reported, apart) == []


GOAL = "下一步工作打算\n2023年，力争调解矛盾纠纷140件。"


@pytest.mark.parametrize(
    ("goal", "now"),
    [
        (GOAL, "全年共调解矛盾纠纷136件。"),
        (GOAL, "矛盾纠纷调解同比增长5%。"),
        (GOAL, "排查矛盾纠纷60件。"),
        (GOAL.replace("2023年，", "到2026年，"), "走访36户。"),
    ],
    ids=["level", "growth", "same_words", "not_yet_due"],
)
def test_goals_that_are_told_of_or_not_due_are_silent(goal: str, now: str) -> None:
    assert found(goal_is_not_reported, two_years(PLACE, goal, now)) == []


def test_a_goal_that_is_passed_over_is_noted() -> None:
    (one,) = found(goal_is_not_reported, two_years(PLACE, GOAL, "走访36户。"))
    assert "140件" in one.message
