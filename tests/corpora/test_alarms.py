"""What real reports meet without being asked: all of it judged, nothing of it wrong."""

from __future__ import annotations

from evaluation import alarms

ONE = alarms.Alarm("a", "TOT101", 3, 5)
OTHER = alarms.Alarm("b", "RES101", 7, 9)


def test_every_alarm_of_real_reports_is_judged_and_none_is_wrong(shared):
    assert (shared / "reports").is_dir()
    now = list(alarms.shown())
    verdicts = alarms.judged()
    counts = alarms.standing(verdicts, now)
    assert [one for one in now if one not in verdicts] == []
    assert counts[alarms.WRONG] == 0
    assert alarms.lost(verdicts, now) == []


def test_alarms_are_counted_by_verdict():
    assert alarms.standing({ONE: "right"}, [ONE, OTHER]) == {"right": 1, "": 1}


def test_what_was_right_and_is_shown_no_longer():
    assert alarms.lost({ONE: "right", OTHER: "wrong"}, []) == [ONE]
