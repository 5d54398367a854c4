from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.document import Document, Source
from reportparse.errors import UnreadableSource
from reportparse.reading.text import document_of, read

SOURCE = Source("总结.txt", "text", "0" * 64, 0)
BODY = "今年以来，柳溪镇坚持问题导向，扎实推进各项重点工作，全年办理民生实事36件"


def paragraphs(document: Document) -> list[str]:
    return [paragraph.text(document) for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\f", "\v", "\u2028", "\\r\\n", "\\n", "\n\n"]
)
def test_every_end_of_line(end: str) -> None:
    document = document_of(f"一、总体情况{end}全年办件36件。{end}", SOURCE)
    assert paragraphs(document) == ["一、总体情况", "全年办件36件。"]


@pytest.mark.parametrize(
    "text", ["路径C:\\new。", "参见\\references。"], ids=["new", "references"]
)
def test_a_backslash_in_the_text_ends_no_line(text: str) -> None:
    assert paragraphs(document_of(text, SOURCE)) == [text]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("　　全年办件36件。", "全年办件36件。"),
        ("\t全年办件36件。  ", "全年办件36件。"),
        ("&nbsp; &nbsp; （一）强化领导", "（一）强化领导"),
        ("<U+00A0><U+00A0>（一）强化领导", "（一）强化领导"),
        ("????（一）强化领导????", "（一）强化领导"),
        ("\ufeff\u200b（一）强化领导", "（一）强化领导"),
        ("## （一）强化领导", "（一）强化领导"),
        ("- 走访群众36户", "走访群众36户"),
        ("* **重点**：防汛", "重点**：防汛"),
        ("**（一）强化领导**", "（一）强化领导"),
        ("**（一）**强化领导", "（一）**强化领导"),
        ("-5℃以下天气12天", "-5℃以下天气12天"),
        ("#1号楼改造", "#1号楼改造"),
    ],
)
def test_what_stands_around_a_line(line: str, text: str) -> None:
    assert paragraphs(document_of(line, SOURCE)) == [text]


@pytest.mark.parametrize("text", ["", "\n\n", " \u3000\t", "&nbsp;\n<U+00A0>", "***\n-----"])
def test_nothing_to_read(text: str) -> None:
    assert document_of(text, SOURCE).paragraphs == ()


def test_lines_know_line_and_column() -> None:
    document = document_of("总结\n\n　　办件36件\\r\\n下一步", SOURCE)
    places = [(line.place.line, line.place.column) for line in document.lines]
    assert places == [(1, 1), (3, 1), (3, 12)]
    (place,) = document.locate(document.paragraphs[1].span)
    assert (place.line, place.column) == (3, 3)


def test_a_paragraph_over_two_pages_has_two_places() -> None:
    text = f"{BODY}，切实\n- 1 -\n\f增强群众获得感。\n- 2 -\n"
    document = document_of(text, SOURCE)
    assert paragraphs(document) == [f"{BODY}，切实增强群众获得感。"]
    assert [line.span.of(text) for line in document.furniture] == ["- 1 -", "- 2 -"]
    lines = [place.line for place in document.locate(document.paragraphs[0].span)]
    assert lines == [1, 3]


def test_a_title_in_the_lists_of_a_web_page_is_no_header() -> None:
    page = ["工作报告", BODY + "。", "附件", BODY + "。", "工作报告", BODY + "。"]
    below = ["分享到：", "相关文章", "工作报告", "石桥镇2022年工作报告"]
    document = document_of("\n".join(page + below), SOURCE)
    assert paragraphs(document) == page


def test_metadata_leaves_the_text() -> None:
    document = document_of(f"发文单位：柳溪镇人民政府\n正文：\n{BODY}。", SOURCE)
    assert document.metadata == (("发文单位", "柳溪镇人民政府"), ("正文", ""))
    assert [line.kind for line in document.lines] == ["note", "note", "body"]
    assert paragraphs(document) == [f"{BODY}。"]


def test_read_tells_the_encoding() -> None:
    assert read("办件36件".encode("gb18030"), SOURCE).source.encoding == "gb18030"


def test_read_refuses_what_is_no_text() -> None:
    with pytest.raises(UnreadableSource, match="neither text nor a known format"):
        read(bytes(range(256)) * 4, SOURCE)


@given(st.text(alphabet="共3件，。\n\r\f\\n *-#（一）&nbsp;?\u3000", max_size=120))
def test_any_text_keeps_its_characters(text: str) -> None:
    document = document_of(text, SOURCE)
    assert document.text == text
    ends = [0]
    for line in document.lines:
        assert ends[-1] <= line.span.start < line.span.end
        ends.append(line.span.end)
    pieces = [piece for paragraph in document.paragraphs for piece in paragraph.pieces]
    assert pieces == sorted(pieces)
    for piece in pieces:
        assert piece.of(text).strip() == piece.of(text) != ""
        assert sum(line.span.covers(piece) for line in document.lines) == 1


@pytest.mark.parametrize(
    "name", ["gb18030", "gbk_crlf", "utf16le", "utf8bom"], ids=lambda name: f"seed-{name}"
)
def test_the_seed_is_healed_in_every_encoding(name: str, shared: Path) -> None:
    wanted = (shared / "seed" / "paragraphs.txt").read_text(encoding="utf-8").split("\n")
    data = (shared / "fixtures" / f"seed_{name}.txt").read_bytes()
    found = paragraphs(read(data, SOURCE))
    bare = re.compile(r"[\s*]")
    assert [bare.sub("", text) for text in found] == [bare.sub("", t) for t in wanted if t]


def test_real_reports_are_read(shared: Path) -> None:
    for path in sorted((shared / "reports").glob("*.txt")):
        document = read(path.read_bytes(), SOURCE)
        assert len(document.paragraphs) > 5, path.name
        assert not document.remarks, path.name
