"""Baselines on the command line: remembered, compared with, and what ends with 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import BAD, run


@pytest.fixture(autouse=True)
def known(folder: Path, stand_ins: None) -> Path:
    """Return the folder with a baseline over one report."""
    del stand_ins
    assert run("check", "bad.txt", "--write-baseline", "known.json").exit_code == 0
    return folder


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param("bad.txt --baseline known.json", 0, id="known"),
        pytest.param("bad.txt odd.txt --baseline known.json", 0, id="new-warning"),
        pytest.param(
            "bad.txt odd.txt --baseline known.json --fail-on warning", 1, id="new-warning-counts"
        ),
        pytest.param("bad.txt", 1, id="without"),
        pytest.param("bad.txt --baseline none.json", 2, id="missing"),
        pytest.param("bad.txt --baseline report.txt", 2, id="no-baseline"),
        pytest.param("bad.txt --write-baseline no/such/known.json", 2, id="nowhere-to-write"),
        pytest.param(
            "bad.txt --baseline known.json --write-baseline next.json", 0, id="known-and-written"
        ),
    ],
)
def test_ends_with(words: str, code: int) -> None:
    assert run("check", *words.split()).exit_code == code


def test_new_error_ends_with_1_and_is_marked(known: Path) -> None:
    (known / "new.txt").write_text(f"共有{BAD}3件。", encoding="utf-8")
    result = run("check", "new.txt", "--baseline", "known.json", "--lang", "en")
    assert result.exit_code == 1
    assert "TOT901 [error, new]" in result.stdout
    assert result.stdout.endswith("errors 1, warnings 0, notes 0; new 1\n")


def test_what_is_gone_is_listed(known: Path) -> None:
    (known / "bad.txt").write_text("共有3件。", encoding="utf-8")
    result = run("check", "bad.txt", "--baseline", "known.json", "--lang", "en")
    assert result.exit_code == 0
    assert "    TOT901 [error, gone] bad seen\n" in result.stdout
    assert result.stdout.endswith("no findings; gone 1\n")


@pytest.mark.parametrize(
    ("text", "state"), [(f"共有{BAD}3件。", "unchanged"), ("共有3件。", "absent")]
)
def test_states_are_told_in_every_form(text: str, state: str, known: Path) -> None:
    (known / "bad.txt").write_text(text, encoding="utf-8")
    words = ("check", "bad.txt", "--baseline", "known.json", "--format")
    log = json.loads(run(*words, "sarif").stdout)
    assert [one["baselineState"] for one in log["runs"][0]["results"]] == [state]
    data = json.loads(run(*words, "json").stdout)
    told = [one["state"] for one in (*data["findings"], *data["gone"])]
    assert told == [{"absent": "gone"}.get(state, state)]
    assert ("unchanged" in run(*words, "csv").stdout) == (state == "unchanged")


def test_folders_may_move_together(known: Path) -> None:
    moved = known / "moved"
    moved.mkdir()
    for name in ("bad.txt", "known.json"):
        (known / name).rename(moved / name)
    assert run("check", "moved/bad.txt", "--baseline", "moved/known.json").exit_code == 0


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "is no baseline of reportparse"), ("zh", "不是 reportparse 的基线文件")],
)
def test_other_files_are_named(lang: str, said: str) -> None:
    result = run("check", "bad.txt", "--baseline", "report.txt", "--lang", lang)
    assert result.stderr == f"reportparse: report.txt: {said}\n"
