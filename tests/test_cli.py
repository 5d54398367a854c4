"""The command as a whole."""

from __future__ import annotations

import pytest

from commands import run


@pytest.mark.parametrize("words", ["--help", "-h", "parse --help", "check -h", "--version"])
def test_help_is_there(words: str) -> None:
    result = run(*words.split())
    assert result.exit_code == 0
    assert "reportparse" in result.stdout
