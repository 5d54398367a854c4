from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from evaluation import wraps
from evaluation.gold import ROOT
from evaluation.setting import SETTINGS, Setting
from evaluation.tables import aligned

import reportparse as rp

TEXTS = sorted((ROOT / "corpora" / "text").glob("*.txt"))


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_broken_reports_read_the_same(setting: Setting) -> None:
    draw = Random(setting.name)
    # Tables are not broken into lines, but pages break them.
    plain = [path for path in TEXTS if "\t" not in path.read_text("utf-8", "replace")]
    (tally,) = wraps.measure(draw.sample(plain, 2), [setting])
    assert tally.texts == 2 * len(wraps.WIDTHS)
    assert tally.same["quantities"] == tally.same["relations"] == tally.texts
    # A blank to be filled in (____) may be broken in two: it is found, a stroke shorter.
    assert [one for one in tally.new if "RAT102" not in one and "__" not in one] == []


def test_tally(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("全镇调处纠纷198件。\n\n其中邻里纠纷18件。", "utf-8")
    assert wraps.paragraphs_of(report) == ("全镇调处纠纷198件。", "其中邻里纠纷18件。")
    meant = wraps.things(rp.parse("全镇调处纠纷198件。"))
    got = wraps.things(rp.parse("全镇调处纠纷199件。"))
    tally = wraps.Tally("plain")
    tally.add("report", meant, meant)
    tally.add("report", meant, {**got, "findings": (("TOT101",),)})
    assert (tally.same["paragraphs"], tally.same["relations"]) == (1, 2)
    assert tally.new == ["report: ('TOT101',)"]
    assert tally.lost == []
    row = wraps.table([tally]).splitlines()[-1]
    assert row == "| plain | 2 | 0.500 | 0.500 | 1.000 | 0.500 | 1 | 0 |"
    assert "1.000" in aligned(wraps.table([tally]))
