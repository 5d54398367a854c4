from __future__ import annotations

from math import degrees, radians

import pytest

from reportparse.reading.levelling import Leaning, lean_of, strips_of, turned
from reportparse.reading.ocr import Writing

MIDDLE = (600.0, 800.0)


def writing(text: str, left: float, top: float, em: float = 30.0, lean: float = 0.0) -> Writing:
    """Write a line as a recogniser would see it on a page that leans (degrees, clockwise)."""
    widths = [em / 2 if character.isascii() else em for character in text]
    right, bottom = left + sum(widths), top + em
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    first, second, third, fourth = (turned(one, MIDDLE, radians(lean)) for one in corners)
    starts = [sum(widths[:at]) for at in range(len(text))]
    middles = tuple(
        (start + width / 2) / sum(widths) for start, width in zip(starts, widths, strict=True)
    )
    return Writing(text, (first, second, third, fourth), middles, (0.9,) * len(text))


def page(lean: float) -> list[Writing]:
    text = "全年共调处各类纠纷其中邻里纠纷婚姻家庭纠纷土地纠纷"
    return [writing(text, 150, 200 + 60 * row, lean=lean) for row in range(8)]


@pytest.mark.parametrize("lean", [-5.0, -2.0, -0.5, 0.5, 2.0, 5.0])
def test_leaning_page_is_read_level(lean: float) -> None:
    lines = page(lean)
    found = lean_of(lines)
    assert found is not None
    assert degrees(found) == pytest.approx(lean, abs=0.01)
    strips = list(strips_of(lines, Leaning(MIDDLE, found), 2.0))
    assert [strip.left for strip in strips] == pytest.approx([75.0] * 8, abs=0.1)
    assert [strip.top for strip in strips] == pytest.approx(
        [100.0 + 30 * row for row in range(8)], abs=0.1
    )


@pytest.mark.parametrize(
    ("lines", "lean"),
    [
        pytest.param(page(0.0), 0.0, id="level"),
        pytest.param(page(0.05), 0.0, id="nearly-level"),
        pytest.param(page(30.0), 0.0, id="photograph"),
        pytest.param(page(2.0)[:2], None, id="two-lines"),
        pytest.param(
            [writing("办件量", 100, 60 * row, lean=2) for row in range(9)], None, id="short"
        ),
        pytest.param([], None, id="none"),
    ],
)
def test_what_shows_no_leaning(lines: list[Writing], lean: float | None) -> None:
    assert lean_of(lines) == lean


def test_edges_of_characters() -> None:
    (strip,) = strips_of([writing("共198件", 100, 200)], Leaning(MIDDLE, 0.0), 1.0)
    assert strip.edges == pytest.approx([100, 130, 145, 160, 175, 205], abs=0.5)
    assert strip.confidences == (0.9,) * 5


def test_rough_places_are_smoothed() -> None:
    rough = writing("全年共调处各类纠纷", 100, 200)
    step = 5 / 270
    middles = tuple(round(at / step) * step for at in rough.middles)
    rough = Writing(rough.text, rough.corners, middles, rough.confidences)
    (strip,) = strips_of([rough], Leaning(MIDDLE, 0.0), 1.0)
    pitches = [after - before for before, after in zip(strip.edges, strip.edges[1:], strict=False)]
    assert pitches == pytest.approx([30] * 9, abs=2.5)


@pytest.mark.parametrize(
    ("text", "steps", "printed"),
    [
        pytest.param("12023年", [0.7, 0.4, 0.4, 0.4, 0.8], "1 2023年", id="number-and-year"),
        pytest.param("1980", [0.4, 0.45, 0.4], "1980", id="one-figure"),
        pytest.param("12 3", [0.4, 0.4, 0.4], "12 3", id="blank-was-read"),
        pytest.param("共3人5", [0.9, 0.7, 0.7], "共3人5", id="digits-and-words"),
    ],
)
def test_blanks_between_figures(text: str, steps: list[float], printed: str) -> None:
    places = [30 * sum(steps[:at]) + 10 for at in range(len(steps) + 1)]
    width = places[-1] + 10
    box = ((0, 0), (width, 0), (width, 30), (0, 30))
    line = Writing(text, box, tuple(place / width for place in places), (0.9,) * len(text))
    (found,) = strips_of([line], Leaning(MIDDLE, 0.0), 1.0)
    assert found.text == printed
    assert len(found.edges) == len(found.confidences) + 1 == len(printed) + 1


def test_blanks_around_are_left_out_and_columns_passed_over() -> None:
    tall = Writing("档案", ((10, 10), (40, 10), (40, 300), (10, 300)), (0.2, 0.8), (0.9, 0.9))
    (strip,) = strips_of([writing(" 共36件 ", 100, 200), tall], Leaning(MIDDLE, 0.0), 1.0)
    assert strip.text == "共36件"
    assert strip.left == pytest.approx(115, abs=0.5)
    assert len(strip.confidences) == 4


def test_one_character_fills_its_box() -> None:
    (strip,) = strips_of([writing("5", 100, 200)], Leaning(MIDDLE, 0.0), 1.0)
    assert strip.edges == (100, 115)
