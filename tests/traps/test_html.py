"""Traps of web pages: bodies without paragraphs, indexes, counters, lists, raised figures."""

from __future__ import annotations

import pytest

import reportparse as rp
from reportparse.report import Report

HEAD = "云岭镇2023年工作报告"
BODY = [
    "一、主要工作",
    "全年走访群众320户，调解纠纷86件，其中邻里纠纷50件，婚姻纠纷36件。",
    "二、下一步打算",
    "继续做好走访，年内再办讲座6场，覆盖12个村。",
]
PS = "".join(f"<p>{line}</p>" for line in BODY)


def read(body: str, charset: str = "utf-8", encoding: str = "utf-8") -> Report:
    page = f"<html><head><meta charset={charset}><title>{HEAD}</title></head><body>{body}</body>"
    return rp.read(page.encode(encoding))


def texts(report: Report) -> list[str]:
    return [paragraph.text(report.document) for paragraph in report.document.paragraphs]


NEWS = "".join(
    f"<li><a href=/{year}>云岭镇{year}年工作报告：办结{year}件</a><span>{year}-01-09</span></li>"
    for year in range(2015, 2023)
)
PAGES = [
    pytest.param(f"<h1>{HEAD}</h1><div>{'<br>'.join(BODY)}</div>", id="35-breaks"),
    pytest.param(
        f"<table><tr><td>导航</td><td><h1>{HEAD}</h1>{PS}</td></tr></table>", id="35-layout-table"
    ),
    pytest.param(
        f"<table><tr><td id=UCAP-CONTENT><p>{HEAD}</p>{PS}</td></tr></table>", id="35-ucap"
    ),
    pytest.param(
        "<table><tr><th>索引号</th><td>008140/2023-00012</td><th>发文字号</th>"
        f"<td>云府〔2023〕8号</td></tr></table><h1>{HEAD}</h1><div>点击量：356 次</div>"
        f"<div>{PS}</div>",
        id="36-index-and-counter",
    ),
    pytest.param(
        f"<h1>{HEAD}</h1><div>{PS}</div><div><h3>相关文章</h3><ul>{NEWS}</ul></div>", id="37-news"
    ),
]


@pytest.mark.parametrize("body", PAGES)
def test_only_the_report_is_the_report(body: str) -> None:
    report = read(body)
    assert texts(report) == [HEAD, *BODY]
    assert [one.num_text for one in report.quantities] == ["320", "86", "50", "36", "6", "12"]


def test_33_a_page_declared_gb2312() -> None:
    report = read(f"<h1>{HEAD}</h1><p>云府〔2023〕8号，杨䶮等3人。", "gb2312", "gb18030")
    assert texts(report)[1] == "云府〔2023〕8号，杨䶮等3人。"


def test_38_only_a_file() -> None:
    report = read(f"<h1>{HEAD}</h1><p>附件：<a href=/a.pdf>工作报告.pdf</a></p>")
    assert [remark.code for remark in report.document.remarks] == ["body_in_attachment"]


#: What a browser shows -> lines of the text.
SHOWN = [
    pytest.param("面积30m<sup>2</sup>，共8间。", ["面积30m²，共8间。"], id="19-square"),
    pytest.param("办结36件<sup>1</sup>，共8人。", ["办结36件¹，共8人。"], id="19-note"),
    pytest.param(
        "办结36件<sup><a href=#n>[1]</a></sup>。", ["办结36件[1]。"], id="19-note-in-brackets"
    ),
    pytest.param(
        "长3<span style='vertical-align:super'>2</span>米。", ["长3²米。"], id="19-by-style"
    ),
    pytest.param("排放CO<sub>2</sub> 3吨。", ["排放CO2 3吨。"], id="19-lowered"),
    pytest.param(
        "<ol><li>走访320户。<li><p>办结36件。</p></ol>", ["1. 走访320户。", "2. 办结36件。"],
        id="39-list",
    ),
    pytest.param(
        "<ol><li>走访：<ol type=a><li>320户；<li>8村。</ol><li>办结36件。</ol>",
        ["1. 走访：", "a. 320户；", "b. 8村。", "2. 办结36件。"],
        id="39-list-in-list",
    ),
    pytest.param(
        "<ol><li>1.走访320户。<li>2.办结36件。</ol>", ["1.走访320户。", "2.办结36件。"],
        id="40-typed-too",
    ),
    pytest.param("<ol><li>1.5万元已到位。</ol>", ["1. 1.5万元已到位。"], id="40-no-number-typed"),
    pytest.param("<ul><li>走访320户。</ul>", ["走访320户。"], id="41-dots"),
    pytest.param(
        "<ol style='list-style:none'><li>走访320户。</ol>", ["走访320户。"], id="41-none"
    ),
    pytest.param(
        "<table><tr><td>村<td>件<tr><td>东村<td>12<br>34</table>", ["村\t件", "东村\t12 34"],
        id="42-figures-in-a-cell",
    ),
    pytest.param(
        "<table><tr><td>村<td>件<tr><td><ol><li>东村<li>西村</ol><td>30</table>",
        ["村\t件", "东村西村\t30"],
        id="42-list-in-a-cell",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "lines"), SHOWN)
def test_what_a_browser_shows(body: str, lines: list[str]) -> None:
    assert read(body).document.text.split("\n") == lines


def test_39_numbers_of_lists_are_marked_and_make_the_outline() -> None:
    report = read("<h1>云岭镇2023年工作报告</h1><ol><li>走访320户。<li>办结36件。</ol>")
    assert [line.numbered for line in report.document.lines] == [0, 3, 3]
    assert [one.num_text for one in report.quantities] == ["320", "36"]


def test_the_place_is_the_element() -> None:
    report = read(f"<div><h1>{HEAD}</h1></div><div>{PS}</div>")
    places = [report.locate(claim)[0].path for claim in report.claims]
    assert places[0] == "/html/body/div[2]/p[2]"
    assert places[-1] == "/html/body/div[2]/p[4]"
