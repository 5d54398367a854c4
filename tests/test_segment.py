from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Callable

import pytest

import reportparse as rp
from house.measure import ROOT
from reportparse import segment
from reportparse.dictionary import dictionary

Cut = Callable[[str], list[str]]
CORPUS = sorted((ROOT / "corpora" / "text").glob("*.txt"))

CLAUSES = [
    "全年共调解矛盾纠纷412件",
    "开展普法宣传活动36次",
    "新建农村公路18.6公里",
    "便民服务中心窗口办件量达20万余件",
    "涉黑涉恶群众信访量大幅下降",
    "2021-2025年",
    "",
]


@pytest.mark.parametrize("clause", CLAUSES)
def test_words_make_up_the_clause(clause: str) -> None:
    assert "".join(segment.cut(clause)) == clause


def test_long_texts_are_cut_too() -> None:
    clause = "排查安全隐患，" * 20
    assert segment.cut(clause)[:3] == ("排查", "安全隐患", "，")


@pytest.mark.parametrize(
    "broken",
    [
        "依托公共法律服务工|作室等阵地",
        "加强法治政府建|设",
        "镇人民政|府",
        "全镇共排|查隐患",
        "行政执法工作人|员",
        "新建高标准农|田",
    ],
)
def test_a_break_inside_a_word(broken: str) -> None:
    assert segment.straddles(*broken.split("|"))


@pytest.mark.parametrize(
    "whole",
    [
        "一、工作情况|下一步打算",
        "二、下一步工作|报告期内",
        "加强组织领导|导入新机制",
        "优化营商环境|境内企业",
        "做好民生保障|障碍排除",
        "全年办件20|万余件",
        "排查隐患，|查处问题",
        "|调解纠纷",
        "调解纠纷|",
    ],
)
def test_a_break_between_words(whole: str) -> None:
    assert not segment.straddles(*whole.split("|"))


def test_jieba_is_not_loaded() -> None:
    code = (
        "import sys; from reportparse import segment\n"
        "segment.cut('调解纠纷'); print('jieba' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("False", "")


def by_dictionary() -> Cut:
    return dictionary().cut


def by_rjieba() -> Cut:
    pytest.importorskip("rjieba")
    return segment._rjieba()


def by_jieba() -> Cut:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    tokenizer = jieba.Tokenizer()
    return lambda text: list(tokenizer.cut(text, HMM=False))


def read_with(cut: Cut, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return all that the corpus says when its clauses are cut by one segmenter."""
    monkeypatch.setattr(segment, "_segmenter", lambda: cut)
    monkeypatch.setattr(segment, "FEW", 0)
    for cached in (segment._cut, segment._straddles):
        cached.cache_clear()
    return [rp.read(path).to_json() for path in CORPUS]


@pytest.mark.parametrize("made", [by_dictionary, by_rjieba], ids=lambda made: made.__name__)
def test_every_segmenter_reads_the_corpus_as_jieba_does(
    made: Callable[[], Cut], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_with(made(), monkeypatch) == read_with(by_jieba(), monkeypatch)
