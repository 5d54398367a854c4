from __future__ import annotations

import pytest

from claimed import measures_of
from reportparse.lexicon import load_table
from reportparse.lists import members

MEMBERS = [
    ("农业、工业增加值", 2, ("农业增加值", "工业增加值")),
    ("收入、支出", 2, ("收入", "支出")),
    ("小麦、玉米和大豆产量", 3, ("小麦产量", "玉米产量", "大豆产量")),
    ("城乡居民收入", 2, ("城镇居民收入", "农村居民收入")),
    ("第一、第二、第三产业增加值", 3, ("第一产业增加值", "第二产业增加值", "第三产业增加值")),
    (
        "家电和音像器材类、体育用品类和书报类",
        3,
        ("家电和音像器材类", "体育用品类", "书报类"),
    ),
    ("种植与养殖业、农产品加工业", 2, ("种植与养殖业", "农产品加工业")),
    ("生产、生活和生态用水量", 3, ("生产用水量", "生活用水量", "生态用水量")),
    ("城镇、农村居民收入增速", 2, ("城镇居民收入增速", "农村居民收入增速")),
    ("纺织、化工两大产业", 2, ("纺织", "化工")),
    ("办结率", 2, ("办结率", "办结率")),
    ("", 2, ()),
]


@pytest.mark.parametrize(("subject", "size", "names"), MEMBERS)
def test_members_of_a_list(subject, size, names):
    assert members(subject, size) == names


@pytest.mark.parametrize("head", load_table("phrases.toml", "rate_head"))
def test_the_last_head_is_shared(head):
    assert members(f"甲、乙{head}", 2) == (f"甲{head}", f"乙{head}")


@pytest.mark.parametrize(("word", "example"), load_table("phrases.toml", "counterpart").items())
def test_what_stands_behind_the_last_counterpart_is_shared(word, example):
    text = example.replace("«", "").replace("»", "")
    first, last = members(text, 2)
    assert first.startswith(word)
    assert first != word
    assert last == text.split("、")[1]
    assert last.endswith(first.removeprefix(word))


SENTENCES = [
    ("收入、支出分别增长6%和7.5%。", ["收入", "支出"]),
    (
        "城镇和农村居民人均可支配收入分别达到3万元、2万元。",
        ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
    ),
    (
        "接待游客90万人次，实现旅游收入4亿元，分别增长8%、9%。",
        ["游客", "旅游收入", "游客", "旅游收入"],
    ),
    ("存款、贷款余额分别达90亿元、50亿元，分别增长8%、9%。", ["存款余额", "贷款余额"] * 2),
    ("纺织、化工分别实现产值8亿元、2亿元。", ["纺织产值", "化工产值"]),
    ("医保、养老参保率依次为96%、99%。", ["医保参保率", "养老参保率"]),
    ("医保、养老参保率分别达96%、99%。", ["医保参保率", "养老参保率"]),
    ("新建食堂、驿站9个、36个。", ["食堂", "驿站"]),
    ("新增食堂、驿站9个和36个，累计分别达到30个、81个。", ["食堂", "驿站"] * 2),
    ("召开党委会议、政府会议12次、10次。", ["党委会议", "政府会议"]),
    ("走访企业9家、36次。", ["企业", "企业"]),
    ("外资12亿美元、约合86亿元人民币。", ["外资", "外资"]),
    ("企业、个体户分别达60家、25家，比2016年分别增加13家、4家。", ["企业", "个体户"] * 2),
]


@pytest.mark.parametrize(("text", "measures"), SENTENCES)
def test_each_figure_gets_its_noun(text, measures):
    assert measures_of(text) == measures
