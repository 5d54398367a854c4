from __future__ import annotations

import pytest

from related import related


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "受理信访80件，其中来访30件、来信20件，两项合计占62.5%。",
            [("(30 + 20) / 80 = 62.5%", "holds")],
        ),
        (
            "受理信访80件，其中来访30件、来信20件，两项合计占72.5%。",
            [("(30 + 20) / 80 ≠ 72.5%", "fails")],
        ),
        (
            "受理信访80件，其中来访30件、来信20件、网上10件，三类共占75%。",
            [("(30 + 20 + 10) / 80 = 75%", "holds")],
        ),
        ("受理信访80件，其中来访30件，两项合计占62.5%。", []),
    ],
    ids=["two", "two that differ", "three", "too few"],
)
def test_shares_of_several(text, found):
    assert related(text, "ratio") == found
