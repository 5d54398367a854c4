from __future__ import annotations

import pytest

from related import related
from reportparse import parse

TITLE = "石桥镇2031年工作总结\n"
FOUND = [
    ("the same", "共发放普法手册800册。共发放普法手册800册。", "800 = 800", "holds"),
    (
        "a hedge takes it in",
        "共排查安全隐患3000余处。共排查安全隐患3012处。",
        "3000余 = 3012",
        "holds",
    ),
    ("about", "接待来访群众约2000人次。接待来访群众1960人次。", "约2000 = 1960", "holds"),
    ("rounded", "接待来访群众2.1万人次。接待来访群众20960人次。", "2.1万 = 20960", "rounded"),
    (
        "cut off",
        "累计发放农机补贴1.2万元。累计发放农机补贴12834元。",
        "1.2万 = 12834",
        "truncated",
    ),
    ("two digits swapped", "排查安全隐患312处。我镇排查隐患321处。", "312 ≠ 321", "fails"),
    ("another figure", "共排查安全隐患312处。共排查安全隐患321处。", "312 ≠ 321", "fails"),
]
SILENT = [
    ("not all there is", "排查安全隐患312处。排查安全隐患346处。"),
    ("one is all there is", "排查安全隐患312处。共排查安全隐患346处。"),
    ("two digits swapped, of parts", "其中整改用电隐患312处。其中整改用电隐患321处。"),
    ("two digits swapped, of two years", "2030年排查隐患312处。2031年排查隐患321处。"),
    ("two digits swapped, of few", "排查安全隐患31处。排查安全隐患13处。"),
    ("one sentence", "共发放普法手册800册，共发放普法手册800册。"),
    ("a measure of few words", "共发放手册800册。共发放手册810册。"),
    ("another half of the year", "上半年共排查安全隐患30处。下半年共排查安全隐患40处。"),
    ("another month", "8月共排查安全隐患30处。9月共排查安全隐患40处。"),
    ("another year", "2030年共排查安全隐患30处。2031年共排查安全隐患40处。"),
    ("another village", "青山村共排查安全隐患30处。白水村共排查安全隐患40处。"),
    ("something else was done", "共排查安全隐患30处。共整改安全隐患28处。"),
    ("for each of many", "共发放普法手册800册。每村共发放普法手册80册。"),
    ("another unit", "共发放普法手册800册。共发放普法手册800份。"),
    ("entries of a list", "东片：共新建高标准厂房8座。西片：共新建高标准厂房9座。"),
    ("rates", "案件办结率达到98%。案件办结率达到97%。"),
    ("what will be done", "全年共排查安全隐患30处。明年将排查安全隐患共40处。"),
]


@pytest.mark.parametrize(
    ("text", "formula", "verdict"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND]
)
def test_restatement(text, formula, verdict):
    assert related(TITLE + text, "restates") == [(formula, verdict)]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_restatement(text):
    assert related(TITLE + text, "restates") == []


def test_each_telling_is_set_against_the_first():
    text = "共发放普法手册820册。共发放普法手册800余册。共发放普法手册821册。"
    found = [one for one in parse(TITLE + text).relations if one.kind == "restates"]
    assert [one.formula for one in found] == ["820 = 800余", "820 ≠ 821"]
    assert {role for one in found for role, _ in one.members} == {"first", "again"}
    assert found[0].cue == found[0].first.measure
