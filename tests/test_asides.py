from __future__ import annotations

import pytest

from reportparse.outline import find_sections
from reportparse.view import View


def numbered(text):
    return [section.mark + section.title for section in find_sections(View.of(text))]


LEFT_OUT = {
    "contents that stand again": (
        (
            "沱湾镇工作总结\n目录\n一、工作情况\n（一）普法\n二、下步打算\n"
            "一、工作情况\n（一）普法\n开展宣传。\n二、下步打算\n继续努力。"
        ),
        ["一、工作情况", "（一）普法", "二、下步打算"],
    ),
    "contents with leaders": (
        "目 录\n一、工作情况……1\n二、打算……5\n一、工作情况\n开展宣传。\n二、打算\n努力。",
        ["一、工作情况", "二、打算"],
    ),
    "contents with tabs and without a title": (
        "一、工作情况\t1\n二、下步打算\t5\n一、工作情况\n开展宣传。\n二、下步打算\n继续努力。",
        ["一、工作情况", "二、下步打算"],
    ),
    "rows of a table that lost its lines": (
        "一、食品101.3\n二、衣着99.8\n三、居住100.2\n一、价格\n价格平稳。",
        ["一、价格"],
    ),
    "notes in the paragraph of their title": (
        "一、综合\n全镇产值增长。\n注：1.本文为初步数据。\n2.绝对数按现价计算。\n3.部分数据有舍入。",
        ["一、综合"],
    ),
    "notes below their title": (
        "一、综合\n全镇产值增长。\n注释：\n①本文为初步数据。\n②绝对数按现价计算。",
        ["一、综合"],
    ),
    "footnotes in brackets": (
        "一、综合\n实施“双提升”[1]工程。\n[1]双提升：环境提升、收入提升。\n[2]两区：园区、社区。",
        ["一、综合"],
    ),
    "a glossary with a title": (
        "一、回顾\n工作扎实。\n附件2：名词解释\n1.双提升工程：环境和收入一起提升。\n2.河长：各级负责人管河。",
        ["一、回顾"],
    ),
    "a glossary without a title": (
        (
            "一、回顾\n工作扎实。\n1.“双提升”：是指环境和收入一起提升。\n"
            "2.“两站”：便民站和警务站。\n3.“河长制”。是指各级负责人管河。"
        ),
        ["一、回顾"],
    ),
    "a list of annexes": (
        "一、回顾\n工作扎实。\n附件：1.统计表\n2.整改台账\n沱湾镇人民政府",
        ["一、回顾"],
    ),
}
KEPT = {
    "a list whose entries have colons": (
        "一、目标\n1.总体目标：全镇平安。\n2.具体目标：纠纷下降。\n3.保障目标：队伍稳定。",
        ["一、目标", "1.总体目标", "2.具体目标", "3.保障目标"],
    ),
    "headings that end in figures": (
        "一、建成服务站3\n二、下步打算",
        ["一、建成服务站3", "二、下步打算"],
    ),
    "a list behind notes that do not count on": (
        "一、综合\n注：1.本文为初步数据。\n全镇产值增长。\n1.农业\n2.工业",
        ["一、综合", "1.农业", "2.工业"],
    ),
}
CASES = {**LEFT_OUT, **KEPT}


@pytest.mark.parametrize(("text", "sections"), CASES.values(), ids=CASES)
def test_lists_that_are_no_part_of_the_outline(text, sections):
    assert numbered(text) == sections


def test_an_annex_opens_a_count_of_its_own():
    text = "一、回顾\n二、打算\n附件1：惠民实事\n一、修路\n二、通水\n附件2\n一、名单"
    assert numbered(text) == [
        "一、回顾",
        "二、打算",
        "附件1：惠民实事",
        "一、修路",
        "二、通水",
        "附件2",
        "一、名单",
    ]
    sections = find_sections(View.of(text))
    assert [section.level for section in sections] == [1, 1, 1, 2, 2, 1, 2]
    assert [section.mark for section in sections][2] == ""
