from __future__ import annotations

import pytest

from related import mentions_of
from reportparse.relations.chains import chain_before, chain_from

# Text, index of the first part, values, lengths at which the list may end, firm parts, knit.
CHAINS = [
    ("one unbroken list", "其中讲座8场、展览4场、演练2场", 0, [8, 4, 2], (3,), 3, "tight"),
    ("another unit ends it", "其中讲座8场、展览4场，发放手册900册", 0, [8, 4], (2,), 2, "tight"),
    ("what did not happen", "其中讲座8场、展览4场，未发生一场意外", 0, [8, 4], (2,), 2, "tight"),
    ("none of a kind", "其中讲座8场、展览4场、演练0场", 0, [8, 4, 0], (3,), 3, "tight"),
    ("a comma may end it", "其中讲座8场、展览4场，演练2场", 0, [8, 4, 2], (3, 2), 2, "tight"),
    ("clauses", "讲座8场，展览4场，演练2场", 0, [8, 4, 2], (3, 2, 1), 3, "comma"),
    ("a semicolon", "其中讲座8场、展览4场；演练2场", 0, [8, 4, 2], (3, 2), 2, "tight"),
    ("a verb", "讲座8场，展览4场，组织演练2场", 0, [8, 4, 2], (3, 2, 1), 2, "comma"),
    ("behind the rest", "其中讲座8场、其余4场、演练2场", 0, [8, 4, 2], (3, 2), 2, "tight"),
    ("另", "其中讲座8场、展览4场，另有演练2场", 0, [8, 4], (2,), 2, "tight"),
    ("同比", "其中讲座8场、展览4场，同比增加2场", 0, [8, 4], (2,), 2, "tight"),
    ("合计", "讲座8场、展览4场，合计12场", 0, [8, 4], (2,), 2, "tight"),
    ("a new 其中", "讲座8场、展览4场，其中室内3场", 0, [8, 4], (2,), 2, "tight"),
    ("deeper figures", "讲座8场（室内3场）、展览4场", 0, [8, 4], (2,), 2, "tight"),
    ("the bracket closes", "活动（讲座8场、展览4场）、演练2场", 0, [8, 4], (2,), 2, "tight"),
    ("shares belong to parts", "男8人，占40%、女12人，占60%", 0, [8, 12], (2,), 2, "tight"),
    ("a second unit", "城区8户20人、乡村4户9人", 0, [8, 4], (2,), 2, "tight"),
    ("from the second unit", "城区8户20人、乡村4户9人", 1, [20, 9], (2,), 2, "tight"),
    ("over behind the rest", "其中讲座8场、其他4场，结转2场", 0, [8, 4], (2,), 2, "tight"),
    ("a figure alone", "其中讲座8场", 0, [8], (1,), 1, "tight"),
    ("a plan beside", "其中甲6场，为预算8场的75%，乙3场", 0, [6, 3], (2, 1), 1, "comma"),
    ("more than before", "其中甲区8场，增2场；乙区4场，减1场", 0, [8, 4], (2, 1), 1, "tight"),
    (
        "parts of parts",
        "其中机关8人，其中女3人；农村4人，其中女1人",
        0,
        [8, 4],
        (2, 1),
        1,
        "tight",
    ),
    ("a part of the last", "其中机关8人、农村4人，其中女3人", 0, [8, 4], (2,), 2, "tight"),
    ("carried over", "其中上年结转8件、调入4件", 0, [8, 4], (2,), 2, "tight"),
    ("paid back", "其中上解8件、还本4件、偿还2件", 0, [8, 4, 2], (3,), 3, "tight"),
    (
        "其他 closes it",
        "其中甲8场，增长5%；乙4场，增长9%；其他2场，增长1%",
        0,
        [8, 4, 2],
        (3, 2, 1),
        3,
        "tight",
    ),
    ("brackets are one list", "（讲座8场，展览4场）", 0, [8, 4], (2, 1), 2, "tight"),
]


@pytest.mark.parametrize(
    ("text", "first", "values", "knitting"),
    [(*row[1:4], row[4:]) for row in CHAINS],
    ids=[row[0] for row in CHAINS],
)
def test_chain(text, first, values, knitting):
    found = chain_from(mentions_of(text), first)
    assert [part.stated.value for part in found.parts] == values
    assert (found.ends, found.tight, found.knit) == knitting


EVEN = [
    ("growth each", "甲8场，增长5%；乙4场，增长9%", 2),
    ("growth and share each", "甲8场，增长5%，占67%；乙4场，增长9%，占33%", 2),
    ("the last goes without", "甲8场，增长5%；乙4场，增长9%；丙2场", 3),
    ("something wide", "甲8场，增长5%；乙4场，增长9%；全市演练20场，增长2%", 2),
    ("an act", "甲8场，增长5%；乙4场，增长9%；举办讲座20场，增长2%", 2),
    ("another shape", "甲8场，增长5%；乙4场，3人；丙2场，增长2%", 1),
    ("nothing beside", "甲8场、乙4场", 0),
]


@pytest.mark.parametrize(("text", "even"), [row[1:] for row in EVEN], ids=[row[0] for row in EVEN])
def test_parts_of_one_shape(text, even):
    assert chain_from(mentions_of(text), 0).even == even


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("企业25人，在职20人，退休5人；机关13人，在职9人", [25, 13]),
        ("企业25人；机关13人", []),
        ("企业25人，机关13人", []),
    ],
)
def test_heads(text, heads):
    assert [one.stated.value for one in chain_from(mentions_of(text), 0).heads] == heads


COMPLETE = [
    ("the rest is told", "其中讲座8场、其余4场", True),
    ("a pair", "其中男8人、女4人", True),
    ("a plain list", "其中讲座8场、展览4场", False),
    ("a pair and more", "其中男8人、女4人等", False),
    ("the first is the rest", "其他讲座8场、展览4场", False),
    ("some only", "主要为男8人、女4人", False),
]


@pytest.mark.parametrize(
    ("text", "complete"), [row[1:] for row in COMPLETE], ids=[row[0] for row in COMPLETE]
)
def test_list_is_complete(text, complete):
    assert chain_from(mentions_of(text), 0).is_complete is complete


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("其中讲座8场、展览4场等", True),
        ("其中讲座8场、展览4场等活动", True),
        ("其中重点讲座8场、展览4场", True),
        ("其中讲座8场、展览4场", False),
    ],
)
def test_list_is_open(text, is_open):
    assert chain_from(mentions_of(text), 0).is_open is is_open


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("春季6场、秋季7场，合计13场", [6, 7]),
        ("春季6场，秋季7场，合计13场", [6, 7]),
        ("培训60人，春季6场、秋季7场，合计13场", [6, 7]),
        ("线上5场，另有春季6场、秋季7场，合计13场", [6, 7]),
        ("培训60人，合计13场", []),
    ],
)
def test_chain_before(text, values):
    mentions = mentions_of(text)
    found = chain_before(mentions, len(mentions) - 1)
    assert [part.stated.value for part in found] == values
