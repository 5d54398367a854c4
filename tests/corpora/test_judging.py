from __future__ import annotations

import pytest
from evaluation import gold, judging

import reportparse as rp

HEAD = "report start end measure status period measure_is meant status_is period_is error".split()  # noqa: SIM905
FILES = judging.tables()
FINDINGS = [path for path in judging.JUDGED.glob("*.tsv") if path not in FILES]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_verdicts_are_kept_without_sentences(path):
    verdicts = judging.load(path)
    assert verdicts
    for one in verdicts:
        assert {one.measure_is, one.status_is, one.period_is} <= {"right", "wrong", "arguable", ""}
        assert one.start < one.end
        assert "。" not in one.measure + one.meant


@pytest.mark.parametrize("path", FINDINGS, ids=[path.stem for path in FINDINGS])
def test_every_finding_has_a_verdict_and_why(path):
    head, *rows = path.read_text("utf-8").splitlines()
    assert head.split("\t") == ["report", "code", "start", "end", "verdict", "why"]
    for _, _, start, end, verdict, why in (row.split("\t") for row in rows):
        assert int(start) < int(end)
        assert verdict in {"right", "wrong", "arguable"}
        assert why


def test_what_is_saved_is_read_again(tmp_path):
    one = judging.Verdict("a", 3, 5, "", "actual", "..", "", "prior ..", "wrong", "right", "由…到")
    judging.save(tmp_path / "one.tsv", [one])
    assert (tmp_path / "one.tsv").read_text("utf-8").splitlines()[0].split("\t") == HEAD
    assert judging.load(tmp_path / "one.tsv") == [one]


def test_shares_count_what_was_judged():
    right = judging.Verdict("a", 1, 2, "", "actual", "..", "", "", "right", "right", "")
    wrong = judging.Verdict("a", 1, 2, "", "actual", "..", "", "prior ..", "wrong", "right", "")
    assert judging.shares([right, wrong]) == {"status": 0.5, "period": 1.0}


@pytest.mark.parametrize(
    ("text", "stood"),
    [
        ("2023年调解9件。", "actual 2023-01-01..2023-12-31"),
        ("截至2023年6月底，调解9件。", "actual ..2023-06-30"),
        ("调解9件。", "actual .."),
    ],
)
def test_how_a_figure_stands(text, stood):
    assert judging.stood(rp.parse(text).claims[0]) == stood


def test_status_and_days_of_figures_judged_in_real_reports(shared):
    assert (shared / "reports").is_dir()
    rows = list(judging.standing(judging.load(judging.JUDGED / "status-2026.tsv")))
    assert sum(right for *_, right in rows) >= 0.95 * len(rows) > 0


@pytest.mark.parametrize("name", ["measures-2026", "measures-2026-fresh"])
def test_measures_of_figures_judged_in_real_reports(shared, name):
    assert (shared / "reports").is_dir()
    rows = list(judging.today(judging.load(judging.JUDGED / f"{name}.tsv")))
    assert sum(right for *_, right in rows) >= 0.9 * len(rows) > 0


def test_the_draw_is_fixed_by_its_seed_and_kept_in_order():
    paths = [sample.path for sample in gold.corpora()[:2]]
    drawn = list(judging.draw(paths, 5, seed=3))
    assert [claim.id for _, claim, _ in drawn] == [
        claim.id for _, claim, _ in judging.draw(paths, 5, seed=3)
    ]
    places = [claim.quantity.at for path, claim, _ in drawn if path == paths[0]]
    assert places == sorted(places)
    assert all("«" in shown for *_, shown in drawn)
