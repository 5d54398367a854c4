"""Columns of East Asian text."""

from __future__ import annotations

import pytest

from reportparse.render import grid


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0), ("abc", 3), ("198件", 5), ("（一）", 6), ("％", 2), ("e\u0301", 1),
        ("\u200b", 0), ("𠮷", 2), ("“引”", 4),
    ],
)  # fmt: skip
def test_width(text: str, columns: int) -> None:
    assert grid.width(text) == columns


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [("纠纷", 4, "纠纷"), ("纠纷调解", 5, "纠纷…"), ("纠纷调解", 4, "纠…"), ("abc", 2, "a…")],
)
def test_clipped(text: str, room: int, shown: str) -> None:
    assert grid.clipped(text, room) == shown
    assert grid.width(shown) <= room


def test_padded_to_either_side() -> None:
    assert grid.padded("3件", 5) == "3件  "
    assert grid.padded("3件", 5, right=True) == "  3件"


def test_table_lines_up() -> None:
    laid = grid.table(["指标", "n"], [["纠纷调解", "198"], ["a", "3"]], frozenset({1}))
    assert laid.splitlines() == ["指标        n", "纠纷调解  198", "a           3"]


def test_table_without_rows_is_its_head() -> None:
    assert grid.table(["a", "b"], []) == "a  b"


@pytest.mark.parametrize("room", [2, 3, 10, 100])
def test_wrapped_loses_nothing(room: int) -> None:
    text = "共调处纠纷198件, and more"
    pieces = [text[start:end] for start, end in grid.wrapped(text, room)]
    assert "".join(pieces) == text
    assert max(map(grid.width, pieces)) <= room
