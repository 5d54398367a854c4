"""Rates of one of two outcomes of which no sum is printed."""

from __future__ import annotations

import pytest

from related import related

GIVEN = [
    ("批准逮捕158件196人，不批准逮捕33件40人，不捕率为16.95%。", "40 / (40 + 196) = 16.95%"),
    ("逮捕25人，不捕24人，不捕率为48.98%。", "24 / (24 + 25) = 48.98%"),
    ("逮捕25人，不捕24人。全年批捕率51.02%。", "25 / (25 + 24) = 51.02%"),
    ("起诉292人。不起诉70人，不起诉率（按人数）为19.34%。", "70 / (70 + 292) = 19.34%"),
    ("合格310批次，不合格12批次，合格率96.3%。", "310 / (310 + 12) = 96.3%"),
    ("准予许可310件，不予许可12件，许可率96.3%。", "310 / (310 + 12) = 96.3%"),
    ("支持监督12件，不支持监督30件，支持率28.6%。", "12 / (12 + 30) = 28.6%"),
    ("予以受理310件，不予受理12件，受理率96.3%。", "310 / (310 + 12) = 96.3%"),
    ("通过验收47个，未通过3个，未通过率6.00%。", "3 / (3 + 47) = 6.00%"),
    ("批准逮捕196人，不批准逮捕40人，不捕率为19.65%。", "40 / (40 + 196) ≠ 19.65%"),
]


@pytest.mark.parametrize(("text", "formula"), GIVEN, ids=[text for text, _ in GIVEN])
def test_given(text: str, formula: str) -> None:
    verdict = "fails" if "≠" in formula else "holds"
    assert related(text, "balance") == [(formula, verdict)]


@pytest.mark.parametrize(
    "text",
    [
        # A third outcome, or older cases, may be among them.
        "决定起诉427人，决定不起诉55人，不诉率为11.59%。",
        "批准逮捕196人，不批准逮捕40人，不捕率为32.1%。",
        # Figures of other units.
        "批准逮捕196人，不批准逮捕40件，不捕率为16.95%。",
        # Too few digits to be sure.
        "逮捕30人，不捕20人，不捕率40%。",
        # No rate of theirs.
        "合格310批次，不合格12批次，满意率96.3%。",
        "合格310批次，不合格12批次，合格率提高3.73个百分点。",
        # What is to be.
        "力争逮捕25人，不捕24人，不捕率为48.98%。",
    ],
)
def test_not_given(text: str) -> None:
    assert related(text, "balance") == []
