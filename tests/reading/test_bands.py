from __future__ import annotations

import pytest

from printed import body, sheet
from reportparse.reading.bands import furnished, side_of
from reportparse.reading.layout import Sheet

WORDS = ("全年共调处各类矛盾纠纷", "全部办结归档并回访群众")


def pages(*edges: tuple[str, str], top: float = 36, bottom: float = 790) -> list[Sheet]:
    """Bind a page for each (header, footer)."""
    return [
        sheet(
            number,
            [(header, 380, top, 10.5)] * bool(header)
            + body(*WORDS)
            + [(footer, 280, bottom, 14)] * bool(footer),
        )
        for number, (header, footer) in enumerate(edges, 1)
    ]


def furniture(sheets: list[Sheet]) -> list[str]:
    return [row.text for page in furnished(sheets) for row in page.rows if row.kind == "furniture"]


@pytest.mark.parametrize(
    ("footers", "labels"),
    [
        (["- 1 -", "- 2 -"], ["1", "2"]),
        (["— 1 —", "— 2 —"], ["1", "2"]),
        (["－5－", "－6－"], ["5", "6"]),
        (["第1页 共2页", "第2页 共2页"], ["1", "2"]),
        (["1", "2", "3"], ["1", "2", "3"]),
        (["1/3", "2/3", "3/3"], ["1", "2", "3"]),
        (["-1", "2-", "-3"], ["1", "2", "3"]),
        (["", "2", "3", ""], [None, "2", "3", None]),
    ],
    ids=["dashes", "long", "wide", "words", "bare", "of-total", "half", "some-unnumbered"],
)
def test_page_numbers_become_labels(footers: list[str], labels: list[str | None]) -> None:
    sheets = pages(*(("", footer) for footer in footers))
    assert furniture(sheets) == [footer for footer in footers if footer]
    assert [page.label for page in furnished(sheets)] == labels


@pytest.mark.parametrize(
    "headers",
    [
        ["云岭县人民政府文件"] * 3,
        ["云岭县人民政府文件", "", "云岭县人民政府文件", "", "云岭县人民政府文件"],
        ["云岭县统计公报 第1期", "云岭县统计公报 第2期"],
    ],
    ids=["every-page", "every-other-page", "with-digits"],
)
def test_running_headers(headers: list[str]) -> None:
    sheets = pages(*((header, "") for header in headers))
    assert furniture(sheets) == [header for header in headers if header]


def test_number_inside_a_header_is_the_label() -> None:
    sheets = pages(("云岭县统计公报 - 3 -", ""), ("云岭县统计公报 - 4 -", ""))
    assert [page.label for page in furnished(sheets)] == ["3", "4"]


def test_stamp_at_one_spot_is_furniture_in_the_text_too() -> None:
    stamped = [(("内部资料", 200.0, 400.0, 40.0))]
    sheets = [sheet(number, body(*WORDS) + stamped) for number in range(1, 5)]
    assert furniture(sheets) == ["内部资料"] * 4


@pytest.mark.parametrize(
    ("sheets", "why"),
    [
        (pages(("一、总体情况", ""), ("一、总体情况", "")), "a mark"),
        (pages(("全部办结。", ""), ("全部办结。", "")), "a full stop"),
        (pages(("云岭县人民政府", ""), ("柳溪镇人民政府", "")), "not repeated"),
        (pages(("云岭县人民政府", "")), "one page"),
        (pages(("", "2023"), ("", "2023")), "a year"),
        (pages(("", "12"), ("", "57"), ("", "31")), "figures that do not count pages"),
        (pages(("云岭县", ""), ("云岭县", ""), top=200), "in the text"),
        (pages(("", "- 1 -"), bottom=500), "a page number in the text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_furniture(sheets: list[Sheet], why: str) -> None:
    assert why
    assert furniture(sheets) == []


@pytest.mark.parametrize(("top", "side"), [(60, "top"), (110, ""), (720, ""), (760, "bottom")])
def test_bands(top: float, side: str) -> None:
    page = sheet(1, [("全年", 80, top)])
    assert side_of(page.rows[0], page.height) == side
