from __future__ import annotations

import pytest

from printed import LEFT, RIGHT, body, sheet
from reportparse.reading.margins import Margins, margins_of, setting_of

FULL = "各村建立台账逐户登记问题并按月回访群众形成闭环管理机制"
FIRST = "　　全年召开会议研究部署法治工作并将任务分解到各科室抓"
SHORT = "　　全部办结。"


def margins(number: int, *lines: str, shift: float = 0) -> list[Margins]:
    pages = [sheet(1, body(*lines[:number])), sheet(2, _shifted(lines[number:], shift))]
    found = margins_of([(page, row) for page in pages for row in page.rows])
    return [found[setting_of(page, page.rows[0])] for page in pages if page.rows]


def _shifted(lines: tuple[str, ...], shift: float) -> list[tuple[str, float, float]]:
    return [(text, left + shift, top) for text, left, top in body(*lines)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([FIRST, *[FULL] * 9], id="long-paragraphs"),
        pytest.param([FIRST, FULL, FULL[:5]] * 4, id="short-paragraphs"),
        pytest.param([*[SHORT] * 10, FIRST, FULL, *[SHORT] * 3], id="one-line-goes-on"),
        pytest.param([FULL] * 9 + ["　　　　　　　　云岭县人民政府"], id="signature"),
    ],
)
def test_margins_of_one_page(lines: list[str]) -> None:
    assert margins(len(lines), *lines) == [Margins(LEFT, RIGHT)]


@pytest.mark.parametrize(
    ("lines", "left", "right"),
    [
        pytest.param([SHORT] * 12, LEFT + 32, 483, id="nothing-goes-on"),
        pytest.param([FULL[:20]] * 6, LEFT, 515, id="narrow-text-mirrors-the-left"),
    ],
)
def test_margins_that_do_not_show(lines: list[str], left: float, right: float) -> None:
    (found,) = margins(len(lines), *lines)
    assert found.left == left
    assert found.right <= right


def test_facing_pages_that_are_not_shifted_help_one_another() -> None:
    first, second = margins(10, FIRST, *[FULL] * 9, *[SHORT] * 10)
    assert first == second == Margins(LEFT, RIGHT)


def test_facing_pages_that_are_shifted_keep_their_own() -> None:
    first, second = margins(10, FIRST, *[FULL] * 9, FIRST, *[FULL] * 9, shift=16)
    assert first == Margins(LEFT, RIGHT)
    assert second == Margins(LEFT + 16, RIGHT + 16)


def test_page_with_few_lines_takes_those_of_the_facing_one() -> None:
    _, last = margins(10, FIRST, *[FULL] * 9, SHORT)
    assert last == Margins(LEFT, RIGHT)
