from __future__ import annotations

import pytest

from reportparse.places import chain_of, find_place, level_of

PLACES = [
    ("内蒙古自治区人民政府", ("内蒙古自治区",), "province"),
    ("北京市人民政府", ("北京市",), "province"),
    ("云南省财政厅", ("云南省",), "province"),
    ("岚口市司法局", ("岚口市",), "prefecture"),
    ("黔南布依族苗族自治州人民政府", ("黔南布依族苗族自治州",), "prefecture"),
    ("郑州市统计局", ("郑州市",), "prefecture"),
    ("岚口市鹿泽县人民政府", ("岚口市", "鹿泽县"), "county"),
    ("岚口市城东区教育局", ("岚口市", "城东区"), "county"),
    ("鄂温克族自治旗人民政府", ("鄂温克族自治旗",), "county"),
    ("鹿泽县青枫镇人民政府", ("鹿泽县", "青枫镇"), "township"),
    ("石北街道办事处", ("石北街道",), "township"),
    ("松岭乡人民政府", ("松岭乡",), "township"),
    ("中共岚口市委", ("岚口市",), "prefecture"),
    ("禾峪县民政局", ("禾峪县",), "county"),
    ("鹿泽县市场监督管理局", ("鹿泽县",), "county"),
    ("岚口市政府", ("岚口市",), "prefecture"),
    ("澜川市通州区政府", ("澜川市", "通州区"), "county"),
    ("2024年鹿泽县政府工作报告", ("鹿泽县",), "county"),
    ("国务院", (), "national"),
    ("县人民政府", (), "county"),
    ("鸣沙市城市管理局", ("鸣沙市",), "prefecture"),
    ("政府工作报告", (), ""),
    ("沁阳市人民政府", ("沁阳市",), "county"),
    ("新乡市人民政府", ("新乡市",), "prefecture"),
    ("新乡县人民政府", ("新乡县",), "county"),
    ("岚口市沱湾市人民政府", ("岚口市", "沱湾市"), "county"),
    ("黔东南州统计局", ("黔东南州",), "prefecture"),
    ("北京市朝阳区人民政府", ("北京市", "朝阳区"), "county"),
]


@pytest.mark.parametrize(("text", "chain", "level"), PLACES, ids=[text for text, *_ in PLACES])
def test_places_and_levels(text, chain, level):
    assert (chain_of(text), level_of(text)) == (chain, level)


#: Who speaks, what else the head names, the text; then code, chain and level.
FOUND = {
    "a name of one place": (
        "徐水县人民政府", [], "", "130625", ("河北省", "保定市", "徐水县"), "county",
    ),
    "a township by its addressee": (
        "城关镇人民政府", ["兰考县人民政府"], "", "410225",
        ("河南省", "开封市", "兰考县", "城关镇"), "township",
    ),
    "a name of several places": ("新华区人民政府", [], "", "", ("新华区",), "county"),
    "told by the title": (
        "新华区人民政府", ["平顶山市新华区2023年工作总结"], "", "410402",
        ("河南省", "平顶山市", "新华区"), "county",
    ),
    "told by the offices above it": (
        "新华区人民政府", [], "在沧州市委、市政府的领导下", "130902",
        ("河北省", "沧州市", "新华区"), "county",
    ),
    "told by its full name in the text": (
        "鼓楼区人民政府", [], "福州市鼓楼区认真落实", "350102",
        ("福建省", "福州市", "鼓楼区"), "county",
    ),
    "not told by a place visited": (
        "新华区人民政府", [], "赴石家庄考察学习", "", ("新华区",), "county",
    ),
    "not told where two are named": (
        "新华区人民政府", [], "沧州市委和石家庄市委", "", ("新华区",), "county",
    ),
    "a real name below an invented one": (
        "澜川市通州区人民政府", [], "", "", ("澜川市", "通州区"), "county",
    ),
    "an invented name below a real one": (
        "大庆市鹿泽区人民政府", [], "", "230600", ("黑龙江省", "大庆市", "鹿泽区"), "county",
    ),
    "a province left out": (
        "河北省徐水县人民政府", [], "", "130625", ("河北省", "保定市", "徐水县"), "county",
    ),
    "a county of a prefecture of another name then": (
        "襄樊市襄城区人民政府", [], "", "420602", ("湖北省", "襄阳市", "襄城区"), "county",
    ),
    "invented throughout": (
        "青枫镇人民政府", ["鹿泽县人民政府"], "", "", ("鹿泽县", "青枫镇"), "township",
    ),
    "an addressee without a name": (
        "鹿泽县人民政府", ["市委依法治市办"], "", "", ("鹿泽县",), "county",
    ),
    "an addressee of its own rank": (
        "鹿泽县司法局", ["禾峪县司法局"], "", "", ("鹿泽县",), "county",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("about", "others", "text", "code", "chain", "level"), FOUND.values(), ids=FOUND
)
def test_places_found(about, others, text, code, chain, level):  # noqa: PLR0917
    place = find_place(about, others, text)
    assert (place.code, place.chain, place.level, place.name) == (code, chain, level, chain[-1])


def test_offices_without_a_name_are_no_place():
    assert find_place("县人民政府", ["国务院"], "全县") is None


def test_what_goes_on_under_another_code_says_so():
    assert find_place("徐水县高林村镇人民政府", [], "").now == "130609"
