"""The workbook, read back from its parts."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from factory import audited
from reportparse.errors import MissingExtra
from reportparse.render.sheet import sheets, to_excel
from reportparse.report import Report, parse
from reportparse.rows import COLUMNS, HEADERS_ZH

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def opened(report: Report, path: Path, lang: str = "zh") -> dict[str, list[list[str]]]:
    """Write a workbook and return the cells of every sheet as texts."""
    to_excel([report], path, lang)  # type: ignore[arg-type]
    with zipfile.ZipFile(path) as parts:
        shared = etree.fromstring(parts.read("xl/sharedStrings.xml"))
        texts = ["".join(one.itertext()).strip("\n") for one in shared.iterfind("m:si", NAMES)]
        book = etree.fromstring(parts.read("xl/workbook.xml"))
        names = [one.get("name") for one in book.iterfind(".//m:sheet", NAMES)]
        return {
            name: _rows(parts.read(f"xl/worksheets/sheet{at}.xml"), texts)
            for at, name in enumerate(names, 1)
        }


def _rows(part: bytes, texts: list[str]) -> list[list[str]]:
    rows = etree.fromstring(part).iterfind(".//m:row", NAMES)
    return [[_cell(cell, texts) for cell in row.iterfind("m:c", NAMES)] for row in rows]


def _cell(cell: etree._Element, texts: list[str]) -> str:
    assert cell.find("m:f", NAMES) is None
    value = cell.findtext("m:v", "", NAMES)
    return texts[int(value)] if cell.get("t") == "s" else value


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("zh", ["报告", "问题", "数据", "勾稽关系", "核对通过", "结构"]),
        ("en", ["report", "findings", "claims", "relations", "checked and right", "outline"]),
    ],
)
def test_sheets_and_headers(lang: str, names: list[str], tmp_path: Path) -> None:
    book = opened(audited(), tmp_path / "a.xlsx", lang)
    assert list(book) == names
    english = COLUMNS["claims"]
    headers = [HEADERS_ZH[column] for column in english] if lang == "zh" else list(english)
    assert book[names[2]][0] == headers


def test_rows_say_what_the_tables_say(tmp_path: Path) -> None:
    book = opened(audited(), tmp_path / "a.xlsx")
    claims = [dict(zip(book["数据"][0], row, strict=True)) for row in book["数据"][1:]]
    assert len(claims) == 9
    assert (claims[0]["指标"], claims[0]["数值"], claims[0]["状态"]) == ("讲座", "31", "实绩")
    assert book["问题"][1][1:4] == ["TOT101", "parts_exceed_total", "错误"]
    assert [row[3] for row in book["核对通过"][1:]] == ["245 / 250 = 98%"]


def test_text_never_becomes_a_formula(tmp_path: Path) -> None:
    text = "=1+1镇\n一、=SUM(A1+A9)工作\n=HYPERLINK()共举办讲座31场次，http://x.cn见。\n二、@其他\n无。"
    book = opened(audited(text, "31场次", "讲座"), tmp_path / "a.xlsx")
    titles = [row[7] for row in book["结构"][1:]]
    assert titles == ["=SUM(A1+A9)工作", "@其他"]


@pytest.mark.parametrize("text", ["", "共" + "很" * 40_000 + "多，计3件。"], ids=["empty", "long"])
def test_any_report_can_be_written(text: str, tmp_path: Path) -> None:
    assert len(opened(parse(text), tmp_path / "a.xlsx")) == 6


def test_several_reports_share_the_sheets() -> None:
    overview = next(iter(sheets([audited(), audited()], "zh")))
    assert len(overview.rows) == 2


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match=r"xlsxwriter is needed: .*reportparse-zh\[excel\]"):
        to_excel([audited()], tmp_path / "a.xlsx")
