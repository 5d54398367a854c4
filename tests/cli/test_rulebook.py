"""The list of checks and their pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import STAND_INS, run
from reportparse.cli import rulebook


@pytest.mark.usefixtures("stand_ins")
@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ["EXP901  警告  见怪事", "EXP902  提示  见好事", "TOT901  错误  见坏事"]),
        ("en", ["EXP901  warning  A word is seen.", "EXP902  note  A word is seen.",
                "TOT901  error  A word is seen."]),
    ],
)  # fmt: skip
def test_rules(lang: str, lines: list[str]) -> None:
    assert run("rules", "--lang", lang).stdout.splitlines() == lines


def test_explain_prints_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rulebook, "CHECKS", STAND_INS)
    monkeypatch.setattr(rulebook, "DOCS", tmp_path)
    (tmp_path / "TOT901.md").write_text("# TOT901\n\n见坏事。\n", encoding="utf-8")
    assert run("explain", "tot901").stdout == "# TOT901\n\n见坏事。\n"
    assert run("explain", "EXP901").exit_code == 2
