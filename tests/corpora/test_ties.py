"""When words and digits alone tie two figures."""

from __future__ import annotations

import pytest
from evaluation.ties import clause, sentence, tied, told_alike

TEXT = "一是排查。全年共排查隐患312处，整改309处；二是普法。"


@pytest.mark.parametrize(
    ("cut", "words"),
    [
        (clause, ("全年共排查隐患", "处")),
        (sentence, ("全年共排查隐患", "处，整改309处")),
    ],
)
def test_words_around_a_place(cut, words):
    at = TEXT.index("312")
    assert cut(TEXT, at, at + 3) == words


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("全年共排查隐患", "处"), ("虽排查隐患", "处"), True),
        (("排查隐患", "处"), ("整改隐患", "处"), False),
        (("共", "处"), ("", "处"), False),
    ],
    ids=["the same but for 全年共", "another verb", "too few words"],
)
def test_told_in_the_same_words(one, other, alike):
    assert told_alike(one, other) is alike


@pytest.mark.parametrize(
    ("leads", "operator", "numeral", "sure"),
    [
        (("全年", "共"), "+1", "12", True),
        (("全年", ""), "+1", "312", False),
        (("全年", ""), "transposition", "312", True),
        (("", ""), "×10", "3.12万", True),
        (("", ""), "×10", "40万", False),
    ],
    ids=["both all there is", "one of them", "digits swapped", "ten times", "a round figure"],
)
def test_a_slip_beyond_doubt(leads, operator, numeral, sure):
    assert tied(leads, operator, numeral) is sure
