from __future__ import annotations

import pytest

from reportparse.numbering import choose
from reportparse.view import View


def taken(text):
    return " ".join(mark.text.strip("，：") for mark in choose(View.of(text)))


TAKEN = {
    "a gap stays": ("（一）甲\n（二）乙\n（四）丁", "（一） （二） （四）"),
    "a repeat stays": ("一、甲\n二、乙\n三、丙\n三、丁", "一、 二、 三、 三、"),
    "a lone heading": ("一、甲\n工作扎实。", "一、"),
    "a restart": ("一、甲\n二、乙\n一、丙", "一、 二、 一、"),
    "brackets of every width": ("（一）甲\n(二)乙\n(三）丙", "（一） (二) (三）"),
    "a year behind a number": ("1.2023年工作\n2.2024年打算", "1. 2."),
    "a figure behind a number": ("1.修路\n2.通水\n3.10类事项上网", "1. 2. 3."),
    "decimals that go on": ("1.1 总则\n1.2 职责\n1.3 附则", "1.1 1.2 1.3"),
    "a mark that a numeral follows": ("一、甲\n二、乙\n三、四个方面", "一、 二、 三、"),
    "three of three": ("一、甲\n二、乙\n三、三大行动", "一、 二、 三、"),
    "articles without a space": ("第一条为了规范管理。\n第二条镇政府负责实施。", "第一条 第二条"),
    "（一） in the line of 一、": (
        "一、工作情况（一）加强领导\n（二）加强普法",
        "一、 （一） （二）",
    ),
    "a lost line break": (
        "一、回顾。工作扎实。二、打算。继续努力。三、保障。",
        "一、 二、 三、",
    ),
    "lost line breaks at every level": (
        (
            "情况如下：一、工作情况（一）加强普法一是进村宣讲。二是进校宣讲。（二）加强调解一是建队伍。"
            "二是建机制。二、存在问题一是力量弱。二是经费少。三、下步打算"
        ),
        "一、 （一） 一是 二是 （二） 一是 二是 二、 一是 二是 三、",
    ),
    "（一） in a sentence": ("分两类：（一）甲类；（二）乙类。", "（一） （二）"),
    "1. in a sentence": ("分两类：1.甲类；2.乙类。", "1. 2."),
    "① in a sentence": ("分两类：①甲类；②乙类。", "① ②"),
    "（1） behind words": ("建成（1）北环（2）南环（3）东环。", "（1） （2） （3）"),
    "items behind a heading of clauses": (
        "1.提升能力，夯实基础一是开班授课。二是实地练兵。\n2.严格执法一是亮证。二是留痕。",
        "1. 一是 二是 2. 一是 二是",
    ),
    "items": ("抓三点：一是甲；二是乙；三是丙。", "一是 二是 三是"),
    "items behind commas": ("抓三点，一是甲，二是乙，三是丙。", "一是 二是 三是"),
    "items behind quotes": ("他说：“一是一。”一是甲。二是乙。", "一是 二是"),
    "items behind footnotes": ("一是甲[1]。[2]二是乙。", "一是 二是"),
    "items over paragraphs": ("一是甲。\n二是乙。\n三是丙。", "一是 二是 三是"),
    "an item left out": ("一是甲。二是乙。四是丁。", "一是 二是 四是"),
    "the first item lost": ("是甲。二是乙。三是丙。", "二是 三是"),
    "一要": ("一要甲。二要乙。", "一要 二要"),
    "一抓": ("一抓甲，二抓乙，三抓丙。", "一抓 二抓 三抓"),
    "第一，": ("第一，甲。第二，乙。", "第一 第二"),
    "第一是": ("第一是甲。第二是乙。", "第一 第二"),
    "首先": ("首先，甲。其次，乙。最后，丙。", "首先 其次 最后"),
    "其一": ("原因有二：其一，甲；其二，乙。", "其一 其二"),
    "一方面": ("一方面，甲；另一方面，乙。", "一方面 另一方面"),
    "a list in a list": ("一是甲：（1）子；（2）丑。二是乙。", "一是 （1） （2） 二是"),
    "items in an item": (
        "一是甲。\n二是乙，一是子，二是丑。\n三是丙。",
        "一是 二是 一是 二是 三是",
    ),
    "titles without number": (
        (
            "石岭街道2023年总结\n石岭街道围绕群众关切，全年工作扎实有序开展，成效明显。\n"
            "2023年工作回顾\n（一）修路\n建成道路。\n2024年工作打算\n（一）通水"
        ),
        " （一）  （一）",
    ),
}
NOT_TAKEN = {
    "a lone item": "一是认识不够。",
    "an item whether": "一是否可行，二是否必要。",
    "a saying": "做到一是一、二是二。",
    "但是": "但是仍有不足，于是整改，不是应付。",
    "classes": "一、二年级学生\n三、四年级学生",
    "sectors": "第一、二、三产业",
    "industries behind a full stop": "结构优化。一、二、三产业比为3：4：3。",
    "months": "七、八月份多雨。",
    "ordinals": "第一书记到村。第二课堂开课。",
    "最后 alone": "最后，感谢大家。",
    "dates as names": "12.4国家宪法日\n4.15全民国家安全教育日",
    "figures": "3.5万元\n12.6%\n300余次。",
    "一是 in other words": "（一项）统一是关键，二是误读。",
    "a reference": "依据第（一）项和第（二）项。",
    "years": "2023年完成。2024年继续。",
    "one number in a sentence": "见表（1）。",
    "a single title": "石岭街道围绕群众关切，全年工作扎实有序开展，成效明显。\n2023年工作回顾",
}


@pytest.mark.parametrize(("text", "marks"), TAKEN.values(), ids=TAKEN)
def test_marks_that_number(text, marks):
    assert taken(text) == marks


@pytest.mark.parametrize("text", NOT_TAKEN.values(), ids=NOT_TAKEN)
def test_what_numbers_nothing(text):
    assert choose(View.of(text)) == []


def test_the_last_item_counts_on():
    marks = choose(View.of("首先，甲。其次，乙。再次，丙。最后，丁。"))
    assert [mark.ordinal for mark in marks] == [1, 2, 3, 4]


def test_lists_go_on_beyond_ten():
    words = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    marks = choose(View.of("".join(f"{word}是加强领导。" for word in words)))
    assert [mark.ordinal for mark in marks] == list(range(1, 13))


def test_a_heading_ends_the_lists_below_it():
    marks = choose(View.of("一、甲\n抓两点：一是子。二是丑。\n二、乙\n三是寅。"))
    assert [mark.text for mark in marks] == ["一、", "一是", "二是", "二、"]
