from __future__ import annotations

import re
from collections import Counter

import pytest
from evaluation import authoring

SOURCES = authoring.sources()
FAMILIES = {"TOT", "RAT", "CHG", "RES", "TIM", "NUM", "EXP", "TAB"}


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_text_and_gold_are_what_the_source_gives(path):
    built = authoring.build(path)
    text = authoring.CORPORA / "text" / f"{built.name}.txt"
    gold = authoring.CORPORA / "gold" / f"{built.name}.json"
    assert text.read_bytes() == built.data, "stale: run `python -m evaluation build`"
    assert gold.read_text(encoding="utf-8") == authoring.encode(built.gold), "stale"


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_no_mark_of_the_source_is_left_in_the_report(path):
    assert not re.search(r"[{}|<>]|===|\+\+\+", authoring.build(path).text)


def test_every_text_has_its_source():
    for folder, ending in (("text", "txt"), ("gold", "json")):
        found = {path.stem for path in (authoring.CORPORA / folder).glob(f"*.{ending}")}
        assert found == {path.stem for path in SOURCES}


def test_the_corpus_is_wide():
    built = [authoring.build(path) for path in SOURCES]
    planted = Counter(fault["family"] for one in built for fault in one.gold["findings"])
    assert len(built) >= 26
    assert sum(len(one.gold["relations"]) for one in built) >= 150
    assert sum(planted.values()) >= 60
    assert set(planted) == FAMILIES
    assert sum(not one.gold["findings"] for one in built) >= 4
    assert all(1000 <= len(one.text) <= 3500 for one in built)
