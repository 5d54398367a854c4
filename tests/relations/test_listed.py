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
    ("things in all", "整改隐患118条，整改率88.3%，排查出的隐患共120条。", "fails"),
]
SILENT = [
    ("an open list", "供养128人，其中集中供养40人、分散供养80人，入住率41.3%。"),
    ("another whole", "供养128人，其中集中供养40人、分散供养88人，集中供养占全市总数的1.3%。"),
    ("people asked", "供养128人，其中集中供养40人、分散供养88人，集中供养满意率91.3%。"),
    ("something else behind", "流转土地2.12万亩，占耕地面积的50%，播种小麦5.31万亩。"),
]


@pytest.mark.parametrize(("text", "verdict"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS])
def test_rates_of_figures_apart(text, verdict):
    assert [found for _, found in related(text, "ratio")] == [verdict]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_nothing_that_fails(text):
    assert "fails" not in [found for _, found in related(text, "ratio")]
