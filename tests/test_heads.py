from __future__ import annotations

import pytest

from claimed import measures_of
from marked import unmark
from reportparse.heads import counted_by
from reportparse.lexicon import load_table

TABLES = ("firm", "person", "place", "said_of")
EXAMPLES = [example for table in TABLES for example in load_table("phrases.toml", table).values()]


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_the_measure_word_counts_is_told_from_what_is_said_of_it(example):
    text, ((start, end),) = unmark(example)
    assert measures_of(f"{text}。")[0] == text[start:end]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("3个部门超标列支接待费6.2万元。", ["部门", "接待费"]),
        ("4家单位账外核算收入105万元。", ["单位", "账外核算收入"]),
        ("23个项目未按期开工。", ["项目"]),
        ("7个村集体经济薄弱。", ["村"]),
        ("49个国控断面水质达标率100%。", ["国控断面", "水质达标率"]),
        ("210家规模养殖场畜禽粪污全部综合利用。", ["规模养殖场"]),
        ("与60所名院320位专家协作共建。", ["名院", "专家"]),
        ("没有一名干部因作风问题受到处理。", ["干部"]),
        ("31个开发区规上工业产值占全市八成。", ["开发区", "规上工业产值"]),
        ("5所学校班额偏大。", ["学校"]),
        ("2600名教师与之结对。", ["教师"]),
        ("12家卫生院煤改气全部完成。", ["卫生院"]),
    ],
)
def test_bodies_people_and_places(text, measures):
    assert measures_of(text) == measures


@pytest.mark.parametrize(
    ("unit", "noun"),
    [
        ("家", "企业孵化园"),
        ("家", "市场监管所"),
        ("名", "企业负责人"),
        ("名", "高层次人才"),
        ("名", "“爱心妈妈”"),
        ("个", "村集体经济发展项目"),
        ("个", "乡镇财政所"),
        ("个", "部门违规问题"),
        ("个", "县经济开发区"),
        ("件", "企业欠薪"),
        ("家", "省级研究院"),
    ],
)
def test_a_whole_name_is_kept(unit, noun):
    assert counted_by(unit, noun) == noun
