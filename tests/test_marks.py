from __future__ import annotations

import pytest

from reportparse.marks import STYLES, propose
from reportparse.view import View


def proposed(text):
    return [(mark.style.name, mark.text, mark.ordinal) for mark in propose(View.of(text))]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_example_of_a_style_is_proposed_as_that_style(style):
    behind = "：惠民实事" if style.name == "annex" else "加强普法宣传工作"
    names = [name for name, _, _ in proposed(style.example + behind)]
    assert style.name in names


FOUND = [
    ("一、工作情况", ("h1", "一、", 1)),
    ("十二、其他事项", ("h1", "十二、", 12)),
    ("一．工作情况", ("h1", "一．", 1)),
    ("二. 存在问题", ("h1", "二.", 2)),
    ("一丶工作情况", ("h1", "一丶", 1)),
    ("—、工作情况", ("h1", "—、", 1)),
    ("## 三、下步打算", ("h1", "三、", 3)),
    ("\u3000\u3000四、保障措施", ("h1", "四、", 4)),
    ("（一）加强领导。", ("h2", "（一）", 1)),
    ("(二)加强领导", ("h2", "(二)", 2)),
    ("(三）加强领导", ("h2", "(三）", 3)),
    ("（ 四 ）加强领导", ("h2", "（ 四 ）", 4)),
    ("【五】加强领导", ("h2", "【五】", 5)),
    ("〔六〕加强领导", ("h2", "〔六〕", 6)),
    ("（七）、加强领导", ("h2", "（七）、", 7)),
    ("㈧加强领导", ("h2", "㈧", 8)),
    ("九）加强领导", ("h2", "九）", 9)),
    ("1.加强领导", ("h3", "1.", 1)),
    ("2．加强领导", ("h3", "2．", 2)),
    ("3、加强领导", ("h3", "3、", 3)),
    ("4 、加强领导", ("h3", "4 、", 4)),
    ("1.2023年工作回顾", ("h3", "1.", 1)),
    ("⒌加强领导", ("h3", "⒌", 5)),
    ("（6）加强领导", ("h4", "（6）", 6)),
    ("(7)加强领导", ("h4", "(7)", 7)),
    ("⑻加强领导", ("h4", "⑻", 8)),
    ("9)加强领导", ("paren", "9)", 9)),
    ("⑩加强领导", ("circle", "⑩", 10)),
    ("1.2 总体要求", ("h3", "1.", 1)),
    ("第一编 总论", ("volume", "第一编", 1)),
    ("第二部分：工作情况", ("part", "第二部分", 2)),
    ("第三章 附则", ("chapter", "第三章", 3)),
    ("第四节 检查", ("section", "第四节", 4)),
    ("第五条 本办法自发布之日起施行。", ("article", "第五条", 5)),
    ("第六条之一 本办法由镇政府解释。", ("article", "第六条之一", 6)),
    ("效果明显。一是加强领导", ("enum", "一是", 1)),
    ("主要问题：二是非税收入滞留", ("enum", "二是", 2)),
    ("；三是非法占地查处", ("enum", "三是", 3)),
    ("。四是非公企业建家", ("enum", "四是", 4)),
    ("；五是非遗传承有序", ("enum", "五是", 5)),
    ("。六是非机动车治理", ("enum", "六是", 6)),
    ("；七是非居民用水提价", ("enum", "七是", 7)),
    ("。八是非正常上访下降", ("enum", "八是", 8)),
    ("；九是非粮化整治", ("enum", "九是", 9)),
    ("。十是非洲猪瘟防控", ("enum", "十是", 10)),
    ("；二是非现场执法", ("enum", "二是", 2)),
    ("。第二是非税征缴", ("second", "第二", 2)),
    ("分三步：一要加强领导", ("must", "一要", 1)),
    ("；二抓落实", ("seize", "二抓", 2)),
    ("。第一，加强领导", ("second", "第一，", 1)),
    ("。第二：加强领导", ("second", "第二：", 2)),
    ("。首先，加强领导", ("first", "首先，", 1)),
    ("。其二，加强领导", ("which", "其二，", 2)),
    ("。另一方面，干部不足", ("side", "另一方面，", 2)),
    ("他说：“干字当头。”三是加强领导", ("enum", "三是", 3)),
]


@pytest.mark.parametrize(("text", "mark"), FOUND, ids=[text for text, _ in FOUND])
def test_marks_of_every_spelling(text, mark):
    assert proposed(text)[0] == mark


#: Numerals and words that no rule takes for a mark, wherever they stand.
NOT_FOUND = [
    "第一书记到村任职",
    "第一责任人履职到位",
    "第三方评估",
    "第十四届人民代表大会",
    "第一时间赶到现场",
    "3.5万元用于修路",
    "12.6%的农户受益",
    "1.1万人次参加",
    "300余次。",
    "2023年共调解纠纷",
    "十五六个村",
    "三务公开",
    "一站式服务",
    "一系列措施",
    "五项制度",
    "不是一朝一夕",
    "第一、二、三次产业",
    "（一项）",
    "（12345）热线",
    "4·15宣传",
    "12345热线",
    "2023.12",
    "一是否可行",
]


@pytest.mark.parametrize("text", NOT_FOUND)
@pytest.mark.parametrize("before", ["", "工作扎实开展。"], ids=["line", "sentence"])
def test_what_is_no_mark(text, before):
    assert proposed(before + text) == []


#: Marks that only the sequence can tell from numerals.
DOUBTFUL = [
    "一、二年级学生",
    "二、三产业",
    "七、八月份",
    "十、十一月",
    "5、6月份",
    "第三条线路通车",
    "第二十条第（一）项规定",
    "第三章规定的情形，由镇政府处理，具体办法另行制定，并报县政府备案后施行。",
    "12.4国家宪法日",
    "4.15全民国家安全教育日",
    "一）其他",
    "一，加强领导",
]


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_may_be_a_mark_is_doubted(text):
    assert all(mark.doubtful for mark in propose(View.of(text)))


FOOTINGS = [
    ("一是加强领导", "line"),
    ("工作扎实。一是加强领导", "strong"),
    ("有三点：一是加强领导", "strong"),
    ("说“好。”一是加强领导", "strong"),
    ("抓两点，一是加强领导", "weak"),
    ("整治[3]一是加强领导", "weak"),
]


@pytest.mark.parametrize(("text", "footing"), FOOTINGS, ids=[text for text, _ in FOOTINGS])
def test_on_what_a_mark_stands(text, footing):
    assert [mark.footing for mark in propose(View.of(text))] == [footing]


def test_numbers_behind_a_word():
    text = "一、工作情况（一）加强领导\n修建道路：（1）北环（2）南环"
    assert [(mark.text, mark.footing) for mark in propose(View.of(text))] == [
        ("一、", "line"),
        ("（一）", "bare"),
        ("（1）", "strong"),
        ("（2）", "bare"),
    ]


def test_a_mark_knows_its_line():
    mark = propose(View.of("总则\n一、工作情况\n附则"))[0]
    assert (mark.at, mark.end, mark.line, mark.line_end) == (3, 5, 3, 9)
