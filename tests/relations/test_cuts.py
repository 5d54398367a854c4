"""Wholes told before they are cut up: by kind, by share, by grade, by quarter."""

from __future__ import annotations

import pytest

from related import related

# Text with a place for the last figure, what closes, what does not, and the misfit's verdict
# ("" where nothing may be said).
BY_KIND = [
    ("救助群众864人次。按方式分，临时救助530人次、医疗救助{}。", "334人次", "343人次", "fails"),
    ("收到来函128件，按来源划分，省级来函96件，市级来函{}。", "32件", "23件", "fails"),
    ("新登记1860户。按产业划分：一产120户、二产380户、三产{}。", "1360户", "1630户", "fails"),
    ("客运324万人次。分方式看，公路212万人次，增长3%；铁路98万人次，增长9%；水运{}，增长2%。",
     "14万人次", "41万人次", "fails"),
    ("零售额86.4亿元，增长5%。按地域分，城镇51.2亿元，增长4%；乡村{}。",
     "35.2亿元", "53.2亿元", "fails"),
    ("招聘教师264名。分学段看，幼儿园64名，小学110名，中学{}。", "90名", "96名", "fails"),
    ("耕地42.6万亩。按坡度划分，平地12.4万亩、缓坡地{}。", "30.2万亩", "33.2万亩", "fails"),
    ("诉求8642件。按类型统计，咨询类3921件、求助类{}。", "4721件", "4271件", "fails"),
    ("收到申请138件。按主体分，自然人121件、法人17件；按渠道分，网络84件、信函{}。",
     "54件", "45件", "fails"),
    ("发现线索46条。2.分领域看，工程类21条、采购类{}。", "25条", "52条", "fails"),
    ("年末在册1314户。在册对象里，甲类512户、乙类486户、丙类{}。", "316户", "361户", "fails"),
    ("门诊2896.4万人次。分机构看，医院1042.7万人次，诊所1853.7万人次。医院里，公立893.2万人次，民营{}。",
     "149.5万人次", "194.5万人次", ""),
    ("医院96个，诊所312个。医院按性质分，公立34个，民营{}。", "62个", "26个", "fails"),
    ("资金3.64亿元。按用途，产业2.13亿元，设施1.17亿元，其他{}。",
     "0.34亿元", "0.43亿元", "fails"),
    ("办理案件64件。就案由而言，土地类31件、社保类18件、其他{}。", "15件", "18件", ""),
    ("火灾30起。从起火原因看，电气18起，用火不慎{}。", "12起", "15起", ""),
    ("收件138件，办结96件。按类型分，许可类81件、服务类{}。", "57件", "63件", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong", "verdict"), BY_KIND)
def test_cut_by_kind(text, right, wrong, verdict):
    told = [one for _, one in related(text.format(right), "sum")]
    assert set(told) == {"holds"}
    misfits = [one for _, one in related(text.format(wrong), "sum") if one == "fails"]
    assert misfits == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    "text",
    [
        # What is cut is told in no figure.
        "信访120件，办结118件。按渠道分，网上210件、来信90件。",
        "救助事故20起。分年龄看，涉及老人38人、儿童25人。",
        # One thing may be counted twice.
        "事故20起。从时段看，夜间12起，节假日11起。",
        "就业5200人。从结构看，高校毕业生1800人，农民工2600人，困难人员1200人。",
        # Words that begin like a cut.
        "收到申请138件。按规定，自然人121件、法人25件。",
        # The list runs on.
        "工业投资30亿元。分行业看，化工12亿元，增长9%；装备8亿元，增长3%；水利投资40亿元，增长2%。",
        "完成投资80亿元。按项目分，亿元以上项目60个、其他项目20个。",
    ],
)
def test_cut_proves_nothing(text):
    assert [one for one in related(text, "sum") if one[1] == "fails"] == []


SHARED = [
    ("全县设床位620张，公立{}，占70%；民办186张，占30%。", "434张", "443张"),
    ("全年火灾204起。电气{}，占40.2%；用火61起，占29.9%；其他61起，占29.9%。", "82起", "28起"),
    ("共发生事故68起。其中交通{}，占63.2%；工矿16起，占23.5%；火灾9起，占13.2%。", "43起", "34起"),
    ("投诉1240件，同比下降3.1%。商品类{}，占66.1%，服务类420件，占33.9%。", "820件", "850件"),
    (
        "查处案件156件，货运{}（占46.2%）、客运48件（占30.8%）、维修36件（占23.1%）。",
        "72件",
        "27件",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), SHARED)
def test_shares_name_all_parts(text, right, wrong):
    assert [verdict for _, verdict in related(text.format(right), "sum")] == ["holds"]
    assert "fails" in [verdict for _, verdict in related(text.format(wrong), "sum")]


@pytest.mark.parametrize(
    "text",
    [
        # Shares that leave something over, and shares of something else.
        "火灾200起。电气80起，占40%；用火60起，占30%。",
        "去年火灾220起。今年电气84起，占40%；其他126起，占60%。",
        "办件900件，网上540件，占60%，窗口360件，占40%，另有预约200件。",
    ],
)
def test_shares_of_others(text):
    assert [one for one in related(text, "sum") if one[1] == "fails"] == []


GRADED = [
    ("对42个项目开展评价，“优”的15个、“良”的22个、“中”的{}。", "5个", "8个", "fails"),
    ("考核18个单位，一类6个、二类9个、三类{}。", "3个", "5个", "fails"),
    ("评查案卷120份，优秀36份，良好60份，一般{}。", "24份", "42份", "fails"),
    ("参评的26个部门中，评为优秀的8个、良好的15个、一般的{}。", "3个", "5个", "fails"),
    ("监测断面16个，优5个、良9个、轻度污染{}。", "2个", "5个", "fails"),
    ("评审课题31项，一等4项、二等9项、三等{}。", "18项", "21项", "fails"),
    ("评定企业信用等级95家，A级52家、B级31家、C级{}。", "12家", "21家", "fails"),
    ("测评学校34所，结果为“好”的9所、“较好”的20所、“一般”的{}。", "5所", "8所", "fails"),
    ("监测365天，优120天、良198天、轻度污染{}。", "47天", "74天", "fails"),
    ("考核断面12个，Ⅰ～Ⅱ类4个、Ⅲ类6个、Ⅳ类{}。", "2个", "5个", "fails"),
    ("有效监测365天，优良天数312天，轻度污染46天，中度污染{}。", "7天", "17天", "fails"),
    # 合格 may count what is better too.
    ("考核干部60名，优秀10名，良好20名，合格{}。", "30名", "60名", ""),
    # A whole that is a grade itself.
    ("优良天数310天，优120天、良{}。", "190天", "195天", ""),
]


@pytest.mark.parametrize(("text", "right", "wrong", "verdict"), GRADED)
def test_grades(text, right, wrong, verdict):
    assert [one for _, one in related(text.format(right), "sum")] == ["holds"]
    told = [one for _, one in related(text.format(wrong), "sum")]
    assert told == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    "text",
    [
        "考核断面12个，Ⅰ～Ⅲ类10个、Ⅱ类6个。",
        "建成一级站1个、二级站6个、三级站20个。",
        "用地500亩，一级公路12公里、二级公路30公里。",
        "获评优秀案例3件、良好案例5件。",
    ],
)
def test_no_grades(text):
    assert related(text, "sum") == []


QUARTERS = [
    ("一季度21起、二季度15起、三季度14起。上半年合计{}。", "36起", "63起"),
    ("第一季度办件320件、第二季度办件415件，上半年累计{}。", "735件", "753件"),
    ("一季度12场，二季度18场，三季度25场，前三季度共{}。", "55场", "550场"),
    ("三季度收入3.2亿元、四季度收入4.1亿元，下半年收入{}。", "7.3亿元", "3.7亿元"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), QUARTERS)
def test_quarters(text, right, wrong):
    assert [verdict for _, verdict in related(text.format(right), "sum")] == ["holds"]
    assert "fails" in [verdict for _, verdict in related(text.format(wrong), "sum")]


@pytest.mark.parametrize(
    "text",
    [
        "一季度21起，上半年36起。",
        "一季度21起、二季度15起，上半年走访40户。",
        "一季度办件21件、二季度办件15件，上半年受理52件。",
    ],
)
def test_no_quarters(text):
    assert related(text, "sum") == []
