"""The fuzzer tells every kind of failure, and finds none in a small run over all formats."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from evaluation import fuzzing
from evaluation.fuzzing import Result, damaged, fuzz, kept, told

from ofds import ofd
from ofds import typeset as set_ofd
from pdfs import pdf
from pdfs import typeset as set_pdf
from reportparse.errors import UnreadableSource
from words import docx, listed, lvl, num, p, pattern, tbl, tr

REPORT = [
    "一、工作情况",
    "全年共调处各类纠纷198件，其中邻里纠纷76件、婚姻家庭纠纷54件、土地纠纷68件，调处成功188件。",
    "（一）加强组织领导。召开专题会议12次，落实经费32.5万元，同比增长8.3%。",
    "二、存在的不足",
]
NUMBERING = pattern(0, lvl(0, "chineseCounting", "%1、")) + num(1, 0)
WORD = docx(
    p("工作情况", listed()), *map(p, REPORT[1:]), tbl(tr("村", "件"), tr("东村", "46")),
    numbering=NUMBERING,
)  # fmt: skip
PAGE = "<html><body>" + "".join(f"<p>{line}</p>" for line in REPORT) + "</body></html>"
FILES = [
    ("a.txt", "\n".join(REPORT).encode()),
    ("b.txt", "\r\n".join(REPORT).encode("gb18030")),
    ("a.html", PAGE.encode("gb18030")),
    ("a.docx", WORD),
    ("a.ofd", ofd(*set_ofd(REPORT))),
    ("a.pdf", pdf(*set_pdf(REPORT))),
]
posix = pytest.mark.skipif(os.name != "posix", reason="limits of a process are POSIX")


@posix
@pytest.mark.slow
def test_no_damaged_file_crashes_hangs_or_grows() -> None:
    results = list(fuzz(FILES, 60, seed=5, workers=2))
    assert [one.number for one in results if one.failed] == []
    assert sorted(one.number for one in results) == list(range(60))
    assert {one.outcome for one in results} == {"read", "refused"}


def _pipeline(data: bytes, _: str) -> None:
    """Do what the data says; takes the place of reading in a process of the fuzzer."""
    if data == b"raise":
        raise KeyError("no such thing")
    if data == b"refuse":
        raise UnreadableSource("a", "empty")
    if data == b"exit":
        os._exit(7)
    if data == b"sleep":
        time.sleep(60)
    if data == b"grow":
        bytearray(fuzzing.MEMORY)


def serve(pipe: fuzzing.Connection) -> None:
    fuzzing.pipeline = _pipeline
    fuzzing.serve(pipe)


@posix
@pytest.mark.slow
def test_every_failure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzing, "PATIENCE", 1.0)
    monkeypatch.setattr(fuzzing, "mutated", lambda data, _: data)
    monkeypatch.setattr(fuzzing, "serve", serve)
    words = (b"raise", b"refuse", b"exit", b"sleep", b"grow", b"")
    results = list(fuzz([("a", word) for word in words], len(words), seed=1, workers=1))
    assert [one.outcome for one in results] == [
        "crashed", "refused", "died", "hung", "crashed", "read",
    ]  # fmt: skip
    assert "KeyError" in results[0].detail
    assert "7" in results[2].detail
    assert "MemoryError" in results[4].detail


def test_the_tally_and_what_is_kept(tmp_path: Path) -> None:
    results = [
        Result(0, "a.txt", "read", "", 0.5, 3 << 20),
        Result(1, "a.txt", "hung", "", 10, 0, b"x"),
    ]
    assert list(told(results)) == [
        ".txt: 2 files: 1 read, 1 hung; ≤ 10.0 s, ≤ 3 MiB",
        "2 files, 1 failures",
    ]
    assert kept(results[1], tmp_path).read_bytes() == b"x"


def test_a_number_gives_the_same_file_again() -> None:
    assert damaged(FILES, 8, 1) == damaged(FILES, 8, 1)
    assert damaged(FILES, 8, 1)[0] == "a.html"
