from __future__ import annotations

from evaluation import gold, unseen
from evaluation.outcomes import Outcome
from evaluation.tables import Tally


def outcome(layer, result):
    return Outcome("mill", layer, 0, result, "", "", "")


def test_what_was_kept_first_stays():
    first = unseen.added({}, "mill", [outcome("mark", "miss")])
    again = unseen.added(first, "mill", [outcome("mark", "hit")])
    assert again["mill"] == {"mark": Tally(0, 1, 0)}


def test_what_is_saved_is_loaded(tmp_path, monkeypatch):
    monkeypatch.setattr(unseen, "KEPT", tmp_path / "unseen.json")
    assert unseen.load() == {}
    unseen.save({"mill": {"mark": Tally(3, 1, 0)}, "dam": {"value": Tally(1, 0, 2)}})
    assert unseen.load() == {"dam": {"value": Tally(1, 0, 2)}, "mill": {"mark": Tally(3, 1, 0)}}


def test_only_reports_of_the_corpus_are_kept():
    assert set(unseen.load()) <= {sample.name for sample in gold.corpora()}
