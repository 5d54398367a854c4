"""Running the command in tests, with checks that fire at one word each."""

from __future__ import annotations

from click.testing import CliRunner, Result

from factory import finding
from reportparse import cli
from reportparse.findings import Check, Confidence, Fault, Severity
from reportparse.report import Report

BAD, ODD, GOOD = "坏事", "怪事", "好事"


def _seen(word: str, confidence: Confidence = Confidence.HIGH):
    def word_seen(report: Report):
        """A word is seen."""
        if word in report.document.text:
            yield Fault(at=finding(report, word).span, confidence=confidence)

    return word_seen


#: Three checks that fire at a word each, so that exit codes depend on nothing else.
STAND_INS = (
    Check("TOT901", Severity.ERROR, "见坏事", "见到坏事", "bad seen", _seen(BAD)),
    Check("EXP901", Severity.WARNING, "见怪事", "见到怪事", "odd seen", _seen(ODD)),
    Check("EXP902", Severity.NOTE, "见好事", "见到好事", "good seen", _seen(GOOD)),
)


def run(*words: str, piped: bytes = b"") -> Result:
    """Run the command with these words."""
    return CliRunner().invoke(
        cli.main, words, input=piped, catch_exceptions=False, prog_name="reportparse"
    )
