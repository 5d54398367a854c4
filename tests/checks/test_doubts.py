"""Why parts that exceed their whole may still be right."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse import parse
from reportparse.checks.doubts import is_bound, mended
from reportparse.relations import SumOf

ROWS = [
    ("one unbroken list", "活动69次，其中讲座28次、展览20次、咨询22次。", True),
    ("held twice", "干部69名，其中党员38名、妇女32名。", False),
    ("one holds another", "人员69名，其中执业医师38名、执业助理医师32名。", False),
    ("none of it", "案件69件，其中广告类38件、其他广告类32件。", True),
    ("said to overlap", "任职69名，其中村委38名、支委32名（有交叉任职）、监委9名。", False),
    ("entitled to both", "有69户，其中享受低保38户，享受救助39户。", False),
    ("complements", "职工69人，其中男性38人、女性32人。", True),
    ("times of people", "服务690人次，其中老人380人次，儿童320人次。", False),
    ("a slip says it", "服务864人次。按方式分，甲类530人次、乙类343人次。", True),
    ("whole clauses, a little more", "走访69户，其中低保户38户，脱贫户32户。", True),
    ("two digits swapped", "售房72万套，其中住宅60万套，下降4%；商铺21万套，增长2%。", True),
]


@pytest.mark.parametrize(
    ("text", "bound"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_is_bound(text, bound):
    report = parse(text)
    (relation,) = (
        one for one in report.relations if isinstance(one, SumOf) and one.verdict == "fails"
    )
    assert is_bound(report, relation) is bound


def test_mended():
    (relation,) = parse("活动69次，其中讲座28次、展览20次、咨询22次。").relations
    assert isinstance(relation, SumOf)
    assert mended(relation, Decimal(1)) == ("28 → 27", "22 → 21")
