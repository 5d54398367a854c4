"""Cardinals: digits and multipliers, section by section."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse.cardinal import plain_spelling, read_cardinal


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("四万万", "400000000"), ("十二万三", "123000"), ("七千零九", "7009"),
        ("一万五千亿", "1500000000000"),
        ("2千零30万", "20300000"), ("六百点二五", "600.25"), ("三点二亿", "320000000"),
        ("零", "0"),
    ],
)  # fmt: skip
def test_cardinal(plain: str, value: str) -> None:
    assert read_cardinal(plain) == Decimal(value)


@pytest.mark.parametrize(
    "plain", ["", "百千", "一千一千", "三四五六七八万九", "千百", "负", "点", "万亿万", "一零点"]
)
def test_no_cardinal(plain: str) -> None:
    assert read_cardinal(plain) is None


def test_spellings_fold_to_one() -> None:
    assert plain_spelling("貳拾 叁萬○５") == "二十三万零5"
    assert plain_spelling("廿五") == "二十五"
