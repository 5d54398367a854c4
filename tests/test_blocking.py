"""Blocks: digits that are no quantities."""

from __future__ import annotations

import re

import pytest

from reportparse.blocking import BLOCKS, block_at

EXAMPLES = [(name, example) for name, _, examples in BLOCKS for example in examples.split(", ")]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_example_is_blocked(name: str, example: str) -> None:
    at = re.search("[0-9]", example)
    assert at is not None
    block = block_at(example, at.start())
    assert block is not None
    assert block.kind == name


BLOCKED = [
    ("见附件3", "label"),
    ("建设G60通道", "model"),
    ("歼-35首飞", "model"),
    ("（2）加强领导", "bracketed"),
    ("。3、压实责任", "mark"),
    ("2024年3月5日至8日召开", "date"),
    ("2023年上半年", "date"),
    ("2019-2022年", "years"),
    ("电话0835-6612345", "phone"),
    ("拨打12345政务服务热线", "hotline"),
    ("“3·15”活动", "day_name"),
    ("开通11号线", "number"),
]


@pytest.mark.parametrize(("text", "kind"), BLOCKED, ids=[text for text, _ in BLOCKED])
def test_block(text: str, kind: str) -> None:
    at = re.search("[0-9]", text)
    assert at is not None
    block = block_at(text, at.start())
    assert block is not None
    assert block.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "120件",
        "3.5万元",
        "12·5%",
        "110人",
        "117平方公里",
        "GDP439.19亿元",
        "手机APP702件",
        "安装ETC28套",
        "附件3份",
        "电话94条",
        "工业2.1亿元",
        "120平方米",
        "代表36名",
        "环比-2.1%",
        "20公里",
        "2050.3亿元",
    ],
)
def test_figure_is_not_blocked(text: str) -> None:
    at = re.search("[0-9]", text)
    assert at is not None
    assert block_at(text, at.start()) is None
