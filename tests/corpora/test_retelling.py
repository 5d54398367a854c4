"""Figures told again in the same words, and what an audit makes of slips in them."""

from __future__ import annotations

import pytest
from evaluation.gold import Sample
from evaluation.retelling import SENTENCES, again, retellings

TEXT = (
    "青枫镇2031年工作总结\n"
    "全年共调解婚姻家庭纠纷312件，上年为290件。共建成村级文化广场48个，其中新建村级书屋12个。\n"
)


def row(num: str, unit: str, **more: object) -> dict[str, object]:
    figure = {"at": TEXT.index(num), "num": num, "text": num + unit, "unit": unit}
    level = {"low": int(num), "high": int(num), "kind": "count", "status": "actual"}
    return {**figure, **level, **more}


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    prior = row("290", "件", status="prior")
    rows = [row("312", "件"), prior, row("48", "个"), row("12", "个")]
    gold = {"meta": {"title": "青枫镇2031年工作总结"}, "quantities": rows}
    return Sample("report", path, gold)


def test_levels_of_clauses_of_their_own_are_told_again(sample):
    told = [one.text.rsplit("\n", 1)[1] for one in again(sample)]
    assert told == [
        "存在的问题：全年虽调解婚姻家庭纠纷312件，但与群众期盼仍有差距。",
        "回顾一年，建成村级文化广场48个，成绩来之不易。",
    ]
    assert len(SENTENCES) == 4


def test_slips_are_made_where_it_is_told_again(sample):
    done = list(retellings([sample]))
    assert {one.kind for one in done} == {"retold"}
    swapped = [one for one in done if one.operator == "transposition"]
    assert [(one.formula, one.detectable, one.found) for one in swapped] == [
        ("312 = 132", True, True),
        ("48 = 84", False, True),
    ]
