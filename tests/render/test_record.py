"""Plain data: the schema holds, ids refer, numbers are plain."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

import reportparse as rp
from factory import TEXT, audited
from house.measure import ROOT
from recognised import recognised
from reportparse.render import record

SCHEMA = json.loads(
    (ROOT / "docs" / "reference" / "reportparse-1.schema.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return audited().to_dict()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT, id="report"),
        pytest.param("", id="empty"),
        pytest.param(
            "投入约1.25亿元，增长18余次，覆盖率达99.5％以上，几十户、三分之二。", id="figures"
        ),
        pytest.param("\ud800共3件\x00", id="broken-characters"),
    ],
)
def test_follows_the_schema(text: str) -> None:
    written = rp.parse(text).to_json()
    assert written.encode("utf-8")
    jsonschema.validate(json.loads(written), SCHEMA)


def test_findings_follow_the_schema(data: dict[str, Any]) -> None:
    jsonschema.validate(data, SCHEMA)
    assert data["findings"][0]["code"] == "TOT101"


@pytest.mark.parametrize("key", SCHEMA["required"])
def test_has_each_part_in_order(key: str, data: dict[str, Any]) -> None:
    assert list(data).index(key) == SCHEMA["required"].index(key)


@pytest.mark.parametrize("key", ["sections", "quantities", "claims", "relations", "findings"])
def test_fields_stand_in_the_order_of_the_schema(key: str, data: dict[str, Any]) -> None:
    assert list(data[key][0]) == SCHEMA["properties"][key]["items"]["required"]


def test_ids_refer(data: dict[str, Any]) -> None:
    ids = {key: {one["id"] for one in data[key]} for key in ("sections", "quantities", "claims")}
    assert {one["quantity"] for one in data["claims"]} == ids["quantities"]
    assert {one["section"] for one in data["claims"]} - {None} <= ids["sections"]
    assert {one["parent"] for one in data["sections"]} - {None} <= ids["sections"]
    members = {member["claim"] for one in data["relations"] for member in one["members"]}
    assert members <= ids["claims"]


def test_offsets_lead_into_the_text(data: dict[str, Any]) -> None:
    for one in data["quantities"]:
        assert data["text"][one["start"] : one["end"]] == one["text"]
        assert one["start"] <= one["num_start"] < one["num_end"] <= one["end"]
    for one in data["sections"]:
        assert data["text"][one["start"] :].startswith(one["mark"])


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal(198), "198"),
        (Decimal("1.2E+4"), "12000"),
        (Decimal("94.90"), "94.9"),
        (Decimal("0.1"), "0.1"),
        (Decimal("-3.50"), "-3.5"),
        (Decimal("237.08"), "237.08"),
        (None, "null"),
    ],
    ids=str,
)
def test_numbers_are_plain(value: Decimal | None, written: str) -> None:
    assert json.dumps(record.number(value)) == written


def test_dates_are_iso() -> None:
    data = rp.parse("2022年3月调解纠纷3件。").to_dict()
    assert data["claims"][0]["period_start"] == "2022-03-01"
    assert data["claims"][0]["period_end"] == "2022-03-31"


def test_figures_that_may_be_misread_are_remarked_on() -> None:
    report = recognised("全年调解纠纷36件，走访农户120户。", {"36": 0.4})
    data = report.to_dict()
    jsonschema.validate(data, SCHEMA)
    assert data["source"]["quality"] == "ocr"
    assert data["source"]["remarks"] == [
        {"code": "doubtful", "message": "Read with confidence 0.40: 36件", "start": 6, "end": 9}
    ]
