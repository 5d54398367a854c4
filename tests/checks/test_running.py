from __future__ import annotations

import pytest

from reportparse.checks.running import loose_slips


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("做法：一要学，二要干，四要督。", [("二要", "四要", 3)]),
        ("做法：一是学，二是干，二是督，四是评。", [("二是", "二是", 3)]),
        ("一要学，二要干，三要督。", []),
        ("一要学，二要干，三要督。另外一要快，二要准。", []),
        ("一是一，二是二。", []),
        ("三要学，五要干，七要督。", []),
        ("一要学，二要干，\n四要督。", []),
    ],
    ids=["a gap", "a repeat", "in order", "two lists", "a saying", "no first", "two lines"],
)
def test_loose_slips(text, slips):
    assert [(one.before, one.mark, one.expected) for one in loose_slips(text)] == slips
