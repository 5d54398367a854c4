from __future__ import annotations

import pytest

import reportparse as rp
from marked import unmark
from reportparse.errors import BadIndicators
from reportparse.indicators import GROWTH, Indicators, default
from reportparse.lexicon import load_table

OWN = """
[charging_piles]
zh = "充电桩数"
units = ["个"]
names = ["充电桩"]
modifiers = ["公共"]
actions = ["新建"]
growth = true
"""


def indicators_of(text):
    return [claim.indicator for claim in rp.parse(text).claims]


def read_of(example):
    text, ((start, _),) = unmark(example)
    claims = rp.parse(f"{text}。").claims
    return next(one.indicator for one in claims if one.quantity.numeral.end > start)


EXAMPLES = [(one.id, example) for one in default() for example in one.examples]
OTHERS = [(one.id, example) for one in default() for example in one.others]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_the_figure_has_the_indicator(name, example):
    assert read_of(example) in (name, name + GROWTH)


@pytest.mark.parametrize(("name", "example"), OTHERS)
def test_the_figure_has_another_or_none(name, example):
    assert read_of(example) != name


def test_there_are_enough_and_every_one_has_both_names_and_examples():
    own = [one for one in default() if not one.id.endswith(GROWTH)]
    assert len(own) >= 80
    assert all(one.zh and one.en and one.units and one.examples and one.others for one in own)


@pytest.mark.parametrize("word", load_table("phrases.toml", "of_all"))
def test_a_word_for_the_whole_may_stand_before_a_name(word):
    text, _ = unmark(load_table("phrases.toml", "of_all")[word])
    assert indicators_of(f"{text}。") == ["gdp"]


CLASSES = [
    # a level, its change in per cent, its change in its own unit
    ("地区生产总值20亿元，增长5%，增加1亿元。", ["gdp", "gdp_growth", ""]),
    ("地区生产总值增速6.1%。", ["gdp_growth"]),
    ("财政收入突破3亿元，比上年增加2000万元。", ["fiscal_revenue", ""]),
    ("城镇化率提高到47%，提高0.8个百分点。", ["urban_rate", ""]),
    ("居民消费价格上涨1.8%。", ["consumer_prices"]),
    ("民间投资占全部投资的61%。", [""]),
    # a narrower thing has another name
    ("脱贫县农村居民人均可支配收入增长7%。", [""]),
    ("青枫县农村居民人均可支配收入增长7%。", ["rural_income_growth"]),
    ("城区绿化用水生产总值3亿元。", [""]),
    # the verb tells which
    ("排查矛盾纠纷96件。", ["dispute_screenings"]),
    ("调处矛盾纠纷96件，成功91件。", ["disputes_mediated", "disputes_resolved"]),
    ("新增市场主体430户，市场主体达到2万户。", ["new_market_entities", "market_entities"]),
    ("收到行政复议申请40件，受理36件，审结30件。",
     ["reconsideration_applications", "reconsideration_accepted", "reconsideration_closed"]),
    # what stands near tells which
    ("（一）法治宣传\n发放资料5000份。", ["publicity_materials"]),
    ("（一）消防演练\n发放资料5000份。", [""]),
    ("办理政协提案26件，满意率99%。", ["cppcc_proposals", "proposal_satisfaction"]),
    ("新增科技企业3家、高新技术企业2家。", ["", ""]),
    # parts and every one of a group
    ("共有网格员65名，其中专职13名。", ["grid_workers", ""]),
    ("每个村网格员2名。", [""]),
    ("生产安全事故为零，未发生生产安全事故。", ["accidents"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLASSES, ids=[text for text, _ in CLASSES])
def test_each_figure_has_its_indicator_or_none(text, expected):
    assert indicators_of(text)[-len(expected) :] == expected


def test_a_file_of_ones_own_is_tried_first(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    report = rp.parse("新建公共充电桩120个，增长5%。地区生产总值2亿元。", indicators=path)
    assert [one.indicator for one in report.claims] == [
        "charging_piles", "charging_piles_growth", "gdp",
    ]  # fmt: skip
    assert Indicators.load(path)["charging_piles_growth"].zh == "充电桩数增速"
    assert len(Indicators.load(path)) == len(default()) + 2


BAD = [
    ("[a", "", "Expected"),
    ("a = 1", "a", "not a table"),
    ('[a]\nzh = "甲"\nunits = ["个"]', "names", "missing"),
    ('[a]\nzh = "甲"\nunits = "个"\nnames = ["乙"]', "units", "list"),
    ('[a]\nzh = "甲"\nunits = ["个"]\nnames = ["乙"]\nverb = "x"', "verb", "no such key"),
]


@pytest.mark.parametrize(("text", "key", "why"), BAD, ids=[text for text, *_ in BAD])
def test_what_is_wrong_in_a_file_is_named(tmp_path, text, key, why):
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadIndicators, match=why) as caught:
        Indicators.load(path)
    assert key in caught.value.detail
    assert str(path) in caught.value.message("zh")
