"""The list of checks and their pages."""

from __future__ import annotations

import json
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


@pytest.mark.usefixtures("stand_ins")
def test_rules_as_json_have_both_languages() -> None:
    listed = json.loads(run("rules", "--format", "json").stdout)
    assert [one["code"] for one in listed] == ["EXP901", "EXP902", "TOT901"]
    assert listed[0] == {
        "code": "EXP901", "name": "word_seen", "family": "EXP", "severity": "warning",
        "title_zh": "见怪事", "title_en": "A word is seen.",
    }  # fmt: skip


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rulebook, "CHECKS", STAND_INS)
    monkeypatch.setattr(rulebook, "DOCS", tmp_path)
    (tmp_path / "TOT901.md").write_text("# TOT901\n\n共有«坏事»。\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "head"),
    [("zh", "TOT901  错误  见坏事"), ("en", "TOT901  error  A word is seen.")],
)
@pytest.mark.usefixtures("pages")
def test_explain_prints_the_page(lang: str, head: str) -> None:
    page = f"{head}\n\n# TOT901\n\n共有坏事。\n"
    assert run("explain", "tot901", "--lang", lang).stdout == page


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("EXP901", "no page for EXP901"),
        ("EXP9", "no such check: EXP9; did you mean EXP901, EXP902?"),
        ("TOT91", "no such check: TOT91; did you mean TOT901"),
        ("??", "no such check: ??"),
    ],
)
@pytest.mark.usefixtures("pages")
def test_explain_says_what_it_does_not_know(code: str, said: str) -> None:
    result = run("explain", code, "--lang", "en")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"reportparse: {said}")
