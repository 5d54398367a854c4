from __future__ import annotations

import pytest

from related import related
from reportparse import parse
from reportparse.relations.cues import load_cues

FOUND = [
    ("closes", "上年结转8件，新收70件，办结66件，结转下年12件。", "8 + 70 = 66 + 12", "holds"),
    ("other words", "旧存3件，新立22件，执结20件，期末5件。", "3 + 22 = 20 + 5", "holds"),
    (
        "left over is not done",
        "上年未结5件，本年新收41件，审结39件，未结7件。",
        "5 + 41 = 39 + 7",
        "holds",
    ),
    (
        "done more than came in",
        "上年结转信访事项6件，本年受理48件，办结50件，正在办理4件。",
        "6 + 48 = 50 + 4",
        "holds",
    ),
    (
        "does not close",
        "上年结转8件，新收70件，办结66件，结转下年13件。",
        "8 + 70 ≠ 66 + 13",
        "fails",
    ),
    (
        "closes as printed",
        "期初1.2万件，新增3.4万件，办结3.5万件，期末1.1万件。",
        "1.2万 + 3.4万 = 3.5万 + 1.1万",
        "holds",
    ),
    (
        "closes when rounded",
        "期初1.2万件，新增3.45万件，办结3.52万件，期末1.1万件。",
        "1.2万 + 3.45万 = 3.52万 + 1.1万",
        "rounded",
    ),
    (
        "a hedge leaves room",
        "上年结转8件，新收70余件，办结66件，结转下年14件。",
        "8 + 70余 = 66 + 14",
        "holds",
    ),
    (
        "what came in is told before",
        "全年新收申请70件。上年结转8件，办结66件，结转下年12件。",
        "8 + 70 = 66 + 12",
        "holds",
    ),
    (
        "what came in is told beside the rest",
        "机构立案246件，加上上期未结9件，审结271件，期末未结33件。",
        "9 + 246 ≠ 271 + 33",
        "fails",
    ),
    (
        "what came in before misses it by a slip",
        "全年受理申请71件。上年结转8件，办结66件，结转下年12件。",
        "8 + 71 ≠ 66 + 12",
        "fails",
    ),
]
IN_ONE = [
    ("more of one", "上年结转158件，新收1246件，审结1271件，未结133件；审结案件中调解823件。",
     "158 + 1246 = 1271 + 133"),
    ("came in, not called new", "立案1246件，加上上期未结158件，审结1271件，期末未结133件。",
     "158 + 1246 = 1271 + 133"),
    ("two units", "年初1038户4216人，新识别287户1126人，减少11户52人，年末1314户5290人。",
     "1038 + 287 = 11 + 1314"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "formula"), [row[1:] for row in IN_ONE], ids=[row[0] for row in IN_ONE]
)
def test_in_one_sentence(text, formula):
    assert related(text, "balance") == [(formula, "holds")]


SILENT = [
    ("no slip explains the misfit", "受理申请95件。上年结转8件，办结66件，结转下年12件。"),
    ("two came in before", "受理申请71件，立案31件。上年结转8件，办结66件，结转下年12件。"),
    ("nothing is left over after", "上年结转8件，新收70件，办结66件。"),
    ("nothing is left over before", "新收70件，办结66件，结转下年4件。"),
    ("a role is told twice", "上年结转8件，上年未结3件，新收70件，办结66件，结转下年12件。"),
    ("other units", "上年结转8件，新收70人，办结66件，结转下年12件。"),
    ("money", "年初结余8万元，新增70万元，答复66万元，期末12万元。"),
    ("nothing of the kind", "走访企业40家，发放手册70册，培训骨干66人，召开会议12次。"),
]


@pytest.mark.parametrize(
    ("text", "formula", "verdict"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND]
)
def test_balance(text, formula, verdict):
    assert related(text, "balance") == [(formula, verdict)]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_balance(text):
    assert related(text, "balance") == []


def test_roles():
    text = "上年结转8件，新收70件，办结66件，结转下年12件。"
    balance = next(one for one in parse(text).relations if one.kind == "balance")
    assert [(role, claim.quantity.text) for role, claim in balance.members] == [
        ("before", "8件"),
        ("inflow", "70件"),
        ("outflow", "66件"),
        ("after", "12件"),
    ]


STOCKS = [
    (
        "年初结余320万元，本年收入1680万元，本年支出1590万元，年末结余{}。",
        "410万元",
        "140万元",
        "420万元",
    ),
    ("上年末在册3120户，本年新增260户，退出180户，年末在册{}。", "3200户", "2300户", "3210户"),
    ("期初库存物资420件，转入86件，转出92件，期末库存{}。", "414件", "441件", "418件"),
    (
        "上年结转1.2亿元，当年收入3.6亿元，支出3.1亿元，滚存结余{}。",
        "1.7亿元",
        "7.1亿元",
        "1.3亿元",
    ),
]


@pytest.mark.parametrize(("text", "right", "slip", "other"), STOCKS)
def test_stock(text, right, slip, other):
    told = (related(text.format(one), "balance") for one in (right, slip, other))
    verdicts = [[verdict for _, verdict in one] for one in told]
    assert verdicts == [["holds"], ["fails"], []]


@pytest.mark.parametrize(
    ("role", "word"),
    [
        (role, word)
        for role in ("opening", "coming", "going", "closing")
        for word in load_cues()[role]
    ],
)
def test_figure_of_a_stock(role, word):
    told = {
        "opening": "年初{}40{}", "coming": "本年收入90{}", "going": "本年支出80{}",
        "closing": "年末{}50{}",
    }  # fmt: skip
    example = load_cues()[role][word]
    unit = "万元" if example.endswith("万元") else "户"
    told = {
        key: text.replace("{}", "", text.count("{}") - 1).format(unit)
        for key, text in told.items()
    }
    text = "，".join((told | {role: example}).values())
    assert related(text, "balance") == [
        (formula, "holds")
        for formula in ("40万 + 90万 = 80万 + 50万" if unit == "万元" else "40 + 90 = 80 + 50",)
    ]
