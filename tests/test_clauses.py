from __future__ import annotations

import pytest

from reportparse.clauses import sentence_around, settings
from reportparse.quantity import find_quantities
from reportparse.view import View


def read(text):
    return settings(text, find_quantities(View.of(text)))


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("全年受理，共办结12件案件，满意率高。", "共办结", "案件"),
        ("培训12期。", "培训", ""),
        ("新建12个省、市重点项目。", "新建", "省、市重点项目"),
        ("新建12个村、社区广场。", "新建", "村、社区广场"),
        (
            "完成投资，其中民间投资（不含农户，下同）增长5%。",
            "其中民间投资（不含农户，下同）增长",
            "",
        ),
        ("完成投资（不含农户，下同），民间投资增长5%。", "民间投资增长", ""),
    ],
    ids=["clause", "end", "levels", "villages", "remark", "remark before"],
)
def test_words_beside_a_figure(text, before, after):
    (setting,) = read(text)
    assert (setting.before, setting.after) == (before, after)


def test_a_list_is_parted_at_its_marks():
    first, second, third = read("发放手册90份、折页80份，70份。")
    assert [first.before, second.before, third.before] == ["发放手册", "折页", ""]
    assert [first.follows, second.follows, third.follows] == [False, True, True]
    assert [first.listed, second.listed, third.listed] == [False, False, True]


def test_words_between_two_figures_may_belong_to_either():
    first, second = read("9家银行向80家企业授信。")
    assert (first.after, second.before, second.shares) == ("银行向", "银行向", True)


def test_a_paragraph_opens_with_its_first_figure():
    assert [setting.opens for setting in read("培训3期。检查4次。\n宣讲5场。")] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("规模以上工业（收入2000万元以上，下同）增加值增长5%。", "规模以上工业增加值增长"),
        ("全年完成培训，养老保险（含职工3万人）参保5万人。", "养老保险参保"),
        ("新增学生3万人（其中女生1万人）增长5%。", "）增长"),
        ("检查企业（含个体户3家），整改5处。", "整改"),
    ],
)
def test_a_clause_goes_on_behind_a_bracket_with_figures(text, before):
    assert read(text)[-1].before == before


def test_what_was_said_earlier_is_kept():
    _, second = read("检查4次，深入企业，宣讲5场。")
    assert second.earlier == "，深入企业，"


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [("去年三次。今年五次。", 7, (5, 10)), ("一行\n今年五次", 5, (3, 7)), ("五次", 0, (0, 2))],
)
def test_sentences(text, at, found):
    assert sentence_around(text, at, 0, at) == found
