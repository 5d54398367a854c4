from __future__ import annotations

import re

import pytest

from reportparse.divisions import Division, _read, longest, named, short_of, stem_of

DIVISIONS = tuple(_read())

NAMED = {
    "a province": ("云南省", [("530000", ("云南省",), "province", "")]),
    "a municipality": ("重庆市", [("500000", ("重庆市",), "province", "")]),
    "a prefecture": ("大庆市", [("230600", ("黑龙江省", "大庆市"), "prefecture", "")]),
    "a county": ("蠡县", [("130635", ("河北省", "保定市", "蠡县"), "county", "")]),
    "a city that is a county": (
        "沁阳市",
        [("410882", ("河南省", "焦作市", "沁阳市"), "county", "")],
    ),
    "right below a province": ("济源市", [("419001", ("河南省", "济源市"), "county", "")]),
    "in a municipality": ("海淀区", [("110108", ("北京市", "海淀区"), "county", "")]),
    "a former name": ("徐水县", [("130625", ("河北省", "保定市", "徐水县"), "county", "130609")]),
    "a former prefecture": ("襄樊市", [("420600", ("湖北省", "襄樊市"), "prefecture", "420600")]),
    "a short name": (
        "黔东南州",
        [("522600", ("贵州省", "黔东南苗族侗族自治州"), "prefecture", "")],
    ),
    "a code": ("530000", [("530000", ("云南省",), "province", "")]),
    "an invented name": ("鹿泽县", []),
    "a name without its kind": ("大庆", []),
}


@pytest.mark.parametrize(("name", "expected"), NAMED.values(), ids=NAMED)
def test_divisions_by_name(name, expected):
    assert named(name) == tuple(Division(*fields) for fields in expected)


def test_several_places_bear_one_name():
    places = named("鼓楼区")
    assert len({place.chain[1] for place in places}) == len(places) > 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新乡市新乡县七里营镇", "新乡市"),
        ("新乡县七里营镇", "新乡县"),
        ("黔东南苗族侗族自治州统计局", "黔东南苗族侗族自治州"),
        ("鹿泽县人民政府", ""),
        ("", ""),
    ],
)
def test_the_longest_name_in_front(text, name):
    assert longest(text) == name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("延边朝鲜族自治州", "延边州"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江县"),
        ("积石山保安族东乡族撒拉族自治县", "积石山县"),
        ("伊犁哈萨克自治州", "伊犁州"),
        ("鄂温克族自治旗", "鄂温克族自治旗"),
        ("内蒙古自治区", "内蒙古自治区"),
        ("大庆市", "大庆市"),
    ],
)
def test_short_names(name, short):
    assert short_of(name) == short


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("河北省", "河北"),
        ("新疆维吾尔自治区", "新疆"),
        ("赵县", "赵县"),
        ("锡林郭勒盟", "锡林郭勒"),
    ],
)
def test_stems(name, stem):
    assert stem_of(name) == stem


def test_the_list_is_whole():
    today = [division for division in DIVISIONS if not division.now]
    codes = [division.code for division in today]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch("[1-8][0-9]{5}", code) for code in codes)
    levels = [sum(one.level == level for one in today) for level in ("province", "prefecture")]
    assert levels == [34, 333]
    assert sum(one.level == "county" for one in today) > 2800


def test_former_names_lead_to_names_of_today():
    today = {division.code for division in DIVISIONS if not division.now}
    former = [division for division in DIVISIONS if division.now]
    assert former
    assert {division.now for division in former} <= today
