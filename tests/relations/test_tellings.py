"""What sets a telling apart from another: its name, what was done, whose it is, which whole."""

from __future__ import annotations

import pytest

from reportparse import parse
from reportparse.relations.mentions import sentences
from reportparse.relations.tellings import bare, named, tellings

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


def test_a_figure_told_once_is_no_telling():
    assert told("排查安全隐患312处。栽植行道树31棵。") == []
