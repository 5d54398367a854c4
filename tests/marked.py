"""Marked text for tests: « and » stand around what a rule must find."""

from __future__ import annotations


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its marks, and the (start, end) of each marked stretch.

    >>> unmark("共«70次»，其中")
    ('共70次，其中', [(1, 4)])
    """
    text: list[str] = []
    spans: list[tuple[int, int]] = []
    opened = 0
    for character in marked:
        if character == "«":
            opened = len(text)
        elif character == "»":
            spans.append((opened, len(text)))
        else:
            text.append(character)
    return "".join(text), spans
