"""`reportparse archive` and `sql`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportparse.cli import main


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "a.txt").write_text("调解纠纷3件。", encoding="utf-8")
    (folder / "b.txt").write_text("")
    done = run("archive", folder, "-o", folder / "store", "--workers", 1, "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "1 failed" in done.stderr
    assert "reports 1, not readable 1\n  empty: 1" in done.stdout
    return folder / "store"


def test_a_second_run_has_nothing_to_do(store: Path) -> None:
    again = run("archive", store.parent, "-o", store, "--workers", 1, "--quiet", "--lang", "zh")
    assert again.exit_code == 0
    assert again.stderr == ""
    assert "报告 1 份，未能读取 1 份" in again.stdout


def test_questions_in_sql(store: Path) -> None:
    asked = run("sql", store, "SELECT report, value FROM claims", "--format", "json")
    assert json.loads(asked.stdout) == [{"report": "a.txt", "value": 3.0}]
    assert run("sql", store, "SELECT report FROM failures").stdout.split() == ["report", "b.txt"]


def test_answers_in_a_file(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    asked = run("sql", store, "SELECT report FROM reports", "--format", "csv", "-o", out)
    assert asked.exit_code == 0
    assert out.read_bytes() == b"\xef\xbb\xbfreport\na.txt\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["archive", "nowhere", "-o", "store"], "nowhere: no such file"),
        (["sql", "nowhere", "SELECT 1"], "there is no store here"),
        (["archive", "nowhere"], "Missing option"),
    ],
    ids=["no_folder", "no_store", "no_option"],
)
def test_misuse_is_exit_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*words, "--lang", "en")
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_refused_query_is_exit_2(store: Path) -> None:
    done = run("sql", store, "SELECT nosuch FROM claims", "--lang", "zh")
    assert done.exit_code == 2
    assert "nosuch" in done.stderr


def test_misuse_is_said_in_chinese(tmp_path: Path) -> None:
    done = run("panel", tmp_path / "nowhere", "--lang", "zh")
    assert done.stderr.rstrip().endswith("这里没有数据仓库")


def test_progress_is_told_in_the_language_of_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("共有村9个。", encoding="utf-8")
    done = run("archive", tmp_path / "a.txt", "-o", tmp_path / "store", "--lang", "zh")
    assert done.stderr.startswith("1/1，未能读取 0，每秒 ")
