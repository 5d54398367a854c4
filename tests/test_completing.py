from __future__ import annotations

import pytest

from claimed import measures_of

COMPLETED = [
    ("排查隐患230处，整改率98%。", "隐患整改率"),
    ("受理信访事项88件，按期办结率100%。", "信访事项按期办结率"),
    ("收到意见46条，采纳率85%。", "意见采纳率"),
    ("调解纠纷312件，成功率97.8%。", "调解成功率"),
    ("成功化解积案21件，成功率95%。", "化解成功率"),
    ("监测断面12个，达标率100%。", "断面达标率"),
    ("一般程序案件30件，占比25%。", "一般程序案件占比"),
    ("年末生猪存栏3.2万头、出栏1.8万头。", "生猪出栏"),
    ("登记合格率100%。", "登记合格率"),
    ("行政案件中，负责人出庭78件，出庭应诉率97%。", "负责人出庭应诉率"),
    ("生产总值80亿元，其中第一产业12亿元。", "第一产业增加值"),
    ("第二产业完成17亿元，增长9%。", "第二产业增加值"),
    ("粮食播种面积30万亩，其中夏粮播种面积9万亩，总产量3万吨。", "夏粮总产量"),
]
LEFT = [
    # it names its thing itself
    ("办结案件20件，群众满意率98%。", "群众满意率"),
    ("出生人口3000人，出生率7.2‰。", "出生率"),
    # told of both
    ("收到建议20件、提案18件，办结率100%。", "办结率"),
    # nothing before
    ("整改率98%。", "整改率"),
    ("出栏1.8万头。", "出栏"),
    ("以调解方式结案168件，调撤率45%。", "调撤率"),
    ("固定资产投资增长8%，其中第一产业增长5%。", "第一产业固定资产投资"),
    # no verb: who is satisfied is not the thing counted
    ("培训职工300人次，满意率98%。", "满意率"),
]


@pytest.mark.parametrize(("text", "measure"), COMPLETED, ids=[text for text, _ in COMPLETED])
def test_the_figure_before_names_the_thing(text, measure):
    assert measures_of(text)[-1] == measure


@pytest.mark.parametrize(("text", "measure"), LEFT, ids=[text for text, _ in LEFT])
def test_a_name_that_is_whole_stays(text, measure):
    assert measures_of(text)[-1] == measure
