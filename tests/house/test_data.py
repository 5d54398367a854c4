"""Every entry of a data file shows an example. That the examples work is tested by the owners."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from house.measure import PACKAGE

FILES = sorted((PACKAGE / "data").rglob("*.toml"))


def leaves(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield word and text of every `word = "text"` at any depth."""
    for key, value in table.items():
        if isinstance(value, dict) and value.get("examples"):
            continue  # an entry of many keys, with examples of its own
        if isinstance(value, dict):
            yield from leaves(value)
        elif isinstance(value, str):
            yield key, value


def bare(table: dict[str, Any], name: str = "") -> Iterator[str]:
    """Yield the words that no example in the file shows at work.

    An entry is `word = "example with the word"` in one table at least, or `word = "other word"`
    where it stands for another, or a table with a key `example`.
    """
    pairs = list(leaves(table))
    words = {word for word, _ in pairs}
    shown = {word for word, text in pairs if word in text or text in words}
    yield from sorted(words - shown - {"example", "examples"})
    for key, value in table.items():
        for place, entry in enumerate(value if isinstance(value, list) else ()):
            if isinstance(entry, dict) and not (entry.get("example") or entry.get("examples")):
                yield f"{name}{key}[{place}]"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_word_is_shown_in_an_example(path: Path) -> None:
    assert not list(bare(tomllib.loads(path.read_text(encoding="utf-8"))))


def test_a_word_without_an_example_is_named() -> None:
    assert list(bare({"count": {"件": "调解198件", "起": "纠纷"}})) == ["起"]
