"""Errors of misuse say in one line what was wrong, in two languages."""

from __future__ import annotations

import re

import pytest

from reportparse.errors import REASONS, ReportparseError, UnknownCode, UnreadableSource


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_told_in_both_languages(reason: str) -> None:
    error = UnreadableSource("某镇2023.pdf", reason, "第3页")
    assert error.message("zh").startswith("某镇2023.pdf：")
    assert error.message("en").startswith("某镇2023.pdf: ")
    for language in ("zh", "en"):
        assert "\n" not in error.message(language)
        assert "{" not in error.message(language)
    assert re.search("[\u4e00-\u9fff]", REASONS[reason]["zh"])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (UnreadableSource("a.txt", "missing"), "a.txt: no such file"),
        (UnreadableSource("a.txt", "failed", "disk"), "a.txt: cannot be read: disk"),
        (UnknownCode("TOT999"), "no such check: TOT999"),
    ],
    ids=["reason", "reason-with-detail", "code"],
)
def test_an_error_prints_as_its_message(error: ReportparseError, said: str) -> None:
    assert str(error) == said


def test_unknown_code_in_chinese() -> None:
    assert UnknownCode("TOT999").message("zh") == "没有这样的检查代码：TOT999"
