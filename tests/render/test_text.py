"""Findings as text: place, sentence with marks that line up, working."""

from __future__ import annotations

import pytest

from factory import TEXT, audited, finding
from reportparse.render import text
from reportparse.render.grid import width
from reportparse.report import parse
from reportparse.span import Span


def test_shows_place_message_marks_and_working() -> None:
    assert text.findings_text(audited(), "zh").splitlines() == [
        "text:5:18  TOT101 [错误] 分项之和大于总数",
        "    全年共举办讲座31场次，其中进校园12场次、进企业10场次、进农村8场次。",
        "                  ^^^^^^            ~~~~~~                      ~~~~~",
        "    算式: 12 + 10 + 8 = 30 ≠ 31",
        "",
        "text  数据 9 项；核对勾稽关系 2 项：相符 1（准确相符），不符 1；错误 1，警告 0，提示 0",
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", "[错误] 分项之和大于总数"), ("en", "[error] the parts exceed the total")],
)
def test_speaks_both_languages(lang: str, said: str) -> None:
    assert said in text.findings_text(audited(), lang)  # type: ignore[arg-type]


def test_quotes_figures_from_other_sentences_too() -> None:
    lines = text.findings_text(audited(TEXT, "31场次", "46处", "245件"), "zh").splitlines()
    assert lines[3].strip() == "共排查隐患46处。"
    assert lines[4].strip() == "~~~~"
    assert "受理纠纷250件，化解245件" in lines[5]


def test_long_sentences_show_the_lines_with_marks_only() -> None:
    long = "为" + "进一步" * 60 + "做好工作，举办讲座31场次。"
    lines = text.findings_text(audited(long, "31场次", "31场次"), "zh").splitlines()
    assert lines[4:-1] == [""]
    assert max(map(width, lines[:4])) <= 80
    assert lines[2].index("^") == width(lines[1][: lines[1].index("31")])


def test_missing_character_is_marked_where_it_should_stand() -> None:
    report = parse("印发工作方案》的通知。")
    at = report.document.text.index("》")
    fault = finding(report, "》", span=Span(at, at), evidence=())
    lines = text.findings_text(report.with_findings([fault]), "zh").splitlines()
    assert lines[2].strip() == "^^"


def test_alternatives_are_named() -> None:
    report = parse(TEXT)
    fault = finding(report, "98%", alternatives=("245 / 249 = 98.4%",))
    assert "或可解释为: 245 / 249 = 98.4%" in text.findings_text(
        report.with_findings([fault]), "zh"
    )


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        pytest.param(
            "没有数据。", "没有读到数据，无从核对；未发现问题",
            "no figures read, so nothing was checked; no findings", id="no-figures",
        ),
        pytest.param(
            "举办讲座41场。", "数据 1 项；核对勾稽关系 0 项；未发现问题",
            "figures 1; relations tried 0; no findings", id="no-relations",
        ),
        pytest.param(
            "受理250件，办结245件，办结率98%。群众满意率97%。",
            "数据 4 项；核对勾稽关系 1 项：相符 1（准确相符），不符 0；"
            "无法核对 1 项（未给出分子或分母）；未发现问题",
            "figures 4; relations tried 1: held 1 (exactly), failed 0; "
            "could not be tested 1 (no figures printed); no findings", id="some",
        ),
    ],
)  # fmt: skip
def test_silence_says_what_was_tried(words: str, zh: str, en: str) -> None:
    report = parse(words).with_findings([])
    assert text.findings_text(report, "zh") == f"text  {zh}"
    assert text.findings_text(report, "en") == f"text  {en}"


def test_several_reports_are_told_together() -> None:
    told = text.total_line([parse("举办讲座41场。").with_findings([]), audited()], "en")
    assert told.startswith("2 reports  figures 10; relations tried 2: held 1")


def test_ledger_lists_what_agrees_and_what_could_not_be_tested() -> None:
    said = text.ledger_text(parse(f"{TEXT}群众满意率97%。"), "zh")
    assert said.splitlines() == [
        "核对通过 (1)",
        "    245 / 250 = 98%  [比率，准确相符]",
        "无法核对 (1)",
        "    群众满意率 97%  [比率，计划或规定数]",
    ]


@pytest.mark.parametrize(
    ("words", "seen", "below"),
    [
        pytest.param("31场次", "讲座31场次", "~~~~^^^^^^", id="place-within-evidence"),
        pytest.param("讲座31场次", "31场次", "^^^^~~~~~~", id="evidence-within-place"),
        pytest.param("31场次", "31场次", "^^^^^^", id="the-same"),
    ],
)
def test_marks_within_marks_show(words: str, seen: str, below: str) -> None:
    lines = text.findings_text(audited(TEXT, words, seen), "zh").splitlines()
    assert lines[2].strip() == below
