from __future__ import annotations

import json

import pytest
from evaluation import gold, runs, tables

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def counted():
    outcomes = [one for sample in gold.corpora() for one in runs.score(sample)]
    return tables.tallies(outcomes)


FLOOR = json.loads(runs.FLOOR.read_text(encoding="utf-8"))


@pytest.mark.parametrize("layer", FLOOR["scores"])
def test_no_score_falls_below_its_floor(counted, layer):
    assert runs.measured(counted)[layer] >= FLOOR["scores"][layer], "see `make gains`"


def test_no_more_false_alarms_than_there_were(counted):
    assert counted.get("false alarm", tables.Tally(0, 0, 0)).extra <= FLOOR["false_alarms"]


def test_the_page_on_quality_shows_scores():
    page = runs.PAGE.read_text(encoding="utf-8")
    assert page.index(runs.BEGIN) < page.index("planted faults found") < page.index(runs.END)
