"""Words of a Chinese clause: the one door to the segmenter.

The dictionary is read when the first clause comes, and as far as clauses ask for it; jieba, whose
dictionary it is, is not loaded: its tokenizer belongs to the user. Only clauses come here; cutting
a whole report costs more than all else.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from reportparse.dictionary import dictionary

#: Clauses longer than this are cut anew each time.
SHORT: Final = 64
#: So many clauses are cut before the faster segmenter is loaded, which takes as long as hundreds.
FEW: Final = 200
#: How many characters beside a break decide whether a word straddles it.
BESIDE: Final = 6
#: The Han characters at the end of a text and at its beginning.
HAN_TAIL: Final = re.compile(rf"[\u4e00-\u9fff]{{1,{BESIDE}}}$")
HAN_HEAD: Final = re.compile(rf"[\u4e00-\u9fff]{{1,{BESIDE}}}")


def cut(text: str) -> tuple[str, ...]:
    """Cut a clause into words, by the dictionary alone.

    >>> cut("排查安全隐患")
    ('排查', '安全隐患')
    """
    return _cut(text) if len(text) <= SHORT else tuple(_segmenter()(text))


def straddles(left: str, right: str) -> bool:
    """Tell whether a break between `left` and `right` goes through a word.

    >>> straddles("村级公共法律服务工", "作室")
    True
    """
    tail, head = HAN_TAIL.search(left[-BESIDE:]), HAN_HEAD.match(right)
    if tail is None or head is None:
        return False
    return _straddles(tail.group(), head.group())


@lru_cache(maxsize=65536)
def _cut(text: str) -> tuple[str, ...]:
    few = _cut.cache_info().misses < FEW
    return tuple(dictionary().cut(text) if few else _segmenter()(text))


@lru_cache(maxsize=4096)
def _straddles(tail: str, head: str) -> bool:
    """Tell whether joining saves words: 服务/工 + 作/室 against 服务/工作室."""
    joined = cut(tail + head)
    at = 0
    for word in joined:
        left = len(tail) - at
        if 0 < left < len(word):
            # 工作 | 报告期 saves a word too, yet both halves stand on their own.
            whole = left > 1 and len(word) - left > 1
            return not whole and len(joined) < len(cut(tail)) + len(cut(head))
        at += len(word)
    return False


@cache
def _segmenter() -> Callable[[str], list[str]]:
    """Build the segmenter: rjieba where it is installed, which cuts the same words faster."""
    return _rjieba() if importlib.util.find_spec("rjieba") else dictionary().cut


def _rjieba() -> Callable[[str], list[str]]:
    import rjieba

    tokenizer = rjieba.Jieba()
    return lambda text: list(tokenizer.cut(text, hmm=False))
