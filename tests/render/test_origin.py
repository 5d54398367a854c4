"""The file that a report was read from."""

from __future__ import annotations

from pathlib import Path

import pytest

import pdfs
from reportparse.errors import UnreadableSource
from reportparse.render.origin import original
from reportparse.report import parse, read

DATA = pdfs.pdf([pdfs.say(80, 100, "全年共调解纠纷120件。")])


def test_found_where_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(DATA)
    assert original(read(path)) == DATA


def test_given(tmp_path: Path) -> None:
    path = tmp_path / "moved.pdf"
    path.write_bytes(DATA)
    report = read(DATA, "a.pdf")
    assert original(report, DATA) == original(report, path) == original(report, str(path)) == DATA


@pytest.mark.parametrize(
    ("report", "source", "reason"),
    [
        pytest.param(parse("共3件。"), None, "no_pdf", id="text"),
        pytest.param(read(DATA, "nowhere.pdf"), None, "moved", id="moved"),
        pytest.param(read(DATA, "no\x00name"), None, "moved", id="no-name"),
        pytest.param(read(DATA), DATA + b" ", "changed", id="changed"),
    ],
)
def test_says_why_there_is_none(report, source, reason: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        original(report, source)
    assert caught.value.reason == reason
    assert caught.value.message("zh") != caught.value.message("en")
