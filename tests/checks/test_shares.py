"""Shares that make up a whole, and what looks like them."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark

FIRES = [
    pytest.param(
        "RAT106",
        "抽检样品48批次，抽检合格率为«95.2%»。",
    ),
    pytest.param(
        "RAT107",
        "一、二、三产占比分别为12.1%、40.3%和«48.9%»。",
    ),
    pytest.param(
        "RAT109",
        "参训学员中男性占61.2%，女性占«39.8%»。",
    ),
    pytest.param(
        "RAT110",
        "收到建议50件，全部办复，办复率«96%»。",
    ),
    pytest.param(
        "RAT111",
        "收到建议2050件，办复2049件，办复率«100%»。",
    ),
    pytest.param(
        "RAT114",
        "收到建议50件，办复48件，办复率96%。\n收到提案25件，办复24件，办复率«96%»。",
    ),
]
SILENT = [
    pytest.param(
        "RAT106",
        "抽检样品48批次，抽检合格率为95.8%。",
    ),
    pytest.param(
        "RAT106",
        "抽检样品约48批次，抽检合格率为95.2%。",
    ),
    pytest.param(
        "RAT106",
        "走访群众48人，群众满意率为95.2%。",
    ),
    pytest.param(
        "RAT106",
        "分类处置，成功化解202起，化解成功率98.1%。",
    ),
    pytest.param(
        "RAT106",
        "按期办结48件，办结率95.2%。",
    ),
    pytest.param(
        "RAT107",
        "一、二、三产占比分别为12.1%、40.3%和47.7%。",
    ),
    pytest.param(
        "RAT107",
        "前三位的民族占比分别为42.1%、40.3%和19.7%。",
    ),
    pytest.param(
        "RAT109",
        "参训学员中男性占61%，女性占40%。",
    ),
    pytest.param(
        "RAT109",
        "党员占61.2%，女性占49.8%。",
    ),
    pytest.param(
        "RAT110",
        "收到建议50件，全部办复，代表满意率96%。",
    ),
    pytest.param(
        "RAT110",
        "收到建议50件，全部办复，办复率100%。",
    ),
    pytest.param(
        "RAT111",
        "收到建议50件，办复50件，办复率100%。",
    ),
    pytest.param(
        "RAT114",
        "收到建议50件，办复48件，办复率96%。\n复核建议50件，办复48件，办复率96%。",
    ),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires(code, marked):
    text, spans = unmark(marked)
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_silent(code, text):
    assert fired(code, text) == []
