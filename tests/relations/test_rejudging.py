from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse import parse
from reportparse.relations.rejudging import claims_of, figures_of, rejudged, with_value

ROWS = [
    ("a sum", "资料9份，其中册2份、页3份、图4份。", 3, "5", "fails"),
    ("a sum mended", "资料9份，其中册2份、页3份、图5份。", 3, "4", "holds"),
    ("a rate", "受理投诉120件，办结118件，办结率98.3%。", 0, "93.8", "fails"),
    ("a share of several", "来访80件，其中甲30件、乙20件，两项合计占62.5%。", 0, "72.5", "fails"),
    ("a growth", "由80件增加到100件，增长25%。", 2, "35", "fails"),
    ("an amount", "由80件增加到100件，增加30件。", 2, "20", "holds"),
    ("a fall", "由100件减少到80件，下降20%。", 1, "120", "fails"),
    ("a rise and its rate", "受理894件，比上年增加34件，增长3.95%。", 1, "44", "fails"),
    ("a sum by name", "进出口总额18.6亿元，出口11.2亿元，进口7.4亿元。", 2, "4700000000", "fails"),
    ("a definition", "出生率7.20‰，死亡率6.95‰，自然增长率0.52‰。", 2, "0.25", "holds"),
    ("shares", "男性占总人口的比重为51.2%，女性占总人口的比重为48.8%。", 0, "52.1", "fails"),
    ("a balance", "上年结转8件，新收70件，办结66件，结转下年12件。", 3, "21", "fails"),
]


@pytest.mark.parametrize(
    ("text", "place", "value", "verdict"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_one_figure_changed(text, place, value, verdict):
    relation = parse(text).relations[0]
    figures = figures_of(relation)
    claim = claims_of(relation)[place]
    assert rejudged(relation, with_value(figures, claim.id, Decimal(value))) == verdict


def test_unchanged_it_is_judged_as_before():
    for _, text, *_ in ROWS:
        for relation in parse(text).relations:
            if relation.verdict != "untestable":
                assert rejudged(relation, figures_of(relation)) == relation.verdict


def test_a_figure_that_is_not_known():
    relation = parse(ROWS[0][1]).relations[0]
    assert rejudged(relation, {}) == "untestable"
