from __future__ import annotations

import pytest
from evaluation import alter, gold

SLIPS = [("198", "298"), ("9.5", "8.5"), ("1,234.5万", "2,234.5万"), ("七", None), ("0.8", None)]


@pytest.mark.parametrize(("numeral", "slipped"), SLIPS)
def test_one_digit_slips(numeral, slipped):
    assert alter._slip(numeral) == slipped


def test_every_figure_of_a_relation_that_holds_is_altered():
    sample = next(one for one in gold.corpora() if one.name.startswith("qingfeng"))
    done = list(alter.alterations([sample]))
    figures = [one for one in done if one.formula == "26 = 6 + 12 + 8"]
    assert [one.altered for one in figures] == ["36", "7", "22", "9"]
    assert all(one.altered != one.figure for one in done)


def test_the_loudest_finding_at_the_figure_counts():
    place = {"start": 5, "end": 8}
    note = {"severity": "note", "start": 0, "end": 9, "evidence": []}
    error = {"severity": "error", "start": 90, "end": 99, "evidence": [place]}
    assert alter._loudest([note, error], 5, 7) == "error"
    assert alter._loudest([note], 5, 7) == "note"
    assert alter._loudest([], 5, 7) == ""
