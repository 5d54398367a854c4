"""Results by the name of their form: json, csv, sarif, html, xlsx, parquet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reportparse.errors import Language, MissingExtra
from reportparse.frames import to_frame
from reportparse.render import record, sarif, sheet
from reportparse.report import Report

#: Forms that are files of bytes and cannot be printed.
BINARY: Final = frozenset({"xlsx", "parquet", "pdf"})
#: Forms that hold one report; several go into a folder.
SINGLE: Final = frozenset({"html", "pdf"})
#: Language of a form where none is asked for. Programs read tables by their column names;
#: auditors open workbooks and pages.
LANGUAGES: Final[dict[str, Language]] = {
    "csv": "en",
    "parquet": "en",
    "xlsx": "zh",
    "html": "zh",
    "pdf": "zh",
}


def as_text(reports: Sequence[Report], form: str, lang: Language, version: str) -> str:
    """Return reports in a form that is text, and may hold several."""
    if form == "sarif":
        return record.dump(sarif.to_sarif(reports, lang, version))
    records = [record.to_dict(report) for report in reports]
    return record.dump(records[0] if len(records) == 1 else records)


def to_file(reports: Sequence[Report], form: str, path: Path, lang: Language) -> None:
    """Write reports in a form that is bytes."""
    if form == "xlsx":
        sheet.to_excel(reports, path, lang)
        return
    try:
        to_frame(reports, "claims", lang).to_parquet(path)
    except ImportError as error:
        raise MissingExtra("pyarrow", "archive") from error


def page_name(number: int, report: Report, form: str = "html") -> str:
    """Name the file of one of several reports: files of one name may come from many folders."""
    return f"{number:03d}-{Path(report.name).stem}.{form}"
