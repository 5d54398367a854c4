"""Tables that do not add up, and the many that only seem not to."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark
from reportparse import audit, parse
from tabled import tabled

BALANCED = (
    "项目 / 自然人 / 商业企业 / 科研机构 / 社会公益组织 / 法律服务机构 / 其他 / 总计",
    "一、本年新收政府信息公开申请数量 / 34 / 6 / 0 / 0 / 2 / 1 / 43",
    "二、上年结转政府信息公开申请数量 / 3 / 1 / 0 / 0 / 0 / 0 / 4",
    "三、本年度办理结果 / （一）予以公开 / 20 / 4 / 0 / 0 / 1 / 1 / 26",
    " / （二）部分公开 / 5 / 1 / 0 / 0 / 0 / 0 / 6",
    " / （三）不予公开 / 3.危及“三安全一稳定” / 2 / 0 / 0 / 0 / 0 / 0 / 2",
    " / （四）无法提供 / 1.本机关不掌握相关政府信息 / 6 / 1 / 0 / 0 / 1 / 0 / 8",
    " / （七）总计 / 33 / 6 / 0 / 0 / 2 / 1 / 42",
    "四、结转下年度继续办理 / 4 / 1 / 0 / 0 / 0 / 0 / 5",
)
FLAT = (
    "一、本年新收政府信息公开申请数量\n8\n1\n0\n0\n0\n0\n9\n"
    "二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
    "三、本年度办理结果\n（一）予以公开\n6\n1\n0\n0\n0\n0\n7\n"
    "（三）不予公开\n1. 属于国家秘密\n2\n0\n0\n0\n0\n0\n2\n"
    "（七）总计\n8\n1\n0\n0\n0\n0\n9\n四、结转下年度继续办理\n1\n0\n0\n0\n0\n0\n1\n"
)


def changed(row: int, old: str, new: str) -> str:
    """Return the form with another figure in one row."""
    rows = list(BALANCED)
    assert old in rows[row]
    rows[row] = rows[row].replace(old, new, 1)
    return tabled(*rows)


FIRES = [
    ("TAB101", "a part", tabled(
        "办件情况 单位：件", "窗口 / 受理 / 咨询 / 投诉 / 合计", "甲窗口 / 52 / 18 / 3 / 73",
        "乙窗口 / 47 / 26 / 5 / 78", "丙窗口 / 39 / 21 / «7» / 66",
        "合计 / 138 / 65 / 14 / 217")),
    ("TAB101", "only rows have totals", tabled(
        "学校 / 男生（人） / 女生（人） / 总数（人）", "东湖小学 / 412 / 396 / 808",
        "西岭小学 / 377 / 381 / «768»", "南坪小学 / 290 / 303 / 593",
        "北川小学 / 188 / 201 / 389")),
    ("TAB101", "total before its parts", tabled(
        "乡镇 / 合计 / 国道 / 省道 / 县道", "青石镇 / 61.2 / 20.5 / 18.3 / 22.4",
        "白沙镇 / «54.5» / 12.0 / 30.1 / 11.4", "红岩镇 / 40.9 / 9.9 / 16.0 / 15.0")),
    ("TAB102", "two amounts", tabled(
        "部门 / 预算数（万元） / 决算数（万元）", "教育 / 1204.50 / 1198.30",
        "卫生 / 860.20 / 855.10",
        "农业 / 512.00 / 508.75", "合计 / 2576.70 / «2526.15»")),
    ("TAB102", "total first", tabled(
        "区域 / 户数（户） / 人口（人）", "合计 / «1290» / 4217", "东片 / 402 / 1316",
        "中片 / 511 / 1702", "西片 / 367 / 1199")),
    ("TAB102", "subtotals", tabled(
        "类别 / 新建（个） / 改建（个） / 维修（个）", "道路 / 3 / 5 / 11", "桥梁 / 2 / 1 / 4",
        "小计 / 5 / 6 / 15", "水厂 / 1 / 2 / 3", "泵站 / 4 / 3 / 9", "小计 / 5 / 5 / «21»",
        "合计 / 10 / 11 / 27")),
    ("TAB103", "corner", tabled(
        "科室 / 一季度 / 二季度 / 合计", "民政 / 21 / 34 / 55", "残联 / 12 / 17 / 29",
        "妇联 / 9 / 14 / 23", "合计 / 42 / 65 / «170»")),
    ("TAB104", "next year", changed(8, "/ 5", "/ «6»")),
    ("TAB104", "an answer", changed(4, "/ 5 /", "/ «7» /")),
    ("TAB104", "new", changed(1, "34", "«43»")),
    ("TAB104", "flattened", FLAT.replace("数量\n8", "数量\n«5»", 1)),
    ("TAB104", "lawsuits", tabled(
        "行政复议 / / / / / 未经复议直接起诉 / / / / / 复议后起诉 / / / / ",
        "结果维持 / 结果纠正 / 其他结果 / 尚未审结 / 总计 / 结果维持 / 结果纠正 / 其他结果"
        " / 尚未审结 / 总计 / 结果维持 / 结果纠正 / 其他结果 / 尚未审结 / 总计",
        "6 / 1 / 2 / 1 / «9» / 2 / 0 / 0 / 1 / 3 / 0 / 0 / 0 / 0 / 0")),
    ("TAB106", "a cell left out", tabled(
        "单位 / 来信 / 来访 / 来电 / 合计", "东镇 / 4 / 9 / 12 / 25", "西镇 / 3 / 7 / 10 / 20",
        "南镇 / 2 / 9 / «11» / ", "北镇 / 5 / 6 / 8 / 19")),
    ("TAB102", "men and women", tabled(
        "人口构成 单位：万人", "指标 / 年末数", "常住人口 / «62.10»", "其中：男性 / 31.02",
        "女性 / 30.18")),
]  # fmt: skip
SILENT = [
    ("adds up", tabled(
        "窗口 / 受理 / 咨询 / 合计", "甲 / 52 / 18 / 70", "乙 / 47 / 26 / 73",
        "合计 / 99 / 44 / 143")),
    ("census: two cuts of one whole", tabled(
        "地区 / 总人口 / 男 / 女 / 城镇 / 乡村", "东县 / 4100 / 2090 / 2010 / 2600 / 1500",
        "西县 / 3600 / 1850 / 1750 / 1400 / 2200", "合计 / 7700 / 3940 / 3760 / 4000 / 3700")),
    ("census: age bands overlap", tabled(
        "人口构成 单位：万人", "指标 / 年末数 / 比重（%）", "常住人口 / 61.20 / 100.0",
        "其中：男性 / 31.02 / 50.7", "女性 / 30.18 / 49.3", "其中：65周岁及以上 / 9.90 / 16.2")),
    ("budget: of which", tabled(
        "支出预算 单位：万元", "科目 / 预算数", "教育支出 / 812", "其中：义务教育 / 640",
        "卫生支出 / 455", "农林水支出 / 390", "合计 / 1657")),
    ("budget: rounded to whole 万元", tabled(
        "支出预算 单位：万元", "科目 / 上年（万元） / 本年（万元）", "教育 / 812 / 840",
        "卫生 / 455 / 471",
        "农业 / 390 / 402", "合计 / 1658 / 1713")),
    ("key indicators: nothing adds", tabled(
        "指标 / 单位 / 绝对数 / 增长（%）", "生产总值 / 亿元 / 210.4 / 6.1",
        "财政收入 / 亿元 / 18.7 / 4.4",
        "社会消费品零售总额 / 亿元 / 88.2 / 7.0", "用电量 / 亿千瓦时 / 12.9 / 5.2")),
    ("industry: branches under a branch", tabled(
        "增加值 单位：亿元", "指标 / 绝对数", "地区生产总值 / 210.4", "第一产业 / 30.1",
        "第二产业 / 88.0",
        "工业 / 70.5", "建筑业 / 17.6", "第三产业 / 92.3")),
    ("cases: left from last year", tabled(
        "法庭 / 旧存 / 新收 / 审结 / 未结", "一庭 / 12 / 130 / 128 / 14",
        "二庭 / 8 / 96 / 99 / 5",
        "合计 / 20 / 226 / 227 / 19")),
    ("cases: the rate of all", tabled(
        "法庭 / 收案 / 结案 / 结案率", "一庭 / 130 / 128 / 98.5%", "二庭 / 96 / 90 / 93.8%",
        "合计 / 226 / 218 / 96.5%")),
    ("ranks", tabled(
        "乡镇 / 得分 / 位次", "东镇 / 96.2 / 1", "西镇 / 95.8 / 2", "南镇 / 95.1 / 3",
        "合计 / 95.7 / —")),
    ("years", tabled(
        "项目 / 2021 / 2022 / 2023", "道路 / 12 / 15 / 18", "桥梁 / 3 / 2 / 4",
        "合计 / 15 / 17 / 22")),
    ("serial numbers", tabled(
        "序号 / 村名 / 户数", "1 / 上坝村 / 302", "2 / 中坝村 / 288", "3 / 下坝村 / 410",
        "合计 / / 1000")),
    ("blank parts", tabled(
        "部门 / 一月 / 二月 / 合计", "甲 / 12 / 9 / 21", "乙 / / 8 / 15", "丙 / 5 / — / 11",
        "丁 / 7 / 6 / 13")),
    ("hedged parts", tabled(
        "部门 / 宣讲（场） / 受众（人）", "甲 / 12 / 约900", "乙 / 9 / 700",
        "合计 / 21 / 1500余")),
    ("other units in the rows", tabled(
        "品名 / 单位 / 数量", "棉被 / 床 / 300", "大米 / 吨 / 12", "帐篷 / 顶 / 40",
        "合计 / 件 / 380")),
    ("other units in the columns", tabled(
        "镇 / 面积（亩） / 投资（万元） / 合计（万元）", "东镇 / 300 / 40 / 40",
        "西镇 / 250 / 38 / 38",
        "南镇 / 410 / 52 / 52")),
    ("averages", tabled(
        "镇 / 户数（户） / 户均收入（元）", "东镇 / 402 / 31200", "西镇 / 511 / 28900",
        "合计 / 913 / 29913")),
    ("a table that shows some only", tabled(
        "主要来源 / 件数", "窗口 / 140", "电话 / 96", "网站 / 75", "合计 / 402")),
    ("numbered levels", tabled(
        "项目 / 上年（件） / 本年（件）", "一、行政许可 / 30 / 41", "1.新办 / 18 / 25",
        "2.变更 / 12 / 16",
        "二、行政处罚 / 22 / 19", "三、行政强制 / 5 / 3", "合计 / 57 / 63")),
    ("rounded tenths", tabled(
        "区 / 住宅 / 商业 / 合计", "甲 / 10.3 / 4.4 / 14.8", "乙 / 8.1 / 3.2 / 11.3",
        "合计 / 18.5 / 7.6 / 26.1")),
    ("grand total below subtotals", tabled(
        "类 / 东区 / 西区", "路 / 3 / 5", "桥 / 2 / 1", "小计 / 5 / 6", "井 / 1 / 2",
        "泵 / 4 / 3", "小计 / 5 / 5",
        "总计 / 10 / 11")),
    ("form that balances", tabled(*BALANCED)),
    ("form, flattened", FLAT),
    ("form, flattened and a figure lost", FLAT.replace("数量\n8\n1\n", "数量\n8\n")),
    ("form without its figures", tabled(*(row.split(" / ")[0] + " / " for row in BALANCED))),
    ("form of zeros", tabled(*(
        " / ".join("0" if cell.isdigit() else cell for cell in row.split(
        " / ")) for row in BALANCED))),
    ("money in wholes, no unit told", tabled(
        "来源 / 金额（万元）", "上级补助 / 120", "本级安排 / 86", "其他 / 15", "合计 / 222")),
    ("no table at all", "联系人\t张某\n电话\t0000-1234567\n地址\t中心街1号"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "marked"), [(row[0], row[2]) for row in FIRES], ids=[row[1] for row in FIRES]
)
def test_fires_once_and_where_marked(code, marked):
    text, spans = unmark(marked)
    assert spans
    assert fired("TAB", text) == spans
    assert fired(code, text) == spans


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_is_silent(text):
    assert fired("TAB", text) == []


def test_says_what_would_mend_row_and_column():
    text, _ = unmark(FIRES[0][2])
    [finding] = audit(parse(text), select=("TAB101",))
    assert finding.working == "39 + 21 + 7 = 67 ≠ 66；3 + 5 + 7 = 15 ≠ 14"
    assert finding.alternatives == ("7 → 6",)
    assert "丙窗口" in finding.message
    assert all(one.claim is None for one in finding.evidence)


def test_figures_of_tables_are_no_figures_of_the_text():
    assert parse(tabled(*BALANCED)).quantities == ()
