"""The workbook as it comes back: every program that may have saved it, and what is no workbook."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import spreadsheets
from factory import TEXT, finding
from reportparse.errors import Language
from reportparse.render.returned import verdicts_in
from reportparse.render.sheet import CONCLUSIONS, sheets, to_excel
from reportparse.report import Report, parse
from reportparse.verdicts import VERDICTS, Verdict

FINDINGS = 4
PART = f"xl/worksheets/sheet{FINDINGS + 1}.xml"


def report(count: int = 4) -> Report:
    plain = parse(TEXT)
    made = (finding(plain, "31场次", "12场次", fingerprint=f"f{at}") for at in range(count))
    return plain.with_findings(made)


def rewritten(path: Path, part: str, change: dict[str, str]) -> bytes:
    """Return a workbook with some words of one part exchanged."""
    written = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in change.items() if name == part else ():
                assert before in text
                text = text.replace(before, after)
            new.writestr(name, text)
    return written.getvalue()


def signed(path: Path, lang: Language, *rows: tuple[str, str]) -> bytes:
    """Return the workbook of a report with conclusions and remarks filled in."""
    to_excel([report(len(rows))], path, lang)
    columns = list(sheets([report()], lang))[FINDINGS].columns
    change = {}
    for line, words in enumerate(rows, 2):
        for column, said in zip(("conclusion", "remark"), words, strict=True):
            place = f'<c r="{chr(ord("A") + columns.index(column))}{line}" s="2"'
            change[f"{place}/>"] = f'{place} t="inlineStr"><is><t>{said}</t></is></c>'
    return rewritten(path, PART, change)


def told(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.fingerprint, one.verdict, one.remark) for one in verdicts_in(data)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reads_every_verdict_in_both_languages(lang: Language, tmp_path: Path) -> None:
    words = CONCLUSIONS[lang]
    data = signed(tmp_path / "a.xlsx", lang, *((said, f"理由{said}") for said in words))
    assert told(data) == [
        (f"f{at}", verdict, f"理由{said}")
        for at, (verdict, said) in enumerate(zip(VERDICTS, words, strict=True))
    ]


def test_rows_without_a_word_say_nothing(tmp_path: Path) -> None:
    data = signed(tmp_path / "a.xlsx", "zh", ("", ""), ("", "再问"), ("也许", ""), ("不属实", " "))
    assert told(data) == [("f1", "", "再问"), ("f3", "dismissed", "")]


def test_code_and_message_come_along(tmp_path: Path) -> None:
    (one,) = verdicts_in(signed(tmp_path / "a.xlsx", "zh", ("不属实", "含结转")))
    assert one == Verdict("f0", "dismissed", "含结转", "TOT101", "分项之和大于总数")


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reads_what_calc_saved(lang: Language, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(signed(path, lang, *((said, f"理由{said}") for said in CONCLUSIONS[lang])))
    assert told(spreadsheets.resaved(path, tmp_path).read_bytes()) == told(path.read_bytes())


@pytest.mark.parametrize(("value", "verdict"), [("1", "confirmed"), ("0", "dismissed")])
def test_a_truth_value_of_excel_is_the_word_that_was_chosen(
    value: str, verdict: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(signed(path, "en", ("true", "")))
    chosen = {'t="inlineStr"><is><t>true</t></is></c>': f't="b"><v>{value}</v></c>'}
    assert told(rewritten(path, PART, chosen)) == [("f0", verdict, "")]


def test_runs_of_a_text_are_joined_and_readings_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(signed(path, "zh", ("不属实", "理由")))
    runs = {"<t>理由</t>": "<r><t>理</t></r><r><t>由</t></r><rPh><t>li you</t></rPh>"}
    assert told(rewritten(path, PART, runs)) == [("f0", "dismissed", "理由")]


def empty_zip() -> bytes:
    written = io.BytesIO()
    zipfile.ZipFile(written, "w").close()
    return written.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x03\x04 cut off", empty_zip()], ids=["none", "pk", "cut", "empty"]
)
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="reportparse-verdicts/1"):
        verdicts_in(data)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        pytest.param("xl/workbook.xml", {'name="问题"': 'name="别的"'}, id="no-sheet"),
        pytest.param("xl/sharedStrings.xml", {"核查结论": "结论"}, id="no-column"),
        pytest.param("xl/sharedStrings.xml", {"<si>": "<sj>"}, id="not-well-formed"),
        pytest.param(
            "xl/sharedStrings.xml", {"<t>指纹</t>": "<t>&指纹;</t>"}, id="entity-of-its-own"
        ),
        pytest.param(PART, {'t="s"><v>0</v>': 't="s"><v>9999</v>'}, id="no-such-text"),
        pytest.param(PART, {'t="s"><v>0</v>': 't="s"><v>x</v>'}, id="no-number"),
    ],
)
def test_a_workbook_without_findings_is_refused(
    part: str, change: dict[str, str], tmp_path: Path
) -> None:
    to_excel([report(1)], tmp_path / "a.xlsx")
    with pytest.raises(ValueError, match="reportparse-verdicts/1"):
        verdicts_in(rewritten(tmp_path / "a.xlsx", part, change))


def test_a_part_without_end_is_not_unpacked(tmp_path: Path) -> None:
    to_excel([report(1)], tmp_path / "a.xlsx")
    written = io.BytesIO()
    with (
        zipfile.ZipFile(tmp_path / "a.xlsx") as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, b" " * (65 << 20) if name == PART else old.read(name))
    with pytest.raises(ValueError, match="reportparse-verdicts/1"):
        verdicts_in(written.getvalue())
