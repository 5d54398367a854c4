from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimed import claims_of

REPORT = """青枫镇2023年工作总结

一、主要工作
（一）普法宣传。我镇共开展讲座12场，发放资料3000余份。
（二）矛盾化解。共调处纠纷98件，调处成功88件。
二、2024年工作计划
力争化解率达到99%。
"""


def test_one_claim_for_each_quantity():
    claims = claims_of(REPORT)
    assert [claim.id for claim in claims] == ["c1", "c2", "c3", "c4", "c5"]
    assert [claim.quantity.num_text for claim in claims] == ["12", "3000", "98", "88", "99"]


def test_a_claim_knows_its_section_and_sentence():
    first = claims_of(REPORT)[0]
    assert first.section is not None
    assert first.section.path.startswith("一、主要工作 / （一）普法宣传")
    assert first.sentence.of(REPORT).strip() == "我镇共开展讲座12场，发放资料3000余份。"


def test_the_whole_meaning():
    found = [
        (claim.actor, claim.action, claim.measure, claim.status) for claim in claims_of(REPORT)
    ]
    assert found == [
        ("我镇", "开展", "讲座", "actual"),
        ("我镇", "发放", "资料", "actual"),
        ("我镇", "调处", "纠纷", "actual"),
        ("我镇", "调处成功", "调处成功的纠纷", "actual"),
        ("", "达到", "化解率", "target"),
    ]


def test_a_sentence_that_opens_a_section_is_no_measure():
    first, last = claims_of(
        "（一）调解员58名，其中专职调解员9名。比去年下降12.3%。\n（二）普法\n8场。"
    )[:3:2]
    assert (first.measure, last.measure) == ("调解员", "")


def test_nothing_counted_is_no_claim():
    assert claims_of("全镇工作有序开展。") == ()
    assert claims_of("") == ()


PIECES = st.sampled_from(
    [
        *"，。；、（）“”的了和中为在\n",
        "开展",
        "分别",
        "其中",
        "12件",
        "98%",
        "3万余人",
        "2023年",
        "比上年",
        "占",
        "纠纷",
        "一、",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_makes_claims(text):
    claims = claims_of(text)
    assert claims == claims_of(text)
    assert all(claim.sentence.start <= claim.quantity.span.start for claim in claims)


@given(st.text(max_size=80))
def test_text_of_any_characters_makes_claims(text):
    claims_of(text)


@pytest.mark.slow
def test_measures_of_the_annotated_report(shared):
    gold = json.loads((shared / "seed" / "gold.json").read_text(encoding="utf-8"))
    path = shared / "seed" / gold["source"]
    claims = {claim.quantity.numeral.start: claim for claim in claims_of(path.read_text("utf-8"))}
    for figure in gold["quantities"]:
        claim = claims[figure["at"]]
        said, meant = claim.measure, figure["measure"]
        assert claim.status == figure["status"]
        assert said in meant or meant in said or said[-2:] == meant[-2:], (said, meant)
