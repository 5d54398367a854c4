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


#: Several figures of different deeds before 其中: a part is of the one that shares its deed.
OPEN = [
    ("受理各类案件254件，办结231件，其中市中院受理28件，办结24件。", "254 ≥ 28", "231 ≥ 24"),
    ("受理诉讼案件6380件，结案6201件。其中：受理民事案件5644件，结案5489件。",
     "6380 ≥ 5644", "6201 ≥ 5489"),
    ("共退回侦查36件67人，重报35件68人。其中一次退回侦查30件54人，一次重报28件52人。",
     "36 ≥ 30", "67 ≥ 54", "35 ≥ 28", "68 ≥ 52"),
    ("接待来访300批，受理信访件120件，办结110件，其中受理网上信访80件。", "120 ≥ 80"),
    ("新建改建公路36公里，养护公路120公里，其中新建县道20公里。", "36 ≥ 20"),
    ("引进项目12个，开工项目9个，竣工项目6个，其中亿元以上开工项目5个。", "9 ≥ 5"),
    ("出动执法人员900人次，培训人员400人次，其中出动夜查执法人员260人次。", "900 ≥ 260"),
    ("印发宣传资料6000份，发放问卷2400份，其中印发手册1500份。", "6000 ≥ 1500"),
    ("立案96件，移送司法机关12件，其中食品领域立案9件。", "96 ≥ 9"),
    ("新增就业5200人，培训劳动力3100人，其中新增失业人员就业1800人。", "5200 ≥ 1800"),
]  # fmt: skip


@pytest.mark.parametrize("row", OPEN, ids=[row[0] for row in OPEN])
def test_of_the_same_deed(row: tuple[str, ...]) -> None:
    text, *formulas = row
    assert sorted(related(text, "sum")) == sorted((one, "holds") for one in formulas)


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        # No deed of its own: of the nearest.
        ("受理案件254件，办结231件，其中刑事案件28件。", "231 ≥ 28"),
        # What was divided before is done with.
        ("复议9件，其中维持6件；诉讼7件，其中维持5件。", "7 ≥ 5"),
    ],
)
def test_of_the_nearest(text: str, formula: str) -> None:
    assert (formula, "holds") in related(text, "sum")


def test_list_of_one_whole_is_of_no_other() -> None:
    text = "户籍人口112635人。其中，城镇人口54715人，乡村人口57920人；男性57753人，女性54882人。"
    assert [verdict for _, verdict in related(text, "sum")] == ["holds", "holds"]
