from __future__ import annotations

import pytest

from fired import fired
from related import related

FOUND = [
    ("本科及以上占48.6%，大专占37.2%，中专及以下占14.2%。", "holds"),
    ("从学历看，本科占48.6%，大专占37.2%，中专占14.2%。", "holds"),
    ("按来源分，来信占20%、来访占35%、网上占45%。", "holds"),
    ("按来源分，来信占33.3%、来访占33.3%、网上占33.3%。", "rounded"),
    ("从学历看，本科占48.6%，大专占37.2%，中专占41.2%。", "fails"),
]
SILENT = [
    "本科占48.6%，大专占37.2%，中专占41.2%。",
    "从学历看，本科占48.6%，大专占37.2%，中专占9.1%。",
    "本科占48.6%，大专占51.4%。",
    "本科占48.6%，教师120人，大专占37.2%，中专占14.2%。",
    "本科占48.6%，比上年提高2%，大专占37.2%，中专占14.2%。",
    "本科占近五成，大专占37.2%，中专占14.2%。",
]


@pytest.mark.parametrize(("text", "verdict"), FOUND)
def test_shares_of_a_whole(text, verdict):
    assert [one for _, one in related(text, "balance")] == [verdict]


@pytest.mark.parametrize("text", SILENT)
def test_others(text):
    assert related(text, "balance") == []


def test_a_slip_is_told():
    assert len(fired("TOT108", FOUND[-1][0])) == 1
