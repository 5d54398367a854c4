"""The report: what it holds, what its methods reach, and that parsing is a function."""

from __future__ import annotations

import copy
import io
import pickle
from pathlib import Path

import pytest

import reportparse as rp
from factory import TEXT, audited, span_in
from recognised import SURE, recognised
from reportparse.document import Place
from reportparse.span import Span


@pytest.fixture(scope="module")
def report() -> rp.Report:
    return rp.parse(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT, id="report"),
        pytest.param("", id="empty"),
        pytest.param("\n\n\n", id="blank"),
        pytest.param("\ud800共3件", id="lone-surrogate"),
        pytest.param("一、\r\n（一）\r\n1.", id="marks-only"),
        pytest.param("hello 3 items", id="english"),
    ],
)
def test_parsing_is_a_function(text: str) -> None:
    report = rp.parse(text)
    assert report == rp.parse(text)
    assert report.document.text == text
    assert report.to_json()


def test_heading_is_handed_on(report: rp.Report) -> None:
    assert report.title == "柳河县石桥镇人民政府2022年法治政府建设工作报告"
    assert report.year == 2022
    assert (report.addressee, report.doc_number, report.signed) == (None, None, None)
    assert report.name == "text"


def test_one_claim_for_each_quantity(report: rp.Report) -> None:
    assert [claim.quantity for claim in report.claims] == list(report.quantities)
    assert [claim.quantity.text for claim in report.claims[:2]] == ["31场次", "12场次"]


def test_article_use_states_no_amount() -> None:
    report = rp.parse("打造一支过硬队伍，落实三项制度，调解纠纷12件。")
    assert [quantity.text for quantity in report.quantities] == ["12件"]


@pytest.mark.parametrize("given", ["path", "name", "bytes", "file"])
def test_reads_any_source(given: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    data = path.read_bytes()
    sources = {"path": path, "name": str(path), "bytes": data, "file": io.BytesIO(data)}
    assert rp.read(sources[given]).document.text == TEXT


def test_unreadable_source_raises(tmp_path: Path) -> None:
    with pytest.raises(rp.UnreadableSource) as caught:
        rp.read(tmp_path / "missing.txt")
    assert caught.value.reason == "missing"


@pytest.mark.parametrize("given", [b"3", None, 3, ["3"]], ids=["bytes", "none", "number", "list"])
def test_what_is_no_text_is_not_parsed(given: object) -> None:
    with pytest.raises(TypeError, match=type(given).__name__):
        rp.parse(given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "given", [None, 3, ["3"], io.StringIO("3")], ids=["none", "number", "list", "opened_as_text"]
)
def test_what_is_no_file_is_not_read(given: object) -> None:
    with pytest.raises(TypeError, match=type(given).__name__):
        rp.read(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("what", ["claim", "quantity", "span", "finding"])
def test_locates_whatever_has_a_place(what: str) -> None:
    report = audited()
    wanted = {
        "claim": report.claims[0],
        "quantity": report.quantities[0],
        "span": span_in(report, "31场次"),
        "finding": report.findings[0],
    }
    assert report.locate(wanted[what]) == (Place(line=5, column=18),)


def test_locates_a_section_on_all_its_lines(report: rp.Report) -> None:
    lines = [place.line for place in report.locate(report.sections[0])]
    assert lines == [3, 5, 7]


def test_findings_are_kept_but_no_part_of_what_a_report_is(report: rp.Report) -> None:
    assert report.audited is report.audited
    assert report.with_findings([]) == report == rp.parse(TEXT)
    assert report.with_findings(audited().findings).findings == audited().findings
    assert hash(report) == hash(rp.parse(TEXT))


def test_survives_a_copy(report: rp.Report) -> None:
    assert copy.deepcopy(report) == report
    # Workers hand reports on so.
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301


def test_is_frozen(report: rp.Report) -> None:
    with pytest.raises(AttributeError):
        report.claims = ()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("method", "suffix"), [("to_json", "json"), ("to_html", "html")], ids=["json", "html"]
)
def test_writes_what_it_returns(method: str, suffix: str, tmp_path: Path) -> None:
    report = audited()
    path = tmp_path / f"out.{suffix}"
    written = getattr(report, method)(path)
    assert path.read_bytes().decode("utf-8") == written


def test_faces_are_there(report: rp.Report, tmp_path: Path) -> None:
    assert report.outline().startswith(str(report.title))
    assert report.summary().figures == len(report.quantities)
    assert "<mark" in report.highlight()._repr_html_()
    assert "石桥镇" in report._repr_html_()
    assert report.to_dict()["schema"] == "reportparse/1"
    report.to_excel(tmp_path / "out.xlsx")
    assert (tmp_path / "out.xlsx").stat().st_size


def test_empty_span_still_has_a_place(report: rp.Report) -> None:
    assert report.locate(Span(0, 0))[0].line == 1


def test_parses_the_real_reports(shared: Path) -> None:
    for path in sorted((shared / "reports").glob("*.txt")):
        report = rp.read(path)
        assert report.claims, path.name
        assert len(report.claims) == len(report.quantities)


def test_confidence_of_what_was_recognised() -> None:
    report = recognised("全年调解纠纷36件，走访农户120户。", {"6": 0.4, "户。": 0.7})
    assert [report.confidence(claim) for claim in report.claims] == [0.4, 0.7]
    assert report.confidence(report.quantities[0]) == 0.4
    assert report.confidence(Span(0, 4)) == SURE
    assert [place.confidence for place in report.locate(report.claims[0])] == [0.4]
    assert rp.parse("调解纠纷36件。").confidence(Span(4, 6)) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [("河湾镇2023年工作总结\n走访12户。", "<Report: 河湾镇2023年工作总结, 1 figures>"),
     ("无。", "<Report: text, 0 figures>")],
    ids=["title", "name"],
)  # fmt: skip
def test_says_which_it_is(text: str, said: str) -> None:
    assert repr(rp.parse(text)) == said
