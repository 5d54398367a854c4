"""The index above a report in every shape that pages give it."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from reportparse.reading.indexing import index_of
from reportparse.reading.leaf import Strand

EXAMPLES = tomllib.loads(
    files("reportparse").joinpath("data/webpage.toml").read_text(encoding="utf-8")
)["index"]


def row(text: str) -> Strand:
    return Strand(text, "/html", cells=(0,))


def pairs(*lines: Strand) -> list[tuple[str, str]]:
    found = index_of(lines, range(len(lines)))
    return [pair for at in sorted(found) for pair in found[at]]


@pytest.mark.parametrize(("label", "example"), EXAMPLES.items(), ids=EXAMPLES)
def test_every_label(label: str, example: str) -> None:
    assert pairs(Strand(example, "/html")) == [(label, example.split("：", 1)[1])]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([row("索 引 号：\t7\t附注：\t无")], [("索引号", "7"), ("附注", "无")]),
        ([row("索引号\t7\t文号\t3号")], [("索引号", "7"), ("文号", "3号")]),
        ([row("索引号：7\t文号：3号")], [("索引号", "7"), ("文号", "3号")]),
        ([Strand("索引号：7　文　　号：3号", "")], [("索引号", "7"), ("文号", "3号")]),
        ([Strand("成文日期：", ""), Strand("2023-12-01", "")], [("成文日期", "2023-12-01")]),
        ([Strand("文号", "", "dt"), Strand("3号", "", "dd")], [("文号", "3号")]),
        ([Strand("文号", "", "li"), Strand("3号", "", "li")], []),
        ([row("指标\t数量")], []),
        ([Strand("会议的名称：年会", "")], []),
        ([Strand("名称变更12件", "")], []),
    ],
    ids=[
        "spaced",
        "bare",
        "in-cells",
        "run",
        "lines",
        "terms",
        "menu",
        "data",
        "inside",
        "no-colon",
    ],
)
def test_shapes(lines: list[Strand], found: list[tuple[str, str]]) -> None:
    assert pairs(*lines) == found
