"""Words that tell a change and nothing else."""

from __future__ import annotations

import pytest

from related import mentions_of
from reportparse.relations.changing import bare, cue_words, direction

TOLD = [
    ("收入30万元，增长5%。", "增长", "rise"),
    ("收入30万元，同比减少2万元。", "同比减少", "fall"),
    ("收入30万元，比上年下降了5%。", "比上年下降了", "fall"),
    ("收入30万元、增幅5%。", "增幅", "rise"),
    ("办件300件，比去年同期相比增加了20件。", "比去年同期相比增加了", "rise"),
    ("办件300件；与上月相比减少3件。", "与上月相比减少", "fall"),
    ("存款30亿元，与年初相比净增2亿元。", "与年初相比净增", "rise"),
    ("办件300件，较上季度上升5%。", "较上季度上升", "rise"),
    ("产值30亿元，按可比价格计算增长5%。", "按可比价格计算增长", "rise"),
    ("发案30起，同口径下降5%。", "同口径下降", "fall"),
]


@pytest.mark.parametrize(("text", "words", "way"), TOLD)
def test_told(text: str, words: str, way: str) -> None:
    cue = bare(mentions_of(text)[1])
    assert cue is not None
    assert (cue_words(cue), direction(cue)) == (words, way)


@pytest.mark.parametrize(
    "text",
    [
        "收入30万元，投资增长5%。",
        "收入30万元，增长点5个。",
        "收入30万元，占5%。",
        "收入30万元，比全省平均高出5%。",
    ],
)
def test_of_something_else(text: str) -> None:
    assert bare(mentions_of(text)[1]) is None
