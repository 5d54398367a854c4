from __future__ import annotations

import pytest

from printed import body, sheet
from reportparse.reading.healing import paragraphs_of
from reportparse.reading.layout import Sheet

#: A full line (27 ideographs), and one that begins a paragraph (25 and an indent of two).
FULL = "各村建立台账逐户登记问题并按月回访群众形成闭环管理机制"
FIRST = "　　全年召开会议研究部署法治工作并将任务分解到各科室抓"


def healed(*pages: Sheet) -> list[str]:
    return ["".join(item.text for item in items) for items in paragraphs_of(pages)]


def report(*lines: str) -> Sheet:
    """A page on which some ordinary paragraphs show the margins before the lines in question."""
    usual = [FIRST, FULL, FULL, "收到实效。"] * 2
    return sheet(1, body(*usual, *lines, top=100, pitch=24))


def last(*lines: str) -> list[str]:
    """Return what became of the lines behind the ordinary paragraphs."""
    return healed(report(*lines))[2:]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((FIRST, FULL), id="full-line-then-margin"),
        pytest.param((FIRST, "实。"), id="short-last-line"),
        pytest.param((FIRST[:-1] + "。", FULL), id="sentence-ends-at-the-margin"),
        pytest.param((FIRST, "（二）项规定的事项"), id="mark-inside-an-indented-paragraph"),
        pytest.param((FIRST[:-3], "2021-2025年规划"), id="figure-did-not-fit"),
        pytest.param((FIRST[:-1], "，成效明显"), id="hanging-comma"),
        pytest.param((FIRST[:-2] + "，", "　二是抓落实，"), id="unfinished-though-shifted"),
    ],
)
def test_lines_of_one_paragraph(lines: tuple[str, ...]) -> None:
    assert last(*lines) == ["".join(line.strip() for line in lines)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((FIRST, FULL[:10] + "。", FIRST), id="indent"),
        pytest.param(("　　一、总体情况", FIRST), id="heading"),
        pytest.param(("　　（一）加强领导", "　　（二）强化宣传"), id="two-headings"),
        pytest.param(("各科室：", FIRST), id="addressee"),
        pytest.param((FIRST[:-1] + "。", FIRST), id="full-line-then-indent"),
        pytest.param(("全部办结。", FULL), id="short-line-then-margin"),
        pytest.param((FIRST[:18] + "。", "云岭县人民政府"), id="signature"),
    ],
)
def test_lines_of_two_paragraphs(lines: tuple[str, ...]) -> None:
    parts = last(*lines)
    assert len(parts) == 2
    assert "".join(parts) == "".join(line.strip() for line in lines)


def test_paragraphs_go_on_over_pages() -> None:
    one = report(FIRST)
    two = sheet(2, body("实，办结32件。", FIRST, FULL, FULL, FULL, FULL, FULL, FULL, FULL))
    assert healed(one, two)[2] == FIRST.strip() + "实，办结32件。"


def test_left_and_right_pages_have_margins_of_their_own() -> None:
    shifted = [(text, left + 20, top) for text, left, top in body(*[FIRST, FULL, FULL, FULL] * 3)]
    paragraphs = healed(report(FIRST), sheet(2, shifted))
    assert [text.count("闭环") for text in paragraphs] == [2, 2, 0, 3, 3, 3]


def test_title_goes_on_in_its_second_line() -> None:
    title = [
        ("云岭县人民政府关于二〇二三年法治政府", 86.0, 60.0, 22.0),
        ("建设情况的报告", 220.0, 92.0, 22.0),
    ]
    page = sheet(1, title + body(FIRST, FULL, FULL, FULL, top=150))
    assert healed(page)[0] == "云岭县人民政府关于二〇二三年法治政府建设情况的报告"


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (("云岭县统计公报", 180.0, 60.0, 22.0), ("云岭县统计局", 230.0, 92.0, 18.0)),
        (("云岭县统计公报", 180.0, 60.0, 22.0), ("第一章总则", 220.0, 150.0, 22.0)),
        (("一、总体情况", 112.0, 60.0, 22.0), ("（一）综合", 112.0, 92.0, 22.0)),
    ],
    ids=["smaller", "far-below", "marks"],
)
def test_large_lines_that_are_not_one_title(
    upper: tuple[str, float, float, float], lower: tuple[str, float, float, float]
) -> None:
    page = sheet(1, [upper, lower, *body(FIRST, FULL, FULL, FULL, top=220)])
    assert healed(page)[:2] == [upper[0], lower[0]]


def test_wide_gap_parts_paragraphs() -> None:
    above = body(FIRST, FULL, FULL, top=100)
    below = body(FULL, FULL, FULL, FULL, FULL, FULL, top=260)
    assert [len(text) for text in healed(sheet(1, above + below))] == [25 + 54, 6 * 27]


def test_unit_at_the_right_stands_alone() -> None:
    unit = [("单位：万元", 432.0, 340.0)]
    page = sheet(1, body(*[FULL] * 8, top=100) + unit + body(FULL, top=369))
    assert healed(page)[-2:] == ["单位：万元", FULL]


ITEMS = ["一是开展宣传。", "二是开展培训。", "三是开展走访。"]
MARKS = ["（一）开展宣传。", "（二）开展培训。", "（三）开展走访。"]


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        pytest.param([*ITEMS, FULL[:-1] + "。", "四是末项"], "四是", id="paragraphs-of-items"),
        pytest.param([*MARKS, FULL[:-1] + "。", "（四）末项"], "（四）", id="marks"),
        pytest.param([*ITEMS, FULL[:-7] + "。一是宣传。", "二是末项"], "各村", id="items-inside"),
        pytest.param([FULL, FULL[:-1] + "。", "（四）末项"], "各村", id="no-such-habit"),
    ],
)
def test_marks_at_the_margin(lines: list[str], begins: str) -> None:
    page = sheet(1, body(*lines, FULL[:12] + "。", *[FULL] * 4, top=100, pitch=24))
    (found,) = (text for text in healed(page) if "末项" in text)
    assert found.startswith(begins)


def test_no_lines_no_paragraphs() -> None:
    assert paragraphs_of([Sheet(1, 595, 842, ())]) == []
