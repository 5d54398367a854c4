"""Telling of a run."""

from __future__ import annotations

import io
import re
from collections import Counter

import pytest

from reportparse.archive import progress
from reportparse.archive.run import Tally
from reportparse.errors import Language
from reportparse.render.grid import width

TALLY = Tally(
    total=9, read=7, failed=Counter(empty=2), rows=Counter(claims=30, relations=4, findings=1),
    codes=Counter(TOT101=1),
)  # fmt: skip


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_log_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    monkeypatch.setattr(progress.sys, "stderr", log)
    with progress.shown(progress=True) as tell:
        tell(Tally(total=9, read=1))
        tell(TALLY)
    assert log.getvalue().startswith("9/9, 2 failed")
    assert "\x1b" not in log.getvalue()
    assert log.getvalue().count("\n") == 1


def test_a_log_is_told_in_chinese_where_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    monkeypatch.setattr(progress.sys, "stderr", log)
    with progress.shown(True, "zh") as tell:
        tell(TALLY)
    assert log.getvalue().startswith("9/9，未能读取 2，每秒 ")


@pytest.mark.parametrize(("lang", "said"), [("zh", "失败 2"), ("en", "2 failed")])
def test_a_bar_fits_a_narrow_terminal(
    lang: Language, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(progress.sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "40")
    with progress.shown(True, lang) as tell:
        tell(TALLY)
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.getvalue())
    lines = [line.rstrip() for line in re.split(r"[\r\n]", shown) if line.strip()]
    assert max(map(width, lines)) <= 40
    assert lines[-1].endswith(said)


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(progress.sys, "stderr", terminal)
    with progress.shown(progress=True) as tell:
        tell(TALLY)
    assert "9/9" in terminal.getvalue()
    assert "2 failed" in terminal.getvalue()


def test_a_function_of_the_caller_is_told() -> None:
    told: list[Tally] = []
    with progress.shown(told.append) as tell:
        tell(TALLY)
    assert told == [TALLY]


def test_silence_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.shown(progress=False) as tell:
        tell(TALLY)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "reports 7, not readable 2"), ("zh", "报告 7 份，未能读取 2 份")],
)
def test_the_summary_counts_everything(lang: str, said: str) -> None:
    told = progress.summary(TALLY, lang)  # type: ignore[arg-type]
    assert told.startswith(said)
    assert "empty: 2" in told
    assert "TOT101: 1  " in told
