from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse import parse
from reportparse.relations.implied import implied_bases
from reportparse.relations.kernel import Stated


@pytest.mark.parametrize(
    ("now", "rate", "place", "direction", "bases"),
    [
        (136, "23", "1", "rise", (110, 111)),
        (7, "23", "1", "rise", ()),
        (9, "50", "1", "fall", (18, 18)),
        (120, "20.0", "0.1", "rise", (100, 100)),
        (5, "100", "1", "fall", ()),
    ],
    ids=["two fit", "none fits", "a fall", "one fits", "a fall to nothing"],
)
def test_implied_bases(now, rate, place, direction, bases):
    stated = Stated(Decimal(rate), Decimal(place))
    assert implied_bases(Decimal(now), stated, direction) == tuple(map(Decimal, bases))


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("受理案件136件，同比增长23%。", ["136 / (1 + 23%) = 110–111"]),
        ("受理案件136件，比上年下降20%。", ["136 / (1 - 20%) = 169–172"]),
        ("受理案件136件，同比增加20件，增长17.2%。", []),
        ("受理案件136件，投诉同比增长23%。", []),
        ("受理案件近136件，同比增长23%。", []),
        ("收入136万元，同比增长23%。", []),
    ],
    ids=["a rise", "a fall", "printed", "of something else", "an estimate", "an amount"],
)
def test_counts_with_their_growth_alone(text, formulas):
    found = [one for one in parse(text).relations if one.verdict == "untestable"]
    assert [one.formula for one in found] == formulas
