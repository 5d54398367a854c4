from __future__ import annotations

import pytest

from claimed import claims_of
from reportparse.actors import actor_in

ACTORS = [
    ("2023年以来，我镇共开展学习活动", "我镇"),
    ("青枫镇积极开展宣传", "青枫镇"),
    ("镇党委、政府召开会议", "镇党委、政府"),
    ("县司法局组织培训", "县司法局"),
    ("我镇开展宣传，镇派出所深入企业", "镇派出所"),
    ("各村共培训", "各村"),
    ("白石县人民政府先后召开", "白石县人民政府"),
    ("全年，综治中心受理", "综治中心"),
    ("，市公安局破获", "市公安局"),
    ("村党支部组织", "村党支部"),
    ("一是司法所调解", "司法所"),
    ("青枫乡人民调解委员会调解", ""),
]
NO_ACTORS = [
    "全年共开展学习活动",
    "老旧小区共改造",
    "城镇新增就业",
    "完善布局，新建",
    "在全镇开展",
    "实施农村厕所改造",
    "超额完成了市政府下达的任务，改造",
    "探索党支部领办合作社",
    "支持基层化债，地方政府融资平台压降",
    "中小微企业政府采购",
    "以北关镇、南关镇为重点",
    "全州县以上环保机构",
    "全市城镇新增就业",
    "脱贫县新增",
    "实现良好开局，新建",
]


@pytest.mark.parametrize(("words", "actor"), ACTORS)
def test_actors(words, actor):
    assert actor_in(words) == actor


@pytest.mark.parametrize("words", NO_ACTORS)
def test_no_actors(words):
    assert actor_in(words) == ""


def test_a_place_goes_on_acting_under_one_heading():
    text = "一、普法\n一是我镇共培训9期。二是检查8次。\n二、维稳\n化解纠纷7件。"
    assert [claim.actor for claim in claims_of(text)] == ["我镇", "我镇", ""]


def test_an_office_acts_in_its_own_item_only():
    text = "一、普法\n一是镇派出所共培训9期。检查6次。二是检查8次。"
    assert [claim.actor for claim in claims_of(text)] == ["镇派出所", "镇派出所", ""]


def test_nobody_does_what_is_only_measured():
    text = "我镇共培训9期。财政收入3亿元，增长5%。新建公路9公里。"
    assert [claim.actor for claim in claims_of(text)] == ["我镇", "", "", "我镇"]
