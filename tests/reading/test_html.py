"""Web pages: the report and nothing else, whatever stands around it and however it is set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reportparse as rp
from reportparse.document import Document, Source
from reportparse.errors import UnreadableSource
from reportparse.reading.html import read

TITLE = "柳溪镇2023年法治政府建设工作报告"
BODY = (
    "柳溪镇党政办：",
    "一、主要工作",
    "全年开展宣传12次，发放资料3400份，群众反映良好。",
    "调解纠纷86件，其中邻里纠纷50件，婚姻纠纷36件；均已办结。",
    "二、下一步打算",
    "继续做好普法工作，年内再办讲座6场。",
)
MENU = (
    "<div><ul>" + "".join(f"<li><a href='/{n}'>政务{n}</a></li>" for n in range(9)) + "</ul></div>"
)
INDEX = (
    "<table><tr><td>索 引 号：</td><td>0081/2023-7</td><td>公开方式：</td><td>主动公开</td></tr>"
    "<tr><td>发布机构：</td><td>柳溪镇</td><td>成文日期：</td><td>2023-12-01</td></tr></table>"
)
INFO = "<div>发布时间：2023-12-05　点击量：<span>356</span>次　【<a>打印</a>】</div>"
FOOT = "<div>上一篇：<a href='/a'>柳溪镇2022年报告</a><br>主办：柳溪镇</div>"


def source(data: bytes) -> Source:
    return Source("page.html", "html", "", len(data))


def page(body: str, head: str = "") -> Document:
    data = f"<html><head>{head}</head><body>{body}</body></html>".encode()
    return read(data, source(data))


def texts(document: Document) -> list[str]:
    return [paragraph.text(document) for paragraph in document.paragraphs]


def paragraphs(lines: tuple[str, ...] = BODY) -> str:
    return "".join(f"<p>\u3000\u3000{line}&nbsp;</p>" for line in lines)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<h1>{TITLE}</h1>{INFO}<div id=c>{paragraphs()}</div>", id="paragraphs"),
        pytest.param(f"<h1>{TITLE}</h1><div>{'<br/>'.join(BODY)}</div>", id="breaks"),
        pytest.param(
            f"<table><tr><td>栏目</td><td>{paragraphs((TITLE, *BODY))}</td></tr></table>",
            id="layout-table",
        ),
        pytest.param(f"<h1>{TITLE}</h1><div>" + r"\r\n".join(BODY) + "</div>", id="escaped"),
        pytest.param(f"{INDEX}<h2>{TITLE}</h2><td>{paragraphs()}</td>", id="index"),
        pytest.param(
            f"<h1>{TITLE}</h1><div>{paragraphs()}<p style='display:none'>隐藏，9件。</p>"
            "<script>var a='脚本，8件。'</script></div>",
            id="hidden",
        ),
    ],
)
def test_paragraphs_are_the_report(body: str) -> None:
    document = page(MENU + body + FOOT)
    assert texts(document) == [TITLE, *BODY]
    assert "政务3" in document.text
    assert document.furniture


def test_the_index_is_metadata_and_no_figure() -> None:
    document = page(f"{MENU}{INDEX}<h1>{TITLE}</h1>{INFO}<div>{paragraphs()}</div>{FOOT}")
    assert document.metadata == (
        ("索引号", "0081/2023-7"),
        ("公开方式", "主动公开"),
        ("发布机构", "柳溪镇"),
        ("成文日期", "2023-12-01"),
    )
    assert [line.kind for line in document.lines].count("note") == 2


def test_a_table_of_data_is_a_table() -> None:
    rows = (
        "<tr><td rowspan=2>镇</td><td>件</td></tr><tr><td>86</td></tr>"
        "<tr><td colspan=2>合计86</td></tr><tr><td>甲</td><td>1</td></tr>"
    )
    caption = "<p align=center>2023年办件情况</p><p>单位：件</p>"
    document = page(f"<h1>{TITLE}</h1><div>{paragraphs()}{caption}<table>{rows}</table></div>")
    (table,) = document.tables
    assert table.rows() == (("镇", "件"), ("镇", "86"), ("合计86", "合计86"), ("甲", "1"))
    assert (table.caption, table.unit) == ("2023年办件情况", "件")
    assert all(cell.span and cell.span.of(document.text) == cell.text for cell in table.cells)
    assert texts(document) == [TITLE, *BODY]


def test_places_are_paths_and_pieces_leave_the_indent_out() -> None:
    document = page(f"<div>{paragraphs((TITLE, *BODY))}</div>")
    span = document.paragraphs[2].span
    assert document.locate(span)[0].path == "/html/body/div[1]/p[3]"
    assert document.text[span.start - 2 : span.start] == "\u3000\u3000"


@pytest.mark.parametrize(
    ("declared", "encoding", "found"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("utf-8", "utf-8-sig", "utf-8"),
        ("big5", "big5", "big5"),
        ("nonsense", "utf-16", "utf-16-le"),
    ],
)
def test_encodings(declared: str, encoding: str, found: str) -> None:
    rare = "" if encoding == "big5" else "䶮"
    text = f"<html><meta charset={declared}><body><p>三月，十日。{rare}</p></body></html>"
    data = text.encode(encoding)
    document = read(data, source(data))
    assert texts(document) == [f"三月，十日。{rare}"]
    assert document.source.encoding == found


def test_a_report_in_a_file_beside_the_page_is_remarked_on() -> None:
    document = page(
        f"{MENU}<h1>{TITLE}</h1><div><p><a href='/f/1.pdf'>附件：报告.pdf</a></p></div>"
    )
    assert [remark.code for remark in document.remarks] == ["body_in_attachment"]
    assert not page(f"<div>{paragraphs()}</div>").remarks


def test_text_shown_by_a_script_is_read() -> None:
    document = page(f"<div style='display:none'>{paragraphs()}</div>")
    assert texts(document) == list(BODY)
    assert [remark.code for remark in document.remarks] == ["hidden_text"]


@pytest.mark.parametrize("body", ["", "<script>1</script>", "<img src=a.png>", "<p>&nbsp;</p>"])
def test_a_page_without_text_is_empty(body: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        page(body)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize("data", [b"<html", b"<html><body>" + b"<!--" * 9, b"<html>\x00\x01\x02"])
def test_broken_pages_are_typed_errors(data: bytes) -> None:
    with pytest.raises(UnreadableSource):
        read(data, source(data))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>" * 20_000 + "完成，12件。", id="deep"),
        pytest.param("<p>完成，12件。</p>" * 20_000, id="long"),
        pytest.param("<table><tr><td>" * 3_000 + "完成，12件。", id="deep-tables"),
    ],
)
def test_monstrous_pages_end(body: str) -> None:
    data = f"<html><body><p>完成，12件。</p>{body}</body></html>".encode()
    assert "12件" in read(data, source(data)).text


def test_too_many_tags_are_not_read() -> None:
    with pytest.raises(UnreadableSource) as caught:
        page("<p>" * 200_001)
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize("name", ["gov.html", "gov_gb.html", "print.html"])
def test_a_known_report_is_read_as_from_its_text(shared: Path, name: str) -> None:
    plain = rp.read(shared / "seed" / "paragraphs.txt")
    report = rp.read(shared / "fixtures" / name)
    bare = [
        [re.sub(r"[\s*]", "", line) for line in texts(one.document)] for one in (plain, report)
    ]
    assert bare[0] == bare[1]
    assert len(report.sections) == 36
    for field in ("title", "issuer", "addressee", "year", "signed"):
        assert getattr(report, field) == getattr(plain, field)
    values = [[(one.value, one.unit) for one in both.quantities] for both in (plain, report)]
    assert values[0] == values[1]
    relations = [[(one.kind, one.formula) for one in both.relations] for both in (plain, report)]
    assert relations[0] == relations[1]
