"""Misuse in one line, and the language of messages."""

from __future__ import annotations

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
