"""The public names are few, and the reference page lists exactly these."""

from __future__ import annotations

import re

import pytest

import reportparse
from house.measure import ROOT

PAGE = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")


def test_reference_lists_all_names() -> None:
    assert sorted(re.findall(r"^### `(\w+)", PAGE, re.MULTILINE)) == sorted(reportparse.__all__)


def test_names_are_few() -> None:
    assert len(reportparse.__all__) <= 25


@pytest.mark.parametrize("name", sorted(reportparse.__all__))
def test_name_is_there_and_explained(name: str) -> None:
    assert getattr(reportparse, name).__doc__


def test_other_names_raise() -> None:
    with pytest.raises(AttributeError):
        _ = reportparse.no_such_name  # type: ignore[attr-defined]
