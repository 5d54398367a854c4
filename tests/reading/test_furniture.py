from __future__ import annotations

import pytest

from reportparse.reading.furniture import (
    page_label,
    page_numbers,
    rules_drawn,
    running_headers,
)

#: About half a page of text.
BODY = "今年以来，柳溪镇坚持问题导向，扎实推进各项重点工作，取得较好成效，群众满意度持续提升"
PAGE = [BODY + "，", BODY + "，", BODY + "。"]
#: The same, ending in mid sentence.
TORN = [BODY + "，"] * 3
HEADER = "柳溪镇年度工作总结"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("- 1 -", "1"),
        ("— 12 —", "12"),
        ("－3－", "3"),
        ("–4–", "4"),
        ("·5·", "5"),
        ("~ 6 ~", "6"),
        ("－　７　－", "７"),
        ("第1页", "1"),
        ("第 2 页 共 9 页", "2"),
        ("第3页/共9页", "3"),
        ("第4页，共9页", "4"),
        ("第五页", "五"),
        ("Page 6 of 9", "6"),
        ("P7", "7"),
    ],
)
def test_page_label(line: str, label: str) -> None:
    assert page_label(line) == label


@pytest.mark.parametrize(
    "line",
    [
        "— 2023 —",
        "7",
        "1/3",
        "- 5℃",
        "-5",
        "1.",
        "（1）",
        "第1页记载的内容",
        "—2022年1月27日在会议上",
        "3-5",
        "2021-2025",
    ],
)
def test_no_page_label(line: str) -> None:
    assert page_label(line) is None


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        pytest.param(["- 1 -", BODY, "- 2 -"], {0, 2}, id="dashed"),
        pytest.param([*PAGE, "1", *PAGE, "2", *PAGE, "3"], {3, 7, 11}, id="bare-that-count-on"),
        pytest.param([*PAGE, "1/3", *PAGE, "2/3", *PAGE, "3/3"], {3, 7, 11}, id="of-a-total"),
        pytest.param([*PAGE, "7", *PAGE], set(), id="bare-alone"),
        pytest.param([*PAGE, "1/3", *PAGE], set(), id="a-fraction"),
        pytest.param(["1", "调解", "2", "普法", "3", "整治"], set(), id="column-of-a-table"),
        pytest.param([*PAGE, "3", *PAGE, "8"], set(), id="figures-that-do-not-count-on"),
        pytest.param([*PAGE, "2022", *PAGE, "2023"], set(), id="years"),
    ],
)
def test_page_numbers(lines: list[str], numbers: set[int]) -> None:
    assert page_numbers(lines) == numbers


@pytest.mark.parametrize(
    ("lines", "breaks", "headers"),
    [
        pytest.param(
            [HEADER, *PAGE, HEADER, *PAGE, HEADER, *PAGE],
            {4, 8},
            {4, 8},
            id="the-first-is-the-title",
        ),
        pytest.param(
            [HEADER, "柳溪镇2023年工作总结", *PAGE, HEADER, *PAGE],
            {5},
            {0, 5},
            id="above-the-title",
        ),
        pytest.param(
            ["总结", *TORN, HEADER, *TORN, HEADER, *TORN, HEADER, *PAGE],
            set(),
            {4, 8, 12},
            id="tears-sentences",
        ),
        pytest.param(
            ["总结", *PAGE, "存在问题", *PAGE, "存在问题", *PAGE, "存在问题", *PAGE],
            set(),
            set(),
            id="a-heading-that-comes-back",
        ),
        pytest.param(
            ["总结", *PAGE, "（一）成效", *PAGE, "（一）成效", *PAGE], {4, 8}, set(), id="marked"
        ),
        pytest.param(
            ["总结", *PAGE, "各位代表：", *PAGE, "各位代表：", *PAGE], {4, 8}, set(), id="address"
        ),
        pytest.param(["总结", "合计", "合计", *PAGE, "合计"], {1, 2, 6}, set(), id="too-close"),
    ],
)
def test_running_headers(lines: list[str], breaks: set[int], headers: set[int]) -> None:
    assert running_headers(lines, frozenset(breaks)) == headers


@pytest.mark.parametrize(
    ("line", "drawn"),
    [
        ("----------", True),
        ("*****", True),
        ("═══════", True),
        ("<!--", True),
        ("-->", True),
        ("——经济稳步增长", False),
        ("-", False),
        ("", False),
    ],
)
def test_rules_drawn(line: str, drawn: bool) -> None:
    assert rules_drawn([line]) == (frozenset({0}) if drawn else frozenset())
