from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.cleaning import clean
from reportparse.outline import find_sections, section_at
from reportparse.reading import read_document
from reportparse.span import Span
from reportparse.view import View


def drawn(text):
    """Draw the tree, one section a line."""
    sections = find_sections(View.of(text))
    return [f"{'  ' * (section.level - 1)}{section.mark}{section.title}" for section in sections]


PROSE = "全镇上下扎实推进各项重点工作，社会大局总体保持和谐稳定，群众的安全感明显提升。"
#: By the numbers of the hard cases that were listed before the outline was written.
TRAPS = {
    "49 a heading runs on into its text": (
        "（一）强化领导。一是健全机构；成立专班。\n（二）强化宣传。开展活动。",
        ["（一）强化领导", "（二）强化宣传"],
    ),
    "50 two levels in one line": (
        "一、2023年情况（一）强化领导。召开会议。\n（二）强化宣传。\n二、存在问题",
        ["一、2023年情况", "  （一）强化领导", "  （二）强化宣传", "二、存在问题"],
    ),
    "51 a year behind a number": (
        "1．2023年工作\n2．2024年打算",
        ["1．2023年工作", "2．2024年打算"],
    ),
    "52 figures at the start of lines": (
        "一、情况\n{0}\n3.5万元用于修路。\n12.6%的农户受益。\n1.1万人次参加。\n二、打算",
        ["一、情况", "二、打算"],
    ),
    "53 a figure behind a broken line": (
        "一、情况\n开展检查\n300余次。\n二、打算", ["一、情况", "二、打算"],
    ),
    "54 lists of numerals": ("一、二、三产业协调发展。\n一、二年级开学。\n七、八月份多雨。", []),
    "55 a mark that a numeral follows": (
        "一、农业\n二、三产业并进\n三、三大攻坚战\n四、四个方面的保障",
        ["一、农业", "二、三产业并进", "三、三大攻坚战", "四、四个方面的保障"],
    ),
    "56 二是 behind 一、": ("一、二是难点。\n二、打算", ["一、二是难点", "二、打算"]),
    "57 ordinals": ("第一书记到岗。\n第一责任人履职。\n第三方评估。", []),
    "58 an article and a line of that number": (
        "第一条 本镇制定本办法。\n第二条 本办法适用于全镇。\n第三条线路开通。\n{0}{0}",
        ["第一条本镇制定本办法", "第二条本办法适用于全镇"],
    ),
    "58 articles across chapters": (
        "第一章总则\n第一条为规范管理。\n第二章职责\n第二条镇政府负责。",
        ["第一章总则", "  第一条为规范管理", "第二章职责", "  第二条镇政府负责"],
    ),
    "59 dates as names": (
        "一、宣传\n{0}\n4.15全民国家安全教育日活动。\n12.4国家宪法日活动。\n二、打算",
        ["一、宣传", "二、打算"],
    ),
    "60 a gap": ("（一）甲\n（二）乙\n（四）丁", ["（一）甲", "（二）乙", "（四）丁"]),
    "61 a repeat": ("一、甲\n二、乙\n二、丙\n三、丁", ["一、甲", "二、乙", "二、丙", "三、丁"]),
    "62 an annex begins anew": (
        "一、甲\n{0}\n附件1：任务表\n一、丙\n二、丁",
        ["一、甲", "附件1：任务表", "  一、丙", "  二、丁"],
    ),
    "63 a table of contents": (
        "目录\n一、情况……1\n二、打算……5\n一、情况\n{0}\n二、打算\n{0}", ["一、情况", "二、打算"],
    ),
    "63 contents without leaders": (
        "目录\n一、情况\n二、打算\n一、情况\n{0}\n二、打算\n{0}", ["一、情况", "二、打算"],
    ),
    "64 words that begin like items": (
        "做到一是一、二是二。不是重复，但是坚持。三是否定了旧办法。",
        [],
    ),
    "65 一是 alone": ("存在短板：一是人手不足。其他方面较好。", []),
    "66 items in sentences, then in clauses": (
        "一、甲\n一是建制度。二是强保障。\n二、乙\n一是建制度；二是强保障。",
        ["一、甲", "  一是建制度", "  二是强保障", "二、乙", "  一是", "  二是强保障"],
    ),
    "66 items over paragraphs": (
        "（一）甲\n一是建制度。\n{0}\n二是强保障。\n{0}\n（二）乙\n一是进村。\n二是进校。",
        ["（一）甲", "  一是建制度", "  二是强保障", "（二）乙", "  一是进村", "  二是进校"],
    ),
    "66 other items": (
        "一要抓产业。二要抓民生。\n首先，抓领导。其次，抓责任。最后，抓落实。",
        ["一要抓产业", "二要抓民生", "首先，抓领导", "其次，抓责任", "最后，抓落实"],
    ),
    "a report in one line": (
        (
            "一、情况（一）强化领导。召开会议3次。（二）强化宣传。二、问题。一是人手少。二是经费紧。"
            "三、打算。继续努力。"
        ),
        [
            "一、情况", "  （一）强化领导", "  （二）强化宣传", "二、问题", "  一是人手少",
            "  二是经费紧", "三、打算",
        ],
    ),
    "parts": (
        "第一部分 回顾\n一、农业\n二、工业\n第二部分 安排\n一、农业",
        ["第一部分回顾", "  一、农业", "  二、工业", "第二部分安排", "  一、农业"],
    ),
    "footnotes": (
        "一、甲\n{0}[1]\n二、乙\n[1]河长制：指一种做法。\n[2]网格：指一种做法。",
        ["一、甲", "二、乙"],
    ),
    "notes in circles": (
        "一、甲\n{0}①\n二、乙\n{0}②\n①指一种做法。\n②指另一种。",
        ["一、甲", "二、乙"],
    ),
    "dashes and bullets": (
        "一、甲\n●修路9公里\n——建站2座\n——建网1张\n二、乙",
        ["一、甲", "二、乙"],
    ),
    "no （一）": (
        "一、甲\n1.修路。\n2.通水。\n二、乙\n1.建站。",
        ["一、甲", "  1.修路", "  2.通水", "二、乙", "  1.建站"],
    ),
    "a list of annexes": ("一、甲\n{0}\n附件：1.统计表\n2.名单\n3.图\n", ["一、甲"]),
    "brackets mixed": ("(一）甲\n（二)乙\n(三)丙", ["(一）甲", "（二)乙", "(三)丙"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "tree"), TRAPS.values(), ids=TRAPS)
def test_traps(text, tree):
    assert drawn(text.format(PROSE)) == tree


PARTS = {
    "titles without number above 一、": (
        "{0}\n2022年工作回顾\n{0}\n2023年主要任务\n一、抓产业\n{0}\n二、抓民生\n{0}",
        ["2022年工作回顾", "2023年主要任务", "  一、抓产业", "  二、抓民生"],
    ),
    "two times in a title": (
        "{0}\n“十三五”时期发展成就和2020年工作回顾\n{0}\n“十四五”时期主要目标和2021年重点工作\n一、抓产业\n{0}",
        [
            "“十三五”时期发展成就和2020年工作回顾",
            "“十四五”时期主要目标和2021年重点工作",
            "  一、抓产业",
        ],
    ),
    "titles below 一、": (
        "一、2022年情况\n{0}\n主要成效\n{0}\n存在的问题\n{0}\n二、2023年打算\n{0}",
        ["一、2022年情况", "二、2023年打算"],
    ),
    "a list that goes on across a title": (
        "{0}\n2022年工作回顾\n{0}\n一、抓产业\n{0}\n2023年主要任务\n{0}\n二、抓民生\n{0}",
        ["一、抓产业", "二、抓民生"],
    ),
    "one title alone": ("{0}\n2022年工作回顾\n{0}\n一、抓产业\n{0}", ["一、抓产业"]),
    "titles without a time": (
        "{0}\n工作情况\n{0}\n存在问题\n{0}\n一、抓产业\n{0}\n二、抓民生\n{0}",
        ["一、抓产业", "二、抓民生"],
    ),
    "an annex with its title below it": (
        "一、抓产业\n{0}\n附件1\n2023年民生实事\n1.修路。\n2.通水。\n附件2：任务分工\n1.甲。\n2.乙。",
        [
            "一、抓产业", "附件1 2023年民生实事", "  1.修路", "  2.通水",
            "附件2：任务分工", "  1.甲", "  2.乙",
        ],
    ),
    "an annex without a title": (
        "一、抓产业\n{0}\n附件1\n1.修路。\n2.通水。",
        ["一、抓产业", "附件1", "  1.修路", "  2.通水"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "tree"), PARTS.values(), ids=PARTS)
def test_parts_without_number_and_annexes(text, tree):
    assert drawn(text.format(PROSE)) == tree


TREES = {
    "three levels": (
        "一、工作情况\n（一）普法\n1.进村\n2.进校\n（二）调解\n二、下步打算",
        [
            "一、工作情况",
            "  （一）普法",
            "    1.进村",
            "    2.进校",
            "  （二）调解",
            "二、下步打算",
        ],
    ),
    "1. right under 一、": (
        "一、工作情况\n1.进村\n（1）发单\n（2）讲课\n2.进校\n二、下步打算",
        ["一、工作情况", "  1.进村", "    （1）发单", "    （2）讲课", "  2.进校", "二、下步打算"],
    ),
    "（一） below 1.": (
        "1.进村\n（一）发单\n（二）讲课\n2.进校\n（一）发单\n3.进企",
        ["1.进村", "  （一）发单", "  （二）讲课", "2.进校", "  （一）发单", "3.进企"],
    ),
    "（1） below 一是": (
        "一、工作情况\n一是修路。完成：（1）北环（2）南环。\n二是通水。完成：（1）东站（2）西站。\n三是通网。",
        [
            "一、工作情况",
            "  一是修路",
            "    （1）北环",
            "    （2）南环",
            "  二是通水",
            "    （1）东站",
            "    （2）西站",
            "  三是通网",
        ],
    ),
    "一是 below （1）": (
        "一、工作情况\n（1）修路。一是北环。二是南环。\n（2）通水。一是东站。二是西站。",
        [
            "一、工作情况",
            "  （1）修路",
            "    一是北环",
            "    二是南环",
            "  （2）通水",
            "    一是东站",
            "    二是西站",
        ],
    ),
    "一是 below 第一，": (
        "第一，修路。一是北环。二是南环。\n第二，通水。一是东站。二是西站。",
        ["第一，修路", "  一是北环", "  二是南环", "第二，通水", "  一是东站", "  二是西站"],
    ),
    "a list in an item of the same kind": (
        "一是修路。\n二是通水，一是东站，二是西站。\n三是通网。",
        ["一是修路", "二是", "  一是", "  二是西站", "三是通网"],
    ),
    "parts over headings": (
        "第一部分 工作情况\n一、普法\n二、调解\n第二部分 下步打算\n一、普法",
        ["第一部分工作情况", "  一、普法", "  二、调解", "第二部分下步打算", "  一、普法"],
    ),
    "chapters and articles": (
        (
            "第一章 总则\n第一条 为规范管理，制定本办法。\n第二条 适用范围如下：\n"
            "（一）镇区；\n（二）村庄。\n第二章 职责\n第三条 镇政府负责实施。"
        ),
        [
            "第一章总则",
            "  第一条为规范管理，制定本办法",
            "  第二条适用范围如下",
            "    （一）镇区",
            "    （二）村庄",
            "第二章职责",
            "  第三条镇政府负责实施",
        ],
    ),
    "two levels on one line": (
        "一、2023年工作情况（一）加强领导。召开会议。\n（二）加强普法。开展宣讲。",
        ["一、2023年工作情况", "  （一）加强领导", "  （二）加强普法"],
    ),
    "items before （一）": (
        "一、工作情况\n总体有力：一是实。二是细。\n（一）普法\n（二）调解",
        ["一、工作情况", "  一是实", "  二是细", "  （一）普法", "  （二）调解"],
    ),
    "a second list in the next paragraph": (
        "第一，修路。第二，通水。\n不足：一是慢。二是少。",
        ["第一，修路", "第二，通水", "一是慢", "二是少"],
    ),
    "gaps and repeats": (
        "一、甲\n（一）子\n（三）丑\n二、乙\n二、丙",
        ["一、甲", "  （一）子", "  （三）丑", "二、乙", "二、丙"],
    ),
    "Markdown": ("## 一、甲\n### （一）子\n## 二、乙", ["一、甲", "  （一）子", "二、乙"]),
}


@pytest.mark.parametrize(("text", "tree"), TREES.values(), ids=TREES)
def test_trees(text, tree):
    assert drawn(text) == tree


TITLES = [
    ("（一）加强领导，压实责任。召开会议3次。", "加强领导，压实责任"),
    ("（一）加强领导：召开会议3次", "加强领导"),
    ("一、存在的主要问题", "存在的主要问题"),
    ("一、主要做法：", "主要做法"),
    ("一、综 合", "综合"),
    ("（一） 加强领导 ", "加强领导"),
    ("(一)强化依法治理,构建大格局。全镇平安。", "强化依法治理,构建大格局"),
    (
        "1.各村要按照属地管理、分级负责的原则，把隐患排查整治的任务逐条逐项地分解落实到岗位和具体的责任人员并按月通报",
        "各村要按照属地管理、分级负责的原则",
    ),
    ("1.", ""),
]


@pytest.mark.parametrize(("text", "title"), TITLES, ids=[title for _, title in TITLES])
def test_titles(text, title):
    assert [section.title for section in find_sections(View.of(text))] == [title]


ITEM_TITLES = [
    ("一是加快信息化。建成平台。二是加强培训。", ["加快信息化", "加强培训"]),
    ("一是干部少，力量弱；二是经费紧。", ["", "经费紧"]),
]


@pytest.mark.parametrize(("text", "titles"), ITEM_TITLES, ids=["sentences", "clauses"])
def test_titles_of_items(text, titles):
    assert [section.title for section in find_sections(View.of(text))] == titles


TEXT = (
    "石岭镇2023年工作总结\n一、工作情况\n全镇平安。\n（一）普法。一是进村3次。二是进校。\n另开展宣讲。\n"
    "（二）调解。调处纠纷8件。\n二、下步打算\n继续努力。\n石岭镇人民政府\n2024年1月5日"
)


def path_at(words):
    section = section_at(find_sections(View.of(TEXT)), TEXT.index(words))
    return section and section.path


PLACES = [
    ("石岭镇2023年", None),
    ("全镇平安", "一、工作情况"),
    ("进村3次", "一、工作情况 / （一）普法 / 一是进村3次"),
    ("二是进校", "一、工作情况 / （一）普法 / 二是进校"),
    ("另开展宣讲", "一、工作情况 / （一）普法"),
    ("8件", "一、工作情况 / （二）调解"),
    ("继续努力", "二、下步打算"),
    ("石岭镇人民政府", None),
    ("2024年1月5日", None),
]


@pytest.mark.parametrize(("words", "path"), PLACES, ids=[words for words, _ in PLACES])
def test_the_section_of_a_place(words, path):
    assert path_at(words) == path


def test_spans_point_into_the_document():
    document = "**一、**工作 情况\n全镇平安。\n二、打算"
    view = View.pick(document, [Span(0, 11), Span(12, 17), Span(18, 22)])
    view = view.without(re.compile(r"[*]+| "))
    first, second = find_sections(view)
    assert first.mark_span.of(document) == "一、"
    assert first.title_span.of(document) == "工作 情况"
    assert first.span.of(document) == "一、**工作 情况\n全镇平安。"
    assert second.span.of(document) == "二、打算"


def test_the_last_of_items_that_have_a_paragraph_each_ends_with_its_own():
    text = "一、甲\n一是子。\n二是丑。\n三是寅。\n各位代表，继续努力。"
    assert find_sections(View.of(text))[-1].end_at == text.index("\n各位")


MARKS = [
    "一、",
    "二、",
    "（一）",
    "(二)",
    "1.",
    "2．",
    "（1）",
    "（2）",
    "①",
    "②",
    "一是",
    "二是",
    "第一，",
]
PIECES = st.sampled_from(
    [
        *MARKS,
        "首先，",
        "其次，",
        "附件1",
        "目录",
        "注：",
        "第一章 ",
        "\n",
        "。",
        "，",
        "；",
        "：",
        "工作",
        "3件",
        " ",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_has_an_outline(text):
    sections = find_sections(View.of(text))
    by_id = {section.id: section for section in sections}
    assert len(by_id) == len(sections)
    assert [section.at for section in sections] == sorted({section.at for section in sections})
    for section in sections:
        assert 0 <= section.at <= section.end_at <= len(text)
        assert section.span == Span(section.at, section.end_at)
        assert section.span.covers(section.mark_span)
        if section.parent:
            parent = by_id[section.parent]
            assert parent.span.covers(section.span)
            assert section.level == parent.level + 1
        if section.at < section.end_at:
            assert section_at(sections, section.at) == section


def test_hostile_texts_take_linear_time():
    for piece in ("一、", "（", "（一）", "\n一、", "。1.a", "\n附件：1."):
        find_sections(View.of(piece * 20_000))


def test_the_seed_report(shared):
    gold = json.loads((shared / "seed" / "gold.json").read_text(encoding="utf-8"))
    report = next((shared / "seed").glob("0*.txt"))
    view = clean(read_document(report))
    read = [
        (section.span.start, section.mark, section.kind.replace("item", "inline"), section.ordinal)
        for section in find_sections(view)
    ]
    assert read == [
        (entry["at"], entry["mark"], entry["level"], entry["ordinal"]) for entry in gold["outline"]
    ]
