"""Whether two tellings are of one measure, and what sets them apart."""

from __future__ import annotations

import pytest

from reportparse import parse
from reportparse.relations.cues import load_cues
from reportparse.relations.mentions import sentences
from reportparse.relations.namesakes import (
    IDLE,
    NARROWS,
    like_name,
    near_name,
    same_name,
    same_owner,
    same_thing,
)
from reportparse.relations.tellings import tellings

TITLE = "石桥镇2031年工作总结\n"


def told(text):
    report = parse(TITLE + text)
    return list(tellings(sentences(report.claims, report.view)))


@pytest.mark.parametrize(
    ("first", "again", "same", "like"),
    [
        ("排查安全隐患312处", "排查安全隐患321处", True, False),
        ("排查安全隐患312处", "排查各类隐患321处", False, True),
        ("审结案件312件", "审结案件321件", True, False),
        ("审结案件312件", "案件321件", False, False),
        ("新登记经营主体3126户", "新登记市场主体3162户", False, True),
        ("固定资产投资38.64亿元", "地方固定资产投资38.46亿元", False, False),
        ("民间矛盾纠纷312件", "邻里矛盾纠纷321件", False, False),
    ],
)
def test_names(first, again, same, like):
    one, other = told(f"{first}。{again}。")
    assert same_name(one, other) is same
    assert (not same and like_name(one, other)) is like


@pytest.mark.parametrize(
    ("first", "again", "same"),
    [
        ("受理矛盾纠纷312件", "调处矛盾纠纷321件", True),
        ("受理矛盾纠纷321件", "调处矛盾纠纷312件", False),
        ("受理矛盾纠纷312件", "办结矛盾纠纷321件", False),
        ("上半年调处矛盾纠纷312件", "全年调处矛盾纠纷321件", False),
        ("全县调处矛盾纠纷312件", "全镇调处矛盾纠纷321件", False),
        ("全镇调处矛盾纠纷312件", "我镇调处矛盾纠纷321件", True),
        ("明年将调处矛盾纠纷312件", "调处矛盾纠纷321件", False),
    ],
)
def test_things(first, again, same):
    one, other = told(f"{first}。{again}。")
    assert same_thing(one, other) is same


@pytest.mark.parametrize(
    ("first", "again", "near"),
    [
        ("集装箱7.4万标箱", "仍有差距，集装箱吞吐量4.7万标箱", True),
        ("集装箱7.4万标箱", "集装箱吞吐量4.7万标箱", False),
        ("立案163件", "存在不足：群众不满，立案136件", True),
        ("立案163件", "立案136件", False),
        ("农村公路126.4公里", "存在不足：农村公路地方路段162.4公里", False),
    ],
)
def test_names_of_what_is_looked_back_on(first, again, near):
    one, other = told(f"{first}。{again}。")
    assert near_name(one, other) is near


@pytest.mark.parametrize(
    ("first", "again", "same"),
    [
        ("共接待群众来访312批", "接待群众来访321批", True),
        ("依托信访大厅接待群众来访312批", "接待群众来访321批", False),
        ("窗口共受理群众诉求312件", "受理的321件群众诉求中，半数已办", True),
        ("（一）东河镇\n排查安全隐患312处", "（二）西河镇\n排查安全隐患321处", False),
    ],
)
def test_owners(first, again, same):
    one, other = told(f"{first}。\n{again}。")
    assert same_owner(one, other) is same


@pytest.mark.parametrize(("word", "example"), load_cues()["narrowing"].items())
def test_narrowing_words(word, example):
    assert NARROWS.search(word)
    assert word in example


@pytest.mark.parametrize(("word", "example"), load_cues()["idle"].items())
def test_idle_words(word, example):
    assert IDLE.fullmatch(word)
    assert word in example
