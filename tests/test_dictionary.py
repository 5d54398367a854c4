"""The words of jieba, read as far as a text needs them."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from house.measure import ROOT
from reportparse.dictionary import KNOWN, Dictionary, dictionary, file_of_words, total_of

CORPUS = sorted((ROOT / "corpora/text").glob("*.txt"))
#: Word, how often it was met, class; 隐 and 办件 are beginnings only, 查 was never met.
LINES = """\
排查 30 v
查 0 v
隐患 40 n
安全 90 n
安全隐患 60 n
办件量 5 n
量 70 n
3D 2 n
安全阀 3 n
"""


@pytest.fixture(scope="module")
def cut_by_jieba() -> Callable[[str], list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    logging.getLogger("jieba").setLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    return lambda text: list(tokenizer.cut(text, HMM=False))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_report_is_cut_as_by_jieba(path: Path, cut_by_jieba: Callable[[str], list[str]]) -> None:
    text = path.read_text("utf-8", errors="replace")
    assert dictionary().cut(text) == cut_by_jieba(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\r\n\t",
        "，。",
        "2023年",
        "T恤衫AB型C",
        "a-1_b%#+&.",
        "𠮷林省",
        "\ud800件",
        "é办件",
    ],
    ids=ascii,
)
def test_odd_texts_are_too(text: str, cut_by_jieba: Callable[[str], list[str]]) -> None:
    assert dictionary().cut(text) == cut_by_jieba(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("排查安全隐患", "排查 安全隐患", id="likeliest"),
        pytest.param("查隐患", "查 隐患", id="never-met"),
        pytest.param("办件", "办 件", id="beginning-only"),
        pytest.param("安全办件量", "安全 办件量", id="longest"),
        pytest.param("3D2023年", "3D 2023 年", id="latin"),
        pytest.param("隐患，量", "隐患 ， 量", id="signs"),
    ],
)
def test_cuts(text: str, words: str) -> None:
    assert Dictionary(LINES.encode()).cut(text) == words.split()


@pytest.mark.parametrize("data", [b"", "量 0 n\n".encode()], ids=["empty", "never-met"])
def test_without_words_every_sign_stands_alone(data: bytes) -> None:
    assert Dictionary(data).cut("办件量") == ["办", "件", "量"]


def test_lines_may_end_as_on_other_systems() -> None:
    assert Dictionary(LINES.replace("\n", "\r\n").encode()).cut("安全隐患") == ["安全隐患"]


def test_the_words_of_a_known_file_need_not_be_counted() -> None:
    data = file_of_words().read_bytes()
    assert KNOWN[crc32(data)] == total_of(data)
