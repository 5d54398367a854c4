"""Fixtures of the command: a folder of reports, and checks that depend on one word."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import BAD, GOOD, ODD, STAND_INS
from factory import TEXT
from reportparse import checks, configuration
from reportparse.cli import rulebook, settling
from reportparse.render import sarif


@pytest.fixture
def stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (checks, configuration, rulebook, sarif, settling):
        monkeypatch.setattr(module, "CHECKS", STAND_INS)
    monkeypatch.setattr(rulebook, "COMPARISONS", ())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    texts = {"report": TEXT, "bad": f"共有{BAD}3件。", "odd": f"共有{ODD}3件。",
             "good": f"共有{GOOD}3件。"}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "notes.bin").write_bytes(b"\x00\x01\x02\xff" * 50)
    return tmp_path
