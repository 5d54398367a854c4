"""Nothing asks the network, and nothing that a report or a bundle says is run or followed."""

from __future__ import annotations

import socket
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import forms
import reportparse as rp

LINES = (
    "石桥镇2023年工作报告",
    "一、工作情况",
    "全年共调处纠纷69件，其中邻里纠纷29件、土地纠纷20件、其他21件。",
)
HOSTILE = (
    "<script>alert(1)</script>=1+1，共办理https://example.org/ 12件，其中<b>甲</b>7件、乙6件。"
)


@pytest.fixture
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every socket; threads share the refusal, processes would not."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    # The class itself stays: other modules of the standard library are made from it.
    for method in ("__init__", "connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, method, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.usefixtures("_offline")
@pytest.mark.parametrize("made", [forms.text, forms.page, forms.word, forms.fixed, forms.printed])
def test_no_format_asks_the_network(
    made: Callable[[Sequence[str]], bytes], tmp_path: Path
) -> None:
    report = rp.read(made(LINES))
    assert [one.code for one in rp.audit(report, "TOT")] == ["TOT101"]
    report.to_html(tmp_path / "audit.html")
    report.to_excel(tmp_path / "audit.xlsx")
    report.to_json(tmp_path / "report.json")
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.usefixtures("_offline")
def test_no_archive_asks_the_network(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("\n".join(LINES), encoding="utf-8")
    with ThreadPoolExecutor(2) as executor:
        archive = rp.read_archive(tmp_path / "report.txt", tmp_path / "store", executor=executor)
    assert len(archive.to_frame("claims")) == 4
    assert archive.findings == ()
    assert list(archive.panel().columns)


@pytest.mark.parametrize(
    "name",
    ["../../out.txt", "/etc/out.txt", "C:\\out.txt", "..\\..\\out.txt", "a/./../../out.txt"],
)
def test_a_member_cannot_leave_its_bundle(name: str, tmp_path: Path) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    with zipfile.ZipFile(inside / "bundle.zip", "w") as bundle:
        bundle.writestr(zipfile.ZipInfo(name), "\n".join(LINES))
    with ThreadPoolExecutor(1) as executor:
        archive = rp.read_archive(inside / "bundle.zip", inside / "store", executor=executor)
    (report,) = archive.to_frame("reports")["report"].unique()
    assert report.endswith("/out.txt")
    assert ".." not in report
    assert {path.name for path in tmp_path.rglob("*.txt")} == set()
    assert {path.name for path in inside.iterdir()} == {"bundle.zip", "store"}


def test_a_report_is_shown_and_not_run() -> None:
    page = rp.parse(HOSTILE).to_html()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<b>甲</b>" not in page
    assert 'href="https://example.org' not in page
