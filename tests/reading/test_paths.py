from __future__ import annotations

from contextlib import closing

import pypdfium2
import pytest

from pdfs import bar, pdf, picture, rule, say, table
from reportparse.reading.glyphs import Frame
from reportparse.reading.paths import Drawing, drawing_of

FRAME = Frame(0, 0, 595, 842)


def drawing(*content: str) -> Drawing:
    with closing(pypdfium2.PdfDocument(pdf(content))) as file, closing(file[0]) as page:
        return drawing_of(page.raw, FRAME)


def boxes(*content: str) -> list[tuple[int, ...]]:
    found = drawing(*content).rules
    return [tuple(map(round, (r.left, r.top, r.right, r.bottom))) for r in found]


def moved(content: str) -> str:
    """Draw something 50 points further right and 100 further down."""
    return f"q 1 0 0 1 50 -100 cm {content} Q"


LEVEL = (100, 200, 300, 200)
UPRIGHT = (100, 200, 100, 400)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ([rule(*LEVEL), rule(*UPRIGHT)], [LEVEL, UPRIGHT]),
        ([bar(100, 199.5, 300, 200.5), bar(99.5, 200, 100.5, 400)], [LEVEL, UPRIGHT]),
        ([moved(rule(50, 100, 250, 100)), moved(rule(50, 100, 50, 300))], [LEVEL, UPRIGHT]),
        ([rule(*LEVEL), rule(100, 200, 300, 400)], [LEVEL]),
        ([rule(*LEVEL), bar(100, 300, 300, 400)], [LEVEL]),
        ([rule(*LEVEL), rule(100, 300, 103, 300)], [LEVEL]),
        ([rule(*LEVEL), "100 400 m 120 420 140 420 160 400 c S"], [LEVEL]),
        ([rule(*LEVEL), "100 400 200 -50 re n"], [LEVEL]),
    ],
    ids=[
        "lines",
        "thin-bars",
        "moved",
        "slanting",
        "shading",
        "dash",
        "curve",
        "not-drawn",
    ],
)
def test_rules(content: list[str], found: list[tuple[int, ...]]) -> None:
    assert boxes(*content) == found


def test_outline_has_four_sides() -> None:
    assert set(boxes("0.5 w 100 442 200 200 re S")) == {
        (100, 200, 300, 200),
        (100, 400, 300, 400),
        (100, 200, 100, 400),
        (300, 200, 300, 400),
    }


def test_many_lines_in_one_path() -> None:
    lines = " ".join(f"100 {y} m 300 {y} l" for y in range(500, 700, 20))
    assert len(boxes(f"0.5 w {lines} S")) == 10


def test_text_page_has_no_rules() -> None:
    assert drawing(say(80, 100, "全年办结32件")) == Drawing((), 0.0, hidden=False)


def test_table_of_many_lines() -> None:
    assert len(drawing(*table(100, 100, [["村", "件"], ["东", "1"]])).rules) == 6


@pytest.mark.parametrize(
    ("content", "covered", "hidden"),
    [
        ([picture(0, 0, 595, 842), say(80, 100, "全年", mode=3)], 1.0, True),
        ([picture(0, 0, 595, 421), say(80, 100, "全年")], 0.5, False),
        ([picture(-595, 0, 595, 842)], 1.0, False),
        ([say(80, 100, "全年", mode=3)], 0.0, False),
        ([picture(0, 0, 595, 842), say(80, 100, "全年", mode=3), say(80, 130, "印")], 1.0, False),
    ],
    ids=["layer", "half", "cut-off", "no-picture", "some-drawn"],
)
def test_pictures_and_hidden_text(content: list[str], covered: float, *, hidden: bool) -> None:
    found = drawing(*content)
    assert found.covered == pytest.approx(covered, abs=0.01)
    assert found.hidden is hidden
