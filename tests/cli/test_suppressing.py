"""From the verdicts of a page to a configuration."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from commands import BAD, run
from reportparse.verdicts import SCHEMA

CONFIG = ".reportparse.toml"


def save(folder: Path, *verdicts: tuple[str, str, str]) -> None:
    entries = [
        {"fingerprint": print_, "verdict": verdict, "remark": remark, "code": "TOT901"}
        for print_, verdict, remark in verdicts
    ]
    text = json.dumps({"schema": SCHEMA, "verdicts": entries})
    (folder / "v.json").write_text(text, encoding="utf-8")


def entries(folder: Path) -> list[dict[str, str]]:
    return tomllib.loads((folder / CONFIG).read_text(encoding="utf-8"))["suppress"]


def test_a_dismissed_finding_is_not_shown_again(folder: Path, stand_ins: None) -> None:
    del stand_ins
    found = json.loads(run("check", "bad.txt", "--format", "json").stdout)["findings"]
    save(folder, *((one["fingerprint"], "dismissed", "核实过") for one in found))
    assert run("suppress", "v.json", "-o", CONFIG).exit_code == 0
    checked = run("check", "bad.txt")
    assert checked.exit_code == 0
    assert BAD not in checked.stdout


def test_adds_to_what_is_there_and_keeps_it(folder: Path) -> None:
    (folder / CONFIG).write_text('# 说明\nignore = ["EXP"]\n', encoding="utf-8")
    save(folder, ("aa", "dismissed", "一"), ("bb", "confirmed", "二"))
    assert (
        "新增 1 条忽略，原已有 0 条"
        in run("suppress", "v.json", "-o", CONFIG, "--lang", "zh").stderr
    )
    save(folder, ("aa", "dismissed", "另一理由"), ("cc", "dismissed", "三"))
    assert (
        "1 suppressions added, 1 were there"
        in run("suppress", "v.json", "-o", CONFIG, "--lang", "en").stderr
    )
    assert (folder / CONFIG).read_text(encoding="utf-8").startswith('# 说明\nignore = ["EXP"]\n')
    assert [(one["fingerprint"], one["reason"]) for one in entries(folder)] == [
        ("aa", "一"), ("cc", "三"),
    ]  # fmt: skip


def test_names_what_has_no_reason(folder: Path) -> None:
    save(folder, ("aa", "dismissed", ""), ("bb", "dismissed", "有"))
    done = run("suppress", "v.json", "-o", CONFIG, "--lang", "zh")
    assert "TOT901 aa: 判为不属实而没有写备注" in done.stderr
    assert [one["fingerprint"] for one in entries(folder)] == ["bb"]


def test_prints_where_no_file_is_named(folder: Path) -> None:
    save(folder, ("aa", "dismissed", "理由"))
    assert tomllib.loads(run("suppress", "v.json").stdout)["suppress"][0]["reason"] == "理由"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("none.json", None, "No such file", id="no-file"),
        pytest.param("v.json", "{}", "is no file of verdicts", id="no-verdicts"),
        pytest.param("v.json", "\xff", "is no file of verdicts", id="no-text"),
    ],
)
def test_misuse(folder: Path, name: str, content: str | None, said: str) -> None:
    if content is not None:
        (folder / name).write_bytes(content.encode("latin-1"))
    done = run("suppress", name, "--lang", "en")
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize("config", ["suppress = [", "suppress = []", "suppress = 3"])
def test_a_configuration_that_cannot_be_added_to_stays(folder: Path, config: str) -> None:
    (folder / CONFIG).write_text(config, encoding="utf-8")
    save(folder, ("aa", "dismissed", "理由"))
    done = run("suppress", "v.json", "-o", CONFIG)
    assert done.exit_code == 2
    assert (folder / CONFIG).read_text(encoding="utf-8") == config


def test_a_workbook_that_was_signed_is_read(folder: Path, stand_ins: None) -> None:
    del stand_ins
    run("check", "bad.txt", "-o", "a.xlsx", "--fail-on", "never")
    done = run("suppress", "a.xlsx", "-o", CONFIG, "--lang", "zh")
    assert done.exit_code == 0
    assert "新增 0 条忽略，原已有 0 条" in done.stderr
    (folder / "v.xlsx").write_bytes(b"PK nothing")
    refused = run("suppress", "v.xlsx", "--lang", "zh")
    assert refused.exit_code == 2
    assert "v.xlsx: 不是审核页保存的核查结论，也不是带“问题”表的工作簿" in refused.stderr


def test_what_two_auditors_disagree_on_is_named_and_shown(folder: Path) -> None:
    save(folder, ("aa", "dismissed", "重复"), ("aa", "confirmed", ""), ("bb", "dismissed", "二"))
    done = run("suppress", "v.json", "-o", CONFIG, "--lang", "zh")
    assert "TOT901 aa: 有人判为属实，有人判为不属实，未忽略" in done.stderr
    assert [one["fingerprint"] for one in entries(folder)] == ["bb"]
