"""Words in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from reportparse.findings import Confidence, Severity
from reportparse.quantity import Hedge, Kind
from reportparse.relations import Verdict
from reportparse.render.words import WORDS, word
from reportparse.report import parse
from reportparse.standing import Status


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_are_there(key: str) -> None:
    assert set(WORDS[key]) == {"zh", "en"}
    assert all(WORDS[key].values())


@pytest.mark.parametrize(
    "key",
    [*map(str, (*Severity, *Confidence)),
     *(key for kinds in (Kind, Hedge, Verdict, Status) for key in get_args(kinds))],
)  # fmt: skip
def test_every_word_of_the_schema_has_its_chinese(key: str) -> None:
    assert word(key, "zh") != key


def test_every_role_of_evidence_has_its_chinese() -> None:
    report = parse(
        "一、情况\n受理纠纷250件，化解245件，化解率90%，比上年增长18余件。查处案件65起，其中赌博28起、"
        "其他16起。自6月31日起办结**8**件，见工作方案》。\n三、打算\n明年新增XX件。"
    )
    roles = {one.role for finding in report.findings for one in finding.evidence}
    roles |= {role for relation in report.relations for role, _ in relation.members}
    assert len(roles) > 6
    assert {role for role in roles if word(role, "zh") == role} == set()


def test_other_words_stand_as_they_are() -> None:
    assert word("TOT101", "zh") == "TOT101"
