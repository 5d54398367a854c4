from __future__ import annotations

import re

import pytest

from related import related
from reportparse import parse
from reportparse.relations.cues import any_of, load_cues, words

CUES = load_cues()
EVERY = [(group, word) for group, table in CUES.items() for word in table]


@pytest.mark.parametrize(("group", "word"), EVERY)
def test_example_holds_its_word(group, word):
    assert re.search(any_of(group), CUES[group][word])
    assert word in CUES[group][word]


def test_longest_word_first():
    assert words("fall")[0] == "下降"
    assert words("fall")[-1] in {"减", "降", "少", "缩"}
    assert re.search(any_of("sum_up", "rest"), "其余合计3件").group() == "其余"
    assert re.search(any_of("outcome"), "现已调处成功").group() == "调处成功"


# What stands before an example that tells the parts only, and the cue of the relation then.
WHOLES = {"分为": "全年共有学员60人，"}


@pytest.mark.parametrize(
    ("word", "example"),
    [item for group in ("of_which", "divided", "including") for item in CUES[group].items()],
)
def test_parts(word, example):
    found = parse(WHOLES.get(word, "") + example.removeprefix("培训对象")).relations
    assert {(one.kind, one.cue) for one in found} == {("sum", word)}


@pytest.mark.parametrize(("word", "example"), CUES["sum_up"].items())
def test_sum_of_a_list(word, example):
    (found,) = parse(example).relations
    assert (found.kind, found.cue, found.exhaustive) == ("sum", word, True)


@pytest.mark.parametrize("word", CUES["rest"])
def test_rest_completes_a_list(word):
    (found,) = parse(f"送达文书42份，其中上门30份、{word}12份。").relations
    assert found.exhaustive


@pytest.mark.parametrize("word", [word for word in CUES["onward"] if word != "全年"])
def test_no_part_behind(word):
    found = related(f"开展活动12场，其中讲座5场、展览4场，{word}演练3场。", "sum")
    assert found == [("12 ≥ 5", "holds"), ("12 ≥ 4", "holds")]


@pytest.mark.parametrize(("word", "example"), CUES["outcome"].items())
def test_outcome_of_what_was_counted(word, example):
    (found,) = parse(example).relations
    assert (found.kind, found.cue, found.verdict) == ("ratio", word, "holds")


CARRIED = [row for row in CUES["carried_over"].items() if "，" in row[1]]


@pytest.mark.parametrize(("word", "example"), CARRIED)
def test_more_done_than_came_in(word, example):
    assert parse(example).relations == (), word


@pytest.mark.parametrize("word", CUES["basis"])
def test_basis(word):
    text = f"收入63万元，{word}增加18万元，增长40%。"
    assert related(text, "change") == [("18万 / (63万 - 18万) = 40%", "holds")]


@pytest.mark.parametrize("word", CUES["rise"])
def test_rise(word):
    text = f"收入63万元，同比{word}18万元，{word}40%。"
    assert related(text, "change") == [("18万 / (63万 - 18万) = 40%", "holds")]


@pytest.mark.parametrize("word", CUES["fall"])
def test_fall(word):
    text = f"支出45万元，同比{word}18万元，{word}28.6%。"
    assert related(text, "change") == [("-18万 / (45万 + 18万) = -28.6%", "holds")]


@pytest.mark.parametrize(
    ("role", "word"),
    [(role, word) for role in ("before", "inflow", "outflow", "after") for word in CUES[role]],
)
def test_figure_of_a_balance(role, word):
    told = {
        "before": "上年结转8件",
        "inflow": "新收70件",
        "outflow": "办结66件",
        "after": "结转下年12件",
    }
    text = "，".join((told | {role: CUES[role][word]}).values())
    assert related(text, "balance") == [("8 + 70 = 66 + 12", "holds")]


@pytest.mark.parametrize("example", [*CUES["survey"].values(), *CUES["statistical"].values()])
def test_rate_with_a_base_of_its_own(example):
    assert parse(f"涉及居民50人，登记47人，{example}。").relations == ()
