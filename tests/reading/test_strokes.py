from __future__ import annotations

from math import degrees

import numpy as np
import pytest

from pdfs import rule, say, table
from printed import strip
from reportparse.reading.layout import Strip
from reportparse.reading.strokes import lean_of, rules_of
from scans import drawn, grained, leant

SCALE = 150 / 72
ROWS = [["事项", "件数"], ["信访", "36"], ["调解", "198"]]


def pixels(*content: str, lean: float = 0.0, grain: bool = False) -> np.ndarray:
    picture = drawn(content, 150, until=500)
    if grain:
        picture = grained(picture)
    return np.array(leant(picture, lean).convert("RGB"))


def lengths(page: np.ndarray, strips: list[Strip], lean: float = 0.0) -> tuple[list[int], ...]:
    """Return where level rules lie and upright ones stand, in points."""
    rules = rules_of(page, SCALE, lean, strips)
    level = sorted(round(one.top) for one in rules if one.is_level)
    upright = sorted(round(one.left) for one in rules if not one.is_level)
    return level, upright


@pytest.mark.parametrize("grain", [False, True], ids=["clean", "grained"])
def test_rules_of_a_table(grain: bool) -> None:
    level, upright = lengths(pixels(*table(100, 200, ROWS), grain=grain), [])
    assert level == pytest.approx([200, 220, 240, 260], abs=1)
    assert upright == pytest.approx([100, 190, 280], abs=1)


@pytest.mark.parametrize("lean", [-2.0, -0.4, 0.4, 2.0])
def test_rules_of_a_leaning_table(lean: float) -> None:
    page = pixels(*table(100, 200, ROWS), lean=lean)
    found = lean_of(page, SCALE)
    assert degrees(found) == pytest.approx(lean, abs=0.25)
    level, upright = lengths(page, [], found)
    assert (len(level), len(upright)) == (4, 3)


def test_strokes_of_characters_are_no_rules() -> None:
    text = "二三国田一册"
    page = pixels(say(100, 200, text, 48), rule(80, 300, 500, 300))
    assert lengths(page, [strip(text, 100, 200, 48)]) == ([300], [])


def test_rule_under_a_line_of_writing_is_one() -> None:
    page = pixels(say(100, 200, "云岭县人民政府"), rule(100, 218, 212, 218))
    assert lengths(page, [strip("云岭县人民政府", 100, 200)]) == ([218], [])


@pytest.mark.parametrize(
    "content", [[], [say(100, 200, "全年共调处各类纠纷")]], ids=["blank", "text"]
)
def test_page_without_rules(content: list[str]) -> None:
    page = pixels(*content)
    assert lean_of(page, SCALE) == 0
    assert lengths(page, [strip("全年共调处各类纠纷", 100, 200)]) == ([], [])
