"""The text as published: every character once, tables as tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

import pdfs
from factory import TEXT, audited
from reportparse.render.blocks import blocks, body
from reportparse.render.shading import shading
from reportparse.report import Report, parse, read

TABLE = """\
南湾镇2023年工作报告

一、数据

| 项目 | 件数 |
|---|---|
| 受理 | 120 |
| 办结 | 118 |

共受理120件。
"""


def drawn(report: Report) -> html.HtmlElement:
    return html.fromstring(f"<div>{body(report, shading(report))}</div>")


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(parse(TEXT), id="prose"),
        pytest.param(parse("  共3件。\n\n\n\t共4件，\r\n其中 2 件"), id="odd-spaces"),
        pytest.param(parse(""), id="empty"),
    ],
)
def test_shows_every_character_once_in_order(report: Report) -> None:
    assert squeezed(drawn(report).text_content()) == squeezed(report.document.text)


@pytest.mark.parametrize("ending", ["pdf", "docx", "ofd", "doc"])
def test_nothing_of_a_real_layout_is_lost(shared: Path, ending: str) -> None:
    report = read(shared / "fixtures" / f"manual.{ending}")
    pieces = [piece for block in blocks(report.document) for piece in block.pieces]
    held = sorted(at for piece in pieces for at in range(piece.start, piece.end))
    text = report.document.text
    assert len(held) == len(set(held))
    assert {at for at, sign in enumerate(text) if not sign.isspace()} - set(held) == set()


def test_paragraph_over_lines_is_one_paragraph() -> None:
    lines = ["　　共受理各类纠纷一百二十件，其中邻里纠纷六十件、", "土地纠纷五十件。"]
    tree = drawn(
        read(pdfs.pdf([pdfs.say(80, 100 + 29 * at, line) for at, line in enumerate(lines)]))
    )
    assert [one.text_content() for one in tree.findall("p")] == ["".join(lines).strip("　")]


def test_table_is_a_table() -> None:
    tree = drawn(parse(TABLE))
    rows = [[cell.text_content() for cell in row] for row in tree.findall(".//tr")]
    assert rows == [["项目", "件数"], ["受理", "120"], ["办结", "118"]]
    assert "共受理120件。" in [one.text_content() for one in tree.findall("p")]


def test_merged_cells_span() -> None:
    report = read(
        "<table><tr><td colspan=2>合计</td></tr><tr><td>12件</td><td>8件</td></tr>"
        "<tr><td>13件</td><td>9件</td></tr></table><p>共办结20件。</p>".encode(),
        "a.html",
    )
    assert drawn(report).xpath(".//td/@colspan") == ["2"]


def test_title_and_headings_stand_out() -> None:
    tree = drawn(audited())
    assert tree.xpath("string(p[@class='title'])") == TEXT.partition("\n")[0]
    assert [one.text_content() for one in tree.xpath("p[@class='heading']")] == [
        "一、工作情况", "二、下一步打算",
    ]  # fmt: skip


def test_page_furniture_is_set_back() -> None:
    pages = pdfs.typeset(["全年共调解纠纷120件，调处成功118件。" * 3] * 12, height=10)
    tree = drawn(read(pdfs.pdf(*pages)))
    numbers = [one.text_content() for one in tree.xpath("p[@class='furniture']")]
    assert numbers[:2] == ["- 1 -", "- 2 -"]
