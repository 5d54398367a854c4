"""JSON is set out as the standard library sets it, sign for sign."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.render.indented import indented

#: Keys and texts with what might be taken for a separator.
TEXTS = st.text() | st.sampled_from(["},\n    {", '",\n  "', "{", "[]", "\u2028", "\x00"])
PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
)
DATA = st.recursive(
    PLAIN | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=30,
)


def standard(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({}, id="empty"),
        pytest.param([{}, []], id="empty-inside"),
        pytest.param([{"a": 1, "b": "},\n      {"}, {"a": None}], id="records"),
        pytest.param({"a": {"b": [1, 2]}, "c": []}, id="nested"),
        pytest.param([[{"a": 1.5}], [{"b": True}, 3]], id="lists"),
        pytest.param("第一行\n第二行", id="text"),
    ],
)
def test_is_set_as_by_the_standard_library(value: Any) -> None:
    assert indented(value) == standard(value)


@given(DATA)
def test_any_data_is(value: Any) -> None:
    assert indented(value) == standard(value)


@pytest.mark.parametrize("value", [float("nan"), {"a": float("inf")}], ids=["nan", "inf"])
def test_what_json_has_no_word_for_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        indented(value)
