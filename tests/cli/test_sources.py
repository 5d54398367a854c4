"""Which files are read, and what is said of those that are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import run


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


@pytest.mark.usefixtures("stand_ins", "folder")
def test_folder_is_read_in_order_and_other_files_are_left_alone() -> None:
    result = run("check", ".", "--format", "json")
    names = [one["source"]["name"] for one in json.loads(result.stdout)]
    assert names == ["bad.txt", "good.txt", "odd.txt", "report.txt"]
    assert result.stderr == ""


@pytest.mark.usefixtures("folder")
def test_what_is_piped_in_is_read() -> None:
    result = run("parse", "-", "--format", "json", piped="共走访3户。".encode("gb18030"))
    record = json.loads(result.stdout)
    assert [one["text"] for one in record["quantities"]] == ["3户"]
    assert record["source"]["name"] == "-"
    assert run("check", "-", "--lang", "en", piped=b"").exit_code == 2


def test_folder_without_reports_is_named(folder: Path) -> None:
    (folder / "empty" / "x.txt").mkdir(parents=True)
    (folder / "empty" / ".hidden.txt").write_text("共3件。", encoding="utf-8")
    result = run("check", "empty", "--lang", "en")
    assert result.exit_code == 2
    assert result.stderr == "reportparse: empty: no report in this folder\n"


def test_hidden_folders_are_left_alone(folder: Path) -> None:
    (folder / "all" / ".cache").mkdir(parents=True)
    for name in (".cache/x.txt", "~$a.txt", ".b.txt", "c.txt"):
        (folder / "all" / name).write_text("共3件。", encoding="utf-8")
    names = [one["source"]["name"] for one in _records("all")]
    assert names == ["all/c.txt"]


def _records(*words: str) -> list[dict]:
    data = json.loads(run("check", *words, "--format", "json").stdout)
    return data if isinstance(data, list) else [data]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "words", ["bad.txt bad.txt", "bad.txt ./bad.txt"], ids=["twice", "two-names"]
)
def test_file_is_read_once(words: str) -> None:
    assert [one["source"]["name"] for one in _records(*words.split())] == ["bad.txt"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "1 of 3 files could not be read"), ("zh", "3 个文件中有 1 个无法读取")],
)
@pytest.mark.usefixtures("folder")
def test_it_is_said_how_many_could_not_be_read(lang: str, said: str) -> None:
    result = run("check", "good.txt", "missing.txt", "odd.txt", "--lang", lang)
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1] == f"reportparse: {said}"
