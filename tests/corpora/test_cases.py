from __future__ import annotations

import pytest
from evaluation import cases

ARITHMETIC = [
    ("rate", ["188", "198", "94.9%"], "holds"),
    ("rate", ["188", "198", "94.94%"], "truncated"),
    ("rate", ["188", "198", "93.9%"], "fails"),
    ("sum", ["69", "28", "20", "21"], "holds"),
    ("sum", ["1735m", "1423m", "312m"], "holds"),
    ("growth", ["264", "300", "-12.0%"], "holds"),
    ("growthd", ["138", "23", "20%"], "holds"),
    ("ratepart", ["60", "40", "60%"], "holds"),
    ("ratesum", ["50%", "2", "1", "2", "6"], "holds"),
    ("sumeq", ["2", "138", "5", "139", "4"], "holds"),
    ("le", ["50", "40", "11"], "fails"),
    ("ratio", ["10m", "4", "2", "5m"], "holds"),
]


@pytest.mark.parametrize(("operation", "args", "verdict"), ARITHMETIC)
def test_each_operation_reaches_the_kernel(operation, args, verdict):
    assert cases.OPERATIONS[operation](args) == verdict


def test_every_case_at_hand_is_scored(shared):
    assert (shared / "cases").is_dir()
    results = {one.name: one for one in cases.results()}
    assert results["relations: verdict"].right == results["relations: verdict"].asked
    assert results["numerals misread"].wrong == ()
    assert "| numerals of reports |" in cases.summary(list(results.values()))
