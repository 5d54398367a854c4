"""Words in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from reportparse.findings import Confidence, Severity
from reportparse.quantity import Hedge, Kind
from reportparse.relations import Verdict
from reportparse.render.words import WORDS, word
from reportparse.standing import Status


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_are_there(key: str) -> None:
    assert set(WORDS[key]) == {"zh", "en"}
    assert all(WORDS[key].values())


@pytest.mark.parametrize(
    "key",
    [*map(str, (*Severity, *Confidence)),
     *(key for kinds in (Kind, Hedge, Verdict, Status) for key in get_args(kinds))],
)  # fmt: skip
def test_every_word_of_the_schema_has_its_chinese(key: str) -> None:
    assert word(key, "zh") != key


def test_other_words_stand_as_they_are() -> None:
    assert word("TOT101", "zh") == "TOT101"
