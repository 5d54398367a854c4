"""Changes to the wording of a report: of every kind, drawn from a seed, and of any bytes."""

from __future__ import annotations

from random import Random

import pytest
from evaluation.wording import CHANGES, reworded

TEXT = "一、办结46件，其中窗口办结30件、网上办结16件。\n群众满意率98.5%。"


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_changes_some(change) -> None:
    assert any(change(TEXT, Random(at)) != TEXT for at in range(20))
    assert all(isinstance(change("", Random(at)), str) for at in range(20))


def test_the_same_seed_gives_the_same_wording() -> None:
    made = [reworded(TEXT.encode(), Random(at)) for at in range(40)]
    assert made == [reworded(TEXT.encode(), Random(at)) for at in range(40)]
    assert len(set(made)) > 30


def test_what_is_no_text_stays_bytes() -> None:
    assert all(isinstance(reworded(b"\xff\xfe12", Random(at)), bytes) for at in range(20))
