"""Indicators that agree by definition: twenty sentences that hold, twenty that fail."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from reportparse import parse
from reportparse.relations import Identity
from reportparse.relations.structures import load_definitions

GDP = (
    "全市生产总值{}亿元，增长5.2%。第一产业增加值{}亿元，增长3.1%；"
    "第二产业增加值{}亿元，增长5.5%；第三产业增加值{}亿元。"
)
STRUCTURE = GDP.format("200.0", "30.0", "80.0", "90.0") + "三次产业结构为{}。"
ENTRIES = [
    (form, entry)
    for form, entries in tomllib.loads(
        files("reportparse").joinpath("data/structures.toml").read_text(encoding="utf-8")
    ).items()
    for entry in entries
]
#: A sentence, and the formula when it holds; the figure in brackets makes it fail.
SENTENCES = [
    (GDP, ("312.6", "41.2", "118.9", "152.5"), ("312.6", "41.2", "118.9", "155.2")),
    (GDP, ("312.6", "41.2", "118.9", "152.6"), ("316.2", "41.2", "118.9", "152.5")),
    ("全县生产总值{}万元。一产增加值{}万元，二产增加值{}万元，三产增加值{}万元。",
     ("96020", "20110", "30250", "45660"), ("96020", "20110", "30250", "46560")),
    ("年末全市常住人口{}万人，城镇常住人口{}万人，农村常住人口{}万人。",
     ("52.4", "30.1", "22.3"), ("52.4", "31.0", "22.3")),
    ("年末总人口{}人，男性人口{}人，女性人口{}人。",
     ("48200", "24900", "23300"), ("48200", "24900", "23000")),
    ("全年货物进出口总额{}亿元，增长5.0%，货物出口{}亿元，货物进口{}亿元。",
     ("18.6", "11.2", "7.4"), ("16.8", "11.2", "7.4")),
    ("全年进出口总值{}万美元。出口总值{}万美元，增长3%，进口总值{}万美元。",
     ("2350", "1980", "370"), ("2350", "1890", "370")),
    ("一般公共预算收入{}亿元，税收收入{}亿元，增长4.0%，非税收入{}亿元。",
     ("9.64", "6.12", "3.52"), ("9.64", "6.12", "3.25")),
    ("全年人口出生率{}‰，死亡率{}‰，自然增长率{}‰。", ("7.20", "6.95", "0.25"),
     ("7.20", "6.95", "0.52")),
    ("全年人口出生率为{}‰，人口死亡率为{}‰，人口自然增长率为{}‰。", ("5.11", "7.30", "-2.19"),
     ("5.11", "7.30", "2.19")),
    ("出生率{}‰；死亡率{}‰；自然增长率{}‰。", ("8.50", "6.54", "1.95"), ("8.50", "6.54", "1.90")),
    ("出口{}亿元，进口{}亿元，贸易顺差{}亿元。", ("11.2", "7.4", "3.8"), ("11.2", "7.4", "4.8")),
    ("出口额{}亿元，增长2%，进口额{}亿元，下降1%。货物进出口顺差{}亿元。",
     ("96.35", "41.20", "55.15"), ("96.35", "41.20", "51.55")),
    ("全年出生人口{}人，死亡人口{}人，净增人口{}人。", ("3120", "2890", "230"),
     ("3120", "2890", "320")),
    ("第一产业增加值占比{}%，第二产业增加值占比{}%，第三产业增加值占比{}%。",
     ("12.5", "41.7", "45.8"), ("12.5", "47.1", "45.8")),
    ("第一产业占生产总值的比重为{}%，第二产业比重为{}%，第三产业比重为{}%。",
     ("12.5", "41.7", "45.9"), ("12.5", "41.7", "46.3")),
    ("城镇人口占总人口比重为{}%，乡村人口占总人口比重为{}%。", ("57.41", "42.59"),
     ("57.41", "42.95")),
    ("男性人口占总人口的比重为{}%，女性人口占总人口的比重为{}%。",
     ("51.2", "48.8"), ("51.2", "49.8")),
    (STRUCTURE, ("15.0:40.0:45.0",), ("15.0:40.0:54.0",)),
    (STRUCTURE, ("15:40:45",), ("14.0:41.0:45.0",)),
]  # fmt: skip
SILENT = [
    ("a part is missing", GDP.format("200", "30", "80", "90").replace("第三产业", "高新产业")),
    ("another time", "2030年出生率7.2‰，2031年死亡率6.9‰，自然增长率1.9‰。"),
    ("another scope", "一般公共预算收入9.6亿元，市级税收收入6.1亿元，县级非税收入5.3亿元。"),
    ("a kind of trade", "进出口总额18.6亿元，加工贸易出口9.9亿元，加工贸易进口1.1亿元。"),
    ("told twice", "出口11.2亿元，进口7.4亿元，出口9.0亿元，贸易顺差9.9亿元。"),
    ("growth is no share", "第一产业增长3.1%，第二产业增长5.5%，第三产业增长6.0%。"),
    ("far off: other things", GDP.format("900.0", "30.0", "80.0", "90.0")),
    ("other units", "出口11.2亿元，进口7.4亿美元，贸易顺差1.1亿元。"),
    ("each", "平均每村出生人口12人，死亡人口9人，净增人口8人。"),
    ("a structure of other things", "师生比结构为12.5:41.7:60.5。"),
    ("no percent", "三次产业结构为3:4:5。"),
    ("a target", "力争出口12亿元，进口7亿元，贸易顺差6亿元。"),
]


def identities(text: str) -> list[Identity]:
    return [one for one in parse(text).relations if isinstance(one, Identity)]


def verdicts(text: str) -> set[str]:
    return {one.verdict for one in parse(text).relations if one.kind in {"balance", "sum"}}


@pytest.mark.parametrize(("sentence", "right", "wrong"), SENTENCES)
def test_holds_and_fails(sentence, right, wrong):
    assert verdicts(sentence.format(*right)) <= {"holds", "rounded", "truncated"}
    assert verdicts(sentence.format(*right))
    assert "fails" in verdicts(sentence.format(*wrong))


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_definition(text):
    assert not [one for one in identities(text) if one.verdict == "fails"]


@pytest.mark.parametrize("entry", [one for _, one in ENTRIES], ids=lambda one: one["name"])
def test_examples_of_the_data(entry):
    assert verdicts(entry["example"]) <= {"holds", "rounded"}
    assert verdicts(entry["example"])
    assert verdicts(entry["wrong"]) == {"fails"}


def test_every_entry_is_loaded():
    loaded = [one.name for definitions in load_definitions().values() for one in definitions]
    assert loaded == [entry["name"] for _, entry in ENTRIES]


def test_members_and_formula():
    [one] = identities("出生率8.50‰，死亡率6.54‰，自然增长率1.96‰。")
    assert (one.cue, one.formula) == ("自然增长率", "1.96‰ = 8.50‰ - 6.54‰")
    assert [role for role, _ in one.members] == ["whole", "part", "rest"]


@pytest.mark.parametrize(
    ("structure", "verdicts"),
    [
        ("13.2:38.0:48.8", ["holds", "holds", "holds"]),
        ("13.3:38.0:48.7", ["rounded", "holds", "truncated"]),
        ("13.3:38.0:48.8", ["fails", "holds", "holds"]),
        ("12.9:38.0:49.1", ["fails", "holds", "fails"]),
    ],
    ids=["as-computed", "fitted", "not-a-hundred", "too-far"],
)
def test_a_structure_may_be_fitted_to_a_hundred(structure, verdicts):
    text = GDP.format("312.60", "41.36", "118.80", "152.44") + f"三次产业结构为{structure}。"
    shares = [one for one in identities(text) if one.cue == "三次产业结构"]
    assert [one.verdict for one in shares] == verdicts


def test_of_two_structures_the_last_is_that_of_now():
    text = STRUCTURE.format("16.0:41.0:43.0").replace("结构为", "结构由")
    [*shares] = identities(text.replace("43.0。", "43.0调整为15.0:40.0:45.0。"))
    assert {one.verdict for one in shares} == {"holds"}
    assert shares


VALUES = GDP.format("200.0", "30.0", "80.0", "90.0")
INDUSTRIES = VALUES + "三次产业增加值占生产总值的比重分别为{}%、40.0%和45.0%。"


@pytest.mark.parametrize(("first", "verdict"), [("15.0", "holds"), ("51.0", "fails")])
def test_shares_of_the_industries_in_order(first: str, verdict: str) -> None:
    relations = parse(INDUSTRIES.format(first)).relations
    rates = [one.verdict for one in relations if dict(one.members).get("rate")]
    assert rates == [verdict, "holds", "holds"]
