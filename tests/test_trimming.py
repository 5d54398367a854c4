from __future__ import annotations

import pytest

from reportparse.trimming import (
    cut_reference,
    strip_lead,
    strip_tail,
    tidy,
    without_remarks,
    without_times,
)

TIMES = [
    ("2023年办件量", "办件量"),
    ("截至6月底在建项目", "在建项目"),
    ("上半年办件量", "办件量"),
    ("“十四五”期间投资", "投资"),
    ("五年来新建道路", "新建道路"),
    ("窗口全年办件量", "窗口办件量"),
    ("2019—2022年投资", "投资"),
]
NO_TIMES = ["月季花", "目标任务", "年均增长", "五年级学生", "期刊"]


@pytest.mark.parametrize(("words", "bare"), TIMES)
def test_times_are_taken_out(words, bare):
    assert without_times(words) == bare


@pytest.mark.parametrize("words", NO_TIMES)
def test_what_only_looks_like_a_time_stays(words):
    assert without_times(words) == words


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("各村（社区）顾问", "各村顾问"),
        ("补点（", "补点"),
        ("调解员（其中专职", "其中专职"),
        ("总产值按可比价计算增长", "总产值增长"),
    ],
)
def test_remarks_are_taken_out(words, bare):
    assert without_remarks(words) == bare


REFERENCES = [
    ("新能源产值占工业总产值的", "新能源产值"),
    ("信访量比上年同期下降", "信访量"),
    ("增速高于全省平均水平", "增速"),
    ("收入是2019年的", "收入"),
    ("综合指数居全省", "综合指数"),
    ("财政收入完成年度预算的", "财政收入"),
    ("标准由每人每月560元提高到", "标准"),
]
NO_REFERENCES = ["绿地占比", "对比试验", "较大隐患", "占地", "违法行为", "同比", "优良天数比例"]


@pytest.mark.parametrize(("words", "left"), REFERENCES)
def test_what_a_figure_is_compared_with_is_cut_off(words, left):
    assert cut_reference(words)[0] == left


@pytest.mark.parametrize("words", NO_REFERENCES)
def test_what_only_looks_like_a_comparison_stays(words):
    assert cut_reference(words) == (words, "")


@pytest.mark.parametrize(
    ("words", "left", "nearest"),
    [
        ("参保率稳定在", "参保率", "稳定在"),
        ("收入预计达到", "收入", "预计达到"),
        ("违法行为", "违法行为", ""),
        ("宣传册共计约", "宣传册", "约"),
    ],
)
def test_words_before_a_figure_are_taken_off(words, left, nearest):
    assert strip_tail(words) == (left, nearest)


@pytest.mark.parametrize(
    ("words", "bare"),
    [("其中全镇各类企业", "企业"), ("有机肥", "有机肥"), ("使用面积", "使用面积")],
)
def test_words_that_open_a_clause_are_taken_off(words, bare):
    assert strip_lead(words) == bare


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("“法律明白人”", "法律明白人"),
        ("手册、折页等资料", "资料"),
        ("卫生、消防等领域案件", "案件"),
        ("高等院校", "高等院校"),
        ("“新三样”产品", "“新三样”产品"),
        ("法律明白人”", "法律明白人"),
        ("空气质量综合指数4.463", "空气质量综合指数"),
        ("法治指数0.92、", "法治指数"),
        ("国道107", "国道107"),
    ],
)
def test_a_noun_is_freed_of_what_stands_around_it(words, noun):
    assert tidy(words) == noun
