"""What `parse` and `outline` print."""

from __future__ import annotations

import pytest

from commands import run
from reportparse.cli import showing


@pytest.mark.usefixtures("folder")
def test_parse_prints_a_plain_table_into_a_pipe() -> None:
    result = run("parse", "report.txt", "--lang", "zh")
    assert result.exit_code == 0
    assert "讲座" in result.stdout
    assert "\x1b" not in result.stdout
    assert "─" not in result.stdout


@pytest.mark.usefixtures("folder")
def test_parse_draws_a_table_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "_in_a_terminal", lambda: True)
    assert "─" in run("parse", "report.txt").stdout


@pytest.mark.usefixtures("folder")
def test_outline() -> None:
    result = run("outline", "report.txt")
    assert result.exit_code == 0
    assert "│  ├─ （一）加强普法宣传" in result.stdout
