"""Tables of slips, and where the reports are that they are made in."""

from __future__ import annotations

from dataclasses import replace

from evaluation import mutations
from evaluation.alter import Altered

ONE = Altered("a", "sum", "+1", "part", "9 = 4 + 5", True, True, True, True, False, "")


def test_a_row_tells_found_of_detectable():
    rows = mutations.tables([ONE, replace(ONE, found=False), replace(ONE, tied=False)])
    assert "| sum | 3 | 3 | 2 | 2 | 0.500 | 1.000 | 0.000 | 0.000 | 0.000 |" in rows.splitlines()


def test_nothing_detectable_has_no_share():
    assert "| all | 1 | 1 | 0 | 1 | – | – | – | – | – |" in mutations.tables(
        [replace(ONE, tied=False)]
    )


def test_ties_are_told_apart():
    rows = mutations.tables([replace(ONE, equal=True), replace(ONE, first=True)])
    assert "| sum | 2 | 2 | 2 | 2 | 1.000 | 1.000 | 0.500 | 0.500 | 1.000 |" in rows.splitlines()


def test_own_reports_come_first():
    assert mutations.places()[0].parent.name == "text"
