"""Cue words: what licences a relation, and what forbids one (`data/relations.toml`)."""

from __future__ import annotations

import re

from reportparse.datafiles import load_data


def load_cues() -> dict[str, dict[str, str]]:
    """Return the tables of the data file: group -> word -> example."""
    return load_data("relations.toml")


def words(group: str) -> tuple[str, ...]:
    """Return the words of a group, longest first."""
    return tuple(sorted(load_cues()[group], key=len, reverse=True))


def any_of(*groups: str) -> str:
    """Return a pattern that matches any word of the groups, the longest that fits.

    >>> re.search(any_of("fall"), "同比下降5%").group()
    '下降'
    """
    merged = sorted({word for group in groups for word in words(group)}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in merged) + ")"
