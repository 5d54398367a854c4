from __future__ import annotations

import pytest

from related import related

ROWS = [
    (
        "a part by its name",
        "供养128人，其中集中供养40人、分散供养88人，集中供养率41.3%。",
        "fails",
    ),
    ("agrees", "供养128人，其中集中供养40人、分散供养88人，集中供养率31.3%。", "holds"),
    ("the whole behind", "流转土地2.12万亩，占耕地面积的50%，耕地总面积5.31万亩。", "fails"),
    ("agrees behind", "流转土地2.12万亩，占耕地面积的40%，耕地总面积5.31万亩。", "holds"),
    (
        "by its whole's own name",
        "教育支出8.7亿元，占公共预算支出的28.6%，公共预算支出完成34.8亿元。",
        "fails",
    ),
    ("the list confirms the rate", "人员2410名，其中乡镇72名、县直169名，乡镇占29.9%。", "fails"),
    ("the list before", "来信46件，其中网上28件、来访18件。网上占比69.9%。", "fails"),
    ("a slip above its whole", "立案46件，办结450件，办结率97.8%。", "fails"),
    ("last year between", "排查纠纷46起，较上年的52起减少6起，化解45起，化解率79.8%。", "fails"),
    ("things in all", "整改隐患118条，整改率88.3%，排查出的隐患共120条。", "fails"),
]
SILENT = [
    ("an open list", "供养128人，其中集中供养40人、分散供养80人，入住率41.3%。"),
    ("another whole", "供养128人，其中集中供养40人、分散供养88人，集中供养占全市总数的1.3%。"),
    ("old cases done", "立案46件，办结59件，办结率98.2%。"),
    ("people asked", "供养128人，其中集中供养40人、分散供养88人，集中供养满意率91.3%。"),
    ("something else behind", "流转土地2.12万亩，占耕地面积的50%，播种小麦5.31万亩。"),
]


@pytest.mark.parametrize(("text", "verdict"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS])
def test_rates_of_figures_apart(text, verdict):
    assert [found for _, found in related(text, "ratio")] == [verdict]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_nothing_that_fails(text):
    assert "fails" not in [found for _, found in related(text, "ratio")]


def test_second_unit():
    text = "排查违建80处、12.5万平方米，拆除60处、10.0万平方米，拆除率按处数计75%、按面积计为80%。"
    assert related(text, "ratio") == [
        ("60 / 80 = 75%", "holds"),
        ("10.0万 / 12.5万 = 80%", "holds"),
    ]
