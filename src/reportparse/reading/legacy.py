"""DOC, WPS, RTF and ODT: turned into DOCX by LibreOffice where that is installed.

LibreOffice runs without a window, with a profile of its own for each file, and is ended when it
takes too long. No other program is tried: those at hand lose automatic numbers without a word.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from reportparse.document import Document, Source
from reportparse.errors import UnreadableSource
from reportparse.reading import docx
from reportparse.reading.formats import OLE2
from reportparse.reading.package import BROKEN

#: Names under which LibreOffice is installed.
PROGRAMS: Final = ("soffice", "libreoffice")
#: Seconds; a report takes one or two.
PATIENCE: Final = 90.0
#: What stands at byte 28 of every compound file: its byte order, and sectors of 512 or 4,096
#: bytes. Without it LibreOffice takes the file for text, and gives noise.
SECTORS: Final = (b"\xfe\xff\x09\x00", b"\xfe\xff\x0c\x00")
#: How far into the list of parts of an OpenDocument file is looked.
MANIFEST: Final = 1 << 20
#: The profile: no macros run, and nothing that a document links to is fetched.
PROFILE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items'
    ' xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>'
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>'
    '<item oor:path="/org.openoffice.Office.Writer/Content/Update">'
    '<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>'
    "</oor:items>"
)


def read(data: bytes, source: Source) -> Document:
    """Read a document of an older word processor."""
    if source.format == "odt" and _is_locked(data):
        raise UnreadableSource(source.name, "encrypted")
    if data.startswith(OLE2) and not data.startswith(SECTORS, 28):
        raise UnreadableSource(source.name, "damaged", "not a compound file")
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise UnreadableSource(source.name, "needs", "LibreOffice")
    with tempfile.TemporaryDirectory(prefix="reportparse-", ignore_cleanup_errors=True) as folder:
        turned = _turned(Path(folder), data, source, program)
    return docx.read(turned, source)


def _is_locked(data: bytes) -> bool:
    """Tell an encrypted file of OpenDocument by its list of parts."""
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as container,
            container.open("META-INF/manifest.xml") as manifest,
        ):
            return b"encryption-data" in manifest.read(MANIFEST)
    except (KeyError, *BROKEN):
        return False


def _turned(folder: Path, data: bytes, source: Source, program: str) -> bytes:
    """Return the document as DOCX."""
    given = folder / f"report.{source.format}"
    made = folder / "made"
    given.write_bytes(data)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(PROFILE, encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(made),
        str(given),
    ]
    _run(command, folder, source)
    result = made / "report.docx"
    if not result.is_file():
        raise UnreadableSource(source.name, "damaged", "LibreOffice cannot open it")
    return result.read_bytes()


def _run(command: list[str], folder: Path, source: Source) -> None:
    """Run a program; the programs that it starts end with it."""
    with subprocess.Popen(  # noqa: S603 - nothing in it comes from the document
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired as error:
            _end(process)
            raise UnreadableSource(source.name, "timeout", f"{PATIENCE:.0f} s") from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it started; `soffice` is a script around the one that works."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
