from __future__ import annotations

from evaluation import gold, unseen
from evaluation.outcomes import Outcome
from evaluation.tables import Tally


def outcome(layer, result):
    return Outcome("mill", layer, 0, result, "", "", "")


def test_what_was_kept_first_stays():
    first = unseen.added([], "mill", [outcome("mark", "miss")])
    again = unseen.added([*first, unseen.Draw({})], "mill", [outcome("mark", "hit")])
    assert again == [unseen.Draw({"mill": {"mark": Tally(0, 1, 0)}}), unseen.Draw({})]


def test_a_report_goes_to_the_last_draw():
    old, new = unseen.Draw({"mill": {"mark": Tally(1, 0, 0)}}), unseen.Draw({}, 4)
    assert unseen.added([old, new], "dam", [outcome("mark", "hit")]) == [
        old,
        unseen.Draw({"dam": {"mark": Tally(1, 0, 0)}}, 4),
    ]


def test_what_is_saved_is_loaded(tmp_path, monkeypatch):
    monkeypatch.setattr(unseen, "KEPT", tmp_path / "unseen.json")
    assert unseen.load() == []
    draws = [
        unseen.Draw({"mill": {"mark": Tally(3, 1, 0)}, "dam": {"value": Tally(1, 0, 2)}}),
        unseen.Draw({"weir": {"mark": Tally(0, 1, 0)}}, 7),
    ]
    unseen.save(draws)
    assert unseen.load() == draws


def test_only_reports_of_the_corpus_are_kept_each_once():
    names = [name for draw in unseen.load() for name in draw.reports]
    assert len(names) == len({*names})
    assert {*names} <= {sample.name for sample in gold.corpora()}
