"""Which configuration holds for which report, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import BAD, run

CONFIG = ".reportparse.toml"
SECTION = '[[suppress]]\ncode = "TOT901"\nsection = "一、情况"\nreason = "核实过"\n'


@pytest.fixture(autouse=True)
def reports(folder: Path, stand_ins: None) -> Path:
    del stand_ins
    (folder / "town").mkdir()
    (folder / "town" / "a.txt").write_text(f"一、情况\n共有{BAD}3件。", encoding="utf-8")
    return folder


def configured(folder: Path, text: str) -> None:
    (folder / CONFIG).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        pytest.param("", "bad.txt", 1, id="empty"),
        pytest.param('ignore = ["TOT"]', "bad.txt", 0, id="ignored"),
        pytest.param('ignore = ["TOT"]', "town/a.txt", 0, id="found-upwards"),
        pytest.param('ignore = ["TOT"]', "bad.txt --ignore EXP", 1, id="option-overrules"),
        pytest.param('fail-on = "never"', "bad.txt", 0, id="fail-on"),
        pytest.param('fail-on = "never"', "bad.txt --fail-on error", 1, id="fail-on-overruled"),
        pytest.param('fail-on = "warning"', "odd.txt", 1, id="fail-on-warning"),
        pytest.param('select = ["TOT"]', "bad.txt --ignore TOT", 2, id="no-check-is-left"),
        pytest.param("", "bad.txt --select TOT --ignore TOT901", 2, id="select-and-ignore"),
        pytest.param("", "bad.txt --select TOT9", 1, id="beginning-of-a-code"),
        pytest.param('selct = ["TOT"]', "bad.txt", 2, id="misspelt"),
        pytest.param(SECTION, "town/a.txt", 0, id="suppressed"),
        pytest.param(SECTION, "bad.txt", 1, id="suppressed-elsewhere"),
        pytest.param('ignore = ["TOT"]', "bad.txt --config none.toml", 2, id="no-such-file"),
    ],
)
def test_ends_with(text: str, words: str, code: int, reports: Path) -> None:
    configured(reports, text)
    assert run("check", *words.split()).exit_code == code


def test_each_report_has_the_nearest_file(reports: Path) -> None:
    configured(reports, 'ignore = ["TOT"]')
    configured(reports / "town", "")
    assert run("check", "bad.txt").exit_code == 0
    result = run("check", "bad.txt", "town", "--lang", "en")
    assert result.exit_code == 1
    assert "town/a.txt:2:3  TOT901" in result.stdout
    assert "bad.txt:1:3  TOT901" not in result.stdout


def test_one_file_may_be_given_for_all(reports: Path) -> None:
    (reports / "own.toml").write_text('ignore = ["TOT"]', encoding="utf-8")
    assert run("check", "bad.txt", "town", "--config", "own.toml").exit_code == 0


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "reportparse: {}: ignor: no such key (ignore?)\n"),
        ("zh", "reportparse: {}：ignor：没有这样的键 (ignore?)\n"),
    ],
)
def test_misspelt_key_is_named_with_its_file(lang: str, said: str, reports: Path) -> None:
    configured(reports, 'ignor = ["TOT"]')
    result = run("check", "bad.txt", "--lang", lang)
    assert result.stderr == said.format((reports / CONFIG).resolve())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--select TOT91", "no such check: TOT91; did you mean TOT901"),
        ("--ignore EXP91", "no such check: EXP91; did you mean EXP901"),
        ("--select ??", "no such check: ??\n"),
    ],
)
def test_unknown_codes_name_those_that_may_be_meant(words: str, said: str) -> None:
    result = run("check", "bad.txt", *words.split(), "--lang", "en")
    assert result.exit_code == 2
    assert said in result.stderr


def test_what_is_suppressed_is_counted(reports: Path) -> None:
    configured(reports, SECTION)
    said = run("check", "town/a.txt", "--lang", "en").stdout
    assert said == (
        "town/a.txt  figures 1; relations tried 0; no findings; not shown 1 (suppressed)\n"
    )


@pytest.mark.parametrize(
    ("words", "noted"),
    [
        pytest.param("town/a.txt", False, id="used"),
        pytest.param("good.txt", True, id="not-used"),
        pytest.param("good.txt --select EXP", False, id="not-looked-for"),
        pytest.param("town/a.txt good.txt", False, id="used-in-one-of-two"),
    ],
)
def test_unused_suppression_is_noted(words: str, noted: bool, reports: Path) -> None:
    configured(reports, SECTION)
    result = run("check", *words.split(), "--lang", "en")
    assert result.exit_code == 0
    assert ("suppress[1] (TOT901 一、情况): not used" in result.stderr) == noted


def test_suppression_for_other_files_is_not_noted(reports: Path) -> None:
    configured(reports, f'{SECTION}file = "town/*"\n')
    assert run("check", "good.txt").stderr == ""
