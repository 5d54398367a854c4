from __future__ import annotations

import re
from pathlib import Path

import pytest

import reportparse as rp
from reportparse.document import Document, Source
from reportparse.errors import UnreadableSource
from reportparse.reading import docx as reader
from reportparse.reading import read_document
from words import STRICT, container, docx, listed, lvl, num, p, pattern, r, tbl, tc, tr

NUMBERING = pattern(0, lvl(0, "chineseCounting", "%1、")) + num(1, 0)


def read(data: bytes) -> Document:
    return reader.read(data, Source("a.docx", "docx", "", len(data)))


def paragraphs(document: Document) -> list[str]:
    return [paragraph.text(document) for paragraph in document.paragraphs]


def codes(document: Document) -> list[str]:
    return [remark.code for remark in document.remarks]


def lines(*texts: str) -> str:
    """Return a paragraph broken into lines."""
    return p("<w:r>" + "<w:br/>".join(f"<w:t>{text}</w:t>" for text in texts) + "</w:r>")


def test_text_lines_and_paragraphs() -> None:
    document = read(docx(p("云岭县工作报告"), p(""), p("\u3000\u3000全年走访320户。 ")))
    assert document.text == "云岭县工作报告\n\u3000\u3000全年走访320户。 "
    assert paragraphs(document) == ["云岭县工作报告", "全年走访320户。"]
    assert [line.place.path for line in document.lines] == ["body/p1", "body/p3"]
    assert [line.span.of(document.text) for line in document.lines] == document.text.split("\n")


def test_the_strict_form_is_read() -> None:
    assert read(docx(p("全年走访320户。"), namespace=STRICT)).text == "全年走访320户。"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("云岭县2023年", "法治工作报告"), ["云岭县2023年法治工作报告"]),
        (("一、总体情况", "（一）组织领导"), ["一、总体情况", "（一）组织领导"]),
        (("全年走访320户。", "办结46件。"), ["全年走访320户。", "办结46件。"]),
        (("", "全年走访"), ["全年走访"]),
        (("总体情况", "\u3000\u3000全年走访"), ["总体情况", "全年走访"]),
    ],
    ids=["title", "headings", "sentences", "leading", "indented"],
)
def test_breaks_inside_a_paragraph(texts: tuple[str, ...], expected: list[str]) -> None:
    document = read(docx(lines(*texts)))
    assert paragraphs(document) == expected
    assert "\n" not in "".join(paragraphs(document))


def test_numbers_stand_in_front() -> None:
    document = read(docx(p("\u3000总体情况", listed()), p("问题", listed()), numbering=NUMBERING))
    assert paragraphs(document) == ["一、总体情况", "二、问题"]


def test_transparent_blocks() -> None:
    document = read(
        docx(
            f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>",
            f"<w:customXml>{p('乙')}</w:customXml>",
            f"<mc:AlternateContent><mc:Choice>{p('丙')}</mc:Choice>"
            f"<mc:Fallback>{p('旧')}</mc:Fallback></mc:AlternateContent>",
        )
    )
    assert paragraphs(document) == ["甲", "乙", "丙"]
    assert not document.remarks


def test_changes_of_blocks() -> None:
    document = read(docx(f"<w:ins>{p('新')}</w:ins>", f"<w:moveFrom>{p('旧')}</w:moveFrom>"))
    assert paragraphs(document) == ["新"]
    assert codes(document) == ["tracked_changes"]


GONE = "<w:rPr><w:del/></w:rPr>"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([p("全年走访", GONE), p("320户。")], ["全年走访320户。"]),
        ([p("全年走访", GONE)], ["全年走访"]),
        ([p("全年走访", GONE), tbl(tr("甲", "1"))], ["全年走访"]),
        ([p("", GONE), p("问题", listed())], ["一、问题"]),
    ],
    ids=["joined", "last", "before-table", "empty"],
)
def test_deleted_ends_of_paragraphs(blocks: list[str], expected: list[str]) -> None:
    document = read(docx(*blocks, numbering=NUMBERING))
    assert paragraphs(document) == expected
    assert codes(document) == ["tracked_changes"]


def test_hidden_paragraphs_are_not_counted() -> None:
    hidden = p(r("暗", "<w:vanish/>"), listed())
    document = read(docx(hidden, p("明", listed()), numbering=NUMBERING))
    assert paragraphs(document) == ["一、明"]
    assert codes(document) == ["hidden_text"]


def test_text_boxes_follow_their_paragraph() -> None:
    box = f"<w:r><w:pict><v:x><w:txbxContent>{p('框内')}</w:txbxContent></v:x></w:pict></w:r>"
    document = read(docx(p(r("前") + box), p("后")))
    assert paragraphs(document) == ["前", "框内", "后"]
    assert document.lines[1].place.path == "body/p1/box1/p1"


def test_notes_are_lines_outside_of_paragraphs() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{p("统计口径含非建制镇。")}</w:footnote>'
    document = read(docx(p(r("全年走访") + call + r("320户。")), p("后"), footnotes=notes))
    assert document.text == "全年走访320户。\n统计口径含非建制镇。\n后"
    assert [line.kind for line in document.lines] == ["body", "note", "body"]
    assert document.lines[1].place.path == "footnotes/2"
    assert paragraphs(document) == ["全年走访320户。", "后"]


def test_contents_are_furniture() -> None:
    styles = '<w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    document = read(
        docx(p("一、总体情况\t1", '<w:pStyle w:val="T"/>'), p("一、总体情况"), styles=styles)
    )
    assert [line.kind for line in document.lines] == ["furniture", "body"]
    assert paragraphs(document) == ["一、总体情况"]


def test_tables() -> None:
    table = tbl(
        tr("村", "办件"),
        tr(tc("东村", '<w:vMerge w:val="restart"/>'), "12"),
        tr(tc("", "<w:vMerge/>"), "34"),
        tr(tc("合\n计", '<w:gridSpan w:val="1"/>'), "46"),
    )
    document = read(docx(p("情况如下："), p("表1 办件情况"), p("单位：件"), table, p("后")))
    assert document.text.split("\n")[3:] == [
        "村\t办件", "东村\t12", "\t34", "合计\t46", "后",
    ]  # fmt: skip
    [found] = document.tables
    assert (found.caption, found.unit) == ("表1 办件情况", "件")
    assert found.rows()[2] == ("东村", "34")
    assert all(
        cell.span is None or cell.span.of(document.text) == cell.text for cell in found.cells
    )
    assert paragraphs(document) == ["情况如下：", "后"]
    assert document.lines[4].place.path == "body/tbl1/r2"


def test_cells_hold_numbers_and_boxes() -> None:
    box = f"<w:r><w:pict><v:x><w:txbxContent>{p('框')}</w:txbxContent></v:x></w:pict></w:r>"
    cell = f"<w:tc>{p('甲', listed())}{p(r('乙') + box)}</w:tc>"
    document = read(docx(tbl(tr(cell, "1"), tr("", "")), numbering=NUMBERING))
    assert document.text == "一、甲乙框\t1\n\t"
    assert document.tables[0].rows() == (("一、甲乙框", "1"), ("", ""))


def test_a_table_in_a_cell_follows_as_a_table_of_its_own() -> None:
    deepest = tbl(tr("深", "9"), tr("底", "3"))
    inner = tbl(tr("内", "7"), tr(f"<w:tc>{p('里')}{deepest}</w:tc>", "5"))
    outer = tbl(tr(f"<w:tc>{p('甲')}{inner}{p('')}</w:tc>", "1"), tr("乙", "2"))
    document = read(docx(outer, p("后，共30件。")))
    assert document.text.split("\n") == [
        "甲\t1", "乙\t2", "内\t7", "里\t5", "深\t9", "底\t3", "后，共30件。",
    ]  # fmt: skip
    assert [table.rows()[0] for table in document.tables] == [
        ("甲", "1"), ("内", "7"), ("深", "9"),
    ]  # fmt: skip
    paths = [line.place.path for line in document.lines]
    assert paths[2] == "body/tbl1/r1/c1/tbl1/r1"
    assert paths[4] == "body/tbl1/r1/c1/tbl1/r2/c1/tbl1/r1"


def test_a_row_around_a_table_is_a_frame() -> None:
    inner = tbl(tr("内", "7"), tr("里", "5"))
    document = read(docx(tbl(tr("左，共3件。", f"<w:tc>{p('右')}{inner}</w:tc>"))))
    assert paragraphs(document) == ["左，共3件。", "右"]
    [table] = document.tables
    assert table.rows() == (("内", "7"), ("里", "5"))


def test_prose_in_a_frame() -> None:
    document = read(docx(tbl(tr("一、总体情况\n全年走访320户。"))))
    assert paragraphs(document) == ["一、总体情况", "全年走访320户。"]
    assert not document.tables
    assert document.lines[1].place.path == "body/tbl1/r1/c1/p2"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 word/ and nothing", "damaged"),
        (container({"word/other.xml": "<a/>"}), "damaged"),
        (container({"word/document.xml": "<a/>"}), "damaged"),
        (container({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "damaged"),
        (docx(), "empty"),
        (docx(p("甲"))[:-40], "damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
        ),
    ],
    ids=["no-zip", "no-document", "no-body", "entities", "empty", "cut", "encrypted"],
)
def test_what_cannot_be_read(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_document(data)
    assert caught.value.reason == reason


def test_nested_to_the_limit() -> None:
    deep = r("深")
    for _ in range(90):
        deep = f"<w:smartTag>{deep}</w:smartTag>"
    assert read(docx(p(deep))).text == "深"
    table = p("深")
    for _ in range(45):
        table = tbl(tr(f"<w:tc>{table}</w:tc>", "1"))
    assert read(docx(table)).text.startswith("深")


NUMBERED = docx(
    p("总体情况", listed()), tbl(tr("甲", "1")), p("全年走访320户。"), numbering=NUMBERING
)


@pytest.mark.parametrize("step", [7, 11, 13])
def test_damaged_files_end_in_an_error_or_in_text(step: int) -> None:
    for at in range(0, len(NUMBERED), step):
        for data in (NUMBERED[:at], NUMBERED[:at] + b"\xff" + NUMBERED[at + 1 :]):
            try:
                document = read(data)
            except UnreadableSource:
                continue
            assert len(document.lines) <= 3


def test_the_way_back_to_the_paragraph() -> None:
    report = rp.read(docx(p("云岭县2023年工作报告"), p(""), p("全年走访群众320户。")))
    [claim] = report.claims
    [place] = report.document.locate(claim.quantity.span)
    assert place.path == "body/p3"


# Whole reports


def plain(text: str) -> str:
    return re.sub(r"[\s*]", "", text)


@pytest.mark.parametrize("name", ["manual.docx", "manual_notable.docx", "auto_direct.docx"])
def test_a_report_gives_what_its_text_gives(shared: Path, name: str) -> None:
    [text] = (shared / "seed").glob("0*.txt")
    expected, report = rp.read(text), rp.read(shared / "fixtures" / name)
    assert len(report.sections) == len(expected.sections)
    assert [plain(q.text) for q in report.quantities] == [
        plain(q.text) for q in expected.quantities
    ]
    assert [relation.formula for relation in report.relations] == [
        relation.formula for relation in expected.relations
    ]


@pytest.mark.parametrize(("name", "heights"), [("manual", [9, 32]), ("manual_notable", [])])
def test_paragraphs_and_tables_of_a_report(shared: Path, name: str, heights: list[int]) -> None:
    document = read((shared / "fixtures" / f"{name}.docx").read_bytes())
    expected = (shared / "seed" / "paragraphs.txt").read_text(encoding="utf-8").split("\n")
    assert [plain(text) for text in paragraphs(document)] == [
        plain(text) for text in expected if text.strip()
    ]
    assert [len(table.rows()) for table in document.tables] == heights
