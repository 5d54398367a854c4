from __future__ import annotations

from decimal import Decimal

import pytest

from related import mentions_of, related
from reportparse.relations.kernel import Stated
from reportparse.relations.multiples import grown, is_times


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("用户由500户增加到1000户，翻了一番。", True),
        ("用户由500户增加到1500户，是上年的3倍。", True),
        ("用户由500户增加到1500户，增长2倍。", False),
        ("用户由500户增加到600户，增长20%。", False),
    ],
    ids=["doubled", "so many times", "grown by", "a rate"],
)
def test_what_tells_how_many_times(text, told):
    assert is_times(mentions_of(text)[-1]) is told


def test_three_times_as_much_has_grown_by_two():
    assert grown(Stated(Decimal(3), Decimal(1))) == Stated(Decimal(200), Decimal(100))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("用户由500户增加到1000户，翻了一番。", "holds"),
        ("用户由500户增加到1900户，翻了一番。", "fails"),
        ("用户由500户增加到2000户，翻了两番。", "holds"),
        ("用户由500户增加到2500户，是上年的3倍。", "fails"),
    ],
    ids=["doubled", "not doubled", "twice doubled", "not three times"],
)
def test_multiples_of_a_printed_base(text, verdict):
    assert [found for _, found in related(text, "change")] == [verdict]
