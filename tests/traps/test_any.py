"""Traps that any form may hold, and that are read alike from each of them."""

from __future__ import annotations

import pytest

import reportparse as rp
from forms import FORMS

HEAD = "云岭镇2023年工作报告"
LAST = "以上工作得到了各级各部门和全镇群众的大力支持，在此一并表示衷心感谢，请予审议。"

#: Line as published -> what the rules read of it.
SPELLINGS = [
    pytest.param("(四)强化治理,调解36件。", "(四)强化治理，调解36件。", id="6-half-width"),
    pytest.param("(一）组织领导。开会12次。", "(一）组织领导。开会12次。", id="7-mixed-widths"),
    pytest.param(
        "见< 云岭县办法>第3章，办结5件。", "见< 云岭县办法>第3章，办结5件。", id="8-angles"
    ),
    pytest.param("转发县委》的通知》2份。", "转发县委》的通知》2份。", id="9-unbalanced"),
    pytest.param(
        "中共云岭县委 云岭县人民政府印发文件8份。",
        "中共云岭县委 云岭县人民政府印发文件8份。",
        id="10-issuers",
    ),
    pytest.param("走访⽼⼈46⼈，⾛访⻓者9⼈。", "走访老人46人，走访长者9人。", id="11-radicals"),
    pytest.param(
        "投入２０２３万元，补助3，000元。", "投入2023万元，补助3,000元。", id="12-full-width"
    ),
    pytest.param("调处纠\u200b纷1\ufeff98件。", "调处纠纷198件。", id="13-zero-width"),
]


@pytest.mark.parametrize("form", ["text", "html", "docx", "ofd"])
@pytest.mark.parametrize(("written", "read"), SPELLINGS)
def test_spellings(form: str, written: str, read: str) -> None:
    report = rp.read(FORMS[form]([HEAD, written, LAST]))
    assert report.view.text.split("\n") == [HEAD, read, LAST]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_from_every_form(form: str) -> None:
    lines = [
        HEAD,
        "一、主要工作",
        "全年调解纠纷86件，其中邻里纠纷50件、婚姻纠纷36件，成功率97.7%，同比提高1.2个百分点。",
        "（一）强化普法宣传。一是开展宣传12场次，发放资料3400余份；二是举办讲座6场。",
        "二、下一步打算",
        "力争2024年调解成功率达到98%以上。",
    ]
    plain, report = rp.parse("\n".join(lines)), rp.read(FORMS[form](lines))
    assert report.view.text.split("\n") == lines
    for field in ("sections", "quantities", "relations", "findings"):
        assert len(getattr(report, field)) == len(getattr(plain, field))
    assert [one.num_text for one in report.quantities] == [
        one.num_text for one in plain.quantities
    ]
    assert [one.formula for one in report.relations] == [one.formula for one in plain.relations]
    for claim in report.claims:
        assert report.locate(claim)
