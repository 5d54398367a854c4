"""The sentence around a place."""

from __future__ import annotations

import pytest

from factory import span_in
from reportparse.render.context import excerpt
from reportparse.report import parse

TEXT = "第一句，调解3件。第二句：排查12处；整改12处！\n第三句没有句号共5起\n末句7人。"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("3件", "第一句，调解3件。"),
        ("排查12处", "第二句：排查12处；整改12处！"),
        ("！", "第二句：排查12处；整改12处！"),
        ("第三句", "第三句没有句号共5起"),
        ("5起", "第三句没有句号共5起"),
        ("人。", "末句7人。"),
    ],
)
def test_finds_the_sentence(words: str, sentence: str) -> None:
    report = parse(TEXT)
    assert report.sentence(span_in(report, words)) == sentence


def test_takes_sentences_together_that_a_span_covers() -> None:
    report = parse(TEXT)
    whole = span_in(report, "3件").to(span_in(report, "12处"))
    assert report.sentence(whole) == "第一句，调解3件。第二句：排查12处；整改12处！"


def test_reads_past_emphasis_and_line_breaks() -> None:
    report = parse("全年共调处各类\n矛盾纠纷 **198** 件，成功率高。")
    shown = excerpt(report, [report.quantities[0].span])
    start, end = shown.marks[0]
    assert "**" not in shown.text
    assert shown.text[start:end] == "198件"


def test_leaves_out_what_stands_elsewhere() -> None:
    report = parse(TEXT)
    shown = excerpt(report, [span_in(report, "3件"), span_in(report, "5起")])
    assert [shown.text[start:end] for start, end in shown.marks] == ["3件"]
