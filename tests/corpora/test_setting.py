from __future__ import annotations

from dataclasses import replace

import pytest
from evaluation.setting import PLAIN, SETTINGS, Setting

SENTENCE = "全镇调处纠纷198件，办结率98.5%（含信访）。"


@pytest.mark.parametrize(
    ("setting", "lines"),
    [
        (PLAIN, ["　　全镇调处纠纷19", "8件，办结率98.5", "%（含信访）。"]),
        (replace(PLAIN, indent=""), ["全镇调处纠纷198件", "，办结率98.5%（", "含信访）。"]),
        (
            replace(PLAIN, punctuation="carried"),
            ["　　全镇调处纠纷19", "8件，办结率98.", "5%（含信访）。"],
        ),
        (
            replace(PLAIN, indent="", punctuation="carried"),
            ["全镇调处纠纷198", "件，办结率98.5%", "（含信访）。"],
        ),
        (
            replace(PLAIN, punctuation="carried", whole=True),
            ["　　全镇调处纠纷", "198件，办结率", "98.5%（含信", "访）。"],
        ),
        (
            replace(PLAIN, indent="", punctuation="hung"),
            ["全镇调处纠纷198件，", "办结率98.5%（含", "信访）。"],
        ),
        (
            replace(PLAIN, by_columns=True),
            ["　　全镇调处纠纷198", "件，办结率98.5%（含", "信访）。"],
        ),
    ],
    ids=["anywhere", "flush", "carried", "carried-flush", "whole", "hung", "columns"],
)
def test_broken(setting: Setting, lines: list[str]) -> None:
    assert list(replace(setting, width=10).broken(SENTENCE)) == lines


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_no_character_is_lost(setting: Setting) -> None:
    text = replace(setting, page="").set([SENTENCE * 5, "甲\t1", SENTENCE])
    assert "".join(text.split()) == SENTENCE * 5 + "甲1" + SENTENCE
    assert f"{setting.end}甲\t1{setting.end}" in text


def test_pages_have_numbers() -> None:
    text = replace(PLAIN, indent="", width=10, page="- {} -", lines=2).set([SENTENCE])
    pages = [line for line in text.splitlines() if line.startswith("- ")]
    assert pages == ["- 1 -", "- 2 -"]
