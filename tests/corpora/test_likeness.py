from __future__ import annotations

import pytest
from evaluation.likeness import likeness

SAME = [
    ("民间纠纷", "民间纠纷", "exact"),
    ("培养“法律明白人”", "新培养的“法律明白人”", "contains"),
    ("法律明白人", "“法律明白人”", "exact"),
    ("民间纠纷", "群众各类民间纠纷", "contains"),
    ("矛盾纠纷化解成功率", "化解成功率", "contains"),
    ("矛盾纠纷成功化解率", "矛盾纠纷化解成功率", "contains"),
    ("普法宣传活动", "普法宣传", "contains"),
    ("纳入低保", "低保", "contains"),
    ("低保", "低保户", "contains"),
    ("民间投资", "民间投资占全部投资比重", "contains"),
    ("村", "村（社区）", "exact"),
    ("45人以下的班级", "四十五人以下的小学班级", "contains"),
    ("15分钟医保圈", "十五分钟医保圈", "exact"),
    ("新开工", "新开工的亿元以上项目", "touches"),
    ("合格", "考试合格的执法人员", "touches"),
    ("矛盾纠纷", "矛盾纠纷化解成功率", "touches"),
]
OTHER = [
    ("矛盾纠纷", "信访事项"),
    ("率", "合格率"),
    ("", "纠纷"),
    ("所", "法治建设分值"),
]


@pytest.mark.parametrize(("said", "meant", "verdict"), SAME)
def test_wordings_of_one_thing(said, meant, verdict):
    assert likeness(said, meant) == verdict


@pytest.mark.parametrize(("said", "meant"), OTHER)
def test_wordings_of_two_things(said, meant):
    assert likeness(said, meant) == "mismatch"
