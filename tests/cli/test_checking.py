"""What `check` finds, shows, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import run


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param("good.txt", 0, id="note"),
        pytest.param("odd.txt", 0, id="warning"),
        pytest.param("bad.txt", 1, id="error"),
        pytest.param("report.txt bad.txt", 1, id="error-in-one-of-two"),
        pytest.param("odd.txt --fail-on warning", 1, id="warning-counts"),
        pytest.param("good.txt --fail-on warning", 0, id="note-never-counts"),
        pytest.param("bad.txt --fail-on never", 0, id="never"),
        pytest.param("bad.txt --ignore TOT", 0, id="ignored"),
        pytest.param("bad.txt --select EXP", 0, id="not-selected"),
        pytest.param("bad.txt --select exp,tot901", 1, id="selected-in-small-letters"),
        pytest.param("bad.txt --format json", 1, id="json"),
        pytest.param("missing.txt", 2, id="missing"),
        pytest.param("notes.bin", 2, id="unreadable"),
        pytest.param("missing.txt good.txt", 0, id="one-of-two-missing"),
        pytest.param("missing.txt bad.txt", 1, id="one-missing-one-bad"),
        pytest.param("", 2, id="no-file"),
        pytest.param("good.txt --select XYZ", 2, id="unknown-code"),
        pytest.param("good.txt --fail-on sometimes", 2, id="unknown-choice"),
        pytest.param("good.txt --format xlsx", 2, id="workbook-needs-a-name"),
        pytest.param("good.txt -o no/such/folder/out.txt", 2, id="no-folder-to-write-to"),
        pytest.param(".", 1, id="folder"),
    ],
)
@pytest.mark.usefixtures("stand_ins", "folder")
def test_check_ends_with(words: str, code: int) -> None:
    assert run("check", *words.split()).exit_code == code


@pytest.mark.parametrize(
    ("persona", "shown"),
    [("default", {"TOT901", "EXP901"}), ("pedantic", {"TOT901", "EXP901", "EXP902"}),
     ("auditor", {"TOT901", "EXP901", "EXP902"})],
)  # fmt: skip
@pytest.mark.usefixtures("stand_ins", "folder")
def test_persona_chooses(persona: str, shown: set[str]) -> None:
    out = run("check", ".", "--persona", persona, "--lang", "zh").stdout
    assert {code for code in ("TOT901", "EXP901", "EXP902") if code in out} == shown
    assert ("核对通过" in out) == (persona == "auditor")


@pytest.mark.usefixtures("stand_ins")
def test_options_are_named_to_those_who_type_them(folder: Path) -> None:
    said = run("check", "good.txt", "--lang", "zh").stdout
    assert "另有 1 项未显示（提示和把握低的警告）；加 --persona auditor 全部显示" in said
    run("check", "good.txt", "-o", "out.html")
    page = (folder / "out.html").read_text(encoding="utf-8")
    assert "另有 1 项未显示（提示和把握低的警告）" in page
    assert "--persona" not in page


@pytest.mark.usefixtures("stand_ins", "folder")
def test_sarif() -> None:
    log = json.loads(run("check", "bad.txt", "odd.txt", "--format", "sarif").stdout)
    assert {one["ruleId"] for one in log["runs"][0]["results"]} == {"TOT901", "EXP901"}


@pytest.mark.usefixtures("stand_ins", "folder")
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "no findings; checks left out 2"), ("zh", "；2 项检查未运行")]
)
def test_checks_that_did_not_run_are_counted(lang: str, said: str) -> None:
    assert run("check", "odd.txt", "--select", "TOT", "--lang", lang).stdout.endswith(f"{said}\n")


@pytest.mark.usefixtures("stand_ins", "folder")
def test_csv_is_the_table_of_findings() -> None:
    lines = run("check", "bad.txt", "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("report,code,name,severity")
    assert [line.split(",")[1] for line in lines[1:]] == ["TOT901"]


@pytest.mark.usefixtures("folder")
def test_auditor_reads_the_ledger() -> None:
    said = run("check", "report.txt", "--persona", "auditor", "--lang", "en").stdout
    assert "245 / 250 = 98%  [ratio, exactly]" in said
    assert "not tested (0)" in said
