from __future__ import annotations

import pytest

from reportparse.places import chain_of, level_of

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
]


@pytest.mark.parametrize(("text", "chain", "level"), PLACES, ids=[text for text, *_ in PLACES])
def test_places_and_levels(text, chain, level):
    assert (chain_of(text), level_of(text)) == (chain, level)
