from __future__ import annotations

import pytest

from related import related

FOUND = [
    (
        "parts of what was named before",
        "公共卫生机构30个，其他11个。公共卫生机构包括疾控中心8个、保健院7个、监督所15个。",
        ("30 = 8 + 7 + 15", "holds"),
    ),
    (
        "parts that are one too many",
        "公共卫生机构30个，其他11个。公共卫生机构包括疾控中心8个、保健院7个、监督所16个。",
        ("30 ≠ 8 + 7 + 16", "fails"),
    ),
    (
        "made up of",
        "全县卫生人员420人。卫生人员由医师240人、护士150人、药师30人构成。",
        ("420 = 240 + 150 + 30", "holds"),
    ),
    (
        "a name put together",
        "有监测对象108户，新识别28户，年末在册136户。在册对象里，一类户52户、二类户48户、三类户63户。",
        ("136 ≠ 52 + 48 + 63", "fails"),
    ),
    (
        "some of them",
        "全县卫生人员420人。卫生人员中，医师240人、护士150人。",
        ("420 ≥ 240", "holds"),
    ),
]
SILENT = [
    ("another name", "公共卫生机构30个。专业机构包括疾控中心8个、保健院7个、监督所16个。"),
    ("two values", "卫生人员420人。乡村卫生人员80人。卫生人员包括医师240人、护士150人。"),
    ("an open list", "公共卫生机构30个。公共卫生机构主要包括疾控中心8个、保健院7个等。"),
    ("led by somebody", "全县卫生人员420人。卫生人员由医师240人带队，分赴各镇。"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND]
)
def test_found(text, expected):
    assert expected in related(text, "sum")


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_silent(text):
    assert [one for one in related(text, "sum") if one[1] == "fails"] == []
