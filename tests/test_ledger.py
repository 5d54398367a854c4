"""The ledger: how each relation came out, and why a figure could not be recomputed."""

from __future__ import annotations

import pytest

import reportparse as rp
from reportparse.ledger import HELD, REASONS, Entry, ledger


def entries(text: str) -> list[Entry]:
    return list(ledger(rp.parse(text)))


def entry(text: str, formula: str) -> Entry:
    """Return the one entry whose formula ends so."""
    (found,) = (one for one in entries(text) if one.formula.endswith(formula))
    return found


@pytest.mark.parametrize(
    ("text", "formula", "outcome"),
    [
        pytest.param(
            "举办讲座43场，其中进村18场、进校15场、进厂10场。", "43 = 18 + 15 + 10", "exactly",
            id="sum",
        ),
        pytest.param(
            "受理投诉250件，办结245件，办结率98%。", "245 / 250 = 98%", "exactly", id="rate"
        ),
        pytest.param(
            "投入资金8.7亿元，其中省级3.2亿元、市级3.5亿元、县级1.9亿元。",
            "8.7亿 = 3.2亿 + 3.5亿 + 1.9亿", "rounded", id="by-rounding",
        ),
        pytest.param(
            "培训农民3860人，其中妇女1100余人。", "3860 ≥ 1100余", "within", id="part-only"
        ),
        pytest.param(
            "举办讲座41场，其中进村18场、进校15场、进厂10场。", "41 ≠ 18 + 15 + 10", "fails",
            id="sum-fails",
        ),
    ],
)  # fmt: skip
def test_relation_is_entered_as_it_came_out(text: str, formula: str, outcome: str) -> None:
    found = entry(text, formula)
    assert (found.outcome, found.reason) == (outcome, "")
    assert found.held == (outcome != "fails")


@pytest.mark.parametrize(
    ("text", "formula", "kind", "reason"),
    [
        pytest.param("粮食产量2.3万吨，增长5.3%。", "5.3%", "change", "no_base", id="growth"),
        pytest.param(
            "入住率比年初提高12个百分点。", "12个百分点", "change", "no_base", id="points"
        ),
        pytest.param("发生事故4起，比上年减少2起。", "2起", "change", "no_base", id="amount"),
        pytest.param(
            "工业产值35.6亿元，按可比价计算增长5.3%。", "5.3%", "change", "comparable",
            id="comparable-prices",
        ),
        pytest.param(
            "产量24万吨，产值11亿元，分别较上年增长3.3%和9.5%。", "9.5%", "change", "no_base",
            id="second-of-two",
        ),
        pytest.param("群众满意率98.6%。", "98.6%", "ratio", "no_figures", id="bare-rate"),
        pytest.param(
            "新建泵站12座；群众满意率98.6%。", "98.6%", "ratio", "no_figures",
            id="figure-of-another-stretch",
        ),
        pytest.param(
            "调解员870名参与，调解纠纷3200件，回访率98.6%。", "98.6%", "ratio", "other_unit",
            id="two-units",
        ),
        pytest.param(
            "建成样板村6个、试点村15个，污水治理率38.4%。", "38.4%", "ratio", "not_tied",
            id="not-tied",
        ),
        pytest.param("绿化率力争达到45%。", "45%", "ratio", "planned", id="target"),
        pytest.param(
            "投入资金400万元，其中修路7公里。", "7公里", "sum", "other_unit", id="part-of-money"
        ),
    ],
)  # fmt: skip
def test_figure_alone_is_entered_with_what_is_missing(
    text: str, formula: str, kind: str, reason: str
) -> None:
    found = entry(text, formula)
    assert (found.kind, found.outcome, found.reason) == (kind, "untested", reason)
    assert not found.held


def test_change_on_another_basis_is_not_said_to_fail() -> None:
    text = "工业产值由320亿元增加到368亿元，按可比价计算增长11%。"
    outcomes = {(one.outcome, one.reason) for one in entries(text)}
    assert ("untested", "comparable") in outcomes
    assert "fails" not in {outcome for outcome, _ in outcomes}


@pytest.mark.parametrize("text", ["", "没有数字。", "全年举办讲座41场。"])
def test_nothing_to_recompute_leaves_the_ledger_empty(text: str) -> None:
    assert entries(text) == []


def test_entries_stand_in_the_order_of_the_text() -> None:
    text = "满意率98%。举办讲座43场，其中进村28场、进校15场。粮食增长5%。"
    spans = [one.span.start for one in entries(text)]
    assert spans == sorted(spans)
    assert [one.kind for one in entries(text)] == ["ratio", "sum", "change"]


def test_every_relation_has_its_entry_once() -> None:
    report = rp.parse("受理250件，办结245件，办结率98%。举办讲座43场，其中进村28场、进校15场。")
    tried = [one for one in ledger(report) if one.outcome != "untested"]
    assert len(tried) == len(report.relations) > 1
    assert len({one.claims for one in tried}) == len(tried)


def test_words_of_outcomes_and_reasons_are_different() -> None:
    assert not set(HELD) & set(REASONS)


def test_growth_of_a_count_alone_has_no_base() -> None:
    (found,) = entries("全年受理申请136件，同比增长23%。")
    assert (found.outcome, found.reason) == ("untested", "no_base")


def test_lines_of_tables_are_entered() -> None:
    text = "项目\t上半年\t下半年\t合计\n讲座\t18\t15\t33\n展览\t14\t16\t60\n演练\t9\t6\t15\n"
    found = {one.formula: one.outcome for one in entries(text) if not one.claims}
    assert found["讲座 33 = 18 + 15"] == "exactly"
    assert found["展览 60 ≠ 14 + 16"] == "fails"
