from __future__ import annotations

import pytest

from claimed import claims_of, measures_of
from marked import unmark
from reportparse.carrying import clause_noun, joined
from reportparse.lexicon import load_table
from reportparse.spot import kin

CARRIED = [
    ("共调处民间纠纷98件，调处成功88件。", ["民间纠纷", "调处成功的民间纠纷"]),
    ("调处民间纠纷98件。调处成功88件。", ["民间纠纷", "调处成功的民间纠纷"]),
    ("全年生产总值80亿元、增长5%。", ["生产总值", "生产总值"]),
    ("工业经济稳步回升，增长9%。", ["工业经济"]),
    ("扎实办理行政复议案件，全年受理12件。", ["受理的行政复议案件"]),
    ("办理援助案件90件，其中民事50件、刑事40件。", ["援助案件", "民事援助案件", "刑事援助案件"]),
    ("建成省级示范村6个、市级15个。", ["省级示范村", "市级示范村"]),
    ("选聘网格员65名，其中专职13名、兼职52名。", ["网格员", "专职网格员", "兼职网格员"]),
    (
        "清理文件40份，继续有效的30份、拟修改的8份、废止的2份。",
        ["文件", "继续有效的文件", "拟修改的文件", "废止的文件"],
    ),
    ("召开会议69次，其中党委会议28次、职工会议20次。", ["会议", "党委会议", "职工会议"]),
    ("调解纠纷98件，惠及群众3000人。", ["纠纷", "群众"]),
    ("调解纠纷98件，惠及3000人。", ["纠纷", "惠及人数"]),
    ("转移39个傍河村、3.1万人。", ["傍河村", "转移人数"]),
    ("组织就业创业培训24期、560人。", ["就业创业培训", "就业创业培训"]),
    ("发放小额信贷1580户、7650万元，户均4.8万元。", ["小额信贷", "小额信贷", "户均小额信贷"]),
    ("培养“法律明白人”55名，每个行政村不少于5名。", ["法律明白人", "每个行政村法律明白人"]),
    ("拆除违建26处、3.1万平方米。", ["违建", "违建"]),
    ("粮食总产实现“连丰”，达到9万吨。", ["粮食总产"]),
    ("投入2.7亿元加强基础设施建设。", ["投入"]),
    ("新增经营主体8万户，总量突破60万户。", ["经营主体", "经营主体"]),
    ("新登记企业300户，总数达到900户。", ["新登记企业", "企业"]),
    ("接报火灾60起。起数比上年上升5%。", ["火灾", "火灾"]),
    ("经营主体稳步增长，总量达到8万户。", ["经营主体"]),
    ("办理案件60件，罚款120万元，件均2万元。", ["办理案件", "罚款", "件均罚款"]),
]


@pytest.mark.parametrize(("text", "measures"), CARRIED)
def test_a_noun_left_out_is_carried_over(text, measures):
    assert measures_of(text) == measures


CHAPTER = "核查档案90件，"
TABLES = ("modifier", "outcome", "adverb")


@pytest.mark.parametrize(
    "example",
    [example for table in TABLES for example in load_table("phrases.toml", table).values()],
)
def test_a_part_takes_the_noun_of_its_whole(example):
    text, ((start, end),) = unmark(example)
    said = text[start:end].removesuffix("的档案").removesuffix("档案")
    sentence = text.replace(text[start:end], said)
    assert measures_of(sentence)[1].endswith("档案")


@pytest.mark.parametrize(
    ("clause", "noun"),
    [
        ("三农工作持续向好", "三农工作"),
        ("行政复议方面", "行政复议"),
        ("经逐件甄别", ""),
        ("加强农田水利建设", "农田水利建设"),
    ],
)
def test_what_a_clause_is_about(clause, noun):
    assert clause_noun(clause) in (noun, f"加强{noun}")


@pytest.mark.parametrize(
    ("told", "noun", "both"),
    [
        ("审结的", "案件", "审结的案件"),
        ("市级", "省级示范村", "市级示范村"),
        ("县级", "案件", "县级案件"),
    ],
)
def test_one_level_takes_the_place_of_another(told, noun, both):
    assert joined(told, noun) == both


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("共办理业务120件，其中社保类43件、民政类21件。", ["办理", "办理", "办理"]),
        ("调解纠纷236件，调解成功231件。", ["调解", "调解成功"]),
        ("排查隐患30处，其中消防12处，用电18处。", ["排查", "排查", "排查"]),
    ],
)
def test_a_part_was_acted_on_like_its_whole(text, actions):
    assert [claim.action for claim in claims_of(text)] == actions


def test_kin():
    assert [kin(unit) for unit in ("起", "名", "亩")] == ["件", "人", "亩"]
