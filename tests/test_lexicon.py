from __future__ import annotations

import re

import pytest

from reportparse.lexicon import Words, load_table, load_words

WORDS = Words(("增长", "同比增长", "增"))


@pytest.mark.parametrize(
    ("text", "front", "back"),
    [
        ("增长", "增长", "增长"),
        ("财政收入同比增长", "", "同比增长"),
        ("增速", "增", ""),
        ("", "", ""),
    ],
    ids=["whole", "longest", "shortest", "empty"],
)
def test_words_at_the_ends(text, front, back):
    assert (WORDS.front(text), WORDS.back(text)) == (front, back)


def test_a_word_is_in_its_list():
    assert "同比增长" in WORDS
    assert "同比" not in WORDS


@pytest.mark.parametrize(("size", "found"), [(0, "同比增长"), (1, "增"), (2, "同比增长")])
def test_pattern_takes_the_longest_of_a_size(size, found):
    match = re.search(WORDS.pattern(size), "财政收入同比增长")
    assert match is not None
    assert match.group() == found


def test_tables_are_read_once():
    assert load_table("verbs.toml", "strong") is load_table("verbs.toml", "strong")
    assert "开展" in load_words("verbs.toml", "strong", "weak")
