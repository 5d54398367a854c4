"""One name with two figures, where nothing says for certain that they are of one thing."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark
from reportparse import audit, parse

FIRES = [
    "全年共排查安全隐患312处。\n排查安全隐患«346处»。",
    "排查安全隐患312处。\n虽排查安全隐患«358处»，质量不高。",
]
SILENT = [
    ("no word says that either is all", "排查安全隐患312处。\n排查安全隐患346处。"),
    ("told by RES101", "共排查安全隐患312处。\n共排查安全隐患346处。"),
    ("another village", "共排查安全隐患312处。\n青山村排查安全隐患46处。"),
    ("another verb", "共排查安全隐患312处。\n整改安全隐患300处。"),
    ("a column", "共排查安全隐患312处。\n排查安全隐患46处。\n排查安全隐患58处。"),
    ("another time", "上半年共排查安全隐患112处。\n下半年排查安全隐患200处。"),
    ("a part", "共排查安全隐患312处。\n其中排查安全隐患46处。"),
    ("a short name", "共发放手册312册。\n发放手册346册。"),
    ("the same", "共排查安全隐患312处。\n排查安全隐患312处。"),
]


@pytest.mark.parametrize("marked", FIRES)
def test_fires_where_marked(marked):
    text, spans = unmark(marked)
    assert fired("RES103", text) == spans


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_is_silent(text):
    assert fired("RES103", text) == []


def test_only_the_pedantic_are_told():
    report = parse(FIRES[0].replace("«", "").replace("»", ""))
    shown = {
        persona: [one.code for one in audit(report, "RES", persona=persona)]
        for persona in ("default", "pedantic")
    }
    assert shown == {"default": [], "pedantic": ["RES103"]}
