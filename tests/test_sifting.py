"""Sifting: gaps, readers and suppressions part the findings, and none is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest

import reportparse as rp
from factory import audited
from reportparse.checks import examine
from reportparse.findings import Choice, Finding
from reportparse.sifting import Gap, Sieve, sift
from reportparse.suppression import Suppression
from test_suppression import TEXT


def gapped(stated: str, computed: str) -> Finding:
    """Return a finding that states one figure where another was computed."""
    (one,) = audited().findings
    return Finding(**{
        name: getattr(one, name) for name in Finding.__dataclass_fields__
    } | {"stated": stated, "computed": computed})  # fmt: skip


@pytest.mark.parametrize(
    ("words", "gap"),
    [
        ("2", Gap(Decimal(2))),
        (2, Gap(Decimal(2))),
        ("0.5", Gap(Decimal("0.5"))),
        ("1%", Gap(Decimal("0.01"), relative=True)),
        ("1 %", Gap(Decimal("0.01"), relative=True)),
        (" 2.5％ ", Gap(Decimal("0.025"), relative=True)),
    ],
)
def test_gap_is_read(words: str | float, gap: Gap) -> None:
    assert Gap.of(words) == gap


@pytest.mark.parametrize("words", ["", "two", "-1", "1%%", "%", "1e3", "nan"])
def test_other_words_are_no_gap(words: str) -> None:
    with pytest.raises(ValueError, match=words or "^$"):
        Gap.of(words)


@pytest.mark.parametrize(
    ("gap", "stated", "computed", "hidden"),
    [
        pytest.param("2", "65件", "66", True, id="below"),
        pytest.param("2", "65件", "67", False, id="at-the-gap"),
        pytest.param("2", "65件", "63", False, id="to-the-other-side"),
        pytest.param("2", "121万元", "122万", True, id="in-the-magnitude-printed"),
        pytest.param("2", "121万元", "1240000元", False, id="printed-in-full"),
        pytest.param("1", "99.1%", "98.6%", True, id="points"),
        pytest.param("1%", "6500件", "6510", True, id="share-below"),
        pytest.param("1%", "65件", "66", False, id="share-above"),
        pytest.param("0", "65件", "65", False, id="no-gap-hides-nothing"),
        pytest.param("9", "（四）", "3", False, id="number-of-a-section"),
        pytest.param("9", "65件", "", False, id="nothing-computed"),
        pytest.param("9", "", "", False, id="no-arithmetic"),
    ],
)
def test_small_gaps(gap: str, stated: str, computed: str, hidden: bool) -> None:
    assert Gap.of(gap).exceeds(gapped(stated, computed)) == hidden


def test_nothing_is_lost() -> None:
    report = rp.parse(TEXT)
    everything = rp.audit(report)
    lectures = Suppression("两口径", code="TOT101", section="一、工作情况")
    sieve = Sieve("default", Gap.of("50%"), (lectures,))
    audit = examine(report, Choice(), sieve)
    back = [one.finding for one in audit.withheld]
    assert sorted(one.fingerprint for one in (*audit.findings, *back)) == sorted(
        one.fingerprint for one in everything
    )
    assert {one.finding.code: one.why for one in audit.withheld} == {
        "TOT101": "suppressed", "EXP101": "persona",
    }  # fmt: skip
    assert [one.by for one in audit.withheld if one.by] == [lectures]


def test_small_gap_is_told() -> None:
    report = rp.parse(TEXT)
    audit = sift(report, rp.audit(report, ("TOT101",)), Sieve(gap=Gap.of(3)))
    assert [one.why for one in audit.withheld] == ["gap"]
    assert audit.findings == ()


def test_pattern_is_held_against_the_given_name() -> None:
    report = rp.parse(TEXT)
    here = Suppression("两口径", code="TOT", section="一、工作情况", file="2031/*")
    found = rp.audit(report, ("TOT101",))
    assert sift(report, found, Sieve(suppressions=(here,))).findings == found
    assert not sift(report, found, Sieve(suppressions=(here,)), "2031/a.txt").findings
