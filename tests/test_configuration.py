"""Configuration files: found upwards, read strictly, and every mistake named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportparse import configuration
from reportparse.configuration import Configuration, configuration_near, load
from reportparse.errors import BadConfiguration
from reportparse.report import parse
from reportparse.sifting import Gap
from reportparse.suppression import Suppression

FULL = """\
select = ["TOT", "rat101"]
ignore = ["TOT190"]
persona = "pedantic"
fail-on = "warning"
min-gap = "1%"

[[suppress]]
code = "TOT101"
section = "一、工作情况"
file = "2031/*.txt"
reason = "进厂含上年结转"

[[suppress]]
fingerprint = "0123456789abcdef"
reason = "与统计局核实过"
"""


def loaded(text: str, folder: Path) -> Configuration:
    path = folder / configuration.NAME
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_every_key_is_read(tmp_path: Path) -> None:
    assert loaded(FULL, tmp_path) == Configuration(
        ("TOT", "RAT101"),
        ("TOT190",),
        "pedantic",
        "warning",
        Gap(Decimal("0.01"), relative=True),
        (
            Suppression("进厂含上年结转", "", "TOT101", "一、工作情况", "2031/*.txt"),
            Suppression("与统计局核实过", "0123456789abcdef"),
        ),
    )


def test_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert loaded("", tmp_path) == Configuration()


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        pytest.param('selects = ["TOT"]', "selects", "no such key (select?)", id="misspelt"),
        pytest.param("colour = 1", "colour", "no such key", id="unknown"),
        pytest.param('fail_on = "error"', "fail_on", "no such key (fail-on?)", id="underscore"),
        pytest.param('select = "TOT"', "select", "must be codes", id="no-list"),
        pytest.param('select = ["TAX"]', "select", "must be codes", id="no-such-code"),
        pytest.param("ignore = [1]", "ignore", "must be codes", id="number-for-a-code"),
        pytest.param('persona = "boss"', "persona", '"pedantic" or "auditor"', id="persona"),
        pytest.param('fail-on = "note"', "fail-on", '"warning" or "never"', id="fail-on"),
        pytest.param('min-gap = "much"', "min-gap", "a number or a share", id="gap"),
        pytest.param("min-gap = -1", "min-gap", "a number or a share", id="gap-below-zero"),
        pytest.param("min-gap = true", "min-gap", "a number or a share", id="gap-is-true"),
        pytest.param("suppress = 1", "suppress", "tables [[suppress]]", id="no-tables"),
        pytest.param('suppress = ["a"]', "suppress", "tables [[suppress]]", id="list-of-texts"),
        pytest.param(
            '[[suppress]]\nfingerprint = "a"\nreason = "b"\n[[suppress]]\nprint = "a"',
            "suppress[2].print", "no such key (fingerprint?)", id="misspelt-in-a-suppression",
        ),
        pytest.param(
            '[[suppress]]\nfingerprint = "0123"', "suppress[1]", "needs a reason", id="no-reason"
        ),
        pytest.param(
            '[[suppress]]\nfingerprint = "0123"\nreason = " "', "suppress[1]", "needs a reason",
            id="blank-reason",
        ),
        pytest.param(
            '[[suppress]]\ncode = "TOT101"\nreason = "a"', "suppress[1]",
            "needs a fingerprint, or a code and a section", id="code-without-section",
        ),
        pytest.param(
            '[[suppress]]\ncode = "TAX101"\nsection = "一、"\nreason = "a"', "suppress[1].code",
            "must be codes", id="code-of-no-check",
        ),
        pytest.param(
            '[[suppress]]\ncode = 101\nsection = "一、"\nreason = "a"', "suppress[1].code",
            "must be a text", id="code-is-a-number",
        ),
        pytest.param("select = [", "", "cannot be parsed", id="no-toml"),
    ],
)  # fmt: skip
def test_mistake_is_named_with_file_and_key(
    text: str, key: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(BadConfiguration) as caught:
        loaded(text, tmp_path)
    assert (caught.value.name, caught.value.key) == (str(tmp_path / configuration.NAME), key)
    assert said in str(caught.value)
    assert str(caught.value).count("\n") == 0
    assert caught.value.message("zh") != caught.value.message("en")


@pytest.mark.parametrize("written", [None, b"\xff\xfe\x00"], ids=["missing", "not-utf-8"])
def test_file_that_cannot_be_read_is_named(written: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    if written is not None:
        path.write_bytes(written)
    with pytest.raises(BadConfiguration, match=r"own\.toml"):
        load(path)


def test_nearest_file_upwards_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "2031" / "镇"
    inner.mkdir(parents=True)
    assert configuration_near(inner / "a.txt") is None
    (tmp_path / configuration.NAME).touch()
    assert configuration_near(inner / "a.txt") == tmp_path / configuration.NAME
    (inner / configuration.NAME).touch()
    assert configuration_near(inner / "a.txt") == inner / configuration.NAME
    assert configuration_near(inner) == inner / configuration.NAME


def test_audits_as_it_says() -> None:
    text = "一、工作情况\n举办讲座41场，其中进村18场、进校15场、进厂10场。走访农户37余户。"
    report = parse(text)
    by = Configuration(suppress=(Suppression("核实过", "", "TOT", "一、工作情况"),))
    audit = by.audit(report)
    assert {one.finding.code: one.why for one in audit.withheld} == {
        "TOT101": "suppressed", "EXP101": "persona",
    }  # fmt: skip
    assert {one.code for one in Configuration(("EXP",), persona="pedantic").audit(report).findings}


def test_names_are_seen_from_the_folder_of_the_file(tmp_path: Path) -> None:
    by = loaded("", tmp_path)
    assert by.relative(str(tmp_path / "2031" / "a.txt")) == "2031/a.txt"
    assert Configuration().relative("2031/a.txt") == "2031/a.txt"


@pytest.mark.parametrize(
    ("by", "runs"),
    [
        (Configuration(), True),
        (Configuration(select=("TOT",)), True),
        (Configuration(select=("NUM",)), False),
        (Configuration(ignore=("TOT101",)), False),
        (Configuration(ignore=("TOT102",)), True),
    ],
    ids=["all", "family", "other-family", "ignored", "another-ignored"],
)
def test_suppression_counts_only_where_its_check_runs(by: Configuration, runs: bool) -> None:
    assert by.runs(Suppression("核实过", "", "TOT101", "一、")) == runs
