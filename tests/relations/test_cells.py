from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse.document import Cell
from reportparse.relations.cells import counts_things, is_blank, is_year, label, read_cell
from reportparse.span import Span


def cell(text: str) -> Cell:
    return Cell(text, Span(0, len(text)), 0, 0)


READ = [
    ("12", "12", "1"),
    ("1,204", "1204", "1"),
    ("１，２０４", "1204", "1"),
    ("-3.50", "-3.50", "0.01"),
    ("−2", "-2", "1"),
    ("36.5%", "36.5", "0.1"),
    ("12件", "12", "1"),
]
UNREAD = ["", "—", "约300", "30余", "5.2 4.6", "3万", "同上", "12/15", "（12）", "1,20"]


@pytest.mark.parametrize(("text", "value", "place"), READ)
def test_reads_a_figure_alone(text, value, place):
    figure = read_cell(cell(text))
    assert figure is not None
    assert (figure.value, figure.stated.place) == (Decimal(value), Decimal(place))
    assert figure.is_percent == text.endswith("%")


@pytest.mark.parametrize("text", UNREAD)
def test_reads_nothing_else(text):
    assert read_cell(cell(text)) is None


def test_counts_are_printed_in_full():
    assert read_cell(cell("12"), exact=True).stated.place == 0
    assert read_cell(cell("12.0"), exact=True).stated.place == Decimal("0.1")


def test_a_cell_without_a_place_states_nothing():
    assert read_cell(Cell("12", None, 0, 0)) is None
    assert read_cell(None) is None


@pytest.mark.parametrize("text", ["", " ", "—", "-", "/", "……", "无", "·"])
def test_blank(text):
    assert is_blank(cell(text))


@pytest.mark.parametrize("text", ["0", "约3", "无法统计"])
def test_not_blank(text):
    assert not is_blank(cell(text))


def test_years():
    assert is_year(read_cell(cell("2023")))
    assert not is_year(read_cell(cell("2023.5")))
    assert not is_year(read_cell(cell("3204")))


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("案件数（件）", True),
        ("人次", True),
        ("万人", False),
        ("投资额（亿元）", False),
        ("", False),
    ],
)
def test_what_is_counted_in_full(words, counts):
    assert counts_things(words) == counts


def test_labels_lose_their_blanks():
    assert label("合　 计（万元）") == "合计(万元)"
