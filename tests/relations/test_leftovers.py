"""What was done of a whole and what is left of it."""

from __future__ import annotations

import pytest

from related import related
from reportparse.relations.cues import load_cues

# Text with a place for what is left, what closes, what does not, and whether that is a fault.
LEFT = [
    ("the rest", "清理合同210份，已归档180份，其余{}待归档。", "30份", "40份", True),
    ("尚余", "应建站点40座，建成33座，尚余{}。", "7座", "17座", True),
    ("of a plan", "计划改造50.5公里，完成42.2公里，剩余{}。", "8.3公里", "9.3公里", True),
    ("lacking staff", "编制60名，在岗52名，缺{}。", "8名", "10名", True),
    ("posts not filled", "核定岗位84个，实有79个，空岗{}。", "5个", "7个", True),
    ("lacking to what is due", "应配设备120套，已配96套，尚缺{}。", "24套", "42套", True),
    ("not begun", "下达任务1200户，已开工1136户，未开工{}。", "64户", "46户", True),
    ("not mended", "问题246个，已整改231个，尚未整改到位{}。", "15个", "25个", True),
    ("not taken, behind", "应征土地380亩，已征312亩，尚有{}未征。", "68亩", "86亩", True),
    ("of the year", "基金收入3.2亿元，支出2.7亿元，当年结余{}。", "0.5亿元", "0.8亿元", True),
    ("surplus", "收入6843万元，支出6127万元，结余{}。", "716万元", "761万元", True),
    ("sentences on", "总收入45.2亿元。总支出43.9亿元。年终结余{}。", "1.3亿元", "2.9亿元", False),
    ("in deficit", "基金收入47.6亿元，支出51.2亿元，当期收不抵支{}。", "3.6亿元", "6.3亿元", True),
    ("a gap", "配套资金需12.4亿元，到位7.8亿元，缺口{}。", "4.6亿元", "6.4亿元", True),
    ("carried on", "总收入52.37亿元、总支出49.82亿元，结转{}。", "2.55亿元", "5.25亿元", True),
    ("older cases among them", "受理90件，审结85件，未结{}。", "5件", "8件", False),
    ("a slip among cases", "受理6482件，审结6215件，未结{}。", "267件", "276件", True),
    ("in hand", "收到线索312条，已办结298条，正在核查{}。", "14条", "41条", True),
    ("in hand, behind", "排查隐患60处，整改55处，{}正在整改。", "5处", "8处", False),
    ("others besides", "整改问题83项，完成整改78项，还有{}正在推进。", "5项", "15项", False),
    ("many states", "任务118项，已完成100项，正在推进13项，其余{}。", "5项", "9项", False),
    ("past an aside", "受理649件（含旧存41件），比上年的598件上升8.5%；审结621件，未结{}。",
     "28件", "31件", False),
    ("new and old", "受理30件（含旧存4件），新收{}。", "26件", "29件", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong", "fault"), [row[1:] for row in LEFT], ids=[row[0] for row in LEFT]
)
def test_what_is_left(text, right, wrong, fault):
    assert [verdict for _, verdict in related(text.format(right), "sum")] == ["holds"]
    told = [one for _, one in related(text.format(wrong), "sum")]
    assert told == (["fails"] if fault else [])


GROUPS = ("remaining", "lacking", "surplus", "deficit", "pending", "done")


@pytest.mark.parametrize(
    "example", [text for group in GROUPS for text in load_cues()[group].values()]
)
def test_examples_add_up(example):
    assert [verdict for _, verdict in related(f"{example}。", "sum")] == ["holds"]


@pytest.mark.parametrize(
    "text",
    [
        # A stock of many years, and a budget whose spending holds what is carried forward.
        "本年收入68万元，支出61万元，年末滚存结余25万元。",
        "收入总计45.6亿元，支出总计45.6亿元，结转下年1.2亿元。",
        "预算收入9.6亿元，支出28.4亿元，结余0.8亿元。",
        # Other units, other things, states that are not told.
        "检查企业120家，已整改隐患100处，剩余12处限期整改。",
        "下达计划120户，已竣工100户，已开工115户，未开工5户。",
        "受理申请86件，审结80件，终止3件，未结6件。",
        "核定编制80名，在岗75名，另聘用12名，缺10名。",
        "投入资金90万元，其余项目30个。",
        "签约项目60个，已开工45个，未开工项目中有10个受土地制约。",
    ],
)
def test_nothing_is_wrong(text):
    assert [one for one in related(text, "sum") if one[1] == "fails"] == []
