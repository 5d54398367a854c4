"""Relations as formulas over the cells of their figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse.render.recounts import Recount, recount
from reportparse.report import parse


def recounts(text: str) -> dict[str, Recount | None]:
    """Return the formulas of the relations of a text, cells named by their figures."""
    report = parse(text)
    return {
        one.formula: recount(one, lambda claim: f"[{claim.quantity.num_text}]")
        for one in report.relations
    }


@pytest.mark.parametrize(
    ("text", "relation", "stated", "computed", "value"),
    [
        pytest.param(
            "举办讲座43场，其中进村18场、进校15场、进厂10场。", "43 = 18 + 15 + 10",
            "[43]", "[18]+[15]+[10]", 43, id="sum",
        ),
        pytest.param(
            "受理申请250件，办结245件，办结率98%。", "245 / 250 = 98%",
            "[98]", "([245])/([250])*100", 98, id="rate",
        ),
        pytest.param(
            "收入由320万元增加到368万元，增长15%。", "368万 / 320万 - 1 = 15%",
            "[15]", "([368万]-([320万]))/([320万])*100", 15, id="growth",
        ),
        pytest.param(
            "上年结转8件，新受理70件，办结66件，结转下年12件。", "8 + 70 = 66 + 12",
            "[8]+[70]", "[66]+[12]", 78, id="balance",
        ),
    ],
)  # fmt: skip
def test_formula_of_each_kind(
    text: str, relation: str, stated: str, computed: str, value: int
) -> None:
    found = recounts(text)[relation]
    assert found is not None
    assert found.stated is not None
    assert (found.stated.formula, found.computed.formula) == (stated, computed)
    assert found.computed.value == pytest.approx(Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("发案由200起下降到150起，下降25%。", -25, id="fall"),
        pytest.param("满意率由91.2%提高到95.7%，提高4.5个百分点。", Decimal("4.5"), id="points"),
        pytest.param("产值由12亿元增加到36亿元，增长2倍。", 2, id="multiple"),
        pytest.param("受理136件，比上年增加36件，增长36%。", 36, id="from-the-amount"),
    ],
)
def test_changes_are_signed_by_their_words(text: str, value: Decimal) -> None:
    found = [one for one in recounts(text).values() if one is not None]
    assert found
    for one in found:
        assert one.stated is not None
        assert one.stated.value == pytest.approx(one.computed.value)
    assert [one.computed.value for one in found if one.computed.value == pytest.approx(value)]


@pytest.mark.parametrize(
    "text",
    ["受理200—250件，办结245件，办结率98%。", "受理0件，办结0件，办结率100%。"],
    ids=["no-one-value", "nothing-to-divide-by"],
)
def test_what_cannot_be_worked_out_has_no_formula(text: str) -> None:
    assert not any(one and one.stated for one in recounts(text).values())
