"""Verdicts of an auditor, and the suppressions that follow from them."""

from __future__ import annotations

import json
import tomllib

import pytest

from reportparse.verdicts import SCHEMA, Verdict, dismissed, from_json, to_toml


def saved(*verdicts: object, schema: str = SCHEMA) -> str:
    return json.dumps({"schema": schema, "verdicts": verdicts}, ensure_ascii=False)


def test_reads_what_a_page_saves() -> None:
    entry = {"fingerprint": "ab", "verdict": "dismissed", "remark": "口径不同", "extra": 1}
    (one,) = from_json(saved(entry, schema=SCHEMA))
    assert one == Verdict("ab", "dismissed", "口径不同")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", "null", "{}", saved(schema="other/1"), saved("word"),
     f'{{"schema": "{SCHEMA}", "verdicts": 3}}'],
)  # fmt: skip
def test_refuses_what_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=SCHEMA):
        from_json(text)


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        pytest.param(Verdict("ab", "dismissed", " 含上年结转 "), "含上年结转", id="dismissed"),
        pytest.param(Verdict("ab", "dismissed", "  "), None, id="no-reason"),
        pytest.param(Verdict("", "dismissed", "理由"), None, id="no-fingerprint"),
        pytest.param(Verdict("ab", "confirmed", "属实"), None, id="confirmed"),
        pytest.param(Verdict("ab", "open", "再核"), None, id="open"),
    ],
)
def test_only_what_was_dismissed_with_a_reason_is_suppressed(verdict, reason) -> None:
    suppression = verdict.suppression
    assert (suppression.reason if suppression else None) == reason


@pytest.mark.parametrize(
    "remark", ['引"号"与\\斜线', "两行\n写成", "尾\x7f\x01符", "'''", "# 不是注", "半\ud800字"]
)
def test_entries_hold_any_remark(remark: str) -> None:
    one = Verdict("ab", "dismissed", remark, "TOT101", "各分项\n]] 合计\x00\x85\u2028[[x]]")
    (entry,) = tomllib.loads(to_toml([one, Verdict("cd", "open")]))["suppress"]
    assert entry["fingerprint"] == "ab"
    assert entry["reason"] == remark.replace("\ud800", "?")


def test_what_is_disputed_stands_apart_and_each_finding_once() -> None:
    first, again = Verdict("a", "dismissed", "一"), Verdict("a", "dismissed", "二")
    disputed = Verdict("b", "dismissed", "三")
    given = (first, Verdict("b", "confirmed"), disputed, Verdict("c", "open"), again)
    assert dismissed(given) == ([again], [disputed])
