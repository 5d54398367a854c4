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


def test_folder_without_reports_is_named(folder: Path) -> None:
    (folder / "empty" / "x.txt").mkdir(parents=True)
    (folder / "empty" / ".hidden.txt").write_text("共3件。", encoding="utf-8")
    result = run("check", "empty")
    assert result.exit_code == 2
    assert result.stderr == "reportparse: empty: no report in this folder\n"
