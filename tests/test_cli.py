"""The command: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from factory import TEXT, finding
from reportparse import checks, cli
from reportparse.findings import Check, Confidence, Fault, Severity
from reportparse.render import sarif
from reportparse.report import Report

BAD, ODD, GOOD = "坏事", "怪事", "好事"


def _seen(word: str, confidence: Confidence = Confidence.HIGH):
    def word_seen(report: Report):
        """A word is seen."""
        if word in report.document.text:
            yield Fault(at=finding(report, word).span, confidence=confidence)

    return word_seen


#: Three checks that fire at a word each, so that exit codes depend on nothing else.
STAND_INS = (
    Check("TOT901", Severity.ERROR, "见坏事", "见到坏事", "bad seen", _seen(BAD)),
    Check("EXP901", Severity.WARNING, "见怪事", "见到怪事", "odd seen", _seen(ODD)),
    Check("EXP902", Severity.NOTE, "见好事", "见到好事", "good seen", _seen(GOOD)),
)


@pytest.fixture
def stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (checks, cli, sarif):
        monkeypatch.setattr(module, "CHECKS", STAND_INS)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    texts = {"report": TEXT, "bad": f"共有{BAD}3件。", "odd": f"共有{ODD}3件。",
             "good": f"共有{GOOD}3件。"}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "notes.bin").write_bytes(b"\x00\x01\x02\xff" * 50)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, words, catch_exceptions=False, prog_name="reportparse")


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


@pytest.mark.parametrize("command", ["parse", "check", "outline"])
@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "reportparse: missing.txt: no such file\n"),
     ("zh", "reportparse: missing.txt：文件不存在\n")],
)  # fmt: skip
@pytest.mark.usefixtures("folder")
def test_says_in_one_line_what_is_wrong(command: str, lang: str, said: str) -> None:
    result = run(command, "missing.txt", "--lang", lang)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)


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


@pytest.mark.usefixtures("stand_ins", "folder")
def test_folder_is_read_in_order_and_other_files_are_left_alone() -> None:
    result = run("check", ".", "--format", "json")
    names = [one["source"]["name"] for one in json.loads(result.stdout)]
    assert names == ["bad.txt", "good.txt", "odd.txt", "report.txt"]
    assert result.stderr == ""


@pytest.mark.usefixtures("folder")
def test_parse_prints_a_plain_table_into_a_pipe() -> None:
    result = run("parse", "report.txt", "--lang", "zh")
    assert result.exit_code == 0
    assert "讲座" in result.stdout
    assert "\x1b" not in result.stdout
    assert "─" not in result.stdout


@pytest.mark.usefixtures("folder")
def test_parse_draws_a_table_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_in_a_terminal", lambda: True)
    assert "─" in run("parse", "report.txt").stdout


@pytest.mark.parametrize(
    ("name", "form"),
    [("out.json", None), ("out.txt", "json")],
    ids=["by-ending", "as-asked"],
)
def test_parse_writes_json(name: str, form: str | None, folder: Path) -> None:
    asked = ("--format", form) if form else ()
    assert run("parse", "report.txt", "-o", name, *asked).stdout == ""
    assert json.loads((folder / name).read_text(encoding="utf-8"))["schema"] == "reportparse/1"


@pytest.mark.usefixtures("folder")
def test_json_of_several_reports_is_a_list() -> None:
    both = json.loads(run("parse", "report.txt", "bad.txt", "--format", "json").stdout)
    assert [one["source"]["name"] for one in both] == ["report.txt", "bad.txt"]


def test_csv_in_a_file_is_for_spreadsheets(folder: Path) -> None:
    (folder / "evil.txt").write_text("=cmd()共举办讲座3场。", encoding="utf-8")
    run("parse", "evil.txt", "-o", "out.csv")
    written = (folder / "out.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert b"'=cmd()" in written
    assert b"\r\n" not in written
    assert not run("parse", "evil.txt", "--format", "csv").stdout.startswith("\ufeff")


def test_parse_writes_the_other_formats(folder: Path) -> None:
    pytest.importorskip("pyarrow")
    for name in ("out.xlsx", "out.html", "out.parquet"):
        assert run("parse", "report.txt", "bad.txt", "-o", name).exit_code == 0
    assert len(pd.read_parquet(folder / "out.parquet")) == 10
    assert (folder / "out.xlsx").read_bytes().startswith(b"PK")
    assert [path.name for path in sorted((folder / "out.html").iterdir())] == [
        "001-report.html", "002-bad.html",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        pytest.param("-o out.csv", "\ufeffreport,path", id="csv-keeps-its-names"),
        pytest.param("-o out.csv --lang zh", "\ufeff报告,章节路径", id="csv-as-asked"),
        pytest.param("-o out.html", '<!DOCTYPE html>\n<html lang="zh-CN">', id="page-is-chinese"),
        pytest.param(
            "-o out.html --lang en", '<!DOCTYPE html>\n<html lang="en">', id="page-as-asked"
        ),
    ],
)
def test_files_have_a_language_of_their_own(words: str, begins: str, folder: Path) -> None:
    run("parse", "report.txt", *words.split())
    (written,) = folder.glob("out.*")
    assert written.read_text(encoding="utf-8").startswith(begins)


def test_folder_without_reports_is_named(folder: Path) -> None:
    (folder / "empty" / "x.txt").mkdir(parents=True)
    (folder / "empty" / ".hidden.txt").write_text("共3件。", encoding="utf-8")
    result = run("check", "empty")
    assert result.exit_code == 2
    assert result.stderr == "reportparse: empty: no report in this folder\n"


def test_one_page_goes_to_one_file(folder: Path) -> None:
    run("check", "report.txt", "-o", "out.html", "--lang", "zh")
    assert (folder / "out.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("parse report.txt --format parquet", "--format parquet needs -o FILE"),
        ("parse report.txt bad.txt --format html", "needs -o FOLDER"),
        ("explain ZZZ999 --lang zh", "没有这样的检查代码：ZZZ999"),
        ("explain zzz999 --lang en", "no such check: zzz999"),
        ("check report.txt --select QQQ --lang en", "no such check: QQQ"),
    ],
)
def test_misuse_is_said_in_one_line(words: str, said: str) -> None:
    result = run(*words.split())
    assert result.exit_code == 2
    assert result.stderr.startswith("reportparse: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("library", "name", "extra"),
    [("xlsxwriter", "out.xlsx", "excel"), ("pyarrow", "out.parquet", "archive")],
)
def test_missing_libraries_are_named(
    library: str, name: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    result = run("parse", "report.txt", "-o", name)
    assert result.exit_code == 2
    assert f"reportparse-zh[{extra}]" in result.stderr


@pytest.mark.usefixtures("stand_ins", "folder")
def test_sarif() -> None:
    log = json.loads(run("check", "bad.txt", "odd.txt", "--format", "sarif").stdout)
    assert {one["ruleId"] for one in log["runs"][0]["results"]} == {"TOT901", "EXP901"}


@pytest.mark.usefixtures("folder")
def test_outline() -> None:
    result = run("outline", "report.txt")
    assert result.exit_code == 0
    assert "│  ├─ （一）加强普法宣传" in result.stdout


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
    monkeypatch.setattr(cli, "CHECKS", STAND_INS)
    monkeypatch.setattr(cli, "DOCS", tmp_path)
    (tmp_path / "TOT901.md").write_text("# TOT901\n\n见坏事。\n", encoding="utf-8")
    assert run("explain", "tot901").stdout == "# TOT901\n\n见坏事。\n"
    assert run("explain", "EXP901").exit_code == 2


@pytest.mark.parametrize(
    ("set_to", "lang"),
    [
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "C"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_language_is_that_of_the_locale(
    set_to: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(cli.locale, "getlocale", lambda: (None, None))
    assert cli.spoken_here() == lang


@pytest.mark.parametrize("words", ["--help", "-h", "parse --help", "check -h", "--version"])
def test_help_is_there(words: str) -> None:
    result = run(*words.split())
    assert result.exit_code == 0
    assert "reportparse" in result.stdout
