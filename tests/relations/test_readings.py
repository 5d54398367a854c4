from __future__ import annotations

import pytest

from related import sentences_of
from reportparse.relations.readings import readings

TOLD = [
    ("来电从29件增加到65件，增长124.1%。", ("65件", "29件", None, "124.1%", "rise")),
    ("发案97件（上年197件），下降50.76%。", ("97件", "197件", None, "50.76%", "fall")),
    ("接待97批，比上年的197批减少100批。", ("97批", "197批", "100批", None, "fall")),
    ("发案27起，同比下降32.5%，上年同期40起。", ("27起", "40起", None, "32.5%", "fall")),
    ("受理894件，比上年增加34件，增长3.95%。", ("894件", None, "34件", "3.95%", "rise")),
]


def _texts(reading):
    told = (reading.now, reading.before, reading.delta, reading.change)
    figures = (None if one is None else one.claim.quantity.text for one in told)
    return (*figures, reading.direction)


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told(text, expected):
    assert [_texts(one) for one in readings(sentences_of(text)[0])] == [expected]


@pytest.mark.parametrize(
    "text", ["收入30万元，增长5%。", "工业产值9亿元，投资增长5%，上年为8亿元。"]
)
def test_nothing_to_be_set_against(text):
    assert list(readings(sentences_of(text)[0])) == []
