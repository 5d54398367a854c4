"""Suppressions: what they cover, and when they are whole."""

from __future__ import annotations

import pytest

from reportparse.findings import Finding
from reportparse.report import Report, parse
from reportparse.suppression import Suppression

TEXT = """\
白沙镇2031年工作总结
一、工作情况
（一）普法宣传。举办讲座41场，其中进村18场、进校15场、进厂10场。
二、下一步打算
走访农户37余户。
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return parse(TEXT)


@pytest.fixture(scope="module")
def sum_of_lectures(report: Report) -> Finding:
    (found,) = (one for one in report.findings if one.code == "TOT101")
    return found


@pytest.mark.parametrize(
    ("wanted", "covers"),
    [
        pytest.param(("TOT101", "一、工作情况"), True, id="section-above"),
        pytest.param(("TOT101", "（一）普法宣传"), True, id="own-section"),
        pytest.param(("TOT101", "一、工作情况 / （一）普法宣传"), True, id="path"),
        pytest.param(("TOT", "一、工作情况"), True, id="family"),
        pytest.param(("TOT101", "二、下一步打算"), False, id="other-section"),
        pytest.param(("TOT101", "一、工作"), False, id="part-of-a-title"),
        pytest.param(("TOT102", "一、工作情况"), False, id="other-code"),
        pytest.param(("TOT101", "一、工作情况", "2031/*.txt"), True, id="file"),
        pytest.param(("TOT101", "一、工作情况", "2030/*.txt"), False, id="other-file"),
    ],
)
def test_covers_a_code_in_a_section(
    report: Report, sum_of_lectures: Finding, wanted: tuple[str, ...], covers: bool
) -> None:
    one = Suppression("口径不同", "", *wanted)
    assert one.covers(report, sum_of_lectures, "2031/白沙镇.txt") == covers


def test_covers_a_fingerprint(report: Report, sum_of_lectures: Finding) -> None:
    one = Suppression("口径不同", fingerprint=sum_of_lectures.fingerprint)
    covered = [found for found in report.findings if one.covers(report, found, "any")]
    assert covered == [sum_of_lectures]


@pytest.mark.parametrize(
    ("one", "whole"),
    [
        (Suppression("因为", fingerprint="0123"), True),
        (Suppression("因为", code="TOT101", section="一、"), True),
        (Suppression("因为", code="TOT101"), False),
        (Suppression("因为", section="一、"), False),
        (Suppression("因为", file="*.txt"), False),
        (Suppression("", fingerprint="0123"), False),
        (Suppression("  ", fingerprint="0123"), False),
    ],
    ids=["fingerprint", "code-and-section", "code", "section", "file", "no-reason", "blank"],
)
def test_says_why_and_what(one: Suppression, whole: bool) -> None:
    assert one.is_whole == whole
