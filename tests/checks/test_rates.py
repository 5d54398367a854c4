"""Rates: shares that their figures do not give, and rates with a base of their own."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark

FIRES = [
    ("RAT101", "排查安全隐患211处，整改204处，整改率«99.1%»。"),
    ("RAT101", "抽检食品86批次，合格83批次，合格率«98.5%»。"),
    ("RAT101", "全乡共有村干部72人，其中女性18人，占«28.0%»。"),
    ("RAT101", "收到提案36件，办复33件，办复率«百分之九十九»。"),
    ("RAT102", "自来水普及率达到«96.3%»，群众用水更加方便。"),
    ("RAT102", "森林覆盖率«61.8%»，位居前列。"),
    ("RAT103", "收到人大建议0件，办复率«100%»。"),
    ("RAT103", "当年立案0起，结案率«100%»。"),
    ("RAT104", "抽查台账138本，合格127本，合格率«92.02%»。"),
    (
        "RAT104",
        "抽查台账138本，合格127本，合格率«92.02%»。抽查档案151卷，合格140卷，合格率92.71%。",
    ),
    ("RAT105", "全年案件办结率达«103%»。"),
    ("RAT105", "群众满意率为«120.5%»。"),
    ("RAT120", "排查矛盾纠纷212件，成功化解«205件»。"),
]
SILENT = [
    ("RAT101", "排查安全隐患211处，整改204处，整改率96.7%。"),
    ("RAT101", "排查安全隐患211处，整改204处，整改率97%。"),
    ("RAT102", "排查安全隐患211处，整改204处，整改率96.7%。"),
    ("RAT102", "工业用电量增长8.4%。"),
    ("RAT102", "到2033年森林覆盖率力争达到61.8%。"),
    ("RAT103", "收到人大建议3件，办复率100%。"),
    ("RAT103", "全年事故为0起，其中道路事故下降100%。"),
    ("RAT104", "抽查台账138本，合格127本，合格率92.03%。"),
    ("RAT105", "全年案件办结率达100%。"),
    ("RAT105", "财政收入完成年度预算的103%。"),
    ("RAT105", "网上办件量增长120.5%。"),
    ("RAT105", "投资计划完成率108%。"),
    ("RAT120", "排查矛盾纠纷212件，成功化解205件，化解成功率96.7%。"),
    ("RAT120", "排查矛盾纠纷212件，举办讲座205场。"),
    # A rate that is cut off is none that is wrong.
    ("RAT101", "抽查台账138本，合格127本，合格率92.02%。"),
    # A rate worked out from amounts before they were rounded.
    ("RAT101", "全年支出2.3亿元，其中民生支出1.8亿元，占79.6%。"),
    # Shares that add up to 99.99.
    ("RAT101", "共有社员300人，其中党员100人，占33.33%；团员100人，占33.33%。"),
    # Rates with a base of their own: who was asked.
    ("RAT101", "全年办理诉求640件，回访310件，群众满意率98.4%。"),
    ("RAT101", "发放问卷500份，群众知晓率92.7%。"),
    ("RAT101", "受理纠纷90件，化解88件，当事人满意率99.2%。"),
    # A satisfied share that counts those who are rather satisfied.
    ("RAT101", "回收评价200份，其中满意150份、基本满意46份，满意率98%。"),
    # 100 % that is 99.97 % rounded.
    ("RAT101", "应参保居民31240人，已参保31231人，参保率100%。"),
    # The rate's base stands elsewhere.
    ("RAT101", "新建大棚320座，累计达到1450座，占全县大棚的41.3%。"),
    # Numbers that are names.
    ("RAT101", "办理12345热线工单66件，办结66件，办结率100%。"),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires_where_marked(code: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert spans
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_is_silent(code: str, text: str) -> None:
    assert fired(code, text) == []
