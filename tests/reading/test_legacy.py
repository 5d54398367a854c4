from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

import reportparse as rp
from reportparse.document import Source
from reportparse.errors import UnreadableSource
from reportparse.reading import legacy
from words import container

RTF = rb"{\rtf1\ansi\deff0 {\fonttbl{\f0 Arial;}}\u19968?\u12289?\u21150?\u32467? 46\par 12\par}"
HERE = any(shutil.which(name) for name in legacy.PROGRAMS)
needed = pytest.mark.skipif(not HERE, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script")


def source(kind: str = "rtf") -> Source:
    return Source("a.doc", kind, "", 1)


def odt(*texts: str) -> bytes:
    """Return a file of OpenDocument with some paragraphs."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    kind = "application/vnd.oasis.opendocument.text"
    inside = "".join(f"<t:p>{text}</t:p>" for text in texts)
    return container(
        {
            "mimetype": kind,
            "content.xml": f'<o:document-content xmlns:o="{names}:office:1.0"'
            f' xmlns:t="{names}:text:1.0" o:version="1.2"><o:body><o:text>{inside}</o:text>'
            "</o:body></o:document-content>",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{names}:manifest:1.0"'
            f' m:version="1.2"><m:file-entry m:full-path="/" m:media-type="{kind}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        }
    )


def stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Put a script in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(legacy, "PROGRAMS", (str(program),))


def test_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "PROGRAMS", ("no-such-program",))
    with pytest.raises(UnreadableSource) as caught:
        legacy.read(RTF, source())
    assert (caught.value.reason, caught.value.detail) == ("needs", "LibreOffice")


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        ("<m:encryption-data/>", "encrypted"), ("<m:file-entry/>", "needs"), (None, "needs"),
    ],
    ids=["locked", "open", "without"],
)  # fmt: skip
def test_a_locked_file_needs_no_program(
    monkeypatch: pytest.MonkeyPatch, manifest: str | None, reason: str
) -> None:
    monkeypatch.setattr(legacy, "PROGRAMS", ("no-such-program",))
    members: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text"}
    if manifest:
        members["META-INF/manifest.xml"] = manifest
    with pytest.raises(UnreadableSource) as caught:
        rp.read(container(members))
    assert caught.value.reason == reason


@posix
@pytest.mark.parametrize(
    ("code", "reason"),
    [("import time; time.sleep(60)", "timeout"), ("raise SystemExit(1)", "damaged")],
    ids=["hangs", "fails"],
)
def test_a_program_that_does_not_deliver(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, reason: str
) -> None:
    stand_in(monkeypatch, tmp_path, code)
    monkeypatch.setattr(legacy, "PATIENCE", 1.0)
    begin = time.monotonic()
    with pytest.raises(UnreadableSource) as caught:
        legacy.read(RTF, source())
    assert caught.value.reason == reason
    assert time.monotonic() - begin < 20


@posix
def test_what_the_program_started_ends_with_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`soffice` is a script around the program that does the work."""
    said = tmp_path / "said"
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(said)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(600)"
    )
    stand_in(monkeypatch, tmp_path, code)
    monkeypatch.setattr(legacy, "PATIENCE", 3.0)
    with pytest.raises(UnreadableSource):
        legacy.read(RTF, source())
    child = Path("/proc") / said.read_text(encoding="utf-8")
    until = time.monotonic() + 10
    while _is_at_work(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_at_work(child)


def _is_at_work(process: Path) -> bool:
    try:
        state = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@posix
def test_each_file_has_a_profile_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    stand_in(
        monkeypatch, tmp_path, f"import sys; open({str(said)!r}, 'a').write(sys.argv[1] + '\\n')"
    )
    for _ in range(2):
        with pytest.raises(UnreadableSource):
            legacy.read(RTF, source())
    profiles = said.read_text(encoding="utf-8").split()
    assert len(set(profiles)) == 2
    assert all(profile.startswith("-env:UserInstallation=file:///") for profile in profiles)


@needed
@pytest.mark.slow
def test_rich_text() -> None:
    report = rp.read(RTF)
    assert report.document.text.split("\n") == ["一、办结 46", "12"]
    assert report.document.source.format == "rtf"


@needed
@pytest.mark.slow
def test_open_document() -> None:
    report = rp.read(odt("一、工作情况", "全年走访群众320户。"))
    assert report.document.text == "一、工作情况\n全年走访群众320户。"
    assert report.document.source.format == "odt"
    assert [claim.quantity.value for claim in report.claims] == [320]


@needed
@pytest.mark.slow
@pytest.mark.parametrize("name", ["manual.doc", "auto_direct.doc", "auto_direct.wps"])
def test_a_report_gives_what_its_text_gives(shared: Path, name: str) -> None:
    [text] = (shared / "seed").glob("0*.txt")
    expected, report = rp.read(text), rp.read(shared / "fixtures" / name)
    assert len(report.sections) == len(expected.sections)
    assert [relation.formula for relation in report.relations] == [
        relation.formula for relation in expected.relations
    ]
    assert len(report.quantities) == len(expected.quantities)
    assert [len(table.rows()) for table in report.document.tables] == [9, 32]
