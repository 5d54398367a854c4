from __future__ import annotations

import pytest

from related import related

YEAR = "青石县2031年工作总结\n\n"
PRODUCT = (
    "地区生产总值160亿元，增长5%。其中，第一产业增加值32亿元，增长3%；第二产业增加值48亿元，增长6%；"
    "第三产业增加值80亿元，增长5%。"
)
SHARES = [
    ("一般公共预算支出36亿元，增长4.8%。民生支出28.8亿元，占一般公共预算支出的{}。", "80%", "88%"),
    ("公共预算收入12亿元，增长4%。其中税收8.4亿元，增长3%，占公共预算收入的{}。", "70%", "77%"),
    (
        "规模以上工业总产值240亿元，增长9%。装备制造业产值84亿元，占规模以上工业总产值的比重为{}。",
        "35%",
        "53%",
    ),
    ("农林牧渔业总产值60亿元。种植业产值33亿元，占农林牧渔业总产值的{}。", "55%", "50%"),
    ("社会消费品零售总额80亿元。城镇零售额56亿元，占社会消费品零售总额的{}。", "70%", "77%"),
    ("常住人口50万人。60岁及以上人口12.5万人，占常住人口的{}。", "25%", "52%"),
    ("耕地面积42万亩，园地6万亩。水浇地29.4万亩，占耕地面积的{}。", "70%", "77%"),
    ("受理信访事项3200件。初次信访事项2400件，占受理信访事项的{}。", "75%", "57%"),
    ("全年受理投诉360件。上半年受理投诉216件，占全年的{}。", "60%", "66%"),
    ("全年事故68起。一季度7起、二季度29起。上半年合计36起，占全年的{}。", "52.9%", "59.2%"),
    (
        "地区生产总值400亿元，增长5%。民营经济增加值260亿元，增长6%；民营经济占GDP的比重为{}。",
        "65%",
        "56%",
    ),
    ("全县外贸进出口额24亿元。出口额18亿元，增长7%，占全县外贸进出口额的{}。", "75%", "57%"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), SHARES)
def test_wholes_told_before(text, right, wrong):
    assert [verdict for _, verdict in related(YEAR + text.format(right), "ratio")] == ["holds"]
    assert [verdict for _, verdict in related(YEAR + text.format(wrong), "ratio")] == ["fails"]


@pytest.mark.parametrize(
    ("shares", "verdicts"),
    [
        (("20%", "30%", "50%"), ["holds", "holds", "holds"]),
        (("20%", "33%", "50%"), ["holds", "fails", "holds"]),
    ],
)
def test_shares_that_name_part_and_whole(shares, verdicts):
    told = (
        "第一产业增加值占地区生产总值的比重为{}，第二产业增加值比重为{}，第三产业增加值比重为{}。"
    )
    found = related(YEAR + PRODUCT + told.format(*shares), "ratio")
    assert sorted(verdict for _, verdict in found) == sorted(verdicts)


@pytest.mark.parametrize(
    "text",
    [
        "一般公共预算支出36亿元。民生支出28.8亿元，占全市一般公共预算支出的8%。",
        "上年一般公共预算支出36亿元。民生支出28.8亿元，占一般公共预算支出的70%。",
        "一般公共预算支出约36亿元。民生支出28.8亿元，占一般公共预算支出的70%。",
        "计划一般公共预算支出36亿元。民生支出28.8亿元，占一般公共预算支出的70%。",
        "企业36家。小微企业28家，占企业的70%。",
        "全省生产总值1600亿元。增加值32亿元，占全市生产总值的20%。",
        "常住人口50万人。老年人口12.5万人，占户籍人口的23%。",
        "受理投诉360件。上半年受理投诉216件，占全部投诉的50%。",
        "耕地面积42万亩。耕地面积38万亩。水浇地29.4万亩，占耕地面积的75%。",
        "公共预算支出36亿元，公共预算支出28亿元。民生支出21亿元，占公共预算支出的60%。",
    ],
)
def test_no_doubtful_misfits(text):
    assert [one for one in related(YEAR + text, "ratio") if one[1] == "fails"] == []


FAR = "受理投诉364件，办结360件。线上咨询190件。多数已回访。涉及餐饮85件、美容47件、文体47件，"


def test_shares_in_order_of_a_whole_told_far_before():
    text = FAR + "分别占投诉总量的23.4%、12.9%、12.9%。"
    shares = [one for one in related(text, "ratio") if "/ 364" in one[0] and "360" not in one[0]]
    assert shares == [
        ("85 / 364 = 23.4%", "holds"),
        ("47 / 364 = 12.9%", "holds"),
        ("47 / 364 = 12.9%", "holds"),
    ]
