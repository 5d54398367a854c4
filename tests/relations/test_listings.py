from __future__ import annotations

import pytest

from related import related, sentences_of
from reportparse.relations.listings import find_listings
from reportparse.relations.mentions import Mention


def told(mention: Mention) -> str:
    """Return a figure as its text shows it."""
    return mention.claim.quantity.text


def proposed(text: str) -> list[tuple[str, list[str], str, bool]]:
    """Return whole, parts of the longest reading, cue and completeness of the first rivals."""
    return [
        (told(one.whole), [told(part) for part in one.readings[0]], one.cue, one.exhaustive)
        for one in next(find_listings(sentences_of(text)), ())
    ]


PROPOSED = [
    ("活动12场，其中讲座8场、展览4场", [("12场", ["8场", "4场"], "其中", False)]),
    ("活动12场，其中讲座8场、其余4场", [("12场", ["8场", "4场"], "其中", True)]),
    ("活动12场。其中讲座8场、展览4场", [("12场", ["8场", "4场"], "其中", False)]),
    (
        "活动12场、讲座9场，其中室内5场、室外4场",
        [("9场", ["5场", "4场"], "其中", False), ("12场", ["5场", "4场"], "其中", False)],
    ),
    (
        "低保12户30人，其中城区8户21人、乡村4户9人",
        [("12户", ["8户", "4户"], "其中", False)],
    ),
    ("有持证人员16名持证人员中专职的5名", [("16名", ["5名"], "中", False)]),
    ("共设点位9个，分别为城区4个、乡村5个", [("9个", ["4个", "5个"], "分别为", True)]),
    ("设点位9个，城区、乡村分别为4个、5个", [("9个", ["4个", "5个"], "分别为", False)]),
    ("资料600份，包括手册200份", [("600份", ["200份"], "包括", False)]),
    ("资料600份：手册200份、折页400份", [("600份", ["200份", "400份"], "：", False)]),
    ("春季6场、秋季7场，合计13场", [("13场", ["6场", "7场"], "合计", True)]),
    ("讲座6场、展览7场，共开展活动13场", [("13场", ["6场", "7场"], "", False)]),
    ("职工12人，男7人、女5人", [("12人", ["7人", "5人"], "男", True)]),
    (
        "任务18项，已完成13项，其余5项转入下年",
        [("18项", ["13项", "5项"], "其余", True)],
    ),
    (
        "任务18项，已完成13项，另有5项正在实施",
        [("18项", ["13项", "5项"], "", False)],
    ),
    (
        "收到申请18件。按类型分，自然人11件、法人7件",
        [("18件", ["11件", "7件"], "按类型分", False)],
    ),
    ("活动12场（讲座8场、展览4场）", [("12场", ["8场", "4场"], "", False)]),
    ("活动总数12场，讲座8场、展览4场", [("12场", ["8场", "4场"], "", False)]),
    ("项目17个，完工12个、在建5个", [("17个", ["12个", "5个"], "", False)]),
]
SILENT = [
    "培训60人，其中讲座8场、展览4场",
    "活动12场，投入9万元，覆盖村组7个，培训60人，发放手册900册，其中讲座8场",
    "活动12场。\n其中村级讲座8次",
    "活动12场。召开会议3次。其中讲座8场",
    "每村配备网格员2名，其中女性1名",
    "2021年、2022年、2023年分别为30件、40件、50件",
    "活动12场，发放手册900册，分别为讲座8场、展览4场",
    "讲座6场、展览7场，参加合计300人",
    "讲座6场，合计13场",
    "讲座6场、展览7场，公共厕所13座",
    "职工12人，男7人、少数民族5人",
    "活动12场，男7人、女5人",
    "任务18项，已完成13项，召开会议5次",
    "任务18项，其余5项转入下年",
    "收到申请18件。按类型分，讲座8场、展览4场",
    "收到申请18件。其余自然人11件、法人7件",
    "活动12场、讲座8场、展览4场",
    "走访农户45户，慰问老人30户、残疾人15户",
]


@pytest.mark.parametrize(("text", "expected"), PROPOSED)
def test_proposed(text, expected):
    assert proposed(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_nothing_proposed(text):
    assert proposed(text) == []


def test_words_come_before_figures():
    text = "共有学员60人，男36人、女24人；活动12场（讲座8场、展览4场），其中室内3场"
    cues = [rivals[0].cue for rivals in find_listings(sentences_of(text))]
    assert cues == sorted(cues, key=lambda cue: not cue)
    assert "" in cues


def test_readings_from_the_longest():
    rivals, *_ = find_listings(sentences_of("活动12场，其中讲座8场、展览4场，演练2场"))
    sizes = [len(reading) for reading in rivals[0].readings]
    assert (sizes, rivals[0].tight) == ([3, 2], 2)


def test_a_figure_alone_is_no_listing():
    assert list(find_listings(sentences_of("全年开展活动12场。"))) == []


CUT = [
    ("全年发生事故20起。分季度看，一季度6起、二季度5起、三季度4起、四季度{}。", "5起", "6起"),
    ("支出100.0亿元。分科目看，教育40.0亿元，农林水30.0亿元，其他{}。", "30.0亿元", "32.0亿元"),
    ("收到投诉70件。分渠道看，来信20件，来电30件，网络{}。", "20件", "21件"),
    ("发电60.0亿度。分品种看，水电30.0亿度，火电20.0亿度，风电{}。", "10.0亿度", "11.0亿度"),
    ("受理来访120批，分区域看，东区40批、西区50批、南区{}。", "30批", "32批"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), CUT)
def test_whole_before_it_is_cut_up(text, right, wrong):
    assert [verdict for _, verdict in related(text.format(right), "sum")] == ["holds"]
    assert [verdict for _, verdict in related(text.format(wrong), "sum")] == ["fails"]


@pytest.mark.parametrize(
    "text",
    [
        "全年发生事故20起。分析来看，一季度6起、二季度5起、三季度4起。",
        "全年发生事故20起。分季度看，一季度6起、二季度5起。",
        "全年培训20场。分季度看，一季度走访6户、二季度走访5户、三季度走访9户。",
        "收入100亿元。分科目看，税收增长40%，非税增长30%。",
        "全年发生事故20起。分季度看，一季度伤6人、二季度伤5人、三季度伤10人。",
    ],
)
def test_whole_is_not_cut_up(text):
    assert related(text, "sum") == []


SUMMED = [
    ("bare", "行政许可420件，行政处罚96件，合计{}。", "516件", "561件", True),
    ("so many", "线上培训46期、线下培训38期，两项合计{}。", "84期", "94期", True),
    ("kinds", "农村低保214户，城市低保36户，特困12户，三类共{}。", "262户", "282户", True),
    ("another number of kinds", "第一批12个、第二批15个，三批共计{}。", "27个", "40个", False),
    ("an act", "县级投入324万元，乡镇投入186万元，总计投入{}。", "510万元", "501万元", True),
    ("others too", "县级投入320万元，乡镇投入180万元，总计投入{}。", "500万元", "2200万元", False),
    ("of the year", "春季植树124万株，秋季植树96万株，全年共植树{}。", "220万株", "202万株", True),
    ("of more", "调解纠纷300件，处理投诉120件，全年共处置事件{}。", "420件", "520件", False),
    ("a sentence on", "交通43起，占63%；火灾16起，占24%；溺水9起，占13%。全年合计{}。", "68起",
     "86起", True),
    ("shares between", "道路43起，占73%，火灾16起，占27%，共计{}。", "59起", "65起", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong", "fault"),
    [row[1:] for row in SUMMED],
    ids=[row[0] for row in SUMMED],
)
def test_summed_up(text, right, wrong, fault):
    assert "holds" in [verdict for _, verdict in related(text.format(right), "sum")]
    assert ("fails" in [verdict for _, verdict in related(text.format(wrong), "sum")]) is fault


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("立案326件，办结318件，罚款26万元，移送4件。其中食品142件、药品21件、质量163件。",
         "326 = 142 + 21 + 163"),
        ("接待来访96批、310人，办结80批，转办7批，回访7批，答复2批，其中土地50批、社保26批、其他20批。",
         "96 = 50 + 26 + 20"),
    ],
)  # fmt: skip
def test_far_whole_that_the_parts_make_up(text, formula):
    assert (formula, "holds") in related(text, "sum")


@pytest.mark.parametrize(
    "text",
    [
        "立案326件，办结318件，罚款26万元，赔偿9万元，移送4件。其中食品142件、药品184件。",
        "立案326件，办结318件，罚款26万元，赔偿9万元，移送4件。其中食品142件、药品21件、质量169件。",
    ],
)
def test_far_whole_is_none(text):
    assert "326" not in " ".join(formula for formula, _ in related(text, "sum"))


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("接报警情126起，刑事8起、治安32起、求助86起。", "126 = 8 + 32 + 86"),
        ("建成示范村46个，省级6个、市级12个、县级28个，投入90万元。", "46 = 6 + 12 + 28"),
        ("走访农户45户，慰问老人20户、残疾人15户、儿童9户。", ""),
        ("评定机构42家，企业26家、院校9家、社会组织7家，发证90本。", "42 = 26 + 9 + 7"),
        ("水源地13处，地表水型11处，地下水型2处。", "13 = 11 + 2"),
        ("审批文件186个，报告书21个、报告表165个。", "186 = 21 + 165"),
        ("随机抽查2140户，任务完成2098户，因关停终止42户。", "2140 = 2098 + 42"),
        ("窗口评价3.4万条，非常满意3.37万条、基本满意0.03万条。", "3.4万 = 3.37万 + 0.03万"),
        (
            "废物产生量486.3万吨，利用402.7万吨，处置71.2万吨，贮存12.4万吨。",
            "486.3万 = 402.7万 + 71.2万 + 12.4万",
        ),
        ("参保105.6万人，在职81.4万人，退休24.2万人；机关33.4万人。", "105.6万 = 81.4万 + 24.2万"),
        ("职工12人，男7人、少数民族5人。", ""),
        ("走访12户，慰问老人7户，救助儿童5户。", ""),
        ("出口178亿元，进口36亿元，净出口142亿元。", ""),
        ("走访农户45户，慰问老人30户、残疾人15户。", ""),
    ],
)
def test_list_that_adds_up_without_a_cue(text, formula):
    assert related(text, "sum") == ([(formula, "holds")] if formula else [])


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("44天超标天里，首要污染物为臭氧的25天、颗粒物的19天。", ["44 = 25 + 19"]),
        ("设学校3所，招生30人。其中，甲校1所，招生10人；乙校2所，招生20人。",
         ["3 = 1 + 2", "30 = 10 + 20"]),
        ("毕业生60人，招生51人。其中，甲校1所，毕业生20人，招生40人。", []),
        ("收入全部超过10万元，开会20次，其中调研会5次；列席会议6次，培训3次。", ["20 ≥ 5"]),
        ("农民人均收入18620元，其中工资8240元，经营6180元，财产420元，转移3780元。",
         ["18620 = 8240 + 6180 + 420 + 3780"]),
        ("农民人均收入18620元。从构成看，工资8240元，经营6180元，财产420元，转移3780元。",
         ["18620 = 8240 + 6180 + 420 + 3780"]),
        ("初中124所，含职业初中38所。", ["124 ≥ 38"]),
        ("抽检124批，不含复检38批。", []),
    ],
)  # fmt: skip
def test_what_is_of_which(text, formulas):
    found = related(text, "sum")
    assert [formula for formula, verdict in found if verdict == "holds"] == formulas
