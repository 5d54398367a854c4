from __future__ import annotations

import copy

import pytest
from evaluation import compare, gold, scoring, tables
from evaluation.outcomes import Page, sentence

KINDS = {"inline": "item"}


def perfect(sample):
    """Return what a library without faults would say of a report."""
    text = authored(sample)
    rows = [(place, row) for place, row in enumerate(sample.gold["quantities"])
            if not row.get("article")]  # fmt: skip
    return {
        "text": text,
        "meta": dict(sample.gold["meta"]),
        "sections": [
            {"start": row["at"], "mark": row["mark"], "ordinal": row["ordinal"],
             "kind": KINDS.get(row["level"], row["level"])}
            for row in sample.gold["outline"] if not row.get("optional")
        ],
        "quantities": [
            {"id": f"q{place}", "start": row["at"], "end": row["at"] + len(row["num"]),
             "num_start": row["at"], "text": row["text"], "unit": row["unit"], "kind": row["kind"],
             "low": row["low"], "high": row["high"]}
            for place, row in rows
        ],
        "claims": [
            {"id": f"c{place}", "quantity": f"q{place}", "measure": row["measure"],
             "status": row["status"], "indicator": row.get("indicator", ""),
             **dict(zip(("period_start", "period_end"), row.get("period", ()), strict=False))}
            for place, row in rows
        ],
        "relations": [
            {"kind": row["type"], "formula": row["formula"],
             "verdict": "holds" if row["holds"] else "fails",
             "members": [{"role": "", "claim": f"c{place}"} for place in row["members"]]}
            for row in sample.gold["relations"]
        ],
        "findings": [
            {"code": f"{row['family']}101", "severity": "error", "confidence": "high",
             "message": "", "evidence": [],
             "start": row["at"], "end": row["at"] + 1}
            for row in sample.gold["findings"]
        ],
    }  # fmt: skip


def authored(sample):
    data = sample.path.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030")


@pytest.fixture(params=gold.corpora(), ids=lambda sample: sample.name)
def sample(request):
    return request.param


@pytest.fixture
def one():
    return next(one for one in gold.corpora() if one.gold["findings"] and one.gold["relations"])


def counted(sample, said):
    return tables.tallies(scoring.score(Page(sample.name, sample.gold, said)))


def test_a_library_without_faults_has_full_marks(sample):
    for layer, tally in counted(sample, perfect(sample)).items():
        assert (layer, tally.miss, tally.extra) == (layer, 0, 0)


def _first_labelled(said):
    return next(claim for claim in said["claims"] if claim["indicator"])


SPOILT = {
    "mark": lambda said: said["sections"].pop(),
    "outline": lambda said: said["sections"][0].update(ordinal=9),
    "quantity": lambda said: said["quantities"].pop(0),
    "value": lambda said: said["quantities"][0].update(high=10**9),
    "unit": lambda said: said["quantities"][0].update(unit="只"),
    "measure": lambda said: said["claims"][0].update(measure="别的东西"),
    "status": lambda said: said["claims"][0].update(status="normative"),
    "indicator": lambda said: _first_labelled(said).update(indicator=""),
    "relation": lambda said: said["relations"].pop(0),
    "verdict": lambda said: said["relations"][0].update(verdict="untestable"),
    "finding": lambda said: said["findings"].clear(),
}


@pytest.mark.parametrize(("layer", "spoil"), SPOILT.items(), ids=SPOILT)
def test_each_fault_costs_its_layer(one, layer, spoil):
    said = copy.deepcopy(perfect(one))
    if layer == "quantity":
        said["relations"].clear()
        said["claims"].pop(0)
    spoil(said)
    assert counted(one, said)[layer].miss == (
        len(one.gold["findings"]) if layer == "finding" else 1
    )


def test_what_is_no_figure_is_a_trap_taken(one):
    said = perfect(one)
    extra = {"id": "x", "start": 0, "end": 1, "num_start": 0, "text": "", "kind": ""}
    said["quantities"].append({**extra, "unit": "", "low": 1, "high": 1})
    tally = counted(one, said)
    assert (tally["trap"].extra, tally["quantity"].extra) == (1, 1)


def test_an_error_where_nothing_was_planted_is_a_false_alarm(one):
    said = perfect(one)
    wrong = {"code": "RAT101", "message": "", "evidence": [], "start": 0, "end": 1,
             "confidence": "high"}  # fmt: skip
    said["findings"] += [{**wrong, "severity": severity} for severity in ("error", "note")]
    assert counted(one, said)["false alarm"].extra == 1


def test_gains_and_losses_name_their_sentence(one):
    before = perfect(one)
    after = copy.deepcopy(before)
    after["claims"][0]["measure"] = "别的东西"
    runs = [scoring.score(Page(one.name, one.gold, said)) for said in (before, after)]
    lost = list(compare.changes(*runs))
    assert {change.after.layer for change in lost} == {
        "measure",
        "measure, exact",
        "measure, touching",
    }
    assert not any(change.gained for change in lost)
    assert all(change.gained for change in compare.changes(*reversed(runs)))
    assert "别的东西" in str(lost[0])


def test_a_run_can_be_kept(one, tmp_path):
    outcomes = scoring.score(Page(one.name, one.gold, perfect(one)))
    compare.save(tmp_path / "run.json", outcomes)
    assert compare.load(tmp_path / "run.json") == outcomes


def test_a_sentence_is_shown_on_one_line():
    assert sentence("第一句。第二\n句有3个，\n还有4个。完", 8) == "句有3个，"


def test_tables_line_up():
    shown = tables.aligned("| 名 | b |\n|---|---|\n| aaa | 10 |")
    assert shown.split("\n") == ["名    b", "aaa  10"]
