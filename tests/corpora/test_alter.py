"""Slips in relations that hold, and what an audit makes of them."""

from __future__ import annotations

import pytest
from evaluation.alter import alterations

TEXT = (
    "全年开展活动69次，其中讲座28次、展览20次、咨询21次。\n"
    "共受理投诉120件，办结118件，办结率98.3%。\n"
)
NUMBERED = "一、工作\n办结8件。\n二、问题\n人手不足。\n三、打算\n办结9件。\n"


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    path = tmp_path_factory.mktemp("alter") / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return list(alterations([path]))


def test_every_figure_of_a_relation_that_holds_is_altered(done):
    assert {(one.kind, one.role) for one in done} == {
        ("sum", "whole"),
        ("sum", "part"),
        ("ratio", "rate"),
        ("ratio", "part"),
        ("ratio", "whole"),
    }


@pytest.mark.parametrize(
    ("operator", "kind", "role", "seen"),
    [
        ("+1", "sum", "part", True),
        ("one digit", "sum", "whole", False),
        ("one digit", "ratio", "rate", True),
    ],
    ids=["parts above their whole", "an open list that falls short", "a wrong rate"],
)
def test_what_words_and_arithmetic_show(done, operator, kind, role, seen):
    told = (operator, kind, role)
    chosen = [one for one in done if (one.operator, one.kind, one.role) == told]
    assert {one.detectable for one in chosen} == {seen}
    assert all(one.found for one in chosen) is seen


def test_the_repair_gives_the_figure_back(done):
    wrong = [one for one in done if one.role == "rate" and one.operator == "transposition"]
    assert [(one.restored, one.first) for one in wrong] == [(True, True)]


def test_a_heading_is_numbered_anew(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(
        "一、工作\n办结8件。\n二、问题\n人手不足。\n三、打算\n办结9件。\n", encoding="utf-8"
    )
    assert [(one.kind, one.found) for one in alterations([path])] == [("number", True)] * 2
