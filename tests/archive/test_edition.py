"""What read a source."""

from __future__ import annotations

import pytest

from reportparse.archive import edition


def test_rules_have_one_digest() -> None:
    assert edition.rules() == edition.rules.__wrapped__()
    assert len(edition.rules()) == 16


def test_programs_are_those_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition.shutil, "which", lambda name: name if name == "soffice" else None)
    monkeypatch.setattr(edition.importlib.util, "find_spec", lambda _: None)
    assert edition.programs() == "soffice"
