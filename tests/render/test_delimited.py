"""CSV that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from factory import TEXT
from reportparse.render.delimited import guarded, to_csv
from reportparse.report import parse


@pytest.mark.parametrize("text", ["=1+1", "+1", "-3.5%", "@SUM(A1)", "\tx", "\rx"])
def test_formulas_are_made_harmless(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("cell", ["198件", "a=b", "", None, -3, 2.5], ids=repr)
def test_the_rest_stands_as_it_is(cell: object) -> None:
    assert guarded(cell) is cell


def test_numbers_stay_numbers() -> None:
    frame = pd.DataFrame({"text": pd.Series(["-5%"], dtype=object), "value": [-5.0]})
    assert to_csv(frame) == "text,value\n'-5%,-5.0\n"


def test_rows_come_back() -> None:
    frame = parse(TEXT).to_frame()
    rows = list(csv.DictReader(io.StringIO(to_csv(frame))))
    assert [row["claim_id"] for row in rows] == frame["claim_id"].tolist()
    assert rows[0]["measure"] == "讲座"
