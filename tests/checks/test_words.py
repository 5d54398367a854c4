from __future__ import annotations

import pytest

from reportparse import parse
from reportparse.checks.words import (
    lead,
    sentence_before,
    sentence_behind,
    tail,
)


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("全年受理，办结率达98%左右的村，有三。", "办结率达", "的村"),
        ("共8场", "共", ""),
        ("一行\n办结8件\n又一行", "办结", ""),
    ],
    ids=["a clause", "a short text", "a line"],
)
def test_words_of_a_clause(text, before, behind):
    report = parse(text)
    claim = report.claims[0]
    assert (lead(report, claim), tail(report, claim)) == (before, behind)


def test_words_of_a_sentence():
    text = "前一句。全镇办结，共8场；另一句"
    at = text.index("8")
    assert sentence_before(text, at) == "全镇办结，共"
    assert sentence_behind(text, at) == "8场"


def test_a_long_sentence_is_cut():
    text = "长" * 300
    assert (len(sentence_before(text, 200)), len(sentence_behind(text, 0))) == (80, 80)
