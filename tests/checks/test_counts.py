"""Averages, second units, frequencies and counted lists."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark

FIRES = [
    pytest.param(
        "TOT104",
        "安置群众300户«916人»，其中本乡200户600人、外乡100户306人。",
    ),
    pytest.param(
        "TOT109",
        "发放补助60万元，惠及学生500人，人均补助«1500元»。",
    ),
    pytest.param(
        "TOT110",
        "每季度组织演练1次，全年共组织«3次»。",
    ),
    pytest.param(
        "TOT111",
        "出台《甲规定》《乙办法》《丙细则》等«两»项制度。",
    ),
    pytest.param(
        "TOT111",
        "突出抓好«两»个方面：一是排查，二是整改，三是回访。",
    ),
    pytest.param(
        "TOT112",
        "共设点位20处，其中东区«5处»、西区5处、南区5处、北区5处。",
    ),
]
SILENT = [
    pytest.param(
        "TOT104",
        "安置群众300户906人，其中本乡200户600人、外乡100户306人。",
    ),
    pytest.param(
        "TOT104",
        "安置群众300户约916人，其中本乡200户600人、外乡100户306人。",
    ),
    pytest.param(
        "TOT104",
        "安置群众300户916人，其中本乡200户600人、外乡90户306人。",
    ),
    pytest.param(
        "TOT109",
        "发放补助60万元，惠及学生500人，人均补助1200元。",
    ),
    pytest.param(
        "TOT109",
        "发放补助60万元，惠及学生500人，人均每月补助100元。",
    ),
    pytest.param(
        "TOT109",
        "投入经费60万元，受训学员500人，人均收入1500元。",
    ),
    pytest.param(
        "TOT110",
        "至少每季度组织演练1次，全年共组织3次。",
    ),
    pytest.param(
        "TOT110",
        "每季度组织演练1次，全年共组织5次。",
    ),
    pytest.param(
        "TOT111",
        "出台《甲规定》《乙办法》等6项制度。",
    ),
    pytest.param(
        "TOT111",
        "突出抓好三个方面：一是排查，二是整改，三是回访。",
    ),
    pytest.param(
        "TOT112",
        "共设点位18处，其中东区5处、西区5处、南区4处、北区4处。",
    ),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires(code, marked):
    text, spans = unmark(marked)
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_silent(code, text):
    assert fired(code, text) == []
