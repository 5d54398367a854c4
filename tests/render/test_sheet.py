"""The workbook, read back from its parts."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import spreadsheets
from factory import audited
from reportparse.errors import MissingExtra
from reportparse.render.sheet import sheets, to_excel
from reportparse.report import Report, parse
from reportparse.rows import COLUMNS, HEADERS_ZH

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def opened(report: Report, path: Path, lang: str = "zh") -> dict[str, list[list[str]]]:
    """Write a workbook and return the cells of every sheet as texts."""
    to_excel([report], path, lang)  # type: ignore[arg-type]
    return cells(path)


def cells(path: Path) -> dict[str, list[list[str]]]:
    """Return the cells of every sheet of a workbook as texts."""
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
    value = cell.findtext("m:v", "", NAMES)
    return texts[int(value)] if cell.get("t") == "s" else value


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("zh", ["报告", "结构", "数据", "关系", "问题", "核对通过"]),
        ("en", ["report", "outline", "claims", "relations", "findings", "checked and right"]),
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
    assert [row[2] for row in book["核对通过"][1:]] == ["245 / 250 = 98%"]


def test_text_never_becomes_a_formula(tmp_path: Path) -> None:
    text = "=1+1镇\n一、=SUM(A1+A9)工作\n=HYPERLINK()共举办讲座31场次，http://x.cn见。\n二、@其他\n无。"
    path = tmp_path / "a.xlsx"
    book = opened(audited(text, "31场次", "讲座"), path)
    titles = [row[7] for row in book["结构"][1:]]
    assert titles == ["=SUM(A1+A9)工作", "@其他"]
    assert formulas(path) == []


def formulas(path: Path) -> list[str]:
    """Return all formulas of a workbook."""
    with zipfile.ZipFile(path) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        found = [etree.fromstring(parts.read(name)).iterfind(".//m:f", NAMES) for name in sheets]
        return [one.text or "" for cells in found for one in cells]


def test_relations_are_worked_out_from_the_cells_of_their_figures(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = opened(parse("受理纠纷250件，化解245件，化解率98%。"), path)
    row = dict(zip(book["关系"][0], book["关系"][1], strict=True))
    assert [float(row[name]) for name in ("文中数", "重算", "差额")] == [98, 98, 0]
    assert "('数据'!$H$3)/('数据'!$H$2)*100" in formulas(path)


def test_findings_have_a_place_for_the_conclusion(tmp_path: Path) -> None:
    book = opened(audited(), tmp_path / "a.xlsx")
    assert book["问题"][0][-2:] == ["核查结论", "备注"]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet5.xml").decode()
        links = parts.read("xl/worksheets/sheet4.xml").decode()
    assert "属实,不属实,待核实" in sheet
    assert "'数据'!A" in sheet
    assert "'数据'!A" in links


#: A report with relations of every kind, some of which do not agree.
RELATED = """\
一、工作情况
举办讲座41场，其中进村18场、进校15场、进厂10场。受理申请250件，办结245件，办结率98%。
村集体收入由320万元增加到368万元，增长18%。排查隐患从211处下降到204处。
上年结转8件，新受理70件，办结66件，结转下年12件。全年共受理群众信访事项250件。
满意率由91.2%提高到95.7%，提高4.5个百分点。粮食产量35万吨，比上年增加5万吨，增长18%。
二、其他情况
全年共受理群众信访事项252件。
"""


def recalculated(path: Path, folder: Path) -> dict[str, list[list[str]]]:
    """Return the cells of a workbook as LibreOffice works them out."""
    return cells(spreadsheets.resaved(path, folder))


@pytest.mark.slow
def test_libreoffice_works_out_what_the_report_says(tmp_path: Path) -> None:
    report = parse(RELATED)
    path = tmp_path / "a.xlsx"
    written = opened(report, path)["关系"]
    worked_out = recalculated(path, tmp_path)["关系"]
    columns = [written[0].index(name) for name in ("文中数", "重算", "差额")]
    kinds = set()
    for mine, theirs in zip(written[1:], worked_out[1:], strict=True):
        for at in columns:
            if mine[at]:
                assert float(theirs[at]) == pytest.approx(float(mine[at]), abs=1e-6)
                kinds.add(mine[2])
    assert len(kinds) == 5
    by_formula = {row[3]: row for row in worked_out[1:]}
    assert float(by_formula["41 ≠ 18 + 15 + 10"][columns[2]]) == 2


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
