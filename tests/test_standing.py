from __future__ import annotations

import pytest

from claimed import claims_of
from reportparse import parse
from reportparse.lexicon import load_table
from reportparse.standing import is_plan

STATUS = [
    ("培训网格员9期。", ["actual"]),
    ("力争全年新增企业10家、税收2亿元。", ["target", "target"]),
    ("主要预期目标是：收入增长6%；就业9000人。", ["target", "target"]),
    ("确保粮食产量9万吨。", ["target"]),
    ("到2025年，覆盖率达到90%。", ["target"]),
    ("我们将建立台账，办结率提高到98%。", ["target"]),
    ("争取上级资金560万元。", ["actual"]),
    ("制定年度计划1份。", ["actual"]),
    ("建设模拟法庭1个。", ["actual"]),
    ("累计建成充电桩480个。", ["cumulative"]),
    ("食堂、驿站累计分别达到36家和9家。", ["cumulative", "cumulative"]),
    ("新增食堂6家、4家，累计达36家以及9家。", ["actual", "actual", "cumulative", "cumulative"]),
    ("五年来，新建道路80公里。", ["cumulative"]),
    ("五年来，收入年均增长8%。", ["actual"]),
    ("去年同期为120件。", ["prior"]),
    ("收入10亿元，比上年的9亿元增长11%。", ["actual", "prior", "actual"]),
    ("比上年增长8%。", ["actual"]),
    ("覆盖率由20%提高到35%。", ["prior", "actual"]),
    ("标准由每人每月560元提高到600元。", ["prior", "actual"]),
    ("2019年，培训8期。", ["prior"]),
    ("收入8亿元，是上年的1.6倍。", ["actual", "actual"]),
    ("每村原则上不少于2名网格员。", ["normative"]),
    ("每季度至少1次会议。", ["normative"]),
    ("每季度至少开展1次检查。", ["normative"]),
    ("至少开展了1次检查。", ["actual"]),
    ("按照每千人不少于3名的标准配备民警。", ["normative"]),
    ("计划新建站点10个，其中城区站点6个。", ["target", "target"]),
    ("新建站点10个，其中城区站点6个。", ["actual", "actual"]),
    ("2024年计划培训9期。", ["target"]),
    ("自2021年以来，化解矛盾86起。", ["cumulative"]),
    ("2023年以来，化解矛盾86起。", ["actual"]),
    ("中心成立以来，受理案件900件。", ["cumulative"]),
    ("中心成立以来，收入年均增长8%。", ["actual"]),
    ("与去年同期的25件相比，减少5件。", ["prior", "actual"]),
    ("截至2023年底，全县有医院9所。", ["actual"]),
    ("截至2022年底，全县有医院9所。", ["prior"]),
    ("产值由2019年的6亿元上升到9亿元，增长50%。", ["prior", "actual", "actual"]),
    ("法律明白人42名，平均每村10名以上。", ["actual", "actual"]),
]


@pytest.mark.parametrize(("text", "status"), STATUS, ids=[text for text, _ in STATUS])
def test_status(text, status):
    assert [claim.status for claim in claims_of(text)] == status


def test_a_section_of_plans_tells_of_targets():
    text = "一、2023年工作总结\n培训9期。\n二、2024年工作计划\n培训12期。"
    assert [claim.status for claim in claims_of(text)] == ["actual", "target"]


def test_last_year_of_a_report_to_a_congress_is_the_year_told_of():
    text = (
        "青石县人民法院工作报告\n——2024年1月9日在青石县第十七届人民代表大会第四次会议上\n"
        "各位代表：\n2023年，受理案件620件。去年，审结案件580件。前年审结500件。\n"
    )
    assert [claim.status for claim in parse(text).claims] == ["actual", "actual", "prior"]


def test_what_is_looked_back_on_among_plans_was_reached():
    text = (
        "石岭镇2023年工作总结\n一、2023年工作\n登记企业86户。\n二、存在不足和2024年打算\n"
        "回顾全年，虽然登记企业86户，但占比不高。\n登记企业99户。\n"
    )
    claims = parse(text).claims
    assert [claim.status for claim in claims] == ["actual", "actual", "target"]
    years = [one.period.start.year for one in claims if one.period and one.period.start]
    assert years == [2023, 2023, 2024]


PATHS = {
    "a task of a review": ("一、2023年工作回顾 / （二）聚力落实重点任务", False),
    "next steps below a review": ("一、2023年工作回顾 / （三）下一步打算", True),
    "a measure of a plan": ("二、2024年工作安排 / （一）抓产业", True),
    "a plan without a year": ("三、主要任务 / （一）抓产业", True),
    "an achievement beside an aim": ("二、“十四五”时期成就和“十五五”时期目标", False),
    "the year to come": ("附件 2024年民生实事", True),
    "a way to work": ("一、主要工作 / （二）聚焦重点任务，提升依法行政水平", False),
    "an aim worked for": ("二、紧扣发展目标，狠抓项目建设", False),
    "demands met": ("一、落实总体要求，压实法治建设责任", False),
    "a way to work in a plan": ("三、2024年工作安排 / （一）聚焦重点任务", True),
    "a way to work next year": ("三、聚焦明年重点任务", True),
    "nothing said": ("一、强化学习 / （一）抓培训", False),
}


@pytest.mark.parametrize(("path", "planned"), PATHS.values(), ids=PATHS)
def test_which_title_decides(path, planned):
    assert is_plan(path, 2023) is planned


@pytest.mark.parametrize("title", load_table("cues.toml", "plan_title").values())
def test_titles_of_plans(title):
    assert is_plan(title, 2023)


@pytest.mark.parametrize("title", load_table("cues.toml", "review_title").values())
def test_titles_of_reviews(title):
    assert not is_plan(title, 2023)


@pytest.mark.parametrize("cue", ["target_sentence", "target_clause"])
def test_cues_of_targets(cue):
    for example in load_table("cues.toml", cue).values():
        claims = claims_of(f"{example}。")
        assert not claims or claims[-1].status == "target", example


def test_cues_of_no_target():
    for example in load_table("cues.toml", "no_target").values():
        assert [claim.status for claim in claims_of(f"{example}。")] == ["actual"], example


def test_cues_of_all_years():
    for example in load_table("cues.toml", "cumulative").values():
        assert claims_of(f"{example}。")[0].status == "cumulative", example


def test_cues_of_rules():
    for example in load_table("cues.toml", "rule").values():
        assert [claim.status for claim in claims_of(f"{example}。")] == ["normative"], example


SCOPE = [
    ("共发放资料90份。", ["total"]),
    ("总投资9亿元。", ["total"]),
    ("会议69次，其中党委会议28次、职工会议20次。", ["", "part", "part"]),
    ("收入、支出分别增长6%和7%。", ["", ""]),
    ("人均纯收入9000元。", ["each"]),
    ("公共停车场9个。", [""]),
]


@pytest.mark.parametrize(("text", "scope"), SCOPE)
def test_scope(text, scope):
    assert [claim.scope for claim in claims_of(text)] == scope


CHANGES = [
    ("收入同比增长6%。", [("rise", "同比")]),
    ("信访量较上年下降12%。", [("fall", "较上年")]),
    ("党员比2016年增加10名。", [("rise", "比2016年")]),
    ("覆盖率提高到35%。", [("", "")]),
    ("收入、支出同比分别增长6%、7%。", [("rise", "同比"), ("rise", "同比")]),
    ("改造提升12个广场。", [("", "")]),
    ("办结率98%。", [("", "")]),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_changes(text, changes):
    assert [(claim.change, claim.basis) for claim in claims_of(text)] == changes


@pytest.mark.parametrize("direction", ["rise", "fall"])
def test_words_of_change(direction):
    for example in load_table("cues.toml", direction).values():
        assert [claim.change for claim in claims_of(f"{example}。")] == [direction], example


def test_words_that_lead_to_a_figure_are_its_action():
    for word in load_table("cues.toml", "leading"):
        (claim,) = claims_of(f"合格率{word}9%。")
        assert claim.action in (word, ""), word
