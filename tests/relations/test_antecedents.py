"""What 其中 speaks of."""

from __future__ import annotations

import pytest

from related import related, sentences_of
from reportparse.relations.antecedents import able, antecedents, far_antecedents
from reportparse.relations.chains import chain_from
from reportparse.relations.spots import Spot


def values(mentions):
    return [int(one.stated.value) for one in mentions]


def spot_of(text, at):
    """Return the last sentence's figure at a place, as the first behind 其中."""
    told = sentences_of(text)
    return Spot(told, len(told) - 1, at, told[-1].mentions)


NEAR = [
    ("the clause before", "活动12场，其中讲座8场", 1, [12]),
    ("two of one unit", "活动12场、演练9场，其中讲座8场", 2, [9, 12]),
    ("the sentence before", "活动12场，培训60人。其中讲座8场", 0, [12]),
    ("three clauses back", "活动12场，资料9份，覆盖5村，其中讲座8场", 3, [12]),
    ("too far back", "活动12场，资料9份，投资3元，覆盖5村，其中讲座8场", 4, []),
    ("a paragraph on", "活动12场。\n其中讲座8场", 0, []),
    ("brackets tell of one", "活动12场，讲座9场（其中线上8场", 2, [9]),
    ("a plan is none", "完成活动9场，为计划12场的75%，其中讲座8场", 3, [9]),
]


@pytest.mark.parametrize(
    ("text", "at", "found"), [row[1:] for row in NEAR], ids=[row[0] for row in NEAR]
)
def test_near(text, at, found):
    spot = spot_of(text, at)
    assert values(antecedents(spot, spot.here)) == found


FAR = [
    (
        "further back",
        "活动12场，资料9份，投资3元，覆盖5村，其中讲座8场、展览3场、演练1场",
        4,
        [12],
    ),
    ("two parts only", "活动12场，资料9份，投资3元，覆盖5村，其中讲座8场、展览4场", 4, []),
    ("near enough", "活动12场，其中讲座8场、展览3场、演练1场", 1, []),
]


@pytest.mark.parametrize(
    ("text", "at", "found"), [row[1:] for row in FAR], ids=[row[0] for row in FAR]
)
def test_far(text, at, found):
    spot = spot_of(text, at)
    near = antecedents(spot, spot.here)
    assert values(far_antecedents(spot, chain_from(spot.mentions, at), near)) == found


ABLE = [
    ("less than a part", "立案326件，移送4件，其中食品142件", 2, [326]),
    ("the nearest may be", "立案326件，办结318件，其中食品142件", 2, [318, 326]),
    ("a slip of the nearest", "立案326件，办结12件，其中食品123件", 2, [12, 326]),
    ("none may be", "立案26件，移送4件，其中食品142件", 2, [4, 26]),
]


@pytest.mark.parametrize(
    ("text", "at", "found"), [row[1:] for row in ABLE], ids=[row[0] for row in ABLE]
)
def test_able(text, at, found):
    spot = spot_of(text, at)
    near, far = able(antecedents(spot, spot.here), (), (spot.here,))
    assert (values(near), far) == (found, ())


@pytest.mark.parametrize(
    "text",
    [
        "立案326件，办结318件，移送公安机关4件。其中食品类142件、药械类21件。",
        "完成支出9亿元，为预算8.2亿元的110%，其中教育5亿元、卫生4亿元。",
    ],
)
def test_nothing_is_wrong(text):
    assert [one for one in related(text, "sum") if one[1] == "fails"] == []
