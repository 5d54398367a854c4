"""What speaks for two figures that differ being tellings of one thing."""

from __future__ import annotations

import pytest

from reportparse import parse
from reportparse.relations.differences import is_estimate, is_named, is_slip, is_sure, slip
from reportparse.relations.mentions import sentences
from reportparse.relations.tellings import tellings

TITLE = "石桥镇2031年工作总结\n"


def told(text):
    report = parse(TITLE + text)
    return list(tellings(sentences(report.claims, report.view)))


@pytest.mark.parametrize(
    ("first", "again", "sure"),
    [
        ("共排查安全隐患312处", "全年排查安全隐患346处", True),
        ("共排查安全隐患312处", "上述346处安全隐患", True),
        ("共排查安全隐患312处", "排查安全隐患346处", False),
        ("排查安全隐患312处", "全年排查安全隐患346处", False),
        ("共排查隐患312处", "共排查隐患346处", True),
        ("共发放手册312册", "共发放手册346册", False),
    ],
    ids=["both", "pointed back to", "the first", "the second", "an indicator", "a short name"],
)
def test_words_that_leave_no_doubt(first, again, sure):
    assert is_sure(*told(f"{first}。{again}。")) is sure


@pytest.mark.parametrize(
    ("first", "again", "edit"),
    [
        ("312处", "321处", "swap"),
        ("312处", "3120处", "magnitude"),
        ("312处", "313处", "one"),
        ("312处", "342处", "digit"),
        ("312处", "346处", None),
        ("312处", "320余处", None),
    ],
)
def test_slip(first, again, edit):
    assert slip(*told(f"排查安全隐患{first}。排查安全隐患{again}。")) == edit


@pytest.mark.parametrize(
    ("first", "again", "likely"),
    [
        ("全镇安全隐患312处", "安全隐患321处", True),
        ("安全隐患312处", "安全隐患321处", True),
        ("排查安全隐患312处", "排查安全隐患321处", False),
        ("排查安全隐患12处", "虽排查安全隐患21处", True),
        ("排查安全隐患312处", "虽排查安全隐患342处", False),
        ("排查安全隐患3126处", "虽排查安全隐患3426处", True),
        ("共排查安全隐患312处", "虽排查安全隐患342处", True),
        ("排查安全隐患312处", "虽排查安全隐患346处", False),
    ],
    ids=[
        "a cue",
        "what there is",
        "what is done",
        "two digits",
        "one digit of three",
        "one digit of four",
        "one digit of three, both cued",
        "no slip",
    ],
)
def test_slips_and_what_they_ask_for(first, again, likely):
    assert is_slip(*told(f"{first}。{again}。")) is likely


@pytest.mark.parametrize(
    ("first", "again", "named"),
    [
        ("城区空气优良天数321天", "全镇优良天数312天", True),
        ("在库1426户", "1462户帮扶对象中，患病的多", True),
        ("在库142户", "124户帮扶对象中，患病的多", False),
        ("受理数字城管案件21846件", "受理案件数虽达21486件", True),
        ("农村公路桥梁126.4米", "排水管网124.6米，差距大", False),
    ],
)
def test_names_that_differ(first, again, named):
    assert is_named(*told(f"{first}。{again}。"), least=3) is named


@pytest.mark.parametrize(
    ("first", "again", "near"),
    [
        ("共接待来访群众517人次", "接待来访群众540余人次", True),
        ("共接待来访群众517人次", "接待来访群众900余人次", False),
        ("接待来访群众517人次", "接待来访群众540余人次", False),
    ],
)
def test_estimates(first, again, near):
    assert is_estimate(*told(f"{first}。{again}。")) is near
