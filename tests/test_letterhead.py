from __future__ import annotations

import pytest

from reportparse.letterhead import plain, read_letterhead, title_of

TEXT = "2023年，全镇上下扎实推进各项工作，社会大局保持和谐稳定。"

TITLES = {
    "one line": ("石岭镇2023年工作总结", "石岭镇2023年工作总结"),
    "spaces": ("石岭镇 2023 年工作总结", "石岭镇2023年工作总结"),
    "letters apart": ("政 府 工 作 报 告", "政府工作报告"),
    "Markdown": ("# **石岭镇2023年工作总结**", "石岭镇2023年工作总结"),
    "two lines": ("石岭镇人民政府\n关于普法情况的报告", "石岭镇人民政府关于普法情况的报告"),
    "what is sent on": (
        "石岭镇人民政府关于印发\n《石岭镇2023年工作总结》的通知",
        "石岭镇人民政府关于印发《石岭镇2023年工作总结》的通知",
    ),
    "three lines": (
        "岚口市石岭镇人民政府\n2023年度\n法治政府建设情况报告",
        "岚口市石岭镇人民政府2023年度法治政府建设情况报告",
    ),
    "going on": ("石岭镇2023年工作总结\n和2024年工作打算", "石岭镇2023年工作总结和2024年工作打算"),
    "a version": ("石岭镇2023年工作总结（送审稿）", "石岭镇2023年工作总结"),
    "a footnote": ("石岭镇2023年统计公报[1]", "石岭镇2023年统计公报"),
    "a subtitle": ("鹿泽县政府工作报告——在县人民代表大会上", "鹿泽县政府工作报告"),
    "below a crumb": ("工作报告\n鹿泽县2024年政府工作报告", "鹿泽县2024年政府工作报告"),
    "below a red head": ("石岭镇人民政府文件\n石岭镇2023年工作总结", "石岭镇2023年工作总结"),
    "none": ("2023年3月1日在鹿泽县第十届人民代表大会上", None),
}  # fmt: skip


@pytest.mark.parametrize(("head", "title"), TITLES.values(), ids=TITLES)
def test_titles(head, title):
    letterhead = read_letterhead(f"{head}\n{TEXT}")
    assert (letterhead.title and letterhead.title.text) == title
    assert letterhead.body == len(head) + 1


ADDRESSEES = {
    "an office": ("县人民政府：", "县人民政府"),
    "a long office": ("鹿泽县委全面依法治县委员会办公室：", "鹿泽县委全面依法治县委员会办公室"),
    "half-width": ("县司法局:", "县司法局"),
    "all": ("各村、各科室：", "各村、各科室"),
    "a congress": ("各位代表：", "各位代表"),
    "comrades": ("各位代表、同志们：", "各位代表、同志们"),
    "a label": ("搜索热词：", None),
    "none": ("2024年1月5日", None),
}


@pytest.mark.parametrize(("line", "addressee"), ADDRESSEES.values(), ids=ADDRESSEES)
def test_addressees(line, addressee):
    found = read_letterhead(f"石岭镇2023年工作总结\n{line}\n{TEXT}").addressee
    assert (found and found.text) == addressee


NUMBERS = {
    "a line": ("石府发〔2024〕7号", "石府发〔2024〕7号"),
    "square brackets": ("石府发[2024]7号", "石府发[2024]7号"),
    "spaces": ("石府发 〔2024〕 7 号", "石府发〔2024〕7号"),
    "a signer": ("石府发〔2024〕7号　　签发人：某某", "石府发〔2024〕7号"),
    "a label": ("文号：石府发〔2024〕7号", "石府发〔2024〕7号"),
    "cited": ("按照《通知》（石府发〔2024〕7号）要求，全镇扎实推进各项工作。", None),
}


@pytest.mark.parametrize(("line", "number"), NUMBERS.values(), ids=NUMBERS)
def test_document_numbers(line, number):
    found = read_letterhead(f"石岭镇2023年工作总结\n{line}\n{TEXT}").number
    assert (found and found.text) == number


DATED = {
    "below the title": ("（2024年1月15日）", "2024年1月15日"),
    "in a congress": ("——2024年1月6日在石岭镇第十届人民代表大会第四次会议上", "2024年1月6日"),
    "in Chinese": ("（二〇二四年一月十五日）", "二〇二四年一月十五日"),
    "a web page's": ("时间：2024-03-30", None),
}


@pytest.mark.parametrize(("line", "day"), DATED.values(), ids=DATED)
def test_days_below_the_title(line, day):
    found = read_letterhead(f"石岭镇2023年工作总结\n{line}\n{TEXT}").dated
    assert (found and found["date"]) == day


def test_offices_below_the_title():
    head = read_letterhead(f"鹿泽县2023年统计公报\n鹿泽县统计局\n国家统计局鹿泽调查队\n{TEXT}")
    assert [office.text for office in head.offices] == ["鹿泽县统计局", "国家统计局鹿泽调查队"]


def test_labelled_lines():
    head = read_letterhead(f"发文机关：石岭镇人民政府\n石岭镇2023年工作总结\n{TEXT}")
    assert [(label, part.text) for label, part in head.labelled] == [
        ("发文机关", "石岭镇人民政府")
    ]


def test_what_a_page_says_before_a_speech_is_no_text():
    text = (
        "鹿泽县2024年政府工作报告\n内容摘要：\n2024年1月6日，县长作了报告，全文较长，这里只列要点。\n"
        "2024年1月6日在鹿泽县第十届人民代表大会第四次会议上\n各位代表：\n现在，我代表县人民政府报告工作。"
    )
    head = read_letterhead(text)
    assert text[head.body :].startswith("现在")
    assert head.dated is not None


@pytest.mark.parametrize("text", ["", "\n", "一", "报告", "：", "各位代表：", "\n" * 99])
def test_any_text_has_a_letterhead(text):
    assert read_letterhead(text).body <= len(text)


def test_cleaning_of_titles():
    assert plain(" 石岭镇 2023 年 *工作* 总结 ") == "石岭镇2023年工作总结"
    assert title_of("石岭镇2023年工作总结——在镇人大会上") == "石岭镇2023年工作总结"
