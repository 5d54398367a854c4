"""Counts over a report."""

from __future__ import annotations

import pytest

from factory import TEXT, audited
from recognised import recognised
from reportparse.render.tally import doubts, summary, titled, verdicts
from reportparse.report import parse


def test_counts() -> None:
    told = summary(audited())
    assert (told.sections, told.figures, told.relations) == (6, 9, 2)
    assert (told.held, told.failed, told.untestable) == (1, 1, 0)
    assert (told.errors, told.warnings, told.notes) == (1, 0, 0)


def test_verdicts_add_up() -> None:
    told = summary(parse(TEXT))
    assert told.held + told.failed == told.relations > 0


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", (
            "figures 9; relations tried 2: held 1 (exactly), failed 1; "
            "errors 1, warnings 0, notes 0"
        )),
        ("zh", "数据 9 项；核对勾稽关系 2 项：相符 1（准确相符），不符 1；错误 1，警告 0，提示 0"),
    ],
)  # fmt: skip
def test_says_them(lang: str, said: str) -> None:
    assert summary(audited()).said(lang) == said  # type: ignore[arg-type]


def test_english_is_what_prints() -> None:
    assert str(summary(audited())) == summary(audited()).said("en")


def test_a_figure_that_fails_anywhere_fails() -> None:
    report = parse("受理纠纷250件，化解245件，化解率90%。共排查隐患46处。")
    outcome = verdicts(report)
    assert outcome[report.claims[2].id] == "fails"
    assert report.claims[3].id not in outcome


def test_says_when_there_is_no_title() -> None:
    assert titled(parse(""), "zh") == "（无标题）"


def test_doubts() -> None:
    report = recognised("全年调解纠纷36件，走访农户120户，培训15人。", {"36": 0.4, "人": 0.8})
    assert [(quantity.text, sure) for quantity, sure in doubts(report)] == [
        ("36件", 0.4),
        ("15人", 0.8),
    ]
    assert not list(doubts(parse("全年调解纠纷36件。")))
