from __future__ import annotations

import pytest

from printed import body, sheet
from reportparse.reading.footnotes import without_notes
from reportparse.reading.healing import paragraphs_of
from reportparse.reading.layout import Sheet

FULL = "各村建立台账逐户登记问题并按月回访群众形成闭环管理机制"
Printed = tuple[str, float, float] | tuple[str, float, float, float]


def noted(*foot: Printed, top: float = 110) -> Sheet:
    return sheet(1, [*body(*[FULL] * 6, top=top), *foot])


def notes(page: Sheet) -> list[str]:
    return [row.text for row in without_notes([page])[0].rows if row.kind == "note"]


@pytest.mark.parametrize(
    "lines",
    [
        ["① 含外出务工人员。"],
        ["[1]含外出务工人员。"],
        ["¹ 含外出务工人员。"],
        ["1 含外出务工人员。"],
        ["*含外出务工人员。"],
        ["① 含外出务工人员，", "不含在校学生。"],
        ["① 含外出务工人员。", "② 按现价计算。"],
    ],
    ids=["circled", "bracketed", "raised", "plain", "star", "two-lines", "two-notes"],
)
def test_footnotes(lines: list[str]) -> None:
    foot = [(text, 80.0, 700 + 14.0 * at, 10.0) for at, text in enumerate(lines)]
    assert notes(noted(*foot)) == lines


@pytest.mark.parametrize(
    "foot",
    [
        ("① 含外出务工人员。", 80.0, 700.0, 16.0),
        ("以上均为初步统计数。", 80.0, 700.0, 10.0),
        ("2023年为初步统计数。", 80.0, 700.0, 10.0),
        ("1.5万人为外出务工人员。", 80.0, 700.0, 10.0),
    ],
    ids=["as-large-as-the-text", "no-mark", "a-year", "a-figure"],
)
def test_what_is_no_footnote(foot: Printed) -> None:
    assert notes(noted(foot)) == []


def test_small_line_at_the_top_is_no_footnote() -> None:
    page = sheet(1, [("① 含外出务工人员。", 80, 120, 10), ("② 按现价计算。", 80, 140, 10)])
    assert notes(page) == []


def test_paragraph_goes_on_behind_a_footnote() -> None:
    pages = [noted(("① 含外出务工人员。", 80, 700, 10)), sheet(2, body("并公开。", *[FULL] * 3))]
    (first, *_) = paragraphs_of(without_notes(pages))
    assert "".join(item.text for item in first) == FULL * 6 + "并公开。"
