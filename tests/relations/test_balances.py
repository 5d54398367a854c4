from __future__ import annotations

import pytest

from related import related
from reportparse import parse

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
        "what came in before misses it by a slip",
        "全年受理申请71件。上年结转8件，办结66件，结转下年12件。",
        "8 + 71 ≠ 66 + 12",
        "fails",
    ),
]
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
