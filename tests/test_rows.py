"""Rows: the cells of each table, in the order of its columns."""

from __future__ import annotations

import pytest

import reportparse as rp
from factory import audited
from reportparse.rows import COLUMNS, page_of, rows_of
from reportparse.span import Span


@pytest.mark.parametrize("what", COLUMNS)
def test_a_row_has_a_cell_for_each_column(what: str) -> None:
    for row in rows_of(audited(), what):  # type: ignore[arg-type]
        assert len(row) == len(COLUMNS[what])


def test_a_claim_is_a_row_of_plain_cells() -> None:
    first = next(rows_of(rp.parse("调解纠纷20余件。"), "claims"))
    cells = dict(zip(COLUMNS["claims"], first, strict=True))
    assert cells["measure"] == "纠纷"
    assert (cells["low"], cells["high"], cells["page"]) == (20.0, 30.0, None)
    assert {type(cell) for cell in first} <= {str, int, float, type(None)}


def test_findings_speak_the_language_asked_for() -> None:
    english, chinese = (list(rows_of(audited(), "findings", lang)) for lang in ("en", "zh"))
    assert len(english) == len(chinese) > 0
    assert english[0] != chinese[0]


def test_text_in_hand_has_no_pages() -> None:
    assert page_of(rp.parse("调解纠纷3件。"), Span(0, 2)) is None
