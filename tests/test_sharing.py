from __future__ import annotations

import pytest

from reportparse.figures import find_figures
from reportparse.sharing import find_shared, share_points

SHARED = {
    "points": ("产量占比分别提高15、22个百分点。", ["15"]),
    "three of them": ("分别提高20.9、36.2、54个百分点。", ["20.9", "36.2"]),
    "joined by 和": ("收入增速分别快于全国0.5和1.2个百分点。", ["0.5"]),
    "joined by 和 at the end": ("分别提高20.9、36.2与54个百分点。", ["20.9", "36.2"]),
    "joined by 和 without 分别": ("参与建设3和4号楼，新建5和6所。", []),
    "counts": ("分别新建学校3、4所。", ["3"]),
    "without 分别": ("新建学校3、4所。", []),
    "a magnitude behind the last": ("分别投入3、5万元。", []),
    "units of their own": ("分别增长5%、6%。", []),
    "a hedge": ("分别完成5、超6件。", []),
    "numbers of things": ("分别位于3、4号楼。", []),
    "months": ("分别在3、4月份开展5次。", []),
    "another clause": ("分别开展，新建学校3、4所。", []),
    "one alone": ("分别提高15个百分点。", []),
}


@pytest.mark.parametrize(("text", "numbers"), SHARED.values(), ids=SHARED)
def test_figures_that_share_a_unit(text, numbers):
    figures = tuple(find_figures(text))
    found = list(find_shared(text, figures))
    assert [text[one.num_at : one.num_end] for one in found] == numbers
    assert all((one.unit, one.unit_text) == (figures[-1].unit, "") for one in found)


def test_a_shared_figure_keeps_its_own_place():
    text = "分别提高20.9、54个百分点。"
    (found,) = find_shared(text, tuple(find_figures(text)))
    assert (str(found.value), str(found.place)) == ("20.9", "0.1")


POINTS = {
    "joined by a comma of lists": ("高于规模以上工业16.4个、1.3个百分点。", ["百分点", "百分点"]),
    "joined by 和": ("同比分别回落1.1个和0.4个百分点。", ["百分点", "百分点"]),
    "three of them": ("分别提高3个、2.5个与1个百分点。", ["百分点", "百分点", "百分点"]),
    "things before a clause": ("新增企业3个，占比提高2个百分点。", ["个", "百分点"]),
    "things of another name": ("新建站点3个、占比提高2个百分点。", ["个", "百分点"]),
    "counts alone": ("新建站点3个、2个。", ["个", "个"]),
}


@pytest.mark.parametrize(("text", "units"), POINTS.values(), ids=POINTS)
def test_points_said_once_for_a_list(text, units):
    assert [one.unit for one in share_points(text, tuple(find_figures(text)))] == units
