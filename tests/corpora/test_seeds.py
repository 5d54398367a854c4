"""Every target has seeds of its kind, and all of them can be read."""

from __future__ import annotations

import pytest
from evaluation import seeds

import reportparse as rp
from reportparse.reading.bundle import members
from reportparse.reading.formats import format_of

KINDS = {"doc": {"rtf", "odt"}, "html": {"html", "mhtml"}, "parse": {"text"}}


@pytest.mark.parametrize("target", seeds.SEEDS)
def test_seeds_are_of_their_kind(target: str) -> None:
    made = list(seeds.of(target))
    assert {format_of(data) for data in made} == KINDS.get(target, {target})
    assert len(set(made)) == len(made)


@pytest.mark.parametrize("target", ["docx", "html", "ofd", "pdf", "text"])
def test_seeds_are_read(target: str) -> None:
    assert all(rp.read(data).document.text for data in list(seeds.of(target))[:6])


def test_bundles_are_opened() -> None:
    found = [member for data in seeds.of("zip") for member in members(data)]
    assert [member.error for member in found] == [None] * len(found)
    assert {"总结.txt", "镇/年报.docx", "丙.pdf", "丁.txt"} <= {member.name for member in found}
