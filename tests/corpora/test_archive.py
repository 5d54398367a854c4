"""Made-up archives: the same for the same seed, honest but for what is planted."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from random import Random

import pytest
from corpora.archive.faults import PLANTERS, plant
from corpora.archive.forms import BROKEN, FORMS
from corpora.archive.making import Wish, files_of
from corpora.archive.places import places_of
from corpora.archive.writing import paragraphs_of
from corpora.archive.years import Year, years_of
from evaluation import archives

import reportparse as rp
from paged import pages
from reportparse.archive.compare import compared

SEED = 3
SPAN = range(2020, 2025)
SAID = ("云岭镇2023年工作总结", "一、主要工作", "全年共走访群众36户。")
#: Those that take an archive of many places.
STATISTICAL = {"ARC105", "ARC106"}


def story(number: int) -> list[Year]:
    place = next(islice(places_of(SEED), number, None))
    return list(years_of(place, SPAN, SEED))


def texts(*stories: list[Year]) -> dict[str, str]:
    return {
        f"{year.place.town}{year.year}.txt": "\n".join(paragraphs_of(year, SEED))
        for years in stories
        for year in years
    }


def test_a_seed_makes_one_archive() -> None:
    wish = Wish(60, broken=0.2, twice=0.2)
    first = [(file.name, file.data) for file in files_of(wish)]
    assert first == [(file.name, file.data) for file in files_of(wish)]
    assert first != [(file.name, file.data) for file in files_of(replace(wish, seed=2))]
    assert len({name for name, _ in first}) == len(first)


def test_places_have_names_of_their_own() -> None:
    towns = [place.town for place in places_of(SEED)]
    assert len(set(towns)) == len(towns) > 15_000


def test_there_are_no_more_places_than_names() -> None:
    with pytest.raises(ValueError, match="more years"):
        next(files_of(Wish(200_000, years=2)))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.made.__name__)
def test_each_form_reads_as_the_text_it_was_made_of(form) -> None:
    report = rp.read(form.made(SAID), f"report.{form.suffix}")
    assert [claim.quantity.text for claim in report.claims] == ["36户"]
    assert (report.title, report.year) == (SAID[0], 2023)


@pytest.mark.parametrize("way", BROKEN)
def test_each_broken_file_is_refused(way: str) -> None:
    suffix, made = BROKEN[way]
    with pytest.raises(rp.UnreadableSource):
        rp.read(made(SAID, Random(SEED)), f"report.{suffix}")


def test_honest_years_are_silent() -> None:
    stories = [story(number) for number in range(6)]
    assert [one.message for one in compared(pages(texts(*stories)))] == []


@pytest.mark.parametrize("code", sorted(PLANTERS.keys() - STATISTICAL))
def test_a_planted_fault_is_found(code: str) -> None:
    years, neighbour = story(1), story(0)
    planted = plant(code, years, neighbour, Random(SEED))
    assert planted is not None
    found = compared(pages(texts(years, neighbour)))
    assert (code, planted.year) in {(one.code, one.year) for one in found}


@pytest.mark.parametrize("code", sorted(STATISTICAL))
def test_a_planted_outlier_is_far_off(code: str) -> None:
    years, honest = story(1), story(1)
    planted = plant(code, years, story(0), Random(SEED))
    assert planted is not None
    at = planted.year - SPAN.start
    told = years[at].lines[planted.topic].value
    assert told >= 9 * honest[at].lines[planted.topic].value


def test_scores_count_what_was_planted_and_what_was_not() -> None:
    fault = {"code": "ARC101", "other": None, "topic": "aid"}
    gold = [
        {"report": f"{place}{year}", "place": place, "year": year, "faults": []}
        for place in (1, 2)
        for year in (2020, 2021)
    ]
    gold[1]["faults"] = [fault]
    score = archives.score(gold, ())
    assert (score.planted, score.found) == (Counter(ARC101=1), Counter())
    assert (score.pairs, score.alarms) == (1, Counter())
    assert "| all | 1 | 0 | 0.000 | 0 |" in archives.table(score)
