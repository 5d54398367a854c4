from __future__ import annotations

from decimal import Decimal

import pytest
from evaluation import amounts

READ = [
    ("198件", 198, 198, "件", "198"),
    ("**20** 万余件", 200000, 210000, "件", "20** 万"),
    ("30余万人次", 300000, 400000, "人次", "30余万"),
    ("120余次", 120, 130, "次", "120余"),
    ("18余次", 18, None, "次", "18余"),
    ("1.4万余处", 14000, 15000, "处", "1.4万"),
    ("近400人", 300, 400, "人", "400"),
    ("约1.2亿元", 115000000, 125000000, "元", "1.2亿"),
    ("95%以上", 95, None, "%", "95"),
    ("不超过30天", None, 30, "天", "30"),
    ("3—5个", 3, 5, "个", "3—5"),
    ("5-8万元", 50000, 80000, "元", "5-8万"),
    ("９．５个百分点", Decimal("9.5"), Decimal("9.5"), "百分点", "９．５"),
    ("十二名", 12, 12, "名", "十二"),
    ("两处", 2, 2, "处", "两"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "num"), READ, ids=[r[0] for r in READ])
def test_plain_expressions_carry_their_interval(text, low, high, unit, num):
    amount = amounts.read(text)
    assert (amount.low, amount.high, amount.unit, amount.num) == (low, high, unit, num)
    assert text[amount.num_at :].startswith(num)


@pytest.mark.parametrize("text", ["翻了一番", "几十户", "七成", "一万门"])
def test_other_expressions_are_refused(text):
    amount = None
    try:
        amount = amounts.read(text)
    except amounts.Unreadable:
        return
    assert amount.unit not in {"番", "户", "门"}
