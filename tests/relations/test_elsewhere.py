from __future__ import annotations

import pytest

from related import related

FOUND = [
    (
        "the same share, said exactly",
        "托位1.42万个，普惠托位0.83万个，占比过半，为58.5%。",
        "0.83万 / 1.42万 = 58.5%",
    ),
    (
        "the same share, said exactly and wrongly",
        "托位1.42万个，普惠托位0.83万个，占比过半，为85.5%。",
        "0.83万 / 1.42万 ≠ 85.5%",
    ),
    (
        "what a share came to",
        "办理案件286件，其中刑事142件、民事67件、行政77件；刑事案件的比重由52.1%降到49.7%。",
        "142 / 286 = 49.7%",
    ),
    (
        "what a share came to, its digits turned",
        "办理案件286件，其中刑事142件、民事67件、行政77件；刑事案件的比重由52.1%降到47.9%。",
        "142 / 286 ≠ 47.9%",
    ),
    (
        "a list of a whole in the sentence before",
        "到位资金3.6亿元。按用途，建设2.1亿元，占比58.3%，高于上年3.1个百分点；培训1.5亿元。",
        "2.1亿 / 3.6亿 = 58.3%",
    ),
    (
        "posts are filled by people",
        "现有编制46个，检察官18名，占编制的39.1%。",
        "18 / 46 = 39.1%",
    ),
    (
        "posts told behind",
        "持证人员14人，占编制数的58.3%，编制24名。",
        "14 / 24 = 58.3%",
    ),
    (
        "wholes in brackets",
        "昼间达标61点次（共64点次），夜间达标55点次（共64点次），达标率分别为95.3%和85.9%。",
        "55 / 64 = 85.9%",
    ),
    (
        "wholes in brackets, one rate wrong",
        "昼间达标61点次（共64点次），夜间达标55点次（共64点次），达标率分别为95.3%和89.5%。",
        "55 / 64 ≠ 89.5%",
    ),
]
SILENT = [
    ("a rate of its own", "托位1.42万个，普惠托位0.83万个，占比过半，使用率为85.5%。"),
    ("no such part", "办理案件286件，其中刑事142件、民事144件；行政案件的比重由52.1%降到49.7%。"),
    ("no list", "刑事案件142件；刑事案件的比重由52.1%降到49.7%。"),
    (
        "a list that does not add up",
        "到位资金3.6亿元。按用途，建设2.1亿元，占比48.9%；培训1.2亿元。",
    ),
    ("no slip of it", "到位资金3.6亿元。按用途，建设2.1亿元，占比71.4%；培训1.5亿元。"),
    ("two of the name", "行政编制46个，事业编制30个，检察官18名，占编制的39.1%。"),
    ("more rates than pairs", "达标61点次（共64点次），达标率分别为95.3%和85.9%。"),
]


@pytest.mark.parametrize(
    ("text", "formula"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND]
)
def test_found(text, formula):
    assert formula in [one for one, _ in related(text, "ratio")]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_silent(text):
    rates = [one for one, _ in related(text, "ratio") if one.endswith("%") and "≠" in one]
    assert rates == []
    assert not [one for one, _ in related(text, "ratio") if one.endswith(("49.7%", "39.1%"))]
