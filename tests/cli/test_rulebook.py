"""The list of checks and their pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from commands import STAND_INS, run
from house.measure import ROOT
from reportparse.checks import CHECKS
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


def test_comparisons_of_many_reports_are_listed_too() -> None:
    assert any(line.startswith("ARC101") for line in run("rules").stdout.splitlines())
    assert run("explain", "arc101").stdout.startswith("ARC101")


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
def test_explain_prints_the_page(lang: str, head: str, pages: Path) -> None:
    (pages / "zh.md").write_text("# 说明\n", encoding="utf-8")
    page = f"{head}\n\n# TOT901\n\n共有坏事。\n"
    assert run("explain", "tot901", "--lang", lang).stdout == page


PAGE = """\
# TOT901

## Fires

```report
共有«坏事»。
```

## Silent

```report
好。
```
"""
IN_CHINESE = """\
TOT901  错误  见坏事

- 检查：坏事。

会报：

    共有坏事。

不报：

    好。
"""


def test_explain_speaks_chinese_with_the_examples_of_the_page(pages: Path) -> None:
    told = "# 说明\n\n## TOT901\n\n- 检查：坏事。\n\n## EXP901\n"
    (pages / "zh.md").write_text(told, encoding="utf-8")
    (pages / "TOT901.md").write_text(PAGE, encoding="utf-8")
    assert run("explain", "TOT901", "--lang", "zh").stdout == IN_CHINESE


def test_every_check_is_explained_in_chinese() -> None:
    text = (ROOT / "docs" / "checks" / "zh.md").read_text(encoding="utf-8")
    told = re.findall(r"^## (\w+)\n\n- 检查：.+\n- 核算：.+\n- 误报：.+$", text, re.MULTILINE)
    assert not {one.code for one in CHECKS} - set(told)
    assert len(set(told)) == len(told)
    assert not [code for code in told if not (ROOT / "docs" / "checks" / f"{code}.md").is_file()]


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
