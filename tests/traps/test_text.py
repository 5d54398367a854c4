"""Traps of text files: where paragraphs were cut, and what encodings do."""

from __future__ import annotations

import pytest

import reportparse as rp
from reportparse.report import Report

HEAD = "云岭镇2023年工作报告"
FULL = "今年以来，镇党委坚持每月研究一次平安建设工作，全年累计走访群众320户，"


def view(text: str) -> list[str]:
    return rp.read(text.encode()).view.text.split("\n")


#: Text as published -> its paragraphs as the rules read them.
CUTS = [
    pytest.param(
        f"{HEAD}\n\n{FULL}定期召开\n\n专题会议12次。", [HEAD, f"{FULL}定期召开专题会议12次。"],
        id="1-mid-sentence",
    ),
    pytest.param(
        f"{HEAD}\n\n{FULL}建成法律服务工\n\n作室3个。", [HEAD, f"{FULL}建成法律服务工作室3个。"],
        id="2-inside-a-word",
    ),
    pytest.param(
        f"{HEAD}\n\n{FULL}今年重点学习了\n\n《中华人民共和国民法典》等2部法律。",
        [HEAD, f"{FULL}今年重点学习了《中华人民共和国民法典》等2部法律。"],
        id="3-book-title",
    ),
    pytest.param(
        f"{HEAD}\n\n{FULL}开会12次。\n\n全年办结36件。",
        [HEAD, f"{FULL}开会12次。", "全年办结36件。"],
        id="4-after-a-full-stop",
    ),
    pytest.param(
        f"{HEAD}\n\n**2023**年培养“法律明白人”**50** 余名。",
        [HEAD, "2023年培养“法律明白人”50余名。"],
        id="5-emphasis",
    ),
    pytest.param(
        f"{HEAD}\n\n一、工作情况\n\n全年办结36件，涉及群众\n\n- 3 -\n\n120人。",
        [HEAD, "一、工作情况", "全年办结36件，涉及群众120人。"],
        id="24-page-number",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_cuts(text: str, expected: list[str]) -> None:
    assert view(text) == expected


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("米䶮𠅤3人".encode("gb18030"), "米䶮𠅤3人", id="33-rare-names"),
        pytest.param("办结198件。".encode("gb18030"), "办结198件。", id="34-short"),
        pytest.param("办结198件。".encode("utf-16-le"), "办结198件。", id="34-utf-16"),
        pytest.param("办结198件。".encode("utf-8-sig"), "办结198件。", id="13-mark"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert rp.read(data).document.text == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("办结\ue123\ue124\ue125\ue126\ue127件。", "odd_characters", id="14-private"),
        pytest.param("办结36件。" * 9 + "\ufffd", "lost_characters", id="14-lost"),
        pytest.param("关于办结36件".encode("gbk").decode("latin-1"), "odd_characters",
                     id="15-mojibake"),
    ],
)  # fmt: skip
def test_doubts_are_told(text: str, code: str) -> None:
    report: Report = rp.read(text.encode())
    assert [remark.code for remark in report.document.remarks] == [code]


def test_the_place_is_line_and_column() -> None:
    report = rp.read(f"{HEAD}\r\n\r\n\u3000\u3000全年办结36件。\r\n".encode("gb18030"))
    [claim] = report.claims
    [place] = report.locate(claim)
    assert (place.line, place.column) == (3, 7)
