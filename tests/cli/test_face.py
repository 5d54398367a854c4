"""Misuse in one line, and the language of messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import run
from reportparse.cli import face


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("parse report.txt --format parquet", "--format parquet needs -o FILE"),
        ("parse report.txt bad.txt --format html", "needs -o FOLDER"),
        ("explain ZZZ999 --lang zh", "没有这样的检查代码：ZZZ999"),
        ("explain zzz999 --lang en", "no such check: ZZZ999"),
        ("check report.txt --select QQQ --lang en", "no such check: QQQ"),
    ],
)
def test_misuse_is_said_in_one_line(words: str, said: str) -> None:
    result = run(*words.split())
    assert result.exit_code == 2
    assert result.stderr.startswith("reportparse: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


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
    monkeypatch.setattr(face.locale, "getlocale", lambda: (None, None))
    assert face.spoken_here() == lang


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("check r.txt --format xlsx", "xlsx 须用 -o 写明文件", id="no-output"),
        pytest.param("check r.txt s.txt --format html", "须用 -o 写明文件夹", id="no-folder"),
        pytest.param("check r.txt -o no/a.json", "no/a.json：没有这个文件或文件夹", id="nowhere"),
        pytest.param("check r.txt -o here.json", "here.json：是文件夹", id="folder"),
        pytest.param("check r.txt --baseline no.json", "no.json：没有这个文件", id="no-baseline"),
        pytest.param("suppress no.json", "no.json：没有这个文件或文件夹", id="no-verdicts"),
        pytest.param("sql store x", "这里没有数据仓库", id="no-store"),
        pytest.param("check r.txt --select NO", "没有这样的检查代码：NO", id="no-check"),
    ],
)
def test_misuse_is_said_in_chinese(
    words: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("r.txt", "s.txt"):
        (tmp_path / name).write_text(f"共有村{len(name)}个。", encoding="utf-8")
    (tmp_path / "here.json").mkdir()
    done = run(*words.split(), "--lang", "zh")
    assert done.exit_code == 2
    assert done.stderr.startswith("reportparse: ")
    assert said in done.stderr
