"""Restatements: one measure with two figures, and figures of other times and places."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark
from reportparse import parse
from retellings import ALIKE, APART, of, twins

TITLE = "白沙镇2031年工作总结\n"

FIRES = [
    (
        "RES101",
        "全镇共收到行政复议申请57件。\n办理中，全镇共收到行政复议申请«75件»的情况已作分析。",
    ),
    (
        "RES101",
        "全年共调解婚姻家庭纠纷146件。\n回顾工作，全年共调解婚姻家庭纠纷«164件»。",
    ),
    (
        "RES101",
        f"{TITLE}一年来共调解婚姻家庭纠纷146件。\n全年共调解婚姻家庭纠纷«164件»，群众满意。",
    ),
    ("RES102", "全年共发放法治宣传手册2460册。\n全年共发放法治宣传手册«2500余册»。"),
    ("RES102", "全年共接受群众法律咨询540余人次。\n全年共接受群众法律咨询«517人次»。"),
]
SILENT = [
    ("RES", "全镇共收到行政复议申请57件。\n全镇共收到行政复议申请57件，均已办结。"),
    ("RES101", "全镇共收到行政复议申请57件。\n全镇共办结行政复议申请55件。"),
    ("RES101", "全年共发放法治宣传手册2460册。\n全年共发放法治宣传手册2500余册。"),
    ("RES102", "全年共发放法治宣传手册2460册。\n全年共发放法治宣传手册2400余册。"),
    ("RES102", "全年共发放法治宣传手册2460册。\n全年共发放法治宣传手册约2500册。"),
    # Another time: the half year, the year before, everything since.
    ("RES", f"{TITLE}上半年共调解婚姻家庭纠纷60件。\n全年共调解婚姻家庭纠纷146件。"),
    ("RES", f"{TITLE}截至6月底，共调解民事纠纷60件。\n截至11月底，共调解民事纠纷146件。"),
    ("RES", "上半年共调解婚姻家庭纠纷60件。\n全年共调解婚姻家庭纠纷146件。"),
    ("RES", "2030年共调解婚姻家庭纠纷120件。\n2031年共调解婚姻家庭纠纷146件。"),
    ("RES", "全年共调解婚姻家庭纠纷146件。\n近三年累计调解婚姻家庭纠纷402件。"),
    # Another level: the sum of the lower one is not that of the higher one.
    ("RES", "全县共调解婚姻家庭纠纷960件。\n全镇共调解婚姻家庭纠纷146件。"),
    ("RES", f"{TITLE}青石村共调解婚姻家庭纠纷12件。\n白沙村共调解婚姻家庭纠纷9件。"),
    ("RES", "青石村共调解婚姻家庭纠纷12件。\n白沙村共调解婚姻家庭纠纷9件。"),
    # A part of it, what is planned, and what became of it.
    ("RES", "全年共调解婚姻家庭纠纷146件。\n其中司法所调解婚姻家庭纠纷50件。"),
    ("RES", "全年共调解婚姻家庭纠纷146件。\n计划调解婚姻家庭纠纷150件。"),
    ("RES", "全年受理案件120件。\n全年办结案件118件。"),
    ("RES", "全年受理申请120件（含上年结转9件）。\n全年新收申请111件。"),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires_where_marked(code: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert spans
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_is_silent(code: str, text: str) -> None:
    assert fired(code, text) == []


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("RES105", "全年未发生道路交通事故。\n全年发生道路交通事故«3起»。"),
        ("RES105", "全年未发生道路交通事故。\n查处道路交通事故0起。"),
        ("RES105", "一季度未发生道路交通事故。\n二季度发生道路交通事故3起。"),
        ("RES105", "全年制发规范性文件0件。\n清理规范性文件2件。"),
        ("RES105", "全年查处道路交通事故0起。\n全年查处道路交通事故«3起»。"),
        ("RES106", "（一）调解矛盾纠纷«80件»\n全年共调解矛盾纠纷88件。\n（二）普法\n8场。"),
        ("RES106", "（一）调解矛盾纠纷80件\n全年共调解矛盾纠纷80件。\n（二）普法\n8场。"),
        ("RES106", "（一）调解矛盾纠纷80件\n调解矛盾纠纷18件。\n（二）普法\n8场。"),
    ],
    ids=[
        "happened",
        "still nothing",
        "other times",
        "other acts",
        "the same act",
        "a heading",
        "agrees",
        "no total",
    ],
)
def test_contradictions(code, marked):
    text, spans = unmark(marked)
    assert fired(code, text) == spans


@pytest.mark.parametrize(
    ("code", "name", "marked"), of("RES101", "RES102", "RES106"), ids=lambda value: value[:24]
)
def test_told_differently(code: str, name: str, marked: str) -> None:
    text, spans = unmark(marked)
    found = [one for one in parse(text).findings if one.shown_to("default")]
    assert {one.code for one in found} == {code}, name
    shown = {(one.start, one.end) for fault in found for one in (fault.span, *_spans(fault))}
    assert set(spans) <= shown


@pytest.mark.parametrize(("code", "name", "text"), of(APART, ALIKE), ids=lambda value: value[:24])
def test_told_of_two_things(code: str, name: str, text: str) -> None:
    found = [one for one in parse(text).findings if one.shown_to("default")]
    assert [one.code for one in found if one.code != "TIM111"] == [], (code, name)


@pytest.mark.parametrize(("code", "name", "marked"), of("RES101"), ids=lambda value: value[:24])
def test_told_alike(code: str, name: str, marked: str) -> None:
    """A second telling put right is silent."""
    text, spans = unmark(marked)
    report = parse(text)
    (fault,) = (one for one in report.findings if one.code == code)
    first = fault.evidence[0].text
    twin = text[: spans[0][0]] + first + text[spans[0][1] :]
    assert [one.code for one in parse(twin).findings if one.shown_to("default")] == [], name


def _spans(fault):
    return [one.span for one in fault.evidence]


@pytest.mark.parametrize(("code", "name", "text"), of(APART), ids=lambda value: value[:24])
def test_two_things_may_differ_as_they_like(code: str, name: str, text: str) -> None:
    for twin in twins(text):
        found = [one.code for one in parse(twin).findings if one.shown_to("default")]
        assert not [one for one in found if one.startswith("RES")], (code, name, twin)
