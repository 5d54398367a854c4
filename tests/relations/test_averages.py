from __future__ import annotations

import pytest

from fired import fired
from related import related

AVERAGES = [
    ("发放补贴120万元，惠及农户600户，户均{}。", "2000元", "3000元"),
    ("投入资金360万元，受益村12个，村均{}。", "30万元", "35万元"),
    ("发放救助金90万元，惠及困难群众450人，人均{}。", "2000元", "2500元"),
    ("帮扶脱贫户615户，增收172.2万元，户均增收{}。", "2800元", "8200元"),
    ("聘用保洁员39名，13个行政村平均每村{}。", "3名", "4名"),
    ("13个行政村聘用保洁员39名，平均每村{}。", "3名", "4名"),
    ("22名法官审结案件6215件，人均结案{}。", "282.5件", "285.2件"),
    ("处罚案件874件，罚款2365万元，件均{}。", "2.7万元", "7.2万元"),
    ("处罚案件120起，罚款960万元，案均{}。", "8万元", "6万元"),
    ("服务企业40家，减免税费200万元，企均{}。", "5万元", "15万元"),
    ("总建筑面积36万平方米，安置住户3000户，户均{}。", "120平方米", "102平方米"),
    ("发放助学金40人、20万元，人均{}。", "5000元", "6000元"),
    ("流转土地3000亩，支付租金240万元，亩均{}。", "800元", "900元"),
    ("培训班12场，参训600人次，场均{}。", "50人次", "55人次"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), AVERAGES)
def test_averages(text, right, wrong):
    assert [verdict for _, verdict in related(text.format(right), "balance")] == ["holds"]
    assert [verdict for _, verdict in related(text.format(wrong), "balance")] == ["fails"]
    assert len(fired("TOT109", text.format(wrong))) == 1
    assert fired("TOT108", text.format(wrong)) == []


def test_a_total_of_the_sentence_before():
    text = "审结案件6215件，结案率95.9%。22名法官人均结案282.5件。"
    assert related(text, "balance") == [("6215 / 22 = 282.5", "holds")]


@pytest.mark.parametrize(
    "text",
    [
        "发放补贴120万元，惠及农户600户，户均增收3000元。",
        "发放补贴约120万元，惠及农户600户，户均3000元。",
        "发放补贴120万元、贷款80万元，惠及农户600户，户均3000元。",
        "发放补贴120万元，惠及农户600户，村均3000元。",
        "审结案件6215件，结案率95.9%。22名法官人均结案252.5件。",
        "全县城镇居民人均可支配收入3.2万元，增长5%。",
        "农户600户户均增收2800元，支出增加20万元。",
        "13个行政村聘用保洁员39名，每村5名。",
    ],
)
def test_no_doubtful_misfits(text):
    assert [one for one in related(text, "balance") if one[1] == "fails"] == []
