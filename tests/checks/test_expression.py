"""Expression: how figures and signs are written, and what only looks miswritten."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark

FIRES = [
    ("EXP101", "举办培训班«37余期»。"),
    ("EXP101", "走访农户«四十六余户»。"),
    ("EXP101", "发放手册«1285余册»。"),
    ("EXP102", "走访农户«约400余户»。"),
    ("EXP102", "参训人员«近200人左右»。"),
    ("EXP102", "每年召开会议«不少于12次以上»。"),
    ("EXP104", "生产成本下降«3倍»。"),
    ("EXP104", "投诉量比上年减少«1.5倍»。"),
    ("EXP107", "修建渠道«4..2»公里。"),
    ("EXP107", "收入达到«1。.06»亿元。"),
    ("EXP107", "下降«.45»%。"),
    ("EXP107", "完成投资«1.2.3»亿元。"),
    ("EXP111", "印发«《»宣传方案，组织实施。"),
    ("EXP111", "开展送法下乡«”»活动。"),
    ("EXP111", "全镇«（»含社区共有12个网格。"),
    ("EXP115", "共办理案件«XX»件。"),
    ("EXP115", "联系人«____»，已上报。"),
    ("EXP115", "粮食产量«增长  %»，再创新高。"),
    ("EXP115", "会议于«2031年  月  日»召开。"),
    ("EXP115", "«20XX»年，全镇工作平稳。"),
    ("EXP116", "举办讲座«&nbsp;»16场。"),
    ("EXP116", "举办讲座«**16**»场，走访**30**户。"),
    ("EXP116", "举办讲座«\ufffd»16场。"),
]
SILENT = [
    ("EXP", "举办讲座16场，走访农户400余户，印发《宣传方案》（试行）。"),
    ("EXP101", "举办培训班30余期，发放手册1.3万余册。"),
    ("EXP101", "历时5年多，培训37人。"),
    ("EXP101", "走访一百多户。"),
    ("EXP102", "走访农户约400户。"),
    ("EXP102", "走访农户400余户，培训近200人。"),
    ("EXP104", "生产成本下降30%。"),
    ("EXP104", "产量增长3倍，成本下降三成。"),
    ("EXP107", "修建渠道4.2公里。"),
    ("EXP107", "依照3.1.2款办理，登录www.example.cn查询。"),
    ("EXP107", "2031.12.05召开会议。"),
    ("EXP107", "收入1,260.50万元……"),
    ("EXP111", "开展“送法下乡”活动（共3次），印发《关于〈方案〉的通知》。"),
    ("EXP111", "1）建立台账；2）定期走访。"),
    ("EXP111", "会议要求：“一要加强学习。\n二要抓好落实。”"),
    ("EXP111", "》》更多"),
    ("EXP111", "转发《关于落实《青溪镇办法》》的通知。"),
    ("EXP111", "（（（（（一）二）三）四）五）。"),
    ("EXP115", "共办理案件30件，增长5%，会议于2031年3月2日召开。"),
    ("EXP115", "某某镇XXL号服装企业落户。"),
    ("EXP115", "\n".join(f"{place}村共有____户，____人。" for place in "东西南北中")),
    ("EXP116", "举办讲座16场，效果如何？？"),
    ("EXP116", "登录https://example.cn/news查询。"),
    # Numbers that are names.
    ("EXP", "办理12345热线工单66件，处置110警情58起，依据政发〔2031〕8号文件办理。"),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires_where_marked(code: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert spans
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_is_silent(code: str, text: str) -> None:
    assert fired(code, text) == []


def test_a_sign_whose_counterpart_is_furniture():
    page = "某县工作报告\n办结投诉8件，群众反映良好。\n（责任编辑：王某某\n）\n"
    assert fired("EXP111", page) == []
