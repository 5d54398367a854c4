"""Workings: arithmetic that is written out so that it can be redone by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

import reportparse
from reportparse.checks.workings import (
    addition,
    magnitude,
    members,
    nominal,
    percent,
    show,
    slips,
)
from reportparse.claims import Claim


def claims(text: str) -> tuple[Claim, ...]:
    return reportparse.parse(text).claims


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("完成投资3.2亿元，其中水利1.5亿元。", "亿"),
        ("投入资金3.2万元，其中水利1.5万元。", "万"),
        ("投入资金3.2亿元，其中水利150万元。", "万"),
        ("投入资金3.2万元，其中水利4500元。", "万"),
        ("举办讲座41场，其中进村18场。", ""),
    ],
)
def test_figures_of_one_working_have_one_magnitude(text: str, name: str) -> None:
    assert magnitude(claims(text))[0] == name


@pytest.mark.parametrize(
    ("value", "name", "shown"),
    [
        ("32000", "万", "3.2万"),
        ("320000000", "亿", "3.2亿"),
        ("500", "万", "0.05万"),
        ("100", "", "100"),
        ("2.50", "", "2.5"),
        ("0", "", "0"),
        ("-2", "", "-2"),
        ("1E+5", "", "100000"),
    ],
)
def test_value_is_shown_plainly(value: str, name: str, shown: str) -> None:
    size = {"": 1, "万": 10_000, "亿": 100_000_000}[name]
    assert show(Decimal(value), (name, Decimal(size))) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("94.9494", "94.95%"),
        ("100", "100%"),
        ("12.50", "12.5%"),
        ("-25", "-25%"),
        ("0.004", "0%"),
    ],
)
def test_rate_is_shown_to_two_places(value: str, shown: str) -> None:
    assert percent(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("text", "working", "added"),
    [
        ("讲座41场，其中进村18场、进校15场。", "18 + 15 = 33 ≠ 41", "33"),
        ("讲座41场，其中进村18场、进校23场。", "18 + 23 = 41 = 41", "41"),
        ("讲座41场，其中进村50场。", "50 ≠ 41", "50"),
        (
            "投资3.2亿元，其中水利1.5亿元、交通1.4亿元。",
            "1.5亿 + 1.4亿 = 2.9亿 ≠ 3.2亿",
            "290000000",
        ),
        ("投资3.2亿元，其中水利5000万元。", "5000万 ≠ 32000万", "50000000"),
        # Hedged figures count with the end that is nearest to agreeing.
        ("走访500余户，其中低保户300户、党员户320户。", "300 + 320 = 620 ≠ 600", "620"),
        ("走访900户，其中低保户300余户、党员户320户。", "400 + 320 = 720 ≠ 900", "720"),
    ],
)
def test_sum_is_written_beside_its_whole(text: str, working: str, added: str) -> None:
    whole, *parts = claims(text)
    assert addition(whole, parts) == (working, Decimal(added))


@pytest.mark.parametrize(
    ("text", "gap", "found"),
    [
        ("讲座28场。", 1, ("28 → 29",)),
        ("讲座72场。", -45, ("72 → 27",)),
        ("讲座172场。", 100, ("172 → 272",)),
        ("讲座28场。", 14, ()),
        ("讲座9场。", 1, ()),
        ("讲座9场。", -12, ()),
        ("讲座28场、展览31场。", 1, ("28 → 29", "31 → 32")),
    ],
)
def test_slips_of_the_pen(text: str, gap: int, found: tuple[str, ...]) -> None:
    assert slips(claims(text), Decimal(gap)) == found


def test_no_slip_is_finer_than_the_last_digit() -> None:
    figures = claims("修路2.8公里。")
    assert slips(figures, Decimal("0.1")) == ("2.8 → 2.9",)
    assert slips(figures, Decimal("0.05")) == ()


def test_slip_is_shown_in_the_magnitude_of_its_figure() -> None:
    assert slips(claims("投资3.2万元。"), Decimal(1000)) == ("3.2万 → 3.3万",)


def test_nominal_value_is_the_printed_one() -> None:
    (claim,) = claims("走访500余户。")
    assert nominal(claim) == 500


def test_members_are_evidence() -> None:
    report = reportparse.parse("全年举办讲座41场，其中进村18场、进校15场、进厂10场。")
    (relation,) = report.relations
    seen = members(relation)
    assert [one.role for one in seen] == ["whole", "part", "part", "part"]
    assert [one.text for one in seen] == ["41场", "18场", "15场", "10场"]
    assert all(one.span.of(report.document.text) == one.text for one in seen)
