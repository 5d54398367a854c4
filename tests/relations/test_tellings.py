"""What sets a telling apart from another: its name, what was done, whose it is, which whole."""

from __future__ import annotations

import pytest

from reportparse import parse
from reportparse.relations.cues import load_cues
from reportparse.relations.mentions import sentences
from reportparse.relations.tellings import (
    IDLE,
    NARROWS,
    bare,
    like_name,
    named,
    same_name,
    same_owner,
    same_thing,
    tellings,
)

TITLE = "石桥镇2031年工作总结\n"
NAMES = [
    ("全年各类矛盾纠纷总数", "矛盾纠纷"),
    ("粮食总产虽", "粮食总产"),
    ("粮食总产量", "粮食总产"),
    ("全县农村低保对象", "农村低保对象"),
    ("上述政府信息公开申请", "政府信息公开申请"),
    ("数量", "数量"),
    ("全镇", "全镇"),
]
DEEDS = [
    (("虽调解矛盾纠纷", ""), ("矛盾纠纷", "调解")),
    (("调解矛盾纠纷", ""), ("调解矛盾纠纷", "")),
    (("职业技能培训", "培训"), ("职业技能培训", "")),
    (("审结的案件", "审结"), ("案件", "审结")),
]


def told(text):
    report = parse(TITLE + text)
    return list(tellings(sentences(report.claims, report.view)))


@pytest.mark.parametrize(("measure", "name"), NAMES)
def test_bare_name(measure, name):
    assert bare(measure) == name


@pytest.mark.parametrize(("given", "read"), DEEDS)
def test_name_and_deed(given, read):
    assert named(*given) == read


@pytest.mark.parametrize(
    ("clause", "whose"),
    [
        ("全镇共排查安全隐患312处", ""),
        ("回顾一年，虽排查安全隐患312处", ""),
        ("东片：排查安全隐患312处", "东片"),
        ("存在问题：排查安全隐患312处", ""),
        ("第二轮专项行动共排查安全隐患312处", "第二轮专项行动"),
        ("依托综治中心的312处安全隐患", "依托综治中心"),
    ],
)
def test_whose(clause, whose):
    first = told(f"{clause}。排查安全隐患321处。")[0]
    assert first.whose == whose


def test_whose_by_its_section():
    first, again = told("（一）东河镇\n排查安全隐患312处。\n（二）西河镇\n排查安全隐患321处。")
    assert (first.whose, again.whose) == ("东河镇", "西河镇")
    assert not same_owner(first, again)


@pytest.mark.parametrize(
    ("clause", "cues"),
    [
        ("共排查安全隐患312处", (True, False, False)),
        ("虽排查安全隐患312处", (False, False, True)),
        ("全镇排查安全隐患312处", (False, False, True)),
        ("上述312处安全隐患", (False, True, False)),
        ("排查安全隐患312处", (False, False, False)),
    ],
)
def test_cues(clause, cues):
    first = next(one for one in told(f"排查安全隐患321处。{clause}。") if "312" in one.words)
    assert (first.whole, first.known, first.judged) == cues
    assert first.cued is any(cues)


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


def test_a_figure_told_once_is_no_telling():
    assert told("排查安全隐患312处。栽植行道树31棵。") == []


@pytest.mark.parametrize(("word", "example"), load_cues()["narrowing"].items())
def test_narrowing_words(word, example):
    assert NARROWS.search(word)
    assert word in example


@pytest.mark.parametrize("word", load_cues()["idle"])
def test_idle_words(word):
    assert IDLE.fullmatch(word)
    assert not NARROWS.search(word)
