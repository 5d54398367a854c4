from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportparse.reading.lattice import Rule, lattice_of


def rules(drawing: str) -> Iterator[Rule]:
    """Read a drawing: + at corners, - and | between, 40 points each; blank where none is."""
    lines = drawing.strip("\n").split("\n")
    for y, line in enumerate(lines):
        for x, sign in enumerate(line):
            if sign == "-":
                yield Rule((x - 1) * 20, y * 20, (x + 1) * 20, y * 20)
            if sign == "|":
                yield Rule(x * 20, (y - 1) * 20, x * 20, (y + 1) * 20)


def slots(drawing: str) -> list[tuple[int, int, int, int]]:
    lattice = lattice_of(list(rules(drawing)))
    assert lattice is not None
    return [(s.row, s.column, s.last_row, s.last_column) for s in lattice.slots]


FULL = """
+-+-+
| | |
+-+-+
| | |
+-+-+
"""
MERGED_ACROSS = """
+-+-+
| | |
+-+-+
|   |
+-+-+
"""
MERGED_DOWN = """
+-+-+
| | |
+ +-+
| | |
+-+-+
"""
BAY = """
+-+-+
| | |
+-+-+
|
+ + +
"""


@pytest.mark.parametrize(
    ("drawing", "cells"),
    [
        (FULL, [(0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 2, 1), (1, 1, 2, 2)]),
        (MERGED_ACROSS, [(0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 2, 2)]),
        (MERGED_DOWN, [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 2, 2)]),
        (BAY, [(0, 0, 1, 1), (0, 1, 1, 2)]),
    ],
    ids=["full", "merged-across", "merged-down", "open-below"],
)
def test_cells(drawing: str, cells: list[tuple[int, int, int, int]]) -> None:
    assert slots(drawing) == cells


@pytest.mark.parametrize(
    "drawing",
    ["+-+-+", "+-+\n| |\n+-+", "+ +\n| |\n+ +", "+-+\n\n+-+"],
    ids=["one-rule", "one-box", "two-uprights", "two-levels"],
)
def test_what_is_no_lattice(drawing: str) -> None:
    assert lattice_of(list(rules(drawing))) is None


def test_rules_drawn_twice_or_not_quite_straight_are_one() -> None:
    shaken = [
        Rule(rule.left + 1.2 * (at % 2), rule.top, rule.right + 1.2 * (at % 2), rule.bottom + 0.8)
        for at, rule in enumerate(rules(FULL))
        if rule.is_level
    ] + [rule for rule in rules(FULL) if not rule.is_level]
    lattice = lattice_of([*shaken, *rules(FULL)])
    assert lattice is not None
    assert len(lattice.slots) == 4


@pytest.mark.parametrize(
    ("x", "y", "owner"),
    [(5, 5, (0, 0)), (75, 5, (0, 1)), (75, 75, (1, 0)), (200, 5, None), (-5, 5, None)],
)
def test_owner_of_a_place(x: float, y: float, owner: tuple[int, int] | None) -> None:
    lattice = lattice_of(list(rules(MERGED_ACROSS)))
    assert lattice is not None
    slot = lattice.owners.get((lattice.row_at(y), lattice.column_at(x)))
    assert (slot and (slot.row, slot.column)) == owner
