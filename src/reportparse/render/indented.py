"""JSON set out line by line as `json.dumps(…, indent=2)` sets it, at the speed of compact JSON.

The standard library indents in Python, value by value. Here plain records, which most of a report
are, are written by its compiled encoder with line breaks for separators.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, Final

#: What makes a record more than a line for each field.
NESTED: Final = frozenset({dict, list})

Encoder = Callable[[Any], str]


def indented(value: Any, depth: int = 0) -> str:  # noqa: ANN401 - any plain data
    """Write plain data, each field on a line of its own.

    >>> print(indented({"a": 1, "b": [{"c": None}]}))
    {
      "a": 1,
      "b": [
        {
          "c": null
        }
      ]
    }
    """
    if not value or type(value) not in NESTED:
        return _scalar(value)
    outer, inner = _margin(depth), _margin(depth + 1)
    if _is_plain(value):
        line = _encoder(inner)(value)
        return line[0] + inner + line[1:-1] + outer + line[-1]
    if isinstance(value, dict):
        fields = (f"{_key(key)}: {indented(one, depth + 1)}" for key, one in value.items())
        return "{" + inner + ("," + inner).join(fields) + outer + "}"
    return "[" + inner + _items(value, depth + 1) + outer + "]"


def _items(values: list[Any], depth: int) -> str:
    """Write the items of a list; plain records go to the encoder all at once."""
    margin, inner = _margin(depth), _margin(depth + 1)
    if not all(isinstance(one, dict) and one and _is_plain(one) for one in values):
        return ("," + margin).join(indented(one, depth) for one in values)
    # A line break stands in no string of JSON, so that it tells where a record ends.
    records = _encoder(inner)(values)[2:-2]
    between = f"{margin}}},{margin}{{{inner}"
    return "{" + inner + records.replace(f"}},{inner}{{", between) + margin + "}"


def _is_plain(value: dict[str, Any] | list[Any]) -> bool:
    """Tell a record or list that holds neither records nor lists."""
    return NESTED.isdisjoint(map(type, value.values() if isinstance(value, dict) else value))


@lru_cache(maxsize=256)
def _key(key: str) -> str:
    return _encoder("")(key)


def _scalar(value: Any) -> str:  # noqa: ANN401 - a text, a number, true, false, null, [] or {}
    """Write what stands on one line; most of it needs no encoder, which takes long to set up."""
    if value is None:
        return "null"
    return str(value) if type(value) is int else _encoder("")(value)


def _margin(depth: int) -> str:
    return "\n" + "  " * depth


@cache
def _encoder(separator: str) -> Encoder:
    """Return the encoder that puts a comma and some white space between items."""
    chosen = json.JSONEncoder(
        ensure_ascii=False, allow_nan=False, separators=("," + separator, ": ")
    )
    return chosen.encode
