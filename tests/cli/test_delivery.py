"""Results printed and written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
import pytest

import pdfs
from commands import run
from reportparse.render import annotation


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
        "001-report.html", "002-bad.html", "index.html",
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


@pytest.mark.parametrize("command", ["check", "parse"])
def test_pictures_of_pages_are_left_out_as_asked(command: str, folder: Path) -> None:
    (folder / "a.pdf").write_bytes(pdfs.pdf([pdfs.say(80, 100, "全年共办结坏事3件。")]))
    for option, has in (("--pages", True), ("--no-pages", False)):
        run(command, "a.pdf", "-o", "a.html", option)
        assert ("data:image/png" in (folder / "a.html").read_text(encoding="utf-8")) == has
    run(command, "a.pdf", "report.txt", "-o", "all.html", "--no-pages")
    assert "data:image/png" not in (folder / "all.html" / "001-a.html").read_text(encoding="utf-8")


def test_marked_pdfs_of_several_reports_go_into_a_folder(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(pdfs.pdf([pdfs.say(80, 100, "全年共办结坏事3件。")]))
    done = run("check", "report.txt", "a.pdf", "-o", "out.pdf", "--fail-on", "never")
    assert done.exit_code == 0
    assert "report.txt" in done.stderr
    assert [path.name for path in (folder / "out.pdf").iterdir()] == ["002-a.pdf"]


def test_findings_that_are_not_marked_are_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotation, "_fits", lambda *_: False)
    (folder / "a.pdf").write_bytes(pdfs.pdf([pdfs.say(80, 100, "全年走访18余户。")]))
    done = run("check", "a.pdf", "-o", "out.pdf", "--lang", "zh", "--persona", "auditor")
    assert "a.pdf: 有 1 项问题在页面上没有确定的位置，没有标出: EXP101" in done.stderr
    assert (folder / "out.pdf").exists()


def test_a_library_that_is_missing_is_named_before_a_folder_is_filled(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(pdfs.pdf([pdfs.say(80, 100, f"全年办结{len(name)}件。")]))
    done = run("check", "a.pdf", "b.pdf", "-o", "out.pdf", "--lang", "en")
    assert done.exit_code == 2
    assert "pypdf is needed: pip install 'reportparse-zh[annotate]'" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("report.txt -o out.pdf", "is no PDF but text", id="no-pdf"),
        pytest.param("report.txt --format pdf", "needs -o FILE", id="no-output"),
        pytest.param("report.txt bad.txt --format pdf", "needs -o FILE", id="no-folder"),
    ],
)
def test_marked_pdf_misused(folder: Path, words: str, said: str) -> None:
    done = run("check", *words.split(), "--lang", "en")
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (folder / "out.pdf").exists()


def test_one_page_goes_to_one_file(folder: Path) -> None:
    run("check", "report.txt", "-o", "out.html", "--lang", "zh")
    assert (folder / "out.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("library", "name", "extra"),
    [("xlsxwriter", "out.xlsx", "excel"), ("pyarrow", "out.parquet", "archive")],
)
def test_missing_libraries_are_named(
    library: str, name: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    result = run("parse", "report.txt", "-o", name, "--lang", "en")
    assert result.exit_code == 2
    assert f"{library} is needed: pip install 'reportparse-zh[{extra}]'" in result.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("output", ["no/such/folder/out.json", "."])
def test_file_that_cannot_be_written_stops_before_anything_is_read(output: str) -> None:
    result = run("check", "missing.txt", "-o", output)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"reportparse: {output}: ")
    assert "missing" not in result.stderr
