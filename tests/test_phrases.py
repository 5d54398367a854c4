from __future__ import annotations

import pytest

from marked import unmark
from reportparse.lexicon import load_table
from reportparse.phrases import read_after, read_before

BEFORE = [
    ("共开展了«普法宣传»", "开展"),
    ("各村共调处«邻里纠纷»", "调处"),
    ("派出所调解«家庭纠纷»", "调解"),
    ("对企业进行«安全宣传»", "进行"),
    ("下达«整改通知书»", "下达"),
    ("购置«垃圾清运车»", "购置"),
    ("承接«产业转移项目»", "承接"),
    ("组织开展«招聘活动»", "组织开展"),
    ("改造提升«运动场»", "改造"),
    ("立案查处«违法案件»", "立案查处"),
    ("«资金投入»", "投入"),
    ("«服务业增加值»", ""),
    ("«城镇新增就业»", ""),
    ("«检查人次»达", ""),
    ("«办结率»", ""),
]


@pytest.mark.parametrize(("marked", "verb"), BEFORE)
def test_words_before_a_figure(marked, verb):
    text, ((start, end),) = unmark(marked)
    read = read_before(text)
    assert (read.noun, read.verb) == (text[start:end], verb)


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("调处成功", "调处成功"),
        ("尚未审结", "尚未审结"),
        ("予以答复", "予以答复"),
        ("派出所立案", "立案"),
        ("整改到位", "整改到位"),
    ],
)
def test_a_bare_verb_names_no_noun(words, verb):
    read = read_before(words)
    assert (read.noun, read.verb) == ("", verb)


@pytest.mark.parametrize("words", ["拟修改的", "年产值亿元以上的仅", "常用的不足"])
def test_a_description_lacks_its_noun(words):
    assert read_before(words).attributive


@pytest.mark.parametrize("words", ["由上年的", "办结率", ""])
def test_other_words_describe_nothing(words):
    assert not read_before(words).attributive


AFTER = [
    "«行政执法人员»，",
    "«同志»负责日常工作",
    "«老旧小区»引入物业服务",
    "«脱贫户»申报补贴",
    "«上市公司»获评先进",
    "«就业人员»签订合同",
    "«残疾人»找到工作",
    "«老人»送去慰问品",
    "«村»配备卫生所",
    "«村»的创建工作",
    "的«奖补资金»",
    "«新开工项目»加快建设",
    "«高频事项»一次办结",
    "因执法不当引发的«投诉»",
    "«持证人员»中专职从事执法",
    "«市定实事»和县定",
    "«企业»与高校共建",
    "«调解员»（其中专职",
    "«»竣工投产",
    "«»）共调解纠纷",
]


@pytest.mark.parametrize("marked", AFTER)
def test_words_behind_a_figure(marked):
    text, ((start, end),) = unmark(marked.rstrip("，"))
    assert read_after(text).noun == text[start:end]


@pytest.mark.parametrize("example", load_table("phrases.toml", "predicate").values())
def test_a_noun_ends_where_something_is_said_of_it(example):
    text, ((start, end),) = unmark(example)
    assert read_after(text).noun == text[start:end]


@pytest.mark.parametrize(
    ("words", "verbal"), [("培训群众", True), ("培训班", False), ("群众", False)]
)
def test_a_verb_behind_a_figure_is_told_from_a_noun(words, verbal):
    assert read_after(words).verbal is verbal
