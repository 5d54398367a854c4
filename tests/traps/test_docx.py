"""Traps of Word files: numbers that no one typed, tags, changes, boxes, styles."""

from __future__ import annotations

import pytest

import reportparse as rp
from reportparse.report import Report
from words import docx, listed, lvl, num, p, pattern, r, tbl, tc, tr

HEAD = "云岭镇2023年工作报告"
STYLE = '<w:pStyle w:val="H1"/>'
LISTS = (
    pattern(0, lvl(0, "chineseCounting", "%1、"), lvl(1, "chineseCounting", "（%2）"))
    + pattern(1, lvl(0, "decimal", "%1."))
    + pattern(2, lvl(0, "bullet", "\uf0b7"), lvl(1, "none", ""))
    + num(1, 0) + num(2, 1) + num(3, 2)
)  # fmt: skip
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>'
    f"{listed()}</w:pPr></w:style>"
)


def read(*blocks: str, **parts: str) -> Report:
    return rp.read(docx(*blocks, numbering=LISTS, styles=STYLES, **parts))


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def box(text: str) -> str:
    choice = f"<mc:Choice><w:drawing><wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"  # noqa: E501
    old = f"<w:pict><v:t><w:txbxContent>{p(text)}</w:txbxContent></v:t></w:pict>"
    return run(
        f"<mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )


FIELD = (
    run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>= 1+2</w:instrText>")
    + run('<w:fldChar w:fldCharType="separate"/>') + r("36")
    + run('<w:fldChar w:fldCharType="end"/>')
)  # fmt: skip

#: Paragraphs of the file -> paragraphs as read, and codes of remarks.
TRAPS = [
    pytest.param(
        [p("主要工作", listed()), p("走访", listed(level=1)), p("打算", listed())],
        ["一、主要工作", "（一）走访", "二、打算"], [], id="39-numbers",
    ),
    pytest.param([p("主要工作", STYLE)], ["一、主要工作"], [], id="39-by-style"),
    pytest.param([p("一、主要工作", listed())], ["一、主要工作"], [], id="40-the-same-typed"),
    pytest.param(
        [p("a", listed()), p("(一)组织领导", listed(level=1))], ["一、a", "(一)组织领导"], [],
        id="40-the-same-in-half-width",
    ),
    pytest.param(
        [p("二、主要工作", listed())], ["一、二、主要工作"], ["numbered_twice"], id="40-another"
    ),
    pytest.param([p("1.5万元到位", listed(2))], ["1. 1.5万元到位"], [], id="40-a-figure"),
    pytest.param([p("1.走访320户", listed(2))], ["1.走访320户"], [], id="40-typed-digit"),
    pytest.param(
        [p("走访", listed(3)), p("办结", listed(3, 1))], ["走访", "办结"], [], id="41-no-label"
    ),
    pytest.param(
        [p("<w:smartTag>" + r("2023年3月") + "</w:smartTag>" + r("走访") +
           "<w:sdt><w:sdtContent>" + r("320") + "</w:sdtContent></w:sdt>" +
           "<w:hyperlink>" + r("户，办") + "</w:hyperlink><w:fldSimple>" + r("46") +
           "</w:fldSimple><w:customXml>" + r("件") + "</w:customXml>")],
        ["2023年3月走访320户，办46件"], [], id="42-transparent",
    ),
    pytest.param([p(r("办结") + FIELD + r("件"))], ["办结36件"], [], id="42-field"),
    pytest.param(
        [p(r("办结") + '<w:ins w:id="1">' + r("201") + '</w:ins><w:del w:id="2"><w:r><w:delText>'
           "198</w:delText></w:r></w:del>" + r("件"))],
        ["办结201件"], ["tracked_changes"], id="43-changes",
    ),
    pytest.param(
        [p('<w:moveFrom w:id="1">' + r("移11件") + "</w:moveFrom>" + r("留")), p(
            '<w:moveTo w:id="2">' + r("移11件") + "</w:moveTo>")],
        ["留", "移11件"], ["tracked_changes"], id="43-moved",
    ),
    pytest.param(
        [p(r("办结36件") + r("，内部数39件", "<w:vanish/>"))], ["办结36件"], ["hidden_text"],
        id="44-hidden",
    ),
    pytest.param([p(r("前") + box("框内8件")), p("后")], ["前", "框内8件", "后"], [], id="45-box"),
    pytest.param(
        [p(run("<w:t>一、主要工作</w:t><w:br/><w:t>（一）走访320户。</w:t>"))],
        ["一、主要工作", "（一）走访320户。"], [], id="46-break",
    ),
    pytest.param(
        [p(r("面积30m") + r("2", '<w:vertAlign w:val="superscript"/>') + r("，共8间"))],
        ["面积30m²，共8间"], [], id="19-raised",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "expected", "codes"), TRAPS)
def test_paragraphs(blocks: list[str], expected: list[str], codes: list[str]) -> None:
    document = read(*blocks).document
    assert [paragraph.text(document) for paragraph in document.paragraphs] == expected
    assert [remark.code for remark in document.remarks] == codes


LONG = "今年以来共走访群众320户，调解纠纷86件，成功率97.7%，得到群众好评。全年未发生重大事故。"


def test_47_a_style_of_headings_makes_no_heading_of_a_paragraph() -> None:
    style = '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 1"/></w:style>'
    blocks = [p(HEAD), p("一、主要工作"), p(LONG, '<w:pStyle w:val="H2"/>')]
    report = rp.read(docx(*blocks, styles=style))
    assert [section.title for section in report.sections] == ["主要工作"]
    assert [one.num_text for one in report.quantities][:2] == ["320", "86"]


@pytest.mark.parametrize("bold", ["", "<w:b/>"], ids=["plain", "bold"])
def test_48_numbers_make_the_outline_without_any_style(bold: str) -> None:
    lines = (HEAD, "一、主要工作", "（一）走访群众", LONG, "二、打算")
    report = rp.read(docx(*(p(r(line, bold)) for line in lines)))
    assert [(section.level, section.title) for section in report.sections] == [
        (1, "主要工作"), (2, "走访群众"), (1, "打算"),
    ]  # fmt: skip


def test_28_a_merged_cell_fills_what_it_covers() -> None:
    table = tbl(tr("村", "件"), tr("东村", "46"), tr(tc("合计46", '<w:gridSpan w:val="2"/>')))
    [found] = read(p("表1 办件情况"), p("单位：件"), table).document.tables
    assert found.rows()[-1] == ("合计46", "合计46")
    assert (found.caption, found.unit) == ("表1 办件情况", "件")


def test_39_automatic_numbers_are_marked() -> None:
    document = read(p(HEAD), p("主要工作", listed()), p("二、打算", listed())).document
    assert [line.numbered for line in document.lines] == [0, 2, 0]


def test_the_place_is_the_paragraph_or_the_cell() -> None:
    report = read(p(HEAD), p(""), p("走访群众320户。"), tbl(tr("村", "件"), tr("东村", "46")))
    assert [place.path for place in report.locate(report.claims[0])] == ["body/p3"]
    cell = report.document.tables[0].cells[3]
    assert cell.span is not None
    assert report.locate(cell.span)[0].path == "body/tbl1/r2"
