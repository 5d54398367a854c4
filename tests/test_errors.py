from __future__ import annotations

import pickle

import pytest

from reportparse.errors import (
    REASONS,
    BadIndicators,
    ReportparseError,
    UnknownCode,
    UnreadableSource,
)


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_every_reason_has_one_line_in_each_language(reason: str) -> None:
    error = UnreadableSource("a.pdf", reason, "说明")
    for message in (error.message("zh"), error.message("en")):
        assert message.startswith("a.pdf")
        assert "{" not in message
        assert "\n" not in message


def test_the_detail_is_filled_in() -> None:
    error = UnreadableSource("总结.doc", "needs", "LibreOffice")
    assert error.message("zh") == "总结.doc：需要先安装 LibreOffice"
    assert str(error) == "总结.doc: needs LibreOffice to be installed"


def test_an_unknown_code_is_named() -> None:
    error = UnknownCode("TOT999")
    assert "TOT999" in error.message("zh")
    assert str(error) == "no such check: TOT999"


@pytest.mark.parametrize("kind", [UnreadableSource, UnknownCode, BadIndicators])
def test_all_errors_have_one_base(kind: type[Exception]) -> None:
    assert issubclass(kind, ReportparseError)


@pytest.mark.parametrize(
    "error",
    [UnreadableSource("a", "damaged", "zip"), UnknownCode("X"), BadIndicators("a", "b")],
    ids=["source", "code", "indicators"],
)
def test_errors_pass_between_processes(error: ReportparseError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)
