from __future__ import annotations

import pytest

from claimed import claims_of, measures_of
from marked import unmark
from reportparse.lexicon import load_table

MEASURES = [
    # before the figure
    ("共发放宣传资料共3000余份。", ["宣传资料"]),
    ("满意率99.8%。", ["满意率"]),
    ("受众群众达3万余人。", ["受众群众"]),
    ("便民窗口全年办件量达20万余件。", ["便民窗口办件量"]),
    ("办理时限压缩至3天。", ["办理时限"]),
    ("覆盖率从20%提高到35%。", ["覆盖率", "覆盖率"]),
    ("居民收入比上年增长5%。", ["居民收入"]),
    ("新能源产值占工业总产值的56.4%。", ["新能源产值"]),
    ("综合指数居全省第3位。", ["综合指数"]),
    # behind it
    ("举办36次线下普法活动。", ["线下普法活动"]),
    ("全镇共有25名行政执法人员。", ["行政执法人员"]),
    ("安排4名同志负责日常工作。", ["同志"]),
    ("完成3.5万亩高标准农田建设。", ["高标准农田建设"]),
    ("落实2000万元奖补资金。", ["奖补资金"]),
    ("95%以上村全部达标。", ["村"]),
    ("9家银行向80家企业授信4亿元。", ["银行", "企业", "授信金额"]),
    ("为380个老旧小区引入物业服务。", ["老旧小区"]),
    ("连续9周开展“净河”行动。", ["“净河”行动"]),
    ("12.5万人实现脱贫。", ["脱贫人数"]),
    ("各界代表350余人走进社区。", ["各界代表"]),
    ("14个重点产业产值达9亿元。", ["重点产业", "产值"]),
    ("年吞吐量5000吨的码头。", ["年吞吐量"]),
    ("开发青枫乡、白石乡9000亩荒地。", ["荒地"]),
    ("组织4次重点项目集中开工。", ["重点项目集中开工"]),
    # lists
    (
        "开展了5次法治讲座、模拟法庭1次、36次线下活动、线上普法120余次。",
        ["法治讲座", "模拟法庭", "线下活动", "线上普法"],
    ),
    ("办结50件代表建议和69件政协提案。", ["代表建议", "政协提案"]),
    ("视频监控补点（78万元）、网格员补助（64万元）。", ["视频监控补点", "网格员补助"]),
    # none happened
    ("全年没发生一起安全生产事故。", ["安全生产事故"]),
    ("全年无一例较大以上事故。", ["较大以上事故"]),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES, ids=[text for text, _ in MEASURES])
def test_what_is_counted(text, measures):
    assert measures_of(text) == measures


def test_the_title_of_the_section_names_what_nothing_nearer_does():
    assert measures_of("一、开展消防演练\n共12次。") == ["消防演练"]


VERBS = [
    (verb, example)
    for table in ("strong", "weak")
    for verb, example in load_table("verbs.toml", table).items()
]


@pytest.mark.parametrize(("verb", "example"), VERBS, ids=[verb for verb, _ in VERBS])
def test_the_verb_governs_the_count(verb, example):
    text, ((start, end),) = unmark(example)
    (claim,) = claims_of(f"{text}。")
    assert (claim.measure, claim.action) == (text[start:end], verb)


TABLES = ("tail", "kept", "lead", "noun_end", "bound", "done")
NOUNS = [example for table in TABLES for example in load_table("phrases.toml", table).values()]


@pytest.mark.parametrize("example", NOUNS)
def test_the_noun_is_freed_and_kept_whole(example):
    text, ((start, end),) = unmark(example)
    assert measures_of(f"{text}。") == [text[start:end]]


@pytest.mark.parametrize(("unit", "example"), load_table("phrases.toml", "numbered").items())
def test_a_unit_names_what_nothing_else_does(unit, example):
    verb, rest = example.split("«")
    noun, figure = rest.split("»")
    assert measures_of(f"{verb}{figure}。") == [verb + noun], unit


EVENTS = [
    ("全年开展培训3次。", "培训"),
    ("听取汇报4次，开展调研8次。", "调研"),
    ("走访企业45家，组织开展检查6次。", "检查"),
    ("举行演练2场，进行巡查30次。", "巡查"),
    ("（一）抓学习。一是党委会听取法治工作汇报4次。二是开展宣讲9场。", "宣讲"),
]


@pytest.mark.parametrize(("text", "measure"), EVENTS, ids=[text for text, _ in EVENTS])
def test_an_event_is_named_by_its_verb(text, measure):
    assert measures_of(text)[-1] == measure
