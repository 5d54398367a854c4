"""Zero claims: what did not happen counts nought."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from reportparse.zeros import find_zeros

from .marked import unmark

TABLES = tomllib.loads(files("reportparse").joinpath("data", "zeros.toml").read_text("utf-8"))
EXAMPLES = [example for table in TABLES.values() for example in table.values()]

FOUND = [
    "安全生产事故«零起»，",
    "感染病例«零例»。",
    "群众投诉«零件»、",
    "全年«没发生一起»生产安全事故",
    "辖区«未发生»较大以上火灾",
    "«无一例»非正常死亡",
    "«没有一名»学生辍学",
    "«未出现1起»群体性事件",
    "连续三年实现«零上访»",
    "全域«没有发生»大规模疫情",
    "全年«无»生产安全事故。",
    "辖区«无»重大疫情发生，",
    "年内«无»学生溺水；",
    "三年来«无»越级上访。",
    "今年«无»森林火灾！",
    "全镇«无»规模性返贫，",
    "期间«无»食物中毒发生。",
    "场区内«无»泄漏事故，",
    "全县«无»刑事命案。",
    "景区«无»踩踏事件\n",
    "贷款«未发生»逾期。",
    "校园安全责任事故为«零»。",
    "窗口差评为«零»，",
    "贫困发生率由13.6%降至«零»；",
    "越级上访量降到«零»，",
    "拖欠农民工工资案件压减至«零»。",
    "辍学学生降为«零»、",
    "溺水死亡人数为«0»，",
    "超期未结案件为«零»（上年12件）",
    "返贫人口保持为«零»。",
    "重大火灾起数保持«零»，",
    "库存房源减少到«零»\n",
]
SILENT = [
    "生产汽车零件。",
    "实现零起步",
    "打通服务零距离",
    "隐患动态清零",
    "社会消费品零售总额",
    "汽车零部件",
    "零星工程",
    "从零开始",
    "未发生变化",
    "无一不是",
    "全年无证经营案件，",
    "查处全县无照经营行为。",
    "辖区无主垃圾问题，",
    "村内无物业小区纠纷。",
    "全镇无公害蔬菜",
    "三年来无怨无悔。",
    "场内无人驾驶事故。",
    "建设全域无废城市",
    "全年无休",
    "年内无偿献血事件，",
    "推动项目化整为零，",
    "误差不为零，",
    "欠账归零，",
    "隐患整改销号清零。",
    "能耗为0.5吨",
    "比分为0:3",
    "零工市场",
    "降至零下5度",
    "为零售企业减负",
    "保持零距离",
]


@pytest.mark.parametrize("marked", FOUND)
def test_zero_claim(marked: str) -> None:
    text, spans = unmark(marked)
    assert [(zero.at, zero.end) for zero in find_zeros(text)] == spans
    assert all(zero.value == 0 for zero in find_zeros(text))


@pytest.mark.parametrize("text", SILENT)
def test_no_zero_claim(text: str) -> None:
    assert list(find_zeros(text)) == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: str) -> None:
    assert len(list(find_zeros(example))) == 1
